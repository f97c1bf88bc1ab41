"""Lines that are items: of a programme of days, rows of cells, of a list with keys, with bullets or with numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from index.ingest.shapes.bylines import is_person
from index.ingest.shapes.line import Line
from index.ingest.shapes.rows import with_rows, with_schedules
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number

_ITEM = re.compile(r"[\u4e00-\u9fff（）()A-Za-z\d]{1,10}[：:]\s?\S.{0,48}$")
_BULLET = re.compile(r"^(?P<mark>[▶►▷▸➤◆●★▪•·※✅🔹🔸📍📌])\ufe0f?\s*(?=\S.*[：:])")
_OPEN_END = re.compile(r"[，、,：:（(“]$")
_FEWEST_ITEMS = 3
_LONGEST_LIKE = 40  # code points
_FEWEST_CELLS = 3
_NAME_AND_ASIDE = re.compile(r"[\u4e00-\u9fff]{2,8}[（(][^（()）]+[）)]")  # 某某（98岁，某村）
_NAMES = re.compile(r"[\u4e00-\u9fff]{2,6}[：:](?P<names>[\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4})*)")
_OF_A_DAY = load_pattern("ingest.items.of_a_day")
_COUNTED = load_pattern("ingest.items.counted")
_PLAIN_CELLS = load_pattern("ingest.items.plain_cells")
_FIGURE = re.compile(r"\d[\d.,]*")
_NAMED_FIGURES = load_pattern("ingest.items.named_figures")
_NUMBER = load_pattern("ingest.items.number")


def with_items(lines: list[Line]) -> list[Line]:
    """Marks the lines that are items by themselves, so that none of them goes on in the next one."""
    return _with_likes(_with_numbers(_with_bullets(with_rows(_with_keys(with_schedules(lines))))))


def _with_keys(lines: list[Line]) -> list[Line]:
    """焊工：第一名 某某 above 电工：第一名 某某, several in a row: each line is an item by itself."""
    keyed = [line.kind in ("short", "body") and not line.level and bool(_ITEM.match(line.text)) for line in lines]
    found = list(lines)
    for at, line in enumerate(lines[:-1]):
        low, high = at, at + 1
        while low and keyed[low - 1] and not lines[low].gap:
            low -= 1
        while high < len(lines) and keyed[high] and not lines[high].gap:
            high += 1
        goes_on = keyed[at] and (at + 1 < high or lines[at + 1].gap > 0) and high - low >= _FEWEST_ITEMS
        if goes_on and not line.ended and not _OPEN_END.search(line.text):
            found[at] = replace(line, kind="body", ended=True)
    return found


def _with_bullets(lines: list[Line]) -> list[Line]:
    """▶ 甲类：9个 above ▶ 乙类：10个, 1. 甲厂 above 投资方：乙公司: each line stands alone, as does the one above."""
    marks = [match["mark"].strip() if (match := _BULLET.match(line.text)) else "" for line in lines]
    found = list(lines)
    for at, (line, following) in enumerate(pairwise(lines)):
        if line.level or line.kind not in ("short", "body") or _OPEN_END.search(line.text):
            continue
        above, below = marks[at - 1] if at and not line.gap else "", marks[at + 1] if not following.gap else ""
        item = bool(marks[at]) and marks[at] in (above, below)
        listed = bool(below) and at + 2 < len(lines) and marks[at + 2] == below and not marks[at]
        heads = listed and (line.kind == "body" or "，" in line.text)
        titles = line.numbered and following.ended and bool(_ITEM.match(following.text)) and not following.gap
        closes = following.gap > 0 or following.kind == "furniture"
        if heads or titles or (item and (marks[at + 1] == marks[at] or closes)):
            found[at] = replace(line, kind="body", ended=True, numbered=line.numbered or item)
    return found


def _with_numbers(lines: list[Line]) -> list[Line]:
    """1．甲项目 above 2．乙项目, not wrapped: each stands alone, as does the numbered heading right above the first."""
    counted = [_counted(line) for line in lines]
    found = list(lines)
    for at, line in enumerate(lines):
        own, rest = counted[at], counted[at + 1 : at + 3]
        if own is None or line.ended or line.kind not in ("short", "body") or _OPEN_END.search(line.text):
            continue
        apart = at + 1 == len(lines) or lines[at + 1].gap > 0 or rest[0] is not None
        goes_on = rest[:1] == [own.next()]
        closes = at > 0 and (above := counted[at - 1]) is not None and above.next() == own and apart
        heads = len(rest) > 1 and rest[0] is not None and rest[0].number == 1 and rest[1] == rest[0].next()
        if goes_on or closes:
            found[at] = replace(line, kind="body", ended=True)
        elif heads:
            found[at] = replace(line, ended=True)
    return found


@dataclass(frozen=True, slots=True)
class _Number:
    """Which number a line begins with, and how it is written."""

    number: int
    sign: str

    def next(self) -> _Number:
        return _Number(self.number + 1, self.sign)


def _counted(line: Line) -> _Number | None:
    match = _NUMBER.match(line.text)
    if match is None or line.level:
        return None
    return _Number(int(parse_number(match["n"])), match["sign"] + "1" * match["n"].isdigit())


def _with_likes(lines: list[Line]) -> list[Line]:
    """港城区 22个 总投资145亿元 above 云台区 18个 总投资96.5亿元: lines that differ in name and figures stand alone."""
    return _with_runs(_with_runs(lines, [_shape(line) for line in lines]), [_cells(line) for line in lines])


def _with_runs(lines: list[Line], shapes: list[str]) -> list[Line]:
    """Lines of the same shape right below each other stand alone."""
    found = list(lines)
    low = 0
    for shape, run in groupby(enumerate(shapes), key=lambda pair: pair[1]):
        high = low + len(list(run))
        tight = not any(line.gap for line in lines[low + 1 : high])
        pairs = shape == "cells" and any(len(line.text.split()) < _FEWEST_CELLS for line in lines[low:high])
        if shape and high - low >= _FEWEST_ITEMS + pairs - (shape in ("names", "day")) and tight:
            found[low:high] = [replace(line, kind="body", ended=True, numbered=True) for line in lines[low:high]]
        low = high
    return found


def _shape(line: Line) -> str:
    """What stands in a short line beside its name and figures; "" for any other line."""
    if line.kind not in ("short", "body") or line.ended or line.level or len(line.text) > _LONGEST_LIKE:
        return ""
    match = _NAMED_FIGURES.match(line.text)
    return _FIGURE.sub("#", line.text[match.end("name") :]) if match else ""


def _cells(line: Line) -> str:
    """What a short line is made of, "" for any other.

    Pieces (某某 3号楼 救人; 出口总额 18.2亿元), who does what (保洁员：某某、某某), a name with an aside;
    a day and what is on it (28日 某某), a name and its figure (老人13名), two pieces (某某家庭 某某社区).
    """
    if line.kind != "short" or line.ended or line.level or len(line.text) > _LONGEST_LIKE:
        return ""
    if _OF_A_DAY.match(line.text):
        return "day"
    cells = len(line.text.split())
    if cells >= _FEWEST_CELLS or (cells == _FEWEST_CELLS - 1 and _FIGURE.search(line.text)):
        return "cells"
    if (match := _NAMES.fullmatch(line.text)) and all(map(is_person, re.split("[、 ]", match["names"]))):
        return "names"
    for shape, pattern in (("count", _COUNTED), ("pair", _PLAIN_CELLS)):
        if pattern.match(line.text):
            return shape
    return "aside" if _NAME_AND_ASIDE.fullmatch(line.text) else ""
