"""Plain questions for a printed value: of now or then, of the whole or a named part, a length, where goods go."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
松江县融媒体中心
2024年5月16日 星期四 责任编辑 林果

石板岭养蜂合作社年产蜂蜜60吨

本报讯（记者 林果）2017年，退伍军人贺明辉带头办起石板岭养蜂合作社，起初只有蜂农19户、蜂箱320箱，如今已发展到146户，覆盖周边5个村。合作社刚成立时年产蜂蜜只有4吨，目前达到60吨。去年村里试种蓝莓40亩，今年扩大到95亩。蜂蜜主要销往武汉、南昌、合肥等地，还出口到越南、泰国等6个国家。

松江县第三届龙舟赛开赛 32支队伍参赛

本报讯（记者 林果）5月10日至12日，全县共接待游客18.6万人次，实现旅游收入9300万元。其中，青龙湖景区接待游客6.4万人次，松江老街接待游客5.1万人次。来自浙江的舵手高志远曾三次夺冠，从2009年起训练龙舟，一练就是15年。

松江县污水处理厂扩建 县城日处理能力达到9万吨

本报讯（通讯员 万里）5月8日，位于城南桥头村的松江县第二污水处理厂投入运行。厂外新修的进厂道路长2.6公里，其中320米穿过居民区。

松江县环境监测站发布水质报告

本报讯 松江干流记录鱼类86种，比2019年增加21种。

青山村修渠 山塘引水

本报讯 修渠所需的46万元，由县财政专项资金承担。村党支部书记韦大江说，明年还打算修一座蓄水池。镇长蒙春燕要求，先保人畜饮水，再保秧苗，最后保果园。老码头游船票价平日60元，周末90元。青山湖湿地共记录到鸟类152种。

东平湖引水工程竣工 沿湖12万群众喝上好水

本报讯（记者 林果）东平湖水厂的原水引自石臼水库，经28公里管道送到城区。松江茶油产品远销广东、福建，竹筷卖到日本、韩国等地。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("石板岭合作社有多少户蜂农？", "146户"),
        ("石板岭合作社刚成立时有多少户", "19户"),
        ("石板岭合作社当初产多少吨蜂蜜", "4吨"),
        ("石板岭今年蓝莓种了多少亩", "95亩"),
        ("石板岭去年种了多少亩蓝莓", "40亩"),
        ("松江县接待游客多少人次", "18.6万人次"),
        ("龙舟赛期间松江来了多少游客", "18.6万人次"),
        ("青龙湖接待了多少游客", "6.4万人次"),
        ("高志远练龙舟练了多少年", "15年"),
        ("第二污水处理厂的进厂道路有多长", "2.6公里"),
        ("松江的鱼比2019年多了多少种", "21种"),
        ("松江的鱼类有多少种", "86种"),
    ],
)
def test_the_value_of_the_asked_time_and_the_asked_whole_is_told(ask: Ask, question: str, value: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert value in answer.answer


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("石板岭的蜂蜜销往哪里", "武汉、南昌、合肥等地"),
        ("石板岭的蜂蜜都卖到哪些地方", "武汉、南昌、合肥等地"),
        ("石板岭的蜂蜜出口到哪些国家", "越南、泰国等6个国家"),
        ("松江茶油销到哪里", "广东、福建"),
        ("松江竹筷卖到哪些国家", "日本、韩国等地"),
        ("东平湖水厂的水取自哪里", "石臼水库"),
        ("东平湖水厂用的是哪儿的水", "石臼水库"),
    ],
)
def test_all_places_of_a_row_are_told(ask: Ask, question: str, places: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert answer.answer == places


@pytest.mark.parametrize(
    "question",
    [
        "松江茶油出口到哪些国家",
        "石板岭的蓝莓销往哪里",
        "东平湖水厂的水卖到哪里",
        "石板岭的蜂蜜除了越南、泰国还出口到哪些国家",
        "邻县接待游客多少人次",
    ],
)
def test_goods_and_places_that_are_not_told_of_are_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青山村修渠的钱从哪里来", "由县财政专项资金承担"),
        ("韦大江明年有什么打算", "修一座蓄水池"),
        ("蒙春燕说按什么顺序保水", "先保人畜饮水，再保秧苗，最后保果园"),
        ("老码头游船周末一张票多少钱", "90元"),
        ("青山湖湿地记录到多少种鸟", "152种"),
    ],
)
def test_who_pays_what_is_planned_and_in_which_order_is_told(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert told in answer.answer


@pytest.mark.parametrize("question", ["石板岭修路的钱从哪里来", "贺明辉明年有什么打算", "青山湖湿地记录到多少种鱼"])
def test_plans_and_payers_of_others_are_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


CHANGES = """青垣河治理开工
2026年3月6日　青垣融媒

本报讯（记者 晏小满）3月5日，青垣河治理工程启动。工程总投资7.9亿元，治理河道42公里，计划2028年底完工。

本报讯（记者 晏小满）县城12路公交线路全长由11.2公里增加到14.6公里。景区门票由60元降为30元。青垣小学学生从190人回流到345人。

青垣古道越野赛报名

本报讯（记者 晏小满）青垣古道越野赛3月1日起报名，截止时间为3月25日，名额800人。全县小麦平均亩产551公斤，总产预计21.6万吨。如遇可疑电话，可拨打反诈专线96110。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("12路公交线路全长多少公里？", "14.6公里"),
        ("12路公交线路原来全长多少公里？", "11.2公里"),
        ("青垣景区门票多少钱？", "30元"),
        ("青垣小学现在有多少学生？", "345人"),
        ("青垣河什么时候能治理好？", "2028年底"),
        ("青垣河治理工程什么时候启动的？", "3月5日"),
        ("青垣古道越野赛报名截止时间是哪天？", "3月25日"),
        ("青垣古道越野赛最晚几号报名？", "3月25日"),
        ("青垣今年小麦总产预计多少？", "21.6万吨"),
        ("青垣小麦亩产多少？", "551公斤"),
        ("反诈专线是多少？", "96110"),
    ],
)
def test_what_it_was_and_what_it_is_when_it_begins_and_ends(about: About, question: str, said: str) -> None:
    assert said in about(CHANGES)(question).answer


SHARED_COST = """青垣县改造老旧小区
2026年11月20日　青垣融媒

本报讯（记者 晏小满）11月18日，青垣县住建局通报：今年改造老旧小区26个，涉及居民8140户，总投资3.6亿元。资金由财政补助、居民自筹共担，其中居民每户出资不超过1200元。

青垣县第五批“三个一批”项目开工

本报讯（记者 晏小满）11月15日，青垣县举行第五批“三个一批”项目集中开工活动，共32个项目，总投资118.4亿元。
"""


@pytest.mark.parametrize(
    ("question", "status", "said"),
    [
        ("青垣老旧小区改造居民每户最多出多少钱？", "answered", "1200元"),
        ("老旧小区改造居民自己每户出多少？", "answered", "1200元"),
        ("青垣县第六批有几个项目？", "not_found", "第六批"),
    ],
)
def test_a_bound_is_told_and_no_share_computed(about: About, question: str, status: str, said: str) -> None:
    answer = about(SHARED_COST)(question)

    assert answer.status == status
    assert said in answer.answer
