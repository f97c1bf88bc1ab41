"""Balances of two printed values, what there is and will be, rounds of another year, bounds of a class, and follow-ups."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
雾泉区融媒体中心
2024年9月20日 星期五 责任编辑 谷雨

雾泉区第三批18个重点项目集中开工 总投资52.6亿元

本报讯（记者 谷雨）9月18日，雾泉区2024年第三批重点项目集中开工仪式举行。此次集中开工的18个项目，总投资52.6亿元。亿元以上项目11个，10亿元以上项目2个，分别是云顶储能电池项目和长虹精密轴承项目，总投资分别为13亿元和11亿元。今年以来，雾泉区已组织三批集中开工。第一批12个，总投资30.4亿元；第二批15个，总投资41.7亿元。去年第三批集中开工项目14个，总投资45.1亿元。

雾泉外贸稳中有进

本报讯 前八月，全区外贸进出口总额31.5亿元，其中出口23.8亿元，进口7.7亿元。前八月新设经营主体5240户，注销1830户。区商务局副局长柏舟回答提问。四季度将发放消费券900万元，其中零售消费券500万元、餐饮消费券250万元、文旅消费券150万元。

乡镇书屋越建越多

本报讯（通讯员 石磊）今年还将在乡镇建成“泉书屋”6家，加上已建的17家，实现9个乡镇全覆盖。县医院就诊满意率由上年的88.4%提高到92.9%。明年要再为乡镇卫生院配备彩超3台（目前已有8台）。

雾泉区公布高中录取情况

本报讯 普通高中录取分数线方面，区一中611分，区二中583分；区一中面向农村的定向生最低录取线为590分。课后服务费小学每生每学期不超过360元，初中不超过450元。
附：雾泉区2024年秋季投用学校一览表
序号 学校名称 地点 班数 新增学位 投资（万元）
1 城西小学 城西街道 24个班 1080 9800
2 石门中学 石门镇 18个班 900 7600
3 云顶幼儿园 云顶街道 9个班 270 2100
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("第三批集中开工多少个项目，总投资多少", "18个，52.6亿元"),
        ("去年第三批集中开工多少个项目", "14个"),
        ("今年三批集中开工一共多少个项目", "45个"),
        ("按第三批总投资算，今年比去年第三批多多少亿", "多7.5亿元"),
        ("10亿元以上项目是哪两个", "云顶储能电池项目、长虹精密轴承项目"),
    ],
)  # fmt: skip
def test_rounds_of_this_year_and_of_another_are_told_apart(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert told in answer.answer


@pytest.mark.parametrize("question", ["亿元以上项目总投资多少", "10亿元以上项目总投资多少"])
def test_the_bound_of_a_class_and_the_value_of_one_of_it_are_no_sum(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("进出口顺差多少亿", "16.1亿元"),
        ("净增经营主体多少户", "3410户"),
        ("前八月净增了多少户经营主体", "3410户"),
        ("县医院就诊满意率比上年高了几个百分点", "4.5个百分点"),
        ("泉书屋今年建完一共几家", "23家"),
        ("明年配到位后乡镇卫生院一共有多少台彩超", "11台"),
        ("泉书屋现在有几家", "17家"),
        ("今年再建几家泉书屋", "6家"),
    ],
)  # fmt: skip
def test_what_follows_from_two_values_that_belong_together(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert told in answer.answer


@pytest.mark.parametrize(
    ("turns", "question", "told"),
    [
        ((), "区一中今年录取线多少分", "611分"),
        (("区一中今年录取线多少分",), "二中呢", "583分"),
        (("小学课后服务一学期收多少",), "初中的呢", "450元"),
        ((), "四季度消费券怎么分的，各类多少万", "文旅消费券（150万元）"),
        ((), "柏舟是哪个单位的，什么职务", "区商务局副局长"),
        ((), "城西小学投资多少，多少学位", "1080"),
    ],
)  # fmt: skip
def test_the_other_of_two_and_the_second_question(ask: Ask, turns: tuple[str, ...], question: str, told: str) -> None:
    answer = ask(question, turns=turns)
    assert answer.status == "answered"
    assert told in answer.answer


MISPRINTED = """\
雾泉区融媒体中心
2024年9月23日 星期一 责任编辑 谷雨

雾泉区乡村教师坚守三十年

本报讯（记者 谷雨）校长谭守成在云顶小学任教30年，学校学生由他接手时的64人增加到现在的218人。9月25日起，长安路、学府路的180个路内泊位白天首小时免费，之后每小时收费2元。

更 正

本报9月16日2版《自来水厂改造完工》一文中，“日供水能力4万吨”应为“日供水能力5万吨”，特此更正。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("自来水厂日供水能力多少", "5万吨"),
        ("谭校长刚接手时学校多少学生", "64人"),
        ("谭守成的学校现在有多少学生", "218人"),
        ("学府路路边停车白天怎么收费", "每小时收费2元"),
    ],
)  # fmt: skip
def test_a_misprint_is_no_value_and_then_is_not_now(about: About, question: str, told: str) -> None:
    answer = about(MISPRINTED)(question)
    assert answer.status == "answered"
    assert told in answer.answer
