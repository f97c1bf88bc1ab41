"""Why something is so, where no 因 prints it: 主要问题是建材乱堆; 倒春寒使产量下降; 3个卡在用地，2个缺资金."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.about import aboutness, slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.reasons.asks")
_STUCK = load_pattern("answering.reasons.stuck")
_HELD_UP = load_pattern("answering.reasons.held_up")
_MAKES = load_pattern("answering.reasons.makes")
_DELAYED = load_pattern("answering.reasons.delayed")
_HINDERED = load_pattern("answering.reasons.hindered")
_BLAMED = load_pattern("answering.reasons.blamed")
_FAULT = load_pattern("answering.reasons.fault")
_NOT_DONE = load_pattern("answering.reasons.not_done")
_CAUSE = load_pattern("answering.reasons.cause")
_SAID = 0.75
_ENOUGH = 0.6
_STRONG = 0.5
_LONGEST = 110
_EDGES = "，；。：、,;: |"


def asks_reason(text: str) -> bool:
    """为啥, 咋还没开工, 卡在哪: a cause is asked for."""
    return bool(_ASKS.search(text))


def reason(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What a sentence tells as the cause of what is asked for; None where none tells one."""
    if not asks_reason(query.text):
        return None
    terms = without(query.terms, tuple(match.span() for match in _ASKS.finditer(query.text)))
    found = [
        (score - 0.002 * evidence.rank, said.strip(_EDGES), evidence)
        for evidence in pool
        if slots_fit(query, evidence)
        for score, said in _told(query, terms, evidence, pool)
        if 3 < len(said) <= _LONGEST
    ]
    best = max(found, key=lambda one: one[0], default=None)
    if best is None:
        return None
    score, said, evidence = best
    return Draft("answered", "text", said, (evidence.proof,), confidence=round(min(score, 1.0), 3))


def _told(
    query: Query, terms: tuple[Term, ...], evidence: Evidence, pool: Sequence[Evidence]
) -> Iterator[tuple[float, str]]:
    """(how surely, words) of each cause that the sentence tells."""
    text = evidence.text
    makes = ((m, m.span("said"), m.span()) for m in _MAKES.finditer(text))
    delays = ((m, m.span(), m.span()) for m in _DELAYED.finditer(text) if _HINDERED.search(m["said"]))
    stuck = ((m, m.span(), m.span()) for m in _HELD_UP.finditer(text)) if _STUCK.search(query.text) else ()
    for match, said, about in (*makes, *delays, *stuck):
        if _accounted(terms, evidence, about):
            score = aboutness(query, terms, evidence, match.span(), _ENOUGH)
            if score:
                yield score, text[slice(*said)]
    if (fault := _fault(query, terms, evidence)) is not None:
        yield 1.0, fault
    if (held := _held_back(query, terms, evidence, pool)) is not None:
        yield 1.0, held


def _accounted(terms: Sequence[Term], evidence: Evidence, span: Span) -> bool:
    """Every word of weight stands in the part of the sentence, or says what the paragraph is about."""
    part = evidence.clause(segment_of(evidence.text, span[0]))
    around = "|".join((part, evidence.before, evidence.head, evidence.heading))
    own = [term for term in terms if explained(term.text, part).score >= _STRONG]
    return bool(own) and all(
        explained(term.text, around).score >= _STRONG for term in terms if term.weight >= _STRONG
    )


def _fault(query: Query, terms: Sequence[Term], evidence: Evidence) -> str | None:
    """为啥上黑榜: what the list of faults says of the asked one, which an article blames for it."""
    blamed = _BLAMED.search(query.text)
    if blamed is None:
        return None
    names = [term.text for term in terms if term.critical]
    for low, high in clause_spans(evidence.text):
        clause = evidence.text[low:high]
        fault = _FAULT.search(clause)
        name = next((one for one in names if fault and one in clause[: fault.start() + 1]), None)
        if fault and name and _is_blamed(name, blamed[0], evidence):
            return fault["said"] or fault["having"]
    return None


def _is_blamed(name: str, blame: str, evidence: Evidence) -> bool:
    """A part of a sentence of the article names the one and the blame together."""
    sentences = evidence.page.compact
    return any(
        name in part and explained(blame, part).score >= _SAID
        for sentence in sentences
        for part in re.split("[;。]", sentence)
    )


def _held_back(
    query: Query, terms: Sequence[Term], evidence: Evidence, pool: Sequence[Evidence]
) -> str | None:
    """咋还没开工 of a project that is said not to have begun: why it is held up, whatever the sentence says of it."""
    project = next((link for link in query.links if link.kind == "project"), None)
    undone = _NOT_DONE.search(query.text)
    if project is None or undone is None:
        return None
    cause = next((m for m in _CAUSE.finditer(evidence.text) if _HINDERED.search(m["said"])), None)
    low = next((a for a, b in clause_spans(evidence.text) if cause and a <= cause.start() < b), 0)
    if cause is None or compact(project.name) not in compact(evidence.text[low : cause.start()]):
        return None
    printed = any(_says_undone(undone["what"], one) for one in pool if project.name in one.text)
    return cause["said"] if printed else None


def _says_undone(what: str, evidence: Evidence) -> bool:
    return bool(re.search(rf"(?:未|没有?|尚未|无法){re.escape(what)}", fold(evidence.text)))
