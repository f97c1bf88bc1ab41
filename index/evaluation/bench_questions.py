"""Milliseconds a question takes in process, with many articles indexed."""

from __future__ import annotations

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


def run(*, large: bool, corpus: str | None, output: Path | None) -> Iterator[str]:
    """Lines of a table: median and 99th percentile of single questions."""
    samples = [
        one.read_text(encoding="utf-8")
        for one in sorted((resources.files("data") / "bulletins").iterdir(), key=lambda one: one.name)
        if one.name.endswith((".txt", ".md"))
    ]
    with tempfile.TemporaryDirectory() as folder:
        many_pages(Path(folder) / "pages", samples, ARTICLES_LARGE if large else ARTICLES)
        with Library.open(Path(folder) / "library.db", settings=Settings(), create=True) as library:
            library.add([Path(folder) / "pages"])
            known = library.status()
            now = datetime.now(Settings().zone)
            for question in QUESTIONS:
                library.ask(question, now=now)
            took = sorted(
                library.ask(question, now=now).took_ms for _ in range(ROUNDS) for question in QUESTIONS
            )
    rows = [
        (f"{known.articles} 篇文章、{known.passages} 个段落", "", ""),
        ("一个问题，中位数", f"{statistics.median(took):.2f} 毫秒", "应在 5 毫秒以内"),
        ("一个问题，99% 以内", f"{took[int(len(took) * 0.99)]:.2f} 毫秒", "应在 25 毫秒以内"),
    ]
    yield table(("测量", "值", ""), rows, 90)
