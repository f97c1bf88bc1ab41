"""Stories of people at work: at which age they began, in which year it was, the whole name behind 某老师."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import is_full_name, name_span
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.records import Person, Span
from index.understanding.query import Query
from index.understanding.understand import asks_beginning

_HE = load_pattern("answering.stories.he")
_AT_AGE = load_pattern("answering.stories.at_age")
_WHICH_YEAR = load_pattern("answering.stories.which_year")
_YEAR = load_pattern("answering.stories.year")
_TITLE = r"(?:老师|师傅|大爷|大妈|大叔|大姐|阿姨|医生|书记|主任|站长|校长|队长|教授|工|总)"
_WHOLE = re.compile(
    rf"(?P<called>(?P<surname>[\u4e00-\u9fff]){_TITLE})(?:的)?(?:全名|真名|本名|大名|名字|叫(?:什么|啥))"
)
_ENOUGH = 0.66


def began_at(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The age at which somebody took up what an article tells of; the refusal of private matters where none is told."""
    if not asks_beginning(query.text) or _WHICH_YEAR.search(query.text):
        return None
    person = next((link.name for link in query.links if link.kind == "person"), None)
    person = person or next((t.text for t in query.terms if t.weight >= 1.0 and is_full_name(t.text)), None)
    for evidence in pool if person is not None else ():
        span = name_span(person or "", evidence.text) or _pronoun(person or "", evidence)
        match = _AT_AGE.search(fold(evidence.text), span[1]) if span else None
        if span is None or match is None or _others(evidence, person or "", span[1], match.start()):
            continue
        if re.search(r"[。；;]", evidence.text[span[1] : match.start()]):
            continue
        said = f"{evidence.text[match.start('age') : match.end('age')]}岁"
        return Draft("answered", "number", said, (evidence.proof,), people=(person or "",))
    who = person or "当事人"
    return Draft("not_found", "text", texts.PRIVATE.format(who=who), reason="private")


def _pronoun(person: str, evidence: Evidence) -> Span | None:
    """走进铁铺，某某正抡着锤子。他是…，15岁随父学艺: 他 where the sentence before names the asked one."""
    he = _HE.match(evidence.text)
    return he.span() if he is not None and name_span(person, evidence.printed_before) is not None else None


def _others(evidence: Evidence, person: str, low: int, high: int) -> bool:
    """Somebody else is named between the person and the age."""
    names = {one.name for one in evidence.page.says.people if one.sentence == evidence.number and one.name != person}
    return any(name in evidence.text[low:high] for name in names)


def year_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """哪年回村的: the year before what the sentence tells of the linked person; None where it tells none."""
    if query.kind != "date" or not _WHICH_YEAR.search(query.text):
        return None
    person = next((link.name for link in query.links if link.kind == "person"), None)
    if person is None:
        return None
    best: tuple[float, Draft] | None = None
    others = False  # a year is told of somebody else
    for evidence in pool:
        if evidence.sentence.role not in ("paragraph", "caption") or not links_fit(query, evidence):
            continue
        years = list(_YEAR.finditer(evidence.text))
        span = name_span(person, evidence.text)
        if years and _told_of_others(evidence, person, span, years[-1]):
            others = True
            continue
        share, missing, _ = coverage(query.terms, ((evidence.own, 1.0),))
        if not years or share < _ENOUGH or any(t.weight >= 1.0 or t.critical for t in missing):
            continue
        score = share - 0.002 * evidence.rank
        if best is None or score > best[0]:
            year = _before(query, evidence, years)
            best = score, Draft("answered", "date", year, (evidence.proof,))
    if best is None and others:
        answer = texts.NO_ATTRIBUTE.format(subject=person, what="年份")
        return Draft("not_found", "date", answer, reason="attribute")
    return best[1] if best else None


def _told_of_others(evidence: Evidence, person: str, span: Span | None, year: re.Match[str]) -> bool:
    """Somebody else stands between the name and the year, or the name only behind both."""
    if _others(evidence, person, span[1] if span else 0, year.start()):
        return True
    return span is not None and span[0] > year.end() and _others(evidence, person, 0, span[0])


def _before(query: Query, evidence: Evidence, years: Sequence[re.Match[str]]) -> str:
    """The year of the clauses that account best for the question: from each year up to the next."""
    ends = [*(one.start() for one in years[1:]), len(evidence.text)]
    spans = [(one.start(), end) for one, end in zip(years, ends, strict=True)]
    told = [coverage(query.terms, ((evidence.clause(span), 1.0),))[0] for span in spans]
    return years[max(range(len(years)), key=lambda n: told[n])][0]


def whole_name(query: Query, pages: Sequence[Page]) -> Draft | None:
    """莫老师全名叫啥: the one person of that surname in the article that says 莫老师; None for none or several."""
    asked = _WHOLE.search(query.text)
    if asked is None:
        return None
    for page in pages:
        if asked["called"] not in page.whole:
            continue
        names = {
            one.name: one
            for one in page.says.people
            if one.name.startswith(asked["surname"]) and not re.search(rf"{_TITLE}$", one.name)
        }
        if len(names) == 1:
            return _named(page, next(iter(names.values())))
    return None


def _named(page: Page, person: Person) -> Draft:
    said = f"{person.office}{person.name}" if person.office and len(person.office) <= 30 else person.name
    proof = Proof(page.article.id, person.evidence)
    return Draft("answered", "person", said, (proof,), people=(person.name,))
