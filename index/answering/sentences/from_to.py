"""From which day to which, where a sentence tells both apart: 5月8日，赏花节开幕，活动持续到6月10日."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.from_to.asks")
_BEGINS = load_pattern("answering.from_to.begins")
_LASTS = load_pattern("answering.from_to.lasts")
_ENOUGH = 0.66  # share of the words of the question that the sentence must account for


def from_to(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Both days, joined; None where no sentence says that it begins on one and lasts to the other."""
    if not _ASKS.search(query.text):
        return None
    for evidence in pool:
        share, missing, _ = coverage(query.terms, evidence.regions)
        if share < _ENOUGH or any(t.critical for t in missing) or not slots_fit(query, evidence, ("paragraph",)):
            continue
        days = sorted((fact for fact in evidence.facts if fact.kind == "date"), key=lambda fact: fact.start)
        for first, last in pairwise(days):
            between = evidence.text[first.end : last.start]
            lasts = _LASTS.search(between)
            begins = _BEGINS.search(between) or first.value.endswith("起")  # 从5月8日起，至6月10日止
            if lasts is not None and begins and not any(mark in between for mark in "；。"):
                facts = ((evidence.page.article.id, first), (evidence.page.article.id, last))
                said = f"{first.value.removesuffix('起')}至{lasts['year'] or ''}{last.value}"
                return Draft("answered", "date", said, (evidence.proof,), facts=facts)
    return None


_UNTIL = load_pattern("answering.from_to.until")
_RANGE = load_pattern("answering.from_to.range")
_STRONG = 0.5


def until(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """展览到什么时候: the last day of 展览自3月1日至明年5月31日, the one range behind what is asked about."""
    asks = _UNTIL.search(query.text)
    if query.kind != "date" or asks is None:
        return None
    terms = tuple(t for t in query.terms if t.text not in asks["ask"])
    strong = [t for t in terms if t.weight >= _STRONG]
    for evidence in pool if strong else ():
        ranges = [(fact, span) for fact in evidence.facts if (span := _RANGE.fullmatch(fact.value)) is not None]
        if len(ranges) != 1 or not slots_fit(query, evidence):
            continue
        fact, span = ranges[0]
        front = evidence.clause((0, fact.start))
        share, missing, _ = coverage(terms, ((front, 1.0), (evidence.heading, 0.8)))
        if share >= _ENOUGH and not missing and coverage(tuple(strong), ((front, 1.0),))[0] >= _ENOUGH:
            facts = ((evidence.page.article.id, fact),)
            said, detail = span["last"], f"{fact.value}。"
            return Draft("answered", "date", said, (evidence.proof,), facts=facts, detail=detail, accounted=True)
    return None
