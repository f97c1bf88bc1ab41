"""Who names the thing first and says behind it whose it is is answered as who asks in one breath."""

from __future__ import annotations

import pytest

from tests.answering.pages import About

PAGE = """松岭县一周简讯

我县集中开工一批项目
5月8日，松岭县举行2024年二季度项目集中开工仪式，开工项目18个，总投资46.7亿元。县长卫长林主持仪式，县委常委、宣传部部长罗映秋陪同调研。

云杉风电场建设提速
松岭县云杉风电场项目总投资8.4亿元，目前已吊装风机37台，年底前并网发电。

县实验小学食堂被通报
县市场监管局通报，2家食堂因未按规定留存菜品样本被停业整顿。

农田建设
云台村水稻种植面积2600亩，占全村耕地的65%。

城镇化水平提高
去年，松岭县常住人口城镇化率由51.2%提高到53.9%，进出口总额12.6亿元，同比下降4.1%。
"""


@pytest.fixture
def ask(about: About):  # type: ignore[no-untyped-def]
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("风机，云杉风电场的，到现在一共吊好了多少台？", "37台"),
        ("总投资是多少，就是云杉风电场那个项目", "8.4亿元"),
        ("城镇化率，松岭的，常住人口那个口径，如今到多少了", "53.9%"),
        ("集中开工仪式，松岭二季度的那场，主持的是哪位，麻烦讲讲", "卫长林"),
        ("被停业整顿的有2家，究竟哪里没做到位，请问一下", "未按规定留存菜品样本"),
        ("耕地，整个云台村的，不光水稻田，算下来是多少亩呢", "4000亩"),
    ],
)
def test_whose_it_is_may_be_said_behind(ask, question: str, holds: str) -> None:  # type: ignore[no-untyped-def]
    answer = ask(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "风机，白桦风电场的，到现在一共吊好了多少台？",
        "集装箱，云杉风电场的，一共有多少个",
        "总投资是多少，就是滨湖绿道那个项目",
        "耕地，整个双河村的，不光水稻田，算下来是多少亩呢",
    ],
)
def test_what_is_asked_for_still_has_to_be_printed(ask, question: str) -> None:  # type: ignore[no-untyped-def]
    assert ask(question).status == "not_found"
