"""Precision and recall of project rows and batches against files of expected ones.

An expected file names its bulletin (``bulletin``, ``seed`` or ``file``, else the same stem) in a folder
``bulletins`` beside it or beside its folder. It holds ``projects`` (or ``rows``) and ``batches``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from index.extraction.programmes.rows import find_rows
from index.extraction.words.money import in_yi
from index.extraction.words.sentences import split_sentences
from index.language.scripts import compact
from index.records import Article, Batch, Investment, ProjectRow, Rate

Key = tuple[object, ...]
_CURRENCIES = {"CNY": "元", "USD": "美元", "EUR": "欧元", "HKD": "港元"}
_PLANNED = re.compile("预计|力争|拟")
MEASURES = (
    "names",
    "stages",
    "periods",
    "investments",
    "dates",
    "owners",
    "places",
    "batches",
    "counts",
    "totals",
    "rates",
)


@dataclass(slots=True)
class Score:
    """How many of the found and of the expected values agree."""

    right: int = 0
    found: int = 0
    expected: int = 0
    extra: list[Key] = field(default_factory=list)
    missing: list[Key] = field(default_factory=list)

    def add(self, found: Iterable[Key], expected: Iterable[Key]) -> None:
        """Compare two sets of keys."""
        have, want = set(found), set(expected)
        self.right += len(have & want)
        self.found += len(have)
        self.expected += len(want)
        self.extra += sorted(have - want, key=str)
        self.missing += sorted(want - have, key=str)

    @property
    def precision(self) -> float:
        """Share of the found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected that was found; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0


def project_keys(row: ProjectRow) -> Iterator[tuple[str, Key]]:
    """(measure, key) of everything that is compared for a row."""
    name = compact(row.name)
    yield "names", (name,)
    for measure, value in (("stages", row.stage), ("periods", row.period), ("dates", row.event_date)):
        if value is not None:
            yield measure, (name, value)
    for measure, text in (("owners", row.owner), ("places", row.place)):
        if text:
            yield measure, (name, compact(text))
    for one in row.investments:
        yield "investments", (name, one.kind, amount(one))


def amount(one: Investment) -> tuple[float, str]:
    """The amount in 亿 of its currency."""
    value = in_yi(Investment(one.kind, one.value, one.unit))
    return (round(value or 0.0, 4), one.currency)


def batch_keys(batch: Batch) -> Iterator[tuple[str, Key]]:
    """(measure, key) of everything that is compared for a batch."""
    key: Key = (batch.period, batch.stage, batch.category)
    yield "batches", key
    if batch.count is not None:
        yield "counts", (*key, batch.count)
    if batch.total is not None:
        yield "totals", (*key, round(batch.total, 4))
    for rate in batch.rates:
        yield "rates", (*key, rate.name, rate.value, rate.modality)


def expected_project(item: Mapping[str, Any]) -> ProjectRow:
    """A row of an expected file."""
    amounts = item.get("investments") or []
    if own := item.get("own_investment"):
        amounts = [own] if isinstance(own, dict) else own
    return ProjectRow(
        name=item["name"],
        period=item.get("period"),
        stage=item.get("stage"),
        district=item.get("district"),
        programme=item.get("programme"),
        owner=item.get("owner"),
        place=item.get("place"),
        event_date=item.get("event_date"),
        investments=tuple(
            Investment(
                one["kind"],
                float(one["value"]),
                _scale(one.get("unit") or ""),
                _CURRENCIES.get(one.get("currency"), one.get("currency") or "元"),
            )
            for one in amounts
        ),
    )


def expected_batch(item: Mapping[str, Any]) -> Batch:
    """A batch of an expected file."""
    total = item.get("total", item.get("total_yi"))
    return Batch(
        programme=item.get("programme"),
        period=item.get("period"),
        stage=item.get("stage"),
        category=item.get("category"),
        event=item.get("event"),
        count=item.get("count"),
        total=None if total is None else float(total),
        rates=tuple(_rates(item.get("rates") or item.get("rate") or [])),
    )


def _scale(unit: str) -> str:
    """万 of 万美元."""
    return unit[:1] if unit[:1] in ("亿", "万") else ""


def _rates(printed: Any) -> Iterator[Rate]:
    """Rates as objects, or as names with printed values ({"预计达效率": "100%"})."""
    if isinstance(printed, dict) and "name" not in printed:
        for name, value in printed.items():
            planned = _PLANNED.match(name)
            yield Rate(
                name[planned.end() :] if planned else name,
                float(value.rstrip("%％")),
                planned[0] if planned else None,
            )
        return
    for one in [printed] if isinstance(printed, dict) else printed:
        yield Rate(one["name"], float(one["value"]), one.get("modality"))


def bulletin_of(file: Path, content: Mapping[str, Any], place: Path | None = None) -> Path:
    """The bulletin that an expected file is about; ``place``: the folder it lies in, else one beside the file.

    Raises:
        FileNotFoundError: no such bulletin lies beside it.
    """
    named: str | None = next(
        (content[key] for key in ("bulletin", "seed", "file") if isinstance(content.get(key), str)), None
    )
    folders = (place,) if place else (file.parent / "bulletins", file.parent.parent / "bulletins")
    for folder in folders:
        if named and (folder / named).is_file():
            return folder / named
        if found := sorted(folder.glob(f"{file.stem}.*")):
            return found[0]
    raise FileNotFoundError(f"{file}: no bulletin {named or file.stem} in a folder bulletins beside it")


_NEEDS = {"dates": "event_date", "periods": "period", "stages": "stage", "owners": "owner", "places": "place"}


def compare(scores: dict[str, Score], articles: Sequence[Article], content: Mapping[str, Any]) -> None:
    """Add what the articles of one expected file (``content``) give to ``scores``.

    A file without batches does not say that there are none. A period that it leaves empty may be any.
    """
    found: dict[str, list[Key]] = {name: [] for name in MEASURES}
    wanted: dict[str, list[Key]] = {name: [] for name in MEASURES}
    projects = [expected_project(item) for item in content.get("projects") or content.get("rows") or []]
    batches = [
        expected_batch(item)
        for item in [*(content.get("batches") or []), *(content.get("other_batches") or [])]
    ]
    read = [find_rows(article, split_sentences(article)) for article in articles]
    periods = {compact(row.name) for row in projects if row.period is None}
    for row in (row for rows in read for row in rows.projects):
        known = replace(row, period=None) if compact(row.name) in periods else row
        _collect(found, project_keys(known))
    if "batches" in content:
        categories = any(batch.category for batch in batches)
        stated = [b for rows in read for b in rows.batches if b.category is None or categories]
        batches = [_with_period(batch, stated) for batch in batches]
        for batch in stated:
            _collect(found, batch_keys(batch))
    for row in projects:
        _collect(wanted, project_keys(row))
    for batch in batches:
        _collect(wanted, batch_keys(batch))
    items = content.get("projects") or content.get("rows") or []
    for name, score in scores.items():
        key = _NEEDS.get(name)
        if key is None or any(key in item for item in items):  # else the file does not say
            score.add(found[name], wanted[name])


def _with_period(batch: Batch, stated: Sequence[Batch]) -> Batch:
    """The expected batch, where it names no period with that of the found one that it means."""
    if batch.period is not None:
        return batch
    same = [
        one for one in stated
        if one.count == batch.count and one.category == batch.category and batch.stage in (None, one.stage)
    ]  # fmt: skip
    return replace(batch, period=same[0].period, stage=same[0].stage) if same else batch


def _collect(into: dict[str, list[Key]], keys: Iterable[tuple[str, Key]]) -> None:
    for name, key in keys:
        into[name].append(key)
