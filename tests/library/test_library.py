"""The façade: adding, one generation an answer, several processes and threads, what staff set."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from index.errors import DatabaseBusy, LibraryError, StoreError, UnknownItem
from index.library import Library
from index.storage import Store
from index.storage import connect as connecting
from tests.conftest import BULLETINS
from tests.forks import Forks

QUESTION = "第七期三个一批总投资多少"


def page(number: int, figure: int = 12) -> str:
    return (
        f"东湖区启用第{number}座图书馆\n\n本报讯（记者 王一）2024年5月6日，东湖区第{number}图书馆启用，"
        f"总投资{figure}亿元，藏书{number}万册。\n"
    )


def test_adding_twice_changes_nothing(library: Library) -> None:
    before = library.status()
    reports = library.add([BULLETINS], actor="t")
    assert {report.status for report in reports} == {"same"}
    assert library.status() == before


def test_a_file_that_fails_leaves_nothing_and_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(page(1), encoding="utf-8")
    (tmp_path / "2.txt").write_bytes(b"")
    (tmp_path / "3.txt").write_text(page(3), encoding="gb18030")
    with Library.open(tmp_path / "x.db", create=True) as library:
        reports = library.add([tmp_path / f"{n}.txt" for n in (1, 2, 3, 4)], actor="t")
        assert [report.status for report in reports] == ["added", "failed", "added", "failed"]
        assert all((report.error is None) == (report.status == "added") for report in reports)
        assert len(library.articles()) == 2
        assert [entry.target for entry in library.audit()] == ["1.txt", "3.txt"]


def test_every_added_article_says_what_it_says_alone(library: Library) -> None:
    from index.extraction import extract

    for article in library.articles():
        assert library.extraction(article.id) == extract(article)


def test_a_preview_writes_nothing(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "upload-1234"
    file.with_suffix(".txt").write_text(page(5), encoding="utf-8")
    before = library.status()
    preview = library.preview(file.with_suffix(".txt"), name="图书馆.txt")
    assert (preview.report.status, preview.report.file, len(preview.articles)) == ("added", "图书馆.txt", 1)
    assert library.status() == before


def test_a_file_that_was_sent_is_known_by_its_name(library: Library, tmp_path: Path) -> None:
    before = len(library.articles())
    statuses = []
    for number, figure in enumerate((12, 12, 13)):
        file = tmp_path / f"upload-{number}.txt"
        file.write_text(page(1, figure), encoding="utf-8")
        preview = library.preview(file, name="图书馆.txt").report
        report = library.add_file(file, name="图书馆.txt", actor="王")
        assert preview == report
        statuses.append(report.status)
    assert statuses == ["added", "same", "changed"]
    assert len(library.articles()) == before + 1
    assert library.audit()[-1].target == "图书馆.txt"


def test_an_answer_follows_the_live_generation(library: Library) -> None:
    answer = library.ask(QUESTION)
    assert "62.4" in answer.answer
    article = answer.sources[0].article
    library.rollback(0, actor="t")
    assert library.ask(QUESTION).status == "not_found"
    library.rollback(1, actor="t")
    again = library.ask(QUESTION)
    assert (again.answer, again.sources[0].article) == (answer.answer, article)
    assert library.doctor() == ()


def test_the_same_question_has_the_same_answer(library: Library, db: Path) -> None:
    with Library.open(db) as other:
        for question in (QUESTION, "开工一批有哪些项目", "区长是谁"):
            first, second = library.ask(question), other.ask(question)
            assert (first.answer, first.sources, first.detail) == (
                second.answer,
                second.sources,
                second.detail,
            )


def test_another_librarys_change_is_seen(library: Library, db: Path, tmp_path: Path) -> None:
    before = library.search("第1图书馆")
    (tmp_path / "1.txt").write_text(page(1), encoding="utf-8")
    with Library.open(db) as other:
        other.add([tmp_path / "1.txt"], actor="t")
    assert "第1图书馆" in library.search("第1图书馆")[0].text
    with Library.open(db) as other:
        other.rollback(1, actor="t")
    assert library.search("第1图书馆") == before


def test_answers_while_articles_come_and_go(library: Library, tmp_path: Path) -> None:
    """Every answer is one of the old or of the new generation, whole."""
    file = tmp_path / "1.txt"
    wrong: list[object] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            try:
                answer = library.ask("东湖区第1图书馆总投资多少")
                quote = answer.sources[0].quote if answer.status == "answered" else ""
                if answer.status == "answered" and answer.answer.split("亿")[0][-2:] not in quote:
                    wrong.append(answer)
                library.search("图书馆")
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for figure in range(20, 32):
        file.write_text(page(1, figure), encoding="utf-8")
        library.add([file], actor="t")
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert library.doctor() == ()
    assert "31亿" in library.ask("东湖区第1图书馆总投资多少").answer


def adding(db: str, folder: str, start: int) -> None:
    """Adds six files, each by itself; prints what kept it from doing so."""
    try:
        with Library.open(db, create=True) as library:
            for number in range(start, start + 6):
                file = Path(folder) / f"{number}.txt"
                file.write_text(page(number), encoding="utf-8")
                library.add([file], actor=f"p{start}")
    except LibraryError as error:
        print(error)


def test_two_processes_adding_at_once(forks: Forks, tmp_path: Path) -> None:
    """Both start on a database that isn't there yet."""
    db = tmp_path / "x.db"
    workers = [forks.start(adding, str(db), str(tmp_path), start) for start in (100, 200)]
    assert [worker.line() for worker in workers] == ["", ""]
    assert [worker.ended() for worker in workers] == [0, 0]
    with Library.open(db) as library:
        assert len(library.articles()) == 12
        assert library.generation == 12
        assert library.doctor() == ()


