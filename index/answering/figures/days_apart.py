"""How many days lie between two events that are each printed with their day: 签约仪式比团拜会早几天."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import day as day_text
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.days_apart.asks")
_DAY = load_pattern("answering.days_apart.day")
_EARLY = load_pattern("answering.days_apart.early")
_LATE = load_pattern("answering.days_apart.late")
_ENOUGH = 0.75  # share of the words of an event that must stand behind its day
_HEADING = 0.6


@dataclass(frozen=True, slots=True)
class _Dated:
    score: float
    day: date
    evidence: Evidence


def days_apart(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The number of days with both days quoted; None where one of the two events has no printed day."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    first, second = (_dated(_within(query, asked.span(side)), pool) for side in ("a", "b"))
    if first is None or second is None or first.day == second.day:
        return None
    days = (second.day - first.day).days
    word = "早" if days > 0 else "晚"
    wrong = (_EARLY.search(asked["way"]) and days < 0) or (_LATE.search(asked["way"]) and days > 0)
    way = _EARLY.search(asked["way"]) or _LATE.search(asked["way"])
    said = f"{word if way else ''}{abs(days)}天"
    said = f"不是{asked['way']}，{said}" if wrong else said
    told = [f"{asked[side]}{day_text(one.day.isoformat())}" for side, one in (("a", first), ("b", second))]
    proofs = tuple(dict.fromkeys(one.evidence.proof for one in (first, second)))
    detail = f"{'，'.join(told)}，相差{abs(days)}天（推算）"
    return Draft("corrected" if wrong else "answered", "sum", said, proofs, detail=detail, accounted=True)


def _within(query: Query, span: tuple[int, int]) -> tuple[Term, ...]:
    return tuple(term for term in query.terms if span[0] <= term.start < span[1] and term.weight > 0)


def _dated(terms: tuple[Term, ...], pool: Sequence[Evidence]) -> _Dated | None:
    """The day of the event: the one in front of the most of its words."""
    if not any(term.weight >= 1.0 for term in terms):
        return None
    return max((one for evidence in pool for one in _days(terms, evidence)), key=lambda one: one.score, default=None)


def _days(terms: tuple[Term, ...], evidence: Evidence) -> Iterator[_Dated]:
    if evidence.sentence.role != "paragraph":
        return
    found = list(_DAY.finditer(evidence.text))
    year = int((evidence.page.article.date or "2000")[:4])
    for number, match in enumerate(found):
        stop = found[number + 1].start() if number + 1 < len(found) else len(evidence.text)
        behind = compact(re.split("[。；]", evidence.text[match.end() : stop])[0])
        own, missing, _ = coverage(terms, ((behind, 1.0), (evidence.heading, _HEADING)))
        near, _, _ = coverage(terms, ((behind, 1.0),))
        if own >= _ENOUGH and near > 0 and not any(term.critical for term in missing):
            try:
                day = date(int(match["year"] or year), int(match["month"]), int(match["day"]))
            except ValueError:
                continue
            yield _Dated(own + near - 0.002 * evidence.rank, day, evidence)
