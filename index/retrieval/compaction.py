"""Merging the tail into the main segment, beside the searches, once for all copies of an engine."""

from __future__ import annotations

import logging
import threading
from typing import Protocol

from index.retrieval.snapshot import Snapshot

log = logging.getLogger(__name__)


class Owner(Protocol):
    """Whoever shows a snapshot to searches."""

    snapshot: Snapshot


class Compactor:
    """Compacts for the newest of the engines that share it, one compaction at a time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        """Held while a snapshot is replaced by another."""
        self._owner: Owner | None = None
        self._running: threading.Thread | None = None

    def start(self, owner: Owner) -> None:
        """Begins a compaction for ``owner``, unless one is running; the lock is held by the caller."""
        self._owner = owner
        if self._running is None:
            work = threading.Thread(target=self._work, args=(owner.snapshot,), name="compaction", daemon=True)
            self._running = work
            work.start()

    def hand_over(self, owner: Owner) -> None:
        """From now on ``owner`` is the newest; the lock is held by the caller."""
        self._owner = owner

    def wait(self) -> None:
        """Returns when no compaction is running."""
        running = self._running
        if running is not None:
            running.join()

    def _work(self, before: Snapshot) -> None:
        compact: Snapshot | None = None
        try:
            compact = before.compacted()
        except Exception:  # searches go on over the segments that are there
            log.exception("合并检索索引时出错")
        finally:
            with self.lock:
                owner, self._running = self._owner, None
                if compact is not None and owner is not None and owner.snapshot.follows(before):
                    owner.snapshot = owner.snapshot.rebased(before, compact)
