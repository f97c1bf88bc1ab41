"""What is measured in a process of its own: ``python -m index.evaluation.bench_worker MODE …`` prints JSON."""

from __future__ import annotations

import json
import random
import resource
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from index.evaluation.bench_corpus import SEED, Corpus, drawn, read
from index.evaluation.bench_peers import OURS, PEERS, REBUILT, SLOW, WITH_TAIL, present, quiet
from index.retrieval.embedded import TAIL

ROUNDS = 3
"""Times that every query is asked of every engine; the first time does not count."""
_FEW = 20
KEPT = "kept"
"""Folder of an engine as it was built."""
LONG = 60
"""Seconds of building from which an addition that is a building isn't measured again."""


def corpus_of(source: str) -> Corpus:
    """A number of drawn passages, or the passages of a file."""
    return drawn(int(source)) if source.isdigit() else read(Path(source))


def queries(source: str, folder: str) -> dict[str, Any]:
    """Milliseconds of each query by engine and kind: all engines in this process, query by query in turns.

    Args:
        folder: where ``single`` has kept each engine.
    """
    corpus = corpus_of(source)
    engines: dict[str, Any] = {}
    found: dict[str, Any] = {}
    for name in present(len(corpus)):
        engine = engines[name] = PEERS[name][0]()
        with quiet():
            engine.open(Path(folder) / (OURS if name == WITH_TAIL else name) / KEPT)
        if name == WITH_TAIL:
            for passage in corpus.tokens(max(len(corpus) - TAIL, 0)):
                engine.add((), passage)
    for kind in ("questions", "keywords"):
        asked = corpus.asked(keywords=kind == "keywords")
        found[kind] = _in_turns(engines, asked, len(corpus))
    found["agree"] = _agreement(engines, corpus.asked()[:_FEW])
    return found


def _in_turns(engines: dict[str, Any], asked: list[list[str]], size: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in engines}
    names = list(engines)
    chance = random.Random(SEED)
    for turn in range(ROUNDS):
        for number, query in enumerate(asked):
            chance.shuffle(names)  # what the one before left in the caches meets each of them alike
            for name in names:
                engine = engines[name]
                if size >= SLOW.get(name, size + 1) and (number % _FEW or turn > 1):
                    continue
                started = time.perf_counter()
                engine.top(query, 10)
                took = time.perf_counter() - started
                if turn:
                    times[name].append(took * 1000)
    return times


def _agreement(engines: dict[str, Any], asked: list[list[str]]) -> dict[str, float]:
    """Share of our first ten that each engine has in its first ten, too."""
    shares: dict[str, list[float]] = {name: [] for name in engines}
    for query in asked:
        ours = set(engines[OURS].top(query, 10))
        for name, engine in engines.items():
            theirs = set(engine.top(query, 10))
            shares[name].append(len(ours & theirs) / max(len(ours), 1))
    return {name: sum(held) / len(held) for name, held in shares.items() if name != WITH_TAIL}


def single(source: str, name: str, folder: str) -> dict[str, Any]:
    """Building, keeping and adding to one engine; what is kept stays in ``folder`` as it was before the addition."""
    corpus = corpus_of(source)
    tokens, asked = corpus.tokens(), corpus.asked()
    engine = PEERS[name][0]()
    with quiet():
        started = time.perf_counter()
        engine.build(tokens)
        built = time.perf_counter() - started
        place = Path(folder) / "changed"  # some engines write their additions there
        place.mkdir()
        engine.save(place)
        size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
        shutil.copytree(place, Path(folder) / KEPT)
        if name in REBUILT and built > LONG:
            return {"build": built, "bytes": size, "add": built * 1000, "about": True}
        engine.top(asked[0], 10)
        added = []
        for _ in range(1 if built > 1 else 5):
            started = time.perf_counter()
            engine.add(tokens, ["t0", "tnew", *asked[0]])
            assert len(tokens) in engine.top(["tnew"], 10)
            added.append(time.perf_counter() - started)
            tokens = [*tokens, ["tnew"]]
    return {"build": built, "bytes": size, "add": sorted(added)[len(added) // 2] * 1000}


def opening(name: str, folder: str, query: str) -> dict[str, Any]:
    """Opening one engine, up to its first answer; memory afterwards, over what the imports take."""
    engine = PEERS[name][0]()
    for module in {"numpy", PEERS[name][1]}:
        __import__(module)
    before = _memory()
    with quiet():
        started = time.perf_counter()
        engine.open(Path(folder) / KEPT)
        engine.top(query.split(","), 10)
        took = time.perf_counter() - started
    return {"open": took * 1000, "memory": _memory() - before}


def _memory() -> int:
    """Bytes that this process holds now."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    from index.evaluation import bench_full

    modes: dict[str, Any] = {
        "queries": queries, "single": single, "opening": opening,
        "full": bench_full.full, "reopened": bench_full.reopened,
    }  # fmt: skip
    print(json.dumps(modes[sys.argv[1]](*sys.argv[2:])))
