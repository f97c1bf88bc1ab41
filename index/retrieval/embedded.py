"""The engine inside the process: a large segment, a tail of additions, and what was taken out.

A search works on one snapshot from beginning to end; ``apply`` makes the next one. When the tail has grown,
a compaction merges it: at once for large additions, else beside the searches.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.language.lexicon import load_words
from index.language.tokens import Tokenizer, default_tokenizer, letters
from index.retrieval import file
from index.retrieval.bm25 import K1, B, PostingsBM25, best, lucene_idf
from index.retrieval.engine import Document, Explanation, Filters, Match, Statistics, TermWeight
from index.retrieval.names import MARK, longest
from index.retrieval.table import Table, passes
from index.retrieval.tail import Tail

FIRST_PASS = 100  # candidates that the second pass scores again
COVERAGE = 0.5  # exponent of the share of query terms found
_NOTHING_FOUND = 0.3  # factor where no whole word of the query is found
_NAMED = 1.25  # factor where the document has a name that the query has
TAIL = 1000  # documents in the tail from which it is merged
_AT_ONCE = 0.2  # share of the main segment from which an addition is merged at once


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything one search needs; never changed. ``size``: how much of the tail belongs to it."""

    generation: int
    table: Table
    model: PostingsBM25
    tail: Tail
    size: int
    gone: frozenset[int]
    gone_tail: frozenset[int]

    def documents(self) -> Iterator[Document]:
        """All live documents."""
        yield from (self.table[n] for n in range(len(self.table)) if n not in self.gone)
        yield from (d for n, d in enumerate(self.tail.documents[: self.size]) if n not in self.gone_tail)

    def knows(self, term: str) -> bool:
        """Whether a document of this generation has ``term``."""
        return self.model.document_frequency(term) > 0 or self.tail.has(term, self.size)

    def place(self, key: str) -> tuple[bool, int]:
        """(in the tail, number) of a live document.

        Raises:
            KeyError: there is none.
        """
        for number in range(self.size - 1, -1, -1):
            if self.tail.documents[number].key == key and number not in self.gone_tail:
                return True, number
        number = self.table.numbers[key]
        if number in self.gone:
            raise KeyError(key)
        return False, number


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as terms; words and names of it decide the second pass."""

    terms: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, terms: Sequence[str]) -> Asked:
        """The query with these terms; where it has no whole word, every term counts as one."""
        each = dict.fromkeys(terms)
        words = tuple(term for term in each if term[0] not in "#@") or tuple(each)
        return cls(tuple(terms), words, tuple(term for term in each if term[0] == MARK))

    def factor(self, found: int, named: bool) -> float:
        """What a first score is multiplied with: by the share of words found, and for a name."""
        covered = float((found / len(self.words)) ** COVERAGE) if found else _NOTHING_FOUND
        return covered * (_NAMED if named else 1.0)


class EmbeddedEngine:
    """BM25 over words, bigrams, characters and entities; the best are re-scored by coverage of the words."""

    def __init__(self, tokenizer: Tokenizer | None = None) -> None:
        self._tokenizer = tokenizer or default_tokenizer()
        self._snapshot = _fresh(0, [], [])

    @property
    def generation(self) -> int:
        """The generation that searches see."""
        return self._snapshot.generation

    # ---- searching

    def search(
        self, query: str, limit: int = 10, filters: Filters | None = None, entities: Sequence[str] = ()
    ) -> tuple[Match, ...]:
        """The best ``limit`` documents for ``query``; none where no term matches."""
        held = self._snapshot
        asked = self._asked(held, query, entities)
        wide = max(limit, FIRST_PASS)
        ranked = [*_from_main(held, asked, filters, wide), *_from_tail(held, asked, filters, wide)]
        ranked.sort(key=lambda pair: (-pair[0], pair[1]))
        return tuple(Match(key, score, rank) for rank, (score, key) in enumerate(ranked[:limit], 1))

    def _asked(self, held: Snapshot, query: str, entities: Sequence[str]) -> Asked:
        """The terms of ``query``, the known names in it among them."""
        text = letters(query)
        found = longest(
            [*held.model.names.places(text, held.knows), *held.tail.names.places(text, held.knows)]
        )
        spotted = [text[start:end] for start, end in found]
        return Asked.of(self._tokenizer.query_stream(query, (*spotted, *entities)))

    def explain(self, query: str, key: str) -> Explanation:
        """The score of one document, term by term.

        Raises:
            KeyError: no such document.
        """
        held = self._snapshot
        asked = self._asked(held, query, ())
        in_tail, number = held.place(key)
        frequencies = held.tail.counts[number] if in_tail else held.model.frequencies(number)
        length = held.tail.lengths[number] if in_tail else int(held.model.lengths[number])
        weights: list[TermWeight] = []
        for term, times in Counter(asked.terms).items():
            frequency = frequencies.get(term, 0)
            if frequency:
                df = held.model.document_frequency(term)
                part = times * held.tail.impact(term, frequency, length)
                idf = lucene_idf(held.model.corpus_size, df)
                weights.append(TermWeight(term, _field(term), df, idf, frequency, part))
        weights.sort(key=lambda weight: -weight.contribution)
        factor = asked.factor(
            sum(word in frequencies for word in asked.words), any(name in frequencies for name in asked.names)
        )
        score = factor * sum(weight.contribution for weight in weights)
        return Explanation(key, score, tuple(weights), factor)

    def statistics(self) -> Statistics:
        """Size of the index."""
        held = self._snapshot
        live = len(held.table) + held.size - len(held.gone) - len(held.gone_tail)
        postings = len(held.model.documents) + sum(len(c) for c in held.tail.counts[: held.size])
        return Statistics(live, len(held.model.terms), postings, float(held.model.avgdl))

    def documents(self) -> tuple[Document, ...]:
        """All documents of the generation that searches see."""
        return tuple(self._snapshot.documents())

    def document(self, key: str) -> Document:
        """The document with this key.

        Raises:
            KeyError: there is none.
        """
        held = self._snapshot
        in_tail, number = held.place(key)
        found: Document = held.tail.documents[number] if in_tail else held.table[number]
        return found

    # ---- changing

    def apply(self, generation: int, add: Sequence[Document], remove: Collection[str]) -> None:
        """Take documents in and out; afterwards searches see ``generation``."""
        held = self._snapshot
        leaving = set(remove) | {document.key for document in add}
        gone = held.gone | {n for key in leaving if (n := held.table.numbers.get(key)) is not None}
        live_tail = enumerate(held.tail.documents[: held.size])
        gone_tail = held.gone_tail | {n for n, one in live_tail if one.key in leaving}
        tail = held.tail if len(held.tail) == held.size else held.tail.copy(held.size)
        for document in add:
            tail.append(document, self._stream(document))
        made = Snapshot(generation, held.table, held.model, tail, len(tail), gone, gone_tail)
        changed = made.size + len(gone)
        if changed > max(TAIL, _AT_ONCE * len(held.table)) or not len(held.table):
            made = self._merged(made)
        elif changed > TAIL:
            threading.Thread(target=self._merge_beside, args=(made,), daemon=True).start()
        self._snapshot = made

    def compact(self) -> None:
        """Merge the tail now: afterwards everything equals an index built from nothing."""
        self._snapshot = self._merged(self._snapshot)

    def _merge_beside(self, held: Snapshot) -> None:
        made = self._merged(held)
        if self._snapshot is held:  # else somebody was quicker, and merges again
            self._snapshot = made

    def _merged(self, held: Snapshot) -> Snapshot:
        live: list[tuple[str, Document, Sequence[str]]] = []
        names = list(held.model.terms)
        for number in range(len(held.table)):
            if number not in held.gone:
                document = held.table[number]
                tokens = [names[t] for t, times in held.model._of(number) for _ in range(times)]
                live.append((document.key, document, tokens))
        for number, document in enumerate(held.tail.documents[: held.size]):
            if number not in held.gone_tail:
                tokens = [term for term, times in held.tail.counts[number].items() for _ in range(times)]
                live.append((document.key, document, tokens))
        live.sort(key=lambda one: one[0])
        return _fresh(held.generation, [one[1] for one in live], [one[2] for one in live])

    def _stream(self, document: Document) -> list[str]:
        return self._tokenizer.stream(document.text, title=document.title, entities=document.entities)

    def close(self) -> None:
        """Give back what the engine holds."""
        self._snapshot = _fresh(self._snapshot.generation, [], [])

    # ---- keeping

    def save(self, path: Path, mark: str) -> None:
        """Write the index to a file, whole or not at all; the tail is merged first.

        Args:
            mark: says which content the generation stands for; ``load`` gives it back.

        Raises:
            OSError: the place can't be written.
        """
        held = self._snapshot
        if held.size or held.gone:
            held = self._merged(held)
        table, model = held.table, held.model
        texts = {
            "keys": "\n".join(table.keys), "terms": "\n".join(model.terms),
            **{name: "\n".join(values) for name, (_, values) in table.columns.items()},
        }  # fmt: skip
        arrays: dict[str, npt.NDArray[Any]] = {
            **model.arrays(), "blob": np.frombuffer(table.blob, dtype=np.uint8), "edges": table.edges,
            "dates": table.dates, **{f"column_{name}": codes for name, (codes, _) in table.columns.items()},
            **{f"text_{name}": np.frombuffer(text.encode(), dtype=np.uint8) for name, text in texts.items()},
        }  # fmt: skip
        header = {**_signature(self._tokenizer), "generation": held.generation, "mark": mark}
        file.write(path, header, arrays)

    @classmethod
    def load(cls, path: Path, tokenizer: Tokenizer | None = None) -> tuple[EmbeddedEngine, str]:
        """(engine, mark) from a file that ``save`` wrote; nothing is tokenised.

        Raises:
            IndexMismatch: other tokens, lexicons or parameters made it, or it is torn. OSError: can't be read.
        """
        engine = cls(tokenizer)
        header, arrays = file.read(path, _signature(engine._tokenizer))
        lines = {
            name: _lines(arrays[f"text_{name}"]) for name in ("keys", "terms", "kind", "district", "period")
        }
        table = Table(
            arrays["blob"].tobytes(), arrays["edges"], lines["keys"], arrays["dates"],
            {name: (arrays[f"column_{name}"], lines[name]) for name in ("kind", "district", "period")},
        )  # fmt: skip
        model = PostingsBM25.restored(lines["terms"], arrays)
        engine._snapshot = Snapshot(
            header["generation"], table, model, Tail(model), 0, frozenset(), frozenset()
        )
        return engine, str(header["mark"])


def _fresh(generation: int, documents: Sequence[Document], tokens: Sequence[Sequence[str]]) -> Snapshot:
    order = sorted(range(len(documents)), key=lambda n: documents[n].key)
    model = PostingsBM25([tokens[n] for n in order])
    table = Table.of([documents[n] for n in order])
    return Snapshot(generation, table, model, Tail(model), 0, frozenset(), frozenset())


def _signature(tokenizer: Tokenizer) -> dict[str, Any]:
    """What must be the same for a file to be of use."""
    import hashlib

    words = "\n".join(sorted(load_words("function_words")))
    return {
        "tokens": tokenizer.signature, "lexicon": hashlib.blake2s(words.encode(), digest_size=8).hexdigest(),
        "k1": K1, "b": B,
    }  # fmt: skip


def _lines(array: npt.NDArray[Any]) -> list[str]:
    text = array.tobytes().decode()
    return text.split("\n") if text else []


def _from_main(held: Snapshot, asked: Asked, filters: Filters | None, limit: int) -> list[tuple[float, str]]:
    scores = held.model.get_scores(asked.terms)
    if held.gone:
        scores[list(held.gone)] = 0.0
    if filters is not None:
        scores *= held.table.passing(filters)
    candidates = best(scores, limit)
    if not candidates:
        return []
    numbers = np.asarray([number for number, _ in candidates], dtype=np.int32)
    found = np.zeros(len(numbers), dtype=np.int64)
    for word in asked.words:
        found += held.model.holding(word, numbers)
    named = np.zeros(len(numbers), dtype=bool)
    for name in asked.names:
        named |= held.model.holding(name, numbers)
    return [
        (score * asked.factor(count, name), held.table.keys[number])
        for (number, score), count, name in zip(candidates, found.tolist(), named.tolist(), strict=True)
    ]


def _from_tail(held: Snapshot, asked: Asked, filters: Filters | None, limit: int) -> list[tuple[float, str]]:
    if not held.size:
        return []
    scores = held.tail.scores(asked.terms, held.size)
    for number in held.gone_tail:
        scores[number] = 0.0
    ranked: list[tuple[float, str]] = []
    for number, score in best(scores, limit if filters is None else held.size):
        document, counts = held.tail.documents[number], held.tail.counts[number]
        if filters is None or passes(document, filters):
            found = sum(word in counts for word in asked.words)
            named = any(name in counts for name in asked.names)
            ranked.append((score * asked.factor(found, named), document.key))
    return ranked


def _field(term: str):  # type: ignore[no-untyped-def]
    if term.startswith("##"):
        return "character"
    return "bigram" if term.startswith("#") else "entity" if term.startswith("@") else "word"
