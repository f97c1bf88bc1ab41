"""What rows and batches say, as facts; and the figures of the text that belong to them, by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.extraction.checks import describe
from index.extraction.drafts import merged
from index.records import Batch, Fact, Investment, ProjectRow, Sentence, Span

_FIELDS = (
    ("place", "建设地点"), ("owner", "建设单位"), ("builder", "施工单位"), ("content", "建设内容"), ("purpose", "用途"),
    ("capacity", "产能"), ("area", "占地面积"), ("length", "长度"), ("mode", "建设模式"), ("start", "开工时间"),
    ("end", "完工时间"), ("status", "进展"),
)  # fmt: skip
_COUNTED = ("个", "项", "宗")


def named_figures(
    facts: Iterable[Fact], projects: Sequence[ProjectRow], batches: Sequence[Batch]
) -> Iterator[Fact]:
    """The facts; the figures of a batch or a project with its name, period and stage."""
    for fact in facts:
        yield _of_batch(fact, batches) or _of_project(fact, projects) or fact


def row_facts(
    projects: Sequence[ProjectRow], batches: Sequence[Batch], sentences: Sequence[Sentence]
) -> Iterator[Fact]:
    """What rows and batches say beside their figures in the text: stage, owner, place, content, state, sums."""
    for row in projects:
        yield from _row(row, sentences)
    for batch in batches:
        yield from _batch(batch, sentences)


def _inside(fact: Fact, spans: Sequence[Span]) -> bool:
    return bool(fact.spans) and all(any(a <= low and high <= b for a, b in spans) for low, high in fact.spans)


def _of_batch(fact: Fact, batches: Sequence[Batch]) -> Fact | None:
    for batch in batches:
        if not _inside(fact, batch.evidence):
            continue
        name = ""
        if fact.kind == "count" and fact.number == batch.count and fact.unit in _COUNTED:
            name = "项目数"
        elif fact.kind == "money":
            name = next((one.kind for one in batch.amounts if _same(fact, one)), "")
        elif fact.kind == "percent":
            name = "、".join(rate.name for rate in batch.rates if rate.value == fact.number)
        if name:
            return _about(fact, batch, name)
    return None


def _about(fact: Fact, batch: Batch, attribute: str) -> Fact:
    stage = batch.stage if batch.stage not in ("合计", "累计") else None
    return replace(
        fact, subject=describe(batch), attribute=attribute, stage=stage, district=batch.district or fact.district,
        period=batch.period if batch.period is not None else fact.period, date=batch.event_date,
    )  # fmt: skip


def _same(fact: Fact, one: Investment) -> bool:
    return fact.number == one.value and (fact.unit or "").startswith(one.unit)


def _of_project(fact: Fact, projects: Sequence[ProjectRow]) -> Fact | None:
    if fact.kind != "money":
        return None
    for row in projects:
        kind = next((one.kind for one in row.investments if _same(fact, one)), None)
        if kind and _inside(fact, row.evidence):
            return replace(
                fact,
                subject=row.name,
                attribute=kind,
                stage=row.stage,
                period=row.period or fact.period,
                date=row.event_date,
            )
    return None


def _row(row: ProjectRow, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    if row.stage:
        value = f"{row.stage}一批" if (row.programme or "").endswith("一批") else row.stage
        named = _first(row.name_spans or row.evidence, sentences)
        made = _made(row, "stage", "批次" if value != row.stage else "阶段", value, sentences, named)
        yield replace(made, evidence=merged([*made.evidence, *row.evidence]))
    for field, name in _FIELDS:
        value = getattr(row, field)
        if value:
            yield _made(
                row, "text", name, value, sentences, modality=row.modality if field == "status" else None
            )
    for name, value in row.details:
        yield _made(row, "text", name, value, sentences)
    for one in row.investments:
        yield from _amount(row, one, sentences)


def _amount(row: ProjectRow, one: Investment, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The amount of a table's cell: its unit stands in the header, so that the text shows only a number."""
    sentence = _holding(f"{one.value:g}", row.evidence, sentences, ("table",))
    if sentence is not None:
        made = _made(
            row, "investment", one.kind, f"{one.value:g}{one.unit}{one.currency}", sentences, sentence
        )
        yield replace(made, number=one.value, unit=one.unit + one.currency, modality=one.modality)


def _made(
    row: ProjectRow, kind: str, attribute: str, value: str, sentences: Sequence[Sentence],
    sentence: Sentence | None = None, modality: str | None = None,
) -> Fact:  # fmt: skip
    held = sentence or _holding(value, row.evidence, sentences) or _first(row.evidence, sentences)
    fact = Fact(
        kind, row.name, attribute, value, period=row.period, stage=row.stage, district=row.district,
        date=row.event_date, modality=modality,
    )  # fmt: skip
    return _placed(fact, held)


def _batch(batch: Batch, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    base = Fact(
        "text", describe(batch), "", "", period=batch.period, district=batch.district, date=batch.event_date
    )
    base = replace(base, stage=batch.stage if batch.stage not in ("合计", "累计") else None)
    held = _first(batch.evidence, sentences)
    if batch.status:
        yield _placed(replace(base, attribute="进展", value=batch.status), held)
    if batch.derived and batch.total is not None:
        yield _placed(
            replace(base, kind="derived", attribute="总投资", value=f"{batch.total:g}亿元", number=batch.total,
                    unit="亿元", derived=True), held,
        )  # fmt: skip
    if batch.names:
        kept = _first(batch.names_evidence or batch.evidence, sentences)
        yield _placed(replace(base, kind="names", attribute="项目名单", value="、".join(batch.names)), kept)


def _placed(fact: Fact, sentence: Sentence | None) -> Fact:
    """The fact with its place in the sentence; where the value is put together, the whole sentence."""
    if sentence is None:
        return fact
    text = sentence.text
    at = text.text.find(fact.value)
    start, end = (at, at + len(fact.value)) if at >= 0 else (0, len(text.text))
    return replace(
        fact, sentence=sentence.number, start=start, end=end, clause=(start, end), spans=text.spans(start, end),
        evidence=text.spans(),
    )  # fmt: skip


def _holding(
    value: str, spans: Sequence[Span], sentences: Sequence[Sentence], roles: Sequence[str] = ()
) -> Sentence | None:
    for sentence in sentences:
        if (
            (not roles or sentence.role in roles)
            and value in sentence.text.text
            and _touches(sentence, spans)
        ):
            return sentence
    return None


def _first(spans: Sequence[Span], sentences: Sequence[Sentence]) -> Sentence | None:
    return next((s for s in sentences if _touches(s, spans)), None)


def _touches(sentence: Sentence, spans: Sequence[Span]) -> bool:
    if not spans or not _may_touch(sentence.text.segments, spans):
        return False
    return any(a < d and c < b for a, b in sentence.text.spans() for c, d in spans)


def _may_touch(segments: Sequence[tuple[int, int, int]], spans: Sequence[Span]) -> bool:
    """A quick look at both ends, for one row of a long table asks about every sentence."""
    if not segments:
        return False
    start = min(low for _, low, _ in segments)
    _, last, size = max(segments, key=lambda one: one[1])
    return start < max(high for _, high in spans) and min(low for low, _ in spans) < last + size
