"""The engine inside the process: a large segment, a tail of additions, and what was taken out.

A search works on one snapshot from beginning to end; ``apply`` makes the next one. When the tail has grown,
a compaction merges it: at once for large additions, else beside the searches.
"""

from __future__ import annotations

import copy
import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from index.language.lexicon import load_words
from index.language.tokens import Tokenizer, default_tokenizer, letters
from index.retrieval import file
from index.retrieval.attic import Attic
from index.retrieval.bm25 import DENSE_BYTES, K1, B, PostingsBM25, lucene_idf
from index.retrieval.compaction import Compactor
from index.retrieval.engine import Document, Explanation, Filters, Match, Statistics, TermWeight
from index.retrieval.names import MARK, longest
from index.retrieval.snapshot import Snapshot, counted
from index.retrieval.table import Table
from index.retrieval.vocabulary import Vocabulary

FIRST_PASS = 100  # candidates that the second pass scores again
COVERAGE = 0.5  # exponent of the share of query terms found
_NOTHING_FOUND = 0.3  # factor where no whole word of the query is found
_NAMED = 1.25  # factor where the document has a name that the query has
TAIL = 1000  # documents added or taken out, from which they are merged
_AT_ONCE = 0.2  # share of the main segment from which an addition is merged at once
_COLUMNS = ("kind", "district", "period")


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
        words = tuple([term for term in each if term[0] not in "#@"]) or tuple(each)
        return cls(tuple(terms), words, tuple([term for term in each if term[0] == MARK]))

    def factors(
        self, found: npt.NDArray[np.int64], named: npt.NDArray[np.int64] | None
    ) -> npt.NDArray[np.float64]:
        """What first scores are multiplied with, by how many words and names of the query a document has."""
        factors: npt.NDArray[np.float64] = _covered(len(self.words))[found]
        return factors if named is None else factors * np.where(named > 0, _NAMED, 1.0)


@lru_cache(maxsize=256)
def _covered(words: int) -> npt.NDArray[np.float64]:
    """Factors by how many of so many words are found."""
    covered: npt.NDArray[np.float64] = (np.arange(words + 1) / max(words, 1)) ** COVERAGE
    covered[0] = _NOTHING_FOUND
    return covered


