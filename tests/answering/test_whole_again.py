"""The whole told of again behind its parts, what 它 stands for, names with a piece in common, ages, and two in one."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
雾泉区融媒体中心
2024年8月23日 星期五 责任编辑 谷雨

雾泉区工业结构持续优化

本报讯（记者 谷雨）上半年，四大行业产值“三升一降”：轻纺产值62.4亿元，增长8.3%；泉州设备制造产值48.1亿元，增长6.7%；陶瓷产值33.5亿元，下降3.9%；饮料产值20.6亿元，增长11.2%。

云顶产业园企业加紧生产

本报讯 前六月，龙头企业长虹轴承产值9.2亿元，增长14.8%，新上生产线3条；雾江设备实现产值5.6亿元，出口占三成。

雾泉医养服务再升级

本报讯（通讯员 石磊）全区有养老机构46家，其中公建12家、民建34家，床位3180张，护理床位占七成。60至69周岁老人每月发放体检卡1张，70至79周岁每人每月补贴40元，80至89周岁每人每月补贴90元。全区签约家庭医生的居民18.7万人，其中65岁以上老人签约率93.5%。

雾泉全力抗击暴雨

本报讯 8月18日至20日，雾泉区出现强降雨，全区平均降雨量142毫米，最大降雨点为石门镇，达265毫米。老街古渡口景区的灯塔最高处达31米。暴雨造成房屋受损23户40间，直接经济损失3600万元。抢险期间，单日投入人手最多的是8月19日，达1260人次。雾桥街道、泉东街道、长安街道列排涝后三位，长安街道被扣减奖补资金25万元。

雾泉举行集中开工仪式

本报讯 8月16日，雾泉区秋季项目开工仪式在云顶产业园举行，石门镇、泉东街道设分会场。在柳溪水库，区长顾北辰询问巡查情况。“每天巡查三次。”水库管理所所长戢远舟回答。护林员、58岁的老党员骈大河被评为全区“最美护林人”。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("turns", "question"),
    [
        ((), "民建养老机构的床位有多少张"),
        ((), "65岁以上老人有多少人"),
        ((), "受损房屋每户补助多少"),
        ((), "雾桥街道被扣了多少奖补资金"),
        ((), "雾江设备产值增长多少"),
        (("雾江设备产值多少",), "那它上半年增速多少"),
        (("最美护林人是谁",), "他一个月补贴多少钱"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_whole_or_of_another_is_refused(ask: Ask, turns: tuple[str, ...], question: str) -> None:
    assert ask(question, turns=turns).status == "not_found"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("养老机构床位有多少张", "3180张"),
        ("民建养老机构有几家", "34家"),
        ("85岁的老人一个月补多少", "90元"),
        ("今年72岁的每月补贴多少", "40元"),
        ("65岁以上老人签约率多少", "93.5%"),
        ("最美护林人是谁", "骈大河"),
        ("谁被评为最美护林人", "骈大河"),
        ("水库管理所所长是谁", "戢远舟"),
        ("开工仪式的分会场设在哪几个地方", "石门镇、泉东街道"),
        ("开工仪式在哪举行", "云顶产业园"),
        ("降雨量最大的是哪个镇", "石门镇"),
        ("抢险哪天人手最多", "8月19日"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_asked_one_is_answered(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("四大行业里头下降的是哪个，降了多少", "陶瓷（下降3.9%）"),
        ("这次下得最大的是哪儿，下了多少毫米", "最大降雨点为石门镇，达265毫米"),
    ],
)  # fmt: skip
def test_the_value_asked_for_second_is_that_of_the_one_named_first(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.answer) == ("answered", told)
