"""Headlines that stand between two articles: those that what is printed around them tells for certain.

The others are weighed (see ``weighing``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.ingest.articles.weighing import finished_above, is_half, is_sort, may_head, weighed_heads
from index.ingest.shapes.line import Line
from index.ingest.shapes.looks import MARKS
from index.ingest.shapes.signing import is_byline
from index.ingest.shapes.turns import comes_from_elsewhere
from index.language.lexicon import load_pattern

_SHORTEST = 6  # code points
_SURE_PAGES = 2  # articles that a page has for certain, before a line without figures or names heads another
_ENOUGH = 3  # headlines that are counted
_HEADINGS = ("short", "tablecaption")
_NEAR = 4  # lines in which a lead must follow a headline
_COUNTED = load_pattern("ingest.standing.counted")
_BOARD = load_pattern("ingest.standing.board")  # 某村村务公开, 某社区公示栏: notices hang there, one below the other
_BRIEFS = load_pattern("ingest.standing.briefs")  # 某镇简讯, 一周要闻: short pieces stand there
_BLANKS = re.compile(r"\s+")
_ENTRY = load_pattern("ingest.standing.entry")
_DOCUMENT = load_pattern("ingest.standing.document")
_SUBTITLE = re.compile(r"^[—\-–]{1,3}\s?[^—\-–\s].{4,60}$")


def with_standing_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines; headlines that stand alone between two articles are marked as such."""
    listed = _listed(lines)
    sure = [at for at in range(len(lines)) if _is_sure(lines, at) or _is_listed(lines, at, listed)]
    found = list(lines)
    for at in sure:
        listed_or_posted = _is_listed(lines, at, listed) or _is_posted(lines, at)
        if listed_or_posted or _comes(lines, at) or _is_document(lines, at):
            _mark(found, at)
    several = len(sure) >= (1 if _has_sections(lines) else _SURE_PAGES) or _head_says(lines, _BRIEFS)
    for at in weighed_heads(lines, sure, _above_first(lines, sure), several, _head_says(lines, _BOARD)):
        _mark(found, at)
    return _with_counted(found)


def _with_counted(lines: list[Line]) -> list[Line]:
    """01　…, 02　… are headlines: so are 03　… and all that are counted in the same way."""
    counted = [at for at, line in enumerate(lines) if line.kind == "short" and line.gap and _COUNTED.match(line.text)]
    known = sum(lines[at].head or at == counted[0] for at in counted)
    if len(counted) >= _ENOUGH or known > len(counted) / 2:
        for at in counted:
            if not lines[at].head:
                _mark(lines, at)
    return lines


def _above_first(lines: Sequence[Line], sure: Sequence[int]) -> int:
    """The line below which headlines are looked for: the first one of a page is never in doubt."""
    return next((at for at, line in enumerate(lines) if line.kind in _HEADINGS), sure[0] if sure else 0)


def _has_sections(lines: Sequence[Line]) -> bool:
    """一、… and 二、…, ▶… and ▶… head sections of a text: a line alone without such a sign is none of them."""
    if sum(line.kind == "short" and line.numbered and line.text[0] in MARKS for line in lines) > 1:
        return True
    heads = [line for line in lines if line.kind == "short" and line.gap and not line.level]
    return all(any(line.text.startswith(sign) for line in heads) for sign in ("一、", "二、"))


def _head_says(lines: Sequence[Line], pattern: re.Pattern[str]) -> bool:
    """Something in the lines at the head of a page."""
    return any(line.kind == "masthead" and pattern.search(line.text) for line in lines[:_NEAR])


def _mark(lines: list[Line], at: int) -> None:
    """The line is a headline; a short one behind a gap is the first half of the first sentence."""
    lines[at] = replace(lines[at], head=True)
    if is_half(lines, at + 1):
        lines[at + 1] = replace(lines[at + 1], kind="body", ended=False)


def _is_sure(lines: Sequence[Line], at: int) -> bool:
    """The first line of an article by what is printed: marked as a head, or short lines above a lead."""
    line = lines[at]
    if at and lines[at - 1].kind == "short" and (lines[at - 1].head or not line.gap) and not line.level:
        return False
    if line.head or 0 < line.level < 8:
        return line.kind == "short"
    if _opens_page(lines, at) or _comes(lines, at):
        return True
    if _is_posted(lines, at) or _is_signed(lines, at) or _is_document(lines, at):
        return True
    if line.kind == "lead":
        return not at or lines[at - 1].kind not in ("short", "byline")
    if line.kind != "short" or line.numbered or not (line.gap or not at or lines[at - 1].kind == "masthead"):
        return False
    rest = lines[at : at + _NEAR]
    behind = next((one for one in rest if one.kind not in ("short", "byline", "caption")), None)
    return behind is not None and behind.kind == "lead"


def _is_posted(lines: Sequence[Line], at: int) -> bool:
    """The headline of a notice, a list, a plan below a finished text, above its table or what stands before that."""
    line = lines[at]
    if line.kind != "short" or line.numbered or not at or not is_sort(line.text):
        return False
    if not (line.gap or lines[at - 1].kind in ("dateline", "byline")):
        return False
    cells = any(one.kind == "cells" for one in lines[at + 1 : at + _NEAR])
    return cells and finished_above(lines, at)


def _is_document(lines: Sequence[Line], at: int) -> bool:
    """政府工作报告（摘要） above ——在某会议上 and who gave it."""
    line = lines[at]
    if line.kind != "short" or line.numbered or line.level or not line.gap or not _DOCUMENT.match(line.text):
        return False
    below = lines[at + 1 : at + 1 + _NEAR]
    subtitle = [one.kind in ("short", "byline") and bool(_SUBTITLE.match(one.text)) for one in below]
    return any(subtitle) and finished_above(lines, at)


def _is_signed(lines: Sequence[Line], at: int) -> bool:
    """A line alone below a finished text, above the name of who wrote what follows."""
    line, below = lines[at], lines[at + 1 : at + 3]
    if line.kind != "short" or line.numbered or line.level or not line.gap or len(below) < 2:
        return False
    written = below[0].kind == "byline" and is_byline(below[0].text) and below[1].kind == "body"
    return written and len(line.text) >= _SHORTEST and may_head(line.text) and finished_above(lines, at)


def _listed(lines: Sequence[Line]) -> frozenset[str]:
    """What the contents at the head of a page name."""
    first = next((at for at, line in enumerate(lines) if line.kind in ("body", "lead")), 0)
    entries = (_ENTRY.sub("", line.text) for line in lines[:first] if line.kind == "furniture")
    return frozenset(_BLANKS.sub("", entry) for entry in entries if len(entry) >= _SHORTEST)


def _is_listed(lines: Sequence[Line], at: int, listed: frozenset[str]) -> bool:
    return lines[at].kind == "short" and not lines[at].level and _BLANKS.sub("", lines[at].text) in listed


def _comes(lines: Sequence[Line], at: int) -> bool:
    """（上接第1版） stands below a line: its text began on another page."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    told = below is not None and below.kind == "furniture" and comes_from_elsewhere(below.text)
    return told and lines[at].kind == "short" and (lines[at].gap > 0 or not at)


def _opens_page(lines: Sequence[Line], at: int) -> bool:
    """The first short line of a page, with running text somewhere near below it."""
    above = [line.kind for line in lines[:at] if line.kind not in ("masthead", "furniture", "byline")]
    if above or lines[at].kind != "short" or lines[at].numbered:
        return False
    return any(line.kind in ("body", "lead") for line in lines[at + 1 : at + 1 + _NEAR])


