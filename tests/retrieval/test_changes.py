"""The engine while it changes: additions, removals, compaction beside the searches, copies."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.language.tokens import Tokenizer
from index.retrieval.attic import Attic
from index.retrieval.embedded import EmbeddedEngine
from index.retrieval.engine import Document, Filters, Match
from index.retrieval.names import Names
from index.retrieval.scoring import pairs
from index.retrieval.snapshot import Snapshot
from tests.contracts.search_engine import document

WORDS = ("大桥", "图书馆", "开工", "投产", "公园", "第三小学", "水库", "污水处理厂", "招商", "签约")
QUERIES = ("大桥开工", "图书馆和公园", "水库招商签约", "第三小学")

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("，".join)
documents = st.builds(
    lambda key, text, district: document(f"{key}#0", text, district=district),
    st.sampled_from("abcdefghij"), texts, st.sampled_from(["甲区", "乙区", None]),
)  # fmt: skip
steps = st.lists(
    st.tuples(
        st.lists(documents, max_size=4, unique_by=lambda one: one.key),
        st.lists(st.sampled_from([f"{key}#0" for key in "abcdefghij"]), max_size=3),
    ),
    min_size=1,
    max_size=6,
)


def found(engine: EmbeddedEngine) -> list[tuple[Match, ...]]:
    return [engine.search(query, 20) for query in QUERIES]


def fresh(kept: dict[str, Document]) -> EmbeddedEngine:
    engine = EmbeddedEngine()
    engine.apply(1, list(kept.values()), ())
    return engine


def play(engine: EmbeddedEngine, changes: list[tuple[list[Document], list[str]]]) -> dict[str, Document]:
    kept: dict[str, Document] = {}
    for number, (add, remove) in enumerate(changes, 1):
        engine.apply(number, add, remove)
        kept = {key: one for key, one in kept.items() if key not in remove} | {one.key: one for one in add}
    return kept


@given(steps)
@settings(max_examples=25)
def test_after_compaction_everything_equals_a_build_from_nothing(
    changes: list[tuple[list[Document], list[str]]],
) -> None:
    engine = EmbeddedEngine(tail=100)
    kept = play(engine, changes)
    assert {one.key: one for one in engine.documents()} == kept
    assert {match.key for matches in found(engine) for match in matches} == {
        match.key for matches in found(fresh(kept)) for match in matches
    }
    engine.compact()
    other = fresh(kept)
    assert found(engine) == found(other)
    assert engine.statistics() == other.statistics()
    assert engine.documents() == other.documents()


@given(steps, steps)
@settings(max_examples=25)
def test_a_compaction_that_ends_later_loses_nothing(
    changes: list[tuple[list[Document], list[str]]], later: list[tuple[list[Document], list[str]]]
) -> None:
    engine = EmbeddedEngine(tail=1000)
    engine.apply(0, [document(f"z{n}#0", "别的内容。") for n in range(100)], ())
    play(engine, changes)
    before = engine.snapshot
    compact = before.compacted()
    for number, (add, remove) in enumerate(later, 50):
        engine.apply(number, add, remove)
    after = engine.snapshot
    assert after.follows(before)
    rebased = after.rebased(before, compact)
    assert rebased.generation == after.generation
    assert sorted(rebased.documents(), key=lambda d: d.key) == sorted(after.documents(), key=lambda d: d.key)
    assert rebased.compacted().model.terms.names == after.compacted().model.terms.names


def test_statistics_are_frozen_until_the_next_compaction() -> None:
    engine = EmbeddedEngine()
    engine.apply(1, [document(f"a{n}#0", f"{WORDS[n % 5]}。") for n in range(50)], ())
    before = engine.search("大桥", 3)
    engine.apply(2, [document("b#0", "大桥之外的很多事情，大桥也在其中，还有别的。")], ())
    assert engine.search("大桥", 3) == before
    assert "b#0" in {match.key for match in engine.search("大桥", 50)}
    engine.compact()
    assert engine.search("大桥", 3)[0].score != before[0].score


def test_a_compaction_runs_beside_the_searches() -> None:
    engine = EmbeddedEngine(tail=30)
    engine.apply(1, [document(f"a{n:04}#0", f"{WORDS[n % 10]}，第{n}件。") for n in range(400)], ())
    answers: list[int] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            answers.append(len(engine.search("大桥公园", 100)))

    thread = threading.Thread(target=look)
    thread.start()
    for n in range(75):
        engine.apply(2 + n, [document(f"b{n:04}#0", "大桥。")], ())
    engine._compactor.wait()
    stop.set()
    thread.join()
    assert answers and answers == sorted(answers)
    assert engine.snapshot.changed < 75  # at least one compaction ended
    assert len(engine.search("大桥公园", 300)) == 40 + 40 + 75
    assert engine.statistics().documents == 475


class Interrupted(dict[str, int]):
    """Frequencies of terms; while each of them is read, ``between`` happens, as another thread could."""

    def __init__(self, counts: Mapping[str, int], between: Callable[[], None]) -> None:
        super().__init__(counts)
        self._between = between

    def items(self) -> Any:
        for pair in super().items():
            yield pair
            self._between()


@pytest.mark.parametrize("main", [0, 1, 60, 3000])
@pytest.mark.parametrize("before", [0, 1, 5])
def test_a_search_amid_an_addition_sees_nothing_of_it(main: int, before: int) -> None:
    """At every moment of an addition, postings of the new document may be there already."""
    old = [document(f"a{n:04}#0", "公园") for n in range(main)]
    first = Snapshot.of(1, old, [[WORDS[n % 5], "的"] for n in range(main)])
    more = [(document(f"b{n}#0", "公园"), {"公园": 1, "的": 2, "桥": 1}) for n in range(before)]
    held = first.changed_by(2, more, ())
    queries = (["公园"], ["桥"], ["公园", "的"], ["公园", "的", "桥"], ["的", "的", "新"])
    filters = (None, Filters(district="甲区"))

    def searched(one: Snapshot) -> list[list[tuple[int, float]]]:
        assert not one.knows("新") and one.knows("桥") == (before > 0)
        return [pairs(one.first(query, 20, each)) for query in queries for each in filters]

    wanted = searched(held)
    seen: list[list[list[tuple[int, float]]]] = []
    counts = Interrupted({"公园": 3, "的": 1, "桥": 2, "新": 1}, lambda: seen.append(searched(held)))
    after = held.changed_by(3, [(document("c#0", "公园", district="甲区"), counts)], ())
    assert len(seen) == len(counts) and all(one == wanted for one in seen)
    assert searched(held) == wanted
    assert main + before in after.first(["新"], 20, None)[0]


def test_a_name_that_is_added_while_names_are_looked_for_disturbs_nothing() -> None:
    names = Names(["@大桥", "@大桥南"])
    found = names.places("大桥南站口", lambda term: names.add("@大桥南站口") or len(term) > 3)
    assert found == [(0, 3)]
    assert (0, 5) in names.places("大桥南站口", lambda term: True)


@pytest.fixture
def tokenised(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of documents that are tokenised from now on."""
    texts: list[str] = []
    stream = Tokenizer.stream

    def counting(self: Tokenizer, text: str, **more: Any) -> list[str]:
        texts.append(text)
        return stream(self, text, **more)

    monkeypatch.setattr(Tokenizer, "stream", counting)
    return texts


