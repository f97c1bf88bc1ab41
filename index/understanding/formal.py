"""Formal and old forms of asking, said plainly: 由何人主持 → 谁主持, 长度几何 → 有多长, 总投资居首位 → 总投资最多."""

from __future__ import annotations

from functools import lru_cache

from index.language.lexicon import load_table
from index.language.patterns import Rewrites

_MOST = 800  # a longer text is no question in a formal manner


@lru_cache(maxsize=1)
def _forms() -> Rewrites:
    return Rewrites(load_table("formal"))


def plainly(text: str) -> str:
    """A folded question as it would be asked plainly; each form is looked for once, in the lexicon's order."""
    if len(text) > _MOST:
        return text
    return _forms().of(text, lambda _, old, new: new.rstrip("?。 ") or new)
