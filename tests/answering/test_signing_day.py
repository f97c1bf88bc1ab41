"""A page of signings, a quarter's figures and a ranking: when and where in one breath, amounts against last year's."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """雁滩新闻 2版
2025年4月25日 星期五

以商招商 以链聚商

雁滩区春季招商签约16个项目 揽金58.5亿元

本报讯（记者 方小禾）4月22日，雁滩区2025年一季度招商推介暨项目签约仪式在滨江会展中心举行。区长计长庚致辞。

仪式上共签约项目16个，协议投资58.5亿元。去年春季同一活动签约12个、41.3亿元。

“头号项目”雁滩电机制造基地，由江北电机公司投资20亿元，落户石桥镇，用地300亩。

附：部分签约项目（金额单位：万元）
序号 项目名称 投资方 落户地 协议投资 建设内容
1
雁滩电机制造基
地
江北电机有限
公司 石桥镇 200000 总装车间
2 石英砂深加工 晶石材料公司 河西镇 85000 年产石英砂6万吨
3 跨境智慧仓 远航供应链公司 石桥镇 4250
0 仓储面积11万平方米

一季度雁滩经济“成绩单”发布

本报讯 4月23日，区统计局发布一季度经济运行情况。固定资产投资增长9.7%，其中房地产开发投资下降6.4%。

首季考评排定座次

本报讯 4月24日，雁滩区通报一季度镇（街道）综合考评结果。

街道组（3个）得分从高到低依次为：金榕街道96.42分、沙田街道95.18分、西门街道90.36分。

镇组（3个）依次为：石桥镇95.83分、河西镇94.6分、大坝镇88.94分。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("签约仪式啥时候在啥地方办的", "4月22日，滨江会展中心"),
        ("招商推介暨签约仪式什么时候办的", "4月22日"),
        ("今年春季签约额比去年春季多多少", "多17.2亿元"),
        ("落户石桥镇的签约项目有哪几个", "雁滩电机制造基地、跨境智慧仓"),
        ("跨境智慧仓投资几个亿", "4.25亿元（42500万元）"),
        ("跨境智慧仓仓储面积多大", "11万平方米"),
        ("电机制造基地占地多少", "300亩"),
        ("房地产投资是涨还是跌，幅度多大", "房地产开发投资下降6.4%"),
        ("街道里第一名和最后一名差多少分", "金榕街道比西门街道多6.06分"),
        ("镇里第一名和最后一名差多少分", "石桥镇比大坝镇多6.89分"),
    ],
)
def test_each_is_told_in_full_and_no_more(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_how_much_is_stored_is_no_site(ask: Ask) -> None:
    assert ask("跨境智慧仓占地多少亩").status == "not_found"


PARK = """产业园三季度税收排名出炉
本报讯 10月8日，雁滩产业园公布前三季度纳税排名。前十名企业合计纳税3.8亿元，占园区税收总额的61.3%。
园区树牢服务意识，常态化开展“千人进千企”，当好“快递员”“店小二”，把园区的招牌擦亮。
"""


def test_a_part_is_not_the_total_that_it_is_a_share_of(about: About) -> None:
    ask = about(PARK)
    assert ask("园区税收总额是多少").status == "not_found"
    assert ask("前十名企业合计纳税多少").answer == "3.8亿元"


def test_a_deed_with_an_object_of_its_own_has_no_other(about: About) -> None:
    assert about(PARK)("园区常态化开展什么活动").answer == "“千人进千企”"
