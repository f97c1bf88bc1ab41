"""Values that follow by multiplying or dividing two printed ones: for each, for all, the goal behind a rate.

32家，每家5万元: 160万元 in all; 6个、68.4亿元: 11.4亿元 each; 412亿元，完成目标的82.4%: the goal is 500亿元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.answering.evidence.explain import explained
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
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities, units
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query

ASKS_EACH = load_pattern("answering.quotients.asks_each")
ASKS_ALL = load_pattern("answering.quotients.asks_all")
ASKS_GOAL = load_pattern("answering.quotients.asks_goal")
GOAL_PRINTED = load_pattern("answering.quotients.goal_printed")
ASKS_STEP = load_pattern("answering.quotients.asks_step")
ASKS_BEFORE = load_pattern("answering.quotients.asks_before")
_RAISED = load_pattern("answering.quotients.raised")
_EACH = load_pattern("answering.quotients.each")
_GOAL = load_pattern("answering.quotients.goal")
_STEP = load_pattern("answering.quotients.step")
_FOR_EACH = load_pattern("answering.quotients.for_each")
_PER = load_pattern("answering.quotients.per")
_OF_WHOM = load_pattern("answering.quotients.of_whom")
_NO_SHARE = load_pattern("answering.quotients.no_share")
_GIVEN = load_pattern("answering.quotients.given")
_SAID = 0.6  # how well what is given must be told near the amount
_GAP = 24  # code points between two values of one item


def each(query: Query, evidence: Evidence) -> Iterator[tuple[str, str, int]]:
    """(quotient, arithmetic, where) of an amount and the number that shares it, printed side by side."""
    if _NO_SHARE.search(query.text):
        return  # 居民每户最多出多少 is a bound, and 自己掏多少 no share of what all of it costs
    around = evidence.own + evidence.before + evidence.heading
    if len(query.head) > 1 and _GIVEN.search(query.head) and explained(query.head, around).score < _SAID:
        return  # 每户补助多少: of the damage printed beside the houses nothing was given
    whom = _OF_WHOM.search(query.text)
    if whom is not None and whom["of"] not in around:
        return  # 一个村平均收入 is no share of so many loans
    values = _values(evidence)
    amounts = [one for one in values if one[2].kind == "money"]
    if any(_FOR_EACH.search(evidence.text[:start]) for start, _, _ in amounts):
        return  # 每户补助800元 is printed
    given = names_given(evidence)
    if any((start, end) in given for start, end, _ in amounts):
        return  # 奖金分别为8000元、5000元: each has its own
    per = _PER.search(query.text)
    for start, end, count in values:
        if count.kind not in ("count", "measure") or count.value <= 1 or not amounts:
            continue
        if per is not None and per["unit"] in units() and count.unit and not count.unit.startswith(per["unit"][:1]):
            continue  # 每公里 is no share of so many 立方米
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
    if GOAL_PRINTED.search(text):
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
