"""Answers read off tables: the cell where the named row meets the asked column, or the extreme of a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.draft import Draft, Proof, outward_kind
from index.answering.explain import EXACT, coverage, explained
from index.answering.knowledge import Page
from index.answering.pool import Evidence
from index.answering.series import Member, Series
from index.answering.statements import expected
from index.language.lexicon import load_table, load_words
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.records import Article, Table, TableRow
from index.understanding.query import Query, Term
from index.understanding.terms import synonyms

_NAMED = 0.75  # how well a row's name must be accounted for
_ENOUGH = 0.8  # share of the question that row, column and caption must account for
_COLUMN = 0.5  # how well the column must match
_PAGES = 6  # articles looked at
_MOST = re.compile(r"最(?P<way>[多高大长快好])|(?:第一|居首|领先)")
_LEAST = re.compile(r"最(?P<way>[少低小短慢差])|垫底|倒数|末位|最后")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?%?(?:[（(][^）)]*[）)])?")
_DATED = re.compile(r"[年月日天]|\d{4}[.\-/]\d")
_NUMBERING = re.compile(r"^\s*(?:序号|编号|名次|位次|排名)\s*$")
_OTHER_UNIT = re.compile(r"[%％±率]|增速|增幅|同比|名次|位次|[个户人家]数|个|数量")
_TOTAL = re.compile(r"^\s*(?:\d|合计|总计|小计|总)")
_BRACKET = re.compile(r"[（(]([^（()）]*)[）)]")


@dataclass(frozen=True, slots=True)
class _Place:
    """A table with the article it stands in."""

    page: Page
    table: Table
    names: int


def answer_table(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The cell, or the extreme row, that ``query`` asks for; None where no table has both row and column.

    Args:
        pool: sentences near the question; their articles' tables are read.
    """
    places = list(_tables(pool))
    if query.kind == "compare":
        return next((d for p in places if (d := _extreme(query, p)) is not None), None)
    found = [hit for place in places for hit in _cells(query, place)]
    if not found:
        return None
    score, place, row, column = max(found, key=lambda hit: hit[0])
    text = cell_said(place.table, row, column)
    if not text:
        return None
    proofs = (_proof(place.page.article, row),)
    return Draft("answered", outward_kind(query.kind), text, proofs, confidence=round(min(score, 1.0), 3))


def _tables(pool: Sequence[Evidence]) -> Iterator[_Place]:
    pages = list({e.page.article.id: e.page for e in sorted(pool, key=lambda e: e.rank)}.values())
    for page in pages[:_PAGES]:
        for table in page.article.tables:
            names = name_column(table)
            if names is not None and table.rows:
                yield _Place(page, table, names)


def name_column(table: Table) -> int | None:
    """The first column whose cells are mostly words: names, not numbers."""
    for column in range(len(table.header)):
        cells = [row.cells[column].text.text for row in table.rows if column < len(row.cells)]
        if cells and sum(len(re.findall(r"[\u4e00-\u9fff]", cell)) >= 2 for cell in cells) > len(cells) / 2:
            return column
    return None


def _cells(query: Query, place: _Place) -> Iterator[tuple[float, _Place, TableRow, int]]:
    for row in place.table.rows:
        name = compact(row.cells[place.names].text.text)
        if not name or not _is_named(query, name):
            continue
        for column, header in enumerate(place.table.header):
            if column == place.names or column >= len(row.cells) or not row.cells[column].text.text.strip():
                continue
            fits = column_fits(query, header) + _done_or_planned(query, header)
            if not _of_the_deed(query, header) or not _of_the_unit(query, place.table, row, column):
                continue
            around = compact(place.table.caption.text) + place.page.heading
            regions = (
                (name, 1.0),
                (compact(header), 1.0),
                (compact(row.cells[column].text.text), 0.8),
                (around, 0.8),
            )
            share, missing, _ = coverage(_strong(query), regions)
            if not _typed(query.kind, row.cells[column].text.text.strip()):
                continue
            if any(term.critical for term in missing) or share < _ENOUGH or fits < _COLUMN:
                continue
            yield share + fits, place, row, column


