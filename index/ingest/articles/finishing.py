"""Drafts to articles: names, dates, title, offsets in the article's own text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from index.ingest.articles.districts import Areas
from index.ingest.shapes.bylines import names, tail_byline
from index.ingest.shapes.drafts import Draft, Part
from index.ingest.shapes.line import Line
from index.ingest.shapes.looks import is_notice, is_office
from index.ingest.shapes.signing import is_byline, match_lead
from index.language.dates import (
    DateContext,
    Resolved,
    explicit_years,
    find_dates,
    nearest,
    own_years,
    resolve,
)
from index.language.lexicon import load_pattern
from index.language.scripts import simplify_each
from index.records import Article, Block, MappedText, Span, Table

_FULL_DATE = load_pattern("ingest.finishing.full_date")
_PAGE = load_pattern("ingest.finishing.page")
_ISSUE = load_pattern("ingest.finishing.issue")
_CHINESE_DATE = load_pattern("ingest.finishing.chinese_date")
_DIGITS = {sign: at for at, sign in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}
_SPACED = load_pattern("ingest.finishing.spaced")
_DAYS_AGO = {"今日": 0, "今天": 0, "昨日": 1, "昨天": 1, "前日": 2}
_WEEKDAY = load_pattern("ingest.finishing.weekday")
_DAY_ALONE = load_pattern("ingest.finishing.day_alone")
_DAYS = "一二三四五六日"
_DUE = load_pattern("ingest.finishing.due")
_BIRTH = load_pattern("ingest.finishing.birth")
_NUMBERED_YEAR = load_pattern("ingest.finishing.numbered_year")
_UNTIL = load_pattern("ingest.finishing.until")
_ONE_ISSUE = timedelta(183)
_SENTENCE = 12  # code points: a shorter paragraph is a heading
_TITLE = 60  # code points of a title made from first words


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a file: where it begins, the lines of its masthead, and the areas that the file names.

    Attributes:
        front: what stands above the first headline, where it holds a full date.
    """

    start: int
    masthead: tuple[Line, ...]
    areas: Areas
    front: tuple[Line, ...] = ()


def finished(text: str, plain: str, draft: Draft, name: str, url: str | None, page: Page) -> Article:
    """The article of a draft; offsets of its blocks are moved into its own text.

    Args:
        text: of the whole file. plain: the same in simplified characters. name: of the file.
        url: of the file, or None. page: that it stands on.
    """
    masthead = page.masthead
    said = [line.text for line in masthead]
    issue = _issue_date([*said, "".join(said)])
    start = min(a for part in draft.parts for a, _ in part.spans)
    end = max(b for part in draft.parts for _, b in part.spans)
    own = text[start:end]
    parts = sorted(_unbracketed(plain, _with_lead(plain, draft.parts)), key=lambda part: part.spans[0])
    blocks = tuple(
        Block(part.role, MappedText.of(own, [(a - start, b - start) for a, b in part.spans]))
        for part in parts
    )
    issue = issue or _issue_date([block.text.text for block in blocks if block.role == "byline"])
    issue = issue or _issue_date([line.text for line in page.front])
    headlines = tuple(dict.fromkeys(block.text.text for block in blocks if block.role == "headline"))
    body = "".join(block.text.text for block in blocks if block.role in ("paragraph", "table"))
    if not headlines and not body:
        return _other(own, blocks, name, url, (start, end), issue)
    signed = [names(_spoken(own, block)) for block in blocks if block.role in ("byline", "lead") and not _issues(block)]
    reporters, correspondents = (tuple(dict.fromkeys(n for one in signed for n in one[at])) for at in (0, 1))
    kind = _kind(draft, headlines)
    return Article(
        id=article_id(own),
        kind=kind,
        title=" ".join(headlines) or body[:_TITLE],
        headlines=headlines or (body[:_TITLE],),
        text=own,
        blocks=blocks,
        tables=tuple(_halved(_moved(table, own, start)) for table in draft.tables),
        reporters=reporters,
        correspondents=correspondents,
        page=_first(_PAGE, masthead),
        issue=_first(_ISSUE, masthead),
        source=_source(masthead),
        district=page.areas.district(
            (start, end), [span for part in draft.parts if part.role == "headline" for span in part.spans]
        ),
        file=name,
        file_span=(start, end),
        url=url,
        issue_date=issue.isoformat() if issue else None,
    )


def _issues(block: Block) -> bool:
    """An office that issues a text stands below its headline, where reporters do."""
    text = block.text.text
    return block.role == "byline" and is_office(text) and not is_byline(text)


