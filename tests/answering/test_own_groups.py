"""Programmes whose parts and rounds have names of their own: “开局榜”, 谋划库, 夏赛, 第四季, 第十二次调度."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

SEASONS = """临溪日报
2024年1月12日　星期五　第3301期　责编 方 越

比拼见真章 项目争上游

临溪区第四季“三榜”比拼24个项目亮相 总投资69.3亿元

本报讯（记者 尤 佳）1月10日，临溪区第四季“三榜”比拼活动在东湖产业园举行，24个项目集中亮相，总投资69.3亿元，比第三季多4个、8.2亿元。

“开局榜”项目7个，总投资20.1亿元，包括湖畔生物医药园、临溪智能仓储中心等。“进度榜”项目11个，总投资31.6亿元。“结果榜”项目6个，总投资17.6亿元，分别是：东湖实验小学、溪口水厂扩建工程、恒力齿轮三期、南岸停车楼、临溪中医院、龙门冷链中心。

第三季20个项目总投资61.1亿元，其中“结果榜”5个、12.4亿元。前两季累计上榜39个项目，总投资98.5亿元。
"""

STORES = """乌岭晨报
2023年11月10日 星期五

乌岭区“三库”项目第十二次调度：30个项目、151亿元

本报讯 11月8日，乌岭区召开“三库”项目第十二次调度会，区长卢一帆主持。列入本次调度的项目30个，总投资151亿元，比第十一次调度增加2个、11.4亿元。

储备库项目11个，总投资48.2亿元。其中，乌岭古镇文旅综合体总投资8.6亿元，由乌岭文旅集团牵头。

在建库项目12个，总投资74.3亿元，已开工11个，尚未开工的是岭南变电站。

销号清单项目7个，总投资28.5亿元。分别是：甜心烘焙中央厨房、乌岭一中东校区、汇金路停车楼、康诺体外诊断试剂项目、梅林公园、智慧水务平台、老年康复医院。

此前的第十一次调度共有项目28个，总投资139.6亿元，其中储备库9个、42.1亿元，在建库13个、70.4亿元，销号清单6个、27.1亿元。据统计，第一次至第十次调度累计销号项目52个，完成投资210.4亿元。
"""

CONTESTS = """云岗报
2025年9月30日　星期二　第512期

云岗县“四季比武”秋赛16个项目登场 总投资52.3亿元

本报讯（记者 乐 南）9月28日，云岗县2025年“四季比武”秋季赛（简称秋赛）开赛。16个项目登场，总投资52.3亿元，比夏赛多3个项目、9.1亿元。
新签约项目“上场”，在建项目“打擂”，竣工投产项目“夺魁”。秋赛“上场”项目5个，总投资18.1亿元：竹海度假村、晶石坩埚、氢能换电站、种业研究院、玉泉水厂。
“打擂”项目7个，总投资22.6亿元。“夺魁”项目4个，总投资11.6亿元：金谷粮油加工厂、云岗汽车站迁建、第二实验幼儿园、城关污水厂改造。
夏赛13个项目总投资43.2亿元：“上场”4个、12.5亿元，已开工3个；“打擂”5个、19.3亿元；“夺魁”4个、11.4亿元，全部达产。春赛10个项目总投资35.7亿元，已全部转入下一阶段。
"""


@pytest.fixture(scope="module")
def pages(about: About) -> dict[str, Ask]:
    return {"seasons": about(SEASONS), "stores": about(STORES), "contests": about(CONTESTS)}


@pytest.mark.parametrize(
    ("page", "question", "holds"),
    [
        ("seasons", "临溪区第四季三榜一共上了多少项目，总投资多少", "24个，69.3亿元"),
        ("seasons", "第四季比第三季多了几个项目", "4个"),
        ("seasons", "第四季比第三季投资多多少", "8.2亿元"),
        ("seasons", "第三季结果榜几个", "5个"),
        ("seasons", "第四季结果榜有哪些", "东湖实验小学、溪口水厂扩建工程"),
        ("seasons", "前两季一共多少个项目", "39个"),
        ("seasons", "第四季三类里面哪类钱最多", "进度榜”（31.6亿元）"),
        ("seasons", "17.6亿是什么钱", "第四季“结果榜”总投资"),
        ("seasons", "南岸停车楼算哪一类", "结果榜"),
        ("stores", "储备库投了多少钱", "48.2亿元"),
        ("stores", "第十一次调度在建库有几个", "13个"),
        ("stores", "第11次调度总投资多少", "139.6亿元"),
        ("stores", "这次销号清单有哪些项目", "甜心烘焙中央厨房、乌岭一中东校区"),
        ("stores", "第十二次比第十一次销号的多几个", "多1个"),
        ("stores", "前十次销号了多少个", "52个"),
        ("stores", "210.4亿是指什么", "第一次至第十次调度累计销号项目52个，完成投资210.4亿元"),
        ("stores", "乌岭古镇文旅综合体在哪个库", "储备库"),
        ("contests", "夏赛夺魁的投资多少", "11.4亿元"),
        ("contests", "春赛夏赛秋赛加起来多少个项目", "39个"),
        ("contests", "打擂的投了多少钱", "22.6亿元"),
        ("contests", "秋赛上场的有哪些项目", "竹海度假村"),
        ("contests", "春赛多少个项目", "10个"),
    ],
)
def test_parts_and_rounds_with_names_of_their_own_are_told_apart(
    pages: dict[str, Ask], page: str, question: str, holds: str
) -> None:
    answer = pages[page](question)
    assert holds in answer.answer, answer


@pytest.mark.parametrize(
    ("page", "before", "question", "holds"),
    [
        ("seasons", "第四季开局榜投了多少钱", "结果榜呢", "17.6亿元"),
        ("stores", "第十二次调度在建库总投资多少？", "那销号的呢", "28.5亿元"),
        ("contests", "秋赛夺魁的投资多少？", "那夏赛呢", "11.4亿元"),
    ],
)
def test_another_part_or_round_takes_the_place_of_the_earlier_one(
    pages: dict[str, Ask], page: str, before: str, question: str, holds: str
) -> None:
    assert holds in pages[page](question, turns=[before]).answer


@pytest.mark.parametrize(
    ("page", "question"),
    [
        ("seasons", "第四季结果榜10个项目是哪10个"),
        ("seasons", "第二季多少个项目"),
        ("seasons", "第五季开局榜几个"),
        ("stores", "第十三次调度有多少个项目"),
        ("stores", "第九次调度储备库几个"),
        ("contests", "冬赛多少个项目"),
        ("contests", "春赛夺魁的有几个"),
    ],
)
def test_what_is_not_told_of_a_part_or_round_is_not_answered(pages: dict[str, Ask], page: str, question: str) -> None:
    answer = pages[page](question)
    assert answer.status != "answered", answer
