"""rank_bm25's Okapi model with posting lists.

Statistics and formula are rank_bm25's (tf·(k1+1) / (tf + k1·(1 − b + b·length/average))); two things are
overridden: the idf is Lucene's, ln(1 + (N − df + ½)/(df + ½)), which is always positive, and scoring walks
the posting lists of the query's terms instead of every document (Robertson & Zaragoza 2009, §3.2). A
posting holds its document's finished contribution, so that scoring is one addition a posting; the most
frequent terms are kept as dense rows besides, as far as a budget reaches.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from index.retrieval.names import MARK, Names
from index.retrieval.scoring import (
    Floats,
    Longs,
    Parts,
    Postings,
    Row,
    Scratch,
    numbers_of,
    packed,
    pairs,
    top,
    total,
    values_of,
)
from index.retrieval.vocabulary import Vocabulary

K1, B = 0.9, 0.75
DENSE_BYTES = 64 * 2**20  # memory for dense rows and for lists that are kept at hand
_DENSE_SHARE = 1 / 25  # of the documents from which a posting list is slower than a dense row
_DENSE_LEAST = 512  # documents of a term below which a row never pays
_FEW_POSTINGS = 2048  # of all terms, which are counted at once in less time than looked up one by one
_READY_SHARE = 1 / 8  # of the budget for lists that are kept at hand
_READY_BYTES = 250  # what each of them takes: a view, a name, a place in the table

Arrays = dict[str, npt.NDArray[Any]]
Ints = npt.NDArray[np.int32]


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
        terms: number of each term. starts, postings: CSR posting lists by term number.
        forward: CSR (starts, terms, frequencies) by document.
    """

    terms: Vocabulary

    def __init__(
        self, corpus: Iterable[Sequence[str]], k1: float = K1, b: float = B, *, dense: int = DENSE_BYTES
    ) -> None:
        names, lengths, owners, terms, frequencies = _counted(corpus)
        self._set(names, _indexed(len(names), lengths, owners, terms, frequencies, k1, b), k1, b, dense)

    @classmethod
    def restored(
        cls, terms: Vocabulary, arrays: Arrays, k1: float = K1, b: float = B, *, dense: int = DENSE_BYTES
    ) -> PostingsBM25:
        """The model whose ``arrays()`` these are; nothing is tokenised or counted again."""
        made = cls.__new__(cls)
        made._set(terms, arrays, k1, b, dense)
        return made

    def arrays(self) -> Arrays:
        """What has to be kept besides the terms."""
        return {
            "lengths": self.lengths, "forward_starts": self.forward[0], "forward_terms": self.forward[1],
            "forward_frequencies": self.forward[2], "starts": self.starts, "postings": self.postings,
        }  # fmt: skip

    def changed(
        self, kept: npt.NDArray[np.bool_], more: Sequence[Mapping[str, int]], order: Ints
    ) -> PostingsBM25:
        """The model of the documents ``kept`` and of ``more`` ones, equal to one built from nothing.

        Args:
            kept: which of the documents stay. more: frequencies of the terms of each new document.
            order: the documents in their new order, as positions in the kept ones followed by the new ones.
        """
        starts, old_terms, old_frequencies = self.forward
        sizes = np.diff(starts)
        staying = np.repeat(kept, sizes)
        old_terms = old_terms[staying]
        used = np.zeros(len(self.terms), dtype=bool)
        used[old_terms] = True
        names, renumbered, fresh = self.terms.joined(used, {term for counts in more for term in counts})
        places = np.empty(len(order), dtype=np.int32)
        places[order] = np.arange(len(order), dtype=np.int32)
        live = int(kept.sum())
        owners = [np.repeat(places[:live], sizes[kept])]
        terms, frequencies = [renumbered[old_terms]], [old_frequencies[staying]]
        added = np.asarray([fresh[term] for counts in more for term in counts], dtype=np.int32)
        owner = np.repeat(places[live:], [len(counts) for counts in more])
        sorting = np.lexsort((added, owner))
        owners.append(owner[sorting])
        terms.append(added[sorting])
        times = np.asarray([times for counts in more for times in counts.values()], dtype=np.int32)
        frequencies.append(times[sorting])
        documents = np.concatenate(owners)
        sorting = _order(documents)
        lengths = np.concatenate(
            (self.lengths[kept], np.asarray([sum(c.values()) for c in more], dtype=np.int32))
        )[order]
        arrays = _indexed(
            len(names), lengths, documents[sorting], np.concatenate(terms)[sorting],
            np.concatenate(frequencies)[sorting], self.k1, self.b,
        )  # fmt: skip
        return PostingsBM25.restored(names, arrays, self.k1, self.b, dense=self._budget)

    def _set(self, terms: Vocabulary, arrays: Arrays, k1: float, b: float, dense: int) -> None:
        self.k1, self.b, self.epsilon = k1, b, 0.0
        self.terms = terms
        self.lengths: Ints = arrays["lengths"]
        self.forward = (arrays["forward_starts"], arrays["forward_terms"], arrays["forward_frequencies"])
        self.starts: npt.NDArray[np.int64] = arrays["starts"]
        self.postings: Postings = arrays["postings"]
        self.corpus_size = len(self.lengths)
        self.avgdl = float(self.lengths.mean()) if self.corpus_size else 0.0
        self.scratch = Scratch()
        self._budget = dense
        self._starts = np.ascontiguousarray(self.starts).data
        self._dense_from = self._least_dense()
        self._rows: dict[str, Row] = {}
        self._ready: dict[str, Postings] = {}
        self._ready_bytes = 0

    def _least_dense(self) -> int:
        """Documents of a term from which it is a dense row: the longest lists, as many as the budget has room for."""
        least = max(_DENSE_LEAST, int(self.corpus_size * _DENSE_SHARE))
        sizes = np.diff(self.starts)
        long = np.sort(sizes[sizes >= least])[::-1]
        most = int(self._budget * (1 - _READY_SHARE)) // (4 * self.corpus_size + 4)
        return least if len(long) <= most else int(long[most - 1]) + 1 if most else self.corpus_size + 1

    # ---- rank_bm25's statistics, where somebody asks for them

    @property
    def doc_len(self) -> list[int]:
        """Tokens of each document."""
        return [int(length) for length in self.lengths]

    @cached_property
    def df(self) -> dict[str, int]:
        """How many documents have each term."""
        return dict(zip(self.terms.names, np.diff(self.starts).tolist(), strict=True))

    @cached_property
    def idf(self) -> dict[str, float]:
        """Lucene's idf of each term."""
        return {term: lucene_idf(self.corpus_size, df) for term, df in self.df.items()}

    @cached_property
    def doc_freqs(self) -> list[Mapping[str, int]]:
        """Frequencies of the terms of each document."""
        return [self.frequencies(number) for number in range(self.corpus_size)]

    def frequencies(self, number: int) -> Mapping[str, int]:
        """Frequencies of the terms of one document."""
        starts, terms, frequencies = self.forward
        low, high = starts[number], starts[number + 1]
        pairs = zip(terms[low:high].tolist(), frequencies[low:high].tolist(), strict=True)
        return {self.terms[term]: times for term, times in pairs}

    @cached_property
    def names(self) -> Names:
        """The names among the terms."""
        return Names(self.terms.starting(MARK))

    def document_frequency(self, term: str) -> int:
        """How many documents have ``term``."""
        number = self.terms.get(term)
        return 0 if number is None else int(self._starts[number + 1] - self._starts[number])

    def has(self, term: str) -> bool:
        """Whether a document has ``term``."""
        number = self.terms.get(term)
        return number is not None and bool(self._starts[number + 1] > self._starts[number])

    def idf_of(self, terms: Sequence[str]) -> list[float]:
        """Lucene's idf of each of ``terms``, known or not."""
        counts = [0 if n is None else self._starts[n + 1] - self._starts[n] for n in self.terms.find(terms)]
        return [lucene_idf(self.corpus_size, count) for count in counts]

    # ---- scoring

    def parts(self, query: Iterable[str]) -> Parts:
        """What the terms contribute; a term that comes twice counts twice."""
        found = Parts([], [])
        lists, rows = found
        for term in query:
            postings = self._ready.get(term)
            if postings is not None:
                lists.append(postings)
            elif (row := self._rows.get(term)) is not None:
                rows.append(row)
            else:
                self._prepare(term, found)
        return found

    def _prepare(self, term: str, found: Parts) -> None:
        """Adds the row or the posting list of ``term``, kept at hand for the next query, unless it is unknown."""
        number = self.terms.get(term)
        if number is None:
            return
        low, high = self._starts[number], self._starts[number + 1]
        postings = self.postings[low:high]
        if high - low >= self._dense_from:
            values = np.zeros(self.corpus_size + 1, dtype=np.float32)
            values[numbers_of(postings)] = values_of(postings)
            row = self._rows[term] = (values, float(values.max()))
            found.rows.append(row)
            return
        self._ready_bytes += _READY_BYTES
        if self._ready_bytes > self._budget * _READY_SHARE:
            self._ready.clear()
            self._ready_bytes = 0
        self._ready[term] = postings
        found.postings.append(postings)

    def get_scores(self, query: Sequence[str]) -> Floats:
        """One score a document; documents that share no term with ``query`` get 0."""
        return total(self.parts(query), self.corpus_size, self.corpus_size)

    def top(self, query: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """(document, score) of the best ``limit`` documents with a positive score, ties by document number."""
        return pairs(top(self.parts(query), self.corpus_size, self.corpus_size, limit, self.scratch))

    def having(self, terms: Iterable[str], numbers: Longs) -> Longs:
        """How many of ``terms`` each of the documents ``numbers`` has."""
        rows, lists = [], []
        for term in terms:
            row = self._rows.get(term)
            if row is not None:
                rows.append(row[0])
            elif (number := self.terms.get(term)) is not None:
                lists.append(self.postings[self._starts[number] : self._starts[number + 1]])
        if sum(map(len, lists)) <= _FEW_POSTINGS:
            counts = self._counted_in(lists, numbers)
            for values in rows:
                counts += values.take(numbers) > 0
            return counts
        order = numbers.argsort()  # ascending, so that what is looked for next lies near
        ascending = numbers[order]
        wanted = ascending << 32
        counts = np.zeros(len(numbers), dtype=np.int64)
        for values in rows:
            counts += values.take(ascending) > 0
        for held in lists:
            # The posting at or behind its place is the document's, if the upper halves are the same.
            near = held.take(held.searchsorted(wanted), mode="clip")
            near ^= wanted
            counts += near < 1 << 32
        found = np.empty_like(counts)
        found[order] = counts
        return found

    def _counted_in(self, lists: Sequence[Postings], numbers: Longs) -> Longs:
        """How many of ``lists``, all short, have each of the documents ``numbers``."""
        if not lists:
            return np.zeros(len(numbers), dtype=np.int64)
        documents = numbers_of(lists[0] if len(lists) == 1 else np.concatenate(lists))
        buffer = self.scratch.take(self.corpus_size)
        np.add.at(buffer, documents, 1)
        counts = buffer[numbers].astype(np.int64)
        buffer[documents] = 0
        self.scratch.give(buffer)
        return counts


def _counted(
    corpus: Iterable[Sequence[str]],
) -> tuple[Vocabulary, Ints, Ints, Ints, Ints]:
    """(terms, lengths, documents, term numbers, frequencies), the last three sorted by document, then term."""
    found: dict[str, int] = {}
    flat: list[int] = []
    sizes: list[int] = []
    for tokens in corpus:
        flat.extend([found.setdefault(token, len(found)) for token in tokens])
        sizes.append(len(tokens))
    names = sorted(found)
    numbers = np.empty(len(names), dtype=np.int64)
    numbers[[found[name] for name in names]] = np.arange(len(names))
    lengths = np.asarray(sizes, dtype=np.int32)
    owners = np.repeat(np.arange(len(sizes), dtype=np.int64), lengths)
    width = max(len(names), 1)
    occurring = numbers[np.asarray(flat, dtype=np.int64)] if flat else np.zeros(0, dtype=np.int64)
    codes, counts = np.unique(owners * width + occurring, return_counts=True)
    return (
        Vocabulary.of(names), lengths, (codes // width).astype(np.int32), (codes % width).astype(np.int32),
        counts.astype(np.int32),
    )  # fmt: skip


def _indexed(
    width: int, lengths: Ints, documents: Ints, terms: Ints, frequencies: Ints, k1: float, b: float
) -> Arrays:
    """Posting lists with the contribution of each posting, and the same by document."""
    count = len(lengths)
    df = np.bincount(terms, minlength=width)
    idf = np.log(1 + (count - df + 0.5) / (df + 0.5))
    average = float(lengths.mean()) if count else 0.0
    norm = k1 * (1 - b + b * lengths / (average or 1.0))
    impacts = idf[terms] * frequencies * (k1 + 1) / (frequencies + norm[documents]) if count else np.zeros(0)
    order = _order(terms)
    return {
        "lengths": lengths,
        "forward_starts": _starts(np.bincount(documents, minlength=count)),
        "forward_terms": terms,
        "forward_frequencies": np.minimum(frequencies, np.iinfo(np.uint16).max).astype(np.uint16),
        "starts": _starts(df),
        "postings": packed(documents[order], impacts[order]),
    }


def _order(values: Ints) -> npt.NDArray[np.int64]:
    """A stable order of ``values``, by sorting whole numbers that end in the place: many times quicker than argsort."""
    keys = values.astype(np.int64) << 32
    keys |= np.arange(len(values))
    keys.sort()
    keys &= 0xFFFFFFFF
    return keys


def _starts(sizes: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes, dtype=np.int64)))
