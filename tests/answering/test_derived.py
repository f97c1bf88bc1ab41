"""What follows from two printed values: the year before, the base compared with, what is left, the share."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """云岭县报
2024年8月20日 星期二 第1版

云岭县工业生产稳中有进
本报讯（记者 祝南溪）8月19日，记者从云岭县统计局获悉，截至7月底，全县规上工业企业共有216家，比上年净增18家；工业用地亩均税收14.2万元。全县生产总值增长6.4%，增速高于全省、全市0.9个、0.3个百分点，总量列全市第5位，比上年前移2位。
1至7月，全社会用电量24.5亿千瓦时，其中工业用电17.15亿千瓦时、居民用电4.9亿千瓦时。

云岭县推进安全生产整治
本报讯（记者 祝南溪）8月18日，云岭县应急管理局通报，今年以来排查安全隐患1860处，已整改1645处。安全生产专项资金共计950万元，已支出620万元。
桥头村人均可支配收入23600元，比全县平均水平高1850元。
云岭公交日均客运量4.6万人次，比2019年少1.1万人次。
消防通道堵点排查出42处，已疏通30处，其余12处9月底前完成。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said", "operands"),
    [
        ("上一年规上工业企业有多少家", "198家", ("216家", "18家")),
        ("云岭县生产总值上一年列全市第几", "第7位", ("5", "2")),
        ("全市生产总值增速是多少", "6.1%", ("6.4%", "0.3个")),
        ("2019年云岭公交日均客运量多少人次", "5.7万人次", ("4.6万人次", "1.1万人次")),
        ("安全隐患还剩多少处没整改", "215处", ("1860处", "1645处")),
        ("安全生产专项资金还剩多少", "330万元", ("950万元", "620万元")),
        ("工业用电占全社会用电量的百分之几", "70%", ("17.15亿千瓦时", "24.5亿千瓦时")),
        ("居民用电占全社会用电的几成", "20%", ("4.9亿千瓦时", "24.5亿千瓦时")),
    ],
)
def test_what_follows_is_computed_and_shown(
    ask: Ask, question: str, said: str, operands: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert answer.detail is not None
    assert "推算" in answer.detail
    assert all(one in answer.detail for one in operands), answer.detail


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("规上工业企业有多少家", "198"),
        ("规上工业企业比上年多了多少家", "198"),
        ("全省用电量是多少", "6.1"),
        ("消防通道堵点还剩几处没疏通", "推算"),
    ],
)
def test_what_is_printed_is_not_computed(ask: Ask, question: str, unsaid: str) -> None:
    answer = ask(question)
    assert unsaid not in answer.answer + (answer.detail or "")


MORE = """云岭县报
2024年9月12日 星期四 第2版

云岭县助企增效
本报讯（记者 祝南溪）9月11日，云岭县工信局对25家稳岗企业每家奖励4万元。新能源装备项目8个、总投资36亿元，绿色食品项目12个、总投资21.6亿元。
今年前8个月，全县到位资金126亿元，完成年度目标的84%。村级光伏年收益由35万元提高到62万元。
县人才公寓租金每月600元至900元。
"""


@pytest.fixture(scope="module")
def more(about: About) -> Ask:
    return about(MORE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("奖励稳岗企业总共要多少钱", "100万元"),
        ("新能源装备平均一个项目投资多少", "4.5亿元"),
        ("今年到位资金年度目标是多少亿", "150亿元"),
        ("村级光伏年收益提高了多少", "27万元"),
    ],
)
def test_products_quotients_goals_and_steps(more: Ask, question: str, said: str) -> None:
    answer = more(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert "推算" in (answer.detail or "")


def test_a_range_is_told_whole(more: Ask) -> None:
    assert "600元至900元" in more("人才公寓租金每月多少").answer


THEN = """云岭县报
2024年3月20日 星期三 第1版

云岭县一季度重大项目“三同步”活动举行 25个项目总投资131.6亿元
本报讯（记者 祝南溪）3月18日，云岭县举行一季度重大项目“三同步”活动。本次“三同步”活动项目共25个，总投资131.6亿元，同比增加3个、18.2亿元。去年第四季度“三同步”签约的8个项目，已有6个注册公司。
云岭茶叶协会发布，鲜叶收购保护价每斤42元，比去年下调3元。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云岭三同步去年同期总投资是多少", "113.4亿元"),
        ("云岭三同步去年同期有多少个项目", "22个"),
        ("去年鲜叶保护价每斤多少钱", "45元"),
        ("去年第四季度三同步签约了几个项目", "8个"),
    ],
)
def test_two_changes_behind_one_verb(about: About, question: str, said: str) -> None:
    assert said in about(THEN)(question).answer


@pytest.mark.parametrize("question", ["云岭三同步去年同期签约几个", "去年鲜叶产量多少吨", "云岭三同步前年同期总投资多少"])
def test_another_time_is_not_the_same_time_of_last_year(about: About, question: str) -> None:
    assert about(THEN)(question).status == "not_found"


PARTS = """云岭县报
2024年3月20日 星期三 第1版

云岭开发区“三同步”：6个签约、9个开工、4个竣工 总投资合计88.5亿元
本报讯（记者 祝南溪）3月18日，云岭开发区举行一季度项目“三同步”活动。
同步签约项目6个，总投资31.2亿元。同步开工项目9个，总投资40.1亿元。同步竣工项目4个，总投资17.2亿元。
与去年同期的“三同步”相比，项目数由15个增加到19个，总投资增加12.4亿元。
"""


def test_the_whole_of_the_year_before_is_none_of_its_parts(about: About) -> None:
    assert "76.1亿元" in about(PARTS)("去年同期云岭三同步总投资多少").answer
