"""Is a typed value of the sort that is asked for: a span, a price, a firm, a place, a name, and no mere change."""

from __future__ import annotations

from index.answering.candidates.values import (
    Candidate,
)
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.answering.sentences.listing import of_asked_kind
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.scripts import compact
from index.understanding.query import Query

NAMED = 0.75  # how well an award must be named beside its money
_WHICH_YEAR = load_pattern("answering.asked_value.which_year")
_NAMELESS = load_pattern("answering.asked_value.nameless")
_RAISED = load_pattern("answering.asked_value.raised")
_BY_HOW_MUCH = load_pattern("answering.asked_value.by_how_much")
_CHANGED = load_pattern("answering.asked_value.changed")
_ASKS_CHANGE = load_pattern("answering.asked_value.asks_change")
_PAYER = load_pattern("answering.asked_value.payer")
_ASKS_NAME = load_pattern("answering.asked_value.asks_name")


def of_asked_sort(query: Query, candidate: Candidate) -> bool:
    """The value is of the sort that is asked for, and no other one of its type."""
    if candidate.fact.kind == "money" and any(
        len(t.text) > 2 and t.text.endswith("奖") and explained(t.text, candidate.evidence.own).score < NAMED
        for t in query.terms
    ):
        return False  # 奖金共600万元 is nothing about 进步奖
    if candidate.fact.kind == "date" and _WHICH_YEAR.search(query.text) and "年" not in candidate.fact.value:
        return False  # a day is no year
    if _no_span(query, candidate) or _no_price(query, candidate) or _what_is_done(query, candidate):
        return False
    if candidate.fact.kind == "organisation" and is_no_firm(query, candidate.fact.value):
        return False
    if candidate.fact.kind == "place" and _no_place(query, candidate):
        return False
    if "某" in candidate.fact.value and _ASKS_NAME.search(query.text):
        return False  # 某公司 is no name
    if candidate.fact.kind == "organisation" and _of_an_anonymous_one(query, candidate.evidence):
        return False
    if candidate.fact.kind == "organisation" and _has_ordinal_in_name(query, candidate):
        return False
    if candidate.fact.kind == "organisation" and not of_asked_kind(query.text, candidate.fact.value):
        return False
    return not _is_only_a_change(query, candidate) and _of_the_payer(query, candidate)


_WHICH_FIRM = load_pattern("answering.asked_value.which_firm")
_BODY = load_pattern("answering.asked_value.body")  # which is no firm
_SINCE = load_pattern("answering.asked_value.since")
_FROM_TO = load_pattern("answering.asked_value.from_to")
_PRICED = load_pattern("answering.asked_value.priced")
_ASKS_REST = load_pattern("answering.asked_value.asks_rest")
_SAYS_REST = load_pattern("answering.asked_value.says_rest")
_ORDINAL = load_pattern("answering.asked_value.ordinal")


def is_no_firm(query: Query, name: str) -> bool:
    """哪家公司修的: 县水利局 is a body, and no firm."""
    return bool(_WHICH_FIRM.search(query.text) and _BODY.search(name))


def _has_ordinal_in_name(query: Query, candidate: Candidate) -> bool:
    """理科第一是谁: 第一中学 is no first."""
    said = compact(candidate.evidence.text).replace(compact(candidate.fact.value), "")
    return any(nth in candidate.fact.value and nth not in said for nth in _ORDINAL.findall(query.text))


_CALENDAR_YEAR = load_pattern("answering.asked_value.calendar_year")
_CLOCK = ("分钟", "小时", "秒")  # 6:00—20:30 is when something runs, and no number of minutes
_NOWHERE = ("现场", "当场", "当地", "原地", "本地", "实地")
_NOT_THERE = load_pattern("answering.asked_value.not_there")
_ASKS_VENUE = load_pattern("answering.asked_value.asks_venue")
_NO_VENUE = load_pattern("answering.asked_value.no_venue")


def _no_place(query: Query, candidate: Candidate) -> bool:
    """无须到现场: a word for wherever it is, where one need not go, and for 在哪举行 where it can be looked up."""
    fact, text = candidate.fact, candidate.evidence.text
    if _ASKS_VENUE.search(query.text) and _NO_VENUE.match(text[fact.end :]):
        return True
    return fact.value in _NOWHERE or bool(_NOT_THERE.search(text[max(0, fact.start - 6) : fact.start]))


def _no_span(query: Query, candidate: Candidate) -> bool:
    """停多久, 能租几年: a day from which on is no span of time, nor are two days of a year a number of years."""
    if query.kind != "duration" or candidate.fact.kind != "date":
        return False
    if query.unit in _CLOCK or (query.unit == "年" and "年" not in candidate.fact.value):
        return True
    if _CALENDAR_YEAR.fullmatch(candidate.fact.value):
        return True  # 花了几天: 2023年 is a year of the calendar
    return not _FROM_TO.search(candidate.fact.value) and not _SINCE.search(query.text)


def _no_price(query: Query, candidate: Candidate) -> bool:
    """水表多少钱: 更换水表9200块 is a number of them."""
    if query.kind != "money" or not candidate.fact.value.endswith("块"):
        return False
    return not _PRICED.search(candidate.evidence.clause(candidate.fact.clause))


def _what_is_done(query: Query, candidate: Candidate) -> bool:
    """还有多少没返还: 返还326万元 is what is done."""
    if not _ASKS_REST.search(query.text):
        return False
    return not _SAYS_REST.search(candidate.evidence.clause(candidate.fact.clause))


def _of_an_anonymous_one(query: Query, evidence: Evidence) -> bool:
    """那家装饰公司叫什么, where the page says 某装饰公司: no other name is its name."""
    sort = _NAMELESS.search(query.text)
    return sort is not None and "某" + sort["sort"] in evidence.own + evidence.before + evidence.head


def _is_only_a_change(query: Query, candidate: Candidate) -> bool:
    """比上届多45人 tells no number of those who took part."""
    before = candidate.evidence.text[candidate.fact.clause[0] : candidate.fact.start]
    level = candidate.fact.kind in ("count", "money", "measure") and query.kind != "difference"
    if level and _RAISED.search(before) and not _BY_HOW_MUCH.search(query.text):
        return True
    return level and bool(_CHANGED.search(before)) and not _ASKS_CHANGE.search(query.text)


def _of_the_payer(query: Query, candidate: Candidate) -> bool:
    """市里出多少钱: of 总投资460万元，其中市级补助260万元 the value that names the city."""
    payer = _PAYER.search(query.text)
    if payer is None or candidate.fact.kind != "money":
        return True
    text = candidate.evidence.text
    low = start_of(text, candidate.fact.start, "，；。：、,;:")
    return payer["who"] in text[low : candidate.fact.start] + text[candidate.fact.end :][:4]
