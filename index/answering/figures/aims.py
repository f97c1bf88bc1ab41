"""What was aimed at and what of it is reached: 甲镇计划26处，已完工21处；乙镇计划18处，已完工9处.

What is left of it, how much of it is done, by how much it is passed; and of several things told so one beside the
other, which has come furthest. The aim may stand in the sentence before, in brackets behind, or at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import slots_agree
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence, of_page
from index.answering.figures.asked import asked_unit, bare_text
from index.answering.figures.computed import computed_draft
from index.answering.figures.operands import Operand, fits_unit, sentence_operands
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.scripts import compact, fold
from index.records.answers import Kind
from index.understanding.query import Query, Term

_ASKS_LEFT = load_pattern("answering.aims.asks_left")
_ASKS_RATE = load_pattern("answering.aims.asks_rate")
_ASKS_OVER = load_pattern("answering.aims.asks_over")
_GOAL = load_pattern("answering.aims.goal")
_CALLED = load_pattern("answering.aims.called")
_WHOLE = load_pattern("answering.aims.whole")
_GOAL_BEHIND = load_pattern("answering.aims.goal_behind")
_DONE = load_pattern("answering.aims.done")
_DONE_BEHIND = load_pattern("answering.aims.done_behind")
_RATE_PRINTED = load_pattern("answering.aims.rate_printed")
_LEFT_PRINTED = load_pattern("answering.aims.left_printed")
_OTHER_STEP = load_pattern("answering.aims.other_step")
_OWN_NAME = load_pattern("answering.aims.own_name")
_AIMED = load_pattern("answering.aims.aimed")
_RECEIVED = load_pattern("answering.aims.received")
_OUT_OF = load_pattern("answering.aims.out_of")
_NO_AIM = load_pattern("answering.aims.no_aim")
_PART = load_pattern("answering.aims.part")
_TALK = load_pattern("answering.aims.talk")
_STEPS = load_pattern("answering.aims.steps")
_BRACKET = re.compile(r"[^，。；、,;（(\d]{0,6}[（(]")
_BEHIND = re.compile(r"[^，。；：、,;:（()）\d]{0,8}")
_SAID = 0.6  # how well a word of the question must be said
_STRONG = 0.5  # what a word must weigh to have to be said
_FAR = 2  # sentences from an aim to what is reached of it


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim with what is reached of it.

    Attributes:
        goal, done: the two values. stated: the aim is called one (计划, 目标), and not only the greater number.
        own: compact words of the stretch that tells both. lead: of its sentence in front of it. number: the sentence
            of what is reached.
    """

    goal: Operand
    done: Operand
    stated: bool
    own: str
    lead: str
    evidence: Evidence


def left_of(aim: Aim) -> Decimal:
    """What is still to be done, in the base unit."""
    return aim.goal.amount.value - aim.done.amount.value


def aims_of(page: Page) -> tuple[Aim, ...]:
    """All aims that an article tells with what is reached of them, in order."""
    found: list[Aim] = []
    before: list[list[Operand]] = []
    for evidence in of_page(page):
        if evidence.sentence.role not in ("paragraph", "caption"):
            before.clear()
            continue
        values = [one for one in sentence_operands(evidence) if not one.change and one.amount.unit not in ("%", "％")]
        if evidence.before == "":
            before.clear()
        found += _in_sentence(evidence, values, before)
        found += _reached_before(evidence, values, before)
        before.append(values)
    return tuple(found)


def _in_sentence(evidence: Evidence, values: Sequence[Operand], before: Sequence[Sequence[Operand]]) -> Iterator[Aim]:
    done_so_far = [_is_done(values, at) for at in range(len(values))]
    for at, done in enumerate(values):
        if not done_so_far[at]:
            continue
        earlier = [one for one in values[:at] if arithmetic.alike(one.amount, done.amount) and not done_so_far[at - 1]]
        goal = _goal_of(values, at, done_so_far) or (_goal_before(before, done) if not earlier else None)
        if goal is not None and not of_another_step(goal, done):
            yield _aim(evidence, goal, done, values, done_so_far)
    for first, second in pairwise(values):  # 新增就业1.35万人（年度目标1.2万人）
        bracketed = _BRACKET.fullmatch(first.text[first.end : second.start - len(second.before)])
        if bracketed and _is_goal(second) and arithmetic.alike(first.amount, second.amount) and not _is_goal(first):
            yield _aim(evidence, second, first, values, done_so_far)


def of_another_step(goal: Operand, done: Operand) -> bool:
    """全年任务为签约90个 is no aim of 已开工39个."""
    step = _OTHER_STEP.search(goal.before) if _is_goal(goal) else None
    return step is not None and step[0] not in done.before


