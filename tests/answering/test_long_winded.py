"""Who tells at length why they ask is answered as who asks at once, and refused as they are."""

from __future__ import annotations

import pytest

from tests.answering.pages import About

PAGE = """松岭县一周简讯

我县集中开工一批项目
5月8日，松岭县举行2024年二季度项目集中开工仪式，开工项目18个，总投资46.7亿元，年度计划投资12.3亿元。县长卫长林主持仪式。

县医院招聘护士
县医院公开招聘护士24名，报名时间为6月3日至6月7日，笔试定于6月22日。报名地点：县医院行政楼三楼人事科。

环城绿道贯通
5月10日，环城绿道全线贯通，全长21.6公里，投资1.9亿元。会议提出抓好“四件实事”：修路、治水、种树、助老。

三家企业获评单项冠军
松岭县三家企业获评省级单项冠军，分别是云杉轴承、华岭电缆和松江仪表。
"""


@pytest.fixture
def ask(about: About):  # type: ignore[no-untyped-def]
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("我外甥女正愁找工作，前两天回来念叨，县医院招护士的笔试是哪天？别给误了", ["6月22日"]),
        ("家里老人耳朵背，广播里没听清，环城绿道全长多少公里？", ["21.6公里"]),
        ("不怕您笑话，我记性差，二季度集中开工的总投资是多少，烦请告知", ["46.7亿元"]),
        ("老李跟我打赌，说我肯定答不上，集中开工仪式谁主持的？", ["卫长林"]),
        ("师傅您好，想请教个事，县医院招多少名护士？", ["24名"]),
        ("我腿脚慢怕跑错，护士报名到底在哪个地方？", ["行政楼三楼"]),
        ("想带外孙女去试试，县医院招护士的事，按计划什么时候笔试？", ["6月22日"]),
        ("开会老念四件实事四件实事，您给掰开说说，是哪四件？", ["修路", "治水", "种树", "助老"]),
        ("集中开工仪式，县里领导都去了，主持的又是哪位，请教一下", ["卫长林"]),
    ],
)
def test_what_is_told_of_oneself_is_not_asked_for(ask, question: str, holds: list[str]) -> None:  # type: ignore[no-untyped-def]
    answer = ask(question)
    assert answer.status == "answered"
    assert all(part in answer.answer for part in holds)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("二季度集中开工，松岭的，个数和总投资都报给我一下", ["18", "46.7亿元"]),
        ("松岭县二季度集中开工，我就要两个数：总投资，还有年度计划投资", ["46.7亿元", "12.3亿元"]),
        ("单项冠军，松岭有三家吧，名字都告诉我一下好不好", ["云杉轴承", "华岭电缆", "松江仪表"]),
        ("四件实事，会上提的那个，逐条给我列列", ["修路", "治水", "种树", "助老"]),
        ("护士招聘，报名从哪天起、到哪天为止能报？", ["6月3日", "6月7日"]),
    ],
)
def test_a_request_is_a_question(ask, question: str, holds: list[str]) -> None:  # type: ignore[no-untyped-def]
    answer = ask(question)
    assert answer.status == "answered"
    assert all(part in answer.answer for part in holds)


@pytest.mark.parametrize(
    "question",
    [
        "我闺女报了辅警，想问下笔试是哪天",
        "我想考个厨师，厨师的报名到哪天截止？",
        "邻居念叨过，滨湖大道那条，全长多少公里？",
        "我妈老惦记着，护士一个月工资多少，心里好有个数",
        "三季度集中开工，松岭的，总投资报给我一下",
        "三家企业里，获奖最早的，名字告诉我一下",
    ],
)
def test_what_is_wanted_still_has_to_be_printed(ask, question: str) -> None:  # type: ignore[no-untyped-def]
    assert ask(question).status == "not_found"
