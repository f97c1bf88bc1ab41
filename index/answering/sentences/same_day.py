"""On which day it was, where the sentence only says 当天上午10时: the day that the text before it prints."""

from __future__ import annotations

from dataclasses import replace

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_CLOCK = load_pattern("answering.same_day.clock")
_ASKS = load_pattern("answering.same_day.asks")
_THAT_DAY = load_pattern("answering.same_day.that_day")
_DAY = load_pattern("answering.same_day.day")


def with_day(query: Query, knowledge: Knowledge, draft: Draft | None) -> Draft | None:
    """The hour with the day in front of it; ``draft`` as it is where an hour is asked for or no day is meant."""
    if draft is None or query.kind != "date" or not _CLOCK.fullmatch(draft.answer) or not draft.facts:
        return draft
    article, fact = draft.facts[0]
    page = knowledge.page(article)
    own = page.sentence(fact.sentence).text.text[: fact.start]
    if not _ASKS.search(query.text) or not _THAT_DAY.search(own) or _DAY.search(own):
        return draft
    for number in range(fact.sentence - 1, page.heads[fact.sentence] - 4, -1):
        sentence = page.sentence(number) if number >= 0 else None
        days = list(_DAY.finditer(sentence.text.text)) if sentence is not None else []
        if sentence is not None and days:
            proof = Proof(article, sentence.text.spans())
            return replace(draft, answer=f"{days[-1][0]}{draft.answer}", proofs=(*draft.proofs, proof))
    return draft
