"""Several districts in one library: whose bulletins answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library

PAGES = {
    "east.txt": """东岭区报
2024年3月8日 星期五

东岭区一季度重点项目集中开工

本报讯 3月7日，东岭区一季度重点项目集中开工活动在沙河园举行，开工项目12个，总投资46.3亿元。区长林照宇出席活动。

记者 田野
""",
    "west.txt": """西泽县融媒
2024年3月9日 星期六

西泽县一季度重点项目集中开工

本报讯 3月8日，西泽县一季度重点项目集中开工活动在青云园举行，开工项目9个，总投资21.8亿元。县长万里晴出席活动。

记者 高原
""",
}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("districts")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Library.open(folder / "library.db", create=True) as library:
        library.add([folder / name for name in PAGES])
        yield library


def test_the_named_district_answers(two: Library) -> None:
    answer = two.ask("西泽县这次集中开工总投资多少")
    assert "21.8亿元" in answer.answer and "46.3" not in answer.answer


def test_without_a_name_the_person_chooses(two: Library) -> None:
    answer = two.ask("一季度集中开工项目有几个")
    assert answer.status == "ambiguous"
    assert len(answer.options) == 2
    assert two.ask(answer.options[0]).status == "answered"


@pytest.mark.parametrize(("district", "figure"), [("东岭区", "46.3亿元"), ("西泽县", "21.8亿元")])
def test_the_district_of_the_chat_answers_for_itself(two: Library, district: str, figure: str) -> None:
    assert figure in two.ask("这次集中开工总投资多少", district=district).answer


def test_a_district_named_before_stays_meant(two: Library) -> None:
    assert "9个" in two.ask("开工项目有几个", turns=["西泽县集中开工在哪举行的"], district="东岭区").answer


def test_the_other_district_is_no_answer_for_this_one(two: Library) -> None:
    answer = two.ask("集中开工活动在青云园举行的吗", district="东岭区")
    assert answer.status != "answered" or not answer.answer.startswith("是")


def test_a_person_only_the_other_district_knows_is_found(two: Library) -> None:
    answer = two.ask("万里晴是什么职务", district="东岭区")
    assert "县长" in answer.answer and answer.sources[0].title.startswith("西泽县")