def _spoken(own: str, block: Block) -> str:
    """Text of a block; a blank where a line of it ends with one."""
    text, before = "", 0
    for low, high in block.text.spans():
        text += " " if before and own[before : before + 1] in (" ", "\u3000") else ""
        text += own[low:high]
        before = high
    return text


def _kind(draft: Draft, headlines: Sequence[str]) -> Literal["news", "notice", "table"]:
    if draft.has("signature") and not draft.has("lead"):
        return "notice"
    if draft.kind == "table" or (draft.tables and not draft.has("paragraph", "lead")):
        return "table"
    return "notice" if any(is_notice(simplify_each(headline)) for headline in headlines) else "news"


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


def _with_lead(text: str, parts: Sequence[Part]) -> list[Part]:
    """A lead that goes on in the paragraph behind it (本报讯（记者 某⏎某）) is put together."""
    found = list(parts)
    at = next((n for n, part in enumerate(found) if part.role in ("lead", "paragraph")), None)
    if at is None:
        return found
    joined = [at] if found[at].role == "paragraph" else [n for n in (at, at + 1) if n < len(found)]
    if any(found[n].role not in ("lead", "paragraph") for n in joined):
        return found
    spans = [span for n in joined for span in found[n].spans]
    match = match_lead("".join(text[a:b] for a, b in spans))
    if match is None:
        return found
    lead, rest = _cut(spans, match.end())
    made = [Part("lead", lead)] + ([Part("paragraph", rest, found[joined[-1]].ended)] if rest else [])
    return [*found[:at], *made, *found[joined[-1] + 1 :]]


def _cut(spans: Sequence[Span], width: int) -> tuple[list[Span], list[Span]]:
    """The first ``width`` code points of spans, and the rest."""
    head: list[Span] = []
    tail: list[Span] = []
    for low, high in spans:
        size = min(max(width, 0), high - low)
        if size:
            head.append((low, low + size))
        if low + size < high:
            tail.append((low + size, high))
        width -= high - low
    return head, tail


def _unbracketed(text: str, parts: Sequence[Part]) -> list[Part]:
    """（记者 某某） at the end of a paragraph becomes a byline of its own."""
    found: list[Part] = []
    for part in parts:
        joined = "".join(text[a:b] for a, b in part.spans)
        cut = tail_byline(joined) if part.role == "paragraph" else None
        if cut:
            body, names_ = _cut(part.spans, cut)
            found += [Part("paragraph", body), Part("byline", names_)]
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


def _halved(table: Table) -> Table:
    """Two tables with the same header side by side are one: the left one, then the right one."""
    half = len(table.header) // 2
    if half < 2 or table.header[:half] != table.header[half:]:
        return table
    rows = []
    for side in (slice(half), slice(half, None)):
        for row in table.rows:
            spans = [span for cell in row.cells[side] if cell.text.text for span in cell.text.spans()]
            if spans:
                rows.append(replace(row, cells=row.cells[side], span=(spans[0][0], spans[-1][1])))
    return replace(table, header=table.header[:half], rows=tuple(rows))


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


