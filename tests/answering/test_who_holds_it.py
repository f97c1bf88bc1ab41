"""Who of several holds what, what costs now and what it cost, what was paid and what is paid back."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
柳河区产业链“链长”全部配齐

本报讯 2025年3月2日，柳河区公布名单，郎玉山担任新材料产业链“链长”，柏清担任高端陶瓷产业链“链长”。

城乡公交开通，投放新能源公交车18辆。此前，从县城到红柳坐班车要花9元，现在只要1元。供热期内室温不达标的，按标准退费；居民热费每平方米28.5元。今年秋季，全区32所义务教育学校开展课后服务。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "starts", "holds"),
    [
        ("高端陶瓷的链长是郎玉山吗", "不是", "柏清"),
        ("新材料的链长是柏清吗", "不是", "郎玉山"),
        ("新材料的链长是郎玉山吗", "是", "郎玉山"),
        ("高端陶瓷的链长是柏清吗", "是", "柏清"),
        ("坐班车要花多少钱", "1元", "1元"),
        ("坐班车以前要花多少钱", "9元", "9元"),
        ("多少所学校开展课后服务", "32所", "32所"),
    ],
)
def test_the_one_that_is_asked_about(ask: Ask, question: str, starts: str, holds: str) -> None:
    answer = ask(question).answer
    assert answer.startswith(starts)
    assert holds in answer


@pytest.mark.parametrize(
    "question", ["18辆公交车花了多少钱买的", "室温不达标能退多少热费", "初中有多少所开展课后服务"]
)
def test_another_amount_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
