"""The process as an operator sees it: signals, exit codes, and what stands in the log."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

from tests.telegram.nursery import Bots, Nursery
from tests.telegram.server import TOKEN, Telegram
from tests.telegram.waiting import eventually, polling

ASKED, FIGURE = "第七期三个一批总投资多少？", "62.4亿元"


def lines(bots: Bots) -> list[str]:
    """The messages of the log; everything in it is a JSON line or one sentence."""
    held = [line for line in bots.log.splitlines() if line]
    return [json.loads(line)["message"] if line.startswith("{") else line for line in held]


async def test_asked_to_end_it_finishes_what_is_in_hand(telegram: Telegram, bots: Bots) -> None:
    pid = await polling(telegram, bots)
    telegram.fail("sendMessage", "delay", delay=0.5)
    await telegram.says(ASKED)
    await telegram.wait_calls("sendMessage", 1)
    os.kill(pid, signal.SIGTERM)
    assert await bots.ended(pid, 10) == 0
    assert [one.text[:6] for one in telegram.sent] == [FIGURE]
    assert lines(bots)[-1].startswith("已停止")
    await telegram.says("/help")
    await bots.start()
    await telegram.wait_for(2, 30)
    assert [one.text[:4] for one in telegram.sent] == [FIGURE[:4], "怎样提问"]


async def test_asked_to_end_while_telegram_hangs_it_ends_in_time_and_answers_later(
    telegram: Telegram, bots: Bots
) -> None:
    pid = await polling(telegram, bots)
    telegram.fail("sendMessage", "hang", times=-1)
    await telegram.says(ASKED)
    await telegram.wait_calls("sendMessage", 1)
    began = time.monotonic()
    os.kill(pid, signal.SIGTERM)
    assert await bots.ended(pid, 12) == 0
    assert time.monotonic() - began < 10
    telegram.faults.clear()
    await bots.start()
    await telegram.wait_for(1, 30)
    assert [one.text[:6] for one in telegram.sent] == [FIGURE]


async def test_a_token_that_is_revoked_is_one_line(telegram: Telegram, bots: Bots) -> None:
    pid = await polling(telegram, bots)
    telegram.token = "1:another"
    assert await bots.ended(pid) == 1
    later = await bots.start()
    assert await bots.ended(later) == 1
    said = [line for line in lines(bots) if "令牌" in line]
    assert len(said) == 2 and len(set(said)) == 1
    assert TOKEN.split(":")[1] not in bots.log and "Traceback" not in bots.log


async def test_telegram_down_at_start_is_waited_for(telegram: Telegram, bots: Bots) -> None:
    await telegram.stop()
    pid = await bots.start()
    await eventually(lambda: "连不上 Telegram" in bots.log, 30)
    await telegram.start()
    await telegram.says(ASKED)
    await telegram.wait_for(1, 30)
    await telegram.stop()
    os.kill(pid, signal.SIGTERM)
    assert await bots.ended(pid, 12) == 0
    assert sum("连不上" in line for line in lines(bots)) <= 2


async def test_asked_to_end_while_it_still_waits_for_telegram(telegram: Telegram, bots: Bots) -> None:
    await telegram.stop()
    pid = await bots.start()
    await eventually(lambda: "连不上 Telegram" in bots.log, 30)
    os.kill(pid, signal.SIGINT)
    assert await bots.ended(pid) == 0
    assert len(lines(bots)) == 1


async def test_a_second_process_on_the_same_store_says_so_and_leaves(
    telegram: Telegram, bots: Bots
) -> None:
    await polling(telegram, bots)
    second = await bots.start()
    assert await bots.ended(second, 20) == 1
    assert "正被另一个 bulletin-bot run 使用" in lines(bots)[-1]
    await telegram.says(ASKED)
    await telegram.wait_for(1)


async def test_two_instances_with_one_token_are_one_sentence_each(
    telegram: Telegram, bots: Bots, forks: Nursery, env: dict[str, str], tmp_path: Path
) -> None:
    await polling(telegram, bots)
    others = Bots(forks, {**env, "BULLETIN_CHATS": str(tmp_path / "others.db")}, tmp_path / "others.log")
    await others.start()
    await eventually(lambda: "另有一个程序" in bots.log + others.log, 30)
    polls = telegram.called("getUpdates")
    await telegram.wait_calls("getUpdates", polls + 6, 30)
    await others.kill_all()
    for log in (bots.log, others.log):
        assert log.count("另有一个程序") <= 1 and "Traceback" not in log


async def test_nothing_that_was_typed_and_no_token_is_in_the_log_or_the_database(
    telegram: Telegram, bots: Bots, tmp_path: Path
) -> None:
    pid = await polling(telegram, bots)
    for kind in ("drop", "json", "status"):
        telegram.fail("sendMessage", kind, 502)  # type: ignore[arg-type]
    await telegram.says("张三的电话13800138000是多少", name="李四同学")
    await telegram.wait_for(1, 20)
    await telegram.says("/forget", name="李四同学")
    await telegram.wait_for(2)
    await telegram.presses(telegram.sent[1], "确认")
    await telegram.until(lambda: telegram.edits)
    os.kill(pid, signal.SIGTERM)
    assert await bots.ended(pid, 12) == 0
    held = b"".join(path.read_bytes() for path in tmp_path.glob("chats.db*"))
    for word in ("13800138000", "李四同学", TOKEN, TOKEN.split(":")[1]):
        assert word not in bots.log and word.encode() not in held
        assert json.dumps(word)[1:-1].encode() not in held
