"""A gazette, a newsletter and a workbook as offices make them, with what a reader should find in them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from tests.ingest.built import _article as article
from tests.ingest.makers import Pdf


def built_offices() -> dict[str, tuple[bytes, dict[str, Any]]]:
    """Name of a file: (its bytes, the expected reading)."""
    return {"lanxi.pdf": _gazette(), "wenchang.docx": _newsletter(), "yanling.xlsx": _two_in_one()}


def _gazette() -> tuple[bytes, dict[str, Any]]:
    """Letters one after another; a running head and a page number on every page; a sentence over the page break."""
    made = Pdf()

    def edges(number: int) -> None:
        made.text(60, 40, "兰溪里区人民政府公报 2022年第3期", 8)
        made.text(480, 40, "区政府文件", 8)
        made.text(290, 815, str(number), 8)

    edges(5)
    made.text(130, 90, "兰溪里区人民政府关于印发", 16)
    made.text(130, 112, "2022年城市更新实施方案的通知", 16)
    made.text(230, 135, "兰政〔2022〕11号", 10)
    made.text(60, 165, "各街道办事处，区政府各部门：", 10)
    y = made.column(60, 182, "《2022年城市更新实施方案》已经区政府研究同意，现印发给你们，请认真组织实施。\n一、年度目标\n全年实施城市更新项目32个，完成投资18.6亿元，改造老旧小区41个。", 46)
    made.text(350, y + 10, "兰溪里区人民政府", 10)
    made.text(370, y + 27, "2022年3月9日", 10)
    made.text(130, y + 70, "兰溪里区人民政府办公室关于成立", 16)
    made.text(130, y + 92, "防汛抗旱指挥部的通知", 16)
    made.text(230, y + 115, "兰政办〔2022〕15号", 10)
    made.text(60, y + 145, "各街道办事处，区政府各部门：", 10)
    made.text(80, y + 162, "为做好2022年防汛抗旱工作，区政府决定成立防汛抗旱指挥部，由区长滕宗谅", 10)
    made.page()
    edges(6)
    made.text(60, 90, "任指挥长，副区长吕夷任副指挥长。", 10)
    made.text(80, 107, "指挥部办公室设在区应急管理局。", 10)
    made.text(330, 140, "兰溪里区人民政府办公室", 10)
    made.text(370, 157, "2022年4月2日", 10)
    return made.data(), {"articles": [
        article("notice", ["兰溪里区人民政府关于印发", "2022年城市更新实施方案的通知"], "兰溪里区人民政府关于印发", "2022年3月9日", date="2022-03-09"),
        article("notice", ["兰溪里区人民政府办公室关于成立", "防汛抗旱指挥部的通知"], "兰溪里区人民政府办公室关于成立", "2022年4月2日", date="2022-04-02"),
    ], "joined": ["由区长滕宗谅任指挥长"]}  # fmt: skip


def _newsletter() -> tuple[bytes, dict[str, Any]]:
    """Articles under headings of the second level, a numbered list, a table whose cells hold several paragraphs."""
    from docx import Document

    document = Document()
    document.add_paragraph("文昌里街道工作动态", style="Title")
    document.add_paragraph("第8期　2023年5月26日")
    document.add_paragraph("街道推进垃圾分类示范片区建设", style="Heading 2")
    document.add_paragraph("5月24日，街道召开垃圾分类推进会，明确三项任务：")
    for text in ("建成示范小区15个；", "新增智能投放点26处；", "培训督导员180名。"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("（文昌里街道 章楶）")
    document.add_paragraph("社区工作站标准化改造完成", style="Heading 2")
    document.add_paragraph("截至5月20日，6个社区工作站完成标准化改造，情况如下：")
    rows = [["社区", "面积（平方米）", "新增功能"], ["文昌社区", "860", "助餐厅\n书吧"], ["魁星社区", "1020.5", "托育点"]]
    table = document.add_table(3, 3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            first, *more = text.split("\n")
            cell.text = first
            for one in more:
                cell.add_paragraph(one)
    document.add_paragraph("供稿：文昌里街道党政办")
    out = BytesIO()
    document.save(out)
    return out.getvalue(), {"articles": [
        article("news", ["街道推进垃圾分类示范片区建设"], "街道推进", "章楶）", reporters=["章楶"], date="2023-05-24"),
        article("news", ["社区工作站标准化改造完成"], "社区工作站", "党政办", date="2023-05-20",
                tables=[{"unit": None, "header": rows[0], "rows": [["文昌社区", "860", "助餐厅书吧"], rows[2]]}]),
    ]}  # fmt: skip


def _two_in_one() -> tuple[bytes, dict[str, Any]]:
    """Two tables under one another on one sheet, each with its own caption."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["表1 雁陵区2023年签约项目（单位：亿元）"], ["项目名称", "投资额", "所属园区"], ["雁陵锂电", 18.5, "北园"], ["海川医药", 6.2, "南园"],
        [], ["表2 雁陵区2023年开工项目（单位：万元）"], ["项目名称", "投资额", "开工月份"], ["云创大厦", 43000, "3月"], ["雁北学校", 21500, "5月"],
    ):  # fmt: skip
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue(), {"articles": [
        article("table", ["表1 雁陵区2023年签约项目（单位：亿元）"], "表1雁陵区", "南园",
                tables=[{"unit": "亿元", "header": ["项目名称", "投资额", "所属园区"], "rows": [["雁陵锂电", "18.5", "北园"], ["海川医药", "6.2", "南园"]]}]),
        article("table", ["表2 雁陵区2023年开工项目（单位：万元）"], "表2雁陵区", "5月",
                tables=[{"unit": "万元", "header": ["项目名称", "投资额", "开工月份"], "rows": [["云创大厦", "43000", "3月"], ["雁北学校", "21500", "5月"]]}]),
    ]}  # fmt: skip
