"""Quality over a collection with questions: the product's search against the other engines with their best tokens.

The collection is a folder with articles.jsonl and queries.jsonl: {"query", "gold": article ids, "answers"}.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.evaluation.bench_peers import OURS, PEERS, WITH_TAIL, present, quiet
from index.language.columns import table
from index.language.tokens import default_tokenizer
from index.library import Library
from index.retrieval.engine import Document

_FIRST = 10
_READ = 3  # passages that a person looks at


@dataclass(frozen=True, slots=True)
class Found:
    """A ranked passage: its article's id in the collection, and its text."""

    article: str
    text: str


def ranked(corpus: Path) -> Iterator[str]:
    """Lines of a table: MRR@10 over articles, and how often one of three passages has an accepted answer."""
    folder = corpus if corpus.is_dir() else corpus.parent
    asked = folder / "queries.jsonl"
    if not asked.exists():
        return
    records = [json.loads(line) for line in asked.read_text(encoding="utf-8").splitlines()]
    rows = []
    with tempfile.TemporaryDirectory() as place, Library.open(Path(place) / "x.db", create=True) as library:
        library.add([folder / "articles.jsonl"], actor="bench")
        library.warm_up()
        refs = {article.id: article.ref or article.id for article in library.articles()}
        ours = [
            [Found(refs[hit.article], hit.text) for hit in library.search(str(r["query"]), _FIRST)]
            for r in records
        ]
        rows.append(("bulletin-bot search", "", *_scores(records, ours)))
        documents = [one for one in library.documents() if one.kind == "passage"]
    for name in present(len(documents)):
        if name not in (OURS, WITH_TAIL):
            tokens, found = _best(name, documents, refs, records)
            rows.append((name, tokens, *_scores(records, found)))
    yield f"质量：{len(records)} 个问题，{len(documents)} 段"
    yield table(("引擎", "最好的分词", "MRR@10", "前三段有答案", "平均字数"), rows, 40)


def _best(
    name: str, documents: Sequence[Document], refs: dict[str, str], records: Sequence[dict[str, Any]]
) -> tuple[str, list[list[Found]]]:
    """(tokens, ranking) of an engine with those tokens that rank the right article best."""
    tokenizer = default_tokenizer()
    tries: dict[str, list[list[Found]]] = {}
    for label, wanted in (("词", lambda term: term[0] != "#"), ("词、双字、单字", lambda term: True)):
        numbers: dict[str, str] = {}
        engine = PEERS[name][0]()
        with quiet():
            engine.build(
                [_named(numbers, filter(wanted, tokenizer.stream(d.text, title=d.title))) for d in documents]
            )
        tries[label] = []
        for record in records:
            query = dict.fromkeys(filter(wanted, tokenizer.query_stream(str(record["query"]))))
            known = [numbers[term] for term in query if term in numbers]
            top = engine.top(known, _FIRST) if known else []
            tries[label].append([Found(refs[documents[n].article], documents[n].text) for n in top])
    label = max(tries, key=lambda one: _reciprocal(records, tries[one]))
    return label, tries[label]


def _named(numbers: dict[str, str], terms: Any) -> list[str]:
    """The terms as words that every engine's tokenizer leaves as they are."""
    return [numbers.setdefault(term, f"t{len(numbers)}") for term in terms]


def _scores(records: Sequence[dict[str, Any]], found: Sequence[Sequence[Found]]) -> tuple[str, str, str]:
    answered = [
        any(_bare(answer) in _bare(one.text) for one in hits[:_READ] for answer in record["answers"])
        for record, hits in zip(records, found, strict=True)
    ]
    sizes = [len(one.text) for hits in found for one in hits]
    return (
        f"{_reciprocal(records, found):.4f}", f"{sum(answered) / len(records):.4f}",
        f"{sum(sizes) / max(len(sizes), 1):.0f}",
    )  # fmt: skip


def _reciprocal(records: Sequence[dict[str, Any]], found: Sequence[Sequence[Found]]) -> float:
    """Mean of 1/rank of the first right article; an article counts once, at its best rank."""
    total = 0.0
    for record, hits in zip(records, found, strict=True):
        articles = list(dict.fromkeys(one.article for one in hits))
        gold = {str(one) for one in record["gold"]}
        total += next((1 / rank for rank, one in enumerate(articles, 1) if one in gold), 0.0)
    return total / len(records)


def _bare(text: str) -> str:
    return "".join(text.split())
