"""What a table's columns say: how well a header fits a question, a cell with its unit, columns as series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.answering.evidence.knowledge import Page
from index.answering.evidence.relation import BRACKET, Relation, column_words, common, said_header, stands
from index.answering.evidence.series import Member, Series
from index.answering.evidence.year_columns import asks_former, is_time, is_year
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.records import Table, TableRow
from index.understanding.query import Query
from index.understanding.terms import synonyms

_COLUMN = 0.5  # how well the column must match
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_PLAIN = re.compile(r"[-+]?\d+(?:\.\d+)?%?(?:[（(][^）)]*[）)])?")
_NUMBERING = load_pattern("answering.columns.numbering")
_OTHER_UNIT = load_pattern("answering.columns.other_unit")
_RATE_HEAD = load_pattern("answering.columns.rate_head")
_AMOUNT_HEAD = load_pattern("answering.columns.amount_head")  # 2026年计划, 已完成
UNIT_HEADERS = ("单位", "计量单位")
_SERIAL_NAME = load_pattern("answering.columns.serial_name")
TOTAL = load_pattern("answering.columns.total")
_DONE = load_pattern("answering.columns.done")
_ASKS_GROWTH = load_pattern("answering.columns.asks_growth")
_GROWTH = load_pattern("answering.columns.growth")
_PLANNED = load_pattern("answering.columns.planned")
_ROW_UNIT = load_pattern("answering.columns.row_unit")
_ASKS_AIM = load_pattern("answering.columns.asks_aim")
_ASKS_DONE = load_pattern("answering.columns.asks_done")
_ASKS_YEAR = load_pattern("answering.columns.asks_year")
_OF_YEAR = load_pattern("answering.columns.of_year")
_WHOLE = load_pattern("answering.columns.whole")
_SEVERAL_UNITS = load_pattern("answering.columns.several_units")
_FORMER = load_pattern("answering.columns.former")
_ONE_MONTH = load_pattern("answering.columns.one_month")
_INVESTED = load_pattern("answering.columns.invested")


def done_or_planned(query: Query, header: str) -> float:
    """装了多少 wants the column of what is done, not of the aim; 今年要投多少 the year's own, not the whole.

    今年要建多少 wants the aim.
    """
    if _ASKS_YEAR.search(query.text) and not _DONE.search(query.text):
        return 0.6 if _OF_YEAR.search(header) and not _DONE.search(header) else -0.3 if _WHOLE.search(header) else 0.0
    if _ASKS_AIM.search(query.text) and not _ASKS_DONE.search(query.text):
        return 0.6 if _PLANNED.search(header) else -0.3 if _DONE.search(header) else 0.0
    if not _ASKS_DONE.search(query.text) or _PLANNED.search(query.text):
        return 0.0
    if _DONE.search(header):
        return 0.6
    planned = _PLANNED.search(header) is not None
    invested = query.kind == "money" and _INVESTED.search(query.text) is not None
    if invested and (planned or _WHOLE.search(header)):
        return -1.2  # 已经投了多少: what is planned as a whole is no answer
    return -0.3 if planned else 0.0


def level_of_caption(relation: Relation, column: int, text: str, rest: str) -> float:
    """表2 工业总产值 over 1—8月累计 | 去年同期: the column that says no more than a time or 目标, of the asked time."""
    header = compact(BRACKET.sub("", relation.table.header[column]))
    if column in relation.wordy or not (_AMOUNT_HEAD.fullmatch(header) or is_time(header)):
        return 0.0
    caption = compact(BRACKET.sub("", relation.table.caption.text))
    if common(caption, rest) < 2 or _ASKS_GROWTH.search(text):
        return 0.0
    same = (
        bool(_PLANNED.search(header)) == bool(_PLANNED.search(text)),
        bool(_FORMER.search(header)) == asks_former(text),
        bool(_ONE_MONTH.search(header)) == bool(_ONE_MONTH.search(text)),
    )
    return _COLUMN if all(same) else 0.0


def of_investing(query: Query, told: str) -> bool:
    """前八个月投了多少: no table of output tells what is invested."""
    return query.kind != "money" or not _INVESTED.search(query.text) or "投" in told


def asks_growth(text: str) -> bool:
    """增长了多少 is asked, not how much it was."""
    return bool(_ASKS_GROWTH.search(text))


def change_fits(query: Query, header: str) -> float:
    """涨得最快 wants the column of growth, 是多少 that of the amount; nothing where the question may mean either."""
    asked, growth = bool(_ASKS_GROWTH.search(query.text)), bool(_GROWTH.search(header))
    return 0.4 if asked and growth else -0.4 if asked != growth else 0.0


def column_fits(query: Query, header: str) -> float:
    """How well a header says what is asked: by a word of the question, else by the type of its cells."""
    plain = said_header(header)
    if not plain:
        return 0.0
    best = max((_says(plain, t.text) * min(1.0, 0.5 + t.weight) for t in query.terms), default=0.0)
    if query.head:
        best = max(best, _says(plain, query.head))
    typed = 0.6 if any(word in plain for word in column_words().get(query.kind, ())) else 0.0
    more = sum(_says(plain, t.text) * t.weight for t in query.terms) - best if best else 0.0  # 投资增长: both words
    return max(best, typed) + (0.3 if best >= _COLUMN and typed else 0.0) + 0.1 * max(0.0, more)


def _says(header: str, word: str) -> float:
    """Whether a header says a word: itself, or one that may stand for it, of two letters at least."""
    if len(word) > 1 and stands(word, header):
        return 1.0
    return 0.9 if any(len(other) > 1 and other in header for other in synonyms().get(word, ())) else 0.0


def tables_as_series(page: Page) -> Iterator[Series]:
    """The numeric columns of an article's tables: a value for the name in each row, totals left out."""
    for relation in page.relations:
        table, names = relation.table, relation.names
        named = [(row, row.cells[names].text.text) for row in table.rows]
        rows = [row for row, name in named if not (TOTAL.search(name) or _SERIAL_NAME.match(name.strip()))]
        around = compact("".join(table.header) + table.caption.text)
        for column, header in enumerate(table.header):
            held = [member for row in rows if (member := _member(table, row, names, column)) is not None]
            if column == names or _NUMBERING.search(header):
                continue
            if len(held) > 1 and len(held) * 2 > len(rows):
                falls = bool(re.search(r"±|增|速|率|同比|环比", header))
                measure = relation.headers[column] if relation.headers[column] != compact(header) else header
                yield Series(page, tuple(held), held[0].quantity.unit, falls, around, page.heading, measure)


