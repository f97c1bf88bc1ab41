"""Yes or no: which of two poles the bulletin prints about what is asked (免费 or 收费, 停诊 or 照常, 升 or 降).

A yes takes more than words that overlap: a clause about the subject has to print the asked pole. Without
such a clause there is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

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
from index.answering.evidence.fits import (
    contrast_fits,
    contrasted,
    links_fit,
    period_fits,
    scope_fits,
    year_fits,
)
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import period_name
from index.answering.sentences.statements import Told, ranked
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
_REACH = 3  # clauses from the subject to what is said of it
_LONGEST = 90
_SAME = 0.75
_ALIKE = 0.6
_WHEN = load_pattern("answering.yesno.when")
_ANY_END = load_pattern("answering.yesno.any_end")
_SURE = 0.78  # a statement that no scale knows needs this much
_TAG = load_pattern("answering.yesno.tag")
_FIGURED = re.compile(r"100%|\d")
_CORRECTING = ("all", "trend", "better", "real")
_LINE = load_pattern("answering.yesno.line")
_SEGMENT = re.compile(r"[；;。]$")


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


def doubts(text: str) -> bool:
    """真的假的, 靠谱吗: whether something told is true."""
    return next(scale for scale in scales() if scale.name == "real").asks.search(text) is not None


def _best(query: Query, scale: Scale, pool: Sequence[Evidence]) -> _Verdict | None:
    terms = _subject(query, scale)
    found = [
        one
        for evidence in pool
        if evidence.sentence.role in ("paragraph", "table", "caption")
        and links_fit(query, evidence)
        and period_fits(query, evidence)
        and year_fits(query, evidence)
        and scope_fits(query, evidence)
        and contrast_fits(query, evidence)
        for one in _verdicts(query, scale, terms, evidence)
    ]
    return max(found, key=lambda one: one.score, default=None)


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
    low, high = evidence.reach if evidence.reach is not None else (0, len(text))
    clauses = [span for span in clause_spans(text) if low <= span[0] and span[1] <= high]
    found: list[_Verdict] = []
    for at, span in enumerate(clauses):
        pole = _pole(scale, evidence.clause(span))
        if pole is None:
            continue
        first = _opening(terms, evidence, clauses, at)
        if scale.name == "done" and not _happened(query, evidence, (clauses[first][0], span[1]), pole):
            continue
        judged = _judged(query, scale, terms, evidence, (clauses[first][0], span[1]), span, pole)
        if judged is not None:
            found.append(judged)
    return found


def _pole(scale: Scale, clause: str) -> bool | None:
    """True where the clause prints the one pole, False for the other, None for neither."""
    if scale.other.search(clause):
        return False
    return True if scale.one.search(clause) else None


def _happened(query: Query, evidence: Evidence, run: Span, pole: bool) -> bool:
    """投产了吗: what is said to be done has to be that, not something else; 修好了吗 asks for any end."""
    event = _predicate(query)
    return (
        event is None
        or bool(_ANY_END.search(event.text))
        or explained(event.text, evidence.clause(run)).score >= _SAME
    )


def _predicate(query: Query) -> Term | None:
    """What is asked to be so: the last content word of the question."""
    return next(
        (t for t in reversed(query.terms) if (t.weight >= _SEEN or t.text in load_words("acts")) and not t.critical),
        None,
    )


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
    if scale.name in ("hurt", "died"):  # an accident is what its whole report is about
        regions = (*regions, (evidence.page.whole, 0.7))
    fits, pole = _conditions(query, evidence, told, pole)
    if fits is False:
        return None
    needed = without(terms, tuple((t.start, t.end) for t in _conditional(terms))) if fits else terms
    if scale.name == "trend" and not _of_the_measure(scale, query, evidence, told):
        return None
    share, missing, repaired = coverage(needed, regions)
    strong = [t for t in needed if t.weight >= _SEEN]
    seen = [t for t in strong if t not in missing]
    own = _named(needed, told)
    if max(share, own) < _ENOUGH or any(t.critical for t in missing) or (strong and not seen):
        return None
    lines = set(_LINE.findall(told))
    if lines and any(_LINE.fullmatch(t.text) and t.text not in lines for t in terms):
        return None  # of 原27路停运，可改乘9路 the first is about 27路
    if not strong and not query.links and not query.inherited and fits is None:
        return None
    event = _predicate(query) if scale.name in ("can", "must") else None
    there = 0.2 if event is not None and explained(event.text, evidence.clause(span)).score >= _SAME else 0.0
    if scale.name == "must" and pole and not there:
        return None  # another duty than the asked one
    score = share + 0.4 * own + there + (1.0 if fits else 0.0) - 0.002 * evidence.rank - 0.001 * (run[1] - run[0])
    if scale.name in ("trend", "better"):
        pole = _bettered(scale, query, told, pole)
    low = run[0] if run[1] - run[0] <= _LONGEST else span[0]
    said = evidence.text[low : _named_behind(needed, evidence, span, low)].strip("，；。：、,;: |")
    return _Verdict(score, pole, said[:_LONGEST], evidence, share, repaired)


def _named_behind(terms: tuple[Term, ...], evidence: Evidence, span: Span, low: int) -> int:
    """停水范围：甲路、乙路: where the clause behind ``span`` ends that names what those in front do not."""
    told = evidence.clause((low, span[1]))
    missing = [t for t in terms if t.weight >= 1.0 and explained(t.text, told).score < _SAME]
    behind = [c for c in clause_spans(evidence.text) if span[1] <= c[0] and c[1] - low <= _LONGEST]
    named = [sum(explained(t.text, evidence.clause(c)).score >= _SAME for t in missing) for c in behind]
    return behind[named.index(max(named))][1] if any(named) else span[1]


def _of_the_measure(scale: Scale, query: Query, evidence: Evidence, told: str) -> bool:
    """企业利润增长了吗: of 企业157户，净增11户；利润46.2亿元，下降2.8% it is the clause of 利润 that tells."""
    asks = scale.asks.search(query.text)
    before = [t for t in query.terms if asks and t.end <= asks.start() and t.weight >= _SEEN]
    if not before:
        return True
    measure = before[-1].text
    if explained(measure, told).score >= _SEEN or explained(measure, evidence.own).score < _SAME:
        return True
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
    asked = _as_a_statement(query.text)
    reversed_ = scale.turned.search(asked) is not None
    same = found.pole != reversed_
    word = (scale.yes if same else scale.no) if not reversed_ else ("是" if same else "不是")
    status: Status = "corrected" if not same and scale.name in _CORRECTING else "answered"
    proof = found.evidence.proof
    said = _both_fees(scale, found) if scale.name == "fee" else found.said
    return Draft(
        status, "yesno", f"{word}，{said}"[:158], (proof,),
        confidence=round(min(found.share, 1.0), 3), repaired=found.repaired,
        projects=query.projects,
    )  # fmt: skip


def _as_a_statement(text: str) -> str:
    """What is asked to be so: 能不能提 and 提吗 deny nothing."""
    return _OPEN.sub(r"\g<one>", _TAG.sub("", text))


_OPEN = load_pattern("answering.yesno.open")


def _both_fees(scale: Scale, found: _Verdict) -> str:
    """服务费全免，餐费420元: what is free with what the same sentence charges."""
    text = found.evidence.text
    clauses = [text[a:b].strip("，；。：、,;: |") for a, b in clause_spans(text)]
    charged = [one for one in clauses if _CHARGES.search(one) and one not in found.said]
    if found.pole or not charged:
        return found.said
    parts = [*charged, found.said] if text.find(charged[0]) < text.find(found.said) else [found.said, *charged]
    said = "，".join(parts)
    return said if len(said) <= _FEES else f"{found.said}，{charged[0]}"


_FEES = 120
_CHARGES = load_pattern("answering.yesno.charges")
_SHORT = 70
_THAN = load_pattern("answering.yesno.than")
_RELATIVE = load_pattern("answering.yesno.relative")
_YEAR = load_pattern("answering.yesno.year")
_NEGATIVE = load_pattern("answering.yesno.negative")
_PLANNED = load_pattern("answering.yesno.planned")
_ASKS_DONE = load_pattern("answering.yesno.asks_done")
_DENIES = load_pattern("answering.yesno.denies")


_ONLY = load_pattern("answering.yesno.only")


def only_that(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """周日有晚饭吗, where 周日只供午餐 is printed: no; and yes for what is the only one."""
    halves = contrasted(query.text)
    for evidence in pool if halves else ():
        if not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        for span in clause_spans(evidence.text):
            clause = evidence.text[slice(*span)]
            if not _ONLY.search(clause):
                continue
            own = compact(clause)
            for asked, others in halves:
                about = tuple(t for t in query.terms if not asked.search(t.text))
                regions = ((own, 1.0), (evidence.before, 0.8), (evidence.head, 0.7), (evidence.heading, 0.8))
                share, missing, _ = coverage(about, regions)
                if share < _ENOUGH or any(t.critical for t in missing) or not _on_that_day(query, own):
                    continue
                yes = bool(asked.search(own))
                if yes or any(other.search(own) for other in others):
                    said = f"{'是' if yes else '没有'}，{clause.strip('，。；、 ')}"
                    return Draft("answered", "yesno", said, (evidence.proof,), confidence=0.9)
    return None


_A_DAY = load_pattern("answering.yesno.a_day")


def _on_that_day(query: Query, clause: str) -> bool:
    """The day that the question names is the day of the clause; no day is no certain one."""
    asked = _A_DAY.search(query.text)
    return asked[0] in clause if asked else not _A_DAY.search(clause)


def stated(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """是 or 否 with the printed words; nothing where a content word of the question is not printed.

    What is asked to be so (the last content word) has to stand in the clause that is quoted.
    """
    for best in ranked(query, pool)[:3]:
        strong = [t for t in best.missing if t.weight >= _SEEN]
        if strong or best.share < _SURE:
            return None
        clause = _stating(query, best.evidence)
        if clause is not None:
            return _statement(query, best, clause)
    return None


def _stating(query: Query, evidence: Evidence) -> Span | None:
    """The clause that accounts best for the question among those that hold what is asked to be so."""
    text, event = evidence.text, _predicate(query)
    holding = [
        span
        for span in clause_spans(text)
        if event is None or explained(event.text, evidence.clause(span)).score >= _ALIKE
    ]
    if not holding:
        return None
    if len(text) <= _SHORT:
        return 0, len(text)
    return max(holding, key=lambda span: coverage(query.terms, ((evidence.clause(span), 1.0),))[0])


def _of_event(query: Query, evidence: Evidence, span: Span) -> str:
    """The clauses within ``span`` that hold what is asked to be so, where not all of them do: 空腹不作要求."""
    event = _predicate(query)
    clauses = [c for c in clause_spans(evidence.text) if span[0] <= c[0] and c[1] <= span[1]]
    own = [c for c in clauses if event is not None and explained(event.text, evidence.clause(c)).score >= _ALIKE]
    return "，".join(evidence.text[slice(*c)] for c in own or [span])


def _statement(query: Query, best: Told, clause: Span) -> Draft:
    evidence = best.evidence
    said = evidence.text[slice(*clause)].strip("，；。：、 ")
    status: Status = "answered"
    if wrong := _contradicted(query, evidence):
        word, status, said = "不是", "corrected", wrong
    elif year := _other_year(query, evidence, clause):
        word, status, said = "不是", "corrected", year
    elif _NEGATIVE.search(_of_event(query, evidence, clause)) and not _DENIES.search(_as_a_statement(query.text)):
        word = "没有" if "有" in query.text[-4:] else "否"
    elif _PLANNED.search(said) and _ASKS_DONE.search(query.text) and "已" not in said:
        word = "没有写已完成"
    else:
        word = "是"
    return Draft(
        status, "yesno", f"{word}，{said}"[:158],
        (evidence.proof,),
        confidence=round(best.share, 3), repaired=best.repaired,
    )  # fmt: skip


def _contradicted(query: Query, evidence: Evidence) -> str | None:
    """A figure of the question differs from the one printed with the same unit."""
    for value, unit in query.figures:
        same = [q for q in find_quantities(evidence.text) if q.unit == unit]
        if same and not any(abs(q.value - value) < 1e-6 for q in same) and len(same) == 1:
            return same[0].text
    return None


def _other_year(query: Query, evidence: Evidence, clause: Span) -> str | None:
    """今年就动工 against 计划2025年一季度动工: the clause that prints another year for it."""
    asked = _RELATIVE.search(query.text)
    dated = evidence.page.article.date or evidence.page.article.issue_date
    if asked is None or dated is None:
        return None
    said = evidence.text[slice(*clause)]
    years = {int(match) for match in _YEAR.findall(said)}
    wanted = int(dated[:4]) + {"今": 0, "明": 1, "去": -1}[asked[1]]
    return said.strip("，；。：、 ") if years and wanted not in years else None


_PROVISO = load_pattern("answering.yesno.proviso")
_OF_ALL = load_pattern("answering.yesno.of_all")
_LEFT_OVER = load_pattern("answering.yesno.left_over")
_RATE_OF = load_pattern("answering.yesno.rate_of")
_WHOLE = 100.0
_MOST_SAID = 150  # code points


def but_not_all(query: Query, draft: Draft) -> Draft:
    """前三场的项目全开工了吗, where 47个，目前已开工41个，剩下6个… is printed: 没有."""
    said = draft.answer.removeprefix("是，")
    if draft.kind != "yesno" or said == draft.answer or not _OF_ALL.search(query.text):
        return draft
    rates = [float(match["rate"]) for match in _RATE_OF.finditer(said) if match["of"] in query.stages]
    left = _LEFT_OVER.search(said) or any(rate < _WHOLE for rate in rates)
    return replace(draft, answer=f"没有，{said}") if left else draft


def with_proviso(draft: Draft, knowledge: Knowledge) -> Draft:
    """能，…同样可以办卡，但不享受优惠: what the sentence adds with 但 right behind the quoted words belongs to it."""
    said = draft.answer.partition("，")[2]
    for proof in draft.proofs if draft.status == "answered" and len(said) > 3 else ():
        for sentence in knowledge.page(proof.article).within(proof.spans):
            at = sentence.text.text.find(said)
            more = _PROVISO.match(sentence.text.text, at + len(said)) if at >= 0 else None
            if more is not None and len(draft.answer) + len(more[0]) <= _MOST_SAID:
                return replace(draft, answer=draft.answer + more[0])
    return draft
