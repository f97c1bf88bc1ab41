"""What of an article is searched: its passages and its project rows, each with the names in it."""

from __future__ import annotations

import re

from index.language.scripts import compact
from index.records import Article, Extraction, ProjectRow
from index.retrieval.engine import Document

_TELLING_APART = re.compile(r"[（(][^（）()]*[)）]\s*$")  # 大桥镇 (某县)


def documents(article: Article, says: Extraction) -> list[Document]:
    """One document a passage (key ``article#number``) and one a project row (``article!number``)."""
    date = article.date or article.issue_date
    subject = _TELLING_APART.sub("", article.title)
    names = [(name, compact(name)) for name in _names(says)]
    found: list[Document] = []
    for passage in says.passages:
        text = compact(passage.text)
        found.append(
            Document(
                key=f"{article.id}#{passage.number}",
                kind="passage",
                article=article.id,
                title=article.title,
                text=passage.text,
                entities=tuple(dict.fromkeys((subject, *(name for name, form in names if form in text)))),
                district=article.district,
                date=date,
            )
        )
    for number, row in enumerate(says.projects):
        found.append(
            Document(
                key=f"{article.id}!{number}",
                kind="project",
                article=article.id,
                title=article.title,
                text=row_text(row),
                entities=(row.name, *row.aliases),
                district=row.district or article.district,
                period=None if row.period is None else str(row.period),
                date=row.event_date or date,
            )
        )
    return found


def _names(says: Extraction) -> list[str]:
    """Names that an article gives to projects and people."""
    projects = [name for row in says.projects for name in (row.name, *row.aliases)]
    people = [person.name for person in says.people if not person.private]
    return list(dict.fromkeys((*projects, *people)))


def row_text(row: ProjectRow) -> str:
    """A project row in one line, as it is searched and shown."""
    return "，".join(part for part in (row.name, row.stage, row.owner, row.place, row.content) if part)
