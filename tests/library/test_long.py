"""Long articles: the time they take grows with their length alone, and the limit on it acts inside them."""

from __future__ import annotations

import gc
import itertools
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.ingest import Limits
from index.library.parallel import Job, understand

SIGNS = "云河桂竹梅松江山海石金银东西南北"
LEAD = "桂溪区项目建设提速\n\n本报讯（记者 安若素）2024年4月2日，桂溪区通报项目进展。"


def name_of(number: int) -> str:
    """A name of its own for each number."""
    return "".join(SIGNS[number // 16**place % 16] for place in range(4)) + "产业园项目"


def bars(rows: int) -> str:
    head = "桂溪区重点项目一览表\n单位：万元\n| 序号 | 项目名称 | 建设单位 | 总投资 |\n|---|---|---|---|\n"
    return head + "".join(f"| {n} | {name_of(n)} | 桂溪城投公司 | {n * 7 + 900} |\n" for n in range(1, rows + 1))


def blanks(rows: int) -> str:
    head = "桂溪区重点项目一览表\n单位：万元\n序号 项目名称 建设单位 总投资\n"
    return head + "".join(f"{n} {name_of(n)} 桂溪城投公司 {n * 7 + 900}\n" for n in range(1, rows + 1))


def sentences(count: int) -> str:
    return LEAD + "".join(f"{name_of(n)}总投资{n % 90 + 1}.5亿元，已开工{n}个车间。" for n in range(1, count + 1))


def seconds(path: Path, text: str) -> float:
    """Processor time that one article takes."""
    path.write_text(text, encoding="utf-8")
    gc.collect()
    before = time.process_time()
    found = understand(Job(path))
    assert len(found.pairs) == 1
    return time.process_time() - before


@pytest.mark.parametrize("made", [bars, blanks, sentences])
def test_time_is_linear_in_the_length_of_an_article(tmp_path: Path, made: Callable[[int], str]) -> None:
    few, many = 80, 640
    seconds(tmp_path / "a.txt", made(few))  # loads the dictionary
    short = min(seconds(tmp_path / "a.txt", made(few)) for _ in range(2))
    long = min(seconds(tmp_path / "a.txt", made(many)) for _ in range(2))
    assert long < 2 * short * many / few


def test_the_limit_on_time_acts_inside_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = itertools.count()
    monkeypatch.setattr("index.ingest.formats.limits.time.monotonic", lambda: next(clock))
    for name, text in (
        ("甲.txt", sentences(60)),
        ("乙.txt", sentences(60).replace("。", "，")),
        ("丙.txt", bars(60)),
        ("丁.txt", "桂溪区" * 4000),
        ("戊.csv", "序号,项目名称\n" + "".join(f"{n},{name_of(n)}\n" for n in range(1, 60))),
        ("己.html", LEAD + "".join(f"<p>{name_of(n)}开工。</p>" for n in range(60))),
    ):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        found = understand(Job(file, Limits(seconds=8)))
        assert found.error and name in found.error and "BULLETIN_MAX_SECONDS" in found.error
        assert understand(Job(file, Limits(seconds=100_000))).error is None
