"""Roles hold on every path: commands, buttons, files, inline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.handlers import COMMANDS, PRESSES
from bot.store import RANK
from tests.bot.pages import SIGNED
from tests.bot.stage import Person, Stage

CHANGES = {"gone", "rolled", "live", "drop", "fix", "out", "unalias", "revoke", "unpin", "asq"}
"""Buttons that change what everybody sees."""


def test_what_changes_the_library_is_for_staff_and_admins_alone() -> None:
    roles = {press.name: press.role for press in PRESSES}
    assert all(RANK[roles[name]] >= RANK["staff"] for name in CHANGES)
    commands = {command.name: command.role for command in COMMANDS}
    assert {n for n, r in commands.items() if r == "admin"} >= {
        "articles", "remove", "history", "rollback", "reindex", "status", "unanswered", "audit", "alias", "grant", "revoke",
    }  # fmt: skip
    assert {n for n, r in commands.items() if r == "staff"} >= {"check", "export", "asof", "conflicts", "pin"}


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.role != "resident"], ids=lambda c: c.name)
async def test_a_button_to_a_command_asks_for_its_role(resident: Person, command) -> None:  # type: ignore[no-untyped-def]
    pressed = await resident.act(f"go.{command.name}")
    assert pressed.alert and pressed.toast.startswith("这是给")
    assert not pressed.fresh and pressed.edit is None


async def test_a_menu_asks_for_its_role(resident: Person, staff: Person) -> None:
    for one, menu in ((resident, "staff"), (resident, "admin"), (staff, "admin")):
        pressed = await one.act(f"menu.{menu}")
        assert pressed.alert and not pressed.fresh


async def test_files_of_others_are_not_read(person: Callable[..., Person], stage: Stage) -> None:
    for role in ("resident", "staff"):
        (said,) = await person(role).sends(("二月.txt", SIGNED))
        assert "只有管理员" in said.text and not said.buttons
    assert not stage.desk.store.people.stale_uploads(1e12)


async def test_another_admin_cannot_confirm_what_somebody_else_sent(admin: Person, stage: Stage) -> None:
    await admin.sends(("二月.txt", SIGNED))
    _, button = admin.button("确认")
    other = Person(stage, "admin")
    other.talk = lambda text="": _as(admin.talk(text), 99)  # type: ignore[method-assign,assignment]
    pressed = await other.act(button.action)
    assert pressed.alert and not any("青禾" in a.title for a in stage.desk.library.articles())


def _as(talk, user: int):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(talk, user_id=user)


async def test_granting_and_revoking_is_written_down(admin: Person, stage: Stage) -> None:
    people = stage.desk.store.people
    await admin.says("/grant 55 staff")
    assert people.role(55) == "staff"
    await admin.says("/grant 55 管理员")
    assert people.role(55) == "admin"
    await admin.presses("收回")
    assert people.role(55) is None
    assert {(c.action, c.user, c.by) for c in people.role_changes()} == {
        ("grant staff", 55, 1), ("grant admin", 55, 1), ("revoke", 55, 1),
    }  # fmt: skip


async def test_roles_of_the_settings_stay(admin: Person, stage: Stage) -> None:
    for words in ("/grant 2 admin", "/revoke 1", "/grant 55 boss", "/grant x staff", "/revoke x"):
        await admin.says(words)
    assert stage.desk.store.people.roles() == []


async def test_exports_leave_private_persons_out(staff: Person, stage: Stage) -> None:
    private = {one.value.name for one in stage.desk.library.people() if one.value.private}
    assert "孟庆和" in private
    await staff.says("/export")
    await staff.presses("数据 csv")
    rows = staff.screen[-1].view.content.decode("utf-8-sig").splitlines()
    assert len(rows) > 100
    assert not [row for row in rows if any(name in row for name in private)]
