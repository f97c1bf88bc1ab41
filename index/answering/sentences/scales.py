"""Which of two poles a bulletin prints about what is asked (免费 or 收费, 停诊 or 照常, 升 or 降).

A clause about the subject has to print one of the poles of the matter that is asked about; without such a clause
there is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.answering.candidates.subjects import opens_with_other_name
from index.answering.evidence.circumstances import (
    age_fits,
    age_of,
    day_terms,
    own_spans,
    schooling_fits,
    schooling_span,
    since,
    within_limit,
    without,
    year_of_school_fits,
)
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import contrast_fits, segment_of, slots_agree, told_of_nth
from index.answering.evidence.hearsay import is_hearsay
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import period_name
from index.answering.sentences.predicates import (
    as_a_statement,
    falls_short,
    leaves_out_asked,
    of_another_part,
    predicate,
)
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table, load_words
from index.language.numerals import find_quantities
from index.language.scripts import compact
from index.records import Span
from index.records.answers import Status
from index.understanding.periods import period_core
from index.understanding.query import Query, Term
from index.understanding.terms import rarity

_ENOUGH = 0.6
_SEEN = 0.5  # a term counts as found from here on
_PAID = load_pattern("answering.scales.paid")  # 每人每月补助2600元 is no fee
_OPENING = 6  # code points by which a sentence is known to open with a clause
_REACH = 3  # clauses from the subject to what is said of it
_LONGEST = 90
_SAME = 0.75
_WHEN = load_pattern("answering.scales.when")
_ANY_END = load_pattern("answering.scales.any_end")
_START = load_pattern("answering.scales.start")
_END = load_pattern("answering.scales.end")
_NOW = load_pattern("answering.scales.now")
_TO_COME = load_pattern("answering.scales.to_come")
_OF_MOVES = ("trend", "price")
_UNMOVED = load_pattern("answering.scales.unmoved")
_AT_PRICES = load_pattern("answering.scales.at_prices")  # 按不变价格计算 says of no price that it stays
_STAYS = load_pattern("answering.scales.stays")
_OF_NOW = ("can", "open")
_OF_EACH = ("open", "liable")  # a sentence may tell one pole of each of several
_THAN = load_pattern("answering.scales.than")
_LINE = load_pattern("answering.scales.line")
_CORRECTING = ("all", "trend", "better", "real")
_TOLD_IN = ("paragraph", "table", "caption")
_OF_ACCIDENTS = ("hurt", "died")
_SEGMENT = re.compile(r"[；;。]$")
_FEES = 120
_CHARGES = load_pattern("answering.scales.charges")
_CHARGED = load_pattern("answering.scales.charged")
_ONLY_PRICED = 0.3
_PARKING = load_pattern("answering.scales.parking")
_CHARGE_NAMED = load_pattern("answering.scales.charge_named")


@dataclass(frozen=True, slots=True)
class Scale:
    """Two poles of one matter, what asks for it, and how each is answered; see data/lexicons/polarity.tsv."""

    name: str
    asks: re.Pattern[str]
    one: re.Pattern[str]
    other: re.Pattern[str]
    yes: str
    no: str
    turned: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Verdict:
    score: float
    pole: bool
    said: str
    evidence: Evidence
    share: float
    repaired: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def scales() -> tuple[Scale, ...]:
    """The matters a question may be asked about, most special first."""
    return tuple(
        Scale(name, re.compile(asks), re.compile(one), re.compile(other), yes, no, re.compile(turned))
        for name, asks, one, other, yes, no, turned in load_table("polarity")
    )


def on_a_scale(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The answer by the first scale that the question asks on and that the bulletins print a pole of."""
    if _THAN.search(query.text):  # the other year is only what this one is measured by
        query = replace(query, year=None)
    for scale in scales():
        if not scale.asks.search(query.text):
            continue
        found = _best(query, scale, pool)
        if found is not None:
            return _draft(query, scale, found)
    return None


def of_parking(query: Query, pool: Sequence[Evidence]) -> Sequence[Evidence]:
    """书房停车免费吗: 免费借阅 is told of no car; the sentences about parking where that is asked, else all."""
    if not _PARKING.search(query.text):
        return pool
    return tuple(one for one in pool if _PARKING.search(one.own + one.before + one.heading))


def doubts(text: str) -> bool:
    """真的假的, 靠谱吗: whether something told is true."""
    return next(scale for scale in scales() if scale.name == "real").asks.search(text) is not None


def _best(query: Query, scale: Scale, pool: Sequence[Evidence]) -> _Verdict | None:
    terms = _subject(query, scale)
    found = [
        one
        for evidence in pool
        if evidence.sentence.role in _roles(scale)
        and slots_agree(query, evidence)
        and contrast_fits(query, evidence)
        for one in _verdicts(query, scale, terms, evidence)
    ]
    return max(_of_the_charge(query, scale, found), key=lambda one: one.score, default=None)


