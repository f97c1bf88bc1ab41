"""Programme pages as they are laid out: numbered items without marks, prices in front of names, marks of bullets."""

from __future__ import annotations

from index.extraction import extract
from index.ingest import read_text
from index.records import Extraction, ProjectRow


def read(*lines: str) -> Extraction:
    return extract(read_text("\n".join(lines) + "\n", "page.txt").articles[0])


def row(project: ProjectRow) -> tuple[object, ...]:
    price = next((one.value for one in project.investments if one.kind == "总投资"), None)
    return project.name, project.stage, price


NUMBERED = (
    "丰林市第六批“双百工程”项目签约、开工、竣工情况",
    "",
    "一、签约项目（3个，合同投资额31亿元）",
    "1．临港智慧物流港项目（投资方：顺达物流集团；投资额15亿元；落户：河东街道）",
    "2．芦苇浆纸一体化项目（投资方：绿纤纸业；投资额12亿元；落户：南桥镇）",
    "3．预制菜中央厨房（投资方：渔家食品；投资额4亿元；落户：高新区）",
    "二、开工项目（2个，总投资14.6亿元）",
    "1．青石湖大桥，总投资9.6亿元，工期36个月",
    "2．城区供水管网改造，总投资5亿元",
    "三、竣工项目（2个，总投资8亿元）",
    "1．辣椒酱新厂区，总投资6亿元，5月18日竣工",
    "2．河东养老中心，总投资2亿元，7月2日竣工",
)


def test_numbered_lines_without_a_full_stop_are_items() -> None:
    found = read(*NUMBERED)
    assert [(b.period, b.stage, b.count, b.total) for b in found.batches] == [
        ("第六批", "签约", 3, 31.0), ("第六批", "开工", 2, 14.6), ("第六批", "竣工", 2, 8.0)
    ]
    assert [row(one) for one in found.projects] == [
        ("临港智慧物流港项目", "签约", 15.0), ("芦苇浆纸一体化项目", "签约", 12.0), ("预制菜中央厨房", "签约", 4.0),
        ("青石湖大桥", "开工", 9.6), ("城区供水管网改造", "开工", 5.0),
        ("辣椒酱新厂区", "竣工", 6.0), ("河东养老中心", "竣工", 2.0),
    ]


def test_what_the_bracket_of_an_item_says_is_the_projects() -> None:
    first = read(*NUMBERED).projects[0]
    assert (first.owner, first.place) == ("顺达物流集团", "河东街道")


def test_a_numbered_sentence_that_is_wrapped_stays_whole() -> None:
    page = read_text(
        "区教育局答复代表建议\n\n1．关于加快城北小学建设的建议，我局已经会同自然资源部门\n完成选址，年内开工。\n"
        "2．关于增加公办幼儿园学位的建议，明年新增学位600个。\n", "x.txt"
    )  # fmt: skip
    body = [block.text.text for block in page.articles[0].blocks if block.role == "paragraph"]
    assert len(body) == 2 and "自然资源部门完成选址，年内开工" in body[0].replace("\n", "")


def test_prices_stand_in_front_of_names() -> None:
    found = read(
        "丰林县第九期“三个一批”项目建设活动举行",
        "",
        "签约项目3个，总投资16.8亿元，分别是：总投资8.5亿元的高端涂料项目、总投资5.2亿元的光伏支架项目、"
        "3.1亿元的羽绒制品产业园项目。",
        "刘敏说，前八期“三个一批”，我县累计投产项目58个，总投资212.6亿元，达效率91.4%。",
        "双丰冷链项目由双丰物流公司投资建设，总投资4.8亿元。",
    )
    assert [row(one) for one in found.projects] == [
        ("高端涂料项目", "签约", 8.5), ("光伏支架项目", "签约", 5.2), ("羽绒制品产业园项目", "签约", 3.1),
        ("双丰冷链项目", None, 4.8),
    ]
    assert found.projects[-1].period != "1-8"


