"""rank_bm25's Okapi model with posting lists.

Statistics and formula are rank_bm25's (tf·(k1+1) / (tf + k1·(1 − b + b·length/average))); two things are
overridden: the idf is Lucene's, ln(1 + (N − df + ½)/(df + ½)), which is always positive, and scoring walks
the posting lists of the query's terms instead of every document (Robertson & Zaragoza 2009, §3.2).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

K1, B = 0.9, 0.75


def _base() -> Any:
    from rank_bm25 import BM25Okapi

    return BM25Okapi


class PostingsBM25(_base()):  # type: ignore[misc]
    """BM25 over tokenised documents.

    Args:
        corpus: one list of tokens a document; may be empty.
        k1, b: saturation and length normalisation.
    """

    def __init__(self, corpus: Sequence[Sequence[str]], k1: float = K1, b: float = B) -> None:
        self.terms: dict[str, int] = {}
        if any(corpus):
            super().__init__([list(document) for document in corpus], k1=k1, b=b, epsilon=0.0)
        else:  # rank_bm25 divides by the number of tokens
            self.corpus_size, self.avgdl, self.doc_len = len(corpus), 0.0, [0] * len(corpus)
            self.doc_freqs: list[dict[str, int]] = [{} for _ in corpus]
            self.idf: dict[str, float] = {}
            self.k1, self.b, self.epsilon = k1, b, 0.0
        self._index()

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {term: math.log(1 + (self.corpus_size - df + 0.5) / (df + 0.5)) for term, df in nd.items()}
        self.df = dict(nd)

    def _index(self) -> None:
        """Posting lists as CSR arrays: documents and impacts of each term, documents ascending."""
        lengths = np.asarray(self.doc_len, dtype=np.float32)
        norm = self.k1 * (1 - self.b + self.b * lengths / (self.avgdl or 1.0))
        postings: dict[str, list[tuple[int, int]]] = {}
        for number, frequencies in enumerate(self.doc_freqs):
            for term, frequency in frequencies.items():
                postings.setdefault(term, []).append((number, frequency))
        self.terms = {term: number for number, term in enumerate(postings)}
        sizes = [len(held) for held in postings.values()]
        self.starts = (
            np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))) if sizes else np.zeros(1, dtype=np.int64)
        )
        flat = [pair for held in postings.values() for pair in held]
        self.documents = np.asarray([document for document, _ in flat], dtype=np.int32)
        self.frequencies = np.asarray([frequency for _, frequency in flat], dtype=np.float32)
        idf = (
            np.repeat(np.asarray([self.idf[term] for term in postings], dtype=np.float32), sizes)
            if sizes
            else self.frequencies
        )
        tf = self.frequencies
        weights = idf * tf * (self.k1 + 1) / (tf + norm[self.documents]) if sizes else tf
        self.impacts: npt.NDArray[np.float32] = weights.astype(np.float32)

    def get_scores(self, query: Sequence[str]) -> npt.NDArray[np.float32]:
        """One score a document; documents that share no term with ``query`` get 0."""
        scores: npt.NDArray[np.float32] = np.zeros(self.corpus_size, dtype=np.float32)
        for term, weight in Counter(query).items():
            number = self.terms.get(term)
            if number is not None:
                low, high = self.starts[number], self.starts[number + 1]
                scores[self.documents[low:high]] += weight * self.impacts[low:high]
        return scores

    def top(self, query: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """(document, score) of the best ``limit`` documents with a positive score, ties by document number."""
        scores = self.get_scores(query)
        return best(scores, limit)


def best(scores: npt.NDArray[np.float32], limit: int) -> list[tuple[int, float]]:
    """The ``limit`` largest positive scores with their positions, ties by position."""
    if limit <= 0 or not len(scores):
        return []
    if limit < len(scores):
        floor = float(np.partition(scores, len(scores) - limit)[len(scores) - limit])
        places = np.flatnonzero((scores >= floor) & (scores > 0))
    else:
        places = np.flatnonzero(scores > 0)
    order = places[np.lexsort((places, -scores[places]))][:limit]
    return [(int(place), float(scores[place])) for place in order]
