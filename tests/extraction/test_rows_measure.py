"""Measuring rows against expected files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.evaluation.rows import Score, bulletin_of, expected_batch, expected_project, main


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


def test_the_command_prints_a_line_a_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("index.ingest")
    (tmp_path / "bulletins").mkdir()
    (tmp_path / "bulletins" / "a.txt").write_text(
        "临江县两个项目签约\n\n本报讯 4月2日，临江县签约项目2个，总投资9亿元，分别是："
        "华岳轴承制造项目、云河水库工程。\n",
        encoding="utf-8",
    )
    (tmp_path / "a.json").write_text(
        json.dumps(
            {
                "projects": [{"name": "华岳轴承制造项目", "stage": "签约"}, {"name": "缺少的项目"}],
                "batches": [],
            }
        ),
        encoding="utf-8",
    )
    assert main([str(tmp_path / "a.json"), "--misses"]) == 0
    out = capsys.readouterr().out
    assert "names        precision 0.500  recall 0.500  1/2/2" in out and "缺少的项目" in out
    assert main([]) == 2
