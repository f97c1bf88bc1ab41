"""Prices set side by side, the year before, causes told without 因为, days as a stretch, places as they are said."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
平川县乡村周报
2024年8月20日 星期二 第31期

梨花村的养蜂人

本报讯 梨花村养蜂人蒋大成卖荆条蜜和洋槐蜜，荆条蜜每斤38元，洋槐蜜每斤52元。去年蒋大成卖了26.4万元，比前年多赚3万元。2021年遇上连阴雨，蜜源不足，损失了近10万元。

平川县三季度集中签约

本报讯 8月16日，平川县三季度项目集中签约，签约项目6个，总投资31.5亿元，其中工业项目4个，投资22.3亿元。

高中录取分数线公布

本报讯 8月15日，县招生办公布，普通高中录取分数线为：县第一高级中学591分，县第二高级中学533分。

部分道路临时封闭

受降雨影响，以下路段临时封闭：
1．石桥镇滨河路K2至K4段，路基沉陷，双向封闭，绕行外环路；
2．望江大桥，桥面检修，禁止货车通行。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("荆条蜜和洋槐蜜哪个贵", "洋槐蜜"),
        ("蒋大成2021年为啥损失那么多", "遇上连阴雨，蜜源不足"),
        ("滨河路为什么封了", "路基沉陷"),
        ("三季度签约的工业项目占几个", "4个"),
        ("一中比二中分数线高出多少分", "58分"),
        ("几号签的约啊急死了", "8月16日"),
    ],
)
def test_it_is_told_as_it_is_printed(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


def test_the_year_before_is_worked_out(ask: Ask) -> None:
    assert ask("蒋大成前年卖了多少钱").answer == "23.4万元"


@pytest.mark.parametrize("question", ["望江大桥为什么双向封闭", "荆条蜜和枣花蜜哪个贵", "三中比二中分数线高出多少分"])
def test_what_is_not_printed_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found" or "桥面检修" in answer.answer
