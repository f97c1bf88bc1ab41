"""Tables that were flattened to text: cells divided by blanks only, broken over lines, or one a line.

A header is a run of words that name columns. Below it the lines are cut into rows so that the cells of a
column agree in kind: serial numbers, figures, dates, words. Both choices, which lines make a row and which
words make a cell, are dynamic programs over the same scores, after the idea of aligning cells with the
columns of a header (Pinto et al., "Table extraction using conditional random fields", 2003, without learning).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.ingest.formats.limits import watched
from index.ingest.shapes.breaks import surely_broken, within_word
from index.ingest.shapes.cellkinds import (
    DATE,
    FIGURE,
    SERIAL,
    WORDS,
    Column,
    column,
    expected_kind,
    is_serial,
    kinds,
    names_column,
)
from index.ingest.shapes.line import Line
from index.ingest.tabular.fitting import FITS, LONGEST_CELL, Fitter, FlatRow, cell_text
from index.ingest.tabular.flatheads import (
    BETWEEN_TABS,
    LONGEST_LINE,
    MOST_COLUMNS,
    STOPS,
    WHOLE_LINE,
    Word,
    headers,
    words_of,
)
from index.ingest.tabular.grids import bracketed_unit, unit_of
from index.language.lexicon import load_pattern
from index.records import Cell, MappedText, Span, Table, TableRow

_TRIED = 80  # lines that must hold rows before more are looked at
_MOST_LINES = 20_000  # of a table
_USUAL_ROW, _LONGEST_ROW = 6, 12  # lines
_MOST_BROKEN = 3  # lines more than cells in a row that has one cell a line
_TOTAL = load_pattern("ingest.spaced.total")
_SECTION = load_pattern("ingest.spaced.section")

_TYPED = (SERIAL, FIGURE, DATE)
_MOSTLY = 0.7  # of the cells of a column that has a kind
_ALL_TAKEN = 1.0  # the rest of the last cell is left to nothing else
_FRAGMENT = 2  # code points: no line of its own
_MEASURE_LEFT = re.compile(r"[\u4e00-\u9fff]{0,4}\d[\d.]*[\u4e00-\u9fff]{1,4}")  # 年处置固⏎废15万吨
_NUMBERS = "序号"
_OF_THINGS = load_pattern("ingest.spaced.of_things")


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A header, its rows, and how many lines both take."""

    header: tuple[str, ...]
    rows: tuple[FlatRow, ...]
    lines: int
    score: float


def flat_table(lines: Sequence[Line], at: int) -> FlatTable | None:
    """The flattened table whose header begins at a line, or None."""
    found = [_parsed(lines, at, *one) for one in headers(lines, at)]
    made = [table for table in found if table is not None]
    if "\t" in lines[at].text:  # rows that take one line each are a grid already
        made = [table for table in made if any(row.lines > 1 for row in table.rows)]
    best = max(made, key=lambda one: one.score, default=None)
    if best is None:
        return None
    alike = [one for one in made if one.lines == best.lines and "".join(one.header) == "".join(best.header)]
    return max(alike, key=lambda one: (one.score / len(one.header), -max(map(len, one.header))))  # not by columns alone


