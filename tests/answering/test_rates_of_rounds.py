"""Rates of earlier rounds, each of the part that its own words name; what a round lacks is not taken from a project."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """柳桥县第十五期“三个集中”活动举行

4月2日上午，柳桥县第十五期“三个集中”活动在县高新区举行。参加本期活动的项目共45个，总投资259.7亿元。

签约的15个项目中，亿元以上14个，最大的是远景储能电池项目，计划投资22亿元。

县委书记何斌指出，第一期至第十四期“三个集中”共实施项目512个，总投资2864亿元，其中签约205个，开工198个，投产109个；签约项目履约率97.1%，开工项目入库率93.4%，投产项目达产率85.3%。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("前十四期达产率多少", "85.3%"),
        ("前十四期签约项目的履约率是多少", "97.1%"),
        ("前十四期的入库率", "93.4%"),
        ("前十四期签约多少个", "205个"),
        ("远景储能电池项目投资多少", "22亿元"),
    ],
)
def test_a_rate_is_of_the_part_that_its_clause_names(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


@pytest.mark.parametrize("question", ["前十四期投产项目的履约率", "第十五期签约总投资多少", "前十三期达产率"])
def test_what_is_told_of_another_part_or_of_one_project_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_second_question_takes_no_projects_amount_for_the_rounds(ask: Ask) -> None:
    told = ask("第十五期签约多少个，总投资多少")
    assert "22亿" not in told.answer and "15个" in f"{told.answer}{told.detail}"


LISTED = """柳桥县第九期“三个一批”项目建设活动举行

6月20日，柳桥县第九期“三个一批”项目建设活动举行，共有项目10个，总投资53亿元。其中：

签约项目3个，总投资16.8亿元，分别是：高端涂料项目、光伏支架项目、羽绒制品产业园项目；

开工项目7个，总投资36.2亿元。
"""


def test_the_names_of_one_part_are_no_list_of_another(about: About) -> None:
    ask = about(LISTED)
    assert ask("第九期开工了哪些项目").status == "not_found"
    assert ask("那开工的呢", turns=["第九期签约了哪些项目"]).status == "not_found"
    assert "光伏支架项目" in ask("第九期签约了哪些项目").answer