_DONE = re.compile(r"完成|进展|实际|累计|已")
_PLANNED = re.compile(r"目标|计划|任务|指标")
_ASKS_DONE = re.compile(r"了(?:多少|几)|已经?|完成(?:了)?(?:多少|几)|(?:多少|几)[^，。]{0,4}了$")


def _done_or_planned(query: Query, header: str) -> float:
    """装了多少 wants the column of what is done, not of the aim."""
    if not _ASKS_DONE.search(query.text) or _PLANNED.search(query.text):
        return 0.0
    return 0.3 if _DONE.search(header) else -0.3 if _PLANNED.search(header) else 0.0


def _of_the_deed(query: Query, header: str) -> bool:
    """谁承建: a column of those in charge is no column of builders."""
    if query.kind not in ("organisation", "person") or query.head not in load_words("role_verbs"):
        return True
    return _says(compact(header), query.head) > 0


def _of_the_unit(query: Query, table: Table, row: TableRow, column: int) -> bool:
    """几个班: a cell that says 个学位 is none."""
    said = cell_said(table, row, column)
    if query.kind not in ("count", "number") or not query.unit or query.unit in ("个", "项", "元", "亿", "万"):
        return True
    units = [quantity.unit for quantity in find_quantities(fold(said)) if quantity.unit]
    return not units or query.unit in said or query.unit in table.header[column] or query.unit in units


def _strong(query: Query) -> tuple[Term, ...]:
    """The words that must be accounted for: generic ones only where there are no others."""
    return tuple(
        t for t in query.terms if t.weight >= 0.5 and not _MOST.search(t.text) and not _LEAST.search(t.text)
    )


def _typed(kind: str, cell: str) -> bool:
    """Whether a cell can be an answer of this type."""
    if kind == "money":
        return bool(_PLAIN.fullmatch(cell)) or "元" in cell
    if kind in ("text", "stage", "yesno", "place", "organisation", "person"):
        return len(re.findall(r"[\u4e00-\u9fff]", cell)) >= 2
    if kind in ("date", "duration"):
        return bool(_DATED.search(cell))
    return bool(expected(kind).search(cell))


def _is_named(query: Query, name: str) -> bool:
    """The row's name is linked, or a strong word of the question names it."""
    if any(
        link.kind == "project" and (compact(link.name) in name or name in compact(link.name))
        for link in query.links
    ):
        return True
    asked = fold(query.text)
    if len(name) > 1 and name in asked:
        return True
    return any(
        explained(t.text, name).score >= (_NAMED if len(t.text) > 2 else EXACT)
        for t in query.terms
        if t.weight >= 0.5 and len(t.text) > 1
    )


def column_fits(query: Query, header: str) -> float:
    """How well a header says what is asked: by a word of the question, else by the type of its cells."""
    plain = compact(_BRACKET.sub("", header))
    if not plain:
        return 0.0
    best = max((_says(plain, t.text) * min(1.0, 0.5 + t.weight) for t in query.terms), default=0.0)
    if query.head:
        best = max(best, _says(plain, query.head))
    typed = 0.6 if any(word in plain for word in _words(query.kind)) else 0.0
    return max(best, typed) + (0.3 if best >= _COLUMN and typed else 0.0)


def _says(header: str, word: str) -> float:
    """Whether a header says a word: itself, or one that may stand for it, of two letters at least."""
    if len(word) > 1 and word in header:
        return 1.0
    return 0.9 if any(len(other) > 1 and other in header for other in synonyms().get(word, ())) else 0.0


def _words(kind: str) -> tuple[str, ...]:
    """Words of a header over cells of this type."""
    return next((tuple(row[1].split()) for row in load_table("table_columns") if row[0] == kind), ())


