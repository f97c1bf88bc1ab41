"""Question → answer: understand, try the answerers in order of certainty, else refuse with the reason."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from index.answering.candidates.parts import parts_together
from index.answering.checking.asserting import denies, has_values, judged, statement_in
from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge, Page, Reader
from index.answering.evidence.pool import Evidence, close_to, gather, nearest
from index.answering.evidence.sources import sources_of
from index.answering.figures.bearers import borne
from index.answering.figures.combining import (
    answer_combined,
    asks_remainder,
    takes_done_for_left,
    takes_whole_for_mean,
)
from index.answering.figures.complements import answer_complement, borne_by_rest
from index.answering.figures.computing import answer_computed, pretends, sets_side_by_side
from index.answering.figures.derived import answer_derived
from index.answering.figures.enumerations import rest_of_list
from index.answering.figures.extremes import answer_series
from index.answering.figures.gaps import answer_gap
from index.answering.figures.growing import answer_grown
from index.answering.figures.intervals import answer_interval
from index.answering.figures.portions import answer_portion
from index.answering.figures.pricing import only_rate, priced
from index.answering.figures.prizes import prizes_together
from index.answering.figures.reference_levels import reference_level
from index.answering.figures.rests import answer_rest
from index.answering.figures.rounds import earlier_round
from index.answering.figures.runs import of_run
from index.answering.figures.sectors import sector_share
from index.answering.figures.shares import answer_share, of_asked_part
from index.answering.figures.tariffs import parking_cost
from index.answering.figures.years_apart import asks_years_apart, years_apart
from index.answering.notices.conditions import at_that_age, for_outsiders, ranked_by_papers
from index.answering.notices.eligibility import left_out, may_take_part, too_young
from index.answering.notices.faults import fault_of
from index.answering.notices.lines import asks_lines, lines_to, names_line
from index.answering.notices.membership import listed_here
from index.answering.notices.outages import off_when, off_where
from index.answering.notices.phones import by_use
from index.answering.notices.posts import asked_of_post
from index.answering.notices.schedules import any_day, open_on, told_of_day
from index.answering.notices.weather import asks_weather, weather
from index.answering.people.awards import answer_award, no_winner
from index.answering.people.careers import adopted, former_office, in_brackets, sex_of
from index.answering.people.deeds import by_deed
from index.answering.people.duties import holder_in_line, in_charge
from index.answering.people.elections import elected, newly_elected
from index.answering.people.holding import reporter_of, still_in_office
from index.answering.people.identified import by_identity
from index.answering.people.items import labelled, of_item, under_label
from index.answering.people.met import met_by
from index.answering.people.orders import in_order
from index.answering.people.persons import (
    about_person,
    authors,
    issuer,
    office_holders,
    offices_in,
    only_proposed,
    proposed,
)
from index.answering.people.ranks import answer_rank
from index.answering.people.relatives import relative_of
from index.answering.people.sayings import said_by
from index.answering.people.stops import stops
from index.answering.people.stories import began_at, whole_name, year_of
from index.answering.people.visited import asks_round, of_asked_sort, visited
from index.answering.programmes.batches import answer_batches
from index.answering.programmes.containers import container_of
from index.answering.programmes.first_rounds import over_first_rounds
from index.answering.programmes.lookup import answer_lookup, named_with, tells_project
from index.answering.programmes.of_total import share_of_total
from index.answering.programmes.part_names import parts_of
from index.answering.programmes.progressed import asks_progress, progressed
from index.answering.programmes.projects import answer_project
from index.answering.programmes.selecting import dearest_project, projects_of, select_projects
from index.answering.refusing.asked_sort import is_of_asked_sort
from index.answering.refusing.denials import denied
from index.answering.refusing.guards import (
    asks_how_come,
    figures_fit,
    in_asked_unit,
    in_place,
    names_enough,
    premise_fits,
    tells_stage,
    told_together,
)
from index.answering.refusing.mending import mend
from index.answering.refusing.nearby import with_nearest
from index.answering.refusing.premises import contradicted, without_ground
from index.answering.refusing.refusal import refuse
from index.answering.refusing.related import related
from index.answering.refusing.supposed import corrected, supposed, wrong_office
from index.answering.refusing.told_of import told_of_asked
from index.answering.sentences.collecting import are_places, asks_places, collect
from index.answering.sentences.completeness import answer_all
from index.answering.sentences.definitions import asks_meaning, definition, explains
from index.answering.sentences.demands import demanded
from index.answering.sentences.extractive import best_value, with_kind
from index.answering.sentences.frames import by_frame
from index.answering.sentences.interviews import in_interview
from index.answering.sentences.listing import answer_list
from index.answering.sentences.materials import what_to_bring
from index.answering.sentences.opposites import asked_pole, by_pole
from index.answering.sentences.reasons import asks_reason, reason
from index.answering.sentences.statements import (
    answer_in_words,
    answer_text,
    following,
    meaning,
    of_others,
)
from index.answering.sentences.superlatives import answer_superlative, foremost, printed_superlative
from index.answering.sentences.thresholds import asked_goal, tells_goal, threshold
from index.answering.sentences.whereabouts import by_verb
from index.answering.sentences.yesno import but_not_all, doubts, on_a_scale, only_that, stated, with_proviso
from index.answering.several import answer_parts, join, told
from index.answering.summaries import summarise
from index.answering.tables.directions import which_way
from index.answering.tables.limits import over_limit
from index.answering.tables.table_yesno import by_row
from index.answering.tables.tabling import answer_table
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.records import Answer, AnswerFact, Claim
from index.retrieval.engine import SearchEngine
from index.understanding.asides import without_asides
from index.understanding.followup import lean_on, leans, may_lean
from index.understanding.kinds import asked_count
from index.understanding.query import Query
from index.understanding.splitting import kinds, parts
from index.understanding.understand import MOST, Earlier, asks_private, gate, understand

_FRAMED = ("text", "place", "list", "person", "organisation", "stage", "summary", "money", "office")
_TURNS = 4  # earlier questions that are looked at
_AMOUNT = 1e6  # a bare figure from here on is an amount
_WORDY = ("rank", "phone")  # types whose expressions are often not typed: the words are the answer
_COUNTED = load_pattern("answering.answerer.counted")
_MOVED = load_pattern("answering.answerer.moved")
_NEAR = 6  # sentences that a summary must not contradict
_MOST_PARTS = 4  # questions answered in one sentence


class Answerer:
    """Answers questions from one generation of the library; ``refresh`` after a change."""

    def __init__(
        self,
        store: Reader,
        engine: SearchEngine,
        *,
        district: str | None = None,
        timezone: str = "Asia/Shanghai",
    ) -> None:
        self._store, self._engine, self._district, self._timezone = store, engine, district, timezone
        self.refresh()

    def refresh(self) -> None:
        """Forget what was read of an older generation."""
        self.knowledge = Knowledge(self._store, self._engine)

    def ask(
        self,
        question: str,
        turns: Sequence[str] = (),
        now: datetime | None = None,
        district: str | None = None,
        id: str | None = None,
    ) -> Answer:
        """One answer or refusal.

        Args:
            question: as typed. turns: the person's earlier questions, oldest first.
            now: the moment of asking. district: whose bulletins 本区 means in this chat.
        """
        started = time.perf_counter()
        preferred = self._preferred(district)
        draft, repaired = self._asked(question, turns, preferred)
        took = (time.perf_counter() - started) * 1000
        return _finish(self.knowledge, question, draft, repaired, took, id)

    def district_in(self, question: str) -> str | None:
        """The one district with bulletins that a question names, or None."""
        links = self.knowledge.gazetteer.exact(fold(question[:MOST]))
        named = {link.name for link in links if link.kind == "district"}
        return named.pop() if len(named) == 1 else None

    def names_in(self, question: str) -> set[str]:
        """Keys of the projects and people that a question names as printed."""
        links = self.knowledge.gazetteer.exact(fold(question[:MOST]))
        return {link.key for link in links if link.kind in ("project", "person")}

    def _preferred(self, district: str | None) -> str | None:
        """The district that is meant where the question names none: the chat's, else the setting's."""
        known = self.knowledge.districts
        return next((d for d in (district, self._district) if d in known), None)

    def _asked(
        self, question: str, turns: Sequence[str], preferred: str | None
    ) -> tuple[Draft, tuple[tuple[str, str], ...]]:
        if not any(sign.isalnum() for sign in question):
            return Draft("not_found", "text", texts.EMPTY, reason="off_topic"), ()
        if not self.knowledge.articles:
            return Draft("not_found", "text", texts.NOTHING_INDEXED, reason="entity"), ()
        earlier = self._earlier(turns[-_TURNS:], preferred)
        statement = statement_in(fold(question[:MOST]))
        if statement is not None and gate(self._read(statement, None)) is None:
            return self._verdict(question, statement, earlier, preferred)
        return self._whole(without_asides(fold(question)), earlier, preferred)

    def _verdict(
        self, question: str, statement: str, earlier: Earlier | None, preferred: str | None
    ) -> tuple[Draft, tuple[tuple[str, str], ...]]:
        """…对吗: what the check of the statement says; a yes of other answerers does not do for one it leaves open."""
        draft = judged(self.check(statement))
        if draft is not None:
            return draft, ()
        if earlier is not None and leans(self._read(statement, preferred)):
            return self._whole(without_asides(fold(question)), earlier, preferred)
        if not has_values(statement):
            other, repaired = self._whole(without_asides(fold(question)), earlier, preferred)
            if not other.settled or other.status == "corrected" or denies(other):
                return other, repaired
        query = self._read(statement, preferred)
        pool = gather(query, self.knowledge)
        return with_nearest(refuse(query, self.knowledge, pool), query, pool), ()

    def _earlier(self, turns: Sequence[str], preferred: str | None) -> Earlier | None:
        earlier: Earlier | None = None
        for turn in turns:
            for piece in parts(fold(turn))[:_MOST_PARTS]:
                earlier = self._turn(piece, earlier, preferred)
        return earlier

    def _turn(self, question: str, earlier: Earlier | None, preferred: str | None) -> Earlier:
        query = self._understood(without_asides(fold(question)), earlier, preferred)
        draft = self._draft(query)
        article = draft.proofs[0].article if draft.proofs and draft.settled else None
        named = draft.people or tuple(link.name for link in query.links if link.kind == "person")
        spoken = named or (earlier.spoken if earlier is not None else ())
        return Earlier(query, draft.people, draft.projects, draft.period, draft.stage, article, spoken)

    def _read(self, question: str, preferred: str | None) -> Query:
        """The query of a question standing for itself, with words mended that the nearest passages print."""
        asked = question[:MOST]
        printed = nearest(asked, self.knowledge)
        text, pairs = mend(fold(asked), printed)
        return understand(
            text if pairs else asked, self.knowledge.gazetteer, printed=printed, typed=question, mended=pairs,
            preferred=preferred,
        )  # fmt: skip

    def _understood(self, question: str, earlier: Earlier | None, preferred: str | None) -> Query:
        query = self._read(question, preferred)
        return lean_on(query, earlier) if earlier is not None and leans(query) else query

    def _whole(
        self, question: str, earlier: Earlier | None, preferred: str | None
    ) -> tuple[Draft, tuple[tuple[str, str], ...]]:
        pieces = parts(question)[:_MOST_PARTS]
        if len(pieces) > 1 and not asks_weather(fold(question)):
            return self._several(pieces, earlier, preferred)
        query = self._understood(question, earlier, preferred)
        asked = kinds(query.text)
        again = self._asked_before(query, earlier) if not asked else ()
        if again:
            drafts = [self._draft(replace(query, kind=kind, unit=unit)) for kind, unit in again]
            if all(draft.settled for draft in drafts):
                return join(drafts), query.repaired
        if asked:
            drafts = self._at_once(query, asked)
            if all(draft.settled for draft in drafts):
                return join(drafts), query.repaired
        if earlier is not None and not query.inherited and may_lean(query):
            leaning = lean_on(query, earlier)
            draft = self._draft(leaning) if leaning.links else None
            if draft is not None and draft.settled:
                return draft, query.repaired
        draft = self._draft(query)
        if query.context and not draft.settled:
            alone = self._read(question, preferred)
            if alone.periods and alone.programme and (own := self._draft(alone)).settled:
                return own, alone.repaired  # it said by itself which list it means
        return draft, query.repaired

    def _asked_before(self, query: Query, earlier: Earlier | None) -> list[tuple[str, str | None]]:
        """那开工的呢 behind 签约几个，多少钱: types and units of all that was asked; empty for a single question."""
        if earlier is None or "kind" not in query.inherited:
            return []
        pieces = parts(earlier.query.text)[:_MOST_PARTS]
        asked = [self._read(piece, None) for piece in pieces] if len(pieces) > 1 else []
        return [(one.kind, one.unit) for one in asked]

    def _at_once(self, query: Query, asked: Sequence[str]) -> list[Draft]:
        """多少个项目、多少钱: an answer of each type, the later ones beside the first where they stand there, too."""
        drafts: list[Draft] = []
        for kind in asked:
            one = with_kind(query, kind)
            near = close_to(one, self.knowledge, drafts[0].proofs) if drafts and drafts[0].settled else ()
            beside = self._draft(one, pool=[e for e in near if e.rank == 0]) if near else None
            drafts.append(beside if beside is not None and beside.settled else self._draft(one))
        return drafts

    def _several(
        self, pieces: Sequence[str], earlier: Earlier | None, preferred: str | None
    ) -> tuple[Draft, tuple[tuple[str, str], ...]]:
        def read(piece: str) -> Query:
            return self._read(piece, preferred)

        found = answer_parts(pieces, earlier, read, self._draft, self.knowledge)
        repaired = tuple(pair for part in found for pair in part.query.repaired)
        return told(found, self.knowledge), repaired

    def _draft(
        self,
        query: Query,
        *,
        pool: Sequence[Evidence] | None = None,
        lenient: bool = False,
    ) -> Draft:
        knowledge = self.knowledge
        reason = gate(query)
        if reason == "opinion":
            return Draft("not_found", "text", texts.OPINION, reason="opinion")
        if asks_private(query):
            who = next((link.name for link in query.links if link.kind == "person"), "当事人")
            return Draft("not_found", "text", texts.PRIVATE.format(who=who), reason="private")
        if lenient:
            valued = None if asks_remainder(query.text) else best_value(query, pool or (), lenient=True)
            found = valued or following(query, pool or ())
            return found or refuse(query, knowledge, pool or ())
        if (told := wrong_office(query, knowledge)) is not None:
            return told
        for one in supposed(query):
            other = self._draft(self._read(one.asks, query.preferred))
            if other.status == "answered" and not one.agrees(other.answer):
                return corrected(one, other)
            query = one.granted(query) if other.status == "answered" else query
        if (level := threshold(query)) is not None:
            reached = level.judged(self._draft(self._read(level.asks, query.preferred)), knowledge)
            if reached is not None:
                return reached
        pool = gather(query, knowledge) if pool is None else pool
        if (forecast := weather(query, pool)) is not None:
            return forecast
        if reason == "off_topic" and not query.links:
            return Draft("not_found", "text", texts.OFF_TOPIC, reason="off_topic")
        for answer in _ORDER:
            draft = answer(query, knowledge, pool)
            if draft is not None and _computes_nothing(query, draft, _sentence(knowledge, draft)):
                break
            if draft is not None and only_rate(query, draft, _sentence(knowledge, draft)):
                break
            if draft is not None and asks_how_come(query.text) and not (
                premise_fits(query, knowledge, draft) and figures_fit(query, knowledge, draft)
            ):
                break
            if draft is not None and draft.status == "answered" and not names_enough(query, draft):
                break
            if draft is not None and draft.status == "answered" and not in_asked_unit(query, knowledge, draft):
                continue
            if draft is not None and not (is_of_asked_sort(query, knowledge, draft) and told_together(query, draft)):
                continue
            if draft is not None and not told_of_asked(query, knowledge, draft):
                continue
            if draft is not None and (not draft.settled or in_place(query, knowledge, draft)):
                draft = but_not_all(query, draft)
                checks = (one(query, knowledge, draft) for one in (contradicted, denied, without_ground))
                return next((told for told in checks if told is not None), draft)
        refused = with_nearest(refuse(query, knowledge, pool), query, pool)
        return replace(refused, related=related(query, knowledge, pool))

    def check(self, sentence: str, now: datetime | None = None) -> tuple[Claim, ...]:
        """Each claim of a sentence: confirmed, contradicted or not mentioned."""
        from index.answering.checking.check import check_sentence

        return check_sentence(sentence, self.knowledge, self._plainly)

    def _plainly(self, question: str) -> Draft:
        """The draft of one question that stands for itself."""
        return self._draft(self._read(question, None))


def _sentence(knowledge: Knowledge, draft: Draft) -> str:
    """The sentence of the draft's first value, or ""."""
    if not draft.facts:
        return ""
    article, fact = draft.facts[0]
    return knowledge.page(article).sentence(fact.sentence).text.text


