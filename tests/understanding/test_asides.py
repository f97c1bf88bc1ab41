"""Clauses that tell why somebody asks are left out; conditions that matter stay."""

from __future__ import annotations

import pytest

from index.understanding.asides import without_asides


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("核对一下，二季度是签了11个项目吧", "二季度是签了11个项目吧"),
        ("核报表：白果乡财政完成多少", "白果乡财政完成多少"),
        ("三次签约加起来多少个亿？写稿要用", "三次签约加起来多少个亿"),
        ("这个厂还缺多少工人？我想去打工", "这个厂还缺多少工人"),
        ("请问，总投资多少，谢谢", "总投资多少"),
        ("报名到哪天，急", "报名到哪天"),
    ],
)
def test_what_is_not_asked_for_is_left_out(typed: str, asked: str) -> None:
    assert without_asides(typed) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "我是低保户，能减免吗",
        "我想带狗去，行不行",
        "我家住桃源村，几点停电",
        "第七期签约一批，总投资多少？那开工的呢",
        "谢谢",
        "请问",
        "问下，多少",
    ],
)
def test_what_the_answer_hangs_on_stays(typed: str) -> None:
    assert without_asides(typed) == typed