def _of_the_charge(query: Query, scale: Scale, found: list[_Verdict]) -> list[_Verdict]:
    """要门票吗: of 专线票价10元 and 景区不收门票 what is said of just that charge."""
    asked = _CHARGE_NAMED.search(query.text) if scale.name == "fee" else None
    return [one for one in found if asked and asked[0] in compact(one.said)] or found


def _roles(scale: Scale) -> tuple[str, ...]:
    """Where the matter may be told; that nobody was hurt is often told by a headline alone."""
    return (*_TOLD_IN, "headline") if scale.name in _OF_ACCIDENTS else _TOLD_IN


def _subject(query: Query, scale: Scale) -> tuple[Term, ...]:
    """What the matter is asked of: the terms without the asking words and what the asker tells of themselves."""
    spans = [match.span() for match in scale.asks.finditer(query.text)]
    if scale.name in ("fee", "can"):
        spans += own_spans(query.text)
        level = schooling_span(query.text)
        if level is not None:
            spans.append(level[1])
    terms = (*without(query.terms, tuple(spans)), *_slots(query))
    days = day_terms(terms)
    return tuple(
        replace(t, critical=False) if t in days else t
        for t in terms
        if not (t.text.isdigit() and query.month == int(t.text))
    )


def _slots(query: Query) -> tuple[Term, ...]:
    """The periods that are asked for, as words that the clause has to print."""
    return tuple(Term(compact(period_core(period_name(period))), 0, 0) for period in query.periods)


def _verdicts(query: Query, scale: Scale, terms: tuple[Term, ...], evidence: Evidence) -> list[_Verdict]:
    text = evidence.text
    low, high = evidence.about if evidence.about is not None else (0, len(text))
    clauses = [span for span in clause_spans(text) if low <= span[0] and span[1] <= high]
    found: list[tuple[_Verdict, Span]] = []
    for at, span in enumerate(clauses):
        pole = _pole(scale, evidence.clause(span))
        if pole is None or (scale.name != "real" and is_hearsay(text, span[1])):
            continue
        if not told_of_nth(query, text, span[0] + 1):
            continue
        if pole and falls_short(query, text[span[0] : segment_of(text, span[0] + 1)[1]]):
            pole = False
        if scale.name == "done" and leaves_out_asked(query, text):
            continue
        first = _opening(terms, evidence, clauses, at)
        if scale.name == "done" and not _happened(query, evidence, (clauses[first][0], span[1]), pole):
            continue
        if scale.name in _OF_NOW and pole and _is_to_come(query, evidence, (clauses[first][0], span[1])):
            pole = False
        judged = _judged(query, scale, terms, evidence, (clauses[first][0], span[1]), span, pole)
        if judged is not None:
            found.append((judged, span))
    names = (t.text for t in reversed(terms) if t.weight >= 1.0 and len(t.text) > 1)
    asked = next(names, "") if scale.name in _OF_EACH else ""
    whole = scale.name == "liable"
    told = ((judged, compact(judged.said) if whole else evidence.clause(span)) for judged, span in found)
    own = [judged for judged, said in told if asked and explained(asked, said).score >= _SAME]
    return own or [judged for judged, _ in found]  # 体检中心还开吗: not 急诊不停诊，体检中心暂停服务


def _pole(scale: Scale, clause: str) -> bool | None:
    """True where the clause prints the one pole, False for the other, None for neither."""
    clause = _AT_PRICES.sub("", clause)
    if scale.other.search(clause) or (scale.name == "trend" and _STAYS.search(clause)):
        return False
    said = scale.one.search(clause)
    if said is not None and scale.name in _OF_MOVES and _UNMOVED.search(clause, 0, said.start()):
        return False  # 没有上涨
    return True if said else None


def _happened(query: Query, evidence: Evidence, run: Span, pole: bool) -> bool:
    """投产了吗: what is said to be done has to be that, not something else; 修好了吗 asks for any end.

    What is still to be started (计划3月启动) is not yet under way by any other word (动工), nor what is still to be
    tried out (10月试产) finished.
    """
    event, told = predicate(query), evidence.clause(run)
    if event is None or _ANY_END.search(event.text) or explained(event.text, told).score >= _SAME:
        return True
    return not pole and any(one.search(event.text) and one.search(told) for one in (_START, _END))


def _is_to_come(query: Query, evidence: Evidence, run: Span) -> bool:
    """现在能用了吗, where 预计12月底前上线 is printed."""
    told = evidence.clause(run)
    return bool(_NOW.search(query.text) and _TO_COME.search(told)) and "已" not in told


