"""The store: one file, one writer at a time, any number of readers."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import StoreError
from index.records import Article, AuditEntry, Generation
from index.storage.connect import APPLICATION, MIGRATION_SET, STEPS, Pool, connect, to_wal, translated
from index.storage.pruning import prune
from index.storage.view import View
from index.storage.write import Change, Says, StoredFile, Writer, audit

if TYPE_CHECKING:
    from sqlite_utils import Database

KEEP = 100
"""Generations that are kept where nothing else is said."""

_FIRST_WRITE = threading.Lock()


@dataclass(frozen=True, slots=True)
class Pin:
    """An answer that staff set for a question; ``article``: id of the article it is taken from."""

    question: str
    answer: str
    article: str | None
    actor: str
    at: str


def _now() -> datetime:
    return datetime.now().astimezone()


class Store(View):
    """The library's database. As a View it always reads the newest generation."""

    def __init__(self, path: Path, *, writable: bool, clock: Callable[[], datetime], keep: int = KEEP) -> None:
        super().__init__(Pool(path, mode="rw" if writable else "ro"), path, 0)
        self._keep = keep
        self._clock = clock
        self._writing = threading.Lock()
        self._watching = threading.Lock()
        self._writer: Database | None = None
        self._watcher: sqlite3.Connection | None = None

    @classmethod
    def open(
        cls, path: Path | str, *, create: bool = True, clock: Callable[[], datetime] = _now, keep: int = KEEP
    ) -> Store:
        """The store at ``path``; made there where ``create`` is set. ``keep``: how many generations are kept.

        Raises StoreError where there is none, or it can't be read.
        """
        path = Path(path)
        if path.is_dir():
            raise StoreError(f"数据库 {path} 是文件夹：应为文件的路径。")
        if not path.exists():
            if not create:
                raise StoreError(
                    f"数据库 {path} 不存在：请先用 bulletin-index add 导入公报，或用 --db 指定。"
                )
            if not path.absolute().parent.is_dir():
                raise StoreError(
                    f"文件夹 {path.absolute().parent} 不存在：请先建立，或用 --db 另指数据库的路径。"
                )
        with translated(path):
            writable = _prepare(path, create)
        return cls(path, writable=writable, clock=clock, keep=keep)

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._path

    @property
    def generation(self) -> int:
        """Number of the live generation; 0 for an empty library."""
        with self._pool.take() as connection:
            return int(connection.execute("SELECT coalesce(max(number), 0) FROM generations").fetchone()[0])

    def view(self, generation: int | None = None) -> View:
        """A view that stays at ``generation`` (the live one by default)."""
        return View(self._pool, self._path, self.generation if generation is None else generation)

    def mark(self, generation: int) -> str:
        """What tells this generation from one with the same number in another file; "" for an unknown one."""
        sql = "SELECT number, at, action, actor, articles FROM generations WHERE number = :number"
        return "|".join(str(value) for row in self._rows(sql, {"number": generation}) for value in row)

    def keeps(self, generation: int) -> bool:
        """Whether this generation can be read and restored."""
        sql = "SELECT 1 FROM generations WHERE number = :number AND kept"
        return generation == 0 or bool(self._rows(sql, {"number": generation}))

    def data_version(self) -> int:
        """A number that changes when anybody has written (a few microseconds)."""
        with self._watching, translated(self._path):
            if self._watcher is None:
                self._watcher = connect(self._path, mode="ro")
            return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Closes all connections; the last one to close can write, so that no log stays behind."""
        with self._writing, self._watching:
            if self._watcher is not None:
                self._watcher.close()
            self._pool.close()
            if self._writer is not None:
                self._writer.conn.close()
            self._writer = self._watcher = None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- changing

    def commit(
        self,
        add: Sequence[tuple[Article, Says]] = (),
        remove: Collection[str] = (),
        *,
        actor: str,
        action: str = "add",
        files: Sequence[StoredFile] = (),
    ) -> Generation:
        """Adds and removes articles in one transaction: the new generation, or the old one if nothing changed.

        Raises UnknownItem, StoreError, DatabaseBusy; then nothing has changed.
        """
        self.change(add, remove, actor=actor, action=action, files=files)
        return self.current()

    def change(
        self,
        add: Sequence[tuple[Article, Says]] = (),
        remove: Collection[str] = (),
        *,
        actor: str,
        action: str = "add",
        files: Sequence[StoredFile] = (),
        dry_run: bool = False,
    ) -> Change:
        """The same as :meth:`commit`, returning what became live and what ended; ``dry_run`` undoes it all."""

        def work(writer: Writer) -> None:
            writer.add(add, files)
            writer.remove(remove)

        return self._changed(work, actor=actor, action=action, dry_run=dry_run)

    def rollback(self, number: int, *, actor: str) -> Generation:
        """A new generation in which the same is live as in generation ``number``; 0 is the empty library.

        Raises UnknownItem where there is no such generation, or it is no longer kept.
        """
        self._changed(lambda writer: writer.roll_back(number), actor=actor, action="rollback")
        return self.current()

    def add_pin(self, question: str, answer: str, article: str | None, actor: str) -> None:
        """Sets the answer to a question."""
        at = self._at_now()
        self._staff(
            "INSERT OR REPLACE INTO pins VALUES (?, ?, ?, ?, ?)", (question, answer, article, actor, at),
            actor=actor, at=at, action="pin", target=question,
        )  # fmt: skip

    def remove_pin(self, question: str, actor: str) -> bool:
        """Takes a set answer back; False where there was none."""
        sql = "DELETE FROM pins WHERE question = ?"
        return self._staff(sql, (question,), actor=actor, at=self._at_now(), action="unpin", target=question)

    def add_alias(self, alias: str, name: str, actor: str) -> None:
        """Lets ``alias`` mean ``name``."""
        at = self._at_now()
        self._staff(
            "INSERT OR REPLACE INTO aliases VALUES (?, ?, ?, ?)", (alias, name, actor, at),
            actor=actor, at=at, action="alias", target=f"{alias} = {name}",
        )  # fmt: skip

    def remove_alias(self, alias: str, actor: str) -> bool:
        """Takes an alias back; False where there was none."""
        sql = "DELETE FROM aliases WHERE alias = ?"
        return self._staff(sql, (alias,), actor=actor, at=self._at_now(), action="unalias", target=alias)

    # ---- looking back

    def current(self) -> Generation:
        """The live generation; number 0 for an empty library."""
        known = self.history()
        return known[-1] if known else Generation(0, "", "", "", 0, current=True)

    def pins(self) -> tuple[Pin, ...]:
        """Answers that staff set."""
        return tuple(Pin(*row) for row in self._rows("SELECT * FROM pins ORDER BY question", {}))

    def history(self) -> tuple[Generation, ...]:
        """All generations, oldest first; those that are no longer kept are marked."""
        sql = """SELECT number, at, action, actor, articles,
            number = (SELECT max(number) FROM generations), kept FROM generations ORDER BY number"""
        return tuple(
            Generation(number, at, action, actor, articles, bool(current), bool(kept))
            for number, at, action, actor, articles, current, kept in self._rows(sql, {})
        )

    def audit(self) -> tuple[AuditEntry, ...]:
        """Who changed what, oldest first."""
        sql = "SELECT at, actor, action, target, generation FROM audit ORDER BY key"
        return tuple(AuditEntry(*row) for row in self._rows(sql, {}))

    # ---- health and copies

    def problems(self) -> tuple[str, ...]:
        """What SQLite and our own rules find wrong in the file; empty when all is well."""
        found: list[str] = []
        with self._pool.take() as connection:
            found += [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            found += [f"表 {row[0]} 的第 {row[1]} 行指向不存在的记录" for row in broken[:20]]
            unread = """SELECT count(*) FROM articles a LEFT JOIN readings r ON r.article = a.key
                WHERE r.article IS NULL OR a.lineage = 0"""
            (count,) = connection.execute(unread).fetchone()
            if count:
                found.append(f"{count} 篇文章没有完整写入")
            stated = connection.execute(
                "SELECT articles FROM generations ORDER BY number DESC LIMIT 1"
            ).fetchone() or (0,)
            (live,) = connection.execute("SELECT count(*) FROM lifetimes WHERE died IS NULL").fetchone()
            if stated[0] != live:
                found.append(f"当前一代应有 {stated[0]} 篇文章，实际 {live} 篇")
        return tuple(found)

    def copy_to(self, target: Path) -> None:
        """A consistent copy of the database at ``target``, made while others read and write."""
        with self._pool.take() as connection, translated(target):
            copy = connect(target, mode="rwc")
            try:
                connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()

    def copy_into(self, target: Path) -> None:
        """Writes this database over the one at ``target``, which others may have open."""
        with self._pool.take() as connection, translated(target):
            other = connect(target)
            try:
                connection.backup(other)
            finally:
                other.close()

    def note(self, actor: str, action: str, target: str) -> None:
        """One audit entry for something that is no change of articles."""
        with self._transaction() as connection:
            (number,) = connection.execute("SELECT coalesce(max(number), 0) FROM generations").fetchone()
            audit(connection, self._at_now(), actor, [(action, target)], number)

    def size(self) -> int:
        """Bytes on disk, the write-ahead log included."""
        files = (self._path, Path(f"{self._path}-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    # ---- inside

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._writing, translated(self._path):
            if self._writer is None:
                self._writer = _writing_connection(self._path)
            with self._writer.atomic():
                yield self._writer.conn

    def _changed(
        self, work: Callable[[Writer], None], *, actor: str, action: str, dry_run: bool = False
    ) -> Change:
        change = Change()
        with suppress(_Undo), self._transaction() as connection:
            writer = Writer(connection, at=self._at_now(), actor=actor, action=action)
            work(writer)
            change = writer.change()
            if not writer.finish() or dry_run:
                raise _Undo
            prune(connection, writer.number, self._keep)
        return change

    def _staff(
        self, sql: str, values: tuple[Any, ...], *, actor: str, at: str, action: str, target: str
    ) -> bool:
        with self._transaction() as connection:
            done = bool(connection.execute(sql, values).rowcount)
            if done:
                (number,) = connection.execute("SELECT coalesce(max(number), 0) FROM generations").fetchone()
                audit(connection, at, actor, [(action, target)], number)
        return done

    def _at_now(self) -> str:
        return self._clock().isoformat(timespec="seconds")


class _Undo(Exception):
    """Leaves a transaction so that it is undone."""


def _prepare(path: Path, create: bool) -> bool:
    """Checks the file and brings its schema up to date; False where it can be read only."""
    connection = connect(path, mode="rwc" if create else "rw")
    try:
        applied = _applied(connection, path)
        if applied != STEPS:
            unknown = [step for step in applied if step not in STEPS]
            if unknown:
                raise StoreError(f"数据库 {path} 是更新的版本建立的（{unknown[0]}）：请升级本程序。")
            _migrate(path)
        try:
            to_wal(connection)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            return False
        return True
    finally:
        connection.close()


def _applied(connection: sqlite3.Connection, path: Path) -> tuple[str, ...]:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if tables and application != APPLICATION:
        raise StoreError(f"{path} 是别的程序的数据库：请用 --db 或 BULLETIN_DB 另指一个路径。")
    if "_sqlite_migrations" not in tables:
        return ()
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
    return tuple(row[0] for row in connection.execute(sql, (MIGRATION_SET,)))


def _migrate(path: Path) -> None:
    from index.storage.migrations import migrations

    db = _writing_connection(path)
    try:
        to_wal(db.conn)
        # One process at a time: the second one finds nothing to do.
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            migrations.apply(db)
            db.conn.execute("COMMIT")
        except BaseException:
            db.conn.execute("ROLLBACK")
            raise
    finally:
        db.conn.close()


def _writing_connection(path: Path) -> Database:
    with _FIRST_WRITE:
        from sqlite_utils import Database

    connection = connect(path)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return Database(connection)
