"""A bot on the sample bulletins, talking to the loopback server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from bot.app import ALLOWED, Bot
from bot.delivery.polling import Poller
from bot.settings import BotSettings, Secret
from bot.store import ChatStore
from index.library import Library
from index.settings import Settings
from tests.conftest import copied
from tests.telegram.nursery import Bots, Nursery, nursery
from tests.telegram.server import TOKEN, Telegram

NAP = 0.01  # seconds: what is a pause in life is a nap here


@pytest.fixture(scope="session")
def library(sample_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The sample bulletins, read once."""
    with Library.open(copied(sample_db, tmp_path_factory.mktemp("library"))) as made:
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
    """Settings that point at the server; user 901 is an admin, user 902 of the staff."""
    library = Settings(
        db=tmp_path / "bulletins.db",
        chats=tmp_path / "chats.db",
        admins=frozenset({901}),
        staff=frozenset({902}),
    )
    return BotSettings(
        library, Secret(TOKEN), telegram.base_url, telegram.base_url.replace("/bot", "/file/bot"),
        poll_seconds=2.0, watch_seconds=4.0, send_seconds=5.0,
    )  # fmt: skip


@pytest.fixture
def naps() -> list[float]:
    """The pauses that a sender wanted, in seconds; it gets naps."""
    return []


Runs = Callable[..., AbstractAsyncContextManager[Bot]]


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between polls that fail, too."""
    monkeypatch.setattr("bot.delivery.polling._PAUSE", NAP)


@pytest.fixture
def runs(library: Library, naps: list[float]) -> Runs:
    """Runs the real Application with given settings, polling, as long as the context lasts.

    What it would have done by another process is done by a thread, which starts at once; ``processes=True``: as in life.
    """

    async def nap(seconds: float) -> None:
        naps.append(seconds)
        await asyncio.sleep(NAP)

    @asynccontextmanager
    async def run(
        settings: BotSettings, *, processes: bool = False, **more: Any
    ) -> AsyncIterator[Bot]:
        store = ChatStore(settings.library.chats)
        made = Bot(more.pop("library", library), settings, store, sleep=nap, **more)
        if not processes:
            made._pool = ThreadPoolExecutor(1)  # type: ignore[assignment]
        await made.start()
        poller = Poller(
            made.client, made.take, ALLOWED, wait=settings.poll_seconds, watch=settings.watch_seconds
        )
        polling = asyncio.create_task(poller.run())
        try:
            yield made
        finally:
            polling.cancel()
            with suppress(asyncio.CancelledError):
                await polling
            await made.stop()
            store.close()

    return run


@pytest.fixture
async def running(telegram: Telegram, settings: BotSettings, runs: Runs) -> AsyncIterator[Bot]:
    """The real Application, polling the server."""
    async with runs(settings) as made:
        yield made


@pytest.fixture
def bot(telegram: Telegram, running: Bot) -> Telegram:
    """The server of a running bot."""
    return telegram


@pytest.fixture
def env(telegram: Telegram, db: Path, tmp_path: Path) -> dict[str, str]:
    """Settings of a bot on this server, for another process."""
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_BASE_URL": telegram.base_url, "BULLETIN_DB": str(db),
        "TELEGRAM_BASE_FILE_URL": telegram.base_url.replace("/bot", "/file/bot"),
        "TELEGRAM_POLL_SECONDS": "2", "TELEGRAM_WATCH_SECONDS": "4", "BULLETIN_ADMINS": "901",
    }  # fmt: skip


@pytest.fixture(scope="session")
def forks(sample_db: Path) -> Iterator[Nursery]:
    """A process that bots are forked from."""
    with nursery(sample_db) as made:
        yield made


@pytest.fixture
async def bots(forks: Nursery, env: dict[str, str], tmp_path: Path) -> AsyncIterator[Bots]:
    """Bots in processes of their own."""
    made = Bots(forks, env, tmp_path / "bots.log")
    yield made
    await made.kill_all()
