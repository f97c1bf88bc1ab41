"""Projects as people see them: a card, one line of a list, steps, and the few facts worth copying."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot import texts
from bot.showing.cutting import cut
from bot.showing.render import HTML, day, evidence, source_line
from index.library import Project, Step
from index.records import Investment, ProjectRow

_NUMERALS = "零一二三四五六七八九十"
_MONTH = re.compile(r"(\d{4})[.\-/](\d{1,2})")
_PERIOD = re.compile(r"第(\d{1,2})期")
_SOURCES = 2
_LINES = 24
_COPY = 256  # code points that a copy button holds


def period_name(period: int | str | None) -> str:
    """第七期; a printed phrase as it is; "" for None."""
    if period is None:
        return ""
    if isinstance(period, int):
        return texts.PERIOD.format(n=_numeral(period))
    low, dash, high = period.partition("-")
    return texts.PERIOD.format(n=f"{low}至{high}") if dash and low.isdigit() and high.isdigit() else period


def spelt(text: str) -> str:
    """``text`` with its periods as they are printed: 第三期 for 第3期."""
    return _PERIOD.sub(lambda found: period_name(int(found[1])), text)


def _numeral(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_NUMERALS[tens]}十")
    return head + (_NUMERALS[ones] if ones else "")


def amount(one: Investment) -> str:
    """预计12.5亿元; 万 from ten thousand on are 亿, as people read them."""
    value, unit = (one.value / 10_000, "亿") if one.unit == "万" and one.value >= 10_000 else (one.value, one.unit)
    return f"{one.modality or ''}{value:.6f}".rstrip("0").rstrip(".") + f"{unit}{one.currency}"


def facts_of(row: ProjectRow) -> list[tuple[str, str]]:
    """(label, value) of everything that a row says, in the order of the card."""
    found: list[tuple[str, str]] = [(one.kind, amount(one)) for one in row.investments]
    for field, label in texts.PROJECT_FIELDS:
        value = getattr(row, field)
        if value is not None and value != "":
            found.append((label, _shown(field, value)))
    own = [(name, value) for name, value in row.details if all(value not in held for _, held in found)]
    values = [value for _, value in own]
    return found + [(n, v) for n, v in own if not any(other != v and other in v for other in values)]


def _shown(field: str, value: object) -> str:
    if field == "period" and isinstance(value, int | str):
        return period_name(value)
    month = _MONTH.fullmatch(str(value))
    if month is not None:
        return texts.MONTH.format(year=month[1], month=int(month[2]))
    return day(str(value)) if field == "event_date" else str(value)


def card(project: Project, steps: Sequence[Step] = (), papers: Mapping[str, str] | None = None) -> str:
    """The card: name, stage, amounts, owner, place, steps, quotations with their sources."""
    row = project.row
    lines = [HTML.bold(row.name)]
    if other := [name for name in row.aliases if not _shortened(name, row.name)][:4]:
        lines.append(texts.ALSO_CALLED.format(names=HTML.plain(cut("、".join(other), 200))))
    lines += [
        "",
        *(f"{HTML.plain(label)}：{HTML.line(cut(value, 150))}" for label, value in facts_of(row)[:_LINES]),
    ]
    if not row.investments:
        lines.append(texts.NO_AMOUNT)
    if len(steps) > 1:
        lines += ["", f"<b>{texts.TIMELINE}</b>", *(step_line(step) for step in steps[-8:])]
    prose_first = sorted(project.sources, key=lambda one: not one.quote.rstrip("”’）").endswith(("。", "；")))
    for source in prose_first[:_SOURCES]:
        lines += ["", evidence(source, row.name, longest=300), source_line(source, HTML, papers)]
    return "\n".join(lines)


def _shortened(alias: str, name: str) -> bool:
    """Whether ``alias`` only leaves signs of ``name`` out."""
    rest = iter(name.removesuffix("项目") + "项目")
    return all(sign in rest for sign in alias)


def step_line(step: Step) -> str:
    """2024年5月9日 开工 · 第三期 · 总投资4.2亿元."""
    return HTML.plain(f"{day(step.date)} {step_what(step)}".rstrip())


def step_what(step: Step, *, stage: bool = True) -> str:
    """What happened in a step, with period and amounts; ``stage`` False leaves the stage out."""
    row = step.row
    parts = [(row.stage or row.status or "") if stage else "", period_name(row.period)]
    parts += [f"{one.kind}{amount(one)}" for one in row.investments[:2]]
    return " · ".join(part for part in parts if part) or texts.MENTIONED


def line(project: Project) -> str:
    """One line of a list: name, stage, amount."""
    row = project.row
    money = next((amount(one) for one in row.investments if one.kind == "总投资"), "")
    tail = " · ".join(part for part in (period_name(row.period), row.stage or "", money) if part)
    return HTML.plain(cut(row.name, 60)) + (f"（{HTML.plain(tail)}）" if tail else "")


def copied(project: Project) -> str:
    """The facts for the copy button, whole lines, at most 256 code points."""
    kept = cut(project.row.name, 80)
    source = project.sources[0] if project.sources else None
    tail = f"\n{texts.SOURCE}：{cut(source.title, 40)}（{day(source.date)}）" if source else ""
    for label, value in facts_of(project.row):
        extended = f"{kept}\n{label}：{value}"
        if len(extended) + len(tail) <= _COPY:
            kept = extended
    return kept + tail
