"""The way somebody took: 先看了甲工地，再到乙厂，最后来到丙管廊. The first stop, the last, the next, all, how many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.pool import Evidence, pages_of
from index.catalogue.offices import held_as_printed
from index.extraction.words.people import office_pattern
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_words
from index.records import Person, Sentence
from index.understanding.kinds import asked_count
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.route.asks")  # first, last, next, count or all of the stops
_WENT = load_pattern("answering.route.went")
_LOOKED = load_pattern("answering.route.looked")
_TAIL = load_pattern("answering.route.tail")
_NO_STOP = load_pattern("answering.route.no_stop")
_CALLED = load_pattern("answering.route.called")
_AREA = load_pattern("answering.route.area")
_AND = load_pattern("answering.route.and")
_ALSO = "和及与"  # within a name as well: 颐和养老中心
_HOME = load_pattern("answering.route.home")
_LONGEST, _SHORTEST = 26, 2
_ENOUGH = 0.6
_SAME = 0.75
_TELLS = 0.5
_LATER = 0.01  # what a page of the pool counts less than the one before


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place on the way, as printed, and the sentence that prints it."""

    place: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class _Way:
    """The stops that an article tells of, who is said to have gone there, how far it accounts for the question."""

    page: Page
    stops: Sequence[_Stop]
    traveller: Person
    fit: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who is asked about, by name, else by office, and what the way was about."""

    names: Sequence[str]
    offices: Sequence[str]
    terms: tuple[Term, ...]


def on_the_way(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The asked stop or stops of the one way that the pages tell of the asked person; else None."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    wanted = next(name for name, said in asked.groupdict().items() if said is not None and name != "x")
    called = _CALLED.search(asked[0])
    if called is not None and any(called[0] in _printed(page) for page in pages_of(pool)):
        return None  # 第一站，甲州: what the page itself calls so
    about = _about(query, asked)
    ways = list(_ways(about, pool, knowledge))
    if not ways or (len(ways) > 1 and not query.context and not (about.names or about.offices or about.terms)):
        return None
    _, way = max(enumerate(ways), key=lambda one: one[1].fit - _LATER * one[0])
    page, stops = way.page, way.stops
    chosen = _chosen(wanted, asked["x"] or "", stops)
    if not chosen or (wanted == "every" and asked_count(query.text) not in (None, len(stops))):
        return None
    names = "、".join(stop.place for stop in chosen)
    said = f"{len(chosen)}个：{names}" if wanted == "number" else names
    proofs = tuple(dict.fromkeys(Proof(page.article.id, stop.sentence.text.spans()) for stop in chosen))
    return Draft(
        "answered", "list" if len(chosen) > 1 else "place", said, proofs,
        detail=f"共{len(stops)}处" if wanted == "every" else None,
        people=(way.traveller.name,), accounted=True, confidence=0.9,
    )  # fmt: skip


def _chosen(wanted: str, behind: str, stops: Sequence[_Stop]) -> Sequence[_Stop]:
    """Of 甲, 乙, 丙 the first, the last, all, or what follows the named one."""
    if wanted == "first":
        return stops[:1]
    if wanted == "last":
        return stops[-1:]
    if wanted != "next":
        return stops
    at = next((n for n, stop in enumerate(stops) if explained(behind, stop.place).score >= _SAME), None)
    return stops[at + 1 : at + 2] if at is not None else ()


def _ways(about: _Asked, pool: Sequence[Evidence], knowledge: Knowledge) -> Iterator[_Way]:
    """The articles that account for the question and tell of two stops and more."""
    for page in pages_of(pool):
        traveller = _traveller(page, knowledge)
        fit = _fit(about, page, traveller) if traveller is not None else 0.0
        stops = _without_area(list(_stops(page))) if fit > 0 else ()
        if traveller is not None and len(stops) > 1:
            yield _Way(page, stops, traveller, fit)


def _about(query: Query, asked: re.Match[str]) -> _Asked:
    """What the question tells of the way besides that its stops are asked for."""
    links = [link for link in query.links if link.kind == "person"]
    offices = list(office_pattern().finditer(query.text))
    spans = (asked.span(), *(m.span() for m in offices), *((link.start, link.end) for link in links))
    terms = tuple(t for t in without(query.terms, spans) if t.weight >= _TELLS)
    return _Asked([link.key for link in links], [] if links else [m[0] for m in offices], terms)


def _fit(about: _Asked, page: Page, traveller: Person) -> float:
    """How far the article accounts for the question, its traveller being the asked one; 0 for another."""
    if about.names and traveller.name not in about.names:
        return 0.0
    if not all(held_as_printed(traveller.office or "", office) for office in about.offices):
        return 0.0
    share, missing, _ = coverage(about.terms, ((page.heading, 1.0), (page.whole, 0.9)))
    if any(t.critical for t in missing) or (about.terms and share < _ENOUGH):
        return 0.0
    return (share if about.terms else 0.8) + (0.1 if about.names or about.offices else 0.0)


def _printed(page: Page) -> str:
    """The text of an article as printed."""
    return "".join(sentence.text.text for sentence in page.says.sentences)


def _without_area(stops: Sequence[_Stop]) -> Sequence[_Stop]:
    """深入甲镇督导。他到乙楼…，在丙卡口…: the town of which the first sentence speaks is where the stops are."""
    lead = len(stops) > _SHORTEST and _AREA.search(stops[0].place) and stops[1].sentence is not stops[0].sentence
    return stops[1:] if lead and not any(_AREA.search(stop.place) for stop in stops[1:]) else stops


def _traveller(page: Page, knowledge: Knowledge) -> Person | None:
    """The first one with an office whom the article names, if only another article says which office it is."""
    writers = {*page.article.reporters, *page.article.correspondents}
    named = (knowledge.people[name][0].value for name in knowledge.named_in(page.whole) if name not in writers)
    return next((person for person in named if person.office), None)


def _stops(page: Page) -> Iterator[_Stop]:
    """The places of the article's way in the order of the text, each where it is first told of."""
    seen: list[str] = []
    held: _Stop | None = None
    for sentence in page.says.sentences:
        if sentence.role != "paragraph":
            continue
        for low, high in clause_spans(sentence.text.text):
            for place in _places(sentence.text.text[low:high].strip("，；。：、“” ")):
                if any(place in one or one in place or one.endswith(place[-6:]) for one in seen):
                    continue
                seen.append(place)
                if held is not None and held.sentence is sentence and _HOME.search(place):
                    held = _Stop(held.place + place, sentence)  # 在某小区，书记走进甲某家中: one stop
                    continue
                if held is not None:
                    yield held
                held = _Stop(place, sentence)
    if held is not None:
        yield held


@lru_cache(maxsize=1)
def _ends() -> tuple[str, ...]:
    return tuple({*load_words("place_suffixes"), *load_words("facilities"), *load_words("route_ends")})


def _parted(names: str) -> list[str]:
    """甲水库和乙中心 as two: what stands in front of 和 ends as places do."""
    at = next((n for n, sign in enumerate(names) if sign in _ALSO and names[:n].endswith(_ends())), None)
    return [names] if at is None else [names[:at], *_parted(names[at + 1 :])]


def _places(clause: str) -> list[str]:
    """The places that a clause says somebody went to: a row behind 来到, a place of the usual sort behind 察看."""
    went = _WENT.match(clause)
    looked = _LOOKED.match(clause) if went is None else None
    match = went or looked
    if match is None:
        return []
    row = match["row"]
    tail = _TAIL.search(row, _SHORTEST)
    row = row[: tail.start()] if tail else row
    items = [one.strip("“”的 ") for part in _AND.split(row) for one in _parted(part)]
    found = [one for one in items if _SHORTEST <= len(one) <= _LONGEST and not _NO_STOP.search(one)]
    if len(found) < len(items):
        return []
    if went is not None and went["order"]:
        return found
    return found if all(one.endswith(_ends()) for one in found) else []
