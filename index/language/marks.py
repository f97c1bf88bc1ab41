"""Punctuation that was typed half-width: 增长6.2%.其中,… reads as 增长6.2%。其中，….

A full stop stands behind a Chinese character, a closing mark, a sign of a unit or a figure that has its
decimal point already; what stands inside a figure or in front of a Latin letter is none.
"""

from __future__ import annotations

import re

_HAN = r"[\u4e00-\u9fff]"
_CLOSED = r"""[%％‰℃)）\]】”’"》〉]"""
_STOP = re.compile(
    rf"(?:(?<={_HAN})(?<!^[一二三四五六七八九十])|(?<={_CLOSED}))\.(?![.A-Za-z])"  # 完成.全年, 6.2%.其中; not 一.总体
    rf"|(?:(?<=\d\.\d)|(?<=\d\.\d\d)|(?<=\d\.\d\d\d))\.(?={_HAN}|\s*$)"  # 46.5.人均
    r"|(?<=\d)\.(?=\s*\Z)",
    re.MULTILINE,
)
_OTHERS = re.compile(rf"(?<={_HAN})[,;:!?]|(?<={_CLOSED})[,;!?]|[,;!?](?={_HAN})|(?<=\d),(?=[“‘《（(])")
_WIDE = {".": "。", ",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_AT_END = re.compile(r"""\.[”’")）]?\s*$""", re.MULTILINE)


def is_narrow(text: str) -> bool:
    """True for a text whose sentences end with a half-width full stop."""
    stops = sum(1 for _ in _STOP.finditer(text))
    return stops > text.count("。") and _AT_END.search(text) is not None


def widened(text: str) -> str:
    """``text`` with the full-width marks of a Chinese text, of the same length; figures keep theirs."""
    return _OTHERS.sub(_wide, _STOP.sub(_wide, text))


def start_of(text: str, at: int, marks: str) -> int:
    """Where the part of ``text`` begins in which offset ``at`` stands: behind the last of ``marks`` in front of it."""
    return max(text.rfind(mark, 0, at) for mark in marks) + 1


def end_of(text: str, at: int, marks: str) -> int:
    """Where the part of ``text`` ends in which offset ``at`` stands: at the first of ``marks`` from there on."""
    return min((end for mark in marks if (end := text.find(mark, at)) >= 0), default=len(text))


def _wide(match: re.Match[str]) -> str:
    return _WIDE[match[0]]
