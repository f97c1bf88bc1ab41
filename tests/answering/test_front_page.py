"""The front page of a banner's paper: rows of a table, who did what, who came and who left, what an office is held by."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """青岚旗重点项目“开春第一仗”第二批集中开工 12个项目总投资56.3亿元
2025年4月8日　青岚旗融媒体中心

融媒讯（记者 贺远）4月7日，青岚旗“开春第一仗”第二批集中开工仪式举行。旗委书记白国梁宣布开工，旗委副书记、旗长娜仁托雅致辞，旗委常委、常务副旗长苏和主持。

第二批项目12个，总投资56.3亿元。“落子”类（签约）项目5个，总投资20亿元。“结果”类（竣工）项目7个，总投资36.3亿元，依次为：床身铸造基地、硅钢片剪切中心、湖湾湿地公园、旗妇幼保健院综合楼、石佛街跨线桥、人参加工车间、松涛面粉厂。

附：第二批部分项目名单（投资单位：亿元）
序号 | 项目名称 | 业主单位 | 地点 | 规模 | 总投资
1 | 奶酪加工小镇 | 塔拉乳业公司 | 西岭镇 | 车间12栋，年产奶酪4000吨 | 2.7
2 | 大豆育种中心 | 旗种业公司 | 北洼镇 | 试验田2600亩、实验楼1栋 | 1.9
3 | 农机装备园 | 鲁耕重工集团 | 北洼镇 | 占地320亩，厂房18万平方米 | 12.6
合计 | 3个 | | | | 17.2

2025年青岚旗民生实事敲定

1．新建社区食堂12处；
2．开通城乡公交定制线路6条。

青岚旗人大常委会任免名单

任命：
孙文斌为旗教育局局长；
韩雪为旗审计局局长。
免去：
杜国强的旗教育局局长职务。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("旗长叫什么", "娜仁托雅"),
        ("旗委书记是谁", "白国梁"),
        ("开工仪式是谁主持的", "苏和"),
        ("谁宣布开工", "白国梁"),
        ("谁被免了旗教育局局长职务", "杜国强"),
        ("旗教育局局长免的是谁", "杜国强"),
    ],
)
def test_the_one_who_did_it_or_holds_the_office(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert holds in answer.answer


def test_an_office_behind_a_joint_is_no_name_that_sounds_alike(about: About) -> None:
    page = """汾岭区“三落地”第五批次集中行动举行
2024年6月14日　汾岭区融媒体中心

6月12日，汾岭区“三落地”第五批次集中行动举行。区委书记陶建业宣布启动，区委副书记、区长贺春生讲话。
"""
    assert about(page)("汾岭区区委书记和区长分别是谁").answer == "汾岭区区委书记陶建业，区长贺春生"


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("奶酪加工小镇年产多少奶酪", "4000吨"),
        ("奶酪加工小镇总投资多少", "2.7亿元"),
        ("农机装备园占地多少亩", "320亩"),
        ("农机装备园哪家公司建的，占多少地", "320亩"),
    ],
)
def test_the_cell_of_the_asked_measure(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "大豆育种中心占地多少亩",
        "大豆育种中心占多少地",
        "奶酪加工小镇占地几亩",
        "大豆育种中心年产多少",
        "公交定制线路6条分别从哪到哪",
        "娜仁托雅这个旗长当得怎么样",
        "旗长能力如何",
        "旗审计局局长免的是谁",
    ],
)
def test_what_is_not_printed_is_not_made_of_its_neighbour(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_follow_up_may_go_on_from_one_part_to_the_next(ask: Ask) -> None:
    turns = ("第二批落子类总投资多少", "那结果类的呢")
    assert ask(turns[1], turns=turns[:1]).answer == "36.3亿元"
    assert "湖湾湿地公园、旗妇幼保健院综合楼" in ask("都是啥项目", turns=turns).answer
