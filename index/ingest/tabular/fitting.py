"""Fits the words of some lines to the columns of a table: which of them are one cell, and how well they agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.ingest.shapes.cellkinds import SERIAL, WORDS, Column, is_serial, kinds
from index.ingest.tabular.flatheads import Word
from index.language.lexicon import load_pattern

LONGEST_CELL = 8  # words
FITS, _MAY_FIT, _WRONG, _WRONG_WORDS = 2.0, 0.5, -5.0, -3.0
_LEAST = 0.5  # of a row, a column
_EMPTY, _NO_SERIAL = -2.5, -7.0
_LEFT = 0.01  # of two empty cells the one further to the right
_CLOSED_BREAK, _CLOSED_BLANK = -0.4, -2.5
_HINT = 0.7  # an open bracket, a mark at the break
_LOOKS = 0.5  # words that look as those of the column do
_FULL_CELL = 5  # code points: a shorter piece is hardly broken
_TWO_FIGURES, _ONE_FIGURE = -4.0, 0.3
_TORN_LEFT, _TORN_RIGHT = re.compile(r"[1-9]\d{0,2}$"), re.compile(r"\d{3}$")  # 7⏎810 in a column of figures
_TORN_WHOLE, _TORN_ZEROS = re.compile(r"[1-9]\d{1,6}$"), re.compile(r"0\d{0,2}$")  # 1260⏎0
_TORN_YEAR = load_pattern("ingest.fitting.torn_year")  # 2025年1⏎2月
_BARE_AMOUNT = load_pattern("ingest.fitting.bare_amount")  # 3.2亿⏎港元
_CURRENCY = load_pattern("ingest.fitting.currency")
_TORN_MONTH = load_pattern("ingest.fitting.torn_month")


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row: its cells in order, each a run of words (none for an empty cell)."""

    cells: tuple[tuple[Word, ...], ...]
    lines: int
    score: float


class Fitter:
    """Fits words to the columns of one table; what was scored before is not scored again."""

    def __init__(self, profile: Sequence[Column]) -> None:
        self.profile = profile
        self._scores: list[dict[tuple[str, bool], float]] = [{} for _ in profile]

    def fit(self, words: Sequence[Word], lines: int) -> FlatRow | None:
        """The words of some lines as the cells of one row, in order; None where they do not agree with the columns."""
        profile = self.profile
        columns = len(profile)
        longest = min(LONGEST_CELL, len(words) - columns + columns // 3 + 1)
        if longest < 1:
            return None
        best: list[list[float | None]] = [[None] * (columns + 1) for _ in range(len(words) + 1)]
        taken = [[0] * (columns + 1) for _ in range(len(words) + 1)]
        best[0][0] = 0.0
        closing = [0.0, *(_closing(before, after) for before, after in pairwise(words))]
        runs = [_runs(words, closing, low, longest) for low in range(len(words) + 1)]
        for at, own in enumerate(profile):
            empty = _no_cell(own) - _LEFT * (columns - at)
            for low in range(len(words) + 1):
                before = best[low][at]
                if before is None:
                    continue
                for size, (text, cost) in enumerate(runs[low]):
                    total = before + cost + (self._score(text, size == 1, at) if size else empty)
                    held = best[low + size][at + 1]
                    if held is None or total > held:
                        best[low + size][at + 1], taken[low + size][at + 1] = total, size
        score = best[len(words)][columns]
        if score is None or score < _LEAST * columns:
            return None
        cells: list[tuple[Word, ...]] = []
        high = len(words)
        for at in range(columns, 0, -1):
            size = taken[high][at]
            cells.append(tuple(words[high - size : high]))
            high -= size
        cells.reverse()
        return FlatRow(tuple(cells), lines, score) if _agrees(cells, profile) else None

    def _score(self, text: str, alone: bool, at: int) -> float:
        known = self._scores[at].get((text, alone))
        if known is None:
            known = self._scores[at][text, alone] = _score(text, alone, self.profile[at])
        return known


def _runs(words: Sequence[Word], closing: Sequence[float], low: int, longest: int) -> list[tuple[str, float]]:
    """The cells of no word, one, two … from a word on: their texts, and what it costs to close them up."""
    found = [("", 0.0)]
    text, cost = "", 0.0
    for at in range(low, min(low + longest, len(words))):
        cost += closing[at] if at > low else 0.0
        text += words[at].text
        found.append((text, cost))
    return found


def _no_cell(own: Column) -> float:
    return _NO_SERIAL if own.kind == SERIAL else _EMPTY


def _score(text: str, alone: bool, own: Column) -> float:
    """How well a text agrees with a column; ``alone``: it is one word."""
    kind = own.kind
    if kind == SERIAL:
        score = FITS + 1 if alone and is_serial(text) else _NO_SERIAL
    elif kind is None:
        score = _MAY_FIT
    elif kind in kinds(text):
        score = FITS
    else:
        score = _WRONG_WORDS if kind == WORDS else _WRONG
    score += _LOOKS if own.like and own.like.search(text) else 0.0
    score -= _LOOKS if own.unlike and own.unlike.search(text) else 0.0
    return score


def _closing(before: Word, after: Word) -> float:
    """What it costs that two words are one cell."""
    left, right = before.text, after.text
    if not (left and right):
        return _CLOSED_BLANK
    if left[-1:].isdigit() and right[:1].isdigit():
        if after.first and _TORN_YEAR.search(left) and _TORN_MONTH.match(right):
            return _ONE_FIGURE
        thousands = _TORN_LEFT.match(left) and _TORN_RIGHT.match(right)
        rest = _TORN_WHOLE.match(left) and _TORN_ZEROS.match(right)
        return _ONE_FIGURE if after.first and (thousands or rest) else _TWO_FIGURES
    if after.first and _BARE_AMOUNT.search(left) and _CURRENCY.match(right):
        return _ONE_FIGURE
    if not after.first:
        latin = (left[-1:].isascii() and left[-1:].isalpha()) + (right[:1].isascii() and right[:1].isalpha())
        return (_CLOSED_BLANK, -1.2, -0.5)[latin]
    if left[-1] in "%％" and "\u4e00" <= right[0] <= "\u9fff":
        return _CLOSED_BLANK  # a rate has no unit: a name begins
    score = _CLOSED_BREAK
    opened = left.count("（") + left.count("(") > left.count("）") + left.count(")")
    score += _HINT if opened or (len(left) > 1 and left[-1] in "、，/-—") or right[0] in "）)、，（(" else 0.0
    return score + (0.2 if len(right) <= 3 else 0.0) - (0.0 if len(left) >= _FULL_CELL else 0.3)


def _agrees(cells: Sequence[Sequence[Word]], profile: Sequence[Column]) -> bool:
    empty = sum(not cell for cell in cells)
    wrong = sum(bool(cell) and not _is_of(cell_text(cell), own.kind) for cell, own in zip(cells, profile, strict=True))
    return wrong <= (len(profile) >= 5) and empty + wrong <= len(profile) // 3


def _is_of(text: str, kind: str | None) -> bool:
    return kind is None or (is_serial(text) if kind == SERIAL else kind in kinds(text))


def cell_text(cell: Sequence[Word]) -> str:
    """What a cell says: its words, which line ends may have torn, joined again."""
    return "".join(word.text for word in cell)
