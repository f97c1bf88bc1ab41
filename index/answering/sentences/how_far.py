"""How far something has come: what a sentence prints as reached (完成路基18公里, 进入调试阶段), with its plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.pool import Evidence
from index.answering.sentences.reasons import asks_reason
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.records import Span
from index.understanding.kinds import asks_how_far
from index.understanding.query import Query, Term

_REACHED = load_pattern("answering.how_far.reached")
_AHEAD = load_pattern("answering.how_far.ahead")
_OWN = load_pattern("answering.how_far.own")  # begins a clause that goes on about what the one before is about
_GOES_ON = load_pattern("answering.how_far.goes_on")
_DAY = load_pattern("answering.how_far.day")
_SAID = 0.5  # how well a word of the question must stand in a clause or around it
_ENOUGH = 0.6
_LONGEST = 110
_EDGES = "，；。：、,;: ●▲■◆"


@dataclass(frozen=True, slots=True)
class _Reached:
    score: float
    said: str
    evidence: Evidence


def how_far(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What is told to have been reached of a part of something; None where that is told of other parts alone.

    Without a part the rows of a project tell more than a sentence does: they are asked first.
    """
    if not asks_how_far(query.text) or asks_reason(query.text):
        return None
    strong = tuple(term for term in query.terms if term.weight >= _SAID)
    found = [one for evidence in pool if slots_fit(query, evidence) for one in _reached(query, strong, evidence)]
    best = max(found, key=lambda one: one.score, default=None)
    if best is None:
        return None
    return Draft(
        "answered", "stage", best.said, (best.evidence.proof,), confidence=round(min(best.score, 1.0), 3),
        projects=query.projects,
    )  # fmt: skip


def of_a_part(query: Query) -> bool:
    """The question says more than the name of a project: 某校区的综合楼盖到哪了."""
    return asks_how_far(query.text) and any(term.weight >= _SAID for term in query.terms)


def tells_how_far(query: Query, evidence: Evidence, said: str) -> bool:
    """False for what something costs or who came to see it, and for a whole row, where its progress is asked for."""
    if not asks_how_far(query.text):
        return True
    if query.day is not None or evidence.sentence.role == "table":
        return False
    clauses = [said[slice(*span)] for span in clause_spans(said)]
    return any(_is_reached(clause) or _AHEAD.search(fold(clause)) for clause in clauses)


def _reached(query: Query, strong: Sequence[Term], evidence: Evidence) -> list[_Reached]:
    low, high = evidence.about if evidence.about is not None else (0, len(evidence.text))
    clauses = [span for span in clause_spans(evidence.text) if low <= span[0] < high]
    done = [n for n, span in enumerate(clauses) if _is_reached(evidence.text[slice(*span)])]
    return [
        _Reached(score - 0.002 * evidence.rank, _said(evidence, clauses, number, strong), evidence)
        for number in done
        if (score := _about(strong, evidence, clauses, number))
    ]


def _is_reached(clause: str) -> bool:
    """The clause says so of what has come, not of what is planned; 签约2个： is the name of a list."""
    text = fold(clause)
    if text.endswith(":"):
        return False
    match = _REACHED.search(text)
    return match is not None and not _AHEAD.search(text[: match.end()])


def _about(strong: Sequence[Term], evidence: Evidence, clauses: Sequence[Span], number: int) -> float:
    """How far the clause, the sentence and what frames it account for the question; 0 where another is told of."""
    own = evidence.clause(clauses[number])
    told = [evidence.clause(span) for span in clauses]
    before, behind = "|".join(told[:number]), "|".join(told[number + 1 :])
    for term in strong:
        if explained(term.text, f"{before}|{own}").score < _SAID <= explained(term.text, behind).score:
            return 0.0  # 机井已全部完工，田间道路完成九成: the other part has its own
        if _DAY.fullmatch(term.text) and explained(term.text, own).score < _SAID and "截至" + term.text not in before:
            return 0.0
    around = evidence.before + "|" + evidence.head
    regions = ((own, 1.0), (evidence.own, 0.9), (around, 0.75), (evidence.heading, 0.7))
    share, missing, _ = coverage(tuple(strong), regions)
    if share < _ENOUGH or missing:
        return 0.0
    inside = coverage(tuple(strong), ((evidence.own, 1.0),))[0] if strong else 1.0
    if not inside and evidence.reach is None and not _GOES_ON.match(evidence.text):
        return 0.0  # the sentence before tells of the asked one, this one of another
    return share + 0.3 * coverage(tuple(strong), ((own, 1.0),))[0] - 0.01 * number


def _said(evidence: Evidence, clauses: Sequence[Span], number: int, strong: Sequence[Term]) -> str:
    """The clause with those behind it that go on about progress or plans; of a part without those of other parts."""
    text, own = evidence.text, evidence.clause(clauses[number])
    of_part = any(explained(term.text, own).score >= _SAID for term in strong)
    start, end = clauses[number]
    for span in clauses[number + 1 :]:
        clause = fold(text[slice(*span)])
        goes_on = bool(_AHEAD.search(clause) or _REACHED.search(clause)) and (not of_part or bool(_OWN.match(clause)))
        if text[end - 1] in "；。;" or span[1] - start > _LONGEST or not goes_on:
            break
        end = span[1]
    return text[start:end].strip(_EDGES)
