"""Sheets: CSV files and workbooks; every cell has its place in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from index.errors import ReadError
from index.ingest.articles.districts import district_of
from index.ingest.articles.layout import article_id, read_page
from index.ingest.formats.limits import Watch, watched
from index.ingest.tabular.grids import GridRow, header_row, read_grid
from index.language.lexicon import load_pattern
from index.records import Article, Block, MappedText, Span

_DATE = load_pattern("ingest.sheets.date")
_DEFAULT_NAME = load_pattern("ingest.sheets.default_name")
_SEPARATORS = ",\t;|"
_GAP = "\n\n"  # between two sheets
_UNSAVED = "{number} 个公式没有保存过结果，对应的单元格是空的：请在表格软件里打开、保存后再导入。"


def read_csv(text: str, name: str) -> tuple[Article, ...]:
    """The table of a CSV file as one article; lines in front of the header are its headlines.

    A file without a table is read as a page. Raises ReadError where there is nothing to read.
    """
    return (_sheet(text, (0, len(text)), _rows(text, _separator(text)), name),) if text.strip() else ()


def read_workbook(data: bytes, name: str, watch: Watch) -> tuple[str, tuple[Article, ...], tuple[str, ...]]:
    """(text, one article a sheet, warnings) of an xlsx file; formulas count as what they last gave.

    Raises:
        ReadError: not a workbook, too many sheets, too much time.
    """
    sheets, warnings = _load(data, name, watch)
    text, articles = "", []
    for title, rows in sheets:
        title = "" if _DEFAULT_NAME.fullmatch(title) else title
        for number, part in enumerate(_parts(rows)):
            own = title + "\n" if title and not number else ""
            own += "".join("\t".join(cells) + "\n" for cells in _trimmed(part))
            text += _GAP if text else ""
            whole = (len(text), len(text) + len(own))
            text += own
            articles.append(_sheet(text, whole, _lines(text, whole, "\t"), name, title))
    if not articles:
        raise ReadError(f"{name}：表格里没有内容，请换一个文件。")
    return text, tuple(articles), warnings


def _load(data: bytes, name: str, watch: Watch) -> tuple[list[tuple[str, list[list[str]]]], tuple[str, ...]]:
    from openpyxl import load_workbook

    try:
        formulas = _formulas(data)
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        watch.check_pages(len(book.worksheets), "个工作表")
        sheets = []
        empty = 0
        for sheet in book.worksheets:
            rows = []
            for number, row in enumerate(sheet.iter_rows()):
                if number % 500 == 0:
                    watch.check_time()
                rows.append([_shown(cell) for cell in row])
                empty += sum((number + 1, at + 1) in formulas.get(sheet.title, ()) and not cell
                             for at, cell in enumerate(rows[-1]))  # fmt: skip
            sheets.append((str(sheet.title), rows))
        book.close()
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(f"{name}：表格文件已损坏或不完整，请重新保存为 xlsx 后再导入。") from error
    return sheets, ((_UNSAVED.format(number=empty),) if empty else ())


def _formulas(data: bytes) -> dict[str, set[tuple[int, int]]]:
    """Where formulas stand, by sheet; looked up only in workbooks that have some."""
    from openpyxl import load_workbook

    with ZipFile(BytesIO(data)) as parts:
        sheets = [part for part in parts.namelist() if part.startswith("xl/worksheets/")]
        if not any(b"<f" in parts.read(part) for part in sheets):
            return {}
    book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
    found = {
        str(sheet.title): {
            (cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
        }
        for sheet in book.worksheets
    }
    book.close()
    return found


def _shown(cell: Any) -> str:
    """A cell as a reader sees it: percentages, dates, whole numbers without a fraction."""
    value = cell.value
    if value is None or isinstance(value, time):
        return "" if value is None else value.strftime("%H:%M")
    if isinstance(value, (datetime, date)):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        if "%" in str(cell.number_format or ""):
            return f"{round(value * 100, 6):.10g}%"
        return f"{value:.15g}"
    return re.sub(r"\s*[\r\n\t]+\s*", "", str(value)).strip()


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Without empty rows, and without empty columns at the right."""
    kept = [row for row in rows if any(row)]
    width = max((at + 1 for row in kept for at, cell in enumerate(row) if cell), default=0)
    return [row[:width] for row in kept]


def _parts(rows: Sequence[list[str]]) -> Iterator[list[list[str]]]:
    """The tables of a sheet: an empty row and a caption, or another header, divide them."""
    part: list[list[str]] = []
    for number, row in enumerate(rows):
        apart = number and any(row) and not any(rows[number - 1])
        if apart and any(map(any, part)) and _is_caption(rows[number : number + 2]):
            yield part
            part = []
        part.append(row)
    if any(map(any, part)):
        yield part


