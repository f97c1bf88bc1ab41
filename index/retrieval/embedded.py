"""The engine inside the process: one immutable snapshot a generation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.language.tokens import Tokenizer, default_tokenizer
from index.retrieval.bm25 import PostingsBM25, best
from index.retrieval.engine import Document, Explanation, Filters, Match, Statistics, TermWeight

FIRST_PASS = 100  # candidates that the second pass scores again
COVERAGE = 0.5  # exponent of the share of query terms found


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything one search needs; never changed."""

    generation: int
    documents: tuple[Document, ...]
    tokens: tuple[tuple[str, ...], ...]
    numbers: dict[str, int]
    model: PostingsBM25


class EmbeddedEngine:
    """BM25 over words, bigrams, characters and entities; the best are re-scored by coverage of the words."""

    def __init__(self, tokenizer: Tokenizer | None = None) -> None:
        self._tokenizer = tokenizer or default_tokenizer()
        self._snapshot = self._made(0, {}, {})

    @property
    def generation(self) -> int:
        """The generation that searches see."""
        return self._snapshot.generation

    def search(
        self, query: str, limit: int = 10, filters: Filters | None = None, entities: Sequence[str] = ()
    ) -> tuple[Match, ...]:
        """The best ``limit`` documents for ``query``; none where no term matches."""
        held = self._snapshot
        terms = self._tokenizer.query_stream(query, entities)
        scores = held.model.get_scores(terms)
        if filters is not None:
            for number, document in enumerate(held.documents):
                if not _passes(document, filters):
                    scores[number] = 0.0
        candidates = best(scores, max(limit, FIRST_PASS))
        words = [term for term in dict.fromkeys(terms) if term[0] not in "#@"] or list(dict.fromkeys(terms))
        ranked = sorted(
            ((score * self._share(held, number, words), number) for number, score in candidates),
            key=lambda pair: (-pair[0], held.documents[pair[1]].key),
        )[:limit]
        return tuple(
            Match(held.documents[number].key, score, rank) for rank, (score, number) in enumerate(ranked, 1)
        )

    def _share(self, held: Snapshot, number: int, words: Sequence[str]) -> float:
        frequencies = held.model.doc_freqs[number]
        found = sum(word in frequencies for word in words)
        return float((found / len(words)) ** COVERAGE) if words and found else 0.3

    def explain(self, query: str, key: str) -> Explanation:
        """The score of one document, term by term."""
        held = self._snapshot
        number = held.numbers[key]
        model = held.model
        frequencies = model.doc_freqs[number]
        norm = model.k1 * (1 - model.b + model.b * model.doc_len[number] / (model.avgdl or 1.0))
        weights: list[TermWeight] = []
        for term, times in Counter(self._tokenizer.query_stream(query)).items():
            frequency = frequencies.get(term, 0)
            if frequency:
                part = times * model.idf[term] * frequency * (model.k1 + 1) / (frequency + norm)
                weights.append(
                    TermWeight(term, _field(term), model.df[term], model.idf[term], frequency, part)
                )
        weights.sort(key=lambda weight: -weight.contribution)
        return Explanation(key, sum(weight.contribution for weight in weights), tuple(weights))

    def statistics(self) -> Statistics:
        """Size of the index."""
        model = self._snapshot.model
        return Statistics(
            len(self._snapshot.documents), len(model.terms), len(model.documents), float(model.avgdl)
        )

    def apply(self, generation: int, add: Sequence[Document], remove: Collection[str]) -> None:
        """Take documents in and out; afterwards searches see ``generation``."""
        held = self._snapshot
        gone = set(remove) | {document.key for document in add}
        documents = {d.key: d for d in held.documents if d.key not in gone}
        tokens = {d.key: t for d, t in zip(held.documents, held.tokens, strict=True) if d.key not in gone}
        for document in add:
            documents[document.key] = document
            tokens[document.key] = tuple(
                self._tokenizer.stream(document.text, title=document.title, entities=document.entities)
            )
        self._snapshot = self._made(generation, documents, tokens)

    def documents(self) -> tuple[Document, ...]:
        """All documents of the generation that searches see."""
        return self._snapshot.documents

    def document(self, key: str) -> Document:
        """The document with this key."""
        return self._snapshot.documents[self._snapshot.numbers[key]]

    def close(self) -> None:
        """Give back what the engine holds."""
        self._snapshot = self._made(self._snapshot.generation, {}, {})

    @staticmethod
    def _made(
        generation: int, documents: dict[str, Document], tokens: dict[str, tuple[str, ...]]
    ) -> Snapshot:
        keys = sorted(documents)
        streams = tuple(tokens[key] for key in keys)
        return Snapshot(
            generation, tuple(documents[key] for key in keys), streams,
            {key: number for number, key in enumerate(keys)}, PostingsBM25(streams),
        )  # fmt: skip


def _field(term: str):  # type: ignore[no-untyped-def]
    if term.startswith("##"):
        return "character"
    return "bigram" if term.startswith("#") else "entity" if term.startswith("@") else "word"


def _passes(document: Document, filters: Filters) -> bool:
    if filters.district is not None and document.district != filters.district:
        return False
    if filters.period is not None and document.period != filters.period:
        return False
    if filters.kind is not None and document.kind != filters.kind:
        return False
    date = document.date or ""
    if filters.date_from is not None and date < filters.date_from:
        return False
    return filters.date_to is None or (bool(date) and date <= filters.date_to)
