"""Printed values as operands: each with the words that say what it is a value of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.evidence.draft import Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import slots_agree, told_of_period
from index.answering.evidence.knowledge import Page
from index.answering.evidence.labels import is_an_excess, item_of
from index.answering.evidence.pool import Evidence
from index.answering.evidence.relation import name_column, said_header
from index.answering.tables.columns import cell_said
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.scripts import compact, fold
from index.records import Fact, Table, TableRow
from index.understanding.query import Query, Term

_KINDS = ("money", "count", "measure", "percent", "points", "bare")
_TIMES = ("天", "个月", "小时", "个小时", "分钟", "秒", "个工作日", "周", "学时")
_CLOCK = load_pattern("answering.operands.clock")
CHANGE = load_pattern("answering.operands.change")
_LEVEL = load_pattern("answering.operands.level")
_OTHER_VALUE = load_pattern("answering.operands.other_value")  # 小学24个班、初中: no name of what follows
_PERIOD = load_pattern("answering.operands.period")
_ORDERS = ("期", "届", "级", "代")  # 二期 is the second of them
_PASSIVE = load_pattern("answering.operands.passive")  # a clause without a subject of its own
_PAGES = 4
_TELLING = 8  # code points of a cell that tells a row apart
_LONGEST = 90  # code points of an item that says what its value is


@dataclass(frozen=True, slots=True)
class Operand:
    """One printed value.

    Attributes:
        amount: the value. label: compact words of its own item, subject and attribute.
        whole: of the whole it is a part of. clause: of its clause. own: of its sentence (for a cell of its
            row). wide: (compact text, how much a match counts) of what stands around.
        start, end, number: offsets in the healed sentence ``text``, and the sentence's number.
        change: the value is a change (增长6%), not a level; negative for one that falls.
        row, column: of a cell, else -1. name, attribute: the printed subject and what is measured, or "".
    """

    page: Page
    proof: Proof
    amount: Amount
    label: str
    whole: str
    clause: str
    own: str
    wide: tuple[tuple[str, float], ...]
    text: str
    start: int
    end: int
    number: int
    change: bool
    evidence: Evidence | None = None
    row: int = -1
    column: int = -1
    name: str = ""
    attribute: str = ""

    @property
    def place(self) -> tuple[str, int, int, int]:
        """What tells operands apart: article, sentence or row, offset or column."""
        return self.page.article.id, self.number, self.start, self.column

    @property
    def before(self) -> str:
        """The printed words between the last mark and the value."""
        low = start_of(self.text, self.start, "，；。：、,;:（(")
        return self.text[low : self.start]

    def regions(self) -> tuple[tuple[str, float], ...]:
        """Where words of a question may stand, nearest first."""
        return ((self.label, 1.0), (self.clause, 0.95), (self.whole, 0.9), (self.own, 0.85), *self.wide)

    def label_share(self, terms: Sequence[Term]) -> float:
        """How far the words of the value's own item account for ``terms``."""
        return coverage(tuple(terms), ((self.label, 1.0),))[0]

    def share(self, terms: Sequence[Term]) -> float:
        """How far the words around the value account for ``terms``; 0 where a critical one is missing."""
        found, missing, _ = coverage(tuple(terms), self.regions())
        return 0.0 if any(term.critical for term in missing) else found


def operands(query: Query, pool: Sequence[Evidence], *, levels: bool = True) -> list[Operand]:
    """The values of the sentences in ``pool`` that fit the question's slots, and of the tables near them.

    Args:
        levels: leave out changes (增长6%).
    """
    found: dict[tuple[str, int, int, int], Operand] = {}
    for evidence in pool:
        roles = (
            ("paragraph", "caption") if evidence.page.article.tables else ("paragraph", "table", "caption")
        )
        if evidence.sentence.role not in roles or not slots_agree(query, evidence):
            continue
        for one in sentence_operands(evidence):
            if _of_period(query, one) and told_of_period(query, one.text, one.start):
                found.setdefault(one.place, one)
    pages = {e.page.article.id: e.page for e in sorted(pool, key=lambda e: e.rank)}
    for page in list(pages.values())[:_PAGES]:
        for one in _cells(page):
            found.setdefault(one.place, one)
    return [one for one in found.values() if not (levels and one.change)]


def _of_period(query: Query, one: Operand) -> bool:
    """A value that is printed as another period's is not the asked period's."""
    said = {int(number) for number in _PERIOD.findall(one.label)}
    numbers = {period for period in query.periods if isinstance(period, int)}
    return not said or not numbers or bool(said & numbers)


def sentence_operands(evidence: Evidence) -> Iterator[Operand]:
    """The values of one sentence, in order."""
    text = evidence.text
    clauses = clause_spans(text)
    taken: list[tuple[int, int]] = []
    folded = fold(text)
    for match in _CLOCK.finditer(folded):
        taken.append(match.span())
        clause = next((c for c in clauses if c[0] <= match.start() < c[1]), (0, len(text)))
        fact = Fact("duration", "", "", text[match.start() : match.end()], sentence=evidence.number,
                    start=match.start(), end=match.end(), clause=clause)  # fmt: skip
        yield from _operand(evidence, fact)
    for fact in evidence.values:
        if any(low < fact.end and fact.start < high for low, high in taken):
            continue
        if fact.kind in _KINDS or (fact.kind == "duration" and (fact.unit or "") in _TIMES):
            taken.append((fact.start, fact.end))
            yield from _operand(evidence, fact)


