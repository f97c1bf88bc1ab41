"""A value of another sort, of one day, of all units or of another share is not the one that is asked for."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """芦桥县前三季度经济运行平稳
2025年10月20日　芦桥融媒

本报讯（记者 丛 山）前三季度，全县地区生产总值176.2亿元，同比增长6.1%。工业用电量增速低于全市平均水平1.4个百分点。外贸进出口总额38.6亿元，其中出口30.2亿元，增长21.4%。

县财政拿出1800万元用于滴灌带和喷灌机补贴，滴灌带每亩补贴260元。

其中，芦桥至花渡二级公路改建工程完成投资2.6亿元，路基已全部贯通。

2个民生项目为县儿童福利院迁建工程和南岗镇敬老院，前者设床位120张，计划2026年9月投用；后者设床位90张。

城关招聘会举行

本报讯（记者 丛 山）10月8日，专场招聘会在体育馆举行，96家企业提供岗位3870个。参会学生免收体检费，体检每次80元。每名“芦桥技师”奖励2500元。评委从15个候选方案中评出优胜方案。第二尾锦鲤由商户冯小满以9.6万元拍走。

花渡镇稻花节开幕

本报讯（记者 丛 山）10月10日，花渡镇稻花节开幕，为期8天，首日接待游客6400人次。国庆来的游客中省外游客占39%，湖北、江西居前两位。县里投入客车120台、轮渡6艘，其中纯电客车占50%。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    "question",
    [
        "三季度当季地区生产总值多少",
        "工业用电量增速是多少",
        "进口额增长了百分之几",
        "芦桥至花渡二级公路改建总投资是多少",
        "南岗镇敬老院什么时候投用",
        "第二尾锦鲤有多重",
        "稻花节8天一共接待了多少游客",
        "国庆来的游客里湖北人占多少",
        "6艘轮渡里有几艘是纯电的",
    ],
)
def test_a_value_of_another_sort_or_part_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("前三季度地区生产总值多少", "176.2亿元"),
        ("出口增长了百分之几", "21.4%"),
        ("滴灌带一亩补贴多少钱", "260元"),
        ("省外游客占多少", "39%"),
        ("芦桥至花渡二级公路改建完成投资多少", "2.6亿元"),
        ("县儿童福利院迁建工程什么时候投用", "2026年9月"),
        ("专场招聘会提供多少个岗位", "3870个"),
        ("芦桥技师每人奖多少钱", "2500元"),
        ("优胜方案是从几个候选方案里评出来的", "15个"),
        ("第二尾锦鲤拍了多少钱", "9.6万元"),
        ("稻花节首日接待了多少游客", "6400人次"),
        ("国庆来的游客里省外游客占多少", "39%"),
    ],
)
def test_the_value_of_the_asked_sort_and_part_is_told(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer
