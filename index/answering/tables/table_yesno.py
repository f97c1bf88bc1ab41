"""石埠村停电吗, 我48岁能去甲厂吗: yes or no by the row of a table."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.circumstances import age_bounds, age_of, own_spans, within_bounds, without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence
from index.answering.evidence.relation import Relation
from index.answering.tables.table_cases import Case, conditioned, headline_of
from index.language.lexicon import load_pattern
from index.understanding.query import Query, Term

_NAMED = 0.75  # how well a word must stand in headers, caption or headline
_DAY = load_pattern("answering.table_yesno.day")
_EVENT = load_pattern("answering.table_yesno.event")
_MOST_ROWS = 3
_TALK = ("当", "报", "干", "做", "应聘", "报名")


def by_row(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """是 with the row that has all that is asked; 不是 where the row of the asked place is of another day."""
    event = next((t for t in reversed(query.terms) if not t.critical and _EVENT.fullmatch(t.text)), None)
    if event is None:
        return None
    days = [t for t in query.terms if _DAY.fullmatch(t.text)]
    names = [t for t in query.terms if t is not event and t not in days and t.weight >= 1.0]
    for page, relation, _ in conditioned(query, pool):
        around = "，".join(relation.headers) + relation.above + headline_of(page)
        telling = [t for t in names if explained(t.text, around).score < _NAMED]
        if explained(event.text, around).score < _NAMED or not (telling or days):
            continue
        rows = _holding(relation, relation.body, telling)
        found = _holding(relation, rows, days)
        if rows and len(found or rows) <= _MOST_ROWS and (found or telling):
            return _told(query, page, relation, "是" if found else "不是", found or rows)
    return None


def fits_in_row(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """我48岁能去甲厂吗: whether the ages that a cell of the one row prints, that of the asked firm or post, fit."""
    age = age_of(query)
    if age is None or query.kind != "yesno":
        return None
    terms = without(query.terms, own_spans(query.text))
    names = [t for t in terms if t.weight >= 1.0 and not t.text.isdigit() and t.text not in _TALK]
    for page, relation, _ in conditioned(query, pool):
        rows = _holding(relation, relation.body, names) if names else ()
        bounds = [b for cell in relation.values[rows[0]] if (b := age_bounds(cell))] if len(rows) == 1 else []
        if len(bounds) == 1:
            return _told(query, page, relation, "是" if within_bounds(age, bounds[0]) else "否", rows)
    return None


def _holding(relation: Relation, rows: Sequence[int], terms: Sequence[Term]) -> tuple[int, ...]:
    """The rows that have all of the words."""
    cells = ((n, "，".join(relation.values[n])) for n in rows)
    return tuple(n for n, said in cells if all(explained(t.text, said).score >= _NAMED for t in terms))


def _told(query: Query, page: Page, relation: Relation, word: str, rows: tuple[int, ...]) -> Draft:
    case = Case(query, page, relation, (), rows, query.text, 1.0)
    columns = range(len(relation.headers))
    said = "；".join(" ".join(cell for n in columns if (cell := case.said(row, n))) for row in rows)
    return Draft("answered", "yesno", f"{word}，{said}"[:158], case.proofs(rows), confidence=0.9)
