"""The bot's own SQLite file; a rollback of the library never touches it."""

from __future__ import annotations

from pathlib import Path

from bot.store.chats import Chats
from bot.store.database import Database
from bot.store.inbox import Inbox, Received, Waiting
from bot.store.journal import FRESH, TURNS, Asked, Entry, Journal, Logged
from bot.store.people import RANK, People, Role, RoleChange, Subscription, Upload

__all__ = [
    "FRESH",
    "RANK",
    "TURNS",
    "Asked",
    "ChatStore",
    "Chats",
    "Entry",
    "Inbox",
    "Journal",
    "Logged",
    "People",
    "Received",
    "Role",
    "RoleChange",
    "Subscription",
    "Upload",
    "Waiting",
]


class ChatStore:
    """Everything the bot remembers, in one file.

    Attributes:
        inbox: what came in. journal: questions and answers. people: roles, subscriptions, uploads.
        chats: script and waiting command of a conversation.
    """

    def __init__(self, path: Path) -> None:
        self._db = Database(path)
        self.path = path
        self.inbox, self.journal, self.people = Inbox(self._db), Journal(self._db), People(self._db)
        self.chats = Chats(self._db)
        self.hashed, self.seal, self.close = self._db.hashed, self._db.seal, self._db.close
        self.together, self.writing = self._db.together, self._db.writing

    def owner(self, user: int | None) -> str:
        """Hashed id of a person, by which buttons, files and subscriptions are theirs."""
        return self.hashed(f"owner/{user}")

    def conversation(self, chat: int, topic: int | None, owner: int) -> str:
        """Hashed name of what a person says in a chat and topic."""
        return self.hashed(f"{chat}/{topic or 0}/{owner}")

    def traditional(self, user: int) -> bool:
        """Whether a person writes traditional characters to us, as far as we know."""
        return bool(self.chats.script(self.conversation(user, None, user)))

    def expire(self, now: float, texts: float, uploads: float) -> None:
        """Forget what is older than its time, and leave nothing of it in the file.

        Args:
            texts: seconds for which questions are kept. uploads: seconds for which files wait for a decision.
        """
        self.journal.expire(now - texts)
        self.inbox.expire(now)
        old = self.people.stale_uploads(now - uploads)
        for one in old:
            one.path.unlink(missing_ok=True)
        self.people.drop_uploads([one.key for one in old])
        self._db.tidy()
