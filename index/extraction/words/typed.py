"""Typed values of a sentence: what looks like a figure, a date, a place, a phone, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.extraction.words.lists import enumerations
from index.extraction.words.organisations import find_organisations
from index.extraction.words.people import name_span
from index.extraction.words.places import find_places
from index.language.dates import find_dates
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities
from index.language.tokens import default_tokenizer
from index.records import Person, Sentence, Span

_PHONE = load_pattern("extraction.typed.phone")
_EMAIL = re.compile(r"[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NEXT_PHONE = load_pattern("extraction.typed.next_phone")
_PHONE_CUE = load_pattern("extraction.typed.phone_cue")
_RANK = load_pattern("extraction.typed.rank")
_END_OF_ROW = load_pattern("extraction.typed.end_of_row")
_ORDINAL = load_pattern("extraction.typed.ordinal")
_MINUS = re.compile(r"(?:^|[^\dA-Za-z%％\s])\s*(?P<sign>[-－−])$")
_TOLD = load_pattern("extraction.typed.told")
_RANK_WORD = load_pattern("extraction.typed.rank_word")
_TIMED = load_pattern("extraction.typed.timed")


_PHRASE, _ONE = 4, "一"  # letters of a set phrase, which ends in one of something: 欢聚一堂


@dataclass(frozen=True, slots=True)
class Typed:
    """A value in a sentence, before it is known what it is about.

    Attributes:
        kind: as of Fact. start, end: offsets in the healed sentence. name: what the pattern itself says it
            is (邮箱, an office), or "". quantity: the figure, where it is one. person: whose name it is.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    quantity: Quantity | None = None
    person: Person | None = None


def find_typed(sentence: Sentence, people: Sequence[Person]) -> tuple[Typed, ...]:
    """All typed values of a sentence, by kind."""
    text = sentence.text.text
    blocked: list[Span] = []
    found = [*_dates(text, blocked), *_phones(text, blocked), *_ranks(text, blocked)]
    found += [
        Typed("ordinal", *match.span(), match["noun"] or "")
        for match in _ORDINAL.finditer(text)
        if not _inside(match.span(), blocked)  # 春节后第一个工作日
    ]
    found += _timed(text, blocked)
    found += [one for one in _quantities(text, blocked) if not _is_part_of_a_word(text, one, people)]
    found += [Typed("place", place.start, place.end) for place in find_places(text)]
    found += [Typed("organisation", low, high) for low, high in find_organisations(text)]
    found += _people(sentence, people)
    found += [Typed("list", one.start, one.end, one.name) for one in enumerations(text)]
    return tuple(found)


def _dates(text: str, blocked: list[Span]) -> Iterator[Typed]:
    for date in find_dates(text):
        blocked.append((date.start, date.end))
        yield Typed("date", date.start, date.end, "时间")


def _phones(text: str, blocked: list[Span]) -> Iterator[Typed]:
    last = -1
    for match in _PHONE.finditer(text):
        before = 14 if match["local"] else 30  # without an area code it is one only right behind its cue
        near = text[max(0, match.start() - before) : match.end() + 8]
        goes_on = 0 <= last < match.start() and _NEXT_PHONE.fullmatch(text, last, match.start())  # ，乙店5541202
        if (_PHONE_CUE.search(near) or goes_on) and not _inside(match.span(), blocked):
            blocked.append(match.span())
            last = match.end()
            yield Typed("phone", *match.span())
    for match in _EMAIL.finditer(text):
        blocked.append(match.span())
        yield Typed("email", *match.span(), "邮箱")


def _ranks(text: str, blocked: list[Span]) -> Iterator[Typed]:
    for match in _RANK.finditer(text):
        near = text[max(0, match.start() - 18) : match.end()]
        if _RANK_WORD.search(near) and not _inside(match.span(), blocked):
            blocked.append((match.start("n") - 1, match.end()))
            told = _TOLD.search(text, match.start(), match.end())  # 百强榜上列第88位: from 列 on
            yield Typed("rank", told.start() if told else match.start(), match.end(), "排名")
    for match in _END_OF_ROW.finditer(text):
        if not _inside(match.span(), blocked):
            blocked.append(match.span())
            yield Typed("rank", *match.span(), "排名")


def _timed(text: str, blocked: list[Span]) -> Iterator[Typed]:
    """1小时04分52秒: one span of time, of which 04分 is no score."""
    for match in _TIMED.finditer(text):
        if not _inside(match.span(), blocked):
            blocked.append(match.span())
            yield Typed("duration", *match.span())


def _quantities(text: str, blocked: Sequence[Span]) -> Iterator[Typed]:
    for quantity in find_quantities(text):
        if quantity.kind == "bare" and not _is_ratio(text, quantity):
            continue
        before = text[max(0, quantity.start - 1) : quantity.start]
        sided = quantity.unit in ("位", "名") and before in ("前", "后")
        if not sided and quantity.kind != "ordinal" and not _inside((quantity.start, quantity.end), blocked):
            yield _signed(text, quantity)


def _is_part_of_a_word(text: str, one: Typed, people: Sequence[Person]) -> bool:
    """赵有三家中, 欢聚一堂: a numeral within a name or a set phrase counts nothing."""
    if text[one.start].isascii() or one.kind == "ordinal":
        return False
    phrase = text[max(0, one.end - _PHRASE) : one.end]
    if text[one.start] == _ONE and len(phrase) == _PHRASE and default_tokenizer().frequency(phrase):
        return True
    return any(
        text.startswith(person.name, at)
        for person in people
        if text[one.start] in person.name[1:]
        for at in range(max(0, one.start - len(person.name) + 1), one.start)
    )


def _signed(text: str, quantity: Quantity) -> Typed:
    """The figure with its minus sign: 柳林乡 -3.4%, no range such as 3-4."""
    minus = _MINUS.search(text[: quantity.start])
    if minus is None:
        return Typed(quantity.kind, quantity.start, quantity.end, quantity=quantity)
    start = minus.start("sign")
    return Typed(
        quantity.kind, start, quantity.end,
        quantity=replace(quantity, start=start, number=-quantity.number, text=text[start : quantity.end]),
    )  # fmt: skip


def _people(sentence: Sentence, people: Sequence[Person]) -> Iterator[Typed]:
    for person in people:
        if person.sentence == sentence.number and person.office and sentence.role != "byline":
            span = name_span(person.name, sentence.text.text)
            if span is not None:
                yield Typed("person", *span, person.office, person=person)


def _is_ratio(text: str, quantity: Quantity) -> bool:
    """A number without a unit that is a value of its own: 收入比缩小到1.69, 综合指数3.92."""
    if "." not in quantity.text or quantity.scale:
        return False
    return not text[max(0, quantity.start - 2) : quantity.start].upper().endswith(("PM", "M"))


def _inside(span: Span, blocked: Sequence[Span]) -> bool:
    return any(span[0] < high and low < span[1] for low, high in blocked)
