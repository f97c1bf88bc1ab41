"""What a claim is held against: the sentences near it, and whoever answers questions from the same bulletins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence, of_page

Ask = Callable[[str], Draft]


@dataclass(frozen=True, slots=True)
class Ground:
    """What the bulletins say near a claim.

    Attributes:
        pool: sentences near it, best passages first. ask: answers a question from the same bulletins.
    """

    knowledge: Knowledge
    pool: Sequence[Evidence]
    ask: Ask

    def proving(self, draft: Draft) -> Evidence | None:
        """The sentence that proves an answer, one near the claim before any other."""
        near = next((one for one in self.pool if _proves(draft, one)), None)
        if near is not None:
            return near
        pages = (self.knowledge.page(proof.article) for proof in draft.proofs[:1])
        return next((one for page in pages for one in of_page(page) if _proves(draft, one)), None)


def _proves(draft: Draft, evidence: Evidence) -> bool:
    sentence = evidence.sentence.text
    return any(
        proof.article == evidence.page.article.id
        and any(low < sentence.end and sentence.start < high for low, high in proof.spans)
        for proof in draft.proofs
    )
