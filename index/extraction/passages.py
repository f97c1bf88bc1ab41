"""Passages: consecutive sentences merged to a size that ranks well."""

from __future__ import annotations

from collections.abc import Sequence

from index.records import Passage, Sentence, Span

TARGET, MOST = 100, 150  # code points; shorter paragraphs alone rank badly


def find_passages(sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    """Sentences of one article grouped in order: up to ``MOST`` code points, new groups from ``TARGET`` on.

    A group does not run over the border between running text and a table. Every sentence is in
    exactly one passage.
    """
    groups: list[list[Sentence]] = []
    length = 0
    for sentence in sentences:
        size = len(sentence.text)
        fits = groups and length + size <= MOST and length < TARGET and groups[-1][-1].role == sentence.role
        if not fits:
            groups.append([])
            length = 0
        groups[-1].append(sentence)
        length += size
    return tuple(_passage(number, group) for number, group in enumerate(groups))


def _passage(number: int, group: Sequence[Sentence]) -> Passage:
    spans: tuple[Span, ...] = tuple(span for sentence in group for span in sentence.text.spans())
    return Passage(number, "".join(s.text.text for s in group), tuple(s.number for s in group), spans)
