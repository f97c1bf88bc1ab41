"""Columns that are years (2024年 | 2023年 | 比上年增长): which of them a question is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index.language.lexicon import load_pattern

_YEAR = load_pattern("answering.year_columns.year")
_THIS, _LAST = 9999, 9998  # 本年 and 上年 of whatever year the page is
_CURRENT = load_pattern("answering.year_columns.current")
_FORMER = load_pattern("answering.year_columns.former")
_ASKS_FORMER = load_pattern("answering.year_columns.asks_former")


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
    """The columns of 本周 and 上周, or of 2024年 and 2023年, where a table sets just these side by side."""
    columns = {year: column for column, year in years_of(tuple(headers)).items()}
    if not columns:
        pairs = [(n, m) for n, one in enumerate(headers) for m, other in enumerate(headers) if _is_former(one, other)]
        return pairs[0] if len(pairs) == 1 else None
    if len(columns) != 2 or len(years_of(tuple(headers))) != 2:
        return None
    latest, former = sorted(columns, reverse=True)
    return (columns[latest], columns[former]) if latest - former == 1 else None


def _is_former(header: str, other: str) -> bool:
    """1至8月累计 and 1至8月累计去年同期."""
    return bool(header) and other.startswith(header) and bool(_FORMER.fullmatch(other[len(header) :]))


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
