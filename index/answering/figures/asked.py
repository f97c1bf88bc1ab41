"""What a question for a computed figure asks: what is done with the operands, the words of each, the unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table
from index.language.patterns import Patterns
from index.understanding.query import Query, Term

_MONEY = load_pattern("answering.asked.money")
_EARNS = load_pattern("answering.asked.earns")
TIMES = load_pattern("answering.asked.times")
OF_ALL = load_pattern("answering.asked.of_all")
_DEARER = load_pattern("answering.asked.dearer")
SIDE_WORDS = load_pattern("answering.asked.side_words")
_JOINED = load_pattern("answering.asked.joined")
_SCOPE = load_pattern("answering.asked.scope")  # 重大项目里|省级加市级一共几个: of what both are parts
_TELLS = 0.3  # what a word must weigh to tell one operand from another
OPERATORS = load_pattern("answering.asked.operators")
_ASK_UNIT = load_pattern("answering.asked.ask_unit")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be computed: the intent, and the stretches of the question that name the operands."""

    intent: str
    sides: tuple[tuple[int, int], ...]
    unit: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one operand, and whether they name it (not only what all operands share)."""

    terms: tuple[Term, ...]
    rest: tuple[Term, ...]


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, ...], Patterns]:
    rows = load_table("computations")
    return tuple(row[0] for row in rows), Patterns(row[1] for row in rows)


def bare_text(text: str) -> str:
    """The question without its mark and the particles at its end."""
    return text.rstrip("？?。！!~～ 啊呀呢吗嘛吧哦")


def asked(query: Query) -> Asked | None:
    """What ``query`` wants computed from two operands and more, or None."""
    text = bare_text(query.text)
    intents, patterns = _patterns()
    for number in patterns.possible(text):
        intent, match = intents[number], patterns.compiled[number].match(text)
        if match is None or (intent == "whether") != (query.kind == "yesno"):
            continue
        sides = _sides(intent, match)
        if sides:
            return Asked(intent, sides, asked_unit(match.groupdict().get("ask") or text), text)
    return None


def sets_side_by_side(query: Query) -> bool:
    """甲比乙多吗: whether one figure is the greater of two, neither of them that of another time."""
    wanted = asked(query)
    return wanted is not None and wanted.intent == "whether" and not TIMES.search(wanted.text)


def _sides(intent: str, match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    if intent != "together":
        return match.span("x"), match.span("y")
    low, high = match.span("x")
    scope = _SCOPE.search(match.string, low, high)
    low = scope.end() if scope is not None else low
    cuts = [m.span() for m in _JOINED.finditer(match.string, low, high) if low < m.start() and m.end() < high]
    counted = OF_ALL.search(match.string, cuts[-1][1], high) if cuts else None
    if counted and counted.start() > cuts[-1][1]:
        high = counted.start()
    starts = [low, *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), high]
    sides = tuple((a, b) for a, b in zip(starts, ends, strict=True) if b > a)
    return sides if len(sides) > 1 else ()


def asked_unit(ask: str) -> str | None:
    """The unit behind 多少 or 几: 亿, 万, 元, %, 个 …; None where it says none."""
    from index.language.numerals import units

    match = _ASK_UNIT.search(ask)
    if match is None:
        return None
    if match["big"]:
        return match["big"]
    if match["money"]:
        return "元"
    if match["points"]:
        return "%"
    other = match["other"] or ""
    for size in (3, 2, 1):
        if len(other) >= size and other[:size] in units():
            return other[:size]
    return "个" if re.match(r"(?:多少|几)个", ask[match.start() :]) else None


def money_asked(wanted: Asked) -> str | None:
    """元 where an amount of money is taken from another, or earned, and no unit is said."""
    if wanted.intent == "apart" and (_EARNS.search(wanted.text) or _DEARER.search(wanted.text)):
        return "元"
    return "元" if wanted.intent == "subtract" and _MONEY.search(wanted.text) else None


def of_two_sides(query: Query, wanted: Asked) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The words of the first operand that are none of the second, and those of the second."""
    first, second = (side_of(query, wanted, number).terms for number in (0, 1))
    shared = {term.text for term in second}
    return tuple(term for term in first if term.text not in shared), second


def _names(query: Query) -> tuple[Term, ...]:
    """Linked names and stages as words of the question."""
    found = [
        Term(query.text[link.start : link.end], link.start, link.end, 1.0)
        for link in query.links
        if link.end > link.start
    ]
    have = {term.text for term in query.terms}
    for stage in query.stages:
        at = query.text.find(stage)
        if at >= 0 and stage not in have:
            found.append(Term(stage, at, at + len(stage), 1.0))
    return tuple(found)


def _said_of_all(wanted: Asked, number: int, own: Sequence[Term]) -> list[Term]:
    """平均 of 高产田比平均高多少, 最高 and 最低 of 最高和最低差多少: what tells the operand."""
    low, high = wanted.sides[number]
    found = SIDE_WORDS.finditer(wanted.text, low, high)
    return [
        Term(match[0], match.start(), match.end(), 1.0)
        for match in found
        if not any(term.start < match.end() and match.start() < term.end for term in own)
    ]


def side_of(query: Query, wanted: Asked, number: int) -> Side:
    """The words inside the stretch of one operand, and those outside all of them."""
    low, high = wanted.sides[number]
    own: list[Term] = []
    rest: list[Term] = []
    for term in (*query.terms, *_names(query)):
        if OPERATORS.fullmatch(term.text) or OF_ALL.fullmatch(term.text):
            continue
        inside = query.text[term.start : term.end] == term.text
        if inside and low <= term.start and term.end <= high:
            own.append(term)
        elif not inside or not any(a <= term.start and term.end <= b for a, b in wanted.sides):
            rest.append(term)
    if wanted.intent == "apart":
        own += _said_of_all(wanted, number, own)
    light = bool(own) and not any(term.weight >= _TELLS for term in own)
    if light and wanted.intent == "together" and high - low > 1:
        own = [Term(wanted.text[low:high], low, high)]  # 大中修: no word that the tokenizer knows
    return Side(tuple(own), () if wanted.intent == "subtract" else tuple(rest))
