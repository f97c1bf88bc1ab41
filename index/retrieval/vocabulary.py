"""Terms and their numbers: sorted bytes end to end, found by bisection over their first eight bytes.

No object is made a term: an index of millions of terms is opened at once and takes no more memory than its
file. Terms that were looked up are remembered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Heads = npt.NDArray[np.uint64]

_REMEMBERED = 50_000  # terms whose numbers are kept at hand
_HEAD = 8
_UNSEEN = -1


class Vocabulary:
    """Numbers of terms in sorted order.

    Args:
        blob: the terms in UTF-8, sorted, one after the other. edges: where each begins, and the end.
        heads: the first eight bytes of each as a number.
    """

    def __init__(self, blob: Bytes, edges: Longs, heads: Heads) -> None:
        self.blob, self.edges, self.heads = blob, edges, heads
        self._bytes = np.ascontiguousarray(blob).data
        self._edges = np.ascontiguousarray(edges).data
        self._heads: Any = np.ascontiguousarray(heads).data
        self._all = range(len(edges) - 1)
        self._looked_up: dict[str, int | None] = {}

    @classmethod
    def of(cls, terms: Iterable[str]) -> Vocabulary:
        """The vocabulary of sorted ``terms``."""
        pieces = [_bytes(term) for term in terms]
        heads = np.fromiter(map(_head, pieces), dtype=np.uint64, count=len(pieces))
        return cls(np.frombuffer(b"".join(pieces), dtype=np.uint8), _edges(_sizes(pieces)), heads)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """What has to be kept."""
        return {"terms": self.blob, "term_edges": self.edges, "term_heads": self.heads}

    @classmethod
    def restored(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Vocabulary:
        """The vocabulary whose ``arrays()`` these are."""
        return cls(arrays["terms"], arrays["term_edges"], arrays["term_heads"])

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and self.get(term) is not None

    def __getitem__(self, number: int) -> str:
        return self._at(number).decode("utf-8", "surrogatepass")

    @property
    def names(self) -> list[str]:
        """All terms, sorted."""
        text = self._bytes.tobytes()
        return [text[low:high].decode("utf-8", "surrogatepass") for low, high in pairwise(self.edges.tolist())]

    def starting(self, first: str) -> list[str]:
        """The terms that begin with ``first``."""
        beginning = _bytes(first)
        return [self[number] for number in range(self._place(beginning), self._place(beginning + b"\xff"))]

    def get(self, term: str, default: Any = None) -> Any:
        """The number of ``term``; ``default`` for an unknown one."""
        number = self._looked_up.get(term, _UNSEEN)
        if number == _UNSEEN:
            if len(self._looked_up) >= _REMEMBERED:
                self._looked_up.clear()
            wanted = _bytes(term)
            place = self._place(wanted)
            known = place < len(self._all) and self._at(place) == wanted
            number = self._looked_up[term] = place if known else None
        return default if number is None else number

    def find(self, terms: Sequence[str]) -> list[int | None]:
        """The numbers of many terms, None for unknown ones."""
        if not len(self):
            return [None] * len(terms)
        pieces = [_bytes(term) for term in terms]
        heads, sizes = np.asarray([_head(piece) for piece in pieces], dtype=np.uint64), _sizes(pieces)
        places = np.minimum(self.heads.searchsorted(heads), len(self) - 1)
        alike = self.heads[places] == heads
        # A term that is no longer than a head is the first one with it.
        exact = alike & (sizes <= _HEAD) & (self.edges[places + 1] - self.edges[places] == sizes)
        return [
            place if surely else self.get(term) if perhaps else None
            for term, place, surely, perhaps in zip(
                terms, places.tolist(), exact.tolist(), alike.tolist(), strict=True
            )
        ]

    def joined(
        self, used: npt.NDArray[np.bool_], more: Collection[str]
    ) -> tuple[Vocabulary, Ints, dict[str, int]]:
        """The vocabulary of the terms ``used`` and of ``more``.

        Returns:
            the vocabulary, the new number of each old term, the new number of each term of ``more``.
        """
        used = used.copy()
        terms = list(more)
        known = {t: number for t, number in zip(terms, self.find(terms), strict=True) if number is not None}
        used[list(known.values())] = True
        fresh = sorted(_bytes(term) for term in set(more).difference(known))
        places = np.asarray([self._place(term) for term in fresh], dtype=np.int64)
        before = _edges(used.astype(np.int64))
        renumbered = (before + np.cumsum(np.bincount(places, minlength=len(before))))[:-1].astype(np.int32)
        numbers = {term: int(renumbered[number]) for term, number in known.items()}
        at: Longs = before[places]
        numbers |= {
            term.decode("utf-8", "surrogatepass"): int(place) + n
            for n, (term, place) in enumerate(zip(fresh, at, strict=True))
        }
        sizes, lengths = np.diff(self.edges), _sizes(fresh)
        blob, edges = self.blob[np.repeat(used, sizes)], _edges(sizes[used])
        added = np.frombuffer(b"".join(fresh), dtype=np.uint8)
        heads = np.asarray([_head(term) for term in fresh], dtype=np.uint64)
        made = Vocabulary(
            np.insert(blob, np.repeat(edges[at], lengths), added),
            _edges(np.insert(sizes[used], at, lengths)),
            np.insert(self.heads[used], at, heads),
        )
        return made, renumbered, numbers

    def _place(self, wanted: bytes) -> int:
        """How many terms come before these bytes."""
        head = _head(wanted)
        low = bisect_left(self._heads, head)
        high = bisect_right(self._heads, head, low)
        return bisect_left(self._all, wanted, low, high, key=self._at)

    def _at(self, number: int) -> bytes:
        return bytes(self._bytes[self._edges[number] : self._edges[number + 1]])


def _bytes(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")


def _head(term: bytes) -> int:
    return int.from_bytes(term[:_HEAD].ljust(_HEAD, b"\0"), "big")


def _sizes(pieces: Collection[bytes]) -> Longs:
    return np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))


def _edges(sizes: Longs) -> Longs:
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
