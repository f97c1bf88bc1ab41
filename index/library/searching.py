"""The search index beside the store: built or opened once, then brought up to date by differences.

One :class:`Held` is one generation: a view, the engine as it is for it, and an answerer over both. A
question works on one of them from beginning to end, whatever is written meanwhile.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from index.answering import Answerer
from index.library.documents import documents
from index.retrieval.embedded import EmbeddedEngine
from index.retrieval.engine import Document
from index.settings import Settings
from index.storage import Store, View

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
AT_HAND = 3  # generations whose engines stay in memory
UNSAVED = 200  # passages and rows added or taken out, after which the index is always written again
_WRITTEN = 500_000  # bytes of the index that are written as quickly as one passage is read again


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that one question needs."""

    version: int
    mark: str
    view: View
    engine: EmbeddedEngine
    answerer: Answerer


class Searching:
    """Hands out the newest Held."""

    def __init__(self, store: Store, settings: Settings, progress: Progress | None = None) -> None:
        self._store = store
        self._settings = settings
        self._progress = progress
        self._held: Held | None = None
        self._kept: deque[tuple[EmbeddedEngine, str]] = deque(maxlen=AT_HAND)
        self._renewing = threading.Lock()
        self._unsaved: int | None = None
        self._saving = threading.Lock()
        self._saver: threading.Thread | None = None

    def current(self) -> Held:
        """The newest generation; while another thread prepares a newer one, the last one."""
        version = self._store.data_version()
        held = self._held
        if held is not None and held.version == version:
            return held
        if not self._renewing.acquire(blocking=held is None) and held is not None:
            return held
        try:
            if self._held is None or self._held.version != version:
                self._held = self._renewed(self._held, version)
            return self._held
        finally:
            self._renewing.release()

    def renew(self) -> None:
        """Brings the newest generation forward now, if anything was loaded before."""
        if self._held is not None:
            version = self._store.data_version()
            with self._renewing:
                if self._held.version != version:
                    self._held = self._renewed(self._held, version)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Builds the newest generation's engine from nothing and saves it; how many documents it holds."""
        version = self._store.data_version()
        with self._renewing:
            view = self._store.view()
            engine = self._built(view, progress)
            self._held = self._over(version, view, engine)
            self._save(engine, self._held.mark)
            self._unsaved = 0
        return engine.statistics().documents

    def close(self) -> None:
        """Returns when nothing is being written any more, and everything that is worth it has been."""
        if self._saver is not None:
            self._saver.join()
        if self._held is not None and self._is_worth_saving():
            self._save(self._held.engine, self._held.mark)
            self._unsaved = 0

    def _save(self, engine: EmbeddedEngine, mark: str) -> None:
        """Writes the engine beside the database, where it can be written; a failure costs time only."""
        with self._saving:
            try:
                engine.save(self.file, mark)
            except OSError as error:
                log.info("检索索引 %s 没有保存（%s），下次打开时重建。", self.file, error)

    @property
    def _dense(self) -> int:
        return int(self._settings.search_mb * 2**20)

    @property
    def file(self) -> Path:
        """Where the engine is kept."""
        return Path(f"{self._store.path}.index")

    def _renewed(self, old: Held | None, version: int) -> Held:
        view = self._store.view()
        near = None if old is None else self._nearest(old, view)
        if near is not None:
            engine = near.successor()
            if engine.generation != view.generation:
                self._bring(engine, view)
        else:
            self._kept.clear()
            engine = self._opened(view) or self._built(view)
        made = self._over(version, view, engine)
        if old is None or old.engine.generation != engine.generation:
            self._kept.append((engine, made.mark))
        if self._unsaved is None:
            self._save(engine, made.mark)
            self._unsaved = 0
        elif self._is_worth_saving() and not (self._saver is not None and self._saver.is_alive()):
            self._saver = threading.Thread(target=self._save, args=(engine, made.mark), name="saving")
            self._saver.start()
            self._unsaved = 0
        return made

    def _is_worth_saving(self) -> bool:
        """Whether reading again at the next opening what the file has not would take longer than writing it."""
        try:
            written = self.file.stat().st_size
        except OSError:
            written = 0
        return (self._unsaved or 0) > min(UNSAVED, written // _WRITTEN)

    def _nearest(self, old: Held, view: View) -> EmbeddedEngine | None:
        """Of the generations at hand the one that differs least from ``view``; None where none is known here."""
        hand = ((old.engine, old.mark), *self._kept)
        known = [engine for engine, mark in hand if self._store.mark(engine.generation) == mark]
        sizes = [sum(map(len, self._difference(engine, view))) for engine in known]
        return known[sizes.index(min(sizes))] if known else None

    def _over(self, version: int, view: View, engine: EmbeddedEngine) -> Held:
        mark = self._store.mark(view.generation)
        answerer = Answerer(view, engine, district=self._settings.district, timezone=self._settings.timezone)
        return Held(version, mark, view, engine, answerer)

    def _opened(self, view: View) -> EmbeddedEngine | None:
        """The engine from its file, brought up to ``view``; None where it has to be built."""
        if not self.file.exists():
            return None
        try:
            engine, mark = EmbeddedEngine.load(self.file, dense=self._dense)
        except Exception as error:  # whatever is wrong with a cache, the store is right
            log.info("检索索引 %s 不能用（%s），重建。", self.file, error)
            return None
        if self._store.mark(engine.generation) != mark:
            return None
        self._unsaved = 0
        if engine.generation != view.generation:
            self._bring(engine, view)
        return engine

    def _built(self, view: View, progress: Progress | None = None) -> EmbeddedEngine:
        progress = progress or self._progress
        engine = EmbeddedEngine(dense=self._dense)
        ids = view.ids()
        found: list[Document] = []
        for number, article in enumerate(ids, start=1):
            found += documents(view.article(article), view.searched(article))
            if progress is not None:
                progress(number, len(ids))
        engine.apply(view.generation, found, ())
        return engine

    def _difference(self, engine: EmbeddedEngine, view: View) -> tuple[Collection[str], Collection[str]]:
        """(born, died): ids that are live in ``view`` and not in the engine, and the other way round."""
        if self._store.keeps(engine.generation):
            return view.difference(engine.generation)
        held, live = engine.articles(), view.ids()
        return tuple(one for one in live if one not in held), held.difference(live)

    def _bring(self, engine: EmbeddedEngine, view: View) -> None:
        born, died = self._difference(engine, view)
        gone = [key for article in died for key in engine.keys_of(article)]
        add = [d for article in born for d in documents(view.article(article), view.searched(article))]
        engine.apply(view.generation, add, gone)
        if self._unsaved is not None:
            self._unsaved += len(add) + len(gone)
