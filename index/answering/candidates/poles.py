"""A day or an hour of the opposite: 末班20：10 for 首班, 自5日起封闭 for 恢复通行, 封顶 for 启用."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_table
from index.records import Fact
from index.understanding.query import Query

_FITS, _OTHER = 0.35, -0.5
_EDGE = re.compile(r"[，；。,;（）()\s\u3000]")
_NEXT = re.compile(r"[，；。,;（）()\s\u3000、]|\d")
_LABEL = 6  # code points between a label and its value: 首班时间为


@dataclass(frozen=True, slots=True)
class _Poles:
    """Two events that rule each other out: what asks for each of them, and how each is printed."""

    asks: tuple[re.Pattern[str], re.Pattern[str]]
    says: tuple[re.Pattern[str], re.Pattern[str]]


@lru_cache(maxsize=1)
def _all() -> tuple[_Poles, ...]:
    rows = [tuple(map(re.compile, row[1:5])) for row in load_table("event_poles")]
    return tuple(_Poles((row[0], row[2]), (row[1], row[3])) for row in rows)


def of_asked_pole(query: Query, evidence: Evidence, fact: Fact) -> float:
    """More for a day or an hour that is told of the asked event, less for one that is told of its opposite."""
    score = 0.0
    for poles in _all():
        asked = [bool(one.search(query.text)) for one in poles.asks]
        if asked[0] == asked[1]:
            continue
        told = _told(poles, evidence.text, fact)
        if told is not None:
            score += _FITS if asked[told] else _OTHER
    return max(min(score, _FITS), _OTHER)


def _told(poles: _Poles, text: str, fact: Fact) -> int | None:
    """Of which of the two the value is told: by its label, by what follows, by its clause or the one before."""
    clauses = [0, *(match.end() for match in _EDGE.finditer(text, 0, fact.start))]
    before = text[clauses[-1] : fact.start]
    end = _NEXT.search(text, fact.end)
    after = text[fact.end : end.start() if end else len(text)]
    last = text[clauses[-2] : clauses[-1]] if len(clauses) > 1 else ""
    for said in (before[-_LABEL:], after, before, last):
        found = [max((match.end() for match in one.finditer(said)), default=-1) for one in poles.says]
        if found[0] != found[1]:
            return int(found[1] > found[0])
    return None
