"""Which one is meant: the asked year, plan, section, group, distance; words of everyday speech for what is printed."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """澄州消息 2025年11月12日 星期三 第2版

澄水大桥合龙 明年春节前通车

本报讯（记者 陆野）11月10日，澄水大桥合龙。大桥2022年9月动工，原计划今年10月底通车，因图纸调整推迟，预计明年“春节”前通车。

澄南快速路建设提速

本报讯（记者 陆野）澄南快速路总投资18亿元。一标段7公里已在8月20日通车；二标段9公里路基完成90%，计划明年5月完工。

云栖电子冲刺全年目标

本报讯（通讯员 路遥）云栖电子公司去年产值2.6亿元，今年目标4.2亿元。全年目标仍为4.2亿元，不作调整。

12月起三条公交有变化

线路 | 调整前 | 调整后 | 首末班
3路 | 北站—水厂 | 北站—新水厂 | 6:10—20:40
8路 | 南门—技校 | 取消，由E2路替代 | 停运
E2路 | 新开 | 南门—技校 | 6:30—21:10

全区读书节评出读书之星

本报讯（通讯员 路遥）去年读书最多的是61岁的退休医生章若兰，全年借书290册；少年组第一名是区二小学生丁一，借书188册。

区运动会收官

本报讯（记者 陆野）男子100米决赛，柳树镇选手康健以11秒02夺冠；女子400米冠军是区医院的白鹭，成绩59秒。投资完成进度，东桥镇最快，达到年度任务的71.5%，柳树镇最慢，为44.2%。

文庙街南门封闭施工

本报讯（通讯员 路遥）文庙公园南门11月15日至12月20日封闭施工，期间市民可从东门、北门进出。公园由停产多年的澄州酒厂老厂房改建。读书角最热门的是评书、剪纸和围棋。

温馨提示：若遇大雨以上天气，菊展开幕式顺延两天。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("澄水大桥预计什么时候通车", "明年“春节”前"),
        ("澄水大桥原来计划什么时候通车", "10月底"),
        ("澄南快速路二标啥时候完工", "明年5月"),
        ("澄南快速路一标段哪天通车的", "8月20日"),
        ("云栖电子今年目标产值多少", "4.2亿元"),
        ("云栖电子去年产值多少", "2.6亿元"),
        ("云栖电子全年目标调低了没有", "没有"),
        ("以后去技校坐哪路", "E2路"),
        ("去年读书最多的是谁，多大年纪", "61岁的退休医生章若兰"),
        ("少年组第一名是谁", "丁一"),
        ("男子100米冠军是谁", "康健"),
        ("女子400米谁拿了冠军", "白鹭"),
        ("文庙公园南门要关到哪天", "12月20日"),
        ("文庙公园南门什么时候关？>>那这段时间从哪儿进公园", "东门、北门"),
        ("文庙公园以前是什么厂", "澄州酒厂"),
        ("菊展开幕那天下大雨怎么办", "顺延两天"),
    ],
)
def test_the_one_that_is_meant(ask: Ask, question: str, word: str) -> None:
    *before, last = question.split(">>")
    assert word in ask(last, turns=before).answer


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("去年读书第一名是哪位", "丁一"),  # first of one group only
        ("女子100米谁拿了冠军", "白鹭"),
        ("柳树镇投资完成71.5%，怎么做到的", "东桥镇"),
        ("澄水大桥什么时候验收", "10月"),
    ],
)
def test_another_one_is_no_answer(ask: Ask, question: str, word: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found"
    assert word not in answer.answer
