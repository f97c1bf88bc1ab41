"""A process killed at any moment of adding leaves the library whole."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest

from index.library import Library
from tests.forks import Forks
from tests.library.test_library import page

MOST = 60  # articles that a process would add if it lived


def adding(db: str, first: int, folder: str) -> None:
    """Adds one article after the other, and says so."""
    with Library.open(db, create=True) as library:
        library.warm_up()
        print("ready", flush=True)
        for number in range(first, first + MOST):
            library.add([Path(folder) / f"{number}.txt"], actor="child")
            print(number, flush=True)


def rounds(forks: Forks, count: int, folder: Path) -> None:
    """Kills ``count`` adding processes, each after a number of additions, at any point of the next."""
    chance = random.Random(8)
    db = folder / "x.db"
    for number in range(MOST * count):
        (folder / f"{number}.txt").write_text(page(number + 1000), encoding="utf-8")
    surely = 0
    for turn in range(count):
        child = forks.start(adding, str(db), turn * MOST, str(folder))
        assert child.line() == "ready"
        for _ in range(chance.randrange(6)):
            assert child.line()
            surely += 1
        for _ in range(chance.randrange(20_000)):  # some microseconds to some milliseconds
            pass
        os.kill(child.pid, signal.SIGKILL)
        assert child.ended() == -signal.SIGKILL
        with Library.open(db) as library:
            assert library.doctor() == ()
            whole = library.status().articles
            assert whole >= surely
            assert all(library.extraction(article.id).sentences for article in library.articles()[-3:])
            surely = whole


def test_ten_kills(forks: Forks, tmp_path: Path) -> None:
    rounds(forks, 10, tmp_path)


@pytest.mark.soak
def test_two_hundred_kills(forks: Forks, tmp_path: Path) -> None:
    rounds(forks, 200, tmp_path)
