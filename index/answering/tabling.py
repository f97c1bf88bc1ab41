"""Questions over tables: which rows are meant, which column is asked, and what follows from both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.answering import texts
from index.answering.columns import TOTAL, cell_said, change_fits, column_fits, column_value, done_or_planned
from index.answering.draft import Draft, Proof, outward_kind
from index.answering.explain import PART, coverage, explained
from index.answering.knowledge import Page
from index.answering.pool import Evidence
from index.answering.relation import (
    PLACING,
    Condition,
    Relation,
    column_words,
    common,
    conditions,
    place_column,
    plain,
)
from index.answering.statements import asks_why, expected
from index.answering.texts import sum_said
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import compact, fold
from index.understanding.query import Query, Term
from index.understanding.terms import is_weak, synonyms

_PAGES = 6  # articles looked at
_ENOUGH = 0.8  # share of the question that rows, column, caption and headline must account for
_COLUMN = 0.5  # how well the column must match
_NAMING = 0.2  # what a header gains that the question holds as a whole
_WHOLE = 0.9  # how much of a header the question must hold to have named it
_MOST_LISTED = 20
_MOST_ROWS = 8
_MOST_ALIKE = 3  # rows that share an asked figure
_HAN = re.compile(r"[\u4e00-\u9fff]")
_TAKES = re.compile(r"坐|乘|搭|几路|哪路")
_GONE = re.compile(r"取消|停运|撤销|停驶|停开")
_INSTEAD = re.compile(r"由(?P<x>[^，。；,;|]{1,12}?)(?:替代|代替|接替|接驳)|改(?:乘|坐)(?P<y>[^，。；,;|]{1,12})")
_DAY_CELL = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_DATED = re.compile(r"[年月日天]|\d{4}[.\-/]\d")
_WHICH = re.compile(
    r"(?:哪(?!怕)(?:[个家些几件条位种类所座处名支两三四五一]|项(?!目))*|什么|啥|有多少个?|有几个?|多少个?|几个?)(?:[^，。？?]{1,8}的)?(?P<noun>[\u4e00-\u9fff]{0,4})"
)
_EMPTY = frozenset(("", "—", "－", "-", "–", "——", "/", "…", "无", "－－", "--"))
_NAMES = re.compile(r"哪(?!怕|天|年|月|里)|谁|什么(?!时候|时间)|啥(?!时候|时间)|都有")
_MOST = re.compile(
    r"最(?P<way>[多高大长快好贵])(?!(?:能|可以?|给|补|拿|贴|奖|领|报|借|停|住|带)[^，。？?]{0,8}(?:多少|几))"
    r"|(?:第一|居首|领先)"
)
_LEAST = re.compile(r"最(?P<way>[少低小短慢差便])|垫底|倒数|末位|最后")
_TOTALS = re.compile(r"(?:合计|总计|总数|全[省市县区镇乡])(?:$|[（(])")
_PARTS_OF = {  # what the rows of a table are whose totals are those of the whole
    "全省": ("市", "州", "区"),
    "全市": ("区", "县", "市"),
    "全区": ("街道", "镇", "乡"),
    "全县": ("街道", "镇", "乡"),
    "全镇": ("村", "社区"),
}
_STAGE_COLUMN = re.compile(r"[\u4e00-\u9fff]{2}(?:一批|类|项目)$")
_ALIKE = re.compile(r"一样|相同|并列|相等")
_COUNTS = re.compile(r"(?:多少|几)(?:个|家|项|件|条|位|种|所|座|处|名|支)?(?P<noun>[\u4e00-\u9fff]{2,4})")
_IN_ALL = re.compile(r"共|合计|总共|总计|加起来|加一起")
_BEFORE = re.compile(r"去年同?期?|上年同?期?|同期|上一?年")
_NOTE_BEFORE = re.compile(
    r"括号[内里]?(?:数[据字]?)?(?:为|是)?(?:去年|上年)同?期?|（[^（）]*(?:去年|上年)同期[^（）]*）"
)
_ASKS_DOING = re.compile(
    r"(?:干|做|搞|弄|忙|修|检修|施工)(?:的|了|点)*(?:是)?(?:啥|什么)(?:活|工作|内容|作业|事)?|(?:啥|什么)(?:活|工作|内容|作业|事)"
)
_NO_AMOUNT = re.compile(r"序|编号|同比|环比|增|±|率|比|排|日期|时间|年月|电话")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)[—\-~～至](\d+(?:\.\d+)?)")
_FUNCTION = re.compile(r"[是有要在被没未不还已都最和与的了负牵招报属滞完超开办落达]")  # no noun begins so
_PEOPLE = {"人": ("岗位", "姓名", "负责人", "联系人", "选手", "作者")}


@dataclass(frozen=True, slots=True)
class _Case:
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
        return tuple(Proof(self.page.article.id, (table.rows[n].span,)) for n in rows[:_MOST_ROWS])


def answer_table(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What the selected rows of the best fitting table say; None where no table accounts for the question.

    Args:
        pool: sentences near the question; their articles' tables are read.
    """
    best: tuple[float, Draft] | None = None
    for case in _cases(query, pool):
        draft = _answered(case)
        if draft is not None and (best is None or case.share > best[0]):
            best = case.share, draft
    return best[1] if best else None


