"""What concerns private persons is marked at extraction; what concerns the public is not."""

from __future__ import annotations

import pytest

from index.extraction import extract
from index.records import Fact
from tests.extraction.pages import article_of

VISIT = (
    "区长罗一鸣来到东港街道柳荫小区3号楼，看望困难群众韩大有，详细询问他的就医用药、家庭收入等情况。\n"
    "今年82岁的困难党员钱多福患有肺病。他家住北岭路16号院，每月低保金560元。\n"
    "罗一鸣要求，全区要为1260户困难家庭送去慰问金63万元。"
)


def facts() -> list[Fact]:
    return list(extract(article_of(VISIT)).facts)


@pytest.mark.parametrize("value", ["82岁", "560元", "困难群众"])
def test_ages_incomes_and_what_people_are_called_are_private(value: str) -> None:
    found = [fact for fact in facts() if fact.value == value]
    assert found and all(fact.private for fact in found if fact.kind not in ("person",)), found


def test_addresses_and_illnesses_are_private() -> None:
    private = {fact.value for fact in facts() if fact.private}
    assert any("柳荫小区" in value for value in private)
    assert any("北岭路16号院" in value for value in private)
    assert any("就医用药" in value for value in private)


@pytest.mark.parametrize("value", ["1260户", "63万元"])
def test_what_was_done_for_all_is_public(value: str) -> None:
    assert [fact.private for fact in facts() if fact.value == value] == [False]


def test_office_holders_are_public() -> None:
    found = [fact for fact in facts() if fact.value == "罗一鸣"]
    assert found and not any(fact.private for fact in found)


def test_the_place_of_an_event_is_public() -> None:
    body = "5月9日，柳湾镇在人民路12号文化广场举行招聘会，提供岗位860个，最高月工资9000元。"
    assert not any(fact.private for fact in extract(article_of(body)).facts)
