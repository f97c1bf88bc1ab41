"""What a search found, as people read it: sentences of the article's body, without headline, lead and byline."""

from __future__ import annotations

from index.library import Library
from index.records import Article, Hit

_FURNITURE = ("masthead", "headline", "lead", "byline", "furniture")


def passage(library: Library, hit: Hit) -> str:
    """The sentences that the hit consists of; its own text where it has none (a table)."""
    return "".join(sentences(library, hit)) or hit.text


def sentences(library: Library, hit: Hit) -> list[str]:
    """The sentences of the article's body that lie in the hit, in order."""
    found = library.extraction(hit.article).sentences
    wanted, beside = _bare(hit.text), _furniture(library.article(hit.article))
    texts = dict.fromkeys("".join(one.text.text.split("\n")).strip() for one in found)
    return [one for one in texts if one and _bare(one) in wanted and _bare(one) not in beside]


def _furniture(article: Article) -> frozenset[str]:
    return frozenset(_bare(block.text.text) for block in article.blocks if block.role in _FURNITURE)


def _bare(text: str) -> str:
    return "".join(text.split())
