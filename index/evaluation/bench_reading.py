"""Pages per second, the share of it that is cutting words, growth with the number of articles, two processes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

from index.extraction import extract
from index.ingest import read_text
from index.language.columns import table
from index.language.tokens import Tokenizer

ARTICLES, ARTICLES_LARGE = 600, 10_000
ROUNDS = 20
"""Times that each sample page is read, each time with other figures and of another district."""

_DISTRICT = re.compile(r"[\u4e00-\u9fff]{2}(?=[区县])")
_SMALL = "零一二三四五六七八九"
_PERIOD = re.compile(f"第([{_SMALL}])期")
_SIGNS = "云河桂竹梅松江山海石金银东西南北"  # of which names of districts are made

_INSIDE = """
import json, resource, sys, time
from pathlib import Path
from index.library.adding import add_files
from index.library.parallel import Job, understand
from index.storage import Store

def main():
    folder, processes = Path(sys.argv[1]), int(sys.argv[2])
    files = sorted((folder / "pages").iterdir())[: int(sys.argv[3])]
    understand(Job(files[0]))
    with Store.open(folder / f"{processes}-{len(files)}.db") as store:
        started, before = time.perf_counter(), time.process_time()
        reports = add_files(store, files, actor="bench", processes=processes)
        seconds, busy = time.perf_counter() - started, time.process_time() - before
        articles, bytes = sum(report.articles for report in reports), store.size()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    others = others.ru_utime + others.ru_stime
    print(json.dumps({"articles": articles, "seconds": seconds, "busy": busy, "others": others,
                      "memory": memory, "bytes": bytes}))

if __name__ == "__main__":
    main()
