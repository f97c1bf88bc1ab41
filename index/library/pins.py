"""Answers that staff set for a question."""

from __future__ import annotations

from collections.abc import Iterable

from index.catalogue.sources import source_of
from index.language.scripts import compact, fold
from index.records import Answer, Article, Sentence, Source
from index.storage import View
from index.storage.store import Pin


def wanted(question: str, pins: Iterable[Pin]) -> Pin | None:
    """The pin for this question, whatever its spaces, punctuation and script."""
    asked = key(question)
    return next((pin for pin in pins if key(pin.question) == asked), None) if asked else None


def key(question: str) -> str:
    """What two ways of writing the same question have in common."""
    return "".join(sign for sign in compact(fold(question)) if sign.isalnum())


def pinned(pin: Pin, question: str, view: View, *, identity: str | None) -> Answer:
    """The answer that staff set, with the sentence of its article that it has most in common with."""
    sources: tuple[Source, ...] = ()
    if pin.article is not None:
        article = view.article(pin.article)
        sentence = _nearest(pin.answer, view.sentences(pin.article))
        spans = sentence.text.spans() if sentence else _beginning(article)
        sources = (source_of(article, spans),)
    return Answer(
        question=question, status="answered", answer=pin.answer, id=identity, sources=sources, confidence=1.0,
        pinned=True,
    )  # fmt: skip


def _nearest(answer: str, sentences: Iterable[Sentence]) -> Sentence | None:
    signs = set(answer)
    running = [s for s in sentences if s.text.text.strip()]
    return max(
        running, key=lambda s: len(signs & set(s.text.text)) / (8 + len(set(s.text.text))), default=None
    )


def _beginning(article: Article) -> tuple[tuple[int, int], ...]:
    end = article.text.find("\n")
    return ((0, end if end > 0 else len(article.text)),)
