"""Places of bulletins, for linking: public ones by their own names, towns and what lies in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.catalogue import Catalogue
from index.catalogue.places import is_place
from index.library import Library
from index.records import Batch, ProjectRow

PAGE = """\
竹溪日报
2023年5月12日 星期五 第1203期

竹溪县举行春季招聘会

本报讯（记者 谷雨）5月9日，竹溪县春季招聘会在青石镇滨河路12号文化广场举行。县长沈白露到场巡看。

竹溪县领导走访困难群众

本报讯（记者 谷雨）5月10日，县长沈白露来到白鹭镇槐荫小区，看望困难职工韩大有，询问就医情况。
"""


def test_a_place_and_the_town_it_lies_in() -> None:
    catalogue = Catalogue(
        [("b", None, ProjectRow("甲项目", district="竹溪县", place="清泉镇"))],
        [("c", None, Batch(place="竹溪会展中心", district="竹溪县"))],
        places=[("青石镇文化广场", "竹溪县", "a"), ("青石镇文化广场", "竹溪县", "d"), ("青石镇", None, "b")],
    )
    found = {place.name: place for place in catalogue.places}
    assert set(found) == {"青石镇文化广场", "青石镇", "文化广场", "清泉镇", "竹溪会展中心"}
    assert found["青石镇"].articles == ("a", "d", "b")
    assert found["青石镇"].districts == ("竹溪县",)


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("滨河路", True), ("人民路12号", True), ("槐荫小区", True), ("全镇", False), ("施工现场", False), ("各社区", False),
        ("中山街道等3个街道", False), ("路", False), ("政务服务网站", False),
    ],
)  # fmt: skip
def test_only_names_of_their_own_are_places(name: str, fits: bool) -> None:
    assert is_place(name) is fits


def test_homes_of_private_persons_are_no_places_of_the_library(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    with Library.open(tmp_path / "page.db", create=True) as library:
        library.add([file])
        names = {place.name for place in library.places()}
        assert "青石镇" in names
        assert not any("槐荫" in name for name in names)


def test_a_place_that_is_misspelt_is_repaired(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    with Library.open(tmp_path / "page.db", create=True) as library:
        library.add([file])
        assert ("青时镇", "青石镇") in library.ask("青时镇办了什么会").repaired
