"""Tables of projects: columns by what their header says, cells as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from index.extraction.programmes.cues import Context, find_district, find_period, find_programme, find_stage
from index.extraction.programmes.drafts import BatchDraft, RowDraft
from index.extraction.programmes.own_groups import stage_named
from index.extraction.programmes.progress import Attributes, read_attributes
from index.extraction.words.money import as_investment, find_amounts, in_yi, kind_names
from index.extraction.words.names import is_generic
from index.language.lexicon import load_pattern, load_table
from index.language.numerals import Quantity, parse_number
from index.records import Article, Batch, Investment, MappedText, Table, TableRow

_UNIT = load_pattern("extraction.tables.unit")
_NUMBER = load_pattern("extraction.tables.number")
_SPAN = load_pattern("extraction.tables.span")
_TOTAL_ROW = load_pattern("extraction.tables.total_row")
_SECTION = load_pattern("extraction.tables.section")
_BARE_NAMES = frozenset(("名称", "项目", "重点项目"))
_IN_CHARGE = ("责任单位", "牵头单位", "责任部门")  # stand for the owner where no other column does
_RATE = load_pattern("extraction.tables.rate")  # 完成率 is no amount
_WINDOW = load_pattern("extraction.tables.window")  # 1—5月完成投资
_YEAR = load_pattern("extraction.tables.year")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: field of a row, printed header, unit of its amounts (万元), or None."""

    field: str
    header: str
    unit: str | None


@lru_cache(maxsize=1)
def _headers() -> dict[str, str]:
    return {word: row[0] for row in load_table("project_columns") for word in row[1].split()}


def read_column(header: str) -> Column:
    """The column that ``header`` announces; an unknown one is a detail."""
    plain = re.sub(r"\s+", "", header)
    unit = _UNIT.search(plain)
    bare = re.sub(r"[（(][^（）()]*[）)]", "", plain).strip("：:*")
    if _RATE.search(bare):
        return Column("details", bare, None)
    of_year = _YEAR.sub("", bare)
    found = _headers().get(plain) or _headers().get(bare) or _headers().get(of_year)
    if found is None and of_year == "计划" != bare:  # 2025年计划 beside 总投资
        found = "investment"
    if found is None:
        words = [word for word in _headers() if len(word) >= 2 and word in bare]
        found = _headers()[max(words, key=len)] if words else "details"
    return Column(found, bare, (unit["unit"] or unit["plain"]) if unit else None)


def is_project_table(table: Table) -> bool:
    """True where one column holds names of projects and another something about them."""
    columns = [read_column(header) for header in table.header]
    names = [c for c in columns if c.field == "name"]
    others = {c.field for c in columns} - {"name", "ordinal", "details"}
    if not names or _are(_PLACE, table, columns.index(names[0])):
        return False
    if names[0].header in _BARE_NAMES and _are(_MEASURE, table, columns.index(names[0])):
        return False
    return bool(others & {"investment", "content", "owner", "stage", "status", "period_span", "builder"}) or (
        names[0].header not in _BARE_NAMES and bool(others)
    )


_PLACE = load_pattern("extraction.tables.place")
_MEASURE = load_pattern("extraction.tables.measure")


def _are(sort: re.Pattern[str], table: Table, column: int) -> bool:
    """Most names are no projects: 青石镇 below 镇街名称; 其中：增值税 below 项目, items of a budget."""
    names = [row.cells[column].text.text.strip() for row in table.rows if column < len(row.cells)]
    return bool(names) and 2 * sum(bool(sort.search(name)) for name in names) > len(names)


