"""Is it so on that day, where did it move, what does a ride cost: notices that print days as a stretch or a row."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
青屏区便民信息
2025年4月20日

区图书馆迁址

本报讯 区图书馆定于4月28日从桂花巷12号整体迁至环湖东路66号。4月25日、26日闭馆盘点。咨询电话：0871-65550101。

燃气改造停气

本报讯 因更换阀门，自4月22日21时至4月23日5时，对松鹤里、石桥巷停止供气。抢修电话：0871-65550202。

15路改走临时线路

本报讯 因高架桥施工，5月6日起15路公交改走南屏路，票价仍为2元。另悉，近日新开旅游专线2条，票价5元。

湿地公园二期征集意见

本报讯 为建设青屏湿地公园二期，现就规划方案公开征集意见，时间为4月15日至5月10日。方案拟设观鸟点9处、停车位310个。意见可寄至环湖东路9号区住建局园林股。

去年增速排在前列

本报讯 4月16日，全区经济工作会议召开，区商务局、青屏街道、区税务局等3个单位作了发言。2024年，全区地区生产总值210亿元，增长6.1%，增速居全市第三位。

两区经济同创新高

本报讯 4月17日，两区联席会议通报，2023年全区生产总值增长1.2%，在主城五区里居第一位。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("4月26号图书馆开门吗", "4月25日、26日闭馆盘点"),
        ("22号停气吗", "是"),
        ("4月22日晚上有气吗", "没有"),
        ("松鹤里有没有气", "没有"),
        ("石桥巷停气吗", "是"),
        ("22号晚上10点停气吗", "是"),
        ("23号4点有气吗", "没有"),
        ("15路5月20号还改道吗", "是"),
        ("图书馆搬到哪了", "环湖东路66号"),
        ("图书馆以前在哪", "桂花巷12号"),
        ("图书馆从哪搬来的", "桂花巷12号"),
        ("坐15路要几块钱", "2元"),
        ("15路车票多少钱", "2元"),
        ("征求意见到几号", "5月10日"),
        ("谁作了发言", "区商务局、青屏街道、区税务局"),
        ("意见寄到哪", "环湖东路9号区住建局园林股"),
        ("什么时候来气", "4月22日21时至4月23日5时"),
        ("湿地公园二期有多少停车位", "310个"),
    ],
)
def test_a_day_a_move_a_fare(ask: Ask, question: str, words: str) -> None:
    found = ask(question)
    assert (found.status, words in found.answer) == ("answered", True), found.answer


@pytest.mark.parametrize("question", ["28号图书馆闭馆吗", "4月24日停气吗", "15路5月3日改道吗", "22号20点停气吗", "23号6点有气吗"])
def test_of_a_day_that_it_does_not_tell_of_nothing_is_said(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("before", "question", "words"),
    [
        ("22号停气吗", "23号呢", "是"),
        ("去年地区生产总值多少", "全市第几", "第三位"),
        ("25号图书馆开门吗", "电话呢", "0871-65550101"),
        ("图书馆搬到哪了", "那以前在哪", "桂花巷12号"),
    ],
)
def test_the_next_question_is_of_the_same(ask: Ask, before: str, question: str, words: str) -> None:
    assert words in ask(question, turns=[before]).answer
