"""A front page copied out of a PDF: what stands behind a torn table, in brackets below a picture, behind a byline."""

from __future__ import annotations

import pytest

from index.ingest.articles.layout import read_page
from index.records import Article

PAGE = """雁滩时报 要闻 1版
2024年7月26日 星期五 责编：安然 美编：小橹

工业挑梁 投资加力

上半年全区生产总值增长5.9%

本报讯（记者 方小禾）7月23日，雁滩区召开经济运行分析会。区长计长庚主持会议。
（图为石桥街道一家工厂的车间）

记者 方 禾 通讯员 安然 单一
舟

链接

部分签约项目（投资额单位：亿元）
项目名称 投资方 产业类别 落户地 投资额
雁滩新能源电机产业
园
江北电机科技有限公司
先进制造 石桥工业园 18.5
远航模具生产基地 远航科技公司 先进制造 石桥工业园 6.2
港泰试剂研发中心
（港资）
港泰生物（香港）公
司 生物医药 河西医药谷
3.2亿
港元
南粤物流枢纽 南粤供应链集团 现代物流 河口街道 10.6

各镇上半年指标（单位：亿元、%）
序
号
单位 规上工业
总产值
同比
增速
固定资
产投资
同比
增速 税收收入
1 石桥街道 86.5 11.4 42.7 16.2 7.85
2 河西镇 63.2 9.1 15.8 10.3 2.46
3
云湖旅游度假
区
— — 9.3 21.5 0.94
4 老街街道 12.4 -2.3 11.1 3.6 2.87
5 大坝镇 35.6 5.2 8.9 -1.7 1.38

从“找人办”到“自己办”

雁滩开店办照一趟就行

“早上交表，中午领照。”7月18日，店主安小满在政务大厅办完了手续。

今年7月1日起，雁滩区把开店办照的时限由3个工作日压到1个工作日。
"""


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    return read_page(PAGE, "page.txt")


def test_two_headlines_behind_a_torn_table_head_the_next_article(articles: tuple[Article, ...]) -> None:
    assert articles[-1].headlines == ("从“找人办”到“自己办”", "雁滩开店办照一趟就行")


def test_what_a_picture_shows_is_no_headline(articles: tuple[Article, ...]) -> None:
    assert "（图为" not in "".join(line for one in articles for line in one.headlines)


def test_a_broken_byline_ends_before_the_label_of_a_table(articles: tuple[Article, ...]) -> None:
    assert articles[0].correspondents == ("安然", "单一舟")
    assert not any("链接" in line for one in articles for line in one.headlines)


def test_a_currency_on_a_line_of_its_own_belongs_to_the_amount(articles: tuple[Article, ...]) -> None:
    (signed,) = (table for one in articles for table in one.tables if "签约" in table.caption.text)
    assert [row.cells[-1].text.text for row in signed.rows] == ["18.5", "6.2", "3.2亿港元", "10.6"]


def test_each_measure_keeps_the_growth_beside_it(articles: tuple[Article, ...]) -> None:
    (figures,) = (table for one in articles for table in one.tables if "指标" in table.caption.text)
    assert figures.header == (
        "序号", "单位", "规上工业总产值", "同比增速", "固定资产投资", "同比增速", "税收收入"
    )  # fmt: skip
