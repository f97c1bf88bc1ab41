"""One project through several bulletins."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from index.catalogue import Catalogue, project_key
from index.catalogue.offices import holds
from index.records import Batch, Investment, Person, ProjectRow

ROW = ProjectRow(
    "云舟冷链物流中心项目",
    ("云舟冷链", "云舟"),
    "三个一批",
    5,
    "签约",
    "澄河区",
    investments=(Investment("总投资", 3.2, "亿"),),
)


def story() -> Catalogue:
    return Catalogue([
        ("c", "2024-06-20", replace(ROW, name="云舟冷链物流中心", stage="投产", period=7)),
        ("a", "2023-04-18", ROW),
        ("b", "2023-11-02", replace(ROW, name="澄河区云舟冷链物流中心项目（一批）", stage="开工", period=6)),
    ])  # fmt: skip


def test_sign_start_production_is_one_timeline() -> None:
    line = story().project(project_key("云舟冷链物流中心项目", "澄河区"))
    assert [found.article for found in line.rows] == ["a", "b", "c"]
    assert line.stages() == (("签约", "2023-04-18"), ("开工", "2023-11-02"), ("投产", "2024-06-20"))
    assert (line.stage, line.latest.article) == ("投产", "c")
    assert len(story()) == 1


def test_a_project_is_found_by_name_and_alias() -> None:
    catalogue = story()
    for name in ("云舟冷链物流中心", "云舟", "云舟冷链", "云 舟"):
        assert [line.key for line in catalogue.find(name)] == ["澄河区/云舟冷链物流中心"]
    assert catalogue.find("泛锐") == ()


def test_the_same_name_in_two_districts_is_two_projects() -> None:
    catalogue = Catalogue([("a", None, ROW), ("b", None, replace(ROW, district="东湖区"))])
    assert len(catalogue.find("云舟")) == 2
    assert [line.key for line in catalogue.find("云舟", "东湖区")] == ["东湖区/云舟冷链物流中心"]
    assert catalogue.districts == ("东湖区", "澄河区")
    assert catalogue.conflicts() == ()


def test_two_bulletins_that_disagree_keep_both_figures() -> None:
    other = replace(ROW, investments=(Investment("总投资", 35000, "万"),))
    (conflict,) = Catalogue([("b", "2024-01-05", other), ("a", "2023-04-18", ROW)]).conflicts()
    assert [(v.value, v.article, v.date) for v in conflict.versions] == [
        ("3.2亿元", "a", "2023-04-18"), ("35000万元", "b", "2024-01-05"),
    ]  # fmt: skip
    assert (
        conflict.message
        == "云舟冷链物流中心项目的总投资说法不一：2023-04-18写3.2亿元，2024-01-05写35000万元。"
    )
    assert conflict.flag().kind == "source_conflict"


def test_the_same_amount_in_another_unit_is_no_conflict() -> None:
    other = replace(ROW, investments=(Investment("总投资", 32000, "万"), Investment("累计完成投资", 1, "亿")))
    later = replace(ROW, investments=(Investment("累计完成投资", 2, "亿"),))
    assert (
        Catalogue(
            [("a", "2023-04-18", ROW), ("b", "2024-01-05", other), ("c", "2024-03-05", later)]
        ).conflicts()
        == ()
    )


def test_production_before_signing_is_shown() -> None:
    rows = [("a", "2023-04-18", replace(ROW, stage="投产")), ("b", "2024-01-05", replace(ROW, stage="签约"))]
    assert [one.attribute for one in Catalogue(rows).conflicts()] == ["阶段先后"]


def batch(period: int | str | None, **changes: object) -> Batch:
    return replace(Batch("三个一批", period, "合计", "澄河区", count=10, total=20.0), **changes)  # type: ignore[arg-type]


def test_periods_and_the_latest_one() -> None:
    catalogue = Catalogue(batches=[
        ("b", "2023-11-02", batch(7)), ("b", "2023-11-02", batch(6)), ("b", "2023-11-02", batch("1-5")),
        ("a", "2023-04-18", batch(5)), ("c", "2024-04-18", batch("2024年二季度", programme="集中开工")),
        ("c", "2024-04-18", batch("2023年二季度", programme="集中开工", event="去年同期")),
    ])  # fmt: skip
    assert catalogue.periods("三个一批", "澄河区") == (5, 6, 7)
    assert catalogue.latest_period("三个一批", "澄河区") == 7
    assert catalogue.latest_period() == "2024年二季度"
    assert (
        catalogue.periods("三个一批", "东湖区") == ()
        and catalogue.latest_period("三个一批", "东湖区") is None
    )
    assert [found.article for found in catalogue.batches("三个一批", period=6)] == ["b"]
    assert catalogue.programmes == ("三个一批", "集中开工")


def test_batches_that_disagree() -> None:
    catalogue = Catalogue(batches=[("a", "2023-04-18", batch(5)), ("b", "2023-05-02", batch(5, count=11))])
    (conflict,) = catalogue.conflicts()
    assert conflict.attribute == "项目数" and [v.value for v in conflict.versions] == ["10个", "11个"]


def test_a_derived_total_contradicts_nobody() -> None:
    catalogue = Catalogue(
        batches=[("a", "2023-04-18", batch(5)), ("b", "2023-05-02", batch(5, total=21.0, derived=True))]
    )
    assert catalogue.conflicts() == ()


@pytest.mark.parametrize(
    ("title", "office", "answer"),
    [
        ("区委副书记、区长", "区长", True), ("副区长", "区长", False), ("区委常委、统战部部长", "统战部部长", True),
        ("中原区委书记", "区委书记", True), ("区委副书记", "区委书记", False), ("原县长", "县长", False),
    ],
)  # fmt: skip
def test_an_office_is_held_whole(title: str, office: str, answer: bool) -> None:
    assert holds(title, office) is answer


def test_the_holder_as_of_a_date() -> None:
    catalogue = Catalogue(people=[
        ("a", "2023-01-29", Person("邓英文", "区委副书记、区长")), ("b", "2024-03-01", Person("宋雅琴", "区长")),
        ("b", "2024-03-01", Person("鲁燕", "记者")),
    ])  # fmt: skip
    assert [one.name for one in catalogue.holders("区长")] == ["宋雅琴", "邓英文"]
    assert [one.name for one in catalogue.holders("区长", on="2023-12-31")] == ["邓英文"]


def test_an_unknown_project_has_no_timeline() -> None:
    with pytest.raises(KeyError):
        story().project("澄河区/没有")


def test_ten_thousand_projects_are_built_quickly() -> None:
    rows = [
        (f"a{n % 300}", "2024-01-01", replace(ROW, name=f"第{n}号桥梁工程", aliases=(f"{n}号桥",)))
        for n in range(10_000)
    ]
    start = time.perf_counter()
    catalogue = Catalogue(rows)
    assert catalogue.find("77号桥")[0].name == "第77号桥梁工程" and catalogue.conflicts() == ()
    assert time.perf_counter() - start < 5


def test_ground_and_floors_are_no_conflict() -> None:
    rows = [("a", "2023-04-18", replace(ROW, area="180亩")), ("b", "2024-01-05", replace(ROW, area="21.5万平方米"))]
    assert Catalogue(rows).conflicts() == ()
    rows = [("a", "2023-04-18", replace(ROW, area="180亩")), ("b", "2024-01-05", replace(ROW, area="210亩"))]
    assert [one.attribute for one in Catalogue(rows).conflicts()] == ["占地面积"]
