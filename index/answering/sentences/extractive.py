"""Answers read off sentences: the value of the asked type in the sentence that accounts for the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from index.answering.candidates.apart import of_a_neighbour
from index.answering.candidates.certainty import unsure
from index.answering.candidates.values import (
    Candidate,
    candidates,
    shaped,
)
from index.answering.candidates.whose import of_others
from index.answering.evidence.draft import Draft, Proof, outward_kind
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import (
    period_fits,
)
from index.answering.evidence.pool import Evidence
from index.answering.evidence.saying import around, quote_spans, value_text
from index.answering.evidence.texts import difference_said
from index.answering.programmes.batch_choice import which_district
from index.answering.sentences.acceptance import ENOUGH, PARTLY, acceptable, occupations
from index.answering.sentences.asked_value import NAMED
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern, load_words
from index.language.numerals import find_quantities, units
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query

_ROUNDED = 2  # times what a headline says that the text may have: 百余人 of 137人
_CLEAR = 0.15  # a value this much better than the others of its sentence is the one
_TIE_DISTRICT = 0.1  # values of several districts closer than this are equally good
_LOOSE = ("date", "duration", "place", "organisation")  # types that nearly every sentence has a value of
_COUNTED = ("个", "家", "所", "名", "位", "条", "座", "项", "支")
_WIDE = ("person", "organisation", "place")  # values that mean little without the words around them
_IN_ROWS = ("date", "place", "phone", "shape")
_ROW = load_pattern("answering.extractive.row")
_ONE_ASKED = load_pattern("answering.extractive.one_asked")
_HUMAN = load_pattern("answering.extractive.human")
_TAKES_OFFICE = load_pattern("answering.extractive.takes_office")
_SIDE = load_pattern("answering.extractive.side")
_TO_LEVEL = load_pattern("answering.extractive.to_level")
_CHANGES = load_pattern("answering.extractive.changes")


def best_value(query: Query, pool: Sequence[Evidence], *, lenient: bool = False) -> Draft | None:
    """The best typed value for ``query`` in ``pool``, or None where no sentence accounts for the question.

    Args:
        lenient: ``pool`` is known to be about the question (it stands beside another answer): a value that
            some of its words tell, or the only one of the asked type, is enough.
    """
    least = 0.0 if lenient else ENOUGH
    found = [c for evidence in pool for c in candidates(query, evidence, least)]
    accepted = _lenient(query, found) if lenient else [c for c in found if acceptable(query, c)]
    own = _exact(_own(query, sorted(accepted, key=lambda c: -c.score)))
    fitting = _of_all_there_are(query, _in_asked_unit(query, own))
    if fitting and _asks_many(query):
        return None
    if not fitting:
        office = next(iter(office_pattern().finditer(query.text)), None)
        named = office is not None and (
            re.match(r"(?:是|叫)(?:谁|什么|啥)", query.text[office.end() :]) or _TAKES_OFFICE.search(query.text)
        )
        human = _HUMAN.search(query.text) or named or query.head in occupations()
        other = query.kind == "person" and not human
        return best_value(with_kind(query, "organisation"), pool) if other else None
    if query.kind == "difference":
        if (apart := _apart_by(query, fitting)) is not None:
            return apart
        fitting = [c for c in fitting if _is_change(c.evidence.text, c.fact) and not _is_of_rates(query, c.fact)]
        if not fitting:
            return None
        fitting = _against(query, fitting)
    if query.preferred and not query.district:
        home = [c for c in fitting if c.evidence.page.article.district == query.preferred]
        return _draft(query, (home or fitting)[0], _beside(home or fitting))
    rivals = _rivals(query, fitting)
    if rivals is not None:
        return rivals
    beside = _beside(fitting)
    if not lenient and not beside and unsure(fitting):
        return None
    return _draft(query, _in_full(fitting[0], found), beside)


def _in_full(best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """The same value in the text, where a headline has it: what is asked next stands there."""
    if best.evidence.sentence.role != "headline":
        return best
    told = (c for c in found if c.evidence.page is best.evidence.page and c.evidence.sentence.role == "paragraph")
    return next((c for c in told if c.fact.value == best.fact.value and c.fact.kind == best.fact.kind), best)


def _own(query: Query, found: Sequence[Candidate]) -> list[Candidate]:
    """Those that are told of the asked one; none where the best is another's, and only other sentences have more."""
    own = [
        c for c in found
        if not (of_others(query, c.evidence, c.fact) or of_a_neighbour(query, c.evidence, c.fact))
    ]  # fmt: skip
    return own if not own or own[0] is found[0] or own[0].evidence is found[0].evidence else []


