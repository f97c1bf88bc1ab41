"""Values that stand next to what is asked are told of another: a part, an extreme, a deputy, a namesake, a speaker."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """临溪县防汛值守到岗到位
2025年6月20日　临溪融媒

本报讯（记者 苗青）6月19日，临溪县副县长叶知秋到石桥水文站、上岭水闸检查。石桥水文站警戒水位86.5米，今年最高水位84.2米。上岭水闸的2号闸门须在7月5日前检修完毕。

临浦高速公路全长88公里，其中临溪段长32公里，概算总投资140亿元，已完成投资61亿元。临溪南互通连接线长4.6公里。

三家文化分馆开放

本报讯（记者 苗青）县图书馆馆长沈度介绍，全县茶园面积9.6万亩，东街、西门、柳湾三家分馆上半年共接待读者5.2万人次，其中东街分馆2.4万人次。沈度说，他本人种了3亩兰花。

新茶上市，鲜叶均价每公斤42元，其中龙井43号最高卖到120元。培训班共办4期，每期30人。全县现有农家书屋96家。县人民医院新院区占地150亩，开放床位600张，老院区床位280张。

普通高中统招录取线530分。女子组纪录为58秒6，是陶然在2022年创造的女子县纪录，男子组纪录为51秒2。

第一轮“攻坚榜”发榜8个，总投资21亿元；第二轮发榜12个，总投资33亿元，流榜2个。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    "question",
    [
        "上岭水闸警戒水位多少",
        "石桥水文站什么时候检修好",
        "临溪段投资多少亿",
        "临浦高速临溪境内总投资多少",
        "临溪北互通连接线有多长",
        "西门分馆接待了多少人次",
        "沈度家里有多少亩茶园",
        "龙井43号平均多少钱一公斤",
        "农家书屋今年新增了多少家",
        "老院区占地多少亩",
        "职业高中录取线多少分",
        "第一轮流榜了几个",
        "县长是谁",
        "陶然多大年纪了",
        "第二轮累计完成投资多少",
        "培训班总共教多少人",
    ],
)
def test_what_is_told_of_another_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("石桥水文站警戒水位多少", "86.5米"),
        ("上岭水闸的2号闸门什么时候前检修完", "7月5日"),
        ("临溪段有多长", "32公里"),
        ("临浦高速总投资多少", "140亿元"),
        ("临浦高速已完成投资多少", "61亿元"),
        ("临溪南互通连接线有多长", "4.6公里"),
        ("三家分馆上半年接待了多少人次", "5.2万人次"),
        ("东街分馆接待了多少人次", "2.4万人次"),
        ("全县茶园多少亩", "9.6万亩"),
        ("沈度种了几亩兰花", "3亩"),
        ("龙井43号最高多少钱一公斤", "120元"),
        ("新院区占地多少亩", "150亩"),
        ("普通高中录取线多少分", "530分"),
        ("第二轮流榜了几个", "2个"),
        ("副县长是谁", "叶知秋"),
    ],
)
def test_the_asked_one_s_own_value_is(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert holds in answer.answer
