"""The first sentence of a text says where and when it happens; what follows tells of the same without naming it."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
棠梨会迎来八方客

本报讯（记者 云岫）4月12日，白枫县第六届棠梨会在鹤溪乡开幕，来自周边的游客早早赶到。会期半个月，期间安排采摘、垂钓、民歌会等活动，共有摊位86个。

竹筏漂流每人每次65元，老人和军人免票。停车场不收费，民歌会免费观看。从3月1日起修建的观景长廊长420米。

云水镇组织舞龙队前来表演，舞龙队有队员38人。

老街修好迎客

本报讯 历时一年，白枫县城关镇染坊巷修缮工程日前完工，将于5月1日开放。改造后家家通上了天然气，铺设石板2600平方米，沿街设茶馆7家。讲解员每天讲解4场，免费听讲。

市场开业

本报讯 柳河村、榆树村农贸市场6月3日开业。市场有摊位52个，免费停车。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("鹤溪乡竹筏漂流每人多少钱", "65元"),
        ("在鹤溪乡坐一回竹筏漂流要多少钱", "65元"),
        ("鹤溪乡的观景长廊有多长", "420米"),
        ("鹤溪乡看民歌会要不要钱", "免费"),
        ("染坊巷修缮铺了多少石板", "2600平方米"),
        ("染坊巷的讲解是免费的吗", "免费"),
        ("染坊巷有几家茶馆", "7家"),
        ("四月份白枫的棠梨会有多少个摊位", "86个"),
    ],
)
def test_what_follows_is_told_of_the_place_and_the_month(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer


@pytest.mark.parametrize(
    "question",
    ["鹤溪乡舞龙队有多少人", "鹤溪乡的观景长廊花了多少钱", "云水镇竹筏漂流每人多少钱", "三月份棠梨会有多少个摊位"],
)
def test_another_place_or_month_is_told_of_nothing(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
