"""A row that a question takes for another: 电工第一名贺明轩, where the table has 电工 beside another name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.pool import Evidence
from index.answering.evidence.relation import Condition, Relation
from index.answering.tables.table_cases import Case, conditioned
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_FREE = ("yesno", "compare", "difference", "lookup", "sum", "average")  # there both rows may be meant
_APART = load_pattern("answering.table_premises.apart")
_NEAR = 6  # code points between the two names


def contradicted_row(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What the table has beside the first of two cells that the question says together and no row holds together."""
    if query.kind in _FREE:
        return None
    for page, relation, held in conditioned(query, pool):
        whole = sorted((one for one in held if _is_cell(query, relation, one)), key=lambda one: one.span)
        for first, second in pairwise(whole):
            between = query.text[first.span[1] : second.span[0]]
            if first.column == second.column or first.rows & second.rows:
                continue
            if len(between) > _NEAR or _APART.search(between) or not len(first.rows) == len(second.rows) == 1:
                continue
            one, other = (first, second) if first.column <= second.column else (second, first)
            (row,) = one.rows
            case = Case(query, page, relation, tuple(held), (row,), query.text, 1.0)
            answer = texts.PREMISE_ROW.format(
                name=case.name(row, one.column),
                what=relation.headers[other.column],
                right=case.name(row, other.column),
                wrong=query.text[slice(*other.span)],
            )
            return Draft("corrected", "text", answer, case.proofs((row, *other.rows)), confidence=0.9)
    return None


def _is_cell(query: Query, relation: Relation, one: Condition) -> bool:
    """The question has the whole cell, and one row alone has it."""
    if one.ranked or one.span[0] < 0:
        return False
    said = query.text[slice(*one.span)]
    return len(said) > 1 and all(relation.values[row][one.column] == said for row in one.rows)
