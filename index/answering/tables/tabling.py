"""Questions over tables: which rows are meant, which column is asked, and what follows from both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, outward_kind
from index.answering.evidence.explain import PART, coverage, explained
from index.answering.evidence.pool import Evidence
from index.answering.evidence.relation import column_words
from index.answering.evidence.texts import difference_said, sum_said
from index.answering.sentences.statements import asks_why
from index.answering.tables.columns import TOTAL, UNIT_HEADERS, of_investing
from index.answering.tables.counted_rows import counted_rows
from index.answering.tables.row_bounds import rows_within
from index.answering.tables.row_extremes import extreme_rows
from index.answering.tables.row_figures import (
    asks_over,
    done_rows,
    fits_number,
    left_in_row,
    over_in_row,
    share_in_row,
    summed_column,
    widest_of_rows,
)
from index.answering.tables.table_asked import (
    asked_column,
    asks_column,
    is_typed,
    mixes_units,
    named_by,
    noun_of,
    persons_column,
    target_of,
    tells_reason,
    years_apart,
)
from index.answering.tables.table_cases import (
    ALIKE,
    BEFORE,
    ENOUGH,
    LEAST,
    MOST,
    MOST_ROWS,
    NAMES,
    Case,
    asks_left,
    cases,
    each_unit,
    generic,
    headline_of,
    inherited,
)
from index.answering.tables.table_premises import contradicted_row
from index.answering.tables.table_trends import moved
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import compact, fold
from index.understanding.query import Query, Term

_WHOLE = 0.9  # how much of a header the question must hold to have named it
_MOST_LISTED = 20
_LEFT_HEAD = load_pattern("answering.tabling.left_head")
_OF_OTHERS = load_pattern("answering.tabling.of_others")
_TAKES = load_pattern("answering.tabling.takes")
_GONE = load_pattern("answering.tabling.gone")
_INSTEAD = load_pattern("answering.tabling.instead")
_STAGE_COLUMN = load_pattern("answering.tabling.stage_column")
_IN_ALL = load_pattern("answering.tabling.in_all")
_NOTE_BEFORE = load_pattern("answering.tabling.note_before")
_IS_WHO = load_pattern("answering.tabling.is_who")
_ASKS_CONTENT = load_pattern("answering.tabling.asks_content")


def answer_table(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What the selected rows of the best fitting table say; None where no table accounts for the question.

    Args:
        pool: sentences near the question; their articles' tables are read.
    """
    best: tuple[tuple[float, float], Draft] | None = None
    for case in cases(query, pool):
        draft = _answered(case)
        suits = round(case.share, 3), _headed(case)
        if draft is not None and (best is None or suits > best[0]):
            best = suits, draft
    return best[1] if best else contradicted_row(query, pool)


def _headed(case: Case) -> float:
    """How much of a header the rest of the question says: of two tables with the named row, that with 安排经费."""
    return max(named_by(case, column) for column in range(len(case.relation.headers)))


_ASKS_MARKS, _PLACES = load_pattern("answering.tabling.asks_marks"), load_pattern("answering.tabling.places")


def _answered(case: Case) -> Draft | None:
    query, text = case.query, case.query.text
    for figure in (rows_within, left_in_row, over_in_row, widest_of_rows, share_in_row, done_rows, summed_column):
        if (figured := figure(case)) is not None:
            return figured
    if asks_over(text):
        return None
    if _AIM.search(text) and not _AIM.search("".join(case.relation.headers) + case.relation.above + case.page.heading):
        return None  # what is aimed at stands in no table of what was reached
    if query.kind == "difference":
        return _apart(case)
    if asks_left(text) and not any(map(_LEFT_HEAD.search, case.relation.headers)):
        return None  # neither what was planned nor what is done of it
    if query.kind == "yesno":
        return moved(case)
    if query.kind in ("summary", "sum", "average", "phone"):
        return None
    if asks_why(text) and "哪" not in text:
        return _reason(case)
    ranked = any(one.ranked for one in case.held)
    text = _unsaid(case)
    if ALIKE.search(text) and NAMES.search(text):
        return _alike(case)
    if not ranked and (MOST.search(text) or LEAST.search(text)):
        return extreme_rows(case, text)
    if not case.held:
        return _all_names(case)
    if query.kind == "person" and (column := persons_column(case)) in case.taken:
        return _who_it_is(case, column)
    found = _across(case) or counted_rows(case) or _named(case) or _valued(case)
    return None if found is not None and _is_a_place(case, found) else found


