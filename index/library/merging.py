"""Rows of one project and period, from one bulletin or several, as one project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from index.catalogue.keys import Keys
from index.catalogue.sources import source_of
from index.library.values import Project
from index.records import Article, Found, Investment, ProjectRow

_TOGETHER = ("aliases", "investments", "details", "status", "modality", "name", "name_spans", "evidence")
_FILLED = tuple(field.name for field in fields(ProjectRow) if field.name not in _TOGETHER)


def merged(rows: Iterable[Found[ProjectRow]], articles: Mapping[str, Article]) -> tuple[Project, ...]:
    """One Project for each project and period, in the order of their first rows."""
    groups: dict[tuple[str, int | str | None], list[Found[ProjectRow]]] = {}
    held = tuple(rows)
    keys = Keys((found.value.name, _district(found, articles)) for found in held)
    for found in held:
        key = keys.of(found.value.name, _district(found, articles))
        groups.setdefault((key, found.value.period), []).append(found)
    return tuple(_one(key, group, articles) for (key, _), group in groups.items())


def _district(found: Found[ProjectRow], articles: Mapping[str, Article]) -> str | None:
    return found.value.district or articles[found.article].district


def _one(key: str, group: list[Found[ProjectRow]], articles: Mapping[str, Article]) -> Project:
    newest_first = sorted(group, key=lambda found: _date(found, articles), reverse=True)
    rows = [found.value for found in newest_first]
    values: dict[str, Any] = {name: _first(rows, name) for name in _FILLED}
    progress = next((row for row in rows if row.status is not None), rows[0])
    names = dict.fromkeys(name for row in rows for name in (row.name, *row.aliases) if name != rows[0].name)
    row = replace(
        rows[0],
        **values,
        status=progress.status,
        modality=progress.modality or _first(rows, "modality"),
        aliases=tuple(sorted(names, key=lambda name: (-len(name), name))),
        investments=_investments(rows),
        details=tuple(dict.fromkeys(pair for one in rows for pair in one.details)),
    )
    sources = dict.fromkeys(
        source_of(articles[found.article], found.value.evidence) for found in newest_first
    )
    return Project(key, row, tuple(source for source in sources if source.spans))


def _first(rows: Iterable[ProjectRow], name: str) -> Any:
    return next((getattr(row, name) for row in rows if getattr(row, name) is not None), None)


def _investments(rows: Iterable[ProjectRow]) -> tuple[Investment, ...]:
    """The newest amount of each kind."""
    kinds: dict[str, list[Investment]] = {}
    for row in rows:
        own: dict[str, list[Investment]] = {}
        for one in row.investments:
            own.setdefault(one.kind, []).append(one)
        for kind, held in own.items():
            kinds.setdefault(kind, held)
    return tuple(one for held in kinds.values() for one in held)


def _date(found: Found[ProjectRow], articles: Mapping[str, Article]) -> str:
    article = articles[found.article]
    return found.value.event_date or article.date or article.issue_date or ""
