"""Questions that a bulletin asks and answers itself: 问：……为什么……？答：主要靠两点……

An article may pose one in its own text as well: 为什么这里的茶更香？……解释，……
"""

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
_POSED = load_pattern("answering.interviews.posed")
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
    return best[1] if best else _posed(query, pool)


def _posed(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """为什么这里的茶更香？茶农解释，……: the sentence behind a question of the text itself, which asks why as well."""
    if not asks_why(query.text):
        return None
    for evidence in pool:
        posed = _POSED.search(evidence.text)
        behind = evidence.number + 1
        sentences = evidence.page.says.sentences
        if posed is None or behind >= len(sentences) or sentences[behind].paragraph != evidence.sentence.paragraph:
            continue
        share, missing, _ = coverage(query.terms, ((evidence.own, 1.0), (evidence.heading, 0.7)))
        said = sentences[behind].text.text.rstrip("。 ")
        if share < _ENOUGH or any(t.critical or t.weight >= 1.0 for t in missing) or _POSED.search(said):
            continue
        if len(said) > _LONGEST:
            said = said[: max((said.rfind(mark, 0, _LONGEST) for mark in "；。，"), default=_LONGEST)]
        proof = Proof(evidence.page.article.id, sentences[behind].text.spans())
        return Draft("answered", "text", said, (evidence.proof, proof), confidence=0.9)
    return None


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
