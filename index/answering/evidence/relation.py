"""A table as a relation: its cells in compact form, and which rows a question selects by the words it holds.

Selection, projection and aggregation are those of the relational algebra (Codd 1970); here the conditions are
stretches of the question that stand in cells, and the column is the one whose header the question names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.year_columns import is_year
from index.language.lexicon import load_pattern, load_table
from index.language.numerals import parse_number
from index.language.scripts import compact, fold
from index.records import Span, Table
from index.understanding.query import Term
from index.understanding.terms import is_weak, synonyms

BRACKET = re.compile(r"[（(]([^（()）]*)[）)]")
PLACING = load_pattern("answering.relation.placing")
_SERIAL = load_pattern("answering.relation.serial")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_AMOUNT = load_pattern("answering.relation.amount")  # 3600万元
_WORDS = re.compile(r"[\u4e00-\u9fffa-z]")
_TOTAL = load_pattern("answering.relation.total")
_COUNT = load_pattern("answering.relation.count")
_ASKED_NOUN = load_pattern("answering.relation.asked_noun")
_NTH = load_pattern("answering.relation.nth")
_NTH_ITEM = load_pattern("answering.relation.nth_item")
_MOST_ALIKE = 300  # different cells with the same two letters: more of them tell no rows apart
_MOST_GAPPED = 60  # rows whose names are compared letter by letter
_QUOTES = "“”\"'‘’「」『』"
_MONTH = load_pattern("answering.relation.month")
_OFFERED = load_pattern("answering.relation.offered")  # 哪家包吃住
_REMARK = load_pattern("answering.relation.remark")  # 4200元起，包吃住
_NUMERAL = re.compile(r"\d{1,3}")
_NUMBERED_NAME = load_pattern("answering.relation.numbered_name")
_NAMES_HEAD = load_pattern("answering.relation.names_head")


@dataclass(frozen=True, slots=True)
class Relation:
    """A table ready for questions.

    Attributes:
        names: the column of what the rows are about. values: compact cells, rows by columns.
        headers: compact names of the columns without brackets. wordy: columns whose cells are mostly words.
        pairs: two neighbouring letters → the different cells (column, value) of wordy columns that hold them,
            where these are few enough to tell rows apart. holders: (column, value) → the rows that hold it.
        body: the rows that are no totals. above: compact caption and the sentence that leads to the table.
    """

    table: Table
    names: int
    values: tuple[tuple[str, ...], ...]
    headers: tuple[str, ...]
    wordy: tuple[int, ...]
    pairs: dict[str, tuple[tuple[int, str], ...]]
    holders: dict[tuple[int, str], frozenset[int]]
    body: tuple[int, ...]
    above: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A stretch of the question, or an ordinal, that selects rows by their cells in one column."""

    column: int
    span: Span
    rows: frozenset[int]
    ranked: bool = False


def relation_of(table: Table, before: str = "") -> Relation | None:
    """``table`` ready for questions; None where it has no rows or no column of names.

    Args:
        before: the compact sentence in front of the table.
    """
    names = name_column(table)
    if names is None or not table.rows:
        return None
    width = len(table.header)
    values = tuple(
        tuple(plain(row.cells[n].text.text) if n < len(row.cells) else "" for n in range(width))
        for row in table.rows
    )
    wordy = tuple(n for n in range(width) if n == names or _is_wordy([row[n] for row in values]))
    pairs: dict[str, dict[tuple[int, str], None]] = defaultdict(dict)
    holders: dict[tuple[int, str], set[int]] = defaultdict(set)
    body = tuple(
        n
        for n, row in enumerate(values)
        if row[names] and not any(_TOTAL.match(cell) for cell in row[: names + 1]) and not _COUNT.match(row[names])
    )
    for number in body:
        for column in range(width):
            if column in wordy or _REMARK.search(values[number][column]):
                holders[column, values[number][column]].add(number)
    for column, cell in holders:
        for at in range(len(cell) - 1):
            pairs[cell[at : at + 2]][column, cell] = None
    above = compact(table.caption.text) + before
    headers = _whole_headers([said_header(header) for header in table.header], wordy)
    return Relation(
        table, names, values, headers, wordy, {k: tuple(v) for k, v in pairs.items() if len(v) <= _MOST_ALIKE},
        {k: frozenset(v) for k, v in holders.items()}, body, above,
    )  # fmt: skip


def _whole_headers(headers: Sequence[str], wordy: Sequence[int]) -> tuple[str, ...]:
    """财政收入 | 同比增长 | 固定资产投资 | 同比增长: the second and the last column say of what they are the growth."""
    found: list[str] = []
    measure = ""
    for number, header in enumerate(headers):
        of_another = bool(header) and number not in wordy and bool(_OF_ANOTHER.fullmatch(header))
        found.append(measure + header if of_another else header)
        if not of_another:
            measure = header if number not in wordy and not is_year(header) else ""
    return tuple(found)


_OF_ANOTHER = load_pattern("answering.relation.of_another")


_PART = load_pattern("answering.relation.part")


