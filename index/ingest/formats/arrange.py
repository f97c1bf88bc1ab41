"""Pieces of text on a page, put into the order in which they are read: bands, columns, paragraphs.

Reading order follows the recursive cut of a page along its white gaps (Nagy and Seth, "Hierarchical
representation of optically scanned documents", 1984), with rows grouped into bands that share a gutter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_GUTTER = 0.9  # widths of a character: a narrower gap does not divide columns
_LARGE = 1.25  # times the usual size: a headline
_BLANK = 1.8  # widths of a character: a wider gap in a headline divides columns
_FAR = 3.0  # heights of a character: white space across all columns
_ROWS = 3  # rows that a band with columns has at least
_DEEPEST = 4  # columns inside columns
_INDENT = 1.2  # widths of a character by which the first line of a paragraph is set in
_SHORT = 2.0  # widths of a character by which the last line of a paragraph falls short


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in a rectangle, in points from the page's top left corner.

    size: height of its characters. fixed: lines that stay as they are, such as the rows of a table.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    size: float
    fixed: bool = False


def arranged(pieces: Sequence[Piece]) -> str:
    """The text of a page: columns one after another, lines of a paragraph joined, paragraphs as lines.

    An empty line stands where the page leaves a gap or the size of the characters changes.
    """
    usual = median([piece.size for piece in pieces if not piece.fixed] or [10.0])
    return "\n".join(_blocks(_whole_headlines(pieces, usual), usual, 0))


def _whole_headlines(pieces: Sequence[Piece], usual: float) -> list[Piece]:
    """Large type with a blank in it is one line, not two columns."""
    found: list[Piece] = []
    for row in _rows(pieces):
        run: list[Piece] = []
        for piece in row:
            large = run and min(run[-1].size, piece.size) > _LARGE * usual and not piece.fixed
            if large and piece.x0 - run[-1].x1 <= _BLANK * piece.size:
                run[-1] = _joined([run[-1], piece])
            else:
                run.append(piece)
        found += run
    return found


def _blocks(pieces: list[Piece], usual: float, depth: int) -> Iterator[str]:
    rows = _rows(pieces)
    for band, gutters in _bands(rows, usual):
        flat = [piece for row in band for piece in row]
        gutters = [gutter for gutter in gutters if _divides(band, gutter)]
        if not gutters or len(band) < _ROWS or depth >= _DEEPEST:
            yield from _lines(band)
            continue
        edges = [float("-inf"), *[(a + b) / 2 for a, b in gutters], float("inf")]
        for low, high in pairwise(edges):
            column = [piece for piece in flat if low < (piece.x0 + piece.x1) / 2 <= high]
            if column:
                yield from _blocks(column, usual, depth + 1)


def _divides(band: Sequence[Sequence[Piece]], gutter: tuple[float, float]) -> bool:
    """Two rows at least on each side, next to one another: not the end of one long line."""
    low, high = gutter
    left = [row for row in band if row[0].x0 < low]
    right = [row for row in band if row[-1].x1 > high]
    if min(len(left), len(right)) < _ROWS - 1:
        return False
    return _top(left) < _bottom(right) and _top(right) < _bottom(left)


def _top(rows: Sequence[Sequence[Piece]]) -> float:
    return min(piece.top for row in rows for piece in row)


def _bottom(rows: Sequence[Sequence[Piece]]) -> float:
    return max(piece.bottom for row in rows for piece in row)


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces on one line together, from top to bottom, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(
        pieces, key=lambda one: ((one.top + one.bottom) / 2 if not one.fixed else one.top, one.x0)
    ):
        last = rows[-1][0] if rows else None
        if last and not last.fixed and not piece.fixed and _on_one_line(last, piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def _on_one_line(one: Piece, other: Piece) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _bands(
    rows: Sequence[list[Piece]], usual: float
) -> Iterator[tuple[list[list[Piece]], list[tuple[float, float]]]]:
    """Runs of rows, each with the gutters that all its rows leave free.

    A run ends where a gutter begins or ends, at a wide gap across the page, and at a headline that runs
    into a gutter.
    """
    band: list[list[Piece]] = []
    for at, row in enumerate(rows):
        before, together = _gutters(band), _gutters([*band, row])
        wide = len(band) >= _ROWS and bool(before)
        ends = wide and (not together or (_is_large(row, usual) and together != before))
        begins = not before and not together and _in_columns(rows[at : at + _ROWS])
        if band and (ends or begins or _below(band, row) > _FAR * usual):
            yield band, before
            band = []
        band.append(row)
    if band:
        yield band, _gutters(band)


def _in_columns(rows: Sequence[Sequence[Piece]]) -> bool:
    """True for rows that share a gutter with text on both sides in most of them."""
    return bool(_gutters(rows)) and sum(bool(_gutters([row])) for row in rows) >= _ROWS - 1


def _is_large(row: Sequence[Piece], usual: float) -> bool:
    return any(piece.size > _LARGE * usual and not piece.fixed for piece in row)


def _below(band: Sequence[Sequence[Piece]], row: Sequence[Piece]) -> float:
    """Height of the white space between a run of rows and the next row, in points."""
    return _top([row]) - _bottom(band)


def _gutters(rows: Sequence[Sequence[Piece]]) -> list[tuple[float, float]]:
    """Intervals that no row touches, with text on both sides."""
    pieces = [piece for row in rows for piece in row]
    if not pieces:
        return []
    return _gaps(_union([(piece.x0, piece.x1) for piece in pieces]), min(piece.size for piece in pieces))


def _union(intervals: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for low, high in sorted(intervals):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _gaps(taken: Sequence[tuple[float, float]], size: float) -> list[tuple[float, float]]:
    return [(a[1], b[0]) for a, b in pairwise(taken) if b[0] - a[1] >= _GUTTER * size]


def _lines(rows: Sequence[list[Piece]]) -> Iterator[str]:
    """Rows of one column to lines; the rows of a paragraph are joined."""
    left = min(row[0].x0 for row in rows)
    right = max(row[-1].x1 for row in rows)
    text, before = "", None
    for row in rows:
        piece = _joined(row)
        if before is None:
            text = piece.text
        elif _continues(before, piece, left, right):
            text += ("\n" if _latin(text, piece.text) else "") + piece.text
        else:
            yield text
            if _apart(before, piece):
                yield ""
            text = piece.text
        before = piece
    if before is not None:
        yield text
        yield ""


def _joined(row: Sequence[Piece]) -> Piece:
    """One row as one piece; a blank where the page leaves one."""
    text = row[0].text
    for one, other in pairwise(row):
        gap = other.x0 - one.x1
        text += (" " if gap > 0.3 * one.size else "") + other.text
    return Piece(
        row[0].x0, min(p.top for p in row), row[-1].x1, max(p.bottom for p in row), text,
        max(p.size for p in row), any(p.fixed for p in row),
    )  # fmt: skip


def _continues(one: Piece, other: Piece, left: float, right: float) -> bool:
    size = one.size
    return (
        not one.fixed
        and not other.fixed
        and abs(one.size - other.size) < 0.15 * size
        and one.x1 > right - _SHORT * size
        and other.x0 < left + _INDENT * size
        and not _apart(one, other)
    )


def _apart(one: Piece, other: Piece) -> bool:
    if one.fixed or other.fixed:
        return True
    return (
        other.top - one.bottom > 1.1 * max(one.size, other.size)
        or abs(one.size - other.size) >= 0.15 * one.size
    )


def _latin(one: str, other: str) -> bool:
    return bool(re.search(r"[A-Za-z]$", one) and re.match(r"[A-Za-z]", other))
