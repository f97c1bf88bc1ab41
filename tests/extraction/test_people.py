"""People: names, offices, who is private."""

from __future__ import annotations

from index.extraction import extract
from index.extraction.words.people import find_people, mentions, name_at
from index.extraction.words.sentences import split_sentences
from index.ingest import read_text
from tests.extraction.conftest import Maker


def test_the_office_in_front_of_a_name_is_kept_whole() -> None:
    (mention,) = mentions("区委常委、组织部部长、区直工委书记秦岚出席会议。")
    assert (mention.name, mention.office) == ("秦岚", "区委常委、组织部部长、区直工委书记")


def test_who_is_learning_is_named_by_that_role() -> None:
    text = "区里举行插秧节\n\n本报讯（记者 税小雨 实习生 贝宁）5月5日，区里举行插秧节，120名农民参加。\n"
    article = next(one for one in read_text(text, "x.txt").articles if one.kind == "news")
    signed = {fact.attribute: fact.value for fact in extract(article).facts if fact.kind == "author"}
    assert signed == {"记者": "税小雨", "实习生": "贝宁"}


def test_what_stands_behind_decides_how_long_a_name_is() -> None:
    assert name_at("高远参加活动", 0) == "高远"
    assert name_at("高远航参加活动", 0) == "高远航"
    assert name_at("欧阳明远主持会议", 0) == "欧阳明远"


def test_an_everyday_word_is_no_name() -> None:
    assert not mentions("时刻关注困难群众冷暖。")


def test_people_without_office_are_private(article: Maker) -> None:
    page = article("镇长罗一鸣来到困难群众韩大有家中，送去棉被。")
    people = {p.name: p for p in find_people(page, split_sentences(page))}
    assert people["罗一鸣"].office == "镇长"
    assert not people["罗一鸣"].private
    assert people["韩大有"].private
    assert people["韩大有"].identity == "困难群众"


def test_a_person_introduced_once_is_found_again_by_name(article: Maker) -> None:
    page = article("副县长沈白露主持推进会。", "沈白露强调，要抢抓工期。")
    found = [p for p in find_people(page, split_sentences(page)) if p.name == "沈白露"]
    assert [p.office for p in found] == ["副县长", "副县长"]
    assert found[0].roles == ("主持",)


def test_an_appointment_names_the_new_office() -> None:
    found = {m.name: m.office for m in mentions("会议决定任命丁小舟为区教育局局长。")}
    assert found["丁小舟"] == "区教育局局长"
