"""Traditional in, traditional out: what we say is converted, quotations stay as printed."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_HAN = re.compile(r"[\u3400-\u9fff]")
_HALVES = re.compile(r"[\ud800-\udfff]")
_KEPT = re.compile(r"(<blockquote.*?</blockquote>|<[^>]+>)", re.DOTALL)


@cache
def _converter(name: str) -> Any:
    from opencc import OpenCC

    return OpenCC(name)


def script_of(text: str) -> bool | None:
    """True if ``text`` has more traditional than simplified characters, False if less, None if neither."""
    if not _HAN.search(text):
        return None
    own_traditional = sum(a != b for a, b in zip(text, _converted("t2s", text), strict=False))
    own_simplified = sum(a != b for a, b in zip(text, _converted("s2t", text), strict=False))
    return None if own_traditional == own_simplified else own_traditional > own_simplified


def is_traditional(text: str, *, default: bool = False) -> bool:
    """Whether ``text`` has more traditional than simplified characters; ``default`` where none has more."""
    found = script_of(text)
    return default if found is None else found


def traditional(text: str) -> str:
    """Plain text in traditional characters, in the forms that most readers of them use."""
    return _converted("s2tw", text)


def traditional_html(html: str) -> str:
    """HTML in traditional characters; tags and block quotes stay as they are."""
    return "".join(
        piece if number % 2 else traditional(piece) for number, piece in enumerate(_KEPT.split(html))
    )


def well_formed(text: str) -> str:
    """``text`` without halves of characters, which no database and no Telegram takes; the same length."""
    return _HALVES.sub("\ufffd", text)


def _converted(name: str, text: str) -> str:
    return str(_converter(name).convert(well_formed(text)))


def simplified(text: str) -> str:
    """Plain text in simplified characters."""
    return _converted("t2s", text)
