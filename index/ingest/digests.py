"""Digests: short reports one below another, each a headline and one paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from index.ingest.breaks import NEWS_OPENING
from index.ingest.lines import Line

_FEWEST = 3  # reports
_REPORTS = 0.6  # share of the paragraphs that begin as reports do
_SHORTEST = 5  # code points of a headline
_MOST = 40  # reports on each side that are looked at
_LONGEST = 30  # lines of a paragraph


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
    told = sum(bool(NEWS_OPENING.match(lines[head + 1].text)) for head in heads)
    return len(heads) >= _FEWEST and len(alike) == len(heads) - 1 and told >= _REPORTS * len(heads)


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
