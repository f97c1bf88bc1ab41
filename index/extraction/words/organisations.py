"""Organisations in sentences: firms, offices of government, schools, hospitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.language.lexicon import load_pattern, load_words
from index.records import Span

_LEFT = load_pattern("extraction.organisations.left")
_TAIL = load_pattern("extraction.organisations.tail")
_FIRM = load_pattern("extraction.organisations.firm")
_CALLED = load_pattern("extraction.organisations.called")  # 上市企业恒川科技拟投资: what the firm is, before its name
_SHORTEST = 3  # code points of a name


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, load_words("organisation_suffixes")), key=len, reverse=True))
    return re.compile(
        rf"[^，。；：、！？,;:!?（）()“”《》\s]{{1,24}}?(?:{names})(?![长员民级办公会议心力内外间上下]|(?<=学)生|[\u4e00-\u9fff]{{0,2}}?(?:有限公司|委员会|办公室))"
    )


def find_organisations(text: str) -> tuple[Span, ...]:
    """Offsets of organisations' names in ``text``, in order, without overlaps."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    firms = [_named(text, *m.span("name")) for m in _FIRM.finditer(text)]
    heads = {start for start, _ in firms}
    spans = sorted([*(m.span() for m in _pattern().finditer(text) if m.end() not in heads), *firms])
    last = 0
    for start, end in spans:
        if start < last:
            continue
        piece = text[start:end]
        left = _LEFT.match(piece)
        start += left.end() if left else 0
        if end - start >= _SHORTEST and not re.search(r"是|的|了|要|让", text[start:end]):
            last = end
            yield start, end


def _named(text: str, start: int, end: int) -> Span:
    """恒川科技 of 上市企业恒川科技: the name without what it is called before it."""
    called = _CALLED.match(text[start:end])
    return (start + called.end(), end) if called else (start, end)
