"""A question as it is spoken, with the asking words and turns of a region → the same in the standard language."""

from __future__ import annotations

from functools import lru_cache

from index.language.lexicon import load_pattern, load_table
from index.language.patterns import Rewrites

_ASKING = load_pattern("understanding.speech.asking")
_ALONE = "alone"  # a rule that holds only where nothing else asks: 好长 is how long, or very long


@lru_cache(maxsize=1)
def _forms() -> tuple[Rewrites, tuple[bool, ...]]:
    rows = load_table("speech")
    return Rewrites(rows), tuple(_ALONE in row[2:] for row in rows)


def plain(text: str) -> str:
    """A folded question in the standard language: 有好长 → 有多长, 开工了冇 → 开工了没有, 头一拨 → 首批."""
    rewrites, alone = _forms()
    return rewrites.of(text, lambda number, old, new: old if alone[number] and _ASKING.search(old) else new)
