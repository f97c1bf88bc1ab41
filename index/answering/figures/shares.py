"""Which share of a whole a part is, where both are printed as amounts: 总投资9.4亿元，其中区级资金5.2亿元 is 55.3%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.pool import Evidence
from index.answering.figures.asked import OPERATORS, Asked, asked, of_two_sides
from index.answering.figures.computed import computed_draft
from index.answering.figures.operands import Operand, operands
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.numerals import find_quantities
from index.language.scripts import compact
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.shares.asks")  # without which no share is asked for
_OF = load_pattern("answering.shares.of")
_MOST = load_pattern("answering.shares.most")
_PER = load_pattern("answering.shares.per")
_PLAN_OF_ONE = load_pattern("answering.shares.plan_of_one")
_RATE_BEHIND = load_pattern("answering.shares.rate_behind")
_OF_BASE = load_pattern("answering.shares.of_base")
_TAIL = load_pattern("answering.shares.tail")
_SAID = 0.9
_ENOUGH = 0.6
_NEAR = 3  # sentences from the whole to the part
_LONGEST = 6  # letters of the name of the whole that are compared
_SURE = 0.05
_BASE_SAID = 0.75  # share of the words of the base, and of the part, that must be printed with a rate
_ROUNDED = 0.6  # percentage points that a printed rate may be off
_TELLING = 0.5  # weight of a word that tells the part


def answer_share(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The share that follows from two printed amounts; None where a share is printed or an amount is not sure."""
    wanted = asked(query) if _ASKS.search(query.text) else None
    if wanted is None or wanted.intent != "share":
        return None
    part_terms, whole_terms = of_two_sides(query, wanted)
    terms = tuple(term for term in part_terms if not _names_district(query, term))
    values = [one for one in operands(query, pool, levels=False) if one.row < 0]
    if terms and (printed := _printed(values, terms, whole_terms)) is not None:
        return printed
    if not terms or any(_prints_share(one, terms, whole_terms) for one in values):
        return None
    levels = [one for one in values if not one.change and one.amount.unit not in ("%", "％", "个百分点")]
    wholes = [(size, one) for one in levels if (size := _named_whole(one, wanted, whole_terms))]
    found = sorted(_readings(query, levels, wholes, terms, whole_terms), key=lambda pair: -pair[0])
    if not found:
        return None
    score, part, whole = found[0]
    same = part.amount.value, whole.amount.value
    if any(score - s < _SURE and (p.amount.value, w.amount.value) != same for s, p, w in found[1:]):
        return None
    said, detail = arithmetic.share(part.amount, whole.amount)
    return computed_draft("percent", said, (part, whole), detail)


def _printed(values: Sequence[Operand], part: tuple[Term, ...], whole: tuple[Term, ...]) -> Draft | None:
    """收入9.86亿元，占年初预算16.4亿元的60.1%: the rate behind the asked base, of the amount that it is the rate of."""
    found = sorted(_printed_rates(values, part, whole), key=lambda pair: -pair[0])
    if not found or any(found[0][0] - s < _SURE and o.amount != found[0][1].amount for s, o in found[1:]):
        return None
    one = found[0][1]
    told = one.evidence.values if one.evidence is not None else ()
    facts = tuple((one.page.article.id, fact) for fact in told if fact.start == one.start)
    return Draft("answered", "percent", one.amount.text, (one.proof,), facts=facts)


def _printed_rates(
    values: Sequence[Operand], part: tuple[Term, ...], whole: tuple[Term, ...]
) -> Iterator[tuple[float, Operand]]:
    """(how good, the rate) for all that are printed of a base with the words of ``whole``."""
    for one in values:
        based = _OF_BASE.search(one.before) if one.amount.unit in ("%", "％") else None
        if based is None or coverage(whole, ((compact(based["base"]), 1.0),))[0] < _BASE_SAID:
            continue
        base = next((q for q in find_quantities(based["base"])), None)
        for other in values:
            if other.number != one.number or other.page is not one.page or other.end > one.start - len(one.before):
                continue
            of_it = base is not None and arithmetic.alike(arithmetic.exact(base), other.amount)
            if base is not None and not (of_it and _makes(other, base.value, one)):
                continue
            own, missing, _ = coverage(part, other.regions())
            near = coverage(part, ((_without_longer(_own(other), part, whole), 1.0),))[0]
            if own >= _BASE_SAID and near >= _ENOUGH and not any(term.critical for term in missing):
                yield own + near - 0.002 * (one.start - other.end), one


