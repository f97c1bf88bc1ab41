"""What a question takes for granted, or what it lacks: corrected where the page says otherwise, else not answered."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

SERVICES = """竹溪发布
2025年6月11日 18:30　竹溪区融媒体中心　编辑：阿梨

①2条公交线路本周六起有变化

配合轨道5号线南门站施工，区公交公司自6月14日首班车起调整下列线路，恢复时间另行通知：
12路：取消“南门市场”站，改停“南门路东”站，首末班时间不变。

②竹溪区公开招聘网格员30名

报名时间6月16日至20日，登录竹溪人才网，每人限报1个岗位，不收报名费。学历要求高中及以上。笔试7月6日。

③竹溪图书馆新馆试开馆

新馆周二至周日9:00至21:00开放，周一闭馆。读者一次最多可借书15册，借期30天。
"""

COUNTY = """溪南县政府公报
2025年1月20日　星期一　第88期

溪南县2024年财政预算执行情况

2024年，全县争取专项债券8.2亿元，重点投向梧桐路学校、青龙湖污水处理厂、溪南老年大学等7个项目，其中青龙湖污水处理厂2.6亿元，为最多。城乡居民基础养老金每人每月再提高22元，达到215元。

预算绩效管理方面，对32个项目开展重点评价，评为“优”的11个，“差”的2个，压减低效资金3420万元。

溪南县2024年民生实事办得怎么样

年初承诺的8件实事，7件如期完成，1件跨年实施。
群众满意度调查中，口袋公园得分最高，为96.8分；充电桩得分最低，为88.1分，意见集中在充电价格偏高。

溪南大桥加快建设

本报讯（记者 丛 山）1月18日，记者在溪南大桥工地看到，主桥已合龙。大桥全长618米，桥面宽24米、双向四车道，2024年5月动工。龙腾无人机项目年产值20亿元。

县第七届运动会落幕

本报讯（记者 丛 山）1月12日，县第七届运动会落幕。男子100米决赛中，石鼓镇选手慕容飞以10秒87夺冠；女子铅球冠军由县教育系统的阙敏以13.42米获得。体育道德风尚奖授予双峰乡、梨花镇。
"""


@pytest.fixture(scope="module")
def services(about: About) -> Ask:
    return about(SERVICES)


@pytest.fixture(scope="module")
def county(about: About) -> Ask:
    return about(COUNTY)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("网格员报名费50块怎么交", "不收报名费"),
        ("网格员报名费在哪交", "不收报名费"),
        ("图书馆周一几点关门", "周一闭馆"),
    ],
)
def test_the_page_says_otherwise(services: Ask, question: str, says: str) -> None:
    answer = services(question)
    assert answer.status == "corrected" and says in answer.answer, answer


@pytest.mark.parametrize(
    "question",
    [
        "南门站施工到哪天结束",
        "南门站施工什么时候完",
        "初中入学报名怎么报",
    ],
)
def test_services_that_are_not_told_of(services: Ask, question: str) -> None:
    assert services(question).status == "not_found", services(question)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("网格员怎么报名", "竹溪人才网"),
        ("图书馆周三几点关门", "21:00"),
        ("12路不停南门市场改停哪", "南门路东"),
    ],
)
def test_services_that_are_told_of(services: Ask, question: str, holds: str) -> None:
    assert holds in services(question).answer, services(question)


@pytest.mark.parametrize(
    "question",
    [
        "口袋公园为什么满意度垫底",
        "充电桩为啥满意度最高",
        "评为差的2个项目是哪两个",
        "梧桐路学校拿了多少专项债",
        "8件实事全部如期完成是哪天宣布的",
        "溪南大桥双向六车道一共多宽",
        "女子100米冠军是谁",
        "龙腾无人机项目能挣钱吗",
    ],
)
def test_what_is_not_so_is_not_answered(county: Ask, question: str) -> None:
    assert county(question).status in ("not_found", "corrected"), county(question)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("充电桩为什么满意度垫底", "充电价格偏高"),
        ("青龙湖污水处理厂拿了多少专项债", "2.6亿元"),
        ("溪南大桥双向四车道一共多宽", "24米"),
        ("男子100米冠军是谁", "慕容飞"),
        ("基础养老金没涨之前一个月多少", "193元"),
        ("基础养老金现在一个月多少", "215元"),
        ("龙腾无人机项目一年产值多少", "20亿元"),
    ],
)
def test_what_is_so_is_answered(county: Ask, question: str, holds: str) -> None:
    assert holds in county(question).answer, county(question)
