"""Answers given a short while ago: the same question in the same place of a conversation is answered at once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable

from index.records import Answer

MOST = 4096  # answers that are kept


class Remembered:
    """Answers of the newest version of the library, those asked for last; safe to share between threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._version: int | None = None
        self._held: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, version: int, asked: Hashable) -> Answer | None:
        """The answer to what was ``asked`` of this version, or None."""
        with self._lock:
            if version != self._version or asked not in self._held:
                return None
            self._held.move_to_end(asked)
            return self._held[asked]

    def keep(self, version: int, asked: Hashable, answer: Answer) -> None:
        """Keep an answer; those of any other version are forgotten."""
        with self._lock:
            if version != self._version:
                self._version = version
                self._held.clear()
            self._held[asked] = answer
            if len(self._held) > self._most:
                self._held.popitem(last=False)