def _makes(part: Operand, base: float, rate: Operand) -> bool:
    """The amount is so much of the base, as near as rates are printed."""
    share = 100 * float(part.amount.value) / float(base) if base else 0.0
    return abs(share - float(rate.amount.value)) <= _ROUNDED


def _names_district(query: Query, term: Term) -> bool:
    return any(link.kind == "district" and link.start <= term.start and term.end <= link.end for link in query.links)


def _own(one: Operand) -> str:
    """The words of the item that a value stands in, behind the last value of its sort."""
    own = one.label.split("|")[0]
    alike = [q for q in find_quantities(own) if arithmetic.alike(arithmetic.exact(q), one.amount)]
    return own[alike[-2].end :] if len(alike) > 1 else own


def _without_longer(words: str, terms: Sequence[Term], whole: Sequence[Term]) -> str:
    """``words`` without those of the whole that hold one of the part (出口 in 进出口)."""
    for longer in whole:
        if any(term.text in longer.text != term.text for term in terms):
            words = words.replace(longer.text, "")
    return words


def _prints_share(one: Operand, terms: tuple[Term, ...], whole: tuple[Term, ...]) -> bool:
    """占总投资的27% stands with the part itself."""
    if one.amount.unit not in ("%", "％") or not _OF.search(one.before):
        return False
    return coverage(terms, ((_without_longer(_own(one), terms, whole), 1.0),))[0] >= _ENOUGH


def _named_whole(one: Operand, wanted: Asked, terms: tuple[Term, ...]) -> float:
    """How well a value is named as the question names the whole; 0 for a part, a rate or one of many."""
    if one.whole or _MOST.search(one.label) or _PER.search(one.before):
        return 0.0
    if _PLAN_OF_ONE.search(one.before) and _RATE_BEHIND.match(one.text[one.end :]):
        return 0.0  # 收入9.8亿元，占年初预算16亿元的60%: the budget is that of this income alone
    said = _TAIL.sub("", compact(wanted.text[slice(*wanted.sides[1])]))
    own = one.label
    size = next((n for n in range(min(len(said), _LONGEST), 1, -1) if said[-n:] in own), 0)
    if size:
        return size / min(len(said), _LONGEST)
    last = max(terms, key=lambda term: term.end, default=None)
    return 0.3 if last is not None and explained(last.text, own).score >= _SAID else 0.0


def _readings(
    query: Query,
    levels: Sequence[Operand],
    wholes: Sequence[tuple[float, Operand]],
    terms: tuple[Term, ...],
    whole_terms: tuple[Term, ...],
) -> Iterator[tuple[float, Operand, Operand]]:
    """(how good, the part, the whole) for every two that may be meant."""
    rest = tuple(t for t in dict.fromkeys((*query.terms, *terms)) if not OPERATORS.fullmatch(t.text))
    for size, whole in wholes:
        parts = [one for one in levels if _may_be_part(one, whole)]
        telling = tuple(
            term
            for term in terms
            if explained(term.text, _without_longer(_own(whole), terms, whole_terms)).score < _SAID
            and any(explained(term.text, _own(one)).score >= _SAID for one in parts)
        )
        for part in parts if telling else ():
            near = coverage(telling, ((_without_longer(_own(part), terms, whole_terms), 1.0),))[0]
            share, missing, _ = coverage(rest, (*part.regions(), *whole.regions()))
            told = share >= _ENOUGH and not any(t.critical or t.weight >= 1.0 for t in missing)
            if near >= _ENOUGH and told:
                yield near + share + 0.3 * size - 0.05 * (part.number - whole.number), part, whole


def _may_be_part(part: Operand, whole: Operand) -> bool:
    """A smaller amount of the same sort that is told after the whole, in its sentence or soon behind."""
    apart = part.number - whole.number
    if part.page is not whole.page or not 0 <= apart <= _NEAR or (not apart and part.start < whole.start):
        return False
    return arithmetic.alike(part.amount, whole.amount) and 0 < part.amount.value < whole.amount.value


def of_asked_part(query: Query, draft: Draft, text: str) -> bool:
    """A printed share is that of the part that the question names: its words stand before it in ``text``."""
    fact = draft.facts[0][1] if draft.facts else None
    of_share = fact is not None and fact.kind == "percent" and _ASKS.search(query.text)
    wanted = asked(query) if of_share else None
    if fact is None or wanted is None or wanted.intent != "share":
        return True
    part, whole = of_two_sides(query, wanted)
    low = start_of(text, fact.start, "。；;")
    words = _without_longer(compact(fact.subject + text[low : fact.end]), part, whole)
    return not part or any(explained(term.text, words).score >= _SAID for term in part if term.weight >= _TELLING)