def with_flat_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines; those of flattened tables are cells, each table with a number of its own."""
    found = list(lines)
    at = number = 0
    for _ in watched(lines):
        if at >= len(found):
            break
        table = flat_table(found, at)
        if table is None:
            at += 1
            continue
        number += 1
        for row in range(at, at + table.lines):
            found[row] = replace(found[row], kind="cells", table=number)
        at += table.lines
    return found


def as_table(text: str, caption: Span | None, flat: FlatTable) -> Table:
    """The table with its cells in ``text``; ``caption``: the lines above, or None."""
    printed = text[slice(*caption)] if caption else ""
    return Table(
        MappedText.of(text, [caption] if caption else []),
        unit_of(" ".join((printed, *flat.header))) or bracketed_unit(printed),
        flat.header,
        tuple(_row(text, row) for row in flat.rows if row.cells),
    )


def _row(text: str, row: FlatRow) -> TableRow:
    words = [word for cell in row.cells for word in cell]
    cells = tuple(Cell(MappedText.of(text, list(_spans(cell)) or [(0, 0)])) for cell in row.cells)
    return TableRow(cells, (min(word.start for word in words), max(word.end for word in words)))


def _spans(cell: Sequence[Word]) -> Iterator[Span]:
    """Words next to each other on a line are one span, with the blanks between them."""
    low, high = 0, 0
    for word in cell:
        if high and word.first:
            yield low, high
            high = 0
        low, high = (low if high else word.start), word.end
    if high:
        yield low, high


def _parsed(
    lines: Sequence[Line], at: int, header: tuple[str, ...], height: int, pattern: re.Pattern[str]
) -> FlatTable | None:
    tried = _table(lines, at, header, height, pattern, _TRIED)
    if tried is not None and _numbers_for_names(tried):
        numbered = _parsed(lines, at, (_NUMBERS, *header), height, pattern)
        return numbered if numbered is not None and _counts_on(numbered) else None
    if tried is None or tried.lines + _LONGEST_ROW + MOST_COLUMNS < height + _TRIED:
        return tried
    return _table(lines, at, header, height, pattern, _MOST_LINES) or tried


def _table(
    lines: Sequence[Line], at: int, header: tuple[str, ...], height: int, pattern: re.Pattern[str], most: int
) -> FlatTable | None:
    body = _body(lines, at, height, most, tabs=pattern is BETWEEN_TABS)
    if not body:
        return None
    words = [words_of(line, pattern) for line in body]
    upright = pattern is WHOLE_LINE
    profile = _profile(header, _full(words, header, upright))
    if not any(own.kind in _TYPED for own in profile):
        rows = [] if upright else list(_exact(words, len(header)))
    elif rows := _rows(words, header, profile, upright):
        again = _profile(header, [[cell_text(cell) for cell in row.cells] for row in rows if all(row.cells)])
        rows = _rows(words, header, again, upright) if again != profile else rows
        profile = again
    table = FlatTable(header, tuple(rows), height + sum(row.lines for row in rows), sum(row.score for row in rows))
    return table if _holds(table, profile, upright) else None


def _body(lines: Sequence[Line], at: int, height: int, limit: int, *, tabs: bool) -> list[Line]:
    """The lines that may hold rows: as close to each other as the first is to the header."""
    low = at + height
    if low >= len(lines):
        return []
    most = lines[low].gap
    found = []
    for line in lines[low : low + limit]:
        if line.gap > most or line.kind in STOPS or line.head or line.level:
            break
        if len(line.text) > LONGEST_LINE or re.search(r"[。；！？]$", line.text) or ("\t" in line.text and not tabs):
            break
        found.append(line)
    return found


def _full(words: Sequence[Sequence[Word]], header: Sequence[str], upright: bool) -> list[list[str]]:
    """The rows that have as many words as the header has names, for all that is known before cells are closed up."""
    columns = len(header)
    if not upright:
        return [[word.text for word in row] for row in words if len(row) == columns]
    flat = [word.text for row in words for word in row]
    if expected_kind(header[0]) == SERIAL and flat[0] == "1":
        edges, number = [0], 2
        for at, text in enumerate(flat):
            if text == str(number) and at - edges[-1] >= columns:
                edges.append(at)
                number += 1
        rows = [flat[low:high] for low, high in pairwise([*edges, len(flat)])]
        return [row for row in rows if len(row) == columns]
    return [flat[low : low + columns] for low in range(0, min(len(flat), 4 * columns) - columns + 1, columns)]


def _profile(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns: of each the kind is what most of its cells are; None where nothing tells."""
    return tuple(column(name, _kind(name, [row[at] for row in rows])) for at, name in enumerate(header))


