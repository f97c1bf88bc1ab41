"""Articles made by hand: a headline and paragraphs, no reading of files involved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.records import Article, Block, MappedText

Maker = Callable[..., Article]


def make_article(*paragraphs: str, headline: str = "晴川区要闻", district: str = "晴川区") -> Article:
    """An article of one headline and ``paragraphs``; a line break inside a paragraph is a column break."""
    lines = [headline, *paragraphs]
    text = "\n\n".join(lines)
    blocks: list[Block] = []
    at = 0
    for number, line in enumerate(lines):
        spans = []
        begin = at
        for piece in line.split("\n"):
            spans.append((begin, begin + len(piece)))
            begin += len(piece) + 1
        blocks.append(Block("paragraph" if number else "headline", MappedText.of(text, spans)))
        at += len(line) + 2
    return Article("a1", "news", headline, (headline,), text, tuple(blocks), district=district)


@pytest.fixture
def article() -> Maker:
    """Makes an article from paragraphs."""
    return make_article
