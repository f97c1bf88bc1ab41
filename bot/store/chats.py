"""What is remembered of a conversation: the script its person writes, and a command that waits for its words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.store.database import Database

WAITS = 600.0  # seconds for which a command waits for the words that belong to it


class Chats:
    """Keyed by the hashed name of the conversation."""

    def __init__(self, db: Database) -> None:
        self._db = db
        rows = db.rows("SELECT chat, command, at FROM chats WHERE command IS NOT NULL")
        self._waits: dict[str, tuple[str, float]] = {chat: (command, at) for chat, command, at in rows}

    def script(self, chat: str) -> bool | None:
        """True for traditional characters, False for simplified ones, None where nothing was written yet."""
        rows = self._db.rows("SELECT traditional FROM chats WHERE chat = ?", (chat,))
        return bool(rows[0][0]) if rows and rows[0][0] is not None else None

    def writes(self, chat: str, traditional: bool) -> None:
        """The person writes this script."""
        with self._db.writing() as db:
            db.execute(
                "INSERT INTO chats (chat, traditional) VALUES (?, ?)"
                " ON CONFLICT (chat) DO UPDATE SET traditional = excluded.traditional",
                (chat, int(traditional)),
            )

    def wait(self, chat: str, command: str | None, at: float) -> None:
        """What is said next belongs to ``command``; None: to nothing."""
        with self._db.writing() as db:
            db.execute(
                "INSERT INTO chats (chat, command, at) VALUES (?, ?, ?)"
                " ON CONFLICT (chat) DO UPDATE SET command = excluded.command, at = excluded.at",
                (chat, command, at),
            )
        if command is None:
            self._waits.pop(chat, None)
        else:
            self._waits[chat] = (command, at)

    def stop(self, chat: str) -> None:
        """Nothing waits any more."""
        if chat in self._waits:
            self.wait(chat, None, 0.0)

    def waiting(self, chat: str, at: float) -> str | None:
        """The command that waits for what is said now, or None; from memory."""
        command, since = self._waits.get(chat, (None, 0.0))
        return command if since > at - WAITS else None

    def offered(self, questions: Sequence[str]) -> list[int]:
        """Keys under which questions that buttons offer are found again, whatever the library becomes."""
        with self._db.writing() as db:
            db.executemany("INSERT OR IGNORE INTO offers (question) VALUES (?)", [(one,) for one in questions])
            return [
                int(db.execute("SELECT key FROM offers WHERE question = ?", (one,)).fetchone()[0])
                for one in questions
            ]

    def offer(self, key: int) -> str | None:
        """The question that a button offers."""
        rows = self._db.rows("SELECT question FROM offers WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def forget(self, chat: str) -> None:
        """Delete what is remembered of a conversation."""
        with self._db.writing() as db:
            db.execute("DELETE FROM chats WHERE chat = ?", (chat,))
        self._waits.pop(chat, None)
