"""Stated groups in the wordings that bulletins use."""

from __future__ import annotations

import pytest

from index.records import Batch
from tests.extraction.pages import article_of, rows_of


def batches(text: str, district: str = "息县") -> tuple[Batch, ...]:
    return rows_of(article_of(text, district=district)).batches


def figures(text: str) -> list[tuple[str | None, str | None, int | None, float | None]]:
    return [(b.stage, b.category, b.count, b.total) for b in batches(text) if not b.derived]


@pytest.mark.parametrize(
    "text",
    [
        "第十期“三个一批”，我县签约项目5个，总投资18亿元；开工项目8个，总投资35.2亿元；投产项目6个，"
        "总投资20亿元。",
        "第十期“三个一批”活动中，我县签约项目5个、总投资18亿元，开工项目8个、总投资35.2亿元，"
        "投产项目6个、总投资20亿元。",
        "第十期“三个一批”，我县签约、开工、投产项目分别为5个、8个、6个，总投资分别为18亿元、35.2亿元、"
        "20亿元。",
        "第10期“三个一批”项目中，签约一批5个、18亿元，开工一批8个、35.2亿元，投产一批6个、20亿元。",
        "第十期“三个一批”签约项目5个,投资总额18亿元;开工项目8个,投资总额35.2亿元;投产项目6个,投资总额20亿元。",
        "第十期三个一批：5个签约项目，总投资18亿元；8个开工项目，总投资35.2亿元；6个投产项目，总投资20亿元。",
    ],
)
def test_one_content_in_many_wordings(text: str) -> None:
    assert figures(text) == [("签约", None, 5, 18.0), ("开工", None, 8, 35.2), ("投产", None, 6, 20.0)]
    assert {(b.programme, b.period) for b in batches(text)} == {("三个一批", 10)}


def test_kinds_of_projects() -> None:
    text = (
        "全县计划实施重点项目96个，总投资512亿元，年度计划投资212亿元。其中，省重点项目12个，"
        "市重点项目30个；亿元以上项目45个。"
    )
    assert figures(text) == [
        ("合计", None, 96, 512.0),
        (None, "省重点项目", 12, None),
        (None, "市重点项目", 30, None),
        (None, "亿元以上项目", 45, None),
    ]


def test_amounts_that_are_handed_out() -> None:
    text = (
        "今年我县列入省重点项目12个、市重点项目38个，总投资分别为156亿元和320亿元，"
        "年度计划投资分别为45亿元、98亿元。"
    )
    first, second = batches(text)
    assert [(a.kind, a.value) for a in first.amounts] == [("总投资", 156), ("年度计划投资", 45)]
    assert [(a.kind, a.value) for a in second.amounts] == [("总投资", 320), ("年度计划投资", 98)]


def test_districts_stay_apart() -> None:
    found = batches(
        "签约仪式上，中牟县签约项目3个，总投资12亿元；新郑市签约项目5个，总投资20.6亿元。"
        "全市共签约项目58个，协议引资345.7亿元。"
    )
    assert [(b.district, b.count) for b in found] == [("中牟县", 3), ("新郑市", 5), ("全市", 58)]
    assert found[2].total is None and found[2].amounts[0].kind == "协议引资"


def test_rates_with_respectively() -> None:
    (found,) = batches("前三期“三个一批”项目开工率、投产率、达效率分别为97.8%、91.9%和86.8%。")
    assert (found.period, found.stage) == ("1-3", "累计")
    assert [(r.name, r.value) for r in found.rates] == [("开工率", 97.8), ("投产率", 91.9), ("达效率", 86.8)]


def test_what_has_begun_is_a_status_and_no_further_batch() -> None:
    (found,) = [b for b in batches("第八期“三个一批”签约项目5个，已开工3个，开工率60%。") if not b.derived]
    assert (found.count, found.status, found.rates[0].value) == (5, "已开工3个", 60.0)


@pytest.mark.parametrize(
    "text",
    [
        "力争签约亿元以上项目30个以上。",
        "确保全年新开工项目不少于20个。",
        "第三个项目是水厂。",
        "这是一个好项目。",
    ],
)
def test_wishes_and_single_things_are_not_counted(text: str) -> None:
    assert batches(text) == ()


