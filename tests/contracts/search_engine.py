"""What every search engine behind the library must do, as a class of tests to inherit.

A test class of an engine gives ``make`` and ``deterministic_scores`` where its scores may differ.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from index.retrieval.engine import Document, Filters, SearchEngine

Maker = Callable[[], SearchEngine]


def document(key: str, text: str, **more: str | None) -> Document:
    """A passage; the article is what stands before # in the key."""
    values = {"kind": "passage", "article": key.partition("#")[0], "title": "", **more}
    return Document(key=key, text=text, **values)  # type: ignore[arg-type]


LIBRARY = document("a#0", "图书馆新馆开放，设有三百个座位。", district="甲区", date="2024-03-01")
BRIDGE = document("b#0", "跨河大桥合龙，大桥全长两公里。", district="乙区", date="2024-04-01")
SCHOOL = document("c#0", "第三小学扩建，新增教室和图书馆。", district="甲区", date=None)
ROW = document("b!0", "跨河大桥，开工", kind="project", district="乙区", period="7", date="2024-04-02")
ALL = (LIBRARY, BRIDGE, SCHOOL, ROW)


class SearchEngineContract:
    """Inherit, and give the fixture ``make``: a function that returns a new, empty engine."""

    @pytest.fixture
    def engine(self, make: Maker) -> SearchEngine:
        made = make()
        made.apply(1, ALL, ())
        return made

    def keys(
        self, engine: SearchEngine, query: str, limit: int = 10, filters: Filters | None = None
    ) -> list[str]:
        return [match.key for match in engine.search(query, limit, filters)]

    def test_an_empty_engine_finds_nothing(self, make: Maker) -> None:
        engine = make()
        assert engine.search("图书馆") == ()
        assert engine.statistics().documents == 0

    def test_what_matches_best_comes_first(self, engine: SearchEngine) -> None:
        found = engine.search("跨河大桥有多长")
        assert {found[0].key, found[1].key} == {"b#0", "b!0"}
        assert [match.rank for match in found] == list(range(1, len(found) + 1))
        scores = [match.score for match in found]
        assert scores == sorted(scores, reverse=True) and scores[-1] > 0

    def test_a_query_without_a_known_term_finds_nothing(self, engine: SearchEngine) -> None:
        assert engine.search("xyz qqq") == ()
        assert engine.search("") == ()
        assert engine.search("，。！？") == ()

    def test_the_limit_holds(self, engine: SearchEngine) -> None:
        assert len(engine.search("图书馆大桥小学", 2)) == 2
        assert self.keys(engine, "图书馆大桥小学", 2) == self.keys(engine, "图书馆大桥小学", 9)[:2]

    def test_ties_are_in_the_order_of_the_keys(self, make: Maker) -> None:
        engine = make()
        engine.apply(1, [document(f"{key}#0", "公园开放。") for key in "cadb"], ())
        assert self.keys(engine, "公园") == ["a#0", "b#0", "c#0", "d#0"]

    @pytest.mark.parametrize(
        ("filters", "keys"),
        [
            (Filters(district="甲区"), {"a#0", "c#0"}),
            (Filters(district="甲"), set()),
            (Filters(kind="project"), {"b!0"}),
            (Filters(kind="passage", district="乙区"), {"b#0"}),
            (Filters(period="7"), {"b!0"}),
            (Filters(date_from="2024-04-01"), {"b#0", "b!0"}),
            (Filters(date_to="2024-04-01"), {"a#0", "b#0"}),
            (Filters(date_from="2024-04-02", date_to="2024-04-02"), {"b!0"}),
        ],
    )
    def test_filters_are_exact(self, engine: SearchEngine, filters: Filters, keys: set[str]) -> None:
        assert set(self.keys(engine, "图书馆大桥小学开放开工", 10, filters)) == keys

    def test_filters_come_before_the_limit(self, make: Maker) -> None:
        engine = make()
        many = [document(f"x{n:03}#0", "大桥大桥大桥。", district="乙区") for n in range(300)]
        engine.apply(1, [*many, document("y#0", "那一带还有一座大桥和别的许多东西。", district="甲区")], ())
        assert self.keys(engine, "大桥", 1, Filters(district="甲区")) == ["y#0"]

    def test_a_change_is_seen_at_once(self, engine: SearchEngine) -> None:
        engine.apply(2, [document("d#0", "体育馆开馆。")], ["a#0"])
        assert engine.generation == 2
        assert self.keys(engine, "体育馆")[0] == "d#0"
        assert "a#0" not in self.keys(engine, "图书馆")
        assert engine.statistics().documents == len(ALL)

    def test_the_same_key_again_replaces(self, engine: SearchEngine) -> None:
        engine.apply(2, [document("a#0", "体育馆开馆。")], ())
        engine.apply(3, [document("a#0", "剧院开馆。")], ())
        assert self.keys(engine, "剧院")[0] == "a#0"
        assert "a#0" not in self.keys(engine, "体育")
        assert engine.statistics().documents == len(ALL)

    def test_removing_what_is_not_there_changes_nothing(self, engine: SearchEngine) -> None:
        before = self.keys(engine, "图书馆")
        engine.apply(2, (), ["nothing#9"])
        assert self.keys(engine, "图书馆") == before
        assert engine.statistics().documents == len(ALL)

    def test_an_explanation_is_of_the_documents_terms(self, engine: SearchEngine) -> None:
        found = engine.search("图书馆新馆")[0]
        reasons = engine.explain("图书馆新馆", found.key)
        assert reasons.key == found.key
        assert reasons.score == pytest.approx(found.score, rel=1e-5)
        total = sum(term.contribution for term in reasons.terms)
        assert total * reasons.factor == pytest.approx(found.score, rel=1e-5)
        assert all(term.tf >= 1 and term.df >= 1 and term.idf > 0 for term in reasons.terms)
        with pytest.raises(KeyError):
            engine.explain("图书馆", "nothing#9")

    def test_the_same_query_gives_the_same(self, engine: SearchEngine) -> None:
        assert engine.search("图书馆大桥") == engine.search("图书馆大桥")

    def test_searches_see_one_generation(self, make: Maker) -> None:
        """Each generation holds all documents of one name or all of the other, never a mix."""
        engine = make()
        pairs = [[document(f"{side}{n}#0", "广场改造完成。") for n in range(20)] for side in "ab"]
        engine.apply(1, pairs[0], ())
        seen: list[set[str]] = []
        stop = threading.Event()

        def look() -> None:
            while not stop.is_set():
                seen.append({match.key[0] for match in engine.search("广场改造", 50)})

        threads = [threading.Thread(target=look) for _ in range(2)]
        for thread in threads:
            thread.start()
        for turn in range(2, 30):
            engine.apply(turn, pairs[(turn + 1) % 2], [one.key for one in pairs[turn % 2]])
        stop.set()
        for thread in threads:
            thread.join()
        assert seen and all(len(sides) == 1 for sides in seen)
