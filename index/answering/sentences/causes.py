"""A cause beside its effect: 改在夜里施工，以免影响用水; 病根在污水直排; 为保饮水，停止灌溉.

Where a sentence joins the two by a word of cause, the asked effect has to stand on its own side: who asks why the
sewage is let in is not told it by a clause that blames it for something else. See data/lexicons/causes.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.loosely import CLAUSE, LOOSE, SEGMENT, lacks, share, term_held
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.causes.asks")
_WITHIN = "[^,。;:!?]"
_SURE = 0.6
_SAID = 0.9
_HALF = 0.5
_FARTHER = 0.25  # more of the question in a clause farther from the cause: it is the cause of another thing
_MOST_ABSENT = 0.25  # of the weight of the question that the article has in other words
_LONGEST = 110
_SHORT = 6  # letters of a clause that names no subject of its own
_ONLY = load_pattern("answering.causes.only")
_ONLY_SAID = load_pattern("answering.causes.only_said")
_MEASURE = load_pattern("answering.causes.measure")
_EDGES = "，；。：、,;:—“”\"' "


@dataclass(frozen=True, slots=True)
class Told:
    """A cause and its effect.

    Attributes:
        cause: the words that tell it. effect: compact clauses of the effect, the nearest to the cause first.
        earlier: the cause is the sentence before. inside: the clause of the cause may end with the effect, as in
            王某因宅基地发生斗殴.
    """

    cause: str
    effect: tuple[str, ...]
    earlier: bool = False
    inside: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """The effect whose cause is asked: its words, where the asking word ends, and whether it alone is meant."""

    terms: tuple[Term, ...]
    after: int
    only: bool

    @classmethod
    def of(cls, query: Query) -> _Asked | None:
        """None where no cause is asked for."""
        why = _ASKS.search(query.text)
        if why is None:
            return None
        return cls(without(query.terms, (why.span(),)), why.end(), bool(_ONLY.match(query.text, why.end())))

    def deed(self, heading: str) -> tuple[Term, ...]:
        """What is asked to be so: what stands behind the asking word, and is not what the article is about."""
        behind = tuple(t for t in self.terms if t.start >= self.after)
        return _untold(behind, heading) or behind or _untold(self.terms, heading) or self.terms


def caused(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The cause that is told of just the asked effect; None where there is none."""
    asked = _Asked.of(query)
    if asked is None:
        return None
    best: tuple[float, Told, Evidence] | None = None
    for evidence in pool:
        if not slots_fit(query, evidence):
            continue
        for told in _causes(evidence) if not _of_somebody_else(query, asked, evidence) else ():
            score = _fit(asked, evidence, told) - 0.002 * evidence.rank
            if score > 0 and 3 < len(told.cause) <= _LONGEST and (best is None or score > best[0]):
                best = score, told, evidence
    if best is None:
        return None
    score, told, evidence = best
    proof = evidence.proof_with_before if told.earlier else evidence.proof
    return Draft("answered", "text", told.cause, (proof,), confidence=round(min(score, 1.0), 3))


def _of_somebody_else(query: Query, asked: _Asked, evidence: Evidence) -> bool:
    """妻子放心不下他，也搬到山上 tells why she moved, not why he did, whom only the sentence before names."""
    names = [link.name for link in query.links if link.kind == "person"]
    others = [one for one in evidence.page.says.people if one.sentence == evidence.number]
    if not names or not others or any(name in evidence.text for name in names):
        return False
    titles = "，".join(one.office or one.identity or "" for one in others)
    return not any(t.weight >= LOOSE and t.text in titles for t in asked.terms)


def blames_asked(query: Query, pool: Sequence[Evidence], draft: Draft) -> bool:
    """True where the quoted words have the asked deed as a cause alone: 因氟超标，封填了老井 tells none of 氟超标."""
    asked = _Asked.of(query)
    if asked is None or draft.status != "answered":
        return False
    for evidence in pool:
        if evidence.proof not in draft.proofs:
            continue
        deed = asked.deed(evidence.heading)
        told = [one for one in _causes(evidence) if not (one.earlier or one.inside)]
        strong = [t for t in deed if t.weight >= LOOSE]
        blamed = any(all(explained(t.text, compact(one.cause)).score >= _SAID for t in strong) for one in told)
        held = any(share(deed, "|".join(one.effect)) >= _HALF for one in _causes(evidence))
        if strong and blamed and not held:
            return True
    return False


