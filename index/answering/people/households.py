"""The homes that were visited: how many, the first, the last, whose; by the names in front of 家中 or behind 看望."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence, pages_of
from index.answering.people.whom import Visited, seen, told_in
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS_COUNT = load_pattern("answering.households.asks_count")
_ASKS_ALL = load_pattern("answering.households.asks_all")
_ASKS_LAST = load_pattern("answering.households.asks_last")
_ASKS_FIRST = load_pattern("answering.households.asks_first")
_ASKS_HERE = load_pattern("answering.households.asks_here")
_WITHIN = load_pattern("answering.households.within")
_ASKS_NTH = load_pattern("answering.households.asks_nth")
_ASKED = (_ASKS_ALL, _ASKS_COUNT, _ASKS_NTH, _ASKS_LAST, _ASKS_FIRST, _ASKS_HERE)
_SEVERAL = 2
_LEADS = "在去到那"
_SHORTEST = 3  # letters of a place
_ENOUGH = 0.6


def households(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The number or the names of those whose homes one article tells to have been visited; None where it tells none."""
    what, asked = next(((one, match) for one in _ASKED if (match := one.search(query.text)) is not None), (None, None))
    if asked is None:
        return None
    people = {link.name for link in query.links if link.kind == "person"}
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if t.weight >= 0.5 and t.text not in people)
    for page in pages_of(pool):
        found = [one for one in seen(page, "") if one.name not in people]
        if what is _ASKS_HERE:
            found = _at_the_place(compact(query.text[: asked.start()]).lstrip(_LEADS), found, page)
            if found:
                return _named(found[:1])
            continue
        if (within := _WITHIN.search(query.text)) is not None:  # 在甲街道看望了几户
            found = [one for one in found if within["x"] in compact(page.own[one.sentence.number])]
        share, missing, _ = coverage(terms, ((page.whole, 1.0), (page.heading, 1.0)))
        if len(found) < (1 if within else _SEVERAL) or (terms and share < _ENOUGH) or any(t.critical for t in missing):
            continue
        if what is _ASKS_COUNT:
            said, detail = f"{len(found)}{asked['unit']}", "、".join(one.name for one in found)
            return Draft("answered", "count", said, told_in(found), detail=detail, accounted=True)
        if what is _ASKS_ALL:
            return _named(found)
        if what is _ASKS_NTH:
            at = int(parse_number(asked["n"]))
            return _named(found[at - 1 : at]) if at <= len(found) else None
        return _named(found[-1:] if what is _ASKS_LAST else found[:1])
    return None


def _at_the_place(place: str, found: Sequence[Visited], page: Page) -> list[Visited]:
    """计划路9号院看望的是哪家: those whose own sentence names the place."""
    if len(place) < _SHORTEST:
        return []
    return [one for one in found if place in compact(page.own[one.sentence.number])]


def _named(found: Sequence[Visited]) -> Draft:
    names = tuple(one.name for one in found)
    alone = len(found) == 1
    said = f"{found[0].title}{names[0]}" if alone else "、".join(names)
    detail = None if alone else f"共{len(names)}户"
    return Draft(
        "answered", "person" if alone else "list", said, told_in(found), detail=detail, people=names, accounted=True
    )
