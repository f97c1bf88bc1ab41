"""A command without its words asks for them; what is said next are these words, with no need to type the command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot import texts
from bot.handlers.projects import matching
from bot.handlers.smalltalk import smalltalk
from bot.handlers.uploads import said
from bot.showing.scripts import simplified
from bot.showing.views import Button, View
from bot.talking.registry import Act, Desk
from bot.talking.talk import Talk, looks_like_bulletin

WAITING = frozenset(
    ("project", "subscribe", "district", "check", "asof", "pin", "remove", "rollback", "alias", "grant", "revoke")
)
"""Commands that wait for their words."""
_LONG = frozenset(("check", "pin"))  # those whose words may be as long as a bulletin


def prompting(name: str, act: Act) -> Act:
    """``act``; without words, the conversation then waits for them; any other command ends the waiting."""

    async def carried_out(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
        waits = name in WAITING and not rest.strip()
        views = await act(desk, talk, rest)
        await desk.in_thread(desk.store.chats.wait, talk.chat, name if waits else None, talk.at)
        return [_cancellable(view) for view in views] if waits else views

    return carried_out


def _cancellable(view: View) -> View:
    return view if view.rows else replace(view, rows=((Button(texts.CANCEL, "cancel"),),))


async def heard(desk: Desk, talk: Talk, text: str, acts: Mapping[str, tuple[str, Act]]) -> Sequence[View]:
    """What belongs to a waiting command goes there; small talk is answered; all else is a question.

    Args:
        acts: (role, act) of each command.
    """
    name = desk.store.chats.waiting(talk.chat, talk.at)
    if name is not None:
        await desk.in_thread(desk.store.chats.stop, talk.chat)
        role, act = acts[name]
        if talk.may(role) and await desk.in_thread(_belongs, desk, name, text):
            return await act(desk, talk, text)
    if (views := await smalltalk(desk, talk, text)) is not None:
        return views
    return await said(desk, talk, text)


def _belongs(desk: Desk, name: str, text: str) -> bool:
    """Whether a text is what the command waits for, and not a question or a bulletin."""
    if name in _LONG:
        return True
    if looks_like_bulletin(text) or (text.rstrip().endswith(("？", "?")) and name != "asof"):
        return False
    if name == "district":
        return any(one.startswith(simplified(text.strip())) for one in desk.library.status().districts)
    return name != "project" or bool(matching(desk.library.catalogue(), text))