@pytest.mark.parametrize("compacted", [False, True])
@pytest.mark.parametrize("reopened", [False, True])
def test_what_was_taken_out_comes_back_without_being_tokenised(
    compacted: bool, reopened: bool, tokenised: list[str], tmp_path: Path
) -> None:
    held = [document(f"a{n}#0", f"{WORDS[n % 10]}，{WORDS[n % 7]}，第{n}件。") for n in range(30)]
    engine = EmbeddedEngine(tail=1000)
    engine.apply(1, held, ())
    before = [engine.search(query, 30) for query in QUERIES]
    engine.apply(2, [document("a0#0", "另一个水库。")], [one.key for one in held[10:]])
    if compacted:
        engine.compact()
    if reopened:
        engine.save(tmp_path / "x.index", "m")
        engine, _ = EmbeddedEngine.load(tmp_path / "x.index")
    tokenised.clear()
    engine.apply(3, [held[0], *held[10:]], ())
    assert tokenised == []
    engine.compact()
    assert [engine.search(query, 30) for query in QUERIES] == before


def test_the_same_key_with_another_text_is_tokenised(tokenised: list[str]) -> None:
    engine = EmbeddedEngine()
    engine.apply(1, [document("a#0", "公园。"), document("b#0", "大桥。")], ())
    engine.apply(2, (), ["a#0"])
    tokenised.clear()
    engine.apply(3, [document("a#0", "水库。")], ())
    assert tokenised == ["水库。"]
    assert [match.key for match in engine.search("水库")] == ["a#0"] and engine.search("公园") == ()