def _reached_before(
    evidence: Evidence, values: Sequence[Operand], before: Sequence[Sequence[Operand]]
) -> Iterator[Aim]:
    """签约项目64个。全年任务为签约90个: the aim is told behind what is reached, by the same word."""
    for goal in values:
        measure = _AIMED.sub("", compact(goal.before)) if _GOAL.search(goal.before) or _GOAL.search(goal.clause) else ""
        earlier = [one for row in reversed(before[-_FAR:]) for one in row] if len(measure) > 1 else []
        named = [
            one for one in earlier
            if measure in compact(one.before) and arithmetic.alike(one.amount, goal.amount) and not _is_goal(one)
            and not _PART.search(one.before)
        ]  # fmt: skip
        if named and goal.amount.value > named[0].amount.value:
            one = named[0]
            yield Aim(goal, one, True, f"{one.clause}|{goal.clause}", compact(one.own), evidence)


def _goal_of(values: Sequence[Operand], at: int, done_so_far: Sequence[bool]) -> Operand | None:
    """The aim of a value of what is done, in its sentence: called one, before it or behind it, else the last number."""
    done = values[at]
    fitting = [
        (number, one) for number, one in enumerate(values)
        if number != at and not done_so_far[number] and arithmetic.alike(one.amount, done.amount)
        and not _NO_AIM.search(one.before)
    ]  # fmt: skip
    name = _part_name(done)
    if name:
        fitting = [(n, one) for n, one in fitting if name in compact(one.before)]
    near = [(n, one) for n, one in fitting if n < at and _joined(one, done)]
    stated = [(n, one) for n, one in near if _is_goal(one)]
    if stated or near:
        return (stated or near)[-1][1]
    behind = [one for n, one in fitting if n > at and _is_goal(one) and _joined(done, one)]
    if behind:
        return behind[0]
    return fitting[-1][1] if name and fitting and fitting[-1][0] < at else None


def _joined(first: Operand, second: Operand) -> bool:
    """No semicolon between the two, and nothing that begins another thing."""
    return re.search("[；;。]", first.text[first.end : second.start]) is None


def _goal_before(before: Sequence[Sequence[Operand]], done: Operand) -> Operand | None:
    """The one aim that the sentences before tell in the unit of what is done."""
    cue, name = _PART.search(done.before), _part_name(done)
    if cue is not None and not name and not _DONE.match(done.before[cue.end() :]):
        return None  # 其中完工27个 is so much of the aim as well, 其中民生项目已完工9个 of another one
    own = _OWN_NAME.match(compact(done.before))
    called = name or (own["name"] if own else "")
    for values in reversed(before[-_FAR:]):
        alike = [one for one in values if arithmetic.alike(one.amount, done.amount)]
        of_it = [one for one in alike if called and called in compact(one.before)]
        if not of_it and not name:
            of_it = [one for one in alike if _GOAL.search(one.before)]
            of_it = of_it or [one for one in alike if _RECEIVED.search(one.before) and not _PART.search(one.before)]
        if alike:
            return of_it[0] if len(of_it) == 1 else None
    return None


def _is_goal(one: Operand) -> bool:
    return any((_GOAL.search(one.before), _WHOLE.search(one.before), _GOAL_BEHIND.match(one.text[one.end :])))


def _is_done(values: Sequence[Operand], at: int) -> bool:
    """已完工21处; 其中重大隐患7处 behind 已整改518处 is done as well."""
    one = values[at]
    behind = _BEHIND.match(one.text[one.end :])
    if _is_goal(one) or _OUT_OF.match(one.text[one.end :]):
        return False
    if _DONE.search(one.before) or (behind is not None and _DONE_BEHIND.search(behind[0])):
        return True
    if not at or not _PART.search(one.text[values[at - 1].end : one.start]):
        return False
    return arithmetic.alike(one.amount, values[at - 1].amount) and _is_done(values, at - 1)


def _part_name(done: Operand) -> str:
    """重大隐患 of 其中重大隐患7处, where no word of what is done stands with it."""
    cue = _PART.search(done.before)
    name = compact(done.before[cue.end() :]) if cue and not _DONE.search(done.before) else ""
    return name if len(name) > 1 else ""


def _aim(
    evidence: Evidence, goal: Operand, done: Operand, values: Sequence[Operand], done_so_far: Sequence[bool]
) -> Aim:
    text = evidence.text
    first = min((goal, done), key=lambda one: one.start) if goal.number == done.number else done
    low = start_of(text, first.start, "；;。：:")
    ended = [one.end for one, so in zip(values, done_so_far, strict=True) if so and one.end <= first.start]
    low = max((low, *(end for end in ended if _is_goal(goal))))
    last = max(goal.end, done.end) if goal.number == done.number else done.end
    tail = _BEHIND.match(text[last:])
    own = compact(text[low : last + (tail.end() if tail else 0)])
    lead = compact(text[: low]) if low else ""
    if goal.number != done.number:
        own, lead = f"{own}|{compact(goal.before)}", f"{lead}|{goal.own}"
    return Aim(goal, done, _is_goal(goal), own, lead, evidence)


