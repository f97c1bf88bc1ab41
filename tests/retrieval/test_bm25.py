"""The model against rank_bm25, given the same idf: equal scores, equal order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from index.retrieval.bm25 import PostingsBM25, lucene_idf

TERMS = [*"abcdefgh", "的", "#开工", "##桥", "@大桥", "词"]
words = st.lists(st.sampled_from(TERMS), max_size=12)
corpora = st.lists(words, min_size=1, max_size=40).filter(lambda corpus: any(corpus))
queries = st.lists(st.sampled_from([*TERMS, "unknown"]), max_size=8)
budgets = st.sampled_from([0, 1000, 64 * 2**20])


class Reference(BM25Okapi):  # type: ignore[misc]
    """rank_bm25's own scoring and statistics, with Lucene's idf."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {term: lucene_idf(self.corpus_size, df) for term, df in nd.items()}


def ordered(scores: np.ndarray) -> list[tuple[int, float]]:  # type: ignore[type-arg]
    return [(n, s) for s, n in sorted((-s, n) for n, s in enumerate(scores.tolist()) if s > 0) for s in (-s,)]


@given(corpora, queries, budgets)
@settings(max_examples=100)
def test_scores_and_order_are_rank_bm25s(corpus: list[list[str]], query: list[str], dense: int) -> None:
    ours = PostingsBM25(corpus, 1.2, 0.75, dense=dense)
    theirs = Reference(corpus, k1=1.2, b=0.75)
    expected = np.asarray(theirs.get_scores(query), dtype=float)
    np.testing.assert_allclose(ours.get_scores(query), expected, rtol=1e-6, atol=1e-9)
    assert ours.avgdl == pytest.approx(theirs.avgdl) and ours.doc_len == theirs.doc_len
    assert ours.idf == pytest.approx(theirs.idf) and ours.doc_freqs == theirs.doc_freqs
    found, wanted = ours.top(query, 5), ordered(expected)[:5]
    assert [score for _, score in found] == pytest.approx([score for _, score in wanted], rel=1e-6)
    for (number, _), (other, score) in zip(found, wanted, strict=True):
        # Another document only where rank_bm25 itself gives both the same score, up to rounding.
        assert number == other or expected[number] == pytest.approx(score, rel=1e-6)


@given(corpora, queries, st.integers(1, 50))
def test_the_best_are_the_best_of_all_scores(corpus: list[list[str]], query: list[str], limit: int) -> None:
    model = PostingsBM25(corpus)
    every = ordered(model.get_scores(query))
    found = model.top(query, limit)
    assert len(found) == min(limit, len(every))
    assert [s for _, s in found] == pytest.approx([s for _, s in every[:limit]], rel=1e-6)
    assert all(found[i][1] > found[i + 1][1] or found[i][0] < found[i + 1][0] for i in range(len(found) - 1))


def test_the_fast_ways_are_exact_on_a_large_corpus() -> None:
    """Thousands of documents, so that rows, bounds and thinning out all come into play."""
    chance = np.random.default_rng(5)
    terms = [f"t{n}" for n in range(3000)]
    share = 1 / np.arange(1, 3001)
    share /= share.sum()
    corpus = chance.choice(terms, (6000, 30), p=share).tolist()
    models = [PostingsBM25(corpus, dense=dense) for dense in (0, 100_000, 2**26)]
    for _ in range(60):
        query = chance.choice(
            terms, int(chance.integers(1, 9)), p=share if chance.random() < 0.5 else None
        ).tolist()
        scores = models[0].get_scores(query)
        limit = int(chance.choice([1, 10, 100]))
        wanted = ordered(scores)[:limit]
        for model in models:
            found = model.top(query, limit)
            assert [s for _, s in found] == pytest.approx([s for _, s in wanted], rel=1e-6)
            assert all(scores[n] == pytest.approx(s, rel=1e-6) for n, s in found)


def test_an_empty_corpus() -> None:
    for corpus in ([], [[]], [[], []]):
        model = PostingsBM25(corpus)
        assert model.top(["a"], 10) == []
        assert model.get_scores(["a"]).tolist() == [0.0] * len(corpus)


def test_no_match_finds_nothing() -> None:
    model = PostingsBM25([["a", "b"], ["b"]])
    assert model.top(["z"], 10) == [] and model.top([], 10) == [] and model.top(["a"], 0) == []


def test_one_document() -> None:
    assert PostingsBM25([["a"]]).top(["a"], 10) == [(0, pytest.approx(lucene_idf(1, 1)))]


def test_ties_are_in_order_of_the_documents() -> None:
    for count in (3, 300, 5000):
        model = PostingsBM25([["a", "b"]] * count)
        assert [number for number, _ in model.top(["a"], 3)] == [0, 1, 2]
        assert [number for number, _ in model.top(["a", "b"], 3)] == [0, 1, 2]


def test_a_frequent_word_never_counts_more_than_a_rare_one() -> None:
    """rank_bm25 as shipped puts 的 above rare words."""
    model = PostingsBM25([["的", "桥"], *[["的"]] * 9])
    assert 0 < model.idf["的"] < model.idf["桥"]


@given(corpora, st.data())
@settings(max_examples=50)
def test_a_changed_model_equals_one_built_from_nothing(corpus: list[list[str]], data: st.DataObject) -> None:
    kept = np.asarray(data.draw(st.lists(st.booleans(), min_size=len(corpus), max_size=len(corpus))))
    more = data.draw(st.lists(words, max_size=5))
    pool = [tokens for tokens, stays in zip(corpus, kept, strict=True) if stays] + more
    order = np.asarray(data.draw(st.permutations(range(len(pool)))), dtype=np.int32)
    counts = [{term: tokens.count(term) for term in tokens} for tokens in more]
    changed = PostingsBM25(corpus).changed(kept, counts, order)
    fresh = PostingsBM25([pool[number] for number in order])
    assert changed.terms.names == fresh.terms.names
    for name, array in fresh.arrays().items():
        np.testing.assert_array_equal(changed.arrays()[name], array, err_msg=name)


@given(corpora)
@settings(max_examples=25)
def test_dense_rows_stay_within_their_budget(corpus: list[list[str]]) -> None:
    corpus = corpus * 8
    for budget in (0, 3000, 10**6):
        model = PostingsBM25(corpus, dense=budget)
        model.top([term for term in TERMS for _ in range(2)], 5)
        assert sum(row.nbytes for row, _ in model._rows.values()) <= budget
