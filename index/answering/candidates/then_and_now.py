"""What was then and what is now: of 当时只有27户，如今已有213户 the number of the time that is asked for."""

from __future__ import annotations

from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.records import Fact
from index.understanding.query import Query

_MEASURED = ("money", "count", "measure", "percent", "bare")
_THEN = load_pattern("answering.then_and_now.then")
_NOW = load_pattern("answering.then_and_now.now")
_ASKS_THEN = load_pattern("answering.then_and_now.asks_then")
_ASKS_OTHER = load_pattern("answering.then_and_now.asks_other")
_CLAUSE_ENDS = "，,；;。：:（("


def of_the_other_time(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True for a value of then where the present one stands beside it, and for the present one where then is asked.

    Who asks without a word of time means the present: 社员有多少户 is answered by 如今已有213户.
    """
    if fact.kind not in _MEASURED or _ASKS_OTHER.search(query.text):
        return False
    former = _is_former(evidence.text, fact)
    if former is None or former == bool(_ASKS_THEN.search(query.text)):
        return False
    return any(
        one is not fact and one.unit == fact.unit and _is_former(evidence.text, one) is (not former)
        for one in evidence.values
        if segment_of(evidence.text, one.start, "。") == segment_of(evidence.text, fact.start, "。")
    )


def _is_former(text: str, fact: Fact) -> bool | None:
    """Whether the clause of a value tells of then (True) or of the present (False); None where it says neither."""
    low = max(text.rfind(mark, 0, fact.start) for mark in _CLAUSE_ENDS) + 1
    before = text[low : fact.start]
    if _NOW.search(before):
        return False
    return True if _THEN.search(before) else None
