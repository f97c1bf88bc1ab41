"""Lines of a page: where each stands, what it looks like, and what the lines around it make of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from index.ingest.formats.limits import watched
from index.ingest.shapes.breaks import NEWS_OPENING, hangs, surely_broken, within_word
from index.ingest.shapes.cellkinds import names_column
from index.ingest.shapes.items import with_items
from index.ingest.shapes.line import Line
from index.ingest.shapes.looks import (
    FULL_DATE,
    LABEL,
    LONGEST_HEADLINE,
    NUMBER_OF_LETTER,
    NUMBERED,
    OFFICE,
    PAGE_OPENS,
    ends,
    is_office,
    kind_of,
    together,
)
from index.ingest.shapes.rows import is_planned, opens_row
from index.ingest.shapes.signing import is_byline, is_half_byline, match_lead, names_agency, opens_byline
from index.language.columns import width
from index.language.lexicon import load_pattern
from index.language.marks import is_narrow, widened
from index.language.scripts import simplify_each
from index.records import Span

_BAR = re.compile("[|｜]")
SLASH = re.compile(r"[ \u3000][/／][ \u3000]")
_WIDE_BLANK = re.compile(r"[ \u3000]{2,}|\u3000")
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3  # of a table without frames
_LONGEST_VALUE = 40  # code points
_LONGEST_SIGNED = 16  # code points of who signs
_LONG_HALF = 22  # code points of a line with a comma that is hardly a headline
_FEWEST_FULL = 5  # lines that fill the width of wrapped text
_RAGGED = 3  # columns by which a full line may fall short
_NARROW, _WIDE = 24, 100  # columns of text that was wrapped
_LONGEST_LEAD = 40  # code points of the first half of a broken lead
_SHORTEST_CENTRED = 8  # code points of a headline that is set in as paragraphs are
_MARKED = re.compile(r"^(?P<mark>[▲▼△◆●■★◎]\s*)(?=\S)")
_BARE_DATE = load_pattern("ingest.lines.bare_date")
_SAYS = load_pattern("ingest.lines.says")
_SIGNED_LINE = re.compile(
    rf"^(?P<office>[^。，；：:\d]{{3,30}}?)\s*(?:{FULL_DATE.pattern}|(?<=[\s\u3000])\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)$"
)
_ISSUED = load_pattern("ingest.lines.issued")  # 县气象台8月3日17时发布
_ATTACHED = load_pattern("ingest.lines.attached")
_HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?=\S)")
_BOLD = re.compile(r"^(?:>\s*)?(?:\*\*|__)?(?P<text>[^*_>].*?)(?:\*\*|__)?$")
_WIDENED = {",": "，", ";": "；"}
_MARK = re.compile(r"(?<=[^\x00-\x7f])[,;]|[,;](?=[^\x00-\x7f])")
_NARROWED = {
    wide: chr(wide - 0xFEE0)
    for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF0F, 0xFF5C)
}
_BARS = re.compile(r"[|｜\s]+")
_BLANKS = "\r\n \t\u3000\ufeff\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def plain_text(text: str) -> str:
    """``text`` with simplified characters, narrow digits and wide marks, of the same length: for looks only."""
    plain = simplify_each(text).translate(_NARROWED)
    if is_narrow(plain):
        plain = widened(plain)
    return _MARK.sub(lambda match: _WIDENED[match[0]], plain)


def split_lines(text: str) -> list[Line]:
    """The non-empty lines of ``text``; mastheads only near both ends."""
    raw: list[tuple[int, int, int]] = []
    wide: list[Span] = []
    at = gap = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip(_BLANKS)
        if not bare or bare.isspace():
            gap += 1
        else:
            low = at + line.index(bare[0])
            raw.append((low, low + len(line[low - at :].rstrip()), gap))
            wide.append((at, at + len(line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))))
            gap = 0
        at += len(line)
    lines = [_line(text, low, high, space, number, len(raw)) for number, (low, high, space) in enumerate(watched(raw))]
    lines = _without_bars(_with_columns(_with_values(lines)))
    lines = with_items(lines)
    lines = _with_indents(lines, [line.start - low for line, (low, _) in zip(lines, wide, strict=True)])
    found = _with_page_titles(_with_front_matter(_with_empty_cells(text, lines, wide)))
    found = _with_broken_leads(_with_signed_lines(_with_bare_dates(_with_letterheads(found))))
    return _with_full_lines(_with_broken_captions(_with_marked_headlines(text, found)))


def _with_indents(lines: Sequence[Line], blanks: Sequence[int]) -> list[Line]:
    """Marks the lines that are set in by as much as most finished paragraphs are."""
    usual = Counter(
        size for line, size in zip(lines, blanks, strict=True) if line.kind in ("body", "lead") and size
    )
    if not usual:
        return list(lines)
    most = usual.most_common(1)[0][0]
    return [replace(line, indented=size == most) for line, size in zip(lines, blanks, strict=True)]


def _with_full_lines(lines: list[Line]) -> list[Line]:
    """In text that was wrapped at a width, a short line that fills it is running text."""
    widths = [width(line.text) for line in lines]
    column = _column(widths)
    if column is None:
        return lines
    found = list(lines)
    for at, line in enumerate(lines[:-1]):
        full = line.kind == "short" and column - _RAGGED <= widths[at] <= column and not lines[at + 1].gap
        if full and lines[at + 1].kind in ("short", "body") and not _heads(lines[at + 1 : at + 4]):
            found[at] = replace(line, kind="body")
    return found


def _column(widths: Sequence[int]) -> int | None:
    """The width that many lines fill and hardly any exceeds; None for text that was not wrapped."""
    counted = Counter(size for size in widths if _NARROW <= size <= _WIDE)
    fill = {top: sum(counted[size] for size in range(top - _RAGGED, top + 1)) for top in counted}
    best = max(fill, key=lambda top: (fill[top], top), default=0)
    over = sum(size > best for size in widths)
    return best if best and fill[best] >= max(_FEWEST_FULL, 0.35 * len(widths)) and over <= 0.1 * len(widths) else None


def with_torn_lines(lines: Sequence[Line]) -> list[Line]:
    """A short line that cannot but go on in running text is running text."""
    found = list(lines)
    for at in range(len(lines) - 2, -1, -1):
        line, following = found[at], found[at + 1]
        if line.kind not in ("short", "tablecaption") or line.level or line.head or following.kind != "body":
            continue
        if line.kind == "tablecaption" and following.text[0] not in "，。、；":
            continue
        if line.numbered and line.ended and opens_row(line.text):
            continue  # a row of a programme, whole as it is
        tight = not following.gap and not line.numbered
        half = tight and (_is_half(line, following) or within_word(line.text, following.text))
        half = half or ("，" in line.text and hangs(line.text))
        centred = following.gap > 0 and following.ended and len(line.text) >= _SHORTEST_CENTRED
        set_in = line.indented and not following.indented and not centred
        if surely_broken(line.text, following.text) or half or set_in:
            found[at] = replace(line, kind="body", ended=False)
    return found


def _heads(following: Sequence[Line]) -> bool:
    """A lead or a first sentence comes next, perhaps behind one or two more lines of headline."""
    return any(line.kind == "lead" or NEWS_OPENING.match(line.text) for line in following)


def _with_broken_leads(lines: list[Line]) -> list[Line]:
    """本报 at the end of one line and 讯（记者 … on the next are a lead."""
    found = list(lines)
    taken = -1
    for number, (line, following) in enumerate(pairwise(lines)):
        if number == taken or line.kind not in ("short", "byline", "masthead") or len(line.text) > _LONGEST_LEAD:
            continue
        match = match_lead(line.text + following.text)
        through = match is not None and match.end() > len(line.text)
        rest = following.text[:1] in "讯电" or not match_lead(following.text)
        if through and (rest or (len(line.text) <= 3 and not names_agency(following.text))):
            found[number], taken = replace(line, kind="lead", ended=False), number + 1
            if following.kind == "lead":
                found[number + 1] = replace(following, kind="body")
        elif opens_byline(line.text, following.text) or (
            is_half_byline(line.text) and is_byline(line.text + following.text)
        ):
            found[number] = replace(line, kind="byline", ended=False)
    return found


def _with_broken_captions(lines: list[Line]) -> list[Line]:
    """…项目进 above 展情况表 is the first line of the caption."""
    found = list(lines)
    for number, (line, following) in enumerate(pairwise(lines)):
        close = following.kind == "tablecaption" and line.kind == "short" and not following.gap
        broken = close and (surely_broken(line.text, following.text) or within_word(line.text, following.text))
        if broken or (close and _ATTACHED.match(line.text)):
            found[number] = replace(line, kind="tablecaption")
    return found


def _with_values(lines: Sequence[Line]) -> list[Line]:
    """The line below 索引号： alone is its value."""
    found = list(lines)
    for number, (line, following) in enumerate(pairwise(lines), 1):
        is_value = following.kind not in ("lead", "cells") and not LABEL.match(following.text)
        alone = line.text.endswith(("：", ":")) and bool(LABEL.match(line.text))
        if alone and is_value and len(following.text) <= _LONGEST_VALUE:
            found[number] = replace(following, kind="masthead")
    return found


def _with_columns(lines: Sequence[Line]) -> list[Line]:
    """Lines below each other with as many pieces, divided by bars or by wide blanks, are rows of a table."""
    found = list(lines)
    for divider in (_BAR, SLASH, _WIDE_BLANK):
        low = 0
        for pieces, run in groupby(_pieces(line, divider) for line in lines):
            high = low + len(list(run))
            planned = is_planned(lines[low].text)  # no names of columns
            if high - low >= _FEWEST_ROWS and pieces >= _FEWEST_COLUMNS and not planned:
                low -= low > 0 and divider is _BAR and _names_columns(lines, low, pieces)
                end = high
                while divider is _BAR and _goes_on_below(lines, end):
                    end += 1
                found[low:end] = [replace(line, kind="cells") for line in lines[low:end]]
            low = high
    return found


def _goes_on_below(lines: Sequence[Line], at: int) -> bool:
    """合计|||9950| has as many bars as the rows above it, though most of its cells are empty."""
    if at >= len(lines) or lines[at].gap or lines[at].kind not in ("short", "body", "cells"):
        return False
    return lines[at].text.count("|") == lines[at - 1].text.count("|")


def _names_columns(lines: Sequence[Line], at: int, columns: int) -> bool:
    """A header that has lost its bars stands right above rows that have them."""
    above = lines[at - 1]
    words = above.text.split()
    named = sum(map(names_column, words))
    return above.kind == "short" and not lines[at].gap and len(words) == columns and 2 * named > columns


def _without_bars(lines: Sequence[Line]) -> list[Line]:
    """Nothing but bars, and no row above or below: debris of a frame."""
    found = list(lines)
    for at, line in enumerate(lines):
        beside = [*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]]
        if _BARS.fullmatch(line.text) and not any(one.kind == "cells" for one in beside):
            found[at] = replace(line, kind="furniture")
    return found


def _pieces(line: Line, divider: re.Pattern[str]) -> int:
    """Into how many pieces a line falls; 0 for a line of something else."""
    if line.kind in ("lead", "byline", "masthead") or (line.text.endswith("。") and divider is _WIDE_BLANK):
        return 0
    return len(divider.split(line.text.strip(" |")))


def _with_letterheads(lines: list[Line]) -> list[Line]:
    """…人民政府文件 above the number of a letter belongs to the page; 01 above a heading numbers it."""
    found = list(lines)
    for number, (line, following) in enumerate(pairwise(lines)):
        if line.numbered and line.text.isdigit() and following.kind == "short":
            found[number + 1] = replace(following, numbered=True)
        if NUMBER_OF_LETTER.match(following.text) and line.kind == "short" and line.text.endswith("文件"):
            found[number] = replace(line, kind="masthead")
    return found


def _with_bare_dates(lines: list[Line]) -> list[Line]:
    """11月17日 alone below the name of an office, or of who else signs right below a text, is the date of a notice."""
    found = list(lines)
    for number, (line, following) in enumerate(pairwise(lines), 1):
        if not _BARE_DATE.match(following.text) or line.kind != "short":
            continue
        signs = number > 1 and lines[number - 2].kind == "body" and lines[number - 2].ended and not line.gap
        apart = number + 1 == len(lines) or lines[number + 1].gap > 0
        if OFFICE.search(line.text) or (signs and apart and not following.gap and len(line.text) <= _LONGEST_SIGNED):
            found[number] = replace(following, kind="dateline")
    return found


def _with_signed_lines(lines: list[Line]) -> list[Line]:
    """An office and a full date on one line sign the text above them; below a headline they issue it."""
    found = list(lines)
    for number, (above, line) in enumerate(pairwise(lines), 1):
        if line.kind == "short" and above.ended and not line.gap and _ISSUED.match(line.text):
            found[number] = replace(line, kind="body", ended=True)
            continue
        match = _SIGNED_LINE.match(line.text) if line.kind in ("short", "masthead", "body") else None
        if match is None or not is_office(match["office"].strip()):
            continue
        below = lines[number + 1] if number + 1 < len(lines) else None
        if above.kind in ("body", "lead") and above.ended:
            found[number] = replace(line, kind="dateline")
        elif line.kind == "short" and above.kind == "short" and below is not None and below.kind in ("body", "lead"):
            found[number] = replace(line, kind="byline")
    return found


def _with_marked_headlines(text: str, lines: list[Line]) -> list[Line]:
    """▲ in front of a short line that a lead or a paragraph follows marks a headline, not a caption."""
    found = list(lines)
    for number, (line, following) in enumerate(pairwise(lines)):
        mark = _MARKED.match(line.text)
        if mark is None or line.kind not in ("caption", "short") or len(line.text) > LONGEST_HEADLINE:
            continue
        told = following.kind == "lead" or _tells_news(line, following)
        if told and not re.search(r"[。；]|摄|供图|图为", line.text):
            start = line.start + mark.end()
            marks = (line.start, line.start + len(mark["mark"].rstrip()))
            found[number] = replace(
                line, start=start, text=text[start : line.end], kind="short", ended=True, level=7, marks=marks
            )
    return found


_AS_TOLD_BY = load_pattern("ingest.lines.as_told_by")
_HALVES = re.compile(r"[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff“\d]")


def _tells_news(line: Line, following: Line) -> bool:
    """A headline of two halves set apart from the paragraph that begins as news do."""
    apart = line.gap > 0 and following.gap > 0 and bool(_HALVES.search(line.text))
    opens = NEWS_OPENING.match(following.text) or _AS_TOLD_BY.match(following.text)
    return apart and following.kind == "body" and following.ended and bool(opens)


def opens_page(lines: Sequence[Line], at: int) -> bool:
    """True for the first line of a masthead with a full date and a weekday or a page number, something below it."""
    line = lines[at]
    if line.kind != "masthead" or (at and lines[at - 1].kind == "masthead"):
        return False
    if at and all(one.kind in ("masthead", "furniture", "byline") for one in lines[at:]):
        return False  # below the last article of a page
    following = lines[at + 1 : at + 3]
    group = [line, *following[:1]] if following and following[0].kind == "masthead" else [line]
    said = " ".join(one.text for one in group)
    return bool(FULL_DATE.search(said) and PAGE_OPENS.search(said))


def _with_empty_cells(text: str, lines: list[Line], wide: Sequence[Span]) -> list[Line]:
    """Rows of a table keep the tabs at both ends, which stand for empty cells."""
    found = list(lines)
    for number, (line, (low, high)) in enumerate(zip(lines, wide, strict=True)):
        if (low, high) == (line.start, line.end) or "\t" not in text[low : line.start] + text[
            line.end : high
        ]:
            continue
        beside = [*found[max(number - 1, 0) : number], *lines[number + 1 : number + 2]]
        if line.kind == "cells" or (len(line.text) <= 60 and any(one.kind == "cells" for one in beside)):
            found[number] = replace(line, start=low, end=high, text=text[low:high], kind="cells")
    return found


def _with_front_matter(lines: list[Line]) -> list[Line]:
    """The lines between --- at the top of a Markdown file describe the page."""
    if not lines or lines[0].text != "---":
        return lines
    end = next((number for number, line in enumerate(lines[1:], 1) if line.text == "---"), 0)
    return [replace(line, kind="masthead") if number <= end else line for number, line in enumerate(lines)]


def _with_page_titles(lines: list[Line]) -> list[Line]:
    """The paper's name above the date line, and a heading above a lower one, belong to the page."""
    found = list(lines)
    for number, line in enumerate(lines[:-1]):
        following = lines[number + 1]
        named = len(line.text) <= 16 and following.kind == "masthead" and line.kind == "short"
        first = number == 0 or bool(FULL_DATE.search(following.text) and PAGE_OPENS.search(following.text))
        if (named and first and following.gap <= 1) or _is_page_heading(lines, number):
            found[number] = replace(line, kind="masthead")
    return found


