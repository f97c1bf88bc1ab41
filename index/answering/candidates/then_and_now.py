"""What was then and what is now: of 当时只有27户，如今已有213户 the number of the time that is asked for."""

from __future__ import annotations

from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query

_MEASURED = ("money", "count", "measure", "percent", "bare", "duration")
_CHANGING = (*_MEASURED, "date")  # what is printed as 由…缩短到…, 由…提前到…
_THEN = load_pattern("answering.then_and_now.then")
_OPENED = load_pattern("answering.then_and_now.opened")
_NOW = load_pattern("answering.then_and_now.now")
_LEADS = load_pattern("answering.then_and_now.leads")
_ASKS_THEN = load_pattern("answering.then_and_now.asks_then")
_ASKS_OTHER = load_pattern("answering.then_and_now.asks_other")
_FROM = load_pattern("answering.then_and_now.from")
_TO = load_pattern("answering.then_and_now.to")
_CHANGED = load_pattern("answering.then_and_now.changed")
_ASKS_END = load_pattern("answering.then_and_now.asks_end")
_ASKS_BOTH = load_pattern("answering.then_and_now.asks_both")
_BEGINS = load_pattern("answering.then_and_now.begins")
_ENDS = load_pattern("answering.then_and_now.ends")
_ASKS_AGE_NOW = load_pattern("answering.then_and_now.asks_age_now")
_AGE_THEN = load_pattern("answering.then_and_now.age_then")  # 19岁时因事故失去左臂
_END_OF = load_pattern("answering.then_and_now.end_of")
_NAMED = 0.75  # how well the subject of an end must be named
_CLAUSE_ENDS = "，,；;。：:（("


def of_the_other_time(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True for a value of then where the present one stands beside it, and for the present one where then is asked.

    Who asks without a word of time means the present: 社员有多少户 is answered by 如今已有213户.
    """
    if fact.kind in ("age", "shape") and fact.value.endswith("岁"):
        return bool(_ASKS_AGE_NOW.search(query.text)) and bool(_AGE_THEN.match(evidence.text[fact.end :]))
    if fact.kind not in _CHANGING or _ASKS_OTHER.search(query.text):
        return False
    if _of_a_change(query, evidence.text, fact):
        return True
    if fact.kind not in _MEASURED:
        return False
    former = _is_former(evidence.text, fact)
    if former is None or former == bool(_ASKS_THEN.search(query.text)):
        return False
    return any(
        one is not fact
        and (one.unit == fact.unit or one.kind == fact.kind == "duration")
        and _is_former(evidence.text, one) is (not former)
        for one in evidence.values
        if segment_of(evidence.text, one.start, "。") == segment_of(evidence.text, fact.start, "。")
    )


def _of_a_change(query: Query, text: str, fact: Fact) -> bool:
    """由11.2公里增加到14.6公里: what it was before is told by the first of the two, what it is by the second."""
    first = _FROM.search(text[: fact.start]) is not None and _TO.match(text[fact.end :]) is not None
    second = _CHANGED.search(text[: fact.start]) is not None
    return first if not _ASKS_THEN.search(query.text) else second


def asks_then(query: Query) -> bool:
    """以前要几天, 当初多少户: what was is asked for, not what is."""
    return bool(_ASKS_THEN.search(query.text))


def is_left_behind(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """现在是几级: of 将四级响应提升至三级 the first is no longer so."""
    return _TO.match(evidence.text[fact.end :]) is not None and not _ASKS_THEN.search(query.text)


def asks_end(query: Query) -> bool:
    """何时结束, 报名截止到哪天: the end alone is asked for."""
    return bool(_ASKS_END.search(query.text)) and not _ASKS_BOTH.search(query.text)


def ends_the_asked(query: Query, fact: Fact) -> bool:
    """花节为期一个月，至4月13日结束: the end of 全省油菜花节, which the sentence calls by less than its name."""
    ends = fact.kind == "date" and asks_end(query) and _END_OF.search(fact.attribute)
    return bool(ends) and explained(query.head, compact(fact.subject)).score >= _NAMED


def of_the_other_end(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True for the day on which a thing begins where its end is asked for: 何时治理好, 报名截止, and 3月5日启动."""
    if fact.kind != "date" or not asks_end(query):
        return False
    text = evidence.text
    low, high = segment_of(text, fact.start, _CLAUSE_ENDS)[0], segment_of(text, fact.end, _CLAUSE_ENDS)[1]
    if text[low:high].strip() == fact.value and high < len(text):  # a day that opens the sentence dates what follows
        _, high = segment_of(text, high + 1, _CLAUSE_ENDS)
    return bool(_BEGINS.search(text[low:high])) and not _ENDS.search(text[low:high])


def _is_former(text: str, fact: Fact) -> bool | None:
    """Whether the clause of a value tells of then (True) or of the present (False); None where it says neither."""
    before = text[segment_of(text, fact.start, _CLAUSE_ENDS)[0] : fact.start]
    if _NOW.search(before):
        return False
    low = segment_of(text, fact.start, "。；")[0]
    opened = _OPENED.match(text, low) is not None and not _NOW.search(text, low, fact.start)  # 此前，从甲到乙要花9元
    if opened or _THEN.search(before):
        return True
    leads = list(_LEADS.finditer(text[low : fact.start]))  # 过去要跑三个部门，平均35天，如今交一套材料，10天办结
    return leads[-1]["then"] is not None if leads else None
