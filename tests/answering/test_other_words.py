"""Words that people use for printed ones are known by what is printed; a phrase of them is no word of its own."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
川宁区一周简讯
2025年5月12日 星期一 第19期

城南老街骑楼修缮工程启动

本报讯 5月6日，城南老街骑楼修缮工程启动，涉及骑楼37栋，计划10月底完成。

区人民医院新增病床

本报讯 5月8日起，区人民医院东院区新增病床120张。

河口村搬迁户领到慰问金

本报讯 5月9日，河口村46户搬迁户每户领到慰问金1500元。

教育局走访学校

本报讯 5月7日，区教育局局长阮承志到区实验小学检查食堂，学校供餐学生860人。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("城南老街骑楼整修工程有多少栋骑楼", "37栋"),
        ("区人民医院东院区新增床铺多少张", "120张"),
        ("河口村搬家户每户拿到的抚慰金是多少", "1500元"),
    ],
)
def test_another_word_for_the_printed_one(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer


def test_words_that_say_it_by_themselves_stay_apart(ask: Ask) -> None:
    answer = ask("到区实验小学去学校食堂检查的是谁")
    assert answer.status == "answered"
    assert "阮承志" in answer.answer


def test_another_word_for_another_thing_is_refused(ask: Ask) -> None:
    assert ask("河口村搬家户每户的装修费是多少").status == "not_found"
