"""What rows and batches say, as facts; and the figures of the text that belong to them, by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.extraction.programmes.checks import describe
from index.extraction.programmes.drafts import merged
from index.extraction.words.located import Located, Places
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
    of_batches = Located(batch.evidence for batch in batches)
    of_projects = Located(row.evidence for row in projects)
    for fact in facts:
        near = [batches[at] for at in of_batches.touching(fact.spans)]
        rows = [projects[at] for at in of_projects.touching(fact.spans)] if fact.kind == "money" else []
        yield _of_batch(fact, near) or _of_project(fact, rows) or fact


def row_facts(
    projects: Sequence[ProjectRow], batches: Sequence[Batch], sentences: Sequence[Sentence]
) -> Iterator[Fact]:
    """What rows and batches say beside their figures in the text: stage, owner, place, content, state, sums."""
    places = Places(sentences)
    for row in projects:
        yield from _row(row, places)
    for batch in batches:
        yield from _batch(batch, places)


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


def _row(row: ProjectRow, places: Places) -> Iterator[Fact]:
    if row.stage:
        value = f"{row.stage}一批" if (row.programme or "").endswith("一批") else row.stage
        named = places.first(row.name_spans or row.evidence)
        made = _made(row, "stage", "批次" if value != row.stage else "阶段", value, places, named)
        yield replace(made, evidence=merged([*made.evidence, *row.evidence]))
    for field, name in _FIELDS:
        value = getattr(row, field)
        if value:
            yield _made(
                row, "text", name, value, places, modality=row.modality if field == "status" else None
            )
    for name, value in row.details:
        yield _made(row, "text", name, value, places)
    for one in row.investments:
        yield from _amount(row, one, places)


def _amount(row: ProjectRow, one: Investment, places: Places) -> Iterator[Fact]:
    """The amount of a table's cell: its unit stands in the header, so that the text shows only a number."""
    sentence = _holding(f"{one.value:g}", row.evidence, places, ("table",))
    if sentence is not None:
        made = _made(
            row, "investment", one.kind, f"{one.value:g}{one.unit}{one.currency}", places, sentence
        )
        yield replace(made, number=one.value, unit=one.unit + one.currency, modality=one.modality)


def _made(
    row: ProjectRow, kind: str, attribute: str, value: str, places: Places,
    sentence: Sentence | None = None, modality: str | None = None,
) -> Fact:  # fmt: skip
    held = sentence or _holding(value, row.evidence, places) or places.first(row.evidence)
    fact = Fact(
        kind, row.name, attribute, value, period=row.period, stage=row.stage, district=row.district,
        date=row.event_date, modality=modality,
    )  # fmt: skip
    return _placed(fact, held)


def _batch(batch: Batch, places: Places) -> Iterator[Fact]:
    base = Fact(
        "text", describe(batch), "", "", period=batch.period, district=batch.district, date=batch.event_date
    )
    base = replace(base, stage=batch.stage if batch.stage not in ("合计", "累计") else None)
    held = places.first(batch.evidence)
    if batch.status:
        yield _placed(replace(base, attribute="进展", value=batch.status), held)
    if batch.derived and batch.total is not None:
        yield _placed(
            replace(base, kind="derived", attribute="总投资", value=f"{batch.total:g}亿元", number=batch.total,
                    unit="亿元", derived=True), held,
        )  # fmt: skip
    if batch.names:
        kept = places.first(batch.names_evidence or batch.evidence)
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


def _holding(value: str, spans: Sequence[Span], places: Places, roles: Sequence[str] = ()) -> Sentence | None:
    for sentence in places.touching(spans):
        if (not roles or sentence.role in roles) and value in sentence.text.text:
            return sentence
    return None
