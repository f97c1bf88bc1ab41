"""A day in little: two hundred people in conversations of every kind while a bulletin is added.

Everything that is said has one right answer for the person who said it; nobody gets another one, or one twice. And the
event loop, which all of them share, is never held up.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.app import Bot
from bot.settings import BotSettings
from index.library import Library
from tests.telegram.conftest import Runs
from tests.telegram.server import Fault, Sent, Telegram
from tests.telegram.waiting import eventually

PEOPLE = 200
Talk = tuple[tuple[str, str], ...]
TALKS: list[Talk] = [
    (("第七期签约一批总投资多少？", "2亿元"), ("那开工的呢？", "31.2亿元"), ("投产的呢？", "29.2亿元")),
    (("第七期开工一批总投资多少？", "31.2亿元"), ("那签约的呢？", "2亿元")),
    (("第七期三个一批总投资多少？", "62.4亿元"),),
    (("第七期开工一批有几个项目", "6个"), ("投产的呢？", "7个")),
    (("/help", "怎样提问"), ("/ask 第七期三个一批总投资多少？", "62.4亿元")),
    (("清河县委书记是谁", "顾长风"), ("县长呢", "叶知秋")),
    (("第八期签约一批有几个项目？", "公报未提及第八期"), ("第七期呢？", "2个")),
]
PAGE = """第九期“三个一批”项目签约
本报讯（记者 王晓明）1月6日，云河区举行第九期“三个一批”项目集中签约活动。签约一批有3个项目，总投资9.5亿元，分别是云杉仓储项目、雪松研发中心、银杏康养项目。
"""
NEW, FIGURE = "云河区第九期签约一批总投资多少？", "9.5亿元"


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[float, str]]]:
    """(seconds of CPU, what) of everything that the event loop does in one go, while the context lasts."""
    steps: list[tuple[float, str]] = []
    run = asyncio.Handle._run  # type: ignore[attr-defined]

    def timed(self: asyncio.Handle) -> None:
        began = time.thread_time()
        run(self)
        steps.append((time.thread_time() - began, repr(self)[:300]))

    with monkeypatch.context() as patched:
        patched.setattr(asyncio.Handle, "_run", timed)
        yield steps


async def person(telegram: Telegram, user: int, talk: Talk, chance: random.Random) -> None:
    """Says a talk line by line, each after the answer to the one before, as people do."""
    for number, (said, _) in enumerate(talk, 1):
        await asyncio.sleep(chance.random() * 0.2)
        await telegram.says(said, user=user)
        await telegram.until(lambda number=number: len(of(telegram, user)) >= number, 90)  # type: ignore[misc]


def of(telegram: Telegram, user: int) -> list[Sent]:
    """What a person got."""
    return telegram.by_chat.get(user, [])


async def added(telegram: Telegram) -> None:
    """An admin sends a page, looks at the preview and confirms."""
    telegram.files["page"] = PAGE.encode()
    document = {"file_id": "page", "file_unique_id": "p", "file_name": "新.txt", "file_size": len(PAGE.encode())}
    await telegram.says(None, user=901, document=document)
    await telegram.until(lambda: any(one.buttons for one in of(telegram, 901)), 90)
    preview = next(one for one in of(telegram, 901) if one.buttons)
    await telegram.presses(preview, "确认", user=901)
    await telegram.until(lambda: "已生效" in preview.text, 90)


def faults() -> Iterator[Fault]:
    """A bad line: now and then a send is lost, or seems so."""
    for kind in itertools.islice(itertools.cycle(("drop", "after", "status", "status after")), 12):
        yield Fault(kind, 502)  # type: ignore[arg-type]


async def test_every_reply_is_the_right_one_for_its_person_once(
    telegram: Telegram, settings: BotSettings, runs: Runs, db: Path
) -> None:
    chance = random.Random(7)
    people = {1000 + n: TALKS[n % len(TALKS)] for n in range(PEOPLE)}
    with Library.open(db) as library:
        async with runs(settings, library=library, processes=True) as running:
            telegram.faults["sendMessage"] += faults()
            async with asyncio.TaskGroup() as day:
                day.create_task(added(telegram))
                for user, talk in people.items():
                    day.create_task(person(telegram, user, talk, chance))
            await telegram.says(NEW, user=5)
            await telegram.until(lambda: of(telegram, 5), 30)
            await eventually(lambda: not running.store.inbox.waiting())
    assert of(telegram, 5)[0].text.startswith(FIGURE)
    wrong = {
        user: [one.text[:40] for one in of(telegram, user)]
        for user, talk in people.items()
        if len(of(telegram, user)) != len(talk)
        or any(want not in one.text[:60] for one, (_, want) in zip(of(telegram, user), talk, strict=True))
    }
    assert not wrong
    assert {one.chat for one in telegram.sent} == {*people, 5, 901}


async def test_the_event_loop_is_never_held_up(
    bot: Telegram, running: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.says("/start", user=3)
    await bot.wait_for(1)
    with watched(monkeypatch) as steps:
        for user in range(20, 80):
            await bot.says(TALKS[user % len(TALKS)][0][0], user=user)
        await bot.says("/projects", user=3)
        await bot.says("/projects 項目總數", user=5)
        await bot.says("第七期三個一批總投資多少？", user=6)
        await bot.says("题" * 4096, user=4)
        await bot.update({"inline_query": bot.people.inline(TALKS[2][0][0])})
        await bot.until(lambda: {one.chat for one in bot.sent} >= {3, 4, 5, 6, *range(20, 80)}, 60)
        await bot.presses(of(bot, 23)[0], "更多依据")
        await bot.until(lambda: of(bot, 23)[0].history)
    assert len(steps) > 1000
    held = sorted(steps, reverse=True)
    assert held[2] < (0.02, ""), held[:3]  # a collection of garbage or a first import may take longer, once or twice
    assert held[0] < (0.5, ""), held[:3]


async def test_another_process_that_writes_into_the_store_holds_up_nothing(
    bot: Telegram, running: Bot, settings: BotSettings
) -> None:
    import sqlite3

    other = sqlite3.connect(settings.library.chats, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await bot.says(TALKS[2][0][0])
    turns = 0
    until = time.monotonic() + 0.3
    while time.monotonic() < until:
        began = time.monotonic()
        await asyncio.sleep(0)
        turns += time.monotonic() - began < 0.2
    assert turns > 20 and not bot.sent
    other.execute("ROLLBACK")
    other.close()
    (message,) = await bot.wait_for(1)
    assert message.text.startswith("62.4亿元")