def _is_caption(rows: Sequence[list[str]]) -> bool:
    """One cell with words above a row of two cells at least, none of them a figure."""
    if len(rows) < 2 or sum(map(bool, rows[0])) != 1:
        return False
    names = [cell for cell in rows[1] if cell]
    return len(names) >= 2 and not any(re.fullmatch(r"[\d.,%-]+", cell) for cell in names)


def _sheet(text: str, whole: Span, rows: Sequence[GridRow], name: str, title: str = "") -> Article:
    """One article: the lines above the header are its headlines, the rest is its table."""
    own = text[slice(*whole)]
    table = read_grid(own, None, moved := [_moved(row, -whole[0]) for row in watched(rows)])
    if table is None:
        return _page(own, whole, name)
    at = header_row(own, moved) or 0
    above = [span for (_, cells) in moved[:at] for span in cells if own[slice(*span)].strip()]
    headlines = tuple(dict.fromkeys(own[a:b].strip() for a, b in above)) or (title or name.rsplit(".", 1)[0],)
    shown = " ".join(headlines)
    dated = _DATE.search(shown)
    iso = f"{int(dated[1]):04d}-{int(dated[2]):02d}-{int(dated[3]):02d}" if dated else None
    heads = [Block("headline", MappedText.of(own, [span]).strip()) for span in above]
    body: Span = (moved[at][0][0], moved[-1][0][1])
    return Article(
        id=article_id(own),
        kind="table",
        title=shown,
        headlines=headlines,
        text=own,
        blocks=(*heads, Block("table", MappedText.of(own, [body]))),
        tables=(table,),
        date=iso,
        date_basis="explicit" if iso else "none",
        district=district_of(own),
        file=name,
        file_span=whole,
    )


def _page(own: str, whole: Span, name: str) -> Article:
    """A sheet without a table: running text."""
    found = read_page(own, name)
    if len(found) == 1:
        a, b = found[0].file_span
        return _at(found[0], whole[0] + a, whole[0] + b)
    block = Block("paragraph", MappedText.of(own, [(0, len(own))]))
    title = own.strip()[:60]
    return Article(
        id=article_id(own), kind="other", title=title, headlines=(), text=own, blocks=(block,), file=name,
        file_span=whole,
    )  # fmt: skip


def _at(article: Article, start: int, end: int) -> Article:
    from dataclasses import replace

    return replace(article, file_span=(start, end))


def _moved(row: GridRow, by: int) -> GridRow:
    (low, high), cells = row
    return (low + by, high + by), [(a + by, b + by) for a, b in cells]


def _lines(text: str, whole: Span, separator: str) -> list[GridRow]:
    rows: list[GridRow] = []
    at = whole[0]
    for line in watched(text[slice(*whole)].splitlines(keepends=True)):
        bare = line.rstrip("\r\n")
        cells, low = [], at
        for cell in bare.split(separator):
            cells.append((low, low + len(cell)))
            low += len(cell) + 1
        if bare.strip():
            rows.append(((at, at + len(bare)), cells))
        at += len(line)
    return rows


def _separator(text: str) -> str:
    """The sign that divides the first lines most evenly."""
    lines = [re.sub(r'"[^"]*"', "", line) for line in text.splitlines()[:50] if line.strip()]

    def score(sign: str) -> tuple[int, int]:
        counts = Counter(line.count(sign) for line in lines if sign in line)
        number, lines_with = counts.most_common(1)[0] if counts else (0, 0)
        return lines_with * bool(number), number

    return max(_SEPARATORS, key=score)


def _rows(text: str, separator: str) -> list[GridRow]:
    """Rows of a CSV text; quoted cells may hold separators and line breaks, their marks are left out."""
    sign = re.escape(separator)
    pattern = re.compile(rf'[ ]*"(?P<quoted>(?:[^"]|"")*)"[ ]*(?={sign}|[\r\n]|\Z)|(?P<plain>[^{sign}\r\n]*)')
    return list(watched(_scan(text, pattern, separator)))


def _scan(text: str, pattern: re.Pattern[str], separator: str) -> Iterator[GridRow]:
    at = 0
    while at < len(text):
        start, cells = at, []
        while True:
            match = pattern.match(text, at)
            group = "quoted" if match and match["quoted"] is not None else "plain"
            if match is not None:
                cells.append(match.span(group))
                at = match.end()
            if at < len(text) and text[at] == separator:
                at += 1
                continue
            break
        if any(text[a:b].strip() for a, b in cells):
            yield (start, at), cells
        at += 2 if text.startswith("\r\n", at) else 1
