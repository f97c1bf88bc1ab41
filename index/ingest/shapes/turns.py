"""Texts that go on on another page: （下转3版） at the end of one part, （上接第1版） at the head of the next."""

from __future__ import annotations

import re

_BRACKET = r"[（(【\[]?\s*"
_PAGE = r"\s?第?\s?(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s?版"
_TO, _FROM = "下转|转", "上接|紧接|接"
_ALONE = re.compile(rf"^{_BRACKET}(?:{_TO}|{_FROM}){_PAGE}.{{0,12}}[）)】\]]?$")
_COMES = re.compile(rf"^{_BRACKET}(?:{_FROM}){_PAGE}")
_GOES = re.compile(rf"^{_BRACKET}(?:{_TO})\s?第?\s?(?:[A-Z]?\d|[一二三四五六七八九十]{{1,3}}\s?版)")

_AT_END = re.compile(rf"[（(【\[]\s*(?:下转|转){_PAGE}[^（(）)]{{0,12}}[）)】\]]$")


def is_turn(text: str) -> bool:
    """True for a line that only names the page where a text goes on or began."""
    return bool(_ALONE.match(text))


def comes_from_elsewhere(text: str) -> bool:
    """True for （上接第1版）: the text below began on another page."""
    return bool(_COMES.match(text))


def goes_elsewhere(text: str) -> bool:
    """True for （下转3版）, alone or behind the text: its rest stands on another page."""
    return bool(_GOES.match(text) or _AT_END.search(text))
