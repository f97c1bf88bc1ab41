"""Whose words they are: “拖不得”是谁讲的, by who speaks in front of them, behind them, or in the next sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence, pages_of
from index.extraction.words.people import name_span
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Person
from index.understanding.query import Query

_ASKS = load_pattern("answering.quoted.asks")
_SPEAKS = load_pattern("answering.quoted.speaks")
_OPENS, _CLOSES = "“", "”"
_SHORTEST = 4  # code points of words that only one can have said


def quoted_by(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The one who says the words that the question repeats; None where they are not printed as somebody's words."""
    asked = _ASKS.search(query.text)
    words = compact(next((x for x in asked.groups() if x), "")) if asked is not None else ""
    if len(words) < _SHORTEST:
        return None
    for page in pages_of(pool):
        for number, text in enumerate(page.compact):
            if words not in text or page.sentence(number).role != "paragraph":
                continue
            said = page.sentence(number).text.text
            if _OPENS not in said and _CLOSES not in said and not _SPEAKS.search(said):
                continue
            for at, person in _speakers(page, number):
                title = person.office or person.identity or ""
                named = title + person.name if title and title in page.sentence(at).text.text else person.name
                proofs = tuple(Proof(page.article.id, page.sentence(n).text.spans()) for n in sorted({number, at}))
                return Draft("answered", "person", named, proofs, people=(person.name,), accounted=True, confidence=0.9)
    return None


def _speakers(page: Page, number: int) -> Iterator[tuple[int, Person]]:
    """(sentence, person): who speaks in the sentence itself, else in the next one, else last before it."""
    paragraph = page.sentence(number).paragraph
    ahead = range(number - 1, -1, -1)
    near = [number, number + 1, *(n for n in ahead if page.sentence(n).paragraph == paragraph)]
    for at in near:
        if at >= len(page.says.sentences):
            continue
        text = page.sentence(at).text.text
        people = [one for one in page.says.people if one.sentence == at]
        for one in sorted(people, key=lambda p: p.spans, reverse=at < number):
            span = name_span(one.name, text)
            spoke = _SPEAKS.match(text, span[1]) if span else None
            if spoke is not None and (at != number + 1 or not text[: span[0] if span else 0].strip("，“”")):
                yield at, one
