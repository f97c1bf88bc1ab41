"""Whom somebody greets or thanks, all groups of the sentence: 向群众、职工，向离退休老同志，向官兵拜年."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import links_fit, slots_agree
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.greeted.asks")
_ASKS_ONE = load_pattern("answering.greeted.asks_one")
_GREETS = load_pattern("answering.greeted.greets")
_TO = load_pattern("answering.greeted.to")
_ENOUGH, _SAID = 0.5, 0.75
_LONGEST = 380


def greeted(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """All that are greeted; for 给消防员拜年了吗 yes with the part that names them, None where none does."""
    asked = _ASKS.search(query.text)
    one = _ASKS_ONE.search(query.text) if asked is None and query.kind == "yesno" else None
    if asked is None and one is None:
        return None
    span = asked.span() if asked else one.span() if one else (0, 0)
    terms = tuple(t for t in without(query.terms, (span,)) if t.weight > 0)
    for evidence in pool:
        parts = list(_parts(evidence.text))
        if not parts or evidence.sentence.role != "paragraph" or not _is_about(query, terms, evidence):
            continue
        if one is None:
            said = "，".join(parts)
            return Draft("answered", "list", said, (evidence.proof,), accounted=True) if len(said) <= _LONGEST else None
        for part in parts:
            items = re.split("[、，和及]", part)
            if any(explained(compact(one["whom"]), compact(item)).score >= _SAID for item in items):
                return Draft("answered", "yesno", f"是，向{part}{one['deed']}", (evidence.proof,), accounted=True)
    return None


def _is_about(query: Query, terms: tuple[Term, ...], evidence: Evidence) -> bool:
    """What else the question says (团拜会, 四个班子) is told there or above."""
    regions = ((evidence.own, 1.0), (evidence.head, 0.8), (evidence.before, 0.8), (evidence.heading, 0.8))
    share, missing, _ = coverage(terms, regions)
    fits = slots_agree(query, evidence) and links_fit(query, evidence)
    return fits and (not terms or share >= _ENOUGH) and not any(t.critical for t in missing)


def _parts(text: str) -> Iterator[str]:
    """What stands behind each 向 that leads to the greeting."""
    greets = _GREETS.search(text)
    first = _TO.search(text)
    if greets is None or first is None or first.start() > greets.start():
        return
    for part in re.split("，向", text[first.end() : greets.start()]):
        if said := part.strip("，。；：、 "):
            yield said
