"""What was before, what is missing and what is left, told by two printed figures of one matter."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """松陵日报 2025年9月12日 星期五 第3版

松陵县用水情况公布

本报讯（记者 方晓）1至8月，松陵县发生溺水事故6起、死亡4人，同比分别减少2起、1人。全县自来水综合价格平均每吨3.2元，比去年上涨0.2元。

“松陵银鱼”以26.4亿元的品牌价值列全省水产类第5位，比上年提升2位，品牌价值增加4.1亿元。受理的诉求按内容分，供水类（甲类）45件，占37.5%，同比提高2.5个百分点；排水类（乙类）40件。

财政支出近况

本报讯（记者 方晓）1至8月，松陵县水利资金支出7.2亿元，占年初预算12亿元的60%，同比增长3%。教育资金支出9.3亿元，占年初预算15亿元的62%，其中教师工资支出4.1亿元。

招工与培训

本报讯（记者 方晓）全县灵活就业人员医保应参保对象8.6万人，其中缴费人员6.3万人。今年共设4个档次。截至8月底，已有5.1万人缴费。新增路侧泊位1200个，累计达到5300个，计划到2026年底达到8000个。已签约的64个项目中，完成注册50个，开工41个。按照计划，全年签约项目力争达到90个。

银杏合作社2015年成立时只有社员18户，如今发展到95户。52岁的钟秀梅去年学了电焊。“以前在饭馆洗碗，一个月2600元，现在做焊工，一个月能拿5900元。”村干部补助由每月300元提高到380元。青石桥设计日均车流量2.1万辆，目前日均车流量已达2.9万辆。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("去年1到8月溺水事故死了几个人", "5人"),
        ("去年1到8月溺水事故几起、死几人", "8起，5人"),
        ("上一年松陵银鱼的品牌价值是多少", "22.3亿元"),
        ("去年甲类占比是多少", "35%"),
    ],
)
def test_the_year_before_follows_from_the_change(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("水利资金支出离年初预算还差多少", "4.8亿元"),
        ("泊位到明年底还要再建多少个", "2700个"),
        ("全年签约目标90个，还差多少个没完成", "26个"),
        ("签约的项目还有几个没开工", "23个"),
        ("灵活就业人员医保还有几万人没缴费", "1.2万人"),
    ],
)
def test_what_is_missing_or_left_is_worked_out(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert said in answer.answer and "推算" in (answer.detail or "")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("银杏合作社现在社员比成立时多了多少户", "77户"),
        ("钟秀梅现在比以前一个月多挣多少", "3300元"),
        ("村干部补助每月涨了多少钱", "80元"),
        ("青石桥现在每天车流比设计的多多少", "0.8万辆"),
    ],
)
def test_then_and_now_are_set_against_each_other(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "银杏合作社社员比去年多了多少户",
        "钟秀梅明年能多挣多少",
        "全年开工目标还差多少个",
        "去年乙类占比是多少",
        "前年1到8月溺水事故死了几个人",
        "教师工资支出完成年初预算多少",
    ],
)
def test_what_is_told_of_another_time_or_thing_makes_nothing(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize("question", ["前8月水利资金支出完成年初预算多少", "前8个月水利资金支出完成年初预算百分之几"])
def test_a_printed_rate_of_the_asked_base_is_told(ask: Ask, question: str) -> None:
    assert ask(question).answer == "60%"


def test_a_follow_up_asks_for_the_rest_of_the_money(about: About) -> None:
    page = """松陵日报 2025年9月12日 星期五 第4版

民警追回货款

本报讯（记者 方晓）被骗30万元的姚女士，日前从民警手中领回了第一笔返还款18万元。
"""
    answer = about(page)("她还有多少没拿回来", turns=("姚女士领回多少钱",))
    assert answer.answer == "12万元"
