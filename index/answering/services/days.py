"""From when to when something can be applied for: the printed day or stretch of just that deed.

几号开始填, 最晚哪天 are told by 家长于6月20日至28日在小程序填报 wherever the page says whom it is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.fits import segment_of
from index.answering.evidence.knowledge import Page
from index.answering.evidence.loosely import share as share_of
from index.answering.evidence.pool import Evidence
from index.answering.services.counters import deeds
from index.answering.services.topic import bare, foremost, held, sentences, told, topic
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.days.asks")
_END = load_pattern("answering.days.end")
_ENDS = load_pattern("answering.days.ends")
_NO_WINDOW = load_pattern("answering.days.no_window")
_AGAIN = load_pattern("answering.days.again")
_LEAST = 0.55
_NAMED, _HELD = 0.3, 0.5


def open_days(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The printed days on which what is asked about can be applied for; None where none is printed of that deed."""
    return foremost(_found(query, pages))


def _found(query: Query, pages: Sequence[Page]) -> Iterator[tuple[float, int, Draft]]:
    asked = [match.span() for match in _ASKS.finditer(query.text)]
    wanted = deeds(query.text)
    if not asked or not wanted or query.kind not in ("date", "text"):
        return
    terms = topic(query, asked)
    named = [term for term in terms if term.weight >= 1.0]
    for order, evidence in sentences(pages):
        for fact, clause in _dated(evidence):
            if _NO_WINDOW.search(clause) or not wanted & deeds(clause):
                continue
            if bool(_AGAIN.search(clause)) != bool(_AGAIN.search(query.text)):
                continue  # the days for those who missed the first ones
            if _END.search(query.text) and not _ENDS.search(fact.value + clause):
                continue
            share = told(query, terms, evidence, clause)
            if share is None or share < _LEAST or not _named_here(named, evidence, fact):
                continue
            score = share
            if named:
                score += _NAMED * (share_of(named, compact(clause)) + share_of(named, evidence.heading))
            facts = ((evidence.page.article.id, fact),)
            yield score, order, Draft("answered", "date", fact.value, (evidence.proof,), facts=facts)


def _named_here(named: Sequence[Term], evidence: Evidence, fact: Fact) -> bool:
    """What is asked about is named in the part of the sentence up to the semicolon, around it or by the headline."""
    segment = compact(evidence.text[slice(*segment_of(evidence.text, fact.start))])
    head = evidence.head if evidence.head != evidence.own else ""
    near = "，".join((segment, evidence.before, head, evidence.heading))
    return all(held(term, near) >= _HELD for term in named)


def _dated(evidence: Evidence) -> Iterator[tuple[Fact, str]]:
    """Each day with its clause, and the next one where the day opens the sentence or stands alone."""
    clauses = clause_spans(evidence.text)
    for fact in evidence.facts:
        if fact.kind != "date":
            continue
        at = next((n for n, (low, high) in enumerate(clauses) if low <= fact.start < high), None)
        if at is None:
            continue
        low, high = clauses[at]
        front = evidence.text[clauses[at - 1][0] : low] if at and evidence.text[low - 1] in "：:" else ""
        own = evidence.text[low:high]
        alone = len(bare(own)) - len(fact.value) <= 2
        if alone and not front and at + 1 < len(clauses):
            own += evidence.text[slice(*clauses[at + 1])]
        yield fact, front + own