def _is_a_place(case: Case, draft: Draft) -> bool:
    """7月得了多少分: the cell below 7月名次 tells no marks."""
    if not _ASKS_MARKS.search(case.query.text):
        return False
    headers = case.relation.headers
    places = [n for n, header in enumerate(headers) if _PLACES.search(header)]
    others = [n for n in range(len(headers)) if n not in places]
    return any(draft.answer == case.said(row, n) for row in case.rows for n in places) and not any(
        draft.answer == case.said(row, n) for row in case.rows for n in others
    )



def _who_it_is(case: Case, column: int | None) -> Draft | None:
    """贺明轩是谁: what else the row of that person says; the person is no other cell of it."""
    if len(case.rows) != 1 or not _IS_WHO.search(case.rest):
        return None
    headers = case.relation.headers
    cells = [(headers[n], case.said(case.rows[0], n)) for n in range(len(headers)) if n != column]
    said = "，".join(f"{header}：{cell}" for header, cell in cells if cell)
    return Draft("answered", "person", said, case.proofs(case.rows)) if said else None


def _apart(case: Case) -> Draft | None:
    """城镇和农村居民收入差多少: two rows are named, and their cells of the asked column are set against each other."""
    if MOST.search(case.query.text) and LEAST.search(case.query.text):
        return _ends_apart(case)
    named = [one for one in case.held if one.column == case.relation.names and not one.ranked and len(one.rows) == 1]
    rows = sorted(row for row in case.rows if any(row in one.rows for one in named))
    pace = _pace(case) if len(rows) == 1 else None
    if pace is not None:
        return Draft("answered", "percent", case.said(rows[0], pace), case.proofs(rows))
    if len(rows) == 1 and (told := years_apart(case, rows[0])) is not None:
        return Draft("answered", "compare", told[0], case.proofs(rows), detail=told[1])
    column = asked_column(replace(case, query=replace(case.query, kind="number")), numeric=True)
    if len(rows) != 2 or len(named) != 2 or column is None:
        return None
    found = [next(iter(find_quantities(fold(case.said(row, column)))), None) for row in rows]
    first, second = found
    if first is None or second is None or first.unit != second.unit or first.value == second.value:
        return None
    low, high = sorted((first, second), key=lambda quantity: quantity.value)
    said, detail = difference_said(high, low)
    return Draft("answered", "compare", f"相差{said}", case.proofs(rows), detail=detail)


def _ends_apart(case: Case) -> Draft | None:
    """预算最多的和最少的差多少: the greatest and the least cell of the asked column, each of one row alone."""
    column = asked_column(replace(case, query=replace(case.query, kind="number")), numeric=True)
    if column is None or mixes_units(case, column):
        return None
    rows = [n for n in case.rows if n in case.relation.body and not TOTAL.search(case.name(n))]
    found = {n: next(iter(find_quantities(fold(case.said(n, column)))), None) for n in rows}
    told = {n: one for n, one in found.items() if one is not None}
    if len(told) < max(3, len(rows)):
        return None
    high, low = (end(told, key=lambda n: told[n].value) for end in (max, min))
    if any(sum(one.value == told[n].value for one in told.values()) > 1 for n in (high, low)):
        return None
    said, detail = difference_said(told[high], told[low])
    named = "，".join(f"{case.name(n)}{case.said(n, column)}" for n in (high, low))
    return Draft("answered", "compare", f"相差{said}（{named}）", case.proofs([high, low]), detail=detail)


