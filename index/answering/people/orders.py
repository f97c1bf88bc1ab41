"""A whole order, from the first to the last: 八个镇街由优到差依次为：甲镇、乙镇…, or one numbered line each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import links_fit, period_fits, scope_fits, year_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.lists import enumerations
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities, parse_number
from index.language.scripts import compact, fold
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.orders.asks")
_NTH = load_pattern("answering.orders.nth")
_LAST = load_pattern("answering.orders.last")
_POSITION = load_pattern("answering.orders.position")
_MOST = load_pattern("answering.orders.most")
_APART = load_pattern("answering.orders.apart")
_OTHER = load_pattern("answering.orders.other")
_RANK = load_pattern("answering.orders.rank")
_LEADS = load_pattern("answering.orders.leads")
_UPWARD = load_pattern("answering.orders.upward")
_REST = load_pattern("answering.orders.rest")  # 其余各镇 stand behind those that are named
_LINE = load_pattern("answering.orders.line")
_FEW = 3  # names that make an order
_ENOUGH = 0.66
_NAMED = 0.75


@dataclass(frozen=True, slots=True)
class Order:
    """The names, the best first, each with what proves it; ``head``: the sentence that says what is ordered."""

    head: Evidence
    items: tuple[str, ...]
    proofs: tuple[Proof, ...]


def in_order(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Who stands at a place of a whole order, at which place somebody stands, or how far two places are apart."""
    if not _ASKS.search(query.text) or _OTHER.search(query.text):
        return None
    terms = tuple(t for t in query.terms if not _RANK.search(t.text))
    found: list[tuple[float, Draft]] = []
    for order in (one for evidence in pool for one in orders(evidence)):
        share = _about(query, terms, order)
        draft = _told(query, terms, order) if share >= _ENOUGH else None
        if draft is not None:
            found.append((share, draft))
    best = max((share for share, _ in found), default=0.0)
    said = {draft.answer: draft for share, draft in found if share == best}
    return next(iter(said.values())) if len(said) == 1 else None


def orders(evidence: Evidence) -> Iterator[Order]:
    """The whole orders that a sentence prints or announces."""
    for match in _LEADS.finditer(evidence.text) if not _REST.search(evidence.text) else ():
        items = _inline(evidence, match.end())
        proofs: tuple[Proof, ...] = (evidence.proof,)
        if not items and not evidence.text[match.end() :].strip():
            lines = list(_lines(evidence))
            items = tuple(text for text, _ in lines)
            proofs = tuple(Proof(evidence.page.article.id, spans) for _, spans in lines)
        if len(items) < _FEW:
            continue
        way = -1 if _UPWARD.search(match[0]) else 1
        whole = proofs if len(proofs) == len(items) else proofs * len(items)
        yield Order(evidence, items[::way], whole[::way])


def _inline(evidence: Evidence, start: int) -> tuple[str, ...]:
    """The items of the enumeration that begins behind the words that lead to it."""
    for one in enumerations(evidence.text):
        if start <= one.start <= start + 2:
            return tuple(evidence.text[low:high] for low, high in one.items)
    return ()


def _lines(evidence: Evidence) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """The numbered lines behind a sentence, as long as they count on."""
    sentences = evidence.page.says.sentences
    for number, sentence in enumerate(sentences[evidence.number + 1 :], 1):
        match = _LINE.match(sentence.text.text)
        if match is None or int(match["n"]) != number:
            return
        yield match["item"].rstrip("；。;"), sentence.text.spans()


def _about(query: Query, terms: tuple[Term, ...], order: Order) -> float:
    """How far the head and the headline account for what is asked; 0 for another period or place."""
    evidence = order.head
    if not (links_fit(query, evidence) and period_fits(query, evidence)):
        return 0.0
    if not (year_fits(query, evidence) and scope_fits(query, evidence)):
        return 0.0
    most = _MOST.search(query.text)
    measure = max((t for t in terms if most and t.end <= most.start()), key=lambda t: t.end, default=None)
    if measure is not None and explained(measure.text, evidence.own).score < _NAMED:
        return 0.0  # 投资最多 is nothing that an order of points tells
    names = compact("|".join(order.items)) if _POSITION.search(query.text) else ""
    regions = ((evidence.own, 1.0), (evidence.before, 0.85), (evidence.heading, 0.9), (names, 1.0))
    share, missing, _ = coverage(terms, regions)
    return 0.0 if any(term.critical for term in missing) else share


def _told(query: Query, terms: tuple[Term, ...], order: Order) -> Draft | None:
    text = fold(query.text)
    if _POSITION.search(text):
        held = [n for n, item in enumerate(order.items) if _names(terms, item)]
        said = f"{order.items[held[0]]}排第{held[0] + 1}位" if len(held) == 1 else None
        return Draft("answered", "rank", said, (order.head.proof, order.proofs[held[0]])) if said else None
    places = [_place(match, len(order.items)) for match in _NTH.finditer(text)]
    if any(not 0 <= place < len(order.items) for place in places):
        return None
    if _APART.search(text):
        return _between(order, places)
    if not places and _LAST.search(text):
        places = [len(order.items) - 1]
    if len(places) > 1:
        return None
    place = places[0] if places else 0
    return Draft("answered", "rank", order.items[place], tuple(dict.fromkeys((order.head.proof, order.proofs[place]))))


def _place(match: re.Match[str], size: int) -> int:
    number = int(parse_number(match["n"]))
    return size - number if match["back"] else number - 1


def _names(terms: Sequence[Term], item: str) -> bool:
    return any(len(t.text) > 1 and explained(t.text, compact(item)).score >= _NAMED for t in terms)


def _between(order: Order, places: Sequence[int]) -> Draft | None:
    """How far the figures of two places are apart, each being the last that its line tells."""
    if len(places) != 2:
        return None
    figures: list[Amount] = []
    for place in places:
        found = [one for one in find_quantities(fold(order.items[place])) if one.kind != "ordinal"]
        if not found:
            return None
        figures.append(arithmetic.exact(found[-1]))
    high, low = sorted(figures, key=lambda one: -one.value)
    if not arithmetic.alike(high, low):
        return None
    said, detail = arithmetic.difference(high, low)
    proofs = (order.head.proof, *(order.proofs[place] for place in places))
    return Draft("answered", "compare", said, tuple(dict.fromkeys(proofs)), detail=detail)
