"""Where a short answer is printed: the sentence, the clause and the place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.answering.evidence.draft import Draft
from index.answering.evidence.fits import segment_of
from index.answering.evidence.knowledge import Knowledge, Page
from index.language.scripts import compact
from index.records import Sentence, TableRow

MARKS = re.compile(r"[，,；;。：:]")
VALUE = 24  # code points of an answer that is a value and no sentence
AMOUNTS = ("money", "count", "number", "percent", "area", "length")
STRONG = 1.0  # weight of a word that names something
SAID, UNSAID = 0.75, 0.5  # how well a word must and must not stand in the words around the answer


@dataclass(frozen=True, slots=True)
class ToldAt:
    """Where an answer is printed: its sentence, and offsets of the clause and of the answer in it."""

    page: Page
    sentence: Sentence
    low: int
    start: int
    end: int
    high: int

    @property
    def text(self) -> str:
        return self.sentence.text.text

    @property
    def clause(self) -> str:
        return self.text[self.low : self.high]

    @property
    def before(self) -> str:
        """The sentences of the paragraph in front of the one with the answer, compact."""
        return "".join(
            self.page.compact[one.number]
            for one in self.page.says.sentences[: self.sentence.number]
            if one.paragraph == self.sentence.paragraph
        )

    @property
    def up_to(self) -> str:
        """The part of the sentence up to the end of the clause, from the last semicolon on."""
        return self.text[segment_of(self.text, self.start)[0] : self.high]


def told_at(knowledge: Knowledge, draft: Draft) -> Iterator[ToldAt]:
    """The places in the quoted sentences where the value is printed; none for an answer in words."""
    if len(draft.answer) > VALUE or draft.detail:
        return
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        for sentence in page.within(proof.spans):
            text = sentence.text.text
            start = _start(draft, page, sentence)
            if start < 0 or sentence.role == "table":
                continue
            end = start + len(draft.answer)
            low = max((m.end() for m in MARKS.finditer(text, 0, start)), default=0)
            high = next((m.start() for m in MARKS.finditer(text, end)), len(text))
            yield ToldAt(page, sentence, low, start, end, high)


def _start(draft: Draft, page: Page, sentence: Sentence) -> int:
    """Where a sentence prints the answer: where its value was read, else at the first place; -1 where it does not."""
    text, said = sentence.text.text, draft.answer
    for article, fact in draft.facts:
        if article == page.article.id and fact.sentence == sentence.number and text.startswith(said, fact.start):
            return fact.start
    return text.find(said)


def quoted(knowledge: Knowledge, draft: Draft) -> Iterator[str]:
    """The sentences that prove an answer, as printed."""
    for proof in draft.proofs:
        for sentence in knowledge.page(proof.article).within(proof.spans):
            yield sentence.text.text


def name_of_row(row: TableRow) -> str:
    """The first cell with words."""
    return next((said for cell in row.cells if len(said := compact(cell.text.text)) > 1 and not said[0].isdigit()), "")
