"""A round of visits: each stop by its number, and what the stops are together."""

from __future__ import annotations

from index.extraction import extract
from index.records import Fact
from tests.extraction.pages import article_of

HOMES = (
    "中秋前夕，澄河区委书记罗一鸣看望慰问困难群众和退役军人。\n"
    "罗一鸣一行首先来到柳湾镇河堤路12号院，看望慰问退役军人韩大有一家。\n"
    "在东港街道困难群众钱多福家中，罗一鸣仔细询问了收入情况。\n"
    "随后，罗一鸣来到北岭街道槐荫小区困难职工孙秀英家中，送上慰问金。"
)
FIRMS = (
    "5月9日，澄河区区长沈白露调研工业经济运行情况。\n"
    "沈白露首先来到云舟轴承有限公司，察看生产线。\n"
    "随后，沈白露走进华岳纺织产业园，询问用工情况。"
)


def facts(body: str) -> list[Fact]:
    return list(extract(article_of(body)).facts)


def test_every_stop_of_a_round_is_a_place_by_its_number() -> None:
    stops = {f.subject: f for f in facts(HOMES) if "站" in f.subject}
    assert [stops[f"慰问第{n}站"].value for n in "一二三"] == [
        "柳湾镇河堤路12号院", "东港街道困难群众钱多福家", "北岭街道槐荫小区困难职工孙秀英家",
    ]  # fmt: skip
    assert all(one.private for one in stops.values())


def test_what_the_stops_are_together_is_derived() -> None:
    derived = {f.attribute: f for f in facts(HOMES) if f.derived}
    assert derived["走访户数"].value == "3户"
    assert derived["涉及街道乡镇"].value == "柳湾镇、东港街道、北岭街道"


def test_firms_that_were_visited_are_public_and_no_homes() -> None:
    found = facts(FIRMS)
    stops = {f.subject: f for f in found if "站" in f.subject}
    assert stops["调研第一站"].value == "云舟轴承有限公司"
    assert stops["调研第二站"].value == "华岳纺织产业园"
    assert not any(one.private for one in stops.values())
    assert not any(f.derived for f in found)


def test_one_visit_is_no_round() -> None:
    assert not any("站" in f.subject for f in facts("5月9日，区长沈白露来到柳湾小学检查食堂。"))


def test_names_beside_each_other_are_stops_in_their_order() -> None:
    body = "5月9日，区长沈白露先后来到柳湾小学、东港中学、北岭幼儿园检查食堂。"
    stops = {f.subject: f.value for f in facts(body) if "站" in f.subject}
    assert list(stops.values()) == ["柳湾小学", "东港中学", "北岭幼儿园"]
