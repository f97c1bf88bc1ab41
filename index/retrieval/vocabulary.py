"""Terms and their numbers: a dictionary while an index is built, a sorted list of bytes when it is opened.

Opening makes no object a term: a term is looked up by bisection within the terms of its first character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Longs = npt.NDArray[np.int64]

_REMEMBERED = 50_000  # terms whose numbers are kept at hand
_UNSEEN = -1


class Vocabulary:
    """Numbers of terms in sorted order.

    Args:
        blob: the terms in UTF-8, sorted, one after the other. edges: where each begins, and the end.
    """

    def __init__(self, blob: Bytes, edges: Longs) -> None:
        self.blob, self.edges = blob, edges
        self._bytes = np.ascontiguousarray(blob).data
        self._edges = np.ascontiguousarray(edges).data
        self._names: list[str] | None = None
        self._numbers: dict[str, int] | None = None
        self._looked_up: dict[str, int | None] = {}
        self._firsts: dict[bytes, tuple[int, int]] = {}

    @classmethod
    def of(cls, terms: Iterable[str]) -> Vocabulary:
        """The vocabulary of sorted ``terms``."""
        names = list(terms)
        pieces = [name.encode("utf-8", "surrogatepass") for name in names]
        sizes = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
        edges = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
        made = cls(np.frombuffer(b"".join(pieces), dtype=np.uint8), edges)
        made._names = names
        made._numbers = dict(zip(names, range(len(names)), strict=True))
        return made

    def __len__(self) -> int:
        return len(self.edges) - 1

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and self.get(term) is not None

    def __getitem__(self, number: int) -> str:
        return self._at(number).decode("utf-8", "surrogatepass")

    @property
    def names(self) -> list[str]:
        """All terms, sorted."""
        if self._names is None:
            text = self._bytes.tobytes()
            bounds = pairwise(self.edges.tolist())
            self._names = [text[low:high].decode("utf-8", "surrogatepass") for low, high in bounds]
        return self._names

    def starting(self, first: str) -> list[str]:
        """The terms that begin with the character ``first``."""
        low, high = self._range(first.encode("utf-8", "surrogatepass"))
        return [self[number] for number in range(low, high)]

    def get(self, term: str, default: Any = None) -> Any:
        """The number of ``term``; ``default`` for an unknown one."""
        if self._numbers is not None:
            return self._numbers.get(term, default)
        number = self._looked_up.get(term, _UNSEEN)
        if number == _UNSEEN:
            if len(self._looked_up) >= _REMEMBERED:
                self._looked_up.clear()
            number = self._looked_up[term] = self._found(term)
        return default if number is None else number

    def _found(self, term: str) -> int | None:
        wanted = term.encode("utf-8", "surrogatepass")
        # Marked terms share their first character: two tell them apart as one does with words.
        first = term[: 2 if term[:1] in "#@" else 1].encode("utf-8", "surrogatepass")
        low, end = self._firsts.get(first) or self._range(first)
        high = end
        while low < high:
            middle = (low + high) // 2
            if self._at(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < end and self._at(low) == wanted else None

    def _range(self, first: bytes) -> tuple[int, int]:
        """Numbers of the terms that begin with these bytes."""
        found = self._bisect(first), self._bisect(first + b"\xff")
        self._firsts[first] = found
        return found

    def _bisect(self, wanted: bytes) -> int:
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._at(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def _at(self, number: int) -> bytes:
        return bytes(self._bytes[self._edges[number] : self._edges[number + 1]])
