"""Headers torn letter by letter above rows of a name and figures; short news with their headlines run in."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
渔埠区新闻
2025年7月3日 星期四

全区加装充电桩提速

本报讯（记者 苏晓）7月1日，记者从区住建局获悉，今年全区计划加装充电桩360根，上半年已开工210根。

渔埠区小区充电桩进度表（单位：根）
街 道 年度
计划
已
开
工
已
投
用
湖滨街道 120 80 41
码头街
道
90 55 30
望海街道 80 45 22
灯塔街道 70 30 12
合 计 360 210 105

▶ 短讯

渔埠区博物馆暑期延时 7月5日至8月25日，区博物馆开放时间由17:00延长至20:30，周一照常闭馆；每周日下午举办渔文化讲座，免费参加。 （石磊）
湖滨泳池恢复开放 经检修，湖滨公共泳池自7月6日起恢复开放，成人票20元，学生半价。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("码头街道年度计划多少根充电桩", "90"),
        ("望海街道已开工多少根", "45"),
        ("灯塔街道已投用多少", "12"),
        ("哪个街道已投用的充电桩最多", "湖滨街道"),
    ],
)
def test_the_columns_are_put_together(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer


def test_short_news_have_headlines_of_their_own(ask: Ask) -> None:
    museum, pool = ask("区博物馆周一开门吗"), ask("湖滨泳池成人票多少钱")
    assert museum.answer.startswith("不") and "渔埠区博物馆暑期延时" in museum.sources[0].title
    assert pool.answer == "20元" and "湖滨泳池恢复开放" in pool.sources[0].title
