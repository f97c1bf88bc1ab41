"""Files into the store: read outside the transaction, commit short; a file that fails leaves nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.ingest import Limits, expand
from index.library.parallel import Job, Prepared, prepare_all, prepared, understand
from index.library.values import Preview
from index.records import Article, FileReport
from index.settings import Settings
from index.storage import Change, Encoded, Store, StoredFile

Progress = Callable[[int, int, str], None]
"""Called with files done, files in all, and the name of the last one."""

_BATCH = 200  # articles that are committed together


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, understood and made ready, not yet stored."""

    report: FileReport
    file: StoredFile
    articles: tuple[tuple[Article, Encoded], ...]
    path_known: bool


def limits_of(settings: Settings) -> Limits:
    """What one file may cost, as the settings say."""
    return Limits(
        file_bytes=int(settings.max_mb * 1024 * 1024),
        pages=settings.max_pages,
        seconds=settings.max_seconds,
    )


def add_files(
    store: Store,
    paths: Iterable[Path],
    *,
    actor: str,
    dry_run: bool = False,
    limits: Limits | None = None,
    progress: Progress | None = None,
    processes: int = 1,
) -> tuple[FileReport, ...]:
    """Adds files and folders; one report a file, in order. ``processes``: that read, where there are many files.

    Raises StoreError or DatabaseBusy where the database can't be written; what was committed before stays.
    """
    files = list(dict.fromkeys(expand(paths)))
    reports: list[FileReport | None] = []
    waiting: list[tuple[int, ReadFile]] = []

    def flush() -> None:
        if waiting:
            for (number, _), report in zip(
                waiting, _commit(store, [r for _, r in waiting], actor, dry_run), strict=True
            ):
                reports[number] = report
            waiting.clear()

    for number, (path, read) in enumerate(zip(files, _read_all(store, files, limits, processes), strict=True)):
        if isinstance(read, ReadFile):
            same_path = any(held.file.path == read.file.path for _, held in waiting)
            if same_path or sum(len(held.articles) for _, held in waiting) + len(read.articles) > _BATCH:
                flush()
            reports.append(None)
            waiting.append((number, read))
        else:
            reports.append(read)
        if progress is not None:
            progress(number + 1, len(files), path.name)
    flush()
    return tuple(report for report in reports if report is not None)


def add_file(
    store: Store,
    path: Path,
    *,
    name: str | None = None,
    actor: str,
    dry_run: bool = False,
    limits: Limits | None = None,
) -> Preview:
    """Adds one file, or only says what that would do; with what was read in it.

    A file with a ``name`` was sent by somebody: it is known by that name, not by where it lies.
    """
    asked = _asked(store, Job(path, limits, name))
    if isinstance(asked, FileReport):
        return Preview(asked, ())
    found = understand(asked.job)
    read = _answered(store, asked, prepared(found))
    if isinstance(read, FileReport):
        return Preview(read, ())
    return Preview(_commit(store, [read], actor, dry_run)[0], found.pairs)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file that is not known yet: its name for reports, where it lies, the hash of its bytes."""

    job: Job
    shown: str
    where: str
    digest: str | None


def _asked(store: Store, job: Job) -> _Asked | FileReport:
    shown = job.name or str(job.path)
    where = f"upload:{job.name}" if job.name else str(job.path.resolve())
    digest = _digest(job.path)
    known = store.known_file(where, digest) if digest else None
    return _Asked(job, shown, where, digest) if known is None else FileReport(shown, "same", articles=len(known))


def _read_all(
    store: Store, files: Sequence[Path], limits: Limits | None, processes: int
) -> Iterator[ReadFile | FileReport]:
    """Each file read, or its report, in order; known ones are not read again."""
    asked = [_asked(store, Job(path, limits)) for path in files]
    ready = prepare_all([one.job for one in asked if isinstance(one, _Asked)], processes)
    for one in asked:
        yield _answered(store, one, next(ready)) if isinstance(one, _Asked) else one


def _answered(store: Store, asked: _Asked, found: Prepared) -> ReadFile | FileReport:
    if found.reading is None:
        return FileReport(asked.shown, "failed", error=found.error)
    if not found.articles:
        return FileReport(asked.shown, "failed", error=f"{asked.job.path.name}：里面没有文章，请换一个有内容的文件。")
    report = FileReport(
        asked.shown,
        "added",
        articles=len(found.articles),
        projects=found.projects,
        facts=found.facts,
        warnings=tuple(dict.fromkeys((*found.reading.warnings, *found.flags))),
    )
    digest = asked.digest or found.reading.content_hash
    places = tuple((article.id, article.file_span) for article, _ in found.articles)
    stored = StoredFile(asked.where, found.reading.file, digest, places)
    return ReadFile(report, stored, found.articles, store.holds_path(asked.where))


def _commit(store: Store, files: Sequence[ReadFile], actor: str, dry_run: bool) -> list[FileReport]:
    articles = {article.id: (article, rows) for read in files for article, rows in read.articles}
    change = store.change(
        list(articles.values()), actor=actor, action="add", files=[read.file for read in files], dry_run=dry_run
    )
    return [_settled(read, change) for read in files]


def _settled(read: ReadFile, change: Change) -> FileReport:
    ids = {article.id for article, _ in read.articles}
    replaced = [pair for pair in change.replaced if pair[0] in ids]
    if not ids & change.born:
        return replace(read.report, status="same")
    if read.path_known or replaced:
        return replace(read.report, status="changed")
    return read.report


def _digest(path: Path) -> str | None:
    """Hash of the file's bytes; None where it can't be read (which reading will explain)."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
