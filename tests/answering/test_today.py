"""今天 is the day of asking: a notice of another day, or of another year, says nothing of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
松溪县便民公告
2024年3月9日

关于部分路段停水的通知

因供水主管改造，定于3月12日22时起至3月13日6时止，对松溪路、文昌小区停止供水。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(("day", "question"), [(12, "今天停水吗"), (12, "明天停水吗"), (13, "今天停水吗")])
def test_on_its_day_the_notice_tells(ask: Ask, day: int, question: str) -> None:
    assert ask(question, now=datetime(2024, 3, day, 9)).answer.startswith("是")


@pytest.mark.parametrize(
    ("now", "question"),
    [
        (datetime(2024, 3, 20, 9), "今天停水吗"),
        (datetime(2024, 3, 13, 9), "明天停水吗"),
        (datetime(2026, 3, 12, 9), "今天停水吗"),
    ],
)
def test_of_another_day_or_year_it_tells_nothing(ask: Ask, now: datetime, question: str) -> None:
    assert ask(question, now=now).status == "not_found"


def test_behind_a_project_no_other_money_is_told(about: About) -> None:
    ask = about(BATCH)
    assert ask("投了多少", turns=["云棉服装在哪批"]).status == "not_found"


BATCH = """\
松溪县第五期“三个一批”项目亮相

本报讯 “投产一批”有3个项目，总投资9.2亿元，它们是：云棉服装年产80万件服装生产线项目、松溪县第二小学、桥南物资储备中心。
"""
