"""Shortening without breaking a character, a number or a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_JOINING = frozenset(["\u200d", "\u20e3", *map(chr, range(0x1F3FB, 0x1F400)), *map(chr, range(0xE0020, 0xE0080))])
"""Signs that go with the one before them: joiners, keycaps, tones of skin, tags of flags."""


def cut(text: str, longest: int) -> str:
    """At most ``longest`` code points, ended by an ellipsis; never inside a composed character or a number."""
    if len(text) <= longest:
        return text
    end = max(longest - 1, 0)
    while end > longest // 3 and (joined(text, end) or _inside(text, end)):
        end -= 1
    return text[:end].rstrip("，、；： ") + "…"


def joined(text: Sequence[str], end: int) -> bool:
    """Whether the sign at ``end`` belongs to the one before it: an accent, a variant, a part of a flag or of a face."""
    sign = text[end]
    if unicodedata.category(sign) in ("Mn", "Me", "Mc") or sign in _JOINING or text[end - 1] == "\u200d":
        return True
    flags = 0
    while flags < end and "\U0001f1e6" <= text[end - 1 - flags] <= "\U0001f1ff":
        flags += 1
    return flags % 2 == 1 and "\U0001f1e6" <= sign <= "\U0001f1ff"


def _inside(text: str, end: int) -> bool:
    """Whether a number or a Latin word goes on from before ``end``."""
    return all(sign.isascii() and (sign.isalnum() or sign in ".%") for sign in text[end - 1 : end + 1])
