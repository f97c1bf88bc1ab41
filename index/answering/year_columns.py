"""Columns that are years (2024年 | 2023年 | 比上年增长): which of them a question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})年?(?:[年]?末|年?底|全年|年?度|实绩|实际|完成)?")
_THIS, _LAST = 9999, 9998  # 本年 and 上年 of whatever year the page is
_CURRENT = re.compile(r"(?:本年|今年|本期|当期|当年|报告期)(?:度|末|实绩|完成|累计)?")
_FORMER = re.compile(r"(?:上年|去年|上年同期|去年同期|同期|基期)(?:度|末|实绩|完成|累计)?数?")
_ASKS_FORMER = re.compile(r"(?:上|去|前一)年同?期?|同期")


@lru_cache(maxsize=4096)
def years_of(headers: Sequence[str]) -> dict[int, int]:
    """Column → its year, of the columns whose headers say nothing else."""
    found: dict[int, int] = {}
    for column, header in enumerate(headers):
        if (match := _YEAR.fullmatch(header)) is not None:
            found[column] = int(match["year"])
        elif _CURRENT.fullmatch(header):
            found[column] = _THIS
        elif _FORMER.fullmatch(header):
            found[column] = _LAST
    return found


def is_year(header: str) -> bool:
    """The header names a year and no measure."""
    return bool(years_of((header,)))


def columns_of_year(headers: Sequence[str], text: str, year: int | None) -> dict[int, bool]:
    """Column of a year → whether it is the asked one; where none is asked, the latest."""
    years = years_of(tuple(headers))
    if not years:
        return {}
    latest = max(years.values())
    if year is not None and latest < _LAST:
        return {column: one == year for column, one in years.items()}
    former = bool(_ASKS_FORMER.search(text)) and latest >= _LAST
    return {column: one == (_LAST if former else latest) for column, one in years.items()}
