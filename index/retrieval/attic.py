"""Frequencies of documents that were taken out, so that bringing them back tokenises nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from index.retrieval.engine import Document

ROOM = 16 * 2**20  # bytes; a passage of 150 letters takes about 3,000
_MARK = 16  # bytes that stand for what is tokenised of a document


class Attic:
    """The documents that were taken out last, as far as there is room; the oldest are forgotten first."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self._used = 0
        self._held: dict[bytes, bytes] = {}

    def __len__(self) -> int:
        return len(self._held)

    def put(self, document: Document, counts: Mapping[str, int]) -> int:
        """Keeps the frequencies of a document's terms; the bytes that they take."""
        mark, packed = _mark(document), json.dumps(counts, ensure_ascii=False).encode("utf-8", "surrogatepass")
        self._used += len(packed) + _MARK - self._drop(mark)
        self._held[mark] = packed
        while self._used > self.room and self._held:
            self._used -= self._drop(next(iter(self._held)))
        return len(packed)

    def take(self, document: Document) -> Mapping[str, int] | None:
        """The frequencies of a document's terms, if they are here; afterwards they are not."""
        packed = self._held.get(mark := _mark(document))
        if packed is None:
            return None
        self._used -= self._drop(mark)
        found: Mapping[str, int] = json.loads(packed)
        return found

    def _drop(self, mark: bytes) -> int:
        packed = self._held.pop(mark, None)
        return 0 if packed is None else len(packed) + _MARK

    # ---- keeping

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """What has to be kept."""
        held = list(self._held.items())
        edges = [0, *accumulate(len(packed) for _, packed in held)]
        return {
            "attic_marks": np.frombuffer(b"".join(mark for mark, _ in held), dtype=np.uint8),
            "attic": np.frombuffer(b"".join(packed for _, packed in held), dtype=np.uint8),
            "attic_edges": np.asarray(edges, dtype=np.int64),
        }

    @classmethod
    def restored(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Attic:
        """The attic whose ``arrays()`` these are."""
        made = cls()
        marks, blob = arrays["attic_marks"].tobytes(), arrays["attic"].tobytes()
        edges = arrays["attic_edges"].tolist()
        for number, (low, high) in enumerate(pairwise(edges)):
            made._held[marks[number * _MARK : (number + 1) * _MARK]] = blob[low:high]
            made._used += high - low + _MARK
        return made


def _mark(document: Document) -> bytes:
    content = json.dumps((document.title, document.text, document.entities))
    return hashlib.blake2b(content.encode(), digest_size=_MARK).digest()
