"""Formal and old forms of asking, said plainly: 由何人主持 → 谁主持, 长度几何 → 有多长, 总投资居首位 → 总投资最多."""

from __future__ import annotations

from functools import lru_cache

from index.language.lexicon import load_table
from index.language.patterns import Patterns

_MOST = 800  # a longer text is no question in a formal manner


@lru_cache(maxsize=1)
def _forms() -> tuple[Patterns, tuple[str, ...]]:
    rows = load_table("formal")
    return Patterns(row[0] for row in rows), tuple(row[1] if len(row) > 1 else "" for row in rows)


def plainly(text: str) -> str:
    """A folded question as it would be asked plainly; each form is looked for once, in the lexicon's order."""
    if len(text) > _MOST:
        return text
    patterns, plain = _forms()
    waiting = patterns.possible(text)
    while waiting:
        number = waiting.pop(0)
        written = patterns.compiled[number].sub(plain[number], text)
        if written != text:
            text = written.rstrip("?。 ") or written
            waiting = patterns.possible(text, number + 1)
    return text
