"""Many files, read and understood by several processes, in order."""

from __future__ import annotations

import logging
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from threading import active_count, current_thread, main_thread

from index.errors import LibraryError, ReadError
from index.extraction import extract
from index.ingest import Limits, Reading, Watch, read_file, running, watched
from index.language.tokens import default_tokenizer
from index.records import Article, Extraction
from index.storage import Encoded, encoded

log = logging.getLogger(__name__)

_AHEAD = 12  # files per process that are read before the first is stored
_PLAIN = (".txt", ".md", ".html", ".htm", ".csv", ".jsonl")  # read by Python alone, which no file can break
_FEWEST = 6  # files for which it pays to start processes


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read; ``name``: as somebody sent it, or None."""

    path: Path
    limits: Limits | None = None
    name: str | None = None

    @property
    def shown(self) -> str:
        """The name for reports."""
        return self.name or self.path.name

    @property
    def is_plain(self) -> bool:
        """True for a format whose reader cannot break the process."""
        return self.path.suffix.lower() in _PLAIN


@dataclass(frozen=True, slots=True)
class Understood:
    """What a file holds, or the sentence why it could not be read (then there are no pairs)."""

    reading: Reading | None
    pairs: tuple[tuple[Article, Extraction], ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file's articles with their rows, as they go from one process to another, and what a report says of them.

    Attributes:
        flags: messages of the doubts in them. error: the sentence why it could not be read.
    """

    reading: Reading | None
    articles: tuple[tuple[Article, Encoded], ...] = ()
    projects: int = 0
    facts: int = 0
    flags: tuple[str, ...] = ()
    error: str | None = None


def understand(job: Job) -> Understood:
    """The articles of a file with what they say; a file that fails gives its sentence."""
    try:
        watch = Watch(job.shown, job.limits or Limits())
        reading = read_file(job.path, limits=job.limits, name=job.name)
        with running(watch):
            pairs = tuple((article, extract(article)) for article in watched(reading.articles))
    except ReadError as error:
        return Understood(None, error=str(error))
    except (LibraryError, MemoryError):
        raise
    except Exception as error:  # a fault of ours must not stop the other files
        log.exception("读取 %s 时出错", job.shown)
        return Understood(None, error=f"{job.shown}：读取时出错（{type(error).__name__}），请报告这个文件。")
    return Understood(replace(reading, text="", articles=()), pairs)


def prepared(found: Understood) -> Prepared:
    """The same with rows in place of what the articles say."""
    return Prepared(
        found.reading,
        tuple([(article, encoded(article, says)) for article, says in found.pairs]),
        sum(len(says.projects) for _, says in found.pairs),
        sum(len(says.facts) for _, says in found.pairs),
        tuple(dict.fromkeys(flag.message for _, says in found.pairs for flag in says.flags)),
        found.error,
    )


def prepare(job: Job) -> Prepared:
    """What a file holds, ready to be stored."""
    return prepared(understand(job))


def prepare_all(jobs: Sequence[Job], processes: int) -> Iterator[Prepared]:
    """What each file holds, in order, by as many processes; a few files ahead of the one that is taken."""
    if processes < 2 or len(jobs) < _FEWEST:
        yield from map(prepare, jobs)
        return
    done = 0
    try:
        for one in _by_pool(jobs, processes):
            yield one
            done += 1
    except BrokenProcessPool:
        log.warning("读取文件的进程中断了，其余文件逐个读取")
        yield from map(_alone, jobs[done:])


def _by_pool(jobs: Sequence[Job], processes: int) -> Iterator[Prepared]:
    """Each file by a worker, or by this process while it would wait for one."""
    helps = _may_help()
    started = processes - 1 if helps else processes
    with ProcessPoolExecutor(started, mp_context=get_context(_way_to_start())) as pool:
        waiting: deque[tuple[Job, Future[Prepared]]] = deque()
        try:
            for job in jobs:
                waiting.append((job, pool.submit(prepare, job)))
                if len(waiting) >= processes * _AHEAD:
                    yield _first(waiting, helps)
            while waiting:
                yield _first(waiting, helps)
        finally:
            for _, future in waiting:
                future.cancel()


def _first(waiting: deque[tuple[Job, Future[Prepared]]], helps: bool) -> Prepared:
    """What the first file holds; meanwhile this process reads files that no worker has begun."""
    while helps and not waiting[0][1].done():
        at = next((at for at, (one, future) in enumerate(waiting) if one.is_plain and future.cancel()), None)
        if at is None:
            break
        own: Future[Prepared] = Future()
        own.set_result(prepare(waiting[at][0]))
        waiting[at] = (waiting[at][0], own)
    found = waiting[0][1].result()
    waiting.popleft()
    return found


def _may_help() -> bool:
    """True in a command, which has nothing else to do; a bot's process goes on answering."""
    return current_thread() is main_thread()


def _way_to_start() -> str:
    """A fork shares the dictionary that is loaded; it is safe where no other thread may hold a lock."""
    alone = current_thread() is main_thread() and active_count() == 1
    if not (alone and sys.platform == "linux"):
        return "spawn"
    default_tokenizer().words("预备")
    return "fork"


def _alone(job: Job) -> Prepared:
    """A file read by a process of its own, which it may break without harm to the others."""
    try:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            return pool.submit(prepare, job).result()
    except BrokenProcessPool:
        return Prepared(None, error=f"{job.shown}：读取时进程中断了，可能内存不够，请拆分后再导入。")
