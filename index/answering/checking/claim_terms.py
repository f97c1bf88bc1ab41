"""Under which terms a value is said: compared with another, for another year, done or planned, all or some, denied.

A printed value stands neither for nor against a claimed one that is said under other terms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.answering.checking.claim_values import Value, values_in
from index.language.lexicon import load_pattern

_CLAUSE = re.compile(r"[，,；;。：:、！？\t|]")
_COMPARED = load_pattern("answering.claim_terms.compared")
_AGAINST = load_pattern("answering.claim_terms.against")
_DENIED = load_pattern("answering.claim_terms.denied")
_TOTAL = load_pattern("answering.claim_terms.total")
_PLANNED = load_pattern("answering.claim_terms.planned")
_DONE = load_pattern("answering.claim_terms.done")
_PAID = load_pattern("answering.claim_terms.paid")
_EACH_OF_THEM = load_pattern("answering.claim_terms.each_of_them")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a clause says of its value besides the words of the thing itself.

    Attributes:
        compared: a difference, no amount. years: that it is about. denied, total, planned, done, paid: words for it.
    """

    compared: bool
    years: frozenset[int]
    denied: bool
    total: bool
    planned: bool
    done: bool
    paid: bool


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
    return Terms(
        compared, frozenset(years), bool(_DENIED.search(clause)), bool(_TOTAL.search(clause)),
        bool(_PLANNED.search(before)), bool(_DONE.search(before)), bool(_PAID.search(before)),
    )  # fmt: skip


def may_confirm(claimed: Terms, printed: Terms) -> bool:
    """The printed value may be the claimed one."""
    if claimed.compared != printed.compared or (claimed.denied != printed.denied):
        return False
    if claimed.years and printed.years and claimed.years.isdisjoint(printed.years):
        return False
    return not (printed.planned and claimed.done and not claimed.planned)


def may_refute(claimed: Terms, printed: Terms, value: Value, year: int | None) -> bool:
    """The printed value may be what is right instead."""
    if not may_confirm(claimed, printed) or claimed.total != printed.total:
        return False
    if claimed.years and not printed.years and year not in claimed.years:
        return False
    return value.sort != "money" or claimed.paid == printed.paid


def in_turn(text: str, value: Value) -> bool:
    """One of several values that are told in the order of what they belong to (分别为…)."""
    marks = [m.end() for m in _EACH_OF_THEM.finditer(text, 0, value.start)]
    if not marks:
        return False
    return not re.search(r"[；;。]", text[marks[-1] : value.start])
