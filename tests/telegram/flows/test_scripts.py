"""Traditional in, traditional out, for each role, over Telegram's protocol; and menus by role and language."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from openpyxl import load_workbook

from bot.app import Bot
from bot.handlers import COMMANDS
from bot.showing.scripts import traditional
from bot.store import RANK
from index.library import Library
from tests.bot.pages import SIGNED, STARTED
from tests.telegram.flows.conftest import ADMIN, RESIDENT, STAFF
from tests.telegram.flows.screens import Phone

_OURS = ("[图片]", "[文件]")
"""How the log of a phone shows files."""


def in_traditional(one: Phone, running: Bot) -> None:
    """Everything that a person has read is in traditional characters; files go by the names that they were sent with."""
    read = [line for shown in one.log if not shown.startswith(("> [文件", "> 东杉")) for line in shown.splitlines()]
    for line in read:
        bare = line.replace("二月.txt", "").replace("五月.txt", "").replace("坏.pdf", "")
        assert line in _OURS or bare == traditional(bare, running.desk.names), line


async def test_staff_read_what_they_write(phone: Callable[..., Phone], running: Bot) -> None:
    one = phone(STAFF)
    await one.says("第七期三個一批總投資多少？")
    await one.presses("📌 核定")
    assert "已核定" in one.last.text
    for words in ("/start", "/help", "/check 第七期三個一批項目共15個，總投資70億元。區長是張三", "/asof", "/conflicts", "/pins", "/pin", "/export"):
        await one.says(words)
    await one.presses("項目 csv")
    rows = list(csv.reader(io.StringIO(one.last.sent.content.decode("utf-8-sig"))))
    assert rows[0][:3] == ["項目", "類別", "期次"] and any("恆泰新能源電池殼體項目" in row for row in rows)
    await one.presses("批次 xlsx")
    sheet = load_workbook(io.BytesIO(one.last.sent.content)).active
    assert sheet is not None and sheet.title == "批次" and "階段" in [cell.value for cell in sheet[1]]
    await one.says("/asof 2023-02-01")
    await one.says("/status")
    in_traditional(one, running)


async def test_admins_read_what_they_write(
    phone: Callable[..., Phone], resident: Phone, running: Bot, library: Library
) -> None:
    one = phone(ADMIN)
    asked = "第七期三个一批的家底多少？"
    for _ in range(2):
        await resident.says(asked)
    await one.says("沒有答上來的有哪些？")
    (inbox,) = await one.says("/unanswered")
    await one.presses(next(line[0] for line in inbox.text.splitlines() if "家底" in line))
    await one.presses("“家底”就是“總投資”")
    assert ("家底", "总投资") in library.aliases()
    await resident.says(asked)
    assert resident.last.bold[0] == "62.4亿元"
    (shown,) = await one.attaches(("二月.txt", SIGNED.encode()), ("坏.pdf", b"%PDF-1.4 nothing"))
    assert "預覽" in shown.text and any("正在讀取" in text for text in shown.sent.history)
    await one.presses("確認")
    assert any("正在導入" in text for text in shown.sent.history)
    (pasted,) = await one.says(f"{SIGNED}\n{STARTED}".replace("青禾", "东杉"))  # a page that others wrote
    assert "預覽" in pasted.text
    await one.presses("取消")
    for words in ("/articles", "/history", "/audit", "/status", "/alias", "/grant", "/revoke 5", "/reindex", "/upload", "/remove 沒有的", "/rollback 9"):
        await one.says(words)
    await one.says("/alias 電池殼子 = 恆泰新能源電池殼體項目")
    await one.says("/pin 市長熱線 = 12345號")
    in_traditional(one, running)
    await resident.says("电池壳子总投资多少")
    assert resident.last.bold[0].startswith("12.5亿元")
    await resident.says("市长热线")
    assert resident.last.bold[0] == "12345号"


async def test_trouble_and_news_come_in_the_script_of_who_reads_them(
    phone: Callable[..., Phone], running: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, admin, other = phone(RESIDENT), phone(ADMIN), phone(55)
    for each in (one, admin, other):
        await each.says("/subscribe 雲杉倉儲")
    await admin.says("/grant 55 工作人員")
    await one.server.until(lambda: any("您現在是工作人員了" in bubble.text for bubble in other.screen))
    monkeypatch.setattr(running.desk.conversation, "answer", lambda *_: 1 / 0)
    await one.says("總投資多少？")
    assert "抱歉，出了點問題" in one.last.text
    await one.server.until(lambda: any("處理消息時出錯" in bubble.text for bubble in admin.screen))
    for each in (one, admin, other):
        in_traditional(each, running)


async def test_who_invites_the_bot_reads_how_to_ask(phone: Callable[..., Phone], running: Bot) -> None:
    one = phone(RESIDENT, chat=-1_000_000_000_200, language="zh-hant")
    body = one.server.people.member("member", user=RESIDENT, chat=one.chat, kind="supergroup")
    body["old_chat_member"]["status"] = "left"
    await one.server.update({"my_chat_member": {**body, "from": {**body["from"], "language_code": "zh-hant"}}})
    await one.server.until(lambda: bool(one.screen))
    assert "大家好，我是公報問答" in one.last.text


@pytest.mark.parametrize(("user", "role"), [(RESIDENT, "resident"), (STAFF, "staff"), (ADMIN, "admin")])
async def test_menus_by_role_and_language(phone: Callable[..., Phone], running: Bot, user: int, role: str) -> None:
    one = phone(user)
    mine = [command for command in COMMANDS if RANK[command.role] <= RANK[role]]
    await one.says("第七期總投資多少？")
    await one.says("/start")
    await one.server.until(lambda: _menu(one, "en") == [(each.name, each.english) for each in mine])
    for language in ("", "zh"):  # whichever Chinese the person's Telegram has
        await one.server.until(lambda code=language: _menu(one, code) == [(e.name, traditional(e.about)) for e in mine])
    default = one.server.menus['{"type": "default"}', "en"]
    assert [each["command"] for each in default] == [each.name for each in COMMANDS if each.role == "resident"]
    assert "公报" in one.server.profile["description", ""] and "bulletins" in one.server.profile["short", "en"]


async def test_a_menu_stays_in_its_script_over_a_restart(phone: Callable[..., Phone], running: Bot) -> None:
    from bot.background import menus

    one = phone(ADMIN)
    await one.says("第七期總投資多少？")
    one.server.menus.clear()
    await menus(running)
    assert {description for _, description in _menu(one, "zh")} >= {"沒有答上來的問題", "誰改了什麼"}


def _menu(one: Phone, language: str) -> list[tuple[str, str]]:
    held = [
        menu for (scope, code), menu in one.server.menus.items()
        if code == language and scope and json.loads(scope).get("chat_id") == one.user
    ]  # fmt: skip
    return [(each["command"], each["description"]) for each in held[0]] if held else []
