"""某校食堂出了什么问题: the clause of the asked one that says what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import sentence_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.faults.asks")
_WRONG = load_pattern("answering.faults.wrong")
_NAMED = 0.75
_SHORTEST = 6


def fault_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The clause that names the asked one and a fault; None where it is named without one."""
    match = _ASKS.search(query.text)
    if match is None:
        return None
    terms = [t for t in query.terms if t.weight >= 1.0 and not (match.start() <= t.start < match.end())]
    for evidence in pool if terms else ():
        if evidence.sentence.role != "paragraph" or not sentence_fits(query, evidence):
            continue
        around = evidence.own + evidence.before + evidence.heading
        for span in clause_spans(evidence.text):
            said = evidence.text[slice(*span)].strip("，。；：、 ")
            own = evidence.clause(span)
            here = [t for t in terms if explained(t.text, own).score >= _NAMED]
            if len(said) < _SHORTEST or not _WRONG.search(said) or not here or here[0] is not terms[0]:
                continue
            if len(here) * 2 > len(terms) and all(explained(t.text, around).score >= _NAMED for t in terms):
                return Draft("answered", "text", said, (evidence.proof,), confidence=0.9)
    return None
