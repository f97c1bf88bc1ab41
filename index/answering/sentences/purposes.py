"""What something is to bring (搞三个行动是为了什么, 上半年的目标是什么): the clause 确保…, 力争… behind it."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import slots_agree
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.purposes.asks")
_AIMS = load_pattern("answering.purposes.aims")
_ENOUGH = 0.7


def aimed_at(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The printed aim; None where no sentence about what is asked goes on with one."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if t.weight > 0)
    for evidence in pool if terms else ():
        aims = _AIMS.search(evidence.text) if evidence.sentence.role == "paragraph" else None
        if aims is None or not slots_agree(query, evidence):
            continue
        share, missing, _ = coverage(terms, ((evidence.own, 1.0),))
        if share >= _ENOUGH and not any(t.critical for t in missing):
            return Draft("answered", "text", aims["aim"], (evidence.proof,), accounted=True)
    return None
