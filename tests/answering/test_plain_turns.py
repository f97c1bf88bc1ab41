"""Everyday turns: who heads an office, when one can ride, what was handed out, names that are counted as asked."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
梧州区公办养老床位占比达到58%

本报讯 3月6日，梧州区召开养老工作会。区民政局局长方砚秋、区卫健委主任陆知秋、区政务服务中心负责人宁远山出席。全区现有养老院40家，其中公办16家；公办养老床位占比58%，护理员持证率为91.2%。今年还将在粮站宿舍、桑树巷两个小区推广“家门口养老”。

梧州区发放首批就业补贴

本报讯 3月9日，梧州区人社局集中发放首批就业补贴，143名毕业生领到补贴286万元。按照规定，在区内就业满一年的，可一次性申领补贴2万元。第二批申请需要提交身份证、毕业证、劳动合同和社保证明四样材料。

轻轨2号线梧州段主体完工

本报讯 轻轨2号线梧州段全长8公里，2022年5月开工，计划今年10月通车。沿线设站4座，分别是梧州站、东塘站、桥头村站和柳浦站。从梧州站到东塘站只需9分钟。

梧州区工业运行平稳

本报讯 全区工业投资增长12.4%。天河机床厂年产能由200台提高到500台。厂房改造由区城建集团实施。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("梧州卫健委一把手叫什么", "陆知秋"),
        ("梧州民政局一把手是谁", "方砚秋"),
        ("梧州区公办养老床位占比是多少", "58%"),
        ("梧州养老床位里公办的占百分之几", "58%"),
        ("梧州今年还将在哪两个小区推广家门口养老", "粮站宿舍、桑树巷"),
        ("梧州这批就业补贴发了多少钱", "286万元"),
        ("梧州就业补贴可以申领多少钱", "2万元"),
        ("申请第二批补贴要哪四样材料", "身份证、毕业证、劳动合同、社保证明"),
        ("梧州的轻轨什么时候能坐上", "10月"),
        ("轻轨梧州段设了哪几个站", "桥头村站、柳浦站"),
        ("从梧州站坐轻轨到东塘站要几分钟", "9分钟"),
        ("梧州区工业投资增长多少", "12.4%"),
        ("天河机床厂的厂房改造是哪家单位在做", "区城建集团"),
    ],
)
def test_asked_in_everyday_turns(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "梧州发改委一把手叫什么",
        "梧州今年还将在哪两个乡镇推广家门口养老",
        "梧州的高铁什么时候能坐上",
        "从梧州站坐轻轨到柳浦站要几分钟",
        "梧州区民办养老床位占比是多少",
        "梧州区民间投资增长多少",
    ],
)
def test_near_misses_are_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
