"""原来呢 behind 一天能处理多少: the other end of what was told as a change (由3万吨提高到5万吨)."""

from __future__ import annotations

from dataclasses import replace

from index.answering.evidence.draft import Draft, outward_kind
from index.answering.evidence.saying import value_text
from index.answering.threads.around import Told
from index.language.lexicon import load_pattern
from index.records import Fact
from index.understanding.query import Query

_ASKS_THEN = load_pattern("answering.other_time.asks_then")
_ASKS_NOW = load_pattern("answering.other_time.asks_now")
TO = load_pattern("answering.other_time.to")
FROM = load_pattern("answering.other_time.from")
_PLANNED = load_pattern("answering.other_time.planned")


def asks_then(query: Query) -> bool:
    """原来呢, 以前是多少: with nothing else said."""
    return _ASKS_THEN.match(query.text) is not None


def of_other_time(query: Query, told: Told) -> Draft | None:
    """What it was before, or is now, where the value told is the other end of a printed change."""
    then, now = asks_then(query), _ASKS_NOW.match(query.text)
    ends = _ends(told) if then or now else None
    if ends is None:
        return None
    planned = _PLANNED.search(told.sentence[told.sentence.rfind("。", 0, ends[0].start) + 1 : ends[0].start])
    fact = ends[0] if then or planned else ends[1]
    asked = replace(query, kind="number")
    article = told.evidence.page.article.id
    return Draft("answered", outward_kind("number"), value_text(asked, told.evidence, fact) if fact is ends[1]
                 else fact.value, (told.evidence.proof,), facts=((article, fact),))  # fmt: skip


def _ends(told: Told) -> tuple[Fact, Fact] | None:
    """The two values between which the one told has moved."""
    text = told.sentence
    for first in told.evidence.values:
        for second in told.evidence.values:
            if told.fact in (first, second) and first.end <= second.start and first.kind == second.kind:
                moved = TO.fullmatch(text[first.end : second.start])
                if moved and FROM.search(text[: first.start]) and first.unit == second.unit:
                    return first, second
    return None
