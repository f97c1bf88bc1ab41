"""Which number to call, of several that a page prints."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
石门区政务
2024年7月3日 星期三 第77期

停水通知

因老街配水管更换，7月6日8时至18时老街片区停水。咨询电话：6612001。抢修热线：6612009。
石门区自来水公司
2024年7月2日

停电通知

因线路检修，7月7日7时至15时银杏路片区停电。24小时报修电话：95598。
石门供电公司
2024年7月2日

区医院夏季门诊安排

区医院普通门诊8时至17时，门诊咨询电话6613100；急诊24小时开放，急诊电话6613120。收费纠纷可拨打监督电话6613777。

公交改线

7月8日起6路、9路临时改线。咨询电话：0319-6614001（区交警大队）、0319-6614002（区公交公司）。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("老街水管漏了打什么电话", "6612009"),
        ("到点还没来电打什么电话", "95598"),
        ("半夜急病打医院哪个电话", "6613120"),
        ("在医院收费扯皮打什么电话", "6613777"),
        ("想问问公交公司改线的事打哪个电话", "0319-6614002"),
        ("停水咨询打什么电话", "6612001"),
    ],
)
def test_the_line_for_such_calls_is_named(ask: Ask, question: str, number: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert number in answer.answer
    others = {"6612001", "6612009", "95598", "6613100", "6613120", "6613777"} - {number}
    assert not any(other in answer.answer for other in others)


def test_the_line_of_another_supply_is_none(ask: Ask) -> None:
    assert ask("燃气管漏气了打什么电话").status == "not_found"


def test_the_line_of_another_body_is_no_answer(about: About) -> None:
    page = """石桥区报
2025年5月20日　星期二　第2版

小学入学6月报名

本报讯 石桥区小学入学6月10日起网上报名。招生咨询电话：3378090。

非遗馆月底开放

本报讯 石桥非遗馆5月底开放，有展品320件。
"""
    assert about(page)("石桥非遗馆的咨询电话是多少").status == "not_found"
    assert "3378090" in about(page)("小学入学报名的咨询电话是多少").answer
