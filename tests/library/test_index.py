"""The search index beside the library: kept, brought up to date, rolled back, rebuilt."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest

from index.errors import UnknownItem
from index.language.tokens import Tokenizer
from index.library import Library, searching
from index.retrieval import embedded
from index.settings import Settings
from tests.library.test_library import page


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are tokenised for the index from now on."""
    texts: list[str] = []
    stream = Tokenizer.stream

    def counting(self: Tokenizer, text: str, **more: object) -> list[str]:
        texts.append(text)
        return stream(self, text, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Tokenizer, "stream", counting)
    return texts


def pages(folder: Path, numbers: range) -> list[Path]:
    files = [folder / f"{number}.txt" for number in numbers]
    for number, file in zip(numbers, files, strict=True):
        file.write_text(page(number), encoding="utf-8")
    return files


def test_opening_again_tokenises_nothing(db: Path, counted: list[str]) -> None:
    Path(f"{db}.index").unlink()
    with Library.open(db) as library:
        hits = library.search("常庄水库")
    assert counted and Path(f"{db}.index").exists()
    counted.clear()
    with Library.open(db) as library:
        assert library.search("常庄水库") == hits
        assert library.doctor() == ()
    assert counted == []


def test_an_addition_tokenises_its_own_passages_only(
    library: Library, tmp_path: Path, counted: list[str]
) -> None:
    library.warm_up()
    counted.clear()
    library.add(pages(tmp_path, range(1, 2)), actor="t")
    assert 0 < len(counted) <= 3
    assert "第1图书馆" in library.search("东湖区第1图书馆")[0].text
    assert library.doctor() == ()


def test_another_tokenizer_rebuilds_with_progress(
    db: Path, monkeypatch: pytest.MonkeyPatch, counted: list[str]
) -> None:
    with Library.open(db) as library:
        hits = library.search("常庄水库")
        articles = len(library.articles())
    counted.clear()
    monkeypatch.setattr(embedded, "B", 0.7499)
    told: list[tuple[int, int]] = []
    with Library.open(db) as library:
        library.warm_up(lambda done, total: told.append((done, total)))
        assert [hit.text for hit in library.search("常庄水库")] == [hit.text for hit in hits]
    assert counted
    assert told == [(number, articles) for number in range(1, articles + 1)]


def test_a_rollback_takes_well_under_a_second_and_survives_a_restart(
    db: Path, tmp_path: Path, counted: list[str]
) -> None:
    files = pages(tmp_path, range(1, 41))
    with Library.open(db) as library:
        library.add(files, actor="t")
        everything = library.search("东湖区图书馆", 5)
        whole = library.generation
        library.remove([article.id for article in library.articles() if article.district == "东湖区"])
        assert not any("东湖区" in hit.text for hit in library.search("东湖区图书馆", 5))
        counted.clear()
        started = time.thread_time()
        library.rollback(whole)
        found = library.search("东湖区图书馆", 5)
        assert time.thread_time() - started < 1
        assert counted == []  # the generation was at hand
        assert found == everything
        assert library.doctor() == ()
        library.remove([article.id for article in library.articles() if article.district == "东湖区"])
    counted.clear()
    with Library.open(db) as library:
        started = time.perf_counter()
        library.rollback(whole)
        assert {hit.text for hit in library.search("东湖区图书馆", 5)} == {hit.text for hit in everything}
        assert time.perf_counter() - started < 2  # opened, too
        assert counted == []
        assert library.doctor() == ()


def test_a_generation_that_is_no_longer_at_hand_is_brought_back_all_the_same(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counted: list[str]
) -> None:
    monkeypatch.setattr(searching, "AT_HAND", 1)
    files = pages(tmp_path, range(1, 6))
    with Library.open(db) as library:
        library.warm_up()
        first = library.generation
        for file in files:
            library.add([file], actor="t")
        last = library.generation
        library.rollback(first)
        assert (
            library.search("东湖区第3图书馆") == ()
            or "东湖区" not in library.search("东湖区第3图书馆")[0].text
        )
        counted.clear()
        library.rollback(last)
        assert counted == []  # what was taken out is still known
        assert "第3图书馆" in library.search("东湖区第3图书馆")[0].text
        assert library.doctor() == ()


def test_an_index_of_a_generation_that_is_no_longer_kept_is_brought_up_to_date(
    db: Path, tmp_path: Path, counted: list[str]
) -> None:
    files = pages(tmp_path, range(1, 9))
    few = Settings(db=db, generations=2)
    with Library.open(db, settings=few) as library:
        library.warm_up()
        gone = library.articles()[0].id
    with Library.open(db, settings=few) as library:  # nobody searches: the index stays as it is
        for file in files:
            library.add([file], actor="t")
        library.remove([gone])
        with pytest.raises(UnknownItem, match="不再保留"):
            library.rollback(1)
    counted.clear()
    with Library.open(db, settings=few) as library:
        assert "第3图书馆" in library.search("东湖区第3图书馆")[0].text
        assert len(counted) <= 3 * len(files)
        assert library.doctor() == ()


def test_at_most_three_engines_are_in_memory(db: Path, tmp_path: Path) -> None:
    def engines() -> set[int]:
        gc.collect()
        return {id(one) for one in gc.get_objects() if isinstance(one, embedded.EmbeddedEngine)}

    before = engines()
    with Library.open(db) as library:
        library.warm_up()
        for file in pages(tmp_path, range(1, 9)):
            library.add([file], actor="t")
    assert 1 <= len(engines() - before) <= 3


def test_after_many_changes_the_index_is_written_again(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counted: list[str]
) -> None:
    monkeypatch.setattr(searching, "UNSAVED", 5)
    with Library.open(db) as library:
        library.warm_up()
        before = Path(f"{db}.index").stat().st_mtime_ns
        library.add(pages(tmp_path, range(1, 10)), actor="t")
    assert Path(f"{db}.index").stat().st_mtime_ns > before
    counted.clear()
    with Library.open(db) as library:
        assert library.search("东湖区图书馆")
    assert counted == []


def test_a_damaged_index_is_named_by_the_doctor(db: Path) -> None:
    with Library.open(db) as library:
        library.warm_up()
        file = Path(f"{db}.index")
        raw = bytearray(file.read_bytes())
        raw[-64] ^= 255
        file.write_bytes(raw)
        assert any("检索索引" in sentence for sentence in library.doctor())


def test_filters_of_a_search_are_exact(library: Library) -> None:
    from index.retrieval.engine import Filters

    for hit in library.search("项目", 50, Filters(kind="project", period="7")):
        assert hit.kind == "project"
    everything = library.search("项目开工投产签约", 500)
    projects = library.search("项目开工投产签约", 500, Filters(kind="project"))
    assert {hit.text for hit in projects} == {hit.text for hit in everything if hit.kind == "project"}
    late = library.search("项目", 500, Filters(date_from="2024-01-01"))
    dates = {article.id: article.date or article.issue_date or "" for article in library.articles()}
    assert late and all(dates[hit.article] >= "2024-01-01" for hit in late if hit.kind == "passage")
