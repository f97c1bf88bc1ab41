"""The bot keeps to one core, and the processes that it starts may use all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CHILD = """
import multiprocessing, os
from concurrent.futures import ProcessPoolExecutor
from bot.cores import keep_to_one, spread

def cores(): return sorted(os.sched_getaffinity(0))

if __name__ == "__main__":
    before = cores()
    held = keep_to_one()
    assert sorted(held) == before
    here = cores()
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), spread, (held,)) as pool:
        there = pool.submit(cores).result()
    print(len(here), there == before)
"""


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system has no such call")
def test_threads_keep_to_one_core_and_processes_use_all(tmp_path: Path) -> None:
    file = tmp_path / "started.py"
    file.write_text(CHILD, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run([sys.executable, file], env=env, capture_output=True, text=True, timeout=60)
    assert said.stdout.split() == ["1", "True"], said.stderr
