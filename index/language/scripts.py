"""Scripts and widths: one folded form for matching; stored text is never changed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Protocol


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@lru_cache(maxsize=4)
def _converter(config: str) -> _Converter:
    from opencc import OpenCC

    converter: _Converter = OpenCC(config)
    return converter


def simplify(text: str) -> str:
    """``text`` in simplified characters."""
    return text if text.isascii() else _converter("t2s").convert(text)


def traditional(text: str) -> str:
    """``text`` in traditional characters."""
    return text if text.isascii() else _converter("s2t").convert(text)


def is_traditional(text: str) -> bool:
    """True where ``text`` holds a character that only traditional script uses."""
    return simplify(text) != text and traditional(text) == text


@lru_cache(maxsize=8192)
def _fold_character(sign: str) -> str:
    folded = simplify(unicodedata.normalize("NFKC", sign)).lower()
    return folded if len(folded) == 1 else sign


def fold(text: str) -> str:
    """The form that matching compares, of the same length: simplified, half width, lower case.

    Works character by character, so offsets into the result are offsets into ``text``.
    """
    return "".join(map(_fold_character, text))


def compact(text: str) -> str:
    """``text`` folded, without white space and without quotation marks; offsets are lost."""
    return "".join(sign for sign in fold(text) if not sign.isspace() and sign not in "“”\"'‘’「」『』")
