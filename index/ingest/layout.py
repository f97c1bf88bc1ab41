"""Lines to articles: headlines, leads, healed paragraphs, bylines, notices, tables."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from index.ingest.bylines import names, tail_byline
from index.ingest.districts import district_of
from index.ingest.grids import is_rule, read_grid, split_row
from index.ingest.lines import LEAD, LONGEST_HEADLINE, Line, is_notice, split_lines
from index.ingest.tables import read_table
from index.language.dates import DateContext, Resolved, explicit_years, find_dates, resolve
from index.records import Article, Block, MappedText, Role, Span, Table

_FULL_DATE = re.compile(r"((?:19|20)\d{2})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})")
_PAGE = re.compile(
    r"第\s?([A-Z]?\d{1,3})\s?版|^\s*([A-Z]?\d{1,2})\s+[\u4e00-\u9fff]{2,4}\s*$|^([A-Z]?\d{2})版"
)
_ISSUE = re.compile(r"(?:总)?第\s?(\d+)\s?期")
_NEWS_OPENING = re.compile(
    r"(?:\d{1,2}月\d{1,2}日|昨[日天]|今[日天]|日前|近日|本周|上周|记者从|记者|上半年|今年以来|(?:前)?[一二三四]季度|截至|\d{1,2}月|\d{4}年)"
)
_HEADLINE = 10  # code points: a shorter line between paragraphs is a sub-heading
_BY_ITSELF: dict[str, Role] = {"masthead": "masthead", "furniture": "furniture", "caption": "caption"}
_LOOK_AHEAD = 5  # lines in which a lead or a paragraph must follow a headline
_TITLE = 60  # code points of a title made from first words


@dataclass
class _Part:
    """A block in the making: spans of the page."""

    role: Role
    spans: list[Span]
    ended: bool = True


@dataclass
class _Draft:
    """An article in the making."""

    parts: list[_Part] = field(default_factory=list)
    tables: list[tuple[int, Table]] = field(default_factory=list)
    kind: str = "news"

    def has(self, *roles: str) -> bool:
        return any(part.role in roles for part in self.parts)


def read_page(text: str, name: str, url: str | None = None) -> tuple[Article, ...]:
    """The articles of a page in order; text that belongs to none is kept as one of kind other."""
    lines = split_lines(text)
    masthead = [line for line in lines if line.kind == "masthead"]
    drafts = _drafts(text, lines)
    issue = _issue_date(masthead)
    articles = [
        made for draft in drafts if (made := _article(text, draft, name, url, masthead, issue)) is not None
    ]
    return _with_years(articles)


def _issue_date(masthead: Sequence[Line]) -> date | None:
    for line in masthead:
        match = _FULL_DATE.search(line.text)
        if match:
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
    return None


def _drafts(text: str, lines: Sequence[Line]) -> list[_Draft]:
    drafts: list[_Draft] = []
    current = _Draft()
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.kind == "tablecaption" and _starts_table(lines, at):
            drafts.append(current)
            at, table = _table(text, lines, at)
            drafts.append(table)
            current = _Draft()
            continue
        if line.kind == "cells" and at + 1 < len(lines) and lines[at + 1].kind == "cells":
            at = _take_cells(text, lines, at, current)
            continue
        if _begins_article(lines, at, current):
            drafts.append(current)
            current = _Draft()
        _take(current, line, lines, at)
        at += 1
    drafts.append(current)
    return [draft for draft in drafts if draft.parts]


def _begins_article(lines: Sequence[Line], at: int, current: _Draft) -> bool:
    """A headline behind a finished text that a lead or a paragraph follows; or a lead without a headline."""
    line = lines[at]
    if not current.has("paragraph", "signature", "table"):
        return False
    last = next(part for part in reversed(current.parts) if part.role != "furniture")
    if line.level and line.kind == "short":
        return _text_follows(lines, at)
    if line.kind == "lead":
        return last.role != "headline" and last.ended
    if line.kind != "short" or line.numbered or not last.ended or not _finished(current):
        return False
    if last.role in ("byline", "signature"):
        return _text_follows(lines, at)
    if line.gap >= 2 and at + 1 < len(lines) and lines[at + 1].gap < line.gap:
        return True
    group = _headline_group(lines, at)
    behind = lines[at + len(group)] if at + len(group) < len(lines) else None
    if behind is None:
        return False
    if behind.kind == "lead" or any(is_notice(one.text) for one in group):
        return True
    spaced = line.gap > behind.gap and behind.kind == "body"
    opens = bool(_NEWS_OPENING.match(behind.text))
    if spaced:
        return line.gap >= 2 or opens
    return line.gap > 0 and opens and len(line.text) >= _HEADLINE and len(behind.text) > LONGEST_HEADLINE


def _finished(current: _Draft) -> bool:
    last = next(part for part in reversed(current.parts) if part.role != "furniture")
    return last.role != "paragraph" or last.ended


def _headline_group(lines: Sequence[Line], at: int) -> list[Line]:
    group: list[Line] = []
    for line in lines[at : at + _LOOK_AHEAD]:
        if line.kind != "short":
            break
        group.append(line)
    return group


def _text_follows(lines: Sequence[Line], at: int) -> bool:
    return any(line.kind in ("lead", "body") for line in lines[at + 1 : at + 1 + _LOOK_AHEAD])


def _headless(lines: Sequence[Line], at: int, current: _Draft) -> bool:
    """A dateline of the newsroom that stands alone above the headline belongs to the headline's article."""
    line = lines[at]
    alone = line.kind == "lead" and LEAD.sub("", line.text) == ""
    return alone and not current.parts and at + 1 < len(lines) and lines[at + 1].kind == "short"


