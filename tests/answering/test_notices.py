"""Notices of services: ways round, lines and stops, hours, water, what is allowed; and no more than is printed."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
青峦区便民信息
2024年8月20日 星期二 第312期

关于青年路改造期间停水和封路的通知

因青年路排水管网改造，现将有关事项通知如下：
（一）停水时间：8月26日20时至8月27日6时。停水范围：青年路、文峰巷、梨园小区南区。梨园小区北区水压会降低。
（二）青年路（文峰巷至东湖街段）8月25日起全封闭施工，工期40天，行人可走南侧便道。
（三）由西向东的车辆绕行东湖街、纺织路，由东向西的车辆绕行人民路；载重8吨以上货车禁止驶入。
（四）公交5路、12路临时改道，取消“文峰巷”“青年路中段”两站，增设“纺织路东口”站。
停水期间，应急供水车在文峰巷口送水，送水时间为8月27日7时至9时。
青峦区住建局
2024年8月18日

关于调整城区公交线路的公告

自2024年9月1日起，对部分线路作如下调整：
1.9路：起点由老汽车站迁移至高铁南站，终点仍为植物园，首末班6:20—21:00，票价2元。
2.16路：取消“麻纺厂”站，增设“区妇幼保健院”站。
3.开通K3路：由高铁南站发往云岭景区，途经植物园、青峦大学，每30分钟一班，票价3元。
原27路自同日起停运，乘客可改乘9路。
青峦区公交公司
2024年8月16日

青峦区老年食堂开餐

本报讯（记者 贺晚）8月16日，城东街道桂花社区老年食堂开业。食堂供应早餐和午餐，早餐时间为6:30至8:30，午餐时间为11:00至13:00。

青峦湿地公园游园须知

公园每天6:00至20:00免费开放，禁止携带宠物入园，禁止垂钓和野炊。
青峦区公园管理处
2024年8月10日

青峦区便民服务中心“周六不打烊”

区便民服务中心自9月7日起周六8:30—11:30照常受理，社保、医保、不动产登记3类窗口开放。
中心地址为望江路18号，不动产登记在2层，税务在3层B区。乘2路、15路公交车到“政务中心”站下车。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("从西往东开怎么绕", ("东湖街、纺织路",)),
        ("东往西的车走哪儿绕", ("人民路",)),
        ("9路改成从哪发车", ("高铁南站",)),
        ("K3路从哪发车", ("高铁南站",)),
        ("16路取消了哪一站", ("麻纺厂",)),
        ("5路取消了哪几站", ("文峰巷", "青年路中段")),
        ("16路加了哪个站", ("区妇幼保健院",)),
        ("去云岭景区坐哪路车", ("K3路",)),
        ("坐几路车能到政务中心", ("2路、15路",)),
        ("去云岭景区坐几路车，从哪儿发", ("K3路", "高铁南站")),
        ("27路还开不开了", ("不开", "27路自同日起停运")),
        ("食堂中午几点开饭", ("11:00至13:00",)),
        ("老年食堂早上几点开饭", ("6:30至8:30",)),
        ("梨园小区南区几点停水", ("8月26日20时至8月27日6时",)),
        ("文峰巷什么时候停水", ("8月26日20时至8月27日6时",)),
        ("几点送水", ("8月27日7时至9时",)),
        ("青年路走路能过不", ("能", "南侧便道")),
        ("大货车能走青年路不", ("不能", "8吨以上")),
        ("能带狗进公园吗", ("不能", "禁止携带宠物")),
        ("湿地公园能遛狗不", ("不能", "宠物")),
        ("湿地公园能钓鱼吗", ("不能", "禁止垂钓")),
        ("办税在便民中心几楼", ("3层",)),
    ],
)
def test_a_notice_answers_as_people_ask(ask: Ask, question: str, holds: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in holds), answer.answer


def test_the_other_direction_is_not_told(ask: Ask) -> None:
    assert "纺织路" not in ask("由东向西怎么绕").answer


def test_walking_is_asked_of_the_road_just_named(ask: Ask) -> None:
    answer = ask("走路能过不", turns=["青年路哪天开始封"])
    assert answer.kind == "yesno"
    assert "便道" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "南往北怎么绕",  # another direction
        "16路改成从哪发车",  # its stops change, not its start
        "9路还开吗",  # another line stops
        "老年食堂晚上几点开饭",  # no supper
        "梨园小区北区几点停水",  # only the pressure falls
        "梨园小区几点停电",  # water is off, not power
    ],
)
def test_what_a_notice_does_not_print_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
