"""Facts of tables: each cell under its header, about what its row names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.extraction.programmes.tables import is_project_table, read_column
from index.extraction.words.located import Located, Places
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities, parse_number
from index.records import Article, Cell, Fact, Sentence, Table, TableRow

_NUMBER = re.compile(r"^[-－−+]?\d[\d,，]*(?:\.\d+)?(?:[（(][-－−]?\d[\d,.]*[)）])?$")
_CALLED = load_pattern("extraction.cells.called")
_PHONE = re.compile(r"\d{3,4}[-—－]?\d{3,4}[-—－]?\d{0,4}")
_ORDINAL = load_pattern("extraction.cells.ordinal")
_EMPTY = frozenset(("", "-", "—", "——", "/", "－"))


def cell_facts(article: Article, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """One fact a filled cell of the tables that list no projects; the first column of words names the row."""
    places = Places([sentence for sentence in sentences if sentence.role == "table"])
    for table in article.tables:
        if is_project_table(table):
            continue
        named = _naming(table)
        for row in table.rows:
            sentence = next((one for one in places.touching([row.span]) if _same(one, row)), None)
            if sentence is not None:
                yield from _row(article, table, row, named, sentence)


class Cells:
    """The cells of an article's tables by their places."""

    def __init__(self, article: Article) -> None:
        self._rows = [(at, row) for at, table in enumerate(article.tables) for row in table.rows]
        self._located = Located([row.span] for _, row in self._rows)
        self._tables = article.tables
        self._naming = [_naming(table) for table in article.tables]

    def at(self, sentence: Sentence, start: int, end: int) -> tuple[str, str] | None:
        """(name of the row, header) of the cell that holds ``start`` to ``end`` of a table's sentence."""
        spans = sentence.text.spans(start, end)
        last = sentence.text.spans()[-1:]  # in front of it may stand a cell of a row above
        held = self._located.touching([(low, low + 1) for low, _ in last])
        if not held or not spans:
            return None
        at, row = self._rows[held[0]]
        return _cell_at(self._tables[at], row, self._naming[at], spans[0][0])


def _cell_at(table: Table, row: TableRow, named: int, place: int) -> tuple[str, str] | None:
    if sum(bool(cell.text.text.strip()) for cell in row.cells) < 2:
        return None  # a remark
    for index, cell in enumerate(row.cells):
        if any(low <= place < high for low, high in cell.text.spans()) and index < len(table.header):
            name = row.cells[named].text.text.strip() if named < len(row.cells) else ""
            return name, table.header[index].strip()
    return None


def _naming(table: Table) -> int:
    """The column that names the rows: of names of projects, else the first without figures."""
    for index, header in enumerate(table.header):
        if read_column(header).field == "name":
            return index
    for index in range(len(table.header)):
        values = [row.cells[index].text.text.strip() for row in table.rows if index < len(row.cells)]
        if any(values) and not any(_NUMBER.match(value) for value in values if value):
            return index
    return 0


def _row(
    article: Article, table: Table, row: TableRow, named: int, sentence: Sentence
) -> Iterator[Fact]:
    if named >= len(row.cells):
        return
    name = row.cells[named].text.text.strip()
    if name in _EMPTY:
        return
    for index, (header, cell) in enumerate(zip(table.header, row.cells, strict=False)):
        value = cell.text.text.strip()
        if index == named or value in _EMPTY or _ORDINAL.match(header.strip()):
            continue
        yield _cell(article, table, name, header.strip(), cell, sentence)


def _same(sentence: Sentence, row: TableRow) -> bool:
    spans = sentence.text.spans()
    return bool(spans) and row.span[0] <= spans[-1][0] < row.span[1]


def _cell(article: Article, table: Table, name: str, header: str, cell: Cell, sentence: Sentence) -> Fact:
    value = cell.text.text.strip()
    quantities = find_quantities(value)
    kind, number, unit = "text", None, None
    if _CALLED.search(header) and _PHONE.fullmatch(value):
        kind = "phone"
    elif _NUMBER.match(value):
        kind, unit = "number", "%" if header.endswith(("%", "％")) else table.unit
        number = parse_number(re.split(r"[（(]", value.lstrip("+").replace("，", ","))[0].lstrip("-－−"))
        number = -number if value[0] in "-－−" else number
    elif len(quantities) == 1 and quantities[0].text == value:
        kind, number, unit = quantities[0].kind, quantities[0].value, quantities[0].unit or None
        kind = "number" if kind != "percent" else "text"
    spans = cell.text.spans()
    at = sentence.text.text.find(value) if kind == "phone" else 0
    end = at + len(value) if kind == "phone" else len(sentence.text.text)
    return Fact(
        kind, name, header, value, number=number, unit=unit, district=article.district, sentence=sentence.number,
        start=max(at, 0), end=end, clause=(0, len(sentence.text.text)), spans=spans, evidence=sentence.text.spans(),
    )  # fmt: skip
