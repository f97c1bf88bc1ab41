"""Clauses that tell why somebody asks and nothing of what is asked for: 核对一下, 写稿要用, 我想去打工."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table
from index.understanding.requests import as_question
from index.understanding.splitting import asks, clauses

_IS_IT_SO = load_pattern("understanding.asides.is_it_so")
_MARKS = "，,：:；;。！!？? "
_BRACKETED = re.compile(r"[（(]([^（）()]+)[)）]")
_CONTENT = 2  # letters that the rest must have besides its question word


@lru_cache(maxsize=1)
def _asides() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((where, re.compile(pattern)) for where, pattern in load_table("asides"))


def without_asides(text: str) -> str:
    """A folded question without such clauses; as it is where nothing that asks would remain."""
    return as_question(_without_reasons(text))


def _without_reasons(text: str) -> str:
    text = _BRACKETED.sub(lambda one: "" if _is_aside(one[1], 1, 3) else one[0], text)  # （保留一位小数）
    found = clauses(text)
    if len(found) < 2:
        return text
    kept = [one for number, one in enumerate(found) if not _is_aside(one[0], number, len(found))]
    if len(kept) == len(found) or not any(_asks(one[0]) for one in kept):
        return text
    for one in reversed([one for one in found if one not in kept]):
        before, after = text[: one.start()], text[one.end() :]
        text = before + after.lstrip(_MARKS) if after.strip(_MARKS) else before.rstrip(_MARKS)
    return text


def _asks(clause: str) -> bool:
    return len(clause) > _CONTENT and (asks(clause) or bool(_IS_IT_SO.search(clause)))


def _is_aside(clause: str, number: int, count: int) -> bool:
    place = "first" if number == 0 else "last" if number == count - 1 else "any"
    return any(where in ("any", place) and pattern.fullmatch(clause) for where, pattern in _asides())
