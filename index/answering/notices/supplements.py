"""What is paid in all, of a standard and what is added to it: 标准提高到150元; 80岁以上的每月加发20元."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.answering.figures.operands import Operand, sentence_operands
from index.language.lexicon import load_pattern
from index.understanding.query import Query, Term

_ADDED = load_pattern("answering.supplements.added")
_ASKS_WHOLE = load_pattern("answering.supplements.asks_whole")
_ASKS_ADDED = load_pattern("answering.supplements.asks_added")
_STANDARD = load_pattern("answering.supplements.standard")
_FAR = 3  # sentences from the standard to what is added to it
_ENOUGH = 0.6  # share of the words of the question that the sentence of the standard must account for


def with_standard(
    query: Query, terms: tuple[Term, ...], draft: Draft, added: Evidence, pool: Sequence[Evidence]
) -> Draft:
    """The standard and what is added to it, summed; ``draft`` itself where not both are printed or asked for.

    Args:
        draft: what is printed of the asked one, of the sentence ``added``.
    """
    asks = _ASKS_WHOLE.search(query.text) and not _ASKS_ADDED.search(query.text)
    if not asks or not _ADDED.search(draft.answer):
        return draft
    more = [one for one in sentence_operands(added) if one.amount.unit == "元" and one.amount.text in draft.answer]
    bases = [one for one in _standards(terms, added, pool) if more and arithmetic.alike(one.amount, more[-1].amount)]
    if not more or len({one.amount.value for one in bases}) != 1:
        return draft
    said, detail = arithmetic.total([bases[0].amount, more[-1].amount])
    return replace(draft, kind="money", answer=said, proofs=(bases[0].proof, *draft.proofs), detail=detail)


def _standards(terms: tuple[Term, ...], added: Evidence, pool: Sequence[Evidence]) -> list[Operand]:
    """What is paid to everybody, as the sentences before print it: the level that it was raised to."""
    found: list[Operand] = []
    for evidence in pool:
        near = evidence.page is added.page and 0 < added.number - evidence.number <= _FAR
        if near and coverage(terms, ((evidence.own, 1.0),))[0] >= _ENOUGH:
            found += [one for one in sentence_operands(evidence) if _STANDARD.search(one.before)]
    return found
