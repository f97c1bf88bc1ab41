"""Whom somebody visited and who went along, which meeting it was, where a thing lies, and follow-ups about these."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
青禾县融媒体
2025年1月20日 星期一 第98期

罗望川走访慰问困难群众
本报讯 1月18日，县委书记罗望川带着年货走进城关街道，慰问困难群众和老党员。一同走访的有县委常委、统战部部长沈约。

在城关街道困难职工郝志高家中，罗望川问起看病用药的情况。随后，罗望川来到河东社区，看望仍在清扫街面的环卫工人彭桂英。在92岁的离休干部谷雨亭家中，罗望川听老人讲往事。

罗望川检查春运工作
本报讯 1月19日，县委书记罗望川到汽车北站检查春运工作。县委常委、政法委书记翁同舟，副县长冉青参加。

青禾县第一季度工业项目推进会召开
本报讯 1月17日，青禾县第一季度工业项目推进会在县会议中心召开。县委书记罗望川出席并讲话，副县长冉青主持。

县中医院迁建项目封顶
本报讯 1月16日，县中医院迁建项目封顶。项目位于城东新区青禾大道与书院路交叉口，占地72亩，总投资3.4亿元，由青禾建工集团负责承建。
当天上午10时36分，轻云大桥主桥合龙。
轻云无人机制造中心，投资2.2亿元，位于河西工业区。

公共租赁住房申请指南
一、申请时间：2月10日至2月28日。
二、受理窗口：县政务大厅二楼A12窗口。现场咨询地点为县住建局三楼309室。
三、咨询电话：0371-60001234。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("罗望川看望了谁", ("郝志高", "彭桂英", "谷雨亭")),
        ("罗望川在河东社区看了谁", ("彭桂英",)),
        ("罗望川慰问的困难职工叫什么", ("郝志高",)),
        ("罗望川看的那个92岁老干部叫啥", ("谷雨亭",)),
        ("和罗望川一起走访的有谁", ("沈约",)),
        ("谁跟罗望川去慰问的", ("沈约",)),
        ("陪罗望川看春运的都有谁", ("翁同舟", "冉青")),
        ("冉青主持了什么会", ("工业项目推进会",)),
        ("罗望川出席了哪个会", ("工业项目推进会",)),
        ("中医院迁建项目在什么位置", ("青禾大道与书院路交叉口",)),
        ("轻云无人机位于哪里", ("河西工业区",)),
        ("轻云大桥啥时候合龙的", ("1月16日上午10时36分",)),
        ("公租房在哪个窗口办", ("二楼A12窗口",)),
        ("公租房现场咨询在哪里", ("县住建局三楼309室",)),
    ],
)
def test_told_of_just_them(ask: Ask, question: str, holds: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert all(name in answer.answer for name in holds), answer.answer
    assert not answer.answer.startswith(("的", "有"))


def test_those_who_went_along_were_not_visited(ask: Ask) -> None:
    assert "沈约" not in ask("罗望川看望了谁").answer


@pytest.mark.parametrize(
    "question", ["罗望川去海南看望了谁", "跟罗望川一起出国的有谁", "沈约主持了什么会", "轻云无人机的仓库在什么位置"]
)
def test_what_is_not_told_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("before", "question", "holds"),
    [
        ("轻云无人机投资多少", "它建在哪", "河西工业区"),
        ("公租房什么时候能申请", "在哪个窗口办", "A12窗口"),
        ("第八期签约几个项目", "工业项目推进会谁主持的", "冉青"),
    ],
)
def test_a_follow_up_keeps_what_it_means(ask: Ask, before: str, question: str, holds: str) -> None:
    assert holds in ask(question, turns=[before]).answer


def test_an_hour_is_told_without_its_day(ask: Ask) -> None:
    assert ask("轻云大桥几点合龙的").answer == "上午10时36分"


def test_a_deed_without_its_bearer_is_of_what_was_spoken_of(ask: Ask) -> None:
    assert ask("啥时候封顶", turns=["轻云无人机投资多少"]).status == "not_found"


SAMPLE = """\
松河区要闻
2024年2月6日

节前走访送温暖

本报讯 2月4日，松河区委书记严世安走进安居小区，先后慰问了退役军人，以及困难职工和群众。一同走访的有区委常委、统战部部长高文斌。

严世安先到桂花街道，看望烈士沈大山家属沈庆和一家。随后，他来到困难职工罗秀英家中。

关于调整9路公交线路的通告

因桂花街施工，自2月10日起，9路公交车临时绕行滨河路，取消桂花街站。
"""


def test_a_name_that_ends_like_a_conjunction_is_a_name(about: About) -> None:
    ask = about(SAMPLE)
    assert ask("严世安慰问了谁").answer == "沈庆和、罗秀英"
    assert "退役军人" in ask("区委书记慰问了谁").answer
    assert "高文斌" in ask("谁陪严世安去的").answer


def test_a_list_that_opens_within_a_phrase_is_none(about: About) -> None:
    assert not about(SAMPLE)("走访了哪几家").answer.startswith("的有")


def test_a_line_that_goes_round_has_been_moved(about: About) -> None:
    assert about(SAMPLE)("9路车改道了吗").answer.startswith("是")


EVENTS = """\
桥西区要闻
2024年1月22日

桥西区举行春节团拜会

本报讯 1月20日，桥西区春节团拜会由区委、区政府举办，各界代表欢聚一堂。过去一年，第二批项目集中签约仪式10月9日在云水文化园举行，签下项目18个。
"""


def test_where_one_event_was_is_not_where_another_was(about: About) -> None:
    ask = about(EVENTS)
    assert ask("春节团拜会在哪开的").status == "not_found"
    assert "云水文化园" in ask("集中签约仪式在哪举行的").answer
    assert ask("在哪开的", turns=["春节团拜会谁致辞"]).status == "not_found"
