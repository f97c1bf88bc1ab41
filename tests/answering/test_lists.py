"""Lists: the right one among several, whole; told by its count, its noun, its shape or its place in a ranking."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
松谷县融媒
2024年8月15日 星期四 第512期

松谷县观摩二季度重点项目
县长提出三点要求

本报讯（记者 舒望）8月14日，松谷县组织二季度重点项目观摩。县长岑溪先后来到白水河灌区枢纽、松谷冷链中心、龙潭镇养老服务中心查看进度。

观摩结果显示，综合得分前三位依次是龙潭镇（95.1分）、白水乡（93.4分）、城关镇（92.7分）；后两位依次是石坝乡（81.2分）、青杠乡（79.9分）。

岑溪指出，当前存在两方面问题：①要素保障不及时，6个项目用地指标没有到位；②施工组织不紧凑，个别工地人员不足。岑溪要求，要在进度上再提速。要在质量上再把关。要在安全上再加码。

松谷县10件民生实事进展

今年松谷县确定的10件民生实事已办结4件：①新建村卫生室6所；②改造农村公路22公里；③新增公办园学位360个；④建成口袋公园3个。尚在推进的2件是：⑤城区供水管网改造；⑥县图书馆扩建。

龙潭路周日施工

8月18日6时至16时，龙潭路雨水井改造，2路、5路、9路公交车临时改道，涉及桂园、柏林、南桥3个社区。31路取消“茶厂”“水文站”两个站点。化验显示，水样不合格项目为总氮和浊度，松谷县要求做到“早发现、早报告、早处置”。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "items", "others"),
    [
        ("县长观摩去了哪几个地方", ("白水河灌区枢纽", "松谷冷链中心", "龙潭镇养老服务中心"), ("查看", "先后")),
        ("观摩得分前三名是谁", ("龙潭镇", "白水乡", "城关镇"), ("石坝乡",)),
        ("得分后两名是哪些", ("石坝乡", "青杠乡"), ("城关镇",)),
        ("县长说存在哪两个毛病", ("要素保障不及时", "施工组织不紧凑"), ("再提速",)),
        ("县长提的三点要求是什么", ("再提速", "再把关", "再加码"), ("要素",)),
        ("尚在推进的2件实事是哪两件", ("供水管网改造", "图书馆扩建"), ("口袋公园",)),
        ("龙潭路施工哪几路公交改道", ("2路", "5路", "9路"), ("桂园",)),
        ("龙潭路施工涉及哪几个社区", ("桂园", "柏林", "南桥"), ("2路",)),
        ("31路取消了哪两个站", ("茶厂", "水文站"), ("桂园",)),
        ("水样不合格的是哪两项", ("总氮", "浊度"), ()),
        ("三个早是哪三个", ("早发现", "早报告", "早处置"), ()),
    ],
)
def test_the_right_list_is_said_whole(
    ask: Ask, question: str, items: tuple[str, ...], others: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(item in answer.answer for item in items), answer.answer
    assert not any(other in answer.answer for other in others), answer.answer
    assert answer.sources


@pytest.mark.parametrize("question", ["观摩得分前五名是谁", "12路取消了哪两个站"])
def test_no_other_list_stands_in(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
