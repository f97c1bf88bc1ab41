"""What follows from the rows of projects: the sum of several, this year's share of one, the mean within one, dates.

甲和乙一共投多少 adds what the two rows print; 平均一个班多少学位 divides 1620个学位 by 36个班 of the row's content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, row_proofs
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.texts import amount_text, number_text
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.records import Found, ProjectRow
from index.understanding.query import Query

_ASKS_SUM = load_pattern("answering.rows_computed.asks_sum")
_ASKS_SHARE = load_pattern("answering.rows_computed.asks_share")
_ASKS_MEAN = load_pattern("answering.rows_computed.asks_mean")
_ASKS_MONTH = load_pattern("answering.rows_computed.asks_month")
_ASKS_YEAR = load_pattern("answering.rows_computed.asks_year")
_AWAY = {"今": 0, "本": 0, "明": 1, "后": 2}  # years from the one in which the row was printed
_ASKS_FIRST = load_pattern("answering.rows_computed.asks_first")
_ASKS_IN_TIME = load_pattern("answering.rows_computed.asks_in_time")
_PRINTED_MONTH = load_pattern("answering.rows_computed.printed_month")
_WHOLE, _YEARLY = re.compile(r"^(?:计划)?总?投资(?:总?额)?$"), re.compile(r"年度|当年|今年|本年")
_SEVERAL = 2


def computed_from_rows(query: Query, knowledge: Knowledge) -> Draft | None:
    """The sum, share, mean or date that the rows of the linked projects give; None where they give none."""
    rows = _linked(query, knowledge)
    if not rows:
        return _of_month(query, knowledge) or _of_year(query, knowledge) or _first(query, knowledge)
    if len(rows) >= _SEVERAL:
        return _sum(query, rows)
    return _share(query, rows[0]) or _mean(query, rows[0]) or _in_time(query, rows[0])


def _linked(query: Query, knowledge: Knowledge) -> tuple[Found[ProjectRow], ...]:
    """The newest row of each linked project, in the order in which they are named."""
    links = sorted((link for link in query.links if link.kind == "project"), key=lambda link: link.start)
    found = (next(iter(knowledge.rows.get(link.key, ())), None) for link in links)
    return tuple(row for row in dict.fromkeys(found) if row is not None)


def _amount(row: ProjectRow, kind: re.Pattern[str]) -> Amount | None:
    one = next((one for one in row.investments if kind.search(one.kind)), None)
    return read_amount(amount_text(one)) if one is not None else None


def _sum(query: Query, rows: Sequence[Found[ProjectRow]]) -> Draft | None:
    """甲和乙两个项目总投资一共多少."""
    if query.kind != "money" or not _ASKS_SUM.search(query.text):
        return None
    kind = _YEARLY if _YEARLY.search(query.text) else _WHOLE
    amounts = [amount for row in rows if (amount := _amount(row.value, kind)) is not None]
    if len(amounts) < len(rows) or not all(arithmetic.alike(amounts[0], other) for other in amounts):
        return None
    said, detail = arithmetic.total(amounts)
    yi = sum((one.value for one in amounts), Decimal(0)) / Decimal(100_000_000)
    if amounts[0].unit == "元" and "亿" not in said and yi >= 1:
        said = f"{number_text(float(yi))}亿元（{said}）"
    return Draft("answered", "sum", said, row_proofs(rows), detail=detail, accounted=True)


def _share(query: Query, row: Found[ProjectRow]) -> Draft | None:
    """年度计划投资占它总投资多少."""
    if not _ASKS_SHARE.search(query.text):
        return None
    part, whole = _amount(row.value, _YEARLY), _amount(row.value, _WHOLE)
    if part is None or whole is None or not arithmetic.alike(part, whole) or not 0 < part.value <= whole.value:
        return None
    said, detail = arithmetic.share(part, whole)
    return Draft("answered", "percent", said, row_proofs([row]), detail=detail, projects=query.projects)


def _mean(query: Query, row: Found[ProjectRow]) -> Draft | None:
    """平均一个班多少学位, of 36个班、1620个学位."""
    asked = _ASKS_MEAN.search(query.text)
    text = "，".join(part for part in (row.value.content, row.value.capacity) if part)
    if asked is None or not text:
        return None
    per, what = asked["per"] or asked["per2"], asked["what"] or asked["what2"]
    count, whole = _counted(text, per), _counted(text, what)
    if count is None or whole is None or count == whole or not count.value:
        return None
    said, detail = arithmetic.quotient(whole, count)
    return Draft("answered", "sum", said, row_proofs([row]), detail=detail, projects=query.projects)


def _counted(text: str, noun: str) -> Amount | None:
    """The number that ``noun`` is counted by: 36个班, 小区12个, 4860户."""
    for quantity in find_quantities(text):
        behind, before = text[quantity.end :], text[: quantity.start]
        if behind.startswith(noun) or before.endswith(noun) or quantity.unit.endswith(noun):
            return arithmetic.exact(quantity)
    return None


def _of_month(query: Query, knowledge: Knowledge) -> Draft | None:
    """计划2025年8月完工的有哪几个: the projects whose printed start or end is that month."""
    asked = _ASKS_MONTH.search(query.text)
    if asked is None or query.kind not in ("list", "lookup", "text", "count"):
        return None
    found = [
        row for row, (year, month) in _dated(knowledge, ends=asked["end"] is not None)
        if month == int(asked["month"]) and query.year in (None, year)
    ]  # fmt: skip
    return _named(query, found)


def _named(query: Query, found: Sequence[Found[ProjectRow]]) -> Draft | None:
    """The names of those in the newest article that has any, or how many they are; None where there are none."""
    if not found:
        return None
    found = [row for row in found if row.article == found[0].article]
    names = list(dict.fromkeys(row.value.name for row in found))
    if query.kind == "count":
        return Draft("answered", "count", f"{len(names)}个", row_proofs(found), detail="、".join(names), held=True)
    if len(names) == 1:
        return Draft("answered", "text", names[0], row_proofs(found), held=True)
    return Draft("answered", "list", "、".join(names), row_proofs(found), detail=f"共{len(names)}个", held=True)


def _of_year(query: Query, knowledge: Knowledge) -> Draft | None:
    """今年完工的项目有哪些: the projects whose printed start or end is in that year."""
    asked = _ASKS_YEAR.search(query.text)
    if asked is None or query.kind not in ("list", "lookup", "text", "count"):
        return None
    away = _AWAY.get(asked["away"] or "")
    dated = _dated(knowledge, ends=asked["end"] is not None)
    found = [
        row for row, month in dated
        if month[0] == (query.year if away is None else int(knowledge.date_of(row.article)[:4] or 0) + away)
    ]  # fmt: skip
    return _named(query, found)


def _first(query: Query, knowledge: Knowledge) -> Draft | None:
    """最早完工的是哪个: the project, or those, with the first or the last printed month."""
    asked = _ASKS_FIRST.search(query.text)
    dated = _dated(knowledge, ends=asked["end"] is not None) if asked is not None else []
    dated = [one for one in dated if one[0].article == dated[0][0].article]
    if asked is None or len(dated) < _SEVERAL or query.kind not in ("list", "lookup", "text", "compare"):
        return None
    months = [month for _, month in dated]
    year, month = (min if asked["first"] in ("早", "先") else max)(months)
    found = [row for row, when in dated if when == (year, month)]
    names = "、".join(dict.fromkeys(row.value.name for row in found))
    detail = texts.AMONG_ROWS.format(count=len(dated))
    said = f"{names}（{year}年{month}月）"
    return Draft("answered", "compare", said, row_proofs(found), detail=detail, held=True)


def _dated(knowledge: Knowledge, *, ends: bool) -> list[tuple[Found[ProjectRow], tuple[int, int]]]:
    """The projects with the (year, month) that is printed for their end, or for their start."""
    told = ((row, (row.value.end if ends else row.value.start) or "") for row in knowledge.projects)
    matches = ((row, _PRINTED_MONTH.fullmatch(month)) for row, month in told)
    return [(row, (int(match["year"]), int(match["month"]))) for row, match in matches if match is not None]


def _in_time(query: Query, row: Found[ProjectRow]) -> Draft | None:
    """今年能干完不: by the printed end, against the year in which the row was printed."""
    asked = _ASKS_IN_TIME.search(query.text) if query.kind == "yesno" else None
    end, start = (_PRINTED_MONTH.fullmatch(one or "") for one in (row.value.end, row.value.start))
    if asked is None or end is None:
        return None
    now = int((row.value.event_date or (start["year"] if start else "0"))[:4])
    year = query.year or (now + (asked["next"] is not None) if now else 0)
    if not year:
        return None
    yes = int(end["year"]) <= year
    said = f"{'能' if yes else '不能'}，计划{end['year']}年{int(end['month'])}月完工"
    return Draft("answered", "yesno", said, row_proofs([row]), projects=query.projects)
