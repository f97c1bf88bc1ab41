"""What somebody did about it: 有人把袋子扔在门口, 物业让保洁员原样送回 for 物业怎么对付扔在门口的袋子.

The one who acts opens the clause; what they act on stands in front of it, in the sentence or in the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.loosely import CLAUSE, LOOSE, lacks, lead, share, term_held
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import end_of
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.responses.asks")
_ACTS = load_pattern("answering.responses.acts")
_AGENT = load_pattern("answering.responses.agent")
_LONG = 4  # letters from which the name of a body may be shortened in print
_OPENS = 12  # code points of a clause in which the one who acts is named
_SURE = 0.6
_MOST_ABSENT = 0.25  # of the weight of the question that stands elsewhere
_LONGEST = 110
_EDGES = "，；。：、,;:“”\"' "


def response(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What the asked one did in the asked situation; None where no clause that they open follows on it."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if t.weight >= LOOSE)
    agent = _agent(query, asked.start())
    if not agent:
        return None
    best: tuple[float, str, Evidence] | None = None
    for evidence in pool:
        if not slots_fit(query, evidence):
            continue
        for span in _acts(agent, evidence):
            score = _fit(tuple(t for t in terms if t.text not in agent), evidence, span) - 0.002 * evidence.rank
            said = evidence.text[slice(*span)].strip(_EDGES)
            if score > 0 and 3 < len(said) <= _LONGEST and (best is None or score > best[0]):
                best = score, said, evidence
    if best is None:
        return None
    return Draft("answered", "text", best[1], (best[2].proof,), confidence=round(min(best[0], 1.0), 3))


def _agent(query: Query, end: int) -> str:
    """The one who is asked to have acted: a person, or the body named right in front of the asking words."""
    person = next((one.name for one in query.links if one.kind == "person" and one.end <= end), "")
    body = _AGENT.search(query.text[:end])
    return person or (body["who"] if body else "")


def _acts(agent: str, evidence: Evidence) -> Iterator[Span]:
    """From each clause that the asked one opens and tells a deed of to the end of the sentence."""
    text = fold(evidence.text)
    for clause in CLAUSE.finditer(text):
        opening = evidence.clause((clause.start(), min(clause.end(), clause.start() + _OPENS)))
        named = agent[-2:] in opening if len(agent) < _LONG else explained(agent, opening).score >= LOOSE
        if named and _ACTS.search(clause[0]):
            end = end_of(text, clause.end(), "。;")
            yield clause.start(), end


def _fit(situation: tuple[Term, ...], evidence: Evidence, span: Span) -> float:
    """How surely it is done about the asked: its words stand in front of the deed or in it."""
    near = evidence.clause((0, span[1])) + "|" + evidence.before
    free = tuple(t for t in situation if explained(t.text, evidence.heading).score < _SURE)
    if not any(term_held(t, near) >= LOOSE for t in free):
        return 0.0
    if lacks(situation, (near, evidence.head, evidence.heading, lead(evidence.page)), _MOST_ABSENT):
        return 0.0
    return share(situation, near)
