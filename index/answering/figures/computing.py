"""Questions for a figure that no bulletin prints but that follows from printed ones.

Each operand is looked for among the printed values near the question; where one of them is not found with
certainty there is no answer, and never an operand in place of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import contrasted
from index.answering.evidence.pool import Evidence
from index.answering.figures.asked import (
    OPERATORS,
    SIDE_WORDS,
    TIMES,
    Asked,
    Side,
    asked,
    money_asked,
    side_of,
)
from index.answering.figures.computed import FASTER, added, left_over, shared, subtracted, versus, whether
from index.answering.figures.operands import CHANGE, Operand, fits_unit, held, operands
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.understanding.query import Query, Term

_DATED = load_pattern("answering.computing.dated")  # 其中2月4日发送1.6万人次: of a day, where none is asked
_ASKS_DONE = load_pattern("answering.computing.asks_done")
_AIMED = load_pattern("answering.computing.aimed")
_NO_TIME = load_pattern("answering.computing.no_time")
_NO_SIDE = load_pattern("answering.computing.no_side")  # 甲和乙差多少: neither is said to be the greater one
_OF = load_pattern("answering.computing.of")
_OF_A_PART = 0.1  # what a value behind 其中 loses against one that stands for itself
_ENOUGH = 0.7  # share of the words of an operand that must be accounted for
_OF_A_WHOLE = 0.5  # the same for the whole that a share is of
_APART = 0.25  # how much better a word must stand with its own operand than with the other
_ROW_NAMED = 0.8  # how far the words of a whole must name its row
_NAMED = 0.6  # how well the word that tells an operand must stand with it
_TELLS = 0.3  # what a word must weigh to tell one operand from another
_TIE = 0.03  # readings closer than this are equally good
_MOST = 24  # operands a side that are paired
_MEASURES = load_pattern("answering.computing.measures")
_RATE = load_pattern("answering.computing.rate")
_OF_RATES = load_pattern("answering.computing.of_rates")
_PRINTED = 0.8  # share of the question that the words of a printed share account for
_SUMMED = load_pattern("answering.computing.summed")
_WHOLE_SUM = load_pattern("answering.computing.whole_sum")
_HEADS = load_pattern("answering.computing.heads")
_ALL_ROWS = load_pattern("answering.computing.all_rows")
_RATES = load_pattern("answering.computing.rates")


def answer_computed(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The computed answer, or None where nothing is to be computed or an operand is not sure.

    Args:
        pool: sentences near the question; the tables of their articles are read too.
    """
    wanted = asked(query)
    if wanted is None:
        return None
    sides = [side_of(query, wanted, number) for number in range(len(wanted.sides))]
    if not all(side.terms for side in sides):
        return None
    rates = bool(_RATES.search(wanted.text)) or wanted.unit == "%"
    rates = rates or (wanted.intent in ("versus", "whether") and bool(FASTER.search(wanted.text)))
    unit = wanted.unit or money_asked(wanted)
    if wanted.intent == "share":
        unit = "人" if _HEADS.search(wanted.text) else None
    if wanted.intent == "share" and _share_printed(query, pool):
        return None
    if wanted.intent == "whether" and TIMES.search(wanted.text):
        return None  # more than last year is told by the printed change
    if (
        wanted.intent == "apart"
        and TIMES.search(wanted.text[slice(*wanted.sides[1])])
        and _change_printed(query, wanted, pool)
    ):
        return None
    near = operands(query, pool, levels=not rates)
    values = [one for one in near if _may_stand(wanted, one, unit, rates)]
    found = _chosen(sides, values, whole=wanted.intent == "share")
    if found is None and wanted.intent == "versus" and FASTER.search(wanted.text):
        found = _chosen(sides, [one for one in near if one.change and fits_unit(unit, one)], whole=False)
    if found and wanted.intent == "versus":
        return versus(wanted, found)
    if found and wanted.intent == "whether":
        return whether(wanted, found)
    draft = _FINISH[wanted.intent](found) if found else None
    if draft is not None and wanted.intent == "apart" and _NO_SIDE.search(wanted.text):
        return replace(draft, answer=re.sub(r"^[多少](?=[\d约])", "相差", draft.answer))
    return draft


def _may_stand(wanted: Asked, one: Operand, unit: str | None, rates: bool) -> bool:
    """The value is of the asked unit and sort: a rate only where rates are asked for."""
    share = wanted.intent == "share"
    if _ASKS_DONE.search(wanted.text) and not _AIMED.search(wanted.text) and _AIMED.search(one.before):
        return False  # 一共收了多少亩: not those that are to be reaped
    return (
        fits_unit(unit, one)
        and (not share or one.row >= 0)  # of sentences ``shares`` tells them
        and not (_RATE.search(one.before) and not _OF_RATES.search(wanted.text))
        and not (share and "投资" in wanted.text and one.amount.unit not in ("元", "美元", ""))
        and (rates and not share) == (one.amount.unit in ("%", "％", "个百分点"))
    )


