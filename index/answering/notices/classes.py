"""In which class a figure falls, and what is done then, where the classes are printed by their bounds.

黄牌为滞后5%以内，红牌为滞后5%及以上; 滞后15天以上的发提醒函，滞后30天以上的约谈.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.understanding.query import Query

_ASKS_CLASS = load_pattern("answering.classes.asks_class")  # 是什么牌, 算哪一级
_ASKS_DEED = load_pattern("answering.classes.asks_deed")  # 会怎么处理
_FIGURE = load_pattern("answering.classes.figure")
_CLASS = load_pattern("answering.classes.bounded")  # 黄牌为滞后5个百分点以内
_STEP = load_pattern("answering.classes.step")  # 滞后15天以上的发提醒函
_OF = load_pattern("answering.classes.of")
_LAGS = load_pattern("answering.classes.lags")  # 慢了, 拖了 of speech for a printed 滞后
_LAG = load_pattern("answering.classes.lag")
_SAID = 0.6


@dataclass(frozen=True, slots=True)
class _Bound:
    """A class with its name, or what is done, and the figures that belong to it: from ``low`` up, below ``high``."""

    said: str
    about: str
    unit: str
    low: float
    high: float
    holds_high: bool = False


def class_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The class of the asked figure, or what is done at it; None where no two bounds of its unit are printed."""
    asked = _FIGURE.search(query.text)
    named, deed = _ASKS_CLASS.search(query.text), _ASKS_DEED.search(query.text)
    if asked is None or (named is None and deed is None):
        return None
    value, unit = float(asked["n"]), asked["unit"]
    for evidence in pool:
        text = fold(evidence.text)
        bounds = list(_classes(text, named["sort"]) if named else _steps(text))
        bounds = [one for one in bounds if one.unit == unit]
        if len(bounds) < 2 or not any(_is_about(query, one) for one in bounds):
            continue
        held = [one for one in bounds if _holds(one, value, bounds)]
        if len(held) == 1:
            return Draft("answered", "text", held[0].said, (evidence.proof,), confidence=0.9)
    return None


def _classes(text: str, sort: str) -> Iterator[_Bound]:
    for match in _CLASS.finditer(text):
        if match["name"].endswith(sort):
            yield _bound(match, match["name"])


def _steps(text: str) -> Iterator[_Bound]:
    """What is done from so many on: each of the steps up to where the next one begins."""
    steps = [_bound(match, match["deed"]) for match in _STEP.finditer(text)]
    for one in steps:
        above = (other.low for other in steps if other.low > one.low and other.unit == one.unit)
        yield _Bound(one.said, one.about, one.unit, one.low, min(above, default=float("inf")))


def _bound(match: re.Match[str], said: str) -> _Bound:
    number, upward = float(match["n"]), match["up"] is not None
    low, high = (number, float("inf")) if upward else (float("-inf"), number)
    return _Bound(said, _OF.sub("", match["about"]), match["unit"], low, high, holds_high=not upward)


def _holds(bound: _Bound, value: float, others: Sequence[_Bound]) -> bool:
    """At the bound itself the class that begins there goes before the one that ends there."""
    if value == bound.high:
        return bound.holds_high and not any(one.low == value for one in others)
    return bound.low <= value < bound.high


def _is_about(query: Query, bound: _Bound) -> bool:
    """滞后 of the class is what the question tells by it or by a word for it; 温度35度 is no 风速."""
    words = [t.text for t in query.terms if not t.text[0].isdigit()]
    behind = _LAGS.search(query.text) is not None and _LAG.search(bound.about) is not None
    return not bound.about or behind or any(explained(word, bound.about).score >= _SAID for word in words)
