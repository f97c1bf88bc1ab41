"""Figures with something taken away: the rest of a whole, the rest of a list, how far it is to a goal, what a row lacks."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """枫桥县报
2025年9月18日　星期四　第3版

枫桥县三季度看项目
一天走了五个点

本报讯（记者 石小禾）9月16日，枫桥县三季度项目观摩举行，共观摩项目5个，总投资36.4亿元，其中云溪光伏电站总投资12.9亿元，年度计划投资4.5亿元。县发改局介绍，今年计划新开工项目60个以上（前八个月已新开工43个）。全县清查闲置厂房48处，当场签约31处。

本月全县引进台资项目4个、总投资9600万美元。台资的鼎坤精密电机项目总投资2500万美元，是其中最大的一个。

枫桥县夏粮收官
烘干能力再上台阶

本报讯（通讯员 葛青）全县完成玉米、谷子播种16.8万亩，其中玉米11.5万亩。烘干中心日处理能力达到2400吨，其中今年新增900吨。接警中心八月接到求助警情312起，其中走失41起、溺水6起、被困55起。政府债务余额52.4亿元，控制在限额58亿元以内。

县里在粮站、供销社、农机站、种子站等4个系统试点“一卡付”，截至8月底办卡6800张，其中粮站2100张，供销社1750张。河东支队三个大队、河西支队出动1260人次，其中河东支队800人次。

枫桥县人代会闭幕

本报讯（记者 石小禾）9月12日，县十八届人大五次会议闭幕，应到代表205名，实到198名。会议听取了财政报告：1至8月，全县工业技改投资完成23.7亿元，增长9.8%，离全年31亿元目标还有距离。

枫桥县民生实事进展表（截至8月底，单位：万元）
序号 项目名称 牵头单位 年度任务 总投资 已完成投资 进展情况
1 农村危桥改造 县交通局 36座 2700 1900 完成22座
2 老旧水表更换 县水务公司 8600户 1290 860 完成5400户
3 社区食堂 县民政局 12个 480 300 完成9个
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("三季度观摩的5个项目除了云溪光伏电站，其余4个总投资多少", "23.5亿元"),
        ("不算云溪光伏电站，观摩的项目总投资还有多少亿", "23.5亿元"),
        ("4个台资项目里除去鼎坤精密电机，另外三个合计多少美元", "7100万美元"),
        ("八月的求助警情，刨去走失、溺水和被困还有多少起", "210起"),
        ("不算今年新增的，烘干中心一天能处理多少吨", "1500吨"),
        ("枫桥县谷子种了多少亩", "5.3万亩"),
        ("农机站和种子站两个系统一共办卡多少张", "2950张"),
    ],
)
def test_the_rest_is_the_whole_without_the_named_parts(ask: Ask, question: str, words: str) -> None:
    answer = ask(question)
    assert answer.answer == words
    assert "（推算）" in (answer.detail or "")


@pytest.mark.parametrize(
    "question",
    [
        "观摩的5个项目除了云溪光伏电站，其余4个占地多少亩",
        "观摩的5个项目除了云溪光伏电站，其余4个年度计划投资多少",
        "观摩的5个项目除了云溪光伏电站，其余3个总投资多少",
        "农机站办卡多少张",
        "烘干中心不算去年新增的，电费多少钱",
    ],
)
def test_another_measure_or_number_of_things_is_not_told_by_it(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("今年要新开工60个项目，前八个月开了一些，还差多少个", "17个"),
        ("工业技改投资离全年目标还差多少亿", "7.3亿元"),
        ("政府债务离限额还有多大空间", "5.6亿元"),
        ("人代会缺席了几名代表", "7名"),
        ("县人代会有几个代表没到会", "7名"),
        ("闲置厂房有多少处没有当场签约", "17处"),
        ("农村危桥还有多少座没改完", "14座"),
        ("老旧水表还有几户没换", "3200户"),
        ("老旧水表更换还差多少投资没完成", "430万元"),
        ("社区食堂投资完成率是多少", "62.5%"),
        ("社区食堂完成了总投资的百分之几", "62.5%"),
    ],
)
def test_what_is_missing_is_the_goal_without_what_is_reached(ask: Ask, question: str, words: str) -> None:
    answer = ask(question)
    assert words in answer.answer
    assert "（推算）" in (answer.detail or "")


@pytest.mark.parametrize("question", ["政府专项债离限额还有多大空间", "台资项目离全年目标还差多少", "社区食堂还有几桌没坐满"])
def test_no_gap_of_another_measure_is_told(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