def _cases(query: Query, pool: Sequence[Evidence]) -> Iterator[_Case]:
    pages = list({e.page.article.id: e.page for e in sorted(pool, key=lambda e: e.rank)}.values())
    for page in pages[:_PAGES]:
        for relation in page.relations if _of_the_year(query, page) else ():
            named = [*_named_rows(query, relation), *_valued_rows(query, relation)]
            held = conditions(relation, query.text, query.terms, [*named, *_whole_row(query, relation)])
            rows = _selected(relation, held)
            if rows is None:
                continue
            share = _share(query, page, relation, held, rows)
            if share >= _ENOUGH:
                yield _Case(query, page, relation, held, rows, _rest(query.text, held), share)


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
    for term in _inherited(query) if query.kind != "compare" else ():
        cell = plain(term.text)
        held = frozenset(n for n, row in enumerate(relation.values) if cell in row)
        if not held and len(cell) > 1 and not is_weak(cell):
            held = frozenset(n for n in relation.body if cell in relation.values[n][relation.names])
        if held and len(held) < len(relation.values):
            found.append(Condition(relation.names, (-1, -1), held))
    for link in query.links:
        if link.kind == "project":
            name = plain(link.name)
            cells = [(n, row[relation.names]) for n, row in enumerate(relation.values)]
            rows = frozenset(n for n, cell in cells if cell and (name in cell or cell in name))
            found.append(Condition(relation.names, (link.start, link.end), rows))
    return found


def _whole_row(query: Query, relation: Relation) -> Iterator[Condition]:
    """全市 is asked of a table whose rows are its districts: the row of totals."""
    match = re.search(query.scope, query.text) if query.scope in _PARTS_OF else None
    totals = [n for n, row in enumerate(relation.values) if _TOTALS.match(row[relation.names])]
    parts = [relation.values[n][relation.names].endswith(_PARTS_OF[query.scope or ""]) for n in relation.body if match]
    if match is not None and len(totals) == 1 and parts and all(parts):
        yield Condition(relation.names, match.span(), frozenset(totals))


def _valued_rows(query: Query, relation: Relation) -> list[Condition]:
    """财政收入870万的是哪个乡: the rows whose cell in the named column, or in one column alone, has the figure."""
    if not _NAMES.search(query.text):
        return []
    found = []
    for asked in find_quantities(query.text):
        if asked.kind not in ("money", "count", "measure", "percent") and not (asked.kind == "bare" and asked.scale):
            continue
        if asked.kind == "count" and (asked.value == len(relation.body) or not asked.text[0].isdigit()):
            continue  # 四个县区谁垫底: all the rows, and none with a 4 in it
        holding = [
            Condition(column, (asked.start, asked.end), rows)
            for column in range(len(relation.headers))
            if column not in relation.wordy and (rows := _rows_with(asked, relation, column))
        ]
        named = [one for one in holding if column_fits(query, relation.headers[one.column]) >= _COLUMN]
        chosen = named if len(named) == 1 else holding
        if len(chosen) == 1 and len(chosen[0].rows) <= _MOST_ALIKE:
            found.append(chosen[0])
    return found


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


def _inherited(query: Query) -> list[Term]:
    """Terms that earlier questions or their answers gave: they do not stand in this one."""
    return [term for term in query.terms if query.text[term.start : term.end] != term.text]


