"""What is left of one printed value without its counterpart: 出口41亿元、进口11亿元 make a 顺差 of 30亿元, 新设960户、
注销310户 a 净增 of 650户."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import sentence_fits
from index.answering.evidence.pool import Evidence
from index.answering.figures.computed import computed_draft
from index.answering.figures.operands import Operand, fits_unit, sentence_operands
from index.language.lexicon import load_table
from index.language.scripts import fold
from index.understanding.query import Query, Term

_KINDS = ("money", "count", "number", "difference")
_ENOUGH = 0.66


@lru_cache(maxsize=1)
def _balances() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(row[0]), re.compile(row[1]), re.compile(row[2])) for row in load_table("balances"))


def answer_balance(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The greater less the smaller value with its arithmetic; None where the balance is printed, or one is not sure."""
    text = fold(query.question)
    for asked, plus, minus in _balances() if query.kind in _KINDS else ():
        match = asked.search(text)
        if match is None or any(asked.search(one.text) for one in pool):
            continue
        terms = tuple(
            t for t in query.terms
            if not any(one.search(t.text) for one in (asked, plus, minus)) and t.text not in match[0]
        )  # fmt: skip
        found = {one[0]: one for evidence in pool for one in _told(query, terms, evidence, plus, minus)}
        if len(found) == 1:
            (said, detail, pair), = found.values()
            return computed_draft("sum", said, pair, detail)
    return None


def _told(
    query: Query, terms: Sequence[Term], evidence: Evidence, plus: re.Pattern[str], minus: re.Pattern[str]
) -> Iterator[tuple[str, str, tuple[Operand, Operand]]]:
    """(difference, arithmetic, both values) of the two values of a sentence that the words stand right in front of."""
    if not sentence_fits(query, evidence):
        return
    regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, 0.8))
    if terms and coverage(tuple(terms), regions)[0] < _ENOUGH:
        return
    values = [one for one in sentence_operands(evidence) if not one.change and fits_unit(query.unit, one)]
    for more, less in product(values, values):
        alike = more is not less and arithmetic.alike(more.amount, less.amount)
        if alike and plus.search(more.before) and minus.search(less.before) and more.amount.value > less.amount.value:
            said, detail = arithmetic.difference(more.amount, less.amount)
            yield said, detail, (more, less)
