"""What most of it comes from, or is: of 起火原因中，电气故障占41.7%，用火不慎占28.3% the greatest share."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit, period_fits
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.main_causes.asks")
_ASKS_SORT = load_pattern("answering.main_causes.asks_sort")
_LEADS = load_pattern("answering.main_causes.leads")
_SHARE = load_pattern("answering.main_causes.share")
_COUNT = load_pattern("answering.main_causes.count")
_A_SORT = load_pattern("answering.main_causes.a_sort")
_REST = load_pattern("answering.main_causes.rest")
_FEWEST = 2
_WHOLE = 100.5
_ENOUGH, _ALL = 0.5, 0.8
_STRONG = 0.5


def main_cause(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The cause with the greatest share, or number, of those that a sentence lists; None where none is listed."""
    cause = _ASKS.search(query.text)
    asks = cause or _ASKS_SORT.search(query.text)
    if asks is None or query.kind in ("yesno", "money", "date"):
        return None
    terms = tuple(t for t in query.terms if t.weight >= _STRONG and t.text not in asks[0 if cause else "ask"])
    for evidence in sorted(pool, key=lambda one: one.rank):
        lead = _LEADS.search(fold(evidence.text))
        if (lead is None) == (cause is not None) or not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        text = fold(evidence.text)[lead.end() if lead is not None else 0 :]
        listed = list(_SHARE.finditer(text))
        if len(listed) < _FEWEST:
            counted = list(_COUNT.finditer(text))
            listed = counted if lead is not None else [one for one in counted if _A_SORT.search(one["name"])]
        elif sum(float(one["n"]) for one in listed) > _WHOLE:
            continue  # shares of several wholes
        listed = [one for one in listed if not _REST.search(one["name"])]
        wide = 0.9 if cause else 0.0  # the headline of a page that tells of other sorts as well
        regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, wide), (evidence.head, wide))
        if len(listed) < _FEWEST or (terms and coverage(terms, regions)[0] < (_ENOUGH if cause else _ALL)):
            continue
        most = max(listed, key=lambda one: float(one["n"]))
        said = f"{most['name']}，{most['said']}"
        return Draft("answered", "text", said, (evidence.proof,), accounted=True, held=True)
    return None
