"""Why somebody was punished, where the same part of a sentence tells the fault first: 甲厂擅自排污，被罚款3万元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS = load_pattern("answering.penalties.asks")
_PUNISHED = load_pattern("answering.penalties.punished")
_NUMBERED = load_pattern("answering.penalties.numbered")
_PARTS = re.compile("[^；;。：:]+")
_SAID = 0.75
_SHORTEST = 4  # letters of a fault


def punished_for(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The clauses in front of the punishment, in a part that names the asked one; None where none does."""
    asked = _ASKS.search(query.text)
    names = [t.text for t in query.terms if asked and t.end <= asked.start() and t.weight >= 1.0]
    penalty = [t.text for t in query.terms if asked and t.start >= asked.start() and t.weight >= 1.0]
    for evidence in pool if names else ():
        if not slots_fit(query, evidence, ("paragraph", "caption")):
            continue
        for part in _PARTS.finditer(evidence.text):
            punished = _PUNISHED.search(part[0])
            fault = _NUMBERED.sub("", part[0][: punished.start()]).strip("，, ") if punished else ""
            if len(fault) < _SHORTEST or _PUNISHED.search("，" + fault):
                continue
            done = compact(part[0][punished.start() :]) if punished else ""
            same = all(explained(word, done).score >= _SAID for word in penalty)  # 停产 is no fine
            if same and all(explained(name, compact(fault)).score >= _SAID for name in names):
                return Draft("answered", "text", fault, (evidence.proof,), confidence=0.9)
    return None