def _share_printed(query: Query, pool: Sequence[Evidence]) -> bool:
    """A sentence prints the share itself (占全部的27%)."""
    terms = tuple(t for t in query.terms if not OPERATORS.fullmatch(t.text))
    return any(  # another list's rate is not that of the asked one
        one.amount.unit in ("%", "％") and _OF.search(one.before) and one.share(terms) >= _PRINTED
        and all(held(t, f"{one.label}|{one.clause}|{one.whole}") >= _NAMED for t in terms if t.critical)
        for one in operands(query, pool, levels=False)
    )


def _change_printed(query: Query, wanted: Asked, pool: Sequence[Evidence]) -> bool:
    """A sentence prints the change against that time (比上年增加3个, 同比增长5%), or against that mean or aim."""
    level = _NO_TIME.search(wanted.text, *wanted.sides[1])
    terms = tuple(t for t in query.terms if not OPERATORS.fullmatch(t.text) and not TIMES.search(t.text))
    return any(
        one.change and (level is None or level[0] in one.before)
        and (wanted.unit is None or fits_unit(wanted.unit, one)) and one.share(terms) >= _ENOUGH
        for one in operands(query, pool, levels=False)
    )


def _chosen(sides: Sequence[Side], values: Sequence[Operand], *, whole: bool) -> tuple[Operand, ...] | None:
    """The operands that the sides name, one each; None where a side has none or readings are equally good."""
    scored: list[list[tuple[float, Operand]]] = []
    for side in sides:
        fitting = [(share, one) for one in values if (share := one.share((*side.terms, *side.rest))) >= 0.5]
        if not fitting:
            return None
        scored.append(sorted(fitting, key=lambda pair: -pair[0] - pair[1].label_share(side.terms))[:_MOST])
    readings = _pairs(sides, scored, whole) if len(sides) == 2 else _rows(sides, scored)
    readings.sort(key=lambda pair: -pair[0])
    if not readings:
        return None
    best, chosen = readings[0]
    rivals = [other for score, other in readings[1:] if best - score < _TIE]
    same = [one.amount.value for one in chosen]
    if any([one.amount.value for one in other] != same for other in rivals):
        return None
    return chosen


def _pairs(
    sides: Sequence[Side], scored: Sequence[Sequence[tuple[float, Operand]]], whole: bool
) -> list[tuple[float, tuple[Operand, ...]]]:
    found: list[tuple[float, tuple[Operand, ...]]] = []
    asked = "".join(term.text for side in sides for term in (*side.terms, *side.rest))
    for _, first in scored[0]:
        for _, second in scored[1]:
            if first.place == second.place or not _comparable(first, second):
                continue
            if _of_two_districts(first, second, asked):
                continue
            if whole and not (0 < _plain(first) <= _plain(second) and _names_row(sides[1], first, second)):
                continue
            if _mixed(asked, first, second) or (whole and _beside_it(first, second)):
                continue
            score = _together(sides[0], first, sides[1], second, whole)
            if score:
                parts = sum(_unasked_part(one, asked) for one in (first, second))
                parts += sum(_of_a_compound(sides, one, asked) for one in (first, second))
                found.append((score - _OF_A_PART * parts, (first, second)))
    return found


def _of_a_compound(sides: Sequence[Side], one: Operand, asked: str) -> bool:
    """基本满意票 is another thing than 满意票."""
    for term in (term for side in sides for term in side.rest):
        lead = one.attribute.removesuffix(term.text) if one.attribute.endswith(term.text) else ""
        if len(lead) > 1 and lead not in asked:
            return True
    return False


def _names_row(side: Side, part: Operand, whole: Operand) -> bool:
    """A cell of another row is the whole only where its side says which row that is: 总投资 alone is a column."""
    if part.row < 0 or whole.row < 0 or part.row == whole.row:
        return True
    if any(_ALL_ROWS.search(term.text) for term in side.terms):
        return True
    strong = tuple(term for term in side.terms if term.weight >= 1.0)
    return bool(strong) and coverage(strong, ((compact(whole.name), 1.0),))[0] >= _ROW_NAMED


def _beside_it(part: Operand, other: Operand) -> bool:
    """其中，产业项目55.6亿元；民生项目30.6亿元: neither part is the whole of the other."""
    return part.number == other.number and part.page is other.page and part.row < 0 and all(
        0 <= one.text.find("其中") < one.start for one in (part, other)
    )


