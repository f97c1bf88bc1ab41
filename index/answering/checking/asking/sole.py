"""Claims of what is the most, the first, the last or the only one of its kind: asked for by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.answering.checking.ground import Ground
from index.answering.checking.holding.binding import Bound
from index.answering.checking.reading.pieces import Piece
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import compact, fold

_SAME = 0.75
_LONGEST = 24  # letters of an answer that is a name with its figure
_SCORE = 0.9
_ANSWERS = ("compare", "list", "person", "place", "organisation", "text", "rank")
_ASIDE = re.compile(r"[（(][^）)]*[）)]")
_FIGURE = re.compile(r"[（(].*\d")  # 丰乐社区（81.2分）: found by comparing figures
_OURS = load_pattern("answering.sole.ours")
_SOLE = load_pattern("answering.sole.sole")
_ENDS = "，,、的 "


@dataclass(frozen=True, slots=True)
class Sole:
    """One of which there can be one only.

    Attributes:
        name: who or what it is by the claim. asks: for it, without the name. only: there is no other.
    """

    name: str
    asks: str
    only: bool


def foremost(piece: Piece, ground: Ground) -> Bound | None:
    """Whether what the claim calls the most, the first or the only one is it; None where nobody tells."""
    for sole in soles(piece):
        draft = ground.ask(sole.asks)
        told = _name(draft)
        evidence = ground.proving(draft) if told else None
        if evidence is None:
            continue
        right = _is(sole.name, told)
        if right and sole.only and "、" in told:
            return None
        beside = explained(sole.name, evidence.own).score >= _SAME and not _FIGURE.search(draft.answer)
        if right or (_prints(sole.name, ground) and not beside):
            return Bound(right, _SCORE, evidence)
    return None


def may_be_sole(piece: Piece) -> bool:
    """The claim has a word that only one can be said to be."""
    return _SOLE.search(fold(piece.text)) is not None


def soles(piece: Piece) -> Iterator[Sole]:
    """The readings of a claim as one of the most, the first, the last or the only of its kind."""
    text = fold(piece.alone)
    for use, pattern, asks in _forms():
        match = pattern.fullmatch(text)
        if match is None:
            continue
        parts = {key: (part or "").strip(_ENDS) for key, part in match.groupdict().items()}
        if parts["x"]:
            yield Sole(parts["x"], asks.format(**parts), use == "only")


@lru_cache(maxsize=1)
def _forms() -> list[tuple[str, re.Pattern[str], str]]:
    return [(use, re.compile(pattern), asks) for use, pattern, asks in load_table("sole_claims")]


def _name(draft: Draft) -> str:
    """What the answer names, without its figure; "" where it names nothing."""
    if draft.status != "answered" or draft.kind not in _ANSWERS:
        return ""
    said = compact(_ASIDE.sub("", draft.answer).partition("，")[0])
    return said if len(said) <= _LONGEST else ""


def _is(claimed: str, told: str) -> bool:
    mine = _OURS.sub("", compact(claimed))
    if mine in told or told in mine:
        return True
    return explained(claimed, told).score >= _SAME or explained(told, mine).score >= _SAME


def _prints(name: str, ground: Ground) -> bool:
    """The bulletins know the name, so that another one is told instead of it."""
    return any(explained(name, e.own).score >= _SAME for e in ground.pool)
