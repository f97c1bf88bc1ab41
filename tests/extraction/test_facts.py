"""Facts: each value with what it is about, in the words of the page."""

from __future__ import annotations

import pytest

from index.extraction import extract
from index.records import Fact
from tests.extraction.pages import article_of


def facts_of(body: str, *headlines: str) -> list[Fact]:
    return list(extract(article_of(body, headlines=headlines)).facts)


def labels(body: str, *headlines: str) -> dict[str, tuple[str, str]]:
    """Value → (subject, attribute) of the first fact that holds it."""
    found: dict[str, tuple[str, str]] = {}
    for fact in facts_of(body, *headlines):
        found.setdefault(fact.value, (fact.subject, fact.attribute))
    return found


@pytest.mark.parametrize(
    ("body", "value", "subject", "attribute"),
    [
        ("柳湾大道北延工程全长4.6公里，工期18个月。", "4.6公里", "柳湾大道北延工程", "全长"),
        ("柳湾大道北延工程全长4.6公里，工期18个月。", "18个月", "柳湾大道北延工程", "工期"),
        ("工业类项目31个，完成投资12.5亿元。", "12.5亿元", "工业类项目", "完成投资"),
        ("一般公共预算收入8.4亿元，同比增长6.1%。", "8.4亿元", "", "一般公共预算收入"),
        ("一般公共预算收入8.4亿元，同比增长6.1%。", "6.1%", "", "一般公共预算收入同比增长"),
        ("一、二、三产业增加值分别增长2.5%、7.1%、5.9%。", "7.1%", "二产业增加值", "增长"),
        ("报销比例略有提高，在职职工为82%、退休职工为88%。", "88%", "退休职工", "报销比例"),
        ("东港街道22名，柳湾镇9名。", "9名", "柳湾镇", ""),
        ("去年新增公办园学位1260个。", "1260个", "", "新增公办园学位"),
    ],
)
def test_a_figure_and_what_it_is_about(body: str, value: str, subject: str, attribute: str) -> None:
    found = labels(body)[value]
    assert subject in found[0] and attribute in found[1], found


def test_dates_are_named_by_what_happens() -> None:
    found = labels("5月9日，澄河区招商推介会在云舟宾馆举行。主楼6月3日封顶，计划2025年8月交付。")
    assert found["5月9日"] == ("澄河区招商推介会", "举行时间")
    assert found["6月3日"] == ("主楼", "封顶时间")
    assert found["2025年8月"][1] == "交付时间"


@pytest.mark.parametrize(
    ("body", "value", "subject", "attribute"),
    [
        (
            "青岚中学新校区总投资2.4亿元，建设单位为区教投公司，计划2026年8月竣工；湖心岛栈桥总投资900万元，长640米。",
            "2026年8月", "青岚中学新校区", "竣工时间",
        ),
        ("陶瓷膜项目总投资3亿元，由澄膜科技有限公司投资建设，占地60亩，预计9月底试生产。", "9月底", "陶瓷膜项目", "试生产"),
        ("陶瓷膜项目总投资3亿元，至今未动工，施工方负责人当场承诺7月20日前进场。", "7月20日", "陶瓷膜项目", "进场时间"),
        ("5月9日，澄河区统计局公布了乡镇投资排名。", "5月9日", "乡镇投资排名", "公布时间"),
    ],
)  # fmt: skip
def test_a_date_is_of_what_its_own_clause_is_about(body: str, value: str, subject: str, attribute: str) -> None:
    found = labels(body)[value]
    assert subject in found[0] and attribute in found[1], found


def test_an_event_behind_the_verb_is_the_subject() -> None:
    found = labels("5月9日，澄河区政府召开第三次全体会议。")
    assert found["5月9日"] == ("第三次全体会议", "召开时间")


def test_a_window_of_time_is_the_period_of_its_figures() -> None:
    (fact,) = [f for f in facts_of("1至5月份，全区重点项目累计完成投资31.7亿元。") if f.kind == "money"]
    assert fact.period == "1至5月份" and fact.district == "澄河区"


def test_what_rows_and_batches_say_stands_among_the_facts() -> None:
    body = (
        "第五期“三个一批”签约一批项目2个，总投资9亿元，分别是：华岳轴承制造项目、云河水库工程。"
        "华岳轴承制造项目由华岳科技有限公司投资建设，占地80亩。"
    )
    facts = {(f.subject, f.attribute): f for f in facts_of(body)}
    assert facts["华岳轴承制造项目", "批次"].value == "签约一批"
    assert facts["云河水库工程", "批次"].period == 5
    assert facts["华岳轴承制造项目", "建设单位"].value == "华岳科技有限公司"
    total = next(f for f in facts.values() if f.value == "9亿元")
    assert (total.attribute, total.period, total.stage) == ("总投资", 5, "签约")


