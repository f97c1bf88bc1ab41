"""A year that is asked for and that the page neither is of nor prints: nothing of it is told."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """青湾县集中签约一批项目 去年签约项目全部开工
2023年4月8日　青湾融媒

本报讯（记者 苗青）4月7日，青湾县2023年一季度项目集中签约仪式举行，集中签约项目12个，总投资46亿元。县长林越致辞。

望江大桥全长860米，总投资3.2亿元，2021年9月开工，计划明年6月通车。2022年全县接待游客310万人次，今年一季度接待游客95万人次。

“十四五”期间，全县新建学校8所，地区生产总值由180亿元增加到260亿元。去年，县医院门诊量达42万人次。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    "question",
    [
        "青湾去年一季度集中签约几个项目",
        "前年一季度集中签约总投资多少",
        "2019年望江大桥总投资多少",
        "2020年望江大桥有多长",
        "青湾2026年地区生产总值目标增长多少",
        "2018年青湾县县长是谁",
        "明年一季度接待游客多少",
        "2020年全县接待游客多少人次",
    ],
)
def test_another_year_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("2023年一季度集中签约几个项目", "12个"),
        ("去年全县接待游客多少人次", "310万"),
        ("2022年接待游客多少人次", "310万"),
        ("望江大桥明年几月通车", "6月"),
        ("望江大桥哪年开工的", "2021年"),
        ("去年县医院门诊量多少", "42万"),
    ],
)
def test_the_asked_year_is_told(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert holds in answer.answer
