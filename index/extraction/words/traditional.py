"""Pages in traditional characters: facts are read from their simplified form and given back as printed.

Subjects and attributes stay simplified, for that is how they are asked about and compared; values are quoted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.extraction.words.plain import plain, plain_sentences, plain_tables
from index.language.scripts import simplify_each
from index.records import Article, Fact, Sentence

_SHARE = 0.05  # of the signs of a text: a mirror's random traditional characters are fewer


def is_traditional(text: str) -> bool:
    """True for a page that is printed in traditional characters."""
    changed = sum(one != other for one, other in zip(text, simplify_each(text), strict=True))
    return changed > _SHARE * len(text)


def simplified(article: Article, sentences: Sequence[Sentence]) -> tuple[Article, tuple[Sentence, ...]]:
    """Article and sentences in simplified characters; every sign keeps its place."""
    return (
        replace(plain_tables(article), headlines=tuple(map(plain, article.headlines)), title=plain(article.title)),
        plain_sentences(sentences),
    )


def as_printed(facts: Iterable[Fact], text: str) -> Iterator[Fact]:
    """The facts with their values as the article's ``text`` prints them."""
    for fact in facts:
        printed = "".join(text[low:high] for low, high in fact.spans)
        at = plain(printed).find(fact.value)
        yield replace(fact, value=printed[at : at + len(fact.value)]) if fact.value and at >= 0 else fact
