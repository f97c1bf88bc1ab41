"""Lines to the blocks of an article: headlines, leads, healed paragraphs, bylines, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.ingest.articles.heads import labels_section, opens_text
from index.ingest.shapes.breaks import begins_sentence, goes_on_in_figure, hangs, surely_broken, within_word
from index.ingest.shapes.drafts import Draft, Part
from index.ingest.shapes.line import Line
from index.ingest.shapes.lines import opens_page
from index.ingest.shapes.looks import FIRST_ITEM, is_notice, is_office, is_signed_off
from index.ingest.shapes.signing import is_half_byline, match_lead, opens_byline
from index.ingest.shapes.turns import goes_elsewhere
from index.language.lexicon import load_pattern
from index.records import Role, Span

_BY_ITSELF: dict[str, Role] = {"masthead": "masthead", "furniture": "furniture", "caption": "caption"}
_BROKEN_NAME = load_pattern("ingest.placing.broken_name")
_REST_OF_NAMES = load_pattern("ingest.placing.rest_of_names")
_REST_ALONE = load_pattern("ingest.placing.rest_alone")
_REST_OF_FIGURE = re.compile(r"^\d+[。，；）)]")
_NUMBERED_NOTICE = load_pattern("ingest.placing.numbered_notice")
_TWICE = re.compile(r"(?P<one>\S.{7,}?)[ \u3000]+(?P<other>(?P=one))")
_OPENS_ANEW = load_pattern("ingest.placing.opens_anew")
_REMARK = load_pattern("ingest.placing.remark")
_UNIT = load_pattern("ingest.placing.unit")
_SEEN = 60  # code points of a paragraph in which an open bracket is looked for
_MAY_BE_NAMES = ("byline", "short", "lead")
_LONG_CLAUSES = 24  # code points
_LONGEST_OFFICE = 18  # code points
_LONGEST_SECTION = 12  # code points of a numbered heading
_SHORTEST_BYLINE = 16  # code points of the rest of a byline on the next line


def take(text: str, current: Draft, line: Line, lines: Sequence[Line], at: int) -> None:
    """Puts a line where it belongs in the article."""
    span = (line.start, line.end)
    if line.level:
        current.parts.append(Part("furniture", [line.marks]))
    if line.kind in _BY_ITSELF or _is_repeated(text, current, line):
        last = _last(current)
        if last is not None and goes_elsewhere(line.text):
            last.ended = True
        current.parts.append(Part(_BY_ITSELF.get(line.kind, "furniture"), [span]))
        return
    if labels_section(lines, at):
        current.parts.append(Part("furniture", [span]))
        return
    last = _last(current)
    if last is not None and continues(text, current, lines, at):
        last.spans.append(span)
        last.ended = line.ended or last.role == "byline" or is_signed_off(_said(text, last)[-_SEEN:])
        return
    if last is not None and last.role == "lead" and line.text[0] in "（(" and line.kind in _MAY_BE_NAMES:
        current.parts.append(Part("paragraph", [span], line.ended))
    elif _headless(lines, at, current):
        current.parts.append(Part("byline", [span]))
    elif line.kind == "lead":
        _take_lead(current, line)
    elif line.kind == "byline":
        current.parts.append(Part("byline", [span]))
    elif line.kind == "dateline" and current.has("paragraph", "table"):
        if _is_date(line):
            _sign(current)
        current.parts.append(Part("signature", [span]))
    elif (line.kind == "dateline" and current.has("headline")) or _issues(line, current, lines, at):
        current.parts.append(Part("byline", [span]))
    elif _begins_sentence(text, current, lines, at):
        current.parts.append(Part("paragraph", [span], ended=False))
    elif line.kind == "short" and line.numbered and current.has("headline", "paragraph"):
        current.parts.append(Part("paragraph", [span]))
    elif _speaks(line, current):
        current.parts.append(Part("paragraph", [span], line.ended or line.gap > 0))
    elif line.kind == "short" and _tells_unit(lines, at):
        current.parts.append(Part("caption", [span]))
    elif line.kind == "short" and current.has("table") and is_signature(line, lines, at):
        current.parts.append(Part("signature", [span]))
    elif twice := _twice(line, current):
        current.parts += [Part("headline", [twice[0]]), Part("furniture", [twice[1]])]
    elif _REMARK.fullmatch(line.text) and last is not None and last.role == "headline":
        current.parts.append(Part("paragraph", [span]))
    elif line.kind in ("short", "tablecaption") and not current.has("paragraph", "lead"):
        if last is not None and last.role == "headline" and _goes_on_in_headline(text, last, line):
            last.spans.append(span)
        else:
            current.parts.append(Part("headline", [span]))
    elif line.kind == "short" and is_signature(line, lines, at):
        current.parts.append(Part("signature", [span]))
    else:
        ended = line.ended or (line.kind == "short" and _stands_alone(lines, at))
        current.parts.append(Part("paragraph", [span], ended))


def _tells_unit(lines: Sequence[Line], at: int) -> bool:
    """单位：万元 right above the rows of a table."""
    cells = at + 1 < len(lines) and lines[at + 1].kind == "cells"
    return cells and bool(_UNIT.match(lines[at].text))


def _twice(line: Line, current: Draft) -> tuple[Span, Span] | None:
    """Both places of a headline that stands twice on its line."""
    match = _TWICE.fullmatch(line.text)
    if match is None or current.has("paragraph", "lead"):
        return None
    end = line.start + match.end("one")
    return (line.start, end), (line.start + match.start("other"), line.end)


def _issues(line: Line, current: Draft, lines: Sequence[Line], at: int) -> bool:
    """The offices that issue a text, between its headline (and what a web page prints below it) and its date."""
    dated = at + 1 < len(lines) and lines[at + 1].kind == "dateline"
    above = _last(current)
    headed = above is not None and above.role in ("headline", "byline") and current.has("headline")
    return dated and line.kind == "short" and headed and not current.has("paragraph") and is_office(line.text)


def _speaks(line: Line, current: Draft) -> bool:
    """A line with clauses below headline and byline, though nothing ends it but a picture, is a first paragraph."""
    below = bool(current.parts) and current.parts[-1].role == "byline" and current.has("headline")
    return below and line.kind == "short" and line.gap > 0 and "，" in line.text and len(line.text) >= _LONG_CLAUSES


def _goes_on_in_headline(text: str, last: Part, line: Line) -> bool:
    """True where the break above a line falls inside a word, a bracket or a figure of a headline."""
    before = text[slice(*last.spans[-1])]
    if line.gap or line.level or line.head:
        return False
    if line.goes_on or (before.endswith("的") and is_notice(line.text) and len(line.text.split()) > 1):
        return True  # 关于…的⏎通　知
    return surely_broken(before, line.text, headline=True) or within_word(before, line.text, strict=True)


def _last(current: Draft) -> Part | None:
    return next(
        (part for part in reversed(current.parts) if part.role not in ("furniture", "masthead")), None
    )


def continues(text: str, current: Draft, lines: Sequence[Line], at: int) -> bool:
    """True where a line is the rest of the broken block before it."""
    last, line = _last(current), lines[at]
    if last is None or line.level or line.head or line.kind in _BY_ITSELF or opens_page(lines, at):
        return False
    if last.role == "byline":
        before = text[slice(*last.spans[-1])]
        half = is_half_byline(before) or opens_byline(before, line.text)
        if half and len(line.text) <= 4 * _SHORTEST_BYLINE and line.kind != "lead":
            return True
        near = line.gap <= (1 if len(last.spans) == 1 else 0)  # 通讯员 某⏎某, and behind a gap 链接
        fits = line.kind in ("short", "byline") and len(line.text) <= _SHORTEST_BYLINE and near
        return bool(
            fits
            and (
                _REST_ALONE.match(line.text)
                or (_BROKEN_NAME.search(before) and _REST_OF_NAMES.match(line.text))
            )
        )
    if last.role == "paragraph" and last.ended and _REST_OF_FIGURE.match(line.text):
        return _said(text, last)[-1:].isdigit()
    if last.role == "paragraph" and goes_on_in_figure(_said(text, last)[-_SEEN:], line.text):
        return True
    if last.role == "paragraph" and line.text[0] in "”’」』》），、；。":
        return True
    if last.role != "paragraph" or last.ended:
        return False
    heads_rows = line.kind == "short" and line.numbered and line.gap > 0  # 二、示范村（6个） below a row of names
    if line.kind in ("lead", "byline") or heads_rows:
        return _is_open(_said(text, last))
    return line.kind != "dateline" and not is_signature(line, lines, at)


def _begins_sentence(text: str, current: Draft, lines: Sequence[Line], at: int) -> bool:
    """A short line above running text that is the first half of a sentence."""
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if line.kind != "short" or line.level or line.head or following is None or following.kind != "body":
        return False
    if line.numbered and line.ended:
        return False
    apart = line.gap > 0 and following.gap > 0
    if apart and line.numbered and not surely_broken(line.text, following.text):
        return False
    held = [part.role for part in current.parts if part.role not in ("furniture", "masthead", "caption")]
    heads = line.numbered and len(line.text) <= _LONGEST_SECTION and not surely_broken(line.text, following.text)
    if held and held[-1] in ("byline", "lead") and "headline" in held and "paragraph" not in held and not heads:
        return True
    if line.indented and not following.indented:
        return True
    last = _last(current)
    tight = last is not None and last.role == "headline" and not line.gap and following.gap > 0
    if tight and _OPENS_ANEW.match(following.text) and not (hangs(line.text) or opens_text(line)):
        return False  # 守护餐桌安全⏎全区抽检960批次，合格率98%
    after_notice = last is not None and last.role == "headline" and is_notice(_said(text, last))
    after_notice = after_notice and not line.text.startswith("—")  # ——致某某居民
    if after_notice and not following.gap and not _NUMBERED_NOTICE.match(line.text) and not is_notice(line.text):
        return True
    return begins_sentence(line.text, following.text, headed=bool(held), tight=following.gap < line.gap, apart=apart)


def _said(text: str, part: Part) -> str:
    return "".join(text[a:b] for a, b in part.spans)


def is_broken_off(text: str, current: Draft, line: Line) -> bool:
    """True where the last paragraph cannot end in front of a line: an open bracket, a figure cut in two."""
    last = _last(current)
    if last is None or last.role not in ("paragraph", "lead"):
        return False
    return surely_broken(_said(text, last)[-_SEEN:], line.text)


def _is_open(text: str) -> bool:
    """True where a bracket of the last 60 code points is not closed yet."""
    piece = text[-_SEEN:]
    return max(piece.rfind("（"), piece.rfind("(")) > max(piece.rfind("）"), piece.rfind(")"))


def _is_repeated(text: str, current: Draft, line: Line) -> bool:
    """A headline that is printed once more behind the text."""
    if line.kind != "short" or not current.has("paragraph"):
        return False
    return any(
        part.role == "headline" and text[slice(*part.spans[0])] == line.text for part in current.parts[:12]
    )


def _headless(lines: Sequence[Line], at: int, current: Draft) -> bool:
    """A dateline of the newsroom that stands alone above the headline belongs to the headline's article."""
    line = lines[at]
    lead = match_lead(line.text)
    alone = line.kind == "lead" and lead is not None and lead.end() == len(line.text)
    return alone and not current.parts and at + 1 < len(lines) and lines[at + 1].kind == "short"


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """A short line between paragraphs is a sub-heading, not a broken line."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    if line.numbered or following is None or following.kind in ("byline", "dateline", "lead"):
        return True
    if len(line.text) <= 24 and line.gap > 0 and FIRST_ITEM.match(following.text):
        return True
    apart = len(line.text) <= 24 and following.gap >= line.gap > 0
    return apart and (runs_on(lines, at + 1) or _is_torn(lines, at + 1))


def _is_torn(lines: Sequence[Line], at: int) -> bool:
    """A short line below a sub-heading with running text right behind it."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    return lines[at].kind == "short" and below is not None and below.kind == "body" and not below.gap


