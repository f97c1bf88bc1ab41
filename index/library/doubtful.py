"""An answer that rests on a doubtful figure says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.answering import texts
from index.catalogue.conflicts import of_batches
from index.records import Answer, Batch, Flag, Span
from index.storage import View

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_NUMERIC = frozenset(("count_mismatch", "sum_mismatch", "unit_suspicious", "year_conflict", "source_conflict"))
_STATED = re.compile(r"(?:写明|印为)[^\d，]*(\d+(?:\.\d+)?)")  # the figure itself, not one that it is compared with
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
        notes = dict.fromkeys(_disagreeing(answer, view, figures))
    if not notes:
        return answer
    said = max(notes, key=lambda note: bool(figures & set(_STATED.findall(note))))
    return replace(answer, detail=f"{answer.detail}{said}" if answer.detail else said)


def _disagreeing(answer: Answer, view: View, figures: set[str]) -> Iterator[str]:
    """Both figures with their dates where bulletins state the batch that is cited differently."""
    for article in dict.fromkeys(source.article for source in answer.sources) if figures else ():
        cited = [span for source in answer.sources if source.article == article for span in source.spans]
        for found in view.batches(articles=[article]):
            if any(a < d and c < b for a, b in found.value.evidence for c, d in cited):
                yield from _versions(found.value, view, figures)


def _versions(batch: Batch, view: View, figures: set[str]) -> Iterator[str]:
    if batch.programme is None or batch.period is None:
        return
    same = view.batches(
        period=batch.period, stage=batch.stage, programme=batch.programme, district=batch.district
    )
    if len({one.article for one in same}) < 2:
        return
    dated = [(view.article(one.article).date, one) for one in same if one.value.category == batch.category]
    for conflict in of_batches(dated):
        if any(figures & set(_FIGURE.findall(version.value)) for version in conflict.versions):
            said = (texts.VERSION.format(date=texts.day(v.date), value=v.value) for v in conflict.versions)
            yield texts.CONFLICT.format(versions="，".join(said))


def _speaks_of(flag: Flag, cited: Sequence[Span], figures: set[str]) -> bool:
    near = any(a < d and c < b for a, b in flag.spans for c, d in cited)
    return flag.kind in _NUMERIC and near and bool(figures & set(_FIGURE.findall(flag.message)))
