"""完成率没到80%的有哪些, 5000万元以上的有几个: the rows of a table whose figures keep to a bound of the question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.relation import common, lists_a_part
from index.answering.tables.asked_bounds import Bound, asked_bounds
from index.answering.tables.columns import TOTAL
from index.answering.tables.table_cases import LEAST, MOST, NAMES, Case
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import fold

_COUNTS = load_pattern("answering.row_bounds.counts")
_CHANGE_HEAD = load_pattern("answering.row_bounds.change_head")
_BELOW_ZERO = load_pattern("answering.row_bounds.below_zero")
_LEFT_OPEN = re.compile(r"[-—－–/\\]*")
_NAMED = 0.5  # share of a header that the question has to say
_MOST_NAMED = 20


def rows_within(case: Case) -> Draft | None:
    """The rows, or their number, whose figure of the named column keeps to the one bound that is asked."""
    text = case.query.text
    counts = case.query.kind == "count" and _COUNTS.search(text) is not None
    if not (counts or (NAMES.search(text) and case.query.kind != "yesno")) or MOST.search(text) or LEAST.search(text):
        return None
    bounds = list(asked_bounds(text))
    if len(bounds) != 1 or any(one.column == case.relation.names and not one.ranked for one in case.held):
        return None
    rows = [n for n in case.rows if n in case.relation.body and not TOTAL.search(case.name(n))]
    figures = _column(case, rows, bounds[0])
    if len(rows) < 2 or figures is None:
        return None
    column, values = figures
    kept = [n for n in rows if n in values and bounds[0].holds(values[n])]
    partly = lists_a_part(case.relation.above + case.page.heading)
    if len(kept) > _MOST_NAMED or (partly and (counts or not kept)):
        return None  # of 部分项目 nobody knows how many there are
    if not kept:
        return Draft("answered", "list", texts.NONE_WITHIN, case.proofs(rows))
    names = "、".join(map(case.name, kept)) + ("等" if partly else "")
    detail = "、".join(f"{case.name(n)}{case.said(n, column)}" for n in kept)
    if counts:
        said = f"{len(kept)}个（{names}）"
        return Draft("answered", "count", said, case.proofs(kept), detail=detail)
    return Draft("answered", "list", names, case.proofs(kept), detail=detail)


def _column(case: Case, rows: Sequence[int], bound: Bound) -> tuple[int, dict[int, float]] | None:
    """The column that is bounded and its figures: the one whose name the question says best, else the only one."""
    headers = case.relation.headers
    held = {n: found for n in range(len(headers)) if (found := _figures(case, rows, n, bound))}
    said = {n: common(headers[n], case.rest) / len(headers[n]) for n in held}
    named = sorted((n for n in held if said[n] >= _NAMED), key=lambda n: -said[n])
    if named and (len(named) == 1 or said[named[0]] > said[named[1]]):
        return named[0], held[named[0]]
    others = any(common(name, case.rest) >= _NAMED * len(name) for n, name in enumerate(headers) if n not in held)
    return next(iter(held.items())) if len(held) == 1 and not others else None


def _figures(case: Case, rows: Sequence[int], column: int, bound: Bound) -> dict[int, float] | None:
    """The figures of all rows in a column that is in the unit of the bound, or of a growth; None of another one."""
    header = case.relation.headers[column]
    if column in case.relation.wordy or column == case.relation.names or not header:
        return None
    if bound.figure is None and not _CHANGE_HEAD.search(header):
        return None
    found: dict[int, float] = {}
    for n in rows:
        said = fold(case.said(n, column))
        if _LEFT_OPEN.fullmatch(said):
            continue
        quantity = next(iter(find_quantities(said)), None)
        if quantity is None or not _alike(quantity, bound.figure):
            return None
        found[n] = -quantity.value if _BELOW_ZERO.match(said) else quantity.value
    return found or None


def _alike(cell: Quantity, asked: Quantity | None) -> bool:
    """In the same unit; 5000万 of money is said without one."""
    if asked is None or cell.unit == asked.unit:
        return True
    return not asked.unit and bool(asked.scale) and cell.unit == "元"
