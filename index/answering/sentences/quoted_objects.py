"""What a deed is done to, where it is printed in quotes behind it: 常态化开展“万人助万企” for 常态化开展什么活动."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.quoted_objects.asks")
_ENOUGH = 0.6  # share of the other words of the question that the sentence accounts for


def quoted_object(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The quoted name behind the asked deed; None where no sentence quotes one, or several do."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    quoted = re.compile(rf"{re.escape(asked['deed'])}[^，。；“”]{{0,4}}(?P<said>“[^“”]{{2,20}}”)(?![“、])")
    terms = without(query.terms, (asked.span(),))
    found: dict[str, Draft] = {}
    for evidence in pool:
        told = quoted.search(evidence.text) if slots_fit(query, evidence, ("paragraph",)) else None
        regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.heading, 0.7))
        share, missing, _ = coverage(terms, regions)
        if told is not None and (not terms or share >= _ENOUGH) and not any(term.critical for term in missing):
            found.setdefault(told["said"], Draft("answered", "text", told["said"], (evidence.proof,)))
    return next(iter(found.values())) if len(found) == 1 else None
