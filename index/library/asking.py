"""Questions to one generation: pinned answers first, staff's synonyms, a district's own bulletins, past days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property

from index.answering import Answerer
from index.library.districts import ask_by_district
from index.library.doubtful import Doubts
from index.library.following import Offer, candidates, next_questions
from index.library.parts import answerer_in, answerer_until
from index.library.pins import pinned, wanted
from index.library.searching import Held
from index.library.synonyms import spelt_out
from index.records import Answer
from index.settings import Settings
from index.storage.store import Pin

_TRIED = 12  # questions that are tried out for an article


@dataclass(slots=False)
class Asking:
    """Everything that is made once for a generation and used by many questions.

    Attributes:
        held: the generation. pins: answers set by staff.
    """

    held: Held
    settings: Settings
    pins: tuple[Pin, ...]
    _parts: dict[str, Answerer] = field(default_factory=dict)
    _offered: dict[str, tuple[Offer, ...]] = field(default_factory=dict)
    _past: tuple[str, Answerer] | None = None

    def ask(
        self, question: str, turns: Sequence[str], now: datetime | None, district: str | None, id: str | None
    ) -> Answer:
        """One answer or refusal; see ``Library.ask``."""
        pin = wanted(question, self.pins) if self.pins else None
        if pin is not None:
            return pinned(pin, question, self.held.view, identity=id)
        asked, used = spelt_out(question, self._synonyms) if self._synonyms else (question, ())
        meant = district or self.settings.district
        found = ask_by_district(self.held.answerer, self._part, asked, turns, now, meant, id)
        answer = self._doubts.added_to(found)
        return replace(answer, question=question, repaired=(*used, *answer.repaired)) if used else answer

    def ask_as_of(self, question: str, day: date, turns: Sequence[str], district: str | None) -> Answer:
        """The answer that bulletins up to ``day`` give, asked at the end of that day."""
        key = day.isoformat()
        if self._past is None or self._past[0] != key:
            self._past = (key, answerer_until(self.held.view, self.held.engine, key, self.settings))
        moment = datetime.combine(day, time(23, 59), self.settings.zone)
        return self._past[1].ask(question, turns, moment, district)

    def related(self, answer: Answer) -> tuple[str, ...]:
        """Up to three questions that the cited article answers, too; the answer's own ones where it has some."""
        if answer.related or not answer.sources or answer.status not in ("answered", "corrected"):
            return answer.related
        return next_questions(answer, self._offers(answer.sources[0].article))

    def _offers(self, article: str) -> tuple[Offer, ...]:
        """What an article can be asked, tried out once."""
        if article not in self._offered:
            view = self.held.view
            says, district = view.extraction(article), view.article(article).district
            questions = list(dict.fromkeys(candidates(says, district)))[:_TRIED]
            tried = [(question, self.held.answerer.ask(question)) for question in questions]
            self._offered[article] = tuple(Offer(q, a.answer) for q, a in tried if a.status == "answered")
        return self._offered[article]

    def _part(self, district: str) -> Answerer:
        """The answerer over one district's bulletins."""
        if district not in self._parts:
            self._parts[district] = answerer_in(self.held.view, self.held.engine, district, self.settings)
        return self._parts[district]

    @cached_property
    def _doubts(self) -> Doubts:
        return Doubts(self.held.view)

    @cached_property
    def _synonyms(self) -> tuple[tuple[str, str], ...]:
        """Staff's synonyms; names of projects are the answerer's own business."""
        pairs = self.held.view.aliases()
        rows = self.held.view.projects() if pairs else ()
        names = {name for found in rows for name in (found.value.name, *found.value.aliases)}
        return tuple(pair for pair in pairs if pair[1] not in names)
