"""A command or a button is carried out, whatever carries the conversation: Telegram or the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from bot import texts
from bot.handlers import COMMANDS, PRESSES
from bot.showing.cutting import cut
from bot.showing.render import HTML
from bot.showing.views import Pressed, View
from bot.talking.registry import Desk
from bot.talking.talk import Talk

COMMAND = {one.name: one for one in COMMANDS}
_PRESS = {one.name: one for one in PRESSES}


async def commanded(desk: Desk, talk: Talk, text: str) -> Sequence[View]:
    """What ``/name words`` leads to; the nearest name where there is no such command."""
    head, _, rest = text[1:].replace("\n", " ", 1).partition(" ")
    name = head.split("@")[0].lower()
    command = COMMAND.get(name)
    if command is None:
        near = get_close_matches(name, [c.name for c in COMMANDS if talk.may(c.role)], 1)
        said = texts.NEAR_COMMAND if near else texts.UNKNOWN_COMMAND
        return (View(said.format(name=HTML.line(cut(name, 32)), near=near[0] if near else "")),)
    if not talk.may(command.role):
        return (View(texts.FORBIDDEN[command.role]),)
    if command.role == "admin" and not talk.private:
        return (View(texts.PRIVATE_ONLY),)
    return await command.act(desk, talk.saying(rest.strip()), rest.strip())


async def pressed(desk: Desk, talk: Talk, action: str) -> Pressed:
    """What a button leads to; the same roles as for commands."""
    name, *arguments = action.split(".")
    press = _PRESS.get(name)
    if press is None:
        return Pressed(texts.STALE, alert=True)
    if not talk.may(press.role):
        return Pressed(texts.FORBIDDEN[press.role], alert=True)
    if name != "go":  # a tap is the answer to what was asked for; ``go`` may ask anew
        await desk.in_thread(desk.store.chats.stop, talk.chat)
    try:
        return await press.act(desk, talk, tuple(arguments))
    except (ValueError, IndexError):
        return Pressed(texts.STALE, alert=True)
