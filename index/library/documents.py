"""What of an article is searched: its passages and its project rows."""

from __future__ import annotations

from index.records import Article, Extraction, ProjectRow
from index.retrieval.engine import Document


def documents(article: Article, says: Extraction) -> list[Document]:
    """One document a passage (key ``article#number``) and one a project row (``article!number``)."""
    date = article.date or article.issue_date
    found = [
        Document(
            key=f"{article.id}#{passage.number}",
            kind="passage",
            article=article.id,
            title=article.title,
            text=passage.text,
            district=article.district,
            date=date,
        )
        for passage in says.passages
    ]
    for number, row in enumerate(says.projects):
        found.append(
            Document(
                key=f"{article.id}!{number}",
                kind="project",
                article=article.id,
                title=article.title,
                text=row_text(row),
                district=row.district or article.district,
                period=None if row.period is None else str(row.period),
                date=row.event_date or date,
            )
        )
    return found


def row_text(row: ProjectRow) -> str:
    """A project row in one line, as it is searched and shown."""
    return "，".join(part for part in (row.name, row.stage, row.owner, row.place, row.content) if part)