def _selected(relation: Relation, held: Sequence[Condition]) -> tuple[int, ...] | None:
    """The rows that meet one condition of every column named; None where there is no such row."""
    rows = set(range(len(relation.values))) if held else set(relation.body)
    for column in {one.column for one in held}:
        rows &= set().union(*(one.rows for one in held if one.column == column))
    return tuple(sorted(rows)) or None


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
    told = _inherited(query) if any(c.span[0] < 0 for c in held) else []
    asked = [match.span() for match in _ASKS_DOING.finditer(query.text)]  # 干啥活: the 活 is no word of the table
    strong = [
        t for t in query.terms
        if t.weight >= 0.5 and not _generic(t) and t not in told and not any(a <= t.start < b for a, b in asked)
    ]  # fmt: skip
    spans = [c.span for c in held]
    inside = [t for t in strong if any(_selected_by(t, span, relation) for span in spans)]
    left = tuple(t for t in strong if t not in inside)
    headers = "，".join(relation.headers)
    around = compact("".join(relation.table.header)) + relation.above + _headline(page)
    cells = "，".join("，".join(relation.values[n]) for n in rows[:_MOST_ROWS]) if held else ""
    typed = "，".join(column_words().get(query.kind, ()))
    got, missing, _ = coverage(left, ((headers, 1.0), (cells, 0.9), (around, 0.9), (typed, 0.8)))
    if any(term.critical or len(term.text) > 2 for term in missing):
        return 0.0
    total = sum(t.weight for t in strong)
    return (sum(t.weight for t in inside) + got * sum(t.weight for t in left)) / total if total else 1.0


_YEARLY, _PART_OF_YEAR = re.compile(r"\d{4}年"), re.compile(r"月|季|半年|旬|周")


def _headline(page: Page) -> str:
    """The headlines; those of a year speak of the whole of it."""
    yearly = _YEARLY.search(page.heading) and not _PART_OF_YEAR.search(page.heading)
    return f"{page.heading}全年" if yearly else page.heading


def _selected_by(term: Term, span: tuple[int, int], relation: Relation) -> bool:
    """The term is what selected the rows; of 粮食产量 the first part, and the rest a column."""
    if span[0] <= term.start and term.end <= span[1]:
        return True
    rest = term.text[span[1] - term.start :] if term.start == span[0] < span[1] < term.end else ""
    return len(rest) > 1 and rest in relation.headers


def _generic(term: Term) -> bool:
    return any(words.search(term.text) for words in (_MOST, _LEAST, _ALIKE, _BEFORE))


def _answered(case: _Case) -> Draft | None:
    query, text = case.query, case.query.text
    if query.kind in ("yesno", "summary", "sum", "average", "difference", "phone"):
        return None
    if asks_why(text) and "哪" not in text:
        return _reason(case)
    ranked = any(one.ranked for one in case.held)
    if _ALIKE.search(text) and _NAMES.search(text):
        return _alike(case)
    if not ranked and (_MOST.search(text) or _LEAST.search(text)):
        return _extreme(case)
    if not case.held:
        return _all_names(case)
    return _across(case) or _counted(case) or _named(case) or _valued(case)


def _across(case: _Case) -> Draft | None:
    """望川县三批合计几个: the sum of the cells of one row in all columns of stages."""
    query, relation = case.query, case.relation
    if not (query.all_stages and len(case.rows) == 1 and query.kind in ("count", "number", "money")):
        return None
    figures = (n for n in range(len(relation.headers)) if n not in relation.wordy)
    columns = [n for n in figures if _STAGE_COLUMN.search(relation.headers[n])]
    said = [(relation.headers[n], case.said(case.rows[0], n)) for n in columns]
    amounts = [next(iter(find_quantities(fold(cell))), None) for _, cell in said]
    if len(columns) < 2 or any(amount is None for amount in amounts):
        return None
    parts = [(name, _counted_in(amount, case)) for (name, _), amount in zip(said, amounts, strict=True) if amount]
    if len({amount.unit for _, amount in parts}) != 1 or (query.kind == "money") != (parts[0][1].unit == "元"):
        return None
    total, detail = sum_said(parts)
    return Draft("answered", "sum", total, case.proofs(case.rows), detail=detail)


