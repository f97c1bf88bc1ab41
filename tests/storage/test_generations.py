"""Generations: what is live, what replaced what, and the way back."""

from __future__ import annotations

import hashlib
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import UnknownItem
from index.records import Article, Extraction
from index.storage import Store, StoredFile, pruning

from .samples import TEXT, article, says


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "x.db") as opened:
        yield opened


OTHER = article("另一篇文章讲的是别的事情，和开工没有关系。", "区领导慰问困难职工")
CORRECTED = article(TEXT.replace("118.6", "118.8"))


def test_a_corrected_reprint_replaces_the_old_one(store: Store) -> None:
    old = article()
    store.commit([(old, says()), (OTHER, says(OTHER.text))], actor="t")
    store.commit([(CORRECTED, says(CORRECTED.text))], actor="t")
    assert set(store.ids()) == {OTHER.id, CORRECTED.id}
    assert store.previous(CORRECTED.id) == old.id
    assert store.article(CORRECTED.id).versions == 2
    assert store.article(old.id).text == TEXT
    assert all(found.article != old.id for found in store.facts())


@pytest.mark.parametrize(
    "other",
    [
        article("同一个标题，完全不同的内容，说的是第二天的天气和路况，没有一个项目。"),
        article(TEXT.replace("118.6", "118.8"), district="中原区"),
        article(TEXT.replace("118.6", "118.8"), date="2024-05-01"),
        article(TEXT.replace("118.6", "118.8"), ref="b"),
    ],
    ids=["text", "district", "date", "ref"],
)
def test_what_is_no_reprint(store: Store, other: object) -> None:
    old = article(date="2024-04-16", ref="a")
    store.commit([(old, says())], actor="t")
    store.commit([(other, says(other.text))], actor="t")  # type: ignore[attr-defined,list-item]
    assert len(store.ids()) == 2


def test_rollback_brings_back_what_was_live(store: Store) -> None:
    old = article()
    store.commit([(old, says())], actor="a")
    store.commit([(CORRECTED, says(CORRECTED.text))], actor="b")
    store.commit([(OTHER, says(OTHER.text))], actor="c")
    after = store.rollback(1, actor="d")
    assert (after.number, after.articles, after.current) == (4, 1, True)
    assert store.ids() == (old.id,)
    assert store.facts() == store.view(1).facts()
    store.rollback(3, actor="d")
    assert set(store.ids()) == {CORRECTED.id, OTHER.id}
    store.rollback(0, actor="d")
    assert store.ids() == ()
    assert store.problems() == ()
    with pytest.raises(UnknownItem):
        store.rollback(99, actor="d")
    assert store.generation == 6


def test_rollback_to_the_live_generation_changes_nothing(store: Store) -> None:
    store.commit([(article(), says())], actor="a")
    assert store.rollback(1, actor="a").number == 1


def test_a_view_stays(store: Store) -> None:
    store.commit([(article(), says())], actor="a")
    view = store.view()
    store.commit([], [article().id], actor="a", action="remove")
    assert view.ids() == (article().id,)
    assert len(view.facts()) == 3
    assert store.ids() == () and store.facts() == ()
    assert store.difference(1) == ((), (article().id,))
    store.commit([(OTHER, says(OTHER.text))], actor="a")
    assert store.difference(2) == ((OTHER.id,), ())
    assert store.difference(1) == ((OTHER.id,), (article().id,))
    assert store.view(1).difference(2) == ((article().id,), ())


def test_removing_what_is_not_there_changes_nothing(store: Store) -> None:
    store.commit([(article(), says())], actor="a")
    with pytest.raises(UnknownItem):
        store.commit([], [article().id, "nothing"], actor="a")
    assert store.ids() == (article().id,)
    assert store.generation == 1


def test_one_article_in_two_files(store: Store) -> None:
    one = article()
    for name in ("a.txt", "b.txt"):
        file = StoredFile(f"/{name}", name, f"hash of {name}", ((one.id, (0, len(one.text))),))
        store.commit([(one, says())], actor="a", files=[file])
    assert store.ids() == (one.id,)
    assert store.files_of(one.id) == ("a.txt", "b.txt")


def test_a_changed_file_ends_what_it_no_longer_holds(store: Store) -> None:
    old = article()
    first = StoredFile("/a.txt", "a.txt", "1", ((old.id, (0, 9)), (OTHER.id, (9, 20))))
    store.commit([(old, says()), (OTHER, says(OTHER.text))], actor="a", files=[first])
    second = StoredFile("/a.txt", "a.txt", "2", ((CORRECTED.id, (0, 9)),))
    store.commit([(CORRECTED, says(CORRECTED.text))], actor="a", files=[second])
    assert store.ids() == (CORRECTED.id,)
    assert store.known_file("/a.txt", "2") == (CORRECTED.id,)
    assert store.known_file("/a.txt", "1") is None
    assert [entry.action for entry in store.audit()] == ["add", "change"]
    # and back again
    store.commit([(old, says()), (OTHER, says(OTHER.text))], actor="a", files=[first])
    assert set(store.ids()) == {old.id, OTHER.id}


