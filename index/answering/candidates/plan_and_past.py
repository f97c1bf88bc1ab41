"""What is planned for what is done, this year's for last year's, the step for what is paid: values beside the asked."""

from __future__ import annotations

import re

from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query

_MEASURED = ("money", "count", "measure")
_CLAUSE_ENDS = "，,；;。：:"
_ASKS_DONE = load_pattern("answering.plan_and_past.asks_done")
_ASKS_PLAN = load_pattern("answering.plan_and_past.asks_plan")
_PLAN = load_pattern("answering.plan_and_past.plan")
_DONE = load_pattern("answering.plan_and_past.done")
_ASKS_RESULT = load_pattern("answering.plan_and_past.asks_result")
_AIM = load_pattern("answering.plan_and_past.aim")
_ASKS_PAST = load_pattern("answering.plan_and_past.asks_past")
_ASKS_CHANGE = load_pattern("answering.plan_and_past.asks_change")
_PAST = load_pattern("answering.plan_and_past.past")
_ROUND = load_pattern("answering.plan_and_past.round")
_PARTNER = load_pattern("answering.plan_and_past.partner")
_BY_YEAR = load_pattern("answering.plan_and_past.by_year")
_YEAR_PLAN = load_pattern("answering.plan_and_past.year_plan")
_OF_THE_YEAR = load_pattern("answering.plan_and_past.of_the_year")
_STEP = load_pattern("answering.plan_and_past.step")
_ASKS_STEP = load_pattern("answering.plan_and_past.asks_step")


def is_plan_past_or_step(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True for a value beside which the sentence prints the asked one: what is done, what was a year before."""
    if evidence.sentence.role == "table":
        return False
    if _of_another_partner(query, evidence, fact):
        return True
    if fact.kind not in (*_MEASURED, "percent"):
        return False
    return any(check(query, evidence, fact) for check in _CHECKS)


def is_whole_cost(query: Query, clause: str) -> bool:
    """今年计划投资多少: 总投资158.4亿元 is what all years cost."""
    return bool(_YEAR_PLAN.search(query.text)) and "总投资" in clause and not _OF_THE_YEAR.search(clause)


def _is_all_years(query: Query, evidence: Evidence, fact: Fact) -> bool:
    return fact.kind == "money" and is_whole_cost(query, _clause(evidence.text, fact))


def _is_the_task(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """已栽了多少亩: of 今年900亩造林任务，已栽560亩 the first is what is to be planted."""
    if not _ASKS_DONE.search(query.text) or _ASKS_PLAN.search(query.text):
        return False
    own = _clause(evidence.text, fact)
    if not _PLAN.search(own) or _DONE.search(own):
        return False
    return any(_DONE.search(_clause(evidence.text, one)) for one in _beside(evidence, fact) if one.start > fact.start)


def _is_only_aimed_at(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """新开工了几个: of 四季度确保新开工25个 nothing has been begun yet."""
    if not _ASKS_RESULT.search(query.text) or _ASKS_PLAN.search(query.text):
        return False
    own = evidence.text[segment_of(evidence.text, fact.start, _CLAUSE_ENDS)[0] : fact.start]
    return _AIM.search(own) is not None and not _DONE.search(own)


def _is_this_years(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """去年同期完成多少: of 完成投资8亿元，去年同期为7亿元 the second."""
    asks = _ASKS_PAST.search(query.text) is not None and not _ASKS_CHANGE.search(query.text)
    if not asks or _PAST.match(_clause(evidence.text, fact)):
        return False
    return any(_PAST.match(_clause(evidence.text, one)) for one in _beside(evidence, fact) if one.start > fact.start)


def _is_before_that_year(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """到2025年多少: of 年均增长8%，到2025年突破600亿元 the second, which stands behind the year."""
    asked = _BY_YEAR.search(query.text)
    told = re.search(rf"{asked['year']}年?", evidence.text) if asked is not None else None
    if told is None:
        return False
    behind = [one for one in evidence.values if one.kind in (*_MEASURED, "percent") and one.start >= told.end()]
    return fact.end <= told.start() and bool(behind)


def _is_before_that_round(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """第二批有多少项: of 全年安排102项，第二批计划7月开工 the number stands in front of what is told of that one."""
    asked = _ROUND.search(query.text)
    at = evidence.text.find(asked[0]) if asked is not None else -1
    if asked is None or at < fact.end or compact(asked[0]) in evidence.before:
        return False
    between = evidence.text[fact.end : at]
    return "，" in between and not between.endswith(("是", "为", "（", "("))


def _of_another_partner(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """对美国出口多少: of 对东盟出口12亿元，…，欧盟、美国分列第二、三位 the value that is told of the other."""
    asked = _PARTNER.search(query.text)
    if asked is None:
        return False
    told = list(_PARTNER.finditer(evidence.text, 0, fact.start))
    if told:
        return asked["who"] not in told[-1]["who"]
    own = evidence.text.replace("其中", "")
    return asked["who"] not in own and "其" not in own


def _names_a_step(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """选800元档补多少: of 选500元档的，补60元 the 500元 are what is paid in."""
    return fact.kind == "money" and bool(_STEP.match(evidence.text, fact.end)) and not _ASKS_STEP.search(query.text)


def _clause(text: str, fact: Fact) -> str:
    low, high = segment_of(text, fact.start, _CLAUSE_ENDS)[0], segment_of(text, fact.end, _CLAUSE_ENDS)[1]
    return text[low:high].strip()


def _beside(evidence: Evidence, fact: Fact) -> list[Fact]:
    """The other values of the part of the sentence in the same unit, be it in 万 or 亿."""
    low, high = segment_of(evidence.text, fact.start, "；;。")
    unit = (fact.unit or "").lstrip("万亿")
    near = (one for one in evidence.values if one is not fact and low <= one.start < high and one.kind == fact.kind)
    return [one for one in near if (one.unit or "").lstrip("万亿") == unit]


_CHECKS = (
    _is_all_years,
    _is_the_task,
    _is_only_aimed_at,
    _is_this_years,
    _names_a_step,
    _is_before_that_year,
    _is_before_that_round,
)