def with_years(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles with their dates; a year that one of them proves holds for its neighbours on the page."""
    found = [_dated(article, ()) for article in articles]
    proven = [
        r.iso for r in found if r.iso and r.basis in ("explicit", "masthead", "lunar", "holiday", "weekday")
    ]
    proven += [a.issue_date for a, r in zip(articles, found, strict=True) if a.issue_date and not r.iso]
    years = tuple({int(iso[:4]) for iso in proven})
    near = max(map(date.fromisoformat, proven)) if _are_close(proven) else None
    known = near is not None or len(years) == 1
    again = [
        _dated(a, years, near) if known and r.basis in ("none", "context") else r
        for a, r in zip(articles, found, strict=True)
    ]
    return tuple(
        replace(
            a,
            date=r.iso or a.issue_date,
            date_basis=r.basis if r.iso else "masthead" if a.issue_date else "none",
        )
        for a, r in zip(articles, again, strict=True)
    )


def _are_close(days: Sequence[str]) -> bool:
    """The days are of one issue: in January it tells of December, too."""
    found = [date.fromisoformat(day) for day in days]
    return bool(found) and max(found) - min(found) <= _ONE_ISSUE


def _dated(article: Article, years: tuple[int, ...], near: date | None = None) -> Resolved:
    """The date of an article: of its signature or issuing offices, else the first in its lead or first sentences.

    Args:
        years: that its neighbours prove. near: a day that they prove, which its own is near to.
    """
    issue = date.fromisoformat(article.issue_date) if article.issue_date else None
    if article.kind == "notice":
        signed = [b.text.text for b in article.blocks if b.role == "signature"]
        spelled = next((iso for text in signed if (iso := _spelled(text)) is not None), None)
        if spelled is not None:
            return Resolved(spelled, "explicit")
    for office, below in pairwise(article.blocks):
        issued = _issue_date([below.text.text]) if _issues(office) and below.role == "byline" else None
        if issued is not None:
            return Resolved(issued.isoformat(), "explicit")
    published = article.issue_date if _is_published(article) else None
    said = _BIRTH.sub("", "\n".join(block.text.text for block in article.blocks))
    printed = years or explicit_years(said)
    own = (near.year,) if near is not None else years or own_years(said)
    ordered = [b for b in article.blocks if b.role == "signature"] if article.kind == "notice" else []
    if article.kind == "notice" and not ordered:
        ordered = [b for b in article.blocks if b.role == "byline"]
    spoken = [b for b in article.blocks if b.role == "lead" or (b.role == "paragraph" and len(b.text) >= _SENTENCE)]
    ordered += [*spoken[:4], *(b for b in article.blocks if b.role == "headline")]
    for block in ordered:
        piece = _SPACED.sub("", block.text.text[:200])
        for mention in find_dates(piece):
            if _DUE.match(piece, mention.end) or _UNTIL.search(piece, 0, mention.start):
                continue
            learned = piece[: mention.start].endswith("记者")  # 记者昨日获悉: not the day of the event
            if issue and mention.text in _DAYS_AGO and not learned:
                return Resolved((issue - timedelta(_DAYS_AGO[mention.text])).isoformat(), "masthead")
            if mention.month and mention.day:
                day = resolve(mention, DateContext(issue, piece[: mention.end + 40], printed, own=own))
                if near is not None and day.basis == "context":
                    return Resolved(nearest(near, mention.month, mention.day), "context")
                if published and day.iso and day.iso > published:
                    continue  # what was still to come when the text came out
                return day
        if issue and (told := _before(piece, issue)):
            return Resolved(told.isoformat(), "masthead")
    return Resolved(None, "none")


def _is_published(article: Article) -> bool:
    """Its own line of source and day says when it came out."""
    days = {_issue_date([block.text.text]) for block in article.blocks if block.role == "byline"}
    return article.kind != "notice" and any(day is not None and day.isoformat() == article.issue_date for day in days)


def _before(text: str, issue: date) -> date | None:
    """The day of 周三下午, 上周五 or 5日上午 at the head of a text: the last one up to the issue, or a week before."""
    if alone := _DAY_ALONE.match(text):
        return next((day for day in (issue - timedelta(n) for n in range(31)) if day.day == int(alone[1])), None)
    match = _WEEKDAY.match(text)
    if match is None:
        return None
    number = _DAYS.index(match["day"].replace("天", "日"))
    if match["last"]:
        return issue - timedelta(issue.weekday() + 7 - number)
    return issue - timedelta((issue.weekday() - number) % 7)


def _spelled(text: str) -> str | None:
    """ISO date of 二〇二三年九月二十一日; None for a date that does not exist."""
    match = _CHINESE_DATE.search(text)
    if match is None:
        return None
    year = int("".join(str(_DIGITS[sign]) for sign in match[1]))
    try:
        return date(year, _small(match[2]), _small(match[3])).isoformat()
    except ValueError:
        return None


def _small(numeral: str) -> int:
    """Value of 一 to 九十九."""
    tens, ten, ones = numeral.replace("廿", "二十").replace("卅", "三十").partition("十")
    if not ten:
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def _issue_date(texts: Sequence[str]) -> date | None:
    for text in texts:
        spelled = _spelled(text)
        if spelled is not None:
            return date.fromisoformat(spelled)
        try:
            if (match := _FULL_DATE.search(text)) is not None:
                return date(int(match[1]), int(match[2]), int(match[3]))
            if (match := _NUMBERED_YEAR.search(text)) is not None:
                return _numbered(match)
        except ValueError:
            continue
    return None


def _numbered(match: re.Match[str]) -> date:
    """The day of 二〇二五年第38期（9月15日—9月21日）: the last one that is printed."""
    year = int("".join(str(_DIGITS.get(sign, sign)) for sign in match["year"]))
    month, _, day = (match["last"] or "").rpartition("月")
    return date(year, int(month or match["month"]), int(day.removesuffix("日") or match["day"]))
