"""Facts: one typed value in one sentence, with what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from index.extraction.attributes.cells import Cells, cell_facts
from index.extraction.attributes.happenings import date_label, place_label
from index.extraction.attributes.keyed import issuer, stated
from index.extraction.attributes.labels import FIGURES, Label, Sentences
from index.extraction.attributes.phrases import phrases
from index.extraction.attributes.visits import visit_facts
from index.extraction.programmes.projects import heading_name
from index.extraction.words.days import Days
from index.extraction.words.doings import Doings, author_facts, event_of
from index.extraction.words.groups import group_at
from index.extraction.words.heads import Known, is_class, is_entity, is_event, subject_of, trimmed
from index.extraction.words.people import surnames
from index.extraction.words.respective import aligned
from index.extraction.words.sentences import clause_spans
from index.extraction.words.typed import Typed, find_typed
from index.ingest import watched
from index.language.lexicon import load_pattern
from index.records import Article, Fact, Person, ProjectRow, Sentence, Span

_YEAR = load_pattern("extraction.facts.year")
_CUT = load_pattern("extraction.facts.cut")
_NOTICE = load_pattern("extraction.facts.notice")
_HEADING = load_pattern("extraction.facts.heading")
_UNDERTAKEN = load_pattern("extraction.facts.undertaken")
_LISTED = load_pattern("extraction.facts.listed")
_PLACES = load_pattern("extraction.facts.places")
_MAINLY = load_pattern("extraction.facts.mainly")
_AIMS = ("确保", "力争", "实现", "争取")
_DID = load_pattern("extraction.facts.did")
_ANNOUNCED = load_pattern("extraction.facts.announced")
_PASSED = load_pattern("extraction.facts.passed")
_REMARK = re.compile(r"[（(][^（）()]*[）)]")
_SPOKE = load_pattern("extraction.facts.spoke")
_SHORT = 2  # code points
_BESIDE = load_pattern("extraction.facts.beside")
_DAY = load_pattern("extraction.facts.day")  # a day is no period of figures
_CALENDAR = load_pattern("extraction.facts.calendar")
_ROLES = ("paragraph", "table", "caption", "signature", "headline")


def find_facts(
    article: Article,
    sentences: Sequence[Sentence],
    people: Sequence[Person],
    projects: Sequence[ProjectRow] = (),
) -> tuple[Fact, ...]:
    """All typed values of ``article`` in the order of the text.

    Subjects and attributes are printed words: the attribute directly in front of (or behind) the value, the
    subject from its clause, else from the clause, the sentence or the headline before. A year holds until
    the paragraph ends. A number at the very end of a text that breaks off is no fact.
    """
    reader = _Reader(article, people, projects)
    last = sentences[-1].number if sentences else -1
    found: list[Fact] = []
    for sentence in watched(sentences):
        text = sentence.text.text
        if sentence.role not in _ROLES and not _PASSED.match(text):
            continue
        cut_off = sentence.number == last and _CUT.search(text) is not None
        for fact in reader.read(sentence):
            if not (cut_off and fact.end == len(text) and fact.kind not in ("phone", "date", "text")):
                found.append(fact)
    found += cell_facts(article, sentences)
    found += author_facts(article, sentences)
    found += issuer(article, sentences, reader.topic)
    holders = frozenset(person.name for person in people if not person.private)
    found += visit_facts(article, sentences, holders)
    return tuple(found)


def topic_of(article: Article) -> str:
    """What the headlines say the article is about: the core of a notice's, else the subject of the first."""
    for line in article.headlines:
        core = _REMARK.sub("", line).strip(" 　—-")
        if notice := _NOTICE.match(core):
            return re.sub(r"^征求", "", notice["core"])
    for line in article.headlines:
        subject = subject_of(line.strip(" 　—-"), cut=True)
        if len(subject) >= 4 and (is_event(subject) or is_entity(subject) or "“" in subject):
            return subject
    for line in article.headlines:
        if done := _UNDERTAKEN.search(line.strip(" 　—-")):
            return done["what"]
    if article.kind == "table" and article.headlines:
        return _REMARK.sub("", article.headlines[0]).strip(" 　—-")
    return ""


