"""水稻、玉米各收了多少: a clause with a figure of one unit for each of the things that the question names."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.each_named.asks")
_ENOUGH = 0.6
_EDGES = "，；。：、,;: "
_LED = load_pattern("answering.each_named.led")


def each_named(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The clauses of one sentence that give each named thing its figure; None unless all of them have one."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    names = [t for t in query.terms if t.end <= asked.start() and t.weight >= 1.0]
    for evidence in pool if len(names) > 1 else ():
        if evidence.sentence.role not in ("paragraph", "caption") or not slots_fit(query, evidence):
            continue
        told = _told(names, evidence)
        if len(told) < 2:
            continue
        rest = tuple(t for t in query.terms if t not in told)
        share, missing, _ = coverage(rest, ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, 0.8)))
        if rest and (share < _ENOUGH or any(t.weight >= 1.0 for t in missing)):
            continue
        said = "，".join(dict.fromkeys(told.values()))
        return Draft("answered", "list", said[:390], (evidence.proof,), confidence=0.9)
    return None


def _told(names: Sequence[Term], evidence: Evidence) -> dict[Term, str]:
    """What each of the names that lead a clause has, where all figures are of one unit; else nothing."""
    text = fold(evidence.text)
    found: dict[Term, str] = {}
    units: set[str] = set()
    for low, high in clause_spans(text):
        for part in _parts(text[low:high]):
            figures = [q for q in find_quantities(part) if q.unit]
            led = [t for t in names if compact(_LED.sub("", part)).startswith(compact(t.text))]
            if len(figures) == 1 and led and led[0] not in found:
                found[led[0]] = _LED.sub("", part)
                units.add(figures[0].unit)
    return found if len(units) == 1 else {}


def _parts(clause: str) -> list[str]:
    return [part for part in clause.strip(_EDGES).split("、") if part]
