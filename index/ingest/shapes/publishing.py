"""What a bulletin says of itself: who publishes and edits it, its number, its day, how it is reached."""

from __future__ import annotations

import re
from functools import lru_cache

from index.ingest.shapes.looks import FULL_DATE
from index.language.lexicon import load_pattern, load_table, load_words

_LONGEST = 70  # code points
_PIECES = load_pattern("ingest.publishing.pieces")
_ISSUE = load_pattern("ingest.publishing.issue")
_DAY = load_pattern("ingest.publishing.day")
_NAME = re.compile(r"[\u4e00-\u9fff、/]{1,14}")
_REACH = r"[\w.\-]+@[\w.\-]+|[\d\-—－]{5,16}|(?:https?://|www\.)\S+"


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """(a role alone or with names behind a colon, offices with their role, a role with an address)."""
    rows = load_table("publishing")
    before = "|".join(sorted((word for word, place in rows if place != "behind"), key=len, reverse=True))
    behind = "|".join(sorted((word for word, place in rows if place != "before"), key=len, reverse=True))
    return (
        re.compile(rf"(?:{before})(?:[:：/]?|[:：/][^，。；！？：:]{{2,24}})"),
        re.compile(rf"(?:[^，。；！？：:\d]{{4,40}})?(?:{behind})"),
        re.compile(rf"(?:{before})[:：]?(?:{_REACH})"),
    )


def names_publishers(text: str) -> bool:
    """True for a line of nothing but roles with their names, publishing offices, the number and the day of an issue."""
    if len(text) > _LONGEST or re.search(r"[。；！？]", text):
        return False
    told, strange, named = 0, 0, False
    for piece in _PIECES.split(text.strip()):
        by, of, reached = (word.fullmatch(piece) for word in _words())
        if by or of or reached:
            told += 1
        elif not (is_issue(piece) or FULL_DATE.fullmatch(piece) or (named and _NAME.fullmatch(piece))):
            strange += 1
            if not _NAME.fullmatch(piece):
                return False
        named = bool(by) or (named and bool(_NAME.fullmatch(piece)))
    return told > 0 and strange <= told + 1


@lru_cache(maxsize=1)
def newsrooms() -> frozenset[str]:
    """How the names of newsrooms, papers and accounts end."""
    return frozenset(end for end in load_words("agencies") if len(end) > 1)


def is_issue(text: str) -> bool:
    """True for the number or the day of an issue alone."""
    return bool(_ISSUE.fullmatch(text) or _DAY.fullmatch(text))