def read_table(
    article: Article, table: Table, context: Context, named: frozenset[str] = frozenset()
) -> tuple[list[RowDraft], list[BatchDraft]]:
    """Project rows and printed totals of a table.

    Args:
        context: of the article around it. named: what the article itself calls its groups.
    """
    columns = _with_groups(table, [read_column(header) for header in table.header], named)
    caption = table.caption.text
    unit = table.unit or _caption_unit(caption)
    here = _captioned(caption, article, context)
    if any(column.field == "stage" for column in columns):
        here = replace(here, stage=None)
    rows: list[RowDraft] = []
    totals: list[BatchDraft] = []
    section: str | None = None
    for row in table.rows:
        filled = [cell.text.text.strip() for cell in row.cells if cell.text.text.strip()]
        if not filled:
            continue
        joined = filled[0]
        if _TOTAL_ROW.match(joined) or (len(filled) > 1 and _TOTAL_ROW.match(filled[1])):
            totals.extend(_total(row, columns, unit, here, rows))
        elif (
            len(set(filled)) == 1
            and (match := _SECTION.match(joined))
            and (is_generic(match["name"]) or find_stage(joined))
        ):
            section = match["name"]
            here = here.with_(stage=find_stage(joined))
        else:
            made = _row(row, columns, unit, here, section, named)
            if made is not None:
                made.ordinal = made.ordinal or len(rows) + 1
                rows.append(made)
    return rows, [] if "部分" in caption else totals


def _with_groups(table: Table, columns: list[Column], named: frozenset[str]) -> list[Column]:
    """A column whose cells are names of the article's own groups tells the stage, whatever its header says."""
    found = list(columns)
    for at, column in enumerate(columns):
        cells = [row.cells[at].text.text.strip() for row in table.rows if at < len(row.cells)]
        if column.field in ("details", "category", "status") and cells and all(cell in named for cell in cells):
            found[at] = replace(column, field="stage")
    return found


def _caption_unit(caption: str) -> str | None:
    match = _UNIT.search(caption)
    return (match["unit"] or match["plain"]) if match else None


_WISHED = load_pattern("extraction.tables.wished")


def _captioned(caption: str, article: Article, context: Context) -> Context:
    year = int(article.date[:4]) if article.date else None
    programme = find_programme(caption)
    period = find_period(caption, year)
    stage = None if "。" in caption.rstrip("。") or _WISHED.search(caption) else find_stage(caption)
    if (
        programme
        and context.programme
        and programme != context.programme
        and not programme.startswith(("重点", "重大"))
    ):
        context = Context(district=context.district)
    if programme and programme.startswith(("重点", "重大")) and context.programme:
        programme = None
    return context.with_(
        programme=programme, period=period, stage=stage, district=find_district(caption, article.district)
    )


def _row(
    row: TableRow, columns: list[Column], unit: str | None, here: Context, section: str | None, named: frozenset[str]
) -> RowDraft | None:
    name: MappedText | None = None
    read = Attributes()
    draft = RowDraft("", (), here)
    for column, cell in zip(columns, row.cells, strict=False):
        text = cell.text.strip()
        value = text.text
        if not value or value in ("/", "-", "—", "——", "－"):
            continue
        if column.field == "name":
            name = name or text
        elif column.field == "ordinal":
            draft.ordinal = int(value) if value.isdigit() and len(value) < 5 else None
        else:
            own = stage_named(value, named) if column.field == "stage" and value in named else None
            draft.context = (
                replace(draft.context, stage=own) if own else _put(read, column, value, unit, draft.context)
            )
    if name is None or len(re.findall(r"[^\W\d_]", name.text)) < 2:
        return None  # a column 签约项目 may hold how many there are
    owner = next((value for key, value in read.details if key in _IN_CHARGE), None)
    read.put("owner", owner)
    draft.name, draft.name_spans, draft.attributes = name.text, name.spans(), read
    draft.evidence = [row.span]
    draft.in_table = True
    if section:
        read.note("类别", section)
    return draft


def _put(read: Attributes, column: Column, value: str, unit: str | None, here: Context) -> Context:
    field = column.field
    if field == "investment":
        made = read_money(value, column, unit)
        if made is not None:
            read.investments.append(made)
        else:
            read.note(column.header, value)
    elif field == "period_span":
        _put_span(read, column, value)
    elif field == "stage":
        found = find_stage(value)
        if found:
            return replace(here, stage=found)
        read.note(column.header, value)
    elif field == "district":
        return replace(here, district=value)
    elif field in ("details", "category"):
        read.note(column.header if field == "details" else "类别", value)
    else:
        read.put(field, value)
        if field == "content":
            read_sizes(read, value)
    return here


