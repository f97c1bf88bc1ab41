"""Documents added since the last compaction: small posting lists that grow at the end.

Statistics are the main segment's, frozen until the next compaction, so that one addition touches only its
own postings. A tail is append-only: a snapshot remembers how long it was and reads no further, so searches
that run meanwhile see what they saw before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from index.retrieval.bm25 import Floats, PostingsBM25, lucene_idf
from index.retrieval.engine import Document
from index.retrieval.names import Names


class Tail:
    """Additions over ``model``."""

    def __init__(self, model: PostingsBM25) -> None:
        self._model = model
        self.documents: list[Document] = []
        self.counts: list[Mapping[str, int]] = []
        self.lengths: list[int] = []
        self.names = Names()
        self._postings: dict[str, tuple[list[int], list[float]]] = {}

    def __len__(self) -> int:
        return len(self.documents)

    def append(self, document: Document, tokens: Sequence[str]) -> None:
        """One more document."""
        counts = Counter(tokens)
        number = len(self.documents)
        for term, frequency in counts.items():
            numbers, impacts = self._postings.setdefault(term, ([], []))
            numbers.append(number)
            self.names.add(term)
            impacts.append(self.impact(term, frequency, len(tokens)))
        self.counts.append(counts)
        self.lengths.append(len(tokens))
        self.documents.append(document)

    def has(self, term: str, size: int) -> bool:
        """Whether one of the first ``size`` documents has ``term``."""
        held = self._postings.get(term)
        return held is not None and held[0][0] < size

    def idf(self, term: str) -> float:
        """With the main segment's statistics."""
        return lucene_idf(self._model.corpus_size, self._model.document_frequency(term))

    def impact(self, term: str, frequency: int, length: int) -> float:
        """What ``term`` contributes to a document of this length."""
        model = self._model
        norm = model.k1 * (1 - model.b + model.b * length / (model.avgdl or length or 1.0))
        return self.idf(term) * frequency * (model.k1 + 1) / (frequency + norm)

    def scores(self, query: Sequence[str], size: int) -> Floats:
        """One score for each of the first ``size`` documents."""
        scores: Floats = np.zeros(size, dtype=np.float32)
        for term, weight in Counter(query).items():
            held = self._postings.get(term)
            if held is None:
                continue
            high = bisect_left(held[0], size)
            scores[held[0][:high]] += weight * np.asarray(held[1][:high], dtype=np.float32)
        return scores

    def copy(self, size: int) -> Tail:
        """A tail of its own with the first ``size`` documents."""
        made = Tail(self._model)
        for document, counts in zip(self.documents[:size], self.counts[:size], strict=True):
            made.append(document, [term for term, times in counts.items() for _ in range(times)])
        return made