def _unasked_part(one: Operand, asked: str) -> int:
    """其中城镇常住人口27.32万人: a part of what is asked for; not where 城镇 is asked. One of a day counts twice."""
    cue = one.text.rfind("其中", 0, one.start) if one.row < 0 else -1
    label = compact(one.label).removeprefix("其中" if one.change else "")
    named = label[:2] in asked and label != ""
    return (cue >= 0 and "其中" not in asked and not named) * (2 if _DATED.search(one.before) else 1)


def _of_two_districts(first: Operand, second: Operand, asked: str) -> bool:
    """Values of two districts are set against each other only where the question names one of them."""
    one, other = first.page.article.district, second.page.article.district
    if one is None or other is None or one == other:
        return False
    return one[:2] not in asked and other[:2] not in asked


def _comparable(first: Operand, second: Operand) -> bool:
    """Of one unit; in one row of a table a cell without a unit is of the unit of its neighbour."""
    in_row = first.row >= 0 and first.number == second.number and first.page is second.page
    return arithmetic.alike(first.amount, second.amount) or (
        in_row and "" in (first.amount.unit, second.amount.unit)
    )


def _mixed(asked: str, first: Operand, second: Operand) -> bool:
    """产值 and 投资 are of two kinds: not to be set against each other unless the question does so."""
    kinds = [set(_MEASURES.findall(one.label)) for one in (first, second)]
    return any(kind not in asked for kind in kinds[0] ^ kinds[1])


def _together(side: Side, first: Operand, other: Side, second: Operand, whole: bool) -> float:
    """How well two values are the two operands: 0 where the words do not tell them apart."""
    if first.row >= 0 and second.row >= 0 and first.row != second.row and first.column != second.column:
        return 0.0
    mine, theirs = _telling(side, first, second, other), _telling(other, second, first, side)
    if not mine and theirs and (_is_sum(first) or not _of_that_time(other, first)):
        mine = theirs
    if _lacks_its_own(side, other, mine) or _lacks_its_own(other, side, theirs):
        return 0.0
    if not mine or not (theirs or (whole and _is_whole(first, second))):
        return 0.0
    shares = []
    for one, own, rival, rival_telling in (
        (first, side, other, theirs),
        (second, other, side, mine),
    ):
        shared = [t for t in rival.terms if t not in rival_telling]
        full = one.share((*own.terms, *own.rest))
        all_words = one.share((*own.terms, *own.rest, *shared))
        least = _OF_A_WHOLE if (whole and one is second) or (not whole and _is_sum(one)) else _ENOUGH
        if full < least and all_words < least:
            return 0.0
        shares.append(0.6 * full + 0.4 * all_words)
    if whole and _SUMMED.search(second.label.split("|")[0]):
        shares.append(0.1)
    near = 0.15 if first.page is second.page else 0.0
    near += 0.1 if (first.page is second.page and first.number == second.number) or first.row >= 0 else 0.0
    return (
        sum(shares)
        + near
        + _alike(first, second)
        + _named(side, first)
        + _named(other, second)
        - _far(first, second)
    )


def _lacks_its_own(side: Side, other: Side, telling: Sequence[Term]) -> bool:
    """最高 or 平均, or 第一剂 beside 第二剂, is what tells the operand, and it does not stand with the value."""
    return any(
        SIDE_WORDS.fullmatch(term.text) or any(_opposed(term.text, one.text) for one in other.terms)
        for term in side.terms
        if term.weight >= 1.0 and term not in telling
    )


def _opposed(word: str, other: str) -> bool:
    """第一剂 and 第二剂, the same but for one sign; 城镇居民 and 农村居民, of which only one can be meant."""
    if len(word) == len(other) > 1 and sum(a != b for a, b in zip(word, other, strict=True)) == 1:
        return True
    return any(mine.search(word) and any(one.search(other) for one in others) for mine, others in contrasted(word))


def _alike(first: Operand, second: Operand) -> float:
    """Values of one measure (总投资 and 总投资, one column); totals before parts where nothing is said."""
    same = first.column == second.column if first.row >= 0 else first.attribute == second.attribute != ""
    totals = all(bool(_WHOLE_SUM.search(one.attribute)) for one in (first, second))
    wholes = all(bool(_SUMMED.search(one.label.split("|")[0])) for one in (first, second))
    ranks = sum(one.evidence.rank for one in (first, second) if one.evidence is not None)
    ends = first.name[-4:] == second.name[-4:] != ""
    return 0.12 * same + 0.06 * ends + 0.05 * totals + 0.05 * wholes - 0.002 * ranks


def _named(side: Side, one: Operand) -> float:
    """出口 is printed as 出口, not as a part of 进出口; its rate as 出口增长."""
    measure = CHANGE.sub("", one.attribute) if one.change else one.attribute
    return 0.1 if any(term.text in (one.attribute, measure, one.name) for term in side.terms) else 0.0


def _plain(one: Operand) -> Decimal:
    """The printed number of a cell, else the value."""
    return one.amount.number if one.row >= 0 else one.amount.value


def _is_sum(one: Operand) -> bool:
    """总投资7.2亿元, of which the other value is a part."""
    return bool(_WHOLE_SUM.search(one.attribute))


def _of_that_time(other: Side, one: Operand) -> bool:
    """The value, too, is of the time that the other side names (去年); True where it names none."""
    times = [term for term in other.terms if TIMES.search(term.text)]
    return not times or any(held(term, one.own) >= _NAMED for term in times)


def _is_whole(part: Operand, other: Operand) -> bool:
    """全社会用电量46亿度, 其中工业用电32亿度: the second value is the whole of the first."""
    if part.page is not other.page or part.number != other.number or part.row >= 0:
        return False
    between = part.text[other.end : part.start]
    return "其中" in between or bool(_SUMMED.search(other.label.split("|")[0]))


def _far(first: Operand, second: Operand) -> float:
    if first.page is not second.page:
        return 0.1
    return min(0.1, 0.004 * abs(first.number - second.number)) if first.row < 0 and second.row < 0 else 0.0


def _telling(side: Side, own: Operand, rival: Operand, other: Side | None = None) -> tuple[Term, ...]:
    """The words of a side that stand with its own value and not, or less, with the other one."""
    apart = own.page is not rival.page or own.number != rival.number
    mine, theirs = _told(own, rival), _told(rival, own)
    found: list[Term] = []
    for term in side.terms:
        if term.weight < _TELLS:
            continue
        here = max(held(term, mine), held(term, own.whole) if own.whole != rival.whole else 0.0)
        there = held(term, _without(theirs, term, other))
        if here < _NAMED and apart and own.row < 0 and not _told_of_another(term, own):
            here, there = held(term, own.own), max(there, held(term, rival.own))
        if here >= _NAMED and (here - there >= _APART or (here >= 1.0 > there)):
            found.append(term)
    return tuple(found)


def _told_of_another(term: Term, one: Operand) -> bool:
    """工业项目12亿元；农业项目6亿元: the word stands with a value of that unit before this one."""
    text = fold(one.text)
    at = text.rfind(term.text, 0, one.start)
    between = text[at + len(term.text) : one.start] if at >= 0 else ""
    return any(arithmetic.alike(arithmetic.exact(found), one.amount) for found in find_quantities(between))


def _told(one: Operand, rival: Operand) -> str:
    """The words of the item; with its subject where that is not the subject of both, or what the other is."""
    own, *_ = one.label.split("|")
    shared = one.row < 0 and (one.name == rival.name or compact(one.name) == rival.attribute)
    if not (one.row < 0 and shared):
        return one.label
    return f"{own}|{one.attribute}" if one.change and one.attribute != rival.attribute else own  # 进口下降


def _without(words: str, term: Term, other: Side | None) -> str:
    """``words`` without the longer words of the other side that hold the term (出口 in 进出口)."""
    for longer in other.terms if other is not None else ():
        if term.text != longer.text and term.text in longer.text:
            words = words.replace(longer.text, "")
    return words


def _rows(
    sides: Sequence[Side], scored: Sequence[Sequence[tuple[float, Operand]]]
) -> list[tuple[float, tuple[Operand, ...]]]:
    """One value a side out of one sentence, or out of one column of a table."""
    groups: dict[tuple[str, int, int, str], None] = {}
    for _, one in scored[0]:
        groups[_group(one)] = None
    found: list[tuple[float, tuple[Operand, ...]]] = []
    for group in groups:
        chosen: list[tuple[float, Operand]] = []
        for pairs in scored:
            free = (
                p for p in pairs if _group(p[1]) == group and all(p[1].place != t.place for _, t in chosen)
            )
            best = next(free, None)
            if best is not None:
                chosen.append(best)
        if len(chosen) < len(sides):
            continue
        picked = tuple(one for _, one in chosen)
        told = all(
            any(_telling(side, one, rival) for rival in picked if rival is not one)
            for side, one in zip(sides, picked, strict=True)
        )
        if told and min(share for share, _ in chosen) >= _ENOUGH:
            found.append((sum(share for share, _ in chosen), picked))
    return found


def _group(one: Operand) -> tuple[str, int, int, str]:
    number = one.number // 10_000 if one.row >= 0 else one.number
    return one.page.article.id, number, one.column, one.amount.unit


_FINISH: dict[str, Callable[[tuple[Operand, ...]], Draft | None]] = {
    "apart": subtracted,
    "subtract": left_over,
    "together": added,
    "share": shared,
}
