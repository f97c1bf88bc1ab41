"""Files that admins send: albums, sizes, downloads that fail, and a worker that dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.app import Bot
from bot.settings import BotSettings
from index.library import Library
from tests.telegram.conftest import Runs
from tests.telegram.server import Telegram
from tests.telegram.waiting import eventually

PAGE = "第{n}期“三个一批”项目签约\n本报讯（记者 王晓明）1月6日，云河区第{n}期签约一批有3个项目，总投资9.5亿元。\n"


@pytest.fixture
def library(db: Path) -> Iterator[Library]:
    """The sample bulletins, for this test alone."""
    with Library.open(db) as made:
        yield made


async def sent_file(bot: Telegram, name: str, content: bytes, *, user: int = 901, **more: Any) -> None:
    """A person sends a document."""
    bot.files[name] = content
    document = {"file_id": name, "file_unique_id": name, "file_name": f"{name}.txt", "file_size": more.pop("size", len(content))}
    await bot.says(None, user=user, document=document, **more)


def said(bot: Telegram, words: str, user: int = 901) -> bool:
    """Whether the person sees these words."""
    return any(words in one.text for one in bot.by_chat.get(user, []))


async def test_a_download_that_fails_at_first_is_tried_again(bot: Telegram) -> None:
    for kind in ("drop", "status"):
        bot.fail("file", kind, 502)  # type: ignore[arg-type]
        bot.fail("getFile", kind, 502)  # type: ignore[arg-type]
    await sent_file(bot, "a", PAGE.format(n="九").encode())
    await bot.until(lambda: said(bot, "要导入并立即生效吗"), 60)


async def test_a_file_that_is_too_big_or_not_for_us_gets_a_sentence(bot: Telegram) -> None:
    await sent_file(bot, "big", b"x", size=30 * 2**20)
    await bot.until(lambda: said(bot, "20 MB"))
    await sent_file(bot, "mine", b"x", user=7)
    await bot.until(lambda: said(bot, "管理员", 7))
    await sent_file(bot, "binary", bytes(range(256)) * 40)
    await bot.until(lambda: sum("binary" in one.text for one in bot.by_chat[901]), 60)
    assert not said(bot, "编号")


async def test_an_album_is_one_preview(bot: Telegram, running: Bot) -> None:
    for n in "九十":
        await sent_file(bot, f"p{n}", PAGE.format(n=n).encode(), media_group_id="album")
    await bot.until(lambda: said(bot, "要导入并立即生效吗"), 60)
    (preview,) = [one for one in bot.by_chat[901] if one.buttons]
    assert "p九" in preview.text and "p十" in preview.text
    await eventually(lambda: not running.store.inbox.waiting())


async def test_a_worker_that_dies_is_replaced(telegram: Telegram, settings: BotSettings, runs: Runs) -> None:
    async with runs(settings, processes=True) as running:
        await sent_file(telegram, "a", PAGE.format(n="九").encode())
        await telegram.until(lambda: said(telegram, "要导入并立即生效吗"), 60)
        (worker,) = running._pool._processes.values()  # type: ignore[union-attr]
        os.kill(worker.pid, signal.SIGKILL)
        (preview,) = [one for one in telegram.by_chat[901] if one.buttons]
        await telegram.presses(preview, "确认", user=901)
        await telegram.until(lambda: "已生效" in preview.text, 60)
        await telegram.says("云河区第九期签约一批总投资多少？")
        await telegram.until(lambda: said(telegram, "9.5亿元", 7))


async def test_a_confirmation_that_was_cut_off_is_carried_out_after_the_restart(
    telegram: Telegram, settings: BotSettings, runs: Runs
) -> None:
    async with runs(settings) as running:
        await sent_file(telegram, "a", PAGE.format(n="九").encode())
        await telegram.until(lambda: said(telegram, "要导入并立即生效吗"), 60)
        (preview,) = [one for one in telegram.by_chat[901] if one.buttons]
        assert running.store.people.decide(1, "held", "adding")  # as it is while the worker adds it
    async with runs(settings):
        await telegram.presses(preview, "确认", user=901)
        await telegram.until(lambda: "已生效" in preview.text, 60)


async def test_a_file_that_is_lost_does_not_hold_up_the_others(bot: Telegram) -> None:
    await sent_file(bot, "here", PAGE.format(n="九").encode(), media_group_id="album")
    await sent_file(bot, "lost", b"x", media_group_id="album")
    del bot.files["lost"]
    await sent_file(bot, "big", b"x", size=30 * 2**20, media_group_id="album")
    await bot.until(lambda: said(bot, "要导入并立即生效吗"), 60)
    (preview,) = [one for one in bot.by_chat[901] if one.buttons]
    assert "“lost.txt”下载失败" in preview.text and "“big.txt”超过 20 MB" in preview.text
    assert "预览：here.txt" in preview.text