def read_sizes(read: Attributes, content: str) -> None:
    """Area, length and capacity stand inside the column of contents."""
    sizes = read_attributes(content)
    for name in ("area", "length", "capacity", "mode"):
        read.put(name, sizes.fields.get(name))
    for key, value in sizes.details:
        if key != "预期效果":
            read.note(key, value)


def _put_span(read: Attributes, column: Column, value: str) -> None:
    parts = [part for part in _SPAN.split(value) if part]
    if len(parts) == 2 and re.search(r"\d", parts[0]) and re.search(r"\d{4}|\d月|\.\d|底", value):
        read.put("start", parts[0])
        read.put("end", parts[1])
    else:
        read.note(column.header, value)


def read_money(value: str, column: Column, unit: str | None) -> Investment | None:
    """The amount of a cell: its own unit before the column's before the table's."""
    kind = kind_of(column.header)
    amounts = find_amounts(value)
    if amounts:
        one = amounts[0].investment
        return Investment(kind, one.value, one.unit, one.currency, one.modality)
    match = _NUMBER.match(value.replace(" ", ""))
    if match is None:
        return None
    printed = match["unit"] or column.unit or unit or ""
    scale = printed[:1] if printed[:1] in ("亿", "万") else ""
    currency = printed.removeprefix(scale) or "元"
    if printed in ("千元", "百万元"):
        return as_investment(
            Quantity(0, len(value), parse_number(match["n"]), printed[:-1], "元", "money", None, value), kind
        )
    return Investment(kind, parse_number(match["n"].replace("，", ",")), scale, currency)


def kind_of(header: str) -> str:
    """The kind of investment a column holds: 年度计划 → 年度计划投资; an unknown one as printed."""
    bare = _YEAR.sub("", header)
    window = _WINDOW.match(header)
    if window and header[window.end() :] in kind_names():
        return window[0] + kind_names()[header[window.end() :]]
    if bare != header and bare in ("计划投资", "投资计划", "投资", "计划", "计划完成投资"):
        return "年度计划投资"
    for one in (header, bare):
        if one in kind_names():
            return kind_names()[one]
    words = [word for word in kind_names() if word in bare]
    return kind_names()[max(words, key=len)] if words else header


def _total(
    row: TableRow, columns: list[Column], unit: str | None, here: Context, rows: list[RowDraft]
) -> Iterator[BatchDraft]:
    amounts: list[Investment] = []
    count: int | None = None
    for column, cell in zip(columns, row.cells, strict=False):
        value = cell.text.text.strip()
        if column.field == "investment" and (made := read_money(value, column, unit)):
            amounts.append(made)
        elif match := re.search(r"(\d+)\s?[个项]", value):
            count = int(match[1])
    if amounts or count:
        total = _total_of(amounts)
        stage = here.stage or ("合计" if here.programme else None)
        batch = Batch(
            here.programme, here.period, stage, here.district, None, here.event, count, total, tuple(amounts),
            sum_ok=_adds_up(total, rows), event_date=here.event_date, evidence=(row.span,),
        )  # fmt: skip
        yield BatchDraft(batch, -1, -1, in_table=True)


def _total_of(amounts: list[Investment]) -> float | None:
    return next((in_yi(one) for one in amounts if one.kind == "总投资"), None)


def _adds_up(total: float | None, rows: list[RowDraft]) -> bool | None:
    """True where the rows above give the printed total; None where a row has no amount in 元."""
    values = [_total_of(row.attributes.investments) for row in rows]
    coarse = any(one.unit == "亿" for row in rows for one in row.attributes.investments)
    if total is None or not values or None in values:
        return None
    return abs(sum(value for value in values if value is not None) - total) <= (
        0.005 if coarse else 0.00005
    ) * len(values)
