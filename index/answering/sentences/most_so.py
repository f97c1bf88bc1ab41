"""Which are most so, by any word: 哪里最堵 of 最堵的是甲路、乙桥 or 拥堵最严重的是甲路, 哪项最难 of 最难的是征地."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import slots_agree
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.most_so.asks")
_ENOUGH = 0.6
_TELLS = 0.3


def most_so(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What is printed behind 最…的是; None where no sentence says so of what is asked, or for a plain measure."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    word = asked["how"] or asked["how2"]
    how = re.escape(word)
    says = re.compile(
        rf"(?:最{how}|{how}[^，。；]{{0,4}}最(?:严重|突出|厉害|明显|集中))的[^，。；]{{0,6}}?(?:分别)?(?:是|为|有|当属|要数|包括)"
        r"(?P<said>[^，。；]{2,60})"
    )
    terms = tuple(t for t in query.terms if t.weight >= _TELLS and word not in t.text)
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        match = says.search(evidence.text) if evidence.sentence.role == "paragraph" else None
        if match is None or not slots_agree(query, evidence):
            continue
        regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.head, 0.8), (evidence.heading, 0.8))
        share, missing, _ = coverage(terms, regions)
        share = share if terms else 1.0
        if share < _ENOUGH or any(t.critical for t in missing):
            continue
        score = share - 0.002 * evidence.rank
        if best is None or score > best[0]:
            best = score, Draft("answered", "compare", match["said"], (evidence.proof,), confidence=round(share, 3))
    return best[1] if best else None
