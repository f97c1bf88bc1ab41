"""Answers from rows and wholes: projects, rounds and cells, lists that are whole, the lead facts of an article."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.answerers.summaries import summarise
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence, pages_of
from index.answering.figures.combining import asks_remainder
from index.answering.figures.main_causes import main_cause
from index.answering.figures.winnings import won_by
from index.answering.people.inquiries import asks_inquiry
from index.answering.people.items import labelled, of_item, under_label
from index.answering.people.matches import of_match
from index.answering.people.opinions import opinion
from index.answering.people.orders import in_order
from index.answering.people.sayings import said_by
from index.answering.people.speakers import asks_who_says
from index.answering.people.works import of_works
from index.answering.programmes.batches import answer_batches
from index.answering.programmes.by_size import dearest_project, within_bound
from index.answering.programmes.by_word import answer_by_word
from index.answering.programmes.containers import container_of
from index.answering.programmes.in_table import of_project_table
from index.answering.programmes.lookup import answer_lookup, named_with, tells_project
from index.answering.programmes.membership import of_round
from index.answering.programmes.part_names import parts_of
from index.answering.programmes.parts_done import how_far_done
from index.answering.programmes.parts_told import answer_parts
from index.answering.programmes.progressed import asks_progress, progressed
from index.answering.programmes.projects import answer_project
from index.answering.programmes.round_days import day_of_event, day_of_round
from index.answering.programmes.rows_computed import computed_from_rows
from index.answering.programmes.selecting import projects_of, select_projects
from index.answering.refusing.refusal import refuse
from index.answering.sentences.completeness import answer_all
from index.answering.sentences.covered import covered
from index.answering.sentences.divided import divided
from index.answering.sentences.each import each_with_figure
from index.answering.sentences.extractive import with_kind
from index.answering.sentences.figure_bearers import bearer
from index.answering.sentences.figure_of import day_of_peak, whose_figure
from index.answering.sentences.how_far import how_far, of_a_part
from index.answering.sentences.interviews import in_interview
from index.answering.sentences.listing import answer_list
from index.answering.sentences.reasons import asks_reason
from index.answering.sentences.rostered import rostered
from index.answering.sentences.statements import meaning, of_others
from index.answering.sentences.superlatives import foremost, printed_superlative
from index.answering.sentences.undone import undone
from index.answering.tables.row_figures import asks_over
from index.answering.tables.tabling import answer_table
from index.language.lexicon import load_pattern
from index.understanding.kinds import asked_count
from index.understanding.query import Query

_AMOUNT = 1e6  # a bare figure from here on is an amount
_ASKS_BOTH = load_pattern("answering.from_rows.asks_both")
_ASKS_CLOSING = load_pattern("answering.from_rows.asks_closing")
_COUNTED = load_pattern("answering.from_rows.counted")
_MOVED = load_pattern("answering.from_rows.moved")
_NEAR = 6  # sentences that a summary must not contradict


def structured(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Projects and rounds by their rows; what is left of an amount, or above it, is no row's."""
    if asks_reason(query.text):
        return None  # how far a project has come is no reason for it
    computed = asks_remainder(query.text) or asks_over(query.text)
    if query.kind in ("money", "difference") and query.projects and computed:
        return None  # what is left of an amount, or above it, is computed: none of those printed
    closing = query.kind == "date" and _ASKS_CLOSING.search(query.text)  # a road is closed later than work on it begins
    no_field = closing or _ASKS_BOTH.search(query.text)  # 多长多宽: more than one field
    found = (
        computed_from_rows(query, knowledge)
        or (None if no_field else answer_project(query, knowledge))
        or answer_batches(query, knowledge)
        or within_bound(query, knowledge)
        or select_projects(query, knowledge)
        or projects_of(query, knowledge)
        or dearest_project(query, knowledge)
        or day_of_round(query, knowledge)
    )
    if found is not None and found.status == "not_found" and query.kind == "list":
        return answer_table(query, pool) or _named_elsewhere(query, pool) or found
    return found


def of_parts(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """What follows from the parts of a round: their sizes, their names, and which of them a project is of."""
    return (
        how_far_done(query, knowledge)
        or (None if asks_reason(query.text) else answer_parts(query, knowledge))
        or of_round(query, knowledge)
        or answer_by_word(query, knowledge)
        or of_project_table(query, knowledge)
        or day_of_event(query, knowledge)
    )


def _named_elsewhere(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """A list of just as many names as are asked for, which no batch has; 制造业3个、民生2个 are none."""
    listed = answer_list(query, pool) if asked_count(query.text) else None
    return listed if listed is not None and not _COUNTED.search(listed.answer) else None


def complete(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Answers that say all that is asked: lists that are whole, what is told of each, of a part, of the foremost."""
    return (
        answer_all(query, pool)
        or rostered(query, pool)
        or of_works(query, pool)
        or of_match(query, pool)
        or main_cause(query, pool)
        or covered(query, pool)
        or won_by(query, pool)
        or each_with_figure(query, pool)
        or divided(query, pool)
        or (progressed(query, pool) if not asks_reason(query.text) else None)
        or _unprogressed(query, knowledge, pool)
        or (how_far(query, pool) if of_a_part(query) else None)
        or in_interview(query, pool)
        or undone(query, pool)
        or parts_of(query, pool)
        or container_of(query, knowledge, pool)
        or of_item(query, pool)
        or labelled(query, pool)
        or under_label(query, pool)
        or printed_superlative(query, pool)
        or foremost(query, pool)
        or whose_figure(query, pool)
        or day_of_peak(query, pool)
        or in_order(query, pool)
    )


def _unprogressed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """How many of a group have come further is nothing that its size or another group's could tell."""
    asks = query.kind in ("count", "number") and bool(query.stages) and asks_progress(query.text)
    return refuse(query, knowledge, pool) if asks else None


def looked_up(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """What a figure is, or which project has it."""
    if asks_who_says(query):
        return None  # 谁说完成了12亿元 asks for the speaker
    if query.kind == "lookup" or (
        query.kind == "compare"
        and any(unit in ("元", "%") or value >= _AMOUNT for value, unit in query.figures)
    ):
        named = answer_lookup(query, knowledge) or named_with(query, pool)
        tabled = answer_table(query, pool) if "哪" in query.text and named is None else None
        found = named or tabled or bearer(query, pool) or meaning(query, pool)
        return found if found is None or found.held or tells_project(query, found, pool) else None
    return None


def tabled(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The cells of the rows that a question selects."""
    found = answer_table(query, pool)
    if found is None and query.kind == "number" and query.unit is None and _MOVED.search(query.text):
        found = answer_table(with_kind(query, "percent"), pool)  # 企业所得税降了多少: a column 比上年增长
    if found is None and query.kind in ("area", "length"):
        found = answer_table(with_kind(query, "number"), pool)  # 新建面积: a column of bare figures
    return found


def summed_up(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """What somebody said, and the lead facts of an article; None where sentences near tell of others."""
    if (said := said_by(query, pool) or (None if asks_inquiry(query) else opinion(query, pool))) is not None:
        return said
    if query.kind != "summary" or any(of_others(query, evidence) for evidence in pool[:_NEAR]):
        return None
    return summarise(query, pages_of(pool))
