"""What a claim says is done already (已投产, 全部完成): asked, and denied where the bulletins only plan it."""

from __future__ import annotations

from index.answering.checking.ground import Ground
from index.answering.checking.holding.binding import Bound
from index.answering.checking.reading.pieces import Piece
from index.answering.checking.reading.said_values import year_of
from index.answering.checking.reading.terms import all_of_them, is_ahead, is_done, is_planned
from index.language.lexicon import load_pattern
from index.language.scripts import fold

_NO = load_pattern("answering.not_yet.no")
_REST = load_pattern("answering.not_yet.rest")
_END = load_pattern("answering.not_yet.end")
_SCORE = 0.9


def not_yet(piece: Piece, ground: Ground) -> Bound | None:
    """A no to the claim as a question, where what is told instead is still to come; None for any other answer."""
    text = fold(piece.alone)
    if not is_done(text) or is_planned(text):
        return None
    if all_of_them(text):
        return _but_some(text, ground)
    draft = ground.ask(f"{_END.sub('', text)}了吗？")
    if draft.status not in ("answered", "corrected") or draft.kind != "yesno" or not _NO.match(draft.answer):
        return None
    evidence = ground.proving(draft)
    if evidence is None:
        return None
    said = fold(evidence.text)
    if not (is_planned(said) or is_ahead(said, year_of(evidence.page.article))):
        return None
    return Bound(False, _SCORE, evidence)


def _but_some(text: str, ground: Ground) -> Bound | None:
    """已全部完成, where the sentence that tells of it names some of which it is still to come."""
    draft = ground.ask(f"{_END.sub('', text)}了吗？")
    evidence = ground.proving(draft) if draft.settled else None
    if evidence is None or not _REST.search(fold(evidence.text)) or not is_planned(fold(evidence.text)):
        return None
    return Bound(False, _SCORE, evidence)
