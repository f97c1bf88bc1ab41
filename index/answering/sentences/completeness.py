"""Are all of so many done? 前三场引进的12个都开工了吗 against “引进一批”12个，已开工9个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import segment_of, told_of_period
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.scripts import compact
from index.records import Fact, Span
from index.records.answers import Status
from index.understanding.query import Query, Term

_ASKS_ALL = load_pattern("answering.completeness.asks_all")
_EVERY = load_pattern("answering.completeness.every")
_DONE_BEFORE = load_pattern("answering.completeness.done_before")
_ABLE = load_pattern("answering.completeness.able")
_ABLE_BEFORE = load_pattern("answering.completeness.able_before")
_DONE_BEHIND = load_pattern("answering.completeness.done_behind")
_ALL = load_pattern("answering.completeness.all")
_PLANNED = load_pattern("answering.completeness.planned")
_LOOKS_BACK = load_pattern("answering.completeness.looks_back")
_GROUP = load_pattern("answering.completeness.group")
_LABEL = load_pattern("answering.completeness.label")
_ENOUGH = 0.55
_BESIDE = 0.5  # how much less may stand in the sentence and the one before than around them
_LONGEST = 90
_SHORT = 40  # code points of a segment that is said whole


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said of a number of things; ``other``: it is another number than the question says.

    ``planned``: all of them are to be done by a day yet to come.
    """

    score: float
    part: Fact | None
    said: str
    evidence: Evidence
    other: bool = False
    planned: bool = False


