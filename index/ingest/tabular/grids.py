"""Tables whose cells are known: the header found, cells with their places, empty ones kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.ingest.formats.limits import watched
from index.language.lexicon import load_pattern
from index.language.scripts import simplify_each
from index.records import Cell, MappedText, Span, Table, TableRow

_UNIT = load_pattern("ingest.grids.unit")
_FIGURE = re.compile(r"^[\d,，.％%+\-—－/]+[\u4e00-\u9fff]{0,4}$")
_NOTE = load_pattern("ingest.grids.note")
_BETWEEN_BLANKS = re.compile(r"[^ \u3000]+(?: [^ \u3000]+)*")
_ANY = re.compile(r"\S+")
_BARS = ("|", "｜")
_RULE = re.compile(r"[|:\- \t]+")

GridRow = tuple[Span, Sequence[Span]]
"""(the whole row, its cells), in code points of the text."""


def read_grid(text: str, caption: Span | None, rows: Sequence[GridRow]) -> Table | None:
    """The table of ``rows``, or None without a header of two columns.

    Args:
        text: that all spans point into. caption: the line above, or None.
        rows: in order; lines in front of the header that fill one cell only are captions, too.
    """
    filled = [row for row in watched(rows) if any(text[a:b].strip() for a, b in row[1])]
    columns = _used_columns(text, filled)
    if len(columns) < 2:
        return None
    grid = [
        (span, [_bare(text, cells[c] if c < len(cells) else (0, 0)) for c in columns])
        for span, cells in watched(filled)
    ]
    at = header_row(text, grid)
    if at is None or at + 1 >= len(grid):
        return None
    header, height = _header(text, grid, at)
    above = " ".join(text[a:b] for span, _ in grid[:at] for a, b in [span])
    caption = caption or (grid[at - 1][0] if at else None)
    unit = unit_of(" ".join((text[slice(*caption)] if caption else "", above, *header)))
    body = [
        row for row in watched(grid[at + height :]) if _names(text, row[1]) != header and not _is_note(text, row[1])
    ]
    if not body:
        return None
    return Table(
        MappedText.of(text, [caption] if caption else []),
        unit,
        header,
        tuple(
            TableRow(tuple(Cell(MappedText.of(text, [cell])) for cell in cells), span) for span, cells in watched(body)
        ),
    )


_UNIT_ALONE = load_pattern("ingest.grids.unit_alone")


def unit_of(text: str) -> str | None:
    """The unit that a caption gives (单位：万元); of several the one of money."""
    match = _UNIT.search(simplify_each(text))
    if match is None:
        return None
    units = [unit for unit in re.split(r"[、，,]", match["units"]) if unit]
    return next((unit for unit in units if "元" in unit), units[0] if units else None)


def bracketed_unit(caption: str) -> str | None:
    """The unit of money in brackets at the end of a caption: 奖金设置（元）：."""
    match = _UNIT_ALONE.search(simplify_each(caption))
    return match["unit"] if match else None


def header_row(text: str, grid: Sequence[GridRow]) -> int | None:
    """Number of the first row that names (nearly) all columns."""
    widest = max((_width(text, cells) for _, cells in grid), default=0)
    enough = max(2, widest - 1)
    return next((at for at, (_, cells) in enumerate(grid) if _width(text, cells) >= enough), None)


def split_row(text: str, span: Span, separator: str, *, framed: bool = True) -> list[Span]:
    """Cells of a line with bars, tabs, (for a blank) wide blanks; bars at both ends are its frame, if it has one.

    Without a separator any blank divides.
    """
    low, high = span
    piece = text[low:high]
    if separator == " ":
        return [(low + match.start(), low + match.end()) for match in _BETWEEN_BLANKS.finditer(piece)]
    if not separator:
        return [(low + match.start(), low + match.end()) for match in _ANY.finditer(piece)]
    if separator == "|" and framed:
        left = len(piece) - len(piece.lstrip(" \t"))
        low += left + 1 if piece.lstrip(" \t").startswith(_BARS) else 0
        high -= 1 if piece.endswith(_BARS) and high - low > 1 else 0
    cells: list[Span] = []
    for cell in text[low:high].replace("｜", "|" if separator == "|" else "｜").split(separator):
        cells.append((low, low + len(cell)))
        low += len(cell) + len(separator)
    return cells


def is_rule(piece: str) -> bool:
    """True for the line under the header of a Markdown table."""
    return bool(_RULE.fullmatch(piece))


def _is_note(text: str, cells: Sequence[Span]) -> bool:
    """注：… alone in its row."""
    return _width(text, cells) == 1 and any(_NOTE.match(text[a:b]) for a, b in cells)


def _used_columns(text: str, rows: Sequence[GridRow]) -> list[int]:
    most = max((len(cells) for _, cells in rows), default=0)
    return [
        column
        for column in range(most)
        if any(column < len(cells) and text[slice(*cells[column])].strip() for _, cells in rows)
    ]


def _header(text: str, grid: Sequence[GridRow], at: int) -> tuple[tuple[str, ...], int]:
    """(names of the columns, rows that they take): a second row may divide merged columns."""
    top = _names(text, grid[at][1])
    under = tuple(
        "" if low == high else low for low, high in zip(_names(text, grid[at + 1][1]), top, strict=True)
    )
    divided = (
        at + 2 < len(grid)
        and "" in top
        and sum(map(bool, under)) >= 2
        and not under[0]
        and not any(_FIGURE.match(name) for name in under)
        and all(low or high for low, high in zip(under, top, strict=True))
    )
    if not divided:
        return top, 1
    names: list[str] = []
    parent = ""
    for high, low in zip(top, under, strict=True):
        parent = high or (parent if low else "")
        names.append(parent + low)
    return tuple(names), 2


def _names(text: str, cells: Sequence[Span]) -> tuple[str, ...]:
    return tuple(re.sub(r"\s+", "", text[a:b]) for a, b in cells)


def _bare(text: str, span: Span) -> Span:
    piece = text[slice(*span)]
    bare = piece.strip()
    if not bare:
        return (0, 0)
    low = span[0] + len(piece) - len(piece.lstrip())
    return (low, low + len(bare))


def _width(text: str, cells: Sequence[Span]) -> int:
    return sum(bool(text[a:b].strip()) for a, b in cells)