def test_a_file_name_used_again_for_another_bulletin_ends_nothing(store: Store) -> None:
    old = article()
    store.commit([(old, says())], actor="a", files=[StoredFile("/a.txt", "a.txt", "1", ((old.id, (0, 9)),))])
    file = StoredFile("/a.txt", "a.txt", "2", ((OTHER.id, (0, 9)),))
    store.commit([(OTHER, says(OTHER.text))], actor="a", files=[file])
    assert set(store.ids()) == {old.id, OTHER.id}


def test_an_old_copy_elsewhere_does_not_undo_a_correction(store: Store) -> None:
    old = article()
    store.commit([(old, says())], actor="a")
    store.commit([(CORRECTED, says(CORRECTED.text))], actor="a")
    store.commit(
        [(old, says())], actor="a", files=[StoredFile("/copy.txt", "copy.txt", "1", ((old.id, (0, 9)),))]
    )
    assert store.ids() == (CORRECTED.id,)


def test_history_and_audit_name_who_did_what(store: Store) -> None:
    store.commit([(article(), says())], actor="王", files=[StoredFile("/a.txt", "a.txt", "1", ())])
    store.commit([], [article().id], actor="李", action="remove")
    assert [(g.number, g.action, g.actor, g.articles, g.current) for g in store.history()] == [
        (1, "add", "王", 1, False),
        (2, "remove", "李", 0, True),
    ]
    assert [(e.actor, e.action, e.target, e.generation) for e in store.audit()] == [
        ("王", "add", "a.txt", 1),
        ("李", "remove", article().id, 2),
    ]


def test_staff_words_are_kept_and_audited(store: Store) -> None:
    store.add_alias("智造", "城南智造园", "王")
    store.add_pin("区长是谁", "梁启文", None, "王")
    assert store.aliases() == (("智造", "城南智造园"),)
    assert store.pins()[0].answer == "梁启文"
    assert store.remove_pin("区长是谁", "王") and not store.remove_pin("区长是谁", "王")
    assert store.remove_alias("智造", "王")
    assert [e.action for e in store.audit()] == ["alias", "pin", "unpin", "unalias"]


def test_rollback_of_many_articles_takes_well_under_a_second(store: Store) -> None:
    many = [(article(f"第{n}篇讲的是第{n}件事情。", f"标题{n}"), says(facts=1)) for n in range(2000)]
    store.commit(many, actor="a")
    store.commit([], [held.id for held, _ in many[:1500]], actor="a")
    before = time.thread_time()
    store.rollback(1, actor="a")
    assert time.thread_time() - before < 0.5
    assert len(store.ids()) == 2000


# ---- generations that are no longer kept


