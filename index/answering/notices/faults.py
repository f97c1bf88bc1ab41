"""某校食堂出了什么问题: the clause that says what is wrong with the asked one, or what was found in its place."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of, sentence_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.records import Span
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.faults.asks")
_WRONG = load_pattern("answering.faults.wrong")
_FOUND = load_pattern("answering.faults.found")
_SCENE = load_pattern("answering.faults.scene")
_NAMED = 0.75
_SHORTEST = 6
_EDGES = "，。；：、 "


def fault_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The clause that tells a fault of the asked one; None where it is named without one."""
    match = _ASKS.search(query.text)
    if match is None:
        return None
    terms = [t for t in query.terms if t.weight >= 1.0 and not (match.start() <= t.start < match.end())]
    for evidence in pool if terms else ():
        if evidence.sentence.role != "paragraph" or not sentence_fits(query, evidence):
            continue
        for said, scene in _faults(evidence):
            if _is_of(terms, evidence, scene):
                return Draft("answered", "text", said, (evidence.proof,), confidence=0.9)
    return None


def _faults(evidence: Evidence) -> list[tuple[str, Span]]:
    """What is said to be wrong, with the clauses from the one that says where up to it."""
    found: list[tuple[str, Span]] = []
    start = 0
    for low, high in clause_spans(evidence.text):
        said = evidence.text[low:high].strip(_EDGES)
        first, _ = segment_of(evidence.text, low)
        start = low if _SCENE.match(said) or first == low else start
        named = _FOUND.search(said)
        if named is not None:
            found.append((next(one for one in named.groups() if one), (start, high)))
        elif len(said) >= _SHORTEST and _WRONG.search(said):
            found.append((said, (low, high)))
    return found


def _is_of(terms: Sequence[Term], evidence: Evidence, scene: Span) -> bool:
    """The first word of the question and most of the others stand in the clauses, and all of them around."""
    own, around = evidence.clause(scene), evidence.own + evidence.before + evidence.heading
    here = [t for t in terms if explained(t.text, own).score >= _NAMED]
    known = all(explained(t.text, around).score >= _NAMED for t in terms)
    return bool(here) and here[0] is terms[0] and len(here) * 2 > len(terms) and known
