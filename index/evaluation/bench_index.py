"""The search index against other engines: the same tokens, the same queries, one run.

Queries are asked of all engines in turns in one process; building, opening, memory, size and one addition
are measured in a process for each engine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from index.errors import LibraryError
from index.evaluation.bench_corpus import drawn, read
from index.evaluation.bench_peers import OURS, WITH_TAIL, left_out, present
from index.language.columns import table

SIZES = (1_000, 10_000, 100_000)
LARGE = 1_000_000
_FULL = 100_000  # passages up to which the whole search is measured


def run(*, large: bool, corpus: str | None, output: Path | None) -> Iterator[str]:
    """Lines of the tables; the arguments are those of every bench, ``corpus``: a JSONL file or its folder."""
    results: dict[int, dict[str, dict[str, Any]]] = {}
    for source in _sources(large, corpus):
        size = int(source) if source.isdigit() else len(read(Path(source)))
        yield f"{size:,} 段" + ("" if source.isdigit() else f"（{source}）")
        results[size] = _measured(source, size)
        yield _table(results[size])
        if missing := left_out(size):
            yield f"不测 {'、'.join(missing)}：这么多段时一问要几秒以上。"
        if about := [name for name, held in results[size].items() if held.get("about")]:
            yield f"{'、'.join(about)} 加一段就是重建：不再建一次，按建立的时间计。"
        yield _verdict(size, results[size])
    if corpus is not None:
        from index.evaluation.bench_quality import ranked

        yield from ranked(Path(corpus))
        return
    yield from _whole([size for size in results if size <= _FULL])
    yield from _plotted(results, output)


def _sources(large: bool, corpus: str | None) -> list[str]:
    if corpus is None:
        return [str(size) for size in (*SIZES, LARGE)[: 4 if large else 3]]
    path = Path(corpus)
    if not (path / "articles.jsonl" if path.is_dir() else path).exists():
        raise LibraryError(f"没有文件 {path}：应为 JSONL 文章文件，或有 articles.jsonl 的文件夹。")
    return [str(path.absolute())]


def _measured(source: str, size: int) -> dict[str, dict[str, Any]]:
    """Every figure of every engine."""
    found: dict[str, dict[str, Any]] = {name: {} for name in present(size)}
    query = ",".join((drawn(1_000) if source.isdigit() else read(Path(source))).asked()[0])
    with tempfile.TemporaryDirectory() as folder:
        for name, held in found.items():
            if name != WITH_TAIL:
                place = Path(folder) / name
                place.mkdir()
                held |= _worker("single", source, name, str(place))
                shutil.rmtree(place / "changed")
                held |= _worker("opening", name, str(place), query)
        times = _worker("queries", source, folder)
    for name, held in found.items():
        held["agree"] = times["agree"].get(name)
        for kind in ("questions", "keywords"):
            held[kind] = median(times[kind][name])
            held[f"{kind} p99"] = quantiles(times[kind][name], n=100)[98]
    return found


def _table(found: dict[str, dict[str, Any]]) -> str:
    ours = found[OURS]
    rows = []
    for name, held in found.items():
        own = [f"{held[key] / scale:,.{digits}f}" if key in held else "" for key, scale, digits in _COLUMNS]
        own[-1] = f"≈{own[-1]}" if held.get("about") else own[-1]
        rows.append(
            (
                name, f"{held['questions']:.3f}", f"{held['questions p99']:.2f}",
                f"{held['questions'] / ours['questions']:.2f}", f"{held['keywords']:.3f}",
                f"{held['keywords'] / ours['keywords']:.2f}", *own,
                "" if held["agree"] is None else f"{held['agree']:.0%}",
            )
        )  # fmt: skip
    head = (
        "引擎", "整句 ms", "99% ms", "倍数", "词组 ms", "倍数", "建立 s", "打开 ms", "内存 MB", "文件 MB",
        "加一段 ms", "前十相同",
    )  # fmt: skip
    return table(head, rows, 24)


_COLUMNS = (("build", 1, 2), ("open", 1, 0), ("memory", 1e6, 1), ("bytes", 1e6, 1), ("add", 1, 2))


def _verdict(size: int, found: dict[str, dict[str, Any]]) -> str:
    ours, tail = found[OURS], found[WITH_TAIL]
    others = [name for name in found if name not in (OURS, WITH_TAIL)]
    if not others:
        return "没有装别的引擎：用 make bench 安装后对比。"
    lines = []
    for kind, label in (("questions", "整句"), ("keywords", "词组")):
        _, best = min((found[name][kind], name) for name in others)
        wanted = "应不超过 1.05" if size > SIZES[0] else f"{ours[kind]:.3f} ms，应低于 0.1"
        lines.append(
            f"{label}最快的别的引擎：{best}；本项目为它的 {ours[kind] / found[best][kind]:.2f} 倍（{wanted}），"
            f"带 1,000 段未合并的为自己的 {tail[kind] / ours[kind]:.2f} 倍（应不超过 2）。"
        )
    return "\n".join(lines)


def _whole(sizes: list[int]) -> Iterator[str]:
    """The whole search of the product: words, bigrams, characters, names, second pass."""
    rows = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            held = _worker("full", str(size), folder)
            held |= _worker("reopened", folder)
        ranking = held["search"][0] - held["tokens"]
        rows.append(
            (
                f"{size:,}", f"{ranking:.3f}", f"{held['search'][0]:.3f}", f"{held['search'][1]:.2f}",
                f"{held['tail'][0] / held['search'][0]:.2f}", f"{held['add']:.2f}", f"{held['build']:.1f}",
                f"{held['compact']:.1f}", f"{held['open']:.0f}", f"{held['first']:.0f}",
                f"{held['bytes'] / 1e6:.0f}", f"{held['memory'] / 1e6:.0f}",
                f"{held['memory'] / held['bytes']:.2f}",
            )
        )  # fmt: skip
    head = (
        "段数", "排序 ms", "含分词 ms", "99% ms", "带未合并的 倍", "加一段到搜到 ms", "建立 s", "合并 s", "打开 ms",
        "到第一个结果 ms", "文件 MB", "内存 MB", "内存比文件",
    )  # fmt: skip
    yield "本项目的完整检索（词、双字、单字、名称，两遍打分）"
    yield table(head, rows, 24)
    yield f"{_FULL:,} 段应为：排序低于 1 ms，加一段到搜到 5 ms 以内，打开 300 ms 以内，内存在文件的 1.5 倍以内。"


def _plotted(results: dict[int, dict[str, dict[str, Any]]], output: Path | None) -> Iterator[str]:
    from index.evaluation.bench_plot import chart

    if output is None:
        yield "加 --output 目录 可以得到图（index.png）和全部数字（index.json）。"
        return
    (output / "index.json").write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    panels = {
        kind: {
            name: [(size, held[name][kind]) for size, held in results.items() if name in held]
            for name in next(iter(results.values()))
        }
        for kind in ("questions", "keywords")
    }
    yield chart(panels, output / "index.png")


def _worker(*arguments: str) -> Any:
    """What a fresh process measured."""
    env = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONWARNINGS": "ignore",
    }
    done = subprocess.run(
        [sys.executable, "-m", "index.evaluation.bench_worker", *arguments],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise LibraryError(f"测量 {' '.join(arguments)} 没有完成：{done.stderr.strip().splitlines()[-1:]}")
    return json.loads(done.stdout.splitlines()[-1])