def _take(current: _Draft, line: Line, lines: Sequence[Line], at: int) -> None:
    """Put a line where it belongs in the article."""
    span = (line.start, line.end)
    if line.level:
        current.parts.append(_Part("furniture", [line.marks]))
    held = [part for part in current.parts if part.role not in ("furniture", "masthead")]
    last = held[-1] if held else None
    if line.kind in _BY_ITSELF:
        current.parts.append(_Part(_BY_ITSELF[line.kind], [span]))
        return
    signs = line.kind == "dateline" or _is_signature(line, lines, at)
    broken = last is not None and last.role == "paragraph" and not last.ended
    if last is not None and broken and line.kind not in ("lead", "byline") and not signs:
        last.spans.append(span)
        last.ended = line.ended
        return
    if _headless(lines, at, current):
        current.parts.append(_Part("byline", [span]))
    elif line.kind == "lead":
        _take_lead(current, line)
    elif line.kind == "byline":
        current.parts.append(_Part("byline", [span]))
    elif line.kind == "dateline" and current.has("paragraph"):
        _sign(current)
        current.parts.append(_Part("signature", [span]))
    elif line.kind in ("short", "tablecaption") and not current.has("paragraph", "lead"):
        current.parts.append(_Part("headline", [span]))
    elif line.kind == "short" and _is_signature(line, lines, at):
        current.parts.append(_Part("signature", [span]))
    else:
        current.parts.append(
            _Part("paragraph", [span], line.ended or (line.kind == "short" and _stands_alone(lines, at)))
        )


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """A short line between paragraphs is a sub-heading, not a broken line."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    return (
        line.numbered
        or following is None
        or following.kind in ("byline", "dateline", "lead")
        or (len(line.text) <= 24 and following.gap >= line.gap > 0 and following.kind == "body")
    )


def _is_signature(line: Line, lines: Sequence[Line], at: int) -> bool:
    following = lines[at + 1] if at + 1 < len(lines) else None
    return len(line.text) <= 30 and following is not None and following.kind == "dateline"


def _sign(current: _Draft) -> None:
    """The short paragraph in front of the closing date is the office that signs."""
    last = current.parts[-1]
    if (
        last.role == "paragraph"
        and sum(b - a for a, b in last.spans) <= 30
        and len(last.spans) == 1
        and not last.ended
    ):
        last.role = "signature"


def _take_lead(current: _Draft, line: Line) -> None:
    match = LEAD.match(line.text)
    width = match.end() if match else 0
    current.parts.append(_Part("lead", [(line.start, line.start + width)]))
    if line.start + width < line.end:
        current.parts.append(_Part("paragraph", [(line.start + width, line.end)], line.ended))


def _starts_table(lines: Sequence[Line], at: int) -> bool:
    if at + 1 < len(lines) and lines[at + 1].text in ("序号", "序", "编号"):
        return True
    following = lines[at + 1 : at + 12]
    figures = sum(bool(re.search(r"\d", line.text)) for line in following)
    running = sum(line.kind == "body" and line.text.endswith("。") for line in following)
    return len(following) >= 2 and figures >= len(following) * 0.3 and running <= 1


def _table(text: str, lines: Sequence[Line], at: int) -> tuple[int, _Draft]:
    """The caption and the lines of a table, up to a headline with a lead or to running text."""
    cells = next((n for n in range(at + 1, min(at + 4, len(lines))) if lines[n].kind == "cells"), None)
    if cells is not None and all(lines[n].kind in ("short", "tablecaption") for n in range(at + 1, cells)):
        return _captioned_cells(text, lines, at, cells)
    end = at + 1
    while end < len(lines):
        line = lines[end]
        if line.kind in ("lead", "byline", "tablecaption") or (
            line.kind == "body" and re.search(r"。$", line.text)
        ):
            break
        if line.kind == "short" and line.gap > 0 and _lead_behind(lines, end):
            break
        end += 1
    body = lines[at + 1 : end]
    draft = _Draft(kind="table")
    draft.parts.append(_Part("headline", [(lines[at].start, lines[at].end)]))
    if body:
        draft.parts.append(_Part("table", [(body[0].start, body[-1].end)]))
        table = read_table(text, lines[at], body)
        if table is not None:
            draft.tables.append((0, table))
    return end, draft


def _captioned_cells(text: str, lines: Sequence[Line], at: int, cells: int) -> tuple[int, _Draft]:
    """A caption, perhaps a line with the unit, and rows with bars or tabs."""
    draft = _Draft(kind="table")
    draft.parts += [_Part("headline", [(line.start, line.end)]) for line in lines[at:cells]]
    return _take_cells(text, lines, cells, draft), draft


def _take_cells(text: str, lines: Sequence[Line], at: int, current: _Draft) -> int:
    """A table inside an article: rows with bars or tabs; the line in front of it is its caption."""
    end = at
    while end < len(lines) and lines[end].kind == "cells":
        end += 1
    separator = "\t" if any("\t" in line.text for line in lines[at:end]) else "|"
    rows = [
        ((line.start, line.end), split_row(text, (line.start, line.end), separator))
        for line in lines[at:end]
        if not is_rule(line.text)
    ]
    current.parts.append(_Part("table", [(lines[at].start, lines[end - 1].end)]))
    table = read_grid(text, _caption(lines, at), rows)
    if table is not None:
        current.tables.append((0, table))
    return end


def _caption(lines: Sequence[Line], at: int) -> Span | None:
    """The line in front of a table, with the one above it where it only tells the unit."""
    kinds = ("short", "body", "tablecaption")
    if not at or lines[at - 1].kind not in kinds:
        return None
    last = lines[at - 1]
    alone = len(last.text) <= 14 and "单位" in last.text
    first = lines[at - 2] if alone and at > 1 and lines[at - 2].kind in kinds else last
    return first.start, last.end


def _lead_behind(lines: Sequence[Line], at: int) -> bool:
    for line in lines[at : at + _LOOK_AHEAD]:
        if line.kind == "lead" or is_notice(line.text):
            return True
        if line.kind != "short":
            return line.kind == "body" and len(line.text) > LONGEST_HEADLINE and "。" in line.text
    return False


def _article(
    text: str, draft: _Draft, name: str, url: str | None, masthead: Sequence[Line], issue: date | None
) -> Article | None:
    """The finished article; offsets of its blocks are moved into its own text."""
    start = min(a for part in draft.parts for a, _ in part.spans)
    end = max(b for part in draft.parts for _, b in part.spans)
    own = text[start:end]
    parts = sorted(_unbracketed(text, draft.parts), key=lambda part: part.spans[0])
    blocks = tuple(
        Block(part.role, MappedText.of(own, [(a - start, b - start) for a, b in part.spans]))
        for part in parts
    )
    headlines = tuple(dict.fromkeys(block.text.text for block in blocks if block.role == "headline"))
    body = "".join(block.text.text for block in blocks if block.role in ("paragraph", "table"))
    if not headlines and not body:
        return _other(own, blocks, name, url, (start, end), issue)
    reporters, correspondents = names(" ".join(b.text.text for b in blocks if b.role in ("byline", "lead")))
    kind = _kind(draft, headlines)
    return Article(
        id=article_id(own),
        kind=kind,
        title=" ".join(headlines) or body[:_TITLE],
        headlines=headlines or (body[:_TITLE],),
        text=own,
        blocks=blocks,
        tables=tuple(_moved(table, own, start) for _, table in draft.tables),
        reporters=reporters,
        correspondents=correspondents,
        page=_first(_PAGE, masthead),
        issue=_first(_ISSUE, masthead),
        source=_source(masthead),
        district=district_of(" ".join(headlines), own, text),
        file=name,
        file_span=(start, end),
        url=url,
        issue_date=issue.isoformat() if issue else None,
    )


def _kind(draft: _Draft, headlines: Sequence[str]) -> Literal["news", "notice", "table"]:
    if draft.kind == "table":
        return "table"
    return "notice" if any(map(is_notice, headlines)) else "news"


def _other(
    own: str, blocks: tuple[Block, ...], name: str, url: str | None, span: Span, issue: date | None
) -> Article:
    return Article(
        id=article_id(own),
        kind="other",
        title=own.strip()[:_TITLE],
        headlines=(),
        text=own,
        blocks=blocks,
        file=name,
        file_span=span,
        url=url,
        issue_date=issue.isoformat() if issue else None,
    )


def _unbracketed(text: str, parts: Sequence[_Part]) -> list[_Part]:
    """（记者 某某） at the end of a paragraph becomes a byline of its own."""
    found: list[_Part] = []
    for part in parts:
        low, high = part.spans[-1]
        cut = tail_byline(text[low:high]) if part.role == "paragraph" else None
        if cut:
            found.append(_Part("paragraph", [*part.spans[:-1], (low, low + cut)]))
            found.append(_Part("byline", [(low + cut, high)]))
        else:
            found.append(part)
    return found


def _moved(table: Table, own: str, start: int) -> Table:
    def text(mapped: MappedText) -> MappedText:
        return MappedText.of(own, [(a - start, b - start) for a, b in mapped.spans()])

    rows = tuple(
        replace(
            row,
            cells=tuple(replace(cell, text=text(cell.text)) for cell in row.cells),
            span=(row.span[0] - start, row.span[1] - start),
        )
        for row in table.rows
    )
    return replace(table, caption=text(table.caption), rows=rows)


def _source(masthead: Sequence[Line]) -> str | None:
    """The name of the paper: the line of the masthead without figures."""
    names_ = [line.text for line in masthead if re.fullmatch(r"[\u4e00-\u9fff·]{2,14}", line.text)]
    return names_[0] if names_ else None


def _first(pattern: re.Pattern[str], lines: Sequence[Line]) -> str | None:
    for line in lines:
        match = pattern.search(line.text)
        if match:
            return next(group for group in match.groups() if group)
    return None


def article_id(text: str) -> str:
    """The same text (white space aside) has the same id everywhere."""
    return "a" + hashlib.sha256("".join(text.split()).encode()).hexdigest()[:12]


def _with_years(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Dates of all articles; a year that one of them proves holds for its neighbours on the page."""
    found = [_dated(article, ()) for article in articles]
    proven = [
        int(r.iso[:4])
        for r in found
        if r.iso and r.basis in ("explicit", "masthead", "lunar", "holiday", "weekday")
    ]
    years = tuple(proven[:1]) if len(set(proven)) == 1 else ()
    unsure = ("none", "context")
    again = [
        _dated(a, years) if years and r.basis in unsure else r for a, r in zip(articles, found, strict=True)
    ]
    return tuple(
        replace(
            a,
            date=r.iso or a.issue_date,
            date_basis=r.basis if r.iso else "masthead" if a.issue_date else "none",
        )
        for a, r in zip(articles, again, strict=True)
    )


def _dated(article: Article, years: tuple[int, ...]) -> Resolved:
    """The date of an article: of its signature, else the first in its lead or first sentences."""
    issue = date.fromisoformat(article.issue_date) if article.issue_date else None
    printed = years or explicit_years(article.text)
    ordered = [b for b in article.blocks if b.role == "signature"] if article.kind == "notice" else []
    ordered += [b for b in article.blocks if b.role in ("lead", "paragraph", "headline")][:4]
    for block in ordered:
        piece = block.text.text[:200]
        for mention in find_dates(piece):
            if mention.month and mention.day:
                return resolve(mention, DateContext(issue, piece[: mention.end + 40], printed))
    return Resolved(None, "none")