def _member(table: Table, row: TableRow, names: int, column: int) -> Member | None:
    value = column_value(row, column)
    if value is None:
        return None
    said = cell_said(table, row, column)
    header = table.header[column]
    if table.unit and _NUMBER.fullmatch(said) and not _OTHER_UNIT.search(header):
        said += table.unit
    quantity = next(iter(find_quantities(fold(said))), None)
    if quantity is None:
        return None
    name = " ".join(row.cells[names].text.text.split())
    return Member(name, -abs(quantity.value) if value < 0 else quantity.value, said, quantity, (row.span,))


def column_value(row: TableRow, column: int) -> float | None:
    """The number of a cell that holds nothing else; None for words and ranges."""
    cell = row.cells[column].text.text.strip().replace(",", "") if column < len(row.cells) else ""
    match = _NUMBER.match(cell) if _PLAIN.fullmatch(cell) else None
    return float(match[0]) if match else None


def cell_said(table: Table, row: TableRow, column: int) -> str:
    """The cell with its unit: from the header's bracket, else for amounts from the caption."""
    cell = " ".join(row.cells[column].text.text.split())
    if not _PLAIN.fullmatch(cell):
        return cell
    cell = BRACKET.sub("", cell).strip() or cell
    header = table.header[column]
    if header.rstrip().endswith("%") and not cell.endswith("%"):
        return cell + "%"
    if _is_rate(table, header):
        return cell if cell.endswith("%") else cell + "%"
    bracket = BRACKET.search(header)
    unit = bracket[1] if bracket and not any(sign.isdigit() for sign in bracket[1]) else None
    if unit is None and (own := _unit_of_row(table, row)) and column > own[0] and not _OTHER_UNIT.search(header):
        unit = own[1]
    timed = is_time(compact(header)) or is_year(compact(header))
    if unit is None and timed and (own_bracket := _ROW_UNIT.search(_named(table, row))) is not None:
        unit = own_bracket["unit"]
    if unit is None and table.unit and (timed or _heads_amounts(table, header)):
        unit = table.unit
    return cell if unit is None or cell.endswith("%") else cell + unit


def _is_rate(table: Table, header: str) -> bool:
    """增速, 完成率; 投资增长 where the caption has % among its units."""
    bare = compact(header)
    if BRACKET.search(header) is not None:
        return False
    return bool(_RATE_HEAD.search(bare)) or (bare.endswith("增长") and "%" in fold(table.caption.text))


def _heads_amounts(table: Table, header: str) -> bool:
    """The unit of the caption is that of the column: of money, or a plan where the unit is one of money."""
    alone = _SEVERAL_UNITS.search(compact(table.caption.text)) is None  # （单位：户、万元）
    planned = alone and (table.unit or "").endswith("元") and _AMOUNT_HEAD.fullmatch(compact(header)) is not None
    return planned or any(word in header for word in column_words()["money"])


def _named(table: Table, row: TableRow) -> str:
    """The first cell of a row: 港口货物吞吐量（万吨）."""
    return compact(row.cells[0].text.text) if row.cells else ""


def _unit_of_row(table: Table, row: TableRow) -> tuple[int, str] | None:
    """(column, unit) where the table has a column of units: 粮食 | 万吨 | 21.4."""
    at = next((n for n, header in enumerate(table.header) if compact(header) in UNIT_HEADERS), None)
    unit = compact(row.cells[at].text.text) if at is not None and at < len(row.cells) else ""
    return (at, unit) if at is not None and _is_unit(unit) else None


@lru_cache(maxsize=1024)
def _is_unit(said: str) -> bool:
    """万吨, 元/斤, and no 石浦镇 below 单位."""
    found = find_quantities(f"1{said}") if said and not any(sign.isdigit() for sign in said) else []
    return bool(found) and bool(found[0].unit) and f"1{said}"[found[0].end :][:1] in ("", "/", "每", "·")
