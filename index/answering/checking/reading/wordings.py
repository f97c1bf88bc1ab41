"""The words of a claim, and the places around a value where they may stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.answering.checking.reading.said_values import values_in
from index.answering.evidence.pool import Evidence
from index.records import Span

STRONG = 0.5  # weight of a word that is not general
_AROUND, _HEADING = 0.7, 0.6
_SEGMENT = re.compile(r"[；;。！？!?]|(?<!\d)[：:]|[：:](?!\d)")
PAUSE = re.compile(r"[，,、：:\t|]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that has to be accounted for.

    Attributes:
        own: of the claim itself, not of its subject in front. strong: without it nothing is proved.
        aside: of what an earlier clause is about, where the claim names a subject itself; without such a word
            nothing is refuted, but it counts for no value.
        names: an ordinal that tells of which thing the rest is said (第九期).
    """

    text: str
    weight: float
    own: bool = True
    aside: bool = False
    names: bool = False

    @property
    def content(self) -> bool:
        """No general word such as 项目."""
        return self.weight >= STRONG

    @property
    def strong(self) -> bool:
        """Nothing is proved without it."""
        return self.content and not self.aside


def around_it(evidence: Evidence) -> tuple[tuple[str, float], ...]:
    """What stands around a sentence in compact form, and how much a word counts that stands there."""
    own = evidence.page.compact[evidence.number]
    head = evidence.head if evidence.head != own else ""
    return (evidence.before, _AROUND), (head, _AROUND), (evidence.heading, _HEADING)


def columns_of(evidence: Evidence) -> str:
    """What a sentence leaves out: the columns of a table's row, the offices of the people it names."""
    return evidence.own[len(evidence.page.compact[evidence.number]) :]


def segment_of(text: str, span: Span) -> Span:
    """The part of a sentence between semicolons or colons that a stretch of it stands in."""
    marks = [match.span() for match in _SEGMENT.finditer(text)]
    low = max((end for _, end in marks if end <= span[0]), default=0)
    return low, min((start for start, _ in marks if start >= span[1]), default=len(text))


def opening_of(text: str, low: int) -> str:
    """What stands in front of a list and holds for all of it: up to the colon, and clauses without a figure."""
    colon = max((m.end() for m in re.finditer(r"(?<!\d)[：:]", text[:low])), default=0)
    first = next((v.start for v in values_in(text) if v.is_figure), len(text))
    pause = max((m.end() for m in PAUSE.finditer(text[: min(first, low)])), default=0)
    return text[: max(colon, pause)]
