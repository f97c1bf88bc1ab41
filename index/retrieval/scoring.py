"""The best documents from posting lists: exact, in a dozen array operations however large the index is.

Posting lists are added up in a borrowed buffer, and only the documents in them are looked at afterwards.
Terms in many documents are dense rows: as long as their largest possible contribution together stays below
what the best documents have already, only these documents' values are looked up (MaxScore, Turtle & Flood
1995). Where that does not hold, everything is added up.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]
Posting = tuple[Longs, Floats]
"""Documents in which a term occurs, ascending, and what it contributes to each."""
Row = tuple[Floats, float]
"""What a term contributes to every document of the main segment, a zero behind them, and the largest value."""

_LOW = 0xFFFFFFFF
_LARGE = 2048  # postings from which a cheap bound thins them out first
_WHOLE = 8  # postings of more than this part of all documents: everything is added up
_ROUNDING = 1.00001  # sums of float32 in another order


class Scratch:
    """Buffers that searches borrow, so that none clears one float a document."""

    def __init__(self) -> None:
        self._idle: list[tuple[Floats, Longs]] = []

    def take(self, size: int) -> tuple[Floats, Longs]:
        """(zeros, anything), each for at least ``size`` documents, nobody else's until they are given back."""
        while self._idle:
            try:
                found = self._idle.pop()
            except IndexError:  # another thread was quicker
                break
            if len(found[0]) >= size:
                return found
        room = size + size // 16 + 64
        return np.zeros(room, dtype=np.float32), np.empty(room, dtype=np.int64)

    def give(self, buffers: tuple[Floats, Longs]) -> None:
        """Back; the first buffer is all zeros again."""
        self._idle.append(buffers)


_ORDER = np.arange(1 << 16, dtype=np.int64)


def _order(size: int) -> Longs:
    return _ORDER[:size] if size <= len(_ORDER) else np.arange(size, dtype=np.int64)


def top(
    postings: Sequence[Posting], rows: Sequence[Row], main: int, size: int, limit: int, scratch: Scratch
) -> list[tuple[int, float]]:
    """(document, score) of the best ``limit`` documents with a positive score, ties by number.

    Args:
        postings: of sparse terms, over all documents. rows: of frequent terms, over the first ``main`` ones.
        size: of documents in all.
    """
    if not postings or limit <= 0:
        return best(total(postings, rows, main, size), limit)
    bound = sum([row[1] for row in rows]) * _ROUNDING
    if len(postings) == 1:
        documents, values = postings[0]
    else:
        documents = np.concatenate([posting[0] for posting in postings])
        if len(documents) * _WHOLE > size:
            return best(total(postings, rows, main, size), limit)
        documents, values = _added(documents, postings, bound, size, limit, scratch)
    if rows:
        candidates = _with_rows(documents, values, rows, bound, main, limit)
        if candidates is None:
            return best(total(postings, rows, main, size), limit)
        documents, values = candidates
    return _ranked(documents, values, limit)


def _added(
    documents: Longs, postings: Sequence[Posting], bound: float, size: int, limit: int, scratch: Scratch
) -> Posting:
    """Each document once, with its sum; those that can't be among the best are left out where there are many."""
    buffers = scratch.take(size)
    sums, marks = buffers
    np.add.at(sums, documents, np.concatenate([posting[1] for posting in postings]))
    values = sums[documents]
    sums[documents] = 0
    if len(documents) > _LARGE:
        floor = _floor_of_rarest(postings, values, limit)
        if floor > bound:
            kept = (values >= floor - bound).nonzero()[0]
            documents, values = documents[kept], values[kept]
    order = _order(len(documents))
    marks[documents] = order
    once = (marks[documents] == order).nonzero()[0]
    scratch.give(buffers)
    return documents[once], values[once]


def _floor_of_rarest(postings: Sequence[Posting], values: Floats, limit: int) -> float:
    """The limit-th best sum within the shortest list that is long enough: no more than the limit-th best of all."""
    at, shortest = 0, (0, 0)
    for documents, _ in postings:
        count = len(documents)
        if count >= limit and (not shortest[1] or count < shortest[1]):
            shortest = (at, count)
        at += count
    if not shortest[1]:
        return 0.0
    return _nth_best(values[shortest[0] : sum(shortest)], limit)


def _nth_best(values: Floats, n: int) -> float:
    place = len(values) - n
    return float(np.partition(values, place)[place])


def _with_rows(
    documents: Longs, values: Floats, rows: Sequence[Row], bound: float, main: int, limit: int
) -> Posting | None:
    """Full sums of the documents that may be among the best; None where others may be, too."""
    if len(documents) < limit:
        return None
    floor = _nth_best(values, limit)
    if floor <= bound:
        return None
    kept = (values >= floor - bound).nonzero()[0]
    documents, values = documents[kept], values[kept]
    places = np.minimum(documents, main)
    for row, _ in rows:
        values += row[places]
    return documents, values


def total(postings: Sequence[Posting], rows: Sequence[Row], main: int, size: int) -> Floats:
    """One score a document."""
    sums: Floats = np.zeros(size, dtype=np.float32)
    inner = sums[:main]
    for row, _ in rows:
        inner += row[:main]
    if len(postings) == 1:
        documents, values = postings[0]
        sums[documents] = sums[documents] + values
    elif postings:
        documents = np.concatenate([posting[0] for posting in postings])
        np.add.at(sums, documents, np.concatenate([posting[1] for posting in postings]))
    return sums


def best(scores: Floats, limit: int) -> list[tuple[int, float]]:
    """The ``limit`` largest positive scores with their positions, ties by position."""
    if limit <= 0 or not len(scores):
        return []
    floor = _floor(scores, limit)
    places = (scores >= floor).nonzero()[0] if floor > 0 else (scores > 0).nonzero()[0]
    return _ranked(places, scores[places], limit)


_GROUP = 256


def _floor(scores: Floats, limit: int) -> float:
    """A bound that at least ``limit`` scores reach: the limit-th best of the best of groups."""
    groups = len(scores) // _GROUP
    if groups >= 2 * limit:
        scores = scores[: groups * _GROUP].reshape(_GROUP, groups).max(axis=0)
    return _nth_best(scores, limit) if limit < len(scores) else 0.0


def _ranked(documents: Longs, values: Floats, limit: int) -> list[tuple[int, float]]:
    """Best first, ties by number. Positive floats order like their bits: score and number make one integer."""
    keys: npt.NDArray[Any] = values.view(np.int32).astype(np.int64)
    keys <<= 32
    keys |= _LOW - documents
    if len(keys) > limit:
        keys.partition(len(keys) - limit)
        keys = keys[len(keys) - limit :]
    order = sorted(keys.tolist(), reverse=True)
    count = len(order)
    scores = struct.unpack(f"{count}f", struct.pack(f"{count}i", *[key >> 32 for key in order]))
    return list(zip([_LOW - (key & _LOW) for key in order], scores, strict=True))
