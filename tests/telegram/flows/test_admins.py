"""What admins do, over Telegram's protocol."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from bot.app import Bot
from bot.handlers import COMMANDS
from index.library import Library
from tests.bot.pages import SIGNED, STARTED
from tests.telegram.flows.screens import Phone
from tests.telegram.flows.test_residents import TOTAL

ASKED = "云杉智能仓储项目总投资多少？"


async def test_a_bulletin_is_live_in_two_actions_and_under_a_minute(
    admin: Phone, resident: Phone, running: Bot
) -> None:
    running._pool = None  # in another process, as it is run for real
    await resident.says(ASKED)
    assert not resident.last.text.startswith("3.5亿元")
    began = time.monotonic()
    (bubble,) = await admin.attaches(("二月.txt", SIGNED.encode()))
    assert "预览：二月.txt" in bubble.text and "云杉智能仓储项目" in bubble.text
    await admin.presses("确认")
    await resident.says(ASKED)
    assert time.monotonic() - began < 60
    assert resident.last.text.startswith("3.5亿元")
    assert admin.screen == [bubble]
    assert bubble.text.startswith("✅")


async def test_progress_is_one_message_that_becomes_the_answer(admin: Phone) -> None:
    (bubble,) = await admin.attaches(("二月.txt", SIGNED.encode()), ("五月.txt", STARTED.encode()))
    assert any("正在读取 2/2" in text for text in bubble.sent.history)
    await admin.presses("确认")
    assert any("正在导入 2/2" in text for text in bubble.sent.history)
    assert len(admin.screen) == 1 and not bubble.text.startswith("⏳")
    (done,) = await admin.says("/reindex")
    assert "正在重建" in done.sent.history[0] and "已重建" in done.text


async def test_a_role_shows_its_menu_and_is_told(
    admin: Phone, phone: Callable[..., Phone], running: Bot
) -> None:
    def menu() -> set[str]:
        held = [menu for (scope, _), menu in admin.server.menus.items() if '"chat_id": 55' in scope]
        return {one["command"] for one in held[0]} if held else set()

    await admin.says("/grant 55 staff")
    await admin.server.until(lambda: "check" in menu())
    other = phone(55)
    await admin.server.until(lambda: any("您现在是工作人员了" in one.text for one in other.screen))
    await other.says("/check 第七期共15个项目")
    assert "属实" in other.last.text
    await admin.presses("收回")
    await admin.server.until(lambda: "check" not in menu())
    await other.says("/check 第七期共15个项目")
    assert "给工作人员用的" in other.last.text


async def test_what_cannot_be_read_says_why_and_leaves_nothing(admin: Phone, running: Bot) -> None:
    (said,) = await admin.attaches(("坏.pdf", b"%PDF-1.4 nothing"), ("空.txt", b""))
    assert "“坏.pdf”没有导入：PDF" in said.text and "“空.txt”没有导入：文件是空的" in said.text
    assert not said.rows
    (photo,) = await admin.photographs(b"\x89PNG\r\n\x1a\nnothing")
    assert "没有导入" in photo.text and "您发来的照片" in photo.text
    folder = running.settings.library.chats.parent / "uploads"
    assert not list(folder.iterdir())


async def test_a_preview_shows_examples_and_is_cancelled_or_confirmed(admin: Phone, library: Library) -> None:
    before = library.generation
    (shown,) = await admin.attaches(("二月.txt", SIGNED.encode()))
    for words in ("1篇文章", "1个项目", "青禾区第三期“三个一批”项目签约（2024年2月6日）", "总投资3.5亿元"):
        assert words in shown.text
    await admin.presses("取消")
    assert "没有导入" in shown.text and library.generation == before
    (again,) = await admin.attaches(("二月.txt", SIGNED.encode()))
    await admin.presses("确认", again)
    assert "已生效" in again.text
    question = next(label for label in again.labels if "青禾区" in label or "云杉" in label)
    await admin.presses(question)
    assert "青禾区" in admin.last.text and "出处：" in admin.last.text
    (same,) = await admin.attaches(("二月.txt", SIGNED.encode()))
    assert "已经有了" in same.text and not same.rows


async def test_a_text_is_a_bulletin_or_a_question(admin: Phone) -> None:
    (shown,) = await admin.says(f"{SIGNED}\n{STARTED}")
    assert "预览：您发来的文字" in shown.text and "当作问题" in shown.labels
    await admin.presses("确认")
    assert "2篇文章" in shown.text
    (other,) = await admin.says(f"{SIGNED}\n{STARTED}".replace("青禾", "东杉"))
    await admin.presses("当作问题", other)
    assert not other.rows and len(admin.screen) == 3


async def test_a_page_that_is_passed_on_is_a_bulletin_however_short(admin: Phone, resident: Phone) -> None:
    (pasted,) = await admin.says(SIGNED.replace("云杉", "银杏"))
    assert "预览：您发来的文字" in pasted.text and "银杏智能仓储项目" in pasted.text
    origin = {"type": "hidden_user", "sender_user_name": "某报", "date": 1_700_000_000}
    (passed,) = await admin.says(SIGNED.split("\n")[2], forward_origin=origin)
    assert "预览：您发来的文字" in passed.text
    (asked,) = await admin.says("请问：\n第七期三个一批总投资多少？\n第六期呢，投产一批的项目一共有多少个，总投资又是多少？")
    assert "预览" not in asked.text
    (other,) = await resident.says(SIGNED)
    assert "预览" not in other.text


async def test_articles_are_removed_and_restored(admin: Phone, resident: Phone) -> None:
    (listed,) = await admin.says("/articles")
    await admin.presses("8")
    assert "读出：" in listed.text
    await admin.presses("删除")
    await admin.presses("确认")
    assert "已删除《紧盯项目不松劲" in listed.text
    await resident.says(TOTAL)
    assert "62.4亿元" not in resident.last.text
    await admin.presses("版本")
    await admin.presses("恢复到 1")
    await admin.presses("确认")
    await resident.says(TOTAL)
    assert resident.last.bold[0] == "62.4亿元"
    (audit,) = await admin.says("/audit")
    assert "用户 901 恢复" in audit.text and "用户 901 删除：紧盯项目不松劲" in audit.text
    await admin.says("/remove")
    await admin.says("没有的编号")
    assert "没有编号是“没有的编号”的文章" in admin.last.text
    await admin.says("/rollback 99")
    assert "没有版本“99”" in admin.last.text


async def test_the_inbox_of_questions_is_worked_off_by_taps(admin: Phone, resident: Phone, library: Library) -> None:
    asked = "第七期三个一批的家底多少？"
    for _ in range(2):
        await resident.says(asked)
    await resident.says("火星基地总投资多少")
    await resident.says("恒泰公司的电话是多少")
    (inbox,) = await admin.says("/unanswered")
    assert f"1. {asked}（2次" in inbox.text
    await admin.presses("1")
    await admin.presses("“家底”就是“总投资”")
    assert "62.4亿元" in inbox.text and ("家底", "总投资") in library.aliases()
    await resident.says(asked)
    assert resident.last.bold[0] == "62.4亿元"
    await admin.presses("返回列表")
    assert "家底" not in inbox.text
    number = next(line[0] for line in inbox.text.splitlines() if "火星" in line)
    await admin.presses(number)
    assert not [label for label in inbox.labels if "就是“总投资”" in label]
    await admin.presses("不属于公报范围")
    assert "火星" not in inbox.text
    await admin.presses("1")
    await admin.presses("用原文 1 作为答案")
    await resident.says("恒泰公司的电话是多少")
    assert "（由工作人员核定）" in resident.last.text
    (empty,) = await admin.says("/unanswered")
    assert "没有待处理的问题" in empty.text


async def test_names_are_added_and_taken_back(admin: Phone, resident: Phone) -> None:
    await admin.says("/alias")
    await admin.says("电池壳子 = 恒泰新能源电池壳体项目")
    await resident.says("电池壳子总投资多少")
    assert resident.last.bold[0].startswith("12.5亿元")
    await admin.presses("删除这个别名")
    assert "电池壳子" not in admin.last.text


async def test_the_state_is_told(admin: Phone, resident: Phone) -> None:
    await resident.says(TOTAL)
    await resident.presses("👎")
    await resident.presses("出处不对")
    (said,) = await admin.says("/status")
    assert "10篇文章" in said.text and "👎 1（出处不对 1）" in said.text and "体检" in said.text


async def test_trouble_reaches_admins_with_an_id_and_without_what_was_said(
    admin: Phone, resident: Phone, running: Bot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(running.desk.conversation, "answer", lambda *_: 1 / 0)
    await resident.says("一个秘密的问题")
    await admin.server.until(lambda: bool(admin.screen))
    number = re.search(r"编号 (\w+)", resident.last.text)
    assert number is not None and number[1] in admin.last.text and "抱歉" in resident.last.text
    assert "秘密" not in admin.last.text
    assert number[1] in caplog.text and "秘密" not in caplog.text


async def test_residents_reach_nothing_of_this(resident: Phone) -> None:
    for command in COMMANDS:
        if command.role != "resident":
            (said,) = await resident.says(f"/{command.name}")
            assert said.text.startswith("这是给"), command.name
    (said,) = await resident.attaches(("二月.txt", SIGNED.encode()), ("五月.txt", STARTED.encode()))
    assert "只有管理员" in said.text
