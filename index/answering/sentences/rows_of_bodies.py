"""All bodies of a row that the text counts (甲办、乙办，丙局等3个单位发言), those of a sort, and the n-th of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.answering.evidence import texts
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import slots_agree
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import OrderedList
from index.understanding.query import Query

LAST_OF_ROW = load_pattern("answering.rows_of_bodies.last")
_SORT = load_pattern("answering.rows_of_bodies.sort")
_DEPARTMENT = load_pattern("answering.rows_of_bodies.department")
_HOW_MANY = load_pattern("answering.rows_of_bodies.how_many")
_HEADED = load_pattern("answering.rows_of_bodies.headed")  # 石桥镇主要负责人, behind a row of bodies
_ENOUGH = 0.6
_JOINT = re.compile("[、，,]")


def of_whole_row(query: Query, found: Draft, evidence: Evidence) -> Draft:
    """The draft with the whole row that its bodies are a part of; with the n-th alone where that one is asked for."""
    told = [one for one in _JOINT.split(found.answer.removesuffix("等")) if one]
    held = next((one for one in evidence.page.says.lists if _holds(one, evidence, told)), None)
    if held is None or found.kind not in ("organisation", "list"):
        return found
    names = [one.text for one in held.items]
    if query.ordinal and 0 < query.ordinal <= len(names):
        return replace(found, answer=names[query.ordinal - 1], detail=texts.AS_LISTED)
    if LAST_OF_ROW.search(query.text):
        return replace(found, answer=names[-1], detail=texts.AS_LISTED)
    if query.ordinal and query.ordinal > len(names):
        said = texts.ONLY_LISTED.format(count=len(names), nth=texts.chinese(query.ordinal))
        return replace(found, status="corrected", answer=said, detail="、".join(names))
    own = of_sort(query.text, names)
    return replace(found, answer="、".join(own), kind="list", detail=f"共{len(own)}个")


def _holds(held: OrderedList, evidence: Evidence, told: Sequence[str]) -> bool:
    """A row that is whole, by its own number or without 等, and has all that was found."""
    items = {compact(one.text) for one in held.items}
    whole = held.sentence == evidence.number and (held.count == len(held.items) or not (held.open or held.count))
    return whole and all(compact(one) in items for one in told)


def asks_departments(text: str) -> bool:
    """哪些部门, 哪些区直单位: bureaus and commissions."""
    asked = _SORT.search(text)
    noun = (asked["noun"] or asked["head"]) if asked else ""
    return asked is not None and bool(asked["direct"] or asked["straight"] or noun in ("部门", "委办局"))


def of_sort(text: str, names: list[str]) -> list[str]:
    """哪些办事处 wants those that are called so, 哪些部门 those that are bureaus and commissions; 哪些单位 all."""
    asked = _SORT.search(text)
    noun = (asked["noun"] or asked["head"]) if asked else "单位"
    department = asks_departments(text)
    bare = ((one, _HEADED.sub("", one)) for one in names)
    own = [one for one, body in bare if (_DEPARTMENT.search(body) if department else body.endswith(noun))]
    return own or names


def counted_of_row(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """3个 for 有几个办事处发言, of a whole row of which only some are such; None where no row is mixed so."""
    asked = _HOW_MANY.search(query.text)
    if asked is None:
        return None
    span = asked.span("noun") if asked["noun"] else asked.span("noun2")
    noun, unit = asked["noun"] or asked["noun2"], asked["unit"] or asked["unit2"]
    terms = tuple(t for t in without(query.terms, (span,)) if t.weight > 0)
    for evidence in pool if terms else ():
        for held in evidence.page.says.lists if slots_agree(query, evidence) else ():
            names = [one.text for one in held.items]
            own = of_sort(texts.WHICH.format(sort=noun), names) if _holds(held, evidence, ()) else names
            share, missing, _ = coverage(terms, ((evidence.own, 1.0), (evidence.heading, 0.6), (evidence.head, 0.6)))
            if len(own) < len(names) and share >= _ENOUGH and not any(t.critical for t in missing):
                said, detail = f"{len(own)}{unit}", "、".join(own)
                return Draft("answered", "count", said, (evidence.proof,), detail=detail, accounted=True)
    return None
