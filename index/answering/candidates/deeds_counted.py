"""关了几家: of 检查单位90家，…，责令停业2家 the number whose clause alone tells of what was done."""

from __future__ import annotations

from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.records import Fact
from index.understanding.query import Query

_ASKED = load_pattern("answering.deeds_counted.asked")
_MEASURED = ("count", "measure", "money")
_EARNS = 0.3
_SAME = 0.75


def deed_done(query: Query, evidence: Evidence, fact: Fact) -> float:
    """What a number earns that stands in the only clause of its sentence which tells of the deed in front of 几家."""
    asked = _ASKED.search(query.text) if fact.kind in _MEASURED[:2] else None
    deed = next((t.text for t in query.terms if t.end == asked.start()), None) if asked else None
    if deed is None:
        return 0.0
    clauses = {f.clause for f in evidence.facts if f.kind in _MEASURED}
    told = {one: explained(deed, evidence.clause(one)).score >= _SAME for one in clauses}
    return _EARNS if told.get(fact.clause, False) and sum(told.values()) == 1 else 0.0
