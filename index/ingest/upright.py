"""Tables that were copied one cell a line: how many columns they have shows in where the figures stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from index.ingest.grids import GridRow
from index.ingest.lines import Line

_FIGURE = re.compile(r"^[-—+±]?[\d,.，]+(?:[（(][\d.,+\-—%]+[）)])?(?:%|‰|％|[\u4e00-\u9fff/㎡²³]{0,5})$|^[-—/]+$")
_DATE = re.compile(r"^(?:19|20)\d{2}\s?[年./-]\s?\d{1,2}(?:\s?[月./-]\s?\d{0,2}\s?日?)?$|^\d{1,2}月(?:\d{1,2}日)?$")
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
    figures = [_is_figure(line) for line in takewhile(_is_cell, lines[at : at + _WINDOW])]
    for columns in range(2, min(_MOST_COLUMNS, len(figures) // (_FEWEST_ROWS + 1)) + 1):
        pattern = figures[columns : 2 * columns]
        if _is_header(figures[:columns], pattern) and figures[2 * columns : 3 * columns] == pattern:
            return list(_all_rows(lines, at, columns, pattern))
    return []


def _all_rows(lines: Sequence[Line], at: int, columns: int, pattern: Sequence[bool]) -> Iterator[GridRow]:
    for low in range(at, len(lines) - columns + 1, columns):
        cells = lines[low : low + columns]
        if not all(map(_is_cell, cells)) or (low > at and [_is_figure(cell) for cell in cells] != pattern):
            return
        yield (cells[0].start, cells[-1].end), [(cell.start, cell.end) for cell in cells]


def _is_cell(line: Line) -> bool:
    return line.kind not in _OUTSIDE and len(line.text) <= _LONGEST and not _NO_CELL.search(line.text)


def _is_figure(line: Line) -> bool:
    return bool(_FIGURE.match(line.text) or _DATE.match(line.text))


def _is_header(header: Sequence[bool], pattern: Sequence[bool]) -> bool:
    """A header holds no figure; below it figures stand in some columns, and not in both of two."""
    return not any(header) and any(pattern) and not (all(pattern) and len(pattern) < 3)