_AIM = load_pattern("answering.tabling.aim")
_ASKS_PACE = load_pattern("answering.tabling.asks_pace")


def _pace(case: Case) -> int | None:
    """比上年增长多少: the only column of rates of growth, where no unit says that the amount is asked for."""
    if case.query.unit is not None or not _ASKS_PACE.search(case.query.text):
        return None
    rates = [n for n, header in enumerate(case.relation.table.header) if _CHANGE_HEAD.search(header) and "%" in header]
    return rates[0] if len(rates) == 1 else None


def _across(case: Case) -> Draft | None:
    """望川县三批合计几个: the sum of the cells of one row in all columns of stages."""
    query, relation = case.query, case.relation
    if not (query.all_stages and len(case.rows) == 1 and query.kind in ("count", "number", "money")):
        return None
    figures = (n for n in range(len(relation.headers)) if n not in relation.wordy)
    columns = [n for n in figures if _STAGE_COLUMN.search(relation.headers[n])]
    said = [(relation.headers[n], case.said(case.rows[0], n)) for n in columns]
    amounts = [next(iter(find_quantities(fold(cell))), None) for _, cell in said]
    if len(columns) < 2 or any(amount is None for amount in amounts):
        return None
    parts = [(name, _counted_in(amount, case)) for (name, _), amount in zip(said, amounts, strict=True) if amount]
    if len({amount.unit for _, amount in parts}) != 1 or (query.kind == "money") != (parts[0][1].unit == "元"):
        return None
    total, detail = sum_said(parts)
    return Draft("answered", "sum", total, case.proofs(case.rows), detail=detail)


def _reason(case: Case) -> Draft | None:
    """为什么: the cell of a column of reasons."""
    column = next((n for n, header in enumerate(case.relation.headers) if tells_reason(header)), None)
    if column is None or len(case.rows) != 1 or not case.held:
        return None
    said = case.said(case.rows[0], column)
    return Draft("answered", "text", said, case.proofs(case.rows)) if said else None


_FIRST = load_pattern("answering.tabling.first")
_TICKETS, _TICKET_HEAD = load_pattern("answering.tabling.tickets"), load_pattern("answering.tabling.ticket_head")
_FORMERLY, _FORMER_HEAD = load_pattern("answering.tabling.formerly"), load_pattern("answering.tabling.former_head")
_ASKS_CLOSING, _HOURS_TO = load_pattern("answering.tabling.asks_closing"), load_pattern("answering.tabling.hours_to")
_FIRSTS = tuple(map(compact, ("第一名", "冠军", "头名", "榜首")))


def _unsaid(case: Case) -> str:
    """The question without 第一名 where the table is one of those who came first (各工种第一名)."""
    text = case.query.text
    above = case.relation.above + case.page.heading
    return _FIRST.sub("", text) if any(word in above for word in _FIRSTS) else text


_CHANGE_HEAD = load_pattern("answering.tabling.change_head")


def _alike(case: Case) -> Draft | None:
    """哪几个一样多: rows that share a value of the asked column."""
    column = asked_column(case, numeric=True)
    if column is None:
        return None
    counted = Counter(case.relation.values[n][column] for n in case.rows if case.relation.values[n][column])
    shared = [value for value, times in counted.items() if times > 1]
    if len(shared) != 1:
        return None
    rows = [n for n in case.rows if case.relation.values[n][column] == shared[0]]
    names = "、".join(case.name(n) for n in rows)
    return Draft("answered", "list", f"{names}（均为{case.said(rows[0], column)}）", case.proofs(rows))


