"""The best documents from posting lists: exact, in a dozen array operations however large the index is.

Posting lists are added up in a borrowed buffer, and only the documents in them are looked at afterwards.
Terms in many documents are dense rows, of which only these documents' values are looked up: right as long as
the last of the best documents has more than the rows' largest possible contributions together (MaxScore,
Turtle & Flood 1995). Where that does not hold, everything is added up.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]
Postings = npt.NDArray[np.int64]
"""Documents in which a term occurs, ascending, in the upper halves; what it contributes to each in the lower ones."""
Row = tuple[Floats, float]
"""What a term contributes to every document of the main segment, a zero behind them, and the largest value."""


Ranked = tuple[Longs, Floats]
"""Documents and the score of each."""


class Parts(NamedTuple):
    """What the terms of a query contribute: posting lists of the sparse terms, rows of the frequent ones."""

    postings: list[Postings]
    rows: list[Row]


_LARGE = 1024  # postings from which thinning them out first costs less than looking at all
_WHOLE = 8  # postings of more than this part of all documents: everything is added up
_FEWER = 16  # part of all documents from which looking rows up costs more than adding them
_ROUNDING = 1.00001  # sums of float32 in another order
_GROUPS = 64  # documents of which only the best counts for a bound
_MASK = (1 << 29) - 1  # a float32 as a float64 has that many low bits to spare
_TRUE = np.ones(1, dtype=bool)
_LOWER = 0 if sys.byteorder == "little" else 1


def packed(documents: npt.NDArray[Any], values: npt.NDArray[Any]) -> Postings:
    """Posting list of ascending documents with what a term contributes to each."""
    return (documents.astype(np.int64) << 32) | values.astype(np.float32).view(np.uint32)


def numbers_of(postings: Postings) -> Longs:
    """Documents of posting lists."""
    return postings >> 32


def values_of(postings: Postings) -> Floats:
    """Contributions of posting lists."""
    return postings.view(np.float32)[_LOWER::2]


class Scratch:
    """Buffers that searches borrow, so that none clears one float a document."""

    def __init__(self) -> None:
        self._idle: list[Floats] = []

    def take(self, size: int) -> Floats:
        """Zeros for at least ``size`` documents, nobody else's until they are given back."""
        try:
            found = self._idle.pop()
        except IndexError:
            pass
        else:
            if len(found) >= size:
                return found
        return np.zeros(size + size // 16 + 64, dtype=np.float32)

    def give(self, buffer: Floats) -> None:
        """Back; it is all zeros again."""
        self._idle.append(buffer)


def top(parts: Parts, main: int, size: int, limit: int, scratch: Scratch) -> Ranked:
    """The best ``limit`` documents with a positive score, best first, ties by number.

    Args:
        main: documents of the main segment. size: of documents in all.
    """
    lists, rows = parts
    if limit <= 0 or not lists:
        return best(total(parts, main, size), limit)
    postings = lists[0] if len(lists) == 1 else np.concatenate(lists)
    if len(postings) > _LARGE and len(postings) * _WHOLE > size:
        return _from_all(postings, rows, main, size, limit)
    documents, times = numbers_of(postings), len(lists)
    if times == 1:
        sums = values_of(postings)
    elif size <= len(postings):
        documents, sums = _collected(documents, values_of(postings), size, scratch)
        times = 1
    else:
        sums = _summed(documents, values_of(postings), size, scratch)
    if not rows:
        return _ranked(documents, sums, limit, times)
    bound = sum([row[1] for row in rows]) * _ROUNDING
    if len(documents) > _LARGE:
        documents, sums = _promising(lists, documents, sums, rows, bound, limit)
    found = _ranked(documents, _with_rows(documents, sums, rows), limit, times)
    least = float(found[1][-1]) if len(found[1]) == limit else 0.0
    return found if least > bound else best(_added(postings, rows, main, size), limit, least / _ROUNDING)


def _from_all(postings: Postings, rows: Sequence[Row], main: int, size: int, limit: int) -> Ranked:
    """The best where the lists hold a good part of all documents; rows are still looked up only, where that can be."""
    sums = np.zeros(-(-size // _GROUPS) * _GROUPS, dtype=np.float32)
    np.add.at(sums, numbers_of(postings), values_of(postings))
    bound = sum([row[1] for row in rows]) * _ROUNDING
    # Without their rows, as many documents reach this: others can only if they lack no more than the rows have.
    floor = _bound(sums, limit) / _ROUNDING - bound
    if floor > 0:
        documents = _reaching(sums, floor)
        if len(documents) * _FEWER < size:
            return _ranked(documents, _with_rows(documents, sums[documents], rows), limit, 1)
    for row, _ in rows:
        sums[:main] += row[:main]
    return best(sums, limit)


def _summed(documents: Longs, values: Floats, size: int, scratch: Scratch) -> Floats:
    """The whole sum of each document, as often as it comes."""
    buffer = scratch.take(size)
    np.add.at(buffer, documents, values)
    sums = buffer[documents]
    buffer[documents] = 0
    scratch.give(buffer)
    return sums


def _collected(documents: Longs, values: Floats, size: int, scratch: Scratch) -> Ranked:
    """Each document once, in order, with its whole sum: quicker where they are fewer than postings."""
    buffer = scratch.take(size)
    np.add.at(buffer, documents, values)
    found = buffer[:size].nonzero()[0]
    sums = buffer[found]
    buffer[found] = 0
    scratch.give(buffer)
    return found, sums


def _with_rows(documents: Longs, sums: Floats, rows: Sequence[Row]) -> Floats:
    """The sums with what the rows have for these documents; those behind the main segment have nothing there."""
    for row, _ in rows:
        sums = sums + row.take(documents, mode="clip")
    return sums


def _promising(
    lists: Sequence[Postings], documents: Longs, sums: Floats, rows: Sequence[Row], bound: float, limit: int
) -> tuple[Longs, Floats]:
    """Without documents that can't be among the best, as those of the shortest list that is long enough show."""
    at, low, shortest = 0, 0, 0
    for one in lists:
        count = len(one)
        if count >= limit and (not shortest or count < shortest):
            low, shortest = at, count
        at += count
    if not shortest:
        return documents, sums
    high = low + shortest
    floor = _nth_best(_with_rows(documents[low:high], sums[low:high], rows), limit)
    kept = (sums >= floor / _ROUNDING - bound).nonzero()[0]
    return documents[kept], sums[kept]


def _nth_best(values: Floats, n: int) -> float:
    place = len(values) - n
    return float(np.partition(values, place)[place])


def total(parts: Parts, main: int, size: int) -> Floats:
    """One score a document."""
    lists, rows = parts
    return _added(np.concatenate(lists) if lists else np.zeros(0, dtype=np.int64), rows, main, size)


def _added(postings: Postings, rows: Sequence[Row], main: int, size: int) -> Floats:
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
    np.add.at(sums, numbers_of(postings), values_of(postings))
    return sums


def best(scores: Floats, limit: int, floor: float = 0.0) -> Ranked:
    """The ``limit`` largest positive scores with their positions, best first, ties by position.

    Args:
        floor: a bound that as many scores are known to reach.
    """
    if limit <= 0 or not len(scores):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    places = _reaching(scores, max(floor, _bound(scores, limit)))
    return _ranked(places, scores[places], limit, 1)


def _bound(scores: Floats, limit: int) -> float:
    """What the ``limit`` largest scores surely reach."""
    width = len(scores) // _GROUPS
    if width < 2 * limit:
        return _nth_best(scores, limit) if limit < len(scores) else 0.0
    # The best of each group are as many scores: the limit-th of them is a bound for all.
    return _nth_best(np.maximum.reduce(scores[: width * _GROUPS].reshape(_GROUPS, width), 0), limit)


def _reaching(scores: Floats, floor: float) -> Longs:
    """Where the positive scores are that are not below ``floor``."""
    return (scores >= floor if floor > 0 else scores > 0).nonzero()[0]


def _ranked(documents: Longs, values: Floats, limit: int, times: int) -> Ranked:
    """Best first, ties by number.

    Positive floats order like their bits: the number is taken off where a float32 has none, so that score and
    number make one integer.

    Args:
        times: how often a document may come, each time with the same value.
    """
    keys = values.astype(np.float64).view(np.int64)
    keys -= documents
    most = limit * times
    if len(keys) > _LARGE and len(keys) > most:
        order = keys.argpartition(len(keys) - most)[-most:]
        order = order[keys[order].argsort()[::-1]]
    else:
        order = keys.argsort()[: -most - 1 : -1]
    found = documents[order]
    if times > 1 and len(found) > 1:
        first = np.concatenate((_TRUE, found[1:] != found[:-1])).nonzero()[0][:limit]
        order, found = order[first], found[first]
    return found, values[order]


def pairs(ranked: Ranked) -> list[tuple[int, float]]:
    """(document, score) of each."""
    return list(zip(ranked[0].tolist(), ranked[1].tolist(), strict=True))