@lru_cache(maxsize=1)
def _signs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (side, re.compile(pattern.replace("§", _WITHIN))) for side, pattern in load_table("causes")
    )


def _causes(evidence: Evidence) -> Iterator[Told]:
    """Each cause that the sentence joins to an effect by a word of its own."""
    text = evidence.text
    folded = fold(text)
    for side, sign in _signs():
        for match in sign.finditer(folded):
            segment = next(s.span() for s in SEGMENT.finditer(folded) if s.start() <= match.end() - 1 < s.end())
            clauses = [one.span() for one in CLAUSE.finditer(folded, *segment)]
            told = _of_side(evidence, side, match, clauses)
            if told is not None:
                yield told


def _of_side(evidence: Evidence, side: str, match: re.Match[str], clauses: Sequence[Span]) -> Told | None:
    """The cause that ``match`` marks, with what stands on the other side of it."""
    text, cause = evidence.text, match.span("cause")
    if side == "named":  # 之所以…，是因为…
        return Told(text[slice(*cause)].strip(_EDGES), (evidence.clause(match.span("effect")),))
    front = [(a, min(b, match.start())) for a, b in clauses if a < match.start()]
    back = [(max(a, cause[1]), b) for a, b in clauses if b > cause[1]]
    if side == "sequel":  # 所以, 因此: what stands in front is the cause
        sign = match.start("cause")
        back = [(max(a, sign), b) for a, b in clauses if b > sign]
        front = [one for one in front if len(text[slice(*one)].strip(_EDGES)) > 1]
        effect = tuple(evidence.clause(one) for one in back[:2])
        if front:
            return Told(text[front[0][0] : front[-1][1]].strip(_EDGES), effect)
        return Told(evidence.printed_before.strip(_EDGES), effect, earlier=True)
    said = text[match.start() : cause[1]].strip(_EDGES)
    ahead = _with_subject([one for one in map(evidence.clause, reversed(front)) if one])
    if side == "before":
        own = ahead or ((evidence.before,) if evidence.before else ())
        return Told(said, own) if own else None
    behind = tuple(evidence.clause(one) for one in back)
    whole = evidence.clause(front[-1]) if side == "around" and front else ""
    return Told(said, tuple(whole + one if not n else one for n, one in enumerate(behind[:3])), inside=bool(whole))


def _untold(terms: tuple[Term, ...], heading: str) -> tuple[Term, ...]:
    return tuple(t for t in terms if compact(t.text) not in heading)


def _with_subject(clauses: Sequence[str]) -> tuple[str, ...]:
    """Clauses, the nearest first; 跌幅6.1% with the one in front of it that tells of what."""
    if len(clauses) > 1 and (len(clauses[0]) < _SHORT or _MEASURE.fullmatch(clauses[0])):
        return (clauses[1] + clauses[0], *clauses[2:])
    return tuple(clauses)


def _fit(asked: _Asked, evidence: Evidence, told: Told) -> float:
    """How surely the effect is the asked one; 0 where it is another, or where the asked one is told as the cause."""
    effect, cause = "|".join(told.effect), compact(told.cause)
    around = (evidence.before, evidence.head, evidence.heading, evidence.own)
    deed, terms = asked.deed(evidence.heading), asked.terms
    if share(deed, effect) < _HALF or not any(term_held(t, effect) >= _SURE for t in deed if t.weight > LOOSE / 2):
        return 0.0
    if asked.only and not _ONLY_SAID.search(effect):
        return 0.0
    if any(explained(t.text, cause).score > max(explained(t.text, effect).score, _HALF) for t in deed):
        return 0.0
    shares = [share(deed, one) for one in told.effect]
    if shares[0] == 0.0 or max(shares) >= shares[0] + _FARTHER:
        return 0.0
    if lacks(terms, (effect, *around, evidence.page.whole), _MOST_ABSENT):
        return 0.0
    return share(deed, effect) + 0.2 * share(terms, effect)