def test_the_attic_holds_no_more_than_it_has_room_for() -> None:
    attic = Attic(room=2000)
    old = [document(f"a{n}#0", f"第{n}件") for n in range(100)]
    for one in old:
        attic.put(one, {"件": 1, one.text: 2})
        assert sum(array.nbytes for name, array in attic.arrays().items() if name != "attic_edges") <= 2000
    assert attic.take(old[0]) is None
    assert attic.take(old[99]) == {"件": 1, "第99件": 2}
    assert attic.take(old[99]) is None
    kept = len(attic)
    assert 10 < kept < 100 and len(Attic.restored(attic.arrays())) == kept


def test_a_copy_changes_without_its_original() -> None:
    engine = EmbeddedEngine()
    engine.apply(1, [document("a#0", "大桥开工。")], ())
    first, second = engine.successor(), engine.successor()
    first.apply(2, [document("b#0", "大桥投产。")], ())
    second.apply(2, [document("c#0", "大桥签约。")], ["a#0"])
    assert [m.key for m in engine.search("大桥")] == ["a#0"]
    assert {m.key for m in first.search("大桥")} == {"a#0", "b#0"}
    assert {m.key for m in second.search("大桥")} == {"c#0"}
    assert not second.snapshot.follows(first.snapshot)


def test_an_engine_that_is_no_newer_gets_no_foreign_compaction() -> None:
    engine = EmbeddedEngine(tail=5)
    engine.apply(1, [document(f"a{n}#0", "公园。") for n in range(60)], ())
    first = engine.successor()
    first.apply(2, [document(f"b{n}#0", "大桥。") for n in range(8)], ())
    second = engine.successor()
    second.apply(2, [document("c#0", "水库。")], ())
    engine._compactor.wait()
    assert [m.key for m in second.search("大桥")] == []
    assert [m.key for m in second.search("水库")] == ["c#0"]


def test_names_in_a_question_bring_their_documents_to_the_front() -> None:
    engine = EmbeddedEngine()
    engine.apply(
        1,
        [
            *(document(f"z{n}#0", f"{WORDS[n % 10]}，第{n}件，三层。") for n in range(40)),
            Document(
                "a#0", "passage", "a", "大沙东", "大沙东站位于东路，共有三层，三层都有楼梯。", ("大沙东站",)
            ),
            Document("b#0", "passage", "b", "大沙地", "大沙地站位于西路，设有站台。", ("大沙地站",)),
        ],
        (),
    )
    assert engine.search("大沙地站共有几层")[0].key == "b#0"
    assert engine.search("大沙东站共有几层")[0].key == "a#0"
    reasons = engine.explain("大沙地站共有几层", "b#0")
    assert [term.term for term in reasons.terms if term.field == "entity"] == ["@大沙地站"]


def test_a_name_that_was_added_is_known_at_once_and_forgotten_when_it_left() -> None:
    engine = EmbeddedEngine()
    engine.apply(1, [document(f"a{n}#0", "公园开放。") for n in range(20)], ())
    engine.apply(2, [Document("b#0", "passage", "b", "", "那里有一座桥。", ("沙河大桥",))], ())
    assert engine.search("沙河大桥")[0].key == "b#0"
    engine.apply(3, (), ["b#0"])
    assert engine.search("沙河大桥") == ()


@pytest.mark.parametrize("count", [0, 1, 40])
def test_compaction_of_nothing(count: int) -> None:
    held = Snapshot.of(1, [document(f"a{n:02}#0", "公园。") for n in range(count)], [["公园"]] * count)
    assert list(held.compacted().documents()) == list(held.documents())
