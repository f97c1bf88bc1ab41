"""What somebody asked about on a visit: 在甲家问了什么 of 来到甲家中，详细询问了就医、就学等情况."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.inquiries.asks")
_SAYS = load_pattern("answering.inquiries.says")
_ASKS_HEARD = load_pattern("answering.inquiries.asks_heard")
_SAYS_HEARD = load_pattern("answering.inquiries.says_heard")
_ENOUGH = 0.6
_TELLING = 0.5


def asks_inquiry(query: Query) -> bool:
    """True for 在甲家问了什么: what was asked there, not what was asked for."""
    return _ASKS.search(query.text) is not None


def inquired(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The words behind 询问 or 了解 (听取 for what was heard) in the sentence about the visited one; else None."""
    asked, says = _ASKS.search(query.text), _SAYS
    if asked is None:
        asked, says = _ASKS_HEARD.search(query.text), _SAYS_HEARD
    if asked is None:
        return None
    terms = tuple(term for term in without(query.terms, (asked.span(),)) if term.weight >= _TELLING)
    best: tuple[float, str, Evidence] | None = None
    for evidence in pool:
        match = says.search(evidence.text) if slots_fit(query, evidence) else None
        if match is None or not all(link.name in evidence.text for link in query.links if link.kind == "person"):
            continue
        share, missing, _ = coverage(terms, ((evidence.own, 1.0), (evidence.heading, 0.6)))
        score = share - 0.002 * evidence.rank
        if share >= _ENOUGH and not any(term.critical for term in missing) and (best is None or score > best[0]):
            best = score, match["x"].strip("，。；：、 "), evidence
    if best is None:
        return None
    return Draft("answered", "text", best[1], (best[2].proof,))
