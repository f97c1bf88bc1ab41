"""The whole search of the product over drawn passages: all tokens, both passes, documents, changes, opening."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from index.evaluation.bench_corpus import Corpus, drawn
from index.language.tokens import default_tokenizer
from index.retrieval.embedded import TAIL, EmbeddedEngine
from index.retrieval.engine import Document
from index.retrieval.snapshot import Snapshot

_ADDITIONS = 20


def _documents(corpus: Corpus) -> list[Document]:
    return [
        Document(f"{number:07}#0", "passage", f"{number:07}", "", "".join(words), date="2024-04-01")
        for number, words in enumerate(corpus.words())
    ]


def _stream(words: list[str]) -> list[str]:
    """The tokens of a passage whose words are known, as the tokenizer would make them."""
    text = "".join(words)
    bigrams = ["#" + text[at : at + 2] for at in range(len(text) - 1)]
    return [*words, *bigrams, *("##" + sign for sign in text)]


def full(source: str, folder: str) -> dict[str, Any]:
    """Milliseconds of a search with all tokens, of an addition, of compaction; bytes of the file."""
    corpus = drawn(int(source))
    documents = _documents(corpus)
    tokenizer = default_tokenizer()
    engine = EmbeddedEngine(tokenizer)
    started = time.perf_counter()
    engine.snapshot = Snapshot.of(1, documents, [_stream(words) for words in corpus.words()])
    built = time.perf_counter() - started
    questions = corpus.questions()
    whole, tokens = _searched(engine, questions)
    path = Path(folder) / "index"
    engine.save(path, "mark")
    added = _added(engine, documents)
    before = len(engine.snapshot.tail)
    engine.apply(
        99, [_again(documents[n % len(documents)], n) for n in range(max(TAIL - before, 0))], ()
    )
    with_tail, _ = _searched(engine, questions)
    started = time.perf_counter()
    engine.compact()
    return {
        "build": built, "search": whole, "tokens": tokens, "tail": with_tail, "add": median(added),
        "compact": time.perf_counter() - started, "bytes": path.stat().st_size,
    }  # fmt: skip


def _again(document: Document, number: int) -> Document:
    return Document(f"x{number:06}#0", "passage", f"x{number:06}", "", document.text, date=document.date)


def _searched(engine: EmbeddedEngine, questions: list[str]) -> tuple[tuple[float, float], float]:
    """((median, 99 %) of a search, median of making its tokens), in ms, warm."""
    tokenizer = default_tokenizer()
    times: list[float] = []
    tokens: list[float] = []
    for turn in range(3):
        for question in questions:
            started = time.perf_counter()
            engine.search(question, 10)
            searched = time.perf_counter()
            tokenizer.query_stream(question)
            if turn:
                times.append((searched - started) * 1000)
                tokens.append((time.perf_counter() - searched) * 1000)
    return (median(times), quantiles(times, n=100)[98]), median(tokens)


def _added(engine: EmbeddedEngine, documents: list[Document]) -> list[float]:
    """Milliseconds from handing in one passage until a search has found it."""
    times: list[float] = []
    for number in range(_ADDITIONS):
        new = Document(f"new{number}#0", "passage", f"new{number}", "", documents[number].text + "全新增补")
        started = time.perf_counter()
        engine.apply(2 + number, [new], ())
        assert any(match.key == new.key for match in engine.search("全新增补", _ADDITIONS))
        times.append((time.perf_counter() - started) * 1000)
    return times


def reopened(folder: str) -> dict[str, Any]:
    """Opening the file, and the memory that it takes after many searches, over what jieba and the imports take."""
    from index.evaluation.bench_worker import _memory

    tokenizer = default_tokenizer()
    tokenizer.query_stream("开门")
    before = _memory()
    started = time.perf_counter()
    engine, _ = EmbeddedEngine.load(Path(folder) / "index", tokenizer)
    opened = time.perf_counter() - started
    engine.search("全区重大项目集中开工投产")
    first = time.perf_counter() - started
    for question in drawn(1_000).questions():
        engine.search(question)
    return {"open": opened * 1000, "first": first * 1000, "memory": _memory() - before}
