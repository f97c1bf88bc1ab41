"""Amounts of money with the word that says what they are: 总投资 is never mixed with 年度计划投资."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, load_words
from index.language.numerals import SCALES, Quantity, find_quantities
from index.records import Investment

_REACH = 24  # code points in front of an amount in which its kind is looked for
_LINK = (
    r"(?:额|总额|金额)?(?:（[^（）]{1,12}）)?(?:预计|大约|接近|将近|不低于|不少于|超过|达到|累计|合计|共计"
    r"|总计|高达|人民币|[约近超逾过达为共计是有：:\s]){0,4}"
)
_CURRENCIES = {"美金": "美元", "港币": "港元", "元人民币": "元", "块": "元", "块钱": "元"}
_RESPECTIVELY = load_pattern("extraction.money.respectively")
_THRESHOLD = load_pattern("extraction.money.threshold")
_TO_COME = load_pattern("extraction.money.to_come")
_YEAR = load_pattern("extraction.money.year")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text: offsets of the figure, of its kind word (or of the figure), and the value.

    ``investment.kind`` is "" where no word says what it is, and None stands for other money (产值).
    """

    start: int
    end: int
    head: int
    investment: Investment
    other: str | None = None


@lru_cache(maxsize=1)
def kind_names() -> dict[str, str]:
    """Printed word → kind of investment."""
    return {word: row[0] for row in load_table("investment_kinds") for word in row[1].split()}


@lru_cache(maxsize=1)
def _kind_pattern() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = sorted((*kind_names(), *load_words("not_investments")), key=len, reverse=True)
    joined = "|".join(map(re.escape, words))
    return re.compile(rf"(?P<kind>{joined}){_LINK}$"), re.compile(joined)


def find_amounts(text: str, quantities: Sequence[Quantity] | None = None) -> tuple[Amount, ...]:
    """Every amount of money in ``text``, in order, with its kind."""
    found: list[Amount] = []
    for quantity in find_quantities(text) if quantities is None else quantities:
        if quantity.kind != "money" and not (quantity.kind == "bare" and quantity.scale in ("亿", "万亿")):
            continue
        amount = _amount(text, quantity)
        if amount.investment.kind or not _THRESHOLD.match(text, quantity.end):
            found.append(amount)
    return _aligned(text, found)


def _amount(text: str, quantity: Quantity) -> Amount:
    begin = max(0, quantity.start - _REACH)
    left = text[begin : quantity.start]
    match = _kind_pattern()[0].search(left)
    word = match["kind"] if match else None
    head = begin + match.start() if match else quantity.start
    if word in ("计划投资", "计划完成投资", "拟投资") and _YEAR.search(
        left[: match.start()] if match else ""
    ):
        word = "年度计划投资"
    if match and word is not None and kind_names().get(word) == "完成投资" and _TO_COME.search(left[: match.start()]):
        word = "年度计划投资"  # 力争某电站完成年度投资14亿元
    other = word if word is not None and word not in kind_names() else None
    kind = kind_names().get(word or "", "")
    return Amount(quantity.start, quantity.end, head, as_investment(quantity, kind), other)


def as_investment(quantity: Quantity, kind: str) -> Investment:
    """``quantity`` as an investment: unit 亿, 万 or "", currency 元, 美元 …"""
    number, scale = quantity.number, quantity.scale
    if scale not in ("亿", "万", ""):
        value = number * SCALES[scale]
        number, scale = (round(value / 1e8, 6), "亿") if value >= 1e8 else (round(value / 1e4, 6), "万")
    unit = quantity.unit or "元"
    return Investment(kind, number, scale, _CURRENCIES.get(unit, unit), quantity.modality)


def _aligned(text: str, found: list[Amount]) -> tuple[Amount, ...]:
    """总投资、年度计划投资分别为118.6亿元、41.3亿元: each amount gets its own kind."""
    for at, amount in enumerate(found):
        begin = max(0, amount.start - 40)
        left = text[begin : amount.start]
        match = _RESPECTIVELY.search(left)
        if match is None:
            continue
        clause = max(left.rfind(sign, 0, match.start()) for sign in "，。；,;")
        kinds = [m for m in _kind_pattern()[1].finditer(left[: match.start()]) if m.start() > clause]
        if len(kinds) < 2:
            continue
        same = found[at : at + len(kinds)]
        for word, one in zip(kinds, same, strict=False):
            kind = kind_names().get(word[0], "")
            value = replace(one.investment, kind=kind)
            found[found.index(one)] = Amount(
                one.start, one.end, begin + word.start(), value, None if kind else word[0]
            )
    return tuple(found)


def in_yi(investment: Investment) -> float | None:
    """The amount in 亿元; None for other currencies."""
    if investment.currency != "元":
        return None
    return round(investment.value * SCALES[investment.unit] / 1e8, 6)
