"""一户能补到5万吗: the amount that somebody hopes for against the most that is printed for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import contrast_fits, links_fit, period_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.caps.asks")
_CAP = load_pattern("answering.caps.cap")
_KINDS = ("money", "bare")
_ENOUGH = 0.6
_SEEN = 0.5
_EDGES = "，；。：、,;: "


@dataclass(frozen=True, slots=True)
class _Capped:
    """A rule with the most that it grants."""

    most: float
    said: str
    near: float
    evidence: Evidence


def within_cap(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """能 or 不能 by the upper limit of just what is asked for; None where no amount is hoped for or none is capped."""
    asks = _ASKS.search(query.text) if query.kind == "yesno" else None
    hoped = _hoped(query.text, asks.span()) if asks is not None else None
    if asks is None or hoped is None:
        return None
    terms = tuple(t for t in without(query.terms, (asks.span(),)) if t.weight >= _SEEN)
    found = [one for evidence in pool if _fits(query, evidence) for one in _rules(terms, evidence)]
    best = max(found, key=lambda one: one.near, default=None)
    if best is None:
        return None
    verdicts = {hoped <= one.most for one in found if one.near > best.near - 0.05}
    if len(verdicts) > 1:
        return None  # two limits, and nothing says which is meant
    word = "能" if hoped <= best.most else "不能"
    return Draft("answered", "yesno", f"{word}，{best.said}"[:158], (best.evidence.proof,), confidence=0.9)


def _hoped(text: str, span: Span) -> float | None:
    """The one amount of money that the question names in its asking words."""
    found = [q for q in find_quantities(text) if q.kind in _KINDS and span[0] <= q.start and q.end <= span[1]]
    return found[0].value if len(found) == 1 and (found[0].kind == "money" or found[0].value >= 100) else None


def _fits(query: Query, evidence: Evidence) -> bool:
    return (
        evidence.sentence.role != "headline"
        and links_fit(query, evidence)
        and period_fits(query, evidence)
        and contrast_fits(query, evidence)
    )


def _rules(terms: tuple[Term, ...], evidence: Evidence) -> Iterator[_Capped]:
    """Each rule with a limit that accounts for what is asked."""
    text = fold(evidence.text)
    clauses = clause_spans(text)
    first = 0
    for number, (low, high) in enumerate(clauses):
        capped = _limit(text[low:high])
        if capped is not None:
            rule = clauses[first][0], high
            regions = (
                (evidence.clause((low, high)), 1.0), (evidence.clause(rule), 0.95), (evidence.own, 0.8),
                (evidence.before, 0.7), (evidence.head, 0.7), (evidence.heading, 0.8),
            )  # fmt: skip
            share, missing, _ = coverage(terms, regions)
            own, _, _ = coverage(terms, regions[:2])
            if share >= _ENOUGH and not any(t.weight >= 1.0 for t in missing):
                said = evidence.text[low:high].strip(_EDGES)
                yield _Capped(capped.value, said, share + own - 0.002 * evidence.rank, evidence)
        if text[high - 1] in "；;。":
            first = number + 1


def _limit(clause: str) -> Quantity | None:
    """The amount that a clause prints as the most: 最高不超过3万元, 上限为800元."""
    for quantity in find_quantities(clause):
        if quantity.kind == "money" and _CAP.search(clause[: quantity.start]):
            return quantity
    return None
