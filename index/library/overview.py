"""Across bulletins: the steps of one project, and where sources disagree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from index.catalogue import Catalogue, Keys
from index.catalogue.sources import source_of
from index.library.values import Doubt, Step
from index.records import Article, Batch, Flag, Found, ProjectRow


def steps(
    rows: Iterable[Found[ProjectRow]], articles: Mapping[str, Article], project: str
) -> tuple[Step, ...]:
    """What bulletins say about the project with this id, oldest first; undated ones come first."""
    named = [
        (found, found.value.name, found.value.district or articles[found.article].district) for found in rows
    ]
    keys = Keys((name, district) for _, name, district in named)
    own = [found for found, name, district in named if keys.of(name, district) == project]
    made = [
        Step(
            found.value.event_date or articles[found.article].date,
            found.value,
            source_of(articles[found.article], found.value.evidence),
        )
        for found in own
    ]
    return tuple(sorted(made, key=lambda step: step.date or ""))


def doubts(
    flags: Iterable[Found[Flag]],
    rows: Iterable[Found[ProjectRow]],
    batches: Iterable[Found[Batch]],
    articles: Mapping[str, Article],
) -> tuple[Doubt, ...]:
    """What articles leave doubtful by themselves, then where they contradict one another."""
    catalogue = Catalogue(
        [(f.article, articles[f.article].date, f.value) for f in rows],
        [(f.article, articles[f.article].date, f.value) for f in batches],
    )
    alone = [Doubt(found.value.kind, found.value.message, (found.article,)) for found in flags]
    between = [
        Doubt("source_conflict", one.message, tuple(dict.fromkeys(v.article for v in one.versions)))
        for one in catalogue.conflicts()
    ]
    return (*alone, *between)
