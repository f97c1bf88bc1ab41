"""Tables that were copied one cell a line: how many columns they have shows in where the figures stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from index.ingest.shapes.line import Line
from index.ingest.tabular.grids import GridRow
from index.language.lexicon import load_pattern

_FIGURE = load_pattern("ingest.upright.figure")
_STROKE = re.compile(r"^[-—/]+$")
_DATE = load_pattern("ingest.upright.date")
_NO_CELL = re.compile(r"[。；！？]|，.*，")
_MOST_COLUMNS = 12
_FEWEST_ROWS = 2
_LONGEST = 40  # code points of a cell
_WINDOW = _MOST_COLUMNS * (_FEWEST_ROWS + 1)
_OUTSIDE = ("lead", "byline", "dateline", "cells", "furniture")


def upright_rows(lines: Sequence[Line], at: int) -> list[GridRow]:
    """The header and the rows of a table that begins at a line, each cell a line; empty where there is none.

    The number of columns is the smallest with which every column holds either figures (dates) or words in
    all rows, one at least holds figures, and the header holds none.
    """
    figures = [_holds_figure(line) for line in takewhile(_is_cell, lines[at : at + _WINDOW])]
    for columns in range(2, min(_MOST_COLUMNS, len(figures) // (_FEWEST_ROWS + 1)) + 1):
        pattern = _merged(figures[columns : 2 * columns], figures[2 * columns : 3 * columns])
        if pattern is not None and _is_header(figures[:columns], pattern):
            return list(_all_rows(lines, at, columns, pattern))
    return []


def _all_rows(lines: Sequence[Line], at: int, columns: int, pattern: Sequence[bool | None]) -> Iterator[GridRow]:
    for low in range(at, len(lines) - columns + 1, columns):
        cells = lines[low : low + columns]
        if not all(map(_is_cell, cells)):
            return
        if low > at and _merged([_holds_figure(cell) for cell in cells], pattern) is None:
            return
        yield (cells[0].start, cells[-1].end), [(cell.start, cell.end) for cell in cells]


def _is_cell(line: Line) -> bool:
    return line.kind not in _OUTSIDE and len(line.text) <= _LONGEST and not _NO_CELL.search(line.text)


def _holds_figure(line: Line) -> bool | None:
    """True for a figure or a date, False for words, None for a stroke, which may stand for either."""
    if _STROKE.match(line.text):
        return None
    return bool(_FIGURE.match(line.text) or _DATE.match(line.text))


def _merged(one: Sequence[bool | None], other: Sequence[bool | None]) -> list[bool | None] | None:
    """What two rows have in common; None where a figure stands above words."""
    if len(one) != len(other):
        return None
    pairs = list(zip(one, other, strict=True))
    if any(None not in pair and pair[0] != pair[1] for pair in pairs):
        return None
    return [b if a is None else a for a, b in pairs]


def _is_header(header: Sequence[bool | None], pattern: Sequence[bool | None]) -> bool:
    """A header holds no figure; below it figures stand in some columns, and not in both of two."""
    return not any(header) and any(pattern) and not (all(pattern) and len(pattern) < 3)
