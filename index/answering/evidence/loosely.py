"""Words that the page has in other words: 造假 for 弄虚作假, 猪肉 for 猪后腿肉.

Half of the signs of a word stand for it only where something else shows that the place is the right one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.answering.evidence.explain import compact_word, explained
from index.answering.evidence.knowledge import Page
from index.language.lexicon import load_pattern
from index.understanding.query import Term

LOOSE = 0.5
_SURE = 0.6
_FIGURE = re.compile(r"[\da-z]")
CLAUSE = re.compile(r"[^,;:。!?]+")  # of a folded sentence
SEGMENT = re.compile(r"[^;。!?]+")
_PLAIN = load_pattern("answering.loosely.plain")


@lru_cache(maxsize=32768)
def held(word: str, text: str) -> float:
    """How far ``text`` (compact) has ``word``: as ``explained``, and ``LOOSE`` for half of its telling signs."""
    score = explained(word, text).score
    if score >= _SURE or len(word) < 2 or _FIGURE.search(word):
        return score
    signs = [sign for sign in compact_word(word) if not _PLAIN.match(sign)]
    return max(score, LOOSE) if signs and 2 * sum(sign in text for sign in signs) >= len(word) else score


def term_held(term: Term, text: str) -> float:
    """``held``; what is critical, or a name, or a figure is held by itself alone."""
    return explained(term.text, text).score if term.critical else held(term.text, text)


def share(terms: Iterable[Term], text: str) -> float:
    """The share of the weight of ``terms`` that ``text`` has; 1 without terms."""
    weighed = [(term.weight, term_held(term, text)) for term in terms]
    total = sum(weight for weight, _ in weighed)
    return sum(weight * score for weight, score in weighed) / total if total else 1.0


def absent(terms: Sequence[Term], texts: Sequence[str]) -> list[Term]:
    """The terms that none of the texts has."""
    return [term for term in terms if all(term_held(term, text) < LOOSE for text in texts)]


def lacks(terms: Sequence[Term], texts: Sequence[str], most: float) -> bool:
    """A critical term, or more than ``most`` of the weight of all, is in none of the texts."""
    missing = absent(terms, texts)
    return any(t.critical for t in missing) or sum(t.weight for t in missing) > most * sum(t.weight for t in terms)


def lead(page: Page) -> str:
    """The first sentence of the article's text, compact: what it names the article is about."""
    sentences = page.says.sentences
    return next((page.compact[n] for n, one in enumerate(sentences) if one.role == "paragraph"), "")
