"""Is it so at that hour: 下午三点还有人吗 of 9:00—14:00; 早上八点能遛狗吗 of 7:00—9:00禁止遛犬; the last bus."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.answering.notices.periods import about_asked
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.numerals import parse_number
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query, Term

_ASKED = load_pattern("answering.hours_asked.asked")
_SO = load_pattern("answering.hours_asked.so")
_ASKS_SHUT = load_pattern("answering.hours_asked.asks_shut")
_SHUT = load_pattern("answering.hours_asked.shut")
_RANGE = load_pattern("answering.hours_asked.range")
_LAST_RUN = load_pattern("answering.hours_asked.last_run")
_ASKS_RUN = load_pattern("answering.hours_asked.asks_run")
_OVER_DAYS = load_pattern("answering.hours_asked.over_days")
_OTHER_DAYS = load_pattern("answering.hours_asked.other_days")
_ASKING = load_pattern("answering.hours_asked.asking")
_LATE, _NOON, _DAY = load_pattern("answering.hours_asked.late"), 12, 24
_LONGEST = 90


def at_hour(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Whether it is open, or shut off, at the asked hour; None where no printed hours are told of what is asked."""
    asked = _ASKED.search(query.text)
    if asked is None or query.kind != "yesno" or not _SO.search(query.text, asked.end()):
        return None
    hours = _hours(asked)
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if not _ASKING.fullmatch(t.text))
    for evidence, _ in about_asked(query, terms, pool):
        told = _last_run(query, terms, evidence, hours) or _within(query, terms, evidence, hours)
        if told is not None:
            return told
    return None


def _hours(asked: re.Match[str]) -> tuple[float, ...]:
    """The hour of the day; of 八点 without a half of the day both."""
    hour = parse_number(asked["hour"]) + (0.5 if asked["half"] else float(asked["minute"] or 0) / 60)
    part = asked["part"] or ""
    if _LATE.search(part) or (part == "中午" and hour < 3):
        return (hour + _NOON if hour <= _NOON else hour,)  # 晚上12点 is midnight
    return (hour,) if part or hour >= _NOON else (hour, hour + _NOON)


def _last_run(query: Query, terms: tuple[Term, ...], evidence: Evidence, hours: tuple[float, ...]) -> Draft | None:
    """23点还有车吗: after the last bus of the asked line there is none."""
    spans = [match.span() for match in _LAST_RUN.finditer(fold(evidence.text))] if _ASKS_RUN.search(query.text) else []
    part = _part_of(terms, evidence, spans)
    last = _LAST_RUN.search(fold(evidence.text), *part) if part is not None else None
    if last is None:
        return None
    end = int(last["h"]) + int(last["m"]) / 60
    word = "有" if max(hours) <= end or last["next"] else "没有"
    said = evidence.text[slice(*part)].strip("，；。：、 ")[:_LONGEST] if part is not None else last[0]
    return Draft("answered", "yesno", f"{word}，{said}", (evidence.proof,))


def _within(query: Query, terms: tuple[Term, ...], evidence: Evidence, hours: tuple[float, ...]) -> Draft | None:
    """By the hours of one part of the sentence, that which names most of what is asked."""
    text = fold(evidence.text)
    if len(text) != len(evidence.text) or _OVER_DAYS.search(text):
        return None
    spans = [(match.span(), _ends(match)) for match in _RANGE.finditer(text)]
    part = _part_of(terms, evidence, [span for span, _ in spans])
    if part is None:
        return None
    low, high = part
    own = [ends for span, ends in spans if low <= span[0] < high]
    if len(own) > 1 and _OTHER_DAYS.search(text, low, high):
        return None
    verdicts = {any(first <= hour < last for first, last in own) for hour in hours}
    if len(verdicts) != 1:
        return None
    shut = bool(_SHUT.search(text, low, high) or _SHUT.search(evidence.heading))
    asks_shut = bool(_ASKS_SHUT.search(query.text))
    yes = verdicts.pop() == (shut == asks_shut)
    said = evidence.text[low:high].strip("，。；：、 ")[:_LONGEST]
    return Draft("answered", "yesno", f"{'是' if yes else '否'}，{said}", (evidence.proof,))


def _part_of(terms: tuple[Term, ...], evidence: Evidence, spans: Sequence[Span]) -> Span | None:
    """The part between semicolons, of those that hold one of the spans, that names most of what is asked."""
    parts = list(dict.fromkeys(_part(evidence.text, span) for span in spans))
    told = [sum(t.weight * explained(t.text, evidence.clause(part)).score for t in terms) for part in parts]
    if not parts or (len(parts) > 1 and told.count(max(told)) > 1):
        return None
    return parts[told.index(max(told))]


def _ends(match: re.Match[str]) -> tuple[float, float]:
    first = int(match["from_h"]) + int(match["from_m"] or 0) / 60
    last = int(match["to_h"]) + int(match["to_m"] or 0) / 60
    late = bool(_LATE.search(match["part"] or ""))
    first += _NOON if late and first < _NOON else 0
    last += _NOON if (late or _LATE.search(match["to_part"] or "")) and last < _NOON else 0
    return first, last if last > first else last + _DAY


def _part(text: str, span: Span) -> Span:
    """The stretch of the sentence between semicolons and full stops."""
    low = start_of(text, span[0], "；。;")
    return low, end_of(text, span[1], "；。;")
