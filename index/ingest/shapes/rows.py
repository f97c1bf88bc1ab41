"""Rows without a frame: a programme of days (5月27日19:00 开幕式); lines, shops and offices, cells between blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.ingest.shapes.line import Line
from index.language.columns import width
from index.language.lexicon import load_pattern

_DAY = (
    r"(?:(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日(?:[至—–~～-](?:\d{1,2}月)?\d{1,2}日)?|(?:周|星期)[一二三四五六日天])"
    r"\s*(?:[（(][^（）()]{1,6}[）)])?\s*(?:[上中下]午|晚上?)?"
)
_PLANNED = re.compile(rf"^(?:{_DAY}\s*)?(?:\d{{1,2}}[时点]|(?:[01]?\d|2[0-4])[:：][0-5]\d(?!\d))")
_OF_A_DAY = re.compile(rf"^{_DAY}[\s：:]+\S")
_OPEN_END = load_pattern("ingest.rows.open_end")
_BLANK = re.compile(r"[ \u3000]+")
_TELLING = load_pattern("ingest.rows.telling")
_FEWEST_CELLS = 3
_SHORT_OF = 4  # columns by which a line ends before one that was wrapped would


def is_planned(text: str) -> bool:
    """A line that opens with a day and an hour: a row of a programme, and no names of columns."""
    return bool(_PLANNED.match(text))


def with_schedules(lines: list[Line]) -> list[Line]:
    """5月27日19:00 开幕式 above a line of the same form is an item of a programme; below a colon a day is enough."""
    planned: list[bool] = []
    announced = False  # a colon stands above the line, or above the items above it
    for above, line in zip([None, *lines], lines, strict=False):
        announced = above is not None and (above.text.endswith(("：", ":")) or (announced and planned[-1]))
        timed = _PLANNED.match(line.text) or (announced and _OF_A_DAY.match(line.text))
        planned.append(line.kind in ("short", "body") and not line.ended and bool(timed))
    beside = [any(planned[max(at - 1, 0) : at] + planned[at + 1 : at + 2]) for at in range(len(lines))]
    items = [planned[at] and beside[at] for at in range(len(lines))]
    return [
        replace(line, numbered=True, ended=line.ended or _closes(lines, items, at)) if items[at] else line
        for at, line in enumerate(lines)
    ]


def with_rows(lines: list[Line]) -> list[Line]:
    """甲食堂 桂花路9号 电话228… above 乙食堂 …: lines of several cells, each with a telling one, stand alone."""
    rows = [_is_row(line) for line in lines]
    items = [
        rows[at] and any(rows[max(at - 1, 0) : at] * (not lines[at].gap) + _below(lines, rows, at))
        for at in range(len(lines))
    ]
    return [
        replace(line, kind="body", ended=True, numbered=True) if items[at] and _closes(lines, items, at) else line
        for at, line in enumerate(lines)
    ]


def _below(lines: Sequence[Line], rows: Sequence[bool], at: int) -> list[bool]:
    return [rows[at + 1]] if at + 1 < len(lines) and not lines[at + 1].gap else []


def _is_row(line: Line) -> bool:
    if line.kind not in ("short", "body") or line.ended or line.level or line.numbered:
        return False
    return len(_BLANK.split(line.text)) >= _FEWEST_CELLS and bool(_TELLING.search(line.text))


def _closes(lines: Sequence[Line], items: Sequence[bool], at: int) -> bool:
    """Nothing of the row stands on the next line: the next is a row, too, or this one is too short to be wrapped."""
    if _OPEN_END.search(lines[at].text):
        return False
    if at + 1 == len(lines) or lines[at + 1].gap or items[at + 1]:
        return True
    low = at
    while low and items[low - 1] and not lines[low].gap:
        low -= 1
    cells = len(_BLANK.split(lines[at].text))
    if low < at and cells > _FEWEST_CELLS and cells == len(_BLANK.split(lines[at - 1].text)):
        return True  # as many cells as the row above
    widest = max(width(line.text) for line in (*lines[low:at], lines[at + 1]))
    return width(lines[at].text) + _SHORT_OF <= widest
