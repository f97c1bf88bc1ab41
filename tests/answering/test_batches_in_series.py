"""Batches in several periods, winners in several groups, values of earlier times, words that a text explains."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
沅溪新闻
2024年6月12日 星期三 第2版 要闻

沅溪区第三批“强城行动”项目22个 总投资81.6亿元

本报讯 6月11日，沅溪区第三批“强城行动”项目推进会召开。全区第三批“强城行动”项目22个，总投资81.6亿元。“起步一批”项目10个，总投资44.2亿元；“登高一批”项目7个，总投资23.5亿元；“见效一批”项目5个，总投资13.9亿元。

据介绍，首批15个项目中，“起步一批”6个、总投资12.4亿元，“登高一批”5个、总投资16.1亿元，“见效一批”4个、总投资9.3亿元。第二批共17个项目，“起步一批”8个、总投资30.2亿元；“登高一批”5个、总投资23.5亿元，预计8月底前全部封顶；“见效一批”4个、总投资10.7亿元。

截至5月底，全区规上工业企业达到218家，比年初净增17家；高新技术产业增加值占规上工业的比重为46.2%，比2020年提高11.5个百分点。

“两清一建”行动覆盖全区61个村。“两清”即清杂物、清沟渠，“一建”即建小游园。

“沅溪杯”三人篮球赛收官

本报讯 6月8日，“沅溪杯”三人篮球赛收官。男子组，北门社区队夺得冠军；女子组，城西中学队获得冠军，河街社区队获第三名。赛事特设的“公平竞赛奖”由河街社区队、老干部局队获得。上届冠军为桥东社区队。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("首批三类加起来总投资多少", "37.8亿元"),
        ("三个批次一共多少个项目", "54个"),
        ("哪个批次项目最多", "第三批“强城行动”（22个）"),
        ("第三批比第二批多几个项目", "第三批“强城行动”比第二批“强城行动”多5个"),
        ("第二批起步一批总投资多少", "30.2亿元"),
        ("哪两个批次的登高类投资都是23.5亿", "第三批“登高一批”总投资、第二批“登高一批”总投资"),
        ("规上工业企业年初有多少家", "201家"),
        ("2020年高新技术产业占规上工业比重多少", "34.7%"),
        ("两清指的是什么", "清杂物、清沟渠"),
        ("三人篮球赛女子冠军是哪个队", "城西中学队"),
        ("三人篮球赛男子冠军是谁", "北门社区队"),
        ("公平竞赛奖给了谁", "河街社区队、老干部局队"),
    ],
)
def test_what_the_page_says(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


@pytest.mark.parametrize("question", ["男子组亚军是哪个队", "第四批有多少个项目", "国庆三人篮球赛冠军是谁"])
def test_what_it_does_not_say(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_follow_ups_keep_the_period(ask: Ask) -> None:
    assert ask("见效的呢", turns=["第二批起步一批总投资多少"]).answer == "10.7亿元"
