"""Digests: short reports one below another, each a headline and one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.ingest.articles.weighing import AGAIN, echo
from index.ingest.shapes.breaks import NEWS_OPENING
from index.ingest.shapes.line import Line
from index.ingest.shapes.looks import is_notice
from index.language.lexicon import load_pattern

_FEWEST = 3  # reports
_REPORTS = 0.6  # share of the paragraphs that begin as reports do
_SHORTEST = 5  # code points of a headline
_MOST = 40  # reports on each side that are looked at
_LONGEST = 30  # lines of a paragraph
_LONG_HEAD = 10  # code points of a headline that is hardly a sub-heading
_TOP = 6  # lines of a file among which its title stands
_COLLECTS = load_pattern("ingest.digests.collects")
_AROUND = ("byline", "furniture", "masthead", "dateline")


def collects(text: str) -> bool:
    """True for the title of a page that collects reports: 某镇一周要闻（第2期）."""
    return bool(_COLLECTS.search(text))


def with_title(lines: Sequence[Line]) -> list[Line]:
    """The lines; 某镇一周要闻（第2期） above the headlines of several reports is the title of their page.

    What stands between it and the first headline (发布时间, 来源) belongs to the page, too.
    """
    found = list(lines)
    top = (at for at, line in enumerate(lines[:_TOP]) if line.kind not in _AROUND)
    at = next(top, len(lines))
    if at >= len(lines) or lines[at].kind != "short" or lines[at].level or not _COLLECTS.search(lines[at].text):
        return found
    first = next((n for n in range(at + 1, min(at + _TOP, len(lines))) if lines[n].kind not in _AROUND), len(lines))
    between = range(at + 1, first)
    heads = [n for n in range(first, len(lines) - 1) if _opens_report(lines, n)]
    alone = heads == [first] and len(lines[first].text) >= _LONG_HEAD  # one report of such a page
    if not between or heads[:1] != [first] or not (alone or len(heads) > 1):
        return found
    for number in (at, *(n for n in between if lines[n].kind != "furniture")):
        found[number] = replace(lines[number], kind="masthead")
    for number in heads:
        if lines[number].gap:
            found[number] = replace(lines[number], head=True)
    return found


def _opens_report(lines: Sequence[Line], at: int) -> bool:
    """A headline with the first words of a report below it, or that of a notice."""
    below = lines[at + 1]
    opens = below.kind == "lead" or bool(NEWS_OPENING.match(below.text))
    running = below.kind in ("body", "lead") or (below.kind == "short" and opens)  # the first half of a sentence
    return _is_head(lines[at]) and running and (opens or is_notice(lines[at].text))


def is_brief(lines: Sequence[Line], at: int) -> bool:
    """True for the headline of a report in a digest: before and behind it stand others that are built alike."""
    own = _behind(lines, at)
    if own is None:
        return False
    heads = [at]
    while len(heads) < _MOST and (above := _above(lines, heads[0])) is not None:
        heads.insert(0, above)
    below: int | None = own
    while below is not None and len(heads) < 2 * _MOST:
        following = _behind(lines, below)
        if following is None:
            break
        heads.append(below)
        below = following
    alike = [head for head in heads[1:] if lines[head].gap == lines[heads[-1]].gap]
    told = sum(_tells_news(lines[head], lines[head + 1].text) for head in heads)
    if len(heads) < _FEWEST or len(alike) < len(heads) - 1:
        return False
    named = len(heads) > _FEWEST and any(line.kind == "masthead" and collects(line.text) for line in lines[:_TOP])
    return named or told >= _REPORTS * len(heads)


def _tells_news(head: Line, text: str) -> bool:
    """A report begins as news do, or, where no empty line parts the reports, tells its headline again."""
    return bool(NEWS_OPENING.match(text)) or (not head.gap and echo(head.text, text) >= AGAIN)


def _behind(lines: Sequence[Line], at: int) -> int | None:
    """The line behind a headline and its only paragraph; None where there is something else."""
    if at >= len(lines) or not _is_head(lines[at]):
        return None
    for number in range(at + 1, min(at + 1 + _LONGEST, len(lines))):
        opens = number == at + 1 and lines[number].kind == "short" and bool(NEWS_OPENING.match(lines[number].text))
        if lines[number].numbered or not (lines[number].kind == "body" or opens):
            return None
        if lines[number].ended:
            return number + 1
    return None


def _above(lines: Sequence[Line], at: int) -> int | None:
    """The headline of the report that ends right above a line."""
    for number in range(at - 2, max(at - 2 - _LONGEST, -1), -1):
        if lines[number].kind != "body" and _behind(lines, number) == at:
            return number
        if lines[number].kind not in ("body", "short"):
            return None
    return None


def _is_head(line: Line) -> bool:
    return line.kind == "short" and not line.numbered and len(line.text) >= _SHORTEST
