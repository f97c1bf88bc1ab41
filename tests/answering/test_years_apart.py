"""How far this year's figure is from last year's, and which share a part is, where the page prints amounts alone."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """梧川区融媒体中心 2024年3月8日 星期五 第3版

梧川区举行春季项目集中开工 38个项目总投资126.4亿元

本报讯（记者 沈知远）3月6日，梧川区2024年春季重大项目集中开工仪式举行，38个项目集中开工，总投资126.4亿元，年度计划投资41.5亿元。其中产业项目21个、总投资80.2亿元。去年春季集中开工项目30个，总投资98.1亿元。
区发改局介绍，2023年全区实施重点项目92个，完成投资77.3亿元。今年全区安排重点项目104个，计划投资85亿元。1—2月完成投资9.4亿元，去年同期完成7.1亿元。

全区旅游收入再上台阶

本报讯（记者 李默）今年春节假期，全区接待游客46.2万人次，实现旅游收入2.8亿元；去年春节接待游客39.5万人次，旅游收入2.1亿元。景区好评率98.2%，去年同期为96.5%。全年计划举办演出60场，比去年增加12场。

老旧小区改造过半

本报讯（记者 沈知远）记者从区住建局了解到，今年全区计划改造老旧小区42个，总投资3.2亿元，其中争取中央预算内资金1.12亿元，区级配套0.94亿元，居民出资860万元。截至2月底，已开工36个，完成投资1.86亿元。

进出口保持增长

本报讯（通讯员 何田）1—2月，全区进出口总额14.6亿元，增长7.2%。其中，出口11.9亿元，增长9.4%；进口2.7亿元，下降1.3%。民营企业进出口9.8亿元，占全区进出口总额的67.1%。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("梧川区今年春季集中开工项目比去年春季多几个", "多8个"),
        ("今年春季集中开工总投资比去年春季多多少亿元", "多28.3亿元"),
        ("集中开工跟去年春季相比，项目多几个，总投资多多少", "多8个，多28.3亿元"),
        ("梧川今年重点项目计划投资比去年完成的多多少", "多7.7亿元"),
        ("重点项目个数今年比2023年多了几个", "多12个"),
        ("1—2月完成投资比去年同期多多少", "多2.3亿元"),
        ("今年春节旅游收入比去年多多少亿", "多0.7亿元"),
        ("春节接待游客比去年春节多了多少万人次", "多6.7万人次"),
        ("景区好评率比去年同期提高几个百分点", "多1.7个百分点"),
        ("今年演出比去年多几场", "12场"),
    ],
)
def test_this_year_is_set_against_a_year_before(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize(
    "question",
    [
        "春季集中开工的产业项目比去年多几个",
        "今年秋季集中开工项目比去年多几个",
        "今年集中开工计划投资比去年多多少",
        "今年竣工项目比去年多几个",
        "梧川今年重点项目比前年多几个",
        "今年五一旅游收入比去年多多少",
        "今年招商引资到位资金比去年多多少",
    ],
)
def test_of_which_the_year_before_is_not_told_has_no_difference(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("中央资金占老旧小区改造总投资的百分之多少", "35%"),
        ("老旧小区改造总投资中，区级配套占多大比例？保留一位小数", "约29.4%"),
        ("居民出资占老旧小区改造总投资的比重（保留一位小数）？", "约2.7%"),
        ("到2月底老旧小区改造完成了总投资的百分之几", "约58.1%"),
        ("出口占全区进出口总额的比重是多少", "约81.5%"),
        ("民营企业占进出口总额的多少", "67.1%"),
    ],
)
def test_a_share_follows_from_the_part_and_its_whole(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize(
    "question",
    [
        "省级配套占老旧小区改造总投资的百分之多少",
        "外资企业进出口占全区进出口总额的比重",
        "市级资金占老旧小区改造总投资多少",
    ],
)
def test_of_a_part_that_is_not_told_there_is_no_share(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