def tables(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    with closing(sqlite3.connect(store.path)) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


def numbered(number: int) -> tuple[Article, Extraction]:
    one = article(f"第{number}篇讲的是第{number}件事情。", f"标题{number}")
    return one, says(one.text)


def in_file(path: str, *articles: Article) -> StoredFile:
    content = hashlib.sha256("".join(one.id for one in articles).encode()).hexdigest()
    return StoredFile(path, path[1:], content, tuple((one.id, (0, 1)) for one in articles))


def version(number: int) -> tuple[Article, Extraction]:
    one = article(TEXT.replace("118.6", f"{100 + number}.6"))
    return one, says(one.text)


def busy(tmp_path: Path, keep: int, changes: int) -> Store:
    """A file that was corrected many times."""
    store = Store.open(tmp_path / "x.db", keep=keep)
    for number in range(changes):
        one, extraction = version(number)
        store.commit([(one, extraction)], actor="t", files=[in_file("/a.txt", one)])
    return store


def test_only_the_newest_generations_are_kept(tmp_path: Path) -> None:
    with busy(tmp_path, 5, 12) as store:
        newest = store.generation
        kept = [one.number for one in store.history() if one.kept]
        assert kept == list(range(newest - 4, newest + 1))
        assert [one.number for one in store.history()] == list(range(1, newest + 1))
        assert store.keeps(newest) and store.keeps(0) and not store.keeps(1) and not store.keeps(99)
        with pytest.raises(UnknownItem, match=f"第 1 代已不再保留.*第 {newest - 4} 代.*BULLETIN_GENERATIONS"):
            store.rollback(1, actor="t")
        with pytest.raises(UnknownItem, match="没有第 99 代"):
            store.rollback(99, actor="t")
        assert store.generation == newest


def test_what_lived_only_in_generations_that_are_gone_is_deleted(tmp_path: Path) -> None:
    with busy(tmp_path, 5, 30) as store:
        held = tables(store)
        assert held["articles"] < 10 and held["files"] < 10
        with pytest.raises(UnknownItem):
            store.article(version(0)[0].id)
        assert store.ids() == (version(29)[0].id,)
        assert store.article(version(25)[0].id).text == version(25)[0].text
        assert held["facts"] == 3 * held["articles"] and held["readings"] == held["articles"]
        assert held["project_names"] == 2 * held["projects"] == 2 * held["articles"]
        assert store.problems() == ()


def test_every_kept_generation_can_be_restored_as_it_was(tmp_path: Path) -> None:
    chance = random.Random(7)
    with Store.open(tmp_path / "x.db", keep=6) as store:
        live: dict[int, set[str]] = {0: set()}
        for _ in range(60):
            number = chance.randrange(12)
            one, says_ = numbered(number)
            kept = [g.number for g in store.history() if g.kept]
            step = chance.random()
            if step < 0.2 and kept:
                store.rollback(chance.choice(kept), actor="t")
            elif step < 0.5 and store.ids():
                store.commit([], [chance.choice(store.ids())], actor="t")
            else:
                path = f"/{number % 4}.txt"
                store.commit([(one, says_)], actor="t", files=[in_file(path, one)])
            live[store.generation] = set(store.ids())
        assert store.problems() == ()
        for generation in store.history():
            if generation.kept:
                assert set(store.view(generation.number).ids()) == live[generation.number]
                for one_id in store.view(generation.number).ids():
                    assert len(store.view(generation.number).extraction(one_id).facts) == 3
        oldest = min(g.number for g in store.history() if g.kept)
        store.rollback(oldest, actor="t")
        assert set(store.ids()) == live[oldest]


def test_an_article_of_a_live_file_stays_known(tmp_path: Path) -> None:
    """What a live file holds can be added again from it, whatever was taken out since."""
    with Store.open(tmp_path / "x.db", keep=2) as store:
        (one, first), (two, second) = numbered(1), numbered(2)
        file = in_file("/a.txt", one, two)
        store.commit([(one, first), (two, second)], actor="t", files=[file])
        store.commit([], [one.id], actor="t", action="remove")
        for number in range(3, 12):
            store.commit([numbered(number)], actor="t")
        assert store.article(one.id).text == one.text
        assert store.known_file("/a.txt", file.content_hash) is None
        store.commit([(one, first), (two, second)], actor="t", files=[file])
        assert one.id in store.ids() and len(store.extraction(one.id).facts) == 3


def test_an_article_that_a_set_answer_cites_stays(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db", keep=2) as store:
        one, first = numbered(1)
        store.commit([(one, first)], actor="t")
        store.add_pin("第一件事情是什么", "第1件", one.id, "t")
        store.commit([], [one.id], actor="t", action="remove")
        for number in range(3, 12):
            store.commit([numbered(number)], actor="t")
        assert store.article(one.id).text == one.text and store.sentences(one.id)


def test_what_was_deleted_can_be_added_again(tmp_path: Path) -> None:
    with busy(tmp_path, 3, 20) as store:
        store.commit([version(0)], actor="t")
        assert store.ids() == (version(0)[0].id,)
        assert len(store.facts()) == 3 and store.problems() == ()


def test_fewer_generations_end_a_little_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with busy(tmp_path, 100, 30) as store:
        before = tables(store)["articles"]
    monkeypatch.setattr(pruning, "SWEPT", 3)
    with Store.open(tmp_path / "x.db", keep=3) as store:
        for number in range(50, 54):
            store.commit([numbered(number)], actor="t")
            after = tables(store)["articles"]
            assert before - 3 <= after - 1 <= before
            before = after
        assert not store.keeps(store.generation - 3)
        assert store.problems() == ()


def test_a_rehearsal_ends_nothing(tmp_path: Path) -> None:
    with busy(tmp_path, 100, 10):
        pass
    with Store.open(tmp_path / "x.db", keep=2) as store:
        store.change([numbered(50)], actor="t", dry_run=True)
        assert all(one.kept for one in store.history())


def test_a_common_headline_costs_no_more_the_more_articles_have_it(store: Store) -> None:
    """Notices recur under one headline for years; only the last ones are compared with a new one."""
    took = []
    for batch in range(12):
        signs = [chr(0x4E00 + batch * 100 + number) for number in range(100)]
        pairs = [(article(f"{sign * 400}路段停电。", "停电通告"), Extraction()) for sign in signs]
        before = time.process_time()
        store.commit(pairs, actor="t")
        took.append(time.process_time() - before)
    assert len(store.ids()) == 1200
    assert min(took[-3:]) < 2 * max(took[1:3])
