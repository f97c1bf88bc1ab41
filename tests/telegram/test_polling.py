"""Fetching goes wrong in every way: the bot hears again, soon, and the log stays small."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import Any

import pytest

from bot.app import Bot
from bot.delivery.polling import Complaints
from bot.settings import BotSettings
from tests.telegram.conftest import Runs
from tests.telegram.server import Telegram
from tests.telegram.waiting import eventually

ASKED, FIGURE = "第七期三个一批总投资多少？", "62.4亿元"


async def asked(bot: Telegram, timeout: float = 10.0) -> None:
    """A question is answered, once."""
    await bot.says(ASKED)
    await bot.wait_for(1, timeout)
    await bot.says("/help")
    await bot.wait_for(2, timeout)
    assert [one.text[:4] for one in bot.sent] == [FIGURE[:4], "怎样提问"]


@pytest.mark.parametrize(
    ("kind", "status"),
    [("drop", 0), ("after", 0), ("json", 0), ("status", 502), ("status", 500), ("status", 400), ("status", 403)],
)
async def test_after_a_failed_poll_the_next_one_brings_what_was_said(
    bot: Telegram, caplog: pytest.LogCaptureFixture, kind: Any, status: int
) -> None:
    bot.fail("getUpdates", kind, status, times=2)
    await asked(bot)
    assert sum("连不上" in record.getMessage() for record in caplog.records) <= 1


async def test_a_429_on_polling_is_waited_for(bot: Telegram) -> None:
    bot.fail("getUpdates", "status", 429, retry_after=1)
    await asked(bot)


async def test_hung_polls_are_torn_down_each_in_its_time(
    telegram: Telegram, settings: BotSettings, runs: Runs, caplog: pytest.LogCaptureFixture
) -> None:
    async with runs(replace(settings, poll_seconds=1.0, watch_seconds=3.0)):
        telegram.fail("getUpdates", "hang", times=2)
        began = time.monotonic()
        await asked(telegram, 30)
        assert time.monotonic() - began < 2 * (1 + 1 + 0.5) + 5  # a poll, its grace, a pause: 28.5 s by default
    assert sum("没有收完" in record.getMessage() for record in caplog.records) == 1


async def test_with_the_usual_settings_a_hung_poll_is_over_within_40_seconds() -> None:
    from bot.settings import BotSettings
    from index.settings import Settings

    usual = BotSettings(Settings())
    assert min(usual.poll_seconds + 8, usual.watch_seconds) + 0.5 < 40


async def test_another_instance_is_one_sentence(bot: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    bot.fail("getUpdates", "status", 409, times=3)
    await asked(bot, 20)
    assert sum("另有一个程序" in record.getMessage() for record in caplog.records) == 1


async def test_a_webhook_left_behind_is_taken_away(bot: Telegram) -> None:
    await bot.wait_calls("getUpdates", 1)
    bot.webhook = {"url": "http://127.0.0.1:1/"}
    await eventually(lambda: not bot.webhook)
    await asked(bot)


async def test_complaints_grow_rarer() -> None:
    now = [0.0]
    said: list[str] = []
    complaints = Complaints(lambda: now[0])
    logger = logging.getLogger("bot.delivery.polling")
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger.addHandler(handler)
    try:
        for now[0] in range(86_400):
            complaints.say("hung", "x")
    finally:
        logger.removeHandler(handler)
    assert 20 < len(said) < 40


UNREADABLE: list[dict[str, Any]] = [
    {"message": {"message_id": 1, "date": "never", "chat": {"id": 7, "type": "private"}}},
    {"message": {"text": "无头"}},
    {"message": "?"},
    {"callback_query": {"id": 5}},
    {"message": {"message_id": 1, "date": 10**30, "chat": {"id": 7, "type": "private"}, "text": "远"}},
]


async def test_updates_that_cannot_be_read_are_skipped_and_told_once(
    bot: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(10):
        for body in UNREADABLE:
            await bot.update({**body, "?": True})
    await bot.says(ASKED)
    await bot.until(lambda: any(one.text.startswith(FIGURE) for one in bot.sent))
    await bot.until(lambda: any(one.chat == 901 for one in bot.sent))
    assert [one.chat for one in bot.sent].count(901) == 1
    assert len(caplog.text) < 2_000


async def test_updates_with_impossible_numbers_harm_nothing(bot: Telegram, running: Bot) -> None:
    for number in ("x", 2**80, -3, None, True, 1.5):
        await running.take([{"update_id": number, "message": bot.people.message(ASKED)}])
    await running.take(["?", None, 7, []])
    await bot.says(ASKED)
    await bot.wait_for(2)
    assert sorted(one.chat for one in bot.sent) == [7, 901]


async def test_half_characters_harm_nothing(bot: Telegram) -> None:
    await bot.says("第七期\ud83d三个一批总投资多少？", name="\udc00")
    (message,) = await bot.wait_for(1)
    assert message.text


async def test_a_store_that_is_full_loses_nothing(
    bot: Telegram, running: Bot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import sqlite3

    real, failures = running.store.inbox.received, iter(range(2))

    def full(updates: Any) -> set[int]:
        if next(failures, None) is not None:
            raise sqlite3.OperationalError("database or disk is full")
        return real(updates)

    monkeypatch.setattr(running.store.inbox, "received", full)
    await asked(bot)
    assert sum("存不下" in record.getMessage() for record in caplog.records) == 1


async def test_the_same_update_twice_is_answered_once(bot: Telegram, running: Bot) -> None:
    message = bot.people.message(ASKED)
    await running.take([{"update_id": 5000, "message": message}] * 2)
    await running.take([{"update_id": 5000, "message": message}])
    await bot.says("/help")
    await bot.wait_for(2)
    assert [one.text[:4] for one in bot.sent] == [FIGURE[:4], "怎样提问"]


async def test_only_what_is_handled_is_asked_for(bot: Telegram) -> None:
    await bot.wait_calls("getUpdates", 1)
    (values,) = [values for name, values in bot.calls if name == "getUpdates"][:1]
    assert "edited_message" in values["allowed_updates"] and "poll" not in values["allowed_updates"]