def answer_aim(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What is left of an aim, which share of it is reached, or by how much it is passed; None where it is not sure."""
    text = bare_text(query.text)
    asks = next((name for name, one in _ASKED if one.search(text)), None)
    if asks is None:
        return None
    unit = query.unit if query.unit not in (None, "个") else asked_unit(text)
    pages = {one.page.article.id: one.page for one in sorted(pool, key=lambda e: e.rank)}
    found = [
        (share, aim)
        for page in list(pages.values())[:_PAGES]
        for aim in aims_of(page)
        if _may_be(query, aim, asks, unit) and (share := _share(query, aim)) > 0
    ]
    found.sort(key=lambda pair: -pair[0])
    if not found:
        return None
    best = found[0][1]
    rivals = [aim for share, aim in found if found[0][0] - share < _TIE]
    if any((aim.goal.amount.value, aim.done.amount.value) != (best.goal.amount.value, best.done.amount.value)
           for aim in rivals):  # fmt: skip
        return None
    if asks == "left" and _LEFT_PRINTED.match(best.done.text, best.done.end):
        return None
    if asks == "rate" and any(_rate_printed(aim) for aim in (best, *rivals)):
        return None
    return _told(asks, best)


_ASKED = (("over", _ASKS_OVER), ("rate", _ASKS_RATE), ("left", _ASKS_LEFT))
_PAGES = 4
_TIE = 0.02


def _may_be(query: Query, aim: Aim, asks: str, unit: str | None) -> bool:
    """The aim is of the asked unit and time, what is reached lies on the asked side of it, and no rate is printed."""
    evidence = aim.evidence
    if not slots_agree(query, evidence):
        return False
    if asks == "over":
        return aim.stated and left_of(aim) < 0 and fits_unit(unit, aim.done)
    if left_of(aim) <= 0 or not of_asked_step(query.text, aim):
        return False
    if asks == "rate":
        return aim.stated
    return fits_unit(unit, aim.done)


def _rate_printed(aim: Aim) -> bool:
    """完成1.4亿元，占年计划2.1亿元的66.7%: nothing is to be worked out."""
    text = aim.evidence.text
    low = min(one.start for one in (aim.goal, aim.done) if one.number == aim.done.number)
    return _RATE_PRINTED.search(fold(text[low : end_of(text, aim.done.end, "；;。")])) is not None


def of_asked_step(text: str, aim: Aim) -> bool:
    """没开工 asks of those that were begun; 完成 and 改完 of those that are finished, and not of 已开工41个."""
    said = _BEHIND.match(aim.done.text[aim.done.end :])
    around = aim.done.before + (said[0] if said else "")
    if (step := _OTHER_STEP.search(around)) is not None and step[0] not in text:
        return False  # 已投产17个 is nothing that has been signed
    told = _STEPS.search(around)
    asked = _STEPS.search(text)
    begun = told is not None and told["begun"] is not None
    return begun == (asked is not None and asked["begun"] is not None)


def _share(query: Query, aim: Aim) -> float:
    """How well the words of the question stand with the aim; 0 where one of them is told of nowhere near."""
    terms = (*words_of(query), *_names(query, aim))
    evidence = aim.evidence
    regions = (
        (aim.own, 1.0), (aim.lead, 0.8), (evidence.before, 0.75), (evidence.head, 0.7), (evidence.heading, 0.75),
    )  # fmt: skip
    for term in terms:
        best = max(explained(term.text, text).score for text, _ in regions)
        if best < _SAID and (term.critical or term.weight >= _STRONG):
            return 0.0
    share = coverage(terms, regions)[0] if terms else 1.0
    own = coverage(terms, ((aim.own, 1.0),))[0] if terms else 0.0
    named = 0.3 * (_CALLED.search(query.text) is not None and _GOAL.search(aim.goal.before) is not None)
    return 0.5 * share + 0.5 * own + named + 0.05 * aim.stated + 0.01 * (aim.goal.number == aim.done.number)


def words_of(query: Query) -> tuple[Term, ...]:
    """The words that name what is asked of, without those of doing and of being left."""
    found: list[Term] = []
    for term in query.terms:
        rest = _TALK.sub("", term.text)
        if rest == term.text:
            found.append(term)
        elif len(rest) > 1:
            found.append(Term(rest, term.start, term.end, term.weight, term.critical))
    return tuple(found)


def _names(query: Query, aim: Aim) -> tuple[Term, ...]:
    """The places and bodies that the question names, but for the county that the whole article is of."""
    kinds = ("district", "place", "organisation")
    whole = aim.evidence.page.article.district or ""
    links = [
        link for link in query.links
        if link.kind in kinds and not (link.name == whole and whole.endswith(("县", "区", "市", "旗", "州")))
    ]  # fmt: skip
    return tuple(Term(link.name, link.start, link.end, 1.0, True) for link in links)


def _told(asks: str, aim: Aim) -> Draft:
    goal, done = aim.goal, aim.done
    if asks == "rate":
        said, detail = arithmetic.share(done.amount, goal.amount)
        return computed_draft("percent", said, (goal, done), detail)
    high, low = (done, goal) if asks == "over" else (goal, done)
    said, detail = arithmetic.difference(high.amount, low.amount)
    kind: Kind = "money" if goal.amount.unit in ("元", "美元") else "count"
    return computed_draft(kind, said, (goal, done), detail)