def _reason(case: _Case) -> Draft | None:
    """为什么: the cell of a column of reasons."""
    column = next((n for n, header in enumerate(case.relation.headers) if "原因" in header), None)
    if column is None or len(case.rows) != 1 or not case.held:
        return None
    said = case.said(case.rows[0], column)
    return Draft("answered", "text", said, case.proofs(case.rows)) if said else None


def _value_of(case: _Case, row: int, column: int, low: bool) -> float | None:
    """The number of a cell: of a range such as 3800—4500 the end that is asked for."""
    cell = case.relation.values[row][column].replace(",", "")
    if (match := _RANGE.fullmatch(cell)) is not None:
        return float(match[1 if low else 2])
    return column_value(case.relation.table.rows[row], column)


def _extreme(case: _Case) -> Draft | None:
    """The rows with the greatest or least value of the asked column."""
    low = bool(_LEAST.search(case.query.text))
    column = _column(case, numeric=True)
    if column is None:
        column = _of_amounts(case)
    if column is None or PLACING.search(case.relation.headers[column]):
        return None
    rows = [n for n in case.rows if n in case.relation.body and not TOTAL.search(case.name(n))]
    values = [(value, n) for n in rows if (value := _value_of(case, n, column, low)) is not None]
    if len(values) < 2 or len(values) * 2 < len(rows):
        return None
    best = (min if low else max)(value for value, _ in values)
    held = [n for value, n in values if value == best]
    if len(held) > 3:
        return None
    said = "、".join(f"{_full_name(case, n)}（{case.said(n, column)}）" for n in held)
    return Draft("answered", "compare", said, case.proofs([*held, *(n for _, n in values if n not in held)]))


def _of_amounts(case: _Case) -> int | None:
    """人最多: the column that the letter names; without one the only column of figures, or that of the whole."""
    figures = [
        n
        for n, header in enumerate(case.relation.headers)
        if n not in case.relation.wordy and not PLACING.search(header) and not _NO_AMOUNT.search(header)
    ]
    letter = re.search(r"(?P<letter>[\u4e00-\u9fff])(?:[是得])?最", case.query.text)
    named = [n for n in figures if letter and letter["letter"] in case.relation.headers[n]]
    if len(named) == 1:
        return named[0]
    whole = [n for n in figures if re.search(r"累计|合计|总", case.relation.headers[n])]
    if len(figures) == 1 or len(whole) == 1:
        return (whole or figures)[0]
    return None


def _full_name(case: _Case, row: int) -> str:
    """The name, with the second one where rows share the first: 云帆软件 offers two kinds of jobs."""
    name = case.name(row)
    target = _target(case, _noun(case))
    other = case.name(row, target) if target not in (None, case.relation.names) else ""
    return f"{name}{other}" if other and other != name else name


def _alike(case: _Case) -> Draft | None:
    """哪几个一样多: rows that share a value of the asked column."""
    column = _column(case, numeric=True)
    if column is None:
        return None
    counted = Counter(case.relation.values[n][column] for n in case.rows if case.relation.values[n][column])
    shared = [value for value, times in counted.items() if times > 1]
    if len(shared) != 1:
        return None
    rows = [n for n in case.rows if case.relation.values[n][column] == shared[0]]
    names = "、".join(case.name(n) for n in rows)
    return Draft("answered", "list", f"{names}（均为{case.said(rows[0], column)}）", case.proofs(rows))


def _counted(case: _Case) -> Draft | None:
    """几个岗位要求本科: the number of rows, where what is counted is what the rows are about."""
    match = _COUNTS.search(case.rest)
    if match is None or case.query.kind != "count":
        return None
    headers = [case.relation.headers[n] for n in case.relation.wordy]
    if not any(match["noun"][:2] in header for header in headers) or all(one.ranked for one in case.held):
        return None
    target = _target(case, _noun(case))
    names = "、".join(case.name(n, target) for n in case.rows)
    return Draft("answered", "count", f"{len(case.rows)}个（{names}）", case.proofs(case.rows))


def _noun(case: _Case) -> str:
    match = _WHICH.search(case.rest)
    return match["noun"] if match else ""


