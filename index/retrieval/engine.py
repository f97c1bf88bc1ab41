"""What a search engine must do to stand behind the library.

An engine proposes candidates; the decision what answers a question is made by answering, never by a
score. Engines know documents and tokens, nothing of projects.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from index.errors import IndexMismatch

__all__ = [
    "MARKS",
    "Document",
    "Explanation",
    "Filters",
    "IndexMismatch",
    "Match",
    "SearchEngine",
    "Statistics",
    "TermWeight",
]


MARKS = ("#", "!")
"""What stands in a key between the article's id and the number of a passage or of a project row."""


@dataclass(frozen=True, slots=True)
class Document:
    """A passage or a project row as it is indexed.

    Attributes:
        key: unique; f"{article}#{passage}" or f"{article}!{row}".
        title: headlines, counted with the text. entities: names that get a token of their own.
        district, period, date: for exact filters; date is ISO.
    """

    key: str
    kind: Literal["passage", "project"]
    article: str
    title: str
    text: str
    entities: tuple[str, ...] = ()
    district: str | None = None
    period: str | None = None
    date: str | None = None


class Match(NamedTuple):
    """One candidate; rank from 1, higher scores first, ties by key. A plain tuple: every search makes dozens."""

    key: str
    score: float
    rank: int


@dataclass(frozen=True, slots=True)
class Filters:
    """Exact conditions; None means any. Dates are ISO, both ends included."""

    district: str | None = None
    period: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class TermWeight:
    """One term's part in a score: document frequency, idf, frequency in the document, contribution."""

    term: str
    field: Literal["word", "bigram", "character", "entity"]
    df: int
    idf: float
    tf: int
    contribution: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a document has its score: the sum of its terms' contributions, times ``factor`` of the second pass."""

    key: str
    score: float
    terms: tuple[TermWeight, ...]
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Statistics:
    """Size of an index: documents, distinct terms, postings, mean length in tokens."""

    documents: int
    terms: int
    postings: int
    average_length: float


class SearchEngine(Protocol):
    """Search over documents that change while searches run; a search sees one generation, never a mix."""

    @property
    def generation(self) -> int:
        """The generation that searches see."""

    def search(
        self, query: str, limit: int = 10, filters: Filters | None = None, entities: Sequence[str] = ()
    ) -> tuple[Match, ...]:
        """The best ``limit`` documents for ``query``; none where no term matches."""

    def explain(self, query: str, key: str) -> Explanation:
        """The score of one document, term by term."""

    def statistics(self) -> Statistics:
        """Size of the index."""

    def apply(self, generation: int, add: Sequence[Document], remove: Collection[str]) -> None:
        """Take documents in and out; afterwards searches see ``generation``."""

    def close(self) -> None:
        """Give back what the engine holds."""
