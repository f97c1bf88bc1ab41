"""Waiting for what no call to the server announces."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


async def eventually(true: Callable[[], object], timeout: float = 10.0) -> None:
    """Until something is true; raises TimeoutError."""
    async with asyncio.timeout(timeout):
        while not true():
            await asyncio.sleep(0.005)
