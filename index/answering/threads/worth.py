"""要投多少钱 behind 重点项目几个: the money that is printed with the number told before."""

from __future__ import annotations

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.saying import quote_spans, value_text
from index.answering.threads.around import Told
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.worth.asks")
_LABEL = load_pattern("answering.worth.label")


def worth(query: Query, told: Told) -> Draft | None:
    """The investment right behind the number, before anything else is counted."""
    if not _ASKS.fullmatch(query.text.rstrip("？?")) or told.fact.kind != "count":
        return None
    for fact in sorted(told.evidence.values, key=lambda one: one.start):
        if fact.start < told.fact.end or fact.kind not in ("count", "money"):
            continue
        if fact.kind == "count" or not _LABEL.search(told.sentence[told.fact.end : fact.start]):
            return None
        article = told.evidence.page.article.id
        said = value_text(query, told.evidence, fact)
        return Draft("answered", "money", said, (Proof(article, quote_spans(told.evidence, fact)),),
                     facts=((article, fact),))  # fmt: skip
    return None
