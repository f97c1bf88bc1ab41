"""What concerns private persons: their addresses, ages, illnesses and incomes are marked, never judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from index.extraction.words.people import surnames
from index.language.lexicon import load_pattern, load_words
from index.records import Fact, Person, Sentence

_SHE = load_pattern("extraction.privacy.she")
_ADDRESS = load_pattern("extraction.privacy.address")
_OWN = ("office", "act", "appointment")


_AGED = load_pattern("extraction.privacy.aged")
_JOB = load_pattern("extraction.privacy.job")
_IDENTITY = re.compile(r"\d{17}[\dXx]")
_CLASS_BEHIND = load_pattern("extraction.privacy.class_behind")
_CLASS_BEFORE = load_pattern("extraction.privacy.class_before")


@lru_cache(maxsize=1)
def _called() -> re.Pattern[str]:
    """李某, 张某某, 毛阿婆, 周大娘: how bulletins call private persons whose names they don't print."""
    names = "|".join(sorted(map(re.escape, surnames()), key=len, reverse=True))
    return re.compile(
        rf"(?:{names})(?:某[某甲乙丙]?(?!些|种|个|地|处)|大[爷娘妈叔伯姐哥]|阿[婆姨公]|奶奶|爷爷|婆婆|老[汉伯太]|女士|先生)"
    )


@lru_cache(maxsize=1)
def _intimate() -> re.Pattern[str]:
    words = sorted(load_words("intimate"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def marked(facts: Iterable[Fact], people: Sequence[Person], sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts; those that tell something private about a private person are marked so.

    Marked are, in sentences that name a private person or go on about one (她…): ages, places and addresses,
    what the person is called and had done, and every value whose clause speaks of health, income or family.
    The age of one person is marked wherever no office holder is spoken of, the number of a card everywhere.
    """
    about = _about(people, sentences)
    official = {p.sentence for p in people if p.office and not (p.private or _JOB.search(p.office))} - about.keys()
    texts = {s.number: s.text.text for s in sentences}
    for fact in facts:
        names, text = about.get(fact.sentence), texts.get(fact.sentence, "")
        private = _IDENTITY.search(fact.value) is not None
        if fact.kind == "age":
            private = _of_one(fact, text) and fact.sentence not in official
        elif names and not private:
            private = _is_private(fact, names, text)
        yield replace(fact, private=True) if private else fact


def _of_one(fact: Fact, text: str) -> bool:
    """今年82岁, 45岁的村民: the age of one person; 60岁以上, 年满18岁, 8岁组 are classes."""
    before, behind = text[: fact.start].rstrip(), text[fact.end :].lstrip()
    return not (_CLASS_BEHIND.match(behind) or _CLASS_BEFORE.search(before))


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
        names |= frozenset(match[0] for match in _called().finditer(sentence.text.text))
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
        lives = text[: fact.start].endswith("住") or text[: fact.start].endswith("住在")
        return lives or bool(_ADDRESS.search(fact.value)) or any(name in clause for name in names)
    if fact.kind in ("person", "author"):
        return False
    clause = _AGED.sub("", clause)  # the result of a pupil of 14 is public, the age is not
    return bool(_intimate().search(clause)) and (fact.kind != "said" or _tells(fact, names))


def _tells(fact: Fact, names: frozenset[str]) -> bool:
    return fact.subject in names or any(name in fact.value for name in names)
