"""Where two printed values are equally good there is no answer; heads, things and money are told apart."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """云岭县融媒 2025年11月3日 星期一

县消防大队扑灭一起仓库火灾

    本报讯（记者 周岚）10月18日，县城西一仓库失火，消防员赶到后疏散群众36人，40分钟后明火被扑灭。

强降雨来袭 我县转移群众

    本报讯（通讯员 何平）10月21日，柳沟镇遭遇强降雨，全镇疏散群众218人，无人员伤亡。

秋季评比揭晓

    在三季度评比中，梅桥街道排名第2，获流动红旗1面。实验小学开设4个班，招收教师9名。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(("question", "told"), [("火灾疏散了多少人", "36人"), ("柳沟镇疏散了多少人", "218人")])
def test_the_one_that_is_told_apart(ask: Ask, question: str, told: str) -> None:
    assert told in ask(question).answer


@pytest.mark.parametrize("question", ["梅桥街道拿了多少奖金", "实验小学招了多少学生"])
def test_another_sort_of_value_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found", ask(question).answer
