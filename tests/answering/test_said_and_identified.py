"""Who of them it is, what somebody said, what a bulletin asks and answers itself, and what nobody said."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """柳渡时报
2024年6月14日　星期五　第2版

全县防汛工作会议召开

本报讯（记者 谷满仓）6月12日，全县防汛工作会议召开。会议由副县长卓远山主持，县长沈知秋讲话。县水利局局长丁一帆强调，要把库容180万立方米的石门水库作为重点，6月底前完成38处隐患的销号。

热心人救起落水儿童

本报讯（通讯员 麦朵）6月9日，快递员苗小青在柳渡河救起一名落水儿童。环卫工人古月兰拾到现金2.6万元交还失主。乡村医生章一禾获“全市最美医生”。

施工中挖出古井

本报讯 老街改造施工时发现明代古井一口，井栏已移交县博物馆。

晚会发放奖品

本报讯 6月8日，县文化馆为纳凉晚会的获奖者发放奖品。这是今年的首场，自2021年以来累计举办42场。

渔业快讯

本报讯 6月，全县签约客商最多的行业是渔业，投资金额最大的则是茶业。县粮库等6家企业备好仓容12万吨。

柳渡县统计局答记者问

问：茶叶加工为什么能保持两位数的增速？
答：主要有两点：一是新茶厂投产，二是出口订单增加。
问：下半年还要开展哪些普查？
答：下半年开展文物普查和湿地普查。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("快递小哥救人的那个叫什么", "苗小青"),
        ("咱县谁评上全市最美医生了", "章一禾"),
        ("丁一帆在会上讲了啥", "38处隐患"),
        ("挖出来的井栏交给谁了", "县博物馆"),
        ("纳凉晚会这几年一共办了多少场", "42场"),
        ("哪个行业签约客商最多", "渔业"),
        ("茶叶加工为啥增长那么快", "新茶厂投产"),
        ("下半年还要搞哪些普查", "湿地普查"),
    ],
)
def test_what_is_printed_is_found_by_what_is_asked(ask: Ask, question: str, words: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert words in answer.answer


def test_of_two_superlatives_the_asked_one_is_told(ask: Ask) -> None:
    assert "茶业" not in ask("哪个行业签约客商最多").answer


@pytest.mark.parametrize(
    "question",
    ["沈知秋在防汛会上讲了啥", "全县收了多少吨茶叶", "苗小青做的心脏手术用了多久", "晚会在哪个学校办的"],
)
def test_who_spoke_without_words_and_what_was_not_done_are_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
