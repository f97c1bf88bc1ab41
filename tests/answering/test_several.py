"""Several questions in one sentence, and the exact value among its neighbours: told from a page of our own."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """云岭县报
2024年6月18日 星期二 第2版

云岭县推进民生工程
本报讯（记者 祝南溪）6月17日，记者从云岭县住建局获悉，今年全县改造老旧小区36个、惠及居民4820户，新增停车泊位915个，其中东湖街道402个、西山街道310个、北门镇203个。县中医院新院设床位480张，9月1日起试运行，老院区门诊照常。县财政压减会议费，合计节约资金860万元，全部用于农村危房改造。
上半年，教育、卫生健康两项支出分别为9.4亿元、3.6亿元，同比分别增长5.2%、下降2.4%。

云岭县项目建设提速
本报讯（记者 祝南溪）6月14日，云岭县项目推进会在县会展中心召开，县委书记顾怀远出席会议并讲话，县委副书记周砚秋主持会议。
从类别看，产业类项目52个，完成投资31.6亿元；交通类项目18个，完成投资12.4亿元；水利类项目9个，完成投资3.8亿元，三类项目完成年度计划的比例分别为48.3%、39.5%、27.1%。
今年1至5月，全县新签约项目27个，总投资88.2亿元；新开工项目21个，总投资64.5亿元。其中超5亿元项目分别为7个和3个。

云岭南站开通机场专线
本报讯（记者 祝南溪）6月16日起，云岭南站至青浦机场专线开通，票价28元，首班5:40，末班22:10，每40分钟一班。专线候车厅服务时间为每日5:00至22:30。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("老旧小区改造了几个，多少户受益", ("36个", "4820户")),
        ("老舊小區改造了幾個，多少戶受益", ("36个", "4820户")),
        ("县中医院新院啥时候开门，床位多少", ("9月1日", "480张")),
        ("节约的钱一共多少，拿去干啥了", ("860万元", "农村危房改造")),
        ("项目推进会谁主持，谁讲的话", ("周砚秋", "顾怀远")),
        ("去机场的专线多少钱，最晚几点", ("28元", "22:10")),
        ("产业类项目有几个，完成投资多少", ("52个", "31.6亿元")),
    ],
)
def test_every_question_of_a_sentence_is_answered(
    ask: Ask, question: str, said: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert all(one in answer.answer for one in said), answer.answer


def test_an_unanswered_part_is_named_and_the_known_one_told(ask: Ask) -> None:
    answer = ask("县中医院新院啥时候开门，院长是谁")
    assert answer.status == "not_found"
    assert answer.detail is not None
    assert "9月1日" in answer.detail


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("东湖街道新增多少个停车泊位", "402个", ("915", "310", "203")),
        ("全县新增停车泊位多少个", "915个", ("402", "310", "203")),
        ("交通类项目完成年度计划的比例是多少", "39.5%", ("48.3", "27.1")),
        ("水利类项目完成投资多少", "3.8亿元", ("31.6", "12.4")),
        ("卫生健康支出同比变化多少", "下降2.4%", ("5.2",)),
        ("教育支出多少亿", "9.4亿元", ("3.6", "5.2")),
        ("新开工项目里超5亿元的有几个", "3个", ("7个",)),
        ("机场专线首班几点", "5:40", ("22:10",)),
        ("候车厅几点到几点服务", "5:00至22:30", ("5:40",)),
    ],
)
def test_the_value_is_told_without_its_neighbours(
    ask: Ask, question: str, said: str, unsaid: tuple[str, ...]
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert not any(other in answer.answer for other in unsaid), answer.answer
