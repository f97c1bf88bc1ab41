"""Homes that were visited, each with its place: 在湖滨街道南巷3号院老党员甲某家中 tells street, courtyard, whom.

Who was seen at a place, where somebody was seen, which streets, who came next, before, as the second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.pool import Evidence, pages_of
from index.answering.people.whom import Visited, seen, told_in
from index.catalogue.offices import held_as_printed
from index.extraction.words.people import name_span, office_pattern
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import fold
from index.understanding.kinds import asked_count
from index.understanding.query import Query

_STEP = load_pattern("answering.homes.step")
_GOES = load_pattern("answering.homes.goes")
_ENDS = load_pattern("answering.homes.ends")
_ASKS_THERE = load_pattern("answering.homes.asks_there")
_ASKS_WHOM_ALONE = load_pattern("answering.homes.asks_whom_alone")
_ASKS_WHERE = load_pattern("answering.homes.asks_where")
_ASKS_TOWNS = load_pattern("answering.homes.asks_towns")
_ASKS_NEXT = load_pattern("answering.homes.asks_next")
_ASKS_BEFORE = load_pattern("answering.homes.asks_before")
_ASKS_PLACE = load_pattern("answering.homes.asks_place")
_ASKS_WHETHER = load_pattern("answering.homes.asks_whether")
_ASKS_NTH = load_pattern("answering.homes.asks_nth")
_SHORTEST = 3  # letters of a place that is named without what it is: 湖光新苑
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Home:
    """Somebody who was visited at home, and the place as printed, from the street to the courtyard."""

    seen: Visited
    steps: tuple[str, ...]

    @property
    def place(self) -> str:
        """The whole place as printed."""
        return "".join(self.steps)

    @property
    def called(self) -> str:
        """困难职工甲某: who it is without the place."""
        title = self.seen.title
        return title.removeprefix(self.place) + self.seen.name


def of_homes(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What is asked about the homes of one round: who, where, which came next; None where no page tells of them."""
    for page in pages_of(pool):
        names = [link.name for link in query.links if link.kind == "person"]
        here = all(name in page.article.text for name in names) and _holds_offices(page, query.text)
        homes = homes_of(page) if here else []
        for answer in _ANSWERS if homes else ():
            if (draft := answer(query, homes)) is not None:
                return draft
    return None


def _holds_offices(page: Page, text: str) -> bool:
    """区长去了湖滨街道吗: the page tells of somebody who holds the asked office."""
    held = [one.office for one in page.says.people if one.office]
    asked = (match[0] for match in office_pattern().finditer(text))
    return all(any(held_as_printed(one, office) for one in held) for office in asked)


def home_of(query: Query, knowledge: Knowledge) -> Draft | None:
    """甲家在哪个小区: answered where a visit there is printed; None else, what is private stays so."""
    names = [link.name for link in query.links if link.kind == "person"]
    articles = (found.article for name in names for found in knowledge.people.get(name, ()))
    drafts = (_where(query, homes_of(knowledge.page(article))) for article in dict.fromkeys(articles))
    return next((draft for draft in drafts if draft is not None), None)


def homes_of(page: Page) -> list[Home]:
    """The homes that an article tells to have been visited, in the order of the text."""
    return [Home(one, _steps(one)) for one in seen(page, "")]


def _steps(one: Visited) -> tuple[str, ...]:
    """湖滨街道, 南巷3号院: the place in front of the name, behind a verb of going; () where none is printed."""
    text = one.sentence.text.text
    span = name_span(one.name, text)
    for went in reversed(list(_GOES.finditer(text, 0, span[0] if span else 0))):
        steps: list[str] = []
        at = went.end()
        while (step := _STEP.match(text, at)) is not None:
            steps.append(step[0])
            at = step.end()
        if steps:
            return tuple(steps)
    return ()


def _names_place(text: str, step: str) -> bool:
    """The question names the place, if only as 南巷 for 南巷3号院 or without what it is."""
    short = (step, _ENDS.sub("", step), re.split(r"\d", step)[0])
    return any(len(one) >= _SHORTEST and fold(one) in text for one in short)


def _there(query: Query, homes: Sequence[Home]) -> Draft | None:
    """南巷3号院看望了谁: everybody who was seen at the place that the question names."""
    if _ASKS_WHOM_ALONE.search(query.text):
        return _people(homes)
    if _ASKS_THERE.search(query.text) is None:
        return None
    named = {step for home in homes for step in home.steps if _names_place(query.text, step)}
    if not named:
        return None
    most = max(sum(step in named for step in home.steps) for home in homes)
    return _people([home for home in homes if sum(step in named for step in home.steps) == most])


