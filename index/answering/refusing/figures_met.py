"""A yes to a figure has to print it: 是，投入2680万元 is no yes to 投入达到3486万元了吗."""

from __future__ import annotations

from dataclasses import replace

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.sentences.in_lists import asks_member
from index.language.lexicon import load_pattern
from index.language.numerals import OF_TIME, Quantity, find_quantities, is_same
from index.language.scripts import fold
from index.understanding.query import Query

_YES = "是，"
_REACHED = load_pattern("answering.figures_met.reached")
_BOUND = load_pattern("answering.figures_met.bound")
_KINDS = ("money", "percent", "points", "count", "measure")
_NEAR = 4  # code points around a figure in which a bound of it stands


def with_its_figures(query: Query, knowledge: Knowledge, draft: Draft) -> Draft | None:
    """The draft where it prints each figure that it says yes to; 没有 where the one it prints is less; else None."""
    if query.kind != "yesno" or draft.status != "answered" or not draft.answer.startswith(_YES):
        return draft
    figures = [q for q in find_quantities(query.text) if (q.value, q.unit) in query.figures and _is_claimed(q)]
    if not figures or asks_member(query.text):
        return draft
    quoted = (one.text.text for p in draft.proofs for one in knowledge.page(p.article).within(p.spans))
    printed = [q for said in (draft.answer, *quoted) for q in find_quantities(fold(said))]
    unmet = [figure for figure in figures if not any(_is_same(figure, one) for one in printed)]
    if not unmet:
        return draft
    told = [q for q in find_quantities(fold(draft.answer)) if _comparable(unmet[0], q)]
    if len(unmet) > 1 or len(told) != 1:
        return None
    if _REACHED.search(query.text[: unmet[0].start]) is None:
        near = query.text[max(0, unmet[0].start - _NEAR) : unmet[0].end + _NEAR]
        return draft if _BOUND.search(near) else None
    if told[0].value >= unmet[0].value:
        return draft
    return replace(draft, answer=f"没有，{draft.answer.removeprefix(_YES)}")


def _is_claimed(quantity: Quantity) -> bool:
    """A number with a unit; 二季度, 22号 and 第七期 are none."""
    if quantity.unit in OF_TIME:
        return False
    return quantity.kind in _KINDS or (quantity.kind == "bare" and bool(quantity.scale))


def _comparable(figure: Quantity, printed: Quantity) -> bool:
    return figure.unit == printed.unit or (not figure.unit and printed.kind in ("money", "bare", figure.kind))


def _is_same(figure: Quantity, printed: Quantity) -> bool:
    units = {figure.unit, printed.unit} - {""}
    return len(units) <= 1 and is_same(printed.value, figure.value)
