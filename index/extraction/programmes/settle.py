"""What belongs together: mentions of one project, repeated batches, totals that only their parts give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.extraction.programmes.aliases import core_name
from index.extraction.programmes.cues import is_range, is_window
from index.extraction.programmes.drafts import WHOLE, BatchDraft, RowDraft, merged
from index.extraction.programmes.progress import read_name
from index.records import Batch, Span

_LAST = 10_000


def settle(rows: Sequence[RowDraft], batches: Sequence[BatchDraft]) -> tuple[list[RowDraft], list[Batch]]:
    """Rows without repetitions, and batches with their names and derived totals, in reading order."""
    kept = [row for row in _one_each(rows) if not _names_programme(row)]
    for row in kept:
        read_name(row.name, row.attributes)
    drafts = _without_repeats(_with_wholes(batches))
    for row in kept:
        _attach(row, drafts)
    settled = [_named(draft) for draft in drafts]
    return kept, _with_totals(settled)


def _names_programme(row: RowDraft) -> bool:
    """“双百攻坚”项目: all the projects of the programme, no project."""
    programme = row.context.programme
    return programme is not None and row.name.removesuffix("项目").strip("“”\"") == programme


def _with_wholes(batches: Sequence[BatchDraft]) -> list[BatchDraft]:
    """会战鸣锣 42个项目: what is counted as all parts together are is the whole, whatever stands beside the count."""
    for draft in batches:
        batch = draft.batch
        if batch.category is None or batch.count is None or batch.programme is None or is_range(batch.period):
            continue
        parts = {
            one.batch.stage: one.batch.count
            for one in batches
            if (one.batch.programme, one.batch.period) == (batch.programme, batch.period)
            and one.batch.category is None and one.batch.stage not in WHOLE and not one.headline
        }  # fmt: skip
        if len(parts) > 1 and sum(count or 0 for count in parts.values()) == batch.count:
            draft.batch = replace(batch, category=None, stage="合计")
    return list(batches)


def _one_each(rows: Iterable[RowDraft]) -> list[RowDraft]:
    held: list[RowDraft] = []
    by_key: dict[tuple[str, str | None], list[RowDraft]] = {}
    for row in rows:
        key = (core_name(row.name, row.context.district), row.context.district)
        same = next((one for one in by_key.get(key, ()) if _same_period(one, row)), None)
        if same is None:
            by_key.setdefault(key, []).append(row)
            held.append(row)
            continue
        if same.batch is None and row.batch is not None:
            same.batch = row.batch
        same.absorb(row)
    return held


def _same_period(one: RowDraft, other: RowDraft) -> bool:
    a, b = one.context.period, other.context.period
    return a is None or b is None or a == b


def _key(batch: Batch) -> tuple[object, ...]:
    return (
        batch.programme,
        batch.period,
        batch.stage,
        batch.district,
        batch.category,
        batch.event == "去年同期",
    )


def _without_repeats(batches: Sequence[BatchDraft]) -> list[BatchDraft]:
    """One draft for a batch that headline and text, or two sentences, state alike."""
    held: list[BatchDraft] = []
    for draft in sorted(batches, key=lambda d: d.headline):
        same = next((one for one in held if _repeats(one, draft)), None)
        if same is None:
            held.append(draft)
        else:
            same.batch = _filled(same.batch, draft.batch)
            same.rows.extend(row for row in draft.rows if row not in same.rows)
            same.closed = same.closed or draft.closed
            for row in draft.rows:
                row.batch = same
    return sorted(held, key=lambda d: (d.sentence < 0, d.sentence))


def _repeats(one: BatchDraft, other: BatchDraft) -> bool:
    a, b = one.batch, other.batch
    if _key(a) == _key(b):
        return a.count == b.count or a.count is None or b.count is None
    if not other.headline and not other.in_table:
        return False
    return a.count == b.count and a.count is not None and a.category is None and b.category is None


def _filled(batch: Batch, other: Batch) -> Batch:
    kinds = {one.kind for one in batch.amounts}
    amounts = (*batch.amounts, *(one for one in other.amounts if one.kind not in kinds))
    names = {one.name for one in batch.rates}
    return replace(
        batch,
        count=batch.count if batch.count is not None else other.count,
        total=batch.total if batch.total is not None else other.total,
        amounts=amounts,
        rates=(*batch.rates, *(one for one in other.rates if one.name not in names)),
        status=batch.status or other.status,
        period=batch.period if batch.period is not None else other.period,
        place=batch.place or other.place,
        sum_ok=batch.sum_ok if batch.sum_ok is not None else other.sum_ok,
        names_evidence=batch.names_evidence or other.names_evidence,
        evidence=batch.evidence
        if batch.total is not None or other.total is None
        else merged([*batch.evidence, *other.evidence]),
    )


def _attach(row: RowDraft, drafts: Sequence[BatchDraft]) -> None:
    """A row of a table, or one that prose tells of, joins the batch of its programme, period and stage."""
    if row.batch is not None:
        if row not in row.batch.rows:
            row.batch.rows.append(row)
        return
    here = row.context
    for draft in drafts:
        batch = draft.batch
        fits = (batch.programme, batch.period) == (here.programme, here.period) and batch.category is None
        if fits and batch.programme and batch.stage in (here.stage, None) and batch.event != "去年同期":
            draft.rows.append(row)
            return


def _named(draft: BatchDraft) -> Batch:
    """The batch with its names; a list that is complete is compared with the count."""
    once: dict[str, RowDraft] = {}
    for row in sorted(draft.rows, key=lambda row: row.ordinal or _LAST):
        once.setdefault(core_name(row.name, row.context.district), row)
    rows = list(once.values())
    names = tuple(row.name for row in rows)
    batch = replace(draft.batch, names=names, names_evidence=draft.batch.names_evidence or _of_items(draft, rows))
    count = batch.count
    if not names or batch.stage in ("合计", "累计"):
        return batch
    if not draft.closed:
        if count is not None and len(names) == count:
            for number, row in enumerate(rows, 1):
                row.ordinal = row.ordinal or number
            return replace(batch, count_ok=True)
        return batch
    return replace(batch, count_ok=None if count is None else len(names) == count)


def _of_items(draft: BatchDraft, rows: Sequence[RowDraft]) -> tuple[Span, ...]:
    """The numbered lines that name the projects of a group, with its heading; () for any other list."""
    if len(rows) < 2 or not all(row.ordinal for row in rows):
        return ()
    spans = dict.fromkeys((*draft.batch.evidence, *(span for row in rows for span in row.evidence)))
    return tuple(sorted(spans))


def _with_totals(batches: list[Batch]) -> list[Batch]:
    """Totals of a programme and period that are printed only as parts are added up and marked as derived."""
    groups: dict[tuple[object, ...], list[Batch]] = {}
    for batch in batches:
        if batch.programme and batch.event != "去年同期" and batch.category is None:
            groups.setdefault((batch.programme, batch.period, batch.district), []).append(batch)
    result = list(batches)
    for group in groups.values():
        parts = [b for b in group if b.stage not in WHOLE]
        whole = next((b for b in group if b.stage in ("合计", "累计")), None)
        if len(parts) < 2 or not (_of_programme(group[0]) or _counts_all(whole, parts)):
            continue
        if is_range(parts[0].period) or is_window(
            parts[0].period
        ):  # one project is signed, started and in production: no sum
            result = _rates_of_all(result, parts, whole)
            continue
        total = _sum([b.total for b in parts])
        count = _sum([b.count for b in parts])
        if whole is None and not _is_complete(parts):
            continue
        if whole is None:
            first = parts[0]
            made = Batch(
                first.programme,
                first.period,
                "合计",
                first.district,
                None,
                None,
                None if count is None else int(count),
                total,
                derived=True,
                event_date=first.event_date,
                evidence=merged([span for b in parts for span in b.evidence]),
            )
            result.insert(result.index(first), made)
        else:
            result[result.index(whole)] = _completed(whole, parts, total, count)
    return result


def _counts_all(whole: Batch | None, parts: Sequence[Batch]) -> bool:
    """19个: “亮牌”5个, “开擂”8个, “交卷”6个 are all of them, whatever the parts are called."""
    counts = [batch.count for batch in parts]
    return whole is not None and None not in counts and sum(c for c in counts if c) == whole.count


def _is_complete(parts: Sequence[Batch]) -> bool:
    """Signed, started and in production make a whole; 在建 and 达产 count the same projects again."""
    return {b.stage for b in parts} <= {"签约", "开工", "投产", "竣工"}


def _rates_of_all(batches: list[Batch], parts: Sequence[Batch], whole: Batch | None) -> list[Batch]:
    """Several rates behind the last part (…投产38个，开工率、投产率分别为…) are about all of them."""
    last = parts[-1]
    if whole is not None or len(last.rates) < 2:
        return batches
    at = batches.index(parts[0])
    made = Batch(last.programme, last.period, "累计", last.district, rates=last.rates, evidence=last.evidence)
    found = [replace(one, rates=()) if one is last else one for one in batches]
    return [*found[:at], made, *found[at:]]


def _completed(whole: Batch, parts: Sequence[Batch], total: float | None, count: float | None) -> Batch:
    spans = merged([*whole.evidence, *(span for b in parts for span in b.evidence)])
    if whole.total is None and total is not None:
        whole = replace(whole, total=total, derived=True, evidence=spans)
    if whole.count is None and count is not None:
        whole = replace(whole, count=int(count), derived=True, evidence=spans)
    return replace(whole, names=tuple(dict.fromkeys(name for b in parts for name in b.names)))


def _of_programme(batch: Batch) -> bool:
    return (
        bool(batch.programme and (re.search(r"个一批$|^三集中$", batch.programme)))
        and batch.event != "去年同期"
    )


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(sum(known), 6) if known and len(known) == len(values) else None
