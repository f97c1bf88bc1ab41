"""Questions over values that a page prints side by side: most, least, falling, apart, together."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """云岭县报
2024年7月16日 星期二 第1版

云岭县上半年经济运行平稳
本报讯（记者 祝南溪）7月15日，记者从云岭县统计局获悉，上半年分产业看，第一产业增加值12.6亿元，增长3.8%；第二产业增加值41.2亿元，增长7.1%；第三产业增加值38.4亿元，增长5.9%。
全县四大特色产业中，绿色建材产值18.5亿元，增长9.2%；茶油加工7.4亿元，增长4.6%；纺织服装6.1亿元，下降3.3%；竹木制品2.9亿元，增长1.2%。
居民人均可支配收入中，城镇18650元，增长5.0%；农村9240元，增长7.2%。

云岭县通报项目观摩结果
本报讯（记者 祝南溪）7月12日，云岭县通报二季度项目观摩结果，综合得分前三位依次是东湖街道（95.2分）、石桥镇（93.6分）、白塔镇（92.4分），后三位依次是北门镇（84.1分）、柳河镇（82.7分）、青坪乡（79.8分）。
本次观摩共设6个考点、58个观摩项目，分别为东湖片区(17个)、石桥片区(14个)、白塔片区(12个)、北门片区(9个)、柳河片区(4个)、青坪片区(2个)。
县政务中心设综合窗口8个、税务窗口5个、自助服务点3个。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("三个产业里哪个增长最快", "第二产业", "第一产业"),
        ("三个产业里哪个增长最慢", "第一产业", "第二产业"),
        ("四大特色产业哪个在下降", "纺织服装", "茶油"),
        ("哪个片区观摩项目最多", "东湖片区（17个）", "石桥"),
    ],
)
def test_the_one_that_stands_out_is_named_with_its_value(
    ask: Ask, question: str, said: str, unsaid: str
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert unsaid not in answer.answer


@pytest.mark.parametrize(
    ("question", "said", "operands"),
    [
        ("观摩第一名比最后一名高多少分", "15.4分", ("95.2分", "79.8分")),
        ("城镇比农村人均可支配收入多多少元", "9410元", ("18650元", "9240元")),
        ("绿色建材和茶油加工产值一共多少", "25.9亿元", ("18.5亿元", "7.4亿元")),
        ("县政务中心一共设了几个窗口和服务点", "16个", ("8个", "5个", "3个")),
        ("第一产业、第二产业、第三产业增加值合计多少亿", "92.2亿元", ("12.6亿元", "41.2亿元", "38.4亿元")),
    ],
)
def test_sums_and_differences_show_their_operands(
    ask: Ask, question: str, said: str, operands: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert answer.detail is not None
    assert all(one in answer.detail for one in operands), answer.detail
    quoted = "".join(source.quote for source in answer.sources)
    assert all(one in quoted for one in operands)


@pytest.mark.parametrize("question", ["哪个镇人口最多", "三个产业里哪个用电最多", "绿色建材和稻米加工产值一共多少"])
def test_a_series_of_another_measure_or_without_the_name_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
