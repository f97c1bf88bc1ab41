"""Documents added since the last compaction: small posting lists that grow at the end.

Statistics are the main segment's, frozen until the next compaction, so that one addition touches only its
own postings. A tail is append-only: a snapshot remembers how long it was and reads no further, so searches
that run meanwhile see what they saw before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from index.retrieval.bm25 import PostingsBM25
from index.retrieval.engine import Document
from index.retrieval.names import Names
from index.retrieval.scoring import Parts, Postings, packed


class Tail:
    """Additions over ``model``; its documents are numbered behind the model's."""

    def __init__(self, model: PostingsBM25) -> None:
        self._model = model
        self._first = model.corpus_size
        self.documents: list[Document] = []
        self.counts: list[Mapping[str, int]] = []
        self.lengths: list[int] = []
        self.names = Names()
        self._postings: dict[str, tuple[list[int], list[float]]] = {}
        self._ready: dict[str, Postings] = {}
        self._idf: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self.documents)

    def append(self, document: Document, counts: Mapping[str, int]) -> None:
        """One more document with these frequencies of terms."""
        number = self._first + len(self.documents)
        length = sum(counts.values())
        saturation, norm = self._model.k1 + 1, self._norm(length)
        fresh = [term for term in counts if term not in self._idf]
        self._idf.update(zip(fresh, self._model.idf_of(fresh), strict=True))
        for term, frequency in counts.items():
            held = self._postings.get(term)
            impact = self._idf[term] * frequency * saturation / (frequency + norm)
            if held is None:
                self._postings[term] = ([number], [impact])
                self.names.add(term)
            else:
                held[0].append(number)
                held[1].append(impact)
        self.counts.append(counts)
        self.lengths.append(length)
        self.documents.append(document)

    def has(self, term: str, size: int) -> bool:
        """Whether one of the first ``size`` documents has ``term``."""
        held = self._postings.get(term)
        return held is not None and held[0][0] < self._first + size

    def impact(self, term: str, frequency: int, length: int) -> float:
        """What ``term`` contributes to a document of this length."""
        (idf,) = self._model.idf_of((term,))
        return idf * frequency * (self._model.k1 + 1) / (frequency + self._norm(length))

    def _norm(self, length: int) -> float:
        model = self._model
        return model.k1 * (1 - model.b + model.b * length / (model.avgdl or length or 1.0))

    def add_to(self, parts: Parts, query: Sequence[str], size: int) -> None:
        """Adds what the terms contribute to the first ``size`` documents; a term that comes twice counts twice."""
        for term in query:
            held = self._postings.get(term)
            if held is None:
                continue
            postings = self._ready.get(term)
            if postings is None or len(postings) != len(held[1]):
                postings = self._prepared(term, held)
            # Postings grow before the document counts: an addition that runs beside shows here first.
            if postings[-1] >= (self._first + size) << 32:
                postings = postings[: np.searchsorted(postings, (self._first + size) << 32)]
            if len(postings):
                parts.postings.append(postings)

    def _prepared(self, term: str, held: tuple[list[int], list[float]]) -> Postings:
        # An addition that runs beside may have lengthened the first list only.
        values = np.asarray(tuple(held[1]))
        postings = packed(np.asarray(tuple(held[0])[: len(values)]), values)
        self._ready[term] = postings
        return postings

    def copy(self, size: int) -> Tail:
        """A tail of its own with the first ``size`` documents."""
        made = Tail(self._model)
        for document, counts in zip(self.documents[:size], self.counts[:size], strict=True):
            made.append(document, counts)
        return made
