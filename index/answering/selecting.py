"""Lists and counts of projects that share something: a place, an owner, a stage, a word in the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.draft import Draft, Proof
from index.answering.explain import explained
from index.answering.knowledge import Knowledge
from index.language.scripts import compact
from index.records import Found, ProjectRow
from index.understanding.query import Query, Term
from index.understanding.terms import is_weak

_ABOUT = re.compile(r"项目|工程")
_TABLE_WORDS = re.compile(r"一览表|清单|表里|表中|名单")
_MOST = 12
_EXACT = 0.75


def select_projects(query: Query, knowledge: Knowledge) -> Draft | None:
    """The projects that every strong word of the question holds for, or their number."""
    if query.kind not in ("list", "count") or not _ABOUT.search(query.text):
        return None
    if any(link.kind in ("project", "person") for link in query.links):
        return None
    terms = [
        t
        for t in query.terms
        if not is_weak(t.text) and not _TABLE_WORDS.search(t.text) and t.text not in query.stages
    ]
    if not terms:
        return None
    rows = [row for row in knowledge.projects if _slots_fit(query, row.value)]
    found = _first_article([row for row in rows if all(_holds(term, row.value) for term in terms)])
    if not found:
        return None
    proofs = tuple(Proof(row.article, row.value.evidence or row.value.name_spans) for row in found[:_MOST])
    names = list(dict.fromkeys(row.value.name for row in found))
    if query.kind == "count":
        return Draft(
            "answered",
            "count",
            f"{len(names)}个",
            proofs,
            detail=f"按公报列出的项目统计：{'、'.join(names[:_MOST])}。",
        )
    return Draft(
        "answered", "list", "、".join(names[:_MOST]), proofs, detail=f"公报列出的项目中共{len(names)}个"
    )


def _slots_fit(query: Query, row: ProjectRow) -> bool:
    if query.stages and row.stage not in query.stages:
        return False
    if query.periods and row.period not in query.periods:
        return False
    return query.district is None or row.district in (None, query.district)


def _holds(term: Term, row: ProjectRow) -> bool:
    """The word stands in what the row says of place, owner or content, or in its name."""
    said = compact("，".join(filter(None, (row.place, row.owner, row.builder, row.name, row.content))))
    return explained(term.text, said).score >= _EXACT


def _first_article(rows: Sequence[Found[ProjectRow]]) -> list[Found[ProjectRow]]:
    """Rows of the newest article that lists most of them."""
    by_article: dict[str, list[Found[ProjectRow]]] = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    return max(by_article.values(), key=len, default=[])
