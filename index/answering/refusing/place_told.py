"""Where something is or is done: a sentence that tells no place, or the place of something else, is no answer."""

from __future__ import annotations

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.refusing.told_at import VALUE, quoted
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_STRONG = 1.0
_ASKS_WHERE = load_pattern("answering.place_told.asks_where")
_LOCATED = load_pattern("answering.place_told.located")
_ASKS_WHERE_DONE = load_pattern("answering.place_told.asks_where_done")
_PAPERS = load_pattern("answering.place_told.papers")


def tells_no_place(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """True for 开放了3个消防站供市民参观, where they are asked to be found; and for where another thing is done."""
    if not _ASKS_WHERE.search(query.text) and not _ASKS_WHERE_DONE.search(query.text):
        return False
    if len(draft.answer) > VALUE and not _LOCATED.search(draft.answer):
        return True
    return bool(_ASKS_WHERE_DONE.search(query.text)) and _only_brought_along(query, knowledge, draft)


def _only_brought_along(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """就业登记证在哪办 of 到窗口申请，需要提交身份证、就业登记证: it is one of the papers that are to be shown."""
    said = [compact(one) for one in quoted(knowledge, draft)]
    names = [t.text for t in query.terms if t.weight >= _STRONG and len(t.text) > 2]
    printed = [(name, one) for name in names for one in said if name in one]
    return bool(printed) and all(
        any(name in match[0] for match in _PAPERS.finditer(one)) and name not in _PAPERS.sub("", one)
        for name, one in printed
    )
