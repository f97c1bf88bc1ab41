"""The façade that everything outside uses."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from index.answering import Answerer
from index.errors import LibraryError, ReadError
from index.extraction import extract
from index.ingest import expand, read_file
from index.records import (
    Answer,
    Article,
    AuditEntry,
    Batch,
    Claim,
    Extraction,
    Fact,
    FileReport,
    Found,
    Generation,
    Hit,
    ProjectRow,
)
from index.retrieval.embedded import EmbeddedEngine
from index.retrieval.engine import Document, Explanation, Filters
from index.settings import Settings
from index.storage import Store, StoredFile


class Library:
    """Bulletins that can be asked. Many threads may read; one writes at a time; an answer sees one generation."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store, self._settings = store, settings
        self._lock = threading.Lock()
        self._engine = EmbeddedEngine()
        self._seen = -1
        self._answerer: Answerer | None = None

    @classmethod
    def open(cls, path: Path | str, *, settings: Settings | None = None, create: bool = False) -> Library:
        """The library at ``path``.

        Raises:
            StoreError: it can't be opened.
        """
        return cls(Store.open(path, create=create), settings or Settings())

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    def _fresh(self) -> Answerer:
        """The answerer of the live generation; brought up to date when anybody has written."""
        with self._lock:
            generation = self._store.generation
            if self._answerer is None or generation != self._seen:
                self._bring_to(generation)
            assert self._answerer is not None
            return self._answerer

    def _bring_to(self, generation: int) -> None:
        view = self._store.view(generation)
        if self._seen < 0:
            born, died = view.ids(), ()
        else:
            born, died = view.difference(self._seen)
        gone = [d.key for d in self._engine.documents() if d.article in set(died)]
        fresh = [document for article in born for document in documents(view.article(article), view.extraction(article))]
        self._engine.apply(generation, fresh, gone)
        self._seen = generation
        self._answerer = Answerer(view, self._engine, district=self._settings.district, timezone=self._settings.timezone)

    def ask(
        self, question: str, *, turns: Sequence[str] = (), now: datetime | None = None, district: str | None = None,
        id: str | None = None,
    ) -> Answer:  # fmt: skip
        """One answer or refusal; see ``Answerer.ask``."""
        return self._fresh().ask(question, turns, now, district, id)

    def check(self, sentence: str, now: datetime | None = None) -> tuple[Claim, ...]:
        """Each claim of a sentence with its verdict."""
        return self._fresh().check(sentence, now)

    def search(self, query: str, limit: int = 10, filters: Filters | None = None) -> tuple[Hit, ...]:
        """Ranked passages and project rows."""
        self._fresh()
        found: list[Hit] = []
        for match in self._engine.search(query, limit, filters):
            document = self._engine.document(match.key)
            ref = self._store.article(document.article).ref
            found.append(Hit(match.rank, round(match.score, 4), document.kind, document.article, document.title, document.text, ref))
        return tuple(found)

    def explain(self, query: str, limit: int = 10) -> tuple[Explanation, ...]:
        """Why the best hits have their scores."""
        self._fresh()
        return tuple(self._engine.explain(query, match.key) for match in self._engine.search(query, limit))

    def add(
        self, paths: Iterable[Path | str], *, actor: str = "cli", dry_run: bool = False, progress: Callable[[str], None] | None = None
    ) -> tuple[FileReport, ...]:  # fmt: skip
        """Read files and folders; each file is committed by itself, one that fails leaves nothing behind."""
        reports: list[FileReport] = []
        for path in expand(map(Path, paths)):
            reports.append(self._add_file(path, actor, dry_run))
            if progress is not None:
                progress(str(path))
        return tuple(reports)

    def _add_file(self, path: Path, actor: str, dry_run: bool) -> FileReport:
        try:
            reading = read_file(path)
        except ReadError as error:
            return FileReport(str(path), "failed", error=str(error))
        where = str(path.resolve())
        if self._store.known_file(where, reading.content_hash) is not None:
            return FileReport(str(path), "same", articles=len(reading.articles))
        changed = self._store.holds_path(where)
        pairs = [(article, extract(article)) for article in reading.articles]
        warnings = (*reading.warnings, *(flag.message for _, says in pairs for flag in says.flags))
        held = StoredFile(where, reading.file, reading.content_hash, tuple((a.id, a.file_span) for a in reading.articles))
        try:
            self._store.change(pairs, actor=actor, action="add", files=(held,), dry_run=dry_run)
        except LibraryError as error:
            return FileReport(str(path), "failed", error=str(error))
        return FileReport(
            str(path), "changed" if changed else "added", len(pairs), sum(len(says.projects) for _, says in pairs),
            sum(len(says.facts) for _, says in pairs), tuple(dict.fromkeys(warnings)),
        )  # fmt: skip

    def remove(self, ids: Collection[str], *, actor: str = "cli") -> Generation:
        """Take articles out of the live generation."""
        return self._store.commit(remove=ids, actor=actor, action="remove")

    def rollback(self, number: int, *, actor: str = "cli") -> Generation:
        """A new generation in which the same is live as in generation ``number``."""
        return self._store.rollback(number, actor=actor)

    def history(self) -> tuple[Generation, ...]:
        """All generations, oldest first."""
        return self._store.history()

    def audit(self) -> tuple[AuditEntry, ...]:
        """Who changed what, oldest first."""
        return self._store.audit()

    def articles(self) -> tuple[Article, ...]:
        """Live articles."""
        return self._store.articles()

    def article(self, article: str) -> Article:
        """One article, live or not."""
        return self._store.article(article)

    def projects(self, **filters: object) -> tuple[Found[ProjectRow], ...]:
        """Project rows, filtered by period, stage, district, name …"""
        return self._store.projects(**filters)  # type: ignore[arg-type]

    def batches(self, **filters: object) -> tuple[Found[Batch], ...]:
        """Batches."""
        return self._store.batches(**filters)  # type: ignore[arg-type]

    def facts(self, **filters: object) -> tuple[Found[Fact], ...]:
        """Facts."""
        return self._store.facts(**filters)  # type: ignore[arg-type]

    def add_alias(self, alias: str, name: str, *, actor: str) -> None:
        """Let ``alias`` mean ``name``."""
        self._store.add_alias(alias, name, actor)
        with self._lock:
            self._answerer = None


def documents(article: Article, says: Extraction) -> list[Document]:
    """What is indexed of an article: its passages and its project rows."""
    found = [
        Document(f"{article.id}#{p.number}", "passage", article.id, article.title, p.text, (), article.district, None, article.date)
        for p in says.passages
    ]
    for number, row in enumerate(says.projects):
        parts = (row.name, row.stage, row.owner, row.place, row.content)
        text = "，".join(part for part in parts if part)
        period = str(row.period) if row.period is not None else None
        found.append(Document(f"{article.id}!{number}", "project", article.id, article.title, text, (), row.district, period, article.date))
    return found
