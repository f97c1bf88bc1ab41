"""Scripts and widths: one folded form for matching; stored text is never changed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Protocol


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


_HALVES = re.compile(r"[\ud800-\udfff]")


@lru_cache(maxsize=4)
def _converter(config: str) -> _Converter:
    from opencc import OpenCC

    converter: _Converter = OpenCC(config)
    return converter


def _whole(text: str) -> str:
    """``text`` with a mark in the place of halves of characters, which the converter refuses."""
    return _HALVES.sub("\ufffd", text)


def simplify(text: str) -> str:
    """``text`` in simplified characters."""
    return text if text.isascii() else _converter("t2s").convert(_whole(text))


def traditional(text: str) -> str:
    """``text`` in traditional characters."""
    return text if text.isascii() else _converter("s2t").convert(_whole(text))


def is_traditional(text: str) -> bool:
    """True where ``text`` holds a character that only traditional script uses."""
    return simplify(text) != text and traditional(text) == text


@lru_cache(maxsize=8192)
def _fold_character(sign: str) -> str:
    folded = simplify(unicodedata.normalize("NFKC", sign)).lower()
    return folded if len(folded) == 1 else sign


@lru_cache(maxsize=8192)
def _simplify_character(sign: str) -> str:
    plain = simplify(sign)
    return plain if len(plain) == 1 else sign


def simplify_each(text: str) -> str:
    """``text`` in simplified characters, character by character: of the same length, marks untouched."""
    return "".join(map(_simplify_character, text))


_SHORT = 400  # code points of a text whose folded form is kept


def fold(text: str) -> str:
    """The form that matching compares, of the same length: simplified, half width, lower case.

    Works character by character, so offsets into the result are offsets into ``text``.
    """
    return _folded(text) if len(text) <= _SHORT else "".join(map(_fold_character, text))


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return "".join(map(_fold_character, text))


_KEPT = 4096  # texts whose compact form is kept: every question compares the same ones again

_ORDINAL = re.compile(r"第([一二三四五六七八九十]{1,3})(?=[期次批届个项名位条季轮场站号])")
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_FIRST = re.compile(r"首(?=[期批届轮场站])")
_MONTHS = re.compile(r"(\d{1,2})月?[—\-~～到](\d{1,2})月(?!\d)")
_NUMERALS = "零一二三四五六七八九"


_WITHIN = re.compile(r"(?<=[\u4e00-\u9fff])\(((?![元个人户亩吨米天年月日件])[\u4e00-\u9fff])\)(?=[\u4e00-\u9fff])")


@lru_cache(maxsize=_KEPT)
def compact(text: str) -> str:
    """``text`` folded, no white space, no quotation marks, ordinals in digits (首批 is 第1批); offsets are lost.

    A letter in brackets within a word is one of it: 开(复)工率 is 开复工率.
    """
    plain = "".join(sign for sign in fold(text) if not sign.isspace() and sign not in "“”\"'‘’「」『』")
    plain = _WITHIN.sub(r"\1", plain) if "(" in plain else plain
    plain = _MONTHS.sub(r"\1至\2月", plain) if "月" in plain else plain
    if "季度" in plain:
        plain = _QUARTER.sub(lambda match: f"{_value(match[1])}季度", plain)
    plain = _FIRST.sub("第1", plain) if "首" in plain else plain
    return _ORDINAL.sub(lambda match: f"第{_value(match[1])}", plain) if "第" in plain else plain


def _value(numeral: str) -> int:
    """1 to 99 in Chinese numerals."""
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int("".join(str(_NUMERALS.index(sign)) for sign in numeral))
    return 10 * (_NUMERALS.index(tens[0]) if tens else 1) + (_NUMERALS.index(ones[0]) if ones else 0)
