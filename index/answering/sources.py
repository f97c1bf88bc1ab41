"""Proofs spelt out: the article and the quoted words, exactly as stored."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.draft import Proof
from index.answering.knowledge import Knowledge
from index.records import Article, Source, Span


def source_of(article: Article, spans: Sequence[Span]) -> Source:
    """The source whose quote is ``spans`` of the article's text, joined."""
    kept = tuple((a, b) for a, b in spans if b > a)
    return Source(
        article=article.id, title=article.title, headlines=article.headlines, quote="".join(article.text[a:b] for a, b in kept),
        spans=kept, ref=article.ref, date=article.date, page=article.page, file=article.file, url=article.url,
    )  # fmt: skip


def joined(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """``spans`` in groups between which nothing but white space stands: each group is one quotation."""
    groups: list[list[Span]] = []
    for low, high in sorted(span for span in dict.fromkeys(spans) if span[1] > span[0]):
        if groups and low >= groups[-1][-1][1] and not text[groups[-1][-1][1] : low].strip():
            groups[-1].append((low, high))
        elif not groups or low >= groups[-1][-1][1]:
            groups.append([(low, high)])
    return groups


def joined(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """``spans`` in groups between which nothing but white space stands: each group is one quotation."""
    groups: list[list[Span]] = []
    for low, high in sorted(span for span in dict.fromkeys(spans) if span[1] > span[0]):
        if groups and low >= groups[-1][-1][1] and not text[groups[-1][-1][1] : low].strip():
            groups[-1].append((low, high))
        elif not groups or low >= groups[-1][-1][1]:
            groups.append([(low, high)])
    return groups


def sources_of(knowledge: Knowledge, proofs: Sequence[Proof]) -> tuple[Source, ...]:
    """One source for each contiguous quotation, in order, each once."""
    found: dict[Source, None] = {}
    for proof in proofs:
        article = knowledge.page(proof.article).article
        for spans in joined(article.text, proof.spans):
            found[source_of(article, spans)] = None
    return tuple(found)
