"""Waiting for what no call to the server announces."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tests.telegram.nursery import Bots
from tests.telegram.server import Telegram


async def eventually(true: Callable[[], object], timeout: float = 10.0) -> None:
    """Until something is true; raises TimeoutError."""
    async with asyncio.timeout(timeout):
        while not true():
            await asyncio.sleep(0.005)


async def polling(telegram: Telegram, bots: Bots) -> int:
    """Start a bot; its process id, once it has begun to poll."""
    polls = telegram.called("getUpdates")
    pid = await bots.start()
    try:
        await telegram.wait_calls("getUpdates", polls + 1, 60)
    except TimeoutError:
        raise AssertionError(await bots.state(pid)) from None
    return pid
