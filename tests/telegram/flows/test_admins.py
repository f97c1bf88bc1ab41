"""What admins do, over Telegram's protocol."""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.app import Bot
from tests.bot.pages import SIGNED, STARTED
from tests.telegram.flows.screens import Phone

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
    assert "只给工作人员" in other.last.text
