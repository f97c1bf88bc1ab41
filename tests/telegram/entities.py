"""Telegram's HTML: what it accepts, and the text a person sees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_TAG = re.compile(r"<(/?)([a-zA-Z-]+)((?:\s+[^<>]*)?)>")
_ALLOWED = {
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ins",
    "s",
    "strike",
    "del",
    "a",
    "code",
    "pre",
    "blockquote",
    "tg-spoiler",
    "span",
}


class BadEntities(ValueError):
    """What Telegram refuses with 400."""


@dataclass(frozen=True)
class Seen:
    """A message as a person sees it: text and (tag, start, end) in code points."""

    text: str
    entities: tuple[tuple[str, int, int], ...]


def parse_html(markup: str) -> Seen:
    """The visible text of ``markup``; raises BadEntities where Telegram would."""
    text = ""
    opened: list[tuple[str, int]] = []
    found: list[tuple[str, int, int]] = []
    at = 0
    for match in _TAG.finditer(markup):
        text += _plain(markup[at : match.start()])
        at = match.end()
        closing, name = bool(match[1]), match[2].lower()
        if name not in _ALLOWED:
            raise BadEntities(f'Can\'t parse entities: unsupported start tag "{name}"')
        if not closing:
            opened.append((name, len(text)))
        elif not opened or opened[-1][0] != name:
            raise BadEntities(f'Can\'t parse entities: unmatched end tag "{name}"')
        else:
            tag, start = opened.pop()
            found.append((tag, start, len(text)))
    text += _plain(markup[at:])
    if opened:
        raise BadEntities(
            f"Can't parse entities: can't find end tag corresponding to start tag \"{opened[-1][0]}\""
        )
    return Seen(text, tuple(found))


def _plain(piece: str) -> str:
    if "<" in piece:
        raise BadEntities("Can't parse entities: unclosed start tag")
    return unescape(piece)
