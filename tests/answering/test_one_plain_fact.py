"""One printed fact asked for as people ask: of a zone, a village told of at the outset, a deadline, a rate, a run."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
02 综合
2023年10月19日 星期四 责编 郁青 版式 简文

岚汀高新技术产业开发区前三季度招商38个

本报讯（记者 顾盼）10月16日，记者从岚汀高新技术产业开发区管委会获悉，1至9月，开发区新引进项目38个，协议资金71.5亿元；新开工项目14个；规模以上工业总产值完成206亿元，增长9.7%。

岚汀高新技术产业开发区设立于2011年，现有科技型企业63家，项目从拿地到开工平均用时由11个月缩短到5个月，一期入驻率91.4%。

岚汀区稻谷收购启动

本报讯 岚汀区2023年稻谷收购9月25日开始，收购期到明年1月31日结束。截至10月15日，全区已收购稻谷4.6万吨。岚汀区收购现场会在双塔粮库召开。

上潭村：小花椒成了摇钱树

本报讯（记者 顾盼）走进石梁镇上潭村花椒种植园，枝头挂满果实。种植园由村集体利用帮扶资金430万元建设，共有烘干房22间。

种植园负责人丁小禾介绍，每亩花椒年租金800元。

五里村办起老年食堂

本报讯 10月12日，石梁镇五里村“敬老食堂”开张。食堂由旧供销社改建，每天为48名老人做午饭。

岚汀区广场舞大赛落幕

本报讯 10月14日，岚汀区广场舞大赛决赛在文化宫举行，共有27支队伍、810名队员报名参加。岚汀区秋季招聘会上，达成意向的求职者有960人。

公交通告

自10月20日起，16路延长至岚汀北站，首班车6时20分，末班车20时30分。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("岚汀高新技术产业开发区哪年设立的", "2011年"),
        ("岚汀开发区前三季度新引进多少个项目", "38个"),
        ("岚汀开发区规模以上工业总产值同比增长多少", "9.7%"),
        ("岚汀开发区里科技型企业几家", "63家"),
        ("岚汀开发区项目从拿地到开工平均要多久", "5个月"),
        ("岚汀开发区一期入驻率有多高", "91.4%"),
        ("岚汀区稻谷收购哪天结束", "1月31日"),
        ("岚汀区收购现场会是在什么地方开的", "双塔粮库"),
        ("上潭村种植园有几间烘干房", "22间"),
        ("上潭村花椒一亩年租金多少", "800元"),
        ("五里村食堂一天给多少老人做午饭", "48名"),
        ("广场舞大赛有多少支队伍报名", "27支"),
        ("招聘会达成意向的有多少人", "960人"),
        ("16路首班车、末班车是几点", "6时20分"),
        ("16路首班车和末班车分别几点", "20时30分"),
        ("16路最早最晚几点发车", "20时30分"),
    ],
)
def test_a_plain_fact_is_found(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer
    assert holds in answer.answer, answer


@pytest.mark.parametrize(
    "question",
    [
        "下潭村种植园有几间烘干房",  # another village
        "七里村食堂一天给多少老人做午饭",
        "岚汀开发区哪个月设立的",  # a year is no month
        "岚汀开发区二期入驻率有多高",
        "26路首班车、末班车是几点",
        "岚汀开发区规模以上工业总产值目标是多少",  # a level is no aim
        "广场舞大赛有多少支队伍弃权",
    ],
)
def test_what_is_close_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
