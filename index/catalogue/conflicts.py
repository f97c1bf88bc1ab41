"""Where two bulletins disagree: both figures are kept, with their dates, and shown side by side."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.catalogue.timeline import ORDER, Timeline
from index.extraction.programmes.checks import describe
from index.extraction.words.money import in_yi
from index.language.lexicon import load_pattern
from index.records import Batch, Flag, Found, Investment

_STEADY = ("总投资", "协议引资")  # kinds that don't grow from one bulletin to the next
_SAME = 0.005  # 亿元: printed in 万元 or in 亿元
_UNIT = load_pattern("catalogue.conflicts.unit")
_FIELDS = (("owner", "建设单位"), ("area", "占地面积"), ("length", "长度"), ("capacity", "产能"))


@dataclass(frozen=True, slots=True)
class Version:
    """One of several statements: what is printed, in which article, of which date."""

    value: str
    article: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """An attribute of a subject that bulletins state differently; versions oldest first."""

    subject: str
    attribute: str
    versions: tuple[Version, ...]

    @property
    def message(self) -> str:
        """One sentence for an admin."""
        said = "，".join(f"{v.date or '日期不明'}写{v.value}" for v in self.versions)
        return f"{self.subject}的{self.attribute}说法不一：{said}。"

    def flag(self) -> Flag:
        """The conflict as a flag of the kind source_conflict."""
        return Flag("source_conflict", self.message)


def amount_text(one: Investment) -> str:
    """26亿元, as printed."""
    return f"{one.value:g}{one.unit}{one.currency}"


def of_project(line: Timeline) -> Iterator[Conflict]:
    """Amounts and other attributes that the rows of a project state differently, and steps backwards."""
    for kind in _STEADY:
        yield from _amounts(line, kind)
    for field, label in _FIELDS:
        found: dict[str, Version] = {}
        for entry in line.entries:
            value = getattr(entry.row.value, field)
            if value:
                found.setdefault(_plain(value), Version(value, entry.row.article, entry.when or None))
        if field == "area" and len({_UNIT.sub("", value) for value in found}) > 1:
            continue  # 180亩 of ground and 21.5万平方米 of floors
        if len(found) > 1 and not _one_holds_all(found):
            yield Conflict(line.name, label, tuple(found.values()))
    yield from _backwards(line)


def _plain(value: str) -> str:
    return value.replace(" ", "").removeprefix("约")


def _one_holds_all(found: Iterable[str]) -> bool:
    """江澄微电子 and 江澄微电子有限公司 don't disagree."""
    longest = max(found, key=len)
    return all(value in longest for value in found)


def _amounts(line: Timeline, kind: str) -> Iterator[Conflict]:
    versions: list[tuple[float | tuple[float, str], Version]] = []
    for entry in line.entries:
        for one in entry.row.value.investments:
            if one.kind == kind:
                value = in_yi(one)
                key = value if value is not None else (one.value, one.currency)
                if not any(_equal(key, known) for known, _ in versions):
                    versions.append((key, Version(amount_text(one), entry.row.article, entry.when or None)))
    if len({version.article for _, version in versions}) > 1:
        yield Conflict(line.name, kind, tuple(version for _, version in versions))


def _equal(one: float | tuple[float, str], other: float | tuple[float, str]) -> bool:
    if isinstance(one, tuple) or isinstance(other, tuple):
        return one == other or isinstance(one, tuple) != isinstance(
            other, tuple
        )  # other currencies don't compare
    return abs(one - other) <= _SAME


def _backwards(line: Timeline) -> Iterator[Conflict]:
    """投产 before 签约: the order of the dates contradicts the course of a project."""
    stages = [(s, d) for s, d in line.stages() if s in ORDER and d]
    for (one, first), (other, second) in itertools.pairwise(stages):
        if ORDER.index(other) < ORDER.index(one) and first != second:
            articles = {e.row.value.stage: e.row.article for e in line.entries}
            versions = (Version(one, articles[one], first), Version(other, articles[other], second))
            yield Conflict(line.name, "阶段先后", versions)
            return


def of_batches(found: Iterable[tuple[str | None, Found[Batch]]]) -> Iterator[Conflict]:
    """Counts and totals of one batch that bulletins state differently; input: (date, batch)."""
    groups: dict[tuple[object, ...], list[tuple[str | None, Found[Batch]]]] = {}
    for date, one in found:
        batch = one.value
        if batch.programme is None or batch.period is None or batch.event == "去年同期":
            continue
        key = (batch.programme, batch.period, batch.stage, batch.district, batch.category)
        groups.setdefault(key, []).append((date, one))
    for group in groups.values():
        ordered = sorted(group, key=lambda item: item[0] or "")
        yield from _figures(ordered)


def _figures(group: list[tuple[str | None, Found[Batch]]]) -> Iterator[Conflict]:
    subject = describe(group[0][1].value)
    for field, label, unit in (("count", "项目数", "个"), ("total", "总投资", "亿元")):
        found: dict[float, Version] = {}
        for date, one in group:
            value = getattr(one.value, field)
            if value is not None and not (field == "total" and one.value.derived):
                found.setdefault(value, Version(f"{value:g}{unit}", one.article, date))
        if len(found) > 1 and len({version.article for version in found.values()}) > 1:
            yield Conflict(subject, label, tuple(found.values()))
