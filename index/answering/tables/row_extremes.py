"""The rows with the greatest or least value of the asked column: of levels, of signed changes, of ranges."""

from __future__ import annotations

from index.answering.evidence.draft import Draft
from index.answering.evidence.relation import PLACING
from index.answering.tables.columns import TOTAL, column_value
from index.answering.tables.table_asked import (
    asked_column,
    column_of_amounts,
    mixes_units,
    named_by,
    noun_of,
    persons_column,
    target_of,
)
from index.answering.tables.table_cases import (
    LEAST,
    Case,
)
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities

_WHO = load_pattern("answering.row_extremes.who")
_RANGE = load_pattern("answering.row_extremes.range")


def _value_of(case: Case, row: int, column: int, low: bool) -> float | None:
    """The number of a cell: of a range such as 3800—4500 the end that is asked for."""
    cell = case.relation.values[row][column].replace(",", "")
    if (match := _RANGE.fullmatch(cell)) is not None:
        return float(match[1 if low else 2])
    value = column_value(case.relation.table.rows[row], column)
    found = find_quantities(cell) if value is None else []
    return found[0].value if len(found) == 1 and found[0].text == cell else value


_FAST = load_pattern("answering.row_extremes.fast")
_RISES = load_pattern("answering.row_extremes.rises")
_WHICH_SORT = load_pattern("answering.row_extremes.which_sort")
_SIGNED = load_pattern("answering.row_extremes.signed")
_FELL = load_pattern("answering.row_extremes.fell")
_ROSE = load_pattern("answering.row_extremes.rose")
_WELL_DONE = load_pattern("answering.row_extremes.well_done")  # 完成得最好: the rate, not the amount
_SHARE_DONE = load_pattern("answering.row_extremes.share_done")
_CHANGE_HEAD = load_pattern("answering.row_extremes.change_head")
_PACE_HEAD = load_pattern("answering.row_extremes.pace_head")


def extreme_rows(case: Case, text: str) -> Draft | None:
    """The rows with the greatest or least value of the asked column."""
    low = bool(LEAST.search(text))
    sort = _WHICH_SORT.search(text)
    if sort and sort["sort"] not in case.relation.headers[case.relation.names] + case.relation.above:
        return None  # 哪类项目: the rows are no classes
    column = asked_column(case, numeric=True)
    if column is None:
        column = column_of_amounts(case)
    if _FAST.search(text):
        headers = case.relation.headers
        changes = [n for n, header in enumerate(headers) if _CHANGE_HEAD.search(header)]
        if _RISES.search(text) and len(changes) == 1:
            column = changes[0]
        elif column is not None and not (_CHANGE_HEAD.search(headers[column]) or _PACE_HEAD.search(headers[column])):
            return None  # 最慢 is nothing that a column of medals tells
    if _WELL_DONE.search(text):
        rates = [n for n, header in enumerate(case.relation.headers) if _SHARE_DONE.search(header)]
        column = rates[0] if len(rates) == 1 else column
    way = _moves(case, text)
    if way is not None:  # 固定资产投资增长最快: the named column of growth, where another is signed
        named = column is not None and _CHANGE_HEAD.search(case.relation.headers[column])
        column, low = (column, way[1]) if named and named_by(case, column or 0) == 1.0 else way
    if column is None or PLACING.search(case.relation.headers[column]) or mixes_units(case, column):
        return None
    rows = [n for n in case.rows if n in case.relation.body and not TOTAL.search(case.name(n))]
    values = [(value, n) for n in rows if (value := _value_of(case, n, column, low)) is not None]
    if len(values) < 2 or len(values) * 2 < len(rows):
        return None
    best = (min if low else max)(value for value, _ in values)
    if way is not None and (best >= 0 if low else best <= 0):
        return None  # nothing fell, or nothing rose
    held = [n for value, n in values if value == best]
    if len(held) > 3:
        return None
    said = "、".join(f"{_full_name(case, n)}（{case.said(n, column)}）" for n in held)
    return Draft("answered", "compare", said, case.proofs([*held, *(n for _, n in values if n not in held)]))


def _moves(case: Case, text: str) -> tuple[int, bool] | None:
    """哪个跌得最多: the one column of signed changes, and whether its lowest value is asked for; None otherwise."""
    falls, rises = _FELL.search(text), _ROSE.search(text)
    signed = [n for n, header in enumerate(case.relation.headers) if _SIGNED.search(header)]
    if bool(falls) == bool(rises) or LEAST.search(text) or len(signed) != 1:
        return None
    return signed[0], bool(falls)


def _full_name(case: Case, row: int) -> str:
    """The name, with the second one where rows share the first: 云帆软件 offers two kinds of jobs."""
    name = case.name(row)
    target = persons_column(case) if _WHO.search(case.query.text) else None
    target = target_of(case, noun_of(case)) if target is None else target
    other = case.name(row, target) if target not in (None, case.relation.names) else ""
    return f"{name}{other}" if other and other != name else name
