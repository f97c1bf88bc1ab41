"""他的师傅是谁, 某人的妻子叫什么: who is printed behind 师傅 or 妻子 where the bulletin speaks of that person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import name_at
from index.language.lexicon import load_pattern, load_table, load_words
from index.language.scripts import compact
from index.understanding.query import Query

_NAMED = 0.75
_REACH = 5  # sentences from the one that names somebody to the one that says 他
_TITLE = 16  # code points of a title between the relative and the name
_JOINT = load_pattern("answering.relatives.joint")
_NO_END = load_pattern("answering.relatives.no_end")
_PRONOUN = load_pattern("answering.relatives.pronoun")


@lru_cache(maxsize=1)
def _relatives() -> dict[str, tuple[str, ...]]:
    """As asked → as printed, the longest first."""
    rows = [(asked.split(), printed.split()) for asked, printed in load_table("relatives")]
    return {word: tuple(sorted(printed, key=len, reverse=True)) for asked, printed in rows for word in asked}


@lru_cache(maxsize=1)
def _question() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _relatives()), key=len, reverse=True))
    return re.compile(rf"(?P<kin>{words})(?:的?名字)?(?:是|叫)(?:谁|什么|啥|哪位)")


@lru_cache(maxsize=1)
def _titles() -> tuple[str, ...]:
    return tuple({*load_words("identities"), *load_words("occupations"), *load_words("offices")})


def relative_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The relative or master of the asked person; None where the bulletin names none."""
    match = _question().search(query.text)
    if match is None:
        return None
    whose = [link.name for link in query.links if link.kind == "person"]
    whose += [t.text for t in query.terms if t.weight >= 1.0 and t.text not in match["kin"]]
    if not whose:
        return None
    for evidence in pool:
        for name in _named(evidence, _relatives()[match["kin"]], whose):
            return Draft("answered", "person", name, (evidence.proof,), people=(name,), confidence=0.9)
    return None


def _named(evidence: Evidence, printed: Sequence[str], whose: Sequence[str]) -> Iterator[str]:
    text = evidence.text
    for word in printed:
        for found in re.finditer(re.escape(word), text):
            name = _behind(text, found.end(), evidence.page.article.text)
            if name is not None and name not in whose and _is_of(evidence, found.start(), whose):
                yield name


def _behind(text: str, end: int, whole: str) -> str | None:
    """The name behind the relative, with at most a title between: 师傅、高级技师孟广才."""
    for at in range(end, min(end + _TITLE, len(text))):
        between = _JOINT.sub("", text[end:at])
        if (not between or between.endswith(_titles())) and (name := name_at(text, at, whole)) is not None:
            if _NO_END.match(text, at + len(name)):
                continue  # 木兰中学 begins as a name does
            return name
    return None


def _is_of(evidence: Evidence, at: int, whose: Sequence[str]) -> bool:
    """The sentence names the person in front of the relative, or says 他 of whom one before has named."""
    told = compact(evidence.text[:at])
    if all(explained(one, told).score >= _NAMED for one in whose):
        return True
    if not _PRONOUN.search(evidence.text[:at]):
        return False
    numbers = range(max(0, evidence.number - _REACH), evidence.number)
    before = compact("".join(evidence.page.sentence(n).text.text for n in numbers))
    return all(explained(one, before).score >= _NAMED for one in whose)
