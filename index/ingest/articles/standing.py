"""Headlines that nothing but their place tells: a line alone between empty lines, running text below it.

Sub-headings stand in the same way. They come several to an article, short and alike; a headline comes alone
between two articles, says what happens, or names a sort of text (…日程, …一览, …提示).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.ingest.articles.talk import speaks
from index.ingest.shapes.breaks import NEWS_OPENING, hangs, is_salutation, surely_broken, within_word
from index.ingest.shapes.line import Line
from index.ingest.shapes.looks import LONGEST_HEADLINE, is_notice, is_office
from index.ingest.shapes.signing import is_byline
from index.ingest.shapes.turns import comes_from_elsewhere
from index.language.lexicon import load_pattern, load_words

_COLUMN, _SHORTEST, _LONE, _LONG_HEAD = 4, 6, 8, 13  # code points
_SURE_PAGES = 2  # articles that a page has for certain, before a line without figures or names heads another
_ENOUGH = 3  # headlines that are counted
_HEADINGS = ("short", "tablecaption")
_NEAR = 4  # lines in which a lead must follow a headline
_SHORT_PARAGRAPH = 24  # code points
_AROUND = 8  # lines above and below
_KEYED = re.compile(r"^[^：:]{2,8}[：:]\s?\S")
_TOLD = re.compile(r"\d|[：:]\s?[\u4e00-\u9fff]{4}|[\u4e00-\u9fff”][\s\u3000]+[\u4e00-\u9fff“]{4}|[！!]")
_NAMES_AND_TELLS = re.compile(r"^[^，：:]{2,20}[：:][^，]+，[^，]+$")  # 巷长某某：一条船，三十年
_COUNTED = load_pattern("ingest.standing.counted")
_STANDS_OUT = load_pattern("ingest.standing.stands_out")
_CASE = load_pattern("ingest.standing.case")
_BLANKS = re.compile(r"\s+")
_MARKS = "■●◆□▲△★☆◇○"
_ENTRY = load_pattern("ingest.standing.entry")
_ASKS = re.compile(r"[？?]$")
_DOCUMENT = load_pattern("ingest.standing.document")
_SUBTITLE = re.compile(r"^[—\-–]{1,3}\s?[^—\-–\s].{4,60}$")
_FIRST = load_pattern("ingest.standing.first")
_TALK_OPENS = load_pattern("ingest.standing.talk_opens")


def with_standing_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines; headlines that stand alone between two articles are marked as such."""
    listed = _listed(lines)
    sure = [at for at in range(len(lines)) if _is_sure(lines, at) or _is_listed(lines, at, listed)]
    standing = [at for at in range(len(lines)) if at not in sure and _stands(lines, at)]
    stand_out = [at for at in standing if _stands_out(lines[at].text) or _is_double(lines, at)]
    several = len(sure) >= (1 if _has_sections(lines) else _SURE_PAGES) or len(sure) + len(stand_out) > _SURE_PAGES
    found = list(lines)
    for at in sure:
        if _is_listed(lines, at, listed) or _comes(lines, at) or _is_document(lines, at) or _heads_alone(lines, at):
            _mark(found, at)
    for low, high in pairwise([_above_first(lines, sure), *sure, len(lines)]):
        heads = [at for at in (standing if several else stand_out) if low < at < high]
        for at in _headlines(lines, heads):
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
    """一、… and 二、… stand alone above paragraphs: a line alone without a number is none of their sections."""
    heads = [line for line in lines if line.kind == "short" and line.gap and not line.level]
    return all(any(line.text.startswith(sign) for line in heads) for sign in ("一、", "二、"))


def _mark(lines: list[Line], at: int) -> None:
    """The line is a headline; a short one behind a gap is the first half of the first sentence."""
    lines[at] = replace(lines[at], head=True)
    if _is_half(lines, at + 1):
        lines[at + 1] = replace(lines[at + 1], kind="body", ended=False)


def _is_half(lines: Sequence[Line], at: int) -> bool:
    """A short line between a gap and running text right below it, with a headline above the gap."""
    if at + 1 >= len(lines) or lines[at].kind != "short" or lines[at].numbered or not lines[at].gap:
        return False
    return lines[at + 1].kind == "body" and not lines[at + 1].gap and not lines[at].level and not lines[at].head


