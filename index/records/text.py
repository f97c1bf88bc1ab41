"""Text that remembers where it stands in a stored text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]
"""Half-open range [start, end) of code points."""


@dataclass(frozen=True, slots=True)
class MappedText:
    """A healed text and the place of each of its characters in the text it was taken from.

    Healing only ever leaves characters out (line breaks, column breaks, padding); it never adds or
    changes one, so a piece of it is the concatenation of one or more spans of the original.

    Attributes:
        text: the healed text.
        segments: (start in ``text``, start in the original, length), in code points, in order,
            covering ``text`` without gaps.
    """

    text: str
    segments: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, original: str, spans: Iterable[Span]) -> MappedText:
        """The concatenation of ``spans`` of ``original``, in the order given; empty spans vanish."""
        pieces: list[str] = []
        segments: list[tuple[int, int, int]] = []
        length = 0
        for start, end in spans:
            if end <= start:
                continue
            if segments and segments[-1][1] + segments[-1][2] == start:
                at, begin, size = segments[-1]
                segments[-1] = (at, begin, size + end - start)
            else:
                segments.append((length, start, end - start))
            pieces.append(original[start:end])
            length += end - start
        return cls("".join(pieces), tuple(segments))

    def __len__(self) -> int:
        return len(self.text)

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """The spans of the original under ``text[start:end]``; several where it was broken."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        found: list[Span] = []
        first = max(bisect_right(self.segments, (start, float("inf"), 0)) - 1, 0)
        for at, origin, size in self.segments[first:]:
            if at >= stop:
                break
            low, high = max(start, at), min(stop, at + size)
            if low < high:
                found.append((origin + low - at, origin + high - at))
        return tuple(found)

    def slice(self, start: int, end: int) -> MappedText:
        """``text[start:end]`` with its mapping (non-negative offsets)."""
        end = min(end, len(self.text))
        segments: list[tuple[int, int, int]] = []
        length = 0
        for low, high in self.spans(start, end):
            segments.append((length, low, high - low))
            length += high - low
        return MappedText(self.text[start:end], tuple(segments))

    def strip(self) -> MappedText:
        """Without white space at both ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(left, len(self.text.rstrip())) if self.text.strip() else self.slice(0, 0)

    @property
    def start(self) -> int:
        """Offset of the first character in the original; 0 for an empty text."""
        return self.segments[0][1] if self.segments else 0

    @property
    def end(self) -> int:
        """Offset behind the last character in the original; 0 for an empty text."""
        return self.segments[-1][1] + self.segments[-1][2] if self.segments else 0
