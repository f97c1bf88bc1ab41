"""Items of a digest: 01｜… 02｜…, ▶ …, ① …: lines of the same shape, each above a short report of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.ingest.articles.digests import collects
from index.ingest.shapes.breaks import within_word
from index.ingest.shapes.line import Line
from index.ingest.shapes.looks import LONGEST_HEADLINE
from index.language.lexicon import load_pattern, load_words

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FILLED = "❶❷❸❹❺❻❼❽❾❿"
_NUMERALS = {sign: at for at, sign in enumerate("一二三四五六七八九十", 1)}
_BARRED = load_pattern("ingest.series.barred")
_ROUND = re.compile(rf"^(?P<n>[{_CIRCLED}{_FILLED}])\s*(?=\S)")
_KEYCAP = re.compile(r"^(?P<n>\d)\ufe0f?\u20e3\s*(?=\S)")
_COUNTED = load_pattern("ingest.series.counted")
_GLYPH = load_pattern("ingest.series.glyph")
_INLINE = re.compile(r"^(?P<tag>(?:#[^#\s]{2,16}#\s*)*)(?P<head>【(?P<title>[^【】]{4,40})】)\s*(?=[^【】\s]{2})")
_ALONE = re.compile(r"^【[^【】]{4,40}】$")
_SORT = re.compile(r"^(?P<tag>)(?P<head>【(?P<title>[^【】]{2,6})】)\s*(?=[^【】\s]{2})")
_SENTENCE = re.compile(
    r"^(?P<tag>(?P<n>\d{1,2})[.．、]\s*)(?P<head>(?P<title>[^，。；：！？\d]{6,28}))。\s*(?=[^。]{4,}，)"
)
_BEFORE_LEAD = load_pattern("ingest.series.before_lead")
_DECORATES = frozenset("◎●○■□◆◇★☆▲△▼▽♦✦✿❀※☞┃▍▌▎▪•·◉⊙｜丨|")  # also beside the name of a column
_COLUMN = re.compile(r"^@|^【[^【】]{2,8}】$")
_LONG_TITLE = 6  # code points of a headline in 【】, on the average
_FEWEST = 3  # items
_LONG = 8.5  # code points of a headline, on the average; sub-headings are shorter
_MOST_LINES = 40  # of an item
_LONGEST_PARAGRAPH = 30  # lines
_TOP = 10  # lines of a file above the first item
_INTRODUCTION = 90  # code points of running text above the first item
_ONE_TEXT = load_pattern("ingest.series.one_text")
_CONTENTS = load_pattern("ingest.series.contents")
_PAGE_NAME = load_pattern("ingest.series.page_name")
_NO_HEAD = load_pattern("ingest.series.no_head")


@dataclass(frozen=True, slots=True)
class _Item:
    at: int  # number of its line
    shape: str
    number: int  # 0 for a mark that does not count
    width: int  # of its mark


def with_series(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines; heads of the items of a digest are headlines, their marks set aside.

    A digest has nothing but its name, a greeting and the names of its columns above the first item.
    """
    items = _series(lines)
    if not items:
        return _with_inline_heads(text, lines)
    found = list(lines)
    for item in items:
        line = lines[item.at]
        start = line.start + (0 if item.shape.startswith("count") else item.width)  # 一、 is part of a headline
        found[item.at] = replace(
            line, start=start, text=text[start : line.end], kind="short", ended=True, numbered=False, level=7,
            marks=(line.start, line.start + len(text[line.start : start].rstrip())),
        )  # fmt: skip
        for at in range(item.at + 1, _paragraph(lines, item.at) - 1):
            found[at] = replace(found[at], kind="body" if found[at].kind == "short" else found[at].kind, ended=False)
    return found


