"""People: their offices, what they did and said, who was appointed and who was there, as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.extraction.words.heads import subject_of
from index.extraction.words.people import office_pattern
from index.extraction.words.sentences import piece_spans
from index.ingest.shapes.bylines import names_in_role
from index.language.lexicon import load_pattern, load_words
from index.records import Article, Fact, Person, Sentence

_SAID = load_pattern("extraction.doings.said")
_REMOVED = load_pattern("extraction.doings.removed")
_RESIGNED = load_pattern("extraction.doings.resigned")
_APPOINTED = load_pattern("extraction.doings.appointed")
_AWARDED = load_pattern("extraction.doings.awarded")
_PRONOUNS = frozenset(("他", "她", "会议", "他还", "她还", "他同时", "他说", "她说"))
_PRESENT = load_pattern("extraction.doings.present")
_JOIN = load_pattern("extraction.doings.join")
_EVENT = load_pattern("extraction.doings.event")
_LEAD = load_pattern("extraction.doings.lead")


@lru_cache(maxsize=1)
def _roles() -> re.Pattern[str]:
    words = sorted((w for w in load_words("doings")), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


class Doings:
    """Reads sentence after sentence; knows which event the article is at."""

    def __init__(self, article: Article, topic: str) -> None:
        self._article = article
        self.event = topic
        self.speaker = ""

    def read(self, sentence: Sentence, people: Sequence[Person]) -> Iterator[Fact]:
        """Facts about the people of a sentence, and about who was there."""
        text = sentence.text.text
        if sentence.role not in ("paragraph", "headline", "caption"):
            return
        if event := event_of(text):
            self.event = event
        for person in people:
            yield from self._person(sentence, person)
        yield from self._offices(sentence)
        yield from self._awards(sentence)
        yield from self._present(sentence)
        if sentence.role == "paragraph":
            yield from self._sayings(sentence, people)

    def _person(self, sentence: Sentence, person: Person) -> Iterator[Fact]:
        text = sentence.text.text
        at = text.find(person.name)
        title = person.office or person.identity
        if title and at >= 0:
            low = text.rfind(title, 0, at)
            if low >= 0:
                name = "职务" if person.office else "身份"
                yield self._fact(sentence, "office", person.name, name, low, low + len(title), person.private)
        for role in person.roles:
            if at >= 0 and role not in ("记者", "通讯员"):
                yield self._fact(sentence, "act", self.event, role, at, at + len(person.name), person.private)
        if person.private and title and at >= 0 and (verb := self._visited(text[:at])):
            low = max(text.rfind(title, 0, at), 0)
            yield self._fact(sentence, "act", self.event, verb, low, at + len(person.name), True)

    @staticmethod
    def _visited(before: str) -> str | None:
        found = list(_roles().finditer(before))
        return found[-1][0] if found else None

    def _offices(self, sentence: Sentence) -> Iterator[Fact]:
        """Appointments, removals, resignations."""
        text = sentence.text.text
        for pattern, name in ((_REMOVED, "免去职务"), (_RESIGNED, "辞去职务")):
            for match in pattern.finditer(text):
                who = match["name"].removeprefix("免去")
                yield self._fact(sentence, "office", who, name, *match.span("office"))
        made = _APPOINTED.match(text)
        if made is not None and office_pattern().search(made["office"]):
            for span in piece_spans(made["names"].split("、"), made.start("names")):
                yield self._fact(sentence, "appointment", made["office"], "任命", *span)

    def _awards(self, sentence: Sentence) -> Iterator[Fact]:
        for match in _AWARDED.finditer(sentence.text.text):
            name = re.split(r"[的了和、]", match["who"])[-1]
            high = match.end("who")
            if name:
                yield self._fact(sentence, "award", self.event, match["what"], high - len(name), high)

    def _present(self, sentence: Sentence) -> Iterator[Fact]:
        text = sentence.text.text
        if match := _PRESENT.match(text):
            yield self._fact(sentence, "act", match["event"], "参加", *match.span("who"))
            return
        for match in _JOIN.finditer(text):
            low, high = match.span("who")
            yield self._fact(sentence, "act", self.event, match["verb"], low, high)

    def _sayings(self, sentence: Sentence, people: Sequence[Person]) -> Iterator[Fact]:
        text = sentence.text.text
        for match in _SAID.finditer(text):
            who = next((p.name for p in reversed(people) if p.name in match["who"]), "")
            if not who and match["who"].strip() in _PRONOUNS:
                who = self.speaker
            self.speaker = who or self.speaker
            who = who or (subject_of(match["who"]) if match["who"] else "")
            if not who and match["who"]:
                continue
            yield self._fact(
                sentence, "said", who or self.event, match["verb"] + match["to"], *match.span("what")
            )

    def _fact(
        self, sentence: Sentence, kind: str, subject: str, attribute: str, start: int, end: int, private: bool = False
    ) -> Fact:  # fmt: skip
        text = sentence.text
        return Fact(
            kind=kind, subject=subject, attribute=attribute, value=text.text[start:end].strip("，“”"),
            district=self._article.district, private=private, sentence=sentence.number, start=start, end=end,
            clause=(start, end), spans=text.spans(start, end), evidence=text.spans(),
        )  # fmt: skip


def event_of(text: str, *, last: bool = False) -> str:
    """The event that a sentence names with its day (the first or last): 1月29日，中原区政府召开第一次全体(扩大)会议."""
    found = list(_EVENT.finditer(text)) if last else [m for m in (_EVENT.search(text),) if m]
    if not found:
        return ""
    match = found[-1]
    event = _LEAD.sub("", match["event"])
    return event if len(event) >= 4 else ""


def author_facts(article: Article, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """Who wrote the article, and who helped."""
    signed = [s for s in sentences if s.role in ("byline", "other")]
    interns = tuple(dict.fromkeys(name for s in signed for name in names_in_role(s.text.text, "实习生")))
    for role, names in (("记者", article.reporters), ("通讯员", article.correspondents), ("实习生", interns)):
        if not names:
            continue
        held = next(
            (s for s in reversed(signed) if names[0] in re.sub(r"\s", "", s.text.text)),
            sentences[0] if sentences else None,
        )
        if held is not None:
            text = held.text
            yield Fact(
                "author", article.title or "本文", role, "、".join(names), district=article.district,
                sentence=held.number, end=len(text.text), clause=(0, len(text.text)), spans=text.spans(),
                evidence=text.spans(),
            )  # fmt: skip