def _is_sure(lines: Sequence[Line], at: int) -> bool:
    """The first line of an article by what is printed: marked as a head, or short lines above a lead."""
    line = lines[at]
    if at and lines[at - 1].kind == "short" and (lines[at - 1].head or not line.gap) and not line.level:
        return False
    if line.head or 0 < line.level < 8:
        return line.kind == "short"
    if _opens_page(lines, at) or _comes(lines, at):
        return True
    if _stands(lines, at) and (_closes(lines, at - 1) or is_notice(line.text) or _is_sort(line.text)):
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
    """The headline of a notice below a finished text, above its table or what stands in front of it."""
    line = lines[at]
    if line.kind != "short" or line.numbered or not line.gap or not is_notice(line.text):
        return False
    cells = any(one.kind == "cells" for one in lines[at + 1 : at + _NEAR])
    return cells and _finished_above(lines, at)


def _is_document(lines: Sequence[Line], at: int) -> bool:
    """政府工作报告（摘要） above ——在某会议上 and who gave it."""
    line = lines[at]
    if line.kind != "short" or line.numbered or line.level or not line.gap or not _DOCUMENT.match(line.text):
        return False
    below = lines[at + 1 : at + 1 + _NEAR]
    subtitle = [one.kind in ("short", "byline") and bool(_SUBTITLE.match(one.text)) for one in below]
    return any(subtitle) and _finished_above(lines, at)


def _is_signed(lines: Sequence[Line], at: int) -> bool:
    """A line alone below a finished text, above the name of who wrote what follows."""
    line, below = lines[at], lines[at + 1 : at + 3]
    if line.kind != "short" or line.numbered or line.level or not line.gap or len(below) < 2:
        return False
    written = below[0].kind == "byline" and is_byline(below[0].text) and below[1].kind == "body"
    return written and len(line.text) >= _SHORTEST and _may_head(line.text, "") and _finished_above(lines, at)


def _listed(lines: Sequence[Line]) -> frozenset[str]:
    """What the contents at the head of a page name."""
    first = next((at for at, line in enumerate(lines) if line.kind in ("body", "lead")), 0)
    entries = (_ENTRY.sub("", line.text) for line in lines[:first] if line.kind == "furniture")
    return frozenset(_BLANKS.sub("", entry) for entry in entries if len(entry) >= _SHORTEST)


def _is_listed(lines: Sequence[Line], at: int, listed: frozenset[str]) -> bool:
    return lines[at].kind == "short" and not lines[at].level and _BLANKS.sub("", lines[at].text) in listed


def _heads_alone(lines: Sequence[Line], at: int) -> bool:
    """A line alone that names a sort of text, or stands below who wrote the text above it."""
    if not _stands(lines, at):
        return False
    return is_notice(lines[at].text) or _is_sort(lines[at].text) or _closes(lines, at - 1)


def _comes(lines: Sequence[Line], at: int) -> bool:
    """（上接第1版） stands below a line: its text began on another page."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    told = below is not None and below.kind == "furniture" and comes_from_elsewhere(below.text)
    return told and lines[at].kind == "short" and (lines[at].gap > 0 or not at)


def _closes(lines: Sequence[Line], at: int) -> bool:
    """Who wrote, or the day, below a finished text."""
    closing = at > 0 and lines[at].kind in ("byline", "dateline")
    return closing and lines[at - 1].kind in ("body", "lead") and lines[at - 1].ended


def _opens_page(lines: Sequence[Line], at: int) -> bool:
    """The first short line of a page, with running text somewhere near below it."""
    above = [line.kind for line in lines[:at] if line.kind not in ("masthead", "furniture", "byline")]
    if above or lines[at].kind != "short" or lines[at].numbered:
        return False
    return any(line.kind in ("body", "lead") for line in lines[at + 1 : at + 1 + _NEAR])


def _stands(lines: Sequence[Line], at: int) -> bool:
    """A line of a headline's length alone below a finished text, with running text or talk below."""
    line = lines[at]
    if line.kind not in ("short", "tablecaption") or line.level or line.head or line.numbered or not line.gap:
        return False
    rest = lines[at + 1].text if _is_double(lines, at) else ""
    sort = is_notice(line.text) or line.text.endswith(tuple(load_words("text_sorts")))
    least = 1 if _is_sort(line.text) else _COLUMN if sort else _SHORTEST
    if len(line.text + rest) < least or len(line.text) > LONGEST_HEADLINE:
        return False
    if not _may_head(line.text, rest):
        return False
    below = _below(lines, at)
    if below is None or below.kind not in ("body", "lead") or not _finished_above(lines, at):
        return False
    if len(below.text) <= _SHORT_PARAGRAPH and not below.ended and not below.text.endswith(("：", ":")):
        return False
    return not _goes_on(rest or line.text, below)