def _opening(terms: tuple[Term, ...], evidence: Evidence, clauses: Sequence[Span], at: int) -> int:
    """The clause, at most a few before ``at`` in the same segment, that names the subject best."""
    best, held = at, _named(terms, evidence.clause(clauses[at]))
    for number in range(at - 1, max(at - _REACH, -1), -1):
        if _SEGMENT.search(evidence.text[slice(*clauses[number])].strip()):
            break
        share = _named(terms, evidence.clause(clauses[number]))
        if share > held + 0.1:
            best, held = number, share
    return best


def _named(terms: tuple[Term, ...], clause: str) -> float:
    """How far a clause names the terms; the front of a compound tells more than its end (臭氧 of 臭氧浓度)."""
    got, terms = 0.0, tuple(t for t in terms if not _WHEN.fullmatch(t.text))
    for term in terms:
        match = explained(term.text, clause)
        got += term.weight * (
            match.score + (0.1 if match.printed and term.text.startswith(match.printed) else 0)
        )
    return got / (sum(term.weight for term in terms) or 1.0)


def _judged(
    query: Query, scale: Scale, terms: tuple[Term, ...], evidence: Evidence, run: Span, span: Span, pole: bool
) -> _Verdict | None:
    told = evidence.clause(run)
    regions: tuple[tuple[str, float], ...] = (
        (told, 1.0), (evidence.own, 0.8), (evidence.before, 0.7), (evidence.head, 0.6), (evidence.heading, 0.6)
    )  # fmt: skip
    if scale.name in _OF_ACCIDENTS:  # an accident is what its whole report is about
        regions = (*regions, (evidence.page.whole, 0.7))
    fits, pole = _conditions(query, evidence, told, pole)
    if fits is False:
        return None
    needed = without(terms, tuple((t.start, t.end) for t in _conditional(terms))) if fits else terms
    if scale.name == "trend" and not _of_the_measure(scale, query, evidence, told):
        return None
    if scale.name == "can" and pole and fits is None and _for_another_size(query, evidence.clause(span)):
        pole = False
    share, missing, repaired = coverage(needed, regions)
    strong = [t for t in needed if t.weight >= _SEEN]
    seen = [t for t in strong if t not in missing]
    own = _named(needed, told)
    if max(share, own) < _ENOUGH or any(t.critical for t in missing) or (strong and not seen):
        return None
    if scale.name != "real" and any(t.weight >= 1.0 for t in missing):
        return None  # of a rumour the words differ; else what is printed nowhere is what was asked
    if opens_with_other_name(query, told) or of_another_part(terms, told):
        return None
    if scale.name == "can" and not _named_near(needed, evidence, told):
        return None
    lines = set(_LINE.findall(told))
    if lines and any(_LINE.fullmatch(t.text) and t.text not in lines for t in terms):
        return None  # of 原27路停运，可改乘9路 the first is about 27路
    if not strong and not query.links and not query.inherited and fits is None:
        return None
    event = predicate(query) if scale.name in ("can", "must") else None
    there = 0.2 if event is not None and explained(event.text, evidence.clause(span)).score >= _SAME else 0.0
    if scale.name == "must" and pole and not there:
        return None  # another duty than the asked one
    score = share + 0.4 * own + there + (1.0 if fits else 0.0) - 0.002 * evidence.rank - 0.001 * (run[1] - run[0])
    if scale.name == "fee" and pole and not _CHARGED.search(evidence.clause(span)):
        score -= _ONLY_PRICED  # a price alone may be that of something else: the bus to the free gardens
    if scale.name in ("trend", "better"):
        pole = _bettered(scale, query, told, pole)
    low = run[0] if run[1] - run[0] <= _LONGEST else span[0]
    said = evidence.text[low : _named_behind(needed, evidence, span, low)].strip("，；。：、,;: |")
    return _Verdict(score, pole, said[:_LONGEST], evidence, share, repaired)


def _named_near(terms: tuple[Term, ...], evidence: Evidence, told: str) -> bool:
    """洗碗机能补吗: that a quota can be fetched again says nothing of it, though its paragraph begins with it."""
    near = "，".join((told, evidence.own, evidence.before, evidence.heading))
    named = [t for t in terms if t.weight >= 1.0 and len(t.text) > 1]
    return not named or any(explained(t.text, near).score >= _SEEN for t in named)


def _for_another_size(query: Query, told: str) -> bool:
    """能免三年房租吗 of 硕士可免租一年: as much of just that unit is asked for, and another number of it is told."""
    asked = {(q.unit, q.value) for q in find_quantities(query.text) if q.unit}
    said = {(q.unit, q.value) for q in find_quantities(told) if q.unit}
    same = {unit for unit, _ in asked} & {unit for unit, _ in said}
    return bool(same) and not any(one in said for one in asked if one[0] in same)


