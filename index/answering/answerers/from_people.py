"""Answers from what is told of persons: offices, deeds, honours, kin, and who won or did not."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence, pages_of
from index.answering.people.actors import by_act
from index.answering.people.as_held import is_done_by, is_of_office
from index.answering.people.awards import answer_award, no_winner
from index.answering.people.bylines import told_by_byline
from index.answering.people.careers import adopted, former_office, in_brackets, sex_of
from index.answering.people.charged import charged
from index.answering.people.deeds import by_deed
from index.answering.people.duties import holder_in_line, in_charge
from index.answering.people.elections import (
    appointed_to,
    day_of_appointment,
    elected,
    newly_elected,
    relieved,
)
from index.answering.people.gatherings import of_gathering
from index.answering.people.holding import reporter_of
from index.answering.people.homes import of_homes
from index.answering.people.honours import holder_of_honour, honour
from index.answering.people.households import households
from index.answering.people.identified import by_identity
from index.answering.people.inquiries import inquired
from index.answering.people.journeys import went_where
from index.answering.people.kinship import asks_relation, related_by_title
from index.answering.people.met import asks_meeting, meeting_of, met_by
from index.answering.people.office_rows import of_office_row
from index.answering.people.offices import office_holders, offices_in
from index.answering.people.persons import about_person, authors, done_by_one, issuer, only_proposed, proposed
from index.answering.people.quoted import quoted_by
from index.answering.people.ranks import answer_rank
from index.answering.people.relatives import relative_of
from index.answering.people.route import on_the_way
from index.answering.people.speakers import asks_for_words, speaks_so
from index.answering.people.stories import began_at, whole_name, year_of
from index.answering.people.towards import towards
from index.answering.people.urged import urged
from index.answering.people.whom import asks_whom, whom, whom_by_kind
from index.answering.refusing.refusal import refuse
from index.answering.sentences.identity import formerly
from index.answering.sentences.identity import in_charge as in_charge_of
from index.understanding.query import Query


def of_people(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Persons by their offices, deeds, honours and kin; who is newly elected or whom somebody met."""
    return (
        sex_of(query, pool)
        or relative_of(query, pool)
        or began_at(query, pool)
        or year_of(query, pool)
        or whole_name(query, pages_of(pool))
        or in_charge(query, pool)
        or formerly(query, pool)
        or in_charge_of(query, pool)
        or former_office(query, knowledge)
        or proposed(query, pool)
        or elected(query, pool)
        or relieved(query, pool)
        or day_of_appointment(query, pool)
        or appointed_to(query, pool)
        or (refuse(query, knowledge, pool) if newly_elected(query) else None)
        or is_of_office(query, knowledge)
        or is_done_by(query, pool)
        or related_by_title(query, knowledge)
        or (refuse(query, knowledge, pool) if asks_relation(query) else None)
        or urged(query, pool)
        or towards(query, pool)
        or done_by_one(query, knowledge)
        or speaks_so(query, pool)
        or of_homes(query, pool)
        or went_where(query, pool)
        or on_the_way(query, knowledge, pool)
        or met_by(query, knowledge)
        or meeting_of(query, knowledge)
        or households(query, pool)
        or inquired(query, pool)
        or whom(query, knowledge)
        or whom_by_kind(query, knowledge, pool)
        or (refuse(query, knowledge, pool) if asks_whom(query) or asks_meeting(query) else None)
        or told_by_byline(query, knowledge)
        or about_person(query, knowledge)
        or of_office_row(query, pool)
        or office_holders(query, knowledge)
        or (holder_in_line(offices_in(query.text), query, pool) if query.kind == "person" else None)
        or in_brackets(query, pool)
        or adopted(query, pages_of(pool))
        or only_proposed(query, pool)
        or quoted_by(query, pool)
        or honour(query, pool)
        or holder_of_honour(query, pool)
        or answer_award(query, pool)
        or by_deed(query, pool)
        or by_act(query, pool)
        or charged(query, pool)
        or of_gathering(query, pool)
        or _identified(query, knowledge, pool)
        or reporter_of(query, pages := pages_of(pool))
        or authors(query, knowledge, pages)
        or issuer(query, pages)
        or (refuse(query, knowledge, pool) if asks_for_words(query) else None)
    )


def _identified(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Who is told of by trade or school; nobody where a winner is asked for who is not printed."""
    found = by_identity(query, pool)
    return found if found is not None and unwon(query, knowledge, pool) is None else None


def unwon(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """A refusal where a winner is asked for whom nobody prints."""
    refused = no_winner(query, pool)
    return refused if refused is not None and answer_rank(query, pool) is None else None
