"""A value is an answer only where what is quoted speaks of the asked sort and of the asked one."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """临岚县二季度重点项目推进会召开
2025年7月3日　临岚融媒

本报讯（记者 苏远）7月2日，县委书记顾长林在云渡开发区主持召开重点项目推进会，副县长裴若在北岭分会场参加。

云渡柑橘分拣厂由临岚农投公司投资1.6亿元，落户梅溪镇，建设分拣线4条，规划36个班组。

恒远轴承公司负责人介绍，企业上半年出口额下降8.2%。县人民医院派出32名医生下乡坐诊。

上半年，全县进出口18.6亿元，增长4.1%。

通报的考核结果里，青坪乡、云渡镇进入前列。柳沟乡因秸秆露天堆放被扣6分，取消评优资格。

南门街道、北门街道、西门街道部分小区7月5日停水，停水时长8小时，涉及居民约1.2万户。

临岚县重点项目进展表
项目名称 责任单位 总投资（万元） 本年计划（万元） 责任领导
云渡大桥改造 县交通运输局 9200 4100 裴若
县中医院康复楼 县卫健局 7600 3000 顾长林
梅溪智慧冷库 县供销社 5300 2600 裴若

智慧冷库建设座谈会

本报讯（记者 苏远）7月8日，全县智慧冷库建设座谈会召开，今年全县冷链计划投资2.4亿元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("云渡柑橘分拣厂谁投资的", "临岚农投公司"),
        ("县人民医院派了多少医生下乡", "32名"),
        ("柳沟乡为什么被取消评优资格", "秸秆露天堆放"),
        ("停水涉及多少户居民", "1.2万户"),
        ("云渡大桥改造总投资多少", "9200"),
        ("恒远轴承公司上半年出口额降了多少", "8.2%"),
    ],
)
def test_what_is_told_is_answered(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "云渡大桥改造的施工单位是哪家",
        "云渡大桥改造是哪家公司承建的",
        "云渡大桥改造已经完成投资多少",
        "云渡大桥改造的投资方是哪家",
        "西门街道为什么被通报",
        "县中医院康复楼一年交多少税",
        "县中医院院长是谁",
        "顾长林是哪里人",
        "顾长林什么时候上任的",
        "云渡柑橘分拣厂在哪个村",
        "云渡柑橘分拣厂的监理单位是谁",
        "云渡柑橘分拣厂从哪里取水",
    ],
)
def test_another_sort_of_thing_beside_the_name_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "南岭分会场是哪位县领导参加的",
        "县中医院派了多少医生下乡",
        "青坪乡为什么被取消评优资格",
        "西门街道停水涉及多少户居民",
    ],
)
def test_what_is_told_of_another_one_of_the_kind_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status != "answered"


def test_a_change_is_no_level(ask: Ask) -> None:
    assert ask("恒远轴承公司上半年出口额是多少").status == "not_found"


def test_imports_and_exports_together_are_no_exports(ask: Ask) -> None:
    assert ask("临岚县上半年出口多少亿元").status == "not_found"
    assert "18.6亿元" in ask("临岚县上半年进出口多少亿元").answer


ACCOUNTS = """澄溪区上半年经济运行平稳
2025年7月21日　澄溪融媒

本报讯（记者 苏远）上半年，全区地区生产总值增长6.1%，固定资产投资增长9%，一般公共预算收入完成7.4亿元，其中税收收入5.2亿元，占一般公共预算收入的70.3%。

全区柑橘挂果面积6.2万亩。石岭镇、泉口镇是主产区，种植面积分别为2.1万亩和1.8万亩。

上半年查处占道经营投诉215件、夜间施工扰民340件，罚款共计62.5万元。
"""


@pytest.fixture(scope="module")
def ask_accounts(about: About) -> Ask:
    return about(ACCOUNTS)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("澄溪区上半年财政收入多少", "7.4亿元"),
        ("税收占一般公共预算收入的百分之几", "70.3%"),
        ("泉口镇种植面积多少", "1.8万亩"),
        ("上半年罚款一共多少", "62.5万元"),
    ],
)
def test_the_asked_measure_is_answered(ask_accounts: Ask, question: str, holds: str) -> None:
    answer = ask_accounts(question)
    assert answer.status == "answered"
    assert holds in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "澄溪区上半年地区生产总值是多少亿元",
        "澄溪区上半年固定资产投资总额多少亿元",
        "泉口镇挂果面积多少亩",
        "占道经营罚了多少钱",
        "泉口镇有几个扶贫车间",
    ],
)
def test_a_neighbouring_measure_is_no_answer(ask_accounts: Ask, question: str) -> None:
    assert ask_accounts(question).status == "not_found"
