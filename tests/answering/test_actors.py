"""Who did it, by just the asked verb, and none of those who did something else in the same sentence."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
青禾县融媒体
2025年5月20日 星期二 第120期

青禾县村级厂房改造攻坚动员会召开
本报讯 5月18日，青禾县村级厂房改造攻坚动员会召开。县委书记罗望川作动员讲话，县长柳长河主持会议，副县长区国梁宣读改造实施方案。

轻云硅片项目投产
本报讯 5月17日，轻云硅片项目投产仪式举行。经开区党工委书记冉志安、管委会主任龙秋韵共同按下投产按钮，轻云电子有限公司董事长华立人介绍项目情况。

县民俗馆开馆
本报讯 5月16日，县民俗馆开馆。馆里最珍贵的是一部手抄本《山药录》，由柏木镇老药农简文舟捐赠。开馆晚会上，青年歌手农小帆获“歌王”称号。

人居环境考评通报
本报讯 5月15日，县人居环境考评结果公布。柳长河对末位的高坪镇主要负责人进行了约谈，高坪镇须提交整改报告。

犁铧农机的三级跳
本报讯 犁铧农机创始人俞万有今年62岁，1989年办起修理铺。公司现有职工200人。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds", "other"),
    [
        ("厂房改造的实施方案谁宣读的", ("区国梁",), "罗望川"),
        ("厂房改造动员会谁讲的话", ("罗望川",), "区国梁"),
        ("厂房改造动员会是谁主持的", ("柳长河",), "区国梁"),
        ("轻云硅片的投产按钮谁按的", ("冉志安", "龙秋韵"), "华立人"),
        ("山药录谁捐的", ("简文舟",), "农小帆"),
        ("歌王被谁拿了", ("农小帆",), "简文舟"),
        ("犁铧农机是谁创办的", ("俞万有",), "华立人"),
        ("高坪镇负责人是谁约谈的", ("柳长河",), "罗望川"),
    ],
)
def test_the_one_who_did_just_that(ask: Ask, question: str, holds: tuple[str, ...], other: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert all(name in answer.answer for name in holds), answer.answer
    assert other not in answer.answer


@pytest.mark.parametrize(
    "question", ["轻云硅片投产仪式谁剪彩的", "山药录谁偷的", "厂房改造动员会谁闹的事", "南岗镇负责人是谁约谈的", "歌后被谁拿了", "轻云电子是谁创办的"]
)
def test_a_deed_that_is_not_told_has_no_doer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