class _Reader:
    def __init__(
        self, article: Article, people: Sequence[Person], projects: Sequence[ProjectRow]
    ) -> None:
        self.article = article
        self.known = Known(
            {form: row.name for row in projects for form in (*row.aliases, row.name) if len(form) >= 4}
        )
        self.topic = topic_of(article)
        self.labels = Sentences(self.topic, article.district or "", self.known)
        self.doings = Doings(article, self.topic)
        self.days = Days(article)
        self.cells = Cells(article)
        self.people: dict[int, list[Person]] = {}
        for person in people:
            self.people.setdefault(person.sentence, []).append(person)
        self.names = frozenset(person.name for person in people)
        self.year: int | None = None
        self.paragraph = -1
        self.in_table = False
        self.announced = ""  # the plan or the goals that the paragraphs below spell out

    def read(self, sentence: Sentence) -> Iterator[Fact]:
        text = sentence.text.text
        if sentence.paragraph != self.paragraph or sentence.role == "table":
            self.paragraph, self.year = sentence.paragraph, None
            self.labels.paragraph(rest=self.in_table)
            self.in_table = sentence.role == "table"
        if year := _YEAR.search(text):
            self.year = int(year[1])
        elif told := self.days.year_of(text):
            self.year = told
        here = self.people.get(sentence.number, [])
        typed = find_typed(sentence, here)
        self._section(sentence, typed)
        before = self.labels.scope.subject
        labels = self.labels.read(text, typed, aligned(text) if "分别" in text or "依次" in text else {})
        clauses = clause_spans(text)
        days = self._days(text, clauses, typed)
        for number, value in enumerate(typed):
            if sentence.role == "table" and (cell := self.cells.at(sentence, value.start, value.end)):
                yield self._fact(sentence, clauses, value, _in_cell(text, value, *cell))
                continue
            label = days.get(number) or self._listed(text, value, typed) or labels.get(number)
            label = self._in_notice(label or self._other(text, clauses, value))
            yield self._fact(sentence, clauses, value, label)
        yield from self.doings.read(sentence, here)
        yield from stated(self.article, sentence, before or self.topic, self.announced)
        if announced := _ANNOUNCED.search(text):
            self.announced = announced["what"]
        subject = self.labels.scope.subject or before or self.topic
        yield from phrases(self.article, sentence, subject, self.names)

    def _listed(self, text: str, value: Typed, typed: Sequence[Typed]) -> Label | None:
        """甲局、乙局等8个单位作了发言: how many of them did what, at the event."""
        if value.kind != "count" or not text[: value.start].endswith("等"):
            return None
        if not any(one.kind == "list" and one.end == value.start - 1 for one in typed):
            return None
        did = _behind(text, value.start)
        return Label(self.doings.event or self.labels.scope.topic, f"{did}数", "") if did else None

    def _in_notice(self, label: Label) -> Label:
        """A notice is about its own matter: 笔试 + 举行时间 is an attribute of the recruitment."""
        if self.article.kind != "notice" or not self.topic or is_class(label.subject):
            return label
        own = "" if label.subject in self.topic else label.subject
        return Label(self.topic, own + label.attribute, label.window)

    def _section(self, sentence: Sentence, typed: Sequence[Typed]) -> None:
        """A heading without a figure announces what the lines below it are about."""
        text = sentence.text.text
        if any(value.kind in FIGURES for value in typed):
            return
        if name := heading_name(text):
            self.labels.section("", text[slice(*name)])
        elif heading := _HEADING.match(text):
            self.labels.section(heading["text"])
        elif table := _LISTED.match(text):
            self.labels.section(table["what"])
        elif sentence.role == "headline":
            self.labels.section("")

    def _days(self, text: str, clauses: Sequence[Span], typed: Sequence[Typed]) -> dict[int, Label]:
        """1月28日，春节后第一个工作日，…举行: two dates side by side are the same day of the same thing."""
        dates = [n for n, value in enumerate(typed) if value.kind == "date"]
        found: dict[int, Label] = {}
        for one, other in reversed(list(pairwise(dates))):
            first, second = typed[one], typed[other]
            between = text[first.end : second.start]
            if _BESIDE.fullmatch(between) and not text[_clause(clauses, first.start)[0] : first.start].strip():
                found[one] = found.get(other) or self._other(text, clauses, second)
                if not _CALENDAR.search(text[second.start : second.end]):
                    found[other] = Label(text[first.start : first.end], "是什么日子", "")
        return found

    def _other(self, text: str, clauses: Sequence[Span], value: Typed) -> Label:
        scope = self.labels.scope
        if group := group_at(text, value.start):
            scope = replace(scope, subject=group.name)
        subject = scope.subject or scope.topic
        if value.kind == "date":
            scope = replace(scope, subject=self.labels.subject_at(value.start, clauses))
            return date_label(text, clauses, value, scope, self.known)
        if value.kind == "place":
            return place_label(text, clauses, value, scope, self.known)
        if value.kind == "list":
            return self._list(text, clauses, value)
        if value.kind == "person":
            return Label(self.article.district or subject, value.name, "")
        return Label(subject, value.name, "")

    def _list(self, text: str, clauses: Sequence[Span], value: Typed) -> Label:
        """A list is named by its count (四大工程), else by the words in front of it; a ranking by what it ranks."""
        scope = self.labels.scope
        low, high = _clause(clauses, value.start)
        before = trimmed(text[low : value.start])
        places = _PLACES.search(before) or _PLACES.match(text[value.end : high])
        if places and scope.ranked:
            return Label(scope.ranked, places[0], "")
        did = _behind(text, value.end)
        event = event_of(text[:low]) or (self.doings.event if did else "")
        subject = event or scope.subject or scope.topic
        if not _MAINLY.match(before) and not did:
            subject = subject_of(before, self.known) or subject
        goal = "目标" if before.endswith(_AIMS) else ""
        name = value.name if len(value.name) > _SHORT else ""  # 三抓 says less than the words in front of it
        own = did or name or before[-20:] + value.name
        return Label(subject, own + goal, "")

    def _fact(self, sentence: Sentence, clauses: Sequence[Span], value: Typed, label: Label) -> Fact:
        text = sentence.text
        quantity = value.quantity
        money = quantity is not None and quantity.kind == "money"
        unit = (quantity.scale + quantity.unit if money else quantity.unit) if quantity else None
        printed = text.text[value.start : value.end]
        day, basis = self.days.of(printed, text.text) if value.kind == "date" else (None, None)
        return Fact(
            kind=value.kind, subject=label.subject, attribute=label.attribute, value=printed,
            date=day, date_basis=basis,
            number=(quantity.number if money else quantity.value) if quantity else None, unit=unit or None,
            period=None if _DAY.fullmatch(label.window) else label.window or None,
            district=self.article.district, year=self.year,
            modality=quantity.modality if quantity else None,
            private=bool(value.person and value.person.private), sentence=sentence.number,
            start=value.start, end=value.end, clause=_clause(clauses, value.start),
            spans=text.spans(value.start, value.end), evidence=text.spans(),
        )  # fmt: skip


def _behind(text: str, at: int) -> str:
    """8个单位…发言 of …、区商务局等8个单位围绕“…”作典型发言: who they are and what they did."""
    match = _DID.match(text[at:])
    if match is None:
        return ""
    spoke = _SPOKE.sub("", match["act"])
    return f"{spoke}{match['who'] or ''}" if spoke.endswith("发言") else (match["who"] or "") + spoke


def _in_cell(text: str, value: Typed, name: str, header: str) -> Label:
    """A figure inside a cell: 全长 of its own words in front, else the header."""
    own = re.split(r"[，,、；;|\s]", text[: value.start])[-1].strip()
    phrase = trimmed(own)
    return Label(name, phrase if 1 < len(phrase) <= 10 and value.kind in FIGURES else header)


def _clause(clauses: Sequence[Span], at: int) -> Span:
    return next((span for span in clauses if span[0] <= at < span[1]), clauses[-1] if clauses else (0, 0))


__all__ = ["FIGURES", "find_facts", "surnames", "topic_of"]
