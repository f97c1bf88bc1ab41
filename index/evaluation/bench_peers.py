"""The engines that are compared, each behind the same few calls and used as its documentation says is fastest.

All get the same tokens; those that have parameters get k1 = 0.9, b = 0.75 and Lucene's idf.
"""

from __future__ import annotations

import contextlib
import io
import logging
import pickle
import sqlite3
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from index.retrieval import file
from index.retrieval.bm25 import K1, B, PostingsBM25
from index.retrieval.embedded import TAIL
from index.retrieval.engine import Document
from index.retrieval.scoring import top
from index.retrieval.tail import Tail
from index.retrieval.vocabulary import Vocabulary

Tokens = Sequence[Sequence[str]]


class Peer(Protocol):
    """One engine over one corpus."""

    def build(self, corpus: Tokens) -> None:
        """Takes the corpus in."""

    def top(self, query: Sequence[str], limit: int) -> list[int]:
        """Numbers of the best documents."""

    def save(self, folder: Path) -> None:
        """Writes everything that is needed to open it again."""

    def open(self, folder: Path) -> None:
        """Opens what ``save`` wrote."""

    def add(self, corpus: Tokens, document: Sequence[str]) -> None:
        """Takes one more document in, so that the next search finds it; ``corpus``: what it holds already."""


class Ours:
    """This project's model, plain: one field of terms, no second pass; additions go to a tail."""

    def build(self, corpus: Tokens) -> None:
        self._over(PostingsBM25(corpus))

    def _over(self, model: PostingsBM25) -> None:
        self._model, self._tail = model, Tail(model)

    def top(self, query: Sequence[str], limit: int) -> list[int]:
        model, size = self._model, len(self._tail)
        parts = model.parts(query)
        if size:
            self._tail.add_to(parts, query, size)
        main = model.corpus_size
        numbers: list[int] = top(parts, main, main + size, limit, model.scratch)[0].tolist()
        return numbers

    def save(self, folder: Path) -> None:
        model = self._model
        file.write(folder / "index", {}, {**model.arrays(), **model.terms.arrays()})

    def open(self, folder: Path) -> None:
        _, arrays = file.read(folder / "index", {})
        self._over(PostingsBM25.restored(Vocabulary.restored(arrays), arrays))

    def add(self, corpus: Tokens, document: Sequence[str]) -> None:
        self._tail.append(Document("", "passage", "", "", ""), Counter(document))


class OursWithTail(Ours):
    """The same with the last 1,000 passages in the tail."""

    def build(self, corpus: Tokens) -> None:
        at = max(len(corpus) - TAIL, 0)
        super().build(corpus[:at])
        for document in corpus[at:]:
            self.add(corpus, document)


class RankBM25:
    """rank_bm25 as shipped: every document is scored for every query."""

    def build(self, corpus: Tokens) -> None:
        from rank_bm25 import BM25Okapi

        self._model: Any = BM25Okapi(corpus, k1=K1, b=B)

    def top(self, query: Sequence[str], limit: int) -> list[int]:
        import numpy as np

        scores = self._model.get_scores(query)
        return [int(number) for number in np.argsort(-scores)[:limit]]

    def save(self, folder: Path) -> None:
        with (folder / "index").open("wb") as out:
            pickle.dump(self._model, out, protocol=pickle.HIGHEST_PROTOCOL)

    def open(self, folder: Path) -> None:
        with (folder / "index").open("rb") as stored:
            self._model = pickle.load(stored)

    def add(self, corpus: Tokens, document: Sequence[str]) -> None:
        self.build([*corpus, document])


class BM25S:
    """bm25s with its numba backend."""

    def build(self, corpus: Tokens) -> None:
        import bm25s

        self._model: Any = bm25s.BM25(method="lucene", k1=K1, b=B, backend="numba")
        self._model.index(corpus, show_progress=False)
        self._warm()

    def _warm(self) -> None:
        self._model.activate_numba_scorer()
        self.top([next(iter(self._model.vocab_dict))], 10)

    def top(self, query: Sequence[str], limit: int) -> list[int]:
        found = self._model.retrieve([list(query)], k=limit, show_progress=False, n_threads=0)
        numbers: list[int] = found.documents[0].tolist()
        return numbers

    def save(self, folder: Path) -> None:
        self._model.save(str(folder / "index"), show_progress=False)

    def open(self, folder: Path) -> None:
        import bm25s

        self._model = bm25s.BM25.load(str(folder / "index"), load_vocab=True)
        self._model.backend = "numba"
        self._warm()

    def add(self, corpus: Tokens, document: Sequence[str]) -> None:
        self._model.index([*corpus, document], show_progress=False)


class BM25Turbo:
    """bm25-turbo (Rust)."""

    def build(self, corpus: Tokens) -> None:
        from bm25_turbo_python import BM25

        self._model: Any = BM25(method="lucene", k1=K1, b=B)
        self._model.index([" ".join(document) for document in corpus])

    def top(self, query: Sequence[str], limit: int) -> list[int]:
        numbers: list[int] = self._model.search(" ".join(query), k=limit)[0]
        return numbers

    def save(self, folder: Path) -> None:
        self._model.save(str(folder / "index"))

    def open(self, folder: Path) -> None:
        from bm25_turbo_python import BM25

        self._model = BM25.load(str(folder / "index"))

    def add(self, corpus: Tokens, document: Sequence[str]) -> None:
        self._model.index([" ".join(one) for one in [*corpus, document]])


