"""Columns that are years (2024年 | 2023年 | 比上年增长): which of them a question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})年?(?:[年]?末|年?底|全年|年?度|实绩|实际|完成)?")
_THIS, _LAST = 9999, 9998  # 本年 and 上年 of whatever year the page is
_CURRENT = re.compile(
    r"(?:本年|今年|本期|当期|当年|报告期|本周|这周|本旬|本月|当月|本日|今日|当日)(?:度|末|实绩|完成|累计|均?价)?"
)
_FORMER = re.compile(
    r"(?:上年|去年|上年同期|去年同期|同期|基期|上期|上周|上旬|上月|昨日|前日|前一日)(?:度|末|实绩|完成|累计|均?价)?数?"
)
_ASKS_FORMER = re.compile(r"(?:上|去|前一)年同?期?|同期|上(?:一|个|一个)?(?:周|星期|礼拜|旬|月|期)|昨[天日]|前一?天")


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


def is_time(header: str) -> bool:
    """本周, 上月: a time without a number."""
    return bool(_CURRENT.fullmatch(header) or _FORMER.fullmatch(header))


def now_and_before(headers: Sequence[str]) -> tuple[int, int] | None:
    """The columns of 本周 and 上周, where a table sets just these side by side."""
    columns = {year: column for column, year in years_of(tuple(headers)).items()}
    both = _THIS in columns and _LAST in columns and len(years_of(tuple(headers))) == 2
    return (columns[_THIS], columns[_LAST]) if both else None


def asks_former(text: str) -> bool:
    """上周, 去年同期: the time before is named."""
    return _ASKS_FORMER.search(text) is not None


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