def runs_on(lines: Sequence[Line], at: int) -> bool:
    """Running text, or the first half of its first sentence."""
    if lines[at].kind == "short" and at + 1 < len(lines) and lines[at + 1].kind == "body":
        line, following = lines[at], lines[at + 1]
        apart = line.gap > 0 and following.gap > 0
        return begins_sentence(line.text, following.text, headed=True, tight=False, apart=apart)
    return lines[at].kind == "body"


def is_signature(line: Line, lines: Sequence[Line], at: int) -> bool:
    """True for the name of who signs: above a date line, or alone below a finished text."""
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is not None and following.kind == "dateline":
        return len(line.text) <= 30
    if following is not None and following.kind == "short" and is_office(line.text) and is_office(following.text):
        return at + 2 < len(lines) and lines[at + 2].kind == "dateline"  # two offices sign
    return _is_undated_signature(line, lines, at)


def _is_undated_signature(line: Line, lines: Sequence[Line], at: int) -> bool:
    """The name of an office alone below a finished text, where the page ends or something else begins."""
    if line.kind != "short" or not is_office(line.text) or len(line.text) > _LONGEST_OFFICE or not at:
        return False
    above, rest = lines[at - 1], lines[at + 1 : at + 4]
    if above.kind != "body" or not above.ended or above.gap > line.gap + 1:
        return False
    if not rest or rest[0].head or rest[0].level or rest[0].kind in ("masthead", "furniture"):
        return True
    close = line.gap < rest[0].gap  # to the text above it
    return rest[0].kind == "short" and (close or any(opens_text(one) or is_notice(rest[0].text) for one in rest[1:]))


def _is_date(line: Line) -> bool:
    """A date without the office that signs."""
    return line.text[0].isdigit() or line.text[0] in "一二"


def _sign(current: Draft) -> None:
    """The short paragraph in front of the closing date is the office that signs."""
    last = current.parts[-1]
    if (
        last.role == "paragraph"
        and sum(b - a for a, b in last.spans) <= 30
        and len(last.spans) == 1
        and not last.ended
    ):
        last.role = "signature"


def _take_lead(current: Draft, line: Line) -> None:
    match = match_lead(line.text)
    width = match.end() if match else 0
    if width:
        current.parts.append(Part("lead", [(line.start, line.start + width)]))
    if line.start + width < line.end:
        current.parts.append(Part("paragraph", [(line.start + width, line.end)], line.ended))
