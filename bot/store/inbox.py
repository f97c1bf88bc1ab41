"""What came in, what of it is answered, and how far the answer got."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.store.database import Database

_KEPT = 3 * 86400.0  # seconds for which an id is known; Telegram repeats an update for a day at most


@dataclass(frozen=True, slots=True)
class Received:
    """An update as it came: its id, where it belongs (hashed), its JSON, when it came.

    Attributes:
        number: of its message, in the count that private chats and basic groups share; 0 for those of others.
    """

    update_id: int
    place: str
    body: str
    at: float
    number: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that is not answered yet.

    Attributes:
        outgoing: the answer as it is to be sent, or "" if there is none yet. sending: a send was begun whose end
            is not known. sent: numbers of the messages that surely arrived. floor: highest numbers known when
            the last send began, in the chat and in the count that it shares with others.
    """

    update_id: int
    body: str
    at: float
    outgoing: str
    sending: bool
    sent: tuple[int, ...]
    floor: tuple[int, int]


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
                    "INSERT OR IGNORE INTO inbox (update_id, place, body, at, number) VALUES (?, ?, ?, ?, ?)",
                    (one.update_id, one.place, one.body, one.at, one.number),
                ).rowcount
            }

    def sending(
        self, update_id: int, outgoing: str | None, sent: Sequence[int], floor: tuple[int, int]
    ) -> None:
        """A send begins.

        Args:
            outgoing: the whole answer, at its first send; later None. sent: what arrived before. floor: see Waiting.
        """
        with self._db.writing() as db:
            db.execute(
                "UPDATE inbox SET sending = 1, outgoing = coalesce(?, outgoing), sent = ?, floor_chat = ?,"
                " floor_all = ? WHERE update_id = ?",
                (outgoing, json.dumps(list(sent)), *floor, update_id),
            )

    def done(self, finished: Iterable[tuple[int, Sequence[int]]]) -> None:
        """These updates are answered by these messages; bodies are dropped, ids kept against repeats."""
        with self._db.writing() as db:
            for update_id, sent in finished:
                numbers = json.dumps(list(sent))
                db.execute(
                    "UPDATE inbox SET done = 1, sending = 0, body = '', outgoing = '', sent = ? WHERE update_id = ?",
                    (numbers, update_id),
                )
                if sent:
                    db.execute(
                        "UPDATE questions SET answered_as = ? WHERE update_id = ?", (numbers, update_id)
                    )

    def backlog(self) -> int:
        """How many updates were received but not answered."""
        return int(self._db.rows("SELECT count(*) FROM inbox WHERE done = 0")[0][0])

    def waiting(self) -> list[Waiting]:
        """Updates that were received but not answered, oldest first."""
        rows = self._db.rows(
            "SELECT update_id, body, at, outgoing, sending, sent, floor_chat, floor_all FROM inbox"
            " WHERE done = 0 ORDER BY update_id"
        )
        return [
            Waiting(row[0], row[1], row[2], row[3], bool(row[4]), tuple(json.loads(row[5])), (row[6], row[7]))
            for row in rows
        ]

    def posted(self, place: str, numbers: Iterable[int], at: float) -> None:
        """These messages were sent to a place without being the answer to an update."""
        with self._db.writing() as db:
            db.executemany("INSERT OR IGNORE INTO posted VALUES (?, ?, ?)", [(place, n, at) for n in numbers])

    def messages(self, place: str) -> set[int]:
        """Numbers of the messages known to have been sent to a place."""
        rows = self._db.rows("SELECT sent FROM inbox WHERE place = ? AND sent != '[]'", (place,))
        more = self._db.rows("SELECT number FROM posted WHERE place = ?", (place,))
        return {number for (sent,) in rows for number in json.loads(sent)} | {number for (number,) in more}

    def numbers(self, most: int) -> list[int]:
        """Numbers of the newest messages, theirs and ours, in the count that chats share; lowest first."""
        rows = self._db.rows("SELECT number, sent FROM inbox WHERE number > 0 ORDER BY number DESC LIMIT ?", (most,))
        return sorted({number for theirs, ours in rows for number in (theirs, *json.loads(ours))})[-most:]

    def of_bot(self, number: int) -> None:
        """The inbox belongs to this bot; what another one left is forgotten: its numbers mean nothing here."""
        with self._db.writing() as db:
            held = db.execute("SELECT value FROM settings WHERE name = 'bot'").fetchone()
            if held is not None and held[0] != str(number):
                db.execute("DELETE FROM inbox")
            db.execute("INSERT OR REPLACE INTO settings VALUES ('bot', ?)", (str(number),))

    def expire(self, now: float) -> None:
        """Forget the ids of long answered updates."""
        with self._db.writing() as db:
            db.execute("DELETE FROM inbox WHERE done = 1 AND at < ?", (now - _KEPT,))
            db.execute("DELETE FROM posted WHERE at < ?", (now - _KEPT,))
