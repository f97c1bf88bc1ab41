"""What honour somebody was given (得了什么荣誉), and who was given it (最美河长是谁), by 获评, 荣获, 被评为."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import name_span
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS = load_pattern("answering.honours.asks")
_TITLE = load_pattern("answering.honours.title")
_WON = load_pattern("answering.honours.won")
_ENOUGH = 0.66
_NAMED = 0.75
_ROLES = ("paragraph", "caption", "headline")
_OF_THE_TEXT = 0.1  # what the text says fuller than a headline


def honour(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The honour as printed; None where no sentence about the asked one tells any."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    best = max(_told(query, pool), key=lambda one: one[0], default=None)
    if best is None:
        return None
    _, said, evidence = best
    return Draft("answered", "text", said, (evidence.proof,), confidence=0.9)


def _told(query: Query, pool: Sequence[Evidence]) -> Iterator[tuple[float, str, Evidence]]:
    """(how surely, words) of each honour that the asked one has, who is named in the clause or before it."""
    spans = tuple(match.span() for match in _ASKS.finditer(query.text))
    terms = tuple(t for t in without(query.terms, spans) if t.weight >= 0.5)
    people = [compact(link.name) for link in query.links if link.kind == "person"]
    if not (terms or people):
        return
    for evidence in pool:
        if evidence.sentence.role not in _ROLES or not slots_fit(query, evidence, _ROLES):
            continue
        for match in _WON.finditer(evidence.text):
            said = evidence.clause((0, match.start()))
            if people and not any(name in said or (not said and name in evidence.before) for name in people):
                continue
            told = ((said, 1.0), (evidence.before, 0.8), (evidence.heading, 0.8))
            if not people and not any(explained(t.text, said).score >= _NAMED for t in terms):
                continue
            share = coverage(terms, told)[0]
            if share >= _ENOUGH:
                full = _OF_THE_TEXT if evidence.sentence.role != "headline" else 0.0
                yield share + full - 0.002 * evidence.rank, match["what"].strip("，"), evidence


def holder_of_honour(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """最美河长是谁: all the people in front of 被评为 whose honour has that name; None where none is told so."""
    asked = _TITLE.search(query.text) if query.kind in ("person", "list") else None
    if asked is None:
        return None
    rest = tuple(t for t in query.terms if t.weight >= 1.0 and not asked.start() < t.end <= asked.end())
    for evidence in pool:
        if evidence.sentence.role not in _ROLES or not slots_fit(query, evidence, _ROLES):
            continue
        for match in _WON.finditer(evidence.text):
            around = ((evidence.own, 1.0), (evidence.heading, 0.9))
            if asked["title"] not in compact(match["what"]) or (rest and coverage(rest, around)[0] < _ENOUGH):
                continue
            if people := _in_front(evidence, match.start()):
                said = "、".join(people)
                return Draft("answered", "person", said, (evidence.proof,), people=people, confidence=0.9)
    return None


def _in_front(evidence: Evidence, end: int) -> tuple[str, ...]:
    """甲某、乙某 right in front of ``end``."""
    spans = {
        span: person.name
        for person in evidence.page.says.people
        if person.sentence == evidence.number and (span := name_span(person.name, evidence.text)) and span[1] <= end
    }
    found: list[str] = []
    for (start, stop), name in sorted(spans.items(), reverse=True):
        if evidence.text[stop:end].strip("、和等") and stop != end:
            break
        found.insert(0, name)
        end = start
    return tuple(found)