def _of_all_there_are(query: Query, found: Sequence[Candidate]) -> list[Candidate]:
    """规上企业多少家: of 新增17家，总数达到143家 all there are come first, where nothing new is asked for."""
    best = found[0] if found else None
    if best is None or best.fact.kind != "count" or _ASKS_NEW.search(query.text) or not _NEW.search(_led_by(best)):
        return list(found)
    whole = [
        c for c in found[1:]
        if c.evidence.page is best.evidence.page and c.fact.unit == best.fact.unit and _ALL_THERE_ARE.search(_led_by(c))
    ]  # fmt: skip
    return [*whole[:1], *(c for c in found if c not in whole[:1])]


def _led_by(candidate: Candidate) -> str:
    return candidate.evidence.text[candidate.fact.clause[0] : candidate.fact.start]


_ASKS_NEW, _NEW = load_pattern("answering.extractive.asks_new"), load_pattern("answering.extractive.new")
_ALL_THERE_ARE = load_pattern("answering.extractive.all_there_are")


def _in_asked_unit(query: Query, found: Sequence[Candidate]) -> list[Candidate]:
    """几家: of 86家企业、岗位3200个 the values that are counted so, where the best one is."""
    counted = [c for c in found if c.fact.kind == "count" and query.unit and (c.fact.unit or "").endswith(query.unit)]
    return counted if counted and counted[0] is found[0] else list(found)


def _exact(found: Sequence[Candidate]) -> list[Candidate]:
    """A headline that rounds (破百对) or shortens (月牙湖) gives way to what the text has for it (168对)."""
    told = [(c, q[0]) for c in found if (q := find_quantities(c.fact.value)) and c.evidence.sentence.role != "headline"]

    def shortens(c: Candidate) -> bool:
        return c.fact.kind == "place" and c.evidence.sentence.role == "headline" and any(
            o.fact.kind == "place" and o.evidence.page is c.evidence.page
            and len(o.fact.value) > len(c.fact.value) and o.fact.value.startswith(c.fact.value) for o in found
        )  # fmt: skip

    def rounds(c: Candidate) -> bool:
        own = find_quantities(c.fact.value) if c.evidence.sentence.role == "headline" else ()
        same = [q for other, q in told if other.evidence.page is c.evidence.page and own and q.kind == own[0].kind]
        if any(q.value == own[0].value for q in same):
            return False  # 63% stands in the text as well: 92.4% is the figure of something else
        return any(own[0].value < q.value < _ROUNDED * own[0].value for q in same)

    return [c for c in found if not (rounds(c) or shortens(c))]


def _lenient(query: Query, found: Sequence[Candidate]) -> list[Candidate]:
    """Values in the sentence of another answer: those that words of the question tell, else an only one."""
    fitting = [
        c for c in found if c.evidence.rank == 0 and not c.missing_critical and period_fits(query, c.evidence)
    ]
    if any(term.weight >= 0.5 for term in query.terms):
        return [c for c in fitting if c.own >= PARTLY]
    if query.kind in _LOOSE:
        return []
    return fitting if len({c.fact.value for c in fitting}) == 1 else []


def _asks_many(query: Query) -> bool:
    """那7所幼儿园分别叫什么: one name is no answer."""
    many = any(value > 1 and unit in _COUNTED for value, unit in query.figures)
    return many and bool(re.search(r"分别|都|各(?!类|级|镇|区|县)", query.text))


