"""Whose bulletins answer: those of the district that is named, else of the one that the conversation means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from index.answering import Answerer
from index.records import Answer

_TURNS = 4  # earlier questions in which a district may have been named


def ask_by_district(
    whole: Answerer,
    part: Callable[[str], Answerer],
    question: str,
    turns: Sequence[str],
    now: datetime | None,
    meant: str | None,
    id: str | None,
) -> Answer:
    """The answer of one district's bulletins where one is named or meant; else that of all.

    Args:
        whole: knows all bulletins. part: the answerer that knows those of a district.
        meant: the conversation's district, or None.

    What another district's bulletins say is an answer only where the question names that district, or a
    project or a person that only they know.
    """
    known = whole.knowledge.districts
    named = next((d for text in (question, *reversed(turns[-_TURNS:])) if (d := whole.district_in(text))), None)
    district = named or (meant if meant in known else None)
    if district is None or len(known) < 2:
        return whole.ask(question, turns, now, meant, id)
    answer = part(district).ask(question, turns, now, district, id)
    if answer.status != "not_found" or answer.reason in ("private", "opinion"):
        return answer
    if named is None and not whole.names_in(question) - part(district).names_in(question):
        return answer
    wider = whole.ask(question, turns, now, district, id)
    return wider if wider.status in ("answered", "corrected") else answer
