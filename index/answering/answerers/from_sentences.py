"""Answers from sentences: a meaning, a bearer, a list, a value, yes or no, a reason, the clause that says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.answering.answerers.shared import clause_of, sentence_of
from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.peers import names_of_a_sort
from index.answering.evidence.pool import Evidence, pages_of
from index.answering.figures.asked import sets_side_by_side
from index.answering.figures.rises import asks_rise, risen
from index.answering.figures.shares import of_asked_part
from index.answering.figures.tariffs import parking_cost
from index.answering.figures.years_apart import asks_more_than_then, more_than_then
from index.answering.notices.bounds import within_printed_bound
from index.answering.notices.caps import within_cap
from index.answering.notices.classes import class_of
from index.answering.notices.conditions import at_that_age, for_outsiders, ranked_by_papers
from index.answering.notices.eligibility import left_out, may_take_part
from index.answering.notices.faults import fault_of, tells_of_none
from index.answering.notices.lines import asks_lines, lines_to, names_line
from index.answering.notices.membership import listed_here
from index.answering.notices.outages import off_when, off_where
from index.answering.notices.penalties import punished_for
from index.answering.notices.phones import by_use
from index.answering.notices.posts import asked_of_post
from index.answering.notices.schedules import any_day, open_on, told_of_day
from index.answering.people.actors import only_speaks
from index.answering.people.another_doer import done_by_another
from index.answering.people.areas_visited import areas_visited
from index.answering.people.deeds import row_of_people
from index.answering.people.greeted import greeted
from index.answering.people.holding import still_in_office
from index.answering.people.opinions import asks_opinion
from index.answering.people.persons import unread_name
from index.answering.people.stops import stops
from index.answering.people.visited import asks_round, of_asked_sort, visited
from index.answering.refusing.guards import asks_how_come, tells_stage
from index.answering.refusing.only_counted import only_counted
from index.answering.refusing.refusal import refuse
from index.answering.sentences.bearings import by_bearing
from index.answering.sentences.behind_name import behind_its_name
from index.answering.sentences.blanks import filled
from index.answering.sentences.causes import blames_asked, caused
from index.answering.sentences.collecting import are_places, asks_places, collect
from index.answering.sentences.dates_each import dates_each
from index.answering.sentences.definitions import asks_meaning, definition, explains
from index.answering.sentences.demands import demanded
from index.answering.sentences.extractive import best_value
from index.answering.sentences.figure_bearers import bearer
from index.answering.sentences.first_time import again
from index.answering.sentences.frames import by_frame
from index.answering.sentences.from_to import from_to, until
from index.answering.sentences.how_far import how_far
from index.answering.sentences.identity import identity
from index.answering.sentences.in_lists import among, beyond
from index.answering.sentences.listing import answer_list
from index.answering.sentences.measures import measures
from index.answering.sentences.most_so import most_so
from index.answering.sentences.objects import objects_of
from index.answering.sentences.opposites import asked_pole, by_pole
from index.answering.sentences.outcomes import asks_outcome, outcome
from index.answering.sentences.place_in_list import has_place, which_item
from index.answering.sentences.purposes import aimed_at
from index.answering.sentences.quoted_objects import quoted_object
from index.answering.sentences.reasons import asks_reason, reason
from index.answering.sentences.required import required
from index.answering.sentences.responses import response
from index.answering.sentences.rows_of_bodies import counted_of_row
from index.answering.sentences.rules import of_another_case, ruled
from index.answering.sentences.same_day import with_day
from index.answering.sentences.scales import doubts, of_parking, on_a_scale
from index.answering.sentences.stated import stated
from index.answering.sentences.statements import answer_in_words, answer_text
from index.answering.sentences.subject_asked import subject_of
from index.answering.sentences.subject_rows import row_of_subjects
from index.answering.sentences.superlatives import answer_superlative
from index.answering.sentences.thresholds import asked_goal, tells_goal, threshold
from index.answering.sentences.turning import turned
from index.answering.sentences.whereabouts import by_verb
from index.answering.sentences.yesno import only_that, with_proviso
from index.answering.tables.directions import which_way
from index.answering.tables.table_yesno import by_row, fits_in_row
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.understanding.kinds import asked_count
from index.understanding.query import Query

_FRAMED = ("text", "place", "list", "person", "organisation", "stage", "summary", "money", "office")
_WORDY = ("rank", "phone")  # types whose expressions are often not typed: the words are the answer
_COUNTS_ONLY = load_pattern("answering.from_sentences.counts_only")
_ASKS_COUNTS = load_pattern("answering.from_sentences.asks_counts")
_SEVERAL = load_pattern("answering.from_sentences.several")
_ONE_NAME = load_pattern("answering.from_sentences.one_name")


def meant(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """What a word means."""
    return definition(query, pool) if asks_meaning(query) else None


def borne_by(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Who or what a figure of the question is told of."""
    return bearer(query, pool)


