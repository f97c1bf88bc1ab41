"""还有门诊吗 where 门诊停诊 is printed: what has stopped is a no, however well its words fit."""

from __future__ import annotations

from dataclasses import replace

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query

_STILL = load_pattern("answering.stopped.still")
_STOPS = load_pattern("answering.stopped.stops")
_YES = ("是，", "有，", "能，", "可以，")
_STRONG, _SAID = 1.0, 0.75


def as_stopped(query: Query, draft: Draft) -> Draft:
    """The draft; a yes to 还有…吗 turned round where the clause that names it says that it stops."""
    yes = next((word for word in _YES if draft.answer.startswith(word)), None)
    if query.kind != "yesno" or yes is None or _STILL.search(query.text) is None:
        return draft
    said = fold(draft.answer.removeprefix(yes))
    named = [term for term in query.terms if term.weight >= _STRONG and not any(sign.isdigit() for sign in term.text)]
    for low, high in clause_spans(said):
        clause = compact(said[low:high])
        if _STOPS.search(clause) and any(explained(term.text, clause).score >= _SAID for term in named):
            no = "不能" if yes in ("能，", "可以，") else "没有"
            return replace(draft, answer=f"{no}，{draft.answer.removeprefix(yes)}")
    return draft
