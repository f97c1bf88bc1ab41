"""Questions whose answer is recognised by how it is printed: why, which way, where, how to apply, what came of it.

The words that ask (为啥, 改走哪条路) need not be printed; the words that tell (受…影响, 改走…) must be, in a
sentence about the same thing. See data/lexicons/frames.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.about import aboutness, slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import segment_of, speaks_of_asked
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table
from index.language.marks import end_of, start_of
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.records import Span
from index.records.answers import Kind
from index.understanding.query import Query, Term
from index.understanding.terms import rarity

_ENOUGH = 0.6
_LEAST = 0.52
_ENOUGH_STRICT = 0.45  # every content word is there, if only in the sentence before
_LONGEST = 110
_WITHIN = "[^,。;:!?]"
_KINDS: dict[str, Kind] = {"place": "place", "text": "text", "organisation": "organisation", "person": "person"}
_SAME = 0.9
_HALF = 0.5
_WAY = load_pattern("answering.frames.way")
_QUESTION = re.compile(r"[？?][”\"]?\s*$")  # what is asked on the page is no answer
_WHY, _THROWN, _CAMPAIGN = "why", "thrown", "campaign"
_BUS = load_pattern("answering.frames.bus")
_ON_FOOT = load_pattern("answering.frames.on_foot")
_UNASKED_BUS = 0.3  # 绕行哪条路: the road for all cars, not that of a bus, nor the way on foot
_WAYS = ("detour", "route")
_EXCHANGED = "exchanged"
_OF_A_THING = ("reused", "money_goes")
_A_ROAD = load_pattern("answering.frames.a_road")
_ALSO = load_pattern("answering.frames.also")
_OCCASION = load_pattern("answering.frames.occasion")
_AREA = load_pattern("answering.frames.area")
_EDGES = "，；。：、,;: |"


@dataclass(frozen=True, slots=True)
class Frame:
    """One matter.

    Attributes:
        asks: what asks for it. says: how it is printed. kind: the type of the answer.
        clause: the whole clause is said, not only the words that match.
        strict: every content word of the question has to be found.
    """

    name: str
    asks: re.Pattern[str]
    says: re.Pattern[str]
    kind: Kind
    clause: bool
    strict: bool


_SUBJECT = 3  # letters in front of a cause from which on they name what it is told of


@dataclass(frozen=True, slots=True)
class _Found:
    score: float
    said: str
    evidence: Evidence


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """All frames, in the order in which they are tried."""
    return tuple(
        Frame(
            name,
            re.compile(asks),
            re.compile(says.replace("§", _WITHIN)),
            _KINDS[kind],
            said == "clause",
            missing == "none",
        )
        for name, asks, says, kind, said, missing in load_table("frames")
    )


def by_frame(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What is printed in the first frame that the question asks by and a sentence about it fills."""
    for frame in frames():
        if frame.asks.search(query.text):
            found = [one for evidence in pool for one in _fillings(query, frame, evidence)]
            best = max(found, key=lambda one: one.score, default=None)
            if best is not None:
                return _draft(query, frame, best)
    return None


def _fillings(query: Query, frame: Frame, evidence: Evidence) -> Iterator[_Found]:
    if not slots_fit(query, evidence) or _QUESTION.search(evidence.text):
        return
    terms = without(query.terms, tuple(match.span() for match in frame.asks.finditer(query.text)))
    if _of_something_else(query, terms, evidence):
        return
    text = evidence.text
    low, high = evidence.about if evidence.about is not None else (0, len(text))
    matches = list(frame.says.finditer(fold(text)))
    for match in matches:
        span = _said_span(match)
        if _of_another_clause(query.terms, evidence, match, matches):
            continue
        if not low <= span[0] < high:
            continue
        if _of_another_part(terms, evidence, span) or _of_another_event(terms, evidence, match.span()):
            continue
        if frame.name == _WHY and (
            _of_a_rival(query, frame, evidence, span) or _of_the_other(terms, evidence, span)
            or _of_its_own_subject(terms, evidence, match.start())
        ):
            continue
        if frame.name == _THROWN and _of_other_things(terms, evidence, match.start()):
            continue
        if (frame.strict and not _all_told(query, terms, evidence)) or not _same_way(terms, evidence, match.span()):
            continue
        if frame.name == _CAMPAIGN and any(explained(t.text, evidence.own).score < _HALF for t in terms):
            continue  # 团拜会搞了什么活动: no campaign that only its report names
        enough = _ENOUGH_STRICT if frame.strict else _ENOUGH
        share = aboutness(query, terms, evidence, span, min(enough, _LEAST))
        if frame.clause:
            span = _whole(text, span)
        if frame.name == _WHY:
            span = span[0], _end_of_reasons(text, span[1])
        said = text[slice(*span)].strip(_EDGES)
        if frame.name in _OF_A_THING and _is_asked_of(terms, match[0]):
            continue
        if frame.name == _EXCHANGED and not _has_figures(query, evidence.clause(_whole(text, span))):
            continue
        if share >= enough and len(said) <= _LONGEST and _adds(query, said):
            clause = evidence.clause(_whole(text, span))
            if frame.name in _WAYS and _ON_FOOT.search(query.text) and not _ON_FOOT.search(clause):
                continue  # 行人怎么走: not where cars go
            if frame.name in _WAYS and any(_A_ROAD.search(t.text) and t.text in said for t in terms):
                continue  # 新民街封闭: what leads over it is nothing that goes round it
            unasked = any(one.search(clause) and not one.search(query.text) for one in (_BUS, _ON_FOOT))
            yield _Found(share - 0.002 * evidence.rank - _UNASKED_BUS * unasked, said, evidence)