"""


def run(*, large: bool, corpus: str | None, output: Path | None) -> Iterator[str]:
    """Lines of a table: reading of the sample bulletins, and adding many files made from them."""
    pages = [
        one.read_text(encoding="utf-8")
        for one in sorted((resources.files("data") / "bulletins").iterdir(), key=lambda one: one.name)
        if one.name.endswith((".txt", ".md"))
    ]
    reading, understanding, share, signs = _pages(pages)
    seconds = reading + understanding
    wanted = ARTICLES_LARGE if large else ARTICLES
    rows = [
        ("读一版，读懂项目和事实", f"{seconds * 1000:.1f} 毫秒", f"每秒 {1 / seconds:.0f} 版，每版平均 {signs:.0f} 字"),
        ("  其中读版面", f"{reading * 1000:.1f} 毫秒", f"每秒 {1 / reading:.0f} 版"),
        ("  其中按词典切词", f"{share:.0%}", ""),
    ]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "run.py").write_text(_INSIDE, encoding="utf-8")
        files = many_pages(Path(folder) / "pages", pages, wanted)
        half, whole = (_inside(folder, 1, number) for number in (files // 2, files))
        double = _inside(folder, 2, files)
    alone = whole["busy"] / max(double["busy"], double["others"])
    growth = (whole["busy"] / whole["articles"]) / (half["busy"] / half["articles"])
    rows += [
        (f"导入 {half['articles']} 篇文章", f"{half['seconds']:.1f} 秒", _cost(half)),
        (
            f"导入 {whole['articles']} 篇文章",
            f"{whole['seconds']:.1f} 秒",
            _cost(whole),
        ),
        ("  每篇的处理器用时", f"{growth:.2f} 倍", "一半数量时的几倍，应接近 1"),
        (
            "同样多，两个进程",
            f"{double['seconds']:.1f} 秒",
            f"快到 {whole['seconds'] / double['seconds']:.2f} 倍，应在 1.6 倍以上（机器空闲时）",
        ),
        (
            "  按处理器用时",
            f"{alone:.2f} 倍",
            f"一个进程 {whole['busy']:.1f} 秒，两个进程 {double['busy']:.1f} 和 {double['others']:.1f} 秒",
        ),
    ]
    yield table(("测量", "值", ""), rows, 90)


def _cost(one: dict[str, float]) -> str:
    return (
        f"每篇处理器用时 {one['busy'] / one['articles'] * 1000:.1f} 毫秒，最高内存 {one['memory'] / 1e6:.0f} MB，"
        f"库 {one['bytes'] / 1e6:.0f} MB"
    )


def _pages(pages: Sequence[str]) -> tuple[float, float, float, float]:
    """(seconds to read a page, to understand its articles, share of jieba in both, characters a page)."""
    cutting = reading = understanding = 0.0
    cut = Tokenizer._pieces

    def timed(self: Tokenizer, text: str) -> list[str]:
        nonlocal cutting
        began = time.perf_counter()
        found = cut(self, text)
        cutting += time.perf_counter() - began
        return found

    Tokenizer._pieces = timed  # type: ignore[method-assign]
    try:
        for turn in range(ROUNDS + 1):
            if turn == 1:  # the first time does not count
                cutting = reading = understanding = 0.0
            for page in pages:
                text = _other_district(_other_figures(page, turn), turn)
                started = time.perf_counter()
                articles = read_text(text, "页.txt").articles
                read = time.perf_counter()
                for article in articles:
                    extract(article)
                reading += read - started
                understanding += time.perf_counter() - read
    finally:
        Tokenizer._pieces = cut  # type: ignore[method-assign]
    number = ROUNDS * len(pages)
    share = cutting / (reading + understanding)
    return reading / number, understanding / number, share, sum(map(len, pages)) / len(pages)


def many_pages(folder: Path, pages: list[str], wanted: int, *, districts: int = 0) -> int:
    """Writes sample pages with other figures until there are as many articles; returns the number of files.

    None is a corrected reprint of another: each page is of another district, or its headlines are numbered.

    Args:
        districts: among which the pages are, the samples' own ones first, with a period of their own each time;
            0 for one a page.
    """
    folder.mkdir()
    articles = files = 0
    read = [read_text(page, "页.txt").articles for page in pages]
    while articles < wanted:
        number, turn = files % len(pages), files // len(pages)
        text = _other_figures(pages[number], files % 977)
        if not districts:
            text = _other_district(text, files)
        else:
            text = _numbered(text, [one.headlines[0] for one in read[number] if one.headlines], turn)
            text = _other_period(text, turn // districts)
            text = _other_district(text, turn % districts) if turn % districts else text
        (folder / f"{files:06d}.txt").write_text(text, encoding="utf-8")
        articles += len(read[number])
        files += 1
    return files


def _numbered(page: str, headlines: Sequence[str], number: int) -> str:
    """The page with a number behind each headline."""
    for headline in headlines:
        page = page.replace(headline, f"{headline}（{number}）")
    return page


def _other_period(page: str, more: int) -> str:
    """The page with later periods."""
    return _PERIOD.sub(lambda match: f"第{_numeral(_SMALL.index(match[1]) + more)}期", page)


def _numeral(number: int) -> str:
    """A number below 100 as it is written."""
    tens, ones = divmod(number, 10)
    return (_SMALL[tens] if tens > 1 else "") + ("十" if tens else "") + (_SMALL[ones] if ones else "")


def _other_figures(page: str, more: int) -> str:
    return re.sub(r"\d+(?=\.\d亿元)", lambda match: str(int(match[0]) + more), page)


def _other_district(page: str, number: int) -> str:
    """The page with another name for the district that it names most often."""
    named = Counter(_DISTRICT.findall(page)).most_common(1)
    name = "".join(_SIGNS[number // len(_SIGNS) ** place % len(_SIGNS)] for place in range(3))
    return page.replace(named[0][0], name) if named else page


def _inside(folder: str, processes: int, files: int) -> dict[str, float]:
    """What a fresh process measures."""
    env = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONWARNINGS": "ignore",
    }
    done = subprocess.run(
        [sys.executable, f"{folder}/run.py", folder, str(processes), str(files)],
        env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found