def _named(case: Case) -> Draft | None:
    """要本科的岗位有哪些: names of the selected rows, or their cells in another column of words."""
    query = case.query
    if not NAMES.search(case.rest) or query.kind not in (
        "list", "text", "lookup", "person", "organisation", "place", "compare", "office", "stage", "rank",
    ):  # fmt: skip
        return None
    noun = noun_of(case)
    target = target_of(case, noun)
    if target is None:
        return None
    if _FORMERLY.search(query.text) and not _FORMER_HEAD.search("".join(case.relation.headers) + case.relation.above):
        return None  # 食堂原来是什么: no column tells what was
    if _TICKETS.search(query.text) and not _TICKET_HEAD.search(case.relation.headers[target]):
        return None
    rows = [n for n in case.rows if n in case.relation.body]
    if _TAKES.search(query.text) and any(_GONE.search(cell) for n in rows for cell in case.relation.values[n]):
        return _instead(case, rows)
    named = any(one.column == case.relation.names and not one.ranked for one in case.held)
    if named and target != case.relation.names and not asks_column(case, target, noun):
        return None
    if query.kind not in ("list", "text", "lookup", "compare", "rank") and not all(
        is_typed(query.kind, case.name(n, target)) for n in rows
    ):
        return None
    said = list(dict.fromkeys(case.name(n, target) for n in rows if case.name(n, target)))
    if not said:
        return None
    kind = "list" if len(said) > 1 else outward_kind(query.kind)
    return Draft("answered", kind, "、".join(said), case.proofs(rows))


def _instead(case: Case, rows: Sequence[int]) -> Draft | None:
    """15路取消，由K5路替代: what one takes now; nothing where none is printed."""
    for row in rows:
        for n in range(len(case.relation.headers)):
            match = _INSTEAD.search(case.said(row, n))
            if match is not None:
                return Draft("answered", "text", match["x"] or match["y"], case.proofs(rows), detail=case.said(row, n))
    return None


def _valued(case: Case) -> Draft | None:
    """The cells of the asked column in the selected rows."""
    column = asked_column(case)
    rows = [n for n in case.rows if case.said(n, column)] if column is not None else []
    if column is not None and not rows and len(case.rows) == 1 and named_by(case, column) > _WHOLE:
        what = case.relation.headers[column]
        missing = texts.NO_ATTRIBUTE.format(subject=case.name(case.rows[0]), what=what)
        return Draft("not_found", outward_kind(case.query.kind), missing, reason="attribute", confidence=0.0)
    if column is None or not rows or len(rows) > MOST_ROWS:
        return None
    if not _accounts(case, column, rows):
        return None
    if case.query.kind == "compare":
        return None
    told = [case.relation.headers[column] + case.said(n, column) for n in rows]
    if _ASKS_CLOSING.search(case.query.text) and not all(map(_HOURS_TO.search, told)):
        return None  # 书屋几点关: the day and hour at which something begins there
    if _TICKETS.search(case.query.text) and not _TICKET_HEAD.search(case.relation.headers[column]):
        return None  # 票在哪儿买: the place of the play sells none
    bracket = _earlier_value(case, rows[0], column)
    if bracket is False:
        return None
    kind = outward_kind(case.query.kind)
    if len(rows) == 1:
        said = bracket if isinstance(bracket, str) else _in_unit(case.query, case.said(rows[0], column))
        return Draft("answered", kind, said, case.proofs(rows), confidence=round(min(case.share, 1.0), 3))
    if case.query.total or _IN_ALL.search(case.query.text):
        return _summed(case, rows, column) if fits_number(case, len(rows)) else None
    said = "；".join(f"{_row_name(case, n)}：{case.said(n, column)}" for n in rows)
    return Draft("answered", kind, said, case.proofs(rows))


def _in_unit(query: Query, cell: str) -> str:
    """4860户 of the cell 改造小区12个，惠及4860户, where 多少户 is asked."""
    told = find_quantities(cell) if query.unit and query.kind in ("count", "number") else ()
    own = [one for one in told if one.unit == query.unit]
    return own[0].text if len(own) == 1 and len(told) > 1 else cell


