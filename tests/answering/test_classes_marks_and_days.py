"""In which class a figure falls and what is done then; whose a figure is; several days at once; a peak and its day;
marks that are only counted; what was so before is not so for the first time."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """望川日报
2024年5月10日　星期五　第3版

望川县亮出项目进度“三色榜”

本报讯（记者 安 宁）5月8日，望川县召开重点项目调度会。会议明确，绿旗为达到序时进度，黄旗为滞后8个百分点以内，红旗为滞后8个百分点及以上。对手续办理逾期10天以上的发督办单，逾期20天以上的约谈主要负责人。对尚未动工的30个水利项目，6月底前开工11个、9月底前开工13个、其余6个年底前全部开工。会议通报，一季度集中签约14个，总投资52.6亿元，年度计划投资18.3亿元；集中开工9个，总投资37.4亿元，年度计划投资12.7亿元。新增规上企业17家。全县规上工业企业总数达到86家。

考评会上，青石镇以95.1分居首，这已是该镇连续第三个季度夺冠；枫桥镇93.4分、河西乡91.7分分列第二、第三名。考评结果分“优”“良”“中”三档，青石镇、枫桥镇等4家获评“优”，5家获评“良”，1家获评“中”。

农户代表宋桂兰、合作社理事长雷鸣、驻村干部白洁先后发言。

五一假期，望川古城接待游客9.4万人次，单日最高2.6万人次，出现在5月2日；云台山景区接待6.1万人次。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("项目慢了9个百分点是什么旗", "红旗"),
        ("滞后8个百分点算什么旗", "红旗"),
        ("滞后4个百分点挂什么旗", "黄旗"),
        ("手续逾期12天会怎么处理", "发督办单"),
        ("手续逾期25天怎么处理", "约谈主要负责人"),
        ("没动工的水利项目分别什么时候开工", "6月底前开工11个、9月底前开工13个、其余6个年底前全部开工"),
        ("12.7亿是什么数", "集中开工9个，总投资37.4亿元，年度计划投资12.7亿元"),
        ("全县规上企业总数多少", "86家"),
        ("93.4分是哪个镇的", "枫桥镇"),
        ("91.7分是哪个乡镇的", "河西乡"),
        ("青石镇是头一回拿第一吗", "不是，这已是该镇连续第三个季度夺冠"),
        ("哪几位发了言", "宋桂兰"),
        ("古城哪天人最多", "5月2日，2.6万人次"),
    ],
)
def test_classes_marks_and_days(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert len(answer.answer) < len(said) + 30


@pytest.mark.parametrize(
    "question",
    ["评议为“中”的是哪一个镇", "手续逾期5天怎么处理", "枫桥镇是第一次拿第二吗", "云台山景区哪天人最多"],
)
def test_neither_counted_marks_nor_another_ones_figures(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_group_is_no_single_project_and_a_quotation_no_lead(about: About) -> None:
    page = """望川日报
2024年5月11日　星期六　第1版

望川县开工一批项目

本报讯 5月10日，望川县集中开工项目13个，总投资61.5亿元。其中水利项目6个，总投资29.4亿元；交通项目4个，总投资20.6亿元；教育项目3个，总投资11.5亿元。

殷海生查看灌区

本报讯 “水到田头了没有？”5月10日，县长殷海生来到红石灌区查看春灌情况。全县已灌溉水田12.6万亩。
"""
    ask = about(page)
    assert ask("哪个项目投资最多").status == "not_found"
    assert ask("投资最大的项目是哪个").status == "not_found"
    assert "水利项目" in ask("哪类项目投资最多").answer
    told = ask("说说殷海生5月10日查看灌区的情况").answer
    assert "殷海生" in told
    assert not told.startswith("“")
