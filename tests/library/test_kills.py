"""A process killed at any moment of adding leaves the library whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.library import Library
from tests.conftest import ROOT
from tests.library.test_library import page

_CHILD = """
import sys
from pathlib import Path
from index.library import Library
with Library.open(sys.argv[1], create=True) as library:
    library.warm_up()
    print("ready", flush=True)
    for number in range(int(sys.argv[2]), int(sys.argv[2]) + 60):
        library.add([Path(sys.argv[3]) / f"{number}.txt"], actor="child")
        print(number, flush=True)
"""


def rounds(count: int, folder: Path) -> None:
    """Kills ``count`` adding processes, each after a number of additions, at any point of the next."""
    chance = random.Random(8)
    db = folder / "x.db"
    for number in range(60 * count):
        (folder / f"{number}.txt").write_text(page(number + 1000), encoding="utf-8")
    surely = 0
    for turn in range(count):
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        child = subprocess.Popen(
            [sys.executable, "-c", _CHILD, str(db), str(turn * 60), str(folder)],
            stdout=subprocess.PIPE, text=True, env=env,
        )  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        for _ in range(chance.randrange(6)):
            child.stdout.readline()
            surely += 1
        for _ in range(chance.randrange(20_000)):  # some microseconds to some milliseconds
            pass
        child.send_signal(signal.SIGKILL)
        child.stdout.close()
        child.wait()
        with Library.open(db) as library:
            assert library.doctor() == ()
            whole = library.status().articles
            assert whole >= surely
            assert all(library.extraction(article.id).sentences for article in library.articles()[-3:])
            surely = whole


def test_ten_kills(tmp_path: Path) -> None:
    rounds(10, tmp_path)


@pytest.mark.soak
def test_two_hundred_kills(tmp_path: Path) -> None:
    rounds(200, tmp_path)
