"""What if one is late: what is printed for whoever missed the day (逾期不予受理; 因故错过的，可补登)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Page
from index.answering.services.topic import bare, foremost, sentences, told, topic
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.lateness.asks")
_LATE = load_pattern("answering.lateness.late")
_LONGEST = 150
_LEAST = 0.5


def if_late(query: Query, pages: Sequence[Page]) -> Draft | None:
    """What a bulletin prints for whoever is late with what is asked about; None where it prints nothing."""
    return foremost(_found(query, pages))


def _found(query: Query, pages: Sequence[Page]) -> Iterator[tuple[float, int, Draft]]:
    asked = [match.span() for match in _ASKS.finditer(query.text)]
    if not asked or any(sign.isdigit() for low, high in asked for sign in query.text[low:high]):
        return  # 逾期5天怎么处理 is told by classes of days
    terms = topic(query, asked)
    for order, evidence in sentences(pages):
        text = evidence.text
        spans = [span for span in clause_spans(text) if _LATE.search(fold(text[slice(*span)]))]
        if not spans:
            continue
        said = bare(text[spans[0][0] :])
        if len(said) > _LONGEST:
            said = bare(text[spans[0][0] : _end(text, spans[0][0])])
        share = told(query, terms, evidence, said)
        if share is None or (terms and share < _LEAST):
            continue
        yield share, order, Draft("answered", "text", said, (evidence.proof,))


def _end(text: str, start: int) -> int:
    """Where the part up to the semicolon ends, or the last clause that still fits."""
    stop = text.find("；", start)
    if 0 <= stop - start <= _LONGEST:
        return stop
    return max((high for _, high in clause_spans(text) if start < high <= start + _LONGEST), default=len(text))
