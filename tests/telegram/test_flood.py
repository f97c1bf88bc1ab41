"""Many messages at once: nobody waits for somebody else's flood; what waited while we were away is no flood."""

from __future__ import annotations

import time

from bot.delivery.limits import Buckets
from bot.settings import BotSettings
from tests.telegram.conftest import Runs
from tests.telegram.server import Telegram

ASKED, FIGURE = "第七期三个一批总投资多少？", "62.4亿元"


async def test_another_person_waits_under_three_seconds(bot: Telegram) -> None:
    await bot.says("/help", user=9)
    await bot.wait_for(1)
    for _ in range(40):
        await bot.says(ASKED, user=5)
    began = time.monotonic()
    await bot.says("第七期开工一批有几个项目", user=6)
    await bot.until(lambda: any(one.chat == 6 for one in bot.sent))
    (mine,) = [one for one in bot.sent if one.chat == 6]
    assert mine.at - began < 3
    await bot.until(lambda: sum(one.text.startswith(FIGURE) for one in bot.sent) == 8)
    await bot.until(lambda: any(one.chat == 5 and "有点快" in one.text for one in bot.sent))
    await bot.says("/help", user=9)
    await bot.until(lambda: sum(one.chat == 9 for one in bot.sent) == 2)
    told = [one for one in bot.sent if one.chat == 5 and "有点快" in one.text]
    assert len(told) == 1
    assert len(bot.sent) == 8 + 1 + 1 + 2


async def test_what_was_written_in_an_hour_and_comes_at_once_is_answered(
    telegram: Telegram, settings: BotSettings, runs: Runs
) -> None:
    for number in range(12):
        await telegram.says(ASKED, ago=3000 - 240 * number)
    async with runs(settings):
        await telegram.wait_for(12, 20)
        assert all(one.text.startswith(FIGURE) for one in telegram.sent)


async def test_questions_older_than_an_hour_get_an_apology(
    telegram: Telegram, settings: BotSettings, runs: Runs
) -> None:
    await telegram.says(ASKED, ago=7300)
    await telegram.says(ASKED, user=8, ago=3 * 86400)
    await telegram.says(ASKED, user=9, ago=3000)
    async with runs(settings):
        await telegram.wait_for(3)
    seen = {one.chat: one.text for one in telegram.sent}
    assert seen[7].startswith("（抱歉，这个问题是2小时前") and FIGURE in seen[7]
    assert seen[8].startswith("（抱歉，这个问题是3天前")
    assert seen[9].startswith(FIGURE)


def test_buckets_refill_by_the_clock_or_by_what_was_written() -> None:
    now = [0.0]
    buckets = Buckets(2, 0.5, lambda: now[0])
    assert [buckets.take("a", 100.0)[0] for _ in range(3)] == [True, True, False]
    assert buckets.take("a", 100.0) == (False, False)  # told already
    assert buckets.take("a", 102.0)[0]
    assert not buckets.take("a", 102.0)[0]
    now[0] = 2.0
    assert buckets.take("a", 102.0)[0]
    assert buckets.take("b", 102.0)[0]
    now[0] = 1000.0
    buckets.prune()
    assert not buckets._held
