"""The embedded engine, and a small one over rank_bm25 as it is, fulfil the same contract."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest
from rank_bm25 import BM25Okapi

from index.language.tokens import default_tokenizer
from index.retrieval.bm25 import lucene_idf
from index.retrieval.embedded import EmbeddedEngine
from index.retrieval.engine import Document, Explanation, Filters, Match, SearchEngine, Statistics, TermWeight
from index.retrieval.table import passes
from tests.contracts.search_engine import Maker, SearchEngineContract


class _Okapi(BM25Okapi):  # type: ignore[misc]
    """rank_bm25 with an idf that is always positive."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {term: lucene_idf(self.corpus_size, df) for term, df in nd.items()}
        self.df = nd


class ScanningEngine:
    """Everything is looked at for every query, words only: slow, short, and surely right."""

    def __init__(self) -> None:
        self._state: tuple[int, dict[str, Document], _Okapi | None] = (0, {}, None)

    @property
    def generation(self) -> int:
        return self._state[0]

    def search(
        self, query: str, limit: int = 10, filters: Filters | None = None, entities: Sequence[str] = ()
    ) -> tuple[Match, ...]:
        _, documents, model = self._state
        if model is None:
            return ()
        scores = model.get_scores(self._words(query))
        ranked = sorted((-score, key) for key, score in zip(documents, scores, strict=True) if score > 0)
        kept = [pair for pair in ranked if filters is None or passes(documents[pair[1]], filters)]
        return tuple(Match(key, -score, rank) for rank, (score, key) in enumerate(kept[:limit], 1))

    def explain(self, query: str, key: str) -> Explanation:
        _, documents, model = self._state
        number = list(documents).index(key) if key in documents else None
        if number is None or model is None:
            raise KeyError(key)
        parts = []
        for term in self._words(query):
            tf = model.doc_freqs[number].get(term, 0)
            if tf:
                part = float(model.get_batch_scores([term], [number])[0])
                parts.append(TermWeight(term, "word", model.df[term], model.idf[term], tf, part))
        return Explanation(key, sum(part.contribution for part in parts), tuple(parts))

    def statistics(self) -> Statistics:
        return Statistics(len(self._state[1]), 0, 0, 0.0)

    def apply(self, generation: int, add: Sequence[Document], remove: Collection[str]) -> None:
        gone = {*remove, *(one.key for one in add)}
        kept = {key: one for key, one in self._state[1].items() if key not in gone}
        kept |= {one.key: one for one in add}
        model = _Okapi([self._words(one.text) for one in kept.values()]) if kept else None
        self._state = (generation, kept, model)

    def close(self) -> None:
        """Nothing is held."""

    def _words(self, text: str) -> list[str]:
        return [term for term in default_tokenizer().query_stream(text) if term[0] not in "#@"]


class TestScanningEngine(SearchEngineContract):
    @pytest.fixture
    def make(self) -> Maker:
        return ScanningEngine


class TestEmbeddedEngine(SearchEngineContract):
    @pytest.fixture
    def make(self) -> Maker:
        return EmbeddedEngine


class TestEmbeddedEngineThatCompactsAllTheTime(SearchEngineContract):
    @pytest.fixture
    def make(self) -> Maker:
        return lambda: EmbeddedEngine(tail=0)


class TestEmbeddedEngineWithoutRows(SearchEngineContract):
    @pytest.fixture
    def make(self) -> Maker:
        return lambda: EmbeddedEngine(dense=0)


def test_both_are_engines() -> None:
    engines: list[SearchEngine] = [ScanningEngine(), EmbeddedEngine()]
    assert all(engine.generation == 0 for engine in engines)
