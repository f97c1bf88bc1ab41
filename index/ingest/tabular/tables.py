"""Tables in plain text: columns from the header, cells put together again over broken lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from index.ingest.shapes.line import Line
from index.ingest.tabular.grids import unit_of
from index.language.lexicon import load_pattern
from index.records import Cell, MappedText, Span, Table, TableRow

_NUMBER = load_pattern("ingest.tables.number")
_DATES = load_pattern("ingest.tables.dates")
_SERIAL_HEADER = load_pattern("ingest.tables.serial_header")
_NUMERIC_HEADER = load_pattern("ingest.tables.numeric_header")
_DATE_HEADER = load_pattern("ingest.tables.date_header")
_MOST_BREAKS = 9  # line breaks inside one row that are tried out


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line between blanks."""

    start: int
    end: int
    text: str
    first: bool


def read_table(text: str, caption: Line | None, lines: Sequence[Line]) -> Table | None:
    """The table that ``lines`` hold, or None where no header and two columns are found."""
    rows = [_pieces(text, line) for line in lines]
    if caption is None and not rows:
        return None
    unit = unit_of(caption.text) if caption else None
    head = _header(rows)
    if head is None:
        return None
    header, at = head
    body = (
        _delimited(rows[at:], len(header))
        or _serial_rows(rows[at:], header)
        or _plain_rows(rows[at:], len(header))
    )
    if not body:
        return None
    span: Span = (caption.start, caption.end) if caption else (0, 0)
    return Table(
        MappedText.of(text, [span]),
        unit,
        header,
        tuple(_row(text, cells, whole) for cells, whole in body),
    )


def _row(text: str, cells: Sequence[Sequence[Piece]], whole: Span) -> TableRow:
    made = tuple(Cell(MappedText.of(text, [(piece.start, piece.end) for piece in cell])) for cell in cells)
    return TableRow(made, whole)


def _pieces(text: str, line: Line) -> list[Piece]:
    """Cells of one line: split at bars, tabs, or runs of blanks."""
    pattern = r"[^|]+" if line.text.count("|") >= 2 else r"[^\t]+" if "\t" in line.text else r"\S+"
    found: list[Piece] = []
    for match in re.finditer(pattern, line.text):
        bare = match[0].strip()
        if bare and not re.fullmatch(r":?-{2,}:?", bare):
            low = line.start + match.start() + match[0].index(bare)
            found.append(Piece(low, low + len(bare), bare, not found))
    return found


def _upright(rows: Sequence[Sequence[Piece]]) -> tuple[tuple[str, ...], int] | None:
    """A header with one name a line, from 序号 down to the first serial number."""
    names: list[str] = []
    for at, row in enumerate(rows[:16]):
        if len(row) != 1:
            return None
        if row[0].text == "1" and len(names) > 2 and _SERIAL_HEADER.match(names[0]):
            return tuple(names), at
        if re.search(r"\d", row[0].text):
            return None
        names.append(row[0].text)
    return None


def _header(rows: Sequence[Sequence[Piece]]) -> tuple[tuple[str, ...], int] | None:
    """Column names, and the row behind them; 序⏎号 in two lines is one name."""
    upright = _upright([row for row in rows if row])
    if upright is not None:
        return upright
    names: list[str] = []
    for at, row in enumerate(rows[:8]):
        if not row:
            continue
        if len(row) == 1 and len(names) < 2 and len(row[0].text) <= 2 and not row[0].text.isdigit():
            names = ["".join([*names, row[0].text])]
            continue
        if len(row) >= 2 and not any(_NUMBER.match(piece.text) for piece in row):
            names.extend(piece.text for piece in row)
            return tuple(names), at + 1
        return None
    return None


def _delimited(rows: Sequence[Sequence[Piece]], columns: int) -> list[tuple[list[list[Piece]], Span]] | None:
    """Every line is a row with the right number of cells."""
    full = [row for row in rows if row]
    if full and all(len(row) == columns for row in full):
        return [([[piece] for piece in row], (row[0].start, row[-1].end)) for row in full]
    return None


