"""哪个项目, 叫什么名字: does a sentence that is to answer hold a name of the sort, or does it only count them?"""

from __future__ import annotations

import re

from index.answering.evidence.draft import Draft
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query

_NAMES_OF = load_pattern("answering.names_asked.names_of")
_WHICH = load_pattern("answering.names_asked.which")
_COUNTED = load_pattern("answering.names_asked.counted")
_NAMELESS = load_pattern("answering.names_asked.nameless")
_CLAUSES = re.compile(r"[，。；,;]")
_NEW = 2  # letters of a name that the question has not got
_NTH = load_pattern("answering.names_asked.nth")


def names_asked_one(query: Query, draft: Draft) -> bool:
    """False where 那两个项目叫什么 is answered by 因两个项目滞后作检讨, or 第15个是哪个 by the sixteenth."""
    said = compact(fold(draft.answer))
    if draft.kind != "text" or not _CLAUSES.search(said):
        return True
    asked = _NAMES_OF.search(query.text) or _WHICH.search(query.text)
    if asked is None:
        return True
    if _another_nth(query.text, said):
        return False
    noun = asked["noun"]
    known = set(compact(query.text))
    return any(
        len(set(name["name"]) - known) >= _NEW
        for name in re.finditer(rf"(?P<name>[\u4e00-\u9fffA-Za-z0-9（）“”·]{{2,24}}?){noun}", said)
        if not _NAMELESS.search(name["name"]) and not _COUNTED.match(said, name.end())
    )


def _another_nth(asked: str, said: str) -> bool:
    """第15个 is asked for, and 第16个 alone is told of."""
    wanted = {m["n"] + m["unit"] for m in _NTH.finditer(fold(asked))}
    told = {m["n"] + m["unit"] for m in _NTH.finditer(said)}
    units = {one[-1] for one in wanted} & {one[-1] for one in told}
    return bool(units) and not wanted & told
