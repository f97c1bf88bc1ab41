"""What something has changed: 投诉降了七成 for 投诉有什么变化; 装了分离器，污水不再直排 for 分离器有啥作用.

A change is told in the clause of what changes; an effect in the clauses behind the one that names its cause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.loosely import CLAUSE, LOOSE, SEGMENT, lacks, term_held
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query, Term

_CHANGE = load_pattern("answering.outcomes.change")
_EFFECT = load_pattern("answering.outcomes.effect")
_HARM = load_pattern("answering.outcomes.harm")
_ON = load_pattern("answering.outcomes.on")
_CHANGED = load_pattern("answering.outcomes.changed")
_JOINT = load_pattern("answering.outcomes.joint")
_SURE = 0.6
_MOST_ABSENT = 0.25  # of the weight of the question that stands elsewhere
_LONGEST = 110
_EDGES = "，；。：、,;:“”\"' "


def asks_outcome(text: str) -> bool:
    """有什么变化, 有啥坏处: no row of names tells it."""
    return bool(_CHANGE.search(text) or _HARM.search(text))


def outcome(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """How the asked thing has changed, or what it has brought about; None where nothing tells of a change."""
    asked = _CHANGE.search(query.text) or _EFFECT.search(query.text)
    if asked is None:
        return None
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if t.end <= asked.start())
    on = _ON.search(query.text, 0, asked.start())
    target = _target(terms, on.span("what") if on else (0, asked.start()))
    if target is None:
        return None
    own = _CHANGE.search(query.text) is not None or on is not None
    best: tuple[float, str, Evidence] | None = None
    for evidence in pool:
        if not slots_fit(query, evidence):
            continue
        for span in _own_changes(target, evidence) if own else _effects(target, evidence):
            score = _fit(terms, evidence, span) - 0.002 * evidence.rank
            said = _JOINT.sub("", evidence.text[slice(*span)].strip(_EDGES))
            if score > 0 and 3 < len(said) <= _LONGEST and (best is None or score > best[0]):
                best = score, said, evidence
    if best is None:
        return None
    return Draft("answered", "text", best[1], (best[2].proof,), confidence=round(min(best[0], 1.0), 3))


def _target(terms: Sequence[Term], span: Span) -> Term | None:
    """What is asked about: the last strong word of ``span``."""
    strong = [t for t in terms if t.weight >= LOOSE and span[0] <= t.start < span[1] and len(t.text) > 1]
    return max(strong, key=lambda term: term.end, default=None)


def _own_changes(target: Term, evidence: Evidence) -> Iterator[Span]:
    """Clauses that name the target and, behind it, how it has changed."""
    text = fold(evidence.text)
    for clause in CLAUSE.finditer(text):
        said = compact(clause[0])
        if term_held(target, said) >= _SURE and _CHANGED.search(said):
            yield clause.span()


def _effects(target: Term, evidence: Evidence) -> Iterator[Span]:
    """The clause that names the target up to the last one behind it, in its part, that tells of a change."""
    text = fold(evidence.text)
    for segment in SEGMENT.finditer(text):
        clauses = [one.span() for one in CLAUSE.finditer(text, *segment.span())]
        at = next((n for n, c in enumerate(clauses) if term_held(target, evidence.clause(c)) >= _SURE), None)
        if at is None:
            continue
        changed = [n for n in range(at + 1, len(clauses)) if _CHANGED.search(evidence.clause(clauses[n]))]
        if changed:
            yield clauses[at][0], clauses[changed[-1]][1]


def _fit(terms: Sequence[Term], evidence: Evidence, span: Span) -> float:
    """How far the sentence and what frames it account for the question; 0 where a word of it stands nowhere near."""
    around = (evidence.own, evidence.before, evidence.head, evidence.heading)
    if lacks(terms, around, _MOST_ABSENT):
        return 0.0
    weight = sum(t.weight for t in terms)
    near = evidence.clause(span) + "|" + evidence.own
    return sum(t.weight * max(term_held(t, near), _SURE) for t in terms) / weight if weight else 0.0
