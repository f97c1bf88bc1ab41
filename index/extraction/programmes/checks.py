"""Doubts about what is printed: counts against lists, parts against totals, units that look wrong.

Nothing is ever changed: a flag says in one sentence what an admin should look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.extraction.programmes.drafts import WHOLE
from index.extraction.words.money import in_yi
from index.language.lexicon import load_pattern
from index.records import Batch, Flag, ProjectRow

_CENT = 0.051  # printed sums are rounded to one decimal
_LONG = 60  # code points of a name
_LEAST = 0.001  # 亿元: a smaller 总投资 is a slip of the unit
_SUBSET = load_pattern("extraction.checks.subset")


def checked(
    projects: Sequence[ProjectRow], batches: Sequence[Batch]
) -> tuple[tuple[Batch, ...], tuple[Flag, ...]]:
    """The batches with count_ok and sum_ok, and what is doubtful about rows and batches."""
    flags: list[Flag] = []
    final: list[Batch] = []
    for batch in batches:
        done, found = _with_parts(batch, batches)
        final.append(done)
        flags.extend(found)
        if done.sum_ok is False and not found:
            flags.append(Flag("sum_mismatch", f"{describe(done)}的合计与各行相加不符。", done.evidence))
        if done.count_ok is False and done.names and done.stage not in ("合计", "累计"):
            message = f"{describe(done)}写明{done.count}个，列出的名称有{len(done.names)}个。"
            flags.append(Flag("count_mismatch", message, (*done.evidence, *done.names_evidence)))
    flags.extend(_contradictions(final))
    flags.extend(_units(projects, final))
    flags.extend(_names(projects))
    return tuple(final), tuple(flags)


def describe(batch: Batch) -> str:
    """第七期“三个一批”开工项目, for a message."""
    period = f"第{batch.period}期" if isinstance(batch.period, int) else batch.period or ""
    stage = "" if batch.stage in (None, "合计", "累计") else batch.stage
    kind = batch.category or f"{stage}项目"
    kind = kind if kind.endswith(("项目", "工程")) else f"{kind}项目"
    programme = batch.programme or ""
    if programme.endswith(("项目", "工程", "实事")):  # 重点项目 is no name of its own
        kind = kind.removesuffix("项目") + programme if not batch.category else kind
        programme = ""
    return f"{batch.district or ''}{period}{f'“{programme}”' if programme else ''}{kind}"


def _parts(batch: Batch, batches: Sequence[Batch]) -> tuple[list[Batch], bool]:
    """The parts of a batch, and whether they are all of it (the stages of a programme)."""
    same = [
        b
        for b in batches
        if b is not batch
        and (b.programme, b.period, b.district) == (batch.programme, batch.period, batch.district)
    ]
    same = [b for b in same if (b.event == "去年同期") == (batch.event == "去年同期")]
    if batch.category is not None:
        return [], False
    if batch.stage == "合计":
        stages = [b for b in same if b.stage not in WHOLE and b.category is None]
        if len(stages) >= 2:
            return stages, len(stages) >= 3
    kinds = [
        b for b in same if b.category and not _SUBSET.search(b.category) and b.stage in (batch.stage, None)
    ]
    return kinds, False


def _with_parts(batch: Batch, batches: Sequence[Batch]) -> tuple[Batch, list[Flag]]:
    parts, whole = _parts(batch, batches)
    if len(parts) < 2 or batch.count is None or any((b.count or 0) > batch.count for b in parts):
        return batch, []
    counts = [b.count for b in parts]
    totals = [b.total for b in parts]
    count = sum(c for c in counts if c is not None) if None not in counts else None
    total = round(sum(t for t in totals if t is not None), 4) if None not in totals else None
    count_fits = None if count is None else count == batch.count
    sum_fits = (
        None if total is None or batch.total is None or batch.derived else abs(total - batch.total) <= _CENT
    )
    sure = whole or count_fits or sum_fits or (count is not None and count > batch.count)
    if not sure:
        return batch, []
    flags: list[Flag] = []
    spans = (*batch.evidence, *(span for b in parts for span in b.evidence))
    if count_fits is False:
        said = "+".join(str(c) for c in counts)
        flags.append(
            Flag(
                "count_mismatch",
                f"{describe(batch)}写明{batch.count}个，各部分相加为{said}={count}个。",
                spans,
            )
        )
    if sum_fits is False:
        message = f"{describe(batch)}写明总投资{batch.total:g}亿元，各部分相加为{total:g}亿元。"
        flags.append(Flag("sum_mismatch", message, spans))
    count_ok = count_fits if batch.count_ok is None else batch.count_ok and count_fits is not False
    return replace(batch, count_ok=count_ok, sum_ok=sum_fits), flags


def _contradictions(batches: Sequence[Batch]) -> Iterator[Flag]:
    """The same batch stated twice with different figures in one article."""
    for index, one in enumerate(batches):
        for other in batches[index + 1 :]:
            same = all(
                getattr(one, f) == getattr(other, f)
                for f in ("programme", "period", "stage", "district", "category")
            )
            same = same and (one.event == "去年同期") == (other.event == "去年同期")
            if same and one.programme and None not in (one.count, other.count) and one.count != other.count:
                message = f"{describe(one)}有两种说法：{one.count}个和{other.count}个。"
                yield Flag("source_conflict", message, (*one.evidence, *other.evidence))


def _units(projects: Sequence[ProjectRow], batches: Sequence[Batch]) -> Iterator[Flag]:
    for row in projects:
        for one in row.investments:
            value = in_yi(one)
            if one.kind == "总投资" and value is not None and value < _LEAST:
                message = f"{row.name}的总投资印为{one.value:g}{one.unit}{one.currency}，单位可能有误。"
                yield Flag("unit_suspicious", message, row.evidence)
            total = _total_over(row, batches)
            if one.kind == "总投资" and value is not None and total is not None and value > total + _CENT:
                message = f"{row.name}的总投资{value:g}亿元大于所在批次的总投资{total:g}亿元。"
                yield Flag("unit_suspicious", message, row.evidence)
    for batch in batches:
        if batch.total is not None and batch.total < _LEAST * 10 and (batch.count or 0) > 0:
            yield Flag(
                "unit_suspicious",
                f"{describe(batch)}总投资{batch.total:g}亿元，单位可能有误。",
                batch.evidence,
            )


def _total_over(row: ProjectRow, batches: Sequence[Batch]) -> float | None:
    for batch in batches:
        if (
            row.name in batch.names
            and batch.stage == row.stage
            and batch.period == row.period
            and not batch.derived
        ):
            return batch.total
    return None


def _names(projects: Sequence[ProjectRow]) -> Iterator[Flag]:
    for row in projects:
        if len(row.name) > _LONG:
            yield Flag(
                "layout",
                f"项目名称长达{len(row.name)}字，可能是版面断行造成：{row.name[:20]}…",
                row.name_spans,
            )
