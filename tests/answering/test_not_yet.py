"""What has not begun is never said to have begun; amounts of one project that end alike are told apart."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
竹溪日报
2023年5月12日 星期五 第1203期

竹溪县重点项目进展通报

本报讯（记者 谷雨）5月11日，竹溪县通报重点项目进展。

进展较快的项目有：①竹溪港二期码头工程，业主单位县港航集团，总投资24.6亿元，1至4月完成投资6.9亿元，累计完成投资15.3亿元；②青石抽水蓄能电站，总投资45亿元，累计完成31.2亿元。

进展较慢的项目有：清泉种苗资源库、白鹭国际邮轮码头，均未开工。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize("question", ["清泉种苗资源库开工了吗", "白鹭国际邮轮码头开工没有"])
def test_no_yes_for_what_has_not_begun(ask: Ask, question: str) -> None:
    assert ask(question).answer == "没有，均未开工"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("竹溪港二期码头累计完成投资多少", "15.3亿元"), ("竹溪港二期码头1至4月完成投资多少", "6.9亿元"),
        ("竹溪港二期码头总投资多少", "24.6亿元"), ("青石抽水蓄能电站累计完成多少投资", "31.2亿元"),
    ],
)  # fmt: skip
def test_kinds_of_amounts_are_not_mixed(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer
