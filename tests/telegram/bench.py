"""The bot's speed against a minimal echo bot on plain python-telegram-bot: the same server, one run.

``python -m tests.telegram.bench``, part of ``make bench``. Send limits are off. CPU is that of the bot's process with
all its threads; the server runs in this process.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import platform
import resource
import signal
import statistics
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from index.library import Library
from tests.telegram.server import TOKEN, Fault, Telegram

ROOT = Path(__file__).parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
ANSWERS, SLOW, SECONDS, RATE = 600, 300, 15, 20
ADMIN = 901
HEADS, TAILS = ("请问", "想问一下", "问问", ""), ("？", "啊", "呢？", "?")
ASKED = [
    "第{n}期三个一批总投资多少？", "第{n}期签约一批总投资多少？", "第{n}期开工一批有几个项目", "第{n}期投产一批有哪些项目",
    "第{n}期签约的是哪些项目", "第{n}期开工率是多少", "恒泰项目总投资多少", "区长是谁", "第{n}期三个一批有多少个项目？",
    "什么时候停水", "会议强调了什么", "第{n}期开工一批总投资多少", "清河县县长是谁", "最近有什么通知", "/help",
]  # fmt: skip
NAMED = ("{name}总投资多少", "{name}在哪里", "{name}是谁建的", "{name}开工了吗", "{name}属于哪一批")


class Run:
    """One bot in a process of its own, and the server that it talks to."""

    def __init__(self, server: Telegram, process: Process) -> None:
        self.server, self.process = server, process
        self._users = itertools.count(10_000)

    def cpu(self) -> float:
        """Seconds of CPU that the process has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    async def answered(self, texts: Sequence[str]) -> tuple[float, float]:
        """(answers a second, CPU ms an answer) of messages that wait all at once, each of another person."""
        self.server.chats.sent.clear()
        messages = [self.server.people.message(text, user=next(self._users)) for text in texts]
        for message in messages[:-1]:
            self.server._updates.append({"update_id": next(self.server._update_numbers), "message": message})
        before, began = self.cpu(), time.perf_counter()
        await self.server.update({"message": messages[-1]})
        await self.server.wait_for(len(texts), 300)
        took, used = time.perf_counter() - began, self.cpu() - before
        return len(texts) / took, used / len(texts) * 1000

    async def latencies(self, texts: Sequence[str]) -> list[float]:
        """Milliseconds from a message to its answer, at a steady rate."""
        self.server.chats.sent.clear()
        asked: dict[int, float] = {}
        began = time.perf_counter()
        for number, text in enumerate(texts):
            await asyncio.sleep(max(0.0, began + number / RATE - time.perf_counter()))
            user = next(self._users)
            asked[user] = time.monotonic()
            await self.server.says(text, user=user)
        await self.server.until(lambda: asked.keys() <= {one.chat for one in self.server.sent}, 60)
        return [(one.at - asked[one.chat]) * 1000 for one in self.server.sent if one.chat in asked]


@asynccontextmanager
async def running(module: str, env: Mapping[str, str], *arguments: str) -> AsyncIterator[Run]:
    """A bot that polls its server."""
    server = Telegram()
    await server.start()
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_BASE_URL": server.base_url, "PYTHONPATH": str(ROOT),
        "TELEGRAM_BASE_FILE_URL": server.base_url.replace("/bot", "/file/bot"), "BULLETIN_LOG": "WARNING",
    }  # fmt: skip
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments, env={**os.environ, **settings, **env}, stdout=DEVNULL
    )
    try:
        await server.wait_calls("getUpdates", 1, 60)
        await server.says("/start")
        await server.wait_for(1, 60)
        yield Run(server, process)
    finally:
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), 20)
        await server.stop()


