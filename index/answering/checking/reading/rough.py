"""What a figure that is told roughly may stand for: 约45%, 六成多, 0.8%出头, 不到3万人, 三分之一以上."""

from __future__ import annotations

import re

from index.language.lexicon import load_pattern

Range = tuple[float, float]
_ABOVE = load_pattern("answering.rough.above")
_ABOVE_BEHIND = load_pattern("answering.rough.above_behind")
_MORE = load_pattern("answering.rough.more")
_BELOW = load_pattern("answering.rough.below")
_AROUND = load_pattern("answering.rough.around")
_AROUND_BEHIND = load_pattern("answering.rough.around_behind")
_NEAR = 0.05  # how far from a round figure what is told with 约 may lie
_TINY = 1e-6
_REACH = 6  # letters in front of a figure that may say so


def within(text: str, start: int, end: int, printed: float, number: float) -> Range | None:
    """The lowest and the highest number that the figure at ``start`` may stand for; None for an exact one.

    Args:
        text: folded. printed: the number as it is written, before its scale and unit. number: its base value.
    """
    before = text[max(0, start - _REACH) : start]
    step = _step(printed) * (number / printed if printed else 1.0)
    if _ABOVE.search(before) or _ABOVE_BEHIND.match(text, end) or _MORE.search(text[start:end]):
        return number, number + step * (1 - _TINY)
    if _BELOW.search(before):
        return number - step * (1 - _TINY), number
    if _AROUND.search(before) or _AROUND_BEHIND.match(text, end):
        near = min(step / 2, abs(number) * _NEAR)
        return number - near, number + near
    return None


def _step(printed: float) -> float:
    """One unit of the last place that is written: 0.1 for 0.8, 10 for 260, 1 for 45."""
    digits = re.sub(r"0+$", "", f"{printed:.4f}").rstrip(".")
    if "." in digits:
        return float(10 ** -len(digits.partition(".")[2]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10**zeros)


def admits(range_: Range, number: float) -> bool:
    """The number lies within the bounds."""
    slack = _TINY * max(1.0, abs(number))
    return range_[0] - slack <= number <= range_[1] + slack
