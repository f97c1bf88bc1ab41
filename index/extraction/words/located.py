"""Things by where they stand in the text, found without looking at all of them: a long table asks once a cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from index.records import Sentence, Span


class Located:
    """Spans of numbered things."""

    def __init__(self, things: Iterable[Sequence[Span]]) -> None:
        pieces = sorted((a, b, at) for at, spans in enumerate(things) for a, b in spans)
        self._starts = [a for a, _, _ in pieces]
        self._ends = [b for _, b, _ in pieces]
        self._owners = [at for _, _, at in pieces]
        self._reach = list(accumulate(self._ends, max))

    def touching(self, spans: Sequence[Span]) -> list[int]:
        """The numbers of the things that share a sign with one of ``spans``, in order."""
        found: set[int] = set()
        for low, high in spans:
            first, past = bisect_right(self._reach, low), bisect_left(self._starts, high)
            found.update(self._owners[at] for at in range(first, past) if self._ends[at] > low)
        return sorted(found)


class Places:
    """The sentences of an article by their places."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._located = Located(one.text.spans() for one in sentences)

    def touching(self, spans: Sequence[Span]) -> Iterator[Sentence]:
        """The sentences that share a sign with one of ``spans``, in order."""
        return (self._sentences[at] for at in self._located.touching(spans))

    def first(self, spans: Sequence[Span]) -> Sentence | None:
        """The first of them, or None."""
        return next(self.touching(spans), None)
