"""Which towns something covers: 石桥法庭管哪几个乡镇, by 管辖石桥、大坪、禾田3个乡镇 behind the asked body."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import links_fit
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.covered.asks")
_COVERS = load_pattern("answering.covered.covers")
_PLACED = load_pattern("answering.covered.placed")
_STRONG, _NAMED = 0.5, 0.75


def covered(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The places behind 管辖, 辖, 负责 of the asked body; None where no sentence names the body in front of them."""
    asks = _ASKS.search(query.text)
    if asks is None or query.kind not in ("list", "place", "text", "organisation", "compare"):
        return None
    terms = [t for t in query.terms if t.weight >= _STRONG and t.text not in asks[0]]
    for evidence in pool:
        text = fold(evidence.text)
        for match in _COVERS.finditer(text) if links_fit(query, evidence) else ():
            front = compact(text[: match.start()]) + evidence.before
            if not (match["so_many"] or all(_PLACED.search(one) for one in match["names"].split("、"))):
                continue
            if terms and all(explained(t.text, front).score >= _NAMED for t in terms):
                return Draft("answered", "list", match["names"], (evidence.proof,), accounted=True, held=True)
    return None