def framed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Matters with a fixed way of asking and of printing: reasons, demands, outages, papers to bring, detours."""
    pages = pages_of(pool)
    found = (
        which_item(query, pool)
        or quoted_object(query, pool)
        or counted_of_row(query, pool)
        or beyond(query, pool)
        or aimed_at(query, pool)
        or required(query, pool)
        or turned(query, pool)
        or measures(query, pool)
        or definition(query, pool)
        or identity(query, pool)
        or objects_of(query, pool)
        or lines_to(query, pool)
        or fault_of(query, pool)
        or most_so(query, pool)
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


def listed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Lists: places gone to, items of the asked sort, the several that are asked for by number."""
    if (row := row_of_subjects(query, pool) or greeted(query, pool) or areas_visited(query, pool)) is not None:
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
        if listed is not None and tells_of_none(query, _quoted(knowledge, listed)):
            listed = None
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


def _quoted(knowledge: Knowledge, draft: Draft) -> str:
    """The sentences that prove the draft."""
    return "".join(one.text.text for proof in draft.proofs for one in knowledge.page(proof.article).within(proof.spans))


def _lists_its_own_name(query: Query, listed: Draft) -> bool:
    """茶岭镇分校开哪些课: 城关镇、柏树镇、茶岭镇 are those that have one, and nothing that it teaches."""
    items = [fold(item) for item in listed.answer.split("、")]
    named = [(name, kinds) for name, kinds in names_of_a_sort(query) if name != query.district]
    asked = [kinds for name, kinds in named if len(items) > 1 and any(item.endswith(name) for item in items)]
    return any(re.search(rf"哪[^，。？?]{{0,3}}(?:{kinds})", query.text) is None for kinds in asked)


def valued(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The best typed value of a sentence: an amount, a day, a place, a name."""
    if (name := unread_name(query)) is not None:
        return Draft("not_found", "person", texts.NO_ENTITY.format(what=name), reason="entity", held=True)
    if (both := until(query, pool) or from_to(query, pool) or dates_each(query, pool)) is not None:
        return both
    if (amount := behind_its_name(query, pool)) is not None:
        return amount
    found = by_bearing(query, pool) or with_day(query, knowledge, best_value(query, pool)) or by_verb(query, pool)
    if found is not None and (those := _all_of_them(query, pool, found)) is not None:
        return those
    if found is not None and not of_asked_part(query, found, sentence_of(knowledge, found)):
        return None  # 民营企业占67.1% tells nothing of 外资企业
    if found is not None and only_speaks(query, found, sentence_of(knowledge, found)):
        return None
    free = any_day(query) if found is None else None
    hours = best_value(free, pool) if free is not None else None
    if hours is not None and told_of_day(query.text, clause_of(knowledge, hours)):
        return hours  # 周三几点关门: 周二至周日9:00至21:00
    return found


def _all_of_them(query: Query, pool: Sequence[Evidence], found: Draft) -> Draft | None:
    """谁发言了: 甲、乙、丙等3个单位作了发言 tells of all of them, not of the last one."""
    if query.kind != "person" or not found.facts:
        return None
    if found.facts[0][1].kind == "person":
        return row_of_people(query, pool, found)
    listed = answer_list(replace(query, kind="list"), pool)
    same = listed is not None and listed.settled and listed.proofs[0].article == found.proofs[0].article
    return listed if listed is not None and same and found.answer in listed.answer.split("、") else None


def _as_stated(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The statement; of what rose none with figures: 增长4.2%，其中税收24亿元 states nothing of 税收."""
    told = stated(query, pool)
    if told is None or not asks_rise(query):
        return told
    return None if told.answer.startswith("是") and any(sign.isdigit() for sign in told.answer) else told


def yes_or_no(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """Whether it is so, by the pole, the bound, the row or the statement that is printed."""
    if query.kind != "yesno":
        return None
    if (threshold(query) is not None and asked_goal(query.text) is None) or sets_side_by_side(query):
        return None  # 甲比乙多吗 is no question of whether it grew
    if doubts(query.text):
        return on_a_scale(query, pool)  # a rumour that is printed is not so for that
    pool = of_parking(query, pool)
    told = (
        among(query, pool)
        or greeted(query, pool)
        or has_place(query, pool)
        or still_in_office(query, knowledge)
        or again(query, pool)
        or only_that(query, pool)
        or open_on(query, pool)
        or within_printed_bound(query, pool)
        or within_cap(query, pool)
        or for_outsiders(query, pool)
        or may_take_part(query, pool)
        or left_out(query, pool)
        or risen(query, pool)
        or on_a_scale(query, pool)
        or more_than_then(query, pool)
        or (listed_here(query, pool) if "最" not in query.text else None)
        or by_row(query, pool)
        or fits_in_row(query, pool)
        or by_pole(query, pool)
        or (_as_stated(query, pool) if asked_pole(query.text) is None and not asks_more_than_then(query) else None)
    )
    if told is not None and done_by_another(query, knowledge, told):
        return None
    return with_proviso(told, knowledge) if told is not None and tells_goal(query.text, told.answer) else None


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
        told = said is not None and tells_stage(query, said) and explains(query, said)
        return filled(query, knowledge, said) if told and said is not None else None
    return answer_in_words(query, pool) if query.kind in _WORDY else None


def subject(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The subject of the sentence that tells the rest of the question."""
    return subject_of(query, pool)
