"""哪个镇获评“一般”: 1家获评“一般” counts those that did and names none of them."""

from __future__ import annotations

import re

from index.answering.evidence.draft import Draft
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS_NAME = load_pattern("answering.only_counted.asks_name")
_COUNTED = load_pattern("answering.only_counted.counted")
_QUOTED = re.compile(r"[“\"]([^“”\"]{1,6})[”\"]")
_CLAUSE = re.compile(r"[^，。；,;]+")


def only_counted(query: Query, draft: Draft) -> bool:
    """The asked mark stands in clauses of the answer that only say how many got it, or which marks there are."""
    if not _ASKS_NAME.search(query.text):
        return False
    clauses = [match[0] for match in _CLAUSE.finditer(draft.answer)]
    for mark in {one for one in _QUOTED.findall(draft.answer) if one in query.text}:
        told = [clause for clause in clauses if _QUOTED.findall(clause) == [mark]]
        if told and all(_COUNTED.match(clause) for clause in told):
            return True
    return False
