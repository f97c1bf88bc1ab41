"""Questions that a bulletin asks and answers itself: 问：……为什么……？答：主要靠两点……"""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence
from index.answering.sentences.statements import asks_why
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query

_REPLY = load_pattern("answering.interviews.reply")
_ENOUGH = 0.75  # how far the printed question has to account for the asked one
_LONGEST = 150  # code points of an answer


def in_interview(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The printed reply to the question that is printed in other words; None where both ask different things."""
    if query.kind not in ("text", "summary", "list") or not query.terms:
        return None
    best: tuple[float, Draft] | None = None
    for page in {e.page.article.id: e.page for e in pool}.values():
        for number in page.asked:
            text = page.sentence(number).text.text
            if number + 1 == len(page.says.sentences) or asks_why(fold(text)) != asks_why(query.text):
                continue
            share, missing, _ = coverage(query.terms, ((compact(text), 1.0), (page.heading, 0.7)))
            draft = _reply(page, number + 1)
            fits = share >= _ENOUGH and not any(t.critical or t.weight >= 1.0 for t in missing)
            if fits and draft is not None and (best is None or share > best[0]):
                best = share, draft
    return best[1] if best else None


def _reply(page: Page, number: int) -> Draft | None:
    """The sentences of the reply that begins there, as long as they are short enough."""
    sentence = page.says.sentences[number]
    opening = _REPLY.match(sentence.text.text)
    if opening is None:
        return None
    said = sentence.text.text[opening.end() :].strip()
    if len(said) > _LONGEST:
        said = said[: max((said.rfind(mark, 0, _LONGEST) for mark in "；。，"), default=_LONGEST)]
    said = said.rstrip("；，。 ")
    proof = Proof(page.article.id, sentence.text.spans())
    return Draft("answered", "text", said, (proof,), confidence=0.9) if said else None
