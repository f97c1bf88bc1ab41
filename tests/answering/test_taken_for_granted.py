"""Changes that a question takes for granted, and the sort of thing that it asks for."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """溪口统计
2024年7月22日

溪口县上半年经济运行情况

上半年，全县进出口总额9.46亿元，增长12.0%，其中出口8.07亿元，增长14.5%，进口1.39亿元，下降0.6%。

居民消费价格总指数（CPI）同比上涨0.3%。大队长洪小亮说，下半年将清查沿街“三合一”店铺，即住宿、经营、仓储混在同一空间的场所。

“百日鏖战”总结会在县融媒体中心召开

本报讯 1月12日下午，溪口县“百日鏖战”第五回合总结会在县融媒体中心演播厅召开，县委常委、组织部部长车小惠主持。

接驳车早6时30分至晚21时运行，每人2元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("进口增长14.5%主要买了些啥", "进口下降0.6%"), ("CPI涨了3%是哪些东西贵了", "CPI0.3%"),
    ],
)  # fmt: skip
def test_a_change_that_the_bulletins_tell_otherwise_is_put_right(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "corrected"
    assert told in answer.answer


@pytest.mark.parametrize(("question", "told"), [("进口增长多少", "下降0.6%"), ("出口增长多少", "14.5%")])
def test_a_growth_is_that_of_the_measure_in_front_of_it(ask: Ask, question: str, told: str) -> None:
    assert ask(question).answer == told


def test_minutes_are_not_told_by_hours_of_service(ask: Ask) -> None:
    assert ask("接驳车几分钟发一趟").status == "not_found"


@pytest.mark.parametrize(
    ("question", "told"),
    [("总结会是谁主持的", "车小惠"), ("总结会在哪开的", "县融媒体中心演播厅"), ("三合一店铺啥意思", "住宿、经营、仓储")],
)
def test_a_meeting_that_sums_up_is_no_summary_and_a_quoted_word_is_found(ask: Ask, question: str, told: str) -> None:
    assert told in ask(question).answer


def test_the_price_of_one_is_not_what_all_of_them_brought(about: About) -> None:
    ask = about("溪口报\n2024年3月5日\n\n面花合作社开张\n\n本报讯 溪口县面花合作社去年卖面花收入260万元，带动妇女48人。\n")
    assert ask("一个面花卖多少钱").status == "not_found"