def _with_inline_heads(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines; 【…】 in front of each of several reports is the headline of the report behind it, 【更正】 always."""
    heads = _several(lines) | _numbered(lines) | _before_leads(lines) | _apart(lines)
    return _split(text, lines, heads) if heads else list(lines)


def _apart(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """Lines behind an empty one that begin with 【更正】 and the like."""
    loose = [(at, line) for at, line in enumerate(lines) if line.gap and _may_open(line) and not _heads(lines, at)]
    found = {at: match for at, line in loose if (match := _SORT.match(line.text))}
    alone = sum(bool(_ALONE.match(line.text)) for line in lines)  # headlines of the page that stand in 【】
    return {at: match for at, match in found.items() if alone >= _FEWEST or match["title"] in load_words("apart_sorts")}


def _heads(lines: Sequence[Line], at: int) -> bool:
    """【预告】某某电影 alone between empty lines, above its text, is one headline."""
    return lines[at].kind == "short" and not lines[at].ended and at + 1 < len(lines) and lines[at + 1].gap > 0


def _before_leads(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """◇某公园夜间亮起来了　本刊讯　5月17日…: the headline stands in front of the lead."""
    open_ = [(at, line) for at, line in enumerate(lines) if _may_open(line)]
    loose = [(at, line) for at, line in open_ if line.gap or not at or lines[at - 1].ended]
    return {at: match for at, line in loose if (match := _BEFORE_LEAD.match(line.text))}


def _numbered(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """1. 某园区一期投产。6月30日，…, one below the other: the first sentence is the headline, the number its mark."""
    opened = {at: match for at, line in enumerate(lines) if not line.level and (match := _SENTENCE.match(line.text))}
    if len(opened) < _FEWEST or [int(match["n"]) for match in opened.values()] != list(range(1, len(opened) + 1)):
        return {}
    above = lines[: min(opened)]
    page = all(len(line.text) <= LONGEST_HEADLINE and line.kind not in ("body", "lead") for line in above)
    between = [line for at, line in enumerate(lines) if min(opened) < at < max(opened) and at not in opened]
    return opened if page and not any(line.kind == "short" and line.gap for line in between) else {}


def _several(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    heads = {at: match for at, line in enumerate(lines) if _may_open(line) and (match := _INLINE.match(line.text))}
    titles = [match["title"] for match in heads.values()]
    if not titles or (len(titles) < _FEWEST and not _is_page(lines[: min(heads)])):
        return {}
    apart = len(set(titles)) == len(titles) and sum(map(len, titles)) >= _LONG_TITLE * len(titles)
    if not apart or not _is_introduction(lines[: min(heads)]) or min(heads) > _TOP:
        return {}
    return heads


def _split(text: str, lines: Sequence[Line], heads: Mapping[int, re.Match[str]]) -> list[Line]:
    """The lines; those that begin with a headline are two."""
    found: list[Line] = []
    for at, line in enumerate(lines):
        match = heads.get(at)
        if match is None:
            found.append(line)
            continue
        low, high = line.start + match.start("head"), line.start + match.end("head")
        marks = (line.start, line.start + len(match["tag"].rstrip())) if match["tag"] else line.marks
        head = replace(line, start=low, end=high, text=text[low:high], kind="short", ended=True, numbered=False)
        found.append(replace(head, level=7, marks=marks))
        rest = line.start + match.end()
        found.append(replace(line, start=rest, text=text[rest : line.end], kind="body", gap=0, numbered=False))
    return found


def _may_open(line: Line) -> bool:
    return line.kind in ("body", "short") and not line.level


def _series(lines: Sequence[Line]) -> list[_Item]:
    shapes: dict[str, list[_Item]] = defaultdict(list)
    for at in range(len(lines)):
        item = _item(lines, at)
        if item is not None and _has_text(lines, at):
            shapes[item.shape].append(item)
    for items in sorted(shapes.values(), key=lambda one: one[0].at):
        if _is_digest(lines, items):
            return items
    return []


def _item(lines: Sequence[Line], at: int) -> _Item | None:
    line = lines[at]
    if line.kind not in ("short", "body", "caption", "tablecaption") or line.level or len(line.text) > LONGEST_HEADLINE:
        return None
    for shape, pattern in (("bar", _BARRED), ("round", _ROUND), ("key", _KEYCAP), ("count", _COUNTED)):
        if match := pattern.match(line.text):
            if _NO_HEAD.search(line.text[match.end() :]):
                return None
            n = match["n"]
            number = int(n) if n.isdecimal() else _NUMERALS.get(n) or (_CIRCLED + _FILLED).index(n) % 20 + 1
            mark = re.sub(r"\s+$", " ", line.text[match.end("n") : match.end()])
            return _Item(at, shape + mark, number, match.end())
    match = _GLYPH.match(line.text)
    if match is None or _NO_HEAD.search(line.text[match.end() :]) or line.text.endswith(match["glyph"]):
        return None
    glyph = match["glyph"]
    return _Item(at, "emoji" if ord(glyph) > 0x2700 else glyph, 0, match.end())


def _has_text(lines: Sequence[Line], at: int) -> bool:
    """Running text stands right below, perhaps broken over lines, or a table; no other item."""
    own, below = _item(lines, at), _item(lines, at + 1) if at + 1 < len(lines) else None
    if own and below and own.shape == below.shape:
        return False
    if lines[at + 1 : at + 2] and lines[at + 1].kind == "cells":
        return True
    end = _paragraph(lines, at)
    said = "".join(line.text for line in lines[at + 1 : end])
    return len(said) > LONGEST_HEADLINE or said.endswith(("。", "！", "？", "；", "："))


def _paragraph(lines: Sequence[Line], at: int) -> int:
    """Number of the line behind the first paragraph below a line; ``at`` + 1 where there is none."""
    for number in range(at + 1, min(at + 1 + _LONGEST_PARAGRAPH, len(lines))):
        line = lines[number]
        first = number == at + 1
        item = not first and line.numbered and not within_word(lines[number - 1].text, line.text)
        if line.kind not in ("short", "body", "lead") or line.level or line.gap > 1 or item:
            break
        if line.ended:
            return number + 1
        if not first and line.kind == "short" and line.gap:
            break
    return at + 1 if not lines[at + 1 : at + 2] or lines[at + 1].kind not in ("body", "lead") else at + 2


def _is_digest(lines: Sequence[Line], items: Sequence[_Item]) -> bool:
    above = lines[: items[0].at]
    if items[0].at > _TOP or (len(items) < _FEWEST and (items[0].shape.startswith("count") or not _is_page(above))):
        return False
    if len(items) < _FEWEST:  # part of a digest
        if items[0].shape in _DECORATES:
            return False
        return _is_introduction(above) and all(len(lines[one.at].text) - one.width >= _LONG_TITLE for one in items)
    counted = [item.number for item in items]
    if any(counted) and (counted[0] != 1 or any(b - a != 1 for a, b in pairwise(counted))):
        return False
    sizes = [len(lines[item.at].text) - item.width for item in items]
    if sum(sizes) < _LONG * len(sizes) or any(b.at - a.at > _MOST_LINES for a, b in pairwise(items)):
        return False
    named = bool(above) and bool(_PAGE_NAME.search(above[0].text))
    rest = [line for line in above[named:] if line.kind == "short"]
    headed = any(not (collects(line.text) or _CONTENTS.search(line.text)) for line in rest)
    one_text = any((line.kind == "byline" and headed) or _ONE_TEXT.search(line.text) for line in above)
    told = one_text and items[0].shape.startswith("count")
    return not told and _is_introduction(above)


def _is_page(above: Sequence[Line]) -> bool:
    """Nothing stands above but what belongs to a page: its name, number and day, a greeting."""
    named = [line for line in above if line.kind not in ("masthead", "furniture", "byline", "caption")]
    told = len(named) < len(above) or any(collects(line.text) or _COLUMN.match(line.text) for line in named)
    return not above or (told and all(line.kind == "short" for line in named))


def _is_introduction(above: Sequence[Line]) -> bool:
    """Nothing but a name, a greeting, a sentence or two."""
    if any(line.kind in ("lead", "cells") for line in above):
        return False
    return sum(len(line.text) for line in above if line.kind == "body") <= _INTRODUCTION
