"""The frame around articles: navigation, lists of other pages, headlines printed more than once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from index.ingest.shapes.line import Line
from index.ingest.shapes.looks import MARKS
from index.ingest.shapes.turns import comes_from_elsewhere
from index.language.lexicon import load_pattern, load_words

_HEADINGS = ("short", "tablecaption", "caption")
_RUNNING = ("body", "lead")
_LEFT_OVER = 0.34  # share of a line of navigation that may be other words
_LONGEST_FRAME = 120  # code points
_SHORTEST_TITLE = 6  # code points: a shorter line may well stand twice
_NEAR = 5  # lines between a headline and its text
_MARKS = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")
_TURNING = load_pattern("ingest.furniture.turning")
_ENTRY = load_pattern("ingest.furniture.entry")
_BULLET = re.compile(r"^[\s\-·•*>»▶▷►◆■●▪○◇【\[（(#]+|[\s：:】\]）)>»…]+$")
HEADS_PICTURE = load_pattern("ingest.furniture.heads_picture")
"""A column, and the headline of the text below its picture."""

_BOXED = load_pattern("ingest.furniture.boxed")
_BARS = re.compile(r"\s*[|｜│]\s*")
_COLUMNS = 3  # of a site, on one line
_COLUMN = re.compile(r"[\u4e00-\u9fff]{2,6}")
_AROUND = re.compile(rf"^[{MARKS}【]+|】$")
_NOTE = re.compile(r"[\[［【(（]\d{1,2}[\]］】)）]")
_BLANKS = re.compile(r"\s+")
_SITE = load_pattern("ingest.furniture.site")


def without_frame(lines: Sequence[Line]) -> list[Line]:
    """The lines; navigation, lists of other pages and headlines that come again are furniture."""
    found = [
        replace(line, kind="furniture") if _is_frame(line) and not _heads_text(lines, at) else line
        for at, line in enumerate(lines)
    ]
    found = _without_lists(_without_menus(found))
    return _with_whole_titles(_without_repetitions(_without_banner(found)))


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(load_words("furniture"), key=len, reverse=True))))


def _is_frame(line: Line) -> bool:
    """Hardly anything but words of navigation."""
    if line.kind not in ("short", "body", "cells", "caption") or line.level or "。" in line.text:
        return False
    if HEADS_PICTURE.fullmatch(line.text):
        return False
    head, colon, _ = line.text.replace(":", "：").partition("：")
    if colon and _BULLET.sub("", head) in load_words("furniture_lists"):
        return True
    words = _MARKS.sub("", line.text)
    if not 2 <= len(words) <= _LONGEST_FRAME or line.text.count("“") > line.text.count("”"):
        return False
    return len(_phrases().sub("", words)) <= _LEFT_OVER * len(words) and bool(_phrases().search(words))


def _heads_text(lines: Sequence[Line], at: int) -> bool:
    """公 告, and 相关链接：补贴怎么领, with running text right below."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    boxed = lines[at].kind == "short" and _BOXED.match(_BULLET.sub("", lines[at].text))
    told = below is not None and below.kind in _RUNNING and (below.ended or len(below.text) > _LONGEST_FRAME)
    return _heads_notice(lines, at) or bool(boxed and told)


