"""Letters: an answer cut into messages as Telegram takes them, fit to be written down before it is sent."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from bot.delivery.buttons import keyboard
from bot.delivery.splitting import split_html
from bot.showing.views import View
from bot.store import ChatStore

_CAPTION = 1000  # code points of a caption, below Telegram's 1024


@dataclass(frozen=True, slots=True)
class Where:
    """Where a message goes: chat, topic, and the message it replies to."""

    chat: int
    topic: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One message: HTML and buttons (JSON), or a file with the HTML as its caption."""

    html: str
    markup: str | None = None
    name: str | None = None
    content: bytes = b""
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """Messages that belong together, in order.

    Attributes:
        asked: number of the message that is answered, or None.
    """

    where: Where
    parts: tuple[Part, ...]
    asked: int | None = None

    def headed(self, html: str) -> Letter:
        """The same with a line before the first message."""
        first = self.parts[0]
        parts = cut_parts(first, f"{html}\n\n{first.html}")
        return replace(self, parts=(*parts, *self.parts[1:]))


def letter(
    where: Where, views: Sequence[View], owner: str | None, store: ChatStore, asked: int | None = None
) -> Letter:
    """``views`` as messages.

    Args:
        owner: hashed id of the only one who may press the buttons, or None. store: whose key seals them.
    """
    parts = [part for view in views for part in _parts(view, keyboard(view.rows, owner, store))]
    return Letter(where, tuple(parts), asked)


def _parts(view: View, markup: str | None) -> Sequence[Part]:
    whole = Part(view.html, markup, view.name, view.content, view.picture)
    return cut_parts(whole, view.html)


def cut_parts(part: Part, html: str) -> Sequence[Part]:
    """``part`` with other words, cut where Telegram's limits are: buttons stay under the last one, or the file."""
    if part.name is None:
        *heads, last = split_html(html) or [""]
        return [*map(Part, heads), replace(part, html=last)]
    caption, *rest = split_html(html, _CAPTION) or [""]
    return [replace(part, html=caption), *(Part(more) for text in rest for more in split_html(text))]


def bare(html: str) -> str:
    """What is read of ``html``."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def to_json(one: Letter) -> str:
    """A letter for the store."""
    parts = [
        {
            "html": part.html, "markup": part.markup, "name": part.name,
            "content": base64.b64encode(part.content).decode(), "picture": part.picture,
        }
        for part in one.parts
    ]  # fmt: skip
    where = [one.where.chat, one.where.topic, one.where.reply_to]
    return json.dumps({"where": where, "asked": one.asked, "parts": parts}, ensure_ascii=False)


def from_json(text: str) -> Letter:
    """The letter that ``to_json`` made."""
    held: dict[str, Any] = json.loads(text)
    parts = [
        Part(
            part["html"], part["markup"], part["name"], base64.b64decode(part["content"]), part["picture"],
        )
        for part in held["parts"]
    ]  # fmt: skip
    return Letter(Where(*held["where"]), tuple(parts), held["asked"])
