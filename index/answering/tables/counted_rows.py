"""How many rows a question selects, where what is counted is what the rows are about."""

from __future__ import annotations

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.tables.table_asked import (
    asks_wanted,
    counts_heads,
    noun_of,
    target_of,
)
from index.answering.tables.table_cases import (
    Case,
)
from index.language.lexicon import load_pattern
from index.language.numerals import OF_PEOPLE

_COUNTS = load_pattern("answering.counted_rows.counts")
_GROUPS = load_pattern("answering.counted_rows.groups")
_COUNTS_BEFORE = load_pattern("answering.counted_rows.counts_before")
_OF_CELLS = load_pattern("answering.counted_rows.of_cells")
_SOME = load_pattern("answering.counted_rows.some")


def counted_rows(case: Case) -> Draft | None:
    """几个岗位要求本科, 要求本科的岗位有几个: the number of rows, where what is counted is what the rows are about."""
    if case.query.kind != "count" or not _counts_rows(case) or _asks_heads(case):
        return None
    if case.query.unit is not None and _OF_CELLS.fullmatch(case.query.unit):
        return None  # 惠及多少户: what a cell tells, and no number of rows
    selecting = [one for one in case.held if not one.ranked and one.column != case.relation.names]
    if not selecting or any(one.rows == rows for rows in _of_stages(case) for one in selecting):
        return None  # a name is asked about, or a stage, of which the text tells more than a table that lists some
    partly = _SOME.search(case.relation.table.caption.text) is not None
    if partly and any(_GROUPS.search(case.relation.headers[one.column]) for one in selecting):
        return None  # 起航的几个: how many of a group there are in all is told elsewhere, or nowhere
    target = target_of(case, noun_of(case))
    names = "、".join(case.name(n, target) for n in case.rows)
    detail = texts.PART_OF_ALL if partly else None
    return Draft("answered", "count", f"{len(case.rows)}个（{names}）", case.proofs(case.rows), detail=detail)


def _asks_heads(case: Case) -> bool:
    """护士招几个, 招多少人: how many are wanted stands in a column of its own, and is no number of rows."""
    columns = (n for n in range(len(case.relation.headers)) if n not in case.relation.wordy and n not in case.taken)
    headed = any(counts_heads(case.relation.headers[n]) for n in columns)
    return headed and (case.query.unit in OF_PEOPLE or asks_wanted(case.query.text))


def _of_stages(case: Case) -> list[frozenset[int]]:
    """The rows of each asked stage."""
    cells = case.relation.holders.items()
    return [rows for stage in case.query.stages for (_, cell), rows in cells if stage in cell]


def _counts_rows(case: Case) -> bool:
    """The noun that is counted, if any, names the rows: it stands in a header, a caption or most of the names."""
    match = _COUNTS.search(case.rest)
    behind = _COUNTS_BEFORE.search(case.rest) if match is None else None
    if match is None and behind is None:
        return False
    noun = match["noun"][:2] if match is not None else behind["noun"].strip()[-2:] if behind is not None else ""
    headers = [case.relation.headers[n] for n in case.relation.wordy]
    if len(noun) < 2 or any(noun in header for header in headers):
        return True
    told = [case.relation.values[n][one.column] for one in case.held for n in case.rows]
    return noun in case.relation.above or any(noun in cell for cell in told)
