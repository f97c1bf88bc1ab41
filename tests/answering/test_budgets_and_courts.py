"""Budget reports with tables of revenue, contests, lists of who was relieved: what is told of them, in other words."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

BUDGET = """云台区人民政府 > 公开目录 > 财政
索引号 YT-0307-2025-0021　发布机构：云台区财政局　2025年1月19日

关于云台区2024年财政预算执行情况和2025年预算草案的报告（摘登）
——2025年1月16日在区第七届人民代表大会第四次会议上
区财政局局长　欧阳朔

各位代表：

受区人民政府委托，现将2024年财政预算执行情况报告如下，请予审议。

一、2024年全区收入情况

2024年，全区一般公共预算收入完成29.86亿元，增长4.1%，主要是耕地占用税和契税减收。分项完成情况如下：

表1　2024年收入完成及2025年预算（单位：万元）
项目|2024年完成|比上年增长|2025年预算
一般公共预算收入|298600|4.1%|311000
　税收收入|201500|3.2%|208000
　　契税|18700|-9.4%|19000
　　耕地占用税|5200|-14.8%|5300
　非税收入|97100|6.1%|103000

二、2024年全区支出情况

年末，全区政府债务余额52.3亿元，控制在上级核定的58.6亿元限额以内。今年计划招录网格员120人，比去年少30人。

三、2025年全区预算安排

城乡居民基础养老金每人每月再提高20元，达到200元。

财政“小词典”

“四保”：指保民生、保工资、保运转、保债务付息，是财政支出必须优先保障的内容。2024年全区“四保”支出27.4亿元。
"""

COUNTY = """洛川报
2025年10月30日　星期四　第426期

洛川县人大常委会任免名单

（2025年10月24日县第十八届人大常委会第二十九次会议通过）
任命：
陶以宁为洛川县人民政府副县长；
葛 岚为洛川县民政局局长。
免去：
方 原的洛川县人民政府副县长职务；
葛 岚的洛川县司法局局长职务。

县第七届运动会落幕 云岭街道代表团金牌第一

10月4日至11日，洛川县第七届运动会在县奥体中心举行，18个代表团参加。前三名奖牌榜：
名次|代表团|金牌|银牌|铜牌|总数
第1名|云岭街道|31|24|19|74
第2名|石桥镇|28|30|22|80
第3名|洛川钢厂|13|11|9|33
县第八届运动会定于2028年举办，由石桥镇承办。民办小学报名人数超过计划的，7月5日上午在县青少年宫电脑摇号。

洛川县改造道路

新签约项目“播种”，在建项目“育苗”。全县打通断头路3条，分别为云和路、荷塘街、纺织路。其中东岗街道最快，完成率97.5%；西岗街道最慢，只有71.2%。图书馆读者一次最多可借书12册。
"""


@pytest.fixture(scope="module")
def budget(about: About) -> Ask:
    return about(BUDGET)


@pytest.fixture(scope="module")
def county(about: About) -> Ask:
    return about(COUNTY)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("预算报告是谁作的", "欧阳朔"),
        ("报告人是谁", "欧阳朔"),
        ("契税降了多少", "9.4%"),
        ("契税降了百分之几", "9.4%"),
        ("2024年契税收了多少", "18700"),
        ("债务超限额没有", "没有，全区政府债务余额52.3亿元"),
        ("政府债务超过限额了吗", "没有，全区政府债务余额52.3亿元"),
        ("去年计划招多少网格员", "150人"),
        ("基础养老金没涨之前一个月多少", "180元"),
        ("“四保”保的是啥", "保民生、保工资、保运转、保债务付息"),
        ("四保是什么意思", "保民生、保工资、保运转、保债务付息"),
    ],
)
def test_what_a_budget_report_tells(budget: Ask, question: str, holds: str) -> None:
    assert holds in budget(question).answer, budget(question)


@pytest.mark.parametrize(
    "question",
    ["增值税降了多少", "2026年计划招多少网格员", "五保保的是啥", "民政局局长作的什么报告", "2023年契税收了多少"],
)
def test_what_a_budget_report_does_not_tell(budget: Ask, question: str) -> None:
    assert budget(question).status != "answered", budget(question)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("葛岚现在还是司法局局长吗", "不是，免去洛川县司法局局长职务，任洛川县民政局局长"),
        ("方原还当副县长吗", "不是，免去洛川县人民政府副县长职务"),
        ("下一届县运会哪年办", "2028年"),
        ("下一届县运会谁承办", "石桥镇"),
        ("县第八届运动会由哪儿承办", "石桥镇"),
        ("民办小学在哪里摇号", "青少年宫"),
        ("打通的断头路是那几条", "云和路、荷塘街、纺织路"),
        ("哪个街道最慢", "西岗街道"),
        ("育苗是啥意思", "在建项目"),
        ("一次能借几本书", "12册"),
    ],
)
def test_what_a_county_page_tells(county: Ask, question: str, holds: str) -> None:
    assert holds in county(question).answer, county(question)


@pytest.mark.parametrize(
    ("before", "question", "holds"),
    [
        ("石桥镇得了几块铜牌？", "那洛川钢厂呢", "9"),
        ("云岭街道得了几块金牌？", "那石桥镇呢", "28"),
        ("方原还当副县长吗", "新来的副县长叫啥", "陶以宁"),
    ],
)
def test_another_name_takes_the_place_of_the_earlier_one(county: Ask, before: str, question: str, holds: str) -> None:
    answer = county(question, turns=[before]).answer
    assert holds in answer and "33" not in answer, answer


@pytest.mark.parametrize(
    "question",
    ["第九届县运会哪年办", "陶以宁现在还是局长吗", "上一届县运会哪年办的", "收获是啥意思", "民办小学在哪里面试"],
)
def test_what_a_county_page_does_not_tell(county: Ask, question: str) -> None:
    assert county(question).status != "answered", county(question)
