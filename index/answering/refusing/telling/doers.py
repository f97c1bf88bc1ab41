"""Is it they who did it? 乙提了什么要求 of 甲现场督办，乙参加 asks for words that nobody printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.answering.evidence.explain import explained
from index.answering.refusing.telling.spots import Spot
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS_SPEECH = load_pattern("answering.doers.asks_speech")
_SPEAKS = load_pattern("answering.doers.speaks")
_WHO_DID = load_pattern("answering.doers.who_did")
_NO_DEED = load_pattern("answering.doers.no_deed")
_TEAM = load_pattern("answering.doers.team")
_TOLD = 0.5  # how well a deed must stand with its doer
_WON = load_pattern("answering.doers.won")
_WINS = load_pattern("answering.doers.wins")
_SAME_PART = 60  # letters from a name to what its bearer says
_SAME_CLAUSE = 14
_PRONOUN = load_pattern("answering.doers.pronoun")


def of_another_speaker(query: Query, spot: Spot) -> bool:
    """What somebody said or demanded is asked, and they are only named beside another's words."""
    if not _ASKS_SPEECH.search(query.text):
        return False
    if _PRONOUN.match(spot.text) and _SPEAKS.search(spot.text[:_SAME_PART]):
        return False  # 他强调，…: behind a sentence that names them
    near = compact(spot.near + spot.text[spot.end : spot.high])
    names = [link.name for link in query.links if link.kind == "person" and link.name in near]
    return bool(names) and not any(_says(name, near) for name in names)


def _says(name: str, text: str) -> bool:
    behind = (re.split("[。；;]", text[match.end() :])[0] for match in re.finditer(re.escape(name), text))
    return any(_SPEAKS.search(one[:_SAME_PART]) for one in behind)


def does_something_else(query: Query, spot: Spot) -> bool:
    """谁教的: of 教育局副局长某某介绍，托管教师…… no word tells who taught anything."""
    asked = _WHO_DID.search(query.text) if query.kind == "person" else None
    if asked is None:
        return False
    around = _NO_DEED.sub("", compact(spot.around))
    return explained(asked["deed"] or asked["by"], around).score < _TOLD


def of_another_winner(query: Query, spot: Spot) -> bool:
    """甲队夺冠以后 is said of one of two, of whom the other has won."""
    near = compact(spot.near + spot.text[spot.end :])
    for name in _winners(query):
        ends = [match.end() for match in re.finditer(re.escape(name), near)]
        wins = [match.start() for match in _WINS.finditer(near)]
        if ends and wins and not any(
            0 <= win - end <= _SAME_CLAUSE and not set("，。；") & set(near[end:win]) for end in ends for win in wins
        ):
            return True
    return False


def _winners(query: Query) -> Iterator[str]:
    match = _WON.match(query.text)
    if match is not None:
        yield _TEAM.sub("", compact(match["who"]))