def _named_behind(terms: tuple[Term, ...], evidence: Evidence, span: Span, low: int) -> int:
    """停水范围：甲路、乙路: where the clause behind ``span`` ends that names what those in front do not."""
    told = evidence.clause((low, span[1]))
    missing = [t for t in terms if t.weight >= 1.0 and explained(t.text, told).score < _SAME]
    end = segment_of(evidence.text, span[0])[1]
    behind = [c for c in clause_spans(evidence.text) if span[1] <= c[0] and c[1] - low <= _LONGEST and c[0] < end]
    named = [sum(explained(t.text, evidence.clause(c)).score >= _SAME for t in missing) for c in behind]
    return behind[named.index(max(named))][1] if any(named) else span[1]


def _of_the_measure(scale: Scale, query: Query, evidence: Evidence, told: str) -> bool:
    """企业利润增长了吗: of 企业157户，净增11户；利润46.2亿元，下降2.8% it is the clause of 利润 that tells."""
    asks = scale.asks.search(query.text)
    before = [t for t in query.terms if asks and t.end <= asks.start() and t.weight >= _SEEN]
    if not before:
        return True
    measure = before[-1].text
    own, word = evidence.own, compact(measure)
    behind = word not in told and told in own and word in own[own.find(told) + len(told) :]
    if explained(measure, told).score >= _SEEN and not behind:  # 预算收入…增长4.2%，其中税收24亿元
        return True
    if explained(measure, evidence.own).score < _SAME:
        opens = len(measure) < 2 or evidence.own.startswith(told[:_OPENING])
        return opens or explained(measure, evidence.before).score < _SAME
    said = [t.text for t in before if len(t.text) > 1 and explained(t.text, told).score >= _SAME]
    return any(rarity(word) > rarity(measure) for word in said)  # 氧化铝 tells more than 产量


def _conditional(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Days and counts, which a condition that fits has accounted for."""
    counts = tuple(t for t in terms if find_quantities(t.text))
    return (*day_terms(terms), *counts)


def _conditions(query: Query, evidence: Evidence, told: str, pole: bool) -> tuple[bool | None, bool]:
    """(whether what the asker tells of themselves fits a printed condition, the pole that then holds)."""
    age = age_of(query)
    if age is not None and (fits := age_fits(age, told)) is not None:
        return fits, pole
    level = schooling_span(query.text)
    if level is not None and (enough := schooling_fits(level[0], told)) is not None:
        return True, enough
    if (meant := year_of_school_fits(query, told)) is not None:
        return meant, pole
    if (within := within_limit(query, told)) is not None:
        return True, within
    return (True if since(query, evidence.own) else None), pole


def _bettered(scale: Scale, query: Query, told: str, pole: bool) -> bool:
    """浓度上升 is no improvement: where less is better, more is worse."""
    if scale.name == "trend" or re.search("改善|好转|恶化|变差", told):
        return pole
    lower = any(word in query.text or word in told for word in load_words("lower_better"))
    return pole != lower


def _draft(query: Query, scale: Scale, found: _Verdict) -> Draft:
    asked = as_a_statement(query.text)
    reversed_ = scale.turned.search(asked) is not None
    same = found.pole != reversed_
    word = (scale.yes if same else scale.no) if not reversed_ else ("是" if same else "不是")
    if scale.name == "trend" and not found.pole and _stays(scale, found.said):
        same, word = True, "没有"  # neither risen nor fallen
    status: Status = "corrected" if not same and scale.name in _CORRECTING else "answered"
    proof = found.evidence.proof
    said = _both_fees(scale, found) if scale.name == "fee" else found.said
    return Draft(
        status, "yesno", f"{word}，{said}"[:158], (proof,),
        confidence=round(min(found.share, 1.0), 3), repaired=found.repaired,
        projects=query.projects,
    )  # fmt: skip


def _stays(scale: Scale, said: str) -> bool:
    """What the words say last is that it stays as it is: 90岁以上提高到200元，百岁老人600元不变."""
    told = [said[a:b] for a, b in clause_spans(said)]
    last = next((one for one in reversed(told) if _pole(scale, compact(one)) is not None), "")
    return bool(_STAYS.search(last))


def _both_fees(scale: Scale, found: _Verdict) -> str:
    """服务费全免，餐费420元: what is free with what the same sentence charges."""
    text = found.evidence.text
    low, high = segment_of(text, max(text.find(found.said), 0))
    clauses = [text[a:b].strip("，；。：、,;: |") for a, b in clause_spans(text) if low <= a and b <= high + 1]
    charged = [one for one in clauses if _CHARGES.search(one) and not _PAID.search(one) and one not in found.said]
    if found.pole or not charged:
        return found.said
    parts = [*charged, found.said] if text.find(charged[0]) < text.find(found.said) else [found.said, *charged]
    said = "，".join(parts)
    return said if len(said) <= _FEES else f"{found.said}，{charged[0]}"
