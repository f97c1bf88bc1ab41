"""rank_bm25's Okapi model with posting lists.

Statistics and formula are rank_bm25's (tf·(k1+1) / (tf + k1·(1 − b + b·length/average))); two things are
overridden: the idf is Lucene's, ln(1 + (N − df + ½)/(df + ½)), which is always positive, and scoring walks
the posting lists of the query's terms instead of every document (Robertson & Zaragoza 2009, §3.2). A
posting holds its document's finished contribution, so that scoring is one addition a posting; the most
frequent terms are kept as dense rows besides.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from index.retrieval.names import MARK, Names

K1, B = 0.9, 0.75
DENSE_BYTES = 64 * 2**20  # memory for dense rows
_DENSE_SHARE = 1 / 12  # of the documents from which a posting list is slower than a dense row
_BLOCK = 256  # documents whose best score is looked at first

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Arrays = dict[str, npt.NDArray[Any]]


def _base() -> Any:
    from rank_bm25 import BM25Okapi

    return BM25Okapi


def lucene_idf(documents: int, df: int) -> float:
    """ln(1 + (N − df + ½)/(df + ½)): always positive (Lucene's BM25Similarity)."""
    return math.log(1 + (documents - df + 0.5) / (df + 0.5))


class PostingsBM25(_base()):  # type: ignore[misc]
    """BM25 over tokenised documents.

    Args:
        corpus: one list of tokens a document; may be empty.
        k1, b: saturation and length normalisation. dense: bytes for dense rows of frequent terms.

    Attributes:
        terms: number of each term. starts, documents, impacts: CSR posting lists by term number, documents
            ascending. forward: CSR (starts, terms, frequencies) by document.
    """

    def __init__(
        self, corpus: Iterable[Sequence[str]], k1: float = K1, b: float = B, *, dense: int = DENSE_BYTES
    ) -> None:
        self.terms: dict[str, int] = {}
        self._index(*self._counted(corpus), k1, b, dense)

    @classmethod
    def restored(
        cls, terms: Sequence[str], arrays: Arrays, k1: float = K1, b: float = B, *, dense: int = DENSE_BYTES
    ) -> PostingsBM25:
        """The model whose ``arrays()`` these are; nothing is tokenised or counted again."""
        made = cls.__new__(cls)
        made.terms = dict(zip(terms, range(len(terms)), strict=True))
        made._set(arrays, k1, b, dense)
        return made

    def arrays(self) -> Arrays:
        """What has to be kept besides the terms."""
        return {
            "lengths": self.lengths, "forward_starts": self.forward[0], "forward_terms": self.forward[1],
            "forward_frequencies": self.forward[2], "starts": self.starts, "documents": self.documents,
            "impacts": self.impacts,
        }  # fmt: skip

    def _counted(self, corpus: Iterable[Sequence[str]]) -> tuple[Ints, Ints, Ints, Ints]:
        """(lengths, documents, terms, frequencies), the last three sorted by document, then term."""
        terms = self.terms
        flat: list[int] = []
        sizes: list[int] = []
        for tokens in corpus:
            flat.extend([terms.setdefault(token, len(terms)) for token in tokens])
            sizes.append(len(tokens))
        lengths = np.asarray(sizes, dtype=np.int32)
        owners = np.repeat(np.arange(len(sizes), dtype=np.int64), lengths)
        width = max(len(terms), 1)
        codes, counts = np.unique(owners * width + np.asarray(flat, dtype=np.int64), return_counts=True)
        return (
            lengths, (codes // width).astype(np.int32), (codes % width).astype(np.int32), counts.astype(np.int32)
        )  # fmt: skip

    def _index(
        self, lengths: Ints, documents: Ints, terms: Ints, frequencies: Ints, k1: float, b: float, dense: int
    ) -> None:
        """Posting lists with the contribution of each posting."""
        count, width = len(lengths), len(self.terms)
        df = np.bincount(terms, minlength=width)
        idf = np.log(1 + (count - df + 0.5) / (df + 0.5))
        average = float(lengths.mean()) if count else 0.0
        norm = k1 * (1 - b + b * lengths / (average or 1.0))
        impacts = (
            idf[terms] * frequencies * (k1 + 1) / (frequencies + norm[documents]) if count else np.zeros(0)
        )
        order = np.argsort(terms, kind="stable")
        arrays: Arrays = {
            "lengths": lengths,
            "forward_starts": _starts(np.bincount(documents, minlength=count)),
            "forward_terms": terms,
            "forward_frequencies": frequencies,
            "starts": _starts(df),
            "documents": documents[order],
            "impacts": impacts[order].astype(np.float32),
        }
        self._set(arrays, k1, b, dense)

    def _set(self, arrays: Arrays, k1: float, b: float, dense: int) -> None:
        self.k1, self.b, self.epsilon = k1, b, 0.0
        self.lengths: Ints = arrays["lengths"]
        self.forward = (arrays["forward_starts"], arrays["forward_terms"], arrays["forward_frequencies"])
        self.starts, self.documents = arrays["starts"], arrays["documents"]
        self.impacts: Floats = arrays["impacts"]
        self.corpus_size = len(self.lengths)
        self.avgdl = float(self.lengths.mean()) if self.corpus_size else 0.0
        self._dense = self._dense_rows(dense)

    def _dense_rows(self, budget: int) -> dict[int, Floats]:
        """The longest posting lists as one float a document."""
        sizes = np.diff(self.starts)
        least = max(_BLOCK, self.corpus_size * _DENSE_SHARE)
        most = budget // max(4 * self.corpus_size, 1)
        longest = [int(term) for term in np.argsort(-sizes)[:most] if sizes[term] >= least]
        rows: dict[int, Floats] = {}
        for term in longest:
            row: Floats = np.zeros(self.corpus_size, dtype=np.float32)
            low, high = self.starts[term], self.starts[term + 1]
            row[self.documents[low:high]] = self.impacts[low:high]
            rows[term] = row
        return rows

    # ---- rank_bm25's statistics, where somebody asks for them

    @property
    def doc_len(self) -> list[int]:
        """Tokens of each document."""
        return [int(length) for length in self.lengths]

    @cached_property
    def df(self) -> dict[str, int]:
        """How many documents have each term."""
        sizes = np.diff(self.starts).tolist()
        return dict(zip(self.terms, sizes, strict=True))

    @cached_property
    def idf(self) -> dict[str, float]:
        """Lucene's idf of each term."""
        return {term: lucene_idf(self.corpus_size, df) for term, df in self.df.items()}

    @cached_property
    def doc_freqs(self) -> list[dict[str, int]]:
        """Frequencies of the terms of each document."""
        names = list(self.terms)
        return [{names[t]: f for t, f in self._of(number)} for number in range(self.corpus_size)]

    def frequencies(self, number: int) -> Mapping[str, int]:
        """Frequencies of the terms of one document."""
        names = self._names
        return {names[term]: frequency for term, frequency in self._of(number)}

    @cached_property
    def _names(self) -> list[str]:
        return list(self.terms)

    @cached_property
    def names(self) -> Names:
        """The names among the terms."""
        return Names(term for term in self.terms if term[:1] == MARK)

    def _of(self, number: int) -> list[tuple[int, int]]:
        starts, terms, frequencies = self.forward
        low, high = starts[number], starts[number + 1]
        return list(zip(terms[low:high].tolist(), frequencies[low:high].tolist(), strict=True))

    def document_frequency(self, term: str) -> int:
        """How many documents have ``term``."""
        number = self.terms.get(term)
        return 0 if number is None else int(self.starts[number + 1] - self.starts[number])

    # ---- scoring

    def get_scores(self, query: Sequence[str]) -> Floats:
        """One score a document; documents that share no term with ``query`` get 0."""
        scores: Floats = np.zeros(self.corpus_size, dtype=np.float32)
        for term, weight in Counter(query).items():
            number = self.terms.get(term)
            if number is None:
                continue
            row = self._dense.get(number)
            if row is not None:
                scores += row if weight == 1 else weight * row
                continue
            low, high = self.starts[number], self.starts[number + 1]
            part = self.impacts[low:high]
            scores[self.documents[low:high]] += part if weight == 1 else weight * part
        return scores

    def top(self, query: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """(document, score) of the best ``limit`` documents with a positive score, ties by document number."""
        return best(self.get_scores(query), limit)

    def holding(self, term: str, numbers: Ints) -> npt.NDArray[np.bool_]:
        """Which of the documents ``numbers`` have ``term``."""
        number = self.terms.get(term)
        if number is None:
            return np.zeros(len(numbers), dtype=bool)
        held = self.documents[self.starts[number] : self.starts[number + 1]]
        places = np.minimum(np.searchsorted(held, numbers), len(held) - 1)
        return np.asarray(held[places] == numbers)


def best(scores: Floats, limit: int) -> list[tuple[int, float]]:
    """The ``limit`` largest positive scores with their positions, ties by position."""
    if limit <= 0 or not len(scores):
        return []
    floor = _floor(scores, limit)
    places = np.flatnonzero(scores >= floor) if floor > 0 else np.flatnonzero(scores > 0)
    order = places[np.lexsort((places, -scores[places]))][:limit]
    return [(int(place), float(scores[place])) for place in order]


def _floor(scores: Floats, limit: int) -> float:
    """A bound that at least ``limit`` scores reach: the limit-th best of the blocks' best scores."""
    if len(scores) < _BLOCK * (limit + 1):
        if limit >= len(scores):
            return 0.0
        return float(np.partition(scores, len(scores) - limit)[len(scores) - limit])
    whole = len(scores) // _BLOCK * _BLOCK
    tops = scores[:whole].reshape(-1, _BLOCK).max(axis=1)
    return float(np.partition(tops, len(tops) - limit)[len(tops) - limit])


def _starts(sizes: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes, dtype=np.int64)))