def _has_figures(query: Query, clause: str) -> bool:
    """100分能换什么: 20分换一袋洗衣粉 is told of another number."""
    printed = {quantity.value for quantity in find_quantities(clause)}
    return all(value in printed for value, _ in query.figures)


def _is_asked_of(terms: tuple[Term, ...], said: str) -> bool:
    """老屋用来干什么: 用于老屋维护 says what something else is used for."""
    strong = [t for t in terms if t.weight >= 1.0 and len(t.text) > 1]
    return bool(strong) and all(explained(t.text, compact(said)).score >= _SAME for t in strong)


def _of_something_else(query: Query, terms: tuple[Term, ...], evidence: Evidence) -> bool:
    """初中入学怎么报名, 研究生考试怎么报名: an article without 初中, 研究生 tells how to apply for something else."""
    strong = [t for t in terms if t.weight >= 1.0 and len(t.text) > 1]
    article = evidence.page.whole + evidence.heading
    if not speaks_of_asked(query, article):
        return True
    missing = [t for t in strong if explained(t.text, article).score < _HALF]
    told = {t.start for t in query.terms if t.weight >= 1.0 and t not in missing}
    return (bool(strong) and len(missing) == len(strong)) or any(t.end in told for t in missing)


def _same_way(terms: tuple[Term, ...], evidence: Evidence, span: Span) -> bool:
    """由西向东…绕行甲路，由东向西…绕行乙路: the way told is that of the asked direction."""
    ways = [term for term in terms if _WAY.fullmatch(term.text)]
    clause = evidence.clause(_whole(evidence.text, span))
    return all(explained(term.text, clause).score >= _SAME for term in ways)


def _of_another_part(terms: tuple[Term, ...], evidence: Evidence, span: Span) -> bool:
    """马头镇下降，受…影响；白果乡下降，原因是…: what stands behind the semicolon is told of the other one."""
    part = evidence.clause(segment_of(evidence.text, span[0]))
    named = [term for term in terms if term.critical or (len(term.text) > _SUBJECT and rarity(term.text) == 1.0)]
    return any(explained(t.text, evidence.own).score >= _SAME > explained(t.text, part).score for t in named)


def _of_the_other(terms: tuple[Term, ...], evidence: Evidence, span: Span) -> bool:
    """甲项目没有动工，原因是…；乙厂停工三个月: nothing of 乙厂 stands in the part with the cause, and that names 甲."""
    low, high = segment_of(evidence.text, span[0])
    strong = [t.text for t in terms if t.weight >= 1.0 and len(t.text) > 1]
    if not strong or (low, high) == (0, len(evidence.text)) or not _ITS_OWN.search(evidence.text[low : span[0]]):
        return False
    part, rest = evidence.clause((low, high)), evidence.clause((0, low)) + evidence.clause((high, len(evidence.text)))
    return not any(explained(t, part).score >= _SAME for t in strong) and any(
        explained(t, rest).score >= _SAME for t in strong
    )


def _of_a_rival(query: Query, frame: Frame, evidence: Evidence, span: Span) -> bool:
    """大坪乡因河道垃圾上黑榜 is no reason for 茶店乡: another place stands right in front of the cause."""
    why = frame.asks.search(query.text)
    asked = [t.text for t in query.terms if why and t.weight >= 1.0 and t.end <= why.start()]
    low = next((a for a, b in clause_spans(evidence.text) if a <= span[0] < b), span[0])
    clause = evidence.clause((low, span[0]))
    told = any(explained(one, clause).score >= _HALF for one in asked)
    return bool(asked) and bool(_AREA.search(clause)) and not told


