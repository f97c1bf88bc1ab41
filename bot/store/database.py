"""The file behind the store: one connection, one writer, ids hashed with a secret of the file."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from index.errors import StoreError

_BUSY = 10  # seconds to wait for another process that writes
_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
_PART = ("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part")

_STEPS = (
    """
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS inbox (
        update_id INTEGER PRIMARY KEY, body TEXT NOT NULL, at REAL NOT NULL, done INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE IF NOT EXISTS turns (chat TEXT NOT NULL, question TEXT NOT NULL, at REAL NOT NULL);
    CREATE INDEX IF NOT EXISTS turns_chat ON turns (chat, at);
    CREATE TABLE IF NOT EXISTS questions (
        key INTEGER PRIMARY KEY, chat TEXT NOT NULL, question TEXT NOT NULL, status TEXT NOT NULL,
        reason TEXT, answer TEXT NOT NULL, at REAL NOT NULL);
    CREATE INDEX IF NOT EXISTS questions_at ON questions (at);
    """,
    """
    ALTER TABLE inbox ADD COLUMN place TEXT NOT NULL DEFAULT '';
    ALTER TABLE inbox ADD COLUMN sending INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE inbox ADD COLUMN sent TEXT NOT NULL DEFAULT '[]';
    CREATE INDEX inbox_open ON inbox (update_id) WHERE done = 0;
    CREATE INDEX inbox_place ON inbox (place, at);
    ALTER TABLE turns ADD COLUMN update_id INTEGER;
    ALTER TABLE questions ADD COLUMN update_id INTEGER;
    ALTER TABLE questions ADD COLUMN asked_as INTEGER;
    ALTER TABLE questions ADD COLUMN body TEXT;
    ALTER TABLE questions ADD COLUMN answered_as TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE questions ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX questions_chat ON questions (chat, asked_as);
    CREATE UNIQUE INDEX questions_update ON questions (update_id) WHERE update_id IS NOT NULL;
    CREATE TABLE feedback (
        question INTEGER NOT NULL, chat TEXT NOT NULL, verdict TEXT NOT NULL, why TEXT, at REAL NOT NULL,
        PRIMARY KEY (question, chat));
    CREATE TABLE roles (user INTEGER PRIMARY KEY, role TEXT NOT NULL, by INTEGER NOT NULL, at REAL NOT NULL);
    CREATE TABLE role_changes (at REAL NOT NULL, by INTEGER NOT NULL, action TEXT NOT NULL, user INTEGER NOT NULL);
    CREATE TABLE places (place TEXT PRIMARY KEY, district TEXT);
    CREATE TABLE subscriptions (
        chat INTEGER NOT NULL, topic INTEGER NOT NULL, word TEXT NOT NULL, owner TEXT NOT NULL, at REAL NOT NULL,
        traditional INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (chat, topic, word));
    CREATE TABLE told (article TEXT PRIMARY KEY);
    CREATE TABLE notices (
        key INTEGER PRIMARY KEY, chat INTEGER NOT NULL, topic INTEGER NOT NULL, html TEXT NOT NULL,
        sending INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE uploads (
        key INTEGER PRIMARY KEY, user INTEGER NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL, at REAL NOT NULL,
        state TEXT NOT NULL DEFAULT 'held');
    """,
    """
    ALTER TABLE inbox ADD COLUMN outgoing TEXT NOT NULL DEFAULT '';
    ALTER TABLE inbox ADD COLUMN floor_chat INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE inbox ADD COLUMN floor_all INTEGER NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE chats (chat TEXT PRIMARY KEY, traditional INTEGER, command TEXT, at REAL);
    ALTER TABLE notices ADD COLUMN article TEXT NOT NULL DEFAULT '';
    CREATE TABLE offers (key INTEGER PRIMARY KEY, question TEXT NOT NULL UNIQUE);
    """,
    "CREATE TABLE posted (place TEXT NOT NULL, number INTEGER NOT NULL, at REAL NOT NULL, PRIMARY KEY (place, number))",
    """
    CREATE INDEX turns_update ON turns (update_id);
    CREATE TABLE held (
        key INTEGER PRIMARY KEY, owner TEXT NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL, at REAL NOT NULL,
        state TEXT NOT NULL DEFAULT 'held');
    INSERT INTO held SELECT key, '', path, name, at, state FROM uploads;
    DROP TABLE uploads;
    ALTER TABLE held RENAME TO uploads;
    """,
    """
    ALTER TABLE inbox ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX inbox_number ON inbox (number) WHERE number > 0;
    """,
)
"""One script a version of the file; ``PRAGMA user_version`` counts those that were run."""


class Database:
    """One SQLite file, safe to share between threads.

    Raises:
        StoreError: it can't be opened, or a newer version of the program made it.
    """

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        self._joined = False
        self.path = path
        try:
            self._db = sqlite3.connect(path, check_same_thread=False, timeout=_BUSY, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute("PRAGMA secure_delete=ON")
            self._migrate()
            self._secret = self._held("salt", secrets.token_hex(16)).encode()
        except sqlite3.Error as error:
            raise StoreError(
                f"对话数据库 {path} 打不开（{error}），请检查路径和权限，或用 BULLETIN_CHATS 另指一个。"
            ) from error
        self._hashed: dict[int | str, str] = {}

    def _migrate(self) -> None:
        done = int(self._db.execute("PRAGMA user_version").fetchone()[0])
        if done > len(_STEPS):
            raise StoreError(
                f"对话数据库 {self.path} 由更新的版本建立，请升级程序，或用 BULLETIN_CHATS 另指一个。"
            )
        for number, step in enumerate(_STEPS[done:], done + 1):
            self._db.executescript(f"BEGIN IMMEDIATE;{step};PRAGMA user_version={number};COMMIT;")

    def _held(self, name: str, fresh: str) -> str:
        self._db.execute("INSERT OR IGNORE INTO settings VALUES (?, ?)", (name, fresh))
        return str(self._db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()[0])

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction, or a part of the one that this thread began: all of it or nothing."""
        with self._lock:
            if self._joined:
                yield self._db  # what goes wrong undoes the whole
                return
            begin, end, undo = _PART if self._db.in_transaction else _WHOLE
            self._db.execute(begin)
            try:
                yield self._db
                self._db.execute(end)
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute(undo)
                raise

    def together(self, calls: Sequence[Callable[[], object]]) -> list[Exception | None]:
        """Several writes in one transaction; what each of them raised: the others are carried out all the same.

        They are carried out as one; only where something goes wrong, once more, each as a part of its own.
        """
        with self._lock:
            if _raised(lambda: self._as_one(calls)) is None:
                return [None] * len(calls)
            with self.writing():
                return [_raised(call) for call in calls]

    def _as_one(self, calls: Sequence[Callable[[], object]]) -> None:
        with self.writing():
            self._joined = True
            try:
                for call in calls:
                    call()
            finally:
                self._joined = False

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """All rows of a question to the file."""
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    def tidy(self) -> None:
        """Write the log back into the file and empty it: nothing deleted is left there."""
        with self._lock:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def hashed(self, number: int | str) -> str:
        """A stable name for a user or chat id that does not give the id away."""
        known = self._hashed.get(number)
        if known is None:
            if len(self._hashed) > 10_000:
                self._hashed.clear()
            known = hmac.digest(self._secret, str(number).encode(), "sha256").hex()[:24]
            self._hashed[number] = known
        return known

    def seal(self, text: str) -> str:
        """Eleven characters that only the holder of this file can put under ``text``."""
        digest = hashlib.blake2s(text.encode(), digest_size=8, key=self._secret, person=b"seal").digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()


def _raised(call: Callable[[], object]) -> Exception | None:
    try:
        call()
    except Exception as error:
        return error
    return None
