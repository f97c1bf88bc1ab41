"""The bot's own SQLite file: inbox, conversations, question log. A rollback of the library never touches it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.errors import StoreError

TURNS = 4  # earlier questions that a follow-up may lean on
FRESH = 3600.0  # seconds after which earlier turns no longer count

_SCHEMA = """
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS inbox (
    update_id INTEGER PRIMARY KEY, body TEXT NOT NULL, at REAL NOT NULL, done INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS turns (chat TEXT NOT NULL, question TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS turns_chat ON turns (chat, at);
CREATE TABLE IF NOT EXISTS questions (
    key INTEGER PRIMARY KEY, chat TEXT NOT NULL, question TEXT NOT NULL, status TEXT NOT NULL, reason TEXT,
    answer TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS questions_at ON questions (at);
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One logged question; ``times``: how often it was asked."""

    question: str
    status: str
    reason: str | None
    times: int
    last: float


class ChatStore:
    """Everything the bot remembers; ids of people and chats are hashed with a salt of this file."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        try:
            self._db = sqlite3.connect(path, check_same_thread=False, timeout=10, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=FULL")
            self._db.executescript(_SCHEMA)
            self._salt = self._held("salt", secrets.token_hex(16))
        except sqlite3.Error as error:
            raise StoreError(
                f"对话数据库 {path} 打不开（{error}），请检查路径和权限，或用 BULLETIN_CHATS 另指一个。"
            ) from error

    def _held(self, name: str, fresh: str) -> str:
        self._db.execute("INSERT OR IGNORE INTO settings VALUES (?, ?)", (name, fresh))
        return str(self._db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()[0])

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def hashed(self, number: int | str) -> str:
        """A stable name for a user or chat id that does not give the id away."""
        return hmac.new(self._salt.encode(), str(number).encode(), hashlib.sha256).hexdigest()[:24]

    def received(self, update_id: int, body: str, at: float) -> bool:
        """Put an update into the inbox before it is handled; False if it was there already."""
        with self._writing() as db:
            return (
                db.execute(
                    "INSERT OR IGNORE INTO inbox (update_id, body, at) VALUES (?, ?, ?)",
                    (update_id, body, at),
                ).rowcount
                == 1
            )

    def done(self, update_id: int) -> None:
        """The update is answered; its body is dropped, its id kept against repeats."""
        with self._writing() as db:
            db.execute("UPDATE inbox SET done = 1, body = '' WHERE update_id = ?", (update_id,))
            db.execute(
                "DELETE FROM inbox WHERE done = 1 AND update_id < (SELECT max(update_id) FROM inbox) - 10000"
            )

    def waiting(self) -> list[tuple[int, str, float]]:
        """Updates that were received but not answered, oldest first."""
        with self._lock:
            return list(
                self._db.execute("SELECT update_id, body, at FROM inbox WHERE done = 0 ORDER BY update_id")
            )

    def turns(self, chat: str, now: float) -> tuple[str, ...]:
        """The chat's earlier questions that still count, oldest first."""
        with self._lock:
            rows = self._db.execute(
                "SELECT question FROM turns WHERE chat = ? AND at > ? ORDER BY at DESC, rowid DESC LIMIT ?",
                (chat, now - FRESH, TURNS),
            ).fetchall()
        return tuple(row[0] for row in reversed(rows))

    def asked(
        self, chat: str, question: str, status: str, reason: str | None, answer: str, at: float
    ) -> None:
        """Log a question with what became of it, and remember it as a turn."""
        with self._writing() as db:
            db.execute("INSERT INTO turns VALUES (?, ?, ?)", (chat, question, at))
            db.execute(
                "INSERT INTO questions (chat, question, status, reason, answer, at) VALUES (?, ?, ?, ?, ?, ?)",
                (chat, question, status, reason, answer, at),
            )

    def questions(self, *, unanswered: bool = False, limit: int = 100) -> list[Asked]:
        """What people asked, most often first."""
        where = "WHERE status = 'not_found'" if unanswered else ""
        sql = f"""SELECT question, max(status), max(reason), count(*), max(at) FROM questions {where}
            GROUP BY question ORDER BY count(*) DESC, max(at) DESC LIMIT ?"""
        with self._lock:
            return [Asked(*row) for row in self._db.execute(sql, (limit,))]

    def forget(self, chat: str) -> None:
        """Delete everything about a chat."""
        with self._writing() as db:
            db.execute("DELETE FROM turns WHERE chat = ?", (chat,))
            db.execute("DELETE FROM questions WHERE chat = ?", (chat,))

    def expire(self, before: float) -> None:
        """Delete the texts of questions asked before a moment."""
        with self._writing() as db:
            db.execute("DELETE FROM turns WHERE at < ?", (before,))
            db.execute("DELETE FROM questions WHERE at < ?", (before,))
            db.execute("DELETE FROM inbox WHERE at < ?", (before,))

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()
