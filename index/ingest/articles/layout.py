"""Lines to articles: where one ends and the next begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.ingest.articles.briefs import with_run_in_heads
from index.ingest.articles.digests import is_brief, with_title
from index.ingest.articles.districts import Areas
from index.ingest.articles.finishing import Page, article_id, finished, with_years
from index.ingest.articles.furniture import HEADS_PICTURE, without_frame
from index.ingest.articles.heads import items_follow, with_heads
from index.ingest.articles.mastheads import with_mastheads, with_running_heads
from index.ingest.articles.owners import with_owners, with_ranks
from index.ingest.articles.placing import continues, is_broken_off, is_signature, runs_on, take
from index.ingest.articles.series import with_series
from index.ingest.articles.standing import with_standing_heads
from index.ingest.formats.limits import watched
from index.ingest.shapes.breaks import (
    NEWS_OPENING,
    NOTICE_OPENING,
    OFFICE_OPENING,
    begins_sentence,
    hangs,
    is_salutation,
    surely_broken,
)
from index.ingest.shapes.drafts import Draft, Part
from index.ingest.shapes.line import Line
from index.ingest.shapes.lines import opens_page, plain_text, split_lines
from index.ingest.shapes.looks import FULL_DATE, LONGEST_HEADLINE, RULE, is_notice, is_office
from index.ingest.shapes.turns import comes_from_elsewhere, goes_elsewhere
from index.ingest.tabular.framed import (
    announces_table,
    captioned_table,
    starts_table,
    take_cells,
    take_note,
    take_upright,
)
from index.ingest.tabular.spaced import with_flat_tables
from index.language.lexicon import load_pattern
from index.language.scripts import simplify_each
from index.records import Article

__all__ = ["article_id", "read_page"]

_HEADINGS = ("short", "tablecaption")
_PAGE_KINDS = ("masthead", "furniture")
_DATED_KINDS = ("masthead", "byline", "dateline", "furniture")
_HEADLINE = 10  # code points: a shorter line between paragraphs is a sub-heading
_BELOW_TABLE = 6  # code points of a headline that stands below a table
_LOOK_AHEAD = 5  # lines in which a lead or a paragraph must follow a headline
_LONGEST = 40  # lines of an article in which its byline is looked for
_DATED = re.compile(
    r"\d{1,2}月\d{1,2}日|昨[日天]|今[日天]|日前|近日|即日起|记者(?:\d{1,2}月\d{1,2}日)?从|" + OFFICE_OPENING.pattern
)
_WE = load_pattern("ingest.layout.we")
_HAPPENS = load_pattern("ingest.layout.happens")


def read_page(text: str, name: str, url: str | None = None) -> tuple[Article, ...]:
    """The articles of a page in order; text that belongs to none is kept as one of kind other."""
    plain = plain_text(text)
    split = with_run_in_heads(with_running_heads(with_flat_tables(split_lines(plain))))
    marked = with_ranks(with_owners(with_mastheads(with_heads(with_series(plain, split)))))
    lines = with_standing_heads(without_frame(with_title(marked)))
    pages = _pages(lines, Areas.of(simplify_each(text)))
    starts = [page.start for page in pages]
    made = []
    for draft in watched(_drafts(text, plain, lines)):
        start = min(a for part in draft.parts for a, _ in part.spans)
        page = pages[max(bisect_right(starts, start) - 1, 0)]
        made.append(finished(text, plain, draft, name, url, page))
    return _with_attachments(with_years(made))


def _with_attachments(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Tables that stand right behind a text, or behind another table of its, know the title of the text."""
    found: list[Article] = []
    above: str | None = None
    for article in articles:
        if article.kind != "table":
            above = article.title if article.kind == "news" and article.headlines else None
        found.append(replace(article, attached=above) if article.kind == "table" and above else article)
    return tuple(found)


def _pages(lines: Sequence[Line], areas: Areas) -> list[Page]:
    """The pages of a text: each begins with its masthead; one at least."""
    starts = [at for at in range(len(lines)) if opens_page(lines, at)]
    starts = [at for at in starts if at] if starts and starts[0] < _LOOK_AHEAD else starts
    edges = [0, *[at for at in starts if at >= _LOOK_AHEAD], len(lines)]
    return [
        Page(
            lines[low].start if number and low < len(lines) else 0,
            tuple(line for line in lines[low:high] if line.kind == "masthead"),
            areas,
            _front(lines[low:high]),
        )
        for number, (low, high) in enumerate(pairwise(edges))
    ]


