"""Figures computed from two printed values and more: shown with their arithmetic, each operand cited."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """澜桥县报
2024年9月12日 星期四 第1版

澜桥县集中签约推进项目建设
本报讯（记者 季云帆）9月10日，澜桥县举行秋季项目签约活动。新能源项目9个，投资38.4亿元；农产品加工项目6个，投资12.7亿元；文旅项目4个，投资8.05亿元。签约活动由县投资促进局承办。
上半年，县里向评选出的先进乡镇共奖励260万元，对排名靠后的乡镇共扣减95万元。
澜桥县第二水厂总投资3.6亿元，其中申请专项债券2.1亿元。

澜桥县优化公交线路
本报讯（记者 季云帆）8路公交车全程运行时间由58分钟缩短到45分钟，日发班次由40班增加到52班。热线平均接通时间由去年的3分50秒缩短到2分15秒。
12路由客运站开往西关村，全长14.8公里。15路由青石桥开往北湖公园，全长9.3公里。

澜桥县提升农村供水
本报讯（记者 季云帆）全县农村供水管网共540公里，其中河东片区216公里。对参加改造的1250户农户每户补助800元。
全县计划新建蓄水池360座，已完成275座。
澜桥半程马拉松限额2000人，截至昨日已有1640人报名。
全县18个合作社共分红432万元。
县运动会上，青石镇代表队以7金5银11铜列奖牌榜第一。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said", "operands"),
    [
        ("新能源项目比文旅项目多几个", "5个", ("9个", "4个")),
        ("新能源比农产品加工多投多少亿", "25.7亿元", ("38.4亿元", "12.7亿元")),
        ("文旅项目和新能源项目投资相差多少", "30.35亿元", ("38.4亿元", "8.05亿元")),
        ("新能源、农产品加工、文旅三类投资一共多少", "59.15亿元", ("38.4亿元", "12.7亿元", "8.05亿元")),
        ("先进乡镇奖励的比靠后乡镇扣减的多多少钱", "165万元", ("260万元", "95万元")),
        ("第二水厂扣掉专项债券还要多少钱", "1.5亿元", ("3.6亿元", "2.1亿元")),
        ("8路公交运行时间缩短了几分钟", "13分钟", ("58分钟", "45分钟")),
        ("热线接通时间快了多少", "1分35秒", ("3分50秒", "2分15秒")),
        ("12路比15路长多少公里", "5.5公里", ("14.8公里", "9.3公里")),
        ("河东片区占农村供水管网的百分之几", "40%", ("216公里", "540公里")),
        ("1250户农户改造补助一共多少钱", "100万元", ("1250户", "800元")),
        ("蓄水池还有多少座没完成", "85座", ("360座", "275座")),
        ("半程马拉松还剩几个名额", "360", ("2000人", "1640人")),
        ("平均每个合作社分红多少", "24万元", ("432万元", "18个")),
        ("青石镇代表队一共拿了多少枚奖牌", "23枚", ("7金5银11铜",)),
    ],
)
def test_a_figure_is_computed_and_every_operand_cited(
    ask: Ask, question: str, said: str, operands: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert answer.detail is not None and "推算" in answer.detail
    quoted = "".join(source.quote for source in answer.sources)
    assert all(operand in quoted for operand in operands)


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("新能源项目比养老项目多几个", "9个"),
        ("新能源项目和港口项目一共投资多少", "38.4亿元"),
        ("第二水厂占全县固定资产投资的百分之几", "3.6亿元"),
        ("7路公交运行时间缩短了几分钟", "13分钟"),
    ],
)
def test_one_operand_never_stands_for_the_figure(ask: Ask, question: str, unsaid: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found"
    assert unsaid not in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("新能源项目有几个", "9个"),
        ("每户农户补助多少钱", "800元"),
        ("15路全长多少公里", "9.3公里"),
        ("第二水厂总投资多少", "3.6亿元"),
        ("全县农村供水管网一共多少公里", "540公里"),
    ],
)
def test_a_printed_figure_is_looked_up(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert "推算" not in (answer.detail or "")
