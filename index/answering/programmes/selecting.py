"""Lists and counts of projects that share something: a place, an owner, a stage, a word in the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft, row_proof, row_proofs
from index.answering.evidence.explain import SOUND, explained
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Found, ProjectRow
from index.records.answers import Kind
from index.understanding.query import Query, Term
from index.understanding.terms import is_weak

_NATURE = load_pattern("answering.selecting.nature")
_ABOUT = load_pattern("answering.selecting.about")
_TABLE_WORDS = load_pattern("answering.selecting.table_words")
_ASKS_ONE = load_pattern("answering.selecting.asks_one")
_BY_OWNER = load_pattern("answering.selecting.by_owner")
_SEATS = load_pattern("answering.selecting.seats")  # 落在某园区, as 落户 that rows leave out
_COUNTS_OTHERS = load_pattern("answering.selecting.counts_others")
_WIDER = load_pattern("answering.selecting.wider")
_PRICE = load_pattern("answering.selecting.price")
MOST_LISTED = 12
_EXACT = 0.75


def select_projects(query: Query, knowledge: Knowledge) -> Draft | None:
    """The projects that every strong word of the question holds for, or their number."""
    one = query.kind == "text" and _ASKS_ONE.search(query.text) is not None  # 台资项目是哪个
    if not (one or query.kind in ("list", "count")) or not _ABOUT.search(query.text):
        return None
    if one and (named := _meant_by_its_note(query, knowledge)) is not None:
        return named
    if any(link.kind in ("project", "person") for link in query.links):
        return None
    if (query.programme or query.periods) and any(t.critical and _WIDER.search(t.text) for t in query.terms):
        return None  # 全省的第七期 is asked of by its name: that projects are called so tells nothing of it
    if query.kind == "count" and _COUNTS_OTHERS.search(query.text):
        return None  # 涉及几个乡镇: not how many projects there are
    terms = [
        t for t in query.terms
        if not is_weak(t.text) and not _TABLE_WORDS.search(t.text) and t.text not in query.stages
        and not _SEATS.fullmatch(t.text)
    ]  # fmt: skip
    if not terms or all(_NATURE.fullmatch(term.text) for term in terms):
        return None  # 新建的有哪些: what the name of one project says tells nothing of the others
    rows = [row for row in knowledge.projects if row_fits_slots(query, row.value)]
    found = rows_of_one_article([row for row in rows if all(holds_for_row(term, row.value) for term in terms)])
    if not found:
        return None
    proofs = row_proofs(found[:MOST_LISTED])
    names = list(dict.fromkeys(row.value.name for row in found))
    if one and len(names) > 1:
        return None
    if query.kind == "count":
        return Draft(
            "answered",
            "count",
            f"{len(names)}个",
            proofs,
            detail=f"按公报列出的项目统计：{'、'.join(names[:MOST_LISTED])}。",
        )
    return Draft(
        "answered", "list", "、".join(names[:MOST_LISTED]), proofs, detail=f"公报列出的项目中共{len(names)}个",
        projects=meant_by(names, found[0], knowledge),
    )  # fmt: skip


def _meant_by_its_note(query: Query, knowledge: Knowledge) -> Draft | None:
    """磐石线路板项目（台资）, which 台资项目 links: its name is all that is asked for."""
    keys = [link.key for link in query.links if link.kind == "project"]
    rows = knowledge.rows.get(keys[0], ()) if len(keys) == 1 else ()
    if not rows or any(not is_weak(t.text) and t.weight >= 1.0 for t in query.terms):
        return None
    row = rows[0]
    if compact(row.value.name) in compact(query.text):
        return None
    return Draft("answered", "text", row.value.name, (row_proof(row),), projects=(keys[0],))


def projects_of(query: Query, knowledge: Knowledge) -> Draft | None:
    """浙岭竹业投的是啥项目: the projects whose owner or builder the question names."""
    asked = _BY_OWNER.search(query.text)
    if asked is None:
        return None
    terms = [t for t in query.terms if not (is_weak(t.text) or t.weight < 1.0 or _PRICE.search(t.text))]
    owned = [row for row in knowledge.projects if row_fits_slots(query, row.value)]
    whole = [row for row in owned if _named_whole(query, row.value)]
    linked = any(link.kind == "project" for link in query.links)
    by_words = [] if linked else [r for r in owned if terms and all(_owns(term, r.value) for term in terms)]
    found = rows_of_one_article(whole or by_words)
    if not found:
        return None
    names = list(dict.fromkeys(row.value.name for row in found))[:MOST_LISTED]
    proofs = row_proofs(found[:MOST_LISTED])
    kind: Kind = "list" if len(names) > 1 else "text"
    meant = meant_by(names, found[0], knowledge)
    return Draft("answered", kind, "、".join(names), proofs, projects=meant)


def meant_by(names: Sequence[str], row: Found[ProjectRow], knowledge: Knowledge) -> tuple[str, ...]:
    """What 它 means in the next question: the project, where it is one alone."""
    keys = (key for key, rows in knowledge.rows.items() if row in rows)
    return tuple(keys)[:1] if len(names) == 1 else ()


def _named_whole(query: Query, row: ProjectRow) -> bool:
    """The question spells the owner's or the builder's name, which may hold the project's own (蓝海集团)."""
    asked = compact(query.text)
    return any(one and len(one) > 3 and compact(one) in asked for one in (row.owner, row.builder))


def _owns(term: Term, row: ProjectRow) -> bool:
    said = compact("，".join(filter(None, (row.owner, row.builder))))
    return _said_by(term, said)


def row_fits_slots(query: Query, row: ProjectRow) -> bool:
    """Whether a row is of the asked stages, periods and district."""
    if query.stages and row.stage not in query.stages:
        return False
    if query.periods and row.period not in query.periods:
        return False
    return query.district is None or row.district in (None, query.district)


def holds_for_row(term: Term, row: ProjectRow) -> bool:
    """The word stands in what the row says of place, owner or content, or in its name."""
    said = compact("，".join(filter(None, (row.place, row.owner, row.builder, row.name, row.content))))
    return _said_by(term, said)


def _said_by(term: Term, said: str) -> bool:
    """By its letters or a word that means the same: 水利 is not said by 柘水锂电, which only sounds so."""
    score = explained(term.text, said).score
    if len(term.text) == 1 and not re.search(rf"{re.escape(term.text)}(?:项目|工程|$|[，、])", said):
        return False  # 在库项目 are none of 水库加固
    return score >= _EXACT and score != SOUND


def rows_of_one_article(rows: Sequence[Found[ProjectRow]]) -> list[Found[ProjectRow]]:
    """Rows of the newest article that lists most of them."""
    by_article: dict[str, list[Found[ProjectRow]]] = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    return max(by_article.values(), key=len, default=[])