def _rivals(query: Query, fitting: Sequence[Candidate]) -> Draft | None:
    """Equally good values from other districts: the person has to choose."""
    first = fitting[0]
    if query.district or query.links:
        return None
    near = [c for c in fitting if first.score - c.score < _TIE_DISTRICT and c.fact.value != first.fact.value]
    places = dict.fromkeys(c.evidence.page.article.district for c in (first, *near))
    named = tuple(place for place in places if place)
    return which_district(query, named) if len(named) > 1 else None


def _apart_by(query: Query, fitting: Sequence[Candidate]) -> Draft | None:
    """The difference of the two levels that the best sentence prints (由60张增加到120张), where it prints no change.

    The arithmetic is shown in the detail and both values are quoted.
    """
    best = fitting[0]
    if best.fact.kind == "money" and units().get(query.unit or "") == "count":
        return None  # 多几个: 9.4亿元 and 7.1亿元 count none
    text = best.evidence.text
    near = [c for c in fitting if c.evidence is best.evidence and c.fact.unit == best.fact.unit]
    label = max(c.label for c in near) if len({c.fact.start for c in near}) > 2 else 0.0
    same = {c.fact.start: c.fact for c in near if c.label > label - 0.2}
    facts = [same[start] for start in sorted(same)]
    if len(facts) != 2 or any(_is_change(text, f) for f in facts):
        return None
    first, second = (find_quantities(f.value)[0] for f in facts)
    if first.unit != second.unit or first.value == second.value:
        return None
    low, high = sorted((first, second), key=lambda q: q.value)
    said, detail = difference_said(high, low)
    between = text[facts[0].end : facts[1].start]
    behind = _WAS.search(between)  # 招聘168名，去年为136名: the second was before
    if _ASKS_SINCE.search(query.text) and not behind and not _TO_LEVEL.search(between):
        return None  # neither is said to be that of last year
    base = _OTHER_BASE.search(text[facts[0].clause[0] : facts[0].start])
    if _ASKS_SINCE.search(query.text) and base is not None and base[0] not in query.text:
        return None  # 2017年成立时32户: that of another time than the last year
    word = "多" if (first.value > second.value) == bool(behind) else "少"
    proof = best.evidence.proof
    return Draft("answered", "compare", f"{word}{said}", (proof,), detail=detail, repaired=best.repaired,
                 confidence=round(min(best.share, 1.0), 3),
                 facts=tuple((best.evidence.page.article.id, f) for f in facts))  # fmt: skip


_ASKS_SINCE = load_pattern("answering.extractive.asks_since")
_OTHER_BASE = load_pattern("answering.extractive.other_base")
_WAS = load_pattern("answering.extractive.was")
_THAN = load_pattern("answering.extractive.than")
_PRINTED_THAN = load_pattern("answering.extractive.printed_than")


def _against(query: Query, fitting: Sequence[Candidate]) -> list[Candidate]:
    """比一季度快多少: of 增长5.7%，比一季度加快0.5个百分点 the change against what is asked, where it is printed."""
    asked = _THAN.search(query.text)
    if asked is None:
        return list(fitting)
    said = [
        c
        for c in fitting
        if any(
            explained(asked["x"], compact(m["x"])).score >= NAMED
            for m in _PRINTED_THAN.finditer(c.evidence.text[slice(*c.fact.clause)])
        )
    ]
    return said or list(fitting)


_JOINED_TO = load_pattern("answering.extractive.joined_to")


def _is_change(text: str, fact: Fact) -> bool:
    """增加60张 is a change already, and so is the second of 增加4个项目、6亿元; 增加到120张 is a level."""
    before = text[max(fact.clause[0], fact.start - 16) : fact.start]
    joined = _JOINED_TO.search(before)
    if joined is not None and not fact.value.endswith(joined["unit"]):  # 增长4.6%、7.9% is told of two
        before = before[: joined.start()]
    before = before[-6:]
    return fact.kind == "points" or (bool(_CHANGES.search(before)) and not _TO_LEVEL.search(before))


