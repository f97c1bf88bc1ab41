"""A bot on the sample bulletins, talking to the loopback server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from bot.app import build
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
    """Settings that point at the server."""
    return BotSettings(
        Settings(db=tmp_path / "bulletins.db", chats=tmp_path / "chats.db"), Secret(TOKEN),
        telegram.base_url, telegram.base_url.replace("/bot", "/file/bot"),
    )  # fmt: skip


@pytest.fixture
async def bot(telegram: Telegram, library: Library, settings: BotSettings) -> AsyncIterator[Telegram]:
    """The real Application, polling the server; yields the server."""
    store = ChatStore(settings.library.chats)
    application = build(library, settings, store)
    await application.initialize()
    assert application.post_init is not None
    await application.post_init(application)
    assert application.updater is not None
    await application.updater.start_polling(bootstrap_retries=-1)
    await application.start()
    yield telegram
    await application.updater.stop()
    await application.stop()
    await application.shutdown()
    store.close()