def _accounts(case: Case, column: int, rows: Sequence[int]) -> bool:
    """路基修了多少, 哪天投产: no word of the question that stands only in another column."""
    relation = case.relation
    typed = "，".join(column_words().get(case.query.kind, ()))
    around = relation.above + headline_of(case.page)
    cells = "，".join(relation.values[n][column] for n in rows)
    names = "，".join(relation.values[n][relation.names] for n in rows)
    whole = relation.headers[:column] if _OF_OTHERS.search(relation.headers[column]) else ()  # 水稻面积 已收 进度
    each = each_unit([relation.table.header[column]])
    regions = "，".join((relation.headers[column], *each, typed, around, cells, names, *whole))
    return of_investing(case.query, regions) and all(
        explained(term.text, regions).score >= PART
        for term in case.query.terms
        if len(term.text) > 1 and term.weight >= 1.0 and not generic(term) and not _inside(case, term)
    )


def _inside(case: Case, term: Term) -> bool:
    """The term is (in part) what selected the rows."""
    told = case.held and case.held[0].span[0] < 0 and term in inherited(case.query)
    return told or any(low < term.end and term.start < high for low, high in (one.span for one in case.held))


def _row_name(case: Case, row: int) -> str:
    """What tells the row apart from the others that are selected."""
    telling = [n for n in case.relation.wordy if case.relation.headers[n] not in UNIT_HEADERS]
    names = [case.name(row, n) for n in telling if n not in case.taken]
    return names[0] if case.relation.names in case.taken and names else case.name(row)


def _summed(case: Case, rows: Sequence[int], column: int) -> Draft | None:
    parts = []
    for row in rows:
        quantity = next(iter(find_quantities(fold(case.said(row, column)))), None)
        if quantity is None or row not in case.relation.body:
            return None
        parts.append((_row_name(case, row), _counted_in(quantity, case)))
    if len({quantity.unit for _, quantity in parts}) != 1:
        return None
    said, detail = sum_said(parts)
    return Draft("answered", "sum", said, case.proofs(rows), detail=detail)


def _all_names(case: Case) -> Draft | None:
    """哪几个项目还没开工 of a table of 未开工项目: every row, where caption and headline account for the question."""
    query, relation = case.query, case.relation
    if query.kind != "list" or query.figures or query.ordinal or not NAMES.search(query.text):
        return None
    strong = tuple(t for t in query.terms if t.weight >= 0.5 and not generic(t))
    told, missing, _ = coverage(strong, ((relation.above, 1.0), (case.page.heading, 1.0)))
    if not strong or missing or told < ENOUGH or not 2 <= len(relation.body) <= _MOST_LISTED:
        return None
    target = target_of(case, noun_of(case))
    if target is None or _ASKS_CONTENT.search(query.text):
        return None  # 笔试考哪些内容: the names of rows are no content
    names = list(dict.fromkeys(case.name(n, target) for n in relation.body if case.name(n, target)))
    part = "部分" in relation.above or "部分" in case.page.heading
    text = "、".join(names) + ("等" if part else "")
    detail = None if part else f"共{len(names)}项"
    return Draft("answered", "list", text, case.proofs(relation.body), detail=detail)


def _counted_in(quantity: Quantity, case: Case) -> Quantity:
    """A bare number counts what the question asks for, where it asks in a unit."""
    unit = case.query.unit if not quantity.unit and case.query.unit else quantity.unit
    return replace(quantity, unit=unit, text=f"{quantity.text}{unit}" if unit != quantity.unit else quantity.text)


def _earlier_value(case: Case, row: int, column: int) -> str | bool | None:
    """去年同期: the figure in brackets where a note says what it is; False where the earlier one is not printed."""
    header = case.relation.table.header[column]
    if not BEFORE.search(case.query.text) or BEFORE.search(header):
        return None
    cell = case.relation.table.rows[row].cells[column].text.text
    inside = re.search(r"[（(]([-\d.]+)[）)]", cell)
    if inside is None or not _NOTE_BEFORE.search(case.page.article.text):
        return False
    return inside[1]
