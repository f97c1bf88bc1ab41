"""A page of a festival, admissions and a flood: what is told of several, of a part, per head, or of a change."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
临湖县第四届葡萄采摘节开幕 首日签约1.1亿元

本报讯 2023年8月6日，临湖县第四届葡萄采摘节在西坪镇开幕，节会将持续到9月12日。西坪镇现有葡萄种植面积1.7万亩，产值3.1亿元，带动农户4500户，户均增收1.2万元。今年推出3个采摘品种，其中阳光玫瑰每斤15元，夏黑每斤8元，巨峰每斤6元。

临湖县公布中小学招生方案

8月8日，县教育局公布招生方案。县一中招收24个班1200人，县二中招收18个班900人。今年新建城东小学、扩建河滨中学，新增学位2100个，其中城东小学1080个。

连续强降雨 临湖县转移群众2980人

8月4日至7日，临湖县出现连续强降雨，平均降雨量138毫米，最大点桃岭乡262毫米。县防汛指挥部4日20时启动防汛Ⅲ级应急响应，6日8时提升至Ⅱ级，8日12时终止。全县转移群众2980人，无人员伤亡。

受损道路23处，已抢通19处，其余4处预计8月12日前抢通。桃岭乡停电2800户、白沙镇停电1500户，截至8日18时已恢复3900户。农作物受灾面积1.6万亩，直接经济损失5300万元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("采摘节什么时候结束", "9月12日"),
        ("夏黑和巨峰分别多少钱一斤", "巨峰每斤6元"),
        ("每户增收多少", "1.2万元"),
        ("一共停电多少户", "4300户"),
        ("桃岭乡停电多少户", "2800户"),
        ("农作物受灾损失多少钱", "5300万元"),
        ("转移了多少群众", "2980人"),
    ],
)
def test_the_asked_value(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "今年采摘节收入多少",
        "全县中小学一共招多少人",
        "死了几个人",
        "桃岭乡恢复了多少户",
        "桃岭乡损失多少",
        "白沙镇下了多少雨",
    ],
)
def test_what_is_told_of_others_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_change_is_no_end(ask: Ask) -> None:
    assert "6日8时" not in ask("防汛响应什么时候结束的").answer


def test_what_is_cut_off_has_not_come_back(ask: Ask) -> None:
    assert "1300" not in ask("还有多少户没来电").answer
