"""Answers from notices: days and hours, ways round, outages, and what residents want to know of a service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.answering.answerers.from_sentences import yes_or_no
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence, pages_of
from index.answering.notices.bus_stops import calls_at
from index.answering.notices.dated_rows import by_dated_row
from index.answering.notices.hours_asked import at_hour
from index.answering.notices.outages import back_when
from index.answering.notices.parking import where_to_park
from index.answering.notices.periods import at_noon, still_time
from index.answering.notices.routes import way_round
from index.answering.notices.runs import how_often
from index.answering.notices.work_months import by_months
from index.answering.sentences.days_covered import covers_asked, without_day
from index.answering.sentences.materials import what_to_bring
from index.answering.services.calls import call_for
from index.answering.services.company import has_to_come
from index.answering.services.counters import counter, platform
from index.answering.services.days import open_days
from index.answering.services.fines import fine_for
from index.answering.services.lateness import if_late
from index.answering.services.papers import papers
from index.answering.services.requirements import required, schooled_enough
from index.understanding.query import Query


def noticed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """By rows that open with a day or print the months of a work; ways round, buses, parking, periods and hours."""
    pages = pages_of(pool)
    return (
        by_dated_row(query, pages)
        or by_months(query, pages)
        or way_round(query, pool)
        or how_often(query, pool)
        or where_to_park(query, pool)
        or calls_at(query, pool)
        or still_time(query, pool)
        or at_noon(query, pool)
        or at_hour(query, pool)
    )


def served(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """What residents want to know of a service: papers to bring, a day missed, who has to come, whom to call."""
    pages = pages_of(pool)
    if (brought := what_to_bring(query, pages)) is not None:
        return brought
    found = (
        papers(query, pages)
        or if_late(query, pages)
        or has_to_come(query, pages)
        or platform(query, pages)
        or required(query, pages)
        or fine_for(query, pages)
    )
    return replace(found, accounted=True) if found is not None else counter(query, pages)


def windowed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The days of applying, a schooling that is enough, a line to call, where no sentence tells all of the question."""
    pages = pages_of(pool)
    return open_days(query, pages) or schooled_enough(query, pages) or call_for(query, pages)


def on_the_day(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """3路20号还绕行吗: 自3月15日起 says so of the 20th as well, though it does not print it."""
    rest = without_day(query)
    draft = yes_or_no(rest, knowledge, pool) if rest is not None else None
    return draft if draft is not None and covers_asked(query, knowledge, draft) else None


def back_on(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """When water, power or gas come back, by the hours for which they are off."""
    return back_when(query, pages_of(pool))
