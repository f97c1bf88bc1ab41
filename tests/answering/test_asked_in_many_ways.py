"""One fact of a project or of a part of a round, asked for in many ways: every way gives the same answer."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
梧溪日报
2024年10月11日　星期五

梧溪县三季度重点项目集中推进 总投资61.7亿元

本报讯 10月9日，梧溪县三季度重点项目集中推进会举行。集中签约项目6个，总投资31.5亿元。集中开工项目9个，总投资30.2亿元。光电器件项目4个，总投资12.6亿元；现代农业项目3个，总投资5.8亿元。据了解，二季度集中开工项目7个，总投资22.4亿元。

单体投资最大的是晶岚半导体光电器件产线项目，总投资8.9亿元，由梧溪晶岚科技有限公司建设，位于松桥工业园，建设厂房4栋、生产线6条，2024年11月开工，2026年6月竣工。

2024年梧溪县重点项目共52个，其中民生项目11个。列入2024年农村饮水巩固提升工程的有12个村。
"""

ONE = "晶岚半导体光电器件产线项目"


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        *((ONE + rest, "松桥工业园") for rest in ("在哪儿", "在什么地方", "建在什么地方", "具体位置在哪", "在哪块地上建")),
        *((ONE + rest, "厂房4栋") for rest in ("建什么", "主要建些啥", "是个啥项目", "要建些什么")),
        *((ONE + rest, "2024年11月") for rest in ("什么时候开工", "的开工日期", "具体开工时间")),
        *((ONE + rest, "2026年6月") for rest in ("什么时候完工", "工期到什么时候")),
        *((ONE + rest, "梧溪晶岚科技") for rest in ("业主是谁", "是谁家的项目", "哪个单位在建", "建设主体是谁", "由谁负责")),
        *((ONE + rest, "8.9亿元") for rest in ("总投资多少", "投资多大", "投资规模多大")),
    ],
)
def test_a_fact_of_one_project(ask: Ask, question: str, words: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer
    assert words in answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("开工项目有几个", "9个"),
        ("开工项目总投资多少", "30.2亿元"),
        ("签约项目共几个", "6个"),
        ("二季度开工项目有几个", "7个"),
        ("光电器件项目有几个", "4个"),
        ("光电器件项目总投资多少", "12.6亿元"),
        ("现代农业类项目一共投了多少钱", "5.8亿元"),
        ("2024年民生项目有几个", "11个"),
    ],
)
def test_the_size_of_a_part(ask: Ask, question: str, words: str) -> None:
    assert ask(question).answer == words
