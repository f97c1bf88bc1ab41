"""What somebody asks first of a paper and its notices, and then goes on to ask."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """清河周报
2024年3月6日 第2版

清河县召开工业强县推进会
本报讯 3月4日上午，清河县工业强县推进会在县会议中心举行。县委书记顾长风出席并讲话，县长叶知秋主持会议，副县长邵云帆通报了去年工作情况。

邵云帆通报说，2023年，全县地区生产总值186.4亿元，同比增长6.8%。全年新增规上工业企业17家，总数达到143家。

顾长风强调，今年要抓好五项重点任务。

清河县第二批重点项目集中开工
本报讯 3月1日，清河县2024年第二批重点项目集中开工仪式在经开区举行，集中开工项目12个，总投资38.6亿元。其中，工业项目7个，总投资27.9亿元。投资最大的是恒泰电池壳体项目，由江苏恒泰公司投资建设，占地210亩。

关于调整3路公交线路的通告
因文庙街封闭施工，自3月15日起，3路公交车临时绕行建设大街、和平路。首班车6时30分，末班车19时，发车间隔15分钟。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("turns", "question", "told"),
    [
        ((), "第二批开工多少项目", "12个"),
        ((), "去年GDP多少", "186.4亿元"),
        ((), "规上企业多少家", "143家"),
        ((), "去年新增规上企业多少家", "17家"),
        ((), "3路车末班几点", "19时"),
        (("3路车末班几点",), "多久一班", "15分钟"),
        (("第二批开工多少项目",), "投资最大的是哪个", "恒泰"),
        (("第二批开工多少项目", "投资最大的是哪个"), "占地多少", "210亩"),
    ],
)
def test_told(ask: Ask, turns: tuple[str, ...], question: str, told: str) -> None:
    answer = ask(question, turns=turns)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


def test_that_somebody_spoke_is_nothing_that_was_said(ask: Ask) -> None:
    answer = ask("顾长风讲了啥")
    assert "主持" not in answer.answer
    assert "五项重点任务" in answer.answer


def test_what_is_done_to_a_line_is_no_place(ask: Ask) -> None:
    assert "调整" not in ask("3路车站在哪").answer
