"""Whose deed a value tells of, from when something holds, how one applies: a page of a county's everyday news."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
枫桥县民生简报
2025年5月14日

护林又护鸟

5月10日清晨，县林场护鸟员温守田巡山时数到白鹇32只。县林场现有护鸟员18名，每人每月补助1900元；山脚设观鸟台3处，游客可以免费进入，但不得投食。

林场过去有茶园7800亩，分两年退出。原有茶农140户，其中61户进了景区公司，43户做了护鸟员、保洁员，其余到县城务工。目前茶园已全部退出，补种阔叶林5200亩。

惠企八条下月施行

记者5月12日从县工信局获悉，《枫桥县惠企八条》近日印发，自6月1日起施行，有效期三年。“企业不用上门申报，由系统自动比对。”副局长闵知秋说。

少年拳击赛收官

5月11日，少年拳击赛收官。其中，县二中学生水致远获52公斤级冠军；县职校学生宗小满获57公斤级冠军。三天来现场观众累计6200人次，去年修缮的体育馆座无虚席。

招募讲解志愿者

县博物馆招募讲解志愿者15名，报名者须年满20周岁、普通话二级甲等以上，每月服务两次。有意者请于5月25日17时前将报名表寄至博物馆宣教部，或到一楼服务台填写。新校区操场周末向市民开放停车，可停车150辆。

早稻备耕

店主说，复合肥每吨2900元，比去年降了160元。全县今年计划种植早稻21.5万亩。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("护鸟员有几个", "18名"),
        ("温守田是干什么的", "护鸟员"),
        ("茶农一共多少户", "140户"),
        ("惠企八条什么时候开始", "6月1日起"),
        ("惠企八条有效期到什么时候", "三年"),
        ("企业要自己申报吗", "否"),
        ("宗小满是哪个学校的", "县职校学生"),
        ("讲解志愿者有什么条件", "二级甲等以上"),
        ("志愿者怎么报名", "或到一楼服务台填写"),
        ("停车停哪", "操场"),
        ("复合肥比去年便宜多少", "160元"),
        ("早稻种多少亩", "21.5万亩"),
        ("观鸟要门票吗", "不用"),
    ],
)
def test_the_value_of_the_asked_deed(ask: Ask, question: str, words: str) -> None:
    found = ask(question)
    assert (found.status, words in found.answer) == ("answered", True), found.answer


@pytest.mark.parametrize(
    "question",
    [
        "茶园退了多少亩林子",
        "去年拳击赛来了多少人",  # 去年 is said of the stadium
        "水致远爸爸是谁",
    ],
)
def test_of_another_deed_nothing_is_said(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_those_who_are_left_over_are_worked_out(ask: Ask) -> None:
    found = ask("到县城务工的有几户")
    assert found.answer == "36户" and "140户－61户－43户" in (found.detail or "")


def test_a_wage_is_no_fee(ask: Ask) -> None:
    assert "1900元" not in ask("观鸟要门票吗").answer


def test_what_was_planted_is_no_tea(ask: Ask) -> None:
    assert "5200亩" not in ask("茶园退出多少亩").answer


def test_the_number_is_said_without_what_it_is_part_of(ask: Ask) -> None:
    assert not ask("茶农一共多少户").answer.endswith("中")
