"""What day, hour and length of time say for or against a value: half of the day, the asked end, the weekday."""

from __future__ import annotations

import re

from index.answering.candidates.poles import of_asked_pole
from index.answering.evidence.explain import PART, coverage, explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query

_HOW_LONG = load_pattern("answering.days_asked.how_long")
_RANGE = load_pattern("answering.days_asked.range")
_FIRST_RUN, _LAST_RUN = re.compile(r"首班|头班|首车|最早一班"), re.compile(r"末班|尾班|最晚一班|最后一班")
_MOMENTS = ("date", "shape")
_BOTH_RUNS = load_pattern("answering.days_asked.both_runs")


def of_asked_time(query: Query, evidence: Evidence, fact: Fact) -> float:
    """How far a date, an hour or a length of time is the one that is asked for: negative where it is another."""
    score = _half_of_day(query, fact) + _first_or_last(query, evidence, fact)
    score += of_asked_pole(query, evidence, fact) if fact.kind in _MOMENTS else 0.0
    if fact.kind == "duration" and query.unit in _SPANS and query.unit not in fact.value:
        score -= 0.2  # 要干多少天 is hardly answered by 三年
    score += _of_the_asked_end(query, evidence, fact) if fact.kind == "shape" else 0.0
    if fact.kind == "date":
        score += _dated(query, evidence, fact)
        score -= 0.25 if _HOW_LONG.search(query.text) and not _RANGE.search(fact.value) else 0.0
    return score


def _first_or_last(query: Query, evidence: Evidence, fact: Fact) -> float:
    """首末班时间为6:20、21:40: the first value for 首班, the second for 末班."""
    text = evidence.text
    both = [match.end() for match in _BOTH_RUNS.finditer(text, 0, fact.start)]
    first, last = bool(_FIRST_RUN.search(query.text)), bool(_LAST_RUN.search(query.text))
    if not both or first == last or re.search("[。；]", text[both[-1] : fact.start]):
        return 0.0
    is_first = re.search(r"\d[:：时点]", text[both[-1] : fact.start]) is None
    return 0.3 if is_first == first else -0.3


_ASKS_FINISH = load_pattern("answering.days_asked.asks_finish")
_FINISHED = load_pattern("answering.days_asked.finished")
_RANGE_OR_END = load_pattern("answering.days_asked.range_or_end")


def _dated(query: Query, evidence: Evidence, fact: Fact) -> float:
    """Days before months; the clause of the date should hold the words asked for, best at its beginning."""
    clock = bool(re.search(r"\d[时点:：]", fact.value))
    if _NOT_DONE.match(evidence.text[fact.end :]):
        return -0.5  # 12月31日前未缴费的 says who is meant, and no day by which to pay
    if _ASKS_FINISH.search(query.text) and _FINISHED.search(evidence.text[fact.end : fact.clause[1]]):
        return 0.35
    if _ASKS_END.search(query.text) and _RANGE_OR_END.search(evidence.text[max(0, fact.start - 1) : fact.end]):
        return 0.6 if evidence.text[max(0, fact.start - 1)] in "到至" else 0.35
    if re.search(r"几点", query.text):
        return (0.25 if clock else -0.25) + _on_the_day(query, evidence, fact)
    score = -0.2 if _OF_THIS_MONTH.match(fact.value) else 0.0
    score -= _in_a_name(query, evidence, fact)
    score += _held_then(query, evidence, fact)
    if _ASKS_DAYS.search(query.text):
        score += 0.3 if _RANGE.search(fact.value) or "、" in fact.value else -0.3  # 哪两天: 7月3日至4日
    score += -0.12 if "日" not in fact.value and not re.search(r"\d[时点:：]", fact.value) else 0.0
    low = start_of(evidence.text, fact.start, "，；。,;(（")
    lead, bare = _lead_in(evidence, low), evidence.clause((low, end_of(evidence.text, fact.end, "，；。,;)）")))
    events = tuple(t for t in query.terms if lead and explained(t.text, lead).score < PART)
    score += 0.35 * coverage(events, ((bare, 1.0),))[0] if events else 0.0
    own = lead + bare
    share, _, _ = coverage(query.terms, ((own, 1.0),))
    opens = any(own.startswith(compact(term.text)) for term in query.terms if term.weight >= 0.5)
    bracketed = evidence.text[low - 1 : low] in ("(", "（")
    return score + 0.12 * share + 0.1 * opens - 0.15 * bracketed + _of_the_asked_end(query, evidence, fact)


