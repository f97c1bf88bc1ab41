"""Project rows from tables and notices."""

from __future__ import annotations

import pytest

from index.extraction import extract
from index.extraction.programmes.tables import kind_of, read_column
from index.ingest import read_text
from tests.extraction.pages import article_of, rows_of, table_article

HEADER = ["序号", "项目名称", "建设单位", "建设地点", "建设规模及内容", "总投资", "年度计划", "建设起止年月"]
ROWS = [
    [
        "1",
        "澄江大道北延工程",
        "区城建投公司",
        "北岭街道",
        "道路长3.6公里、宽40米",
        "48000",
        "20000",
        "2024.4—2025.12",
    ],
    [
        "2",
        "区第二人民医院迁建项目",
        "区卫健局",
        "柳湾镇",
        "床位600张，建筑面积8.2万平方米",
        "56500",
        "18000",
        "2024.5—2026.10",
    ],
    ["3", "实验小学城南校区", "区教育局", "城南街道", "36个班、1620个学位", "14600", "8000", "2024.4—2025.8"],
    [
        "4",
        "博恩精密部件项目（外资）",
        "博恩精密公司",
        "城南智造园",
        "生产线6条",
        "8600万美元",
        "3000万美元",
        "2024.6—2025.11",
    ],
]


def test_columns_fill_fields() -> None:
    article = table_article(
        "附：澄河区二季度集中开工部分重点项目一览表（单位：万元）", HEADER, ROWS, unit="万元"
    )
    road, hospital, school, foreign = rows_of(article).projects
    assert (road.owner, road.place, road.length, road.start, road.end) == (
        "区城建投公司",
        "北岭街道",
        "3.6公里",
        "2024.4",
        "2025.12",
    )
    assert [(one.kind, one.value, one.unit, one.currency) for one in road.investments] == [
        ("总投资", 48000, "万", "元"), ("年度计划投资", 20000, "万", "元"),
    ]  # fmt: skip
    assert (hospital.capacity, hospital.area) == ("床位600张", "8.2万平方米")
    assert school.capacity == "36个班、1620个学位"
    assert [(one.value, one.unit, one.currency) for one in foreign.investments] == [
        (8600, "万", "美元"),
        (3000, "万", "美元"),
    ]
    assert (road.programme, road.period, road.stage, road.ordinal) == ("集中开工", "2024年二季度", "开工", 1)


def test_a_row_is_its_own_evidence() -> None:
    article = table_article("重点项目一览表（单位：万元）", HEADER, ROWS, unit="万元")
    row = rows_of(article).projects[0]
    assert [article.text[a:b].split("\t")[1] for a, b in row.evidence] == ["澄江大道北延工程"]
    assert "".join(article.text[a:b] for a, b in row.name_spans) == row.name


def test_text_and_table_tell_of_one_project() -> None:
    body = (
        "4月16日，澄河区二季度重大项目集中开工活动举行。此次集中开工的34个项目，总投资118.6亿元。"
        "唯一的外资项目博恩精密部件项目，总投资8600万美元。"
    )
    found = rows_of(
        table_article("附：集中开工部分重点项目一览表（单位：万元）", HEADER, ROWS, unit="万元", body=body)
    )
    (foreign,) = [row for row in found.projects if "博恩" in row.name]
    assert foreign.owner == "博恩精密公司" and "博恩精密部件项目（外资）" in foreign.aliases
    assert len([one for one in foreign.investments if one.kind == "总投资"]) == 1
    (batch,) = found.batches
    assert (batch.count, batch.total, len(batch.names), batch.count_ok) == (34, 118.6, 4, None)


def test_units_and_stages_of_columns() -> None:
    article = table_article(
        "2024年第二批重点项目签约情况",
        ["区县", "项目名称", "投资方", "总投资（亿元）", "项目阶段"],
        [
            ["澄河区", "华源新材料", "华源公司", "5.2", "签约"],
            ["东湖区", "金桥产业园", "金桥公司", "1000万欧元", "已开工"],
        ],
    )
    first, second = rows_of(article).projects
    assert (first.stage, first.district, first.investments[0].unit) == ("签约", "澄河区", "亿")
    assert (second.stage, second.district, second.investments[0].currency) == ("开工", "东湖区", "欧元")


def test_the_total_row_is_a_batch_and_is_added_up() -> None:
    rows = [["1", "甲水厂扩建工程", "100"], ["2", "乙大桥新建工程", "250"], ["合计", "", "360"]]
    found = rows_of(
        table_article("2024年重点项目表（单位：万元）", ["序号", "项目名称", "总投资"], rows, unit="万元")
    )
    (batch,) = found.batches
    assert (batch.total, batch.sum_ok) == (0.036, False)
    assert "sum_mismatch" in {flag.kind for flag in found.flags}


def test_other_tables_have_no_projects() -> None:
    article = table_article(
        "空气质量排名", ["名次", "镇街", "综合指数"], [["1", "柳湾镇", "3.21"], ["2", "东港街道", "3.40"]]
    )
    assert rows_of(article).projects == ()


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("总投资\n（万元）", "investment"),
        ("建设起止年月", "period_span"),
        ("业主单位", "owner"),
        ("项目（工程）名称", "name"),
        ("备注", "details"),
    ],
)
def test_headers(header: str, field: str) -> None:
    assert read_column(header).field == field


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("年度计划", "年度计划投资"),
        ("2024年计划投资", "年度计划投资"),
        ("累计完成", "累计完成投资"),
        ("到位资金", "实际到位"),
    ],
)
def test_kinds_of_columns(header: str, kind: str) -> None:
    assert kind_of(header) == kind


