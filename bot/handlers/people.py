"""Roles, and who changed what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bot import texts
from bot.handlers.admin import action_name, moment
from bot.showing.cutting import cut
from bot.showing.reading import headline
from bot.showing.render import HTML
from bot.showing.scripts import simplified, traditional
from bot.showing.views import Button, Pressed, View
from bot.talking.registry import Desk
from bot.talking.talk import Talk
from index.errors import UnknownItem

_SHOWN = 20
_ROLES = {"staff": "staff", "工作人员": "staff", "admin": "admin", "管理员": "admin"}


async def grant(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/grant 编号 角色."""
    found = re.fullmatch(r"(\d{1,15})\s+(\S+)", rest.strip())
    role = _ROLES.get(simplified(found[2]).lower()) if found else None
    if found is None or role is None:
        return (await desk.in_thread(_roles_view, desk, texts.GRANT_EMPTY),)
    user = int(found[1])
    if user in fixed(desk):
        return (View(texts.GRANT_FIXED.format(user=user)),)
    await desk.in_thread(desk.store.people.grant, user, role, talk.user_id or 0, talk.at)
    theirs = await desk.in_thread(desk.store.traditional, user)
    desk.menu(user, role, theirs)
    told = texts.GRANTED_YOU.format(role=texts.ROLE_NAMES[role])
    told = traditional(told) if theirs else told
    await desk.in_thread(desk.store.people.tell, (), ((user, 0, told, ""),))
    html = texts.GRANTED.format(user=user, role=texts.ROLE_NAMES[role])
    return (View(html, ((Button(texts.GRANT_UNDO, f"revoke.{user}"),),)),)


async def revoke(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/revoke 编号."""
    if not re.fullmatch(r"\d{1,15}", rest.strip()):
        return (await desk.in_thread(_roles_view, desk, texts.REVOKE_EMPTY),)
    return (await _take_back(desk, talk, int(rest)),)


async def revoke_pressed(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """A role is taken back."""
    return Pressed(edit=await _take_back(desk, talk, int(args[0])))


async def _take_back(desk: Desk, talk: Talk, user: int) -> View:
    if user not in fixed(desk):
        desk.menu(user, "resident", await desk.in_thread(desk.store.traditional, user))
    return await desk.in_thread(_revoked, desk, talk, user)


def _revoked(desk: Desk, talk: Talk, user: int) -> View:
    if user in fixed(desk):
        return View(texts.REVOKE_FIXED.format(user=user))
    gone = desk.store.people.revoke(user, talk.user_id or 0, talk.at)
    return View((texts.REVOKED if gone else texts.REVOKE_NONE).format(user=user))


def fixed(desk: Desk) -> frozenset[int]:
    """Users whose role stands in the settings."""
    return desk.settings.library.admins | desk.settings.library.staff


def _roles_view(desk: Desk, asks: str) -> View:
    """Who has a role, and what to do about it."""
    settings = desk.settings.library
    lines = [f"<b>{texts.ROLES_HEAD}</b>"]
    for role, users in (("admin", settings.admins), ("staff", settings.staff)):
        lines += [f"· <code>{one}</code> {texts.ROLE_NAMES[role]}{texts.ROLE_FIXED}" for one in sorted(users)]
    stored = desk.store.people.roles()
    lines += [f"· <code>{user}</code> {texts.ROLE_NAMES[role]}" for user, role in stored]
    rows = tuple((Button(texts.ROLE_TAKE.format(user=user), f"revoke.{user}"),) for user, _ in stored[:10])
    return View("\n".join([*lines, "", asks]), rows)


async def audit(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/audit: changes of the library and of roles, newest first."""
    return (await desk.in_thread(_audit_view, desk),)


def _audit_view(desk: Desk) -> View:
    zone = desk.settings.library.zone
    entries: list[tuple[float, str, str, str]] = [
        (
            datetime.fromisoformat(one.at).timestamp(),
            one.actor,
            action_name(one.action),
            _called(desk, one.action, one.target),
        )
        for one in reversed(desk.library.audit()[-_SHOWN:])
    ]
    entries += [
        (one.at, f"telegram:{one.by}" if one.by else "cli", action_name(one.action), str(one.user))
        for one in desk.store.people.role_changes(_SHOWN)
    ]
    if not entries:
        return View(texts.AUDIT_NONE)
    entries.sort(key=lambda one: -one[0])
    lines = [f"<b>{texts.AUDIT_HEAD}</b>", ""]
    lines += [
        f"· {HTML.plain(f'{moment(at, zone)} {who(actor)} {what}')}：{HTML.line(cut(target, 60))}"
        for at, actor, what, target in entries[:_SHOWN]
    ]
    return View("\n".join(lines))


def _called(desk: Desk, action: str, target: str) -> str:
    """Articles by their headlines, versions by their number, everything else as written."""
    if action == "rollback":
        return texts.VERSION.format(n=target)
    try:
        return headline(desk.library.article(target))
    except UnknownItem:
        return target


def who(actor: str) -> str:
    """What an actor of the audit log is called."""
    name, _, number = actor.partition(":")
    return (
        f"{texts.ACTORS.get(name, texts.ACTORS['cli'])}{number}" if number else texts.ACTORS.get(name, actor).strip()
    )
