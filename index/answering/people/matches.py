"""A match with its score: 女篮决赛谁赢了几比几, by 女子组决赛甲队52比49胜乙队; and who came third beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.placings import placings
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import end_of
from index.language.scripts import fold
from index.understanding.query import Query

_PLAYED = load_pattern("answering.matches.played")
_LOSES = load_pattern("answering.matches.loses")
_ASKS_SCORE = load_pattern("answering.matches.asks_score")
_ASKS_BEATEN = load_pattern("answering.matches.asks_beaten")
_ASKS_LOSER = load_pattern("answering.matches.asks_loser")
_ASKS_WINNER = load_pattern("answering.matches.asks_winner")
_ASKS_THIRD = load_pattern("answering.matches.asks_third")
_ASKS_WHO = load_pattern("answering.matches.asks_who")
_GROUP = load_pattern("answering.matches.group")
_SPORT = load_pattern("answering.matches.sport")
_ASKED = load_pattern("answering.matches.asked")
_THIRD = load_pattern("answering.matches.third")
_FINAL = load_pattern("answering.matches.final")
_MARKS = "；;。"
_STRONG, _NAMED = 0.5, 0.75


@dataclass(frozen=True, slots=True)
class _Match:
    """One printed match: its words, who won and lost, and where its part of the sentence begins and ends."""

    said: str
    winner: str
    loser: str
    low: int
    high: int
    evidence: Evidence


def of_match(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The score, the winner, the loser or the third of the asked match; None where no single one is the asked one."""
    text = fold(query.text)
    score, loser = _ASKS_SCORE.search(text), _ASKS_LOSER.search(text)
    third = _ASKS_THIRD.search(text)
    placed = _ASKS_WHO.search(text) and (loser or third or _ASKS_WINNER.search(text))
    if not (score or placed) or query.kind in ("money", "count", "date"):
        return None
    if third and (won := _third(query, pool)) is not None:
        return won
    found = {one.said: one for evidence in pool for one in _matches(evidence) if _is_asked(query, one, not score)}
    if len(found) != 1:
        return None
    (one,) = found.values()
    if _ASKS_BEATEN.search(text) and one.said.startswith(one.loser) and one.winner not in text:
        return None  # 女篮赢了谁: its one match was lost
    said = one.said if score else one.loser if loser else one.winner
    if third:
        part = one.evidence.text[one.low : one.high]
        said = next((held.name for held in placings(part) if held.place == 3 and not held.last), "")
    if not said:
        return None
    detail = None if score or third else f"{one.said}。"
    return Draft("answered", "text", said, (one.evidence.proof,), detail=detail, accounted=True, held=True)


def _third(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The winner of the match for the third place, where one is printed."""
    played = {one.said: one for evidence in pool for one in _matches(evidence)}
    found = [one for one in played.values() if (held := _stage(one)) and _THIRD.search(held)]
    found = [one for one in found if _is_asked(query, one, False, third=True)]
    if len(found) != 1:
        return None
    proof, detail = found[0].evidence.proof, f"{found[0].said}。"
    return Draft("answered", "text", found[0].winner, (proof,), detail=detail, accounted=True, held=True)


def _stage(one: _Match) -> str:
    """三四名决赛 in front of a match, the nearest stage that is named; ""."""
    text = fold(one.evidence.text)
    named = list(_FINAL.finditer(text, 0, text.find(one.said)))
    return named[-1][0] if named else ""


def _matches(evidence: Evidence) -> Iterator[_Match]:
    text = fold(evidence.text)
    played = list(_PLAYED.finditer(text))
    for number, match in enumerate(played):
        ended = played[number - 1].end() if number else 0
        begins = played[number + 1].start() if number + 1 < len(played) else len(text)
        low = max(ended, *(text.rfind(mark, 0, match.start()) + 1 for mark in _MARKS))
        high = end_of(text, match.end(), _MARKS)
        high = max(match.end(), _own_end(text, match.end(), min(high, begins)))
        first, second = match["first"], match["second"]
        winner, loser = (second, first) if _LOSES.search(match["verb"]) else (first, second)
        yield _Match(match[0], winner, loser, low, high, evidence)


def _own_end(text: str, start: int, end: int) -> int:
    """Where the next match's group is named: 男子组甲队胜乙队，女子组丙队胜丁队."""
    other = _GROUP.search(text, start, end)
    return other.start() if other is not None else end


def _is_asked(query: Query, one: _Match, place: bool, *, third: bool = False) -> bool:
    """Of the asked group, sport and stage; a place is told by a final alone."""
    text = fold(query.text)
    part = fold(one.evidence.text)[one.low : one.high]
    around = part + fold(one.evidence.own) + one.evidence.before + one.evidence.head + one.evidence.heading
    groups = {match[0] for match in _GROUP.finditer(part)}
    if (asked := {match[0] for match in _GROUP.finditer(text)}) and asked != groups:
        return False
    rest = _ASKED.sub("，", text)
    if any(t.text in rest and explained(t.text, around).score < _NAMED for t in query.terms if t.weight >= _STRONG):
        return False  # 马拉松男子组冠军: another contest
    sport = _SPORT.search(text)
    if sport is not None and sport[0] not in around:
        return False
    stage = _FINAL.search(text)
    if stage is not None or place:
        held = _FINAL.search(part) or _FINAL.search(around)
        if held is None or held[0].lstrip("总") != (stage[0].lstrip("总") if stage is not None else "决赛"):
            return False
    return third or bool(asked or sport or stage or one.winner in text or one.loser in text)
