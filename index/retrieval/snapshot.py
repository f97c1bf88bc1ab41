"""One generation as searches see it: a main segment, a tail of additions, and what was taken out of both."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from index.retrieval.bm25 import DENSE_BYTES, PostingsBM25
from index.retrieval.engine import MARKS, Document, Filters
from index.retrieval.scoring import Floats, Longs, Ranked, best, top, total
from index.retrieval.table import Table, passes
from index.retrieval.tail import Tail

_FEW = 200  # documents taken out, up to which more are ranked instead of all being looked at


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything one search needs; never changed.

    Attributes:
        table, model: documents and postings of the main segment, in the order of their keys.
        tail: additions; ``size``: how many of them belong to this generation.
        gone: numbers of the documents that were taken out; those of the tail follow the main segment's.
    """

    generation: int
    table: Table
    model: PostingsBM25
    tail: Tail
    size: int = 0
    gone: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls,
        generation: int,
        documents: Sequence[Document],
        tokens: Sequence[Sequence[str]],
        *,
        dense: int = DENSE_BYTES,
    ) -> Snapshot:
        """All documents in one segment."""
        order = sorted(range(len(documents)), key=lambda number: documents[number].key)
        model = PostingsBM25([tokens[number] for number in order], dense=dense)
        return cls.over(generation, Table.of([documents[number] for number in order]), model)

    @classmethod
    def over(cls, generation: int, table: Table, model: PostingsBM25) -> Snapshot:
        """One segment and nothing else."""
        return cls(generation, table, model, Tail(model))

    @property
    def count(self) -> int:
        """Live documents."""
        return len(self.table) + self.size - len(self.gone)

    @property
    def changed(self) -> int:
        """Documents that were added or taken out since the last compaction."""
        return self.size + len(self.gone)

    def documents(self) -> Iterator[Document]:
        """All live documents."""
        for number in range(len(self.table) + self.size):
            if number not in self.gone:
                yield self[number]

    def __getitem__(self, number: int) -> Document:
        main = len(self.table)
        found: Document = self.table[number] if number < main else self.tail.documents[number - main]
        return found

    def key(self, number: int) -> str:
        """The key of a document."""
        main = len(self.table)
        return self.table.keys[number] if number < main else self.tail.documents[number - main].key

    def keys_at(self, numbers: Sequence[int]) -> list[str]:
        """The keys of documents."""
        if self.size:
            return [self.key(number) for number in numbers]
        keys = self.table.keys
        return [keys[number] for number in numbers]

    def frequencies(self, number: int) -> Mapping[str, int]:
        """How often each term occurs in a document."""
        main = len(self.table)
        return self.model.frequencies(number) if number < main else self.tail.counts[number - main]

    def length(self, number: int) -> int:
        """Tokens of a document."""
        main = len(self.table)
        return int(self.model.lengths[number]) if number < main else self.tail.lengths[number - main]

    def knows(self, term: str) -> bool:
        """Whether a document of this generation has ``term``."""
        return self.model.has(term) or self.tail.has(term, self.size)

    def number(self, key: str) -> int | None:
        """The number of a live document."""
        main = len(self.table)
        for at in range(self.size - 1, -1, -1):
            if self.tail.documents[at].key == key:
                return None if main + at in self.gone else main + at
        found = self._in_main(key)
        return None if found is None or found in self.gone else found

    def numbers(self, keys: Collection[str]) -> set[int]:
        """Numbers of the live documents with these keys."""
        main = len(self.table)
        found = {number for key in keys if (number := self._in_main(key)) is not None}
        found |= {main + at for at, one in enumerate(self.tail.documents[: self.size]) if one.key in keys}
        return found - self.gone

    def keys_of(self, article: str) -> Iterator[str]:
        """Keys of the live documents of an article: its id, a mark and a number."""
        keys, main = self.table.keys, len(self.table)
        for mark in MARKS:
            at = bisect_left(keys, article + mark)
            while at < main and keys[at].startswith(article + mark):
                if at not in self.gone:
                    yield keys[at]
                at += 1
        for at, document in enumerate(self.tail.documents[: self.size]):
            if document.article == article and main + at not in self.gone:
                yield document.key

    def articles(self) -> frozenset[str]:
        """Ids of the articles that have live documents."""
        numbers = (number for number in range(len(self.table) + self.size) if number not in self.gone)
        marks = "".join(MARKS)
        return frozenset(self.key(number).rstrip("0123456789").rstrip(marks) for number in numbers)

    def _in_main(self, key: str) -> int | None:
        keys = self.table.keys
        at = bisect_left(keys, key)
        return at if at < len(keys) and keys[at] == key else None

    def changed_by(
        self, generation: int, add: Sequence[tuple[Document, Mapping[str, int]]], remove: Sequence[str]
    ) -> Snapshot:
        """The next generation; this one's searches go on as before."""
        gone = self.numbers({*remove, *(document.key for document, _ in add)})
        tail = self.tail if len(self.tail) == self.size else self.tail.copy(self.size)
        for document, counts in add:
            tail.append(document, counts)
        return replace(self, generation=generation, tail=tail, size=len(tail), gone=self.gone | gone)

    # ---- scoring

    def first(self, terms: Sequence[str], limit: int, filters: Filters | None) -> Ranked:
        """The best live documents that fulfil the filters, with their scores."""
        parts = self.model.parts(terms)
        if self.size:
            self.tail.add_to(parts, terms, self.size)
        main, size = len(self.table), len(self.table) + self.size
        if filters is None and len(self.gone) <= _FEW:
            numbers, values = top(parts, main, size, limit + len(self.gone), self.model.scratch)
            if self.gone:
                live = [at for at, number in enumerate(numbers.tolist()) if number not in self.gone][:limit]
                return numbers[live], values[live]
            return numbers, values
        scores = total(parts, main, size)
        return best(self._passing(scores, filters), limit)

    def _passing(self, scores: Floats, filters: Filters | None) -> Floats:
        """Scores of what is live and fulfils the filters, 0 elsewhere."""
        main = len(self.table)
        if self.gone:
            scores[list(self.gone)] = 0.0
        if filters is not None:
            scores[:main] *= self.table.passing(filters)
            for at in scores[main:].nonzero()[0].tolist():
                if not passes(self.tail.documents[at], filters):
                    scores[main + at] = 0.0
        return scores

    def having(self, terms: Sequence[str], numbers: npt.ArrayLike) -> Longs:
        """How many of ``terms`` each of the documents has."""
        main = len(self.table)
        asked = np.asarray(numbers, dtype=np.int64)
        if not self.size:
            return self.model.having(terms, asked)
        found = np.zeros(len(asked), dtype=np.int64)
        inside = asked < main
        found[inside] = self.model.having(terms, asked[inside])
        for at in (~inside).nonzero()[0].tolist():
            counts = self.tail.counts[int(asked[at]) - main]
            found[at] = sum(term in counts for term in terms)
        return found

    # ---- compaction

    def compacted(self) -> Snapshot:
        """The same documents in one segment, as if it were built from nothing."""
        return self.merged_with(self.generation, (), ())

    def merged_with(
        self, generation: int, add: Sequence[tuple[Document, Mapping[str, int]]], remove: Sequence[str]
    ) -> Snapshot:
        """The next generation in one segment, as if it were built from nothing."""
        main = len(self.table)
        gone = self.gone | self.numbers({*remove, *(document.key for document, _ in add)})
        kept = np.ones(main, dtype=bool)
        kept[[number for number in gone if number < main]] = False
        staying = [at for at in range(self.size) if main + at not in gone]
        added = [self.tail.documents[at] for at in staying] + [document for document, _ in add]
        keys = [key for key, stays in zip(self.table.keys, kept.tolist(), strict=True) if stays]
        keys += [document.key for document in added]
        order = np.asarray(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int32)
        counts = [self.tail.counts[at] for at in staying] + [counts for _, counts in add]
        model = self.model.changed(kept, counts, order)
        return Snapshot.over(generation, self.table.changed(kept, added, order), model)

    def follows(self, before: Snapshot) -> bool:
        """Whether this is ``before`` with nothing but more changes."""
        return (
            self.model is before.model
            and self.size >= before.size
            and self.gone >= before.gone
            and all(
                mine is theirs
                for mine, theirs in zip(
                    self.tail.documents[: before.size], before.tail.documents[: before.size], strict=True
                )
            )
        )

    def rebased(self, before: Snapshot, compact: Snapshot) -> Snapshot:
        """This generation over ``compact``, which holds what ``before`` (an earlier one of the same segments) held."""
        main = len(self.table)
        lost = {self.key(number) for number in self.gone - before.gone if number < main + before.size}
        add = [
            (self.tail.documents[at], self.tail.counts[at])
            for at in range(before.size, self.size)
            if main + at not in self.gone
        ]
        return compact.changed_by(self.generation, add, sorted(lost))


def counted(tokens: Sequence[str]) -> Mapping[str, int]:
    """How often each term occurs."""
    return Counter(tokens)