def _kind(name: str, cells: Sequence[str]) -> str | None:
    told = expected_kind(name)
    if told == SERIAL and (not cells or sum(map(is_serial, cells)) * 2 > len(cells)):
        return SERIAL
    counted = {kind: sum(kind in kinds(cell) for cell in cells) for kind in (WORDS, FIGURE, DATE)}
    best = max(counted, key=lambda kind: (counted[kind], kind == told))
    if cells and counted[best] >= _MOSTLY * len(cells):
        return best
    return told if told != SERIAL else None


def _exact(words: Sequence[Sequence[Word]], columns: int) -> Iterator[FlatRow]:
    """The first lines that have as many words as the header: nothing else tells the cells of words alone apart."""
    for row in words:
        if len(row) != columns:
            return
        yield FlatRow(tuple((word,) for word in row), 1, FITS * columns)


def _rows(
    words: Sequence[Sequence[Word]], header: tuple[str, ...], profile: Sequence[Column], upright: bool
) -> list[FlatRow]:
    """The rows that make the most of the lines; longer ones than usual only where these leave lines or numbers over."""
    rows = _rows_up_to(_USUAL_ROW, words, header, profile, upright)
    taken = sum(row.lines for row in rows)
    numbered = profile[0].kind != SERIAL or _all_numbered(rows)
    if upright or (taken == len(words) and numbered):
        return rows
    longer = _rows_up_to(_LONGEST_ROW, words, header, profile, upright)
    more = sum(row.lines for row in longer)
    return longer if more > taken or (more == taken and not numbered and _all_numbered(longer)) else rows


def _all_numbered(rows: Sequence[FlatRow]) -> bool:
    """Each row begins with its number alone: none is left at the end of the row above."""
    return all(is_serial(cell_text(row.cells[0])) for row in rows if row.cells and any(row.cells[1:]))


def _rows_up_to(
    longest: int,
    words: Sequence[Sequence[Word]],
    header: tuple[str, ...],
    profile: Sequence[Column],
    upright: bool,
) -> list[FlatRow]:
    """The rows of at most so many lines that make the most of the lines from the first on."""
    best: list[float | None] = [0.0] + [None] * len(words)
    step: list[FlatRow | None] = [None] * (len(words) + 1)
    reached = 0
    fitter = Fitter(profile)
    for low in watched(range(len(words))):
        before = best[low]
        if before is None:
            if low > reached:
                break
            continue
        for row in _from(words, low, header, fitter, upright, longest):
            high = low + row.lines
            total = before + row.score
            held = best[high]
            if held is None or total > held:
                best[high], step[high] = total, row
                reached = max(reached, high)
    last = step[-1]
    whole = upright or last is None or last.lines < 2 or last.score <= 0
    torn = not whole and _is_torn(words[-2][-1].text, words[-1][0].text)
    bonus = _ALL_TAKEN if torn else 0.0
    reachable = (at for at, score in enumerate(best) if score is not None)
    end = max(reachable, key=lambda at: ((best[at] or 0.0) + bonus * (at == len(words)), -at))
    rows: list[FlatRow] = []
    while end:
        taken = step[end]
        assert taken is not None
        rows.append(taken)
        end -= taken.lines
    return rows[::-1]


def _is_torn(before: str, after: str) -> bool:
    """True where a line is the rest of the cell above it, and no sentence below the table."""
    short = len(after) <= _FRAGMENT or bool(_MEASURE_LEFT.fullmatch(after))
    return "。" not in after and (short or surely_broken(before, after) or within_word(before, after))


def _from(
    words: Sequence[Sequence[Word]],
    low: int,
    header: tuple[str, ...],
    fitter: Fitter,
    upright: bool,
    longest: int,
) -> Iterator[FlatRow]:
    """The rows that may begin at a line."""
    fewest, most = (max(len(header) - 1, 1), len(header) + _MOST_BROKEN) if upright else (1, longest)
    profile = fitter.profile
    special = _special(_totals(words, low, profile) if upright else words[low], header, profile, upright)
    if special is not None:
        yield special
    for size in range(min(fewest, len(words) - low), min(most, len(words) - low) + 1):
        flat = [word for row in words[low : low + size] for word in row]
        if len(flat) > len(header) + LONGEST_CELL:
            return
        row = fitter.fit(flat, size)
        if row is not None:
            yield row
        whole = size == 1 and row is not None and len(flat) == len(header)
        if whole and low + 1 < len(words) and _fits_alone(words[low + 1], header, fitter):
            return


