"""Who (hashed) asked what, what became of it, and what they thought of it."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from dataclasses import dataclass

from bot.store.database import Database

TURNS = 8  # earlier questions that a follow-up may lean on
FRESH = 3600.0  # seconds after which earlier turns no longer count


@dataclass(frozen=True, slots=True)
class Asked:
    """One logged question; ``times``: how often it was asked. ``key``: of its newest row."""

    question: str
    status: str
    reason: str | None
    times: int
    last: float
    key: int = 0


@dataclass(frozen=True, slots=True)
class Logged:
    """One answer as it was given: ``body`` is its JSON, ``messages`` the numbers it was sent as."""

    key: int
    chat: str
    question: str
    body: str
    messages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is written for one answered question.

    Attributes:
        chat: hashed conversation. update_id: of the question's update, None in the terminal.
        asked_as: number of the message that asked. body: the answer's JSON, for the buttons under it.
        turn: the question as it counts for follow-ups, or None. key: reserved for it; None: a new one.
    """

    chat: str
    question: str
    status: str
    reason: str | None
    answer: str
    at: float
    body: str | None = None
    update_id: int | None = None
    asked_as: int | None = None
    turn: str | None = None
    key: int | None = None


class Journal:
    """Questions, answers and feedback; texts expire."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._key, self._counting = 0, threading.Lock()
        # Most who ask have not asked within the hour: for these nobody has to look into the file.
        newest = "SELECT chat, max(at) FROM turns WHERE at > (SELECT max(at) FROM turns) - ? GROUP BY chat"
        self._spoke: dict[str, float] = dict(db.rows(newest, (FRESH,)))

    def reserve(self) -> int:
        """A key that no answer has or ever had: buttons under one that was deleted lead to no other."""
        with self._counting:
            self._key = max(self._key + 1, int(time.time() * 1000))
            return self._key

    def turns(
        self, chat: str, now: float, but: int | None = None, message: int | None = None
    ) -> tuple[str, ...]:
        """The chat's earlier questions that still count, oldest first.

        Args:
            but: leave this update's out. message: leave out what this message said before it was edited.
        """
        if self._spoke.get(chat, 0.0) <= now - FRESH:
            return ()
        rows = self._db.rows(
            "SELECT question FROM turns WHERE chat = ? AND at > ? AND update_id IS NOT ?"
            " AND (update_id IS NULL OR update_id NOT IN"
            " (SELECT update_id FROM questions WHERE chat = ? AND asked_as = ? AND update_id IS NOT NULL))"
            " ORDER BY at DESC, rowid DESC LIMIT ?",
            (chat, now - FRESH, -1 if but is None else but, chat, -1 if message is None else message, TURNS),
        )
        return tuple(row[0] for row in reversed(rows))

    def asked(self, entry: Entry) -> int:
        """Log a question with what became of it; its key. The same update again replaces its row."""
        key = entry.key or self.reserve()
        with self._db.writing() as db:
            if entry.update_id is not None and self._is_again(db, entry):
                db.execute("DELETE FROM turns WHERE update_id = ?", (entry.update_id,))
                db.execute(
                    "DELETE FROM turns WHERE update_id IN"
                    " (SELECT update_id FROM questions WHERE chat = ? AND asked_as = ?)",
                    (entry.chat, entry.asked_as),
                )
                db.execute("DELETE FROM questions WHERE update_id = ?", (entry.update_id,))
            if entry.turn:
                self._spoke[entry.chat] = max(entry.at, self._spoke.get(entry.chat, 0.0))
                db.execute(
                    "INSERT INTO turns (chat, question, at, update_id) VALUES (?, ?, ?, ?)",
                    (entry.chat, entry.turn, entry.at, entry.update_id),
                )
            db.execute(
                "INSERT INTO questions (key, chat, question, status, reason, answer, at, update_id, asked_as, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (key, entry.chat, entry.question, entry.status, entry.reason, entry.answer, entry.at,
                 entry.update_id, entry.asked_as, entry.body),
            )  # fmt: skip
            return key

    @staticmethod
    def _is_again(db: sqlite3.Connection, entry: Entry) -> bool:
        """Whether the update, or the message before it was edited, was answered before."""
        found = db.execute(
            "SELECT EXISTS (SELECT 1 FROM questions WHERE update_id = ?) OR EXISTS (SELECT 1 FROM turns WHERE"
            " update_id = ?) OR EXISTS (SELECT 1 FROM questions WHERE chat = ? AND asked_as = ?)",
            (entry.update_id, entry.update_id, entry.chat, entry.asked_as),
        )
        return bool(found.fetchone()[0])

    def answer(self, key: int) -> Logged | None:
        """A logged answer; None if it has expired."""
        return self._one("key = ?", (key,))

    def answer_to(self, chat: str, message: int) -> Logged | None:
        """The answer to a message of a conversation; None if there is none."""
        return self._one("chat = ? AND asked_as = ?", (chat, message))

    def messages_to(self, chat: str, message: int) -> tuple[int, ...]:
        """Numbers of the messages that answered a message, oldest answer first."""
        rows = self._db.rows(
            "SELECT answered_as FROM questions WHERE chat = ? AND asked_as = ? AND answered_as != '[]'"
            " ORDER BY key LIMIT 1",
            (chat, message),
        )
        return tuple(json.loads(rows[0][0])) if rows else ()

    def _one(self, where: str, values: tuple[object, ...]) -> Logged | None:
        rows = self._db.rows(
            f"SELECT key, chat, question, body, answered_as FROM questions WHERE {where}"
            " ORDER BY key DESC LIMIT 1",
            values,
        )
        if not rows or rows[0][3] is None:
            return None
        key, held, question, body, sent = rows[0]
        return Logged(key, held, question, body, tuple(json.loads(sent)))

    def questions(
        self, *, unanswered: bool = False, limit: int = 100, open_only: bool = False
    ) -> list[Asked]:
        """What people asked, most often first; ``open_only``: without those that staff dealt with."""
        where = ["status = 'not_found'"] if unanswered else []
        where += ["closed = 0"] if open_only else []
        clause = f"WHERE {' AND '.join(where)}" if where else ""
        rows = self._db.rows(
            f"SELECT question, max(status), max(reason), count(*), max(at), max(key) FROM questions {clause}"
            " GROUP BY question ORDER BY count(*) DESC, max(at) DESC LIMIT ?",
            (limit,),
        )
        return [Asked(*row) for row in rows]

    def close_question(self, question: str) -> None:
        """Staff dealt with a question: it leaves the list of unanswered ones."""
        with self._db.writing() as db:
            db.execute("UPDATE questions SET closed = 1 WHERE question = ?", (question,))

    def judged(self, key: int, chat: str, verdict: str, why: str | None, at: float) -> None:
        """What a person thinks of an answer; the last word counts."""
        with self._db.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?)", (key, chat, verdict, why, at)
            )

    def verdicts(self) -> dict[str, int]:
        """How many 👍 (good) and 👎 (bad, by reason)."""
        rows = self._db.rows(
            "SELECT verdict || coalesce(':' || why, ''), count(*) FROM feedback GROUP BY 1 ORDER BY 1"
        )
        return dict(rows)

    def counts(self, since: float) -> dict[str, int]:
        """Questions since a moment, by status."""
        return dict(
            self._db.rows("SELECT status, count(*) FROM questions WHERE at > ? GROUP BY status", (since,))
        )

    def forget(self, chat: str) -> None:
        """Delete everything a conversation left here."""
        self._spoke.pop(chat, None)
        with self._db.writing() as db:
            for table in ("turns", "questions", "feedback"):
                db.execute(f"DELETE FROM {table} WHERE chat = ?", (chat,))

    def expire(self, before: float) -> None:
        """Delete the texts of questions asked before a moment."""
        newest = max(self._spoke.values(), default=0.0)
        for chat in [chat for chat, at in list(self._spoke.items()) if at <= max(before, newest - FRESH)]:
            self._spoke.pop(chat, None)
        with self._db.writing() as db:
            for table in ("turns", "questions", "feedback"):
                db.execute(f"DELETE FROM {table} WHERE at < ?", (before,))
