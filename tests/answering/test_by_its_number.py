"""A bus line called by its bare number, and whether it still runs."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
柳坪县公交运营公告
2025年9月3日

312路延伸至工业园

本报讯 9月8日起，312路由客运中心延伸至柳坪工业园东门。首班6：20，末班19：40，票价2元。

老城街施工期间公交调整

本报讯 因老城街铺设雨水管，9月10日起，6路公交绕行东环路，夜班405路停运。

9路加密班次

本报讯 9月起，9路早晚高峰每12分钟一班，首班6时，末班21时。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [("312最晚一班几点", "19：40"), ("312最早几点发车", "6：20"), ("坐312要多少钱", "2元")],
)
def test_a_bare_number_names_the_line(ask: Ask, question: str, words: str) -> None:
    assert words in ask(question).answer


@pytest.mark.parametrize("question", ["508最晚一班几点", "坐508要多少钱", "508路还有车吗"])
def test_of_another_number_nothing_is_said(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "words"), [("405路还有车吗", "没有"), ("晚上那个405还有车吗", "没有"), ("6路还有车吗", "有，")]
)
def test_does_it_still_run(ask: Ask, question: str, words: str) -> None:
    assert ask(question).answer.startswith(words)


@pytest.mark.parametrize("question", ["70以上的人坐6路要钱吗", "我65了坐6路要钱吗"])
def test_an_age_is_no_number_of_a_line(ask: Ask, question: str) -> None:
    assert "65" not in (ask(question).detail or "") and "“70”" not in ask(question).answer
