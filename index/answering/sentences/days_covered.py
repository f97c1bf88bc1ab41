"""18号上班吗 is no question that 3月16日、17日暂停办公 answers: the day asked about is one that the sentence covers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKED = load_pattern("answering.days_covered.asked")
_DAY = load_pattern("answering.days_covered.day")
_TO = load_pattern("answering.days_covered.to")
_FROM_ON = load_pattern("answering.days_covered.from_on")
_NOT_THEN = load_pattern("answering.days_covered.not_then")
_DENIED = load_pattern("answering.days_covered.denied")
_HOUR = load_pattern("answering.days_covered.hour")
_TIME = load_pattern("answering.days_covered.time")
_HOURS = load_pattern("answering.days_covered.hours")
_UP_TO = load_pattern("answering.days_covered.up_to")

Day = tuple[int, int]
"""Month and day of the month."""
_FIRST: Day = (1, 1)
_LAST: Day = (12, 31)
_NOON = 12


def of_asked_day(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where it is asked whether something is so on a day, and the sentence tells of other days only."""
    asked = _asked(query)
    if asked is None or draft.status != "answered":
        return True
    said = _said(knowledge, draft)
    if not _DAY.search(said) or _NOT_THEN.match(draft.answer):
        return True  # 不是，8月25日: the other day is what is told
    told = list(_stretches(said))
    if _DENIED.match(draft.answer) and any(first == _FIRST or last == _LAST for first, last in told):
        return True  # 9月3日出生的能上小学吗: no, by a bound that it lies beyond
    return any(_covers(one, asked) for one in told) and _covers_hour(query.text, int(asked["day"]), said)


def covers_asked(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """Whether the sentence of the draft prints days that the asked one is among."""
    asked = _asked(query)
    told = _stretches(_said(knowledge, draft))
    return asked is not None and any(_covers(stretch, asked) for stretch in told)


def _covers_hour(text: str, day: int, said: str) -> bool:
    """13号5点停水吗: whether the hour lies in 12日22时起至13日6时, where hours are asked for and printed."""
    asked, printed = _HOUR.search(text), _HOURS.search(said)
    if asked is None or printed is None:
        return True
    hour = int(asked["hour"])
    hour += _NOON if asked["late"] and hour < _NOON else 0
    first, last = (int(printed["day"]), int(printed["hour"])), (int(printed["last"]), int(printed["until"]))
    return (first <= last and first <= (day, hour) < last) or (first > last and not last <= (day, hour) < first)


def without_day(query: Query) -> Query | None:
    """What is asked to be so on a day, but for day and hour; None where no day is named or nothing else is."""
    if _asked(query) is None:
        return None
    rest = tuple(term for term in query.terms if not (_ASKED.fullmatch(term.text) or _TIME.fullmatch(term.text)))
    return replace(query, terms=rest) if any(term.weight >= 1.0 for term in rest) else None


def _asked(query: Query) -> re.Match[str] | None:
    """The one day of a question whether something is so on it."""
    days = [match for term in query.terms if (match := _ASKED.fullmatch(term.text))]
    return days[0] if len(days) == 1 and query.kind == "yesno" else None


def _said(knowledge: Knowledge, draft: Draft) -> str:
    """The sentences that hold the proof, compact."""
    return "。".join(
        page.compact[number]
        for proof in draft.proofs
        for page in (knowledge.page(proof.article),)
        for number, sentence in enumerate(page.says.sentences)
        if any(sentence.text.start < high and low < sentence.text.end for low, high in proof.spans)
    )


def _covers(stretch: tuple[Day, Day], asked: re.Match[str]) -> bool:
    """A day without its month (18号) is one of any month that is told of."""
    months = [int(asked["month"])] if asked["month"] else sorted({stretch[0][0], stretch[1][0]})
    return any(stretch[0] <= (month, int(asked["day"])) <= stretch[1] for month in months)


def _stretches(said: str) -> Iterator[tuple[Day, Day]]:
    """First and last day of what is printed as one stretch: a day, 10日至31日, 自15日起, 31日前."""
    days = list(_DAY.finditer(said))
    month, skip = 0, False
    for at, match in enumerate(days):
        month = int(match["month"] or month)
        day = (month, int(match["day"]))
        if skip or not month:
            skip = False
            continue
        until = days[at + 1] if at + 1 < len(days) else None
        if until is not None and _TO.fullmatch(said, match.end(), until.start()):
            yield day, (int(until["month"] or month), int(until["day"]))
            skip = True
        elif _UP_TO.match(said, match.end()):
            yield _FIRST, day
        elif _FROM_ON.match(said, match.end()):
            yield day, _LAST
        else:
            yield day, day
