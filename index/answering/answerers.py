"""The answerers, gathered by what they read: each answer is the first of several that may know it.

Each takes the query, what is known of the bulletins, and the sentences near the question, best passages first; it
returns a draft, or None where it has no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.answering.candidates.parts import parts_together, whole_of_parts
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.peers import names_of_a_sort
from index.answering.evidence.pool import Evidence
from index.answering.figures.aims import answer_aim
from index.answering.figures.asked import sets_side_by_side
from index.answering.figures.balances import answer_balance
from index.answering.figures.bearers import borne
from index.answering.figures.combining import (
    answer_combined,
    asks_remainder,
)
from index.answering.figures.complements import answer_complement, borne_by_rest
from index.answering.figures.computing import answer_computed
from index.answering.figures.derived import answer_derived
from index.answering.figures.enumerations import rest_of_list
from index.answering.figures.extremes import answer_series
from index.answering.figures.gaps import answer_gap
from index.answering.figures.growing import answer_grown
from index.answering.figures.intervals import answer_interval
from index.answering.figures.main_causes import main_cause
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
from index.answering.figures.shares import answer_share, of_asked_part
from index.answering.figures.tariffs import parking_cost
from index.answering.figures.tiers import of_its_tier
from index.answering.figures.winnings import won_by
from index.answering.figures.years_apart import (
    asks_more_than_then,
    asks_years_apart,
    more_than_then,
    years_apart,
)
from index.answering.notices.bounds import within_printed_bound
from index.answering.notices.bus_stops import calls_at
from index.answering.notices.caps import within_cap
from index.answering.notices.classes import class_of
from index.answering.notices.conditions import at_that_age, for_outsiders, ranked_by_papers
from index.answering.notices.dated_rows import by_dated_row
from index.answering.notices.eligibility import left_out, may_take_part
from index.answering.notices.faults import fault_of
from index.answering.notices.lines import asks_lines, lines_to, names_line
from index.answering.notices.membership import listed_here
from index.answering.notices.outages import back_when, off_when, off_where
from index.answering.notices.parking import where_to_park
from index.answering.notices.penalties import punished_for
from index.answering.notices.periods import at_noon, still_time
from index.answering.notices.phones import by_use
from index.answering.notices.posts import asked_of_post
from index.answering.notices.routes import way_round
from index.answering.notices.runs import how_often
from index.answering.notices.schedules import any_day, open_on, told_of_day
from index.answering.notices.work_months import by_months
from index.answering.people.actors import by_act, only_speaks
from index.answering.people.awards import answer_award, no_winner
from index.answering.people.careers import adopted, former_office, in_brackets, sex_of
from index.answering.people.deeds import by_deed
from index.answering.people.duties import holder_in_line, in_charge
from index.answering.people.elections import (
    appointed_to,
    day_of_appointment,
    elected,
    newly_elected,
    relieved,
)
from index.answering.people.holding import reporter_of, still_in_office
from index.answering.people.honours import holder_of_honour, honour
from index.answering.people.identified import by_identity
from index.answering.people.items import labelled, of_item, under_label
from index.answering.people.journeys import went_where
from index.answering.people.matches import of_match
from index.answering.people.met import asks_meeting, meeting_of, met_by
from index.answering.people.office_rows import of_office_row
from index.answering.people.offices import office_holders, offices_in
from index.answering.people.opinions import asks_opinion, opinion
from index.answering.people.orders import in_order
from index.answering.people.persons import (
    about_person,
    asks_unread_name,
    authors,
    issuer,
    only_proposed,
    proposed,
)
from index.answering.people.ranks import answer_rank
from index.answering.people.relatives import relative_of
from index.answering.people.sayings import said_by
from index.answering.people.stops import stops
from index.answering.people.stories import began_at, whole_name, year_of
from index.answering.people.visited import asks_round, of_asked_sort, visited
from index.answering.people.whom import asks_whom, whom
from index.answering.people.works import of_works
from index.answering.programmes.batches import answer_batches
from index.answering.programmes.containers import container_of
from index.answering.programmes.first_rounds import over_first_rounds
from index.answering.programmes.lookup import answer_lookup, named_with, tells_project
from index.answering.programmes.of_total import share_of_total
from index.answering.programmes.part_names import parts_of
from index.answering.programmes.progressed import asks_progress, progressed
from index.answering.programmes.projects import answer_project
from index.answering.programmes.round_days import day_of_round
from index.answering.programmes.rounds_less import first_rounds_by_rest
from index.answering.programmes.selecting import dearest_project, projects_of, select_projects
from index.answering.refusing.guards import (
    asks_how_come,
    tells_stage,
)
from index.answering.refusing.only_counted import only_counted
from index.answering.refusing.refusal import refuse
from index.answering.sentences.bearings import by_bearing
from index.answering.sentences.causes import blames_asked, caused
from index.answering.sentences.collecting import are_places, asks_places, collect
from index.answering.sentences.completeness import answer_all
from index.answering.sentences.covered import covered
from index.answering.sentences.dates_each import dates_each
from index.answering.sentences.days_covered import covers_asked, without_day
from index.answering.sentences.definitions import asks_meaning, definition, explains
from index.answering.sentences.demands import demanded
from index.answering.sentences.divided import divided
from index.answering.sentences.each import each_with_figure
from index.answering.sentences.extractive import best_value, with_kind
from index.answering.sentences.figure_bearers import bearer
from index.answering.sentences.figure_of import day_of_peak, whose_figure
from index.answering.sentences.first_time import again
from index.answering.sentences.frames import by_frame
from index.answering.sentences.from_to import from_to, until
from index.answering.sentences.how_far import how_far, of_a_part
from index.answering.sentences.interviews import in_interview
from index.answering.sentences.listing import answer_list
from index.answering.sentences.materials import what_to_bring
from index.answering.sentences.objects import objects_of
from index.answering.sentences.opposites import asked_pole, by_pole
from index.answering.sentences.outcomes import asks_outcome, outcome
from index.answering.sentences.reasons import asks_reason, reason
from index.answering.sentences.responses import response
from index.answering.sentences.rules import of_another_case, ruled
from index.answering.sentences.same_day import with_day
from index.answering.sentences.scales import doubts, on_a_scale
from index.answering.sentences.stated import stated
from index.answering.sentences.statements import (
    answer_in_words,
    answer_text,
    meaning,
    of_others,
)
from index.answering.sentences.subject_asked import subject_of
from index.answering.sentences.subject_rows import row_of_subjects
from index.answering.sentences.superlatives import answer_superlative, foremost, printed_superlative
from index.answering.sentences.thresholds import asked_goal, tells_goal, threshold
from index.answering.sentences.undone import undone
from index.answering.sentences.whereabouts import by_verb
from index.answering.sentences.yesno import only_that, with_proviso
from index.answering.services.calls import call_for
from index.answering.services.company import has_to_come
from index.answering.services.counters import counter, platform
from index.answering.services.days import open_days
from index.answering.services.fines import fine_for
from index.answering.services.lateness import if_late
from index.answering.services.papers import papers
from index.answering.services.requirements import required, schooled_enough
from index.answering.summaries import summarise
from index.answering.tables.directions import which_way
from index.answering.tables.limits import over_limit
from index.answering.tables.row_figures import asks_over
from index.answering.tables.table_yesno import by_row
from index.answering.tables.tabling import answer_table
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.understanding.kinds import asked_count
from index.understanding.query import Query

_FRAMED = ("text", "place", "list", "person", "organisation", "stage", "summary", "money", "office")
_AMOUNT = 1e6  # a bare figure from here on is an amount
_WORDY = ("rank", "phone")  # types whose expressions are often not typed: the words are the answer
_ASKS_CLOSING = load_pattern("answering.answerers.asks_closing")
_COUNTS_ONLY = load_pattern("answering.answerers.counts_only")
_ASKS_COUNTS = load_pattern("answering.answerers.asks_counts")
_COUNTED = load_pattern("answering.answerers.counted")
_MOVED = load_pattern("answering.answerers.moved")
_SEVERAL = load_pattern("answering.answerers.several")
_ONE_NAME = load_pattern("answering.answerers.one_name")
_NEAR = 6  # sentences that a summary must not contradict


def sentence_of(knowledge: Knowledge, draft: Draft) -> str:
    """The sentence of the draft's first value, or ""."""
    if not draft.facts:
        return ""
    article, fact = draft.facts[0]
    return knowledge.page(article).sentence(fact.sentence).text.text