def test_names_in_front_of_the_count() -> None:
    found = rows_of(
        article_of(
            "天河新能源汽车零部件项目、城北棚户区改造项目、第三幼儿园新建工程等12个重大项目集中开工，"
            "总投资23.6亿元。"
        )
    )
    assert [(row.name, row.stage) for row in found.projects] == [
        ("天河新能源汽车零部件项目", "开工"), ("城北棚户区改造项目", "开工"), ("第三幼儿园新建工程", "开工"),
    ]  # fmt: skip
    (batch,) = found.batches
    assert (batch.count, batch.total, batch.count_ok, len(batch.names)) == (12, 23.6, None, 3)


def test_each_name_with_its_own_amount() -> None:
    found = rows_of(article_of(
        "总投资13.13亿元的钢卷尺创新产业园项目、总投资8亿元的科迪速冻食品智能工厂项目、"
        "总投资5000万元的利民镇冷库项目等12个重大项目集中签约。"
    ))  # fmt: skip
    assert [(row.name, row.investments[0].value, row.investments[0].unit) for row in found.projects] == [
        ("钢卷尺创新产业园项目", 13.13, "亿"), ("科迪速冻食品智能工厂项目", 8, "亿"), ("利民镇冷库项目", 5000, "万"),
    ]  # fmt: skip
    assert found.batches[0].total is None


def test_fields_of_work_are_no_names() -> None:
    found = rows_of(
        article_of("新能源、装备制造、生物医药等12个项目集中签约，涵盖先进制造业、基础设施、民生事业等领域。")
    )
    assert found.projects == () and found.batches[0].names == ()


def test_lists_under_a_stage_without_a_count() -> None:
    found = rows_of(
        article_of("开工一批：智慧岛三期、金水河生态修复工程；投产一批：宏达汽配产业园、郑北冷链物流港。")
    )
    assert [(row.name, row.stage) for row in found.projects] == [
        ("智慧岛三期", "开工"), ("金水河生态修复工程", "开工"), ("宏达汽配产业园", "投产"), ("郑北冷链物流港", "投产"),
    ]  # fmt: skip


def test_a_mirror_with_odd_signs_is_read_and_quoted_as_printed() -> None:
    article = article_of(
        "第 七 期“三个一批”開工項目 ２ 個,總投資 31.2 億元。分別是:泛锐云智項目、大喜城綜合體項目。"
    )
    found = rows_of(article)
    assert [row.name for row in found.projects] == ["泛锐云智項目", "大喜城綜合體項目"]
    assert "泛锐云智项目" in found.projects[0].aliases
    (batch,) = found.batches
    assert (batch.period, batch.count, batch.total, batch.names) == (
        7,
        2,
        31.2,
        ("泛锐云智項目", "大喜城綜合體項目"),
    )


def test_names_behind_a_kind_are_names_of_that_kind() -> None:
    text = (
        "本期推出项目9个，总投资58.3亿元。\n产业项目5个，总投资40.1亿元。分别为：华腾轴承扩产、锦丰面业二期、"
        "青禾种苗繁育中心、远达冷链仓储园、宏立新材料基地。\n基础设施项目4个，总投资18.2亿元，均已开工。"
        "分别为：滨河路改造、城南水厂、货运站迁建、李庄大桥。"
    )
    names = {b.category: b.names for b in batches(text) if b.category}
    assert names["产业项目"][0] == "华腾轴承扩产" and len(names["产业项目"]) == 5
    assert names["基础设施项目"] == ("滨河路改造", "城南水厂", "货运站迁建", "李庄大桥")


def test_parts_that_are_told_off_before_they_are_counted() -> None:
    text = (
        "“春笋计划”第四季共推出项目9个，总投资30亿元，按出土、拔节、进港三个梯次推进。\n"
        "出土项目4个，总投资10亿元。\n拔节项目3个，总投资12亿元。\n进港项目2个，总投资8亿元。"
        "分别为：东岭粮库改建、清溪污水处理厂三期。"
    )
    assert figures(text) == [
        ("合计", None, 9, 30.0), ("出土类", None, 4, 10.0), ("拔节类", None, 3, 12.0), ("进港类", None, 2, 8.0)
    ]
    assert [len(b.names) for b in batches(text) if b.stage == "进港类"] == [2]


def test_the_programme_of_a_headlines_round_is_named_in_the_text() -> None:
    text = "本报讯 3月2日，息县举行“百日攻坚”第五期项目推进会。本期共推出项目12个，总投资64.3亿元。"
    read = rows_of(article_of(text, headlines=["息县举行第五期项目集中推进会"], district="息县"))
    assert [(b.programme, b.period, b.count) for b in read.batches] == [("百日攻坚", 5, 12)]
    assert not read.projects
