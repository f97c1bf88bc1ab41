"""Told in another measure than the asked: a bound, what one costs, what all years cost, another sort of investment."""

from __future__ import annotations

import re

from index.answering.candidates.plan_and_past import is_whole_cost
from index.answering.evidence.circumstances import age_bounds, within_bounds
from index.answering.evidence.explain import explained
from index.answering.refusing.told_at import AMOUNTS, ToldAt
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import fold
from index.understanding.query import Query

_BOUND = load_pattern("answering.measures_told.bound")


def _is_a_bound(query: Query, told: ToldAt) -> bool:
    """现在水位多少: 汛限水位142.5米 is a mark that it is held against."""
    cue = _BOUND.search(told.text, told.low, told.start)
    return cue is not None and cue["measure"] in query.text and cue["bound"] not in query.text


_SIZED = load_pattern("answering.measures_told.sized")


def _of_another_size(query: Query, told: ToldAt) -> bool:
    """85平方米的房子有多少套: what is told without that size is told of all of them."""
    if query.kind not in ("count", "money", "number", "percent", "area", "length"):
        return False
    sizes = [m["size"] for m in _SIZED.finditer(fold(query.text))]
    bounds = age_bounds(fold(told.clause)) if sizes else None
    if bounds is not None:  # 90至99周岁每人150元 tells of somebody of 95岁
        sizes = [one for one in sizes if not (one.endswith("岁") and within_bounds(_years(one), bounds))]
    said = fold(told.text) if sizes else ""
    printed = {q.value for q in find_quantities(said)}
    return any(q.value not in printed for size in sizes for q in find_quantities(size))


def _years(size: str) -> int:
    return int(re.sub(r"\D.*", "", size))


def _is_the_whole_cost(query: Query, told: ToldAt) -> bool:
    """当年计划投资多少: 总投资158.4亿元 is what all years cost."""
    return query.kind == "money" and is_whole_cost(query, told.clause)


_ASKS_COST = load_pattern("answering.measures_told.asks_cost")
_PER_UNIT = load_pattern("answering.measures_told.per_unit")


def _is_per_unit(query: Query, told: ToldAt) -> bool:
    """老街改造花了多少钱: 每部由财政补贴15万元 is paid for one lift of it."""
    asks = query.kind == "money" and bool(_ASKS_COST.search(query.text)) and not re.search("[每一单]", query.text)
    return asks and bool(_PER_UNIT.search(told.clause))


_DUE = load_pattern("answering.measures_told.due")


def _is_not_due(query: Query, told: ToldAt) -> bool:
    """应收面积多少: 收获7.5万亩 is what has been done of it."""
    due = _DUE.search(query.text) if query.kind in (*AMOUNTS, "percent") else None
    return due is not None and due[0] not in told.text


_OTHER_INVESTMENT = load_pattern("answering.measures_told.other_investment")


def _of_other_investment(query: Query, told: ToldAt) -> bool:
    """固定资产投资多少: 完成重点项目投资52.8亿元 is one sort of it."""
    other = _OTHER_INVESTMENT.search(told.clause) if "固定资产投资" in query.text else None
    return other is not None and other[0] not in query.text and "固定资产" not in told.clause


_EACH_TIME = load_pattern("answering.measures_told.each_time")
_PER_TIME = load_pattern("answering.measures_told.per_time")


def _of_all_times(query: Query, told: ToldAt) -> bool:
    """一次能借几本: 有图书6400册 is what there is."""
    asks = query.kind in AMOUNTS and bool(_EACH_TIME.search(query.text))
    return asks and not _PER_TIME.search(told.clause)


_PER_HEAD = load_pattern("answering.measures_told.per_head")
_ASKS_WHOLE = load_pattern("answering.measures_told.asks_whole")
_ASKS_PER_HEAD = load_pattern("answering.measures_told.asks_per_head")


def _is_per_head(query: Query, told: ToldAt) -> bool:
    """采摘节收入多少: 户均增收1.1万元 is what one household has of it."""
    asked = "".join((*query.context, query.text))
    whole = query.kind == "money" and _ASKS_WHOLE.search(query.text) and not _ASKS_PER_HEAD.search(asked)
    return bool(whole) and _PER_HEAD.search(told.clause) is not None


_INVESTED = load_pattern("answering.measures_told.invested")
_FULL, _UNSAID = 1.0, 0.5


def _is_what_it_cost_to_build(query: Query, told: ToldAt) -> bool:
    """新院区挂号要多少钱: 总投资5.6亿元 is another sum, and of 挂号 the page tells nothing."""
    if query.kind != "money" or not _INVESTED.search(told.clause):
        return False
    whole = told.page.whole + told.page.heading
    linked = [(link.start, link.end) for link in query.links]
    return any(
        term.weight >= _FULL and len(term.text) > 1 and explained(term.text, whole).score < _UNSAID
        and not any(low <= term.start < high for low, high in linked)
        for term in query.terms
    )


_CEILING = load_pattern("answering.measures_told.ceiling")
_ASKS_SO_FAR = load_pattern("answering.measures_told.asks_so_far")
_ASKS_CEILING = load_pattern("answering.measures_told.asks_ceiling")


def _is_a_ceiling(query: Query, told: ToldAt) -> bool:
    """已经发了多少贷款, 全县有多少条狗: 贷款最高额度30万元 and 每户限养一只 say what one may have."""
    asks = query.kind in AMOUNTS and _ASKS_SO_FAR.search(query.text) and not _ASKS_CEILING.search(query.text)
    return bool(asks) and _CEILING.search(told.text, told.low, told.start) is not None


_ASKS_A_HEAD = load_pattern("answering.measures_told.asks_a_head")
_PER_MEASURE = load_pattern("answering.measures_told.per_measure")


def _is_of_a_measure(query: Query, told: ToldAt) -> bool:
    """采摘一个人多少钱: 地头价每斤2.2元 is the price of the fruit."""
    asks = query.kind == "money" and bool(_ASKS_A_HEAD.search(query.text))
    return asks and _PER_MEASURE.search(told.text, told.low, told.start) is not None


OF_OTHER_MEASURES = (
    _is_of_a_measure,
    _is_a_ceiling,
    _is_what_it_cost_to_build,
    _is_per_head,
    _is_a_bound,
    _of_another_size,
    _is_the_whole_cost,
    _is_per_unit,
    _is_not_due,
    _of_other_investment,
    _of_all_times,
)
