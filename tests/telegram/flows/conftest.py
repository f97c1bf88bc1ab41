"""The real bot over HTTP on a library of its own, and people with phones."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot.app import ALLOWED, Bot
from bot.delivery.polling import Poller
from bot.settings import BotSettings
from bot.store import ChatStore
from index.library import Library
from tests.telegram.flows.screens import Phone
from tests.telegram.server import Telegram

ADMIN, STAFF, RESIDENT = 901, 902, 7


@pytest.fixture
def library(db: Path) -> Iterator[Library]:
    """The sample bulletins, for this test alone."""
    with Library.open(db) as made:
        yield made


@pytest.fixture
async def running(telegram: Telegram, library: Library, settings: BotSettings) -> AsyncIterator[Bot]:
    """The real Application, polling; what needs another process is done in a thread, which starts at once."""
    store = ChatStore(settings.library.chats)
    now = [0.0]

    def patient() -> float:
        now[0] += 60.0  # a minute passes between two messages: the limits are not what is tested here
        return now[0]

    made = Bot(library, settings, store, clock=patient)
    made._pool = ThreadPoolExecutor(1)  # type: ignore[assignment]
    await made.start()
    poller = Poller(made.client, made.take, ALLOWED, wait=settings.poll_seconds, watch=settings.watch_seconds)
    polling = asyncio.create_task(poller.run())
    yield made
    polling.cancel()
    with suppress(asyncio.CancelledError):
        await polling
    await made.stop()
    store.close()


@pytest.fixture
def phone(telegram: Telegram, running: Bot) -> Callable[..., Phone]:
    """Makes people: ``phone(7)``, ``phone(7, language="zh-hant")``, ``phone(7, chat=-100)``."""

    def make(user: int, **more: Any) -> Phone:
        return Phone(telegram, lambda: bool(running.store.inbox.waiting()), user, **more)

    return make


@pytest.fixture
def resident(phone: Callable[..., Phone]) -> Phone:
    """Somebody without a role."""
    return phone(RESIDENT)


@pytest.fixture
def staff(phone: Callable[..., Phone]) -> Phone:
    """A member of staff."""
    return phone(STAFF)


@pytest.fixture
def admin(phone: Callable[..., Phone]) -> Phone:
    """An admin."""
    return phone(ADMIN)