def _extreme(query: Query, place: _Place) -> Draft | None:
    """The row with the greatest or least value of the asked column."""
    low = bool(_LEAST.search(query.text))
    if not low and not _MOST.search(query.text):
        return None
    scored = [(column_fits(query, h), -i) for i, h in enumerate(place.table.header) if i != place.names]
    fits, at = max(scored, default=(0.0, 0))
    around = compact("".join(place.table.header) + place.table.caption.text) + place.page.heading
    share, missing, _ = coverage(_strong(query), ((around, 1.0),))
    if fits < _NAMED or share < _ENOUGH or any(term.critical for term in missing):
        return None
    named = [row for row in place.table.rows if not _TOTAL.search(row.cells[place.names].text.text)]
    rows = [(value, row) for row in named if (value := _value(row, -at)) is not None]
    if len(rows) < 2:
        return None
    value, row = (min if low else max)(rows, key=lambda pair: pair[0])
    if sum(other == value for other, _ in rows) > 1:
        return None
    said = f"{row.cells[place.names].text.text.strip()}（{cell_said(place.table, row, -at)}）"
    proofs = tuple(_proof(place.page.article, held) for _, held in rows)
    return Draft("answered", "compare", said, (_proof(place.page.article, row), *proofs[:8]))


def tables_as_series(page: Page) -> Iterator[Series]:
    """The numeric columns of an article's tables: a value for the name in each row, totals left out."""
    for table in page.article.tables:
        names = name_column(table)
        if names is None or not table.rows:
            continue
        rows = [row for row in table.rows if not _TOTAL.search(row.cells[names].text.text)]
        around = compact("".join(table.header) + table.caption.text)
        for column, header in enumerate(table.header):
            held = [member for row in rows if (member := _member(table, row, names, column)) is not None]
            if column == names or _NUMBERING.search(header):
                continue
            if len(held) > 1 and len(held) * 2 > len(rows):
                falls = bool(re.search(r"±|增|速|率|同比|环比", header))
                yield Series(page, tuple(held), held[0].quantity.unit, falls, around, page.heading, header)


def _member(table: Table, row: TableRow, names: int, column: int) -> Member | None:
    value = _value(row, column)
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


def _value(row: TableRow, column: int) -> float | None:
    cell = row.cells[column].text.text.strip().replace(",", "") if column < len(row.cells) else ""
    match = _NUMBER.match(cell) if _PLAIN.fullmatch(cell) else None
    return float(match[0]) if match else None


def cell_said(table: Table, row: TableRow, column: int) -> str:
    """The cell with its unit: from the header's bracket, else for amounts from the caption."""
    cell = " ".join(row.cells[column].text.text.split())
    if not _PLAIN.fullmatch(cell):
        return cell
    cell = _BRACKET.sub("", cell).strip() or cell
    header = table.header[column]
    bracket = _BRACKET.search(header)
    unit = bracket[1] if bracket and not any(sign.isdigit() for sign in bracket[1]) else None
    if unit is None and (own := _unit_of_row(table, row)) and column > own[0] and not _OTHER_UNIT.search(header):
        unit = own[1]
    if unit is None and table.unit and any(word in header for word in _words("money")):
        unit = table.unit
    return cell if unit is None or cell.endswith("%") else cell + unit


def _unit_of_row(table: Table, row: TableRow) -> tuple[int, str] | None:
    """(column, unit) where the table has a column of units: 粮食 | 万吨 | 21.4."""
    at = next((n for n, header in enumerate(table.header) if compact(header) in ("单位", "计量单位")), None)
    unit = compact(row.cells[at].text.text) if at is not None and at < len(row.cells) else ""
    return (at, unit) if at is not None and unit and not any(sign.isdigit() for sign in unit) else None


def _proof(article: Article, row: TableRow) -> Proof:
    return Proof(article.id, (row.span,))
