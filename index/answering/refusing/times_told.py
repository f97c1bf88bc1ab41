"""Told of another time than the asked: of earlier rounds, another edition, a deadline, what is done so far."""

from __future__ import annotations

import re

from index.answering.candidates.unfit import still_ahead
from index.answering.evidence.explain import explained
from index.answering.refusing.told_at import AMOUNTS, MARKS, SAID, UNSAID, ToldAt
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact, fold
from index.understanding.query import Query

_ROUND = load_pattern("answering.times_told.round")
_FIRST_ROUNDS = load_pattern("answering.times_told.first_rounds")


def _of_earlier_rounds(query: Query, told: ToldAt) -> bool:
    """第六批的开工率: 前五批签约项目共73个，开工率92.4% is told of those before it."""
    asked = {(m["of"], parse_number(m["n"])) for m in _ROUND.finditer(fold(query.text))}
    if not asked:
        return False
    first = [(m["of"], parse_number(m["n"])) for m in _FIRST_ROUNDS.finditer(fold(told.up_to))]
    named = {(m["of"], parse_number(m["n"])) for m in _ROUND.finditer(fold(told.up_to))}
    return not named & asked and any(of == one and n > upto for of, upto in first for one, n in asked)


_SO_MANY_ROUNDS = load_pattern("answering.times_told.so_many_rounds")


def _of_fewer_rounds(query: Query, told: ToldAt) -> bool:
    """三轮一共多少: 前两轮共签约项目16个 is the sum of two of them."""
    asked = _SO_MANY_ROUNDS.search(fold(query.text))
    if asked is None:
        return False
    first = [(m["of"], parse_number(m["n"])) for m in _FIRST_ROUNDS.finditer(fold(told.up_to))]
    return any(of == asked["of"] and n != parse_number(asked["n"]) for of, n in first)


_EDITION = load_pattern("answering.times_told.edition")


def _of_another_edition(query: Query, told: ToldAt) -> bool:
    """2024年度医保交多少: of 2025年度集中缴费期……每人400元 the year that it is paid for is another."""
    asked = set(_EDITION.findall(fold(query.text)))
    said = set(_EDITION.findall(fold(told.text[: told.start]))) if asked else set()
    return bool(said) and not asked & said


_CHANGED = load_pattern("answering.times_told.changed")
_FORMER = load_pattern("answering.times_told.former")


def _is_after_the_change(query: Query, told: ToldAt) -> bool:
    """延伸前多长: of 延伸至南门，……全长达到17.3公里 the length is that of afterwards."""
    asked = _CHANGED.search(query.text)
    if asked is None or query.kind not in AMOUNTS:
        return False
    return asked["deed"] in told.text[: told.start] and not _FORMER.search(told.clause)


_PLANS = load_pattern("answering.times_told.plans")
_ALREADY = load_pattern("answering.times_told.already")


def _is_done_so_far(query: Query, told: ToldAt) -> bool:
    """总共计划种多少: 目前已播种31万亩 is what has been done of it, and so is its part behind 其中."""
    if query.kind not in AMOUNTS or not _PLANS.search(query.text) or _ALREADY.search(query.text):
        return False
    said = _with_its_whole(told) if _PART.match(told.clause) else told.clause
    return bool(_ALREADY.search(said)) and not _PLANS.search(said)


_PART = load_pattern("answering.times_told.part")


def _with_its_whole(told: ToldAt) -> str:
    """The clause with the answer and the one in front of it: 已播种31万亩，其中大豆2万亩."""
    return told.text[max((m.end() for m in MARKS.finditer(told.text, 0, max(told.low - 1, 0))), default=0) : told.high]


_DEADLINE = load_pattern("answering.times_told.deadline")
_ASKS_DEADLINE = load_pattern("answering.times_told.asks_deadline")


def _is_a_deadline(query: Query, told: ToldAt) -> bool:
    """哪天发到手: 4月30日截止 is the last day of applying."""
    asks = query.kind == "date" and not _ASKS_DEADLINE.search(query.text)
    return asks and bool(_DEADLINE.match(told.text, told.end))


_PHASE = load_pattern("answering.times_told.phase")
_PHASE_COSTS = load_pattern("answering.times_told.phase_costs")


def _of_all_phases(query: Query, told: ToldAt) -> bool:
    """一期投资多少: of 分三期建设，总投资48亿元，其中一期投资13.5亿元 the 48亿元 are what all of them cost."""
    asked = _PHASE.search(query.text) if query.kind == "money" else None
    if asked is None or asked[0] in told.clause:
        return False
    later = (match.end() for match in re.finditer(re.escape(asked[0]), told.text[told.high :]))
    return any(_PHASE_COSTS.match(told.text, told.high + end) for end in later)


_INTERVAL = load_pattern("answering.times_told.interval")
_ASKS_INTERVAL = load_pattern("answering.times_told.asks_interval")
_ASKS_HOW_LONG = load_pattern("answering.times_told.asks_how_long")


def _is_an_interval(query: Query, told: ToldAt) -> bool:
    """坐到那里要多久: 每12分钟一班 is how often it runs."""
    asks = bool(_ASKS_HOW_LONG.search(query.text)) and not _ASKS_INTERVAL.search(query.text)
    return asks and bool(_INTERVAL.search(told.clause))


_TENTHS = load_pattern("answering.times_told.tenths")
_DEED = load_pattern("answering.times_told.deed")


def _deed_is_told_apart(query: Query, told: ToldAt) -> bool:
    """卖出了多少吨: of 备种5200吨，其中大豆种900吨，目前已售出六成 the 900吨 are what there was."""
    deed = _DEED.search(query.text) if query.kind in AMOUNTS else None
    if deed is None or explained(deed[0], compact(told.up_to)).score >= UNSAID:
        return False
    later = re.split("[，,；;。]", told.text[told.high :])
    return any(explained(deed[0], compact(one)).score >= SAID and _TENTHS.search(one) for one in later)


_ASKS_END = load_pattern("answering.times_told.asks_end")
_ENDS = load_pattern("answering.times_told.ends")


def _is_not_the_end(query: Query, told: ToldAt) -> bool:
    """响应什么时候结束: of 6日8时提升至Ⅱ级，8日12时终止 the first is when it changed."""
    asks = query.kind == "date" and bool(_ASKS_END.search(query.text))
    if told.high - told.low <= told.end - told.start + 1:
        return False  # 12月27日，全会闭幕: the day stands by itself
    return asks and not _ENDS.search(told.clause) and bool(_ENDS.search(told.text))


def _is_to_come(query: Query, told: ToldAt) -> bool:
    """哪年盖的: 计划2025年6月完工 has not been yet."""
    return query.kind == "date" and still_ahead(query.text, told.clause)


OF_OTHER_TIMES = (
    _is_to_come,
    _is_not_the_end,
    _of_earlier_rounds,
    _of_fewer_rounds,
    _of_another_edition,
    _is_after_the_change,
    _is_done_so_far,
    _is_a_deadline,
    _of_all_phases,
    _is_an_interval,
    _deed_is_told_apart,
)
