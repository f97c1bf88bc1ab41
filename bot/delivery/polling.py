"""Polling that can't fall silent: every getUpdates has an end, and a watchdog looks at the last one that finished."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import texts
from bot.delivery.client import Client
from bot.delivery.sending import seconds_of

log = logging.getLogger(__name__)

Take = Callable[[Sequence[Any]], Awaitable[None]]

_GRACE = 8.0  # seconds beyond the long poll until it counts as hung
_PAUSE, _LONGEST = 0.5, 10.0  # seconds between tries while Telegram can't be reached; doubles
_AGAIN, _SELDOM = 60.0, 3600.0  # seconds before the same complaint is logged again; doubles
_LARGEST = 2**62
_UNKNOWN = 3  # times that Telegram must say in a row that it doesn't know the token


class Complaints:
    """The same sentence in the log at longer and longer intervals."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._said: dict[str, tuple[float, float]] = {}

    def say(self, kind: str, sentence: str) -> None:
        """Log it, unless the same kind was logged a short while ago."""
        now = self._clock()
        due, pause = self._said.get(kind, (now, _AGAIN))
        if now >= due:
            self._said[kind] = (now + pause, min(pause * 2, _SELDOM))
            log.warning(sentence)

    def forget(self, *kinds: str) -> None:
        """What comes next of these kinds is news again."""
        for kind in kinds:
            self._said.pop(kind, None)


class Poller:
    """Fetches updates and hands them over; an update is confirmed only after it was handed over.

    Args:
        take: writes a batch of raw updates down; returns when they are safe.
        wait: seconds of a long poll. watch: age in seconds of the last finished poll at which it is torn down.
    """

    def __init__(
        self, client: Client, take: Take, allowed: tuple[str, ...], *, wait: float = 20.0, watch: float = 35.0
    ) -> None:
        self._client, self._take, self._allowed = client, take, allowed
        self._wait, self._watch = wait, watch
        self._finished = time.monotonic()
        self._complaints = Complaints()
        self._offset: int | None = None
        self._pause = _PAUSE
        self._unknown = 0
        self._lost = False

    @property
    def age(self) -> float:
        """Seconds since a getUpdates last finished, well or badly."""
        return time.monotonic() - self._finished

    async def run(self) -> None:
        """Poll for ever.

        Raises:
            InvalidToken: Telegram no longer knows the token.
        """
        while True:
            try:
                raw = await self._poll()
                await self._handed_over(raw)
            except InvalidToken:
                await self._ask_for_token()
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except Conflict as error:
                self._complaints.say("conflict", texts.LOG_OTHER_INSTANCE)
                if "webhook" in str(error).lower():
                    with suppress(TelegramError):
                        await self._client.delete_webhook()
                await self._rest()
            except TimeoutError:
                await self._renew()
                await asyncio.sleep(_PAUSE)
            except TelegramError as error:
                self._lost = True
                self._complaints.say("lost", texts.LOG_WAITING.format(error=type(error).__name__))
                await self._renew()
                await self._rest()

    async def _rest(self) -> None:
        """A pause that grows as long as nothing goes well."""
        await asyncio.sleep(self._pause)
        self._pause = min(self._pause * 2, _LONGEST)

    async def _handed_over(self, raw: list[Any]) -> None:
        """What was fetched is safe, or will be fetched again."""
        self._pause, self._unknown = _PAUSE, 0
        if self._lost:
            self._lost = False
            self._complaints.forget("lost")
            log.info(texts.LOG_BACK)
        if not raw:
            return
        try:
            await self._take(raw)
        except Exception as error:
            self._complaints.say("store", texts.LOG_NOT_KEPT.format(error=type(error).__name__))
            await self._rest()
            return
        numbers = [one["update_id"] for one in raw if isinstance(one, dict) and is_number(one.get("update_id"))]
        if not numbers:
            await self._rest()  # the same will come again
            return
        self._offset = max(numbers) + 1

    async def _poll(self) -> list[Any]:
        """One getUpdates, torn down when its time is over whatever the connection says."""
        grace = min(_GRACE, max(1.0, self._watch - self._wait - 1))
        began = time.monotonic()
        try:
            async with asyncio.timeout(min(self._wait + grace, self._watch)):
                return await self._client.fetch(self._offset, round(self._wait), self._allowed, grace + 5)
        except TimeoutError:
            self._complaints.say("hung", texts.LOG_HUNG.format(seconds=time.monotonic() - began))
            raise
        finally:
            self._finished = time.monotonic()

    async def _renew(self) -> None:
        """A new connection; not even closing the old one may hang."""
        with suppress(TimeoutError):
            async with asyncio.timeout(2):
                await self._client.renew_polling()

    async def _ask_for_token(self) -> None:
        """Raises InvalidToken if Telegram surely doesn't know the token."""
        self._unknown += 1
        if self._unknown >= _UNKNOWN:
            raise InvalidToken
        try:
            await self._client.get_me()
        except InvalidToken:
            raise
        except TelegramError:
            self._lost = True
        await self._rest()


def is_number(value: object) -> bool:
    """Whether it can be the number of an update."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST
