"""How far it is to a goal or a limit: 完成71.2亿元，离全年86亿元目标还有缺口 tells that 14.8亿元 are missing.

The goal is printed as one (目标, 限额, 确保…以上) or is the figure that the question names, what is reached so far is
a value of the same measure in the same article; a printed gap goes before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.answering.figures.asked import OPERATORS, asked_unit, bare_text
from index.answering.figures.computed import computed_draft
from index.answering.figures.operands import Operand, fits_unit, operands
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.gaps.asks")
_GOAL = load_pattern("answering.gaps.goal")
_GOAL_BEFORE = load_pattern("answering.gaps.goal_before")
_GOAL_BEHIND = load_pattern("answering.gaps.goal_behind")
_GAP = load_pattern("answering.gaps.gap")
_STILL_TO = load_pattern("answering.gaps.still_to")
_FROM_GOAL = load_pattern("answering.gaps.from_goal")
_BASE_BEFORE = load_pattern("answering.gaps.base_before")
_BASE_BEHIND = load_pattern("answering.gaps.base_behind")
_SO_FAR = load_pattern("answering.gaps.so_far")
_OF_WHOLE = load_pattern("answering.gaps.of_whole")
_HOW = load_pattern("answering.gaps.how")
_PART, _TOTAL = load_pattern("answering.gaps.part"), load_pattern("answering.gaps.total")
_TIME = load_pattern("answering.gaps.time")
_CEILING = load_pattern("answering.gaps.ceiling")
_ENOUGH = 0.66  # share of the words of the question that the goal and its surroundings must account for
_MEASURE = 0.8  # share of the words of the measure that must stand with what is reached
_SAID = 0.6
_IN_ALL = 0.25  # what 进出口总额 gains before 对某国进出口
_SUMMED_UP = 0.1  # what 累计达到 gains before what was added this year
_TIE = 0.02


def answer_gap(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The goal less what is reached, with its arithmetic; None where either is not sure or the gap is printed."""
    text = bare_text(query.text)
    match = _ASKS.search(text)
    if match is None or not (_GOAL.search(text) or query.figures or _STILL_TO.search(text) or _FROM_GOAL.search(text)):
        return None
    unit = query.unit if query.unit not in (None, "个") else asked_unit(text[match.start() :])
    terms = tuple(t for t in query.terms if not (OPERATORS.fullmatch(t.text) or _HOW.fullmatch(t.text)))
    slots = replace(query, year=None)
    values = [
        one for one in operands(slots, pool, levels=unit != "%")
        if one.row < 0 and fits_unit(unit, one) and (unit == "%") == (one.amount.unit in ("%", "％"))
    ]  # fmt: skip
    if any(_GAP.search(one.before) and one.share(terms) >= _ENOUGH for one in values):
        return None
    readings = sorted(_readings(query, terms, values), key=lambda found: -found[0])
    if not readings:
        return None
    best, goal, done = readings[0]
    said, detail = arithmetic.difference(goal.amount, done.amount)
    rivals = (r for r in readings[1:] if best - r[0] < _TIE)
    if any(arithmetic.difference(a.amount, b.amount)[0] != said for _, a, b in rivals):
        return None
    return computed_draft("compare", said, (goal, done), detail)


def _readings(
    query: Query, terms: Sequence[Term], values: Sequence[Operand]
) -> Iterator[tuple[float, Operand, Operand]]:
    """(how good, the goal, what is reached) for all pairs that the words of the question fit."""
    words = (t for t in terms if not (_TIME.search(t.text) or _GOAL.search(t.text)))
    measure = tuple(t for t in words if not t.text[0].isdigit())
    times = tuple(t for t in terms if t.critical and _TIME.search(t.text))
    told = tuple(t for t in terms if t not in times)
    for goal in values:
        named = any(abs(float(goal.amount.value) - figure) < 1e-6 for figure, _ in query.figures)
        if not (named or _is_goal(goal)) or goal.share(told) < _ENOUGH:
            continue
        own_goal = named or coverage(measure, ((goal.label, 1.0),))[0] >= _SAID
        for done in values:
            if not own_goal and done.number != goal.number:
                continue  # 全年签约力争150个 is no goal of 开工
            if done.page is not goal.page or done.place == goal.place or not arithmetic.alike(goal.amount, done.amount):
                continue
            if _is_goal(done) or done.amount.value >= goal.amount.value or _CEILING.search(done.before):
                continue
            if _of_a_part(query, done):
                continue
            beside = goal.clause if done.number == goal.number else ""
            share = coverage(measure, ((_of_itself(done), 1.0), (done.clause, 0.95), (beside, 0.9)))[0]
            timed = all(explained(t.text, goal.own + "|" + done.own).score >= _SAID for t in times)
            if share >= _MEASURE and timed:
                far = min(0.3, 0.05 * abs(done.number - goal.number))
                whole = _IN_ALL * bool(_TOTAL.search(done.before) and not _TOTAL.search(query.text))
                yield share + whole + 0.2 * named + _SUMMED_UP * bool(_SO_FAR.search(done.before)) - far, goal, done


def _of_a_part(query: Query, one: Operand) -> bool:
    """其中民营企业176家，进出口67.5亿元: a part that the question does not name."""
    low, _ = segment_of(one.text, one.start)
    part = _PART.search(one.text, low, one.start)
    return part is not None and compact(part["what"])[:2] not in compact(query.text)


def _of_itself(one: Operand) -> str:
    """What the value is a value of: not 签约 of 已签约的73个项目中，完成注册61个, which tells of the whole."""
    lead = _OF_WHOLE.match(one.label)
    parts = one.label[lead.end() :].split("|") if lead else [one.label]
    return "|".join(part for part in parts if lead is None or part not in lead[0])


def _is_goal(one: Operand) -> bool:
    """The value is one to be reached, or not to be passed; or that which the printed rate is of (占预算16亿元的60%)."""
    if _SO_FAR.search(one.before):
        return False  # 累计达到1.28万个
    after = one.text[one.end :]
    based = _BASE_BEFORE.search(one.before) and _BASE_BEHIND.match(after)
    return bool(based or _GOAL_BEFORE.search(one.before) or _GOAL_BEHIND.match(after))
