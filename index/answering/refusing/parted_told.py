"""Told of what stands apart in the sentence: a listed part, what is compared, what is still to do, under a label."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.answering.candidates.whose import asked_names
from index.answering.refusing.told_at import AMOUNTS, MARKS, STRONG, ToldAt
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_DONE_ALREADY = load_pattern("answering.parted_told.done_already")
_TO_DO = load_pattern("answering.parted_told.to_do")
_ALREADY = load_pattern("answering.parted_told.already")


def _is_still_to_do(query: Query, told: ToldAt) -> bool:
    """已完成整治的有几处: 要求9月底前完成26处整治 is a task."""
    if query.kind not in AMOUNTS or not _DONE_ALREADY.search(query.text):
        return False
    return bool(_TO_DO.search(told.clause)) and not _ALREADY.search(told.clause)


_PARTS_LISTED = load_pattern("answering.parted_told.parts_listed")


def _of_all_listed_parts(query: Query, told: ToldAt) -> bool:
    """食堂投资多少: of 一期包括教学楼3栋、公寓2栋和食堂，投资3.4亿元 the amount is that of all parts."""
    if query.kind not in AMOUNTS:
        return False
    return any(
        name in compact(parts["parts"]) and name not in compact(told.text[parts.end() : told.high])
        for parts in _PARTS_LISTED.finditer(told.text, 0, told.low)
        for name in asked_names(query)
    )


_AGAINST = load_pattern("answering.parted_told.against")
_ASKS_AGAINST = load_pattern("answering.parted_told.asks_against")


def _only_compared(query: Query, told: ToldAt) -> bool:
    """普通米多少钱: of 生态米每公斤12元，比普通米高一倍 the price is that of the other."""
    if query.kind not in AMOUNTS or _ASKS_AGAINST.search(query.text):
        return False
    said = compact(told.text)
    for name in asked_names(query):
        spots = [match.start() for match in re.finditer(re.escape(name), said)] if len(name) > 2 else []
        if spots and all(_AGAINST.search(said[:at]) for at in spots):
            return True
    return False


_WIDE = load_pattern("answering.parted_told.wide")
_TOWN = load_pattern("answering.parted_told.town")


def _of_the_whole_district(query: Query, told: ToldAt) -> bool:
    """东街街道有几位: of 全区27位，最年长的是东街街道的某某 the number is that of the district."""
    if query.kind not in AMOUNTS or _WIDE.search(query.text) or not _WIDE.search(told.clause):
        return False
    up_to = compact(told.text[: told.high])
    return any(match[0] not in up_to for match in _TOWN.finditer(compact(query.text)))


def _of_one_town(query: Query, told: ToldAt) -> bool:
    """全区带动多少户: 荷塘镇推广6800亩，带动960户 is told of a town."""
    if query.kind not in AMOUNTS or not _WIDE.search(query.text) or _WIDE.search(told.up_to):
        return False
    town = _TOWN.match(told.up_to)
    return town is not None and town[0] not in query.text


_LABEL = load_pattern("answering.parted_told.label")


def _under_another_label(query: Query, told: ToldAt) -> bool:
    """停车场收费多少: 道路泊位收费：首小时3元 is charged elsewhere."""
    label = _LABEL.match(told.text)
    if label is None or label.end() > told.start or query.kind not in (*AMOUNTS, "date", "duration", "place"):
        return False
    at = query.text.find(label["what"])
    first = next((t for t in query.terms if t.end == at and t.weight >= STRONG and len(t.text) > 1), None)
    return first is not None and first.text not in told.text and compact(label["name"])[-2:] not in query.text


_ASKS_CEILING = load_pattern("answering.parted_told.asks_ceiling")
_CEILING = load_pattern("answering.parted_told.ceiling")


def _is_no_ceiling(query: Query, told: ToldAt) -> bool:
    """一天最高收多少: 首小时3元 is no limit."""
    return query.kind == "money" and bool(_ASKS_CEILING.search(query.text)) and not _CEILING.search(told.clause)


def _did_it_beside(query: Query, told: ToldAt) -> bool:
    """乙行营业部谁发言: of 甲某代表个人发言，乙行营业部代表集体发言 the one who is named spoke for others."""
    if query.kind != "person" or len(query.head) < len("发言"):
        return False
    up_to = compact(told.text[: told.high])
    later = [compact(one) for one in MARKS.split(told.text[told.high :])]
    return any(
        len(name) > len("县医院") and query.head not in name and name not in up_to
        and any(name in one and query.head in one for one in later)
        for name in asked_names(query)
    )


_BEFORE_THAT = load_pattern("answering.parted_told.before_that")
_ASKS_FORMER = load_pattern("answering.parted_told.asks_former")


def only_held_before(query: Query, said: Iterable[str]) -> bool:
    """镇党委书记是谁: of 田某此前任镇党委书记 that it is somebody else by now."""
    if query.kind != "person" or len(query.head) < len("书记") or _ASKS_FORMER.search(query.text):
        return False
    told = [one for text in said for one in MARKS.split(text) if query.head in one]
    return bool(told) and all(_BEFORE_THAT.search(one) for one in told)


PARTED = (
    _did_it_beside,
    _is_still_to_do,
    _of_all_listed_parts,
    _only_compared,
    _of_the_whole_district,
    _of_one_town,
    _under_another_label,
    _is_no_ceiling,
)
