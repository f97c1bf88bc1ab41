"""What concerns private persons: their addresses, ages, illnesses and incomes are marked, never judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from index.language.lexicon import load_words
from index.records import Fact, Person, Sentence

_SHE = re.compile(r"^(?:[“\"])?(?:他|她|老人|老两口|一家|其(?!中|他|余|次))")
_ADDRESS = re.compile(r"\d+\s?号|小区|单元|号院|家属院|新村|村$|组$")
_OWN = ("office", "act", "appointment")


@lru_cache(maxsize=1)
def _intimate() -> re.Pattern[str]:
    words = sorted(load_words("intimate"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def marked(facts: Iterable[Fact], people: Sequence[Person], sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts; those that tell something private about a private person are marked so.

    Marked are, in sentences that name a private person or go on about one (她…): ages, places and addresses,
    what the person is called and had done, and every value whose clause speaks of health, income or family.
    """
    about = _about(people, sentences)
    texts = {s.number: s.text.text for s in sentences}
    for fact in facts:
        names = about.get(fact.sentence)
        yield (
            replace(fact, private=True) if names and _is_private(fact, names, texts[fact.sentence]) else fact
        )


def _about(people: Sequence[Person], sentences: Sequence[Sentence]) -> dict[int, frozenset[str]]:
    """Names of the private persons that each sentence is about, by number."""
    found: dict[int, frozenset[str]] = {}
    before: frozenset[str] = frozenset()
    paragraph = -1
    private: dict[int, set[str]] = {}
    for person in people:
        if person.private:
            private.setdefault(person.sentence, set()).add(person.name)
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, before = sentence.paragraph, frozenset()
        names = frozenset(private.get(sentence.number, ()))
        if (
            not names
            and before
            and (_SHE.match(sentence.text.text) or "他" in sentence.text.text or "她" in sentence.text.text)
        ):
            names = before
        if names:
            found[sentence.number] = before = names
    return found


def _is_private(fact: Fact, names: frozenset[str], text: str) -> bool:
    if fact.private or fact.kind == "age" or (fact.kind in _OWN and _tells(fact, names)):
        return fact.private or fact.kind == "age" or _tells(fact, names)
    low, high = fact.clause
    clause = text[low:high] if high > low else text
    if fact.kind in ("place", "stop"):
        return bool(_ADDRESS.search(fact.value)) or any(name in clause for name in names)
    if fact.kind in ("person", "author"):
        return False
    return bool(_intimate().search(clause)) and (fact.kind != "said" or _tells(fact, names))


def _tells(fact: Fact, names: frozenset[str]) -> bool:
    return fact.subject in names or any(name in fact.value for name in names)
