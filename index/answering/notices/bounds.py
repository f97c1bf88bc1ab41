"""五层的房子能装电梯吗, 12吨的车能过吗: what somebody tells of theirs against the printed bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.answering.evidence.circumstances import age_bounds, age_of, own_spans, within_bounds, without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import contrast_fits, links_fit, period_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities, unit_families
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.bounds.asks")
_OTHER = load_pattern("answering.bounds.other")
_FROM_BEHIND = load_pattern("answering.bounds.from_behind")
_FROM_AHEAD = load_pattern("answering.bounds.from_ahead")
_UP_TO_BEHIND = load_pattern("answering.bounds.up_to_behind")
_UP_TO_AHEAD = load_pattern("answering.bounds.up_to_ahead")
_BELOW_AHEAD = load_pattern("answering.bounds.below_ahead")
_FORBIDS = load_pattern("answering.bounds.forbids")
_SPARES = load_pattern("answering.bounds.spares")
_GRANTS = load_pattern("answering.bounds.grants")
_STANDARD = load_pattern("answering.bounds.standard")
_DUTY = load_pattern("answering.bounds.duty")
_WHO = load_pattern("answering.bounds.who")
_OUTSIDE = load_pattern("answering.bounds.outside")
_OPEN = load_pattern("answering.bounds.open")
_KINDS = ("measure", "age", "duration")
_ENOUGH = 0.6
_SEEN = 0.5
_LONGEST = 110
_ALSO_CALLED = {"度": "℃"}


@dataclass(frozen=True, slots=True)
class _Bound:
    """A clause that bounds a quantity, with the clauses that go on from it.

    Attributes:
        within: whether the quantity of the question keeps to it. clause: the bound's own. rule: up to the semicolon.
    """

    within: bool
    clause: Span
    rule: Span


def within_printed_bound(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The answer by the bound that is printed of what is asked; None where the question tells no quantity so."""
    way = _ASKS.search(query.text) if query.kind == "yesno" else None
    own = _own_quantity(query) if way is not None else None
    if way is None or own is None:
        return None
    terms = tuple(t for t in _about(query, own) if not (way.start() <= t.start < way.end()))
    found: list[tuple[float, Draft]] = []
    for evidence in pool:
        if evidence.sentence.role == "headline" or not find_quantities(evidence.own):
            continue
        if not (links_fit(query, evidence) and period_fits(query, evidence) and contrast_fits(query, evidence)):
            continue
        for bound in _bounds(own, evidence.text):
            if _DUTY.search(evidence.text[slice(*bound.clause)]):
                continue  # 未满18岁的须由监护人陪同 bars nobody
            near = _near(terms, evidence, bound)
            said = evidence.text[slice(*bound.rule)].strip("，；。：、,;: ")
            word = _word(way.lastgroup or "", way[0], said, evidence.text[slice(*bound.clause)], bound.within)
            if near is not None and word is not None:
                draft = Draft("answered", "yesno", f"{word}，{said}"[:158], (evidence.proof,), confidence=0.9)
                found.append((near, draft))
    if not terms and len({draft.answer for _, draft in found}) > 1:
        return None  # nothing says which of the rules is meant
    return max(found, key=lambda one: one[0], default=(0.0, None))[1]


def _own_quantity(query: Query) -> Quantity | None:
    """The one quantity that the question gives of the asker's own, which is no bound itself (65岁以上)."""
    text = query.text
    found = [q for q in find_quantities(text) if q.kind in _KINDS and not _OTHER.match(text, q.end)]
    if not found and (age := age_of(query)) is not None:
        found = [replace(q, unit="岁", kind="age") for q in find_quantities(text) if q.value == age]
    return found[0] if len(found) == 1 else None


def _about(query: Query, own: Quantity) -> tuple[Term, ...]:
    """What the rule has to be about: the words without the quantity and those that only say who asks."""
    spans = (*own_spans(query.text), (own.start, own.end))
    return tuple(
        t for t in without(query.terms, spans)
        if t.weight >= _SEEN and not _WHO.fullmatch(t.text) and t.text != str(int(own.value))
    )  # fmt: skip


