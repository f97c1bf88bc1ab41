"""One conversation, whatever carries it: the question, the turns before it, the answer, the log."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from bot.store import ChatStore
from index.records import Answer, Article, Claim, Found, ProjectRow

LONGEST = 4096  # code points of a message, as Telegram cuts it


class Knows(Protocol):
    """What of the library a conversation needs."""

    def ask(
        self, question: str, *, turns: Sequence[str] = (), now: datetime | None = None, district: str | None = None,
        id: str | None = None,
    ) -> Answer: ...  # fmt: skip

    def check(self, sentence: str, now: datetime | None = None) -> tuple[Claim, ...]: ...

    def articles(self) -> tuple[Article, ...]: ...

    def projects(self, *, name: str | None = None) -> tuple[Found[ProjectRow], ...]: ...


class Conversation:
    """Asks the library with the chat's earlier questions and keeps the log. Safe to call from threads."""

    def __init__(self, library: Knows, store: ChatStore, clock: Callable[[], float] = time.time) -> None:
        self.library, self.store, self._clock = library, store, clock

    def answer(self, chat: str, question: str) -> Answer:
        """The answer to ``question`` in ``chat`` (a hashed id)."""
        now = self._clock()
        turns = self.store.turns(chat, now)
        answer = self.library.ask(question[:LONGEST], turns=turns)
        self.store.asked(chat, question[:LONGEST], answer.status, answer.reason, answer.answer, now)
        return answer
