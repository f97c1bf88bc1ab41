"""Which two are done already: what a clause says of just so many, joined by 和, in front of the asked deed.

哪两项已经建成 of 文化站和滨河步道已经建成，停车场完成七成.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.understanding.kinds import asked_count
from index.understanding.query import Query

_ROW = load_pattern("answering.subject_rows.row")
_JOINS = load_pattern("answering.subject_rows.joins")
_WHICH = load_pattern("answering.subject_rows.which")
_ENOUGH = 0.6  # share of the words of the question that the sentence and what is around it must account for
_DOES = 0.9  # how well the deed must stand in the clause
_FEWEST = 2


def row_of_subjects(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The row in front of what is told, where it has as many items as are asked for; else None."""
    wanted = asked_count(query.text) or 0
    deed = max(query.terms, key=lambda term: term.end, default=None)
    if wanted < _FEWEST or deed is None or not _WHICH.search(query.text):
        return None
    terms = tuple(t for t in query.terms if not any(sign in t.text for sign in "两三四五六七八九十"))
    for evidence in pool:
        share, missing, _ = coverage(terms, evidence.regions)
        if share < _ENOUGH or any(t.critical for t in missing) or not slots_fit(query, evidence, ("paragraph",)):
            continue
        for low, high in clause_spans(evidence.text):
            match = _ROW.match(evidence.text[low:high].strip())
            items = _JOINS.split(match["row"]) if match else []
            if len(items) == wanted and match and explained(deed.text, match["told"]).score >= _DOES:
                return Draft("answered", "list", "、".join(items), (evidence.proof,), confidence=0.9)
    return None
