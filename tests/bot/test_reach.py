"""A person who has never seen the bot finds every function from /start alone, in at most three taps."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from bot.handlers import COMMANDS
from bot.store import RANK
from tests.bot.pages import SIGNED
from tests.bot.stage import Message, Person, Stage

_STEPS = ("go.", "menu.")


async def _reached(one: Person, most: int) -> dict[str, int]:
    """Commands that buttons lead to, with the number of taps."""
    found: dict[str, int] = {"start": 0}
    seen: set[str] = set()
    at: list[Message] = await one.says("/start")
    for taps in range(1, most + 1):
        fresh: list[Message] = []
        for button in [b for message in at for b in message.buttons]:
            if not button.action.startswith(_STEPS) or button.action in seen:
                continue
            seen.add(button.action)
            name = button.action.split(".")[1]
            if button.action.startswith("go."):
                found.setdefault(name, taps)
            before = len(one.screen)
            pressed = await one.act(button.action)
            assert not pressed.alert, (button.label, pressed.toast)
            fresh += one.screen[before:]
        at = fresh
    return found


@pytest.mark.parametrize("role", ["resident", "staff", "admin"])
async def test_every_command_is_three_taps_from_start(person: Callable[..., Person], role: str) -> None:
    one = person(role)
    found = await _reached(one, 3)
    wanted = {command.name for command in COMMANDS if RANK[command.role] <= RANK[role]}
    assert wanted <= set(found), wanted - set(found)


async def test_nobody_is_shown_what_is_not_theirs(person: Callable[..., Person]) -> None:
    for role in ("resident", "staff"):
        found = await _reached(person(role), 3)
        own = {command.name for command in COMMANDS if RANK[command.role] <= RANK[role]}
        assert set(found) <= own


@pytest.mark.parametrize(
    ("taps", "expected"),
    [
        (("浏览项目", "期次：", "第七期"), "第七期"),
        (("浏览项目", "1"), "出处"),
        (("最近文章", "1"), "清河县便民公告"),
        (("看图",), "数据来自公报"),
        (("设定地区", "中原区"), "中原区"),
        (("订阅", "＋ 三个一批"), "已订阅"),
        (("更多", "删除我的记录", "确认"), "已删除"),
    ],
)
async def test_what_residents_want_is_three_taps_away(
    resident: Person, taps: tuple[str, ...], expected: str
) -> None:
    await resident.says("/start")
    for label in taps:
        await resident.presses(label)
    assert any(expected in message.text for message in resident.screen[1:])


async def test_an_example_is_answered_with_its_source(resident: Person) -> None:
    (hello,) = await resident.says("/start")
    examples = [b for b in hello.buttons if b.action.startswith("try.")]
    assert len(examples) == 3 or len(examples) == 2
    for button in examples:
        await resident.act(button.action)
        assert "出处：" in resident.screen[-1].text


async def test_an_admin_puts_a_bulletin_live_in_two_actions_and_no_time(
    admin: Person, resident: Person, stage: Stage
) -> None:
    began = time.monotonic()
    await resident.says("云杉智能仓储项目总投资多少？")
    assert not resident.screen[-1].text.startswith("3.5亿元")
    await admin.sends(("二月.txt", SIGNED))
    await admin.presses("确认")
    await resident.says("云杉智能仓储项目总投资多少？")
    assert resident.screen[-1].text.startswith("3.5亿元")
    assert time.monotonic() - began < 30