class Tantivy:
    """tantivy (Rust); its k1 and b are fixed at 1.2 and 0.75."""

    def _schema(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="freq")
        builder.add_integer_field("number", stored=True, indexed=False, fast=True)
        return builder.build()

    def build(self, corpus: Tokens) -> None:
        self._build(corpus, None)

    def _build(self, corpus: Tokens, folder: Path | None) -> None:
        import tantivy

        self._corpus = corpus
        self._fields = self._schema()
        self._index: Any = tantivy.Index(self._fields, path=None if folder is None else str(folder))
        writer = self._index.writer(heap_size=200_000_000, num_threads=1)
        for number, document in enumerate(corpus):
            writer.add_document(tantivy.Document(body=" ".join(document), number=number))
        writer.commit()
        writer.wait_merging_threads()
        self._renew()

    def _renew(self) -> None:
        self._index.reload()
        self._searcher: Any = self._index.searcher()

    def top(self, query: Sequence[str], limit: int) -> list[int]:
        import tantivy

        parts = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._fields, "body", term, index_option="freq"))
            for term in query
        ]
        found = self._searcher.search(tantivy.Query.boolean_query(parts), limit, count=False)
        return [self._searcher.doc(address)["number"][0] for _, address in found.hits]

    def save(self, folder: Path) -> None:
        self._build(self._corpus, folder)

    def open(self, folder: Path) -> None:
        import tantivy

        self._fields = self._schema()
        self._index = tantivy.Index(self._fields, path=str(folder))
        self._renew()

    def add(self, corpus: Tokens, document: Sequence[str]) -> None:
        import tantivy

        writer = self._index.writer(heap_size=50_000_000, num_threads=1)
        writer.add_document(tantivy.Document(body=" ".join(document), number=len(corpus)))
        writer.commit()
        self._renew()


class FTS5:
    """SQLite's FTS5 with its own bm25()."""

    def build(self, corpus: Tokens) -> None:
        self._build(corpus, None)

    def _build(self, corpus: Tokens, folder: Path | None) -> None:
        self._corpus = corpus
        self._db = sqlite3.connect(":memory:" if folder is None else folder / "index.db")
        self._db.execute("CREATE VIRTUAL TABLE passages USING fts5(body, tokenize = unicode61)")
        self._db.executemany(
            "INSERT INTO passages (rowid, body) VALUES (?, ?)",
            ((number, " ".join(document)) for number, document in enumerate(corpus)),
        )
        self._db.execute("INSERT INTO passages (passages) VALUES ('optimize')")
        self._db.commit()

    def top(self, query: Sequence[str], limit: int) -> list[int]:
        words = " OR ".join(f'"{term}"' for term in query)
        sql = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?"
        return [row[0] for row in self._db.execute(sql, (words, limit))]

    def save(self, folder: Path) -> None:
        self._build(self._corpus, folder)

    def open(self, folder: Path) -> None:
        self._db = sqlite3.connect(folder / "index.db")

    def add(self, corpus: Tokens, document: Sequence[str]) -> None:
        sql = "INSERT INTO passages (rowid, body) VALUES (?, ?)"
        self._db.execute(sql, (len(corpus), " ".join(document)))
        self._db.commit()


OURS, WITH_TAIL = "bulletin-bot", "bulletin-bot + tail"
PEERS: dict[str, tuple[Callable[[], Any], str]] = {
    OURS: (Ours, "numpy"),
    WITH_TAIL: (OursWithTail, "numpy"),
    "bm25s": (BM25S, "numba"),
    "bm25-turbo": (BM25Turbo, "bm25_turbo_python"),
    "tantivy": (Tantivy, "tantivy"),
    "SQLite FTS5": (FTS5, "sqlite3"),
    "rank_bm25": (RankBM25, "rank_bm25"),
}
"""Each engine and the module it needs."""

SLOW = {"SQLite FTS5": 10_000, "rank_bm25": 1_000, "bm25-turbo": 1_000_000}
"""Passages from which an engine is asked one query of twenty only."""
LARGEST = {"rank_bm25": 100_000, "SQLite FTS5": 100_000}
"""Passages above which an engine is left out: one of its answers would take seconds."""
REBUILT = ("bm25s", "bm25-turbo", "rank_bm25")
"""Engines that take one more passage in by building everything anew."""


def present(size: int) -> list[str]:
    """The engines that are installed and can hold ``size`` passages."""
    return [name for name in _installed() if size <= LARGEST.get(name, size)]


def left_out(size: int) -> list[str]:
    """The engines that are installed and can't."""
    return [name for name in _installed() if size > LARGEST.get(name, size)]


def _installed() -> list[str]:
    return [name for name, (_, module) in PEERS.items() if find_spec(module) is not None]


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Without progress bars, log lines and warnings of other packages."""
    logging.getLogger("bm25s").setLevel(logging.ERROR)
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stderr(io.StringIO()),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        warnings.simplefilter("ignore")
        yield
