"""What the façade hands out besides the records."""

from __future__ import annotations

from dataclasses import dataclass

from index.records import Article, Batch, Extraction, FileReport, ProjectRow, Source
from index.records.answers import AnswerFact


@dataclass(frozen=True, slots=True)
class Project:
    """One project in one period, as all its rows together say.

    Attributes:
        id: the same for the same project, whatever the period. row: the newest row, with what only older
            rows say filled in, and all aliases. sources: of all rows, newest first.
    """

    id: str
    row: ProjectRow
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class StatedBatch:
    """A batch and where it is stated; ``names_evidence`` counts, too."""

    batch: Batch
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact with its source; ``private``: about a private person's address, age, illness or income."""

    fact: AnswerFact
    kind: str
    private: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What adding a file would do, and what was read in it."""

    report: FileReport
    articles: tuple[tuple[Article, Extraction], ...]


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the library in figures; sizes in bytes, dates ISO or None."""

    db: str
    generation: int
    changed_at: str | None
    articles: int
    passages: int
    projects: int
    batches: int
    facts: int
    people: int
    lists: int
    flags: int
    files: int
    districts: tuple[str, ...]
    first_date: str | None
    last_date: str | None
    size: int


@dataclass(frozen=True, slots=True)
class Step:
    """What one bulletin says about a project; ``date``: ISO date of the event, else of the article, or None."""

    date: str | None
    row: ProjectRow
    source: Source


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that staff should look at: kind as in Flag, one sentence, the ids of the articles concerned."""

    kind: str
    message: str
    articles: tuple[str, ...]
