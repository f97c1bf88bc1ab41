"""The understood question: a frozen value, made by ``understand`` and read by ``answering``."""

from __future__ import annotations

from dataclasses import dataclass

NAMED_BEFORE = 2.0  # weight of a name that the answer to an earlier part has given


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question.

    Attributes:
        text: folded (simplified, half width, lower case), repaired.
        start, end: offsets into ``Query.text``.
        weight: how much an answer must account for it: 1 for an ordinary word, less for generic ones.
        critical: without it there is no answer (figures, places, names).
    """

    text: str
    start: int
    end: int
    weight: float = 1.0
    critical: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A name in the question that the bulletins know.

    Attributes:
        kind: project, person, district, place or organisation.
        key: id of the entity (for a project its catalogue id; else the name).
        name: the name as the bulletins print it. typed: as typed (after repair).
        start, end: offsets into ``Query.text``. exact: no letter was guessed.
        others: keys of entities that the same words could mean as well.
    """

    kind: str
    key: str
    name: str
    typed: str
    start: int
    end: int
    exact: bool = True
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked.

    Attributes:
        question: as typed. text: folded and repaired; all offsets point into it.
        kind: answer type: summary, office, yesno, difference, compare, average, sum, phone, percent,
            rank, duration, date, person, money, area, length, list, stage, organisation, place,
            number, count, lookup, text.
        unit: the counter or measure asked for (个, 所, 亩), or None.
        terms: content words, question words left out.
        links: entities, longest first.
        head: the word that names what is asked for (总投资, 施工单位, 完工), folded, or "".
        period: 7, "1-5" … or None. stages: 签约, 开工, 投产. programme, category: names or None.
        year, district, date, ordinal: slots, or None.
        figures: (number, unit) printed in the question, base values.
        inherited: names of slots that came from earlier turns.
        repaired: (as typed, as understood) pairs.
        preferred: the district that is meant where several are known and none is named.
        all_stages: 三批, 哪批. total: 一共, 加起来. scope: 全市, 全省 ….
        context: the texts of the earlier questions that this one leans on, oldest first.
    """

    question: str
    text: str
    kind: str
    unit: str | None = None
    terms: tuple[Term, ...] = ()
    links: tuple[Link, ...] = ()
    head: str = ""
    period: int | str | None = None
    periods: tuple[int | str, ...] = ()
    stages: tuple[str, ...] = ()
    programme: str | None = None
    category: str | None = None
    year: int | None = None
    district: str | None = None
    place: str | None = None
    scope: str | None = None
    month: int | None = None
    day: int | None = None
    ordinal: int | None = None
    figures: tuple[tuple[float, str], ...] = ()
    inherited: tuple[str, ...] = ()
    repaired: tuple[tuple[str, str], ...] = ()
    context: tuple[str, ...] = ()
    all_stages: bool = False
    total: bool = False
    preferred: str | None = None

    def __hash__(self) -> int:
        """By two fields, which tell queries apart as well as all do: what is kept for a query is often looked up."""
        return hash((self.text, self.kind))

    @property
    def projects(self) -> tuple[str, ...]:
        """Keys of the linked projects."""
        return tuple(link.key for link in self.links if link.kind == "project")
