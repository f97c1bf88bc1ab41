"""Greetings and thanks are answered as people answer them, and are no questions to the bulletins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot import texts
from bot.handlers import menu
from bot.showing.scripts import simplified
from bot.showing.views import View
from bot.talking.registry import Desk
from bot.talking.talk import Talk

_SIGNS = re.compile(r"[\s，。！？!?~～、,.…]+|[\U0001f300-\U0001faff\ufe0f]+")


def kind_of(text: str) -> str | None:
    """greeting, thanks, farewell or help; None for everything that is said beyond that."""
    if len(text) > 24:
        return None
    bare = _SIGNS.sub("", simplified(text)).lower()
    return next((kind for kind, words in texts.SMALL_TALK.items() if bare in words.split()), None)


async def smalltalk(desk: Desk, talk: Talk, text: str) -> Sequence[View] | None:
    """What is said to small talk; None for a question."""
    kind = kind_of(text)
    if kind == "greeting":
        return await menu.start(desk, talk, "")
    if kind == "help":
        return await menu.help_(desk, talk, "")
    return (View(texts.SMALL_TALK_SAID[kind]),) if kind is not None else None
