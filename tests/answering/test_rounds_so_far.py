"""Rounds of a programme and what all of them come to; which of several is the greatest; what is told of so many."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """禾川日报
2024年12月18日 第一版

禾川区“项目突破年”收官
本报讯 12月17日，禾川区“项目突破年”第四轮重大项目集中开工活动举行。第四轮集中开工项目31个，总投资108.7亿元。至此，全年四轮累计集中开工项目149个，总投资613.5亿元。其中，中澜海工装备中心总投资12.8亿元，是本次开工项目中投资最大的一个，建设工期20个月。

第二轮百日行动完成情况通报
本报讯 第一轮行动自去年9月启动，完成投资58.6亿元，超目标3.6亿元；第二轮行动完成投资49.7亿元，为目标任务的82.8%。

秋季消费券开抢
本报讯 第二批消费券6月13日起发放，总额1500万元，较第一批增加500万元，其中餐饮券600万元。

垃圾分类试点见成效
本报讯 五里街道在翠屏苑、铁路新村、公园一号3个小区试点。一个月来，3个小区2974户居民参与率升到76%。

县里观摩项目
本报讯 观摩团观摩了各乡镇项目。去年全区实施重点项目164个；今年安排重点项目172个。

链 接 部分观摩项目（投资单位：万元）
乡镇 项目 总投资 累计完成投资 形象进度
石桥镇 云竹智能家居产业园 85000 61200 厂房封顶
双溪乡 双溪漂流提升工程 6800 6800 开门迎客
枫林乡 竹笋加工冷链项目 9300 2790 基础施工
"""

PLAN = """沅北日报
2021年7月7日 第二版

沅北区第六批次“四个一批”项目集中推进 27个项目总投资143.8亿元
本报讯 7月6日，沅北区第六批次“四个一批”项目集中推进会举行。

本批次共安排项目27个，总投资143.8亿元，比第五批次多4个，投资额增加21.3亿元。其中，“开工一批”9个，总投资52.6亿元；“达效一批”4个，总投资13.5亿元。

截至6月底，前五批次累计实施项目108个，总投资486.7亿元，已开工101个；已投产62个。未开工的7个项目，由区级领导包联。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.fixture(scope="module")
def ask_plan(about: About) -> Ask:
    return about(PLAN, "plan.txt")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("第四轮集中开工多少个项目", "31个"),
        ("第四轮总投资多少", "108.7亿元"),
        ("四轮一共开工多少个项目", "149个"),
        ("本次开工项目里投资最大的是哪个", "中澜海工"),
        ("第一批消费券一共发了多少", "1000万元"),
        ("三个小区有多少户居民", "2974户"),
        ("云竹智能家居产业园总投资几个亿", "8.5亿元"),
        ("竹笋加工冷链项目还差多少投资没完成", "6510万元"),
        ("哪个项目投资全部完成了", "双溪漂流提升工程"),
        ("今年重点项目比去年多安排几个", "8个"),
    ],
)
def test_told(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    "question", ["第一批消费券里餐饮券发了多少", "翠屏苑有多少户居民", "第二轮的任务超额完成了吗"]
)
def test_not_told(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status != "answered" or not answer.answer.startswith("是"), answer.answer
    assert "2974" not in answer.answer
    assert "1000万" not in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("第五批次有多少个项目", "23个"),
        ("第五批次总投资多少", "122.5亿元"),
        ("第六批次有多少个项目", "27个"),
        ("前五批次还有多少个项目没投产", "46个"),
        ("前五批次有多少个没开工", "7个"),
    ],
)
def test_of_a_plan_in_rounds(ask_plan: Ask, question: str, told: str) -> None:
    answer = ask_plan(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


def test_the_latest_round_is_that_whatever_round_was_spoken_of(ask_plan: Ask) -> None:
    answer = ask_plan("最近一期开工的有几个", turns=("第八期签约了多少个项目",))
    assert answer.status == "answered", answer.answer
    assert "9个" in answer.answer


def test_a_place_has_nothing_of_what_was_signed_there(about: About) -> None:
    ask = about("禾川日报\n2024年3月2日 第一版\n\n首批项目集中签约\n本报讯 3月1日，首批项目集中签约仪式在云竹文化创意产业园举行，签约项目32个，总投资180亿元。\n", "venue.txt")
    assert ask("云竹文创园总投资多少").status == "not_found"
    assert "180亿元" in ask("首批签约项目总投资多少").answer
