"""What the weather is on a day: only where a bulletin prints a forecast for just that day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.weather.asks")
_TO_COME = load_pattern("answering.weather.to_come")
_DAY = load_pattern("answering.weather.day")
_TOLD_DAY = load_pattern("answering.weather.told_day")
_SKY = load_pattern("answering.weather.sky")
_DEGREES = load_pattern("answering.weather.degrees")
_ASKS_DEGREES = load_pattern("answering.weather.asks_degrees")


def asks_weather(text: str) -> bool:
    """True where the weather of a numbered day is asked for."""
    return bool(_ASKS.search(text)) and _DAY.search(text) is not None


def weather(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The printed forecast for the asked day; None where another thing is asked for or none is printed.

    What 明天 will be like is refused: a printed forecast is of its own day.
    """
    if _ASKS.search(query.text) and _TO_COME.search(query.text):
        return Draft("not_found", "text", texts.OFF_TOPIC, reason="off_topic")  # of which day it is read is not known
    said = query.text + "".join(query.context)
    day = _DAY.search(query.text)
    if day is None or not _ASKS.search(said):
        return None
    for evidence in pool:
        text = fold(evidence.text)
        marks = list(_TOLD_DAY.finditer(text))
        for at, mark in enumerate(marks):
            if int(mark["day"]) != int(day["day"]) or not _same_month(mark, day, evidence):
                continue
            end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
            stop = re.search(r"[；;。]", text[mark.end() : end])
            told = text[mark.end() : mark.end() + stop.start() if stop else end]
            degrees = _DEGREES.search(told) if _ASKS_DEGREES.search(query.text) else None
            if _SKY.search(told) and (degrees or not _ASKS_DEGREES.search(query.text)):
                low, high = degrees.span() if degrees else (0, len(told))
                answer = evidence.text[mark.end() + low : mark.end() + high].strip("，, ；;")
                return Draft("answered", "text", answer, (evidence.proof,), confidence=0.9)
    return None


def _same_month(printed: re.Match[str], asked: re.Match[str], evidence: Evidence) -> bool:
    """A day without a month is one of the month of the article."""
    if asked["month"] is None:
        return True
    dated = evidence.page.article.date or evidence.page.article.issue_date or ""
    month = printed["month"] or dated[5:7]
    return month.isdigit() and int(month) == int(asked["month"])
