"""Sums that a page leaves to be worked out: who bears the rest, so much at a printed rate, a discount."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """云泽时报 2025年4月18日 星期五 第2版

云泽县兰溪灌区改造开工

本报讯（记者 章禾）4月15日，兰溪灌区改造工程开工。工程总投资9600万元，其中中央资金5200万元、省级资金2800万元，其余由县财政配套，工期14个月。

柳桥村修起文化广场

本报讯（通讯员 林夏）柳桥村文化广场4月10日建成。广场投资46万元，其中镇里补助20万元，剩余部分由村民自筹。

农机购置补贴开始申请

本报讯（记者 章禾）今年农机购置补贴首批资金600万元，市级承担40%，县级承担60%。购买小型农机按售价的30%补贴，购买大型农机按售价的20%补贴，每台最高补贴5000元，每户限补2台。抽水泵不在补贴范围内。

梅岭小区保障房招租

本报讯（记者 章禾）梅岭小区保障房4月20日起招租，共120套，租金为每平方米每月9元，物业费每平方米1.2元。

杨梅采摘节5月开园

本报讯（通讯员 林夏）石塘杨梅采摘节5月28日开园，门票每人30元，摘下的杨梅每斤18元。

评弹《珍珠塔》下月上演

本报讯（记者 章禾）评弹《珍珠塔》5月9日在云泽剧院上演，票价分160元、100元、60元三档，老人凭证七五折，学生半价。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("兰溪灌区改造县里自己要掏多少钱", "1600万元"),
        ("柳桥村的广场村民自己凑了多少钱", "26万元"),
        ("农机补贴首批资金县里要出多少钱", "360万元"),
        ("农机补贴首批资金市里承担多少", "240万元"),
        ("梅岭小区保障房60平的一个月租金多少", "540元"),
        ("梅岭小区保障房50平住一年要多少租金", "5400元"),
        ("买8000块的小型农机补多少钱", "2400元"),
        ("两万块的大型农机能补多少钱", "4000元"),
        ("买4万块的大型农机能补多少钱", "5000元"),
        ("石塘杨梅买3斤要多少钱", "54元"),
        ("学生看珍珠塔最贵的那档多少钱", "80元"),
        ("老人买最便宜的珍珠塔票要多少钱", "45元"),
    ],
)
def test_the_sum_is_worked_out_and_shown(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.answer == said
    assert "推算" in (answer.detail or "")


@pytest.mark.parametrize(
    ("question", "said"),
    [("兰溪灌区改造省里给多少钱", "2800万元"), ("柳桥村广场镇里补了多少钱", "20万元")],
)
def test_a_part_that_is_printed_is_told_as_printed(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert (answer.answer, answer.detail) == (said, None)


@pytest.mark.parametrize(
    "question",
    [
        "买3000块的抽水泵补多少钱",  # left out of the rule
        "买6000块的农机能补多少钱",  # small or large: two rates
        "兰溪灌区改造企业要出多少钱",
        "柳桥村广场县里出了多少钱",
        "军人看珍珠塔最便宜的票多少钱",
    ],
)
def test_nothing_is_worked_out_where_the_rule_is_not_for_it(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_discount_takes_the_price_that_is_asked_for(ask: Ask) -> None:
    assert "160元、100元、60元" in ask("珍珠塔的票分哪几档").answer


CHANGES = """松源快报 2025年10月20日 星期一 第1版

松源县前三季度生产总值增长6.1%

本报讯（记者 周屿）前三季度，全县生产总值218.5亿元，增长6.1%，比上半年加快0.4个百分点，比全市平均水平高0.6个百分点。建筑业产值同比下降3.2%，降幅比上半年收窄1.5个百分点。

“育林行动”第四批项目过半

本报讯（记者 周屿）“育林行动”第四批56个项目累计完成投资21.6亿元。按地区看，东片30个，完成投资11.4亿元；西片26个，完成投资10.2亿元。

与7月公布的第三批相比，项目数增加8个，完成投资增加3.1亿元。首批21个项目当时完成投资9.9亿元。

青溪水厂新泵房投用

本报讯（通讯员 杜若）青溪水厂新泵房10月15日投用，每小时供水2.4万立方米，是旧泵房的4倍。从水厂到县城的管线缩短后，水送到城区只要35分钟，比走老管线节省1小时5分钟。

两场推介会同日举行

本报讯（记者 周屿）10月18日，县里办了两场推介会：上午在城东馆举行，到场企业40家，签下订单320份；下午在城西馆举行，到场企业65家，签下订单180份。

环卫工拾金不昧受奖

本报讯（通讯员 杜若）环卫工人卓秋拾到钱包后交还失主，县文明办奖励她3000元，所在公司另奖励1500元。

村民反映的路灯问题

本报讯（通讯员 杜若）到9月底，各村共报送路灯故障240处，修复216处。石坳村连修路工期一度落后15天，后来抢回来9天。新小学首批招收8个班、360人。
"""


@pytest.fixture(scope="module")
def changes(about: About) -> Ask:
    return about(CHANGES)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("上半年GDP增长多少", "5.7%"),
        ("全市GDP增长多少", "5.5%"),
        ("上半年建筑业产值降了多少", "4.7%"),
        ("第三批完成投资多少", "18.5亿元"),
        ("第三批有多少个项目", "48个"),
        ("旧泵房每小时供水多少", "0.6万立方米"),
        ("走老管线送到城区要多久", "1小时40分钟"),
        ("两场推介会加起来签了多少份订单", "500份"),
        ("拾到钱包的环卫工总共拿了多少奖励", "4500元"),
        ("路灯故障修复率大概多少", "90%"),
        ("石坳村修路还差几天没抢回来", "6天"),
        ("新小学首批一个班平均多少学生", "45人"),
    ],
)
def test_what_is_compared_or_added_is_worked_out(changes: Ask, question: str, said: str) -> None:
    answer = changes(question)
    assert answer.answer == said
    assert "推算" in (answer.detail or "")


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("前三季度GDP增长多少", "6.1%"),
        ("前三季度GDP比上半年快了多少", "0.4个百分点"),
        ("第四批完成投资多少", "21.6亿元"),
        ("新泵房每小时供水多少", "2.4万立方米"),
    ],
)
def test_what_is_printed_is_told_as_printed(changes: Ask, question: str, word: str) -> None:
    assert word in changes(question).answer


@pytest.mark.parametrize("question", ["第二批完成投资多少", "一季度GDP增长多少", "上半年生产总值多少亿元"])
def test_another_round_or_time_has_no_figure(changes: Ask, question: str) -> None:
    assert changes(question).status == "not_found"
