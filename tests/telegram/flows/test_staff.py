"""What staff do, over Telegram's protocol."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from openpyxl import load_workbook

from index.library import Library
from tests.bot.pages import SIGNED, STARTED
from tests.telegram.flows.screens import Phone
from tests.telegram.flows.test_residents import TOTAL, added


async def test_a_sentence_is_checked_claim_by_claim(staff: Phone) -> None:
    await staff.says("/start")
    await staff.presses("工作人员")
    await staff.presses("核对一句话")
    assert "把它发给我" in staff.last.text
    (said,) = await staff.says("第七期三个一批项目共15个，总投资70亿元。区长是张三")
    confirmed, contradicted, unknown = said.text.split("\n\n")
    assert confirmed.startswith("✓ 属实") and "共有“三个一批”项目15个" in confirmed and "出处：" in confirmed
    assert contradicted.startswith("✗ 不符") and "62.4亿元" in contradicted
    assert unknown.startswith("？ 未提及") and "张三" in unknown
    await staff.says("/check 你好")
    assert "属实" not in staff.last.text


async def test_tables_are_files(staff: Phone) -> None:
    await staff.says("/export")
    await staff.presses("项目 csv")
    rows = list(csv.reader(io.StringIO(staff.last.sent.content.decode("utf-8-sig"))))
    assert rows[0][0] == "项目" and len(rows) == 18 and "共17行" in staff.last.text
    await staff.presses("批次 xlsx")
    sheet = load_workbook(io.BytesIO(staff.last.sent.content)).active
    assert sheet is not None
    cells = list(sheet.iter_rows(values_only=True))
    assert cells[0][:3] == ("类别", "期次", "阶段") and any("第七期" in row for row in cells)
    await staff.presses("数据 csv")
    assert "孟庆和" not in staff.last.sent.content.decode("utf-8-sig")


async def test_as_of_a_day(staff: Phone) -> None:
    question = "清河县第二批重点项目总投资多少"
    await staff.says("/asof")
    (then,) = await staff.says(f"2024-03-05 {question}")
    assert "按 2024年3月5日 回答" in then.text and then.bold[0] == "38.6亿元"
    (before,) = await staff.says(f"/asof 2023年2月1日 {question}")
    assert "38.6" not in before.text
    (asked,) = await staff.says("/asof 2024-03-05 书记是谁")
    assert asked.labels == ["清河县书记是谁", "中原区书记是谁"]
    await staff.presses("清河县书记是谁")
    assert "按 2024年3月5日 回答" in staff.last.text and "顾长风" in staff.last.bold
    await staff.says("/asof 2023-02-01")
    assert "4篇文章" in staff.last.text
    await staff.says("/asof 2023-02-30 总投资")
    assert "2023-02-01 这样" in staff.last.text


async def test_conflicts_lead_to_the_articles(staff: Phone, library: Library, tmp_path: Path) -> None:
    added(library, tmp_path, SIGNED, STARTED)
    (said,) = await staff.says("/conflicts")
    assert "3.5亿元" in said.text and "4.2亿元" in said.text and "2024年2月6日" in said.text
    await staff.presses("1")
    assert "青禾区" in staff.last.bold[0]


async def test_an_answer_is_pinned_by_one_tap(staff: Phone, resident: Phone) -> None:
    await resident.says(TOTAL)
    assert not [label for label in resident.last.labels if "核定" in label]
    await staff.says(TOTAL)
    await staff.presses("📌 核定")
    assert "已核定" in staff.last.text and TOTAL in staff.last.text
    await resident.says(TOTAL)
    assert "（由工作人员核定）" in resident.last.text and "出处：" in resident.last.text
    await staff.says("/pins")
    await staff.presses("1")
    await resident.says(TOTAL)
    assert "由工作人员核定" not in resident.last.text
    await staff.says("那开工的呢？")
    await staff.presses("📌 核定")
    assert "问完整" in staff.last.text
    await staff.says("/pin 市长热线 = 12345")
    await resident.says("市长热线")
    assert resident.last.bold[0] == "12345"
