"""What people say is no fact; what is done by whom, where and what it means stands in the words around it."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
柳河区供热管网改造提速

本报讯 近日，有居民在网上留言，称东风街道12个小区的供热管网改造要停工。区住建局答复：工程没有停，网传消息不实，预计9月25日前完工。

有家长担心午餐费上涨，区教育局回应，本学期午餐费仍为每餐9元，没有上涨。网上流传每户可领补助3万元，区民政局正在核实。

柳河区推行“楼栋长”制度

本报讯 4月12日，柳河区委副书记、区长孟和率党政考察团先后赴盐城、泰州、扬州三市考察。县委书记张平率考察组同日返回。区里建立“楼栋长”制度，每栋楼选一名楼栋长，负责收集居民诉求。园区为企业提供“两免一减”厂房租金政策，即前两年免租金、第三年租金减半。各镇推行“河湖长制”，成效明显。

今年全区改造果园3.4万亩，其中白石镇1.2万亩，面积最大。在上坪、下坪两个村安装杀虫灯260盏。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("东风街道供热管网改造停工了吗", "工程没有停"),
        ("午餐费涨了吗", "9元"),
        ("楼栋长制度是怎么回事", "每栋楼选一名楼栋长"),
        ("两免一减是啥意思", "前两年免租金、第三年租金减半"),
        ("哪个镇改造果园面积最大", "白石镇1.2万亩"),
        ("党政考察团是谁带队", "孟和"),
        ("考察团去了哪几个市", "盐城、泰州、扬州"),
        ("杀虫灯装在哪两个村", "上坪、下坪"),
        ("考察组是谁带的队", "张平"),
    ],
)
def test_what_is_printed_is_answered(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer


@pytest.mark.parametrize("question", ["东风街道供热管网改造停工了吗", "午餐费涨了吗"])
def test_what_people_fear_is_denied(ask: Ask, question: str) -> None:
    assert ask(question).answer[0] in "否不没"


@pytest.mark.parametrize("question", ["每户可领补助多少钱", "河湖长制是啥意思"])
def test_neither_a_rumour_nor_praise_is_an_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