def test_marks_of_bullets_are_no_part_of_a_name() -> None:
    found = read(
        "柳桥区三季度重大项目集中开工",
        "",
        "此次集中开工项目34个，总投资156.2亿元。代表性项目包括：",
        "○ 星源半导体基地，投资单位星源微电子股份有限公司，总投资18亿元。",
        "○ 柳桥大道南延，总投资5.6亿元，全长7.2公里。",
        "一季度集中开工项目31个，总投资168亿元；二季度32个，总投资157.8亿元。",
    )
    assert [(one.name, one.owner) for one in found.projects] == [
        ("星源半导体基地", "星源微电子股份有限公司"), ("柳桥大道南延", None)
    ]
    quarters = {(str(b.period).removeprefix("2026年"), b.count, b.total) for b in found.batches}
    assert {("一季度", 31, 168.0), ("二季度", 32, 157.8)} <= quarters


def test_a_schedule_of_quarters_is_no_further_round() -> None:
    found = read(
        "柳桥县2026年“四个一批”项目启动",
        "",
        "柳桥县2026年“四个一批”项目62个，总投资139.6亿元。“开工一批”项目20个，总投资34.7亿元，"
        "其中一季度9个、二季度7个、三季度4个。",
    )
    assert [(b.stage, b.count) for b in found.batches] == [("合计", 62), ("开工", 20)]


def test_the_round_of_the_headline_before_the_quarter_of_an_event() -> None:
    found = read(
        "柳桥区首批“三张清单”项目24个 总投资96.7亿元",
        "",
        "2月6日，东陵市一季度重大项目集中推进活动举行。柳桥区2023年首批“三张清单”项目24个，总投资96.7亿元。",
        "“续建清单”项目8个，总投资41.5亿元。",
        "“前期清单”项目5个，总投资16.3亿元。",
        "2022年柳桥区实施“三张清单”项目61个，完成投资132.4亿元。",
    )
    assert [(b.period, b.stage, b.category, b.count) for b in found.batches if not b.derived] == [
        ("2023年首批", "合计", None, 24), ("2023年首批", "续建清单", None, 8), ("2023年首批", "前期清单", None, 5),
        ("2022年", "合计", None, 61),
    ]  # fmt: skip


def told(found: Extraction) -> list[tuple[object, ...]]:
    return [(b.period, b.stage, b.category, b.count, b.total) for b in found.batches]


def test_kinds_whose_counts_add_up_are_parts() -> None:
    found = read(
        "柳桥县第十一轮“项目比武”揭晓",
        "",
        "本轮参评项目46个，总投资211亿元，其中优秀12个、良好21个、一般10个、较差3个。",
        "评为较差的3个项目是：职教中心迁建（进度滞后4个月）、南门老街改造（征迁未完成）、滨江停车楼（资金未到位）。",
    )
    assert [(b.category, b.count) for b in found.batches] == [
        (None, 46), ("优秀项目", 12), ("良好项目", 21), ("一般项目", 10), ("较差项目", 3)
    ]
    assert found.batches[-1].names == ("职教中心迁建", "南门老街改造", "滨江停车楼")


def test_each_part_keeps_its_own_amount() -> None:
    found = read(
        "柳桥区8个项目集中签约",
        "",
        "会上，共签约项目8个，协议总投资46.9亿元：其中集成电路产业链4个，投资29.6亿元；生物医药产业链3个，"
        "投资12.3亿元；现代服务业1个，投资5亿元。",
    )
    assert [(b.category, b.count, b.total, len(b.amounts)) for b in found.batches if b.count != 8] == [
        ("集成电路产业链项目", 4, 29.6, 1), ("生物医药产业链项目", 3, 12.3, 1), ("现代服务业项目", 1, 5.0, 1)
    ]


