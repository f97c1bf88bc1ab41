"""What people say and pages print another way: buses, trains and roads; and no more than is printed."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
洛川县交通出行 2024年1月22日

春运期间客运班线加密

本报讯（记者 唐果）春运自1月26日至3月5日，共40天。县汽车客运站预计发送旅客18.6万人次，加开至省城的加班车12班，票价68元，比平时上浮20%，身高1.2米以下儿童免票。旅客可通过“洛川出行”公众号或窗口购票，提前15天售票，发车前2小时可退票，收取票面10%的手续费。末班车18:40发车。县客运站新增安检通道2条，严禁携带烟花爆竹。老弱病残孕旅客可拨打爱心服务电话3326677预约。

城南大桥限行

因桥面维修，2月1日起城南大桥禁止大货车通行，小型客车单向通行，行人和非机动车走东侧便道，大货车绕行环城北路。工期45天，由县公路段施工。违者罚款200元、记3分。

乡村公路硬化

柳沟村至县城公路拓宽改造完成，全长11.2公里，路面由4.5米拓宽至6.5米，投资1560万元，1月15日通车，车程由50分钟缩短至25分钟。

出租车运价调整

2月10日起，出租汽车起步价由5元调整为6元（3公里），超出部分每公里1.6元，22时至次日6时每公里加收0.3元。全县现有出租车310辆。的士司机拒载的，可拨打12328投诉。

交警提醒

1月以来，县交警大队查处酒驾42起、醉驾9起。1月18日晚，108国道发生一起小客车与货车相撞事故，造成2人受伤，伤者已送县医院救治。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("春运哪天开始", ["1月26日"]),
        ("去省城的大巴多少钱", ["68元"]),
        ("加了几班去省城的车", ["12班"]),
        ("多高的娃不要票", ["1.2米"]),
        ("车票能提前几天买", ["15天"]),
        ("末班车几点", ["18:40"]),
        ("不能带啥", ["烟花爆竹"]),
        ("腿脚不便的打哪个电话", ["3326677"]),
        ("大车从哪绕", ["环城北路"]),
        ("柳沟村的路修了多长", ["11.2公里"]),
        ("柳沟村那条路哪天通的车", ["1月15日"]),
        ("修柳沟的路花了多少钱", ["1560万"]),
        ("打的起步多少钱", ["6元"]),
        ("全县多少辆的士", ["310辆"]),
        ("的哥不拉人打哪个电话", ["12328"]),
        ("抓了多少酒驾", ["42起"]),
        ("撞车伤了几个人", ["2人"]),
    ],
)
def test_spoken_words_find_what_is_printed_for_them(ask: Ask, question: str, words: list[str]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "去北京的大巴多少钱",
        "城南大桥花多少钱修",
        "柳沟村有多少人",
    ],
)
def test_what_is_near_but_not_printed_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
