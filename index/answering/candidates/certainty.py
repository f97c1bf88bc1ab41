"""Is the best value told apart from the next one well enough to be an answer?

The bounds are measured: over nine hundred questions on pages that nobody had worked on, values beyond them were
wrong more than twice as often as right.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.candidates.values import Candidate
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import fold

_FROM, _TO = load_pattern("answering.certainty.from"), load_pattern("answering.certainty.to")
_FAR = 2  # rank of a passage from which a close rival makes the value unsure
_FARTHER = 3
_CLOSE, _NEAR, _NEARER = 0.05, 0.1, 0.2  # how far the next other value lies behind
_LITTLE = 0.75  # share of the question that is accounted for
_MUCH = 0.8
_ELSEWHERE = 0.6  # share of it that the sentence itself accounts for


def unsure(fitting: Sequence[Candidate]) -> bool:
    """True where another value is about as good, and the sentence is far off or accounts for little of the question.

    Args:
        fitting: the acceptable values, best first.
    """
    best = fitting[0]
    rivals = [
        one for one in fitting[1:] if _alike(best, one) and not _same(best, one) and not _other_end(best, one)
    ]
    lead = min((best.score - one.score for one in rivals), default=1.0)
    rank = best.evidence.rank
    if rank >= _FAR and lead < _CLOSE:
        return True
    if rank >= _FARTHER and ((best.own < _ELSEWHERE and best.share < _MUCH) or lead < _NEAR):
        return True
    return lead < _NEARER and (best.share < _LITTLE or best.own < _ELSEWHERE)


def _other_end(best: Candidate, other: Candidate) -> bool:
    """由24个增加到40个: how well the two fit has been weighed by the time that is asked for."""
    if best.evidence is not other.evidence or best.share < _MUCH:
        return False
    first, second = sorted((best.fact, other.fact), key=lambda fact: fact.start)
    text = best.evidence.text
    return bool(_FROM.search(text[: first.start]) and _TO.match(text[first.end : second.start]))


def _alike(one: Candidate, other: Candidate) -> bool:
    """Values of one kind: 6.7% is no rival of 63.8亿元."""
    counted = ("count", "measure", "bare")
    a, b = one.fact.kind, other.fact.kind
    return a == b or (a in counted and b in counted)


def _same(one: Candidate, other: Candidate) -> bool:
    """The same value, if in other figures: 六百三十吨 and 630吨."""
    if one.fact.value == other.fact.value:
        return True
    a, b = (find_quantities(fold(held.fact.value)) for held in (one, other))
    return bool(a and b) and (a[0].value, a[0].unit) == (b[0].value, b[0].unit)
