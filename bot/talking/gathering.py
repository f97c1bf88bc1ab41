"""Small writes of many conversations at once: those that come while one transaction runs share the next one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec

P = ParamSpec("P")
Together = Callable[[Sequence[Callable[[], object]]], Sequence[Exception | None]]


class Gatherer:
    """Writes for those who wait until it is written.

    Args:
        together: carries out several calls in one transaction and tells what each of them raised.
    """

    def __init__(self, together: Together) -> None:
        self._together = together
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._waiting: list[tuple[Callable[[], object], asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def written(self, function: Callable[P, object], *arguments: P.args, **named: P.kwargs) -> None:
        """Returns when the call is carried out and its transaction has ended; raises what it raised."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((partial(function, *arguments, **named), done))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        await done

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                calls = [call for call, _ in batch]
                try:
                    outcomes = await loop.run_in_executor(self._thread, self._together, calls)
                except Exception as error:
                    outcomes = [error] * len(batch)
                for (_, done), raised in zip(batch, outcomes, strict=True):
                    _tell(done, raised)
        finally:
            self._writing = None


def _tell(done: asyncio.Future[None], raised: Exception | None) -> None:
    if done.done():
        return  # nobody waits any more
    if raised is None:
        done.set_result(None)
    else:
        done.set_exception(raised)