def test_a_notice_prints_keys_and_values() -> None:
    (row,) = rows_of(article_of(
        "项目名称：澄河区人民医院综合楼项目\n建设单位：澄河区卫健局\n建设地点：柳湾镇\n"
        "建设规模及内容：新建综合楼一栋，建筑面积3.2万平方米\n总投资：1.86亿元\n建设工期：24个月"
    )).projects  # fmt: skip
    assert (row.name, row.owner, row.place) == ("澄河区人民医院综合楼项目", "澄河区卫健局", "柳湾镇")
    assert (row.investments[0].kind, row.investments[0].value, row.investments[0].unit) == (
        "总投资",
        1.86,
        "亿",
    )


def test_numbered_lines_under_a_heading() -> None:
    found = rows_of(article_of(
        "一、签约项目（2个）\n1.华源新材料项目。总投资5亿元，由华源集团建设。\n2.金桥产业园项目。"
        "总投资3亿元。\n"
        "二、开工项目（1个）\n1.城北水厂扩建工程。投资1.2亿元，日供水能力5万吨。"
    ))  # fmt: skip
    assert [(row.name, row.stage, row.ordinal) for row in found.projects] == [
        ("华源新材料项目", "签约", 1), ("金桥产业园项目", "签约", 2), ("城北水厂扩建工程", "开工", 1),
    ]  # fmt: skip
    assert [row.investments[0].value for row in found.projects] == [5, 3, 1.2]
    assert found.projects[0].owner == "华源集团"


def test_a_ledger_with_a_column_of_batches() -> None:
    article = table_article(
        "棠口县2023年第四批“三个一批”重点项目台账（单位：万元）",
        ["编号", "项目名称", "批次", "建设单位", "总投资", "累计完成投资", "开工时间", "进展情况"],
        [
            ["TK01", "棠口县智慧粮仓项目", "签约一批", "棠口粮储集团", "23600", "0", "", "正在办理用地预审"],
            ["TK02", "棠口一中新校区建设项目", "开工一批", "县教体局", "38900", "7150", "2023.3", "教学楼施工至三层"],
            ["合计", "2个", "", "", "62500", "7150", "", ""],
        ],
        unit="万元", body=(
            "备注：签约一批1个，总投资23600万元；开工一批1个，总投资38900万元，已全部开工。"
        ), district="棠口县",
    )  # fmt: skip
    found = rows_of(article)
    assert [(row.stage, row.period, row.programme, row.start) for row in found.projects] == [
        ("签约", 4, "三个一批", None), ("开工", 4, "三个一批", "2023.3"),
    ]  # fmt: skip
    assert [(b.stage, b.count, b.total, b.names) for b in found.batches] == [
        ("签约", 1, 2.36, ("棠口县智慧粮仓项目",)),
        ("开工", 1, 3.89, ("棠口一中新校区建设项目",)),
        ("合计", 2, 6.25, ("棠口县智慧粮仓项目", "棠口一中新校区建设项目")),
    ]
    assert found.flags == ()


def test_what_the_sentence_above_a_table_only_plans_is_no_stage_of_its_rows() -> None:
    text = (
        "柳湾街道今年改造老旧小区2个\n\n今年，柳湾街道计划改造老旧小区2个，6月进场，11月底前全部完工。\n"
        "| 小区名称 | 所属社区 | 户数 | 总投资（万元） |\n|---|---|---|---|\n"
        "| 纺机新村 | 柳南社区 | 420 | 1260 |\n| 粮站家属院 | 柳北社区 | 96 | 310 |\n"
    )
    rows = [row for article in read_text(text, "x.txt").articles for row in extract(article).projects]
    assert [(row.name, row.stage) for row in rows] == [("纺机新村", None), ("粮站家属院", None)]


def test_a_rate_beside_amounts_is_no_amount() -> None:
    article = table_article(
        "在建项目进展表（单位：亿元、%）", ["项目名称", "业主单位", "总投资", "完成投资", "完成率"],
        [["云池热电联产工程", "区能投集团", "12.6", "4.8", "38.1"], ["北池小学扩建", "区教育局", "0.9", "0.6", "66.7"]],
        unit="亿元",
    )  # fmt: skip
    plant, school = rows_of(article).projects
    assert [one.kind for one in plant.investments] == ["总投资", "完成投资"]
    assert dict(school.details)["完成率"] == "66.7"


def test_cells_have_the_unit_in_brackets_behind_the_caption_and_telephones_are_no_numbers() -> None:
    (prices,) = read_text(
        "瓜果零售均价（元/公斤）\n品种 本周 上周 环比%\n西瓜 3.60 4.20 -14.3\n荔枝 18.00 24.50 -26.5\n毛桃 7.80 7.80 0.0\n",
        "page.txt",
    ).articles
    told = {(fact.subject, fact.attribute): (fact.value, fact.unit) for fact in extract(prices).facts if fact.kind == "number"}
    assert told["荔枝", "上周"] == ("24.50", "元/公斤")
    assert told["荔枝", "环比%"] == ("-26.5", "%")
    (stores,) = read_text(
        "收购点名单\n序号 收购点 电话 序号 收购点 电话\n1 松陵粮站 5510221 3 石浦粮站 5510223\n2 小梅粮库 5510222 4 望江粮库 5510224\n",
        "page.txt",
    ).articles
    called = {fact.subject: fact.value for fact in extract(stores).facts if fact.kind == "phone"}
    assert called["石浦粮站"] == "5510223"
