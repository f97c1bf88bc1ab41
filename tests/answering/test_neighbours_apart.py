"""What is told of a neighbour (another phase, group, campaign, row) or only counts is no answer for the asked one."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """梨川县推进三季度重点工作
2025年9月18日　梨川融媒

本报讯（记者 晏小满）9月16日，梨川县召开三季度重点项目调度会。会上，县粮食局、县供销社因进度滞后被亮“黄牌”，县税务局作了交流发言。“强链一批”项目5个，总投资8.4亿元，涉及陶瓷、竹木两个行业，全部达产后预计新增税收3900万元。

尚未开工的7个项目中，4个因管线迁改受阻，2个因设计变更，1个因股东退出。据了解，二季度集中签约、开工、投产项目共26个，总投资81.5亿元。

晨禾牧业落户梨川

本报讯（记者 晏小满）晨禾牧业三期养殖场9月10日签约。晨禾牧业自2015年落户梨川，前两期共投资9.2亿元，带动周边种植燕麦草7.6万亩。

老旧管网改造提速

本报讯（记者 晏小满）2022年以来，全县累计改造老旧小区28个，惠及居民6130户；今年计划改造11个，已完工4个。居民反映集中在水压不足、管道锈蚀、井盖松动三类，其中水压不足占比最高，为52%。

第一战役为“清障攻坚”，3月打响。第二战役为“手续攻坚”，6月打响，已办结规划审批31件。

苇岸村：渔村变了样

本报讯（记者 晏小满）2020年，返乡青年闻人朔开出村里第一家民宿“听潮小院”。到今年8月，全村民宿已有41家，村财收入突破290万元。今年村里投资180万元新建了观鸟栈道和候鸟驿站，国庆开园，门票每人35元。

空气质量排名公布

本报讯（记者 晏小满）改善幅度最大的是青石乡，综合指数下降7.4%；河口镇由第6位升至第4位。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    "question",
    [
        "县粮食局是哪个项目进度滞后被亮黄牌的？",
        "“强链一批”的五个项目叫什么名字？",
        "因设计变更没开工的是哪个项目？",
        "晨禾牧业三期养殖场能带动种多少亩燕麦草？",
        "梨川今年改造的11个老旧小区涉及多少户？",
        "居民反映管道锈蚀的占多少？",
        "清障攻坚那一仗办结了多少件规划审批？",
        "闻人朔的民宿“听潮小院”一年赚多少钱？",
        "苇岸村的候鸟驿站花了多少钱建的？",
        "青石乡空气质量排名比上年升了几位？",
        "梨川二季度集中投产的项目有几个？",
    ],
)
def test_what_is_told_of_a_neighbour_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)

    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("晨禾牧业前两期带动种了多少亩燕麦草？", "7.6万亩"),
        ("2022年以来改造老旧小区惠及多少户居民？", "6130户"),
        ("居民反映水压不足的占多少？", "52%"),
        ("苇岸村村财收入多少？", "290万元"),
    ],
)
def test_the_asked_one_itself_is_told(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


FIGURES = """梨川县建筑业大会表彰先进
2025年10月20日　梨川融媒

本报讯（记者 晏小满）10月18日，梨川县召开建筑业大会。会上为12名工匠颁奖，其中特等奖2名，每人奖励5万元。首届工匠大赛第16个赛项“砌筑”由禾正建工承办。梨川县农机站站长裴玉田今年从事农机推广满31年。

梨川一季度签约项目9个，总投资21.5亿元。全县列入年度计划的项目46个，其中产业类28个，目前已开工31个。

南门菜场二期改造完成，摊位月租金380元，累计投入设备投资640万元。
"""


@pytest.fixture(scope="module")
def ask_figures(about: About) -> Ask:
    return about(FIGURES)


@pytest.mark.parametrize(
    "question",
    [
        "裴玉田今年多大年纪？",
        "大赛第15个赛项是哪个项目？",
        "梨川二季度签约项目有几个？",
        "一季度签的9个项目现在开工了几个？",
    ],
)
def test_figures_of_something_else_are_no_answer(ask_figures: Ask, question: str) -> None:
    answer = ask_figures(question)

    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("梨川一季度签约项目有几个？", "9个"),
        ("列入年度计划的项目中产业类有几个？", "28个"),
        ("菜场二期的设备投资是多少？", "640万元"),
        ("南门菜场摊位的月租金多少？", "380元"),
    ],
)
def test_figures_of_the_asked_one_are_told(ask_figures: Ask, question: str, said: str) -> None:
    assert said in ask_figures(question).answer
