"""Under which terms a value is said: compared with another, for another year, done or planned, all or some, denied.

A printed value stands neither for nor against a claimed one that is said under other terms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.answering.checking.reading.said_values import Value, values_in
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.records import Span

_PART = re.compile(r"[；;。！？]")
_CLAUSE = re.compile(r"[，,；;。：:、！？\t|]")
_COMPARED = load_pattern("answering.terms.compared")
_AGAINST = load_pattern("answering.terms.against")
_DENIED = load_pattern("answering.terms.denied")
_TOTAL = load_pattern("answering.terms.total")
_EVERYWHERE = load_pattern("answering.terms.everywhere")
_SUMS = load_pattern("answering.terms.sums")
_MEAN = load_pattern("answering.terms.mean")
_EVEN = load_pattern("answering.terms.even")
_ONLY = load_pattern("answering.terms.only")
_EVERY = load_pattern("answering.terms.every")
_FORMER = load_pattern("answering.terms.former")
_MONTHS = load_pattern("answering.terms.months")
_PLANNED = load_pattern("answering.terms.planned")
_AHEAD = load_pattern("answering.terms.ahead")
_NEXT_YEAR = load_pattern("answering.terms.next_year")
_DONE = load_pattern("answering.terms.done")
_PAID = load_pattern("answering.terms.paid")
_EACH_OF_THEM = load_pattern("answering.terms.each_of_them")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a clause says of its value besides the words of the thing itself.

    Attributes:
        compared: a difference, no amount. years: that it is about. months: first and last. denied, total,
            every, planned, done, paid, former: words for it. sums: all of it together; everywhere: in the whole
            district. mean: of each; even: on
            average. only: of a part alone.
    """

    compared: bool
    years: frozenset[int]
    denied: bool
    total: bool
    every: bool
    planned: bool
    done: bool
    paid: bool
    former: bool
    sums: bool
    everywhere: bool
    mean: bool
    even: bool
    only: bool
    months: frozenset[Span]


@lru_cache(maxsize=8192)
def terms_of(text: str, value: Value, year: int | None) -> Terms:
    """The terms of a value in a folded text.

    Args:
        year: of the page, which 今年 means.
    """
    low = max((m.end() for m in _CLAUSE.finditer(text, 0, value.start)), default=0)
    behind = _CLAUSE.search(text, value.end)
    high = behind.start() if behind else len(text)
    before, clause = text[low : value.start], text[low:high]
    compared = value.sort != "percent" and value.is_figure and (value.sign != 0 or bool(_COMPARED.search(before)))
    dates = [v for v in values_in(text[:high], year) if v.start != value.start and not _AGAINST.search(text[: v.start])]
    years = {v.number[0] for v in dates if isinstance(v.number, tuple) and v.number[0]}
    part = max((m.end() for m in _PART.finditer(text, 0, value.start)), default=0)
    rest = _PART.search(text, value.end)
    segment = text[part : rest.start() if rest else len(text)]
    return Terms(
        compared, frozenset(years), bool(_DENIED.search(clause)), bool(_TOTAL.search(clause)), all_of_them(segment),
        is_planned(text[part:high]), bool(_DONE.search(clause)), bool(_PAID.search(before)),
        bool(_FORMER.search(text[:high])), bool(_SUMS.search(clause)), bool(_EVERYWHERE.search(segment)),
        bool(_MEAN.search(text[part:high])), bool(_EVEN.search(clause)), bool(_ONLY.search(clause)),
        months_in(text[part:high]),
    )  # fmt: skip


def spans_of_months(text: str) -> list[Span]:
    """Where 1至7月, 上半年 and their like stand."""
    return [match.span() for match in _MONTHS.finditer(text)]


def months_in(text: str) -> frozenset[Span]:
    """1至7月, 前7个月, 上半年: the first and the last month."""
    found: list[Span] = []
    for match in _MONTHS.finditer(text):
        if match["low"]:
            found.append((int(match["low"]), int(match["high"])))
        elif match["first"]:
            found.append((1, int(_numeral(match["first"]))))
        elif match["quarters"]:
            found.append((1, 3 * int(_numeral(match["quarters"]))))
        elif match["only"]:
            found.append((int(match["only"]),) * 2)
        else:
            found.append((1, 6) if match[0] == "上半年" else (7, 12))
    return frozenset(found)


def _numeral(text: str) -> float:
    return parse_number(text)


def all_of_them(text: str) -> bool:
    """全部, 均已: said of every one."""
    return bool(_EVERY.search(text))


def is_planned(text: str) -> bool:
    """计划, 力争, 须: not done yet."""
    return bool(_PLANNED.search(text))


def is_ahead(text: str, year: int | None) -> bool:
    """明年3月, 2026年 on a page of an earlier year: still to come."""
    years = [int(match["year"]) for match in _AHEAD.finditer(text) if match["year"]]
    return bool(_NEXT_YEAR.search(text)) or (year is not None and any(one > year for one in years))


def is_done(text: str) -> bool:
    """已, 完成了: done."""
    return bool(_DONE.search(text))


def may_confirm(claimed: Terms, printed: Terms) -> bool:
    """The printed value may be the claimed one."""
    if claimed.compared != printed.compared or (claimed.denied != printed.denied):
        return False
    if claimed.years and printed.years and claimed.years.isdisjoint(printed.years):
        return False
    if claimed.former and not printed.former:
        return False
    if claimed.months and printed.months and claimed.months.isdisjoint(printed.months):
        return False
    if (claimed.every and not printed.every) or (claimed.only and printed.total):
        return False
    if (claimed.mean and not printed.mean) or (printed.even and not claimed.even):
        return False
    return not (printed.planned and claimed.done and not claimed.planned)


def may_refute(claimed: Terms, printed: Terms, value: Value, year: int | None) -> bool:
    """The printed value may be what is right instead."""
    if not may_confirm(claimed, printed) or claimed.total != printed.total:
        return False
    if claimed.years and not printed.years and year not in claimed.years:
        return False
    if printed.years and not claimed.years and year not in printed.years:
        return False
    return value.sort != "money" or claimed.paid == printed.paid


def in_turn(text: str, value: Value) -> bool:
    """One of several values that are told in the order of what they belong to (分别为…)."""
    marks = [m.end() for m in _EACH_OF_THEM.finditer(text, 0, value.start)]
    if not marks:
        return False
    return not re.search(r"[；;。]", text[marks[-1] : value.start])
