"""Milliseconds a question takes in process, with many articles indexed."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator
from datetime import datetime
from importlib import resources
from pathlib import Path

from index.evaluation.bench_reading import many_pages
from index.evaluation.bench_start import QUESTIONS
from index.language.columns import table
from index.library import Library
from index.settings import Settings

ARTICLES, ARTICLES_LARGE = 1_000, 10_000
ROUNDS = 20
"""Times that each question is asked; remembered answers are not used."""
DISTRICTS = 20
SHOWN = 3
"""Questions that are shown, the slowest first."""


def run(*, large: bool, corpus: str | None, output: Path | None) -> Iterator[str]:
    """Lines of a table: median and 99th percentile of single questions."""
    samples = [
        one.read_text(encoding="utf-8")
        for one in sorted((resources.files("data") / "bulletins").iterdir(), key=lambda one: one.name)
        if one.name.endswith((".txt", ".md"))
    ]
    settings = Settings(processes=os.cpu_count() or 1)
    with tempfile.TemporaryDirectory() as folder:
        pages, wanted = Path(folder) / "pages", ARTICLES_LARGE if large else ARTICLES
        many_pages(pages, samples, wanted, districts=DISTRICTS)
        with Library.open(Path(folder) / "library.db", settings=settings, create=True) as library:
            library.add([pages])
            known = library.status()
            yield f"{known.articles:,} 篇文章、{known.passages:,} 个段落，{DISTRICTS} 个地区"
            now = datetime.now(settings.zone)
            took: dict[str, list[float]] = {}
            for turn in range(ROUNDS + 1):  # the first time does not count
                for question in QUESTIONS:
                    one = library.ask(question, now=now).took_ms
                    if turn:
                        took.setdefault(question, []).append(one)
    every = sorted(one for held in took.values() for one in held)
    slowest = sorted(took, key=lambda question: -statistics.median(took[question]))[:SHOWN]
    rows = [
        ("一个问题，中位数", f"{statistics.median(every):.2f} 毫秒", "应在 5 毫秒以内"),
        ("一个问题，99% 以内", f"{every[int(len(every) * 0.99)]:.2f} 毫秒", "应在 25 毫秒以内"),
        *((f"  最慢的：{one}", f"{statistics.median(took[one]):.2f} 毫秒", "中位数") for one in slowest),
    ]
    yield table(("测量", "值", ""), rows, 90)
