"""What a question takes for granted and the page denies is put right or refused; the true one is answered."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
松湖县融媒
2025年4月14日 星期一 第88期

松湖县人大常委会任免名单
（2025年4月10日松湖县第十六届人大常委会第三十次会议通过）

任命：
连晓峰为松湖县水务局局长；
潘玉兰为松湖县民政局局长。

免去：
车明远的松湖县水务局局长职务；
连晓峰的松湖县应急管理局局长职务。

中医院门诊有调整

本报讯 4月12日，县中医院公布门诊安排。针灸科由每周两天增加到每周三天，即周一、周三、周五全天，坐诊的是副主任医师柳长庚。挂号费仍为5元，不变。外县病人同样可以挂号，但不享受医保直接结算。门诊楼搬到湖滨路36号，急诊入口位置不变，仍在人民路。县图书馆城西分馆周二闭馆，其他时间9:00至17:00开放。

行业技能比武收官

本报讯 4月11日，松湖县行业技能比武收官，共设4个工种，216人参赛。

钳工：第一名 岳大鹏（松湖水泵厂）
电工：第一名 华小满（县供电公司）
面点师：第一名 费春妮（湖畔酒店）
收银员：第一名 水灵（万佳超市）

新茶厂下月投产

本报讯 4月9日，记者从云顶镇获悉，云顶茶业公司投资2.6亿元新建的精制茶厂将于5月投产。今年茶园改造必须使用无性系良种苗，种子苗不得下地。验收成活率达到90%以上的每亩补助600元。2024年全县茶叶综合产值8.4亿元，接待茶旅游客31万人次，实现旅游收入3.1亿元。今年茶叶综合产值力争达到9亿元。云顶镇今年要新建幼儿园3所，由镇中心校牵头。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("针灸科周二是谁坐诊", "周一、周三、周五"),
        ("城西分馆周二几点开门", "周二闭馆"),
        ("县中医院急诊入口挪到哪条路了", "仍在人民路"),
        ("4月10日的会任命车明远当什么了", "免去车明远"),
        ("车明远这次被提拔任命成什么职务", "免去车明远"),
        ("钳工第一名华小满是哪个单位的", "电工：第一名 华小满"),
        ("收银员第一名岳大鹏是哪个厂的", "钳工：第一名 岳大鹏"),
        ("云顶茶业投4亿建的茶厂几月投产", "2.6亿元"),
        ("云顶镇新建的8所幼儿园由谁牵头", "3所"),
    ],
)
def test_a_wrong_premise_is_put_right_in_the_words_of_the_page(ask: Ask, question: str, printed: str) -> None:
    answer = ask(question)
    assert answer.status == "corrected"
    assert printed in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "县图书馆总馆周二开不开门",
        "用种子苗成活率能到多少",
        "今年旅游收入定的目标是多少",
        "水灵是哪个镇的",
        "中医院挂号费涨到多少了",
        "针灸科星期六哪个大夫坐诊",
        "面点师第二名是谁",
        "云顶镇新建的12座水库由谁牵头",
        "潘玉兰被免了什么职务",
    ],
)
def test_what_is_not_so_is_not_told(ask: Ask, question: str) -> None:
    assert ask(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("针灸科周三是谁坐诊", "柳长庚"),
        ("针灸科挂号费多少钱", "5元"),
        ("门诊楼搬到哪里去了", "湖滨路36号"),
        ("城西分馆周三几点开门", "9:00"),
        ("连晓峰被免了什么职务", "应急管理局局长"),
        ("4月10日的会任命潘玉兰当什么了", "民政局局长"),
        ("钳工第一名岳大鹏是哪个单位的", "松湖水泵厂"),
        ("费春妮是哪家单位的", "湖畔酒店"),
        ("电工第一名是谁", "华小满"),
        ("技能比武比了哪几个工种", "钳工、电工、面点师、收银员"),
        ("云顶茶业投2.6亿建的茶厂几月投产", "5月"),
        ("验收成活率要达到多少", "90%"),
        ("今年茶叶综合产值目标是多少", "9亿元"),
        ("云顶镇新建的3所幼儿园由谁牵头", "中心校"),
    ],
)
def test_what_is_so_is_answered(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer


def test_the_one_asked_next_is_of_the_same_list(ask: Ask) -> None:
    answer = ask("技能比武钳工第一名是谁", turns=())
    assert "岳大鹏" in answer.answer
    assert "费春妮" in ask("面点师冠军呢", turns=["技能比武钳工第一名是谁"]).answer


def test_what_is_added_with_a_but_belongs_to_the_yes(ask: Ask) -> None:
    answer = ask("外县病人可以挂号吗").answer
    assert answer.startswith(("能", "可以", "是")) and "不享受医保直接结算" in answer
