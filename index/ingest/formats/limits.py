"""How much is read of one file."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TypeVar

from index.errors import ReadError


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Attributes:
        file_bytes: size of the file, and of everything that an archive unpacks to. articles: in one file.
        pages: of a PDF, sheets of a workbook, files in an archive. seconds: for one file.
    """

    file_bytes: int = 64 * 1024 * 1024
    articles: int = 20_000
    pages: int = 500
    seconds: float = 600.0


@dataclass(slots=True)
class Watch:
    """The clock and the counters of one file that is being read."""

    name: str
    limits: Limits
    started: float = field(default_factory=lambda: time.monotonic())

    def check_time(self) -> None:
        """Raises ReadError where the file has taken too long."""
        if time.monotonic() - self.started > self.limits.seconds:
            raise ReadError(
                f"{self.name}：读了 {self.limits.seconds:g} 秒还没有读完，请拆分后再导入，"
                "或调大 BULLETIN_MAX_SECONDS。"
            )

    def check_bytes(self, size: int) -> None:
        """Raises ReadError where ``size`` bytes are too many."""
        if size > self.limits.file_bytes:
            raise ReadError(
                f"{self.name}：文件有 {_megabytes(size)} MB，超过上限 {_megabytes(self.limits.file_bytes)} MB，"
                "请拆分后再导入，或调大 BULLETIN_MAX_MB。"
            )

    def check_pages(self, number: int, what: str = "页") -> None:
        """Raises ReadError where there are too many pages; ``what`` they are called."""
        if number > self.limits.pages:
            raise ReadError(
                f"{self.name}：共 {number} {what}，超过上限 {self.limits.pages}，"
                "请拆分后再导入，或调大 BULLETIN_MAX_PAGES。"
            )

    def check_articles(self, number: int) -> None:
        """Raises ReadError where there are too many articles."""
        if number > self.limits.articles:
            raise ReadError(f"{self.name}：超过 {self.limits.articles} 篇文章，请拆分后再导入。")


T = TypeVar("T")
_RUNNING: ContextVar[Watch | None] = ContextVar("running", default=None)


@contextmanager
def running(watch: Watch) -> Iterator[None]:
    """While a file is read, ``watched`` looks at its clock, however deep inside one article."""
    token = _RUNNING.set(watch)
    try:
        yield
    finally:
        _RUNNING.reset(token)


def watched(things: Iterable[T]) -> Iterator[T]:
    """The things, each while there is time left for the file that is being read.

    Raises:
        ReadError: the file has taken too long.
    """
    watch = _RUNNING.get()
    for thing in things:
        if watch is not None:
            watch.check_time()
        yield thing


def _megabytes(size: int) -> str:
    return f"{size / 1048576:.1f}".removesuffix(".0")
