"""停多久 behind 11日7:00至17:00: how long the stretch of time lasts that was told before."""

from __future__ import annotations

from index.answering.evidence.draft import Draft
from index.answering.evidence.pool import Evidence
from index.answering.figures.intervals import length_of, prints_length
from index.language.lexicon import load_pattern
from index.understanding.query import Query
from index.understanding.understand import Earlier

_ASKS = load_pattern("answering.lasting.asks")


def lasting(query: Query, earlier: Earlier, told: Evidence | None) -> Draft | None:
    """The length of the stretch, where the sentence prints none itself."""
    if told is None or not _ASKS.fullmatch(query.text.rstrip("？?")) or prints_length(told.text):
        return None
    found = length_of(earlier.answer)
    return Draft("answered", "number", found[0], (told.proof,), detail=found[1]) if found is not None else None
