"""Tables whose rows are measures and whose columns are years, with a column of units and one of growth."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
沧浦区统计局
沧浦区2023年统计公报（节选）
2024年4月2日

一、综合
全年地区生产总值214.5亿元，比上年增长6.4%。全年人均地区生产总值51830元，增长7.0%。

二、主要指标

指标|单位|2023年|2022年|比上年增长(%)
规模以上工业总产值|亿元|318.6|290.7|9.6
固定资产投资|亿元|97.2|101.4|-4.1
社会消费品零售总额|亿元|84.9|80.1|6.0
城镇居民人均可支配收入|元|39570|37720|4.9
农村居民人均可支配收入|元|20140|18950|6.3
水产品总产量|吨|41200|39800|3.5
年末机动车保有量|万辆|9.3|8.7|6.9
"""

RELATIVE = """\
林坪镇情况
2025年7月9日

林坪镇上半年主要指标

项目	计量单位	本期	上年同期	增减（%）
财政收入	万元	2860	2540	12.6
生猪出栏	头	18400	19100	-3.7
鲜蛋产量	吨	730	702	4.0
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.fixture(scope="module")
def ask_relative(about: About) -> Ask:
    return about(RELATIVE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("农村居民人均可支配收入是多少", "20140元"),
        ("农村居民收入多少", "20140元"),
        ("固定资产投资2022年是多少", "101.4亿元"),
        ("固定资产投资多少", "97.2亿元"),
        ("社零总额多少", "84.9亿元"),
        ("水产品产量多少", "41200吨"),
        ("水产品产量2022年是多少", "39800吨"),
        ("机动车保有量多少辆", "9.3万辆"),
        ("农村居民收入增长多少", "6.3%"),
        ("城镇和农村居民收入差多少", "相差19430元"),
        ("固定资产投资2023年比2022年少多少", "少4.2亿元"),
        ("GDP增长了多少", "6.4%"),
        ("人均GDP增长了多少", "7.0%"),
    ],
)
def test_the_asked_year_is_read_and_without_one_the_latest(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("财政收入多少", "2860万元"),
        ("上年同期财政收入多少", "2540万元"),
        ("生猪出栏多少头", "18400头"),
        ("鲜蛋产了多少吨", "730吨"),
    ],
)
def test_this_and_the_last_period(ask_relative: Ask, question: str, said: str) -> None:
    assert ask_relative(question).answer == said


@pytest.mark.parametrize(
    "question",
    [
        "固定资产投资2021年是多少",
        "农村居民收入2025年多少",
        "水产品和机动车差多少",
        "2022年哪个指标最高",
        "粮食产量多少",
        "农村居民人均消费多少",
        "工业总产值全市第一，第二是哪个区",
    ],
)
def test_another_year_another_measure_and_measures_of_two_sorts_are_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
