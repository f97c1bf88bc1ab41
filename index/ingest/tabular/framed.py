"""Tables on a page: where one begins and ends, its caption, its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.ingest.shapes.drafts import Draft, Part
from index.ingest.shapes.line import Line
from index.ingest.shapes.looks import LONGEST_HEADLINE, is_notice
from index.ingest.tabular.grids import is_rule, read_grid, split_row
from index.ingest.tabular.spaced import as_table, flat_table
from index.ingest.tabular.tables import read_table
from index.ingest.tabular.upright import upright_rows
from index.language.lexicon import load_pattern
from index.records import Role, Span

SERIAL = ("序号", "序", "编号")
_LOOK_AHEAD = 5  # lines in which a lead or a paragraph must follow a headline
_NOTE = load_pattern("ingest.framed.note")
_ABOVE: dict[str, Role] = {"masthead": "masthead", "dateline": "byline", "byline": "byline"}
_ANNOUNCES = load_pattern("ingest.framed.announces")
_HEADED = load_pattern("ingest.framed.headed")
_DIVIDERS = ("\t", "|", " / ", " ／ ")
_SEEN = 40  # code points of the text above a caption
_LISTED = load_pattern("ingest.framed.listed")  # above the signature of a notice: what comes behind it
_TELLS_UNIT = load_pattern("ingest.framed.tells_unit")  # 制表单位：某局　单位：万元
_UNIT_LINE = load_pattern("ingest.framed.unit_line")


def starts_table(lines: Sequence[Line], at: int) -> bool:
    """True where the line at ``at`` begins a table copied one cell a line."""
    if at + 1 < len(lines) and lines[at + 1].text in SERIAL:
        return True
    if _LISTED.match(lines[at].text) and any(line.kind == "dateline" for line in lines[at + 1 : at + 4]):
        return False
    if _first_cells(lines, at) is not None:
        return True
    following = lines[at + 1 : at + 12]
    figures = sum(bool(re.search(r"\d", line.text)) for line in following)
    running = sum(line.kind == "body" and line.text.endswith("。") for line in following)
    return len(following) >= 2 and figures >= len(following) * 0.3 and running <= 1


def announces_table(text: str, current: Draft, lines: Sequence[Line], at: int) -> bool:
    """True where the text above the caption at ``at`` speaks of the table, or a numbered heading stands above it."""
    last = next((part for part in reversed(current.parts) if part.role not in ("furniture", "masthead")), None)
    if last is None or last.role != "paragraph":
        return False
    said = text[slice(*last.spans[-1])][-_SEEN:]
    near = lines[at].gap <= lines[at - 1].gap + 1
    return near and bool(_ANNOUNCES.search(said) or (lines[at - 1].numbered and not last.ended) or _HEADED.match(said))


def captioned_table(text: str, lines: Sequence[Line], at: int) -> tuple[int, Draft]:
    """The caption and the lines of a table, up to a headline with a lead or to running text."""
    cells = _first_cells(lines, at)
    if cells is not None:
        return _captioned_cells(text, lines, at, cells)
    end = at + 1
    while end < len(lines):
        line = lines[end]
        if line.kind in ("lead", "byline", "tablecaption") or (
            line.kind == "body" and re.search(r"。$", line.text)
        ):
            break
        if line.kind == "short" and line.gap > 0 and lead_behind(lines, end):
            break
        end += 1
    body = lines[at + 1 : end]
    draft = Draft(kind="table")
    draft.parts.append(Part("headline", [(lines[at].start, lines[at].end)]))
    unit = 1 if body and _UNIT_LINE.match(body[0].text) else 0
    serial = bool(body[unit:]) and body[unit].text in SERIAL
    past = at if serial else take_upright(text, lines, at + 1 + unit, draft)
    if past > at + 1 + unit:
        if unit:
            draft.parts.append(Part("caption", [(body[0].start, body[0].end)]))
        return past, draft
    if body:
        draft.parts.append(Part("table", [(body[0].start, body[-1].end)]))
        table = read_table(text, lines[at], body)
        if table is not None:
            draft.tables.append(table)
    return end, draft


def _first_cells(lines: Sequence[Line], at: int) -> int | None:
    """Number of the first row, if only dates, units and further headlines stand between it and the caption."""
    for number in range(at + 1, min(at + 5, len(lines))):
        if lines[number].kind == "cells":
            return number
        tells = lines[number].kind == "body" and _TELLS_UNIT.search(lines[number].text)
        if lines[number].kind not in ("short", "tablecaption", "masthead", "dateline", "byline") and not tells:
            return None
    return None


def _captioned_cells(text: str, lines: Sequence[Line], at: int, cells: int) -> tuple[int, Draft]:
    """A caption, perhaps a line with the unit or the date, and rows with bars or tabs."""
    draft = Draft(kind="table")
    for line in lines[at:cells]:
        role = _ABOVE.get(line.kind, "headline")
        tells = _UNIT_LINE.match(line.text) or (line.kind == "body" and _TELLS_UNIT.search(line.text))
        draft.parts.append(Part("caption" if tells else role, [(line.start, line.end)]))
    return take_cells(text, lines, cells, draft), draft


def take_note(lines: Sequence[Line], at: int, draft: Draft) -> int:
    """Puts the note below a table (备注：…) into its article; returns the number of the next line."""
    while at < len(lines) and _NOTE.match(lines[at].text):
        draft.parts.append(Part("paragraph", [(lines[at].start, lines[at].end)]))
        at += 1
    return at


def take_cells(text: str, lines: Sequence[Line], at: int, current: Draft) -> int:
    """A table inside an article: rows with bars or tabs; the line in front of it is its caption."""
    end = at
    while end < len(lines) and lines[end].kind == "cells" and lines[end].table == lines[at].table:
        end += 1
    low = max(at - 1, 0)  # the line above may name the columns
    flat = flat_table(lines[low:end], at - low) if lines[at].table else None
    if flat is not None:
        current.parts.append(Part("table", [(lines[at].start, lines[end - 1].end)]))
        current.tables.append(as_table(text, _caption(lines, at), flat))
        return end
    separator = next((sign for sign in _DIVIDERS if any(sign in line.text for line in lines[at:end])), " ")
    framed = separator != "|" or any(line.text.startswith("|") for line in lines[at : min(at + 2, end)])
    rows = [
        (
            (line.start, line.end),
            split_row(text, (line.start, line.end), separator if separator in line.text else "", framed=framed),
        )
        for line in lines[at:end]
        if not is_rule(line.text)
    ]
    current.parts.append(Part("table", [(lines[at].start, lines[end - 1].end)]))
    table = read_grid(text, _caption(lines, at), rows)
    if table is not None:
        current.tables.append(table)
    return end


def take_upright(text: str, lines: Sequence[Line], at: int, current: Draft) -> int:
    """A table inside an article that was copied one cell a line; the number of the line behind it, or ``at``."""
    rows = upright_rows(lines, at)
    table = read_grid(text, _caption(lines, at), rows) if rows else None
    if table is None:
        return at
    current.parts.append(Part("table", [(rows[0][0][0], rows[-1][0][1])]))
    current.tables.append(table)
    return at + sum(len(cells) for _, cells in rows)


def _caption(lines: Sequence[Line], at: int) -> Span | None:
    """The line in front of a table, with the one above it where it only tells the unit."""
    kinds = ("short", "body", "tablecaption")
    if not at or lines[at - 1].kind not in kinds:
        return None
    last = lines[at - 1]
    alone = len(last.text) <= 14 and "单位" in last.text
    first = lines[at - 2] if alone and at > 1 and lines[at - 2].kind in kinds else last
    return first.start, last.end


def lead_behind(lines: Sequence[Line], at: int) -> bool:
    """True where a lead, the title of a notice or running text comes behind short lines."""
    for line in lines[at : at + _LOOK_AHEAD]:
        if line.kind == "lead" or is_notice(line.text):
            return True
        if line.kind != "short":
            return line.kind == "body" and len(line.text) > LONGEST_HEADLINE and "。" in line.text
    return False