def _operand(evidence: Evidence, fact: Fact) -> Iterator[Operand]:
    amount = read_amount(fact.value)
    if amount is None:
        return
    text = evidence.text
    item = item_of(evidence, fact)
    if len(item.own) > _LONGEST or amount.unit in _ORDERS:
        return
    before = _PASSIVE.match(item.own) and _clause_before(text, fact.clause[0])  # 甲公司无证作业，被罚款3万元
    named = (compact(name) for name in (fact.subject, fact.attribute) if not _OTHER_VALUE.search(name))
    label = "|".join(dict.fromkeys((f"{compact(before)},{item.own}" if before else item.own, *named)))
    before = text[max(0, fact.start - 6) : fact.start].rstrip(" ")
    wide = ((evidence.before, 0.75), (evidence.head, 0.7), (evidence.heading, 0.75))
    yield Operand(
        evidence.page,
        evidence.proof,
        amount,
        label,
        item.whole,
        evidence.clause(fact.clause),
        evidence.own,
        wide,
        text,
        fact.start,
        fact.end,
        evidence.number,
        (bool(CHANGE.search(before)) and not _LEVEL.search(before)) or is_an_excess(text, fact.start),
        evidence,
        name=fact.subject if len(fact.subject) <= 24 else "",
        attribute=compact(fact.attribute),
    )


def _clause_before(text: str, at: int) -> str:
    """The clause that ends at ``at``, within the part between semicolons; "" where none does."""
    low = start_of(text, at, "；;。：:")
    return text[low:at].strip("，, ").rsplit("，", 1)[-1]


def _cells(page: Page) -> Iterator[Operand]:
    for number, table in enumerate(page.article.tables):
        names = name_column(table)
        if names is None:
            continue
        caption = compact(table.caption.text)
        for at, row in enumerate(table.rows):
            for column in range(len(table.header)):
                if column != names and (one := _cell(page, table, row, names, column)) is not None:
                    label, amount = one
                    if (telling := _telling_cells(table, row, names)):
                        label = f"{label}|{telling}"
                    rows = compact(" ".join(cell.text.text for cell in row.cells))
                    wide = ((caption, 0.9), (page.heading, 0.75))
                    name = " ".join(row.cells[names].text.text.split())
                    yield Operand(
                        page, Proof(page.article.id, (row.span,)), amount, label, caption, label, rows, wide,
                        label, 0, 0, 10_000 * (number + 1) + at, change=False, row=at, column=column, name=name,
                        attribute=compact(table.header[column]),
                    )  # fmt: skip


def _telling_cells(table: Table, row: TableRow, names: int) -> str:
    """Other cells of words that no other row of their column has: 红旗 of the first one."""
    found: list[str] = []
    for column in range(len(table.header)):
        if column == names or column >= len(row.cells):
            continue
        said = compact(row.cells[column].text.text)
        same = [r for r in table.rows if column < len(r.cells) and compact(r.cells[column].text.text) == said]
        if 2 <= len(said) <= _TELLING and len(same) == 1 and not any(sign.isdigit() for sign in said):
            found.append(said)
    return "|".join(found)


def _cell(page: Page, table: Table, row: TableRow, names: int, column: int) -> tuple[str, Amount] | None:
    if column >= len(row.cells) or names >= len(row.cells):
        return None
    said = cell_said(table, row, column)
    amount = read_amount(said) if said[:1].isdigit() else None
    if amount is None or len(said) > len(amount.text) + 2:
        return None
    return compact(f"{row.cells[names].text.text}|{said_header(table.header[column])}"), amount


def held(term: Term, words: str) -> float:
    """How well a word of the question is said by the words of an item, 0 to 1."""
    return explained(term.text, words).score


def fits_unit(asked: str | None, one: Operand) -> bool:
    """Whether an amount is of the unit that is asked for; "元" also for 块 and 亿; None fits all."""
    amount = one.amount
    if asked is None:
        return True
    if asked == "%":
        return amount.unit in ("%", "％")
    if asked in ("亿", "万"):
        return amount.scale == asked or amount.unit == "元" or amount.scale in ("亿", "万")
    if asked == "元":
        return amount.unit in ("元", "块", "块钱", "美元")
    if amount.unit == "个" and len(asked) == 1 and one.text[one.end :].startswith(asked):
        return True  # 设小学24个班
    if amount.clock:
        return asked in ("分钟", "秒", "小时", "时间", "分")
    from index.answering.candidates.asked_type import same_unit

    if len(asked) > 1 and asked in one.label and amount.unit in ("个", ""):
        return True
    return same_unit(asked, amount.unit) or (not amount.unit and one.row >= 0)
