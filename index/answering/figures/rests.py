"""What a whole comes to without the parts that a question takes away: 除了甲项目，其余五个总投资多少, 不算新建的有多少.

Every part is looked for by the words that name it, the whole by the other words of the question; both are values of
one article, in the asked unit and of one measure, and the whole is nearest to its parts where several would do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence, gather
from index.answering.figures.asked import OPERATORS, asked_unit, bare_text
from index.answering.figures.computed import computed_draft
from index.answering.figures.operands import Operand, fits_unit, operands
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.rests.asks")
_TAIL = load_pattern("answering.rests.tail")
_HOW = load_pattern("answering.rests.how")
_JOINED = load_pattern("answering.rests.joined")
_OF_NUMBER = load_pattern("answering.rests.of_number")
_COUNT = load_pattern("answering.rests.count")
_MEASURES = load_pattern("answering.rests.measures")
_PART_OF = load_pattern("answering.rests.part_of")
_NAMED = 0.75  # how well the words of a part must stand with its value
_OF_SENTENCE = 0.6  # what they count where they stand in its sentence alone
_ENOUGH = 0.66  # share of the other words that the whole and its surroundings must account for
_STRONG_NEAR = 0.7  # how well they must stand in the sentence or the one before
_TIE = 0.03  # readings closer than this are equally good
_BESIDE = 24  # code points before a whole in which the number of its things stands
_MOST = 6  # parts that are taken away


@dataclass(frozen=True, slots=True)
class _Asked:
    """The terms of every part, those of the rest of the question, and how many things are left, or None."""

    parts: tuple[tuple[Term, ...], ...]
    others: tuple[Term, ...]
    query: Query
    unit: str | None
    left: int | None
    head: str


def answer_rest(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The whole less the named parts; None where nothing is taken away or a value is not sure.

    A part that is a known project is no limit of where the whole is looked for.
    """
    match = _ASKS.match(bare_text(query.text))
    asked = _asked(query, match) if match and _TAIL.search(match["tail"]) else None
    if asked is None:
        return None
    pool = pool if asked.query.links == query.links else gather(asked.query, knowledge)
    told = (one for one in operands(asked.query, pool) if one.row < 0)
    values = [one for one in told if fits_unit(asked.unit, one) and _is_amount(query, one)]
    readings = sorted(_readings(asked, values), key=lambda pair: -pair[0])
    if not readings:
        return None
    best, (whole, *parts) = readings[0]
    said, detail = arithmetic.rest(whole.amount, [one.amount for one in parts])
    for score, (other, *others) in readings[1:]:
        if best - score < _TIE and arithmetic.rest(other.amount, [one.amount for one in others])[0] != said:
            return None
    return computed_draft("money" if whole.amount.unit in ("元", "美元") else "number", said, (whole, *parts), detail)


def _asked(query: Query, match: re.Match[str]) -> _Asked | None:
    low, high = match.span("named")
    inside = [(link.start, link.end) for link in query.links if low <= link.start]
    cuts = [
        m.span()
        for m in _JOINED.finditer(match.string, low, high)
        if not any(a <= m.start() < b for a, b in inside)
    ]
    spans = list(zip([low, *(b for _, b in cuts)], [*(a for a, _ in cuts), high], strict=True))
    parts = tuple(_terms_in(query, *span) for span in spans if span[0] < span[1])
    if not parts or len(parts) > _MOST or not all(parts):
        return None
    others = tuple(t for t in query.terms if not low <= t.start < high and not _says_only_how(t, match))
    number = _OF_NUMBER.search(match["tail"])
    left = _number(number["n"]) if number else None
    outside = tuple(link for link in query.links if not low <= link.start < high)
    unit = asked_unit(match["tail"]) or query.unit
    return _Asked(parts, others, replace(query, links=outside), unit, left, match['head'])


def _terms_in(query: Query, low: int, high: int) -> tuple[Term, ...]:
    """The words between two offsets; the stretch itself where it holds none."""
    found = tuple(t for t in query.terms if low <= t.start and t.end <= high and t.weight >= 0.3)
    names = tuple(
        Term(query.text[link.start : link.end], link.start, link.end)
        for link in query.links
        if low <= link.start < link.end <= high and link.kind != "district"
    )
    text = query.text[low:high].removesuffix("的")
    return names or found or ((Term(text, low, high),) if len(text) > 1 else ())


