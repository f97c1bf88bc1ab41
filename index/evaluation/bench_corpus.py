"""Corpora for measuring: drawn by chance from a real vocabulary, always the same ones; or passages of a file.

A drawn passage mixes words by their frequency in running text with words of one of many topics, so that
both very frequent and very rare terms occur, and terms come in company. Terms are called t0, t1 …, which
every engine's tokenizer takes for one word.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.language.tokens import Tokenizer, default_tokenizer

SEED = 20230128
_WORDS = 60_000
QUERIES = 400
_TOPICS, _TOPIC_WORDS, _TOPIC_SHARE = 2000, 60, 0.3
_LENGTH, _SPREAD = 50, 0.5  # tokens a passage: median, and deviation of its logarithm


@dataclass(frozen=True, slots=True)
class Corpus:
    """Tokenised passages as term numbers, end to end, and queries over them.

    Attributes:
        flat: term numbers. starts: where each passage begins in ``flat``, and the end.
        queries: questions as typed, their frequent words included. keywords: a few rare words each.
        names: the word that each term stands for.
    """

    flat: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int64]
    queries: tuple[tuple[int, ...], ...]
    keywords: tuple[tuple[int, ...], ...]
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def tokens(self, first: int = 0) -> list[list[str]]:
        """The passages as lists of terms, from the ``first`` on."""
        terms = _named(range(int(self.flat.max(initial=-1)) + 1))  # one object a term, however often it comes
        return [
            [terms[number] for number in self.flat[low:high].tolist()]
            for low, high in pairwise(self.starts[first:].tolist())
        ]

    def words(self) -> list[list[str]]:
        """The passages as lists of words."""
        flat = [self.names[number] for number in self.flat.tolist()]
        return [flat[low:high] for low, high in pairwise(self.starts.tolist())]

    def asked(self, *, keywords: bool = False) -> list[list[str]]:
        """The queries as lists of terms."""
        return [_named(query) for query in (self.keywords if keywords else self.queries)]

    def questions(self) -> list[str]:
        """The queries as text."""
        return ["".join(self.names[number] for number in query) for query in self.queries]


def _named(numbers: Sequence[int]) -> list[str]:
    return [f"t{number}" for number in numbers]


def drawn(size: int) -> Corpus:
    """``size`` passages of about 50 tokens, the same at each call."""
    chance = np.random.default_rng(SEED)
    names, weights = _vocabulary()
    edges = np.cumsum(weights / weights.sum())
    lengths = np.clip(np.exp(chance.normal(np.log(_LENGTH), _SPREAD, size)), 5, 400).astype(np.int64)
    starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(lengths)))
    flat = np.searchsorted(edges, chance.random(int(starts[-1]))).astype(np.int32)
    topics = chance.integers(len(weights) // 200, len(weights), (_TOPICS, _TOPIC_WORDS), dtype=np.int32)
    owners = np.repeat(chance.integers(0, _TOPICS, size), lengths)
    topical = np.flatnonzero(chance.random(len(flat)) < _TOPIC_SHARE)
    # The words of a topic are not equally frequent: the first of them come up most.
    ranks = (_TOPIC_WORDS * chance.random(len(topical)) ** 2).astype(np.int64)
    flat[topical] = topics[owners[topical], ranks]
    numbers = chance.integers(0, size, QUERIES).tolist()
    return Corpus(
        flat, starts, _questions(chance, flat, starts, numbers), _rare(chance, flat, starts, numbers, weights),
        names,
    )  # fmt: skip


def _vocabulary() -> tuple[tuple[str, ...], npt.NDArray[np.float64]]:
    """The most frequent words of jieba's dictionary, and how often each is drawn: by rank (Zipf–Mandelbrot).

    With the words of the topics, the first 10, 100 and 1,000 words have the shares that they have in running
    Chinese text (.12, .27, .54); the dictionary's own counts give its first word an eighth of its real share.
    """
    found = sorted((-count, word) for word, count in default_tokenizer().frequencies().items() if count > 0)
    words = tuple(word for _, word in found[:_WORDS])
    return words, 1 / (np.arange(1, len(words) + 1) + 1.0)


def _questions(
    chance: np.random.Generator, flat: npt.NDArray[np.int32], starts: npt.NDArray[np.int64], numbers: Sequence[int]
) -> tuple[tuple[int, ...], ...]:
    """Six to eleven words in a row of one passage each, as natural as the passage: each once."""
    found: list[tuple[int, ...]] = []
    for number in numbers:
        low, high = int(starts[number]), int(starts[number + 1])
        size = int(chance.integers(6, 12))
        at = int(chance.integers(low, max(high - size, low) + 1))
        found.append(tuple(dict.fromkeys(flat[at : min(at + size, high)].tolist())))
    return tuple(found)


def _rare(
    chance: np.random.Generator,
    flat: npt.NDArray[np.int32],
    starts: npt.NDArray[np.int64],
    numbers: Sequence[int],
    weights: npt.NDArray[np.float64],
) -> tuple[tuple[int, ...], ...]:
    """Three to seven words of one passage each, rare ones more often."""
    found: list[tuple[int, ...]] = []
    for number in numbers:
        words = np.unique(flat[starts[number] : starts[number + 1]])
        rarity = np.log(1 + weights.sum() / weights[words])
        size = min(int(chance.integers(3, 8)), len(words))
        found.append(tuple(chance.choice(words, size, replace=False, p=rarity / rarity.sum()).tolist()))
    return tuple(found)


def read(path: Path, tokenizer: Tokenizer | None = None) -> Corpus:
    """Passages of a JSONL file of articles; the queries are their titles, or a queries.jsonl beside it.

    Args:
        path: the file, or a folder with articles.jsonl in it.
    """
    tokenizer = tokenizer or default_tokenizer()
    file = path / "articles.jsonl" if path.is_dir() else path
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    terms: dict[str, int] = {}

    def numbers(words: Sequence[str]) -> list[int]:
        return [terms.setdefault(word, len(terms)) for word in words]

    passages = [numbers(_words(tokenizer, piece)) for record in records for piece in _pieces(record)]
    asked = file.with_name("queries.jsonl")
    if asked.exists():
        texts = [json.loads(line)["query"] for line in asked.read_text(encoding="utf-8").splitlines()]
    else:
        texts = [str(record.get("title") or record["body"][:20]) for record in records]
    texts = texts[:: max(len(texts) // QUERIES, 1)][:QUERIES]
    queries = tuple(tuple(dict.fromkeys(numbers(_words(tokenizer, text)))) for text in texts)
    content = [[term for term in tokenizer.query_stream(text) if term[0] not in "#@"] for text in texts]
    keywords = tuple(tuple(dict.fromkeys(numbers(words))) for words in content)
    starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum([len(one) for one in passages])))
    flat = np.asarray([number for one in passages for number in one], dtype=np.int32)
    return Corpus(flat, starts.astype(np.int64), queries, keywords, tuple(terms))


def _words(tokenizer: Tokenizer, text: str) -> list[str]:
    return [term for term in tokenizer.stream(text) if term[0] not in "#@"]


def _pieces(record: dict[str, Any]) -> list[str]:
    """An article's body in passages of three sentences, its title before each."""
    sentences = [one for one in str(record["body"]).replace("！", "。").replace("？", "。").split("。") if one]
    title = str(record.get("title") or "")
    return [f"{title} {'。'.join(sentences[at : at + 3])}" for at in range(0, len(sentences), 3)]
