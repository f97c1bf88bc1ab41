"""Things of one name that a number, a side or a year tells apart: each has its own value, and another's is none."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
沂坪县便民报
2024年9月20日 星期五 第88期

农机补贴怎么领

本报讯（记者 谷雨）问：买打捆机能补多少？答：一台两道绳打捆机最高补3.2万元，四道绳的最高补5.8万元。
首批补贴款10月20日前发到卡上，第二批要等市里核定以后再发，时间另行通知。
全县今年投入打捆机412台，比去年多38台，黄河滩打捆的秸秆卖到临河和包头。
打捆车间到位工人由30人增加到46人。

东环路北段通车

本报讯（记者 谷雨）9月18日，东环路北段建成通车，全长7.2公里，双向四车道，设计时速60公里，由县城投集团建设，总投资2.6亿元。
沿线建有桥梁3座，最长的白鹭河大桥长860米。
副县长何立说，南段全长5.4公里，总投资1.9亿元，计划明年3月开工。

秋季运动会闭幕

本报讯（记者 谷雨）9月15日，秋季运动会闭幕。决赛中，县第二中学3∶1战胜沂河镇中学，夺得初中组冠军。
现赛会马拉松纪录为男子1小时12分08秒，由陶远于2022年创造。
县里每季度办赛一次，总成绩中技术占70%，体能占30%。

今年办好10件实事

本报讯（记者 谷雨）今年将办好10件民生实事，其中：改造老旧小区12个、新建公厕8座、更换路灯600盏。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("两道绳打捆机最高能补多少钱", "3.2万元"),
        ("四道绳打捆机最高能补多少钱", "5.8万元"),
        ("首批补贴款什么时候发到卡上", "10月20日前"),
        ("东环路北段总投资多少", "2.6亿元"),
        ("东环路南段总投资多少", "1.9亿元"),
        ("东环路北段有多长", "7.2公里"),
        ("东环路北段几条车道", "四车道"),
        ("马拉松纪录是谁创造的", "陶远"),
        ("马拉松纪录是多少", "1小时12分08秒"),
        ("多久办赛一次", "每季度"),
        ("初中组决赛谁赢了", "县第二中学"),
    ],
)
def test_the_value_of_the_asked_one(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("东环路北段多长，几条车道", ("7.2公里", "四车道")),
        ("马拉松纪录是谁哪年创造的，成绩多少", ("陶远", "2022年", "1小时12分08秒")),
        ("总成绩里技术和体能各占多少", ("70%", "30%")),
        ("初中组决赛比分多少，谁赢了", ("3∶1", "县第二中学")),
    ],
)
def test_all_that_one_sentence_asks(ask: Ask, question: str, holds: tuple[str, ...]) -> None:
    answer = ask(question)
    assert all(one in answer.answer for one in holds)


@pytest.mark.parametrize(
    "question",
    [
        "白鹭河大桥造价多少",  # the cost is told of the south section
        "第二批补贴款哪天发",
        "卖到上海的秸秆什么时候发车",
        "全市今年投入打捆机多少台",
        "全地区今年投入打捆机多少台",
        "今年10件实事全部是哪十件",  # three of them are printed
        "打捆车间搬到哪了",  # 增加到46人 is no place
    ],
)
def test_what_is_told_of_another_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


STATISTICS = """\
临港区2024年主要指标快报
2025年1月20日

单位：亿元
指标 | 2024年 | 2023年 | 增长%
地区生产总值 | 412.6 | 390.3 | 5.3
固定资产投资 | 123.9 | 110.4 | 12.2
一般公共预算收入 | 21.3 | 19.6 | 8.7
社会消费品零售总额 | 96.2 | 92.9 | 3.6
港口吞吐量（万吨） | 3380 | 3062 | 10.4

区人代会举行

本报讯（记者 谷雨）1月18日，区人代会举行。报告提出，2025年主要预期目标为：地区生产总值增长6%左右，一般公共预算收入增长4%。
全体居民人均可支配收入33840元，增长5.1%，其中城镇居民40610元，农村居民22975元。
"""


@pytest.fixture(scope="module")
def ask_statistics(about: About) -> Ask:
    return about(STATISTICS)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("GDP是多少", "412.6亿元"),
        ("2023年港口吞吐量多少", "3062万吨"),
        ("港口吞吐量比上年多多少万吨", "318万吨"),
        ("固定资产投资比上年增长多少", "12.2%"),
        ("财政收入增长多少", "8.7%"),
        ("今年财政收入目标增长多少", "4%"),
        ("社零总额多少", "96.2亿元"),
        ("城里人均收入比农村多多少钱", "17635元"),
        ("2024年GDP多少，增速多少", "5.3%"),
    ],
)
def test_rows_of_measures_under_columns_of_years(ask_statistics: Ask, question: str, holds: str) -> None:
    assert holds in ask_statistics(question).answer
