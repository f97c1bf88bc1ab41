"""The index on disk: opened as it was, or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import IndexMismatch
from index.retrieval import embedded, file
from index.retrieval.embedded import EmbeddedEngine
from index.retrieval.engine import Filters
from index.retrieval.vocabulary import Vocabulary
from tests.contracts.search_engine import ALL, document

QUERIES = ("跨河大桥有多长", "图书馆新馆", "小学", "七", "nothing")


@pytest.fixture
def engine() -> EmbeddedEngine:
    made = EmbeddedEngine()
    made.apply(7, ALL, ())
    return made


@pytest.fixture
def saved(engine: EmbeddedEngine, tmp_path: Path) -> Path:
    path = tmp_path / "x.index"
    engine.save(path, "mark")
    return path


def test_opened_is_the_same(engine: EmbeddedEngine, saved: Path) -> None:
    opened, mark = EmbeddedEngine.load(saved)
    assert (mark, opened.generation) == ("mark", 7)
    assert opened.documents() == engine.documents()
    assert opened.statistics() == engine.statistics()
    for query in QUERIES:
        assert opened.search(query) == engine.search(query)
        assert opened.search(query, 3, Filters(district="甲区")) == engine.search(
            query, 3, Filters(district="甲区")
        )
    for match in engine.search("大桥"):
        assert opened.explain("大桥", match.key) == engine.explain("大桥", match.key)


def test_a_tail_is_merged_into_the_file(engine: EmbeddedEngine, tmp_path: Path) -> None:
    engine.apply(8, [document("d#0", "体育馆开馆。")], ["a#0"])
    engine.save(tmp_path / "x.index", "m")
    opened, _ = EmbeddedEngine.load(tmp_path / "x.index")
    engine.compact()
    assert opened.snapshot.changed == 0
    assert [opened.search(query) for query in QUERIES] == [engine.search(query) for query in QUERIES]


def test_an_opened_index_can_change_and_be_saved_again(saved: Path) -> None:
    opened, _ = EmbeddedEngine.load(saved)
    opened.apply(8, [document("d#0", "体育馆开馆。")], ["b#0"])
    assert opened.search("体育馆")[0].key == "d#0"
    opened.save(saved, "next")
    again, mark = EmbeddedEngine.load(saved)
    assert (mark, again.generation) == ("next", 8)
    assert {one.key for one in again.documents()} == {"a#0", "c#0", "b!0", "d#0"}


def test_the_same_content_gives_the_same_bytes(engine: EmbeddedEngine, tmp_path: Path) -> None:
    other = EmbeddedEngine()
    other.apply(3, ALL[:2], ())
    other.apply(7, ALL[2:], ())
    for name, one in (("a", engine), ("b", other)):
        one.save(tmp_path / name, "m")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("cut", [0, 5, 20, 100, -1])
def test_a_torn_file_is_not_used(saved: Path, cut: int) -> None:
    saved.write_bytes(saved.read_bytes()[:cut])
    with pytest.raises(IndexMismatch):
        EmbeddedEngine.load(saved)


def test_a_changed_byte_is_noticed(saved: Path) -> None:
    raw = bytearray(saved.read_bytes())
    raw[-100] ^= 1
    saved.write_bytes(raw)
    with pytest.raises(IndexMismatch):
        EmbeddedEngine.load(saved)


def test_other_parameters_or_words_are_not_used(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(embedded, "K1", 1.5)
        with pytest.raises(IndexMismatch, match="另一种分词或参数"):
            EmbeddedEngine.load(saved)
    with monkeypatch.context() as changed:
        changed.setattr(embedded, "load_words", lambda name: frozenset({"别的"}))
        with pytest.raises(IndexMismatch):
            EmbeddedEngine.load(saved)
    EmbeddedEngine.load(saved)


def test_a_full_disk_leaves_the_old_file(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = saved.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        EmbeddedEngine.load(saved)[0].save(saved, "other")
    assert saved.read_bytes() == before
    assert [one.name for one in saved.parent.iterdir()] == ["x.index"]


def test_a_vocabulary_is_the_same_opened_as_built() -> None:
    terms = sorted({"", "a", "ab", "大", "大桥", "##大", "#大桥", "@大桥", "\U00020000", "z", "\ud800"})
    built = Vocabulary.of(terms)
    opened = Vocabulary.restored(built.arrays())
    for term in [*terms, "b", "大桥梁", "#", "@", "\U00020001"]:
        assert opened.get(term) == built.get(term)
        assert (term in opened) == (term in terms)
    assert opened.names == terms and list(opened) == terms and len(opened) == len(terms)
    assert opened.starting("#") == ["##大", "#大桥"] and opened.starting("@") == ["@大桥"]


letters = st.text(st.sampled_from("#@ab大桥\0\U00020000"), max_size=6)


@given(st.sets(letters, max_size=40), st.sets(letters, max_size=10), st.data())
def test_a_joined_vocabulary_is_the_one_of_all_its_terms(
    old: set[str], more: set[str], data: st.DataObject
) -> None:
    names = sorted(old)
    used = np.asarray(data.draw(st.lists(st.booleans(), min_size=len(names), max_size=len(names))), dtype=bool)
    joined, renumbered, numbers = Vocabulary.of(names).joined(used, more)
    staying = [name for name, stays in zip(names, used, strict=True) if stays]
    wanted = Vocabulary.of(sorted({*staying, *more}))
    for name, array in wanted.arrays().items():
        np.testing.assert_array_equal(joined.arrays()[name], array, err_msg=name)
    assert [joined[renumbered[names.index(name)]] for name in staying] == staying
    assert {term: joined.get(term) for term in more} == numbers
    assert all(joined.get(term) == place for place, term in enumerate(joined.names))
    assert all((term in joined) == (term in wanted.names) for term in old)