def _target(case: _Case, noun: str) -> int | None:
    """The column of words that is asked for: the one whose header the noun names, else the names of the rows."""
    names = case.relation.names
    if names in case.taken and len(noun) > 1 and _is_sort(case, noun[:2]):
        return names  # 哪个小学是新建的: of names that are told apart by 新建 in brackets
    free = [
        n
        for n in case.relation.wordy
        if n not in case.taken and "原因" not in case.relation.headers[n] and not _of_days(case, n)
    ]
    if _ASKS_DOING.search(case.rest):
        return _headed(case, free, "doing")
    if case.query.kind == "place" and (placed := _headed(case, free, "place")) is not None:
        return placed
    for column in free:
        header = case.relation.headers[column]
        if common(header, noun) >= 2 or any(word in header for word in _PEOPLE.get(noun[:1], ())):
            return column
    said = next((n for n in free if case.relation.headers[n] in case.rest), None)
    if said is not None and not noun.strip("有是"):
        return said
    if not _is_of(case, noun):
        return None
    typed = column_words().get(case.query.kind, ())
    for column in free:
        if case.query.kind in ("organisation", "person", "place") and any(
            word in case.relation.headers[column] for word in typed
        ):
            return column
    if case.relation.names in free:
        return case.relation.names
    return free[0] if len(free) == 1 else None


def _of_days(case: _Case, column: int) -> bool:
    """The cells are days and hours; they are asked for by when, not by which."""
    cells = [case.relation.values[n][column] for n in case.relation.body]
    return case.query.kind != "date" and all(_DAY_CELL.match(cell) for cell in cells if cell)


def _is_sort(case: _Case, noun: str) -> bool:
    """Most names end in the noun; 小学."""
    names = [re.sub(r"[（(].*", "", case.relation.values[n][case.relation.names]) for n in case.relation.body]
    return sum(name.endswith(noun) for name in names) * 2 > len(names)


def _headed(case: _Case, free: Sequence[int], kind: str) -> int | None:
    """The first free column whose header has a word for cells of that kind."""
    words = column_words()[kind]
    return next((n for n in free if any(word in case.relation.headers[n] for word in words)), None)


def _is_of(case: _Case, noun: str) -> bool:
    """哪几件, 哪个项目: the noun says nothing else than what the rows are; 哪些幼儿园 of a table of works does."""
    head = noun[:2]
    if len(head) < 2 or is_weak(head) or _FUNCTION.match(noun) or case.query.kind == "organisation":
        return True
    names = [case.relation.values[n][case.relation.names] for n in case.relation.body]
    header = case.relation.headers[case.relation.names]
    told = compact(case.relation.table.caption.text) + case.page.heading
    return (
        any(other in header for other in (head, *synonyms().get(head, ())))
        or sum(head in name for name in names) * 2 > len(names)
        or head in told
    )


def _named(case: _Case) -> Draft | None:
    """要本科的岗位有哪些: names of the selected rows, or their cells in another column of words."""
    query = case.query
    if not _NAMES.search(case.rest) or query.kind not in (
        "list", "text", "lookup", "person", "organisation", "place", "compare", "office", "stage", "rank",
    ):  # fmt: skip
        return None
    noun = _noun(case)
    target = _target(case, noun)
    if target is None:
        return None
    rows = [n for n in case.rows if n in case.relation.body]
    if _TAKES.search(query.text) and any(_GONE.search(cell) for n in rows for cell in case.relation.values[n]):
        return _instead(case, rows)
    named = any(one.column == case.relation.names and not one.ranked for one in case.held)
    if named and target != case.relation.names and not _asks_column(case, target, noun):
        return None
    if query.kind not in ("list", "text", "lookup", "compare", "rank") and not all(
        _typed(query.kind, case.name(n, target)) for n in rows
    ):
        return None
    said = list(dict.fromkeys(case.name(n, target) for n in rows if case.name(n, target)))
    if not said:
        return None
    kind = "list" if len(said) > 1 else outward_kind(query.kind)
    return Draft("answered", kind, "、".join(said), case.proofs(rows))


def _instead(case: _Case, rows: Sequence[int]) -> Draft | None:
    """15路取消，由K5路替代: what one takes now; nothing where none is printed."""
    for row in rows:
        for n in range(len(case.relation.headers)):
            match = _INSTEAD.search(case.said(row, n))
            if match is not None:
                return Draft("answered", "text", match["x"] or match["y"], case.proofs(rows), detail=case.said(row, n))
    return None


