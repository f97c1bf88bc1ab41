"""Who says it: 谁说完成了12亿元, 谁提醒的, by who opens the sentence that tells it, or the one before it."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import name_span
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import fold
from index.records.answers import Kind
from index.understanding.query import Query

_ASKS = load_pattern("answering.speakers.asks")
_OPENS = load_pattern("answering.speakers.opens")
_WORDS = load_pattern("answering.speakers.words")
_BODY = load_pattern("answering.speakers.body")
_TELLS, _ENOUGH = 0.3, 0.75
_REACH = 3  # sentences back to the one that says who speaks


def asks_who_says(query: Query) -> bool:
    """True for 谁说完成了12亿元."""
    return _ASKS.search(query.text) is not None


def asks_for_words(query: Query) -> bool:
    """谁说完成了12亿元 where nobody says so: no other answer does. 谁介绍经验 asks for a deed."""
    asked = _ASKS.search(query.text)
    return asked is not None and _WORDS.fullmatch(asked["said"]) is not None


def speaks_so(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The person or body that says what the question repeats; None where nobody is printed to say it."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    terms = tuple(t for t in without(query.terms, (asked.span("said"),)) if t.weight >= _TELLS)
    for evidence in pool:
        if evidence.sentence.role != "paragraph" or not terms:
            continue
        values = {one.value for one in find_quantities(fold(evidence.text))}
        share, missing, _ = coverage(terms, ((evidence.own, 1.0),))
        if any(value not in values for value, _ in query.figures):
            continue
        if share < _ENOUGH or any(t.critical for t in missing):
            continue
        if (told := _speaker(evidence, asked["said"])) is not None:
            return told
    return None


def _speaker(evidence: Evidence, verb: str) -> Draft | None:
    """Who opens the sentence with a verb of speech, or the nearest one before it in the paragraph."""
    page, paragraph = evidence.page, evidence.sentence.paragraph
    for number in range(evidence.number, max(evidence.number - _REACH, 0) - 1, -1):
        sentence = page.sentence(number)
        if sentence.paragraph != paragraph:
            return None
        opens = _OPENS.match(sentence.text.text)
        if opens is None:
            continue
        who = opens["who"]
        people = [one for one in page.says.people if one.sentence == number and name_span(one.name, who)]
        person = max(people, key=lambda one: (name_span(one.name, who) or (0, 0))[1], default=None)
        if person is None and not _BODY.search(who):
            return None
        proofs = tuple(Proof(page.article.id, page.sentence(n).text.spans()) for n in sorted({number, evidence.number}))
        names = (person.name,) if person is not None else ()
        said = who[: (name_span(person.name, who) or (0, len(who)))[1]] if person is not None else who
        office = person.office if person is not None and person.office and person.office not in said else ""
        kind: Kind = "person" if person is not None else "organisation"
        return Draft("answered", kind, f"{office}{said}", proofs, people=names, accounted=True)
    return None