class EmbeddedEngine:
    """BM25 over words, bigrams, characters and entities; the best are re-scored by coverage of the words.

    Args:
        dense: bytes for posting lists that are kept ready. tail: changed documents from which they are merged.
    """

    def __init__(
        self, tokenizer: Tokenizer | None = None, *, dense: int = DENSE_BYTES, tail: int = TAIL
    ) -> None:
        self._tokenizer = tokenizer or default_tokenizer()
        self._dense, self._tail = dense, tail
        self._compactor = Compactor()
        self._attic = Attic()
        self.snapshot = Snapshot.of(0, [], [], dense=dense)

    @property
    def generation(self) -> int:
        """The generation that searches see."""
        return self.snapshot.generation

    # ---- searching

    def search(
        self, query: str, limit: int = 10, filters: Filters | None = None, entities: Sequence[str] = ()
    ) -> tuple[Match, ...]:
        """The best ``limit`` documents for ``query``; none where no term matches."""
        held = self.snapshot
        asked = self._asked(held, query, entities)
        numbers, first = held.first(asked.terms, max(limit, FIRST_PASS), filters)
        if not len(numbers):
            return ()
        named = held.having(asked.names, numbers) if asked.names else None
        scores = first * asked.factors(held.having(asked.words, numbers), named)
        if len(scores) > limit:
            chosen = scores >= np.partition(scores, -limit)[-limit]
            numbers, scores = numbers[chosen], scores[chosen]
        ranked = sorted(zip((-scores).tolist(), held.keys_at(numbers.tolist()), strict=True))
        return tuple(Match(key, -score, rank) for rank, (score, key) in enumerate(ranked[:limit], 1))

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
        held = self.snapshot
        number = _known(held, key)
        asked = self._asked(held, query, ())
        frequencies, length = held.frequencies(number), held.length(number)
        weights: list[TermWeight] = []
        for term, times in Counter(asked.terms).items():
            frequency = frequencies.get(term, 0)
            if frequency:
                df = held.model.document_frequency(term)
                part = times * held.tail.impact(term, frequency, length)
                idf = lucene_idf(held.model.corpus_size, df)
                weights.append(TermWeight(term, _field(term), df, idf, frequency, part))
        weights.sort(key=lambda weight: -weight.contribution)
        factor = float(
            asked.factors(held.having(asked.words, [number]), held.having(asked.names, [number]))[0]
        )
        score = factor * sum(weight.contribution for weight in weights)
        return Explanation(key, score, tuple(weights), factor)

    def statistics(self) -> Statistics:
        """Size of the index."""
        held = self.snapshot
        postings = len(held.model.postings) + sum(len(counts) for counts in held.tail.counts[: held.size])
        return Statistics(held.count, len(held.model.terms), postings, float(held.model.avgdl))

    def documents(self) -> tuple[Document, ...]:
        """All documents of the generation that searches see."""
        return tuple(self.snapshot.documents())

    def document(self, key: str) -> Document:
        """The document with this key.

        Raises:
            KeyError: there is none.
        """
        held = self.snapshot
        return held[_known(held, key)]

    def keys_of(self, article: str) -> tuple[str, ...]:
        """Keys of an article's documents."""
        return tuple(self.snapshot.keys_of(article))

    def articles(self) -> frozenset[str]:
        """Ids of the articles that have documents."""
        return self.snapshot.articles()

    # ---- changing

    def apply(self, generation: int, add: Sequence[Document], remove: Collection[str]) -> None:
        """Take documents in and out; afterwards searches see ``generation``."""
        new = [(one, self._counted(one)) for one in {one.key: one for one in add}.values()]
        self._put_away({*remove, *(one.key for one, _ in new)})
        with self._compactor.lock:
            self._compactor.hand_over(self)
            held, leaving = self.snapshot, sorted(remove)
            changed = held.changed + len(new) + len(leaving)
            if changed > max(self._tail, _AT_ONCE * len(held.table)) or not len(held.table):
                self.snapshot = held.merged_with(generation, new, leaving)
                return
            self.snapshot = held.changed_by(generation, new, leaving)
            if self.snapshot.changed > self._tail:
                self._compactor.start(self)

    def successor(self) -> EmbeddedEngine:
        """An engine that starts where this one stands and can change without it."""
        return copy.copy(self)

    def compact(self) -> None:
        """Merge the tail now: afterwards everything equals an index built from nothing."""
        with self._compactor.lock:
            self._compactor.hand_over(self)
            self.snapshot = self.snapshot.compacted()

    def _counted(self, document: Document) -> Mapping[str, int]:
        return self._attic.take(document) or counted(self._stream(document))

    def _put_away(self, keys: Collection[str]) -> None:
        """Keeps what is known of documents that are about to be taken out, as many as there is room for."""
        held, room = self.snapshot, self._attic.room
        for number in sorted(held.numbers(keys)):
            room -= self._attic.put(held[number], held.frequencies(number))
            if room <= 0:
                break

    def _stream(self, document: Document) -> list[str]:
        return self._tokenizer.stream(document.text, title=document.title, entities=document.entities)

    def close(self) -> None:
        """Give back what the engine holds, when a compaction that is running has ended."""
        self._compactor.wait()
        self.snapshot = Snapshot.of(self.generation, [], [], dense=self._dense)

    # ---- keeping

    def save(self, path: Path, mark: str) -> None:
        """Write the index to a file, whole or not at all; the tail is merged first.

        Args:
            mark: says which content the generation stands for; ``load`` gives it back.

        Raises:
            OSError: the place can't be written.
        """
        held = self.snapshot
        if held.changed:
            held = held.compacted()
        table, model = held.table, held.model
        texts = {"keys": table.keys, **{name: values for name, (_, values) in table.columns.items()}}
        arrays: dict[str, npt.NDArray[Any]] = {
            **model.arrays(), **model.terms.arrays(),
            "blob": np.frombuffer(table.blob, dtype=np.uint8), "edges": table.edges, "dates": table.dates,
            **{f"column_{name}": codes for name, (codes, _) in table.columns.items()},
            **{f"text_{name}": file.packed(lines) for name, lines in texts.items()}, **self._attic.arrays(),
        }  # fmt: skip
        header = {**_signature(self._tokenizer), "generation": held.generation, "mark": mark}
        file.write(path, header, arrays)

    @classmethod
    def load(
        cls, path: Path, tokenizer: Tokenizer | None = None, *, dense: int = DENSE_BYTES, tail: int = TAIL
    ) -> tuple[EmbeddedEngine, str]:
        """(engine, mark) from a file that ``save`` wrote; nothing is tokenised.

        Raises:
            IndexMismatch: other tokens, lexicons or parameters made it, or it is torn. OSError: can't be read.
        """
        engine = cls(tokenizer, dense=dense, tail=tail)
        header, arrays = file.read(path, _signature(engine._tokenizer))
        columns = {
            name: (arrays[f"column_{name}"], file.unpacked(arrays[f"text_{name}"])) for name in _COLUMNS
        }
        keys = file.unpacked(arrays["text_keys"])
        table = Table(arrays["blob"].data, arrays["edges"], keys, arrays["dates"], columns)
        model = PostingsBM25.restored(Vocabulary.restored(arrays), arrays, dense=dense)
        engine.snapshot = Snapshot.over(header["generation"], table, model)
        engine._attic = Attic.restored(arrays)
        return engine, str(header["mark"])


def _known(held: Snapshot, key: str) -> int:
    number = held.number(key)
    if number is None:
        raise KeyError(key)
    return number


def _signature(tokenizer: Tokenizer) -> dict[str, Any]:
    """What must be the same for a file to be of use."""
    words = "\n".join(sorted(load_words("function_words")))
    return {
        "tokens": tokenizer.signature, "lexicon": hashlib.blake2s(words.encode(), digest_size=8).hexdigest(),
        "k1": K1, "b": B,
    }  # fmt: skip


def _field(term: str) -> Literal["word", "bigram", "character", "entity"]:
    if term.startswith("##"):
        return "character"
    return "bigram" if term.startswith("#") else "entity" if term.startswith(MARK) else "word"
