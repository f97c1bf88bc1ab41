"""Does the answer name what is asked for? 合作社已 is a scrap, a sentence without any place tells nobody's place."""

from __future__ import annotations

import re

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.refusing.telling.spots import Spot
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query

_TORN = load_pattern("answering.namings.torn")
_PLACE = load_pattern("answering.namings.place")
_PARTS = re.compile(r"[；;。]")
_PIECES = re.compile(r"[、\n]")
_SENTENCE = 24  # letters from which an answer is a sentence
_SAID = 0.75


def names_nothing(query: Query, draft: Draft, told: list[Spot]) -> bool:
    """True for a torn list, a number cut in two, a place in a row that is told of another."""
    return _is_torn(draft) or (not draft.detail and _is_cut(told)) or _has_no_place(query, draft)


def _is_torn(draft: Draft) -> bool:
    """合作社已、兰州的: pieces that end within a phrase; a person may be called 庆和."""
    pieces = [piece for piece in _PIECES.split(draft.answer) if piece not in draft.people]
    return draft.kind == "list" and any(_TORN.search(piece) for piece in pieces)


def _is_cut(told: list[Spot]) -> bool:
    """000米 of 5000米."""
    return bool(told) and all(
        spot.text[spot.start : spot.start + 1].isdigit() and spot.text[max(spot.start - 1, 0) : spot.start].isdigit()
        for spot in told
    )


def _has_no_place(query: Query, draft: Draft) -> bool:
    """工业排第几: of 生产总值居第四；工业增长8.4% the part that tells of it names no place."""
    if query.kind != "rank" or len(draft.answer) < _SENTENCE:
        return False
    told = (term.text for term in query.terms if term.weight >= 1.0 and len(term.text) > 1)
    words = [word for word in told if not word[0].isdigit()]  # no month, no year
    parts = [compact(part) for part in _PARTS.split(fold(draft.answer)) if part]
    named = [sum(explained(word, part).score >= _SAID for word in words) for part in parts]
    most = max(named, default=0)
    return not any(_PLACE.search(part) for part, count in zip(parts, named, strict=True) if count == most)