def _is_of_rates(query: Query, fact: Fact) -> bool:
    """多几个 asks for a number of things: 提高4.1个百分点 is told of a rate."""
    return fact.kind == "points" and query.unit == "个" and "点" not in query.text


def _beside(fitting: Sequence[Candidate]) -> list[Fact]:
    """Values of the same sentence that may as well be meant; the best one among them."""
    best = fitting[0]
    if best.fact.kind not in _WIDE:
        return []
    near = [
        c.fact
        for c in fitting
        if c.evidence is best.evidence and best.score - c.score < _CLEAR and c.label > best.label - 0.2
    ]
    return near if any(fact.value != best.fact.value for fact in near) else []


def _draft(query: Query, best: Candidate, beside: Sequence[Fact] = ()) -> Draft:
    """The value; where others stand beside it that may be meant, the words that hold them all."""
    fact, evidence = best.fact, best.evidence
    words = around(evidence.text, [(f.start, f.end) for f in beside]) if beside else None
    text = words or _in_a_row(query, evidence, fact) or value_text(query, evidence, fact)
    return Draft(
        "answered",
        outward_kind(query.kind),
        text,
        (Proof(evidence.page.article.id, quote_spans(evidence, fact)),),
        confidence=round(min(best.share, 1.0), 3),
        facts=((evidence.page.article.id, fact),),
        repaired=best.repaired,
        people=(fact.value,) if fact.kind == "person" else (),
        projects=query.projects,
    )


def _in_a_row(query: Query, evidence: Evidence, fact: Fact) -> str | None:
    """8:20、8:50各发一班; 在甲广场、乙市场设2处: a value with those beside it in one row; None for one alone.

    Nothing is added where 分别 gives each value its own name or where one of them is asked for (首班, 第一, 最早).
    """
    text = evidence.text
    if fact.kind not in _IN_ROWS or "分别" in text or _ONE_ASKED.search(query.text):
        return None
    low, high = fact.start, _with_side(text, fact.end, fact.kind)
    shape = shaped(query.text) if fact.kind == "shape" else None
    same = [(f.start, f.end) for f in evidence.facts if f.kind == fact.kind]
    same += [match.span() for match in shape.finditer(text)] if shape else []
    while (before := next((a for a, b in same if _ROW.fullmatch(text[b:low])), None)) is not None:
        low = before
    while (joint := _ROW.match(text, high)) is not None:
        end = next((b for a, b in same if a == joint.end()), None)
        if end is None and fact.kind == "place" and (place := _place_after().match(text, joint.end())):
            end = place.end()
        if end is None:
            break
        high = _with_side(text, end, fact.kind)
    return text[low:high] if (low, high) != (fact.start, fact.end) else None


def _with_side(text: str, end: int, kind: str) -> int:
    """科创大道以北: on which side of a road a place lies belongs to it."""
    side = _SIDE.match(text, end) if kind == "place" else None
    return side.end() if side else end


@lru_cache(maxsize=1)
def _place_after() -> re.Pattern[str]:
    ends = "|".join(sorted(map(re.escape, load_words("place_suffixes")), key=len, reverse=True))
    return re.compile(rf"[\u4e00-\u9fff]{{1,10}}?(?:{ends})(?=[、和及与，。；,;以设开举进上乘集领报购办取停]|\d|两|$)")


def by_how_much(query: Query) -> tuple[Query, ...]:
    """补助涨了多少, where no rate is printed: 由800元提高到1000元 tells by how much all the same; else nothing."""
    return (with_kind(query, "difference"),) if query.kind == "percent" and _CHANGED_BY.search(query.text) else ()


_CHANGED_BY = load_pattern("answering.extractive.changed_by")


def with_kind(query: Query, kind: str) -> Query:
    """The same question, asked for another type."""
    return replace(query, kind=kind)
