"""What is done in a case: 偷排的，第一次警告; 遇大风停飞，改由摩托车接力. The case is asked, what follows is told.

The words that ask (怎么办, 会怎样, 有啥后果) are printed nowhere; the case has to be the asked one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.loosely import CLAUSE, LOOSE, SEGMENT, absent, lacks, lead, share, term_held
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.rules.asks")
_HOW = load_pattern("answering.rules.how")
_DONE = load_pattern("answering.rules.done")  # what became of it is no rule
_CASE = load_pattern("answering.rules.case")
_NO_CASE = load_pattern("answering.rules.no_case")
_THEN = load_pattern("answering.rules.then")
_WITHIN = load_pattern("answering.rules.within")
_SUBJECT = load_pattern("answering.rules.subject")
_WHEN = load_pattern("answering.rules.when")
_MEETS = load_pattern("answering.rules.meets")
_NOT = load_pattern("answering.rules.not")
_BELOW = load_pattern("answering.rules.below")
_PASSIVE = load_pattern("answering.rules.passive")
_SHORTEST_DEED = 2  # letters of what is done
_SAID = 1.0  # of what stands around the case as it is asked
_HALF = 0.5
_MOST_ABSENT = 0.15  # of the weight of the question that the article has in other words
_LONGEST = 110
_EDGES = "，；。：、,;:“”\"' "


_BY_WHICH_WAY, _WAY = load_pattern("answering.rules.by_which_way"), load_pattern("answering.rules.way")


def ruled(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What is to be done in the asked case, or in what case the asked is done; None where no such rule is printed."""
    when = _WHEN.search(query.text)
    asked = when or _ASKS.search(query.text) or _HOW.search(query.text)
    if asked is None or _DONE.search(query.text):
        return None
    if when is not None and (condition := _condition(query, when, pool)) is not None:
        return condition
    shell = asked.span() if when else asked.span("shell")
    terms = tuple(t for t in without(query.terms, (shell,)) if not _MEETS.fullmatch(t.text))
    before = terms if when else tuple(t for t in terms if t.start < asked.start())
    best: tuple[float, str, Evidence] | None = None
    for evidence in pool:
        if not slots_fit(query, evidence):
            continue
        for case, then in _rules(fold(evidence.text)):
            case, then = (then, case) if when else (case, then)
            if "deed" in asked.groupdict() and not _has_deed(asked, terms, evidence, (case, then)):
                continue
            score = _fit(query, terms, before or terms, evidence, case, then) - 0.002 * evidence.rank
            if _BY_WHICH_WAY.search(query.text) and not _WAY.search(evidence.text[slice(*then)]):
                continue  # 怎么报名: 报名者须年满22周岁 says who may
            said = evidence.text[slice(*then)].strip(_EDGES)
            if score > 0 and 3 < len(said) <= _LONGEST and (best is None or score > best[0]):
                best = score, said, evidence
    if best is None:
        return None
    return Draft("answered", "text", best[1], (best[2].proof,), confidence=round(min(best[0], 1.0), 3))


def _condition(query: Query, when: re.Match[str], pool: Sequence[Evidence]) -> Draft | None:
    """什么情况会被停牌: of 连续三次不合格的停牌 the case that stands right before what is done."""
    deed = _PASSIVE.sub("", query.text[when.end() :].rstrip("？?呢啊 "))
    if len(deed) < _SHORTEST_DEED:
        return None
    then = rf"(?:将|要|会|予以|给予|一律|直接|被|就)*{re.escape(deed)}"
    pattern = re.compile(rf"[^，。；：、,;:]{{4,30}}(?:的|者)[，,]?{then}")
    for evidence in pool:
        match = pattern.search(fold(evidence.text)) if slots_fit(query, evidence) else None
        if match is not None:
            return Draft("answered", "text", evidence.text[slice(*match.span())].strip(_EDGES), (evidence.proof,))
    return None