def _clause(knowledge: Knowledge, draft: Draft) -> str:
    """The clause of the draft's first value, or ""."""
    return sentence_of(knowledge, draft)[slice(*draft.facts[0][1].clause)] if draft.facts else ""


def _pages(pool: Sequence[Evidence]) -> list[Page]:
    return list(
        {evidence.page.article.id: evidence.page for evidence in sorted(pool, key=lambda e: e.rank)}.values()
    )


def structured(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Projects and rounds by their rows; what is left of an amount, or above it, is no row's."""
    if asks_reason(query.text):
        return None  # how far a project has come is no reason for it
    computed = asks_remainder(query.text) or asks_over(query.text)
    if query.kind in ("money", "difference") and query.projects and computed:
        return None  # what is left of an amount, or above it, is computed: none of those printed
    closing = query.kind == "date" and _ASKS_CLOSING.search(query.text)  # a road is closed later than work on it begins
    found = (
        (None if closing else answer_project(query, knowledge))
        or answer_batches(query, knowledge)
        or select_projects(query, knowledge)
        or projects_of(query, knowledge)
        or dearest_project(query, knowledge)
        or day_of_round(query, knowledge)
    )
    if found is not None and found.status == "not_found" and query.kind == "list":
        return answer_table(query, pool) or _named_elsewhere(query, pool) or found
    return found


def _named_elsewhere(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """A list of just as many names as are asked for, which no batch has; 制造业3个、民生2个 are none."""
    listed = answer_list(query, pool) if asked_count(query.text) else None
    return listed if listed is not None and not _COUNTED.search(listed.answer) else None


def complete(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Answers that say all that is asked: lists that are whole, what is told of each, of a part, of the foremost."""
    return (
        answer_all(query, pool)
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


def noticed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """By rows that open with a day or print the months of a work; ways round, buses, parking, periods and hours."""
    pages = _pages(pool)
    return (
        by_dated_row(query, pages)
        or by_months(query, pages)
        or way_round(query, pool)
        or how_often(query, pool)
        or where_to_park(query, pool)
        or calls_at(query, pool)
        or still_time(query, pool)
        or at_noon(query, pool)
    )


def of_people(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Persons by their offices, deeds, honours and kin; who is newly elected or whom somebody met."""
    return (
        sex_of(query, pool)
        or relative_of(query, pool)
        or began_at(query, pool)
        or year_of(query, pool)
        or whole_name(query, _pages(pool))
        or in_charge(query, pool)
        or former_office(query, knowledge)
        or proposed(query, pool)
        or elected(query, pool)
        or relieved(query, pool)
        or day_of_appointment(query, pool)
        or appointed_to(query, pool)
        or (refuse(query, knowledge, pool) if newly_elected(query) else None)
        or went_where(query, pool)
        or met_by(query, knowledge)
        or meeting_of(query, knowledge)
        or whom(query, knowledge)
        or (refuse(query, knowledge, pool) if asks_whom(query) or asks_meeting(query) else None)
        or about_person(query, knowledge)
        or of_office_row(query, pool)
        or office_holders(query, knowledge)
        or (holder_in_line(offices_in(query.text), query, pool) if query.kind == "person" else None)
        or in_brackets(query, pool)
        or adopted(query, _pages(pool))
        or only_proposed(query, pool)
        or honour(query, pool)
        or holder_of_honour(query, pool)
        or answer_award(query, pool)
        or by_deed(query, pool)
        or by_act(query, pool)
        or _identified(query, knowledge, pool)
        or reporter_of(query, pages := _pages(pool))
        or authors(query, knowledge, pages)
        or issuer(query, pages)
    )


def _identified(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Who is told of by trade or school; nobody where a winner is asked for who is not printed."""
    found = by_identity(query, pool)
    return found if found is not None and unwon(query, knowledge, pool) is None else None


def summed_up(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """What somebody said, and the lead facts of an article; None where sentences near tell of others."""
    if (said := said_by(query, pool) or opinion(query, pool)) is not None:
        return said
    if query.kind != "summary" or any(of_others(query, evidence) for evidence in pool[:_NEAR]):
        return None
    return summarise(query, _pages(pool))


def looked_up(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """What a figure is, or which project has it."""
    if query.kind == "lookup" or (
        query.kind == "compare"
        and any(unit in ("元", "%") or value >= _AMOUNT for value, unit in query.figures)
    ):
        named = answer_lookup(query, knowledge) or named_with(query, pool)
        tabled = answer_table(query, pool) if "哪" in query.text and named is None else None
        found = named or tabled or bearer(query, pool) or meaning(query, pool)
        return found if found is None or found.held or tells_project(query, found, pool) else None
    return None


def listed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Lists: places gone to, items of the asked sort, the several that are asked for by number."""
    if (row := row_of_subjects(query, pool)) is not None:
        return row
    moved = (by_bearing(query, pool) if query.kind == "list" else None) or which_way(query, pool)
    if (moved := moved or stops(query, knowledge) or visited(query, pool)) is not None:
        return moved
    if (query.ordinal and asks_reason(query.text)) or asks_outcome(query.text):
        return None  # 为啥排倒数第二, 有啥坏处: no item of a list
    extreme = query.kind == "compare" and "最" in query.text and "前" not in query.text  # 得票最高的前三件: a list
    several = asked_count(query.text) and not extreme
    if query.kind == "list" or (query.ordinal and query.kind in ("text", "list")) or several:
        listed = answer_list(query, pool)
        listed = listed if listed is None or of_asked_sort(query, listed.answer) else None
        so_many = listed is not None and asked_count(query.text) == listed.answer.count("、") + 1  # 三个不少于是哪三个
        counts = listed is not None and _COUNTS_ONLY.match(listed.answer) and not _ASKS_COUNTS.search(query.text)
        if counts and not so_many:
            listed = None  # 要带什么: 企业52家、岗位2300个 are numbers of things
        if listed is not None and "、" in listed.answer and _ONE_NAME.search(query.text):
            return None  # 那个平台叫啥: a row of names is none
        if listed is not None and _lists_its_own_name(query, listed):
            listed = None
        gathered = collect(query, pool) if asks_places(query) else None
        if listed is not None and gathered is not None:
            more = listed.answer.count("、") >= gathered.answer.count("、")
            holds = all(one in listed.answer for one in gathered.answer.split("、"))
            return listed if more and (holds or are_places(listed.answer)) else gathered
        return listed or gathered
    return None


def _lists_its_own_name(query: Query, listed: Draft) -> bool:
    """茶岭镇分校开哪些课: 城关镇、柏树镇、茶岭镇 are those that have one, and nothing that it teaches."""
    items = [fold(item) for item in listed.answer.split("、")]
    named = [(name, kinds) for name, kinds in names_of_a_sort(query) if name != query.district]
    asked = [kinds for name, kinds in named if len(items) > 1 and any(item.endswith(name) for item in items)]
    return any(re.search(rf"哪[^，。？?]{{0,3}}(?:{kinds})", query.text) is None for kinds in asked)


def valued(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The best typed value of a sentence: an amount, a day, a place, a name."""
    if asks_unread_name(query):
        return refuse(query, knowledge, pool)
    if (both := until(query, pool) or from_to(query, pool) or dates_each(query, pool)) is not None:
        return both
    found = by_bearing(query, pool) or with_day(query, knowledge, best_value(query, pool)) or by_verb(query, pool)
    if found is not None and (those := _all_of_them(query, pool, found)) is not None:
        return those
    if found is not None and not of_asked_part(query, found, sentence_of(knowledge, found)):
        return None  # 民营企业占67.1% tells nothing of 外资企业
    if found is not None and only_speaks(query, found, sentence_of(knowledge, found)):
        return None
    free = any_day(query) if found is None else None
    hours = best_value(free, pool) if free is not None else None
    if hours is not None and told_of_day(query.text, _clause(knowledge, hours)):
        return hours  # 周三几点关门: 周二至周日9:00至21:00
    return found


def yes_or_no(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Whether it is so, by the pole, the bound, the row or the statement that is printed."""
    if query.kind != "yesno":
        return None
    if (threshold(query) is not None and asked_goal(query.text) is None) or sets_side_by_side(query):
        return None  # 甲比乙多吗 is no question of whether it grew
    if doubts(query.text):
        return on_a_scale(query, pool)  # a rumour that is printed is not so for that
    told = (
        still_in_office(query, knowledge)
        or again(query, pool)
        or only_that(query, pool)
        or open_on(query, pool)
        or within_printed_bound(query, pool)
        or within_cap(query, pool)
        or for_outsiders(query, pool)
        or may_take_part(query, pool)
        or left_out(query, pool)
        or on_a_scale(query, pool)
        or more_than_then(query, pool)
        or (listed_here(query, pool) if "最" not in query.text else None)
        or by_row(query, pool)
        or by_pole(query, pool)
        or (stated(query, pool) if asked_pole(query.text) is None and not asks_more_than_then(query) else None)
    )
    return with_proviso(told, knowledge) if told is not None and tells_goal(query.text, told.answer) else None


def _all_of_them(query: Query, pool: Sequence[Evidence], found: Draft) -> Draft | None:
    """谁发言了: 甲、乙、丙等3个单位作了发言 tells of all of them, not of the last one."""
    if query.kind != "person" or not found.facts or found.facts[0][1].kind == "person":
        return None
    listed = answer_list(replace(query, kind="list"), pool)
    same = listed is not None and listed.settled and listed.proofs[0].article == found.proofs[0].article
    return listed if listed is not None and same and found.answer in listed.answer.split("、") else None


def on_the_day(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """3路20号还绕行吗: 自3月15日起 says so of the 20th as well, though it does not print it."""
    rest = without_day(query)
    draft = yes_or_no(rest, knowledge, pool) if rest is not None else None
    return draft if draft is not None and covers_asked(query, knowledge, draft) else None


def back_on(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """When water, power or gas come back, by the hours for which they are off."""
    return back_when(query, _pages(pool))


def meant(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """What a word means."""
    return definition(query, pool) if asks_meaning(query) else None


def tabled(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The cells of the rows that a question selects."""
    found = answer_table(query, pool)
    if found is None and query.kind == "number" and query.unit is None and _MOVED.search(query.text):
        found = answer_table(with_kind(query, "percent"), pool)  # 企业所得税降了多少: a column 比上年增长
    return found


def borne_by(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Who or what a figure of the question is told of."""
    return bearer(query, pool)


def unwon(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """A refusal where a winner is asked for whom nobody prints."""
    refused = no_winner(query, pool)
    return refused if refused is not None and answer_rank(query, pool) is None else None


def in_series(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The greatest, the least, the sum or the difference of a printed series."""
    return answer_series(query, pool)


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


def ranked(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Places of a ranking, and who holds them."""
    return answer_rank(query, pool)


def framed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Matters with a fixed way of asking and of printing: reasons, demands, outages, papers to bring, detours."""
    pages = _pages(pool)
    found = (
        definition(query, pool)
        or objects_of(query, pool)
        or lines_to(query, pool)
        or fault_of(query, pool)
        or punished_for(query, pool)
        or demanded(query, pool)
        or asked_of_post(query, pool)
        or off_when(query, pages)
        or off_where(query, pages)
        or ranked_by_papers(query, pool)
        or at_that_age(query, pool)
        or parking_cost(query, pool)
        or (refuse(query, knowledge, pool) if asks_opinion(query) else None)
        or class_of(query, pool)
        or ruled(query, pool)
        or outcome(query, pool)
        or response(query, pool)
    )
    if found is not None:
        return found
    if query.kind in _FRAMED:
        framed = how_far(query, pool) or reason(query, pool) or by_frame(query, pool) or caused(query, pool)
        if framed is not None and blames_asked(query, pool, framed):
            return None
        one = framed is not None and not (_SEVERAL.search(framed.answer) or asks_how_come(query.text))
        return None if one and (asked_count(query.text) or 0) > 1 else framed  # 检查了哪三个项目: one is no answer
    return by_use(query, pool)


def served(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """What residents want to know of a service: papers to bring, a day missed, who has to come, whom to call."""
    pages = _pages(pool)
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
    pages = _pages(pool)
    return open_days(query, pages) or schooled_enough(query, pages) or call_for(query, pages)


def worded(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The clause that says it, where the words are the answer."""
    if query.kind == "compare":
        return answer_superlative(query, pool)
    if query.kind in ("text", "stage", "organisation", "office", "summary") or (
        query.kind == "list" and asked_count(query.text)
    ):
        said = answer_text(query, pool) if not asks_round(query) else None
        if said is not None and asks_lines(query.text) and not names_line(said.answer):
            return None
        if said is not None and (blames_asked(query, pool, said) or of_another_case(query, pool, said)):
            return None
        if said is not None and only_counted(query, said):
            return None
        return said if said is None or (tells_stage(query, said) and explains(query, said)) else None
    return answer_in_words(query, pool) if query.kind in _WORDY else None


def subject(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The subject of the sentence that tells the rest of the question."""
    return subject_of(query, pool)
