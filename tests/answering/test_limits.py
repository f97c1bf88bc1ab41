"""A limit and what is measured in one table: how far one is above it, which are, and who is not."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
北塘县应急简报
2024年7月8日 星期一 第15期

全县主要水库水情 三座中两座超汛限

7月8日8时，全县中型水库水情如下：
水库名称|汛限水位（米）|实测水位（米）|蓄水量（万立方米）
青石岭水库|45.20|46.05|1830
柳树沟水库|78.00|77.40|960
大坪水库|102.50|102.80|2410

县防指要求各水库加强值守，值班电话5661119。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青石岭水库超汛限多少米", "0.85米"),
        ("大坪水库超了汛限水位多少", "0.3米"),
        ("哪两座水库水位超了", "青石岭水库、大坪水库"),
        ("超汛限的水库有哪几座", "青石岭水库、大坪水库"),
        ("柳树沟水库存了多少水", "960万立方米"),
    ],
)
def test_what_is_above_its_limit(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


def test_what_is_below_it_is_said_to_be(ask: Ask) -> None:
    answer = ask("柳树沟水库超汛限多少")
    assert answer.status == "corrected"
    assert answer.answer.startswith("没有超过")
    assert ask("柳树沟水库超汛限了吗").answer.startswith("没有")
    assert ask("青石岭水库超汛限了吗").answer.startswith("是")


@pytest.mark.parametrize("question", ["白马水库超汛限多少", "青石岭水库超警戒水位多少"])
def test_another_reservoir_or_limit_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
