"""是第一次拿第一吗: 连续第三年夺冠, 再次捧杯 and 蝉联 tell that it is not the first time."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit, segment_of, year_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.first_time.asks")
_AGAIN = load_pattern("answering.first_time.again")
_ASKED = load_pattern("answering.first_time.asked")
_MARKS = "，；。、,; "
_ENOUGH = 0.75


def again(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """No, with the clause that counts it; None where no sentence of the asked one says that it was so before."""
    if query.kind != "yesno" or not _ASKS.search(query.text):
        return None
    terms = tuple(t for t in query.terms if not _ASKED.search(t.text) and t.weight >= 0.5)
    for evidence in pool if terms else ():
        if not (links_fit(query, evidence) and year_fits(query, evidence)):
            continue
        for low, high in clause_spans(evidence.text):
            clause = evidence.text[low:high].strip(_MARKS)
            start, end = segment_of(evidence.text, low)
            share, missing, _ = coverage(terms, ((evidence.clause((start, end)), 1.0),))
            if _AGAIN.search(clause) and share >= _ENOUGH and not any(t.critical for t in missing):
                return Draft("answered", "yesno", f"不是，{clause}", (evidence.proof,), confidence=0.9)
    return None
