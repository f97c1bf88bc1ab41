"""Questions to offer after a refusal: only ones that the bulletins do answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import period_name
from index.understanding.query import Query

_MOST = 3


def related(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> tuple[str, ...]:
    """Up to three questions near ``query``: about the same project, the same programme, the nearest article."""
    found = dict.fromkeys(
        (*_of_project(query, knowledge), *_of_batches(query, knowledge), *_of_articles(pool))
    )
    return tuple(found)[:_MOST]


def _of_project(query: Query, knowledge: Knowledge) -> Iterator[str]:
    for link in query.links:
        rows = knowledge.rows.get(link.key, ()) if link.kind == "project" else ()
        for found in rows[:1]:
            row = found.value
            if row.stage:
                yield f"{row.name}是哪一批？"
            if any(one.kind == "总投资" for one in row.investments):
                yield f"{row.name}总投资多少？"
            if row.owner:
                yield f"{row.name}的建设单位是谁？"


def _of_batches(query: Query, knowledge: Knowledge) -> Iterator[str]:
    if not (query.periods or query.stages or query.programme):
        return
    for found in knowledge.batches:
        batch = found.value
        if isinstance(batch.period, int) and batch.stage == "合计" and batch.programme:
            if query.district and batch.district != query.district:
                continue
            yield f"{period_name(batch.period)}{batch.programme}有多少个项目？"


def _of_articles(pool: Sequence[Evidence]) -> Iterator[str]:
    pages = {evidence.page.article.id: evidence.page for evidence in sorted(pool, key=lambda e: e.rank)[:6]}
    for page in list(pages.values())[:2]:
        if page.article.kind == "news" and page.article.headlines:
            yield f"讲讲《{page.article.headlines[0].split()[0][:24]}》"
