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


def private_of(line: str) -> dict[str, bool]:
    """Value → private, of the facts of a line behind a visit by an office holder."""
    facts = extract(article_of(f"区长罗一鸣走访困难群众。\n{line}")).facts
    return {fact.value: fact.private for fact in facts if fact.sentence}


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("70岁的村民周大娘家住柳湾镇河堤村3组，因脑梗住院花去医药费4.6万元。", ("70岁", "柳湾镇河堤村", "4.6万元")),
        ("李某，男，45岁，住澄河区北岭路16号院，因醉驾被处罚。", ("45岁", "澄河区北岭路16号院")),
        ("困难职工赵强患尿毒症多年，每周透析3次，家庭月收入不足2000元。", ("3次", "2000元")),
        ("居民孙秀英告诉记者，她的老伴瘫痪在床8年。", ("8年",)),
        ("“我今年83岁，耳朵不太好。”住在槐荫里5号楼的毛阿婆说。", ("83岁", "槐荫里5号楼")),
        ("退役军人韩大有今年58岁，现住东港街道。", ("58岁", "东港街道")),
        ("确诊病例2：张某某，男，35岁，现住云舟小区。", ("35岁", "云舟小区")),
    ],
)
def test_what_is_told_of_one_private_person_is_marked_however_it_is_told(line: str, values: tuple[str, ...]) -> None:
    found = private_of(line)
    assert all(found[value] for value in values), found


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("全区80岁以上老人1260名，每人每月补助560元。", "80岁"), ("年满18岁的村民均可报名。", "18岁"),
        ("8岁组冠军由柳湾小学队获得。", "8岁"), ("区政府位于人民路1号。", "人民路1号"),
    ],
)  # fmt: skip
def test_classes_of_age_and_public_places_are_public(line: str, value: str) -> None:
    assert private_of(line)[value] is False


def test_what_a_child_won_is_public_but_not_the_age() -> None:
    found = private_of("14岁的学生陈晨以两分之差夺得少年组冠军。")
    assert found["14岁"] is True
    assert not any(private for value, private in found.items() if "冠军" in value)


def test_the_number_of_a_card_is_private_wherever_it_stands() -> None:
    found = private_of("已登记的有残疾证、身份证号330102195001011234。")
    assert all(private for value, private in found.items() if "330102195001011234" in value)
