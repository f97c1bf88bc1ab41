"""The item with the asked number: of 四项任务 the second, not all four, and not what is most of something."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """澄水区召开全年工作动员会
本报讯（记者 沈知远）2月6日，澄水区召开全年工作动员会。
去年在建的项目中，“续建一批”项目5个，总投资12亿元；“新开一批”项目9个，总投资31亿元。
区长何田提出，今年抓好四项任务。一是以河道治理为抓手，让水清起来。二是以老街改造为抓手，让夜市亮起来。三是以订单农业为抓手，让腰包鼓起来。四是以村小扩建为抓手，让孩子近起来。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("四项任务第二项是什么", "以老街改造为抓手，让夜市亮起来"),
        ("四项任务的第一项是什么", "以河道治理为抓手，让水清起来"),
        ("今年四项任务第三项是啥", "以订单农业为抓手，让腰包鼓起来"),
        ("第四项任务要做什么", "以村小扩建为抓手，让孩子近起来"),
    ],
)
def test_one_item_is_asked_for(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_the_list_is_still_told_whole(ask: Ask) -> None:
    told = ask("今年的四项任务是什么").answer
    assert all(one in told for one in ("河道治理", "老街改造", "订单农业", "村小扩建"))


THREAD = """澄水区召开动员会
本报讯（记者 沈知远）2月6日，澄水区召开动员会。会上，北塘办事处、滨江办事处，区水利局、区教育局等4个单位围绕“日日红、月月红”进行了发言。
“新开一批”项目3个，总投资9亿元。分别是：北塘水厂项目、滨江小学项目、老街改造项目。
"""


@pytest.mark.parametrize(
    ("earlier", "question", "answer"),
    [
        ("新开一批有哪些项目", "第二个是什么", "滨江小学项目"),
        ("新开一批有哪些项目", "那第三个呢", "老街改造项目"),
        ("发言的单位有哪些", "第二个是谁", "滨江办事处"),
        ("哪些单位发言了", "第四个叫什么", "区教育局"),
    ],
)
def test_one_of_those_just_listed_is_told(about: About, earlier: str, question: str, answer: str) -> None:
    assert about(THREAD)(question, turns=(earlier,)).answer == answer
