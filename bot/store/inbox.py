"""What came in, what of it is answered, and how far the answer got."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.store.database import Database

_KEPT = 3 * 86400.0  # seconds for which an id is known; Telegram repeats an update for a day at most


@dataclass(frozen=True, slots=True)
class Received:
    """An update as it came: its id, where it belongs (hashed), its JSON, when it came."""

    update_id: int
    place: str
    body: str
    at: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that is not answered yet.

    Attributes:
        sending: a send was begun whose end is not known. sent: numbers of the messages that surely arrived.
    """

    update_id: int
    body: str
    at: float
    sending: bool
    sent: tuple[int, ...]


class Inbox:
    """Updates are written down before they are handled, and marked when they are answered."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def received(self, updates: Iterable[Received]) -> set[int]:
        """Write updates down, all or none; the ids of those that were not there yet."""
        with self._db.writing() as db:
            return {
                one.update_id
                for one in updates
                if db.execute(
                    "INSERT OR IGNORE INTO inbox (update_id, place, body, at) VALUES (?, ?, ?, ?)",
                    (one.update_id, one.place, one.body, one.at),
                ).rowcount
            }

    def sending(self, update_id: int, sent: Sequence[int] = ()) -> None:
        """A send begins; ``sent``: what arrived before it."""
        with self._db.writing() as db:
            db.execute(
                "UPDATE inbox SET sending = 1, sent = ? WHERE update_id = ?",
                (json.dumps(list(sent)), update_id),
            )

    def done(self, finished: Iterable[tuple[int, Sequence[int]]]) -> None:
        """These updates are answered by these messages; bodies are dropped, ids kept against repeats."""
        with self._db.writing() as db:
            for update_id, sent in finished:
                numbers = json.dumps(list(sent))
                db.execute(
                    "UPDATE inbox SET done = 1, sending = 0, body = '', sent = ? WHERE update_id = ?",
                    (numbers, update_id),
                )
                if sent:
                    db.execute(
                        "UPDATE questions SET answered_as = ? WHERE update_id = ?", (numbers, update_id)
                    )

    def waiting(self) -> list[Waiting]:
        """Updates that were received but not answered, oldest first."""
        rows = self._db.rows(
            "SELECT update_id, body, at, sending, sent FROM inbox WHERE done = 0 ORDER BY update_id"
        )
        return [Waiting(row[0], row[1], row[2], bool(row[3]), tuple(json.loads(row[4]))) for row in rows]

    def messages(self, place: str) -> set[int]:
        """Numbers of the messages known to have been sent to a place."""
        rows = self._db.rows("SELECT sent FROM inbox WHERE place = ? ORDER BY at DESC LIMIT 200", (place,))
        return {number for (sent,) in rows for number in json.loads(sent)}

    def expire(self, now: float) -> None:
        """Forget the ids of long answered updates."""
        with self._db.writing() as db:
            db.execute("DELETE FROM inbox WHERE done = 1 AND at < ?", (now - _KEPT,))
