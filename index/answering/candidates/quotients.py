"""Values that follow by multiplying or dividing two printed ones: for each, for all, the goal behind a rate.

32家，每家5万元: 160万元 in all; 6个、68.4亿元: 11.4亿元 each; 412亿元，完成目标的82.4%: the goal is 500亿元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.answering.evidence.labels import item_start, names_given
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import (
    difference_said,
    goal_said,
    product_said,
    quotient_said,
    step_said,
    sum_said,
)
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query

ASKS_EACH = re.compile(
    r"平均(?![^，。？]{0,8}率)|均摊|每一?[个家户人名亩吨项单件](?!月|年|天)|一[吨单户亩](?=.{0,8}[合摊投分要])"
)
ASKS_ALL = re.compile(r"总|一共|拢共|合计|共|全部")
ASKS_GOAL = re.compile(r"目标|计划|任务|原定")
_GOAL_PRINTED = re.compile(r"(?:目标|计划|任务)[^，。；,;\d]{0,6}\d[\d.]*(?![\d.%])")
ASKS_STEP = re.compile(
    r"(?:扩|增加|增|提高|提升|缩短|省下?|减少|减|降|快|慢|多|少)(?:了|掉|出)?(?:多少|几)|(?:多少|几)[^，。]{0,3}(?:省|少|多)了"
)
ASKS_BEFORE = re.compile(
    r"[没未]?(?:上涨|涨|提高|提标|提|上调|下调|调整|调|加|降|增加|减)(?:价|高|低)?(?:了)?(?:之前|以前|前)|原来|原先|之前是|以前是"
)
_RAISED = re.compile(  # 每人每月再提高22元，达到215元
    r"(?:(?P<up>提高|提升|上调|上涨|增加|增|涨)|(?P<down>降低|下降|下调|减少|减|降))(?:了|约)?"
    r"(?P<delta>\d[\d.]*[^，。；,;\d]{1,4}?)[，,]?(?:调整后|提高后)?(?:达到?|增至|提高到|提高至|升至|涨到|降至|降到|减至)(?:每[人月户]*)?"
    r"(?P<level>\d[\d.]*[^，。；,;\d]{1,4})"
)
_EACH = re.compile(
    r"每(?P<unit>[个家户人名亩吨项件只头])[^，。；,;\d]{0,8}?(?:约|为|是)?(?P<sum>\d[\d.]*(?:万|亿)?元)"
)
_GOAL = re.compile(
    r"(?:完成|占|为|达到?)(?:了)?(?:年度|全年|年|今年|既定)?(?:[^，。；,;\d]{0,4})?(?:目标|计划|任务)[^，。；,;\d]{0,4}?的?(?P<rate>\d[\d.]*)%"
)
_STEP = re.compile(
    r"(?:由|从)[^，。；,;\d]{0,10}(?P<a>\d[\d.]*[^，。；,;\d]{1,4}?)[^，。；,;\d]{0,4}(?:提高|提升|增加|扩大|扩|增|缩短|缩小|减少|压减|压缩|降低|下降|降|延长|发展)[^，。；,;\d]{0,2}(?:至|到|为)[^，。；,;\d]{0,6}(?P<b>\d[\d.]*[^，。；,;\d]{1,4})"
)
_FOR_EACH = re.compile(r"(?:[每均]|各[奖发获得补给])[^，。；,;\d]{0,12}$")
_GAP = 24  # code points between two values of one item


def each(query: Query, evidence: Evidence) -> Iterator[tuple[str, str, int]]:
    """(quotient, arithmetic, where) of an amount and the number that shares it, printed side by side."""
    values = _values(evidence)
    amounts = [one for one in values if one[2].kind == "money"]
    if any(_FOR_EACH.search(evidence.text[:start]) for start, _, _ in amounts):
        return  # 每户补助800元 is printed
    given = names_given(evidence)
    if any((start, end) in given for start, end, _ in amounts):
        return  # 奖金分别为8000元、5000元: each has its own
    for start, end, count in values:
        if count.kind not in ("count", "measure") or count.value <= 1 or not amounts:
            continue
        nearest = min(amounts, key=lambda one: _gap(evidence.text, (start, end), one))
        if _gap(evidence.text, (start, end), nearest) <= _GAP:
            said, detail = quotient_said(nearest[2], count)
            yield said, detail, min(start, nearest[0])


def _gap(text: str, count: Span, amount: tuple[int, int, Quantity]) -> int:
    """Code points between two values; a mark between them counts as ten more, a semicolon as never."""
    low, high = (count[1], amount[0]) if count[0] < amount[0] else (amount[1], count[0])
    between = text[low:high]
    return 1000 if re.search("[；;。]", between) else len(between) + 10 * len(re.findall("[，,]", between))


def for_all(query: Query, evidence: Evidence) -> Iterator[tuple[str, str, int]]:
    """(product, arithmetic, where) of so much each and how many there are."""
    text = fold(evidence.text)
    for match in _EACH.finditer(text):
        price = _only(match["sum"])
        counted = [
            (start, count)
            for start, end, count in _values(evidence)
            if count.unit == match["unit"] and abs(start - match.start()) <= 2 * _GAP
        ]
        if price is not None and counted:
            start, count = min(counted, key=lambda one: abs(one[0] - match.start()))
            said, detail = product_said(price, count)
            yield said, detail, min(start, match.start())


def goal(query: Query, evidence: Evidence) -> Iterator[tuple[str, str, int]]:
    """(goal, arithmetic, where) behind what was done and the rate that it is of the goal."""
    text = fold(evidence.text)
    if _GOAL_PRINTED.search(text):
        return
    for match in _GOAL.finditer(text):
        done = [
            one
            for one in _values(evidence)
            if one[1] <= match.start() and one[2].kind not in ("percent", "points")
        ]
        if done and float(match["rate"]) > 0:
            start, _, quantity = done[-1]
            said, detail = goal_said(quantity, float(match["rate"]))
            yield said, detail, start


def step(query: Query, evidence: Evidence) -> Iterator[tuple[str, str, int]]:
    """(difference, arithmetic, where) of 由4300元提高到11850元."""
    for match in _STEP.finditer(fold(evidence.text)):
        a, b = _only(match["a"]), _only(match["b"])
        if a is not None and b is not None and a.unit == b.unit and a.value != b.value:
            said, detail = step_said(a, b)
            yield said, detail, item_start(evidence.text, match.start())


def before_change(query: Query, evidence: Evidence) -> Iterator[tuple[str, str, int]]:
    """(what it was, arithmetic, where) of 再提高22元，达到215元."""
    for match in _RAISED.finditer(fold(evidence.text)):
        level, delta = _only(match["level"]), _only(match["delta"])
        if level is None or delta is None or level.unit != delta.unit or delta.value >= level.value:
            continue
        said, detail = difference_said(level, delta) if match["up"] else sum_said([("", level), ("", delta)])
        yield said, detail, item_start(evidence.text, match.start())


def _only(text: str) -> Quantity | None:
    return next(iter(find_quantities(text)), None)


def _values(evidence: Evidence) -> list[tuple[int, int, Quantity]]:
    """The counted values of a sentence with their offsets, in order."""
    found = []
    for fact in sorted(evidence.facts, key=lambda f: f.start):
        quantity = _only(fold(fact.value)) if fact.kind in ("money", "count", "measure", "percent") else None
        if quantity is not None:
            found.append((fact.start, fact.end, quantity))
    return found
