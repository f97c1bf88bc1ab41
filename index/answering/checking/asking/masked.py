"""A claim put as a question: its value is left out and asked for, and the answer is held against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.checking.ground import Ground
from index.answering.checking.holding.binding import accounted, binds
from index.answering.checking.holding.contrasts import counts_another, of_any_round, plausible, strays, undone
from index.answering.checking.reading.pieces import Piece
from index.answering.checking.reading.said_values import (
    Value,
    comparable,
    direction_at,
    rounds_to,
    same,
    values_in,
    year_of,
)
from index.answering.checking.reading.terms import may_confirm, may_refute, terms_of
from index.answering.checking.reading.wordings import Word
from index.answering.evidence.draft import Draft
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import fold

_PAUSE = re.compile(r"[，,、；;：:]")
_LONGEST = 40  # code points of an answer that is a value
_ASKS = {"date": "什么时候", "clock": "几点", "award": "什么奖"}
_UP, _DOWN = "增长", "下降"
_ROUGH = load_pattern("answering.masked.rough")
_SHARE = load_pattern("answering.masked.share")
_RATE = load_pattern("answering.masked.rate")
_AGAINST = load_pattern("answering.masked.against")
_ROUGH_BEHIND = load_pattern("answering.masked.rough_behind")
_FILLERS = load_pattern("answering.masked.fillers")


@dataclass(frozen=True, slots=True)
class Reply:
    """What the answer to a claim without its value tells.

    Attributes:
        right: it is the claimed value. told: the values of the answer, as the sentence prints them where it does.
        computed: the sentence does not print it. kind: of the answer.
    """

    right: bool
    evidence: Evidence
    told: tuple[Value, ...]
    computed: bool
    kind: str


def replied(value: Value, piece: Piece, ground: Ground) -> Reply | None:
    """The first answer to the claim without ``value`` that is a value of its sort."""
    for question in dict.fromkeys(_questions(value, piece)):
        reply = _reply(ground.ask(question), value, ground)
        if reply is not None:
            return reply
    return None


def _reply(draft: Draft, value: Value, ground: Ground) -> Reply | None:
    if draft.status != "answered" or len(draft.answer) > _LONGEST:
        return None
    evidence = ground.proving(draft)
    if evidence is None:
        return None
    year = year_of(evidence.page.article)
    answered = [v for v in values_in(fold(draft.answer), year) if comparable(value, v)]
    printed = [v for v in values_in(fold(evidence.text), year) if comparable(value, v)]
    held = [v for v in printed if any(v.number == one.number and v.unit == one.unit for one in answered)]
    told = held or answered
    if not told:
        return None
    computed = not held
    right = any(same(value, one, year) or (computed and _comes_to(value, one)) for one in told)
    return Reply(right, evidence, tuple(told), computed, draft.kind)


def _comes_to(value: Value, computed: Value) -> bool:
    if isinstance(computed.number, tuple) or value.sign * computed.sign < 0:
        return False
    return computed.sort == value.sort and rounds_to(value, computed.number)


def confirms(reply: Reply, value: Value, piece: Piece, words: Sequence[Word]) -> bool:
    """Nothing speaks against the answer being told of what the claim is about."""
    if not reply.right:
        return False
    claim, text = fold(piece.text), fold(reply.evidence.text)
    if undone(claim, text):
        return False
    if reply.computed:
        return True
    year = year_of(reply.evidence.page.article)
    said = terms_of(claim, value, year)
    right = [v for v in reply.told if same(value, v, year) and v.text == text[v.start : v.end]]
    if right and all(counts_another(value, v, claim, text) for v in right):
        return False
    if said.sums and reply.kind != "sum" and right and not any(_in_all(text, v, year) for v in right):
        return False
    if right and not any(may_confirm(said, terms_of(text, v, year)) for v in right):
        return False
    return not all(strays(piece, words, (v.start, v.end), reply.evidence) for v in right) if right else True


def _in_all(text: str, value: Value, year: int | None) -> bool:
    terms = terms_of(text, value, year)
    return terms.total or terms.everywhere


def refutes(reply: Reply, value: Value, piece: Piece, words: Sequence[Word]) -> bool:
    """The answer is what is right instead of the claimed value."""
    if reply.right or len(reply.told) > 1:
        return False
    evidence, told = reply.evidence, reply.told[0]
    year = year_of(evidence.page.article)
    claim, text = fold(piece.text), fold(evidence.text)
    if told.number == value.number and told.sign * value.sign < 0:
        return not strays(piece, words, (told.start, told.end), evidence)
    if told.approximate and any(same(value, one, year) for one in values_in(text, year)):
        return False
    said = terms_of(claim, value, year)
    if reply.computed and said.denied:
        return False
    if not reply.computed:
        printed = terms_of(text, told, year)
        if told.text == text[told.start : told.end] and not may_refute(said, printed, value, year):
            return False
    if not _may_differ(value, piece, told, evidence) or counts_another(value, told, claim, text):
        return False
    if strays(piece, words, (told.start, told.end), evidence) or not accounted(words, evidence, wholly=True):
        return False
    return binds(told, words, evidence)


def _may_differ(value: Value, piece: Piece, told: Value, evidence: Evidence) -> bool:
    """What the answer tells may be what is right instead of the claimed value."""
    text = fold(evidence.text)
    if value.sort == "place" and told.text not in text:
        return False
    return not (
        qualifies(value, piece) or of_any_round(piece, evidence) or not plausible(value, told, fold(piece.text), text)
    )


def qualifies(value: Value, piece: Piece) -> bool:
    """58个 of 58个新开工项目开工率93.1% only says of which the rate is told."""
    others = [v for v in values_in(fold(piece.text)) if v.is_figure and not v.names and v.start >= value.end]
    return value.is_figure and any(not _PAUSE.search(piece.text, value.end, v.start) for v in others)


def _questions(value: Value, piece: Piece) -> Iterator[str]:
    """The claim with a question word in the place of its value; behind it the same in plainer words."""
    text = fold(piece.text)
    front = piece.alone[: len(piece.alone) - len(piece.text)]
    asked, low, high = _gap(value, text)
    yield f"{front}{_plain(text[:low])}{asked}{_plain(text[high:])}？"
    start, end = _stretch(value, text)
    if (start, end) != (0, len(text)):
        own = text[start:low].lstrip("，,、；;和及")
        yield f"{front}{_plain(own)}{asked}{_plain(text[high:end])}？"
    if value.sort == "percent" and _SHARE.search(text[:low]):
        yield f"{front}{_plain(text[:low])}{'是多少' if _RATE.search(text[:low]) else '百分之几'}？"
    way = direction_at(text, value.start)
    if value.sign and way is not None:
        turned = _DOWN if value.sign > 0 else _UP
        yield f"{front}{_plain(text[: way[0]])}{turned}{asked}{_plain(text[high:])}？"
        if against := _AGAINST.search(text[: way[0]]):
            yield f"{front}{_plain(text[: against.start()])}{_UP if value.sign > 0 else _DOWN}{asked}？"
            yield f"{front}{_plain(text[: against.start()])}{turned}{asked}？"


def _gap(value: Value, text: str) -> tuple[str, int, int]:
    """The question word, and the stretch that it stands for: the value with what says how exact it is."""
    unit = "" if value.sort == "bare" else value.unit
    asked = _ASKS.get(value.sort) or (f"第几{unit}" if value.sort == "place" else f"多少{unit}")
    low, high = value.start, value.end
    if value.within is not None:
        before, after = _ROUGH.search(text[:low]), _ROUGH_BEHIND.match(text[high:])
        low = before.start() if before else low
        high += after.end() if after else 0
    return asked, low, high


def _stretch(value: Value, text: str) -> tuple[int, int]:
    """The part of a claim that tells of one of several values."""
    others = [v for v in values_in(text) if v.is_figure and not v.names and v != value]
    behind = [v for v in others if v.start >= value.end]
    pause = _PAUSE.search(text, value.end, behind[0].start) if behind else None
    return 0, pause.start() if pause else len(text)


def _plain(text: str) -> str:
    """Without what only colours a statement: 一口气, 就, 足足."""
    return _FILLERS.sub("", text)
