"""Parts of a sentence each with a name of their own, and what was before set against what is now."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """青漳报
2025年3月20日 第31期

青漳区在外招商签约9个项目
本报讯 3月11日，青漳区举行招商推介会，现场签约项目9个。其中金额最高的是芯岳传感器项目，15亿元；港资企业嘉誉食品投资3500万美元，是唯一的外资项目；乐途宠物食品项目投资2.6亿元，落户北岗镇，年产宠物粮3万吨。

县中医院新院区9月开诊
本报讯 记者从县卫健局了解到，县中医院新院区已通过验收，9月1日正式开诊。新院区位于永安大道66号，占地95亩，总投资4.3亿元，配核磁共振1台。

教师招聘公告发布
本报讯 面向社会公开招聘教师168名，去年为136名。今年义务兵家庭优待金标准为每户1.68万元，去年为1.56万元。笔试在县第一中学举行。
招聘岗位一览
学校 岗位 人数
县第一中学 高中数学 6
城东幼儿园 幼儿教师 7

老年大学开课
本报讯 城关、柏树镇、茶岭镇设有分校。区里把快递集中发货，每单快递费由3.2元降到2.1元。门票成人60元、学生30元，身高1.2米以下儿童免费。活动赠送灭火器60具，发放宣传单500份。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("乐途的项目落户哪个镇", "北岗镇"),
        ("乐途一年产多少吨宠物粮", "3万吨"),
        ("新中医院在哪条路上", "永安大道66号"),
        ("招教师比去年多多少人", "多32名"),
        ("今年优待金比去年多多少", "多0.12万元"),
        ("现在发一单快递多少钱", "2.1元"),
        ("学生买票多少", "30元"),
        ("送了多少个灭火器", "60具"),
        ("哪些镇有分校", "柏树镇"),
    ],
)
def test_told(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "芯岳的厂建在哪个镇",
        "嘉誉食品一年能做多少吨",
        "在新中医院做个核磁共振多少钱",
        "笔试考哪些内容",
        "茶岭镇分校开哪些课",
    ],
)
def test_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
