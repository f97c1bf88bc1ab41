"""Proofs spelt out: the article and the quoted words, exactly as stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.answering.evidence.draft import Proof
from index.answering.evidence.knowledge import Knowledge
from index.catalogue.sections import sections_of
from index.catalogue.sources import source_of
from index.records import Source, Span


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
        page = knowledge.page(proof.article)
        for spans in joined(page.article.text, proof.spans):
            source = source_of(page.article, spans)
            section = tuple(line for line in sections_of(page.article, spans) if line not in source.headlines)
            above = (page.article.attached,) if page.article.attached else ()
            found[replace(source, headlines=(*source.headlines, *section, *above))] = None
    return tuple(found)
