"""Proofs spelt out: the article and the quoted words, exactly as stored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.answering.draft import Proof
from index.answering.knowledge import Knowledge, Page
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


_HEADING = 40  # code points of a line that heads what stands below it
_ENDS = tuple("。；，、！？…;,!?")
_NO_HEADING = re.compile(r"^[（(\d【\[●■◆▲]|[|\t]|^(?:记者|通讯员|来源|编辑|责编|供稿)")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def section_of(page: Page, spans: Sequence[Span]) -> tuple[str, ...]:
    """The lines inside an article that head the quoted words: the title of a table, of a list, of a section."""
    sentences = page.says.sentences
    at = next((n for n, s in enumerate(sentences) if s.text.start < spans[-1][1] and spans[0][0] < s.text.end), 0)
    found: list[str] = []
    for number in range(at - 1, -1, -1):
        if sentences[number].role == "headline":
            break
        if _heads(page, number):
            found.insert(0, sentences[number].text.text.strip())
            if len(found) == _LINES:
                break
        elif found:
            break
    return tuple(found)


_LINES = 2  # a title may be printed in two lines


def _heads(page: Page, number: int) -> bool:
    sentences = page.says.sentences
    one = sentences[number]
    text = one.text.text.strip()
    if len(text) > _HEADING or text.endswith(_ENDS) or one.role not in ("caption", "paragraph", "other"):
        return False
    beside = (*sentences[max(0, number - 1) : number], *sentences[number + 1 : number + 2])
    alone = all(other.paragraph != one.paragraph for other in beside)
    return alone and len(_HAN.findall(text)) >= 4 and not _NO_HEADING.search(text)


def sources_of(knowledge: Knowledge, proofs: Sequence[Proof]) -> tuple[Source, ...]:
    """One source for each contiguous quotation, in order, each once."""
    found: dict[Source, None] = {}
    for proof in proofs:
        page = knowledge.page(proof.article)
        for spans in joined(page.article.text, proof.spans):
            source = source_of(page.article, spans)
            section = tuple(line for line in section_of(page, spans) if line not in source.headlines)
            found[replace(source, headlines=(*source.headlines, *section))] = None
    return tuple(found)
