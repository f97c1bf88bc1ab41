"""Who: all who did it, the holders of offices however shortened, newcomers and predecessors, winners, photographers."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
云岭县融媒
2024年9月6日 星期五 第2201期

省水利厅专家到云岭调研水库除险
县领导随队察看

本报讯（记者 林小满）9月4日，省水利厅总工程师到云岭县调研水库除险加固工作。县委书记骆长青，县委副书记、县长温如玉陪同。

座谈会上，常务副县长桑田通报了除险加固进展。月亮湾水库除险加固工程由云岭水务集团承建，工期14个月。县气象局副局长柏 松分析说，上游来水偏多是水位上涨的主要原因。

职工羽毛球赛收拍
县供电公司队夺冠

本报讯 9月1日，云岭县职工羽毛球赛落幕。决赛中，县供电公司队以3比1战胜教师联队，夺得男子团体冠军；选手安宁以全胜战绩获得女子单打第一名。

图为羽毛球赛决赛现场。 洛 桑 摄

云岭县人民代表大会常务委员会任免名单
（2024年9月3日云岭县第十八届人民代表大会常务委员会第二十次会议通过）
任命：
丁香为云岭县卫生健康局局长；
和志远为云岭县交通运输局局长。
免去：
白鹤鸣的云岭县卫生健康局局长职务（到龄退休）。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("省水利厅专家来调研是谁陪着的", ("骆长青", "温如玉")),
        ("座谈会上谁通报的进展", ("桑田",)),
        ("月亮湾水库加固是谁承建的", ("云岭水务集团",)),
        ("水位上涨的原因是谁分析的", ("柏松",)),
        ("羽毛球赛男子团体谁拿了冠军", ("县供电公司队",)),
        ("羽毛球决赛的照片谁拍的", ("洛桑",)),
        ("县卫健局长叫啥", ("丁香",)),
        ("新来的交通局长姓啥", ("和志远",)),
        ("卫健局换成谁当局长了", ("丁香",)),
        ("卫生健康局原来的局长是谁", ("白鹤鸣",)),
        ("卫健局局长和交通局局长各是谁", ("丁香", "和志远")),
    ],
)
def test_the_doers_are_named(ask: Ask, question: str, holds: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    for name in holds:
        assert name in answer.answer.replace(" ", "")
    assert answer.sources


@pytest.mark.parametrize("question", ["羽毛球赛女子团体谁拿了冠军", "县教育局长叫什么", "桥是谁修的"])
def test_nobody_is_made_up(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
