"""Measuring rows against expected files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.evaluation.facts import same_value
from index.evaluation.reading import read_expected
from index.evaluation.rows import Score, bulletin_of, expected_batch, expected_project


def test_a_score_counts_what_agrees() -> None:
    score = Score()
    score.add([("a",), ("b",)], [("b",), ("c",), ("d",)])
    assert (score.precision, round(score.recall, 3)) == (0.5, 0.333)
    assert (score.extra, score.missing) == ([("a",)], [("c",), ("d",)])
    assert Score().precision == Score().recall == 1.0


def test_expected_files_of_both_kinds() -> None:
    row = expected_project(
        {"name": "甲水厂", "investments": [{"kind": "总投资", "value": 3, "unit": "亿元"}]}
    )
    assert (row.investments[0].value, row.investments[0].unit, row.investments[0].currency) == (
        3.0,
        "亿",
        "元",
    )
    batch = expected_batch({"count": 5, "total_yi": 2, "rate": {"name": "开工率", "value": 100}})
    assert (batch.total, batch.rates[0].value) == (2.0, 100.0)


def test_the_bulletin_lies_beside_the_expected_file(tmp_path: Path) -> None:
    (tmp_path / "bulletins").mkdir()
    (tmp_path / "bulletins" / "a.txt").write_text("x", encoding="utf-8")
    assert bulletin_of(tmp_path / "expected" / "a.json", {}).name == "a.txt"
    with pytest.raises(FileNotFoundError, match="no bulletin b"):
        bulletin_of(tmp_path / "expected" / "b.json", {})


def test_reading_is_measured_by_kind(tmp_path: Path) -> None:
    (tmp_path / "bulletins").mkdir()
    (tmp_path / "bulletins" / "a.txt").write_text(
        "临江县两个项目签约\n\n本报讯 4月2日，临江县签约项目2个，总投资9亿元，分别是："
        "华岳轴承制造项目、云河水库工程。\n",
        encoding="utf-8",
    )
    expected = {
        "projects": [{"name": "华岳轴承制造项目", "stage": "签约"}, {"name": "缺少的项目"}],
        "batches": [],
        "facts": [
            {
                "subject": "签约项目",
                "attribute": "总投资",
                "value": "9亿元",
                "quote": "签约项目2个，总投资9亿元",
            },
            {"subject": "签约项目", "attribute": "总投资", "value": "7亿元"},
            {"subject": "云河水库工程", "attribute": "总投资", "value": "9亿元"},
        ],
    }
    (tmp_path / "a.json").write_text(json.dumps(expected), encoding="utf-8")
    found = read_expected([tmp_path / "a.json"])
    assert (found.rows["names"].right, found.rows["names"].expected) == (1, 2)
    money = found.facts["money"]
    assert (money.expected, money.valued, money.right) == (3, 2, 1)
    assert [one.value for _, one in found.missed] == ["7亿元", "9亿元"]
    assert "缺少 a：云河水库工程｜总投资｜9亿元" in found.as_text(misses=True)
    assert found.as_json()["facts"]["all"]["recall"] == 0.3333


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("3600元", "3600元", True), ("不低于3600元", "3600元", True), ("3600元", "36元", False),
        ("甲镇、乙乡", "甲镇和乙乡", True), ("甲镇、乙乡", "甲镇、丙乡", False), ("下降1.8%", "1.8%", True),
    ],
)  # fmt: skip
def test_values_are_the_same_where_their_figures_are(expected: str, found: str, same: bool) -> None:
    assert same_value(expected, found) is same
