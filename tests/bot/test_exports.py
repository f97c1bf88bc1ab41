"""Files for a spreadsheet: complete, readable by Excel, harmless."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from bot import texts
from bot.showing.exports import as_csv, as_xlsx, table
from index.library import Library


@pytest.mark.parametrize("kind", texts.EXPORT_KINDS)
def test_both_forms_hold_the_same_rows(library: Library, kind: str) -> None:
    header, rows = table(library, kind)
    assert rows and all(len(row) == len(header) for row in rows)
    read = list(csv.reader(io.StringIO(as_csv((header, rows)).decode("utf-8-sig"))))
    assert read[0] == list(header) and len(read) == len(rows) + 1
    book = load_workbook(io.BytesIO(as_xlsx((header, rows), "表")))
    sheet = book["表"]
    assert [cell.value for cell in sheet[1]] == list(header)
    assert sheet.max_row == len(rows) + 1
    assert sheet.freeze_panes == "A2"


def test_every_project_has_its_source(library: Library) -> None:
    header, rows = table(library, "projects")
    columns = {name: number for number, name in enumerate(header)}
    assert len(rows) == len(library.catalogue())
    for row in rows:
        assert row[columns["项目"]] and row[columns["出处"]] and row[columns["原文"]]


def test_no_cell_starts_a_formula() -> None:
    held = (("名称",), [["=1+1"], ["+86"], ["-5"], ["@x"], ["正常\x00\x0b"], [3.5], [None]])
    lines = as_csv(held).decode("utf-8-sig").splitlines()
    assert lines == ["名称", "'=1+1", "'+86", "'-5", "'@x", "正常", "3.5", '""'] or lines[:6] == [
        "名称", "'=1+1", "'+86", "'-5", "'@x", "正常",
    ]  # fmt: skip
    sheet = load_workbook(io.BytesIO(as_xlsx(held, "表"))).active
    assert sheet is not None
    assert sheet["A2"].value == "=1+1" and sheet["A2"].data_type == "s"
    assert sheet["A6"].value == "正常"
