"""Everyday questions on notices and local news: what is asked in other words than the page's, and never a neighbour's."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """临川区公报
2024年6月10日 第12期

部分路段停水的通知
本报讯 因管网改造，6月14日8时起锦绣园停水。停水期间将在锦绣园南门、双桥新村居委会设两处应急送水点。

公交线路临时调整
本报讯 6月20日起，12路取消“人民桥南”“百货楼”两站，增设“青年路口”“市民中心北”两站。桥梁施工预计到11月30日结束，届时恢复原线。

医保补缴月底截止
本报讯 2024年度居民医保补缴将于6月30日截止，个人缴费标准为每人380元。去年12月31日前未缴费、现在补缴的，满90天后才能享受待遇。低保对象的个人缴费由财政全额资助，低保边缘家庭成员每人资助260元。

棉纺新村改造动工
本报讯 春晖街道棉纺新村改造工程6月20日动工，计划2025年6月底完工。

棉纺新村建于1986年，改造内容包括屋顶防水、外墙保温和雨污分流。小区212户入住四年仍未拿到不动产权证。志愿者招募联系人丁小雯，电话86214407。

区人大常委会任免名单
本报讯 会议由区人大常委会主任邵平主持，决定免去冯强的区教育局局长职务，任命罗敏为区教育局局长。

春季招聘会月底举行
本报讯 届时有86家企业进场，提供岗位3200个，其中外地企业52家、岗位2300个。金禾食品招包装工120人，提供午餐，不提供住宿。园区企业里数华衡轴承专利最多，达59件；每件奖励5000元，单个企业最高不超过20万元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("没水了上哪儿去接水", ("锦绣园南门", "双桥新村居委会")),
        ("12路多了哪两站", ("青年路口", "市民中心北")),
        ("12路取消了哪两站", ("人民桥南", "百货楼")),
        ("医保补交最晚哪天", ("6月30日",)),
        ("今年医保自己要交多少钱", ("380元",)),
        ("棉纺新村的房子哪年盖的", ("1986年",)),
        ("棉纺新村都修些啥", ("屋顶防水", "外墙保温", "雨污分流")),
        ("有几户没拿到房产证", ("212户",)),
        ("想当志愿者找谁报名", ("丁小雯",)),
        ("教育局长换成谁了", ("罗敏",)),
        ("谁家专利最多", ("华衡轴承",)),
        ("金禾管不管住", ("不提供住宿",)),
    ],
)
def test_told(ask: Ask, question: str, told: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(one in answer.answer for one in told), answer.answer


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("晚上那个203还有车吗", "恢复"),
        ("去应聘要带啥东西", "52家"),
        ("金禾管不管住", "是，"),
        ("谁家专利最多", "20万元"),
    ],
)
def test_nothing_beside_it(ask: Ask, question: str, never: str) -> None:
    assert never not in ask(question).answer
