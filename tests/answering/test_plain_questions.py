"""Plain questions as people type them: lines, prices for a ride, what is wrong, places told in a row, totals of two."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
栗坪县报
2025年6月12日　星期四

县中医院新院区7月1日开诊

本报讯 县中医院新院区位于城北大道，设床位500张；老院区位于文昌街，设床位160张。到新院区可乘5路、18路公交车。开诊后，新院区每周一有专家坐诊。

【公交】两条线路调整

5路：终点延伸至县中医院新院区，末班车由19:30延至20:30；
另新开通21路，由火车站开往石林，全程9公里，首末班6:10、21:30，票价2元。

配建停车位摇号

本报讯 摇号定于6月20日上午10:00在县文化馆举行，参加摇号的家庭无须到现场。摇号结果在县住建局网站查询。

食堂检查

本报讯 6月5日，县市场监管局检查学校食堂。南门小学留样记录不全，杏林中学冰箱温度不达标，2所学校须限期整改。望江中学食堂全部合格。造谣者龚某被公安机关处以行政拘留7日。

项目亮分

本报讯 单个项目投资最大的是锂源隔膜项目。该项目投资8.4亿元，占地120亩。经打分，县高新区以94.2分获第一名，双桥镇以92.7分获第二名，南溪街道以90.1分获第三名。

水价不变

本报讯 居民用水第一阶梯价格仍为每立方米1.95元。快递员申大壮在南溪桥下先后救起两名落水儿童。

招考

本报讯 公开招聘社区工作者30名，持有社会工作者证书的笔试加3分，笔试占60%。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("去中医院新院区坐几路车", "5路、18路"),
        ("5路末班车改到几点了", "20:30"),
        ("21路坐一次多少钱", "2元"),
        ("摇号在哪里进行", "县文化馆"),
        ("杏林中学食堂出了什么问题", "杏林中学冰箱温度不达标"),
        ("南门小学有什么问题", "留样记录不全"),
        ("造谣的人怎么处理的", "拘留7日"),
        ("打分前三名是哪几个单位", "县高新区、双桥镇、南溪街道"),
        ("打分第二名是哪个镇", "双桥镇"),
        ("锂源隔膜项目投资多少", "8.4亿元"),
        ("第一阶梯水价一吨多少", "1.95元"),
        ("申大壮救了几个小孩", "两名"),
    ],
)
def test_what_is_asked_in_plain_words_is_found(ask: Ask, question: str, words: str) -> None:
    found = ask(question)
    assert (found.status, words in found.answer) == ("answered", True), found.answer


@pytest.mark.parametrize(
    "question",
    [
        "去老院区坐几路车",
        "18路坐一次多少钱",
        "望江中学食堂出了什么问题",
        "社区工作者笔试考什么内容",
        "打分第四名是谁",
        "第二阶梯水价一吨多少",
        "中医院两个院区一共多少张床",
    ],
)
def test_what_is_not_printed_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
