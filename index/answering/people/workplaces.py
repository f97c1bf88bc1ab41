"""Whose head somebody is where the page names the body apart from the office: 县医院扩建…院长某某介绍; 该公司董事长."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.answering.evidence.draft import Proof
from index.answering.evidence.knowledge import Knowledge
from index.extraction.words.organisations import find_organisations
from index.extraction.words.people import name_span
from index.language.lexicon import load_pattern, load_table
from index.records import Found, Person

_POINTS_BACK = load_pattern("answering.workplaces.points_back")


@lru_cache(maxsize=1)
def _bodies() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = load_table("office_bodies")
    return tuple((re.compile(rf"(?:{office})$"), re.compile(rf"(?:{body})$")) for office, body in rows)


def with_body(mention: Found[Person], knowledge: Knowledge) -> tuple[str, tuple[Proof, ...]]:
    """The office with the body it is held in, named last in front of it, and what proves both; as printed if none is.

    Two bodies of the sort in one sentence tell of neither.
    """
    office, proof = mention.value.office or "", Proof(mention.article, mention.value.evidence)
    bare = _POINTS_BACK.sub("", office)
    body = next((ends for names, ends in _bodies() if names.fullmatch(bare)), None)
    if body is None:
        return office, (proof,)
    sentences = knowledge.page(mention.article).says.sentences
    for number in range(mention.value.sentence, -1, -1):
        text = sentences[number].text.text
        if number == mention.value.sentence:
            spot = name_span(mention.value.name, text)
            text = text[: spot[0]] if spot else text
        named = list(dict.fromkeys(_named(text, body)))
        if len(named) == 1:
            other = Proof(mention.article, sentences[number].text.spans())
            return named[0] + bare, (proof,) if number == mention.value.sentence else (proof, other)
        if named:
            break
    return office, (proof,)


def _named(text: str, body: re.Pattern[str]) -> Sequence[str]:
    found = (text[low:high] for low, high in find_organisations(text))
    return [one for one in found if body.search(one) and not _POINTS_BACK.match(one)]
