"""Words that stand near each other and are not the same: enrolling and a ceremony, an order and 约, a name with a number in it."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """云麓教育
2025年7月15日 第7期

云麓县发放助学金
本报讯 7月12日，云麓县助学金发放仪式在县工人文化宫举行，126名大学新生每人获得助学金5000元。

教师招聘结果公布
本报讯 今年招聘中小学教师85名，其中高中16名、初中31名、小学38名。

灯饰产业园二期交付
本报讯 灯饰产业园二期11月中旬交付，可容纳企业24家，已签约17家。

旅游节日程
11月5日 千人油茶宴 石坪村
11月6日 万人长跑 县体育场

隐患排查
本报讯 全县排查各类隐患642处，整改618处。区领导检查了3个工地，调研了5家企业。区委书记梁文讲话，区长许宁致辞。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("灯饰产业园二期签约几家", "17家"),
        ("排查了多少隐患", "642处"),
        ("整改了多少隐患", "618处"),
        ("谁致辞", "许宁"),
        ("谁讲话", "梁文"),
    ],
)
def test_told(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer
    assert not answer.answer.startswith("约")


@pytest.mark.parametrize("question", ["在哪报名", "旅游节一共来了多少人", "三所新学校一共添多少学位", "历史类最高分是谁"])
def test_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
