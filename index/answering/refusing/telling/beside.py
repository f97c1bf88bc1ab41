"""What has to be printed beside an answer for what is asked: data/lexicons/told_beside.tsv, one row a sort of asking.

Where 上届 is asked, what the page tells of this one is no answer, however well all other words fit; nor is a plan
where it is asked what was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.draft import Draft
from index.answering.refusing.telling.spots import Spot
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import fold
from index.understanding.query import Query

_COMPARED = load_pattern("answering.beside.compared")
_FREE = ("definition", "compare", "difference", "lookup", "summary")  # there the words may be set against others


@dataclass(frozen=True, slots=True)
class _Row:
    asked: re.Pattern[str]
    where: str
    told: str

    def wanted(self, match: re.Match[str]) -> re.Pattern[str]:
        """What has to be told, with what the question named put in."""
        told = self.told
        for name, value in match.groupdict().items():
            if value is not None:
                told = told.replace(f"<{name.rstrip('2')}>", re.escape(value))
        return _compiled(told)


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    return tuple(_Row(re.compile(asked), where, told) for asked, where, told in load_table("told_beside"))


def lacks_beside(query: Query, draft: Draft, told: list[Spot]) -> bool:
    """True where no place that tells the answer has the words that what is asked calls for."""
    if query.kind in _FREE or "推算" in (draft.detail or ""):
        return False
    for row in _rows():
        match = row.asked.search(query.text)
        if match is not None and not any(row.wanted(match).search(one) for one in _looked_at(row, draft, told)):
            return True
    return False


def _looked_at(row: _Row, draft: Draft, told: list[Spot]) -> Iterator[str]:
    """The stretches of text that a row looks at, without what they are compared with (比上届高出)."""
    if row.where == "answer":
        yield fold(draft.answer)
    for spot in told if row.where != "answer" else ():
        stretch: str = getattr(spot, row.where)
        yield _COMPARED.sub("", stretch)
