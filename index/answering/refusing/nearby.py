"""What bulletins say nearest to a question without an answer: one sentence, quoted, never taken for an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import contrast_fits, links_fit, period_fits, scope_fits, year_fits
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.language.scripts import compact
from index.understanding.kinds import attribute_kind
from index.understanding.query import Query
from index.understanding.terms import is_weak

_REASONS = ("attribute", "entity")
_ROLES = ("paragraph", "caption")
_ENOUGH = 0.5  # share of the question that sentence and surroundings account for
_OWN = 0.4  # the same for the sentence alone
_SAID = 0.95  # how well one strong word must stand in it
_SHORTEST, _LONGEST = 8, 120  # code points of a sentence that is shown


def with_nearest(refused: Draft, query: Query, pool: Sequence[Evidence]) -> Draft:
    """The refusal with the nearest sentence as its proof, where one is about the asked thing.

    Nothing is shown beside a refusal of private matters, of opinions and of what is off topic, and no sentence that
    tells something private of somebody.
    """
    if refused.reason not in _REASONS or refused.detail or refused.proofs:
        return refused
    telling = _telling(query)
    scored = [(share, evidence) for evidence in pool if (share := _share(query, telling, evidence)) >= _ENOUGH]
    scored.sort(key=lambda pair: 0.002 * pair[1].rank - pair[0])
    best = next((evidence for _, evidence in scored if _may_be_shown(query, evidence)), None)
    return refused if best is None else replace(refused, detail=texts.NEAREST, proofs=(best.proof,))


def _may_be_shown(query: Query, evidence: Evidence) -> bool:
    """The sentence tells of no other thing than the asked one, and nothing private."""
    if not (links_fit(query, evidence) and period_fits(query, evidence) and contrast_fits(query, evidence)):
        return False
    return year_fits(query, evidence) and scope_fits(query, evidence) and not _tells(evidence)


def _telling(query: Query) -> tuple[str, ...]:
    """The words that say what is asked about: 电话 alone is no such thing."""
    strong = (term.text for term in query.terms if term.weight >= 0.5)
    return tuple(word for word in strong if not is_weak(word) and attribute_kind(word) is None)


def _share(query: Query, telling: Sequence[str], evidence: Evidence) -> float:
    """How far the sentence is about what is asked; 0 where it is none that is shown or says too little itself."""
    if evidence.sentence.role not in _ROLES or not _SHORTEST <= len(evidence.text) <= _LONGEST:
        return 0.0
    own, missing, _ = coverage(query.terms, ((evidence.own, 1.0),))
    if own < _OWN or any(term.critical for term in missing):
        return 0.0
    names = [compact(link.name) for link in query.links if link.kind == "project"]
    strong = any(name in evidence.own for name in names) or any(
        explained(word, evidence.own).score >= _SAID for word in telling
    )
    if not strong:
        return 0.0
    regions = ((evidence.own, 1.0), (evidence.before, 0.6), (evidence.heading, 0.6))
    return 0.5 * own + 0.5 * coverage(query.terms, regions)[0]


def _tells(evidence: Evidence) -> bool:
    """The sentence tells something private: an address, age, illness or income of a private person."""
    own = compact(evidence.text)
    return any(fact.private for fact in evidence.values) or any(
        compact(person.name) in own for person in evidence.page.says.people if person.private
    )


def tells_private(who: str, knowledge: Knowledge) -> bool:
    """A sentence that names this person prints something private, which is not to be said to be missing."""
    return any(
        fact.private
        for found in knowledge.people.get(who, ())
        for fact in knowledge.page(found.article).facts.get(found.value.sentence, ())
    )
