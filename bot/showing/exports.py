"""Tables to take away: projects, batches and data as CSV or Excel files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence

from bot import texts
from bot.showing.cards import amount, period_name
from bot.showing.scripts import traditional
from index.library import Library, Project, StatedBatch, StatedFact
from index.records import Source

Table = tuple[Sequence[str], list[list[str | float | int | None]]]
"""Header and rows."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CELL = 32_000  # code points that Excel takes in a cell


def table(library: Library, kind: str) -> Table:
    """The table of one kind (see ``texts.EXPORT_KINDS``); what concerns private persons stays out."""
    return _KINDS[kind](library)


def in_traditional(held: Table, names: tuple[str, ...] = ()) -> Table:
    """The same in traditional characters; ``names``: see ``bot.showing.scripts.special``."""
    known: dict[str, str] = {}

    def cell(one: str | float | int | None) -> str | float | int | None:
        if not isinstance(one, str):
            return one
        if one not in known:
            known[one] = traditional(one, names)
        return known[one]

    return tuple(str(cell(one)) for one in held[0]), [[cell(one) for one in row] for row in held[1]]


def as_csv(held: Table) -> bytes:
    """CSV in UTF-8 with a mark, so that Excel shows Chinese right; no cell starts a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(held[0])
    writer.writerows([[_harmless(cell) for cell in row] for row in held[1]])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(held: Table, title: str) -> bytes:
    """An Excel file with one sheet; its header stays in sight."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    sheet.append(list(held[0]))
    for row in held[1]:
        sheet.append([_clean(cell) for cell in row])
        for cell in sheet[sheet.max_row]:
            if cell.data_type == "f":
                cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _clean(cell: str | float | int | None) -> str | float | int | None:
    return _CONTROLS.sub("", cell)[:_CELL] if isinstance(cell, str) else cell


def _harmless(cell: str | float | int | None) -> str | float | int | None:
    clean = _clean(cell)
    return f"'{clean}" if isinstance(clean, str) and clean[:1] in ("=", "+", "-", "@", "\t", "\r") else clean


def _where(source: Source | None) -> list[str | float | int | None]:
    if source is None:
        return [None, None, None, None]
    return [source.title, source.date, source.page, "".join(source.quote.split("\n"))]


def _projects(library: Library) -> Table:
    def row(one: Project) -> list[str | float | int | None]:
        held = one.row
        money = "；".join(f"{each.kind}{amount(each)}" for each in held.investments)
        return [
            held.name, held.programme, period_name(held.period) or None, held.stage, held.district, money or None,
            held.owner, held.builder, held.place, held.content, held.capacity, held.start, held.end, held.status,
            held.event_date, *_where(one.sources[0] if one.sources else None),
        ]  # fmt: skip

    return texts.EXPORT_PROJECTS, [row(one) for one in library.catalogue()]


def _batches(library: Library) -> Table:
    def row(one: StatedBatch) -> list[str | float | int | None]:
        held = one.batch
        return [
            held.programme, period_name(held.period) or None, held.stage, held.district, held.category, held.count,
            held.total, texts.YES if held.derived else texts.NO, held.status, "；".join(held.names) or None,
            *_where(one.sources[0] if one.sources else None),
        ]  # fmt: skip

    return texts.EXPORT_BATCHES, [row(one) for one in library.stated_batches()]


def _facts(library: Library) -> Table:
    def row(one: StatedFact) -> list[str | float | int | None]:
        held = one.fact
        return [
            held.subject, held.attribute, held.value, held.number, held.unit, period_name(held.period) or None,
            held.stage, held.district, held.date, held.modality, *_where(held.source),
        ]  # fmt: skip

    private = {found.value.name for found in library.people() if found.value.private}

    def public(one: StatedFact) -> bool:
        held = one.fact
        said = f"{held.subject}{held.value}{held.source.quote if held.source else ''}"
        return not one.private and not any(name in said for name in private)

    whole = (one for one in library.stated_facts() if one.fact.subject and one.fact.attribute)
    return texts.EXPORT_FACTS, [row(one) for one in whole if public(one)]


_KINDS: dict[str, Callable[[Library], Table]] = {"projects": _projects, "batches": _batches, "facts": _facts}
