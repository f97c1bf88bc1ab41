"""Tables of prices of this week and the last, and values that stand near and are not the asked ones."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
桐河县农业信息
2024年11月11日 星期一 第45期

一周菜价：叶菜回落 蛋价持平

本报讯 11月10日，县价格监测中心公布一周菜价，蔬菜批发均价每公斤4.10元，环比下跌3.2%。跌幅最大的是菠菜。

桐河县主要副食品批发价格表（单位：元/公斤）
品种\t本周\t上周\t环比\t产地/市场
菠菜\t3.60\t4.50\t-20.0%\t城南批发市场
土豆\t2.40\t2.30\t+4.3%\t城南批发市场
鸡蛋\t9.20\t9.20\t持平\t桥北市场

汛情通报

本报讯 11月9日，桐河水位达到峰值31.20米，超警戒水位0.70米。全县已建成充电桩320个，年底要达到500个。副县长甘泉现场拍板：施工便道由县公路段11月20日前修通。

公租房配租

本报讯 全县共有260户家庭申请公租房，低保家庭30户优先配租，不参加摇号。改进夹具后，一道工序从50分钟缩到18分钟。

县体育馆开放

本报讯 县体育馆开放时间为每天8:00—21:00，周二闭馆。个人占道经营的，处100元以上500元以下罚款。全县三期工程中，一期年产水泥3万吨，二期年产水泥5万吨。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("菠菜现在批发多少钱一公斤", "3.60元"),
        ("土豆这周多少钱", "2.40元"),
        ("上周土豆批发价多少", "2.30元"),
        ("鸡蛋涨价了没有", "没有"),
        ("土豆涨了吗", "是，土豆环比+4.3%"),
        ("菠菜涨了没", "没有，菠菜环比-20.0%"),
        ("菠菜降了吗", "是，菠菜环比-20.0%"),
        ("菠菜比上周便宜了多少", "0.9元"),
        ("鸡蛋在哪个市场卖", "桥北市场"),
        ("什么菜跌得最狠", "菠菜"),
        ("到年底充电桩要有多少个", "500个"),
        ("施工便道归谁修", "县公路段"),
        ("工序缩到几分钟了", "18分钟"),
        ("星期二去体育馆开门吗", "周二闭馆"),
        ("个人占道经营最多罚多少", "500元"),
        ("个人占道经营最少罚多少", "100元"),
        ("水位超警戒多少米", "0.70米"),
        ("桐河的警戒水位是多少米", "30.5米"),
    ],
)
def test_the_asked_value_is_told(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer


def test_the_next_row_is_asked_in_the_same_column(ask: Ask) -> None:
    assert "2.40元" in ask("那土豆呢", turns=["菠菜这周多少钱一公斤"]).answer


@pytest.mark.parametrize(
    "question",
    [
        "黄瓜多少钱一公斤",
        "去年菠菜多少钱",
        "桐河的保证水位是多少米",
        "要参加摇号的有多少户",
        "菠菜一公斤比上周少卖多少钱的百分比是谁算的",
        "两期全建好一年能产多少水泥",
    ],
)
def test_what_stands_near_is_not_told_for_it(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status != "answered" or "推算" in (answer.detail or "")
