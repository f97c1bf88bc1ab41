"""An article and what it says as rows of the tables: made where the article is read, so that writing is quick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.records import Article, Extraction, ProjectRow
from index.storage import codec

Rows = tuple[tuple[Any, ...], ...]
"""Rows of one table, from the column behind the article's key on."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One article's rows.

    Attributes:
        body: the article without its text. sentences, passages: where they are in the text.
        names: the names of each project, its own first.
    """

    body: str
    sentences: str
    passages: str
    projects: Rows
    names: tuple[tuple[str, ...], ...]
    batches: Rows
    facts: Rows
    people: Rows
    lists: Rows
    flags: Rows


def encoded(article: Article, says: Extraction) -> Encoded:
    """The rows of ``article``."""
    return Encoded(
        codec.encode_article(article),
        codec.encode_sentences(says.sentences, article.text),
        codec.encode_passages(says.passages, article.text),
        _projects(says.projects),
        tuple([(row.name, *row.aliases) for row in says.projects]),
        tuple(
            [
                (n, b.programme, b.period, b.stage, b.district, b.category, b.event_date, codec.BATCH.encode(b))
                for n, b in enumerate(says.batches)
            ]
        ),
        tuple(
            [
                (n, f.sentence, f.kind, f.subject, f.attribute, f.number, f.unit, f.period, f.stage)
                + (f.district, f.year, f.date, int(f.private), codec.FACT.encode(f))
                for n, f in enumerate(says.facts)
            ]
        ),
        tuple(
            [(n, p.name, p.office, int(p.private), codec.PERSON.encode(p)) for n, p in enumerate(says.people)]
        ),
        tuple([(n, held.name, codec.LIST.encode(held)) for n, held in enumerate(says.lists)]),
        tuple([(n, flag.kind, codec.FLAG.encode(flag)) for n, flag in enumerate(says.flags)]),
    )


def _projects(rows: Sequence[ProjectRow]) -> Rows:
    return tuple(
        [
            (n, row.name, row.programme, row.period, row.stage, row.district, row.event_date)
            + (codec.PROJECT.encode(row),)
            for n, row in enumerate(rows)
        ]
    )