def _where(query: Query, homes: Sequence[Home]) -> Draft | None:
    """甲家在哪个街道, 在哪个小区看望的乙: the asked part of the place of the one who is named."""
    asked = _ASKS_WHERE.search(query.text)
    if asked is None:
        return None
    noun = asked["noun"]
    named = [one for one in homes if one.seen.name in query.text]
    if not named and noun:  # 南巷3号院在哪个街道, 湖滨街道去的是哪个院
        named = [one for one in homes if any(_names_place(query.text, step) for step in one.steps)]
    parts = {step: home for home in named for step in home.steps if step.endswith(noun)} if noun else {}
    if not noun and named and named[0].place:
        parts = {named[0].place: named[0]}
    if len(parts) != 1:
        return None
    part, home = next(iter(parts.items()))
    if fold(part) in query.text:
        return None
    return Draft("answered", "place", part, told_in([home.seen]), people=(home.seen.name,), accounted=True)


def _towns(query: Query, homes: Sequence[Home]) -> Draft | None:
    """去了几个街道, 哪几个街道: what the places have of that sort; None where a home has no place."""
    asked = _ASKS_TOWNS.search(query.text)
    if asked is None or len(homes) < _SEVERAL:
        return None
    found = [next((step for step in home.steps if step.endswith(asked["noun"])), None) for home in homes]
    towns = [town for town in dict.fromkeys(found) if town is not None]
    if not all(home.steps for home in homes) or not towns or asked_count(query.text) not in (None, len(towns)):
        return None
    names = "、".join(towns)
    proofs = told_in([home.seen for home in homes])
    if asked["number"]:
        return Draft("answered", "count", f"{len(towns)}个", proofs, detail=names, accounted=True)
    return Draft("answered", "list", names, proofs, detail=f"共{len(towns)}个", accounted=True)


def _beside(query: Query, homes: Sequence[Home]) -> Draft | None:
    """看完甲又去了谁家, 去乙家之前去了谁家, 第二家是谁: the home that stands there in the order of the text."""
    at = _asked_at(query.text, homes)
    if at is None or not 0 <= at < len(homes):
        return None
    home = homes[at]
    if _ASKS_PLACE.search(query.text) and home.place:
        return Draft("answered", "place", home.place, told_in([home.seen]), people=(home.seen.name,), accounted=True)
    return _people([home])


def _asked_at(text: str, homes: Sequence[Home]) -> int | None:
    """The place in the order that is asked for."""
    for asks, step in ((_ASKS_NEXT, 1), (_ASKS_BEFORE, -1)):
        asked = asks.search(text)
        known = [n for n, home in enumerate(homes) if asked is not None and _is_named(_named_by(asked), home)]
        if known:
            return known[-1 if step > 0 else 0] + step
    nth = _ASKS_NTH.search(text)
    return int(parse_number(nth["n"])) - 1 if nth is not None and len(homes) >= _SEVERAL else None


def _named_by(asked: re.Match[str]) -> str:
    return next((words for words in asked.groups() if words), "")


def _is_named(text: str, home: Home) -> bool:
    return home.seen.name in text or any(_names_place(text, step) for step in home.steps)


def _whether(query: Query, homes: Sequence[Home]) -> Draft | None:
    """去了湖滨街道吗, 看望甲了吗, 甲家在南巷吗: yes where a visit there is told; no where that one lives elsewhere."""
    if query.kind != "yesno" or _ASKS_WHETHER.search(query.text) is None:
        return None
    named = [home for home in homes if home.seen.name in query.text]
    there = [home for home in homes if any(_names_place(query.text, step) for step in home.steps)]
    both = [home for home in named if home in there] if named and there else named or there
    if not both and not (named and there and named[0].place):
        return None
    home = (both or named)[0]
    told = _clause(home) if both else f"是在{home.place}"
    return Draft(
        "answered" if both else "corrected", "yesno", f"{'是' if both else '不是'}，{told}", told_in([home.seen]),
        people=(home.seen.name,), accounted=True,
    )  # fmt: skip


def _clause(home: Home) -> str:
    """The printed clause that tells where the visit was, with the one that names whom where these are two."""
    text = home.seen.sentence.text.text
    spans = list(clause_spans(text))
    names = [n for n, (low, high) in enumerate(spans) if home.seen.name in text[low:high]]
    place = [n for n, (low, high) in enumerate(spans) if home.place and home.place in text[low:high]]
    last = names[0] if names else 0
    first = min(place[0], last) if place else last
    return text[spans[first][0] : spans[last][1]].strip("，。；：、 ")


def _people(homes: Sequence[Home]) -> Draft:
    """One with what they are called by, several by their names."""
    names = tuple(home.seen.name for home in homes)
    alone = len(homes) == 1
    said = homes[0].called if alone else "、".join(names)
    proofs = told_in([home.seen for home in homes])
    return Draft("answered", "person" if alone else "list", said, proofs, people=names, accounted=True)


_ANSWERS: tuple[Callable[[Query, Sequence[Home]], Draft | None], ...] = (_whether, _towns, _beside, _there, _where)
