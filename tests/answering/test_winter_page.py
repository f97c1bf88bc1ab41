"""A page of a snowy day: extremes, days of account, what has stopped, fees of parking, and who said what."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
临溪县今冬首场降雪 交通电力平稳

本报讯 2025年11月16日夜间至17日上午，临溪县迎来今冬首场降雪，全县平均降雪量5.4毫米，最大降雪出现在石台乡，为12.6毫米。县气象台16日17时发布暴雪蓝色预警，17日10时解除。

县交通运输局撒布融雪剂52吨。截至17日中午，国道、省道全部恢复通行，仅石台乡至岭背村的乡道因坡陡结冰临时封闭，预计18日上午开通。城区公交线路中，4路、8路临时绕行，10路停运，其余正常。全县中小学照常上课，石台乡3所村小停课一天。翠屏桥改造已停工。

临溪县人民医院新院区启用

本报讯 11月15日，临溪县人民医院新院区启用。新院区位于文昌路与青年大道交叉口，占地118亩，总投资5.8亿元。院长郝思行介绍，新院区增设了烧伤科和康复科，引进核磁共振仪1台、直线加速器1台，急救直升机停机坪同步投用。

新院区开通21路公交专线，首班6:30。院内设地下车位580个，前30分钟免费，之后每小时4元，全天封顶24元。

临溪县第三轮招商签约7个项目

本报讯 11月12日，临溪县在苏州举行第三轮招商推介会，签约项目7个，总投资36.4亿元。县委书记程立人致辞，县长沈月明主持推介会。程立人说，临溪距机场仅85公里。前两轮活动共签约项目16个，已开工13个。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("临溪这场雪下了多少毫米", "5.4毫米"),
        ("哪个地方雪下得最大", "石台乡"),
        ("石台乡到岭背村的路什么时候开通", "18日上午"),
        ("4路公交停了吗", "绕行"),
        ("10路停运了吗", "是"),
        ("学校停课了吗", "照常上课"),
        ("石台乡的村小停课了吗", "是"),
        ("翠屏桥停工了吗", "是"),
        ("新医院花了多少钱", "5.8亿元"),
        ("去新医院坐几路车", "21路"),
        ("停车一天最多收多少钱", "24元"),
        ("停车两小时多少钱", "8元"),
        ("新院区增设了哪些科室", "烧伤科、康复科"),
        ("前两轮一共签了多少个项目", "16个"),
    ],
)
def test_what_is_told_of_the_asked_one(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer


@pytest.mark.parametrize(
    "question", ["直升机停机坪有几个", "三轮一共签了多少个项目", "推介会上县长说了什么", "石台乡停电多少户"]
)
def test_what_is_told_beside_it_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_what_has_not_stopped_is_denied(ask: Ask) -> None:
    assert ask("4路公交停了吗").answer.startswith("没有")