def of_another_case(query: Query, pool: Sequence[Evidence], draft: Draft) -> bool:
    """True where what is quoted rules on a case, and not on the asked one: 不愿午睡的，可看书 for 想午睡的怎么安排."""
    asked = _ASKS.search(query.text)
    if asked is None or draft.status != "answered":
        return False
    texts = [fold(one.text) for one in pool if one.proof in draft.proofs]
    denied = _denies(query.text)
    cases = [text[slice(*case)] for text in texts for case, _ in _rules(text)]
    return any(_CASE.search(one) and (_denies(one) != denied or _of_another_number(query, one)) for one in cases)


def _has_deed(asked: re.Match[str], terms: Sequence[Term], evidence: Evidence, spans: Sequence[Span]) -> bool:
    """怎么倒垃圾, 怎么吃: what follows from the case, or the headline, tells of that deed."""
    around = "|".join((*map(evidence.clause, spans), evidence.heading))
    deeds = tuple(t for t in terms if t.start >= asked.start("deed"))
    return share(deeds, around) >= _HALF if deeds else compact(asked["deed"]) in around


def _rules(text: str) -> Iterator[tuple[Span, Span]]:
    """(case, what follows from it) of each rule of a folded sentence."""
    for segment in SEGMENT.finditer(text):
        clauses = [_behind_colon(text, one.span()) for one in CLAUSE.finditer(text, *segment.span())]
        cases = [bool(_CASE.search(text[slice(*one)])) for one in clauses]
        for number, (low, high) in enumerate(clauses):
            end = next((clauses[n - 1][1] for n in range(number + 2, len(clauses)) if cases[n]), clauses[-1][1])
            follows = clauses[number + 1 :]
            if _NO_CASE.search(text[low:high]):
                continue
            if follows and (cases[number] or _THEN.match(text, follows[0][0])):
                yield (low, high), (follows[0][0], end)
            if number and cases[number - 1]:
                continue  # 转租的，收回住房并不得再次申请: it follows from the case in front
            if (one := _WITHIN.match(text, low, high) or _SUBJECT.match(text, low, high)) is not None:
                yield one.span("case"), (one.start("then"), end if number + 1 < len(clauses) else high)


def _behind_colon(text: str, span: Span) -> Span:
    """公布办法：超时满三次的取消资格: the rule begins behind the colon."""
    return max(text.rfind(mark, *span) + 1 for mark in ":：") or span[0], span[1]


def _fit(
    query: Query, terms: tuple[Term, ...], before: tuple[Term, ...], evidence: Evidence, case: Span, then: Span
) -> float:
    """How surely the case is the asked one; 0 where it is another."""
    own, follows = evidence.clause(case), evidence.clause(then)
    numbers = {q.value for q in find_quantities(own)}
    terms = tuple(t for t in terms if not any(q.value in numbers for q in find_quantities(t.text)))
    head = evidence.head if evidence.head != evidence.own else ""
    opening = evidence.own[: evidence.own.find(own)]
    around = (opening, evidence.before, head, evidence.heading, lead(evidence.page))
    free = tuple(t for t in before if all(explained(t.text, one).score < _SAID for one in around if one))
    if not free and _denies(query.text):
        free = before  # 集中缴费期没缴 behind 集中缴费期为…: that it was not done tells the case
    if not any(term_held(t, own) >= LOOSE for t in free) or share(free, own) < _HALF:
        return 0.0
    if _of_another_number(query, own):
        return 0.0
    late = [t for t in absent(before, (own, *around)) if term_held(t, follows) >= LOOSE]
    if late or lacks(terms, (own, *around, evidence.page.whole), _MOST_ABSENT):
        return 0.0
    if _denies(query.text) != _denies(evidence.text[slice(*case)]):
        return 0.0
    return share(free, own) + 0.2 * share(terms, own + follows)


def _of_another_number(query: Query, case: str) -> bool:
    """一次被亮黄牌的怎么办: what becomes of those that were 连续三次 is told of others."""
    told = [q for q in find_quantities(case) if q.unit]
    asked = [q for q in find_quantities(query.text) if q.unit]
    alike = [(one.value, {q.value for q in told if q.unit == one.unit}) for one in asked]
    return any(values and value not in values for value, values in alike)


def _denies(text: str) -> bool:
    """没带证件 against 带证件; 不到18度 and 低于18度 are the same."""
    return bool(_NOT.search(_BELOW.sub("", fold(compact(text)))))