def questions(count: int) -> list[str]:
    """Sixty questions of many kinds, in turn, as people ask the same things again and again."""
    return [ASKED[n % len(ASKED)].format(n="七六八五"[n // len(ASKED) % 4]) for n in range(count)]


def different(count: int, names: Sequence[str]) -> list[str]:
    """Questions of the same kinds and about each of the projects ``names``: none twice, none that was asked before."""
    before = dict.fromkeys(questions(len(ASKED) * 4))
    about = [asked.format(name=name) for asked in NAMED for name in names]
    kinds = [text.rstrip("？") for text in (*before, *about) if not text.startswith("/")]
    words = itertools.product(HEADS, TAILS, kinds)
    texts = dict.fromkeys(f"{head}{text}{tail}" for head, tail, text in words)
    found = [text for text in texts if text not in before][:count]
    if len(found) < count:
        raise ValueError(f"{len(found)} different questions, wanted {count}")
    return found


async def adding(run: Run, page: bytes) -> None:
    """An admin sends a file and confirms it."""
    server = run.server
    server.files["page"] = page
    document = {"file_id": "page", "file_unique_id": "page", "file_name": "新公报.txt", "file_size": len(page)}
    await server.says(None, user=ADMIN, document=document)
    await server.until(lambda: any(one.chat == ADMIN and one.buttons for one in server.sent), 60)
    preview = next(one for one in server.sent if one.chat == ADMIN and one.buttons)
    await server.presses(preview, "确认", user=ADMIN)
    await server.until(lambda: "已生效" in preview.text, 60)


async def measured(db: Path, names: Sequence[str]) -> dict[str, Any]:
    """All figures.

    Args:
        names: of the projects in the library.
    """
    found: dict[str, Any] = {}
    async with running("tests.telegram.echo", {}) as echo:
        await echo.answered(questions(60))
        found["echo_per_second"], found["echo_cpu_ms"] = await echo.answered(questions(ANSWERS))
    env = {"BULLETIN_DB": str(db), "BULLETIN_CHATS": str(db.with_name("chats.db")), "BULLETIN_ADMINS": str(ADMIN)}
    async with running("bot", env, "run") as ours:
        await ours.answered(questions(60))
        found["fresh_per_second"], found["fresh_cpu_ms"] = await ours.answered(different(ANSWERS, names))
        found["per_second"], found["cpu_ms"] = await ours.answered(questions(ANSWERS))
        ours.server.faults["sendMessage"].append(Fault("delay", delay=0.05, times=-1))
        found["per_second_50ms"], _ = await ours.answered(questions(SLOW))
        ours.server.faults.clear()
        steady = await ours.latencies(questions(SECONDS * RATE))
        page = (files("data") / "bulletins" / "zhongyuan-2023-01.txt").read_text(encoding="utf-8").replace("第七期", "第九期")
        task = asyncio.create_task(_until_done(ours, page.encode()))
        while_adding = await ours.latencies(questions(SECONDS * RATE))
        await task
    found["p95_ms"], found["p50_ms"] = _percentile(steady, 95), statistics.median(steady)
    found["p95_ms_adding"] = _percentile(while_adding, 95)
    return found


async def _until_done(run: Run, page: bytes) -> None:
    await asyncio.sleep(1)
    await adding(run, page)


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


def _line(name: str, value: float, unit: str, wanted: str, good: bool) -> str:
    return f"  {name:<44}{value:8.1f} {unit:<4} wanted {wanted:<14}{'' if good else '  ← not reached'}"


def report(found: Mapping[str, float]) -> str:
    """The figures with what is wanted of them."""
    cpu, echo = found["cpu_ms"], found["echo_cpu_ms"]
    rate, other = found["per_second"], found["echo_per_second"]
    rows = [
        f"Telegram, against an echo bot ({platform.python_version()}, {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f})",
        f"  {'echo: CPU per answer':<44}{echo:8.2f} ms\n  {'echo: answers a second':<44}{other:8.1f}",
        _line("CPU per answer", cpu, "ms", f"≤ {echo + 2:.1f}", cpu <= echo + 2),
        _line("answers a second", rate, "", f"≥ {other / 2:.0f}", rate >= other / 2),
        _line("  the same, no question asked twice", found["fresh_cpu_ms"], "ms", f"≤ {echo + 2:.1f}", found["fresh_cpu_ms"] <= echo + 2),
        _line("  the same, no question asked twice", found["fresh_per_second"], "", f"≥ {other / 2:.0f}", found["fresh_per_second"] >= other / 2),
        _line("answers a second, 50 ms a send", found["per_second_50ms"], "", "≥ 150", found["per_second_50ms"] >= 150),
        _line("median at 20 questions a second", found["p50_ms"], "ms", "", True),
        _line("p95 at 20 questions a second", found["p95_ms"], "ms", "< 50", found["p95_ms"] < 50),
        _line("p95 while a file is added", found["p95_ms_adding"], "ms", "< 100", found["p95_ms_adding"] < 100),
    ]  # fmt: skip
    return "\n".join(rows)


def main() -> None:
    """Measure and print; ``--json`` prints the figures as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bulletins.db"
        with Library.open(db, create=True) as library:
            library.add([Path(str(files("data") / "bulletins"))])
            names = [found.value.name for found in library.projects()]
        found = asyncio.run(measured(db, sorted(set(names))))
    found["server_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found) if "--json" in sys.argv[1:] else report(found))


if __name__ == "__main__":
    main()
