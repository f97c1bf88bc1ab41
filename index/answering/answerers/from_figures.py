"""Answers from figures: what follows from printed ones, the extremes of a series, places of a ranking."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.candidates.parts import parts_together, whole_of_parts
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.answering.figures.aims import answer_aim
from index.answering.figures.balances import answer_balance
from index.answering.figures.bearers import borne
from index.answering.figures.combining import answer_combined
from index.answering.figures.complements import answer_complement, borne_by_rest
from index.answering.figures.computing import answer_computed
from index.answering.figures.days_apart import days_apart
from index.answering.figures.derived import answer_derived
from index.answering.figures.enumerations import rest_of_list
from index.answering.figures.extremes import answer_series
from index.answering.figures.gaps import answer_gap
from index.answering.figures.growing import answer_grown
from index.answering.figures.intervals import answer_interval
from index.answering.figures.means import answer_mean
from index.answering.figures.months_less import first_months
from index.answering.figures.multiples import groups_together
from index.answering.figures.paces import furthest
from index.answering.figures.portions import answer_portion, is_printed
from index.answering.figures.pricing import priced
from index.answering.figures.prizes import prizes_together
from index.answering.figures.reference_levels import reference_level
from index.answering.figures.rests import answer_rest
from index.answering.figures.rounds import earlier_round
from index.answering.figures.runs import of_run
from index.answering.figures.sectors import sector_share
from index.answering.figures.shares import answer_share
from index.answering.figures.tiers import of_its_tier
from index.answering.figures.years_apart import asks_years_apart, years_apart
from index.answering.people.ranks import answer_rank
from index.answering.programmes.batches import answer_batches
from index.answering.programmes.first_rounds import over_first_rounds
from index.answering.programmes.of_total import share_of_total
from index.answering.programmes.rounds_less import first_rounds_by_rest
from index.answering.sentences.reasons import asks_reason
from index.answering.tables.limits import over_limit
from index.understanding.query import Query


def computed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Figures that follow from two printed ones and more."""
    if query.kind == "text" and asks_reason(query.text):
        return None  # 那3个项目为什么没投产: their number is no reason
    unplaced = query.district is None and query.preferred is None and len(knowledge.districts) > 1
    if unplaced and query.stages and not query.links:
        batches = answer_batches(query, knowledge)
        if batches is not None and batches.status == "ambiguous":
            return batches  # before anything is computed: which district's batches are meant
    if (above := over_limit(query, pool)) is not None:
        return above
    if query.kind == "difference" and len(set(query.periods)) > 1:
        batches = answer_batches(query, knowledge)
        if batches is not None and batches.settled:
            return batches  # 今年首批比去年首批多多少: of the rounds themselves, before any figures around them
    return (
        over_first_rounds(query, knowledge)
        or first_rounds_by_rest(query, knowledge)
        or first_months(query, pool)
        or sector_share(query, pool)
        or share_of_total(query, knowledge)
        or answer_balance(query, pool)
        or borne(query, pool)
        or borne_by_rest(query, pool)
        or prizes_together(query, pool)
        or groups_together(query, pool)
        or of_its_tier(query, pool)
        or priced(query, pool)
        or furthest(query, pool)
        or answer_aim(query, pool)
        or years_apart(query, pool)
        or answer_share(query, pool)
        or whole_of_parts(query, pool)
        or (answer_computed(query, pool) if asks_years_apart(query) is None else None)
        or answer_rest(query, knowledge, pool)
        or answer_gap(query, pool)
        or answer_mean(query, pool)
        or answer_combined(query, pool)
        or parts_together(query, pool)
        or answer_grown(query, pool)
        or days_apart(query, pool)
        or answer_interval(query, pool)
    )


def derived(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Figures that follow from a printed one and its change, share or rest."""
    if query.kind == "percent" and is_printed(query, pool):
        return None
    return (
        earlier_round(query, pool)
        or of_run(query, pool)
        or answer_portion(query, pool)
        or reference_level(query, pool)
        or answer_derived(query, pool)
        or answer_complement(query, pool)
        or rest_of_list(query, pool)
    )


def in_series(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The greatest, the least, the sum or the difference of a printed series."""
    return answer_series(query, pool)


def ranked(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Places of a ranking, and who holds them."""
    return answer_rank(query, pool)
