"""Figures that follow from a row or a column: what of a plan is left, which rows are done, what all rows make."""

from __future__ import annotations

from dataclasses import replace

from index.answering.candidates.values import same_unit
from index.answering.evidence.draft import Draft
from index.answering.evidence.texts import difference_said, sum_said
from index.answering.tables.columns import TOTAL
from index.answering.tables.table_asked import asked_column
from index.answering.tables.table_cases import NAMES, Case
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities, parse_number
from index.language.scripts import fold

_PLAN = load_pattern("answering.row_figures.plan")
_DONE = load_pattern("answering.row_figures.done")
_ASKS_LEFT = load_pattern("answering.row_figures.asks_left")
_ASKS_ALL_DONE = load_pattern("answering.row_figures.asks_all_done")
_ALL_ROWS = load_pattern("answering.row_figures.all_rows")
_NOT = load_pattern("answering.row_figures.not")


def left_in_row(case: Case) -> Draft | None:
    """还差多少公里没改完: of a row with a plan and what is done of it, the difference."""
    if not _ASKS_LEFT.search(case.query.text):
        return None
    rows = [n for n in case.rows if n in case.relation.body]
    pair = _plan_and_done(case) if len(rows) == 1 and case.held else None
    if pair is None:
        return None
    planned, done = (_quantity(case, rows[0], column) for column in pair)
    if planned is None or done is None or planned.unit != done.unit or planned.value <= done.value:
        return None
    if case.query.unit and planned.unit and not planned.unit.endswith(case.query.unit):
        return None
    said, detail = difference_said(planned, done)
    return Draft("answered", "number", said, case.proofs(rows), detail=detail)


def done_rows(case: Case) -> Draft | None:
    """哪个乡镇全干完了: the rows whose figure of what is done has reached the plan's."""
    if not (_ASKS_ALL_DONE.search(case.query.text) and NAMES.search(case.query.text)):
        return None
    pair = _plan_and_done(case) if not _NOT.search(case.query.text) else None
    if pair is None:
        return None
    rows = [n for n in case.relation.body if not TOTAL.search(case.name(n))]
    figures = {n: tuple(_quantity(case, n, column) for column in pair) for n in rows}
    if any(one is None for both in figures.values() for one in both):
        return None
    reached = [n for n, (plan, done) in figures.items() if plan and done and done.value >= plan.value]
    if not reached or len(reached) == len(rows):
        return None
    names = "、".join(f"{case.name(n)}（{case.said(n, pair[1])}）" for n in reached)
    return Draft("answered", "list" if len(reached) > 1 else "compare", names, case.proofs(reached))


def summed_column(case: Case) -> Draft | None:
    """四所高中一共招多少人: the asked column of all rows, where the question says how many they are."""
    asked = _ALL_ROWS.search(case.query.text) if case.query.total else None
    body = [n for n in case.relation.body if not TOTAL.search(case.name(n))]
    if asked is None or len(body) < 2 or len(body) != len(case.relation.body):
        return None
    if any(one.column == case.relation.names and not 0 <= one.span[0] - asked.end() <= 1 for one in case.held):
        return None  # one of the rows is named
    if parse_number(asked["n"].replace("两", "二").replace("俩", "二").replace("仨", "三")) != len(body):
        return None
    column = asked_column(replace(case, rows=tuple(body)), numeric=True)
    figures = [(case.name(n), _quantity(case, n, column)) for n in body] if column is not None else []
    parts = [(name, quantity) for name, quantity in figures if quantity is not None]
    if len(parts) < len(body) or len({quantity.unit for _, quantity in parts}) != 1:
        return None
    unit = case.query.unit
    if unit and parts[0][1].unit and not same_unit(unit, parts[0][1].unit) and unit not in asked["unit"]:
        return None
    said, detail = sum_said(parts)
    return Draft("answered", "sum", said, case.proofs(body), detail=detail)


def _plan_and_done(case: Case) -> tuple[int, int] | None:
    """The one column of what was planned and the one of what is done of it; None where others may be meant."""
    headers = case.relation.headers
    figures = [n for n in range(len(headers)) if n not in case.relation.wordy]
    planned = [n for n in figures if _PLAN.search(headers[n])]
    told = [n for n in range(len(headers)) if n not in figures and _DONE.search(headers[n])]  # 完成98公里
    done = [n for n in (*figures, *told) if _DONE.search(headers[n]) and n not in planned]
    return (planned[0], done[0]) if len(planned) == len(done) == 1 else None


def _quantity(case: Case, row: int, column: int) -> Quantity | None:
    """The number that a cell of figures opens with, or ends with behind words (完成98公里)."""
    found = find_quantities(fold(case.said(row, column)))
    return found[0] if len(found) == 1 and found[0].kind not in ("percent", "points", "ordinal") else None
