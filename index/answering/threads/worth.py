"""要投多少钱 behind 重点项目几个, 几个项目 behind 民生的投了多少: what is printed with the value told before."""

from __future__ import annotations

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.fits import segment_of
from index.answering.evidence.saying import quote_spans, value_text
from index.answering.threads.around import Told
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.worth.asks")
_HOW_MANY = load_pattern("answering.worth.how_many")
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


def number_beside(query: Query, told: Told) -> Draft | None:
    """The only number in the asked unit that stands in the part of the sentence in which the money told stands."""
    asks = _HOW_MANY.fullmatch(query.text.rstrip("？?"))
    if asks is None or told.fact.kind not in ("money", "percent"):
        return None
    low, high = segment_of(told.sentence, told.fact.start)
    beside = [one for one in told.evidence.values if low <= one.start < high and one.kind == "count"]
    beside = [one for one in beside if one.unit == asks["unit"]]
    if len(beside) != 1:
        return None
    article = told.evidence.page.article.id
    return Draft("answered", "count", beside[0].value, (Proof(article, quote_spans(told.evidence, beside[0])),),
                 facts=((article, beside[0]),))  # fmt: skip
