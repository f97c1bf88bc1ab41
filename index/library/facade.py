"""The façade. Opening is cheap; search, answers and reading of files are loaded when first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from index.catalogue.places import Place
from index.catalogue.places import places as places_of
from index.catalogue.sources import source_of
from index.errors import LibraryError, UnknownItem
from index.language.lexicon import compile_patterns
from index.library.remembered import Remembered
from index.library.values import Doubt, Preview, Project, StatedBatch, StatedFact, Status, Step
from index.records import (
    Answer,
    Article,
    AuditEntry,
    Batch,
    Claim,
    Extraction,
    Fact,
    FileReport,
    Flag,
    Found,
    Generation,
    Hit,
    Person,
    ProjectRow,
    Source,
)
from index.records.answers import AnswerFact
from index.settings import Settings
from index.storage import Store, View
from index.storage.store import Pin

if TYPE_CHECKING:
    from index.ingest import Limits
    from index.library.asking import Asking
    from index.library.searching import Held, Searching
    from index.retrieval.engine import Document, Explanation, Filters

Period = int | str


class Library:
    """Bulletins that can be asked. Safe to share between threads: many read, one writes.

    Every answer and search sees one generation, the newest when it began.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._searching: Searching | None = None
        self._opening = threading.Lock()
        self._questions: Asking | None = None
        self._remembered = Remembered()

    @classmethod
    def open(cls, path: Path | str, *, settings: Settings | None = None, create: bool = False) -> Library:
        """The library at ``path``; made there where ``create`` is set.

        Raises:
            StoreError: there is none, or it can't be read.
        """
        settings = settings or Settings()
        zone, keep = settings.zone, settings.generations
        return cls(Store.open(path, create=create, clock=lambda: datetime.now(zone), keep=keep), settings)

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the database."""
        if self._searching is not None:
            self._searching.close()
        self._store.close()

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._store.path

    @property
    def generation(self) -> int:
        """Number of the live generation; 0 for an empty library."""
        return self._store.generation

    @property
    def store(self) -> Store:
        """The database, for the rooms that look after it."""
        return self._store

    # ---- questions

    def ask(
        self,
        question: str,
        *,
        turns: Sequence[str] = (),
        now: datetime | None = None,
        district: str | None = None,
        id: str | None = None,
    ) -> Answer:
        """One answer or refusal.

        Args:
            question: as typed. turns: the person's earlier questions, oldest first. now: the moment of
                asking. district: whose 本区 is meant in this conversation. id: comes back in the answer.
        """
        asking, began = self._asking(), perf_counter()
        # The moment matters by its day; what was asked in the same hour is answered by the same sentence.
        today = datetime.now(self._settings.zone)
        same = (question, tuple(turns), district, today.isoformat()[:13])
        version = asking.held.version
        if now is None and (known := self._remembered.get(version, same)) is not None:
            return replace(known, id=id, took_ms=round((perf_counter() - began) * 1000, 2))
        answer = asking.ask(question, tuple(turns), now or today, district, id)
        if now is None:
            self._remembered.keep(version, same, answer)
        return answer

    def ask_as_of(
        self, question: str, day: date, *, turns: Sequence[str] = (), district: str | None = None
    ) -> Answer:
        """The answer that bulletins up to ``day`` give, asked at the end of that day."""
        return self._asking().ask_as_of(question, day, tuple(turns), district)

    def related(self, answer: Answer) -> tuple[str, ...]:
        """Up to three questions that the cited article answers, too; the answer's own ones where it has some."""
        return (self._questions or self._asking()).related(answer)

    def check(self, sentence: str, now: datetime | None = None) -> tuple[Claim, ...]:
        """Each claim of a sentence: confirmed, contradicted or not mentioned."""
        return self._held().answerer.check(sentence, now)

    def search(self, query: str, limit: int = 10, filters: Filters | None = None) -> tuple[Hit, ...]:
        """The best passages and project rows."""
        return tuple(hit for hit, _ in self._hits(query, limit, filters))

    def explain(
        self, query: str, limit: int = 10, filters: Filters | None = None
    ) -> tuple[tuple[Hit, Explanation], ...]:
        """The best passages and project rows, each with the reasons for its score."""
        held = self._held()
        return tuple(
            (hit, held.engine.explain(query, key)) for hit, key in self._hits(query, limit, filters, held)
        )

    def warm_up(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Loads what the first question would load; ``progress`` is told (done, all) where the index is built."""
        self._search_index(progress).current()

    def prepare(self) -> None:
        """Loads and compiles all that answering needs, for a process that answers for long."""
        self.warm_up()
        self._asking()
        compile_patterns()

    def documents(self) -> tuple[Document, ...]:
        """Passages and project rows as they are searched."""
        return self._held().engine.documents()

    # ---- what is known

    def articles(self) -> tuple[Article, ...]:
        """Live articles, in the order in which they were added."""
        return self._store.view().articles()

    def article(self, article: str) -> Article:
        """One article, live or not. Raises UnknownItem."""
        return self._store.article(article)

    def extraction(self, article: str) -> Extraction:
        """Everything that one article says. Raises UnknownItem."""
        return self._store.extraction(article)

    def projects(
        self,
        *,
        period: Period | None = None,
        stage: str | None = None,
        district: str | None = None,
        programme: str | None = None,
        articles: Collection[str] | None = None,
        name: str | None = None,
    ) -> tuple[Found[ProjectRow], ...]:
        """Project rows as the articles print them."""
        view = self._store.view()
        return view.projects(
            period=period, stage=stage, district=_full(view, district), programme=programme, articles=articles,
            name=name,
        )  # fmt: skip

    def catalogue(
        self,
        *,
        period: Period | None = None,
        stage: str | None = None,
        district: str | None = None,
        name: str | None = None,
    ) -> tuple[Project, ...]:
        """Projects, one a project and period, with all sources."""
        from index.library.merging import merged

        rows = self.projects(period=period, stage=stage, district=district, name=name)
        return merged(rows, self._articles_of(rows))

    def batches(
        self,
        *,
        period: Period | None = None,
        stage: str | None = None,
        district: str | None = None,
        programme: str | None = None,
        articles: Collection[str] | None = None,
    ) -> tuple[Found[Batch], ...]:
        """Batches as the articles state them."""
        view = self._store.view()
        return view.batches(
            period=period, stage=stage, district=_full(view, district), programme=programme, articles=articles
        )

    def stated_batches(
        self, *, period: Period | None = None, stage: str | None = None, district: str | None = None
    ) -> tuple[StatedBatch, ...]:
        """Batches with their sources."""
        rows = self.batches(period=period, stage=stage, district=district)
        articles = self._articles_of(rows)
        return tuple(
            StatedBatch(found.value, _batch_sources(found, articles[found.article])) for found in rows
        )

    def facts(
        self,
        *,
        articles: Collection[str] | None = None,
        kind: str | None = None,
        subject: str | None = None,
        attribute: str | None = None,
        period: Period | None = None,
        stage: str | None = None,
        district: str | None = None,
        private: bool | None = None,
    ) -> tuple[Found[Fact], ...]:
        """Facts as the articles state them; ``private`` False leaves out what concerns private persons."""
        view = self._store.view()
        return view.facts(
            articles=articles, kind=kind, subject=subject, attribute=attribute, period=period, stage=stage,
            district=_full(view, district), private=private,
        )  # fmt: skip

    def stated_facts(self, facts: Iterable[Found[Fact]] | None = None) -> tuple[StatedFact, ...]:
        """Facts with their sources; all by default."""
        facts = self.facts() if facts is None else tuple(facts)
        articles = self._articles_of(facts)
        return tuple(_stated(found.value, articles[found.article]) for found in facts)

    def people(self, name: str | None = None, office: str | None = None) -> tuple[Found[Person], ...]:
        """Mentions of people; ``office``: a part of the printed office."""
        return self._store.view().people(name, office)

    def places(self) -> tuple[Place, ...]:
        """Places that bulletins name, with the articles that do; where private persons live is none."""
        view = self._store.view()
        sited = [(f.value.place, f.value.district, f.article) for f in view.projects()]
        sited += [(f.value.place, f.value.district, f.article) for f in view.batches()]
        return places_of((*view.places(), *((name, district, by) for name, district, by in sited if name)))

    def timeline(self, project: str) -> tuple[Step, ...]:
        """What bulletins say about one project (its id), oldest first; empty where none does."""
        from index.library.overview import steps

        rows = self.projects()
        return steps(rows, self._articles_of(rows), project)

    def doubts(self) -> tuple[Doubt, ...]:
        """Flags of the live articles, and where articles contradict one another."""
        from index.library.overview import doubts

        flags, rows, batches = self.flags(), self.projects(), self.batches()
        return doubts(flags, rows, batches, self._articles_of((*flags, *rows, *batches)))

    def flags(self) -> tuple[Found[Flag], ...]:
        """What was found doubtful and an admin should see."""
        return self._store.view().flags()

    def status(self) -> Status:
        """The state of the library in figures."""
        view, live = self._store.view(), self._store.current()
        counts = view.counts()
        first, last = view.dates()
        return Status(
            db=str(self.path), generation=live.number, changed_at=live.at or None, articles=counts.articles,
            passages=counts.passages, projects=counts.projects, batches=counts.batches, facts=counts.facts,
            people=counts.people, lists=counts.lists, flags=counts.flags, files=counts.files,
            districts=view.districts(), first_date=first, last_date=last, size=self._store.size(),
        )  # fmt: skip

    # ---- changes

    def add(
        self,
        paths: Iterable[Path | str],
        *,
        actor: str = "cli",
        dry_run: bool = False,
        limits: Limits | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> tuple[FileReport, ...]:
        """Adds files and folders: one report a file. A file that fails is reported and leaves nothing.

        Raises:
            StoreError, DatabaseBusy: the database can't be written.
        """
        from index.library.adding import add_files, limits_of

        reports = add_files(
            self._store,
            [Path(path) for path in paths],
            actor=actor,
            dry_run=dry_run,
            limits=limits or limits_of(self._settings),
            progress=progress,
            processes=self._settings.processes,
        )
        self._after_change()
        return reports

    def add_file(
        self, path: Path | str, *, name: str, actor: str, limits: Limits | None = None
    ) -> FileReport:
        """Adds one file that somebody sent; ``name`` is what it is called and known by, wherever it lies."""
        from index.library.adding import add_file, limits_of

        made = add_file(
            self._store, Path(path), name=name, actor=actor, limits=limits or limits_of(self._settings)
        )
        self._after_change()
        return made.report

    def preview(self, path: Path | str, *, name: str | None = None, limits: Limits | None = None) -> Preview:
        """What adding one file would do; nothing is written. ``name``: what the file is called in the report."""
        from index.library.adding import add_file, limits_of

        return add_file(
            self._store,
            Path(path),
            name=name,
            actor="",
            dry_run=True,
            limits=limits or limits_of(self._settings),
        )

    def remove(self, ids: Iterable[str], *, actor: str = "cli") -> Generation:
        """Takes articles out. ``ids``: ids, refs, or beginnings of ids. Raises UnknownItem."""
        found: dict[str, None] = {}
        for name in ids:
            meant = self._store.resolve(name)
            if len(meant) != 1:
                known = "对应多篇文章" if meant else "没有对应的文章"
                raise UnknownItem(f"编号 {name} {known}：用 bulletin-index articles 查看已有的编号。")
            found[meant[0]] = None
        generation = self._store.commit(remove=list(found), actor=actor, action="remove")
        self._after_change()
        return generation

    def rollback(self, number: int, *, actor: str = "cli") -> Generation:
        """A new generation in which the same is live as in generation ``number``.

        Raises UnknownItem where there is no such generation, or it is no longer kept.
        """
        generation = self._store.rollback(number, actor=actor)
        self._after_change()
        return generation

    def history(self) -> tuple[Generation, ...]:
        """All generations, oldest first; those that are no longer kept are marked."""
        return self._store.history()

    def audit(self) -> tuple[AuditEntry, ...]:
        """Who changed what, oldest first."""
        return self._store.audit()

    def backup(self, target: Path | str) -> Path:
        """A consistent copy of the database at ``target``, made while others read and write."""
        from index.library.copies import backup

        return backup(self._store, Path(target))

    def reindex(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Builds the search index anew from the database; how many passages and rows it holds."""
        return self._search_index().rebuild(progress)

    def doctor(self) -> tuple[str, ...]:
        """What is wrong with database and search index, a sentence each; empty when all is well."""
        from index.library.health import problems

        return problems(self._store, self._held(), self._search_index().file)

    # ---- staff

    def add_pin(self, question: str, answer: str, article: str | None = None, *, actor: str) -> None:
        """Sets the answer to a question; ``article``: id of the article that it is taken from."""
        if not question.strip() or not answer.strip():
            raise LibraryError("固定答案需要问题和答案两部分，请都写上。")
        if article is not None:
            self._store.article(article)
        self._store.add_pin(question.strip(), answer.strip(), article, actor)

    def remove_pin(self, question: str, *, actor: str) -> bool:
        """Takes a set answer back; False where there was none."""
        return self._store.remove_pin(question.strip(), actor)

    def pins(self) -> tuple[Pin, ...]:
        """Answers that staff set."""
        return self._store.pins()

    def add_alias(self, alias: str, name: str, *, actor: str) -> None:
        """Lets ``alias`` mean ``name``: a project, a person, a place, or any other word of a question."""
        if not alias.strip() or not name.strip():
            raise LibraryError("别名需要别名和正式名称两部分，请都写上。")
        self._store.add_alias(alias.strip(), name.strip(), actor)

    def remove_alias(self, alias: str, *, actor: str) -> bool:
        """Takes an alias back; False where there was none."""
        return self._store.remove_alias(alias.strip(), actor)

    def aliases(self) -> tuple[tuple[str, str], ...]:
        """(alias, name) pairs that staff added."""
        return self._store.aliases()

    # ---- inside

    def _search_index(self, progress: Callable[[int, int], None] | None = None) -> Searching:
        with self._opening:
            if self._searching is None:
                from index.library.searching import Searching

                self._searching = Searching(self._store, self._settings, progress)
            return self._searching

    def _after_change(self) -> None:
        """The next question sees the change, also where another thread is just renewing."""
        if self._searching is not None:
            self._searching.renew()

    def _held(self) -> Held:
        return self._search_index().current()

    def _asking(self) -> Asking:
        """What questions to the newest generation share; made anew when that changes."""
        from index.library.asking import Asking

        held, known = self._held(), self._questions
        if known is None or known.held is not held:
            known = Asking(held, self._settings, self._store.pins())
            self._questions = known
        return known

    def _hits(
        self, query: str, limit: int, filters: Filters | None, held: Held | None = None
    ) -> tuple[tuple[Hit, str], ...]:
        held = held or self._held()
        found: list[tuple[Hit, str]] = []
        for match in held.engine.search(query, limit, filters):
            document = held.engine.document(match.key)
            ref = held.view.ref(document.article)
            hit = Hit(
                match.rank,
                round(match.score, 6),
                document.kind,
                document.article,
                document.title,
                document.text,
                ref,
            )
            found.append((hit, match.key))
        return tuple(found)

    def _articles_of(self, rows: Iterable[Found[Any]]) -> dict[str, Article]:
        return {
            article: self._store.article(article)
            for article in dict.fromkeys(found.article for found in rows)
        }


def _full(view: View, district: str | None) -> str | None:
    """中原 for 中原区, where only one known district begins so."""
    if district is None:
        return None
    known = view.districts()
    near = [name for name in known if name.startswith(district)]
    return near[0] if district not in known and len(near) == 1 else district


def _batch_sources(found: Found[Batch], article: Article) -> tuple[Source, ...]:
    spans = (found.value.evidence, found.value.names_evidence)
    return tuple(dict.fromkeys(source_of(article, held) for held in spans if held))


def _stated(fact: Fact, article: Article) -> StatedFact:
    source = source_of(article, fact.evidence or fact.spans)
    held = AnswerFact(
        fact.subject, fact.attribute, fact.value, fact.number, fact.unit, fact.period, fact.stage, fact.district,
        fact.date, fact.modality, fact.derived, source if source.spans else None,
    )  # fmt: skip
    return StatedFact(held, fact.kind, fact.private)
