"""Documents of a segment in columns: keys and filters at hand, the rest of each one decoded when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from index.retrieval.engine import Document, Filters

Buffer = bytes | memoryview
_COLUMNS = ("kind", "district", "period")


class Table(Sequence[Document]):
    """Documents in the order of their numbers.

    Args:
        blob: one JSON array of a document's fields after the other. edges: where each begins, and the end.
        keys: of the documents. dates: ISO dates, "" where unknown. columns: code of each document's value,
            -1 for none, and the values.
    """

    def __init__(
        self, blob: Buffer, edges: npt.NDArray[np.int64], keys: list[str], dates: npt.NDArray[np.str_],
        columns: dict[str, tuple[npt.NDArray[np.int32], list[str]]],
    ) -> None:  # fmt: skip
        self.blob, self.edges, self.keys, self.dates, self.columns = blob, edges, keys, dates, columns

    @classmethod
    def of(cls, documents: Sequence[Document]) -> Table:
        """The table of ``documents``."""
        pieces = [json.dumps(astuple(one), ensure_ascii=False).encode() for one in documents]
        edges = np.concatenate(
            (np.zeros(1, dtype=np.int64), np.cumsum([len(p) for p in pieces], dtype=np.int64))
        )
        columns: dict[str, tuple[npt.NDArray[np.int32], list[str]]] = {}
        for name in _COLUMNS:
            columns[name] = _coded([getattr(one, name) for one in documents])
        dates = np.asarray([one.date or "" for one in documents], dtype="U10")
        return cls(b"".join(pieces), edges, [one.key for one in documents], dates, columns)

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, number: Any) -> Any:
        low, high = int(self.edges[number]), int(self.edges[number + 1])
        return _document(bytes(self.blob[low:high]))

    def __iter__(self) -> Iterator[Document]:
        return (self[number] for number in range(len(self)))

    def changed(
        self, kept: npt.NDArray[np.bool_], more: Sequence[Document], order: npt.NDArray[np.int32]
    ) -> Table:
        """The table of the documents ``kept`` and of ``more``, in ``order`` (positions in one after the other)."""
        added = Table.of(more)
        low, high = self.edges[:-1][kept], self.edges[1:][kept]
        blob = memoryview(self.blob)
        pieces = [blob[a:b] for a, b in zip(low.tolist(), high.tolist(), strict=True)]
        fresh = memoryview(added.blob)
        pieces += [fresh[a:b] for a, b in pairwise(added.edges.tolist())]
        ordered = [pieces[number] for number in order.tolist()]
        edges = np.concatenate(
            (np.zeros(1, dtype=np.int64), np.cumsum(list(map(len, ordered)), dtype=np.int64))
        )
        keys = [key for key, stays in zip(self.keys, kept.tolist(), strict=True) if stays] + added.keys
        dates = np.concatenate((self.dates[kept], added.dates))[order]
        columns = {}
        for name in _COLUMNS:
            (codes, values), (other, others) = self.columns[name], added.columns[name]
            found = [values[code] if code >= 0 else None for code in codes[kept].tolist()]
            found += [others[code] if code >= 0 else None for code in other.tolist()]
            columns[name] = _coded([found[number] for number in order.tolist()])
        return Table(b"".join(ordered), edges, [keys[number] for number in order.tolist()], dates, columns)

    def passing(self, filters: Filters) -> npt.NDArray[np.bool_]:
        """Which documents fulfil every condition."""
        passes = np.ones(len(self), dtype=bool)
        for name in _COLUMNS:
            wanted = getattr(filters, name)
            if wanted is not None:
                numbers, values = self.columns[name]
                passes &= numbers == (values.index(wanted) if wanted in values else -2)
        if filters.date_from is not None:
            passes &= self.dates >= filters.date_from
        if filters.date_to is not None:
            passes &= (self.dates != "") & (self.dates <= filters.date_to)
        return passes


def _coded(held: Sequence[str | None]) -> tuple[npt.NDArray[np.int32], list[str]]:
    """(number of each value, -1 for none, and the values)."""
    codes: dict[str, int] = {}
    numbers = [-1 if value is None else codes.setdefault(value, len(codes)) for value in held]
    return np.asarray(numbers, dtype=np.int32), list(codes)


def passes(document: Document, filters: Filters) -> bool:
    """Whether one document fulfils every condition."""
    for name in _COLUMNS:
        wanted = getattr(filters, name)
        if wanted is not None and getattr(document, name) != wanted:
            return False
    date = document.date or ""
    if filters.date_from is not None and date < filters.date_from:
        return False
    return filters.date_to is None or (bool(date) and date <= filters.date_to)


def _document(raw: bytes) -> Document:
    key, kind, article, title, text, entities, district, period, date = json.loads(raw)
    return Document(key, kind, article, title, text, tuple(entities), district, period, date)
