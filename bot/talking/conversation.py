"""One conversation, whatever carries it: the question, the turns before it, the answer, the log."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.store import ChatStore, Entry
from index.library import answer_json
from index.records import Answer

LONGEST = 4096  # code points of a message, as Telegram cuts it


class Knows(Protocol):
    """What of the library a conversation needs."""

    def ask(
        self, question: str, *, turns: Sequence[str] = (), now: datetime | None = None, district: str | None = None,
        id: str | None = None,
    ) -> Answer: ...  # fmt: skip

    def related(self, answer: Answer) -> tuple[str, ...]: ...


class Speaks(Protocol):
    """Who asks: see ``bot.talking.talk.Talk``."""

    @property
    def chat(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def update_id(self) -> int | None: ...
    @property
    def message_id(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Terminal:
    """The person at the keyboard."""

    chat: str = "terminal"
    place: str = "terminal"
    update_id: int | None = None
    message_id: int | None = None


class Conversation:
    """Asks the library with the chat's earlier questions. Safe to call from threads."""

    def __init__(self, library: Knows, store: ChatStore, clock: Callable[[], float] = time.time) -> None:
        self.library, self.store, self._clock = library, store, clock

    def answer(self, talk: Speaks, question: str, *, anywhere: bool = False) -> tuple[Answer, Entry]:
        """The answer to ``question`` and what is to be logged of it; ``anywhere``: of all districts."""
        now = self._clock()
        asked = question[:LONGEST]
        turns = () if anywhere else self.store.journal.turns(talk.chat, now, talk.update_id, talk.message_id)
        district = None if anywhere else self.store.people.district(talk.place)
        answer = self.library.ask(asked, turns=turns, district=district)
        answer = replace(answer, related=self.library.related(answer))
        return answer, Entry(
            talk.chat, asked, answer.status, answer.reason, answer.answer, now,
            body=json.dumps(answer_json(answer), ensure_ascii=False), update_id=talk.update_id,
            asked_as=talk.message_id, turn=asked, key=self.store.journal.reserve(),
        )  # fmt: skip
