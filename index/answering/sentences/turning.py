"""What is to become of what: 由什么向什么转变, 从“等客来”变成啥, by the words on both sides of 向."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import slots_agree
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS_BOTH = load_pattern("answering.turning.asks_both")
_ASKS_END = load_pattern("answering.turning.asks_end")
_TURNS = load_pattern("answering.turning.turns")
_ENOUGH = 0.6


def turned(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Both ends, or the one that is asked for; None where no sentence prints a turn of what is asked."""
    both = _ASKS_BOTH.search(query.text)
    end = None if both else _ASKS_END.search(query.text)
    asked = both or end
    if asked is None:
        return None
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if t.weight > 0)
    for evidence in pool:
        if evidence.sentence.role != "paragraph" or not slots_agree(query, evidence):
            continue
        for turn in _TURNS.finditer(evidence.text):
            share, missing, _ = coverage(terms, ((evidence.own, 1.0), (evidence.before, 0.7), (evidence.heading, 0.6)))
            if (terms and share < _ENOUGH) or any(t.critical for t in missing):
                continue
            if both:
                return Draft("answered", "text", turn[0], (evidence.proof,), accounted=True)
            if compact(turn["old"]) in compact(query.text):
                return Draft("answered", "text", turn["new"], (evidence.proof,), accounted=True)
    return None
