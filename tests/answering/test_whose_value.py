"""A value is told of whom it belongs to: not of another attribute, not of one out of a list, not of nobody."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """青岚县第三轮“双擎行动”落地
2024年6月18日　青岚融媒

本报讯（记者 贺远）6月17日，青岚县举行第三轮“双擎行动”集中落地仪式，共有11个项目。

投产的3个项目是：松涛面粉二厂、恒达阀门、康瑞药瓶，预计年新增产值11.6亿元。其中松涛面粉二厂占地80亩。

云台竹材项目由远山科技投资6.5亿元，达产后预计年产值9.2亿元、年纳税4800万元，带动就业260人。

一等奖奖励5000元、二等奖3000元、三等奖1000元。

已竣工的2个，一个是澄江渔港冷库，一个是启航海缆车间。已开工的8个当中，海岳重工的深海平台基地体量最大，协议投资16亿元。

县中医院招聘

本报讯（记者 贺远）县中医院面向社会招聘护士15名，要求大专以上学历，6月25日起报名。上级补助资金6.1亿元用于县域医共体建设。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("云台竹材项目一年能交多少税", "4800万元"),
        ("云台竹材项目达产后年产值多少", "9.2亿元"),
        ("二等奖奖励多少", "3000元"),
        ("松涛面粉二厂占地多少亩", "80亩"),
        ("投产的3个项目年新增产值多少", "11.6亿元"),
    ],
)
def test_the_value_of_the_asked_attribute(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize("question", ["恒达阀门年产值多少", "康瑞药瓶投产后新增产值多少"])
def test_what_all_of_a_list_share_is_not_told_of_one(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_what_the_next_sentence_says_of_another_is_not_told_of_the_one_before(ask: Ask) -> None:
    assert ask("启航海缆车间协议投资多少亿").status == "not_found"
    assert "16亿元" in ask("深海平台基地协议投资多少").answer


@pytest.mark.parametrize("question", ["第四轮双擎行动安排多少个项目", "哪些人获了一等奖"])
def test_a_sentence_without_the_asked_sort_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_what_a_follow_up_leaves_out_is_that_of_the_question_before(ask: Ask) -> None:
    assert ask("一个月开多少工资", turns=["县中医院招几个护士"]).status == "not_found"


def test_why_is_not_told_of_another_one(about: About) -> None:
    ask = about("""沐川区擂台赛结果
2025年3月12日

本报讯（记者 贺远）3月11日，沐川区举行第五场擂台赛。云滩街道以93.6分居首，捧走流动红旗；青岭镇92.1分、南湾街道90.8分，分列第二、第三名。
""")
    assert ask("青岭镇怎么又拿了流动红旗").status != "answered"