def _says_only_how(term: Term, match: re.Match[str]) -> bool:
    """除去, 其余, 5个: nothing that a text would print."""
    low, high = match.span("how")
    if (term.start < high and low < term.end) or term.text == asked_unit(match["tail"]):
        return True
    return bool(OPERATORS.fullmatch(term.text) or _HOW.fullmatch(term.text))


def _is_amount(query: Query, one: Operand) -> bool:
    if query.kind == "money":
        return one.amount.unit in ("元", "美元")
    return one.amount.unit not in ("%", "％", "个百分点")


def _readings(asked: _Asked, values: Sequence[Operand]) -> Iterator[tuple[float, tuple[Operand, ...]]]:
    """(how good, the whole and its parts) for all choices of values that fit the words."""
    named = [[(score, one) for one in values if (score := _named(terms, one))] for terms in asked.parts]
    if not all(named):
        return
    for whole in values:
        told = _told(asked, whole)
        if told < _ENOUGH:
            continue
        for chosen in product(*([(s, o) for s, o in side if _is_part(asked, o, whole)] for side in named)):
            parts = [one for _, one in chosen]
            less = sum(one.amount.value for one in parts) < whole.amount.value
            if less and len({one.place for one in parts}) == len(parts):
                near = sum(0.5 * s - _distance(one, whole) for s, one in chosen) / len(chosen)
                yield told + near, (whole, *parts)


def _named(terms: Sequence[Term], one: Operand) -> float:
    """How well the words of a part stand with a value: with its own item, else in its sentence."""
    own = one.label_share(terms)
    if own >= _NAMED:
        return own if not _is_joined(terms, re.split("[，；。、：]", one.text[: one.start])[-1]) else 0.0
    if _is_joined(terms, one.text):
        return 0.0
    near = coverage(tuple(terms), ((one.own, 1.0), *one.wide[:1]))[0]
    return _OF_SENTENCE * near if near >= _STRONG_NEAR else 0.0


def _is_joined(terms: Sequence[Term], said: str) -> bool:
    """不算水利有几个: of 水利和交通项目7个 nobody knows how many of them are 水利."""
    names = [t.text for t in terms if t.weight >= 1.0 and len(t.text) > 1]
    joined = [match for name in names for match in re.finditer(_BOTH.pattern.replace("NAME", re.escape(name)), said)]
    return any((match["after"] or match["before"]) not in names for match in joined)


_BOTH = load_pattern("answering.rests.both")


def _told(asked: _Asked, whole: Operand) -> float:
    """How far the whole and what stands around it account for the other words; 0 for the value of a part itself."""
    if any(whole.label_share(terms) >= _NAMED for terms in asked.parts):
        return 0.0
    if asked.left is not None and not _left_over(asked, whole):
        return 0.0
    strong = [t for t in asked.others if t.weight >= 1.0]
    around = "|".join(text for text, _ in whole.regions())
    if any(explained(t.text, around).score < 0.5 for t in strong):
        return 0.0
    return whole.share(asked.others)


def _left_over(asked: _Asked, whole: Operand) -> bool:
    """其余10个: of the 11 that stand beside the whole one was taken away; True where no number stands there."""
    beside = whole.text[max(0, whole.start - _BESIDE) : whole.start]
    counts = [_number(match["n"]) for text in (beside, asked.head) for match in _COUNT.finditer(text)]
    return not counts or (asked.left or 0) + len(asked.parts) in counts


def _number(said: str) -> int:
    return int(parse_number(said))


def _is_part(asked: _Asked, one: Operand, whole: Operand) -> bool:
    """A value of the same measure and unit that may be a part of the whole."""
    if one.place == whole.place or one.page is not whole.page or not arithmetic.alike(one.amount, whole.amount):
        return False
    if one.number == whole.number and one.start < whole.start:
        return False
    mine, its = (set(_MEASURES.findall(f"{o.label}|{o.before}")) for o in (one, whole))
    wanted = set(_MEASURES.findall(asked.query.text))
    return mine - wanted == its - wanted and one.amount.value < whole.amount.value


def _distance(one: Operand, whole: Operand) -> float:
    """0 behind 其中 of the same sentence, more for every sentence between them."""
    if one.number == whole.number:
        return 0.0 if _PART_OF.search(one.text[whole.end : one.start]) else 0.1
    return min(0.5, 0.2 + 0.03 * abs(one.number - whole.number))
