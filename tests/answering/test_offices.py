"""Holders of offices: of a county named without 县, of a village, of a society that has just elected; names read whole."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
青禾县融媒体
2025年3月12日 星期三 第118期

县人大常委会举行第九次会议
本报讯 3月10日，县人大常委会举行第九次会议。县委副书记、县政府县长罗望川列席会议，常务副县长于谦主持讨论。会议任命周启文为县教育和体育局局长，免去吴达的县教育和体育局局长职务；补选郑又安为县监察委员会主任。

青禾县慈善总会换届
本报讯 3月8日，青禾县慈善总会第四届理事会换届大会在县影剧院举行。会议听取了工作报告。贺连城当选会长，柳依当选秘书长。

枫林村的柿子红了
本报讯 石桥镇枫林村今年柿子丰收。村党总支书记丁满仓说，全村柿子卖了300万元。镇党委书记何秋实介绍，今年全镇还要新增柿园200亩。

高新区党工委书记来我县考察
本报讯 3月6日，旗长乌云其木格出席对口协作座谈会，经开区党工委书记林海生介绍项目情况。老柿农节目里，蚕农苗得水讲了养蚕的事。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("青禾县长是谁", "罗望川"),
        ("青禾新任的教体局局长叫啥", "周启文"),
        ("青禾的教体局长是哪个", "周启文"),
        ("补选的县监委主任是谁", "郑又安"),
        ("慈善总会秘书长是谁", "柳依"),
        ("慈善总会会长边个", "贺连城"),
        ("枫林村书记叫什么", "丁满仓"),
        ("石桥镇书记是谁", "何秋实"),
        ("旗长叫什么名字", "乌云其木格"),
        ("经开区党工委书记是谁", "林海生"),
    ],
)
def test_the_holder_is_named(ask: Ask, question: str, name: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert name in answer.answer


@pytest.mark.parametrize(
    "question",
    ["柳树村书记叫什么", "残联秘书长是谁", "柳树镇书记是谁", "石桥镇镇长叫啥", "枫林村主任是谁", "青禾县委书记是谁"],
)
def test_another_body_s_holder_is_none(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_where_asked_in_cantonese(ask: Ask) -> None:
    assert "县影剧院" in ask("慈善总会换届大会喺边度开").answer
