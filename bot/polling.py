"""Polling that can't fall silent: every getUpdates has an end, and a watchdog looks at the last one that finished."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import texts
from bot.client import Client
from bot.sending import seconds_of

log = logging.getLogger(__name__)

_GRACE = 8.0  # seconds beyond the long poll until it counts as hung
_PAUSE, _LONGEST = 0.5, 20.0  # seconds between tries while Telegram can't be reached; doubles
_AGAIN = 60.0  # seconds before the same complaint is logged again


class Poller:
    """Fetches updates and hands them over; an update is confirmed only after it was handed over.

    Args:
        take: writes a batch of raw updates down; returns when they are safe.
        wait: seconds of a long poll. watch: age in seconds of the last finished poll at which it is torn down.
        heard: called with a sentence when the state of the connection changes.
    """

    def __init__(
        self, client: Client, take: Callable[[Sequence[Any]], Awaitable[None]], allowed: tuple[str, ...],
        *, wait: float = 20.0, watch: float = 35.0,
    ) -> None:  # fmt: skip
        self._client, self._take, self._allowed = client, take, allowed
        self._wait, self._watch = wait, watch
        self._finished = time.monotonic()
        self._said: dict[str, float] = {}
        self._lost = False

    @property
    def age(self) -> float:
        """Seconds since a getUpdates last finished."""
        return time.monotonic() - self._finished

    async def run(self) -> None:
        """Poll for ever.

        Raises:
            InvalidToken: Telegram no longer knows the token.
        """
        offset: int | None = None
        pause = _PAUSE
        while True:
            try:
                raw = await self._poll(offset)
            except InvalidToken:
                raise
            except Conflict:
                self._complain(texts.LOG_OTHER_INSTANCE)
                await asyncio.sleep(pause)
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
                continue
            except (TelegramError, TimeoutError) as error:
                self._lost = True
                self._complain(texts.LOG_WAITING.format(error=type(error).__name__))
                await self._client.renew_polling()
                await asyncio.sleep(pause)
            else:
                pause = _PAUSE
                if self._lost:
                    self._lost = False
                    self._said.clear()
                    log.info(texts.LOG_BACK)
                if raw:
                    await self._take(raw)
                    numbers = [
                        one["update_id"] for one in raw if isinstance(one, dict) and "update_id" in one
                    ]
                    offset = max(numbers, default=(offset or 1) - 1) + 1
                continue
            pause = min(pause * 2, _LONGEST)

    async def _poll(self, offset: int | None) -> list[Any]:
        """One getUpdates, torn down when its time is over whatever the connection says."""
        self._finished = time.monotonic()
        grace = min(_GRACE, max(1.0, self._watch - self._wait - 1))
        try:
            async with asyncio.timeout(min(self._wait + grace, self._watch)):
                return await self._client.fetch(offset, round(self._wait), self._allowed, grace)
        except TimeoutError:
            self._complain(texts.LOG_HUNG.format(seconds=self.age))
            raise
        finally:
            self._finished = time.monotonic()

    def _complain(self, sentence: str) -> None:
        """A sentence in the log, not more than once a minute."""
        now = time.monotonic()
        if now - self._said.get(sentence, -_AGAIN) >= _AGAIN:
            self._said[sentence] = now
            log.warning(sentence)