def _asks_column(case: _Case, column: int, noun: str) -> bool:
    """A row is named: its other words are asked for by the header, or nothing else could be."""
    header = case.relation.headers[column]
    if _ASKS_DOING.search(case.rest):
        return True
    free = [n for n in case.relation.wordy if n not in {one.column for one in case.held}]
    if common(header, case.rest) >= 2 or column_fits(case.query, header) >= _COLUMN:
        return True
    if any(word in header for word in _PEOPLE.get(noun[:1], ())):
        return True
    return len(free) == 1 and len(case.relation.headers) <= 6 and not noun and case.query.kind in ("text", "office")


def _valued(case: _Case) -> Draft | None:
    """The cells of the asked column in the selected rows."""
    column = _column(case)
    rows = [n for n in case.rows if case.said(n, column)] if column is not None else []
    if column is not None and not rows and len(case.rows) == 1 and _named_by(case, column) > _WHOLE:
        what = case.relation.headers[column]
        missing = texts.NO_ATTRIBUTE.format(subject=case.name(case.rows[0]), what=what)
        return Draft("not_found", outward_kind(case.query.kind), missing, reason="attribute", confidence=0.0)
    if column is None or not rows or len(rows) > _MOST_ROWS:
        return None
    if not _accounts(case, column, rows):
        return None
    if case.query.kind == "compare":
        return None
    bracket = _earlier_value(case, rows[0], column)
    if bracket is False:
        return None
    kind = outward_kind(case.query.kind)
    if len(rows) == 1:
        said = bracket if isinstance(bracket, str) else case.said(rows[0], column)
        return Draft("answered", kind, said, case.proofs(rows), confidence=round(min(case.share, 1.0), 3))
    if case.query.total or _IN_ALL.search(case.query.text):
        return _summed(case, rows, column)
    said = "；".join(f"{_row_name(case, n)}：{case.said(n, column)}" for n in rows)
    return Draft("answered", kind, said, case.proofs(rows))


def _accounts(case: _Case, column: int, rows: Sequence[int]) -> bool:
    """路基修了多少, 哪天投产: no word of the question that stands only in another column."""
    relation = case.relation
    typed = "，".join(column_words().get(case.query.kind, ()))
    around = relation.above + _headline(case.page)
    cells = "，".join(relation.values[n][column] for n in rows)
    names = "，".join(relation.values[n][relation.names] for n in rows)
    regions = "，".join((relation.headers[column], typed, around, cells, names))
    return all(
        explained(term.text, regions).score >= PART
        for term in case.query.terms
        if len(term.text) > 1 and term.weight >= 1.0 and not _generic(term) and not _inside(case, term)
    )


def _inside(case: _Case, term: Term) -> bool:
    """The term is (in part) what selected the rows."""
    told = case.held and case.held[0].span[0] < 0 and term in _inherited(case.query)
    return told or any(low < term.end and term.start < high for low, high in (one.span for one in case.held))


def _row_name(case: _Case, row: int) -> str:
    """What tells the row apart from the others that are selected."""
    names = [case.name(row, n) for n in case.relation.wordy if n not in case.taken]
    return names[0] if case.relation.names in case.taken and names else case.name(row)


def _summed(case: _Case, rows: Sequence[int], column: int) -> Draft | None:
    parts = []
    for row in rows:
        quantity = next(iter(find_quantities(fold(case.said(row, column)))), None)
        if quantity is None or row not in case.relation.body:
            return None
        parts.append((_row_name(case, row), _counted_in(quantity, case)))
    if len({quantity.unit for _, quantity in parts}) != 1:
        return None
    said, detail = sum_said(parts)
    return Draft("answered", "sum", said, case.proofs(rows), detail=detail)


def _all_names(case: _Case) -> Draft | None:
    """哪几个项目还没开工 of a table of 未开工项目: every row, where caption and headline account for the question."""
    query, relation = case.query, case.relation
    if query.kind != "list" or query.figures or query.ordinal or not _NAMES.search(query.text):
        return None
    strong = tuple(t for t in query.terms if t.weight >= 0.5 and not _generic(t))
    told, missing, _ = coverage(strong, ((relation.above, 1.0), (case.page.heading, 1.0)))
    if not strong or missing or told < _ENOUGH or not 2 <= len(relation.body) <= _MOST_LISTED:
        return None
    target = _target(case, _noun(case))
    if target is None:
        return None
    names = list(dict.fromkeys(case.name(n, target) for n in relation.body if case.name(n, target)))
    part = "部分" in relation.above or "部分" in case.page.heading
    text = "、".join(names) + ("等" if part else "")
    detail = None if part else f"共{len(names)}项"
    return Draft("answered", "list", text, case.proofs(relation.body), detail=detail)


