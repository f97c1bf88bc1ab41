"""Several things side by side in one sentence: what stands in the part of one is told of that one alone."""

from __future__ import annotations

import pytest

from index.answering.evidence.owners import parts_of
from tests.answering.pages import About, Ask

PAGE = """汀兰区在宁波签回四个项目
2024年3月6日　汀兰融媒

本报讯（记者 舒朗）3月4日，汀兰区在宁波举行招商恳谈会，4个协议分别是：台州锐铁数控机床项目，计划投资7.6亿元；嘉兴絮语无纺布项目，计划投资5.2亿元，建成后年产卷材3万吨；绍兴青釉日用陶瓷项目，计划投资2.4亿元；余姚明镜光学镜头项目，计划投资11亿元，用地约72亩，承诺签约后20个月内投产。

邻里食堂开饭

本报讯（记者 舒朗）柳荫社区食堂：70岁以上老人午餐6元；石桥社区食堂：老人午餐9元，不供晚餐；渔港社区食堂：老人午餐8元，可送餐上门。订餐电话：柳荫6120011，石桥6120022，渔港6120033。

田径赛分组决出

本报讯（记者 舒朗）男子组前三名为：白沙镇飞鱼队（98.2分）、青石镇岩羊队（96.7分）、县一中队（95分）；女子组前三名为：云台镇山茶队（97.9分）、白沙镇海鸥队（97.1分）、县二中队（94.4分）。

卫生检查上榜情况

本报讯（记者 舒朗）4月检查中，北塘街道、南塘街道上红榜，西塘街道上黑榜。

挑担赛第一名石桥村柏永，第二名柳荫村闻喜；拔河赛第一名老街社区队，第二名渔港村队。在建公房：望湖苑90套、粮站宿舍36套，10月交付；纺织厂宿舍40套因资金未到位暂缓。

走进渡口工业园，和顺粮机的喷漆车间正在改造。旁边的启明印染在建污水站，投资780万元，年底前交付。

网点迁址

本报讯（记者 舒朗）汀兰农商行：迁址梧桐支行，新址为梧桐路15号；新设码头支行，6月1日开业；关闭老街支行，业务并入梧桐支行。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("余姚明镜那个项目用地多少亩", "72亩"),
        ("余姚明镜项目签约后多久投产", "20个月"),
        ("嘉兴絮语项目年产多少", "3万吨"),
        ("渔港食堂电话多少", "6120033"),
        ("石桥食堂电话", "6120022"),
        ("渔港食堂能送餐吗", "送餐"),
        ("女子组第一名是哪个队", "山茶"),
        ("男子组第一名是哪个队", "飞鱼"),
        ("梧桐支行搬到哪了", "梧桐路15号"),
        ("拔河第二名是哪个队", "渔港村队"),
        ("粮站宿舍多少套", "36套"),
    ],
)
def test_own_part(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered" and said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "台州锐铁项目用地多少亩",
        "绍兴青釉项目签约后多久投产",
        "绍兴青釉项目年产多少",
        "石桥食堂能送餐吗",
        "码头支行在什么路",
    ],
)
def test_nothing_of_the_part_beside(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found" or not any(one in answer.answer for one in ("72", "20个月", "3万", "送餐", "路15号"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("5.2亿那个协议是什么项目", "絮语无纺布"),
        ("11亿元的是哪家的项目", "明镜"),
        ("97.1分是哪个队跳的", "海鸥队"),
        ("780万是干嘛用的", "启明印染"),
        ("谁家花了780万", "启明印染"),
    ],
)
def test_whose_figure(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered" and said in answer.answer


def test_no_figure_of_another_sort(ask: Ask) -> None:
    assert ask("780万是哪个医院的").status == "not_found"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("4个协议分别是：甲厂机床项目，投资7亿元；乙厂布料项目，投资5亿元，预计年底开工；均须配套污水站。", ["甲厂机床项目", "乙厂布料项目"]),
        ("某局局长某某介绍，今年小学一年级计划招生400人；初中一年级计划招生500人。", ["小学一年级计划招生", "初中一年级计划招生"]),
        ("甲街道、乙街道上红榜，丙街道上黑榜，其中丙街道连续两月上黑榜。", ["红榜", "黑榜"]),
        ("公开招聘教师186名；新建周转房120套，已分配到位。", []),
        ("全区森林防火形势平稳；要压实责任。", []),
    ],
)  # fmt: skip
def test_parts(text: str, labels: list[str]) -> None:
    assert [one.label for one in parts_of(text)] == labels
