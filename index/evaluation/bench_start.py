"""From process start to the first answer, one question's latency, memory, size on disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from statistics import median, quantiles

from index.language.columns import table
from index.library import Library

RUNS = 5
"""Process starts of each kind, taken in turns; the median counts."""

QUESTION = "第七期三个一批总投资多少"
QUESTIONS = (
    QUESTION,
    "第七期签约了几个项目",
    "开工一批有哪些项目",
    "八通技术研发中心做什么用",
    "第六期投产率是多少",
    "区长是谁",
    "春节慰问去了哪里",
    "第七期是不是5个签约项目",
    "常庄水库工程是哪一批的",
    "投产一批和开工一批哪个投资多",
    "第八期总投资多少",
    "今天天气怎么样",
)
_BASE = "import jieba, logging; jieba.setLogLevel(logging.WARNING); jieba.initialize(); import telegram.ext"
_INSIDE = """
import datetime, json, sys, time, resource
from index.library import Library
with Library.open(sys.argv[1]) as library:
    library.warm_up()
    questions = json.loads(sys.argv[2])
    now = datetime.datetime.now(datetime.timezone.utc)  # with a moment given, nothing is answered from memory
    for question in questions:
        library.ask(question, now=now)
    times = []
    for _ in range(20):
        for question in questions:
            started = time.perf_counter()
            library.ask(question, now=now)
            times.append(time.perf_counter() - started)
print(json.dumps({"times": times, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))
"""


def run(*, large: bool, corpus: str | None, output: Path | None) -> Iterator[str]:
    """Lines of a table, on the sample bulletins; the arguments are those of every bench."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bulletins.db"
        with (
            resources.as_file(resources.files("data") / "bulletins") as samples,
            Library.open(db, create=True) as made,
        ):
            made.add([samples], actor="bench")
            articles = made.status().articles
        base, ours = _starts(db, folder)
        inside = json.loads(_run(["-c", _INSIDE, str(db), json.dumps(QUESTIONS)], folder))
        size = db.stat().st_size
    times = [seconds * 1000 for seconds in inside["times"]]
    rows = [
        ("导入 jieba 词典和 python-telegram-bot", f"{base:.2f} 秒", ""),
        ("从启动到第一个答案", f"{ours:.2f} 秒", f"{ours / base:.2f} 倍，应在 2.5 倍以内"),
        ("一个问题，中位数", f"{median(times):.2f} 毫秒", "应在 5 毫秒以内"),
        ("一个问题，99% 以内", f"{quantiles(times, n=100)[98]:.2f} 毫秒", ""),
        ("常驻内存（最高）", f"{inside['memory'] / 1e6:.0f} MB", "应在 200 MB 以内"),
        (f"数据库，{articles} 篇文章", f"{size / 1e6:.2f} MB", ""),
    ]
    yield table(("测量", "值", ""), rows, 60)


def _starts(db: Path, folder: str) -> tuple[float, float]:
    base: list[float] = []
    ours: list[float] = []
    for _ in range(RUNS):
        for times, arguments in (
            (base, ["-c", _BASE]),
            (ours, ["-m", "bot", "--db", str(db), "ask", QUESTION]),
        ):
            started = time.perf_counter()
            _run(arguments, folder)
            times.append(time.perf_counter() - started)
    return median(base), median(ours)


def _run(arguments: list[str], folder: str) -> str:
    """Output of a fresh Python process in ``folder`` that finds the same packages as this one."""
    env = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONWARNINGS": "ignore",
    }
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=True
    )
    return done.stdout
