"""A communiqué in running text: parts of a whole, which rose, what a figure is, two figures set side by side."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """云岭县2024年国民经济和社会发展统计公报（节选）

云岭县统计局
2025年3月28日

一、综合
年末常住人口41.26万人，比上年末减少0.18万人，其中城镇常住人口19.83万人。年末户籍人口50.11万人。全年出生人口2284人，死亡人口3017人。
全年居民消费价格上涨0.3%，其中食品烟酒类价格下降1.1%，医疗保健类上涨0.9%。

二、工业和投资
规模以上工业企业96户，比上年净增7户；实现营业收入214.6亿元，同比增长4.4%，利润总额18.3亿元，同比下降5.2%。果酒产量2.7万千升，同比下降3.8%；水泥产量142万吨，同比下降9.6%；光纤产量38.5万芯公里，同比增长17.2%。
全年固定资产投资同比增长3.9%。其中技改投资增长11.6%，民间投资下降2.7%，房地产开发投资12.4亿元，下降15.8%。

三、财政和教育
全年一般公共预算收入11.52亿元，增长4.1%，其中税收收入7.06亿元；一般公共预算支出38.94亿元，增长2.6%。
年末有普通中学17所，在校生1.83万人；小学42所，在校生2.65万人。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("户籍人口比常住人口多几万", "8.85万人"),
        ("去年出生的人多还是死的人多，差多少", "死亡人口（3017人），相差733人"),
        ("财政支出比收入多多少", "27.42亿元"),
        ("税收占一般预算收入比重大概多少", "61.3%"),
        ("中学小学一共多少所", "59所"),
        ("果酒产了多少", "2.7万千升"),
        ("吃的东西价格是涨还是跌", "下降1.1%"),
        ("11.6%是啥的增速", "技改投资"),
        ("果酒、水泥、光纤哪几样是减产的", "水泥产量142万吨，同比下降9.6%"),
    ],
)
def test_two_figures_of_one_page_and_what_a_figure_is(ask: Ask, question: str, told: str) -> None:
    found = ask(question)
    assert (found.status, told in found.answer) == ("answered", True), found.answer


def test_growth_is_asked_of_one_measure_not_of_its_neighbour(ask: Ask) -> None:
    found = ask("规上企业利润增长了吗")
    assert found.answer.startswith("不是") and "5.2%" in found.answer


@pytest.mark.parametrize("question", ["固定资产投资总额是多少亿元", "技改投资多少亿", "民间投资总额是多少"])
def test_an_amount_of_another_part_is_none_of_the_asked_one(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
