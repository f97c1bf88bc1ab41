"""The engine while it changes: additions, removals, compaction beside the searches, copies."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.retrieval.embedded import EmbeddedEngine
from index.retrieval.engine import Document, Match
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
