"""What the answerers share: the sentence and the clause of a draft's value."""

from __future__ import annotations

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge


def sentence_of(knowledge: Knowledge, draft: Draft) -> str:
    """The sentence of the draft's first value, or ""."""
    if not draft.facts:
        return ""
    article, fact = draft.facts[0]
    return knowledge.page(article).sentence(fact.sentence).text.text


def clause_of(knowledge: Knowledge, draft: Draft) -> str:
    """The clause of the draft's first value, or ""."""
    return sentence_of(knowledge, draft)[slice(*draft.facts[0][1].clause)] if draft.facts else ""
