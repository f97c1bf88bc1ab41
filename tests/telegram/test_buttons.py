"""Buttons: sealed, for one person, alive after a restart; every press is answered. Inline queries."""

from __future__ import annotations

import asyncio

import pytest

from bot.app import Bot
from bot.settings import BotSettings
from tests.telegram.conftest import Runs
from tests.telegram.server import Telegram

ASKED, FIGURE = "第七期三个一批总投资多少？", "62.4亿元"


async def test_every_button_of_an_answer_is_small_and_answered(bot: Telegram) -> None:
    await bot.says(ASKED)
    (message,) = await bot.wait_for(1)
    found = [one for row in message.buttons["inline_keyboard"] for one in row if "callback_data" in one]
    assert len(found) >= 4
    for one in found:
        assert len(one["callback_data"].encode()) <= 64
        press = await bot.presses(message, "", data=one["callback_data"])
        await bot.toast(press)


async def test_forged_stale_and_broken_buttons_are_refused(bot: Telegram) -> None:
    await bot.says(ASKED)
    (message,) = await bot.wait_for(1)
    good = message.button("👍")["callback_data"]
    for user, data in enumerate((
        "", "x", "good.1", "9" + good[1:], good[:-1] + ("1" if good[-1] != "1" else "2"), good[:18] + "remove.a1", good + "0",
        good[:20], "1------AAAAAAAAAAAgood.1", "\u202e" * 20, "1" * 64,
    )):  # fmt: skip
        text, alert = await bot.toast(await bot.presses(message, "", user=user + 20, data=data))
        assert alert and text, data
    text, alert = await bot.toast(await bot.presses(message, "👍"))
    assert text and not alert


async def test_a_button_of_somebody_else_is_refused(bot: Telegram) -> None:
    await bot.says(f"/ask {ASKED}", user=7, chat=-1001, kind="supergroup")
    (message,) = await bot.wait_for(1)
    text, alert = await bot.toast(await bot.presses(message, "👍", user=8))
    assert alert and text
    text, alert = await bot.toast(await bot.presses(message, "👍", user=7))
    assert not alert


async def test_buttons_live_on_after_a_restart(telegram: Telegram, settings: BotSettings, runs: Runs) -> None:
    async with runs(settings):
        await telegram.says(ASKED)
        await telegram.wait_for(1)
    async with runs(settings):
        press = await telegram.presses(telegram.sent[0], "更多依据")
        await telegram.toast(press)
        await telegram.until(lambda: telegram.edits)
        assert "依据" in telegram.sent[0].text


async def test_another_store_knows_none_of_them(
    telegram: Telegram, settings: BotSettings, runs: Runs, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from dataclasses import replace

    async with runs(settings):
        await telegram.says(ASKED)
        await telegram.wait_for(1)
    elsewhere = replace(settings.library, chats=tmp_path_factory.mktemp("other") / "chats.db")
    async with runs(replace(settings, library=elsewhere)):
        assert (await telegram.toast(await telegram.presses(telegram.sent[0], "👍")))[1]


async def test_a_press_is_answered_whatever_happens_to_its_work(
    bot: Telegram, running: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.says(ASKED)
    (message,) = await bot.wait_for(1)

    def broken(*args: object) -> None:
        raise RuntimeError("a secret of the house")

    monkeypatch.setattr(running.store.journal, "judged", broken)
    assert await bot.toast(await bot.presses(message, "👍"))
    await bot.until(lambda: any("编号" in one.text and one.chat == 7 for one in bot.sent))
    await bot.until(lambda: any("编号" in one.text and one.chat == 901 for one in bot.sent))


@pytest.mark.parametrize("kind", ["drop", "after", "status", "json"])
async def test_the_answer_to_a_press_is_repeated(bot: Telegram, kind: str) -> None:
    await bot.says(ASKED)
    (message,) = await bot.wait_for(1)
    bot.fail("answerCallbackQuery", kind, 502)  # type: ignore[arg-type]
    assert (await bot.toast(await bot.presses(message, "👍")))[0]


@pytest.mark.parametrize("kind", ["drop", "after", "status", "json"])
async def test_an_edit_is_repeated(bot: Telegram, kind: str) -> None:
    await bot.says(ASKED)
    (message,) = await bot.wait_for(1)
    bot.fail("editMessageText", kind, 502)  # type: ignore[arg-type]
    await bot.presses(message, "更多依据")
    await bot.until(lambda: "依据" in message.text)
    assert len(bot.sent) == 1


async def test_many_presses_at_once_are_all_answered(bot: Telegram) -> None:
    await bot.says(ASKED)
    (message,) = await bot.wait_for(1)
    presses = [await bot.presses(message, "👍") for _ in range(30)]
    toasts = await asyncio.gather(*(bot.toast(one) for one in presses))
    assert sum("太快" in text or "慢" in text or "等" in text for text, _ in toasts) >= 10


async def test_an_inline_query_is_answered(bot: Telegram) -> None:
    query = bot.people.inline(ASKED)
    await bot.update({"inline_query": query})
    await bot.until(lambda: query["id"] in bot.inline_results)
    first = bot.inline_results[query["id"]][0]
    assert FIGURE in first["input_message_content"]["message_text"]
    for text in ("", "?", "题" * 256, "<b>&\u202e", "\ud83d"):
        query = bot.people.inline(text)
        await bot.update({"inline_query": query})
        await bot.until(lambda query=query: query["id"] in bot.inline_results)  # type: ignore[misc]
