"""Processes that start at once: a parent has the library imported and its dictionaries read, and forks.

Reads one JSON list a line: ``["start", function, argument …]`` (the function as ``module:name``) or ``["wait", PID]``;
answers with one line: the process id, or the exit code (negative: the signal that killed it).
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[1]
_PAGE = "东湖区启用图书馆\n\n本报讯（记者 王一）2024年5月6日，东湖区图书馆启用，总投资12亿元，藏书3万册。\n"


class Fork:
    """A process that runs a function; what the function prints can be read line by line.

    Attributes:
        pid: its process id.
    """

    def __init__(self, pid: int, pipe: Path, wait: Callable[[int], int]) -> None:
        self.pid, self._wait = pid, wait
        self._out = pipe.open(encoding="utf-8")
        pipe.unlink()

    def line(self) -> str:
        """The next line; "" after the last one."""
        return self._out.readline().rstrip("\n")

    def ended(self) -> int:
        """The exit code, once the process is gone."""
        self._out.close()
        return self._wait(self.pid)


class Forks:
    """The parent as the tests see it."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process, self._folder, self._count = process, folder, 0

    def start(self, function: Callable[..., None], *arguments: str | int) -> Fork:
        """A process that calls a function of a test module."""
        self._count += 1
        pipe = self._folder / str(self._count)
        os.mkfifo(pipe)
        pid = self._told("start", str(pipe), f"{function.__module__}:{function.__name__}", *arguments)
        return Fork(pid, pipe, lambda pid: self._told("wait", pid))

    def _told(self, *words: str | int) -> int:
        assert self._process.stdin is not None and self._process.stdout is not None
        print(json.dumps(words), file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())


@contextmanager
def forking() -> Iterator[Forks]:
    """A parent for as long as the context lasts."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.forks"], cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with tempfile.TemporaryDirectory() as folder, process:
        yield Forks(process, Path(folder))


def _child(pipe: str, function: str, arguments: list[Any]) -> None:
    code = 1
    try:
        os.dup2(os.open(pipe, os.O_WRONLY), 1)
        module, name = function.split(":")
        getattr(import_module(module), name)(*arguments)
        sys.stdout.flush()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _parent() -> None:
    from index.library import Library

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(_PAGE, encoding="utf-8")
        with Library.open(Path(folder) / "x.db", create=True) as library:  # closed again before a child exists
            library.add([page])
            library.warm_up()
            assert library.doctor() == ()
    gc.freeze()  # a collection in a child would copy all of it
    for line in iter(sys.stdin.readline, ""):
        word, *more = json.loads(line)
        if word == "wait":
            told = os.waitstatus_to_exitcode(os.waitpid(more[0], 0)[1])
        elif not (told := os.fork()):
            _child(more[0], more[1], more[2:])
        print(told, flush=True)


if __name__ == "__main__":
    _parent()