def lists_a_part(heading: str) -> bool:
    """部分项目一览表: nobody knows how many there are."""
    return _PART.search(heading) is not None


def said_header(header: str) -> str:
    """The compact name of a column without brackets; 金, 银, 铜 are medals."""
    said = compact(BRACKET.sub("", header))
    return f"{said}牌" if said in ("金", "银", "铜") else said


def plain(cell: str) -> str:
    """The form in which cells are compared with the question."""
    return "".join(sign for sign in fold(cell) if not sign.isspace() and sign not in _QUOTES).replace("没", "未")


def name_column(table: Table) -> int | None:
    """The first column whose cells are mostly words: names, not numbers.

    Where cells of it come again and another such column is headed as names are (项目名称), that one.
    """
    found: list[tuple[int, int]] = []
    for column in range(len(table.header)):
        cells = [row.cells[column].text.text for row in table.rows if column < len(row.cells)]
        if cells and sum(len(_HAN.findall(cell)) >= 2 for cell in cells) > len(cells) / 2:
            found.append((column, len(cells) - len(set(cells))))
    if not found:
        return _numbered_names(table)
    if found[0][1]:
        for column, again in found[1:]:
            if not again and _NAMES_HEAD.search(table.header[column]):
                return column
    return found[0][0]


def _numbered_names(table: Table) -> int | None:
    """The first column, where its cells are numbers of things (1路, 3号楼, 二期) and no two are the same."""
    cells = [row.cells[0].text.text.strip() for row in table.rows if row.cells]
    named = all(_NUMBERED_NAME.fullmatch(fold(cell)) or _TOTAL.match(cell) for cell in cells)
    return 0 if len(cells) > 1 and named and len(set(cells)) == len(cells) else None


def _is_wordy(cells: Sequence[str]) -> bool:
    """Most filled cells hold words, not figures with a unit."""
    filled = [cell for cell in cells if cell]
    return sum(len(_WORDS.findall(cell)) >= 2 and not _AMOUNT.fullmatch(cell) for cell in filled) * 2 > len(filled)


def conditions(
    relation: Relation, text: str, terms: Sequence[Term], linked: Sequence[Condition] = ()
) -> tuple[Condition, ...]:
    """What the question says of cells: the longest stretches first; of two that overlap the longer one counts.

    Args:
        text: the folded question. terms: its content words. linked: rows that linked names select already.
    """
    ends = {term.start for term in terms} | {term.end for term in terms}
    found = [
        one
        for whole in _stretches(relation, text.replace("没", "未"))
        for one in (whole, *_trimmed(relation, text, whole, ends))
        if _selects(relation, text, one, ends)
    ]
    found += _gapped(relation, terms)
    for whole in _synonymous(relation, terms):
        found = [one for one in found if one.column != whole.column or not one.rows > whole.rows]
        found.append(whole)
    found.sort(
        key=lambda one: (one.span[0] - one.span[1], not is_whole(relation, text, one), one.column != relation.names)
    )
    kept = list(linked)
    for one in found:
        if not any(_overlap(one.span, other.span) for other in kept):
            kept.append(one)
    named = [one for one in kept if one.column == relation.names]
    if named and len(only := frozenset().union(*(one.rows for one in named))) == 1:
        name = relation.values[next(iter(only))][relation.names]
        kept = [
            one for one in kept
            if one in named or (is_whole(relation, text, one) and text[slice(*one.span)] not in name)
        ]  # the rest is what is asked, or a part of the name: 新建 of 医院新建项目
    return (*kept, *_placed(relation, text, kept))


def _stretches(relation: Relation, text: str) -> Iterator[Condition]:
    """The longest common stretches of the question and of cells, by column and place."""
    held: dict[tuple[int, int, int], set[int]] = defaultdict(set)
    for at in range(len(text) - 1):
        longest: dict[int, int] = {}
        for column, value in relation.pairs.get(text[at : at + 2], ()):
            end = at + 2
            while end < len(text) and text[at : end + 1] in value:
                end += 1
            if end >= longest.get(column, 0):
                longest[column] = end
                held[column, at, end] |= relation.holders[column, value]
    for (column, low, high), rows in held.items():
        if not any(c == column and a <= low and high <= b and (a, b) != (low, high) for c, a, b in held):
            yield Condition(column, (low, high), frozenset(rows))


def _trimmed(relation: Relation, text: str, one: Condition, ends: set[int]) -> Iterator[Condition]:
    """农村居民收入 of 农村居民人均可支配收入: the stretch they share, cut back to the end of a word."""
    low, high = one.span
    if high in ends or low not in ends:
        return
    end = max((end for end in ends if low + 2 <= end < high), default=None)
    if end is not None:
        said = text[low:end].replace("没", "未")
        cells = (cell for cell in relation.pairs.get(said[:2], ()) if cell[0] == one.column and said in cell[1])
        yield Condition(one.column, (low, end), frozenset[int]().union(*map(relation.holders.__getitem__, cells)))


