"""谁说的 behind any answer: who is quoted with it."""

from __future__ import annotations

from index.answering.evidence.draft import Draft
from index.answering.evidence.pool import Evidence, of_page
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.speaker.asks")
_SPEAKS = load_pattern("answering.speaker.speaks")


def asks_speaker(query: Query) -> bool:
    """谁说的, 这是谁介绍的."""
    return _ASKS.match(query.text) is not None


def speaker(query: Query, told: Evidence | None) -> Draft | None:
    """The one who says the sentence of the answer before, or the last one to speak in its paragraph."""
    if told is None or not asks_speaker(query):
        return None
    own = [one for one in of_page(told.page) if one.sentence.paragraph == told.sentence.paragraph]
    for one in sorted((o for o in own if o.number <= told.number), key=lambda o: -o.number):
        for fact in reversed(one.values):
            if fact.kind == "person" and _SPEAKS.match(one.text, fact.end):
                said = f"{fact.attribute}{fact.value}" if fact.attribute and len(fact.attribute) < 20 else fact.value
                proofs = tuple(dict.fromkeys((one.proof, told.proof)))
                return Draft("answered", "person", said, proofs, facts=((one.page.article.id, fact),),
                             people=(fact.value,))  # fmt: skip
    return None