def _front(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The line with a full date above the first headline of a page: the day of all its articles."""
    text = next((at for at, line in enumerate(lines) if line.kind in ("body", "lead", "cells")), len(lines))
    heads = [at for at, line in enumerate(lines[:text]) if line.kind in _HEADINGS and not line.numbered]
    dated = [at for at, line in enumerate(lines[:text]) if line.kind in _DATED_KINDS and FULL_DATE.search(line.text)]
    if not dated or not heads or dated[0] > heads[-1] or sum(at < dated[0] for at in heads) > 1:
        return ()
    return (lines[dated[0]],)


def _drafts(text: str, plain: str, lines: Sequence[Line]) -> list[Draft]:
    drafts: list[Draft] = []
    current = Draft()
    at = 0
    for _ in watched(lines):
        if at >= len(lines):
            break
        line = lines[at]
        if line.kind == "tablecaption" and starts_table(lines, at):
            inside = not line.head and announces_table(plain, current, lines, at)
            opened = lines[at].start
            at, table = captioned_table(text, lines, at)
            at = take_note(lines, at, table)
            inside = inside or (not line.head and _next_section(plain, current, lines, at, opened))
            inside = inside or (not line.head and _told_on(current, lines, at))
            if not inside:
                drafts.append(current)
            current = current.with_table(table) if inside else table
            if not inside and not _goes_on(lines, at):
                drafts.append(table)
                current = Draft()
            continue
        if line.kind == "cells" and at + 1 < len(lines) and lines[at + 1].kind == "cells":
            at = take_cells(text, lines, at, current)
            continue
        if line.kind == "short" and current.has("headline", "paragraph"):
            past = take_upright(text, lines, at, current)
            if past > at:
                at = past
                continue
        apart = line.gap > 0 or _ruled_off(lines, at)
        sure = line.kind in _HEADINGS and apart and not line.numbered and _unmistakable(lines, at)
        sure = sure and not is_broken_off(plain, current, line)
        if (sure or not continues(plain, current, lines, at)) and _begins_article(lines, at, current):
            drafts.append(current)
            current = Draft()
        take(plain, current, line, lines, at)
        at += 1
    drafts.append(current)
    return [draft for draft in drafts if draft.parts]


_SECTION = load_pattern("ingest.layout.section")
_NUMERALS = "一二三四五六七八九"


def _next_section(plain: str, current: Draft, lines: Sequence[Line], at: int, opened: int) -> bool:
    """一、… stands before a table and 二、… behind it: the table is inside the article."""
    match = _SECTION.match(lines[at].text) if at < len(lines) else None
    spans = [span for part in current.parts for span in part.spans]
    if match is None or not spans:
        return False
    before = _NUMERALS[_NUMERALS.index(match["n"]) - 1]
    return re.search(rf"^[ \t\u3000]*{before}、", plain[min(a for a, _ in spans) : opened], re.MULTILINE) is not None


_OF_THE_TABLE = load_pattern("ingest.layout.of_the_table")


def _told_on(current: Draft, lines: Sequence[Line], at: int) -> bool:
    """Running text above a table and below it, that is no note of the table's: both are of one article."""
    last = next((part for part in reversed(current.parts) if part.role not in ("furniture", "masthead")), None)
    if last is None or last.role != "paragraph" or at >= len(lines) or lines[at].kind != "body":
        return False
    line = lines[at]
    told = line.ended and not line.numbered and not line.head and not line.level
    return told and not (_OF_THE_TABLE.match(line.text) or NEWS_OPENING.match(line.text))


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Running text below a table belongs to it."""
    if not 0 < at < len(lines) or lines[at].head or lines[at].level:
        return False
    if lines[at].kind == "short" and at + 1 < len(lines) and lines[at + 1].kind == "body":
        return hangs(lines[at].text) or surely_broken(lines[at].text, lines[at + 1].text)
    if lines[at].kind != "body":
        return False
    return lines[at].gap <= lines[at - 1].gap or lines[at].ended


def _begins_article(lines: Sequence[Line], at: int, current: Draft) -> bool:
    """A headline behind a finished text that a lead or a paragraph follows; or a lead without a headline."""
    if opens_page(lines, at):
        return current.has("paragraph", "signature", "table", "headline") and not _turns_over(lines, at)
    if not current.has("paragraph", "signature", "table"):
        return False
    if at and lines[at - 1].kind == "furniture" and comes_from_elsewhere(lines[at - 1].text):
        return not _turns_over(lines, at)
    last = next(part for part in reversed(current.parts) if part.role != "furniture")
    if last.role in ("paragraph", "signature") and not lines[at].head and is_signature(lines[at], lines, at):
        return False
    told = _told_by_looks(lines, at, last)
    return told if told is not None else _heads_what_follows(lines, at, current, last)


def _turns_over(lines: Sequence[Line], at: int) -> bool:
    """（下转2版） stands above, （上接1版） at a line or right above it, nothing but the head of the page between."""
    low = high = at
    while low and lines[low - 1].kind in _PAGE_KINDS and not goes_elsewhere(lines[low - 1].text):
        low -= 1
    while high < len(lines) - 1 and lines[high].kind == "masthead":
        high += 1
    between = lines[low : high + 1]
    comes = any(comes_from_elsewhere(line.text) for line in between) and any(one.kind == "masthead" for one in between)
    return low > 0 and comes and goes_elsewhere(lines[low - 1].text)


def _told_by_looks(lines: Sequence[Line], at: int, last: Part) -> bool | None:
    """Whether a line begins an article, where its looks alone tell; else None."""
    line = lines[at]
    if line.head or (line.gap and HEADS_PICTURE.fullmatch(line.text)):
        return last.role != "headline" and (_text_follows(lines, at) or _table_follows(lines, at))
    if line.level and line.kind == "short":
        return _text_follows(lines, at) or _table_follows(lines, at)
    if line.kind in ("furniture", "masthead", "caption"):
        return False
    if line.kind == "lead":
        return last.role != "headline" and last.ended
    if line.kind not in _HEADINGS or line.numbered:
        return False
    if (line.gap > 0 or _ruled_off(lines, at)) and _unmistakable(lines, at):
        return True
    if last.ended and is_brief(lines, at):
        return True
    return None if last.ended else False


def _heads_what_follows(lines: Sequence[Line], at: int, current: Draft, last: Part) -> bool:
    """A short line behind a finished text, with what a headline has below it."""
    line = lines[at]
    if not _finished(current):
        return False
    following = _whole(lines, at + 1, lines[at + 1]) if at + 1 < len(lines) else None
    if following is not None and following.kind == "body":
        tight = following.gap < line.gap
        if following.gap and _is_news(line) and not surely_broken(line.text, following.text):
            return True
        if begins_sentence(line.text, following.text, headed=True, tight=tight):
            return False
    if last.role == "table" and line.gap > 0 and len(line.text) >= _BELOW_TABLE and _opens_body(following):
        return True
    if last.role in ("byline", "signature"):
        return line.gap >= 2 or _text_follows(lines, at) or (line.gap > 0 and _table_follows(lines, at))
    if line.gap >= 2 and at + 1 < len(lines) and lines[at + 1].gap < line.gap:
        return True
    group = _headline_group(lines, at)
    behind = _behind(lines, at + len(group))
    if behind is not None:
        behind = _whole(lines, at + len(group), behind)
    if behind is None or (behind.kind == "dateline" and is_office(group[-1].text)):
        return False
    if behind.kind == "lead" or any(is_notice(one.text) for one in group):
        return True
    if behind.kind == "byline" and line.gap > 0:
        return any(one.kind in ("body", "lead") for one in lines[at + len(group) + 1 : at + len(group) + 3])
    if behind.kind == "body" and _only_gap(lines, at, behind):
        return True
    signed = line.gap > 0 and behind.kind in ("body", "short") and current.has("lead", "byline")
    return (signed and _signed_behind(lines, at)) or _is_set_apart(lines, at, group, behind)


def _opens_body(line: Line | None) -> bool:
    return line is not None and line.kind == "body" and bool(NEWS_OPENING.match(line.text))


def _is_set_apart(lines: Sequence[Line], at: int, group: Sequence[Line], behind: Line) -> bool:
    """The gaps, the indents or the first words below a line make a headline of it."""
    line = lines[at]
    spaced = line.gap > behind.gap and behind.kind == "body"
    rest = "" if behind.ended else "".join(one.text for one in lines[at + len(group) + 1 : at + len(group) + 2])
    opens = bool(NEWS_OPENING.match(behind.text + rest))
    if spaced:
        return line.gap >= 2 or opens
    if line.gap > 0 and items_follow(lines, at + len(group)):
        return True
    if line.gap == 0 and not (_DATED.match(behind.text) and lines[at - 1].kind == "body" and behind.gap == 0):
        return not line.indented and behind.indented and _is_set_out(lines, at)
    size = sum(len(one.text) for one in group)
    opens_long = len(behind.text) > LONGEST_HEADLINE or len(group) > 1 or is_salutation(behind.text)
    return opens and size >= _HEADLINE and opens_long


def _is_set_out(lines: Sequence[Line], at: int) -> bool:
    """The paragraphs around a line are set in, and it is not."""
    around = [
        lines[number]
        for number in range(max(at - 2 * _LOOK_AHEAD, 1), min(at + 3, len(lines)))
        if lines[number].kind == "body" and (lines[number - 1].ended or number == at + 1)
    ]
    set_in = sum(line.indented for line in around)
    return set_in > 2 and set_in >= len(around) - 1 and len(lines[at].text) >= _HEADLINE


def _unmistakable(lines: Sequence[Line], at: int) -> bool:
    """A headline even behind a text that breaks off: a lead, a rule or a wide gap says so."""
    group = _headline_group(lines, at)
    behind = _behind(lines, at + len(group))
    if behind is not None and behind.kind == "lead" and len(group) < _LOOK_AHEAD:
        return True
    if _ruled_off(lines, at):
        return _text_follows(lines, at)
    return lines[at].gap >= 2 and is_notice(lines[at].text)


def _ruled_off(lines: Sequence[Line], at: int) -> bool:
    """A line of dashes stands above."""
    return at > 0 and bool(RULE.fullmatch(lines[at - 1].text.strip()))


def _is_news(line: Line) -> bool:
    """我县启动…行动 between empty lines: sub-headings do not say what the county does."""
    told = line.gap > 0 and len(line.text) >= _HEADLINE and _WE.match(line.text) and "，" not in line.text
    return bool(told) and bool(_HAPPENS.search(line.text))


def _only_gap(lines: Sequence[Line], at: int, behind: Line) -> bool:
    """Paragraphs follow one another without an empty line, and here there is one."""
    low = max(0, at - 2 * _LOOK_AHEAD)
    pairs = pairwise(lines[low:at])
    starts = [one for last, one in pairs if one.kind == last.kind == "body" and last.ended][-2:]
    dense = bool(starts) and all(one.gap == 0 for one in starts)
    return lines[at].gap > 0 and dense and len(behind.text) > _HEADLINE * 2


def _signed_behind(lines: Sequence[Line], at: int) -> bool:
    """The text below a headline begins as news do and ends with a byline of its own."""
    group = len(_headline_group(lines, at))
    rest = lines[at + group : at + group + _LONGEST]
    end = next((number for number, line in enumerate(rest) if line.kind == "byline"), len(rest))
    running = all(line.kind in ("body", "short") and not line.level for line in rest[:end])
    return 0 < end < len(rest) and running and bool(NEWS_OPENING.match(rest[0].text))


def _finished(current: Draft) -> bool:
    last = next(part for part in reversed(current.parts) if part.role != "furniture")
    return last.role != "paragraph" or last.ended


def _headline_group(lines: Sequence[Line], at: int) -> list[Line]:
    group: list[Line] = []
    for number, line in enumerate(lines[at : at + _LOOK_AHEAD], at):
        if line.kind not in _HEADINGS or (group and _opens_text(lines, number)):
            break
        group.append(line)
    return group


def _behind(lines: Sequence[Line], at: int) -> Line | None:
    """The first line from ``at`` on that is no caption: a picture may stand below a headline."""
    return next((line for line in lines[at : at + _LOOK_AHEAD] if line.kind != "caption"), None)


def _opens_text(lines: Sequence[Line], at: int) -> bool:
    """A short line that is the beginning of the first sentence."""
    if at + 1 >= len(lines):
        return False
    loose = lines[at].gap == 0 < lines[at + 1].gap
    if NOTICE_OPENING.match(lines[at].text) and lines[at + 1].kind == "body" and not loose:
        return True
    if not NEWS_OPENING.match(lines[at].text):
        return False
    return "，" in lines[at].text or surely_broken(lines[at].text, lines[at + 1].text)


def _whole(lines: Sequence[Line], at: int, line: Line) -> Line:
    """A line; as running text where it is the first half of a sentence that goes on below it."""
    if at >= len(lines) or line is not lines[at] or line.kind != "short" or line.head or line.level:
        return line
    below = lines[at + 1] if at + 1 < len(lines) else None
    torn = below is not None and below.kind == "body" and surely_broken(line.text, below.text)
    opens = torn or _opens_text(lines, at) or (bool(NEWS_OPENING.match(line.text)) and runs_on(lines, at))
    return replace(line, kind="body") if opens else line


def _table_follows(lines: Sequence[Line], at: int) -> bool:
    """Rows of a table stand below a headline of one line or two."""
    return any(line.kind == "cells" for line in lines[at + 1 : at + 3])


def _text_follows(lines: Sequence[Line], at: int) -> bool:
    return any(line.kind in ("lead", "body") for line in lines[at + 1 : at + 1 + _LOOK_AHEAD])
