"""A table with the rows that a question selects, and how far both account for the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.answering.evidence.draft import Proof
from index.answering.evidence.explain import GAPPED, PART, coverage, explained
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence
from index.answering.evidence.relation import Condition, Relation, column_words, conditions, is_whole, plain
from index.answering.evidence.year_columns import years_of
from index.answering.tables.asked_bounds import asked_bounds
from index.answering.tables.columns import cell_said, column_fits, column_value
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query, Term
from index.understanding.terms import is_weak, synonyms

_PAGES = 6  # articles looked at
ENOUGH = 0.8  # share of the question that rows, column, caption and headline must account for
COLUMN = 0.5  # how well the column must match
MOST_ROWS = 8
_MOST_ALIKE = 3  # rows that share an asked figure
_EMPTY = frozenset(("", "—", "－", "-", "–", "——", "/", "…", "无", "－－", "--"))
NAMES = load_pattern("answering.table_cases.names")
MOST = load_pattern("answering.table_cases.most")
LEAST = load_pattern("answering.table_cases.least")
_TOTALS = load_pattern("answering.table_cases.totals")
_PARTS_OF = {  # what the rows of a table are whose totals are those of the whole
    "全省": ("市", "州", "区"),
    "全市": ("区", "县", "市"),
    "全区": ("街道", "镇", "乡"),
    "全县": ("街道", "镇", "乡"),
    "全镇": ("村", "社区"),
}
_FIGURES = ("money", "count", "number", "percent", "area", "length", "stage")
_EACH_PART = load_pattern("answering.table_cases.each_part")
_PER_UNIT = load_pattern("answering.table_cases.per_unit")
_WAY = load_pattern("answering.table_cases.way")
_OVER = load_pattern("answering.table_cases.over")  # 超额完成多少, 实际完成: the same
_ASKS_LEFT = load_pattern("answering.table_cases.asks_left")
_UNDONE = load_pattern("answering.table_cases.undone")  # 还差多少没改完: the deed is no word of the table
OF_A_TABLE = load_pattern("answering.table_cases.of_a_table")  # 项目表所列: the table itself
_LIES = load_pattern("answering.table_cases.lies")  # 落在, 放在: what a column of places says anyway
_PLACED = load_pattern("answering.table_cases.placed")  # 排第一的: the place selects the row
ALIKE = load_pattern("answering.table_cases.alike")
BEFORE = load_pattern("answering.table_cases.before")
_WITHIN_YEAR = load_pattern("answering.table_cases.within_year")
ASKS_DOING = load_pattern("answering.table_cases.asks_doing")


@dataclass(frozen=True, slots=True)
class Case:
    """A table with the rows that a question selects."""

    query: Query
    page: Page
    relation: Relation
    held: tuple[Condition, ...]
    rows: tuple[int, ...]
    rest: str  # the question without the words of the conditions
    share: float  # how much of the question is accounted for

    @property
    def taken(self) -> frozenset[int]:
        """The columns whose cells the question names."""
        return frozenset(one.column for one in self.held if not one.ranked)

    def said(self, row: int, column: int) -> str:
        """The cell with its unit; "" where it holds a dash."""
        said = cell_said(self.relation.table, self.relation.table.rows[row], column).strip()
        return "" if said in _EMPTY else said

    def name(self, row: int, column: int | None = None) -> str:
        cells = self.relation.table.rows[row].cells
        return " ".join(cells[self.relation.names if column is None else column].text.text.split())

    def proofs(self, rows: Sequence[int]) -> tuple[Proof, ...]:
        table = self.relation.table
        return tuple(Proof(self.page.article.id, (table.rows[n].span,)) for n in rows[:MOST_ROWS])


def conditioned(
    query: Query, pool: Sequence[Evidence]
) -> Iterator[tuple[Page, Relation, tuple[Condition, ...]]]:
    """The tables of the nearest articles that are of the asked year, with what the question says of their cells."""
    pages = list({e.page.article.id: e.page for e in sorted(pool, key=lambda e: e.rank)}.values())
    for page in pages[:_PAGES]:
        for relation in page.relations:
            if _of_the_year(query, page) or query.year in years_of(relation.headers).values():
                named = [*_named_rows(query, relation), *_valued_rows(query, relation), *_dated_rows(query, relation)]
                linked = [*named, *_whole_row(query, relation)]
                yield page, relation, conditions(relation, query.text, query.terms, linked)


def cases(query: Query, pool: Sequence[Evidence]) -> Iterator[Case]:
    """The tables that account for the question, with the rows that it selects."""
    for page, relation, held in conditioned(query, pool):
        kept = _mended(relation, query.text, held)
        selected = None if kept is None else _selected(relation, kept)
        if kept is None or selected is None:
            continue
        rows = _narrowed(query, relation, kept, selected)
        share = _share(query, page, relation, held, rows)
        if share >= ENOUGH:
            yield Case(query, page, relation, kept, rows, _rest(query.text, kept), share)


def _of_the_year(query: Query, page: Page) -> bool:
    """2026年 is asked: neither a table headed 2025年 nor one in an article of 2025 that names no other year."""
    if query.year is None:
        return True
    headed = re.findall(r"(20\d{2})年", page.heading)
    if headed:
        return str(query.year) in headed
    dated = page.article.date or page.article.issue_date or ""
    return dated.startswith(str(query.year)) or f"{query.year}年" in page.article.text


def _named_rows(query: Query, relation: Relation) -> list[Condition]:
    """The rows of the linked projects, of a table that lists others none; of what was told last, if any."""
    found = []
    for term in inherited(query) if query.kind != "compare" else ():
        cell = plain(term.text)
        held = frozenset(n for n, row in enumerate(relation.values) if cell in row)
        if not held and len(cell) > 1 and not is_weak(cell):
            held = frozenset(n for n in relation.body if cell in relation.values[n][relation.names])
        if held and len(held) < len(relation.values):
            found.append(Condition(relation.names, (-1, -1), held))
    for link in query.links:
        if link.kind == "project":
            found.append(_project_rows(relation, plain(link.name), (link.start, link.end)))
        elif link.kind == "person" and link.start == link.end:  # 他 of the question before
            found += _cells_of(relation, plain(link.name))
    return found


_LONG_NAME = 4  # letters of a cell that a longer name of a project holds


def _project_rows(relation: Relation, name: str, span: Span) -> Condition:
    """The rows that hold a project: by the column of names, else by another of words (乡镇 | 项目)."""
    for column in (relation.names, *relation.wordy):
        cells = [(n, row[column]) for n, row in enumerate(relation.values)]
        least = 1 if column == relation.names else _LONG_NAME
        rows = frozenset(n for n, cell in cells if name in cell or (len(cell) >= least and cell in name))
        if rows:
            return Condition(column, span, rows)
    return Condition(relation.names, span, frozenset())


def _cells_of(relation: Relation, name: str) -> Iterator[Condition]:
    """The rows that hold the name, by the first column in which one does."""
    for column in relation.wordy:
        if rows := relation.holders.get((column, name)):
            yield Condition(column, (-1, -1), rows)
            return


def _whole_row(query: Query, relation: Relation) -> Iterator[Condition]:
    """全市, 某某县 is asked of a table whose rows are its parts: the row of totals."""
    totals = [n for n, row in enumerate(relation.values) if _TOTALS.match(row[relation.names])]
    whole = _the_whole(query) if len(totals) == 1 else None
    if whole is not None:
        scope, span = whole
        parts = [relation.values[n][relation.names].endswith(_PARTS_OF[scope]) for n in relation.body]
        if parts and all(parts):
            yield Condition(relation.names, span, frozenset(totals))


def _the_whole(query: Query) -> tuple[str, tuple[int, int]] | None:
    """(全县, where it is said) of a question for one figure of the whole, which says so or names the district."""
    match = re.search(query.scope, query.text) if query.scope in _PARTS_OF else None
    if match is not None and query.scope is not None:
        return query.scope, match.span()
    if query.kind not in _FIGURES or _EACH_PART.search(query.text):
        return None
    named = [link for link in query.links if link.kind == "district" and link.start < link.end]
    scope = f"全{named[0].name[-1:]}" if len(named) == 1 else ""
    return (scope, (named[0].start, named[0].end)) if scope in _PARTS_OF else None


def _valued_rows(query: Query, relation: Relation) -> list[Condition]:
    """财政收入870万的是哪个乡: the rows whose cell in the named column, or in one column alone, has the figure."""
    if not NAMES.search(query.text):
        return []
    found = []
    bounded = [bound.span for bound in asked_bounds(query.text)]
    for asked in find_quantities(query.text):
        if any(low <= asked.start < high for low, high in bounded):
            continue  # 没到80%: not the rows that have just as much
        if asked.kind not in ("money", "count", "measure", "percent") and not (asked.kind == "bare" and asked.scale):
            continue
        if asked.kind == "count" and (asked.value == len(relation.body) or not asked.text[0].isdigit()):
            continue  # 四个县区谁垫底: all the rows, and none with a 4 in it
        holding = [
            Condition(column, (asked.start, asked.end), rows)
            for column in range(len(relation.headers))
            if column not in relation.wordy and (rows := _rows_with(asked, relation, column))
        ]
        named = [one for one in holding if column_fits(query, relation.headers[one.column]) >= COLUMN]
        chosen = named if len(named) == 1 else holding
        if len(chosen) == 1 and len(chosen[0].rows) <= _MOST_ALIKE:
            found.append(chosen[0])
    return found


def _dated_rows(query: Query, relation: Relation) -> Iterator[Condition]:
    """2025年内竣工的有哪些: the rows whose cell in the column of that deed is a day of the year."""
    asked = _WITHIN_YEAR.search(query.text) if NAMES.search(query.text) else None
    if asked is None:
        return
    deeds = (asked["deed"], *synonyms().get(asked["deed"], ()))
    for column, header in enumerate(relation.headers):
        if any(deed in header for deed in deeds):
            rows = [n for n in relation.body if relation.values[n][column].startswith(asked["year"])]
            if rows:
                yield Condition(column, asked.span("when"), frozenset(rows))
                return


def _rows_with(asked: Quantity, relation: Relation, column: int) -> frozenset[int]:
    """The rows whose cell is the asked amount, in its unit where both have one."""
    found = set()
    for number in relation.body:
        if column_value(relation.table.rows[number], column) is None:
            continue
        said = cell_said(relation.table, relation.table.rows[number], column)
        held = next(iter(find_quantities(fold(said))), None)
        if held and abs(held.value - asked.value) < 1e-6 and (held.unit == asked.unit or "" in (held.unit, asked.unit)):
            found.add(number)
    return frozenset(found)


def inherited(query: Query) -> list[Term]:
    """Terms that earlier questions or their answers gave: they do not stand in this one."""
    return [term for term in query.terms if query.text[term.start : term.end] != term.text]


def _selected(relation: Relation, held: Sequence[Condition]) -> tuple[int, ...] | None:
    """The rows that meet one condition of every column named; None where there is no such row."""
    rows = set(range(len(relation.values))) if held else set(relation.body)
    for column in {one.column for one in held}:
        rows &= set().union(*(one.rows for one in held if one.column == column))
    return tuple(sorted(rows)) or None


def _narrowed(
    query: Query, relation: Relation, held: Sequence[Condition], rows: tuple[int, ...]
) -> tuple[int, ...]:
    """社零总额, where two rows are 总额: those whose names account for more of the other words."""
    if len(held) != 1 or held[0].column != relation.names or held[0].ranked or not 1 < len(rows) <= MOST_ROWS:
        return rows
    low, high = held[0].span
    for term in query.terms:
        if len(term.text) > 1 and term.weight >= 1.0 and (term.end == low or term.start == high):
            told = [explained(term.text, relation.values[n][relation.names]).score for n in rows]
            if max(told) >= GAPPED and min(told) < PART:
                rows = tuple(n for n, score in zip(rows, told, strict=True) if score >= GAPPED)
    return rows


def _mended(relation: Relation, text: str, held: tuple[Condition, ...]) -> tuple[Condition, ...] | None:
    """农村居民人均|消费: one name in the question, of which the table has the parts in different rows: None.

    Of 合作社|种油菜 the one that is a whole cell counts.
    """
    said = sorted((one for one in held if not one.ranked), key=lambda one: one.span)
    dropped: list[Condition] = []
    for a, b in pairwise(said):
        if a.column == b.column and a.span[1] == b.span[0] >= 0 and not a.rows & b.rows:
            part = [one for one in (a, b) if not is_whole(relation, text, one)]
            if len(part) != 1:
                return None
            dropped += part
    return tuple(one for one in held if one not in dropped)


def _rest(text: str, held: Sequence[Condition]) -> str:
    signs = list(text)
    for low, high in (one.span for one in held if one.span[0] >= 0):
        signs[low:high] = " " * (high - low)
    return "".join(signs)


def _share(
    query: Query, page: Page, relation: Relation, held: Sequence[Condition], rows: Sequence[int]
) -> float:
    """How far conditions, columns, caption, headline and the rows themselves account for the question; 0 where
    a word that matters is not."""
    told = [t for t in inherited(query) if not t.critical or _selects(t, relation)] if _by_earlier(held) else []
    asked = [match.span() for match in ASKS_DOING.finditer(query.text)]  # 干啥活: the 活 is no word of the table
    asked += [bound.span for bound in asked_bounds(query.text)]  # 没到80%: what the figures are held against
    of_rest, placed = asks_left(query.text), any(one.ranked for one in held)
    strong = [
        t for t in _plainly(query.terms)
        if t.weight >= 0.5 and not generic(t) and t not in told and not any(a <= t.start < b for a, b in asked)
        and not (query.kind in ("difference", "yesno") and _WAY.fullmatch(t.text))
        and not ((query.kind == "difference" or of_rest) and _UNDONE.fullmatch(t.text)) and not _OVER.fullmatch(t.text)
        and not (placed and _PLACED.fullmatch(t.text))
        and not (OF_A_TABLE.fullmatch(t.text) or (query.total and held and _LIES.fullmatch(t.text)))
    ]  # fmt: skip
    spans = [c.span for c in held]
    inside = [t for t in strong if any(_selected_by(t, span, relation) for span in spans)]
    left = tuple(t for t in strong if t not in inside)
    headers = "，".join((*relation.headers, *each_unit(relation.table.header)))
    around = compact("".join(relation.table.header)) + relation.above + headline_of(page)
    cells = "，".join("，".join(relation.values[n]) for n in rows[:MOST_ROWS]) if held else ""
    typed = "，".join(column_words().get(query.kind, ()))
    got, missing, _ = coverage(left, ((headers, 1.0), (cells, 0.9), (around, 0.9), (typed, 0.8)))
    if any(term.critical or len(term.text) > 2 for term in missing):
        return 0.0
    total = sum(t.weight for t in strong)
    return (sum(t.weight for t in inside) + got * sum(t.weight for t in left)) / total if total else 1.0


def each_unit(header: Sequence[str]) -> tuple[str, ...]:
    """每斤 of 本周价（元/斤）: per what the cells below are told."""
    return tuple(f"每{match['unit']}" for cell in header for match in _PER_UNIT.finditer(cell))


def _by_earlier(held: Sequence[Condition]) -> bool:
    """Rows are selected by what earlier questions or their answers gave."""
    return any(one.span[0] < 0 for one in held)


def _selects(term: Term, relation: Relation) -> bool:
    """A row has the name; 12月 of an earlier question has to be told of the table."""
    said = plain(term.text)
    return any(said in cell for row in relation.values for cell in row)


def _plainly(terms: Sequence[Term]) -> list[Term]:
    """项目总投资 is the 总投资 of a column."""
    return [
        replace(t, text=t.text[2:], start=t.start + 2) if t.text.startswith("项目") and len(t.text) > 4 else t
        for t in terms
    ]


_YEARLY, _PART_OF_YEAR = re.compile(r"\d{4}年"), re.compile(r"月|季|半年|旬|周")


def headline_of(page: Page) -> str:
    """The headlines; those of a year speak of the whole of it."""
    yearly = _YEARLY.search(page.heading) and not _PART_OF_YEAR.search(page.heading)
    return f"{page.heading}全年" if yearly else page.heading


def _selected_by(term: Term, span: tuple[int, int], relation: Relation) -> bool:
    """The term is what selected the rows; of 粮食产量 the first part, and the rest a column."""
    if span[0] <= term.start and term.end <= span[1]:
        return True
    rest = term.text[span[1] - term.start :] if term.start == span[0] < span[1] < term.end else ""
    return len(rest) > 1 and rest in relation.headers


def asks_left(text: str) -> bool:
    """还差多少没完成: what is left of a plan is asked, not what is done of it or the whole."""
    return bool(_ASKS_LEFT.search(text))


def generic(term: Term) -> bool:
    """The word only says how rows are compared (最多, 最少, 一样, 上年): no cell has to hold it."""
    return any(words.search(term.text) for words in (MOST, LEAST, ALIKE, BEFORE))
