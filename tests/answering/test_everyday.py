"""Everyday questions over one page of notices and news: times, what is left, the other half, days of the week."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """榆川日报 2025年9月12日 星期五 第3版

清水坊片区夜间停水通知

因主管道更换，定于9月15日23:30至9月16日5:00对清水坊、柳荫里两个小区停水。停水期间，清水坊东门、柳荫里居委会设应急供水点。服务热线5551200。

榆川区自来水公司
2025年9月11日

公交18路和夜班2路有变化

本报讯（记者 石青）记者从区公交公司获悉，9月20日起，18路由榆川北站始发，经槐荫路、文庙街至水厂，增设文庙街口、青年宫两个站点，15分钟一班，票价2元。夜班2路末班车由22:10延至22:50，票价3元。乘客遗失物品可拨打失物招领电话5558100，服务热线5551800。

榆川湖健康跑下周开跑

本报讯（记者 石青）9月21日的榆川湖健康跑设十公里跑和家庭跑两个项目，参赛人数3600人，其中家庭跑1400人。经过预赛，男子组前三名分别是：来自榆川一中的谷雨田，成绩34分12秒；辛大川，成绩34分50秒；巫长青，成绩35分08秒。女子组冠军由医生闻小荷获得，凌一诺、项晚分获亚军和季军。冠军奖金5000元，亚军3000元，季军1500元。

区人大常委会任命一批干部

本报讯（记者 林陌）9月10日，区人大常委会举行会议，任命左思源为区文化局局长，任命尹红为区财政局局长；免去裴然的区文化局局长职务。

社区卫生服务中心开展流感疫苗接种

本报讯（通讯员 高扬）榆川区东湖社区卫生服务中心（湖滨路26号）每周一、周三、周五下午接种流感疫苗，60周岁以上老人可免费接种1剂，其他人每剂120元。全区14家中心已有9家开展接种，其余5家明年底前全部开展。

8月物价平稳

本报讯 8月，全区居民消费价格同比上涨0.5%。其中，食品类上涨1.2%，衣着类下降0.4%，居住类上涨0.3%，交通类下降1.9%。全区常住人口46.2万人，比上年末增加0.3万人，其中城镇常住人口31.5万人。

区检查组查出隐患320处，已整改296处。签约项目履约率91.2%，开工项目达产率84.5%，两项指标分别居全市第三位、第二位。上半年重点项目完成投资58.6亿元，较去年同期多完成6.4亿元。工业利润同比下降3.1%，主要受原料涨价影响。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("清水坊要停几个小时水", ["5小时30分"]),
        ("夜班2路末班晚了多久", ["40分钟"]),
        ("跑十公里的有多少人", ["2200人"]),
        ("乡下住了多少人", ["14.7万"]),
        ("查出多少处隐患，还剩多少没整改", ["320处", "24处"]),
        ("去年同期重点项目完成投资多少", ["52.2亿元"]),
    ],
)
def test_what_follows_is_computed_and_says_so(ask: Ask, question: str, words: list[str]) -> None:
    answer = ask(question)
    assert all(word in answer.answer for word in words), answer.answer
    assert "推算" in (answer.detail or "")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("停水了去哪接水", ["清水坊东门", "柳荫里居委会"]),
        ("18陆现在怎么走", ["榆川北站", "槐荫路", "水厂"]),
        ("18路多久一趟，多少钱", ["15分钟一班", "2元"]),
        ("18路新加了哪两个站", ["文庙街口", "青年宫"]),
        ("坐夜班2路多少钱", ["3元"]),
        ("东西掉车上了打哪个电话", ["5558100"]),
        ("男子冠军是谁，跑了多久", ["谷雨田", "34分12秒"]),
        ("女子亚军是谁", ["凌一诺"]),
        ("亚军奖金多少", ["3000元"]),
        ("第三名奖多少钱", ["1500元"]),
        ("东湖社区卫生服务中心在哪", ["湖滨路26号"]),
        ("哪些人能免费打流感疫苗", ["60周岁以上老人"]),
        ("没开展接种的5家啥时候弄完", ["明年底前"]),
        ("物价哪些类是跌的", ["衣着类下降0.4%", "交通类下降1.9%"]),
        ("91.2%是什么指标，排全市第几", ["签约项目履约率", "第三位"]),
    ],
)
def test_printed_words_are_found_however_they_are_asked_for(
    ask: Ask, question: str, words: list[str]
) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer


@pytest.mark.parametrize(
    ("day", "word"), [("周三", "是"), ("礼拜天", "否"), ("周二", "否"), ("星期五", "是")]
)
def test_a_day_of_the_week_is_held_against_the_printed_ones(ask: Ask, day: str, word: str) -> None:
    answer = ask(f"东湖社区卫生服务中心{day}能打流感疫苗吗")
    assert answer.answer.startswith(word), answer.answer
    assert "周一、周三、周五" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "城西片区哪天停水",
        "工业利润为什么大涨",
        "道德风尚奖奖金多少",
        "榆川湖健康跑是哪家公司承建的",
        "区检察院查出多少处隐患",
    ],
)
def test_what_is_not_printed_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer


def test_a_refusal_does_not_deny_what_is_printed(ask: Ask) -> None:
    answer = ask("清水坊主管道谁更换的")
    assert answer.status == "not_found"
    assert "未提及主管道" not in answer.answer


def test_a_follow_up_keeps_the_line_that_is_spoken_of(ask: Ask) -> None:
    assert "3元" in ask("票价多少", turns=("夜班2路末班几点",)).answer
    assert "2元" in ask("票价多少", turns=("18路从哪始发",)).answer
    assert "项晚" in ask("那季军呢", turns=("女子亚军是谁",)).answer


def test_a_garbled_ordinal_gets_a_polite_sentence(ask: Ask) -> None:
    assert ask("健康跑第1十名奖金多少钱").answer
