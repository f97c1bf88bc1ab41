"""Headers whose names are torn into pieces: 街 道 年度⏎计划⏎已⏎开⏎工 above rows of a name and figures.

The rows tell how many columns there are; the pieces are put together into so many names, the likeliest ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from index.ingest.shapes.cellkinds import FIGURE, is_known, kinds, names_column, opens_bracket
from index.language.lexicon import load_pattern
from index.language.tokens import default_tokenizer

_MOST_LINES = 14  # of such a header
_FEWEST, _MOST = 2, 8  # figures of a row
_NAME_LINES = 2  # lines that the name of the first row may take above its figures
_KNOWN, _NAMES, _WORD, _OTHER = 1.0, 0.8, 0.7, 0.3  # how much each letter of a name speaks for it
_LONG = 0.3  # the same of a name that is longer than usual
_LETTER = -2.0  # a letter that is left alone
_LONGEST = 5  # code points of a usual name
_PIECES = 6  # that a name may be torn into

_TOTAL = load_pattern("ingest.tornheads.total")

Rows = Sequence[Sequence[str]]


def torn_headers(rows: Rows) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Each way to read the first lines as a torn header: (names, lines, figures of a row).

    Args:
        rows: the words of the lines from the header on.
    """
    first = next((n for n, row in enumerate(rows) if any(FIGURE in kinds(cell) for cell in row)), None)
    if first is None or not 1 < first <= _MOST_LINES:
        return
    figures = _figures(rows[first])
    named = FIGURE not in kinds(rows[first][0])  # else the name of the first row stands on the lines above
    for height in (first,) if named else range(first - 1, max(1, first - 1 - _NAME_LINES), -1):
        pieces = tuple(cell for row in rows[:height] for cell in row)
        if not _FEWEST <= figures <= _MOST or len(pieces) <= figures + 1:
            continue
        if not any(len(piece) == 1 for piece in pieces):
            continue  # whole words are read as they stand
        names = _together(pieces, figures + 1)
        if names:
            yield names, height, figures


def _figures(row: Sequence[str]) -> int:
    """How many figures end the line."""
    count = 0
    for cell in reversed(row):
        if FIGURE not in kinds(cell):
            break
        count += 1
    return count


def _together(pieces: tuple[str, ...], columns: int) -> tuple[str, ...]:
    """The pieces as so many names, the likeliest; () where a letter is left alone."""

    @cache
    def best(at: int, left: int) -> tuple[float, tuple[str, ...]]:
        if left == 0:
            return (0.0, ()) if at == len(pieces) else (float("-inf"), ())
        found: tuple[float, tuple[str, ...]] = (float("-inf"), ())
        for end in range(at + 1, min(at + _PIECES, len(pieces) - left + 1) + 1):
            name = "".join(pieces[at:end])
            score, rest = best(end, left - 1)
            found = max(found, (score + _likely(name), (name, *rest)))
        return found

    score, names = best(0, columns)
    return names if score > 0 and all(len(name) > 1 for name in names) else ()


def _likely(name: str) -> float:
    if opens_bracket(name) or name[:1] in "（(":
        return float("-inf")  # （眼） belongs to the name above
    if len(name) == 1:
        return _LETTER
    return len(name) * _of_a_letter(name)


def _of_a_letter(name: str) -> float:
    bare = re.sub(r"[（(].*", "", name)
    if is_known(name) or is_known(bare):
        return _KNOWN
    if _TOTAL.search(bare):
        return _OTHER  # 改造提升合计 are two names
    if len(bare) > _LONGEST:
        return _LONG
    if names_column(name):
        return _NAMES
    return _WORD if len(default_tokenizer().words(bare)) == 1 else _OTHER
