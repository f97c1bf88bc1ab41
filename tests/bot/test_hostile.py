"""Whatever stands in names, titles and questions: every screen is valid and whole."""

from __future__ import annotations

import pytest

from bot.handlers import COMMANDS
from tests.bot.stage import Person, Stage
from tests.telegram.entities import parse_html

BAD = "<b>&lt;厂\u202e房</b>&amp;\u200b\U0001f469\u200d\U0001f4bb“<a href='x'>”"
PAGE = f"""{BAD}区第三期“三个一批”{BAD}项目签约

本报讯（记者 林<晓>）2024年2月6日，青禾区举行第三期“三个一批”项目签约活动，签约项目4个，总投资21.5亿元。其中，{BAD}智能仓储项目由{BAD}物流有限公司投资建设，总投资3.5亿元，占地120亩。{"很长的一句话，" * 700}完。
"""
WORDS = (BAD, BAD * 60, "/", "=", " = ", f"{BAD} = {BAD}", "2024-02-30 x", "9999999999999999999", "a" * 4096, "\u0301" * 50,
         "2024-02-06 " + BAD, "55 <b>", "\ud83d 总投资多少", "总投资" * 500)  # fmt: skip


def _fits(one: Person) -> None:
    for message in one.screen:
        text = parse_html(message.view.html).text
        assert text.strip()
        assert len(message.view.html.encode("utf-8")) < 32_768
        for sign in ("\u202e", "\u200b", "\ud83d"):
            assert sign not in text
        for button in message.buttons:
            assert 0 < len(button.label) <= 70
            button.label.encode("utf-8")
            if button.copy:
                button.copy.encode("utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
async def test_commands_take_anything(admin: Person, command) -> None:  # type: ignore[no-untyped-def]
    for words in WORDS:
        await admin.says(f"/{command.name} {words}")
    _fits(admin)


async def test_questions_take_anything(resident: Person) -> None:
    for words in WORDS:
        if not words.startswith("/"):
            await resident.says(words)
    _fits(resident)


async def test_inline_takes_anything(resident: Person) -> None:
    for words in WORDS:
        for one in await resident.inline(words[:256]):
            parse_html(one.html)
            assert one.title.strip() and one.about.strip() and len(one.id) <= 64


async def test_a_bulletin_of_hostile_names_is_shown_everywhere(admin: Person, stage: Stage) -> None:
    await admin.says("/subscribe 仓储")
    await admin.sends((f"{BAD}.txt".replace("/", ""), PAGE))
    await admin.presses("确认")
    for words in ("/latest", "/projects", "/articles", "/conflicts", "/audit", "/history", "/chart", "/project 仓储",
                  "第三期三个一批总投资多少？", "仓储项目总投资多少"):  # fmt: skip
        await admin.says(words)
    newest = max(stage.desk.library.articles(), key=lambda a: "智能仓储" in a.text)
    before = len(admin.screen)
    await admin.act(f"src.{newest.id}.0")
    page = admin.screen[before]
    seen = [page.text]
    while any("下一页" in b.label for b in page.buttons):
        await admin.presses("下一页")
        seen.append(page.text)
    assert len(seen) > 2
    for _, _, _, html, _ in stage.desk.store.people.notices():
        parse_html(html)
    for one in await admin.inline("仓储"):
        parse_html(one.html)
    _fits(admin)
