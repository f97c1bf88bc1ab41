"""Figures that follow from a row or a column: what of a plan is left, which rows are done, what all rows make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.answering.candidates.asked_type import same_unit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import PART, explained
from index.answering.evidence.relation import BRACKET, common
from index.answering.evidence.texts import difference_said, share_said, sum_said
from index.answering.tables.columns import TOTAL
from index.answering.tables.table_asked import asked_column, noun_of, target_of
from index.answering.tables.table_cases import NAMES, OF_A_TABLE, Case, asks_left
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities, parse_number
from index.language.scripts import fold

_PLAN = load_pattern("answering.row_figures.plan")
_DONE = load_pattern("answering.row_figures.done")
_NUMBER_HEAD = load_pattern("answering.row_figures.number_head")
_ASKS_OVER = load_pattern("answering.row_figures.asks_over")
_ASKS_WIDEST_OVER = load_pattern("answering.row_figures.asks_widest_over")
_ASKS_WIDEST_LEFT = load_pattern("answering.row_figures.asks_widest_left")
_ASKS_ALL_DONE = load_pattern("answering.row_figures.asks_all_done")
_ALL_ROWS = load_pattern("answering.row_figures.all_rows")
_NOT = load_pattern("answering.row_figures.not")
_ASKS_RATE = load_pattern("answering.row_figures.asks_rate")
_RATE_HEAD = load_pattern("answering.row_figures.rate_head")
_OF_MONEY = load_pattern("answering.row_figures.of_money")
_ONE_MONTH = load_pattern("answering.row_figures.one_month")
_AMOUNT = load_pattern("answering.row_figures.amount")


def left_in_row(case: Case) -> Draft | None:
    """还差多少公里没改完: of a row with a plan and what is done of it, the difference."""
    if not asks_left(case.query.text):
        return None
    pair = _pair_in_row(case)
    if pair is None:
        return None
    row, planned, done = pair
    said, detail = difference_said(planned, done)
    return Draft("answered", "number", said, case.proofs([row]), detail=detail)


def asks_over(text: str) -> bool:
    """How much more was done than planned is asked: no printed figure of either."""
    return bool(_ASKS_OVER.search(text))


def over_in_row(case: Case) -> Draft | None:
    """超额完成多少亩, 比计划多投了多少: of a row in which more is done than was planned, the difference."""
    if not asks_over(case.query.text):
        return None
    pair = _pair_in_row(case, over=True)
    if pair is None:
        return None
    row, planned, done = pair
    said, detail = difference_said(done, planned)
    return Draft("answered", "number", said, case.proofs([row]), detail=detail)


def widest_of_rows(case: Case) -> Draft | None:
    """超出计划最多的是哪个项目, 哪个镇离任务差得最多: the row whose plan and what is done of it lie farthest apart."""
    text = case.query.text
    over = _ASKS_WIDEST_OVER.search(text)
    if not (over or _ASKS_WIDEST_LEFT.search(text)) or not NAMES.search(text):
        return None
    pairs = _plans_and_done(case)
    pairs = [pair for pair in pairs if _says_plan(case, pair[0])] or pairs
    if len(pairs) != 1:
        return None
    rows = [n for n in case.rows if n in case.relation.body and not TOTAL.search(case.name(n))]
    both = {n: (_quantity(case, n, pairs[0][0]), _quantity(case, n, pairs[0][1])) for n in rows}
    apart = {n: (done.value - plan.value) * (1 if over else -1) for n, (plan, done) in both.items() if plan and done}
    if len(apart) < max(2, len(rows)):
        return None
    widest = max(apart.values())
    held = [n for n, value in apart.items() if value == widest]
    if widest <= 0 or len(held) > 1:
        return None
    plan, done = both[held[0]]
    if plan is None or done is None:
        return None
    said, detail = difference_said(*((done, plan) if over else (plan, done)))
    answer = f"{case.name(held[0])}（{'超' if over else '差'}{said}）"
    others = [n for n in rows if n not in held]
    return Draft("answered", "compare", answer, case.proofs([*held, *others]), detail=detail)


def share_in_row(case: Case) -> Draft | None:
    """投资完成率: of a row with a plan and what is done of it, and no rate printed, the share."""
    asked = _ASKS_RATE.search(case.query.text)
    if asked is None or any(_RATE_HEAD.search(header) for header in case.relation.headers):
        return None
    pair = _pair_in_row(case, money=bool(_OF_MONEY.search(case.query.text)))
    if pair is None:
        return None
    row, planned, done = pair
    said, detail = share_said(done, planned)
    return Draft("answered", "percent", said, case.proofs([row]), detail=detail)


def _pair_in_row(
    case: Case, *, money: bool = False, over: bool = False
) -> tuple[int, Quantity, Quantity] | None:
    """The one row that is meant, its plan and what is done of it, in the asked unit; None where more would do.

    Of several plans the one that the question names counts (年度计划, not 总投资). over: more is done than planned.
    """
    rows = [n for n in case.rows if n in case.relation.body] or list(case.rows)
    if len(rows) != 1 or not case.held:
        return None
    found: dict[tuple[int, int], tuple[Quantity, Quantity]] = {}
    for plan, done in _plans_and_done(case):
        planned, so_far = (_quantity(case, rows[0], column) for column in (plan, done))
        if planned is None or so_far is None or planned.unit != so_far.unit or planned.value == so_far.value:
            continue
        if over != (planned.value < so_far.value):
            continue
        if not planned.unit and _AMOUNT.search(case.query.text) and "元" in (case.relation.table.unit or ""):
            planned, so_far = (_in_unit(one, case.relation.table.unit or "") for one in (planned, so_far))
        if _is_asked(case, planned) and (not money or planned.unit == "元"):
            found[plan, done] = planned, so_far
    named = {pair: both for pair, both in found.items() if _is_named(case, pair[0])}
    named = named or {pair: both for pair, both in found.items() if _says_plan(case, pair[0])}
    chosen = list((named or found).values())
    if len(chosen) != 1:
        return None
    planned, so_far = (_as_counted(case, one) for one in chosen[0])
    return rows[0], planned, so_far


def _as_counted(case: Case, one: Quantity) -> Quantity:
    """A bare number in the asked unit, where the caption tells it: （单位：件）."""
    unit = case.query.unit
    return _in_unit(one, unit) if unit and not one.unit and unit in case.relation.above else one


def _says_plan(case: Case, column: int) -> bool:
    """比计划差了多少 names 2025年计划, and not 总投资."""
    plan = _PLAN.search(case.relation.headers[column])
    return plan is not None and plan[0] in case.query.text


def _in_unit(bare: Quantity, unit: str) -> Quantity:
    """A bare number in the unit that the caption tells."""
    return next(iter(find_quantities(f"{bare.text}{unit}")), bare)


def _is_asked(case: Case, planned: Quantity) -> bool:
    """多少户 of 2200户; 多少亿 and 多少投资 of money."""
    unit, text = case.query.unit, case.query.text
    if _OF_MONEY.search(text) or _AMOUNT.search(text):
        return planned.unit in ("元", "")
    return not unit or not planned.unit or planned.unit.endswith(unit) or unit == "个"


def _is_named(case: Case, column: int) -> bool:
    """The question says the name of the column, its last word at least: 年度计划, 总投资."""
    header = case.relation.headers[column]
    return common(header, case.query.text) >= max(3, len(header) - 1)


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
    target = target_of(case, noun_of(case))
    names = "、".join(case.name(n, target) for n in reached)
    valued = "、".join(f"{case.name(n, target)}（{case.said(n, pair[1])}）" for n in reached)
    return Draft("answered", "list" if len(reached) > 1 else "compare", names, case.proofs(reached), detail=valued)


def summed_column(case: Case) -> Draft | None:
    """四所高中一共招多少人: the asked column of all rows, where the question says how many they are, or of the
    rows that a cell of words selects (农业局牵头的两个项目)."""
    rows = _added_rows(case) if case.query.total else []
    column = asked_column(replace(case, rows=tuple(rows)), numeric=True) if len(rows) > 1 else None
    if column is None or not _accounted(case, column):
        return None
    figures = [(case.name(n), _quantity(case, n, column)) for n in rows]
    parts = [(name, quantity) for name, quantity in figures if quantity is not None]
    if len(parts) < len(rows) or len({quantity.unit for _, quantity in parts}) != 1:
        return None
    unit, printed = case.query.unit, parts[0][1].unit
    if unit and printed and not same_unit(unit, printed) and not _counts_rows(case, unit):
        return None
    if unit and not printed and unit in case.relation.above:
        parts = [(name, _in_unit(quantity, unit)) for name, quantity in parts]
    said, detail = sum_said(parts)
    return Draft("answered", "sum", said, case.proofs(rows), detail=detail)


def _added_rows(case: Case) -> list[int]:
    """The rows that are to be added up; none where their number is not the one that the question says."""
    asked = _ALL_ROWS.search(case.query.text)
    body = [n for n in case.relation.body if not TOTAL.search(case.name(n))]
    number = parse_number(asked["n"]) if asked else None
    held = [one for one in case.held if not (asked and asked.start() <= one.span[0] < asked.end())]
    if any(one.column == case.relation.names and not (asked and 0 <= one.span[0] - asked.end() <= 1) for one in held):
        return []  # one of the rows is named
    chosen = [one for one in held if one.column != case.relation.names]
    if any(one.ranked for one in held):
        return []
    if not chosen:
        return body if number == len(body) == len(case.relation.body) else []
    rows = [n for n in body if n in case.rows]
    return rows if number in (None, len(rows)) else []


def fits_number(case: Case, rows: int) -> bool:
    """城北的三个项目 are no two rows."""
    asked = _ALL_ROWS.search(case.query.text)
    held = asked is not None and any(one.span[0] <= asked.start() < one.span[1] for one in case.held)
    return asked is None or held or parse_number(asked["n"]) == rows


def _accounted(case: Case, column: int) -> bool:
    """No word of the question tells of another column than the added one and those that select the rows."""
    relation = case.relation
    headers = [relation.headers[n] for n in (column, relation.names, *(one.column for one in case.held))]
    around = "，".join((*headers, *relation.table.header[column : column + 1], relation.above, case.page.heading))
    spans = [one.span for one in case.held]
    others = (t for t in case.query.terms if t.weight >= 1.0 and not any(a <= t.start and t.end <= b for a, b in spans))
    return all(OF_A_TABLE.fullmatch(t.text) or explained(t.text, around).score >= PART for t in others)


def _counts_rows(case: Case, unit: str) -> bool:
    asked = _ALL_ROWS.search(case.query.text)
    return asked is not None and unit in asked["unit"]


def _plan_and_done(case: Case) -> tuple[int, int] | None:
    """The one column of what was planned and the one of what is done of it; None where others may be meant."""
    pairs = _plans_and_done(case)
    return pairs[0] if len(pairs) == 1 else None


def _plans_and_done(case: Case) -> list[tuple[int, int]]:
    """All columns of what was planned, each with all of what is done (完成98公里 among words, too)."""
    headers = case.relation.headers
    figures = [n for n in range(len(headers)) if n not in case.relation.wordy]
    told = [n for n in range(len(headers)) if n not in figures and _DONE.search(headers[n])]
    aims = [n for n in range(len(headers)) if n not in told and n != case.relation.names and _PLAN.search(headers[n])]
    done = [n for n in (*figures, *told) if _DONE.search(headers[n]) and n not in aims]
    done = [n for n in done if not _RATE_HEAD.search(headers[n])]
    so_far = [n for n in done if not _ONE_MONTH.search(headers[n])]
    done = so_far or done  # 8月完成 is no part of a plan that 1至8月累计 has more of
    if not aims and len(done) == 1 and done[0] in figures:
        aims = _counted_alike(case, figures, done[0])
    return [(plan, so_far) for plan in aims for so_far in done]


def _counted_alike(case: Case, figures: Sequence[int], done: int) -> list[int]:
    """项目数（个） of 已完成（个）, 水稻面积（亩） of 已收（亩）: the one column before it that counts the same."""
    names = case.relation.table.header
    unit = BRACKET.search(names[done])
    if unit is not None:
        alike = [n for n in figures if n < done and (own := BRACKET.search(names[n])) and own[1] == unit[1]]
    else:
        alike = [n for n in figures if n == done - 1 and _NUMBER_HEAD.search(case.relation.headers[n])]
    return alike if len(alike) == 1 else []


def _quantity(case: Case, row: int, column: int) -> Quantity | None:
    """The number that a cell of figures opens with, or ends with behind words (完成98公里)."""
    found = find_quantities(fold(case.said(row, column)))
    return found[0] if len(found) == 1 and found[0].kind not in ("percent", "points", "ordinal") else None
