"""An answer that rests on a doubtful figure says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.records import Answer, Flag, Span
from index.storage import View

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_NUMERIC = frozenset(("count_mismatch", "sum_mismatch", "unit_suspicious", "year_conflict", "source_conflict"))
_NOTE = "原文照录，但存疑：{message}"


def with_doubts(answer: Answer, view: View) -> Answer:
    """The answer; where what it cites is flagged and the flag speaks of one of its figures, with that in detail."""
    if answer.status not in ("answered", "corrected") or answer.pinned:
        return answer
    figures = set(_FIGURE.findall(answer.answer))
    notes: dict[str, None] = {}
    for article in dict.fromkeys(source.article for source in answer.sources) if figures else ():
        cited = [span for source in answer.sources if source.article == article for span in source.spans]
        for found in view.flags([article]):
            if _speaks_of(found.value, cited, figures):
                notes[_NOTE.format(message=found.value.message)] = None
    if not notes:
        return answer
    said = next(iter(notes))
    return replace(answer, detail=f"{answer.detail}{said}" if answer.detail else said)


def _speaks_of(flag: Flag, cited: Sequence[Span], figures: set[str]) -> bool:
    near = any(a < d and c < b for a, b in flag.spans for c, d in cited)
    return flag.kind in _NUMERIC and near and bool(figures & set(_FIGURE.findall(flag.message)))
