"""A bot on the sample bulletins, talking to the loopback server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import pytest

from bot.app import ALLOWED, Bot
from bot.polling import Poller
from bot.settings import BotSettings, Secret
from bot.store import ChatStore
from index.library import Library
from index.settings import Settings
from tests.telegram.server import TOKEN, Telegram


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The sample bulletins, read once."""
    folder = tmp_path_factory.mktemp("library")
    with Library.open(folder / "bulletins.db", create=True) as made:
        made.add([Path(str(files("data") / "bulletins"))])
        yield made


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    """A fresh Bot API server."""
    server = Telegram()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def settings(telegram: Telegram, tmp_path: Path) -> BotSettings:
    """Settings that point at the server; user 1 is an admin, user 2 of the staff."""
    library = Settings(
        db=tmp_path / "bulletins.db",
        chats=tmp_path / "chats.db",
        admins=frozenset({901}),
        staff=frozenset({902}),
    )
    return BotSettings(
        library, Secret(TOKEN), telegram.base_url, telegram.base_url.replace("/bot", "/file/bot"),
        poll_seconds=2.0, watch_seconds=4.0,
    )  # fmt: skip


@pytest.fixture
async def bot(telegram: Telegram, library: Library, settings: BotSettings) -> AsyncIterator[Telegram]:
    """The real Application, polling the server; yields the server."""
    store = ChatStore(settings.library.chats)
    running = Bot(library, settings, store)
    await running.start()
    poller = Poller(
        running.client, running.take, ALLOWED, wait=settings.poll_seconds, watch=settings.watch_seconds
    )
    polling = asyncio.create_task(poller.run())
    yield telegram
    polling.cancel()
    with suppress(asyncio.CancelledError):
        await polling
    await running.stop()
    store.close()
