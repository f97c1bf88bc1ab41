"""A level is no change, a place no mark, a part no whole: a district's figures and its table of marks."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
柏溪区要闻
2024年9月12日

第三批重点项目集中开工

本报讯 9月10日，柏溪区第三批重点项目集中开工，共12个，总投资46.3亿元。与去年第二批相比，项目减少3个，总投资却增加8.7亿元。

外贸稳中有进

本报讯 1至8月，全区进出口总额51.6亿元。目前，全区有进出口实绩的企业120家，其中民营企业94家，进出口36.2亿元。“我们的目标是全年进出口突破80亿元。”区商务局局长雷鸣说。

8月份城市管理考评揭晓

附：8月份考评得分
名次 街道 总分 环卫单项 7月名次
1 石门街道 93.2 38.1 2
2 北桥街道 91.7 37.4 1
3 长兴街道 88.5 36.2 3

上一防火期，全区发生火情6起，过火面积3.2公顷。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("第三批总投资多少", "46.3亿元"),
        ("离全年进出口80亿的目标还差多少", "28.4亿元"),
        ("北桥街道8月得了多少分", "91.7"),
        ("北桥街道7月第几名", "1"),
        ("上个防火期过火面积多少", "3.2公顷"),
    ],
)
def test_the_asked_level_is_told(ask: Ask, question: str, words: str) -> None:
    found = ask(question)
    assert (found.status, words in found.answer) == ("answered", True), found.answer


@pytest.mark.parametrize(
    "question",
    [
        "上上个防火期过火面积多少",
        "区长今年的报告写得怎么样，你给打个分",
    ],
)
def test_what_is_not_printed_is_not_told(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


PARKS = """\
澜江区产业快报
2024年10月18日

三大园区齐发力

园区名称 规上企业
（家）
产值
（亿元） 同比 主导产业
东港装备园 32 120.4 9.1% 阀门、泵
西岸电子园 21 80.7 15.3% 连接器
南桥食品园 14 33.5 -2.6% 调味品
"""


def test_a_header_broken_over_lines_is_read(about: About) -> None:
    ask = about(PARKS)
    assert "14" in ask("南桥食品园有几家规上企业").answer
    assert "33.5" in ask("南桥食品园产值多少").answer
