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
_PLANNED = re.compile(rf"^(?:{_DAY}\s*(?:每[天日晚])?)?(?:\d{{1,2}}[时点]|(?:[01]?\d|2[0-4])[:：][0-5]\d(?!\d))")
_OF_A_DAY = re.compile(rf"^{_DAY}(?:[\s：:|｜]+\S|[《“])")
_OPEN_END = load_pattern("ingest.rows.open_end")
_BLANK = re.compile(r"[ \u3000]+")
_TELLING = load_pattern("ingest.rows.telling")
_SKY = load_pattern("ingest.rows.sky")
_FEWEST_CELLS = 3
_AROUND = 40  # lines
_SHORT_OF = 4  # columns by which a line ends before one that was wrapped would


def is_planned(text: str) -> bool:
    """A line that opens with a day and an hour: a row of a programme, and no names of columns."""
    return bool(_PLANNED.match(text))


def opens_row(text: str) -> bool:
    """A line that opens with a day, and perhaps an hour, and what is on or who is meant behind it."""
    return bool(_PLANNED.match(text) or _OF_A_DAY.match(text))


def with_schedules(lines: list[Line]) -> list[Line]:
    """5月27日19:00 开幕式 above a line of the same form, 5月27日 甲村 above 5月28日 乙村: items of a programme."""
    planned = [
        line.kind in ("short", "body")
        and not line.ended
        and opens_row(line.text)
        for line in lines
    ]
    beside = [any(planned[max(at - 1, 0) : at] + planned[at + 1 : at + 2]) for at in range(len(lines))]
    items = [planned[at] and beside[at] for at in range(len(lines))]
    found = [
        replace(line, numbered=True, ended=line.ended or _closes(lines, items, at)) if items[at] else line
        for at, line in enumerate(lines)
    ]
    for at, line in enumerate(lines[:-1]):
        heads = not items[at] and items[at + 1] and line.kind == "short" and not _OPEN_END.search(line.text)
        if heads and at and line.gap and not lines[at + 1].gap:  # 巡诊安排 right above the first of its rows
            found[at] = replace(line, ended=True)
    return found


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
    return len(_BLANK.split(line.text)) >= _FEWEST_CELLS and bool(_TELLING.search(line.text) or _SKY.search(line.text))


def _closes(lines: Sequence[Line], items: Sequence[bool], at: int) -> bool:
    """Nothing of the row stands on the next line: that is a row, too, or lines of running text are wider than this."""
    if _OPEN_END.search(lines[at].text):
        return False
    if at + 1 == len(lines) or lines[at + 1].gap or items[at + 1]:
        return True
    around = [*lines[max(at - _AROUND, 0) : at], *lines[at + 1 : at + _AROUND]]
    widest = max((width(line.text) for line in around if line.kind in ("body", "lead")), default=0)
    return width(lines[at].text) + _SHORT_OF <= widest