def test_an_amount_behind_a_row_of_counts_is_of_all_of_them() -> None:
    found = read(
        "柳桥县第十五期“三个集中”活动举行",
        "",
        "4月2日，柳桥县第十五期“三个集中”活动举行。参加本期活动的项目共36个，总投资222.2亿元。",
        "第十四期签约12个、开工16个、投产11个，总投资201.3亿元。",
    )
    assert set(told(found)) == {
        (15, "合计", None, 36, 222.2), (14, "合计", None, 39, 201.3), (14, "签约", None, 12, None), (14, "开工", None, 16, None),
        (14, "投产", None, 11, None),
    }  # fmt: skip


def test_a_label_in_front_of_a_colon_says_what_is_counted() -> None:
    found = read(
        "全市项目观摩评比揭晓",
        "━━━━━━━━━━",
        "●集中签约：15个项目、总投资88.2亿元",
        "●集中开工：21个项目、总投资134亿元",
        "━━━━━━━━━━",
        "4月2日上午，柳桥县第十五期“三个集中”活动举行。参加本期活动的项目共36个，总投资222.2亿元。",
    )
    assert [(b.programme, b.stage, b.count) for b in found.batches] == [
        ("集中签约", "签约", 15), ("集中开工", "开工", 21), ("三集中", "合计", 36)
    ]


def test_a_project_that_was_visited_is_told_of_in_the_next_sentence() -> None:
    found = read(
        "柳桥县举行重大项目现场会",
        "",
        "在竹园镇，与会人员观摩了青竹纤维新材料产业园项目。该项目总投资10.5亿元，由青竹纤维有限公司投资建设。",
    )
    assert [(one.name, one.owner) for one in found.projects] == [
        ("青竹纤维新材料产业园项目", "青竹纤维有限公司")
    ]


def test_the_row_of_totals_may_count_the_projects() -> None:
    page = read_text(
        "柳桥县项目清单\n（单位：万元）\n序号 项目名称 责任单位 总投资 年度计划投资\n"
        "1 白云公路改建 交通运输局 38600 12000\n2 云杉智能家具 经开区 52000 30000\n"
        "3 石坝水库除险加固 水务局 9300 6500\n合计3个项目 99900 48500\n", "x.txt"
    )  # fmt: skip
    assert [len(article.tables[0].rows) for article in page.articles if article.tables] == [4]


def test_lines_that_differ_in_name_and_figures_stand_alone() -> None:
    page = read_text(
        "全市一季度重大项目集中开工\n\n2月25日，活动举行。各县区集中开工情况：\n港城区 22个 总投资145亿元\n"
        "云台区 18个 总投资96.5亿元\n东海县 21个 总投资88.3亿元\n按类别分：产业项目89个，民生项目18个。\n", "x.txt"
    )  # fmt: skip
    said = [block.text.text for block in page.articles[0].blocks]
    assert "云台区 18个 总投资96.5亿元" in said and "东海县 21个 总投资88.3亿元" in said


def test_what_stands_behind_the_colon_of_a_count_is_of_the_named_ones() -> None:
    found = read(
        "柳桥区二季度重大项目集中开工",
        "",
        "集中开工项目中，10亿元以上项目3个：中车电驱基地，总投资16亿元；龙腾光电扩产，总投资11亿元；"
        "国药智能仓，总投资10亿元。",
        "一季度签约的24个项目，目前已注册19个、开工8个。",
    )
    assert [(b.category, b.count, b.total) for b in found.batches if b.category] == [("10亿元以上项目", 3, None)]
    assert 8 not in {b.count for b in found.batches}


def test_a_headline_above_keys_and_values_is_the_project() -> None:
    page = read_text(
        "【点将一】青石医药产业园二期\n投资规模：6.8亿元\n建设单位：青石医药集团\n形象进度：主体完成70%\n\n"
        "【点将二】县城第二水源工程\n投资规模：2.35亿元\n建设单位：县水务公司\n形象进度：管网完成31公里\n", "x.txt"
    )  # fmt: skip
    rows = [(one.name, one.owner) for article in page.articles for one in extract(article).projects]
    assert ("县城第二水源工程", "县水务公司") in rows and ("青石医药产业园二期", "青石医药集团") in rows
