"""Why, what if, what came of it, who said what: told by clauses whose words are not those of the question."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

MARKET = """\
松湾区夜市迁址 摊主起初不乐意

松湾区把桥头夜市迁到了体育场北侧，占道摆摊的，第一次劝离，第二次扣押工具。新夜市装了油水分离器，污水不再直排河道。摊主老柴说：“现在收摊比以前早一小时，因为十点半统一熄灯。”

云汉区农贸市场称重有了“公平秤”

缺斤少两一直是云汉区南门市场的顽疾。市场监管所在四个出口各设一台公平秤，顾客复称短斤的，由摊主退一赔十。所长游建平坦言，过去查处难，难在取证，如今秤上自带打印小票。

公平秤启用以来，投诉由月均41起降到3起。摊主冯嫂嫌小票纸贵，市场便统一免费供纸。
"""

SCHOOL = """\
青萍小学午休改躺睡

今春起，青萍小学把课桌椅全部换成可放平的躺椅，起因是体检查出近四成学生颈椎前屈。学生不愿午睡的，可到阅览室看书，但不准串班。

校长戚云舒介绍，实行两个月后，下午课堂打瞌睡的少了六成。对因病不能躺睡的孩子，学校另备了软垫。
"""

VILLAGE = """\
葵花镇旱厕改造遇冷又转热

葵花镇的旱厕改造去年只报了40户，症结在于冬天上冻，水冲不下去。今年镇里改用防冻型三格式化粪池，报名户猛增到600多户。验收不合格的，施工队返工，不另加钱。

石滩村的厨余垃圾过去一股脑填埋。村主任甄大勇提醒：“塑料一定先挑干净，不然虫子会死。”
"""

WELLS = """\
白杨镇老井封填记

因水质检测氟超标，白杨镇封填了7口老井，改由镇水厂集中供水。停水超过24小时的，由水厂派水车送水到村。为方便老人挑水，镇里在井边留了一个取水口。
"""

GATE = """\
银河路小学门口装了“爱心斑马线”

银河路小学门口过去一到放学就堵成一锅粥，根子在于家长的车横七竖八停在路边。区交警大队划出300米即停即走区，又把放学时间按年级错开10分钟。

交警尹朝阳特别叮嘱家长：孩子一定从右侧车门下车，避免被后面的电动车撞上。遇大雾、大雨时，护学岗提前半小时上岗。
"""


@pytest.fixture(scope="module")
def market(about: About) -> Ask:
    return about(MARKET)


@pytest.fixture(scope="module")
def school(about: About) -> Ask:
    return about(SCHOOL)


@pytest.fixture(scope="module")
def village(about: About) -> Ask:
    return about(VILLAGE)


@pytest.fixture(scope="module")
def wells(about: About) -> Ask:
    return about(WELLS)


@pytest.fixture(scope="module")
def gate(about: About) -> Ask:
    return about(GATE)


@pytest.mark.parametrize(
    ("page", "question", "said"),
    [
        ("school", "青萍小学为什么换躺椅", "颈椎"),
        ("village", "葵花镇去年旱厕改造为啥没人报名", "上冻"),
        ("village", "厨余里的塑料为啥要先挑出来", "虫子会死"),
        ("wells", "白杨镇的老井为啥要封", "氟超标"),
        ("gate", "银河路小学放学为啥堵", "停在路边"),
        ("gate", "为什么要孩子从右侧下车", "撞上"),
        ("market", "游建平说过去查处为什么难", "取证"),
    ],
)
def test_a_cause_is_told_whatever_word_joins_it_to_its_effect(
    page: str, question: str, said: str, request: pytest.FixtureRequest
) -> None:
    answer = request.getfixturevalue(page)(question)
    assert answer.status == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    ("page", "question"),
    [
        ("school", "青萍小学的学生为什么颈椎前屈"),
        ("market", "十点半为什么要统一熄灯"),
        ("wells", "白杨镇的水为什么氟超标"),
        ("village", "葵花镇冬天为什么上冻"),
        ("gate", "家长的车为什么停在路边"),
    ],
)
def test_what_is_told_as_a_cause_is_not_told_the_cause_of(
    page: str, question: str, request: pytest.FixtureRequest
) -> None:
    assert request.getfixturevalue(page)(question).status == "not_found"


@pytest.mark.parametrize(
    ("page", "question", "said"),
    [
        ("market", "在松湾区占道摆摊会怎么样", "第一次劝离"),
        ("market", "南门市场复称发现短斤怎么办", "退一赔十"),
        ("school", "青萍小学不想午睡的学生怎么安排", "阅览室"),
        ("school", "有病不能躺睡的孩子咋办", "软垫"),
        ("village", "改厕验收没过关咋办", "返工"),
        ("gate", "护学岗什么情况下提前上岗", "大雾"),
    ],
)
def test_what_follows_from_a_case_is_told_of_that_case(
    page: str, question: str, said: str, request: pytest.FixtureRequest
) -> None:
    answer = request.getfixturevalue(page)(question)
    assert answer.status == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    ("page", "question"),
    [
        ("market", "第三次占道摆摊怎么罚"),
        ("market", "公平秤坏了怎么修"),
        ("school", "阅览室里串班的学生怎么处理"),
        ("school", "想午睡的学生怎么安排"),
        ("wells", "水车坏了怎么办"),
        ("village", "返工的工人怎么安排"),
    ],
)
def test_another_case_has_no_rule(page: str, question: str, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(page)(question).status == "not_found"


@pytest.mark.parametrize(
    ("page", "question", "said"),
    [
        ("market", "公平秤启用后投诉有啥变化", "降到3起"),
        ("market", "夜市装油水分离器起了什么作用", "不再直排"),
        ("school", "躺睡两个月后打瞌睡的有什么变化", "少了六成"),
        ("market", "冯嫂对小票有什么意见", "纸贵"),
        ("gate", "尹朝阳叮嘱家长什么", "右侧车门"),
        ("village", "甄大勇提醒了什么", "挑干净"),
    ],
)
def test_changes_and_words_are_told_of_the_asked_thing_and_speaker(
    page: str, question: str, said: str, request: pytest.FixtureRequest
) -> None:
    answer = request.getfixturevalue(page)(question)
    assert answer.status == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    ("page", "question"),
    [
        ("market", "游建平对小票的纸有什么意见"),
        ("market", "公平秤启用后租金有啥变化"),
        ("gate", "尹朝阳对护学岗怎么说"),
        ("wells", "封井的钱从哪来"),
    ],
)
def test_words_of_another_and_on_another_thing_are_no_answer(
    page: str, question: str, request: pytest.FixtureRequest
) -> None:
    assert request.getfixturevalue(page)(question).status == "not_found"
