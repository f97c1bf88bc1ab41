"""Question → answer: understand, try the answerers in order of certainty, else refuse with the reason."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from index.answering.answerers.headings import printed_headings
from index.answering.answerers.masthead import of_masthead
from index.answering.checking.asserting import asserted, denies, has_values, judged, statement_in, unproved
from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge, Reader
from index.answering.evidence.pool import Evidence, close_to, gather, nearest
from index.answering.evidence.sources import sources_of
from index.answering.figures.combining import asks_remainder
from index.answering.notices.weather import asks_weather, weather
from index.answering.order import first_answer
from index.answering.people.homes import home_of
from index.answering.people.kinship import related_by_title
from index.answering.programmes.parts_told import both_sizes, rates_at_once, stated_size
from index.answering.refusing.belonging import of_project_beside
from index.answering.refusing.mending import mend
from index.answering.refusing.nearby import tells_private, with_nearest
from index.answering.refusing.refusal import refuse
from index.answering.refusing.related import related
from index.answering.refusing.supposed import corrected, supposed, wrong_office
from index.answering.sentences.extractive import best_value, by_how_much, with_kind
from index.answering.sentences.firsts import first_asked
from index.answering.sentences.statements import following
from index.answering.sentences.thresholds import threshold
from index.answering.several import answer_parts, join, told
from index.answering.threads.around import (
    around_answer,
    counted_otherwise,
    person_told,
    strays,
    tells,
    tells_of,
    told_in_table,
    told_row,
)
from index.answering.threads.asked_on import asked_on, is_named_alone, leaves_open, named_instead
from index.answering.threads.doubts import put_again, vouched
from index.answering.threads.listed import by_name, item_alone, names_listed, only_so_many
from index.language.scripts import fold
from index.records import Answer, AnswerFact, Claim
from index.retrieval.engine import SearchEngine
from index.understanding.asides import without_asides
from index.understanding.called import as_called
from index.understanding.followup import (
    asks_itself,
    asks_of_event,
    codes_of,
    criticals_of,
    dates_of,
    events_of,
    lean_on,
    leans,
    may_lean,
    means_person,
    names_measure,
    names_subject,
    points_back,
    short_for,
    stands_alone,
)
from index.understanding.formal import plainly
from index.understanding.query import Query
from index.understanding.restating import (
    at_other_time,
    completed,
    of_the_same,
    other_office,
    other_place,
    other_pole,
    than_round,
)
from index.understanding.speech import plain
from index.understanding.splitting import kinds, parts
from index.understanding.today import on_its_day
from index.understanding.told import without_told
from index.understanding.topics import in_order
from index.understanding.understand import MOST, Earlier, asks_private, gate, understand

_TURNS = 8  # earlier questions that are looked at
_THREADS = 256  # threads whose last turn is kept as it was understood
_FIGURES = ("money", "count", "number", "area", "length", "percent", "date", "duration")
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
        self._understood_turns: dict[tuple[tuple[str, ...], str | None], Earlier] = {}

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
        asked, turns = put_again(question, turns)
        draft, repaired = self._asked(on_its_day(asked, now), turns, preferred)
        if asked is not question:
            draft = vouched(question, draft, self.knowledge)
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
        if preferred is None and earlier is not None and earlier.query.district in self.knowledge.districts:
            preferred = earlier.query.district  # of the one that was asked about before, where none is named
        question = _in_plain_words(question)
        statement = statement_in(question[:MOST])
        if statement is not None and gate(self._read(statement, None)) is None:
            return self._verdict(question, statement, earlier, preferred)
        return self._whole(without_asides(question), earlier, preferred)

    def _verdict(
        self, question: str, statement: str, earlier: Earlier | None, preferred: str | None
    ) -> tuple[Draft, tuple[tuple[str, str], ...]]:
        """…对吗: what the check of the statement says; a yes of other answerers does not do for one it leaves open."""
        asked = replace(self._read(statement, preferred), kind="yesno")
        draft = stated_size(asked, self.knowledge) or judged(self.check(statement))
        if draft is not None:
            return draft, ()
        if earlier is not None and leans(self._read(statement, preferred)):
            return self._whole(without_asides(question), earlier, preferred)
        if not has_values(statement):
            other, repaired = self._whole(without_asides(question), earlier, preferred)
            if not other.settled or other.status == "corrected" or denies(other):
                return other, repaired
        query = self._read(statement, preferred)
        pool = gather(query, self.knowledge)
        return with_nearest(refuse(query, self.knowledge, pool), query, pool), ()

    def _earlier(self, turns: Sequence[str], preferred: str | None) -> Earlier | None:
        """What the turns settled; the turns of a thread that were understood before are not gone through again."""
        held, earlier = self._understood_turns, None
        known = next((n for n in range(len(turns), 0, -1) if (tuple(turns[:n]), preferred) in held), 0)
        earlier = held.get((tuple(turns[:known]), preferred))
        for number, turn in enumerate(turns[known:], known + 1):
            for piece in parts(_in_plain_words(turn))[:_MOST_PARTS]:
                earlier = self._turn(piece, earlier, preferred)
            if earlier is not None:
                if len(held) >= _THREADS:
                    held.clear()
                held[(tuple(turns[:number]), preferred)] = earlier
        return earlier

    def _turn(self, question: str, earlier: Earlier | None, preferred: str | None) -> Earlier:
        asked = without_asides(fold(question))
        draft, query = self._followed(asked, self._understood(asked, earlier, preferred), earlier, preferred)
        named = draft.people or tuple(link.name for link in query.links if link.kind == "person")
        named = named or person_told(draft, self.knowledge)
        spoken = named or (earlier.spoken if earlier is not None else ())
        if not draft.settled and query.context and earlier is not None:
            return replace(earlier, query=query, spoken=spoken, answered=earlier.answered or earlier)
        known = draft.settled or (draft.proofs and tells_of(query, draft, self.knowledge))
        told = draft.proofs[0] if draft.proofs and known else None
        article, spans = (told.article, told.spans) if told is not None else (None, ())
        facts = tuple(fact for _, fact in draft.facts)
        of_project = any(link.kind == "project" for link in query.links)
        goes_on = earlier is not None and bool(query.context or of_project)  # one of the round that was spoken of
        period = draft.period if draft.period is not None or earlier is None or not goes_on else earlier.period
        return Earlier(
            query, draft.people, draft.projects, period, draft.stage, article, spoken, spans, draft.answer, facts,
            names_listed(draft) or (earlier.listed if earlier is not None and by_name(asked, earlier) != asked else ()),
            before=None if earlier is None else replace(earlier.answered or earlier, before=None, answered=None),
        )

    def _read(self, question: str, preferred: str | None) -> Query:
        """The query of a question standing for itself, with words mended that the nearest passages print."""
        asked = question[:MOST]
        printed = nearest(asked, self.knowledge)
        said = without_told(plain := fold(asked), printed)
        known = [(one.start, one.end) for one in self.knowledge.gazetteer.exact(said) if one.kind == "project"]
        text, called = as_called(said, printed, known)
        text, pairs = mend(text, printed)
        pairs = (*called, *pairs)
        return understand(
            text if pairs or said != plain else asked, self.knowledge.gazetteer, printed=printed, typed=question,
            mended=pairs, preferred=preferred,
        )  # fmt: skip

    def _understood(self, question: str, earlier: Earlier | None, preferred: str | None) -> Query:
        if earlier is None:
            return self._read(question, preferred)
        said = completed(by_name(question, earlier) or question, earlier.query, earlier.period)
        query = self._read(short_for(said, earlier.query), preferred)
        before = earlier.answered if earlier.answered is not None and asks_itself(query) else earlier
        return lean_on(query, before) if leans(query) else query

    def _whole(
        self, question: str, earlier: Earlier | None, preferred: str | None
    ) -> tuple[Draft, tuple[tuple[str, str], ...]]:
        pieces = parts(question)[:_MOST_PARTS]
        if len(pieces) > 1 and earlier is None:
            whole = self._read(question, preferred)
            at_once = both_sizes(whole, self.knowledge) or rates_at_once(whole, self.knowledge)
            if at_once is not None:
                return at_once, whole.repaired
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
        unmet: Draft | None = None
        if earlier is not None and not query.inherited and may_lean(query):
            leaning = lean_on(query, earlier)
            unmet = self._draft(leaning) if leaning.links else None
            if unmet is not None and unmet.settled:
                return unmet, query.repaired
        if (sized := stated_size(query, self.knowledge)) is not None:
            return sized, query.repaired
        if (said := asserted(query)) is not None and (verdict := judged(self.check(said))) is not None:
            return verdict, query.repaired
        draft, query = self._followed(question, query, earlier, preferred)
        if said is not None and unproved(draft, query):
            pool = gather(query, self.knowledge)
            draft = with_nearest(refuse(query, self.knowledge, pool), query, pool)
        if unmet is not None and earlier is not None and of_project_beside(draft, self.knowledge, earlier.query):
            return unmet, query.repaired  # it goes on about the one that was named, and that is another one's
        return draft, query.repaired

    def _followed(
        self, question: str, query: Query, earlier: Earlier | None, preferred: str | None
    ) -> tuple[Draft, Query]:
        """The answer behind the one before, and the question as it was understood for it."""
        if earlier is None:
            return self._draft(query), query
        if (named := by_name(question, earlier)) is None:
            return Draft("not_found", "text", only_so_many(earlier), reason="entity"), query  # 第三个 of two
        if (item := item_alone(fold(question), earlier, self.knowledge)) is not None:
            return item, query
        alone = self._read(completed(named, earlier.query, earlier.period), preferred)
        if (restated := self._restated(alone, earlier, preferred)) is not None:
            return restated
        if (told := self._on(alone, earlier)) is not None:
            return told, query
        staged = query.stages and (alone.stages or query.programme)
        leads = bool(query.links or staged or query.periods)  # what is asked of is known by more than its words
        beside = None if leads else self._beside(alone, earlier)
        draft = beside or self._here(query, earlier) or self._draft(query)
        if not leads and query.context and draft.settled and strays(query, draft, earlier, self.knowledge):
            draft = refuse(query, self.knowledge, gather(query, self.knowledge))
        of_others = alone.stages or alone.periods or draft.people  # as large, or told twice
        same = draft.settled and draft.answer == earlier.answer and not of_others
        if same and is_named_alone(alone):
            return refuse(query, self.knowledge, ()), query  # 利息呢: not once more what 最高额度 is
        if query.context and not draft.settled and stands_alone(alone):
            own = self._draft(alone)
            astray = not points_back(alone) and strays(alone, own, earlier, self.knowledge)
            if own.settled and _goes_on(alone, own, earlier) and not astray:
                of_other = of_project_beside(own, self.knowledge, earlier.query)
                return (draft, query) if of_other else (own, alone)  # it said by itself what it means
        if query.context and not (draft.settled and _goes_on(query, draft, earlier)):
            draft = (self._beside(alone, earlier) if leads else beside) or self._in_sentence(alone, earlier) or draft
        if query.context and not draft.settled and (said := self._of_itself(alone, earlier)) is not None:
            return said, alone
        return draft, query

    def _of_itself(self, alone: Query, earlier: Earlier) -> Draft | None:
        """财政收入呢 behind how many firms there are, 活动在哪办的 behind another round: what has a name of its own."""
        measure = is_named_alone(alone) and names_measure(alone)
        own = self._draft(alone) if measure or asks_of_event(alone) else None
        return own if own is not None and own.settled and _goes_on(alone, own, earlier) else None

    def _restated(self, alone: Query, earlier: Earlier, preferred: str | None) -> tuple[Draft, Query] | None:
        """最慢的呢 behind 哪个县增速最快, and 望江呢 behind what a table tells of another county, asked in full."""
        answered = earlier.answered or earlier
        wholes = [other_pole(alone.text, earlier.query), at_other_time(alone, answered.query)]
        wholes += [other_office(alone, earlier.query), than_round(alone, answered.query, answered.period)]
        if told_in_table(earlier, self.knowledge):
            row = told_row(earlier, self.knowledge)
            wholes += [other_place(alone, earlier.query), of_the_same(alone, earlier.query, row)]
        for whole in wholes:
            query = self._read(whole, preferred) if whole is not None else None
            query = lean_on(query, earlier) if query is not None and earlier.query.context and leans(query) else query
            draft = self._draft(query) if query is not None else None
            if query is None or draft is None or not draft.settled or draft.answer == earlier.answer:
                continue
            if _goes_on(query, draft, earlier):
                return draft, query
        return None

    def _here(self, query: Query, earlier: Earlier | None) -> Draft | None:
        """全市第几 behind a figure of one article is asked of that article; None where it does not say."""
        if earlier is None or earlier.article is None or "terms" not in query.inherited or query.links:
            return None
        pool = [one for one in gather(query, self.knowledge) if one.page.article.id == earlier.article]
        draft = self._draft(query, pool=pool) if pool else None
        here = draft is not None and draft.settled and all(one.article == earlier.article for one in draft.proofs)
        return draft if here else None

    def _on(self, alone: Query, earlier: Earlier) -> Draft | None:
        """比去年贵几块 behind a price: what is asked about the answer before."""
        if (found := asked_on(alone, earlier, self.knowledge)) is not None:
            return found
        if earlier.article is not None and leaves_open(alone):
            return refuse(alone, self.knowledge, ())
        return None if alone.stages or alone.periods else named_instead(alone, earlier, self.knowledge)

    def _beside(self, alone: Query, earlier: Earlier) -> Draft | None:
        """去哪个窗口办 behind 办证带什么: asked by its own words of what stands beside the answer before."""
        if earlier.article is None:
            return None
        if (found := named_instead(alone, earlier, self.knowledge)) is not None:
            return found
        if alone.links or alone.periods or not asks_itself(alone) or points_back(alone):
            return None
        strong = any(term.weight >= 1.0 for term in alone.terms)
        if not strong and any(link.kind == "project" for link in earlier.query.links):
            return None  # 投了多少 behind a project's name asks of no other and of no batch
        held = [one for named in (codes_of, dates_of) if not named(alone) for one in named(earlier.query)]
        if not strong:
            held += events_of(earlier.query)
        if not names_subject(alone):
            held += [one for one in criticals_of(earlier.query) if one not in held]
        terms = (*(replace(one, start=-1, end=-1) for one in held), *alone.terms)
        asked = replace(alone, terms=terms, inherited=("topic",), context=(earlier.query.text,))
        draft = self._draft(asked, pool=around_answer(earlier, self.knowledge))
        here = draft.settled and all(one.article == earlier.article for one in draft.proofs)
        return draft if here and not counted_otherwise(earlier, draft) else None

    def _in_sentence(self, alone: Query, earlier: Earlier) -> Draft | None:
        """他种了多少地 behind what tells it in passing: asked of the very sentence of the answer before."""
        if earlier.article is None or alone.links or not means_person(alone) or alone.kind not in _FIGURES:
            return None
        told = [one for one in around_answer(earlier, self.knowledge) if tells(one, earlier)]
        draft = self._draft(replace(alone, inherited=("topic",), context=(earlier.query.text,)), pool=told)
        return draft if draft.settled and all(one.article == earlier.article for one in draft.proofs) else None

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
            told = [e for e in near if e.rank == 0 and e.sentence.role != "headline"]
            beside = self._draft(one, pool=told) if told else None
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
            if (seen_there := home_of(query, knowledge) or related_by_title(query, knowledge)) is not None:
                return seen_there
            who = next((link.name for link in query.links if link.kind == "person"), "当事人")
            said = texts.PRIVATE_PRINTED if tells_private(who, knowledge) else texts.PRIVATE
            return Draft("not_found", "text", said.format(who=who), reason="private")
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
        if (first := first_asked(query)) is not None:
            held = first.judged(self._draft(self._read(first.asks, query.preferred)))
            if held is not None:
                return held
        if (level := threshold(query)) is not None:
            reached = level.judged(self._draft(self._read(level.asks, query.preferred)), knowledge)
            if reached is not None:
                return reached
        pool = gather(query, knowledge) if pool is None else pool
        if (forecast := weather(query, pool)) is not None:
            return forecast
        if (headings := of_masthead(query, knowledge) or printed_headings(query, knowledge, pool)) is not None:
            return headings
        if reason == "off_topic" and not query.links:
            return Draft("not_found", "text", texts.OFF_TOPIC, reason="off_topic")
        for asked in (query, *by_how_much(query)):
            if (found := first_answer(asked, knowledge, pool)) is not None:
                return found
        refused = with_nearest(refuse(query, knowledge, pool), query, pool)
        return replace(refused, related=related(query, knowledge, pool))

    def check(self, sentence: str, now: datetime | None = None) -> tuple[Claim, ...]:
        """Each claim of a sentence: confirmed, contradicted or not mentioned."""
        from index.answering.checking.check import check_sentence

        return check_sentence(sentence, self.knowledge, self._plainly)

    def _plainly(self, question: str) -> Draft:
        """The draft of one question that stands for itself."""
        return self._draft(self._read(question, None))


def _in_plain_words(question: str) -> str:
    """A question as typed, folded without the turns of dialect and of formal writing, in plain order."""
    return in_order(plainly(plain(fold(question))))


def _goes_on(query: Query, draft: Draft, earlier: Earlier | None) -> bool:
    """A question that names no list of its own is answered from the article that the one before was."""
    if (query.periods and query.programme) or earlier is None or earlier.article is None:
        return True
    return any(proof.article == earlier.article for proof in draft.proofs)


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
