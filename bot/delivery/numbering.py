"""Numbers of messages: what is known of them bounds where a message lies whose send got no answer.

All private chats and basic groups share one count, every supergroup has its own; a count only grows.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Iterable
from contextlib import suppress

from telegram import Update

from bot.delivery.arrival import Floor

CHATS = 10_000  # chats whose last number is remembered, and numbers of messages
_ENDED = 1000  # sends that came to an end, whose numbers bound those of earlier ones
_SHARED = 0
_SUPERGROUP = -1_000_000_000_000


class Numbers:
    """The numbers that were seen, and the order in which sends began.

    Attributes:
        begun: how many sends have begun.
    """

    def __init__(self) -> None:
        self.begun = 0
        self._last: OrderedDict[int, int] = OrderedDict()
        self._shared: OrderedDict[int, None] = OrderedDict()
        self._ended: deque[tuple[int, int, int]] = deque(maxlen=_ENDED)
        self._news = asyncio.Event()

    def seen(self, chat: int, number: int) -> None:
        """A message with this number is in the chat."""
        for key in (chat, _count(chat)):
            if number > self._last.get(key, 0):
                self._last[key] = number
                self._last.move_to_end(key)
        if _count(chat) == _SHARED:
            self._shared[number] = None
        for held in (self._last, self._shared):
            if len(held) > CHATS:
                held.popitem(last=False)

    def known(self, numbers: Iterable[int]) -> None:
        """These numbers, lowest first, are other messages' in the count that chats share."""
        for number in numbers:
            self._shared[number] = None
            self._last[_SHARED] = number

    def floor(self, chat: int) -> Floor:
        """What the number of a message that is sent now lies above."""
        return Floor(self._last.get(chat, 0), self._last.get(_count(chat), 0))

    def begin(self) -> int:
        """A send begins; its place in the order of sends."""
        self.begun += 1
        return self.begun

    def end(self, chat: int, begun: int, number: int) -> None:
        """The send that began as ``begun`` made the message ``number``."""
        self._ended.append((_count(chat), begun, number))
        self._news.set()

    async def bounded(self, chat: int, sends: int, seconds: float) -> None:
        """Waits until there is a bound, at most so many seconds; a supergroup's count is not waited for."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while _count(chat) == _SHARED and self.bound(chat, sends) is None:
                    self._news.clear()
                    await self._news.wait()

    def bound(self, chat: int, sends: int) -> int | None:
        """A number above that of every message whose send was over when ``sends`` had begun; None: none is known."""
        count = _count(chat)
        return min((number for key, begun, number in self._ended if key == count and begun > sends), default=None)

    def candidates(self, chat: int, floor: Floor, bound: int | None, ahead: int) -> list[int] | None:
        """Numbers that a message to the chat can have; None where nothing is known.

        Args:
            floor, bound: it lies between them. ahead: where there is no bound, messages that may be in between.
        """
        count = _count(chat)
        known = self._shared if count == _SHARED else ()
        if bound is not None:
            return floor.candidates(bound, known)
        return floor.candidates(self._last.get(count, 0), known, ahead)


def shared_number(update: Update) -> int:
    """Number of the update's message in the count that chats share; 0 where it has none there."""
    message = update.effective_message
    return message.message_id if message is not None and _count(message.chat.id) == _SHARED else 0


def _count(chat: int) -> int:
    """Key of the count that numbers the messages of a chat: supergroups have their own, the others share one."""
    return chat if chat <= _SUPERGROUP else _SHARED
