"""Rounds of a programme and its own classes: sums over the first ones, which class is most, tables with flags."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """汀南新闻
2025年3月6日　星期四　第1版

汀南区“双链提质”行动第三轮项目集中亮相

本报讯（记者 乐川）3月5日，汀南区“双链提质”行动第三轮项目推进会召开。第三轮共安排项目24个，总投资66.3亿元，分引育、续建、达标三类。其中，引育类项目11个，总投资29.7亿元；续建类项目8个，总投资22.4亿元；达标类项目5个，总投资14.2亿元。在引育类项目中，总投资最大的是海棠电驱项目，总投资9.8亿元，全部投产后年产值可达21亿元。

区发改局通报，第一轮15个项目、总投资41.5亿元，已全部达标；第二轮19个项目、总投资52.8亿元，剩余2个未开工项目系用地报批未完成所致。

镇街评比揭晓

本报讯 3月4日，区指挥部公布2月份镇街评比结果，得分如下：

镇街｜得分｜名次｜旗帜
松涛街道｜95.2分｜第1名｜红旗
白桥镇｜91.6分｜第2名｜—
石门镇｜80.4分｜第3名｜黄旗

据悉，石门镇为今年首次领黄旗。

计划检修停电信息

日期｜停电时段｜停电线路｜影响范围｜检修内容
3月10日｜8:00—17:00｜10千伏松涛线｜松涛里、区图书馆｜更换变压器
3月12日｜6:00—11:00｜10千伏白桥二线｜白桥村一至四组｜清理线路通道
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("前两轮一共多少个项目", "34个"),
        ("前两轮总投资多少", "94.3亿元"),
        ("双链提质第三轮一共投多少钱", "66.3亿元"),
        ("第三轮三类里头哪类花钱最多", "引育类"),
        ("第三轮哪类项目最多", "引育类"),
        ("海棠电驱项目全部投产以后一年产值多少", "21亿元"),
        ("第二轮为啥还有两个项目没动工", "用地报批未完成"),
        ("红旗的比黄旗的高多少分", "14.8分"),
        ("12号哪里停电", "白桥村一至四组"),
        ("松涛线停电修什么", "更换变压器"),
        ("白桥二线停电是干啥活", "清理线路通道"),
    ],
)
def test_rounds_classes_and_columns(ask: Ask, question: str, words: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert words in answer.answer


def test_the_first_time_is_a_no_to_ever_before(ask: Ask) -> None:
    assert ask("石门镇前几个月领过黄旗吗").answer.startswith("没有")


@pytest.mark.parametrize(
    "question", ["前五轮一共多少个项目", "第二轮没开工的那个项目叫什么名字", "14号哪里停电", "下一轮什么时候开始"]
)
def test_another_round_or_day_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("turns", "question", "words"),
    [
        ((), "第三轮引育类怎么样", ("11个项目", "29.7亿元")),
        ((), "双链提质第三轮什么情况", ("24个项目", "66.3亿元")),
        (("双链提质第三轮",), "那续建的呢", ("8个项目", "22.4亿元")),
    ],
)
def test_how_a_round_or_a_class_stands_is_its_size_and_sum(
    ask: Ask, turns: tuple[str, ...], question: str, words: tuple[str, ...]
) -> None:
    answer = ask(question, turns=turns)
    assert answer.status == "answered"
    assert all(word in answer.answer for word in words)


def test_nobody_is_named_for_a_class_that_the_sentence_does_not_speak_of(ask: Ask) -> None:
    # 动 stands for 开工 as a word of its own, not in 行动 or 活动
    assert ask("那开工的呢", turns=["推进会是谁主持的"]).status == "not_found"
