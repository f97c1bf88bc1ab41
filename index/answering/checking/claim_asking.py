"""A claim put as a question: its value is left out and asked for, and the answer is held against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.answering.checking.claim_binding import Bound, accounted, binds
from index.answering.checking.claim_contrasts import of_any_round, plausible, strays, undone
from index.answering.checking.claim_regions import Word
from index.answering.checking.claim_split import Piece
from index.answering.checking.claim_terms import may_confirm, may_refute, terms_of
from index.answering.checking.claim_values import Value, comparable, same, values_in, year_of
from index.answering.evidence.draft import Draft
from index.answering.evidence.pool import Evidence
from index.language.scripts import fold

Ask = Callable[[str], Draft]
_PAUSE = re.compile(r"[，,、；;：]")
_LONGEST = 40  # code points of an answer that is a value
_ASKS = {"date": "什么时候", "clock": "几点", "award": "什么奖"}


def asked(value: Value, piece: Piece, words: Sequence[Word], pool: Sequence[Evidence], ask: Ask) -> Bound | None:
    """What the answer to the claim without ``value`` says of it; None where there is no answer to hold against it."""
    draft = ask(_question(value, piece))
    if draft.status != "answered" or len(draft.answer) > _LONGEST:
        return None
    evidence = proof_in(draft, pool)
    if evidence is None:
        return None
    told = _told(draft, evidence, value)
    if not told:
        return None
    year = year_of(evidence.page.article)
    if told[0].approximate and any(same(value, one, year) for one in values_in(fold(evidence.text), year)):
        return None
    said = terms_of(fold(piece.text), value, year)
    text = fold(evidence.text)
    printed = [terms_of(text, v, year) for v in told if v.text == text[v.start : v.end]]
    right = any(same(value, one, year) for one in told)
    if not all(may_confirm(said, t) if right else may_refute(said, t, value, year) for t in printed):
        return None
    if not right and not _may_differ(value, piece, told[0], evidence):
        return None
    if right and undone(fold(piece.text), text):
        return None
    if strays(piece, words, (told[0].start, told[0].end), evidence):
        return None
    if not accounted(words, evidence, wholly=not right):
        return None
    if not binds(next((v for v in told if same(value, v, year)), told[0]), words, evidence):
        return None
    return Bound(right, 0.9, evidence, told[0])


def _may_differ(value: Value, piece: Piece, told: Value, evidence: Evidence) -> bool:
    """What the answer tells may be what is right instead of the claimed value."""
    text = fold(evidence.text)
    if value.sort == "place" and told.text not in text:
        return False
    return not (
        _qualifies(value, piece) or of_any_round(piece, evidence) or not plausible(value, told, fold(piece.text), text)
    )


def _qualifies(value: Value, piece: Piece) -> bool:
    """58个 of 58个新开工项目开工率93.1% only says of which the rate is told."""
    others = [v for v in values_in(fold(piece.text)) if v.is_figure and v.start >= value.end]
    return any(not _PAUSE.search(piece.text, value.end, v.start) for v in others)


def _question(value: Value, piece: Piece) -> str:
    gap = _ASKS.get(value.sort) or (f"第几{value.unit}" if value.sort == "place" else f"多少{value.unit}")
    masked = f"{piece.text[: value.start]}{gap}{piece.text[value.end :]}"
    return f"{piece.subject}，{masked}？" if piece.subject else f"{masked}？"


def proof_in(draft: Draft, pool: Sequence[Evidence]) -> Evidence | None:
    """The sentence that proves an answer."""
    return next((e for e in pool if _proves(draft, e)), None)


def _proves(draft: Draft, evidence: Evidence) -> bool:
    sentence = evidence.sentence.text
    return any(
        proof.article == evidence.page.article.id
        and any(low < sentence.end and sentence.start < high for low, high in proof.spans)
        for proof in draft.proofs
    )


def _told(draft: Draft, evidence: Evidence, value: Value) -> list[Value]:
    """The values that the answer gives, as the sentence prints them (with their direction) where it does."""
    year = year_of(evidence.page.article)
    answered = [v for v in values_in(fold(draft.answer), year) if comparable(value, v)]
    printed = [v for v in values_in(fold(evidence.text), year) if comparable(value, v)]
    held = [v for v in printed if any(v.number == one.number and v.unit == one.unit for one in answered)]
    return held if held or evidence.sentence.role == "paragraph" else answered
