"""Proofs spelt out: the article and the quoted words, exactly as stored."""

from __future__ import annotations

from collections.abc import Sequence

from index.records import Article, Source, Span


def source_of(article: Article, spans: Sequence[Span]) -> Source:
    """The source whose quote is ``spans`` of the article's text, joined."""
    kept = tuple((a, b) for a, b in spans if b > a)
    return Source(
        article=article.id,
        title=article.title,
        headlines=article.headlines,
        quote="".join(article.text[a:b] for a, b in kept),
        spans=kept,
        ref=article.ref,
        date=article.date,
        page=article.page,
        file=article.file,
        url=article.url,
    )
