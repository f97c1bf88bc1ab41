"""An answer that rests on a doubtful figure says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from index.answering.evidence import texts
from index.catalogue.conflicts import Conflict, of_batches
from index.records import Answer, Batch, Flag, Span
from index.storage import View

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_NUMERIC = frozenset(("count_mismatch", "sum_mismatch", "unit_suspicious", "year_conflict", "source_conflict"))
_STATED = re.compile(r"(?:写明|印为)[^\d，]*(\d+(?:\.\d+)?)")  # the figure itself, not one that it is compared with
_KEPT = 512  # articles, and batches, of which it is kept what is doubtful about them
_NOTE = "原文照录，但存疑：{message}"


class Doubts:
    """What bulletins of one generation leave doubtful, read once for each article; threads may share it."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._flags = lru_cache(maxsize=_KEPT)(self._flags_of)
        self._batches = lru_cache(maxsize=_KEPT)(self._batches_of)
        self._versions = lru_cache(maxsize=_KEPT)(self._versions_of)

    def added_to(self, answer: Answer) -> Answer:
        """The answer; where what it cites is flagged and the flag speaks of one of its figures, with that in detail."""
        if answer.status != "answered" or answer.pinned:
            return answer
        figures = set(_FIGURE.findall(answer.answer))
        notes: dict[str, None] = {}
        for article in dict.fromkeys(source.article for source in answer.sources) if figures else ():
            cited = [span for source in answer.sources if source.article == article for span in source.spans]
            for flag in self._flags(article):
                if _speaks_of(flag, cited, figures):
                    notes[_NOTE.format(message=flag.message)] = None
        if not notes:
            notes = dict.fromkeys(self._disagreeing(answer, figures))
        if not notes:
            return answer
        said = max(notes, key=lambda note: bool(figures & set(_STATED.findall(note))))
        return replace(answer, detail=f"{answer.detail}{said}" if answer.detail else said)

    def _disagreeing(self, answer: Answer, figures: set[str]) -> Iterator[str]:
        """Both figures with their dates where bulletins state the batch that is cited differently."""
        for article in dict.fromkeys(source.article for source in answer.sources) if figures else ():
            cited = [span for source in answer.sources if source.article == article for span in source.spans]
            for batch in self._batches(article):
                if any(a < d and c < b for a, b in batch.evidence for c, d in cited):
                    yield from self._told(batch, figures)

    def _told(self, batch: Batch, figures: set[str]) -> Iterator[str]:
        if batch.programme is None or batch.period is None:
            return
        for conflict in self._versions(
            batch.period, batch.stage, batch.programme, batch.district, batch.category
        ):
            if any(figures & set(_FIGURE.findall(version.value)) for version in conflict.versions):
                said = (texts.VERSION.format(date=texts.day(v.date), value=v.value) for v in conflict.versions)
                yield texts.CONFLICT.format(versions="，".join(said))

    def _flags_of(self, article: str) -> tuple[Flag, ...]:
        return tuple(found.value for found in self._view.flags([article]) if found.value.kind in _NUMERIC)

    def _batches_of(self, article: str) -> tuple[Batch, ...]:
        return tuple(found.value for found in self._view.batches(articles=[article]))

    def _versions_of(
        self, period: int | str, stage: str | None, programme: str, district: str | None, category: str | None
    ) -> tuple[Conflict, ...]:
        view = self._view
        same = view.batches(period=period, stage=stage, programme=programme, district=district)
        if len({one.article for one in same}) < 2:
            return ()
        dated = [(view.article(one.article).date, one) for one in same if one.value.category == category]
        return tuple(of_batches(dated))


def _speaks_of(flag: Flag, cited: Sequence[Span], figures: set[str]) -> bool:
    near = any(a < d and c < b for a, b in flag.spans for c, d in cited)
    return near and bool(figures & set(_FIGURE.findall(flag.message)))