def test_a_busy_database_is_one_sentence(library: Library, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "BUSY_MS", 20)
    other = sqlite3.connect(db, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy, match="正被另一个程序写入"):
            library.remove([library.articles()[0].id], actor="t")
        assert library.ask(QUESTION).status == "answered"
    finally:
        other.close()


def test_a_full_disk_loses_nothing(db: Path, tmp_path: Path) -> None:
    with Library.open(db) as library:
        before = library.status()
        library.add_alias("甲", "乙", actor="t")  # opens the writing connection
        writer = library.store._writer
        assert writer is not None
        pages = writer.conn.execute("PRAGMA page_count").fetchone()[0]
        writer.conn.execute(f"PRAGMA max_page_count = {pages + 2}")
        files = []
        for number in range(5):  # fewer than would be read by other processes
            files.append(tmp_path / f"{number}.txt")
            files[-1].write_text(page(number) + "图书馆的介绍。" * 300, encoding="utf-8")
        with pytest.raises(StoreError, match="磁盘已满"):
            library.add(files, actor="t")
        assert library.status().articles == before.articles
        assert library.doctor() == ()


def test_a_database_that_can_only_be_read_still_answers(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = connecting.connect
    monkeypatch.setattr(
        "index.storage.store.connect", lambda path, mode="rw": real(path, mode="ro" if mode != "ro" else mode)
    )
    with sqlite3.connect(db) as plain:
        plain.execute("PRAGMA journal_mode = DELETE")
    plain.close()
    with Library.open(db) as library:
        assert library.ask(QUESTION).status == "answered"
        with pytest.raises(StoreError, match="只读"):
            library.remove([library.articles()[0].id], actor="t")


def test_pins_answer_first_and_name_their_source(library: Library) -> None:
    article = library.ask(QUESTION).sources[0].article
    library.add_pin("第七期三个一批，总投资多少？", "总投资62.4亿元。", article, actor="王")
    answer = library.ask("第七期三個一批總投資多少", id="7")
    assert (answer.pinned, answer.answer, answer.id, answer.status) == (
        True,
        "总投资62.4亿元。",
        "7",
        "answered",
    )
    assert answer.sources[0].article == article and "62.4" in answer.sources[0].quote
    assert library.remove_pin("第七期三个一批，总投资多少？", actor="王")
    assert not library.ask(QUESTION).pinned
    with pytest.raises(UnknownItem):
        library.add_pin("问", "答", "nothing", actor="王")
    with pytest.raises(LibraryError):
        library.add_pin(" ", "答", actor="王")


def test_an_alias_is_understood_at_once(library: Library) -> None:
    name = library.catalogue(period=7, stage="签约")[0].row.name
    library.add_alias("小八子大楼", name, actor="王")
    assert ("小八子大楼", name) in library.aliases()
    assert name.removesuffix("项目") in str(library.ask("小八子大楼是第几期的项目"))


def test_one_project_of_several_bulletins(tmp_path: Path) -> None:
    from index.library.merging import merged
    from index.records import Found, Investment, ProjectRow
    from tests.storage.samples import article

    old = article("旧：签约。", "旧", date="2024-01-02")
    new = article("新：开工。", "新", date="2024-05-06")
    rows = [
        Found(old.id, ProjectRow("云智项目", ("云智",), "集中开工", 7, "签约", "澄河区", place="北园", evidence=((0, 4),),
                                 investments=(Investment("总投资", 3.0, "亿"), Investment("到位", 1.0, "亿")))),
        Found(new.id, ProjectRow("云智", (), "集中开工", 7, "开工", "澄河区", evidence=((0, 4),), status="已开工", modality="已",
                                 investments=(Investment("总投资", 4.0, "亿"),))),
        Found(new.id, ProjectRow("云智", (), "集中开工", 8, "投产", "澄河区", evidence=((0, 4),))),
    ]  # fmt: skip
    first, second = merged(rows, {old.id: old, new.id: new})
    assert first.id == second.id
    assert (first.row.stage, first.row.place, first.row.status) == ("开工", "北园", "已开工")
    assert [(one.kind, one.value) for one in first.row.investments] == [("总投资", 4.0), ("到位", 1.0)]
    assert [source.title for source in first.sources] == ["新", "旧"]


def test_the_search_index_is_rebuilt_where_its_file_is_wrong(db: Path) -> None:
    with Library.open(db) as library:
        hits = library.search("签约")
    Path(f"{db}.index").write_bytes(b"nonsense")
    with Library.open(db) as library:
        assert library.search("签约") == hits
        assert library.doctor() == ()


def test_a_closed_library_is_one_sentence(db: Path) -> None:
    library = Library.open(db)
    library.close()
    with pytest.raises(StoreError, match="已关闭"):
        library.articles()


def test_a_newer_database_is_not_touched(db: Path) -> None:
    with sqlite3.connect(db) as plain:
        plain.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('index', 'later', '')"
        )
    plain.close()
    with pytest.raises(StoreError, match="更新的版本"):
        Store.open(db)
