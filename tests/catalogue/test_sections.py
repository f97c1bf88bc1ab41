"""The headings under which a passage stands inside its article."""

from __future__ import annotations

import pytest

from index.catalogue.sections import sections_of
from index.ingest import read_text
from index.records import Article

REPORT = """穆川县2024年国民经济和社会发展统计公报

2024年，全县经济运行平稳，结构继续优化。

一、综合

全年实现地区生产总值286.3亿元，比上年增长5.1%。

二、农业

全年粮食播种面积61.2万亩，比上年增加0.3万亩。

表1　2024年主要农产品产量

产品名称 | 单位 | 产量
粮食 | 万吨 | 24.35
茶叶 | 万吨 | 0.87
水产品 | 万吨 | 1.92

三、工业

（一）规模以上工业

年末规模以上工业企业118家，比上年净增9家。

（二）建筑业

年末建筑业企业31家，完成总产值38.6亿元。
"""

TALK = """在线访谈：县住建局局长谈老旧小区改造

【主持人】沐局长您好！今年改造多少个小区？

【沐春山】今年改造27个小区，惠及居民4180户，总投资1.36亿元。

【主持人】居民自己要出钱吗？

【沐春山】加装电梯每户出2万元，其他不用出。
"""

NEWS = """穆川县工会服务月启动

本报讯（记者 宁采薇）4月8日，穆川县工会服务月启动，推出36项活动。

小厨房办进工地

县总工会在5个工地办起共享厨房，每餐收费8元。
"""


def article(text: str) -> Article:
    return next(one for one in read_text(text, "x.txt").articles if one.kind != "other")


@pytest.mark.parametrize(
    ("page", "quote", "sections"),
    [
        (REPORT, "全县经济运行平稳", ()),
        (REPORT, "286.3亿元", ("一、综合",)),
        (REPORT, "61.2万亩", ("二、农业",)),
        (REPORT, "0.87", ("二、农业", "表1 2024年主要农产品产量")),
        (REPORT, "118家", ("三、工业", "（一）规模以上工业")),
        (REPORT, "38.6亿元", ("三、工业", "（二）建筑业")),
        (TALK, "4180户", ("【主持人】沐局长您好！今年改造多少个小区？",)),
        (TALK, "2万元", ("【主持人】居民自己要出钱吗？",)),
        (NEWS, "36项", ()),
        (NEWS, "8元", ("小厨房办进工地",)),
    ],
)
def test_the_headings_above_a_quotation(page: str, quote: str, sections: tuple[str, ...]) -> None:
    read = article(page)
    at = read.text.index(quote)
    assert sections_of(read, [(at, at + len(quote))]) == sections


def test_items_of_a_list_head_nothing() -> None:
    read = article(
        "技能大赛各工种第一名公布\n\n各工种第一名如下：\n1.电焊工：佟小川（县船厂）\n2.电工：卫明（县供电公司）\n"
        "3.厨师：查丰年（望江酒店）\n\n其中，查丰年拿到96.5分，为全场最高分。\n"
    )
    for quote in ("卫明", "查丰年（望江酒店）", "96.5分"):
        at = read.text.index(quote)
        assert sections_of(read, [(at, at + len(quote))]) == ()


def test_a_headline_stands_in_no_section() -> None:
    read = article(REPORT)
    assert sections_of(read, [(0, 6)]) == ()
