"""An answer is told of the asked time, round, group, doer and as a fact; what stands beside it of another is none."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """柳泉县第五届龙舟赛落幕
2024年6月12日　柳泉融媒

本报讯（记者 方禾）6月10日，柳泉县第五届龙舟赛在青石湾落幕，冠军彩旗由云岭酒业有限公司以38.5万元拍得，比上届成交价高出6万元。本届赛事为期3天，首日观赛群众1.2万人次。石桥村队与古渡村队争夺冠军，古渡村队以2秒优势胜出，捧走铜鼓一面。县长卓远航到场观赛，副县长梅知秋陪同。卓远航要求，办好后续文旅活动。

12路公交末班车调整为22:10。前三季度全县接待游客96万人次。

第一轮14个项目全部完工，第二轮19个项目中，新建类6个，总投资8.4亿元。春季开工项目27个，本次集中开工项目22个，当年计划投资15.6亿元。

茶叶产业链由副县长梅知秋担任链长，竹木产业链由县政协副主席祁安担任链长。药材产业链产值3亿元。

县农科站已与外地的两家药店签了供货协议。会上授予杜若等5名同志“护水标兵”称号，石桥小学教师杜若代表发言。水厂改造进度最慢，仅完成年度计划的35%。

按照办法，连续两次垫底的，由县委书记约谈。本次垫底的是白沙乡。工业用电量居全市第三；全县外贸进口额下降2.1%，旅游收入增长3.3%。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    "question",
    [
        "上届龙舟赛的彩旗是谁拍走的",
        "12路公交原来末班车是几点",
        "龙舟赛3天一共多少观赛群众",
        "三季度当季柳泉接待游客多少人次",
        "第一轮14个项目总投资多少",
        "春季那27个开工项目当年计划投资多少",
        "药材产业链由谁担任链长",
        "副县长梅知秋在龙舟赛上提了什么要求",
        "石桥村队夺冠以后铜鼓怎么处理的",
        "县农科站跟外地哪两家药店签了供货协议",
        "除了杜若，另外4名护水标兵是谁",
        "水厂改造进度最慢，卡在哪了",
        "县委书记约谈了白沙乡没有",
        "工业用电量居全省第几",
        "杜若的父母干什么工作",
        "8年前龙舟赛的冠军是谁",
    ],
)
def test_what_is_told_of_another_time_group_or_doer_is_no_answer(ask: Ask, question: str) -> None:
    got = ask(question)
    assert got.status == "not_found", got.answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("龙舟赛的彩旗是谁拍走的", "云岭酒业"),
        ("12路公交末班车调整到几点", "22:10"),
        ("龙舟赛首日观赛群众多少", "1.2万"),
        ("前三季度柳泉接待游客多少人次", "96万"),
        ("第二轮新建类总投资多少", "8.4亿元"),
        ("竹木产业链由谁担任链长", "祁安"),
        ("县长卓远航在龙舟赛上提了什么要求", "文旅活动"),
        ("工业用电量居全市第几", "第三"),
    ],
)
def test_what_is_told_of_the_asked_one_is_answered(ask: Ask, question: str, answer: str) -> None:
    got = ask(question)
    assert got.status == "answered"
    assert answer in got.answer