def _heads_notice(lines: Sequence[Line], at: int) -> bool:
    """公 告 behind a finished text, with running text right below, is the headline of a notice."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    told = lines[at].kind == "short" and "".join(lines[at].text.split()) in load_words("notices")
    finished = at > 0 and (lines[at - 1].ended or lines[at - 1].kind in ("dateline", "byline"))
    return told and finished and below is not None and below.kind == "body" and not below.gap and below.ended


def _without_menus(lines: Sequence[Line]) -> list[Line]:
    """A line of several headlines of this page between bars is a menu: 甲公报 | 乙公告 | 丙公布."""
    if not any(line.kind != "cells" and _BARS.search(line.text) for line in lines):
        return list(lines)
    titles = {_bare_title(line.text) for line in lines}
    first = _first_text(lines)
    return [
        replace(line, kind="furniture") if _is_menu(line, titles) or (at < first and _names_columns(line)) else line
        for at, line in enumerate(lines)
    ]


def _names_columns(line: Line) -> bool:
    """政务要闻｜部门信息｜通知公告: columns of a site."""
    entries = _BARS.split(line.text) if line.kind == "short" and not line.level else []
    return len(entries) >= _COLUMNS and all(_COLUMN.fullmatch(entry) for entry in entries)


def _is_menu(line: Line, titles: set[str]) -> bool:
    if line.kind == "cells":
        return False
    entries = [entry for entry in _BARS.split(line.text) if entry.strip()]
    if len(entries) < 2 or min(len(entry.strip()) for entry in entries) < _SHORTEST_TITLE:
        return False
    return sum(_bare_title(entry) in titles for entry in entries) * 2 > len(entries)


def _bare_title(text: str) -> str:
    """A headline without blanks and notes: …公报[1]."""
    return "".join(_NOTE.sub("", text).split())


def _is_list_heading(line: Line) -> bool:
    bare = _BULLET.sub("", line.text)
    return bare in load_words("furniture_lists") or _BLANKS.sub("", bare) in load_words("furniture_lists")


def _without_lists(lines: Sequence[Line]) -> list[Line]:
    """Short lines below 相关新闻, 标题导航 and the like are headlines of other pages."""
    found = list(lines)
    at = 0
    while at < len(found):
        told = at + 1 < len(found) and found[at + 1].kind == "body" and HEADS_PICTURE.fullmatch(found[at].text)
        if told or found[at].kind not in (*_HEADINGS, "furniture") or not _is_list_heading(found[at]):
            at += 1
            continue
        end = at + 1
        paged = end < len(found) and bool(_ENTRY.search(found[end].text))
        while end < len(found) and _is_entry(found[end], paged) and not _below(found, at, end):
            end += 1
        if not paged and end < len(found) and found[end].kind in (*_RUNNING, "byline"):
            end = _own_headline(found, at + 1, end)
        for number in range(at, end):
            found[number] = replace(found[number], kind="furniture")
        at = max(end, at + 1)
    return found


def _is_entry(line: Line, paged: bool) -> bool:
    """A line of a list; ``paged``: each of its lines names a page."""
    if paged:
        return line.kind in (*_HEADINGS, "masthead") and bool(_ENTRY.search(line.text))
    return line.kind in _HEADINGS


def _below(lines: Sequence[Line], at: int, number: int) -> bool:
    """A heading of the same or a higher level ends a list."""
    return 0 < lines[number].level <= lines[at].level if lines[at].level else bool(lines[number].level)


def _own_headline(lines: Sequence[Line], low: int, high: int) -> int:
    """Where the headline of the text at ``high`` begins: behind the last gap, else one line above."""
    for number in range(high - 1, low - 1, -1):
        if lines[number].gap:
            return number
    return max(high - 1, low)


def _without_banner(lines: Sequence[Line]) -> list[Line]:
    """What stands above the last line of navigation in front of the first text, if a headline follows it."""
    first = _first_text(lines)
    frames = [at for at in range(first) if lines[at].kind == "furniture" and _is_navigation(lines[at])]
    if not frames or not any(
        line.kind in _HEADINGS and not line.numbered for line in lines[frames[-1] + 1 : first]
    ):
        return list(lines)
    return [
        replace(line, kind="furniture") if at < frames[-1] and line.kind in _HEADINGS else line
        for at, line in enumerate(lines)
    ]


def _is_navigation(line: Line) -> bool:
    """Turning pages and choosing sizes, which stand above a headline; sharing and printing stand below it."""
    return bool(_TURNING.search(line.text))


def _first_text(lines: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(lines) if line.kind in _RUNNING), len(lines))


def _without_repetitions(lines: Sequence[Line]) -> list[Line]:
    """A headline above the first text that is printed again above its own text; broken or with the site's name."""
    first = _first_text(lines)
    plain = ["".join(_AROUND.sub("", line.text).split()) for line in lines]
    titles = {
        plain[at]: at
        for at, line in enumerate(lines)
        if not (at + 1 < len(lines) and comes_from_elsewhere(lines[at + 1].text))
        and line.kind in _HEADINGS and len(plain[at]) >= _SHORTEST_TITLE and (at < first or _is_headed(lines, at))
    }
    found = list(lines)
    for at in range(first):
        if lines[at].kind not in _HEADINGS:
            continue
        pieces = {"".join(piece.split()) for piece in _SITE.split(lines[at].text)} - {plain[at]}
        if titles.get(plain[at], at) > at or any(titles.get(piece, at) != at for piece in pieces):
            found[at] = replace(lines[at], kind="furniture")
    return _without_pieces(found, plain, titles, first)


def _without_pieces(lines: list[Line], plain: Sequence[str], titles: dict[str, int], first: int) -> list[Line]:
    """Lines that together are a headline which stands whole elsewhere."""
    for low in range(first):
        for high in range(low + 2, min(low + 4, first) + 1):
            group = range(low, high)
            whole = titles.get("".join(plain[low:high]), -1)
            if whole >= 0 and whole not in group and all(lines[at].kind in _HEADINGS for at in group):
                for at in group:
                    lines[at] = replace(lines[at], kind="furniture")
    return lines


def _with_whole_titles(lines: list[Line]) -> list[Line]:
    """The second line of a headline that a list on the page prints whole goes on."""
    titles = {"".join(_BULLET.sub("", line.text).split()) for line in lines if line.kind == "furniture"}
    found = list(lines)
    for at, (line, following) in enumerate(pairwise(lines), 1):
        both = line.kind == following.kind == "short" and not following.gap
        if both and "".join((line.text + following.text).split()) in titles:
            found[at] = replace(following, goes_on=True)
    return found


def _is_headed(lines: Sequence[Line], at: int) -> bool:
    """Running text follows soon, with no more than headlines and a byline between."""
    for line in lines[at + 1 : at + 1 + _NEAR]:
        if line.kind in _RUNNING:
            return True
        if line.kind not in (*_HEADINGS, "byline", "masthead"):
            return False
    return False
