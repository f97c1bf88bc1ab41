"""The best documents from posting lists: exact, in a dozen array operations however large the index is.

Posting lists are added up in a borrowed buffer, and only the documents in them are looked at afterwards.
Terms in many documents are dense rows: as long as their largest possible contribution together stays below
what the best documents have already, only these documents' values are looked up (MaxScore, Turtle & Flood
1995). Where that does not hold, or the index is small, everything is added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]
Row = tuple[Floats, float]
"""What a term contributes to every document of the main segment, a zero behind them, and the largest value."""


class Parts(NamedTuple):
    """What the terms of a query contribute.

    Attributes:
        documents, values: of each sparse term the documents it occurs in, ascending, and its contributions.
        rows: of the frequent terms.
    """

    documents: list[Longs]
    values: list[Floats]
    rows: list[Row]


_SMALL = 1 << 14  # documents up to which adding up whole rows costs less than avoiding it
_WHOLE = 8  # postings of more than this part of all documents: everything is added up
_MANY = 8  # times as many as are wanted: sorting all of them would cost more than finding the best first
_ROUNDING = 1.00001  # sums of float32 in another order
_GROUPS = 64  # documents of which only the best counts for a bound
_STEP = 1 << 29  # a float32 as a float64 has that many low bits of its own to spare


class Scratch:
    """Buffers that searches borrow, so that none clears one float a document."""

    def __init__(self) -> None:
        self._idle: list[Floats] = []

    def take(self, size: int) -> Floats:
        """Zeros for at least ``size`` documents, nobody else's until they are given back."""
        while self._idle:
            try:
                found = self._idle.pop()
            except IndexError:  # another thread was quicker
                break
            if len(found) >= size:
                return found
        return np.zeros(size + size // 16 + 64, dtype=np.float32)

    def give(self, buffer: Floats) -> None:
        """Back; it is all zeros again."""
        self._idle.append(buffer)


def top(parts: Parts, main: int, size: int, limit: int, scratch: Scratch) -> list[tuple[int, float]]:
    """(document, score) of the best ``limit`` documents with a positive score, ties by number.

    Args:
        main: documents of the main segment. size: of documents in all.
    """
    lists, rows = len(parts.documents), parts.rows
    if limit <= 0 or not lists:
        return best(total(parts, main, size), limit)
    if lists == 1:
        documents, values = parts.documents[0], parts.values[0]
    else:
        documents, values = np.concatenate(parts.documents), np.concatenate(parts.values)
    if (size <= _SMALL and rows) or len(documents) * _WHOLE > size:
        return best(total(Parts([documents], [values], rows), main, size), limit)
    sums = values if lists == 1 else _summed(documents, values, size, scratch)
    if rows:
        bound = sum([row[1] for row in rows]) * _ROUNDING
        floor = _sparse_floor(parts.documents, documents, sums, limit)
        if floor <= bound:
            return best(total(Parts([documents], [values], rows), main, size), limit)
        kept = (sums >= floor - bound).nonzero()[0]
        documents, sums = documents[kept], sums[kept]
        places = documents if size == main else np.minimum(documents, main)
        for row, _ in rows:
            sums += row[places]
    return _ranked(documents, sums, limit, lists)


def _summed(documents: Longs, values: Floats, size: int, scratch: Scratch) -> Floats:
    """The whole sum of each document, as often as it comes."""
    buffer = scratch.take(size)
    np.add.at(buffer, documents, values)
    sums = buffer[documents]
    buffer[documents] = 0
    scratch.give(buffer)
    return sums


def _sparse_floor(lists: Sequence[Longs], documents: Longs, sums: Floats, limit: int) -> float:
    """What at least ``limit`` documents reach: the limit-th best within the shortest list that is long enough."""
    at, low, shortest = 0, 0, 0
    for one in lists:
        count = len(one)
        if count >= limit and (not shortest or count < shortest):
            low, shortest = at, count
        at += count
    if shortest:
        return _nth_best(sums[low : low + shortest], limit)
    each = np.unique(documents, return_index=True)[1]
    return _nth_best(sums[each], limit) if len(each) >= limit else 0.0


def _nth_best(values: Floats, n: int) -> float:
    place = len(values) - n
    return float(np.partition(values, place)[place])


def total(parts: Parts, main: int, size: int) -> Floats:
    """One score a document."""
    rows = parts.rows
    sums: Floats
    if size == main and len(rows) > 1:
        sums = np.add(rows[0][0][:main], rows[1][0][:main])
        rows = rows[2:]
    elif size == main and rows:
        sums = rows[0][0][:main].copy()
        rows = []
    else:
        sums = np.zeros(size, dtype=np.float32)
    inner = sums[:main]
    for row, _ in rows:
        inner += row[:main]
    for documents, values in zip(parts.documents, parts.values, strict=True):
        np.add.at(sums, documents, values)
    return sums


def best(scores: Floats, limit: int) -> list[tuple[int, float]]:
    """The ``limit`` largest positive scores with their positions, ties by position."""
    if limit <= 0 or not len(scores):
        return []
    floor = _floor(scores, limit)
    places = (scores >= floor if floor > 0 else scores > 0).nonzero()[0]
    values = scores[places]
    if len(places) > _MANY * limit:
        return _ranked(places, values, limit, 1)
    order = (-values).argsort(kind="stable")[:limit]
    return list(zip(places[order].tolist(), values[order].tolist(), strict=True))


def _floor(scores: Floats, limit: int) -> float:
    """A bound that at least ``limit`` scores reach: the limit-th best of the best of groups."""
    width = len(scores) // _GROUPS
    if width >= 2 * limit:
        scores = np.maximum.reduce(scores[: width * _GROUPS].reshape(_GROUPS, width), 0)
    return _nth_best(scores, limit) if limit < len(scores) else 0.0


def _ranked(documents: Longs, values: Floats, limit: int, times: int) -> list[tuple[int, float]]:
    """Best first, ties by number.

    Positive floats order like their bits: the number is taken off where a float32 has none, so that score and
    number make one integer.

    Args:
        times: how often a document may come, each time with the same value.
    """
    keys = values.astype(np.float64).view(np.int64)
    keys -= documents
    most = limit * times
    if len(keys) > most:
        keys.partition(len(keys) - most)
        keys = keys[len(keys) - most :]
    keys.sort()
    if times > 1:
        each = np.append((keys[1:] != keys[:-1]).nonzero()[0], len(keys) - 1)
        keys = keys[each[-limit:]]
    keys = keys[::-1]
    numbers = -keys
    numbers &= _STEP - 1
    return list(zip(numbers.tolist(), (keys + numbers).view(np.float64).tolist(), strict=True))