def test_people_their_offices_and_what_they_did() -> None:
    body = "5月9日，副区长罗一鸣主持推进会。罗一鸣强调，各街道要在月底前完成摸底。"
    facts = facts_of(body)
    assert any((f.subject, f.attribute, f.value) == ("罗一鸣", "职务", "副区长") for f in facts)
    assert any((f.kind, f.attribute, f.value) == ("act", "主持", "罗一鸣") for f in facts)
    said = next(f for f in facts if f.kind == "said")
    assert said.subject == "罗一鸣" and "月底前完成摸底" in said.value


def test_an_appointment_and_a_removal() -> None:
    facts = facts_of("决定任命：\n罗一鸣为澄河区水利局局长；\n免去：\n沈白露的澄河区水利局局长职务。")
    assert any((f.attribute, f.value) == ("澄河区水利局局长", "罗一鸣") for f in facts)
    assert any((f.subject, f.attribute) == ("沈白露", "免去职务") for f in facts)


def test_keys_and_values_of_a_notice() -> None:
    body = "因北岭变电站检修，5月20日部分线路停电。\n停电范围为北岭村、沙溪小区。\n咨询电话：0371-5550199"
    facts = {(f.attribute): f for f in facts_of(body, "关于北岭线停电的公告")}
    assert facts["原因"].value == "北岭变电站检修"
    assert facts["停电范围"].value == "北岭村、沙溪小区"
    assert facts["咨询电话"].value == "0371-5550199"
    assert facts["咨询电话"].subject == "北岭线停电"


def test_every_value_stands_where_the_fact_says() -> None:
    article = article_of("5月9日，副区长罗一鸣到柳湾镇调研，全镇改造老旧小区12个，惠及居民860户。")
    for fact in extract(article).facts:
        held = "".join(article.text[low:high] for low, high in fact.spans)
        assert fact.value in held or fact.kind in ("names", "derived", "stage", "author"), fact


@pytest.mark.parametrize(
    ("body", "date", "value", "iso", "basis"),
    [
        ("项目2023年6月5日开工。", "2024-04-18", "2023年6月5日", "2023-06-05", "explicit"),
        ("活动于4月16日举行。", "2024-04-18", "4月16日", "2024-04-16", "masthead"),
        ("活动于12月28日举行。", "2024-01-03", "12月28日", "2023-12-28", "masthead"),
        ("灯会2月23日至25日举办。", "2024-02-22", "2月23日至25日", "2024-02-23/2024-02-25", "masthead"),
        ("会议1月12日、13日召开。", "2024-01-20", "1月12日、13日", "2024-01-12/2024-01-13", "masthead"),
        ("1月19日，农历腊月二十八，团拜会举行。", None, "1月19日", "2023-01-19", "lunar"),
        ("1月28日，春节后第一个工作日，推进会召开。", None, "1月28日", "2023-01-28", "holiday"),
        ("活动于4月16日举行。", None, "4月16日", None, None),
    ],
)
def test_days_are_resolved_with_their_basis(
    body: str, date: str | None, value: str, iso: str | None, basis: str | None
) -> None:
    fact = next(f for f in extract(article_of(body, date=date)).facts if f.value == value)
    if basis == "lunar":  # the same day of the lunar year comes again every 19 years
        assert fact.date is not None and fact.date[5:] == "01-19"
    else:
        assert fact.date == iso
    assert fact.date_basis == basis


def test_last_year_is_the_year_before_the_bulletin() -> None:
    found = {f.value: f.year for f in facts_of("去年全区新增学位1260个。\n今年计划新增学位2000个。")}
    assert (found["1260个"], found["2000个"]) == (2023, 2024)


def test_a_day_is_no_period_of_figures() -> None:
    (fact,) = [f for f in facts_of("6月3日，收到捐款20万元。") if f.kind == "money"]
    assert fact.period is None


@pytest.mark.parametrize(
    ("body", "value", "subject", "attribute"),
    [
        ("澄河区在全国县域经济百强榜上列第88位。", "列第88位", "澄河区", "全国县域经济百强榜排名"),
        ("一般公共预算收入41.7亿元，总量居7县(市)第一。", "居7县(市)第一", "一般公共预算收入", "总量排名"),
        ("柳湾种业项目落户东港街道，计划建设育秧棚4座，每年可生产种苗1.2万吨。", "1.2万吨", "柳湾种业项目", "生产种苗"),
    ],
)
def test_a_place_in_a_ranking_and_a_plan_belong_to_whom_the_text_is_about(
    body: str, value: str, subject: str, attribute: str
) -> None:
    found = labels(body)[value]
    assert found[0] == subject and found[1].endswith(attribute), found


def test_how_often_something_comes_is_no_subject() -> None:
    found = labels("游园专线每15分钟一班。\n咨询电话：0371-5550199", "关于澄河灯会交通管制的通告")
    assert not found["0371-5550199"][0].startswith("每")