def _counted_in(quantity: Quantity, case: _Case) -> Quantity:
    """A bare number counts what the question asks for, where it asks in a unit."""
    unit = case.query.unit if not quantity.unit and case.query.unit else quantity.unit
    return replace(quantity, unit=unit, text=f"{quantity.text}{unit}" if unit != quantity.unit else quantity.text)


def _earlier_value(case: _Case, row: int, column: int) -> str | bool | None:
    """去年同期: the figure in brackets where a note says what it is; False where the earlier one is not printed."""
    header = case.relation.table.header[column]
    if not _BEFORE.search(case.query.text) or _BEFORE.search(header):
        return None
    cell = case.relation.table.rows[row].cells[column].text.text
    inside = re.search(r"[（(]([-\d.]+)[）)]", cell)
    if inside is None or not _NOTE_BEFORE.search(case.page.article.text):
        return False
    return inside[1]


def _column(case: _Case, *, numeric: bool = False) -> int | None:
    """The column that is asked for, by its header, else by the type of its cells."""
    scored = []
    for column, header in enumerate(case.relation.headers):
        if column == case.relation.names or column in case.taken or (numeric and column in case.relation.wordy):
            continue
        named = _named_by(case, column)
        fits = max(column_fits(case.query, header), named) + done_or_planned(case.query, header)
        fits += change_fits(case.query, header) if fits >= _COLUMN else 0.0
        fits += _NAMING * named  # 保证水位 is no 警戒水位
        if case.query.unit and (case.query.unit in header or _counted_so(case, column)):
            fits += 0.6
        if case.query.kind == "place" and any(word in header for word in column_words()["place"]):
            fits += 0.6
        if _ASKS_DOING.search(case.rest):
            fits += 0.8 if any(word in header for word in column_words()["doing"]) else -0.6
        if case.query.kind == "rank" and place_column(case.relation, case.rest) == column:
            fits += 0.5
        if fits >= _COLUMN and (numeric or _all_typed(case, column)):
            scored.append((fits, -column))
    return -max(scored)[1] if scored else None


def _counted_so(case: _Case, column: int) -> bool:
    """多少头 of a row that a column of units counts so (生猪出栏 | 万头 | 38.6)."""
    unit = case.query.unit
    said = case.said(case.rows[0], column) if case.rows else ""
    own = case.relation.table.rows[case.rows[0]].cells if case.rows else ()
    plain_cell = own[column].text.text.strip() if column < len(own) else ""
    return unit is not None and said != plain_cell and said.endswith(unit)


def _named_by(case: _Case, column: int) -> float:
    """How much of the header stands in the question."""
    header = case.relation.headers[column]
    return common(header, case.rest) / len(header) if header else 0.0


def _all_typed(case: _Case, column: int) -> bool:
    kind = case.query.kind
    if kind in ("text", "list", "lookup", "rank", "compare"):
        return True
    cells = [case.said(n, column) for n in case.rows]
    if kind in ("count", "number"):
        return all(_counts_so(case.query, case.relation.headers[column], said) for said in cells if said)
    return all(_typed(kind, said) for said in cells if said)


def _counts_so(query: Query, header: str, said: str) -> bool:
    """几个班: neither 900个 nor an amount of money or a share, unless these words name the column."""
    if not expected("count").search(said):
        return False
    units = [quantity.unit for quantity in find_quantities(fold(said)) if quantity.unit]
    if not units:
        return bool(re.fullmatch(r"[-\d.,—~～至]+", said))
    if query.unit in (None, "", "个", "项", "件") or query.unit in header:
        return not any(unit in ("元", "%") for unit in units)
    return query.unit in units or query.unit in said


def _typed(kind: str, said: str) -> bool:
    """Whether a cell can be an answer of this type."""
    if kind == "money":
        return bool(re.fullmatch(r"[-\d.,—~～至]+", said)) or "元" in said
    if kind in ("text", "stage", "yesno", "place", "organisation", "person", "office"):
        return len(_HAN.findall(said)) >= 2
    if kind in ("date", "duration"):
        return bool(_DATED.search(said))
    return bool(expected(kind).search(said))
