"""A question that takes a wrong figure for granted is put right, one that takes the printed one is answered."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
临溪县融媒
2024年5月20日 星期一 第61期

红岭镇服装小镇招工忙

本报讯 5月18日，红岭镇服装小镇举行招工会。小镇2021年建成，现有企业23家，吸纳务工人员2640人，月平均工资5100元。

讨薪专班为工人追回工资

本报讯 5月16日，县人社局通报，青松苑一期工地的38名工人被拖欠工资41.8万元，5月10日已全部发放到位。

洪桥村旧粮仓变身书吧

本报讯 2020年，洪桥村把闲置的7座旧粮仓改成书吧，总投资96万元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("青松苑工地83名工人的工资是哪天发的", "38名"),
        ("青松苑那83个工人被欠了多少钱", "38名"),
        ("洪桥村那17座粮仓投了多少钱", "7座"),
        ("洪桥村的17座旧粮仓是哪年改的", "7座"),
    ],
)
def test_a_wrong_count_is_put_right(ask: Ask, question: str, printed: str) -> None:
    answer = ask(question)
    assert answer.status == "corrected"
    assert printed in answer.answer


def test_nothing_is_told_of_things_that_are_not_so_many(ask: Ask) -> None:
    assert ask("服装小镇那60家企业招了多少人").status != "answered"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("服装小镇那23家企业招了多少人", "2640人"),
        ("青松苑工地38个工人的工资是哪天发的", "5月10日"),
        ("青松苑那三十八个工人被欠了多少钱", "41.8万元"),
        ("洪桥村那7座粮仓投了多少钱", "96万元"),
        ("洪桥村七座旧粮仓是哪年改的", "2020年"),
    ],
)
def test_the_printed_count_is_no_hindrance(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
