"""Names that say how many they are, plans that are no result, degrees of what may be done, and yearly amounts."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """柳桥区召开重点工作推进会

本报讯（记者 方舟）2024年4月8日，柳桥区召开重点工作推进会。区长牟静要求，要严格落实领导包联、专班推进、要素会商、红黄蓝牌“四项机制”，对连续两次被亮红牌的单位进行约谈。

会议对防汛工作提出“四个到位”：一是责任落实到位，二是隐患排查到位，三是预案演练到位，四是物资储备到位。

6月底前，各镇街要全部建成纠纷调处中心，目前已建成6个。1至3月，全区新签约亿元以上项目41个，计划总投资263亿元。

海岸牧场工程计划投放人工鱼礁6万立方米，年内完成投资4.8亿元。力争青岭抽水蓄能电站完成年度投资14亿元。

人才公寓下周起受理申请。符合条件的博士可免租三年，硕士可免租一年。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize("question", ["牟静说的四项机制是啥", "四项机制有哪些", "四项机制指的是什么"])
def test_the_items_in_front_of_their_number(ask: Ask, question: str) -> None:
    assert ask(question).answer == "领导包联、专班推进、要素会商、红黄蓝牌"


def test_another_number_of_them_is_no_answer(ask: Ask) -> None:
    assert ask("五项机制是啥").status != "answered"


def test_what_is_demanded_is_not_done(ask: Ask) -> None:
    assert not ask("各镇街的纠纷调处中心都建成了吗").answer.startswith("是")


def test_how_many_is_no_amount_of_money(ask: Ask) -> None:
    assert "263" not in ask("1至3月新签约了几个亿元以上的项目").answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [("海岸牧场今年要投多少钱", "4.8亿元"), ("青岭抽水蓄能电站今年计划投资多少", "14亿元")],
)
def test_what_is_to_be_spent_within_the_year(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer


@pytest.mark.parametrize(("question", "begins"), [("硕士能免租三年吗", "不"), ("博士能免租三年吗", "能")])
def test_as_much_as_is_asked_for(ask: Ask, question: str, begins: str) -> None:
    assert ask(question).answer.startswith(begins)
