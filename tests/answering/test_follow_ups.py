"""那投资呢, 二中呢, 那学校: what a second question puts in the place of a word of the first."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
竹溪县简报
2024年8月12日

竹溪县上半年分镇指标

单位	工业产值（亿元）	固定资产投资（亿元）	财政收入（万元）
白沙镇	12.4	6.3	4120
青峰乡	3.8	1.9	870

普通高中录取分数线公布

三所学校最低录取控制分数线分别为：县第一高级中学601分，县第二高级中学552分，景行中学517分。

城区小学招生计划

学校	班数（个）	计划人数（人）	咨询电话
南门小学	6	270	6631002
滨江小学	4	180	6631045
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("白沙镇工业产值是多少", "那投资呢", "6.3亿元"),
        ("白沙镇工业产值是多少", "那财政收入呢", "4120万元"),
        ("白沙镇投资多少", "青峰乡呢", "1.9亿元"),
        ("一中录取线多少", "二中呢", "552分"),
        ("一中录取线多少", "景行中学呢", "517分"),
        ("滨江小学计划招多少人", "那学校电话多少", "6631045"),
    ],
)
def test_the_second_question_is_about_the_same(ask: Ask, first: str, then: str, said: str) -> None:
    assert said in ask(then, turns=[first]).answer


def test_what_is_not_printed_of_it_is_refused(ask: Ask) -> None:
    assert ask("三中呢", turns=["一中录取线多少"]).status == "not_found"
    assert ask("那用电量呢", turns=["白沙镇工业产值是多少"]).status == "not_found"


SIGNED = """\
竹溪县简报
2024年8月13日

竹溪县三季度集中签约项目一览表

项目名称|投资方|落地地点|总投资（亿元）
竹纤维纸浆生产线项目|青湖纸业有限公司|白沙镇|4.6
60兆瓦农光互补电站项目|朗照新能源有限公司|青峰乡|2.7

重点项目调度会召开

本报讯 8月12日，重点项目调度会召开，白沙镇作了典型发言，青峰乡因进度滞后作了检讨。
"""


def test_a_project_that_the_answer_named_is_meant_by_what_follows(about: About) -> None:
    ask = about(SIGNED)
    both = ask("朗照新能源来搞啥项目，落在哪个乡").answer
    assert "农光互补电站" in both and "青峰乡" in both
    assert "2.7亿元" in ask("那它投资多少", turns=["朗照新能源来搞啥项目"]).answer


def test_what_another_town_did_is_no_answer(about: About) -> None:
    ask = about(SIGNED)
    assert ask("青峰乡在调度会上作典型发言讲了些什么").status == "not_found"


def test_he_is_who_was_told_of_last_whatever_came_between(about: About) -> None:
    ask = about(
        "荷塘报\n2024年3月5日\n\n荷塘区召开工作会议\n\n本报讯 3月4日，荷塘区召开工作会议，区长江一舟主持会议。\n\n"
        "荷塘区第三期“三个一批”项目12个 总投资40亿元\n\n本报讯 荷塘区第三期“三个一批”项目12个，总投资40亿元。\n"
    )
    answer = ask("他多大了", turns=["区长是谁", "第三期总投资多少"])
    assert answer.status == "not_found"
    assert "江一舟" in answer.answer
