"""Where two printed values are equally good there is no answer; heads, things and money are told apart."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """云岭县融媒 2025年11月3日 星期一

县消防大队扑灭一起仓库火灾

    本报讯（记者 周岚）10月18日，县城西一仓库失火，消防员赶到后疏散群众36人，40分钟后明火被扑灭。

强降雨来袭 我县转移群众

    本报讯（通讯员 何平）10月21日，柳沟镇遭遇强降雨，全镇疏散群众218人，无人员伤亡。

秋季评比揭晓

    在三季度评比中，梅桥街道排名第2，获流动红旗1面。实验小学开设4个班，招收教师9名。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(("question", "told"), [("火灾疏散了多少人", "36人"), ("柳沟镇疏散了多少人", "218人")])
def test_the_one_that_is_told_apart(ask: Ask, question: str, told: str) -> None:
    assert told in ask(question).answer


@pytest.mark.parametrize("question", ["梅桥街道拿了多少奖金", "实验小学招了多少学生"])
def test_another_sort_of_value_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found", ask(question).answer


RULES = """云岭县融媒 2025年11月3日 星期一

云岭县2025年前三季度经济运行情况

    三次产业结构由上年的19.1∶38.2∶42.7调整为18.4∶38.6∶43.0，一般公共预算收入8.1亿元，其中税收占比62.3%。

垃圾分类有奖有罚

    个人不按规定分类投放、拒不改正的，处50元以上200元以下罚款。“随手拍”每条奖励5元到50元，每人每月最高200元。会议应到代表226名，实到219名。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("农业占GDP的比重多大", "18.4%"),
        ("三产占比多少", "43.0%"),
        ("个人不按规定分类最多罚多少", "200元"),
        ("个人不按规定分类最少罚多少", "50元"),
        ("代表有几个没到", "7名"),
    ],
)
def test_limits_and_parts_of_one_row(about: About, question: str, told: str) -> None:
    assert told in about(RULES)(question).answer


TAKEN_FOR_GRANTED = """云岭县融媒 2025年11月3日 星期一

前两季项目进展

    前两季累计上榜41个项目，开工率100%，投产率90.2%，主要原因是3个项目的设备到货推迟。

本周菜价

品种 | 上周（元/公斤） | 本周（元/公斤） | 环比
黄瓜 | 3.80 | 3.20 | -15.8%
芹菜 | 2.40 | 2.60 | 8.3%
"""


@pytest.mark.parametrize("question", ["前两季开工率怎么才90.2%", "黄瓜怎么涨了15.8%"])
def test_a_reason_is_not_told_for_what_is_not_so(about: About, question: str) -> None:
    assert about(TAKEN_FOR_GRANTED)(question).status in ("not_found", "corrected")


CANTEEN = """云岭县融媒 2025年11月3日 星期一

社区食堂开张

    本报讯（记者 周岚）11月1日，江岸社区长者食堂开张。食堂每天供应午餐和晚餐，晚餐时间为17时至18时30分。周日只供午餐。
"""


@pytest.mark.parametrize(
    ("question", "begins"),
    [("江岸食堂周日有晚饭吗", "没有"), ("江岸食堂周日有午饭吗", "是"), ("江岸食堂有晚饭吗", "是")],
)
def test_the_only_one_is_not_the_other(about: About, question: str, begins: str) -> None:
    assert about(CANTEEN)(question).answer.startswith(begins)
