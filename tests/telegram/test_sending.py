"""A send goes wrong in every way: the answer arrives, and arrives once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

import pytest

from bot.app import Bot
from bot.settings import BotSettings
from bot.store import Subscription
from tests.telegram.server import Flood, Sent, Telegram
from tests.telegram.waiting import eventually

ASKED, FIGURE = "第七期三个一批总投资多少？", "62.4亿元"
OTHER, COUNT = "第七期开工一批有几个项目", "6个"
Runs = Callable[[BotSettings], AbstractAsyncContextManager[Bot]]


def answers(bot: Telegram, user: int = 7) -> list[Sent]:
    """The copies of the answer that a person sees."""
    return [one for one in bot.sent if one.chat == user and one.text.startswith(FIGURE)]


async def asked_and_settled(bot: Telegram, user: int = 7) -> None:
    """Asks, and waits until a later question of the same person is answered: nothing comes after that."""
    await bot.says(ASKED, user=user)
    await bot.says(OTHER, user=user)
    await bot.until(lambda: any(m.chat == user and m.text.startswith(COUNT) for m in bot.sent))


@pytest.mark.parametrize(
    ("kind", "status"),
    [("drop", 0), ("after", 0), ("status", 502), ("status after", 502), ("status", 500), ("status", 504), ("status after", 504),
     ("json", 0)],
)  # fmt: skip
async def test_whatever_became_of_a_send_the_answer_is_there_once(
    bot: Telegram, kind: Any, status: int
) -> None:
    bot.fail("sendMessage", kind, status)
    await asked_and_settled(bot)
    assert len(answers(bot)) == 1
    assert not any("没有看到" in one.text for one in bot.sent)


@pytest.mark.parametrize("kind", ["drop", "after", "status after"])
async def test_three_in_a_row(bot: Telegram, kind: Any) -> None:
    bot.fail("sendMessage", kind, 502, times=3)
    await asked_and_settled(bot)
    assert len(answers(bot)) == 1


async def test_one_fault_after_another(bot: Telegram) -> None:
    for kind in ("drop", "json", "status", "after"):
        bot.fail("sendMessage", kind, 502)  # type: ignore[arg-type]
    await asked_and_settled(bot)
    assert len(answers(bot)) == 1


@pytest.mark.parametrize("kind", ["hang", "hang after"])
async def test_no_answer_in_time(
    telegram: Telegram, settings: BotSettings, runs: Runs, naps: list[float], kind: Any
) -> None:
    async with runs(replace(settings, send_seconds=0.6)):
        telegram.fail("sendMessage", kind)
        await asked_and_settled(telegram)
        assert len(answers(telegram)) == 1
        assert (max(naps, default=0) >= 10) is (kind == "hang")  # what may still come is waited for


async def test_traffic_of_others_does_not_hide_what_arrived(bot: Telegram) -> None:
    bot.fail("sendMessage", "after", chat=7, delay=0.3)
    await bot.says(ASKED)
    for user in range(20, 60):
        await bot.says(OTHER, user=user)
    await bot.until(lambda: len({one.chat for one in bot.sent}) == 41)
    await asked_and_settled(bot, user=99)
    assert len(answers(bot)) == 1
    assert all(sum(one.chat == user for one in bot.sent) == 1 for user in range(20, 60))


@pytest.mark.parametrize("kind", ["after", "drop", "status after"])
async def test_a_crowd_that_waits_at_telegram_hides_nothing_either(
    telegram: Telegram, settings: BotSettings, runs: Runs, kind: Any
) -> None:
    crowd = range(20, 320)
    for user in crowd:  # their numbers are taken before the bot has seen them
        await telegram.says(OTHER, user=user)
    telegram.fail("sendMessage", kind, 502, times=6)
    async with runs(settings) as running:
        await telegram.until(lambda: len({one.chat for one in telegram.sent}) == len(crowd), 60)
        await eventually(lambda: not running.store.inbox.waiting())
    assert {user: len(telegram.by_chat[user]) for user in crowd} == dict.fromkeys(crowd, 1)
    assert all(one.text.startswith(COUNT) for one in telegram.sent)
    assert not telegram.called("deleteMessage")


async def test_in_a_group(bot: Telegram) -> None:
    group = {"user": 7, "chat": -1001234567890, "kind": "supergroup"}
    bot.fail("sendMessage", "after")
    await bot.says(f"@bulletin_test_bot {ASKED}", **group)  # type: ignore[arg-type]
    await bot.says(f"@bulletin_test_bot {OTHER}", **group)  # type: ignore[arg-type]
    await bot.until(lambda: any(one.text.startswith(COUNT) for one in bot.sent))
    assert [one.text[:2] for one in bot.sent] == [FIGURE[:2], COUNT]


async def test_where_nobody_can_tell_the_person_gets_it_by_one_tap(bot: Telegram) -> None:
    bot.fail("sendMessage", "after")
    bot.fail("editMessageText", "status", 400, times=40)
    await bot.says(ASKED)
    await bot.wait_for(2)
    first, note = bot.sent
    assert first.text.startswith(FIGURE)
    assert "没有看到" in note.text
    bot.faults.clear()
    await bot.presses(note, "再看一次回答")
    await bot.until(lambda: note.text.startswith(FIGURE))


async def test_a_server_that_says_yes_to_every_edit_proves_nothing(bot: Telegram, running: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    call = running.client.call

    async def yes_to_edits(method: str, *values: Any) -> Any:
        return True if method.startswith("edit") else await call(method, *values)

    bot.fail("sendMessage", "status", 502)
    monkeypatch.setattr(type(running.client), "call", staticmethod(yes_to_edits))
    await asked_and_settled(bot)
    assert len(answers(bot)) == 1


async def test_429_is_sent_once_later_and_holds_nobody_else_back(bot: Telegram, naps: list[float]) -> None:
    bot.fail("sendMessage", "status", 429, retry_after=17, chat=7, times=3)
    await bot.says(ASKED)
    await bot.says(OTHER, user=8)
    await bot.wait_for(2)
    assert len(answers(bot)) == 1
    assert naps.count(17) == 3
    assert bot.called("sendMessage") == 5


async def test_no_connection_for_long_loses_nothing(bot: Telegram, naps: list[float]) -> None:
    bot.fail("sendMessage", "status", 503, times=30)
    await bot.says(ASKED)
    await bot.wait_for(1, timeout=20)
    assert len(answers(bot)) == 1
    assert max(naps) == 15


async def test_telegram_away_in_the_middle(telegram: Telegram, running: Bot) -> None:
    telegram.fail("sendMessage", "delay", delay=0.1)
    await telegram.says(ASKED)
    await telegram.wait_calls("sendMessage", 1)
    await telegram.stop()
    await telegram.start()
    await asked_and_settled(telegram, user=8)
    await telegram.until(lambda: answers(telegram))
    assert len(answers(telegram)) == 1


async def test_refused_markup_is_sent_once_more_as_plain_text(bot: Telegram) -> None:
    bot.fail("sendMessage", "markup", times=-1)
    await bot.says(ASKED)
    (message,) = await bot.wait_for(1)
    assert message.text.startswith(FIGURE)
    assert "<b>" not in message.text and not message.entities
    assert message.buttons


async def test_refused_in_every_form_is_told(bot: Telegram) -> None:
    bot.fail("sendMessage", "status", 400, chat=7)
    await bot.says(ASKED)
    await bot.wait_for(2)
    assert any(one.chat == 7 and "编号" in one.text for one in bot.sent)
    assert any(one.chat == 901 and "编号" in one.text for one in bot.sent)


async def test_403_ends_the_subscription_and_others_are_served(bot: Telegram, running: Bot) -> None:
    people = running.store.people
    for user in (7, 8):
        people.subscribe(Subscription(user, 0, "学校"), running.store.hashed(f"owner/{user}"), 0.0)
    bot.chats.blocked[7] = "Forbidden: bot was blocked by the user"
    await bot.says(ASKED)
    await bot.says(ASKED, user=8)
    await bot.wait_for(1)
    await eventually(lambda: [one.chat for one in people.subscriptions()] == [8])


async def test_notices_pass_over_those_who_left(bot: Telegram, running: Bot) -> None:
    people = running.store.people
    people.subscribe(Subscription(7, 0, "学校"), "x", 0.0)
    bot.chats.blocked[7] = "Forbidden: user is deactivated"
    people.tell(["a1"], [(7, 0, "一", ""), (8, 0, "二", ""), (7, 0, "三", "")])
    await bot.wait_for(1)
    assert [one.chat for one in bot.sent] == [8]
    await eventually(lambda: not people.subscriptions())


async def test_a_chat_that_moved_is_followed(bot: Telegram) -> None:
    bot.chats.migrated[-55] = -1009876543210
    await bot.says(f"/ask {ASKED}", user=7, chat=-55, kind="group")
    (message,) = await bot.wait_for(1)
    assert message.chat == -1009876543210


async def test_a_topic_that_is_gone(bot: Telegram) -> None:
    bot.chats.closed_topics.add(5)
    await bot.says(f"/ask {ASKED}", user=7, chat=-1001, kind="supergroup", topic=5)
    (message,) = await bot.wait_for(1)
    assert message.topic is None


async def test_send_limits_of_telegram_are_lived_with(
    telegram: Telegram, settings: BotSettings, runs: Runs, naps: list[float]
) -> None:
    telegram.flood = Flood(chat=1000, overall=3, group=1000)
    async with runs(settings):
        for user in range(20, 32):
            await telegram.says(OTHER, user=user)
        await telegram.wait_for(12, timeout=20)
        assert sorted(one.chat for one in telegram.sent) == list(range(20, 32))
        assert 1.0 in naps