def answer_all(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Yes where a clause about them says 全部, no where it prints a smaller number of them as done; else None."""
    if query.kind != "yesno" or not _ASKS_ALL.search(query.text):
        return None
    found = [one for evidence in pool if slots_fit(query, evidence) for one in _told(query, evidence)]
    found = [one for one in found if not (one.planned and _LOOKS_BACK.search(query.text))]
    best = max(found, key=lambda one: one.score, default=None)
    if best is None:
        return None
    word = "没有" if best.part is not None or best.planned else "是"
    status: Status = "corrected" if best.other else "answered"
    return Draft(status, "yesno", f"{word}，{best.said}"[:158], (best.evidence.proof,), confidence=0.9)


def _told(query: Query, evidence: Evidence) -> Iterator[_Told]:
    """What the sentence says of a number of things: all of it done, or a part."""
    counts = [f for f in sorted(evidence.facts, key=lambda f: f.start) if _counted(query, evidence, f)]
    asked = {value for value, unit in query.figures}
    terms = without(query.terms, tuple(m.span() for m in _EVERY.finditer(query.text)))
    named = [one for one in counts if _is_of_named(terms, evidence, one)]
    for at, whole in enumerate(counts):
        if named and whole not in named:
            continue  # 续建项目都复工了吗: of 新建项目108个开工67个，续建项目92个全部复工 the second
        if asked and whole.number not in asked:
            continue
        span = segment_of(evidence.text, whole.start)
        same = [f for f in counts[at + 1 :] if f.start < span[1] and f.unit == whole.unit]
        part = next(
            (f for f in same if (f.number or 0) < (whole.number or 0) and _is_done(query, terms, evidence, f)), None
        )
        if part is not None and _all_before(terms, evidence, whole, part):
            part = None  # 张榜18张，全部揭下，已交榜16张: what is asked is said of all
        if part is None or "：" not in evidence.text[whole.end : part.start]:  # 共16个：甲类5个，已开工4个
            yield from _judged(terms, evidence, whole.start, part, span)
    if asked and not any(f.number in asked for f in counts):
        part = next((f for f in counts if (f.number or 0) < max(asked) and _is_done(query, terms, evidence, f)), None)
        if part is not None:
            span = segment_of(evidence.text, part.start)
            other = any(f.unit == part.unit and span[0] <= f.start < part.start for f in counts)
            yield from (replace(one, other=other) for one in _judged(terms, evidence, span[0], part, span))


def _is_of_named(terms: Sequence[Term], evidence: Evidence, whole: Fact) -> bool:
    """The words right in front of the number name what is asked of, apart from the other numbers."""
    low = start_of(evidence.text, whole.start, "，；。、")
    own = evidence.clause((low, whole.start))
    return any(t.critical and compact(t.text) in own for t in terms)


def _all_before(terms: Sequence[Term], evidence: Evidence, whole: Fact, part: Fact) -> bool:
    """Between the number of all and the one of a part it is said that all of them are through with what is asked."""
    said = evidence.text[whole.end : part.start]
    told = _ALL.search(said)
    if told is None:
        return False
    clause = compact(re.split("[，。；]", said[told.start() :])[0])
    deed = [t.text for t in terms if t.weight >= 1.0 and not any(sign.isdigit() for sign in t.text)]
    return any(one[0] in clause for one in deed) and not any(one in compact(said[told.end() + 4 :]) for one in deed)


def _counted(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """A number that the sentence tells of the asked round and group."""
    if fact.kind != "count" or not fact.number or not told_of_period(query, evidence.text, fact.start):
        return False
    asked = _GROUP.search(query.text)
    low, _ = segment_of(evidence.text, fact.start)
    said = [match["name"] for match in _LABEL.finditer(evidence.clause((low, fact.start)))]
    return asked is None or not said or asked["name"] == said[-1]


def _is_done(query: Query, terms: Sequence[Term], evidence: Evidence, fact: Fact) -> bool:
    text = evidence.text
    low = start_of(text, fact.start, "，。；")
    behind = re.sub(r"^[^，。；]{0,2}项目", "", text[fact.end : fact.end + 12])
    before = text[low : fact.start]
    if any(t.weight >= 1.0 and before.endswith((t.text, f"{t.text}了")) for t in terms):
        return True  # 竣工21个, where 都竣工了吗 is asked
    if _ABLE.search(query.text) and _ABLE_BEFORE.search(before):
        return True  # 可消除19个, where 24个都能消除吗 is asked
    return bool(_DONE_BEFORE.search(before) or _DONE_BEHIND.search(behind))


def _end(text: str, clauses: Sequence[Span], start: int, part: Fact | None, span: Span) -> int | None:
    """Where the words to say end: behind the part that is done, with a short segment, behind 全部; else None."""
    if part is None:
        return next((c[1] for c in clauses if _ALL.search(text[c[0] : c[1]])), None)
    end = next((c[1] for c in clauses if c[0] <= part.start < c[1]), span[1])
    return span[1] if end < span[1] and span[1] - start <= _SHORT else end


def _is_planned(said: str) -> bool:
    """6月底前全部开工: nothing that has been done."""
    told = _ALL.search(said)
    low = max((said.rfind(mark, 0, told.start()) for mark in "，；"), default=-1) + 1 if told else 0
    return told is not None and bool(_PLANNED.search(said[low : told.start()])) and "已" not in told[0]


def _judged(
    terms: tuple[Term, ...], evidence: Evidence, start: int, part: Fact | None, span: Span
) -> Iterator[_Told]:
    """What is said from ``start``, the number of all, within the segment ``span``, if it is about the question."""
    text = evidence.text
    clauses = [c for c in clause_spans(text) if c[1] > start and c[0] < span[1]]
    end = _end(text, clauses, start, part, span)
    if end is None:
        return
    first = next((c[0] for c in clauses if c[0] <= start < c[1]), start)
    regions = (
        (evidence.clause((first, end)), 1.0), (evidence.clause(span), 0.9), (evidence.own, 0.7),
        (evidence.before, 0.7), (evidence.head, 0.6), (evidence.heading, 0.6),
    )  # fmt: skip
    share, missing, _ = coverage(terms, regions)
    near, _, _ = coverage(terms, (regions[0],))
    beside, _, _ = coverage(terms, ((evidence.own, 1.0), (evidence.before, 1.0)))
    if min(share, beside / _BESIDE) < _ENOUGH or any(t.critical for t in missing):
        return
    said = text[first:end].strip("，；。：、 ")
    if len(said) > _LONGEST and part is not None:
        low = start_of(text, part.start, "，；")
        said = text[low:end].strip("，；。：、 ")
    score = share + 0.4 * near - 0.002 * evidence.rank
    yield _Told(score, part, said[:_LONGEST], evidence, planned=part is None and _is_planned(text[first:end]))
