"""Names of projects: how lists are cut, and which shorter names mean a project."""

from __future__ import annotations

import pytest

from index.extraction.programmes.aliases import aliases_of, core_name
from index.extraction.words.names import is_generic, is_name, split_names


def names(text: str, count: int | None = None) -> list[str]:
    return [text[a:b] for a, b in split_names(text, count)[0]]


def test_joints_inside_a_name_stay_closed_when_the_count_is_reached() -> None:
    text = "滨河中学校区项目、石桥水库加固提升及灌区分洪工程项目"
    assert names(text, 2) == ["滨河中学校区项目", "石桥水库加固提升及灌区分洪工程项目"]


def test_the_joint_behind_a_project_is_opened_first() -> None:
    text = "甲路改造项目、滨河中学校区项目及石桥水库加固提升及灌区分洪工程项目"
    assert names(text, 3) == ["甲路改造项目", "滨河中学校区项目", "石桥水库加固提升及灌区分洪工程项目"]


def test_pieces_without_an_ending_belong_to_the_next_name() -> None:
    assert names("道路照明、排水一体化项目、第三小学", 2) == ["道路照明、排水一体化项目", "第三小学"]


def test_brackets_and_quotation_marks_stay_whole() -> None:
    assert names("老旧小区改造（一期、二期）、“双创”产业园（A、B区）") == [
        "老旧小区改造（一期、二期）",
        "“双创”产业园（A、B区）",
    ]


@pytest.mark.parametrize(
    "text",
    ["甲水厂工程、乙大桥工程等", "甲水厂工程、乙大桥工程等9个项目", "甲水厂工程、乙大桥工程等一批重点项目"],
)
def test_an_open_list(text: str) -> None:
    spans, is_open = split_names(text, None)
    assert is_open and [text[a:b] for a, b in spans] == ["甲水厂工程", "乙大桥工程"]


def test_units_inside_a_name_do_not_open_a_list() -> None:
    assert split_names("西苑幼儿园等7所幼儿园建设项目", None)[1] is False


@pytest.mark.parametrize(
    "text", ["重点项目", "重大产业项目", "亿元以上签约项目", "基础设施项目", "民生工程", "10个省级重点项目"]
)
def test_descriptions_are_no_names(text: str) -> None:
    assert is_generic(text) or not is_name(text)


@pytest.mark.parametrize(
    ("name", "district", "short"),
    [
        ("泛锐云智项目", "中原区", {"泛锐云智", "泛锐"}),
        ("郑州外国语中学莲湖校区项目", "中原区", {"郑外", "莲湖校区", "郑外莲湖校区"}),
        ("中原区建设路第六小学", "中原区", {"建设路六小", "建设路第六小学"}),
        ("区第二人民医院迁建项目", "澄河区", {"二院", "第二人民医院"}),
        ("中原区2023年老旧小区改造项目", "中原区", {"旧改", "老旧小区改造"}),
        ("CCD Park锦艺奥特莱斯项目", "中原区", {"CCD Park", "CCD", "奥莱", "锦艺奥特莱斯"}),
        ("柳湾镇污水处理厂扩建及管网配套工程", "澄河区", {"柳湾镇污水厂", "柳湾镇污水处理厂"}),
        ("澄河半导体封装测试基地", "澄河区", {"澄河半导体封测基地"}),
        ("渡森服饰年产300万件服装智能化生产线建设项目", "中原区", {"渡森", "渡森服饰", "渡森生产线"}),
        ("西京花园幼儿园等7所幼儿园建设项目", "中原区", {"西京花园幼儿园", "7所幼儿园"}),
        ("老旧小区改造（二期）", "澄河区", {"老旧小区改造", "旧改"}),
        ("郑州国棉三厂特色历史文化街区综合改造项目", "中原区", {"国棉三厂", "国棉三厂改造"}),
    ],
)
def test_short_forms(name: str, district: str, short: set[str]) -> None:
    assert short <= set(aliases_of(name, district))


@pytest.mark.parametrize(
    ("name", "district"),
    [
        ("中原区医疗产业园", "中原区"),
        ("澄河区建设路改造项目", "澄河区"),
        ("东方新城项目", "澄河区"),
        ("中原区第一小学", "中原区"),
        ("实验小学城南校区", "澄河区"),
    ],
)
def test_common_words_and_places_are_no_aliases(name: str, district: str) -> None:
    found = set(aliases_of(name, district))
    assert not found & {
        "医疗产业园区",
        "建设路",
        "东方",
        "新城",
        "第一小学",
        "中原",
        "中原区",
        "澄河",
        "澄河区",
        "项目",
        "产业园",
        "实验",
        "实验小学",
    }


def test_aliases_are_shorter_and_ordered() -> None:
    found = aliases_of("河南昱峰医疗科技产业园", "中原区")
    assert list(found) == sorted(found, key=lambda one: (-len(one), one))
    assert "河南昱峰医疗科技产业园" not in found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("博恩精密部件项目（外资）", "博恩精密部件项目", True),
        ("澄河区第三中学迁建项目", "区第三中学迁建工程", True),
        ("“智慧谷”产业园", "智慧谷产业园", True),
        ("ＣＣＤ Park项目", "CCDPark项目", True),
        ("老旧小区改造（一期）", "老旧小区改造（二期）", False),
        ("滨河路改造项目", "滨江路改造项目", False),
    ],
)
def test_what_is_the_same_project(one: str, other: str, same: bool) -> None:
    assert (core_name(one, "澄河区") == core_name(other, "澄河区")) is same
