"""Passages: consecutive sentences merged to a size that ranks well."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.records import Passage, Sentence, Span

TARGET, MOST = 120, 190  # code points; shorter paragraphs alone rank badly
SHORT = 50  # a remainder below this joins the passage before it


def find_passages(sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    """Sentences of one article grouped in order: up to ``MOST`` code points, new groups from ``TARGET`` on.

    Headlines open the passage of the text below them. A group does not run over the border between running
    text and a table. Every sentence is in exactly one passage.
    """
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if groups and _belongs(groups[-1], sentence):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return tuple(_passage(number, group) for number, group in enumerate(_without_remainders(groups)))


def _belongs(group: Sequence[Sentence], sentence: Sentence) -> bool:
    length = _size(group)
    if length + len(sentence.text) > MOST or _table(group[-1]) != _table(sentence):
        return False
    below = group[-1].role == "headline"
    above = sentence.role == "headline" and not below
    return length < (SHORT if above else TARGET) or below


def _without_remainders(groups: Sequence[list[Sentence]]) -> list[list[Sentence]]:
    kept: list[list[Sentence]] = []
    for group in groups:
        small = _size(group) < SHORT and group[0].role != "headline"
        if (
            kept
            and small
            and _size(kept[-1]) + _size(group) <= MOST
            and _table(kept[-1][-1]) == _table(group[0])
        ):
            kept[-1] = [*kept[-1], *group]
        else:
            kept.append(group)
    return kept


def _size(group: Sequence[Sentence]) -> int:
    return sum(len(sentence.text) for sentence in group)


def _table(sentence: Sentence) -> bool:
    return sentence.role == "table"


def _passage(number: int, group: Sequence[Sentence]) -> Passage:
    spans: tuple[Span, ...] = tuple(span for sentence in group for span in sentence.text.spans())
    text = group[0].text.text
    for before, sentence in pairwise(group):
        text += ("\n" if before.role != sentence.role else "") + sentence.text.text
    return Passage(number, text, tuple(s.number for s in group), spans)