def _is_page_heading(lines: Sequence[Line], at: int) -> bool:
    """A heading above a lower one, with no more than a date or an issue number between them."""
    if at > 3 or not 0 < lines[at].level < 7:
        return False
    between = [line for line in lines[at + 1 : at + 3] if line.kind in ("masthead", "byline")]
    following = lines[at + 1 + len(between)] if at + 1 + len(between) < len(lines) else None
    return following is not None and following.level > lines[at].level


def _line(text: str, start: int, end: int, gap: int, number: int, count: int) -> Line:
    piece = text[start:end]
    bold = _BOLD.match(piece)
    if bold:
        start, end, piece = start + bold.start("text"), start + bold.end("text"), bold["text"]
    heading = _HEADING.match(piece)
    if heading:
        marks = (start, start + len(heading["marks"]))
        start += heading.end()
        piece = text[start:end]
        return Line(start, end, piece, "short", gap, True, False, len(heading["marks"]), marks)
    edge = number < 5 or number >= count - 3 or bool(LABEL.match(piece) or NUMBER_OF_LETTER.match(piece))
    looks, kind = together(piece), kind_of(piece, edge)
    if looks != piece and kind in ("short", "body"):
        kind = kind_of(looks, edge)
    return Line(start, end, piece, kind, gap, ends(looks), bool(NUMBERED.match(looks)))


def _is_half(line: Line, following: Line) -> bool:
    """The first half of a sentence by its commas, right above the rest."""
    if _SAYS.search(line.text):
        return True
    if "，" not in line.text or NEWS_OPENING.match(following.text):
        return False
    return bool(NEWS_OPENING.match(line.text)) or line.text.count("，") > 1 or len(line.text) >= _LONG_HALF


