def _in_a_name(query: Query, evidence: Evidence, fact: Fact) -> float:
    """4月16日，某区二季度集中开工活动举行: the quarter says which of them it is, the day when it was."""
    if _SEASON.fullmatch(fact.value) is None or _ASKS_SEASON.search(query.text) is not None:
        return 0.0
    dated = any("日" in one.value for one in evidence.facts if one.kind == "date")
    return (1.0 if dated else 0.6) if _OF_EVENT.match(evidence.text[fact.end :]) is not None else 0.0


_SEASON, _ASKS_SEASON = load_pattern("answering.days_asked.season"), load_pattern("answering.days_asked.asks_season")
_OF_EVENT = load_pattern("answering.days_asked.of_event")
def _held_then(query: Query, evidence: Evidence, fact: Fact) -> float:
    """某会议哪天开的: the day on which somebody is said to have held it, not one from which something is done."""
    if _ASKS_HELD.search(query.text) is None:
        return 0.0
    behind = evidence.text[fact.end : end_of(evidence.text, fact.end, "。；;")]
    return 0.3 if _HELD.search(behind) is not None else -0.4


_ASKS_HELD, _HELD = load_pattern("answering.days_asked.asks_held"), load_pattern("answering.days_asked.held")
_ASKS_DAYS = load_pattern("answering.days_asked.asks_days")
_NOT_DONE = load_pattern("answering.days_asked.not_done")
_OF_THIS_MONTH = load_pattern("answering.days_asked.of_this_month")
_ASKS_END = load_pattern("answering.days_asked.asks_end")
_ASKS_BEGIN = load_pattern("answering.days_asked.asks_begin")
_ASKS_BOTH = load_pattern("answering.days_asked.asks_both")
_ENDS, _ENDS_AFTER = load_pattern("answering.days_asked.ends"), load_pattern("answering.days_asked.ends_after")
_BEGINS, _BEGINS_AFTER = re.compile(r"[自从]$"), re.compile(r"\s?(?:起|开|启|正式|试|投|进场)")


def _of_the_asked_end(query: Query, evidence: Evidence, fact: Fact) -> float:
    """供到哪天: the day that something ends, not the one that it begins."""
    before, after = evidence.text[: fact.start], evidence.text[fact.end :]
    if _ASKS_BEGIN.search(query.text) and not _ASKS_END.search(query.text):
        return 0.15 if _BEGINS.search(before) else -0.3 if _ENDS.search(before) else 0.0
    if not _ASKS_END.search(query.text) or _ASKS_BOTH.search(query.text):
        return 0.0
    if _ENDS.search(before) or _ENDS_AFTER.match(after) or re.search("[至到—~～-]", fact.value):
        return 0.3
    begins = fact.value.endswith("起") or _BEGINS.search(before) or _BEGINS_AFTER.match(after)
    return -0.3 if begins else 0.0


def _lead_in(evidence: Evidence, at: int) -> str:
    """户籍生6月15日报名，6月22日审核；…: the words in front of the first date between two semicolons hold for all."""
    low = start_of(evidence.text, at, "；;。")
    first = min((f.start for f in evidence.facts if f.kind == "date" and f.start >= low), default=at)
    return evidence.clause((low, min(first, at)))


_SPANS = ("年", "月", "天", "小时", "分钟")
_HALVES = (re.compile("上午|早上|早晨"), re.compile("下午"), re.compile("晚(?![报点餐])|夜(?![市班])"))
_HALF_HOURS = ((4, 12), (12, 18), (17, 24))
_CLOCK = re.compile(r"(?<!\d)(?P<hour>\d{1,2})[:：]")


def _half_of_day(query: Query, fact: Fact) -> float:
    """下午 is asked: hours or days of the morning are others."""
    asked = [half.search(query.text) is not None for half in _HALVES]
    said = [half.search(fact.value) is not None for half in _HALVES]
    clock = _CLOCK.search(fact.value)
    if not any(said) and clock is not None and ":" in clock[0].replace("：", ":"):
        said = [low <= int(clock["hour"]) < high for low, high in _HALF_HOURS]
    if sum(asked) != 1 or not any(said):
        return 0.0
    return 0.3 if any(one and other for one, other in zip(asked, said, strict=True)) else -0.4


_WEEKDAY = load_pattern("answering.days_asked.weekday")


def _on_the_day(query: Query, evidence: Evidence, fact: Fact) -> float:
    """周六几点开门: the hours behind 周六, not those behind 工作日."""
    asked = _WEEKDAY.search(query.text)
    named = list(_WEEKDAY.finditer(evidence.text, 0, fact.end))
    if asked is None or not named:
        return 0.0
    return 0.3 if named[-1][0] == asked[0] else -0.3
