"""Where to leave the car: all places of 可停在甲停车场（每次10元）或乙停车场（免费）, or those that cost nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.answering.sentences.collecting import are_places
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.parking.asks")
_OTHER = load_pattern("answering.parking.other")
_FREE = load_pattern("answering.parking.free")
_PAID = load_pattern("answering.parking.paid")
_SAYS = load_pattern("answering.parking.says")
_ASKING = load_pattern("answering.parking.asking")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_BETWEEN = load_pattern("answering.parking.between")
_ENOUGH, _LEAST = 0.6, 0.5


def where_to_park(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The places at which a notice lets people park; None where none is printed for what is asked."""
    if query.kind not in ("place", "list", "text") or not _ASKS.search(query.text) or _OTHER.search(query.text):
        return None
    terms = tuple(t for t in query.terms if t.weight >= _LEAST and not _ASKING.search(t.text))
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        match = _SAYS.search(evidence.text)
        if match is None or evidence.sentence.role == "headline":
            continue
        regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.head, 0.7), (evidence.heading, 0.9))
        share, missing, _ = coverage(terms, (*regions, (evidence.page.whole, 0.7)))
        if terms and (share < _ENOUGH or any(t.critical for t in missing)):
            continue
        places = _places(match["row"], bool(_FREE.search(query.text)), evidence.text[: match.end()])
        if places and (best is None or share - 0.002 * evidence.rank > best[0]):
            best = share - 0.002 * evidence.rank, Draft("answered", "place", "、".join(places), (evidence.proof,))
    return best[1] if best else None


def _places(row: str, free: bool, said: str) -> list[str]:
    """The names without their brackets; of those that differ in price only the free ones where these are asked for."""
    items = [item for item in _BETWEEN.split(row) if item]
    if free:
        told = [item for item in items if _FREE.search(item)]
        if not told and not (_FREE.search(said) and not any(_PAID.search(item) for item in items)):
            return []
        items = told or items
    names = [_BRACKETS.sub("", item).strip("“” ") for item in items]
    return names if any(are_places(name) for name in names) else []
