"""What extraction finds in one article. Every value carries the spans it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from index.records.text import MappedText, Span

Stage = Literal["签约", "开工", "投产", "合计", "累计"]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A value read back from the store, with the id of the article it stands in."""

    article: str
    value: Value


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article, or one row of a table.

    Attributes:
        number: position in the article, from 0.
        paragraph: number of the block it stands in.
        text: the healed sentence, offsets into ``Article.text``.
        role: headline, paragraph, table (one row) , caption, signature or other.
    """

    number: int
    paragraph: int
    text: MappedText
    role: Literal["headline", "paragraph", "table", "caption", "signature", "byline", "other"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive sentences of an article, merged to a size that ranks well.

    Attributes:
        number: position in the article, from 0.
        text: healed text.
        sentences: numbers of the sentences it holds, in order.
        spans: into ``Article.text``.
    """

    number: int
    text: str
    sentences: tuple[int, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Investment:
    """An amount of money that a text gives, as printed.

    Attributes:
        kind: 总投资, 年度计划投资, 累计完成投资, 协议引资, 实际到位 …; kinds are never mixed.
        value: the printed number (26 for 26亿元).
        unit: the printed unit without currency: 亿, 万 or "" (元).
        currency: 元, 美元, 欧元, 港元 …
        modality: 约, 近, 超, 预计, … or None.
    """

    kind: str
    value: float
    unit: str
    currency: str = "元"
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate of a batch: name (投产率), value in percent, modality (预计, 已, None)."""

    name: str
    value: float
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project in one bulletin (one per project and period there).

    Attributes:
        name: as printed, healed.
        aliases: shorter and colloquial forms that mean this project, longest first.
        programme: 三个一批, 集中开工 …, or None. period: 7 for 第七期, "1-5", a printed phrase such as
            "2024年二季度", or None. stage: 签约, 开工, 投产 or another printed stage, or None.
        ordinal: position in its list, from 1, or None.
        owner: 建设单位, 业主, investor. builder: 施工单位.
        content: what is built. purpose: what it is for. capacity: 年产300万件 …, as printed.
        area, length: as printed (180亩, 3.6公里).
        mode: PPP, EPC …
        start, end: as printed (2024.4, 2026年底).
        status: printed progress (已全部开工, 主体封顶) with modality 已, 预计, 拟, 力争 or None.
        event_date: ISO date of the event that lists it, or None.
        name_spans: where the name stands. evidence: the sentence (or table row) that proves the row,
            from the list's head to its end. Both into ``Article.text``.
        details: further (attribute, value) pairs as printed.
    """

    name: str
    aliases: tuple[str, ...] = ()
    programme: str | None = None
    period: int | str | None = None
    stage: str | None = None
    district: str | None = None
    ordinal: int | None = None
    place: str | None = None
    owner: str | None = None
    builder: str | None = None
    content: str | None = None
    purpose: str | None = None
    capacity: str | None = None
    area: str | None = None
    length: str | None = None
    mode: str | None = None
    investments: tuple[Investment, ...] = ()
    start: str | None = None
    end: str | None = None
    status: str | None = None
    modality: str | None = None
    event_date: str | None = None
    name_spans: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = ()
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """A stated group of projects: how many, how much.

    Attributes:
        programme, period, stage, district: as in ProjectRow; stage 合计 for the whole, 累计 over periods.
        category: 产业项目, 民生项目 … where it is a part by kind (after 其中), else None.
        event: the printed event it belongs to (第一批项目集中签约仪式), or None.
        count: number of projects, or None. total: in 亿元, or None (for other currencies see amounts).
        amounts: every printed amount with its kind.
        derived: the total (or count) is a sum of parts, printed nowhere.
        rates, status: printed rates and progress.
        names: the projects listed for it, as printed, in order.
        count_ok: count equals the listed names (or the parts); None where nothing can be compared.
        sum_ok: total equals the sum of the parts; None where nothing can be compared.
        event_date: ISO date, or None. place: where the event was, or None.
        evidence: the sentence that states it; names_evidence: the sentence that lists the names.
    """

    programme: str | None = None
    period: int | str | None = None
    stage: str | None = None
    district: str | None = None
    category: str | None = None
    event: str | None = None
    count: int | None = None
    total: float | None = None
    amounts: tuple[Investment, ...] = ()
    derived: bool = False
    rates: tuple[Rate, ...] = ()
    status: str | None = None
    names: tuple[str, ...] = ()
    count_ok: bool | None = None
    sum_ok: bool | None = None
    event_date: str | None = None
    place: str | None = None
    evidence: tuple[Span, ...] = ()
    names_evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that one sentence states.

    Attributes:
        kind: money, count, number, percent, rank, date, person, place, stop (of a round of visits), organisation,
            list, stage, text, phone ….
        subject, attribute: as printed nearby, e.g. 中原区生产总值, 增长.
        value: as printed. number: its numeric value in ``unit`` where it is one. unit: 亿元, 个, %, 亩 …
        year: the year it is about (2022), from the text, or None. date: ISO date (first/last for a span), or
            None. date_basis: how the year of the date was found: explicit, masthead, lunar, holiday, weekday or
            context.
        modality: 预计, 约, 已, 拟, 力争 …, or None.
        derived: computed, not printed.
        private: about a private person's address, age, illness, income.
        sentence: number of the sentence. start, end: offsets of the value in the healed sentence.
        clause: offsets of the clause in the healed sentence.
        spans: of the value; evidence: of the sentence; both into ``Article.text``.
    """

    kind: str
    subject: str
    attribute: str
    value: str
    number: float | None = None
    unit: str | None = None
    period: int | str | None = None
    stage: str | None = None
    district: str | None = None
    year: int | None = None
    date: str | None = None
    modality: str | None = None
    derived: bool = False
    private: bool = False
    sentence: int = 0
    start: int = 0
    end: int = 0
    clause: Span = (0, 0)
    spans: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = ()
    date_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a sentence.

    Attributes:
        office: printed title in front of the name (区委副书记、区长), or None.
        identity: how a private person is described (烈士赵振江家属, 困难职工), or None.
        private: not a holder of an office, and not an author.
        roles: what the sentence says the person did: 主持, 讲话, 致辞, 宣布开工, 慰问, 参加, 记者 …
    """

    name: str
    office: str | None = None
    identity: str | None = None
    private: bool = False
    roles: tuple[str, ...] = ()
    sentence: int = 0
    spans: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of an ordered list; ``ordinal`` from 1; offsets into ``Article.text``."""

    ordinal: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A counted or numbered list: 六项工作, 四大工程, 一是…二是….

    Attributes:
        name: what it is called (六项工作), "" where it has no name.
        count: stated count, or None.
        items: in order.
        open: ends in 等: more may exist.
        evidence: from the naming sentence to the last item.
    """

    name: str
    count: int | None
    items: tuple[ListItem, ...]
    open: bool = False
    sentence: int = 0
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """Something doubtful that an admin should see; stored, never "fixed".

    Attributes:
        kind: count_mismatch, sum_mismatch, year_conflict, unit_suspicious, source_conflict, cut_off, layout.
        message: one sentence in Chinese.
    """

    kind: str
    message: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one article says, as values."""

    sentences: tuple[Sentence, ...] = ()
    passages: tuple[Passage, ...] = ()
    projects: tuple[ProjectRow, ...] = ()
    batches: tuple[Batch, ...] = ()
    facts: tuple[Fact, ...] = ()
    people: tuple[Person, ...] = ()
    lists: tuple[OrderedList, ...] = ()
    flags: tuple[Flag, ...] = ()
