"""What a person tells of themselves (我妈68岁, 专科毕业, 8月2日去, 投四条), held against a printed condition."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, load_words
from index.language.numerals import find_quantities, parse_number
from index.records import Span
from index.understanding.query import Query, Term

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{2,3})"
_AGE = re.compile(
    rf"(?P<age>{_NUMBER})(?:周?岁|了(?=$|[，,]|[\u4e00-\u9fff]))|(?P<bare>{_NUMBER})(?=[，,]|$)"
)
_MAY = load_pattern("answering.circumstances.may")
_FROM = load_pattern("answering.circumstances.from")
_BETWEEN = load_pattern("answering.circumstances.between")
_UNDER = load_pattern("answering.circumstances.under")
_AGED = load_pattern("answering.circumstances.aged")
_DAY = load_pattern("answering.circumstances.day")
_SINCE = load_pattern("answering.circumstances.since")
_LIMIT = load_pattern("answering.circumstances.limit")
_OR_MORE = load_pattern("answering.circumstances.or_more")


@lru_cache(maxsize=1)
def _own() -> re.Pattern[str]:
    kin = "|".join(sorted(map(re.escape, load_words("kin")), key=len, reverse=True))
    return re.compile(
        rf"(?:我们?|俺们?|咱们?)(?:家|的|家的|家里)?(?:{kin})?(?:今年|现在|才|都|是|有|住|上|个|一个人|{_NUMBER}(?:周?岁)?了?)*"
        r"(?:(?:上|读|念)?(?:小学|初中|高中)?(?:[一二三四五六七八九]年级|初[一二三]|高[一二三]|大[一二三四])了?)?"
    )


def own_spans(text: str) -> tuple[Span, ...]:
    """Where a question speaks of the asker and their family."""
    spans = [match.span() for match in _own().finditer(text)]
    if (age := _AGE.search(text)) and (spans or _MAY.match(text, age.end())):
        spans.append(age.span())
    return tuple(spans)


def without(terms: tuple[Term, ...], spans: tuple[Span, ...]) -> tuple[Term, ...]:
    """``terms`` that stand outside ``spans``."""
    return tuple(t for t in terms if not any(t.start < high and low < t.end for low, high in spans))


def age_of(query: Query) -> int | None:
    """The age that the question gives."""
    match = _AGE.search(query.text) if own_spans(query.text) else None
    said = match and (match["age"] or match["bare"])
    return int(parse_number(said)) if said else None


Bounds = tuple[tuple[int | None, int | None], ...]
"""Ranges of years of age, each (from, to), both included; None where open."""


def age_bounds(clause: str) -> Bounds | None:
    """The ages that a clause means (65周岁以上老人; 年满18周岁、不超过60周岁); None where it names none."""
    if not _AGED.search(clause):
        return None
    for match in _BETWEEN.finditer(clause):
        return ((int(match["low"]), int(match["high"])),)
    low = [int(m["low"] or m["full"] or 100) for m in _FROM.finditer(clause)]  # 100 of 百岁以上
    high = [int(m["high"]) if m["high"] else int(m["less"]) - (m["under"] is not None) for m in _UNDER.finditer(clause)]
    if len(low) == len(high) == 1 and low[0] < high[0]:
        return ((low[0], high[0]),)
    return (*((one, None) for one in low), *((None, one) for one in high)) or None


def within_bounds(age: int, bounds: Bounds) -> bool:
    """Whether ``age`` falls into one of the ranges."""
    return any((low is None or age >= low) and (high is None or age <= high) for low, high in bounds)


def age_fits(age: int, clause: str) -> bool | None:
    """Whether somebody of ``age`` years is meant by a clause; None where it names no age."""
    bounds = age_bounds(clause)
    return None if bounds is None else within_bounds(age, bounds)


@lru_cache(maxsize=1)
def _levels() -> tuple[tuple[str, int], ...]:
    rows = [(word, number) for number, row in enumerate(load_table("schooling")) for word in row[0].split()]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def schooling_span(text: str) -> tuple[int, Span] | None:
    """(level, span) of the schooling that the question gives: 专科毕业, 我是大专学历."""
    for word, level in _levels():
        match = re.search(rf"{word}(?:学历|文凭|毕业|生|的)?", text)
        if match and (len(match[0]) > len(word) or re.search(rf"(?:是|我){word}", text)):
            return level, match.span()
    return None


def schooling_fits(level: int, clause: str) -> bool | None:
    """Whether that level is enough for a clause (须具有本科及以上学历); None where it asks for none."""
    for word, needed in _levels():
        at = clause.find(word)
        if at >= 0 and _OR_MORE.match(clause[at + len(word) : at + len(word) + 4].lstrip("(（含）)")):
            return level >= needed
    return None


def schooling_named(clause: str) -> int | None:
    """The level of schooling that a clause names (可放宽至高中); None where it names none."""
    return next((level for word, level in _levels() if word in clause), None)


def year_of_school_fits(query: Query, clause: str) -> bool | None:
    """Whether a clause about 毕业年级 means the school year of the question (初三); None where it names neither."""
    named = [(rule, years.split()) for rule, years in load_table("grades") if rule in clause]
    asked = [year for _, years in load_table("grades") for year in years.split() if year in query.text]
    if not named or not asked:
        return None
    return any(year in years for _, years in named for year in asked)


def since(query: Query, text: str) -> bool:
    """True where the asked day falls at or after a day from which ``text`` holds (8月1日起)."""
    if query.month is None or query.day is None:
        return False
    return any((query.month, query.day) >= (int(m["month"]), int(m["day"])) for m in _SINCE.finditer(text))


def day_terms(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms that are days."""
    return tuple(t for t in terms if _DAY.fullmatch(t.text))


def within_limit(query: Query, clause: str) -> bool | None:
    """Whether the figure of the question stays within a printed limit of the same unit (每人限投2条)."""
    limit = _LIMIT.search(clause)
    if limit is None:
        return None
    printed = [q for q in find_quantities(clause) if q.kind not in ("bare", "ordinal")]
    for asked in find_quantities(query.text):
        same = [q for q in printed if q.unit == asked.unit and asked.unit]
        if same:
            return asked.value <= max(q.value for q in same)
    return None