def _is_sort(text: str) -> bool:
    """更正, 预告: nothing but the name of a sort of text."""
    return _BLANKS.sub("", text).lstrip(_MARKS) in load_words("text_sorts") | load_words("notices")


def _may_head(text: str, rest: str) -> bool:
    """Neither an item of a list, a key with its value, somebody who speaks, nor an office that signs."""
    told = _TOLD.search(text) or _NAMES_AND_TELLS.match(text)
    if (_FIRST.match(text) and not _is_sort(text)) or (_KEYED.match(text) and not told):
        return False
    if "、" in text and text.endswith(tuple(load_words("offices"))):
        return False  # those who spoke; the last one's name stands in the next line
    return not (speaks(text) or is_salutation(text) or (not rest and is_office(text)) or hangs(text))


def _finished_above(lines: Sequence[Line], at: int) -> bool:
    """A text that has come to its end, or who wrote it, stands above; nothing else than captions between."""
    above = next((n for n in range(at - 1, -1, -1) if lines[n].kind not in ("furniture", "caption")), None)
    if above is None:
        return False
    line = lines[above]
    return (line.kind in ("body", "lead") and line.ended) or line.kind == "cells" or _closes(lines, above)


def _goes_on(text: str, below: Line) -> bool:
    """True where a line may be the first half of the sentence below it."""
    if surely_broken(text, below.text):
        return True
    if NEWS_OPENING.match(below.text) or _TALK_OPENS.match(below.text) or below.kind == "lead":
        return False
    half = "，" in text and not (_NAMES_AND_TELLS.match(text) or _ASKS.search(text))
    return half or within_word(text, below.text, strict=True)


def _below(lines: Sequence[Line], at: int) -> Line | None:
    """What stands below a headline of one line or two."""
    for number in (at + 1, at + 2):
        if number >= len(lines):
            return None
        if _is_half(lines, number):
            return replace(lines[number], text=lines[number].text + lines[number + 1].text, kind="body")
        line = lines[number]
        if line.kind == "body" and not line.ended and number + 1 < len(lines):
            return replace(line, text=line.text + lines[number + 1].text)
        if line.kind != "short" or line.numbered or (line.gap and not (number == at + 1 and _is_double(lines, at))):
            return line
    return None


def _headlines(lines: Sequence[Line], heads: Sequence[int]) -> list[int]:
    """Those of the lines between two articles that are headlines themselves."""
    if len(heads) < 2:
        return [at for at in heads if len(lines[at].text) >= _LONE or _tells(lines[at].text) or _is_double(lines, at)]
    asked = [at for at in heads if _ASKS.search(lines[at].text)]
    told = [at for at in heads if at not in asked and (_tells(lines[at].text) or _is_double(lines, at))]
    rest = len(heads) - (len(asked) == 1)  # one question among them is a headline as the others are
    if 2 * len(told) > rest or (told and 2 * len(told) == rest == 2):
        return [at for at in heads if at not in asked or len(asked) == 1]
    return []


def _stands_out(text: str) -> bool:
    """A figure, two halves, who or where: what a section of one long report hardly has in its heading."""
    return bool(_STANDS_OUT.search(text)) and not _CASE.match(text)


def _is_double(lines: Sequence[Line], at: int) -> bool:
    """A headline of two lines; an empty line stands between them only where one stands between all lines."""
    if at + 1 >= len(lines) or lines[at + 1].kind != "short":
        return False
    second = lines[at + 1]
    if not second.gap:
        return True
    if is_office(lines[at].text):
        return False  # who gave notice, below the notice
    around = lines[max(at - _AROUND, 1) : at + _AROUND]
    told = not (second.numbered or second.head or "，" in second.text or hangs(second.text) or second.gap > 1)
    return told and all(line.gap for line in around) and not NEWS_OPENING.match(second.text)


def _tells(text: str) -> bool:
    """A figure, two halves, a sort of text: what sub-headings hardly have."""
    sort = text.rstrip("”」』》").endswith(tuple(load_words("text_sorts")))
    return bool(_TOLD.search(text)) or is_notice(text) or sort or len(text) >= _LONG_HEAD