def _fits_alone(row: Sequence[Word], header: Sequence[str], fitter: Fitter) -> bool:
    return len(row) == len(header) and fitter.fit(row, 1) is not None


def _totals(words: Sequence[Sequence[Word]], low: int, profile: Sequence[Column]) -> list[Word]:
    """合计 and the figures below it, each on a line of its own."""
    row = list(words[low])
    if _TOTAL.match(row[0].text):
        for below in words[low + 1 : low + 1 + sum(column.kind == FIGURE for column in profile)]:
            if len(below) != 1 or FIGURE not in kinds(below[0].text):
                break
            row.append(below[0])
    return row


def _special(
    row: Sequence[Word], header: tuple[str, ...], profile: Sequence[Column], upright: bool
) -> FlatRow | None:
    """A row of totals, a heading inside the table, or the header once more."""
    if tuple(word.text for word in row) == header:
        return FlatRow((), 1, -0.1)
    if len(row) == 1 and len(header) > 2 and _SECTION.match(row[0].text):
        return FlatRow(((row[0],), *((),) * (len(header) - 1)), 1, -0.1)
    half = len(header) // 2
    if not upright and len(row) == half > 1 and header[:half] == header[half:] and is_serial(row[0].text):
        return FlatRow((*((word,) for word in row), *((),) * half), 1, FITS * half)  # two tables side by side
    lines = len(row) if upright else 1
    if len(row) > 1 and _TOTAL.match(row[0].text):
        figures = [at for at, column in enumerate(profile) if column.kind == FIGURE]
        if len(row) == len(header):
            return FlatRow(tuple((word,) for word in row), lines, 1.0)
        if len(row) - 1 <= len(figures) and all(FIGURE in kinds(word.text) for word in row[1:]):
            cells: list[tuple[Word, ...]] = [()] * len(header)
            cells[0] = (row[0],)
            for word, at in zip(row[1:], figures, strict=False):
                cells[at] = (word,)
            return FlatRow(tuple(cells), lines, 1.0)
    return None


def _holds(table: FlatTable, profile: Sequence[Column], upright: bool) -> bool:
    """True where header and rows bear each other out; words alone need more proof than figures."""
    rows = [row for row in table.rows if row.cells and any(row.cells[1:])]
    columns = len(table.header)
    if not rows:
        return False
    typed = [own for own in profile if own.kind in _TYPED]
    told = [(expected_kind(name), own.kind) for name, own in zip(table.header, profile, strict=True)]
    conflicts = sum(want is not None and kind is not None and want != kind for want, kind in told)
    if conflicts * 3 > columns:
        return False
    named = sum(map(names_column, table.header))
    if not typed:
        plain = sum(names_column(cell_text(cell)) for row in rows for cell in row.cells)
        return columns > 2 and len(rows) > 1 and named == columns and plain * 4 <= columns * len(rows)
    if len(rows) == 1:
        numbered = not upright or any(own.kind == SERIAL for own in profile)
        return columns > 3 and named >= columns - 1 and all(rows[0].cells) and numbered
    return columns > 2 or len(rows) > 2


def _numbers_for_names(table: FlatTable) -> bool:
    """The numbers of the rows stand below 项目名称: the 序号 above it was not taken into the header."""
    rows = [row for row in table.rows if row.cells]
    numbers = sum(is_serial(cell_text(row.cells[0])) for row in rows)
    return bool(_OF_THINGS.search(table.header[0])) and 2 * numbers > len(rows)


def _counts_on(table: FlatTable) -> bool:
    """The rows are numbered from 1 on: no end of a torn figure stands among the numbers."""
    numbers = [cell_text(row.cells[0]) for row in table.rows if row.cells]
    return numbers == [str(n) for n in range(1, len(numbers) + 1)]