def _near(terms: tuple[Term, ...], evidence: Evidence, bound: _Bound) -> float | None:
    """How near the rule is to what is asked; None where one of its words stands nowhere around."""
    rule = evidence.clause(bound.rule)
    if _OPEN.search(rule):
        terms = tuple(t for t in terms if not _OUTSIDE.fullmatch(t.text))
    regions = ((rule, 1.0), (evidence.own, 0.9), (evidence.before, 0.8), (evidence.head, 0.7), (evidence.heading, 0.8))
    share, missing, _ = coverage(terms, regions)
    if share < _ENOUGH or missing:
        return None
    own, _, _ = coverage(terms, ((rule, 1.0),))
    return share + own - 0.002 * evidence.rank


def _bounds(own: Quantity, text: str) -> Iterator[_Bound]:
    """The clauses of ``text`` that bound a quantity of the same unit, each with the rule that it is part of.

    Neighbours that both do are one (年满18周岁，不超过60周岁); of several bands (六层以下…，八层以上…) none is a rule.
    """
    folded = fold(text)
    clauses = clause_spans(folded)
    sides = [_sides(own, folded[low:high]) for low, high in clauses]
    for first, last in _rules(folded, clauses):
        bounding = [n for n in range(first, last + 1) if sides[n]]
        if not bounding or bounding[-1] - bounding[0] != len(bounding) - 1:
            continue
        clause = clauses[bounding[0]][0], clauses[bounding[-1]][1]
        rule = clauses[first][0], clauses[last][1]
        within = all(side for n in bounding for side in sides[n])
        yield _Bound(within, clause, rule if rule[1] - rule[0] <= _LONGEST else clause)


def _rules(text: str, clauses: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """(first, last) clause of each stretch up to a semicolon or full stop."""
    first = 0
    for number, (_, end) in enumerate(clauses):
        if text[end - 1] in "；;。" or number == len(clauses) - 1:
            yield first, number
            first = number + 1


def _sides(own: Quantity, clause: str) -> list[bool]:
    """Whether the asker's quantity keeps to each bound of the same unit that the clause names."""
    if own.kind == "age":
        bounds = age_bounds(clause)
        return [within_bounds(int(own.value), bounds)] if bounds is not None else []
    found = (_side(own, printed, clause) for printed in find_quantities(clause))
    return [side for side in found if side is not None]


def _side(own: Quantity, printed: Quantity, clause: str) -> bool | None:
    """Whether the asker's quantity is on the side of the printed one that a clause names; None where it names none."""
    value, limit = _in_base(own), _in_base(printed)
    if value is None or limit is None or value[0] != limit[0]:
        return None
    ahead, behind = clause[: printed.start], clause[printed.end :]
    if _FROM_BEHIND.match(behind) or _FROM_AHEAD.search(ahead):
        return value[1] >= limit[1]
    if _BELOW_AHEAD.search(ahead):
        return value[1] < limit[1]
    if _UP_TO_BEHIND.match(behind) or _UP_TO_AHEAD.search(ahead):
        return value[1] <= limit[1]
    return None


def _in_base(quantity: Quantity) -> tuple[str, float] | None:
    """(family of the unit, value in its base unit); the unit itself where it has no family."""
    unit = _ALSO_CALLED.get(quantity.unit, quantity.unit)
    family, base = unit_families().get(unit, (unit, 1.0))
    return (family, quantity.value * base) if unit else None


def _word(way: str, asked: str, said: str, clause: str, within: bool) -> str | None:
    """能, 不能, 要, 不用, 是 or 不是, by the way it is asked and by what the rule says of those within the bound."""
    if way == "meets":
        return ("是" if within else "不是") if _STANDARD.search(clause) else None
    forbids, spares = bool(_FORBIDS.search(said)), bool(_SPARES.search(said))
    if way == "need":
        return ("不用" if within else "要") if spares and not forbids else None
    if way == "free":
        return ("是" if within else "不能" if "能" in asked else "不是") if spares else None
    if forbids:
        return "不能" if within else "能"
    return ("能" if within else "不能") if _GRANTS.search(said) or spares else None
