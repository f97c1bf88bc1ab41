"""kill -9 at any moment: every question is answered, and answered once."""

from __future__ import annotations

import asyncio
import random

import pytest

from tests.telegram.nursery import Bots
from tests.telegram.server import TOKEN, Fault, Telegram
from tests.telegram.waiting import eventually, polling

ROUNDS = (("第七期签约一批总投资多少？", "2亿元"), ("那开工的呢？", "31.2亿元"))
SINGLE = (("第七期三个一批总投资多少？", "62.4亿元"), ("第七期开工一批有几个项目", "6个"))


def wrong(telegram: Telegram, expected: dict[int, list[str]]) -> dict[int, list[str]]:
    """What people see that isn't just the right answers in order, by person."""
    seen: dict[int, list[str]] = {user: [] for user in expected}
    for one in telegram.sent:
        seen.setdefault(one.chat, []).append(one.text)
    return {
        user: [text[:60] for text in texts]
        for user, texts in seen.items()
        if len(texts) != len(expected.get(user, []))
        or any(not text.startswith(start) for text, start in zip(texts, expected[user], strict=True))
    }


def unanswered(telegram: Telegram, expected: dict[int, list[str]]) -> list[int]:
    """People who wait for an answer."""
    return [user for user, answers in expected.items() if len(telegram.by_chat.get(user, ())) < len(answers)]


async def killed(telegram: Telegram, bots: Bots, kills: int) -> None:
    """Asks, kills, starts again; then every answer must be there once."""
    chance = random.Random(kills)
    expected: dict[int, list[str]] = {}
    telegram.faults["sendMessage"].append(Fault("delay", delay=0.02, times=-1))
    for number in range(kills):
        pid = await polling(telegram, bots)
        early = [user for user in unanswered(telegram, expected) if user < 1000 * number]
        first = 1000 * (number + 1)
        for user in range(first, first + 3):
            expected[user] = [answer for _, answer in ROUNDS]
            for question, _ in ROUNDS:
                await telegram.says(question, user=user)
        for user, (question, answer) in enumerate(SINGLE, first + 3):
            expected[user] = [answer]
            await telegram.says(question, user=user)
        before = len(telegram.sent)
        if chance.random() < 0.8:
            await telegram.until(lambda before=before: len(telegram.sent) > before, 60)  # type: ignore[misc]
            # On a busy machine much would pile up: more than can be looked for when nobody knows what arrived.
            asked = {user: expected[user] for user in early}
            await telegram.until(lambda asked=asked: not unanswered(telegram, asked), 60)  # type: ignore[misc]
        await asyncio.sleep(chance.random() * 0.15)
        await bots.kill(pid)
    await bots.start()
    total = sum(len(answers) for answers in expected.values())
    await telegram.wait_for(total, timeout=60)
    await telegram.says("/help", user=1)  # what comes after everything else
    await eventually(lambda: any(one.chat == 1 for one in telegram.sent))
    expected[1] = ["怎样提问"]
    assert not wrong(telegram, expected)


async def test_ten_kills(telegram: Telegram, bots: Bots) -> None:
    await killed(telegram, bots, 10)
    assert TOKEN not in bots.log and "Traceback" not in bots.log


@pytest.mark.soak
async def test_two_hundred_kills(telegram: Telegram, bots: Bots) -> None:
    await killed(telegram, bots, 200)
    assert TOKEN not in bots.log and "Traceback" not in bots.log
