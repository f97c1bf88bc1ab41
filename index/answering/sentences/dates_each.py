"""分别什么时候开工: several days that one row of items tells: 9月底前开工4个、11月底前开工6个."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.records import Span
from index.understanding.query import Query

_ASKS = load_pattern("answering.dates_each.asks")
_DATED = load_pattern("answering.dates_each.dated")
_ITEM = re.compile(r"[^，。；、,;]+")
_ENOUGH = 0.75
_STRONG = 0.5


def dates_each(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The items with their days in the bulletin's own words; None where one day alone is told, or of something else."""
    asked = _ASKS.search(query.text)
    if query.kind != "date" or asked is None:
        return None
    for evidence in pool if any(t.weight >= _STRONG for t in query.terms) else ():
        regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.heading, 0.8))
        share, missing, _ = coverage(query.terms, regions)
        run = _run(evidence.text, asked["deed"] or "") if share >= _ENOUGH and links_fit(query, evidence) else None
        if run is not None and not any(t.critical for t in missing):
            return Draft("answered", "date", evidence.text[slice(*run)], (evidence.proof,), confidence=0.9)
    return None


def _run(text: str, deed: str) -> Span | None:
    """The longest row of items joined by 、 that each tell a day, and the asked deed where one is asked."""
    best: list[re.Match[str]] = []
    row: list[re.Match[str]] = []
    for item in _ITEM.finditer(text):
        told = _DATED.search(item[0]) is not None and deed in item[0]
        joined = bool(row) and text[row[-1].end() : item.start()] == "、"
        row = ([*row, item] if joined else [item]) if told else []
        best = max(best, row, key=len)
    return (best[0].start(), best[-1].end()) if len(best) > 1 else None
