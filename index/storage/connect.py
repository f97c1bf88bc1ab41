"""Connections to the database file, and its errors as one sentence."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from urllib.parse import quote

from index.errors import DatabaseBusy, StoreError

APPLICATION = 0x62756C74  # "bult", kept in the file's header
MIGRATION_SET = "index"
STEPS = ("create_tables", "keep_some_generations", "find_places")
"""Names of the migrations, in order (kept here so that reading need not import them)."""

BUSY_MS = 5000
"""How long a writer waits for another one."""

_SENTENCES = {
    sqlite3.SQLITE_NOTADB: "数据库 {path} 不是数据库或已损坏：请换一个路径，或用 bulletin-index restore 恢复备份。",
    sqlite3.SQLITE_CORRUPT: "数据库 {path} 已损坏：请用 bulletin-index restore 从备份恢复，或删除后重新导入。",
    sqlite3.SQLITE_READONLY: "数据库 {path} 只读：请检查文件和文件夹的写权限。",
    sqlite3.SQLITE_PERM: "数据库 {path} 没有权限打开：请检查文件的权限。",
    sqlite3.SQLITE_FULL: "磁盘已满，数据库 {path} 没有写入任何内容：请腾出空间后重试。",
    sqlite3.SQLITE_IOERR: "数据库 {path} 读写失败，没有写入任何内容：请检查磁盘空间和设备。",
    sqlite3.SQLITE_CANTOPEN: "数据库 {path} 打不开：请检查路径是否存在、是否有权限。",
    sqlite3.SQLITE_TOOBIG: "内容过大，数据库 {path} 存不下：请拆成较小的文件。",
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns sqlite3's errors into StoreError or DatabaseBusy with one sentence about ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise DatabaseBusy(f"数据库 {path} 正被另一个程序写入：请稍后重试。") from error
        sentence = _SENTENCES.get(code, "数据库 {path} 出错（{error}）：请运行 bulletin-index doctor 检查。")
        raise StoreError(sentence.format(path=path, error=error)) from error


def connect(path: Path, *, mode: str = "rw") -> sqlite3.Connection:
    """A connection in autocommit mode; ``mode``: ro, rw or rwc (create)."""
    connection = sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MS / 1000,
        cached_statements=256,
    )
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def to_wal(connection: sqlite3.Connection) -> None:
    """Switches the file to a write-ahead log, so that readers and the writer don't wait for each other.

    SQLite doesn't wait by itself when two processes switch at once.
    """
    deadline = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


class Pool:
    """Reading connections, each used by one thread at a time."""

    def __init__(self, path: Path, *, mode: str) -> None:
        self._path = path
        self._mode = mode
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._closed = False

    @contextmanager
    def take(self) -> Iterator[sqlite3.Connection]:
        """A connection for one read; errors are translated."""
        if self._closed:
            raise StoreError(f"数据库 {self._path} 已关闭。")
        with translated(self._path):
            try:
                connection = self._idle.get_nowait()
            except Empty:
                connection = connect(self._path, mode=self._mode)
                connection.execute("PRAGMA query_only = 1")
            try:
                yield connection
            finally:
                if self._closed:
                    connection.close()
                else:
                    self._idle.put(connection)

    def close(self) -> None:
        """Closes the idle connections; one in use is closed when it comes back."""
        self._closed = True
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return
