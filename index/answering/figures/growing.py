"""How many there will be: what there is and what is to be added, where no later number is printed."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.answering.figures.asked import bare_text
from index.answering.figures.computed import computed_draft
from index.answering.figures.operands import Operand, fits_unit, operands
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.growing.asks")
_NOW = load_pattern("answering.growing.now")
_MORE = load_pattern("answering.growing.more")
_PART = load_pattern("answering.growing.part")
_NEAR = 3  # sentences from what there is to what is added
_ENOUGH = 0.66


def answer_grown(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """秋季以后会有多少辆 of 现有63辆 … 秋季将新增6辆: the sum of both; None where either is told twice."""
    if not _ASKS.search(bare_text(query.text)) or query.kind not in ("count", "number", "length", "area"):
        return None
    values = [one for one in operands(query, pool, levels=False) if one.row < 0 and fits_unit(query.unit, one)]
    found: dict[str, Draft] = {}
    for now in values:
        for more in values if _NOW.search(now.before) else ():
            if not _MORE.search(more.before) or _PART.search(more.before) or not _belong(query, now, more):
                continue
            said, detail = arithmetic.total((now.amount, more.amount))
            found.setdefault(said, computed_draft("sum", said, (now, more), detail))
    return next(iter(found.values())) if len(found) == 1 else None


def _belong(query: Query, now: Operand, more: Operand) -> bool:
    """Both count the same things near one another, and together they account for the question."""
    if now.page is not more.page or not 0 <= more.number - now.number <= _NEAR:
        return False
    if not arithmetic.alike(now.amount, more.amount) or now.place == more.place:
        return False
    terms = tuple(t for t in query.terms if not _ASKS.search(t.text))
    share, missing, _ = coverage(terms, (*now.regions(), *more.regions()))
    return share >= _ENOUGH and not any(term.critical for term in missing)
