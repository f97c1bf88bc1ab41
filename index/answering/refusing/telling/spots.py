"""Where an answer is told: its sentence, and in it the answer with the clause that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.refusing.told_of import said_of_cells
from index.language.scripts import fold
from index.records import Sentence

_MARKS = re.compile(r"[，,；;。：:]")
_PIECES = re.compile(r"[；;\n、，,]")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """An answer in a sentence that proves it; of a cell ``text`` is what row and columns say with it.

    Attributes:
        low, high: the clause that holds the answer. start, end: the answer itself, or its first part.
    """

    page: Page
    sentence: Sentence
    text: str
    low: int
    start: int
    end: int
    high: int

    @property
    def clause(self) -> str:
        """From the beginning of its clause to the end of the answer."""
        return self.text[self.low : self.end]

    @property
    def said(self) -> str:
        """The sentence up to the end of the answer."""
        return self.text[: self.end]

    @property
    def around(self) -> str:
        """That with the sentence before it, and what follows in the sentence."""
        return self.near + self.text[self.end :]

    @property
    def near(self) -> str:
        """That with the sentence before it in the paragraph."""
        number = self.sentence.number - 1
        before = self.page.says.sentences[number] if number >= 0 else None
        same = before is not None and before.paragraph == self.sentence.paragraph
        return (fold(before.text.text) if before is not None and same else "") + self.said


def spots(knowledge: Knowledge, draft: Draft) -> Iterator[Spot]:
    """The places in the quoted sentences where the answer stands; the whole sentence where it is put in other words."""
    said = fold(draft.answer)
    pieces = (said, *(piece for piece in _PIECES.split(said) if len(piece) >= _SHORTEST))
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        for sentence in page.within(proof.spans):
            if sentence.role == "table":
                cells = said_of_cells(page, sentence, draft.answer)
                if cells:
                    yield Spot(page, sentence, cells, 0, 0, len(cells), len(cells))
                continue
            text = fold(sentence.text.text)
            found = next(((at, piece) for piece in pieces if (at := _find(text, piece)) >= 0), None)
            if found is None:
                yield Spot(page, sentence, text, 0, len(text), len(text), len(text))
                continue
            at, piece = found
            end = at + len(piece)
            low = max((m.end() for m in _MARKS.finditer(text, 0, at)), default=0)
            yield Spot(page, sentence, text, low, at, end, _end(text, end))


def _find(text: str, piece: str) -> int:
    """Where a piece stands, best not within a longer number; -1 where nowhere."""
    spots = [match.start() for match in re.finditer(re.escape(piece), text)]
    whole = (at for at in spots if not (piece[0].isdigit() and text[max(at - 1, 0) : at].isdigit()))
    return next(whole, spots[0] if spots else -1)


def _end(text: str, end: int) -> int:
    return next((m.start() for m in _MARKS.finditer(text, end)), len(text))
