"""Is what a sentence says at one spot said about what the question is about?"""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import contrast_fits, segment_of, slots_agree, speaks_of_asked
from index.answering.evidence.pool import Evidence
from index.language.scripts import compact
from index.records import Span
from index.understanding.query import Query, Term
from index.understanding.terms import amount_words

_LEAST = 0.52


def slots_fit(query: Query, evidence: Evidence, roles: Sequence[str] = ("paragraph", "caption")) -> bool:
    """The sentence speaks of the asked names, period, year and scope, and not of their opposite."""
    return (
        evidence.sentence.role in roles
        and slots_agree(query, evidence)
        and contrast_fits(query, evidence)
    )


def aboutness(
    query: Query, terms: tuple[Term, ...], evidence: Evidence, spot: Span, least: float = _LEAST
) -> float:
    """How far the part of the sentence around ``spot``, the sentence and what frames it account for ``terms``.

    Returns:
        the share (0 to 1, up to 0.2 more for words near the spot); 0 where it is below ``least``, nothing
        that says what the question is about is found, or a critical word is missing.
    """
    strong = [t for t in terms if t.weight >= 0.5]
    segment = evidence.clause(segment_of(evidence.text, spot[0]))
    if not speaks_of_asked(query, segment):
        return 0.0
    regions = (
        (segment, 1.0), (evidence.own, 0.8), (evidence.before, 0.7), (evidence.head, 0.7), (evidence.heading, 0.8)
    )  # fmt: skip
    share, missing, _ = coverage(terms, regions)
    if share < least or any(t.critical for t in missing) or (strong and all(t in missing for t in strong)):
        return 0.0
    return share + 0.2 * coverage(terms, ((segment, 1.0),))[0]


_NAME = 4  # letters of a name that is printed for nothing else
_OPENING = 2  # letters that may stand in front of a name with which a question begins


def opening_name(query: Query) -> str:
    """驼铃公路港 of 驼铃公路港是谁投的: the strong words that begin the question, as one; "" where these are few."""
    run, at = "", None
    for term in sorted(query.terms, key=lambda one: one.start):
        apart = term.start > _OPENING if at is None else term.start != at
        if apart or term.weight < 1.0 or term.text in amount_words():
            break
        run, at = run + term.text, term.end
    name = compact(run)
    return name if len(name) >= _NAME else ""
