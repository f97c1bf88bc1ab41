"""``bulletin-bot run`` in processes that start at once: a parent has everything imported and forks.

Reads one JSON object a line, the environment of a new bot (``LOG``: where its standard error goes); writes
``started PID`` and ``ended PID CODE``; ends, with all its children, at the end of its input.
"""

from __future__ import annotations

import asyncio
import contextlib
import faulthandler
import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_LIFETIME = 3600  # seconds after which nothing of it is left, whatever happened to the test
_ROOT = Path(__file__).parents[2]


class Nursery:
    """The parent as the tests see it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._codes: dict[int, int] = {}

    async def start(self, env: Mapping[str, str]) -> int:
        """A new bot; its process id."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(dict(env)).encode() + b"\n")
        self._process.stdin.flush()
        while True:
            word, pid, *more = (await self._line()).split()
            if word == "started":
                self._codes.pop(int(pid), None)  # of an earlier process with the same id
                return int(pid)
            self._codes[int(pid)] = int(more[0])

    async def ended(self, pid: int, timeout: float) -> int:
        """The exit code of a bot, once it has ended; negative: the signal that killed it."""
        async with asyncio.timeout(timeout):
            while pid not in self._codes:
                _, number, code = (await self._line()).split()
                self._codes[int(number)] = int(code)
        return self._codes[pid]

    def alive(self, pid: int) -> bool:
        """Whether the end of a bot was not told yet."""
        return pid not in self._codes

    async def _line(self) -> str:
        assert self._process.stdout is not None
        line = await asyncio.to_thread(self._process.stdout.readline)
        assert line, "the nursery ended"
        return line.decode()


class Bots:
    """Bots with the same settings, one after the other or side by side.

    Args:
        env: their settings. log: what they write to standard error.
    """

    def __init__(self, nursery: Nursery, env: Mapping[str, str], log: Path) -> None:
        self._nursery, self._log = nursery, log
        self._env = {**env, "LOG": str(log)}
        self._started: list[int] = []
        log.touch()

    async def start(self) -> int:
        """A new bot; its process id."""
        self._started.append(await self._nursery.start(self._env))
        return self._started[-1]

    async def ended(self, pid: int, timeout: float = 15.0) -> int:
        """The exit code of a bot, once it has ended."""
        return await self._nursery.ended(pid, timeout)

    async def kill(self, pid: int) -> None:
        """kill -9, and the process is gone."""
        os.kill(pid, signal.SIGKILL)
        assert await self.ended(pid) == -signal.SIGKILL

    async def kill_all(self) -> None:
        """None of them is left."""
        for pid in self._started:
            if self._nursery.alive(pid):
                os.kill(pid, signal.SIGKILL)
                await self.ended(pid)

    async def state(self, pid: int) -> str:
        """What became of a bot, for the message of a failure: its exit code or where its threads are, and its log."""
        try:
            said = f"ended with {await self.ended(pid, 1)}"
        except TimeoutError:
            os.kill(pid, signal.SIGUSR1)
            await asyncio.sleep(1)
            said = "lives"
        return f"bot {pid} {said}; log:\n{self.log[-6000:]}"

    @property
    def log(self) -> str:
        """What they wrote to standard error."""
        return self._log.read_text(encoding="utf-8")


@contextmanager
def nursery(db: Path) -> Iterator[Nursery]:
    """A parent for as long as the context lasts; ``db``: a library to warm up with."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.telegram.nursery", str(db)], cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        yield Nursery(process)
    finally:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.close()
        process.wait()
        process.stdout.close()


def _child(env: Mapping[str, str]) -> None:
    from bot.cli import main

    os.environ.update(env)
    log = os.open(env["LOG"], os.O_WRONLY | os.O_APPEND)
    os.dup2(log, 2)
    faulthandler.register(signal.SIGUSR1, file=log)
    os.chdir(Path(env["LOG"]).parent)
    for one in (signal.SIGCHLD, signal.SIGTERM):
        signal.signal(one, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    signal.alarm(_LIFETIME)
    code = 1
    with contextlib.suppress(SystemExit):
        code = main(["run"])
    sys.stderr.flush()
    os._exit(code)


def _say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def _warm(db: str) -> None:
    """Everything that a bot needs is imported and read."""
    import bot.serving
    from index.library import Library

    assert bot.serving.run
    with Library.open(db) as library:  # closed again before a child exists
        library.warm_up()
        library.related(library.ask("第七期三个一批总投资多少？"))


def _parent(db: str) -> None:
    _warm(db)
    children: set[int] = set()

    def reap(*_: object) -> None:
        with contextlib.suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                children.discard(ended[0])
                _say("ended", ended[0], os.waitstatus_to_exitcode(ended[1]))

    signal.signal(signal.SIGCHLD, reap)
    signal.alarm(_LIFETIME)
    gc.freeze()  # a collection in a child would copy all of it
    for line in iter(sys.stdin.readline, ""):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})  # no end is told before its start
        pid = os.fork()
        if not pid:
            _child(json.loads(line))
        children.add(pid)
        _say("started", pid)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for pid in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    _parent(sys.argv[1])