def _clause(knowledge: Knowledge, draft: Draft) -> str:
    """The clause of the draft's first value, or ""."""
    return _sentence(knowledge, draft)[slice(*draft.facts[0][1].clause)] if draft.facts else ""


def _computes_nothing(query: Query, draft: Draft, text: str) -> bool:
    """A printed value stands for one that had to be computed."""
    checks = (pretends, takes_done_for_left, takes_whole_for_mean)
    return any(check(query, draft, text) for check in checks)


def _pages(pool: Sequence[Evidence]) -> list[Page]:
    return list(
        {evidence.page.article.id: evidence.page for evidence in sorted(pool, key=lambda e: e.rank)}.values()
    )


def _structured(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    if asks_reason(query.text):
        return None  # how far a project has come is no reason for it
    if query.kind == "money" and query.projects and asks_remainder(query.text):
        return None  # what is left of an amount is computed: none of those printed
    found = (
        answer_project(query, knowledge)
        or answer_batches(query, knowledge)
        or select_projects(query, knowledge)
        or projects_of(query, knowledge)
        or dearest_project(query, knowledge)
    )
    if found is not None and found.status == "not_found" and query.kind == "list":
        return answer_table(query, pool) or _named_elsewhere(query, pool) or found
    return found


def _named_elsewhere(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """A list of just as many names as are asked for, which no batch has; 制造业3个、民生2个 are none."""
    listed = answer_list(query, pool) if asked_count(query.text) else None
    return listed if listed is not None and not _COUNTED.search(listed.answer) else None


def _complete(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    return (
        answer_all(query, pool)
        or progressed(query, pool)
        or _unprogressed(query, knowledge, pool)
        or in_interview(query, pool)
        or parts_of(query, pool)
        or container_of(query, knowledge, pool)
        or of_item(query, pool)
        or labelled(query, pool)
        or under_label(query, pool)
        or printed_superlative(query, pool)
        or foremost(query, pool)
        or in_order(query, pool)
    )


def _unprogressed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """How many of a group have come further is nothing that its size or another group's could tell."""
    asks = query.kind in ("count", "number") and bool(query.stages) and asks_progress(query.text)
    return refuse(query, knowledge, pool) if asks else None


def _people(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
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
        or (refuse(query, knowledge, pool) if newly_elected(query) else None)
        or met_by(query, knowledge)
        or about_person(query, knowledge)
        or office_holders(query, knowledge)
        or (holder_in_line(offices_in(query.text), query, pool) if query.kind == "person" else None)
        or in_brackets(query, pool)
        or adopted(query, _pages(pool))
        or only_proposed(query, pool)
        or answer_award(query, pool)
        or by_deed(query, pool)
        or by_identity(query, pool)
        or reporter_of(query, pages := _pages(pool))
        or authors(query, knowledge, pages)
        or issuer(query, pages)
    )


def _summary(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    if (said := said_by(query, pool)) is not None:
        return said
    if query.kind != "summary" or any(of_others(query, evidence) for evidence in pool[:_NEAR]):
        return None
    return summarise(query, _pages(pool))


def _lookup(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    if query.kind == "lookup" or (
        query.kind == "compare"
        and any(unit in ("元", "%") or value >= _AMOUNT for value, unit in query.figures)
    ):
        named = answer_lookup(query, knowledge) or named_with(query, pool)
        found = named or (answer_table(query, pool) if "哪" in query.text else None) or meaning(query, pool)
        return found if found is None or tells_project(query, found, pool) else None
    return None


def _listed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    if (moved := which_way(query, pool) or stops(query, knowledge) or visited(query, pool)) is not None:
        return moved
    if query.ordinal and asks_reason(query.text):
        return None  # 为啥排倒数第二: no second item of a list
    extreme = query.kind == "compare" and "最" in query.text and "前" not in query.text  # 得票最高的前三件: a list
    several = asked_count(query.text) and not extreme
    if query.kind == "list" or (query.ordinal and query.kind in ("text", "list")) or several:
        listed = answer_list(query, pool)
        listed = listed if listed is None or of_asked_sort(query, listed.answer) else None
        gathered = collect(query, pool) if asks_places(query) else None
        if listed is not None and gathered is not None:
            more = listed.answer.count("、") >= gathered.answer.count("、")
            holds = all(one in listed.answer for one in gathered.answer.split("、"))
            return listed if more and (holds or are_places(listed.answer)) else gathered
        return listed or gathered
    return None


def _valued(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    found = best_value(query, pool) or by_verb(query, pool)
    if found is not None and not of_asked_part(query, found, _sentence(knowledge, found)):
        return None  # 民营企业占67.1% tells nothing of 外资企业
    free = any_day(query) if found is None else None
    hours = best_value(free, pool) if free is not None else None
    if hours is not None and told_of_day(query.text, _clause(knowledge, hours)):
        return hours  # 周三几点关门: 周二至周日9:00至21:00
    return found


def _yesno(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    if query.kind != "yesno":
        return None
    if (threshold(query) is not None and asked_goal(query.text) is None) or sets_side_by_side(query):
        return None  # 甲比乙多吗 is no question of whether it grew
    if doubts(query.text):
        return on_a_scale(query, pool)  # a rumour that is printed is not so for that
    told = (
        still_in_office(query, knowledge)
        or only_that(query, pool)
        or open_on(query, pool)
        or for_outsiders(query, pool)
        or may_take_part(query, pool)
        or too_young(query, pool)
        or left_out(query, pool)
        or on_a_scale(query, pool)
        or listed_here(query, pool)
        or by_row(query, pool)
        or by_pole(query, pool)
        or (stated(query, pool) if asked_pole(query.text) is None else None)
    )
    return with_proviso(told, knowledge) if told is not None and tells_goal(query.text, told.answer) else None


def _meant(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    return definition(query, pool) if asks_meaning(query) else None


def _tabled(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    found = answer_table(query, pool)
    if found is None and query.kind == "number" and query.unit is None and _MOVED.search(query.text):
        found = answer_table(with_kind(query, "percent"), pool)  # 企业所得税降了多少: a column 比上年增长
    return found


def _unwon(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    refused = no_winner(query, pool)
    return refused if refused is not None and answer_rank(query, pool) is None else None


def _serial(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    return answer_series(query, pool)


def _computed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
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
        or sector_share(query, pool)
        or share_of_total(query, knowledge)
        or borne(query, pool)
        or borne_by_rest(query, pool)
        or prizes_together(query, pool)
        or priced(query, pool)
        or years_apart(query, pool)
        or answer_share(query, pool)
        or (answer_computed(query, pool) if asks_years_apart(query) is None else None)
        or answer_rest(query, knowledge, pool)
        or answer_gap(query, pool)
        or answer_combined(query, pool)
        or parts_together(query, pool)
        or answer_grown(query, pool)
        or answer_interval(query, pool)
    )


def _derived(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    return (
        earlier_round(query, pool)
        or of_run(query, pool)
        or answer_portion(query, pool)
        or reference_level(query, pool)
        or answer_derived(query, pool)
        or answer_complement(query, pool)
        or rest_of_list(query, pool)
    )


def _ranked(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    return answer_rank(query, pool)


def _framed(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    pages = _pages(pool)
    found = (
        definition(query, pool)
        or lines_to(query, pool)
        or fault_of(query, pool)
        or demanded(query, pool)
        or asked_of_post(query, pool)
        or off_when(query, pages)
        or off_where(query, pages)
        or what_to_bring(query, pages)
        or ranked_by_papers(query, pool)
        or at_that_age(query, pool)
        or parking_cost(query, pool)
    )
    if found is not None:
        return found
    if query.kind in _FRAMED:
        return reason(query, pool) or by_frame(query, pool)
    return by_use(query, pool)


def _worded(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    if query.kind == "compare":
        return answer_superlative(query, pool)
    if query.kind in ("text", "stage", "organisation", "office", "summary") or (
        query.kind == "list" and asked_count(query.text)
    ):
        said = answer_text(query, pool) if not asks_round(query) else None
        if said is not None and asks_lines(query.text) and not names_line(said.answer):
            return None
        return said if said is None or (tells_stage(query, said) and explains(query, said)) else None
    return answer_in_words(query, pool) if query.kind in _WORDY else None


_Answer = Callable[[Query, Knowledge, Sequence[Evidence]], Draft | None]
_ORDER: tuple[_Answer, ...] = (
    _meant,
    _summary,
    _complete,
    _lookup,
    _computed,
    _structured,
    _people,
    _tabled,
    _unwon,
    _framed,
    _serial,
    _derived,
    _ranked,
    _listed,
    _valued,
    _yesno,
    _worded,
)


def _finish(
    knowledge: Knowledge,
    question: str,
    draft: Draft,
    repaired: tuple[tuple[str, str], ...],
    took: float,
    id: str | None,
) -> Answer:
    sources = sources_of(knowledge, draft.proofs)
    facts = tuple(
        AnswerFact(
            f.subject,
            f.attribute,
            f.value,
            f.number,
            f.unit,
            f.period,
            f.stage,
            f.district,
            f.date,
            f.modality,
            f.derived,
            sources[0] if sources else None,
        )
        for _, f in draft.facts
    )
    fixed = tuple(dict.fromkeys((*repaired, *draft.repaired)))
    return Answer(
        question=question,
        status=draft.status,
        answer=draft.answer,
        id=id,
        reason=draft.reason,
        kind=draft.kind,
        detail=draft.detail,
        repaired=fixed,
        facts=facts,
        sources=sources,
        options=draft.options,
        related=draft.related,
        confidence=draft.confidence,
        took_ms=round(took, 2),
    )
