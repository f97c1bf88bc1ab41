"""Programmes laid out in sections: a heading, its count, the projects below; rounds beside all that a year has."""

from __future__ import annotations

from index.extraction import extract
from index.records import Extraction
from tests.extraction.pages import article_of


def read(*lines: str, headline: str) -> Extraction:
    return extract(article_of("\n".join(lines), headlines=(headline,)))


def told(found: Extraction) -> set[tuple[object, ...]]:
    return {(b.period, b.stage, b.category, b.count, b.total) for b in found.batches}


SECTIONS = (
    "9月2日，澄河区“四步走”第三批次集中行动举行。",
    "第三批次共安排项目9个，总投资40亿元。",
    "一、签约落地",
    "项目2个，总投资11亿元。其中，华岳轴承项目总投资6亿元。",
    "二、开工落地",
    "项目4个，总投资17亿元，分别是：",
    "1.柳湾光伏项目",
    "2.云舟冷链小镇",
    "3.北岭煤矿智能化改造项目",
    "4.2024年老旧小区改造项目",
    "三、投产落地",
    "项目3个，总投资12亿元：",
    "★金屏铸件生产线：金屏集团建设，总投资6亿元；",
    "★区全民健身中心：区体育局建设，总投资4亿元，建筑面积3万平方米；",
    "★连翘茶加工项目：青芽公司建设，总投资2亿元。",
    "据介绍，第二批次项目7个，总投资31亿元。其中，签约落地3个、9亿元；开工落地4个、22亿元，已全部开工。",
    "第一批次至第二批次累计实施项目15个，总投资66亿元。",
)


def test_a_heading_names_the_group_that_is_counted_below_it() -> None:
    found = read(*SECTIONS, headline="澄河区“四步走”第三批次集中行动举行")
    assert {batch.programme for batch in found.batches} == {"四步走"}
    assert told(found) == {
        ("第三批", "合计", None, 9, 40.0), ("第三批", "签约", None, 2, 11.0), ("第三批", "开工", None, 4, 17.0),
        ("第三批", "投产", None, 3, 12.0), ("第二批", "合计", None, 7, 31.0), ("第二批", "签约", None, 3, 9.0),
        ("第二批", "开工", None, 4, 22.0), ("前二批", "累计", None, 15, 66.0),
    }  # fmt: skip


def test_the_items_below_a_heading_are_its_projects() -> None:
    found = read(*SECTIONS, headline="澄河区“四步走”第三批次集中行动举行")
    names = {batch.stage: batch.names for batch in found.batches if batch.period == "第三批"}
    assert names["开工"] == ("柳湾光伏项目", "云舟冷链小镇", "北岭煤矿智能化改造项目", "2024年老旧小区改造项目")
    assert names["投产"] == ("金屏铸件生产线", "区全民健身中心", "连翘茶加工项目")
    owners = {row.name: row.owner for row in found.projects}
    assert owners["区全民健身中心"] == "区体育局"
    assert owners["金屏铸件生产线"] == "金屏集团"


def test_all_that_a_year_has_is_no_round_of_the_programme() -> None:
    found = read(
        "2月13日，澄河县“百项攻坚”动员大会暨首批项目集中开工仪式举行。",
        "首批项目31个，总投资88.4亿元。按建设性质分，新建项目14个，总投资47.6亿元；续建项目9个，总投资29.3亿元；"
        "技改项目8个，总投资11.5亿元。按行业分，制造业17个，现代农业6个。",
        "县长说，2024年，全县112个县级重点项目完成投资163.5亿元。2025年，全县安排县级重点项目126个，计划总投资402亿元。"
        "要确保首批项目3月底前开工率达到100%。",
        "据悉，2024年“百项攻坚”首批项目26个，总投资70.9亿元。",
        headline="澄河县“百项攻坚”首批31个项目集中开工 总投资88.4亿元",
    )
    said = {(b.programme, b.period, b.stage, b.category, b.count) for b in found.batches}
    assert {
        ("百项攻坚", "首批", "合计", None, 31), ("百项攻坚", "首批", None, "技改项目", 8),
        ("百项攻坚", "首批", None, "新建项目", 14), ("重点项目", "2024年", "合计", None, 112),
        ("重点项目", "2025年", "合计", None, 126), ("百项攻坚", "2024年首批", "合计", None, 26),
    } <= said  # fmt: skip
    assert {stage for _, _, stage, category, _ in said if category} == {None}


def test_all_projects_of_a_round_are_no_project() -> None:
    found = read(
        "10月24日，澄河区“金秋攻坚”第八期项目推进会召开。",
        "“落子”类项目2个，其中，东和轴承项目为日商独资，总投资4200万美元。“破土”类项目3个。首轮项目开工率为96%。",
        headline="澄河区“金秋攻坚”第八期项目集中推进",
    )
    assert [row.name for row in found.projects] == ["东和轴承项目"]
