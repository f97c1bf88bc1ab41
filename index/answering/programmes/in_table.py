"""What a table of projects has, where 一览表里 is said: how many, how many of a sort, and which stands last."""

from __future__ import annotations

from index.answering.evidence.draft import Draft, row_proofs
from index.answering.evidence.explain import SOUND, explained
from index.answering.evidence.knowledge import Knowledge
from index.answering.programmes.selecting import row_fits_slots, rows_of_one_article
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Found, ProjectRow
from index.understanding.query import Query, Term
from index.understanding.terms import is_weak

_IN_TABLE = load_pattern("answering.in_table.in_table")
_HOW_MANY = load_pattern("answering.in_table.how_many")
_LAST = load_pattern("answering.in_table.last")
_FREE = load_pattern("answering.in_table.free")
_FEW = 2
_SAID = 0.75


def of_project_table(query: Query, knowledge: Knowledge) -> Draft | None:
    """The number of the rows, all of them or those of a sort, or the last one; None where no such table is known."""
    if _IN_TABLE.search(query.question) is None or query.projects:
        return None
    listed = [row for row in knowledge.projects if row.value.ordinal and row_fits_slots(query, row.value)]
    rows = {row.value.name: row for row in rows_of_one_article(listed) if _in_table(row, knowledge)}
    if len(rows) < _FEW:
        return None
    terms = [term for term in query.terms if not is_weak(term.text) and not _FREE.fullmatch(term.text)]
    if query.kind == "count" and _HOW_MANY.search(query.text):
        found = [row for row in rows.values() if all(_says(term, row.value) for term in terms)]
        return _counted(found) if found else None
    if _LAST.search(query.text) and not terms and query.kind in ("compare", "text", "list", "lookup"):
        last = max(rows.values(), key=lambda row: row.value.ordinal or 0)
        return Draft("answered", "text", last.value.name, row_proofs([last]), held=True)
    return None


def _in_table(row: Found[ProjectRow], knowledge: Knowledge) -> bool:
    """The row is one of a table: its name stands where one is."""
    spans = [span for table in knowledge.page(row.article).article.tables for span in (one.span for one in table.rows)]
    return any(low <= at < high for low, high in spans for at, _ in row.value.name_spans)


def _says(term: Term, row: ProjectRow) -> bool:
    told = [row.name, row.place, row.owner, row.builder, row.content, *(value for _, value in row.details)]
    found = explained(term.text, compact("，".join(filter(None, told))))
    return found.score >= _SAID and found.score != SOUND


def _counted(found: list[Found[ProjectRow]]) -> Draft:
    names = "、".join(row.value.name for row in found)
    return Draft("answered", "count", f"{len(found)}个", row_proofs(found), detail=names, held=True)
