"""Whom somebody went to see: 书记看望了谁, 镇长慰问的那位老兵叫啥, by the names in front of 家中 and behind 看望."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import name_span, office_pattern
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.scripts import compact
from index.records import Person, Sentence
from index.understanding.query import Query, Term

_ASKED = load_pattern("answering.whom.asked")
_VISIT = load_pattern("answering.whom.visit")
_HOME = load_pattern("answering.whom.home")
_OTHER = load_pattern("answering.whom.other")
_MARKS = "，。；！？,;"
_BESIDE = load_pattern("answering.whom.beside")
_ALONG = load_pattern("answering.whom.along")
_KINDS = load_pattern("answering.whom.kinds")
_JOB = load_pattern("answering.whom.job")
_OPENS = 3  # code points in front of the office with which a question opens: 市委书记
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Visited:
    """Somebody who was visited: the name, what they are called by, where it is told."""

    article: str
    name: str
    title: str
    sentence: Sentence


def asks_whom(query: Query) -> bool:
    """True where somebody by name is said to have gone to see the one who is asked for."""
    return _asked(query) is not None or _by_office(query)


def whom(query: Query, knowledge: Knowledge) -> Draft | None:
    """Everybody whom the linked person went to see, or the one of whom the question tells more; else None."""
    asked, link = _asked(query), _visitor(query)
    if asked is None or link is None:
        return None
    terms = tuple(t for t in without(query.terms, (asked.span("deed"), asked.span("whom"))) if t.weight >= _HALF)
    for article in dict.fromkeys(found.article for found in knowledge.people.get(link, ())):
        page = knowledge.page(article)
        found = list(seen(page, link))
        if terms:
            found = _told(terms, found, page)
        if not found:
            continue
        alone = len(found) == 1
        said = f"{found[0].title}{found[0].name}" if alone else "、".join(one.name for one in found)
        names = tuple(one.name for one in found)
        return Draft("answered", "person" if alone else "list", said, told_in(found), people=names)
    return None


def whom_by_kind(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """书记慰问了谁, where no names are printed: 军烈属和困难职工, behind what the asked one is said to have done."""
    match, link = _ASKED.search(query.text), _visitor(query)
    if match is None or match["whom"] is None:
        return None
    named = next(office_pattern().finditer(query.text, 0, match.start()), None)
    if link is None and named is not None and _ALONG.search(query.text[: named.start()]):
        return None  # 陪李书记去慰问的是谁 asks who went along
    office = named[0] if named is not None else None
    who = next((one.name for one in query.links if one.key == link), None) or office
    told_so = without(query.terms, (match.span("deed"), match.span("whom")))
    others = tuple(t for t in told_so if t.weight >= _HALF and t.text != office)
    for evidence in pool:
        text = evidence.text
        if coverage(others, ((evidence.own, 1.0),))[1]:
            continue
        at = text.find(who) if who is not None and evidence.sentence.role == "paragraph" else -1
        told = _KINDS.search(text, at) if at >= 0 else None
        if told is not None and not _BESIDE.search(text[:at]):
            return Draft("answered", "list", told["whom"], (evidence.proof,), confidence=0.8)
    return None


def told_in(found: Sequence[Visited]) -> tuple[Proof, ...]:
    """The sentences of one article that tell of those who were visited, each once."""
    sentences = dict.fromkeys(one.sentence for one in found)
    return tuple(Proof(found[0].article, sentence.text.spans()) for sentence in sentences)


def _asked(query: Query) -> re.Match[str] | None:
    return _ASKED.search(query.text) if _visitor(query) is not None else None


def _by_office(query: Query) -> bool:
    """书记看望了谁: nobody is named, and those who went are no answer."""
    match = _ASKED.search(query.text)
    if match is None or match["whom"] is None or any(link.kind == "person" for link in query.links):
        return False
    named = next(office_pattern().finditer(query.text, 0, match.start()), None)
    return named is not None and named.start() <= _OPENS and _ALONG.search(query.text[: named.start()]) is None


def _visitor(query: Query) -> str | None:
    """Who is said to have gone; None where it is asked who went along (和区长一起慰问的有谁)."""
    link = next((one for one in query.links if one.kind == "person"), None)
    return link.key if link is not None and not _BESIDE.search(query.text[: link.start]) else None


def seen(page: Page, visitor: str) -> Iterator[Visited]:
    """People without an office, or with a job for one, in front of 家中 or behind 看望, in the order of the text."""
    names: list[str] = []
    for person in sorted(page.says.people, key=lambda one: (one.sentence, one.spans)):
        if person.name == visitor or person.name in names or _goes_itself(person):
            continue
        sentence = page.sentence(person.sentence)
        span = name_span(person.name, sentence.text.text) if sentence.role == "paragraph" else None
        if span is None or _OTHER.match(sentence.text.text, span[1]):
            continue
        text = sentence.text.text
        low = start_of(text, span[0], _MARKS)
        if _HOME.match(text, span[1]) or _VISIT.search(text[low : span[0]]):
            names.append(person.name)
            yield Visited(page.article.id, person.name, person.identity or person.office or "", sentence)


def _goes_itself(person: Person) -> bool:
    """A holder of an office visits; a teacher or a doctor is visited."""
    return bool(person.office) and _JOB.search(person.office or "") is None


def _told(terms: Sequence[Term], found: Sequence[Visited], page: Page) -> list[Visited]:
    """Those whose sentence accounts best for the words of the question, if it does so for half of them."""
    shares = []
    for one in found:
        own = page.own[one.sentence.number]
        shares.append(coverage(tuple(terms), ((compact(own), 1.0), (page.heading, 0.5)))[0])
    best = max(shares, default=0.0)
    return [one for one, share in zip(found, shares, strict=True) if share == best] if best >= _HALF else []
