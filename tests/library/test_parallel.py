"""Many files are read by several processes as by one, in order."""

from __future__ import annotations

from pathlib import Path

from index.ingest import Limits
from index.library.parallel import Job, prepare, prepare_all


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    for number in range(8):
        text = f"芦溪区第{number}批项目开工\n\n本报讯（记者 安若素）2024年4月{number + 1}日，芦溪区{number + 2}个项目开工，总投资{number + 3}亿元。\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "4.txt").write_bytes(b"")
    jobs = [Job(path, Limits()) for path in sorted(tmp_path.iterdir())]
    found = list(prepare_all(jobs, 2))
    assert found == list(map(prepare, jobs))
    assert [one.error is None for one in found] == [True] * 4 + [False] + [True] * 3
    assert "4.txt" in (found[4].error or "")
    assert [a.date for one in found for a, _ in one.articles][:2] == ["2024-04-01", "2024-04-02"]
