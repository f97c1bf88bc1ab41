"""What goes out: answers with their sources, hits, checked claims. Field names are the JSON keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.records.text import Span

Status = Literal["answered", "corrected", "ambiguous", "not_found"]
Reason = Literal["attribute", "entity", "period", "place", "scope", "private", "opinion", "off_topic"]
Kind = Literal[
    "money", "count", "number", "percent", "rank", "date", "person", "place", "organisation", "list",
    "yesno", "stage", "compare", "sum", "summary", "text",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """The proof of an answer.

    Attributes:
        article, ref, title, headlines, date, page, file, url: of the article.
        spans: into the article's text; quote: these spans joined, as printed.
    """

    article: str
    title: str
    headlines: tuple[str, ...]
    quote: str
    spans: tuple[Span, ...]
    ref: str | None = None
    date: str | None = None
    page: str | None = None
    file: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerFact:
    """A fact as it leaves the library: the value and where it stands."""

    subject: str
    attribute: str
    value: str
    number: float | None
    unit: str | None
    period: int | str | None
    stage: str | None
    district: str | None
    date: str | None
    modality: str | None
    derived: bool
    source: Source | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer or refusal.

    Attributes:
        status, reason: reason only with not_found.
        kind: answer type.
        answer: what a person reads first. detail: one or two further sentences, or None.
        repaired: (as typed, as understood) pairs.
        options: for ambiguous: the questions to choose from. related: up to three questions that
            the bulletins do answer.
        confidence: 0 to 1. took_ms: milliseconds.
        pinned: the answer was set by staff.
    """

    question: str
    status: Status
    answer: str
    id: str | None = None
    reason: Reason | None = None
    kind: Kind = "text"
    detail: str | None = None
    repaired: tuple[tuple[str, str], ...] = ()
    facts: tuple[AnswerFact, ...] = ()
    sources: tuple[Source, ...] = ()
    options: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    confidence: float = 0.0
    took_ms: float = 0.0
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One ranked passage or project row; rank from 1."""

    rank: int
    score: float
    kind: Literal["passage", "project"]
    article: str
    title: str
    text: str
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of a checked sentence; ``says``: the bulletin's own words, or None."""

    claim: str
    verdict: Literal["confirmed", "contradicted", "not_mentioned"]
    says: str | None
    sources: tuple[Source, ...]