def _of_its_own_subject(terms: tuple[Term, ...], evidence: Evidence, at: int) -> bool:
    """厂子成立于1998年，因资金链断裂停工 is no reason for what only the sentence before tells of somebody."""
    leads = evidence.clause((0, at))
    return len(leads) > _SUBJECT and bool(terms) and not any(
        explained(term.text, evidence.own).score >= _HALF for term in terms
    )


def _of_other_things(terms: tuple[Term, ...], evidence: Evidence, at: int) -> bool:
    """旧沙发扔哪: 废电池、过期药品投进红色箱子 tells so of other things, which stand in front."""
    low = next((a for a, b in clause_spans(evidence.text) if a <= at < b), at)
    said = evidence.clause((low, at))
    strong = [t for t in terms if t.weight >= _HALF and len(t.text) > 1]
    return len(said) > _SUBJECT and bool(strong) and not any(explained(t.text, said).score >= _HALF for t in strong)


def _of_another_event(terms: tuple[Term, ...], evidence: Evidence, said: Span) -> bool:
    """签约仪式在文化园举行, 在文化园举办签约仪式 do not say where the 团拜会 was, of which the headline speaks."""
    asked = [term.text for term in terms if _EVENT.search(term.text)]
    text = evidence.text
    low = start_of(text, said[0], _PARTS)
    high = end_of(text, said[1], _PARTS)
    own = _EVENT_TOLD.search(text, low, said[0]) or _EVENT_TOLD.search(text, said[1], high)
    if not asked or own is None or any(explained(one, evidence.own).score >= _HALF for one in asked):
        return False
    return not any(explained(term.text, compact(own[0])).score >= _HALF for term in terms)


_PARTS = "，；。,;"
_ITS_OWN = load_pattern("answering.frames.its_own")
_EVENT, _EVENT_TOLD = load_pattern("answering.frames.event"), load_pattern("answering.frames.event_told")


def _of_another_clause(
    terms: tuple[Term, ...], evidence: Evidence, match: re.Match[str], matches: list[re.Match[str]]
) -> bool:
    """主会场设在甲园，分会场设在乙镇: what fills the clause with the asked word, where each has its own."""
    said = [evidence.clause(_whole(evidence.text, one.span())) for one in matches]
    own = said[matches.index(match)]
    words = [compact(t.text) for t in terms if t.weight >= 1.0 and len(t.text) > 1]
    return any(word not in own and any(word in other for other in said) for word in words)


def _all_told(query: Query, terms: tuple[Term, ...], evidence: Evidence) -> bool:
    """Every content word stands in the sentence, the one before, the head of the paragraph or the headline."""
    regions = ((evidence.own + "|" + evidence.before + "|" + evidence.head + "|" + evidence.heading, 1.0),)
    _, missing, _ = coverage(tuple(t for t in terms if t.weight >= 1.0), regions)
    at = tuple(t for t in missing if _OCCASION.match(query.text[t.start :]))  # 调度会上: what the article is about
    return len(at) == len(missing) and not coverage(at, ((evidence.page.whole, 1.0),))[1]


def _whole(text: str, span: Span) -> Span:
    """The clause that ``span`` begins in, up to the end of ``span``."""
    low = next((a for a, b in clause_spans(text) if a <= span[0] < b), span[0])
    return low, span[1]


def _end_of_reasons(text: str, end: int) -> int:
    """Behind the reasons that the next clauses add: 连续强降雨，加上用地手续办理滞后."""
    while (more := _ALSO.match(text, end)) is not None:
        end = more.end()
    return end


def _said_span(match: re.Match[str]) -> Span:
    """The named group that matched, else the whole."""
    return next((match.span(name) for name, held in match.groupdict().items() if held), match.span())


def _adds(query: Query, said: str) -> bool:
    known = compact(query.text)
    return sum(sign not in known for sign in compact(said)) >= 2


def _draft(query: Query, frame: Frame, best: _Found) -> Draft:
    proof = best.evidence.proof
    return Draft(
        "answered", frame.kind, best.said, (proof,), confidence=round(min(best.score, 1.0), 3),
        projects=query.projects, people=_people(frame, best),
    )  # fmt: skip


def _people(frame: Frame, found: _Found) -> tuple[str, ...]:
    """Who is named in an answer that names people."""
    people = found.evidence.page.says.people if frame.kind == "person" else ()
    return tuple(dict.fromkeys(one.name for one in people if one.name in found.said))
