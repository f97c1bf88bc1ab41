"""Whom to call, in everyday words: 太吵打哪个电话 wants the line for complaints, 搞不懂问谁 the one for questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence
from index.answering.services.topic import sentences, told, topic
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import fold
from index.records import Fact
from index.understanding.query import Query

_ASKS = load_pattern("answering.calls.asks")
_NAMED = load_pattern("answering.calls.named")
_MARK = re.compile(r"[，,；;。]")
_LEAST, _TOLD = 0.5, 1.0
_LABEL = 40  # code points in front of a number that may say what it is for


def call_for(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The number that is printed for such a call; None where none is, or the page's lines are there for other calls."""
    asked = [match.span() for match in _ASKS.finditer(query.text)]
    if not asked:
        return None
    uses = _uses_asked(query.text)
    spans = (*asked, *(span for _, span in uses))
    terms = topic(query, spans)
    found: list[tuple[float, Evidence, Fact]] = []
    for order, evidence in sentences(pages):
        numbers = [fact for fact in evidence.facts if fact.kind == "phone"]
        for number, fact in enumerate(numbers):
            behind = numbers[number + 1].start if number + 1 < len(numbers) else len(evidence.text)
            label = _label(evidence.text[:behind], fact, numbers[number - 1].end if number else 0)
            share = told(query, terms, evidence, label)
            fit = _fits({use for use, _ in uses}, label)
            if share is None or fit is None or 0.0 < share < _LEAST:
                continue
            found.append((share + fit - 0.05 * order, evidence, fact))
    best = max(found, key=lambda one: one[0], default=None)
    if best is None or (best[0] < _TOLD and len({fact.value for _, _, fact in found}) > 1):
        return None  # nothing tells which of several lines is meant
    _, evidence, fact = best
    named = _NAMED.search(evidence.text[: fact.start])
    said = f"{named[0] if named else ''}{fact.value}"
    return Draft("answered", "text", said, (evidence.proof,), facts=((evidence.page.article.id, fact),))


def _label(text: str, fact: Fact, last: int) -> str:
    """What says what the line is for: the clauses in front of the number, behind the last one, and its own to the end.

    Args:
        last: where the number in front ends, or 0.
    """
    low = last
    if last:
        mark = _MARK.search(text, last, fact.start)
        low = mark.end() if mark else last
    end = _MARK.search(text, fact.end)
    return text[max(low, fact.start - _LABEL) : end.start() if end else len(text)]


def _uses_asked(text: str) -> list[tuple[str, tuple[int, int]]]:
    """(use, where the question tells it): complaint of 太吵, question of 搞不懂."""
    return [(use, m.span()) for use, asks, _ in load_table("call_uses") for m in _compiled(asks).finditer(text)]


def _fits(wanted: set[str], label: str) -> float | None:
    """How well a line's label fits the uses that are wanted; None where it is there for other calls alone."""
    folded = fold(label)
    has = {use for use, _, says in load_table("call_uses") if _compiled(says).search(folded)}
    if not has:
        return 0.3
    if not wanted:
        return 0.6 if "ask" in has else 0.0 if "complaint" in has else 0.3
    if wanted & has:
        return 0.8
    return 0.1 if has & {"ask"} or wanted == {"ask"} else None


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