def _plain_rows(rows: Sequence[Sequence[Piece]], columns: int) -> list[tuple[list[list[Piece]], Span]] | None:
    """Lines that have as many cells as the header; others are left out of the structure (not of the text)."""
    full = [row for row in rows if len(row) == columns]
    if len(full) < 2 or len(full) < 0.6 * len([row for row in rows if row]):
        return None
    return [([[piece] for piece in row], (row[0].start, row[-1].end)) for row in full]


def _serial_rows(
    rows: Sequence[Sequence[Piece]], header: tuple[str, ...]
) -> list[tuple[list[list[Piece]], Span]] | None:
    """Rows that begin with 1, 2, 3 …; a lone number that is not the next one belongs to the row before."""
    if not _SERIAL_HEADER.match(header[0]):
        return None
    groups: list[list[list[Piece]]] = []
    for number, row in enumerate(rows):
        if not row:
            continue
        expected = str(len(groups) + 1)
        following = next((r for r in rows[number + 1 :] if r), [])
        stray = len(row) == 1 and bool(following) and following[0].text == expected and groups
        if row[0].text == expected and not stray:
            groups.append([list(row)])
        elif groups:
            groups[-1].append(list(row))
    found = [fit_row(group, header) for group in groups]
    return [row for row in found if row is not None] or None


def fit_row(lines: list[list[Piece]], header: Sequence[str]) -> tuple[list[list[Piece]], Span] | None:
    """The cells of one row whose lines may break inside cells.

    Every way to close line breaks that gives as many cells as the header has is tried; the one in which
    numbers stand in columns of numbers, dates in columns of dates, and short remnants are closed up wins.
    """
    flat = [piece for line in lines for piece in line]
    whole = (flat[0].start, flat[-1].end)
    breaks = [number for number, piece in enumerate(flat) if piece.first and number]
    surplus = len(flat) - len(header)
    if surplus < 0:
        return None
    if surplus == 0:
        return [[piece] for piece in flat], whole
    if surplus > len(breaks):
        return None
    breaks = breaks[-_MOST_BREAKS:] if surplus <= _MOST_BREAKS else breaks
    best: tuple[float, list[list[Piece]]] | None = None
    for closed in product((False, True), repeat=len(breaks)):
        if sum(closed) != surplus:
            continue
        cells = _closed(flat, {at for at, shut in zip(breaks, closed, strict=True) if shut})
        score = _plausible(cells, header)
        if best is None or score > best[0]:
            best = (score, cells)
    return (best[1], whole) if best else None


def _closed(flat: Sequence[Piece], closed: set[int]) -> list[list[Piece]]:
    cells: list[list[Piece]] = []
    for number, piece in enumerate(flat):
        if number in closed:
            cells[-1].append(piece)
        else:
            cells.append([piece])
    return cells


def _plausible(cells: Sequence[Sequence[Piece]], header: Sequence[str]) -> float:
    score = 0.0
    for cell, name in zip(cells, header, strict=True):
        text = "".join(piece.text for piece in cell)
        number, dated = bool(_NUMBER.match(text)), bool(_DATES.match(text))
        if _DATE_HEADER.search(name):
            score += 3.0 if dated else -3.0
        elif _NUMERIC_HEADER.search(name):
            score += 3.0 if number and not dated else -3.0
        elif _SERIAL_HEADER.match(name):
            score += 5.0 if text.isdigit() and len(cell) == 1 else -5.0
        else:
            score += -3.0 if number or dated else 1.0
        for before, after in pairwise(cell):
            score += 0.6 if len(after.text) <= 3 else 0.0
            score += 0.4 if len(before.text) >= 5 else -0.5
        if len(cell) == 1 and len(text) == 1:
            score -= 1.5
        score -= 0.8 * (text.count("（") != text.count("）"))
    return score
