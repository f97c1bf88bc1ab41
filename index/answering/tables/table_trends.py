"""Did it rise: the cell that prints how a row of a table has changed (+2.3%, -15.8%, 持平)."""

from __future__ import annotations

from index.answering.evidence.draft import Draft
from index.answering.evidence.year_columns import now_and_before
from index.answering.tables.table_cases import Case
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import fold

_ASKS = load_pattern("answering.table_trends.asks")
_CHANGE = load_pattern("answering.table_trends.change")
_YEARLY = load_pattern("answering.table_trends.yearly")
_OF_A_TIME = load_pattern("answering.table_trends.of_a_time")
_SAME = load_pattern("answering.table_trends.same")
_SIGNED = load_pattern("answering.table_trends.signed")
_FALLS = frozenset("-－−↓")


def moved(case: Case) -> Draft | None:
    """鲜香菇涨了没有: 没有，环比持平; None where the one row that is named prints no change."""
    asked = _ASKS.search(case.rest)
    rows = [n for n in case.rows if n in case.relation.body]
    if asked is None or len(rows) != 1 or not case.held:
        return None
    column = _column(case)
    cell = case.said(rows[0], column) if column is not None else ""
    went = _way(cell)
    if column is None or went is None:
        return None
    up = asked.lastgroup == "up"
    word = "是" if went and (went > 0) == up else "没有"
    values = [case.said(rows[0], n) for n in now_and_before(case.relation.headers) or ()]
    detail = f"{values[0]}，此前{values[1]}。" if len(values) == 2 and all(values) else None
    said = f"{word}，{case.name(rows[0])}{case.relation.headers[column]}{cell}"
    return Draft("answered", "yesno", said, case.proofs(rows), detail=detail)


def _column(case: Case) -> int | None:
    """The column of changes: of those of the year and of the week the asked one; where no time is asked, the only."""
    found = [n for n, header in enumerate(case.relation.headers) if _CHANGE.search(header)]
    if len(found) == 1 and not _OF_A_TIME.search(case.rest):
        return found[0]
    yearly = bool(_YEARLY.search(case.rest))
    return next((n for n in found if bool(_YEARLY.search(case.relation.headers[n])) == yearly), None)


def _way(cell: str) -> int | None:
    """1 for a rise, -1 for a fall, 0 for neither; None for another cell."""
    cell = fold(cell).strip()
    if _SAME.fullmatch(cell):
        return 0
    match = _SIGNED.fullmatch(cell)
    if match is None or not find_quantities(cell):
        return None
    sign = match["sign"] or cell[-1]
    return -1 if sign in _FALLS or "跌" in sign or "降" in sign else 1