def _gapped(relation: Relation, terms: Sequence[Term]) -> Iterator[Condition]:
    """粮食产量 of 粮食总产量: a word whose two parts stand in order in the name of one row alone."""
    if len(relation.body) > _MOST_GAPPED:
        return
    for term in terms:
        if len(term.text) < 4 or term.weight < 1.0 or term.text in "，".join(relation.headers):
            continue
        rows = [n for n in relation.body if _parted(term.text, relation.values[n][relation.names])]
        if len(rows) == 1:
            yield Condition(relation.names, (term.start, term.end), frozenset(rows))


def _synonymous(relation: Relation, terms: Sequence[Term]) -> Iterator[Condition]:
    """gdp, 财政收入: the row whose whole name may stand for the word."""
    for term in terms:
        rows = [relation.holders.get((relation.names, plain(other))) for other in synonyms().get(term.text, ())]
        held = {one for one in rows if one}
        if len(held) == 1:
            yield Condition(relation.names, (term.start, term.end), held.pop())


def _parted(word: str, cell: str) -> bool:
    cuts = range(2, len(word) - 1)
    return any((at := cell.find(word[:cut])) >= 0 and cell.find(word[cut:], at + cut) >= 0 for cut in cuts)


def _selects(relation: Relation, text: str, one: Condition, ends: set[int]) -> bool:
    """Whether a stretch tells rows apart and is a word or a good part of its cell."""
    low, high = one.span
    said = text[low:high].replace("没", "未")
    cells = {relation.values[row][one.column] for row in one.rows}
    whole = said in cells or (f"已{said}" in cells and _says_done(text, one.span))
    if said[0].isdigit() and text[low - 1 : low].isdigit():
        return False  # 11路 is no 1路
    if not whole and said in relation.above:
        return False  # 阿日昆哪些项目, 水利项目表里: the place or the sort of the whole table
    if not _WORDS.search(said) or (is_weak(said) and not whole):
        return False
    if not whole and any(said in header for header in relation.headers):
        return False
    if len(one.rows & set(relation.body)) == len(relation.body) > 1:
        return False
    if not whole and _ASKED_NOUN.search(text[:low]) and not _OFFERED.match(said):
        return False
    if not whole and _MONTH.fullmatch(said) and all(re.search(said + r"\d", cell) for cell in cells if said in cell):
        return False  # 8月 is not 8月22日
    return whole or (low in ends and high in ends) or 2 * (high - low) >= min(map(len, cells))


def _says_done(text: str, span: Span) -> bool:
    """已经完工, 完工了: what a cell prints as 已完工."""
    return "已" in text[max(0, span[0] - 2) : span[0]] or text[span[1] :].startswith("了")


def is_whole(relation: Relation, text: str, one: Condition) -> bool:
    """The stretch is all that a cell says."""
    said = text[slice(*one.span)].replace("没", "未")
    return any(relation.values[row][one.column] == said for row in one.rows)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _placed(relation: Relation, text: str, kept: Iterable[Condition]) -> Iterator[Condition]:
    """第三名, 前两名, 亚军: rows by the column of places."""
    column = place_column(relation, text)
    if column is None:
        return
    for match in _NTH.finditer(text):
        if any(_overlap(match.span(), one.span) for one in kept):
            continue
        wanted = _places(match, len(relation.body))
        rows = frozenset(n for n in relation.body if _place(relation.values[n][column]) in wanted)
        yield Condition(column, match.span(), rows, ranked=True)


def _places(match: re.Match[str], size: int) -> frozenset[int]:
    if match["top"]:
        return frozenset(range(1, int(parse_number(match["top"])) + 1))
    if match["n"]:
        return frozenset((int(parse_number(match["n"])),))
    if match["crown"]:
        return frozenset(("冠亚季".index(match["crown"][0]) + 1,))
    return frozenset((size if match["last"] else 1,))


def _place(cell: str) -> int:
    match = _NUMERAL.match(cell)
    return int(match[0]) if match else -1


def place_column(relation: Relation, text: str) -> int | None:
    """The column of places: the one whose header the question says best, else the only one."""
    found = [n for n, header in enumerate(relation.headers) if PLACING.search(header)]
    if not found:
        nth = _NTH_ITEM.search(text)
        return next((n for n, h in enumerate(relation.headers) if nth and _SERIAL.match(h)), None)
    return max(found, key=lambda n: common(relation.headers[n], text))


def common(header: str, text: str) -> int:
    """Length of the longest stretch of two letters and more that ``header`` and ``text`` share; 0 for none."""
    best = 0
    for low in range(len(header) - 1):
        high = max(low + 2, low + best + 1)
        while high <= len(header) and stands(header[low:high], text):
            best, high = high - low, high + 1
    return best


def stands(said: str, text: str) -> bool:
    """11月 does not stand in 1至11月."""
    if not said[0].isdigit():
        return said in text
    return re.search(r"(?<![\d至\-—~前])" + re.escape(said), text) is not None


@lru_cache(maxsize=1)
def column_words() -> dict[str, tuple[str, ...]]:
    """Answer type → words in the headers over its cells."""
    return {kind: tuple(words.split()) for kind, words in load_table("table_columns")}
