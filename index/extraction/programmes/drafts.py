"""Rows and batches while an article is being read: they grow with every sentence about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.extraction.programmes.aliases import core_name
from index.extraction.programmes.cues import Context, is_range, is_window
from index.extraction.programmes.progress import Attributes
from index.records import Batch, ProjectRow, Span

WHOLE = ("合计", "累计", None)
"""Stages of a batch that is no part of its round."""


@dataclass(slots=True)
class BatchDraft:
    """A batch and where it was stated.

    Attributes:
        sentence, paragraph: numbers; -1 for a table.
        closed: its names come from a list that does not end in 等.
        headline: stated in a headline only. part: after 其中. mixed: its
            sentence states several stages, so that later sentences may be about any of them.
        rows: the rows that belong to it, in order.
    """

    batch: Batch
    sentence: int
    paragraph: int
    closed: bool = False
    headline: bool = False
    part: bool = False
    in_table: bool = False
    mixed: bool = False
    rows: list[RowDraft] = field(default_factory=list)


@dataclass(slots=True)
class RowDraft:
    """A project row with what was read about it; ``evidence`` in reading order."""

    name: str
    name_spans: tuple[Span, ...]
    context: Context
    ordinal: int | None = None
    attributes: Attributes = field(default_factory=Attributes)
    evidence: list[Span] = field(default_factory=list)
    in_table: bool = False
    batch: BatchDraft | None = None
    also: list[str] = field(default_factory=list)

    def finished(self, aliases: tuple[str, ...]) -> ProjectRow:
        """The row as a value."""
        known = self.attributes.fields
        here = self.context
        return ProjectRow(
            name=self.name,
            aliases=tuple(sorted({*aliases, *self.also} - {self.name}, key=lambda one: (-len(one), one))),
            programme=here.programme,
            period=here.period,
            stage=here.stage,
            district=here.district,
            ordinal=self.ordinal,
            place=known.get("place"),
            owner=known.get("owner"),
            builder=known.get("builder"),
            content=known.get("content"),
            purpose=known.get("purpose"),
            capacity=known.get("capacity"),
            area=known.get("area"),
            length=known.get("length"),
            mode=known.get("mode"),
            investments=tuple(self.attributes.investments),
            start=known.get("start"),
            end=known.get("end"),
            status=known.get("status"),
            modality=known.get("modality"),
            event_date=here.event_date,
            name_spans=self.name_spans,
            evidence=merged(self.evidence),
            details=tuple(self.attributes.details),
        )

    def absorb(self, other: RowDraft) -> None:
        """Take over what another mention of the same project says."""
        if other.ordinal is not None and self.ordinal is None and other.batch is not None and not other.in_table:
            self.also.append(self.name)
            self.name, self.name_spans = other.name, other.name_spans  # a list prints the name, a sentence uses it
        else:
            self.also.append(other.name)
        for name, value in other.attributes.fields.items():
            self.attributes.put(name, value)
        kinds = {one.kind for one in self.attributes.investments}
        for one in other.attributes.investments:
            if one.kind not in kinds:
                self.attributes.investments.append(one)
        for name, value in other.attributes.details:
            self.attributes.note(name, value)
        here, there = self.context, other.context
        self.context = there.with_(
            programme=here.programme,
            period=here.period,
            stage=here.stage,
            district=here.district,
            event=here.event,
            event_date=here.event_date,
            place=here.place,
        )
        self.evidence.extend(span for span in other.evidence if span not in self.evidence)
        self.ordinal = self.ordinal or other.ordinal


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in the order of the text; overlapping ones become one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def context_of(draft: BatchDraft) -> Context:
    """What holds for the projects of a group."""
    batch = draft.batch
    stage = batch.stage if batch.stage not in WHOLE else None
    period = None if is_window(batch.period) else batch.period
    return Context(batch.programme, period, stage, batch.district, batch.event, batch.event_date)


def lacks_names(draft: BatchDraft) -> bool:
    """True for a batch that has more projects than were named."""
    count = draft.batch.count
    past = is_range(draft.batch.period)  # 前八期: names of those are not told behind
    return count is not None and len(draft.rows) < count and draft.batch.stage not in WHOLE and not past


def is_full(draft: BatchDraft, name: str) -> bool:
    """True for a batch whose names are all listed, and ``name`` is none of them."""
    if any(core_name(row.name, None) == core_name(name, None) for row in draft.rows):
        return False
    return bool(draft.rows) and (
        draft.closed or len(draft.rows) >= (draft.batch.count or len(draft.rows) + 1)
    )


def group_of_stage(
    stated: Sequence[BatchDraft], stage: str | None, main: int | str | None, paragraph: int | None
) -> BatchDraft | None:
    """The group that 开工项目中 speaks of: the last of its paragraph, else of the article's own round, else the last.

    Args:
        main: the round that the article is about. paragraph: of the sentence; None where it says 本期 itself.
    """
    found = [draft for draft in reversed(stated) if draft.batch.stage == stage and not draft.batch.category]
    beside = [draft for draft in found if draft.paragraph == paragraph]
    own = [draft for draft in found if main is not None and draft.batch.period == main]
    return next(iter((*beside, *own, *found)), None)
