"""Projects by what they cost: 投资最大的项目是哪个, 今年计划投资最多的是哪个, 总投资超过5亿的项目有哪些."""

from __future__ import annotations

import re

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof, row_proofs
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.relation import lists_a_part
from index.answering.programmes.selecting import (
    MOST_LISTED,
    holds_for_row,
    meant_by,
    row_fits_slots,
    rows_of_one_article,
)
from index.extraction.words.money import in_yi
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities, parse_number
from index.records import Found, Investment, ProjectRow
from index.understanding.query import Query
from index.understanding.terms import is_weak

_EXTREME = load_pattern("answering.by_size.extreme")
_BY_KIND = load_pattern("answering.by_size.by_kind")  # 按产业看投得最多的是哪个: no single project
_EACH = load_pattern("answering.by_size.each")
_PRICE = load_pattern("answering.by_size.price")
_OF_MONEY = load_pattern("answering.by_size.of_money")
_YEARLY = load_pattern("answering.by_size.yearly")
_ASKS_PROJECTS = load_pattern("answering.by_size.asks_projects")
_BOUND = load_pattern("answering.by_size.bound")
_SEVERAL = load_pattern("answering.by_size.several")
_SO_MANY = load_pattern("answering.by_size.so_many")
_FEW = 2  # projects with an amount of their own that are compared at least
_EXACT = 0.75
_HEAD = 60  # code points in which the head of a list says that it is a part
_YI = 1e8

_Sized = tuple[Found[ProjectRow], Investment]
"""A row with the amount that is asked about."""


def dearest_project(query: Query, knowledge: Knowledge) -> Draft | None:
    """投资最大的项目是哪个: among the projects of one article that print such an amount of their own."""
    asked = _EXTREME.search(query.text)
    if query.kind not in ("compare", "list", "text") or asked is None or not _EACH.search(query.text):
        return None
    if not _OF_MONEY.search(query.text) or _BY_KIND.search(query.text):
        return None
    sized = _sized(query, knowledge)
    if len(sized) < _FEW:
        return None
    ranked = sorted(sized, key=_size, reverse=asked["least"] is None)
    best = [one for one in ranked if _size(one) == _size(ranked[0])]
    if (several := _SEVERAL.search(query.text)) is not None:  # 投资最大的三个项目
        best = ranked[: int(parse_number(several["n"]))]
    detail = f"按公报写明{_kind(query)}的{len(ranked)}个项目比较：{'、'.join(map(_said, ranked[:MOST_LISTED]))}。"
    projects = meant_by([row.value.name for row, _ in best], best[0][0], knowledge)
    said = "、".join(map(_said, best))
    return Draft("answered", "compare", said, _proofs(ranked), detail=detail, projects=projects)


def within_bound(query: Query, knowledge: Knowledge) -> Draft | None:
    """总投资超过5亿的项目有哪些, 有几个: of the rows of one article those beyond, or below, the asked amount."""
    asked = _BOUND.search(query.text)
    bound = _amount(asked["amount"]) if asked is not None else None
    if asked is None or bound is None or query.kind not in ("list", "count", "lookup", "compare"):
        return None
    if asked[0] == asked["amount"] or not _ASKS_PROJECTS.search(query.text):
        return None
    sized = _sized(query, knowledge, apart_from=asked[0])
    below = asked["below"] is not None or asked["below2"] is not None
    found = [one for one in sized if (_size(one) < bound.value / _YI) == below and _size(one) != bound.value / _YI]
    if len(sized) < _FEW:
        return None
    if not found:
        detail = texts.NONE_OF_ROWS.format(kind=_kind(query), count=len(sized), bound=asked[0])
        return Draft("answered", "list", texts.NONE_WITHIN, _proofs(sized), detail=detail)
    page = knowledge.page(sized[0][0].article)
    partly = lists_a_part(page.heading + page.whole[:_HEAD])
    names = [row.value.name for row, _ in found]
    detail = "、".join(map(_said, found[:MOST_LISTED]))
    if query.kind == "count":
        among = f"公报列出的{len(sized)}个项目中：" if partly else ""
        return Draft("answered", "count", f"{len(found)}个", _proofs(found), detail=among + detail)
    said = "、".join(names[:MOST_LISTED]) + ("等" if partly else "")
    projects = meant_by(names, found[0][0], knowledge)
    return Draft("answered", "list", said, _proofs(found), detail=detail, projects=projects)


def _sized(query: Query, knowledge: Knowledge, apart_from: str = "") -> list[_Sized]:
    """The rows of the newest fitting article with the asked amount, one for a name."""
    named = any(link.kind in ("project", "person") for link in query.links)
    if named or query.programme or query.all_stages:
        return []
    terms = [
        t for t in query.terms
        if not (is_weak(t.text) or _SO_MANY.fullmatch(t.text) or _PRICE.search(t.text))
        and t.text not in query.stages and t.text not in apart_from
    ]  # fmt: skip
    rows = [row for row in knowledge.projects if row_fits_slots(query, row.value) and _asked(query, row.value)]
    found = [row for row in rows if all(holds_for_row(t, row.value) or _headed(t.text, row, knowledge) for t in terms)]
    unique = {row.value.name: row for row in rows_of_one_article(found)}
    return [(row, amount) for row in unique.values() if (amount := _asked(query, row.value)) is not None]


def _headed(word: str, row: Found[ProjectRow], knowledge: Knowledge) -> bool:
    return explained(word, knowledge.page(row.article).heading).score >= _EXACT


def _kind(query: Query) -> str:
    return "年度计划投资" if _YEARLY.search(query.text) else "总投资"


def _asked(query: Query, row: ProjectRow) -> Investment | None:
    """The total, or what is planned for this year, in 元."""
    yearly = _YEARLY.search(query.text) is not None
    held = (one for one in row.investments if one.currency == "元")
    return next((one for one in held if (_YEARLY.search(one.kind) if yearly else one.kind == "总投资")), None)


def _size(one: _Sized) -> float:
    return in_yi(one[1]) or 0.0


def _said(one: _Sized) -> str:
    return f"{one[0].value.name}（{texts.amount_text(one[1])}）"


def _amount(text: str) -> Quantity | None:
    """5亿, 5000万元."""
    found = next(iter(find_quantities(text)), None)
    fits = found is not None and (found.kind == "money" or (found.kind == "bare" and bool(re.search("[万亿]", text))))
    return found if fits else None


def _proofs(sized: list[_Sized]) -> tuple[Proof, ...]:
    return row_proofs(row for row, _ in sized[:MOST_LISTED])
