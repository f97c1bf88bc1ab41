"""Shortening without breaking a character, a number or a word."""

from __future__ import annotations

import unicodedata


def cut(text: str, longest: int) -> str:
    """At most ``longest`` code points, ended by an ellipsis; never inside a composed character or a number."""
    if len(text) <= longest:
        return text
    end = max(longest - 1, 0)
    while end > longest // 3 and (_joined(text, end) or _inside(text, end)):
        end -= 1
    return text[:end].rstrip("，、；： ") + "…"


def _joined(text: str, end: int) -> bool:
    """Whether the sign at ``end`` belongs to the one before it."""
    sign = text[end]
    marks = unicodedata.combining(sign) != 0 or sign in "\u200d\ufe0e\ufe0f\u20e3"
    return marks or "\U0001f3fb" <= sign <= "\U0001f3ff" or text[end - 1] == "\u200d"


def _inside(text: str, end: int) -> bool:
    """Whether a number or a Latin word goes on from before ``end``."""
    return all(sign.isascii() and (sign.isalnum() or sign in ".%") for sign in text[end - 1 : end + 1])
