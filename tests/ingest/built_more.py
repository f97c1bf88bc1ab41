"""More pages in binary formats with what a reader should find in them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from tests.ingest.built import _article as article
from tests.ingest.makers import Pdf


def built_more() -> dict[str, tuple[bytes, dict[str, Any]]]:
    """Name of a file: (its bytes, the expected reading)."""
    return {
        "hanguang.docx": _word_report(), "lihua.xlsx": _book(), "yuedong.pdf": _front_page(),
        "tieling-table.pdf": _long_table(),
    }  # fmt: skip


def _word_report() -> tuple[bytes, dict[str, Any]]:
    """A red-headed letter: office, number, title, numbered sections, a table with merged cells, signature."""
    from docx import Document

    document = Document()
    document.sections[0].header.paragraphs[0].text = "含光区人民政府文件"
    for text in ("含政发〔2022〕9号", "", "含光区人民政府", "关于下达2022年重点民生实事任务的通知", "", "各街道办事处，区政府各部门："):
        document.add_paragraph(text)
    document.add_paragraph("经区政府研究，现将2022年重点民生实事任务下达给你们，请认真落实。")
    document.add_paragraph("一、任务安排")
    document.add_paragraph("全年安排民生实事12件，总投资5.3亿元，分解任务如下表。")
    table = document.add_table(4, 4)
    cells = [
        ["类别", "事项", "投资（万元）", "责任单位"],
        ["教育", "新建幼儿园3所", "9600", "区教体局"],
        ["", "改造操场8处", "1240", "区教体局"],
        ["交通", "打通断头路5条", "21800", "区城管局"],
    ]
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 0).text = "教育"
    for text in ("二、工作要求", "各责任单位每月25日前报送进度。", "", "含光区人民政府", "2022年2月18日", "（联系人：游子吟　电话：68123456）"):
        document.add_paragraph(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue(), {"articles": [
        article("notice", ["含光区人民政府", "关于下达2022年重点民生实事任务的通知"], "含光区人民政府关于下达", "68123456）", date="2022-02-18",
                tables=[{"unit": None, "header": cells[0], "rows": [cells[1], ["教育", *cells[2][1:]], cells[3]]}]),
    ]}  # fmt: skip


def _book() -> tuple[bytes, dict[str, Any]]:
    """A title over merged cells, the unit at the right, a header in two rows, a total, a note below."""
    from datetime import date

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "产业项目"
    rows: list[list[object]] = [
        ["黎花县2024年产业项目投资完成情况表", None, None, None, None],
        [None, None, None, None, "单位：万元"],
        ["项目名称", "开工日期", "投资", None, "备注"],
        [None, None, "年度计划", "累计完成", None],
        ["黎花绿色建材园", date(2024, 3, 5), 26000, 13450.5, None],
        ["预制菜中央厨房\n（一期）", date(2023, 11, 20), 8800, 8800, "已投产"],
        ["合计", None, 34800, 22250.5, None],
        ["注：数据截至2024年6月30日。", None, None, None, None],
    ]
    for row in rows:
        sheet.append(row)
    for span in ("A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "A8:E8"):
        sheet.merge_cells(span)
    second = book.create_sheet("增速")
    for row in (["乡镇", "上半年增速"], ["梨园镇", 0.0835], ["花桥乡", -0.012]):
        second.append(row)
    for cell in (second["B2"], second["B3"]):
        cell.number_format = "0.0%"
    out = BytesIO()
    book.save(out)
    return out.getvalue(), {"articles": [
        article("table", ["产业项目", "黎花县2024年产业项目投资完成情况表", "单位：万元"], "产业项目", "6月30日。",
                tables=[{"unit": "万元", "header": ["项目名称", "开工日期", "投资年度计划", "投资累计完成", "备注"], "rows": [
                    ["黎花绿色建材园", "2024年3月5日", "26000", "13450.5", ""],
                    ["预制菜中央厨房（一期）", "2023年11月20日", "8800", "8800", "已投产"],
                    ["合计", "", "34800", "22250.5", ""]]}]),
        article("table", ["增速"], "增速", "-1.2%",
                tables=[{"unit": None, "header": ["乡镇", "上半年增速"], "rows": [["梨园镇", "8.35%"], ["花桥乡", "-1.2%"]]}]),
    ]}  # fmt: skip


def _front_page() -> tuple[bytes, dict[str, Any]]:
    """A headline over four columns, a second article in the lower right, a box on the left, a caption."""
    made = Pdf()
    made.text(60, 36, "越东日报", 20)
    made.text(60, 54, "2021年9月28日 星期二 农历辛丑年八月廿二 今日8版 第9613期", 8)
    made.text(60, 90, "前三季度签约项目六十四个", 12)
    made.text(60, 118, "越东区招商引资跑出“加速度”", 24)
    left = (
        "\u3000\u3000本报讯（记者 岑参 通讯员 高适）9月26日，越东区前三季度招商引资工作推进会召开。今年以来，全区签约项目64个，协议引资137.2亿元，其中超10亿元项目4个。\n"
        "\u3000\u3000会议通报，越东区实际到位内资58.6亿元，同比增长18.3%，完成年度目标的81.4%。外资到位2160万美元。\n"
        "\u3000\u3000区委书记孟浩然强调，要围绕主导产业强链补链，四季度再签约10个以上亿元项目。\n"
        "\u3000\u3000推进会上，3个项目现场签约。"
    )  # fmt: skip
    lines = [one[at : at + 12] for one in left.split("\n") for at in range(0, len(one), 12)]
    half = (len(lines) + 1) // 2
    made.lines(60, 145, lines[:half], 10)
    made.lines(195, 145, lines[half:], 10)
    made.text(330, 145, "城东污水处理厂通水运行", 16)
    made.lines(330, 170, [
        "\u3000\u3000本报讯（记者 王之涣）9月25日，城东污", "水处理厂正式通水运行，日处理能力4万", "吨，总投资2.7亿元，服务人口12万人。",
        "\u3000\u3000该项目由越东水务集团建设，历时20个月", "建成。",
    ], 10)  # fmt: skip
    made.text(330, 262, "▲城东污水处理厂一角 王之涣 摄", 8)
    return made.data(), {"articles": [
        article("news", ["前三季度签约项目六十四个", "越东区招商引资跑出“加速度”"], "前三季度签约", "现场签约。", reporters=["岑参"], correspondents=["高适"],
                date="2021-09-26", issue="9613"),
        article("news", ["城东污水处理厂通水运行"], "城东污水处理厂通水", "王之涣 摄", reporters=["王之涣"], date="2021-09-25"),
    ], "joined": ["同比增长18.3%", "外资到位2160万美元"]}  # fmt: skip


def _long_table() -> tuple[bytes, dict[str, Any]]:
    """A ruled table that goes on over the page break with its header printed again."""
    header = ["序号", "项目名称", "建设内容", "总投资", "进度"]
    names = ["铁岭里大桥", "北坡公园", "职教中心\n实训楼", "智慧停车场", "村级道路", "垃圾转运站"]
    rows = [[str(n), name, f"建设内容{'甲乙丙丁戊己'[n - 1]}，规模{n * 12}亩", str(n * 1500), f"{40 + n * 5}%"] for n, name in enumerate(names, 1)]
    made = Pdf()
    made.text(120, 60, "铁岭里区2020年政府投资项目计划表", 16)
    made.text(420, 80, "单位：万元", 9)
    made.table(60, 90, [header, *rows[:3]], [40, 110, 160, 80, 60])
    made.page()
    made.table(60, 60, [header, *rows[3:]], [40, 110, 160, 80, 60])
    made.text(60, 200, "备注：进度截至2020年8月底。", 9)
    flat = [[cell.replace("\n", "") for cell in row] for row in rows]
    return made.data(), {"articles": [
        article("table", ["铁岭里区2020年政府投资项目计划表"], "铁岭里区2020年", "8月底。", tables=[{"unit": "万元", "header": header, "rows": flat}]),
    ]}  # fmt: skip
