"""An amount right behind the name it is of, in a row of names and amounts: 甲基地18亿元，乙公路港12.5亿元."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.about import opening_name, slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.pool import Evidence
from index.answering.evidence.saying import value_text
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query

_ASKS_AMOUNT = load_pattern("answering.behind_name.asks_amount")


def behind_its_name(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """12.5亿元 for 乙公路港投资多少: nothing but the amount is asked of the name, and just one stands behind it."""
    name = opening_name(query) if query.kind == "money" and not query.links else ""
    if not name or not _ASKS_AMOUNT.search(compact(query.text).partition(name)[2]):
        return None
    for evidence in pool:
        if not slots_fit(query, evidence):
            continue
        text = fold(evidence.text)
        found = [f for f in evidence.facts if f.kind == "money" and text[: f.start].rstrip("（(").endswith(name)]
        if len(found) == 1:
            said = value_text(query, evidence, found[0])
            article = evidence.page.article.id
            return Draft("answered", "money", said, (evidence.proof,), facts=((article, found[0]),), accounted=True)
    return None
