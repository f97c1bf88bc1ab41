"""Projects told apart by what they cost: the most, this year's most, beyond or below an amount."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """岚桥区今年新开工一批项目
本报讯（记者 沈知远）3月6日，岚桥区新开工一批重点项目。
附：岚桥区新开工重点项目一览表（单位：万元）
序号 项目名称 建设单位 建设地点 建设规模及内容 总投资 年度计划
1 岚桥储能电池厂 岚能公司 北塘镇 厂房9万平方米 180000 30000
2 滨江路南延工程 区城建公司 滨江街道 道路长2.4公里 42000 36000
3 北塘镇敬老院 区民政局 北塘镇 床位220张 8600 5000
4 青年公寓 区住建局 滨江街道 公寓640套 21000 9000
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("投资最大的项目是哪个", "岚桥储能电池厂（180000万元）"),
        ("今年计划投资最多的是哪个项目", "滨江路南延工程（36000万元）"),
        ("总投资超过3亿的项目有哪些", "岚桥储能电池厂、滨江路南延工程"),
        ("投资两亿元以上的项目有几个", "3个"),
        ("不到1亿的项目是哪个", "北塘镇敬老院"),
    ],
)
def test_rows_are_held_against_the_asked_amount(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_the_next_question_is_about_the_largest(ask: Ask) -> None:
    assert ask("投资最大的项目是哪个，在哪里").answer == "岚桥储能电池厂（180000万元），北塘镇"


def test_nothing_is_beyond_what_the_rows_print(ask: Ask) -> None:
    assert ask("总投资超过20亿的项目有哪些").answer == "没有"


def test_the_same_amount_in_another_unit_is_no_other_version(about: About) -> None:
    page = PAGE.replace("新开工一批重点项目。", "新开工一批重点项目。体量最大的岚桥储能电池厂，由岚能公司投资建设，总投资18亿元。")
    assert "说法不一" not in (about(page)("岚桥储能电池厂总投资多少").detail or "")
