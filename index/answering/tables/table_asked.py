"""Which column of a table a question asks for: by its header, else by the type of its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.relation import PLACING, column_words, common, place_column
from index.answering.evidence.texts import difference_said
from index.answering.evidence.year_columns import (
    asks_former,
    columns_of_year,
    is_time,
    is_year,
    now_and_before,
    years_of,
)
from index.answering.sentences.statements import expected
from index.answering.tables.columns import (
    asks_growth,
    change_fits,
    column_fits,
    column_value,
    done_or_planned,
    level_of_caption,
)
from index.answering.tables.table_cases import ASKS_DOING, COLUMN, Case
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.understanding.query import Query
from index.understanding.terms import is_weak, synonyms

_NAMING = 0.2  # what a header gains for what the question holds of it
_WHOLLY, _LONGER = 0.4, 0.02  # what it gains where the question holds all of it, and for each of its letters
_TOLD = 0.6  # how much of a header the question must hold to ask for its cells, whatever their unit
_SHORT = 2  # letters
_SHORTENED = 0.95  # how much of a header its name without 总额 is
_AMOUNTS = ("money", "count", "number", "percent", "text")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_AMOUNT_END = load_pattern("answering.table_asked.amount_end")
_DAY_CELL = load_pattern("answering.table_asked.day_cell")
_DATED = load_pattern("answering.table_asked.dated")
_WHICH = load_pattern("answering.table_asked.which")
_NO_AMOUNT = load_pattern("answering.table_asked.no_amount")
_FUNCTION = load_pattern("answering.table_asked.function")  # no noun begins so
_BODIES = ("家", "户", "个")  # what firms are counted in
_PEOPLE = {"人": ("岗位", "姓名", "负责人", "联系人", "选手", "作者")}


def column_of_amounts(case: Case) -> int | None:
    """人最多: the column that the letter names; without one the only column of figures, or that of the whole."""
    figures = [
        n
        for n, header in enumerate(case.relation.headers)
        if n not in case.relation.wordy and not PLACING.search(header) and not _NO_AMOUNT.search(header)
    ]
    letter = re.search(r"(?P<letter>[\u4e00-\u9fff])(?:[是得])?最", case.query.text)
    named = [n for n in figures if letter and letter["letter"] in case.relation.headers[n]]
    counted = [n for n in figures if letter and case.said(case.rows[0], n).endswith(letter["letter"])]
    named = named or counted  # 分最高 of 94.5分
    if len(named) == 1:
        return named[0]
    rows = case.relation.table.rows
    figures = [n for n in figures if any(column_value(rows[row], n) is not None for row in case.rows)]
    whole = [n for n in figures if re.search(r"累计|合计|总", case.relation.headers[n])]
    if len(figures) == 1 or len(whole) == 1:
        return (whole or figures)[0]
    return None


def noun_of(case: Case) -> str:
    """What 哪个镇, 什么单位, 多少亩 asks for: 镇, 单位, 亩; "" where there is no such word."""
    match = _WHICH.search(case.rest)
    return match["noun"] if match else ""


_OWNS = load_pattern("answering.table_asked.owns")


def target_of(case: Case, noun: str) -> int | None:
    """The column of words that is asked for: the one whose header the noun names, else the names of the rows."""
    names = case.relation.names
    if names in case.taken and len(noun) > 1 and _is_sort(case, noun[:2]):
        return names  # 哪个小学是新建的: of names that are told apart by 新建 in brackets
    free = [
        n
        for n in case.relation.wordy
        if n not in case.taken and not tells_reason(case.relation.headers[n]) and not _of_days(case, n)
    ]
    if ASKS_DOING.search(case.rest):
        return _headed(case, [n for n in case.relation.wordy if n not in case.taken], "doing")
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
    if case.query.kind == "person" and (body := _headed(case, free, "organisation")) is not None:
        return body if _OWNS.search(case.query.text) else None  # 谁牵头, 谁的项目; nobody who 约谈了中山街道
    if case.relation.names in free:
        return case.relation.names
    return free[0] if len(free) == 1 else None


def tells_reason(header: str) -> bool:
    """A column of reasons."""
    return any(word in header for word in column_words()["reason"])


def _of_days(case: Case, column: int) -> bool:
    """The cells are days and hours; they are asked for by when, not by which."""
    return case.query.kind != "date" and _are_days(case, column)


def _are_days(case: Case, column: int) -> bool:
    cells = [case.relation.values[n][column] for n in case.relation.body]
    return all(_DAY_CELL.match(cell) for cell in cells if cell)


def _is_sort(case: Case, noun: str) -> bool:
    """Most names end in the noun; 小学."""
    names = [re.sub(r"[（(].*", "", case.relation.values[n][case.relation.names]) for n in case.relation.body]
    return sum(name.endswith(noun) for name in names) * 2 > len(names)


def _headed(case: Case, free: Sequence[int], kind: str) -> int | None:
    """The first free column whose header has a word for cells of that kind."""
    words = column_words()[kind]
    return next((n for n in free if any(word in case.relation.headers[n] for word in words)), None)


def persons_column(case: Case) -> int | None:
    """The column of people's names."""
    return _headed(case, case.relation.wordy, "person")


def _is_of(case: Case, noun: str) -> bool:
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


def asks_column(case: Case, column: int, noun: str) -> bool:
    """A row is named: its other words are asked for by the header, or nothing else could be."""
    header = case.relation.headers[column]
    if ASKS_DOING.search(case.rest):
        return True
    free = [n for n in case.relation.wordy if n not in {one.column for one in case.held}]
    if common(header, case.rest) >= 2 or column_fits(case.query, header) >= COLUMN:
        return True
    if any(word in header for word in _PEOPLE.get(noun[:1], ())):
        return True
    return len(free) == 1 and len(case.relation.headers) <= 6 and not noun and case.query.kind in ("text", "office")


_HEADS, _WANTED = load_pattern("answering.table_asked.heads"), load_pattern("answering.table_asked.wanted")


def counts_heads(header: str) -> bool:
    """人数, 名额: the column says how many are wanted or taken."""
    return _HEADS.search(header) is not None


def asks_wanted(text: str) -> bool:
    """招几个护士, 要多少普工."""
    return _WANTED.search(text) is not None


def asked_column(case: Case, *, numeric: bool = False) -> int | None:
    """The column that is asked for, by its header, else by the type of its cells."""
    scored = []
    years = columns_of_year(case.relation.headers, case.query.text, case.query.year)
    for column, header in enumerate(case.relation.headers):
        if column == case.relation.names and not (case.query.kind == "date" and _are_days(case, column)):
            continue
        if column in case.taken or (numeric and column in case.relation.wordy):
            continue
        if not years.get(column, True):
            continue
        named = named_by(case, column)
        level = level_of_caption(case.relation, column, case.query.text, case.rest) if case.held else 0.0
        fits = max(column_fits(case.query, header), named, level) + done_or_planned(case.query, header)
        fits += change_fits(case.query, header) if fits >= COLUMN else 0.0
        fits += _NAMING * named  # 保证水位 is no 警戒水位
        fits += _WHOLLY + _LONGER * len(header) if named >= 1.0 and len(header) > _SHORT else 0.0
        if column in years and case.query.kind in _AMOUNTS and not asks_growth(case.query.text):
            fits += COLUMN  # rows are measures, columns their years
        if case.query.unit and (case.query.unit in header or _counted_so(case, column)):
            fits += 0.6
        if case.query.kind == "place" and any(word in header for word in column_words()["place"]):
            fits += 0.6
        if asks_wanted(case.query.text) and counts_heads(header):
            fits += 0.6
        if ASKS_DOING.search(case.rest) and not numeric:
            fits += 0.8 if any(word in header for word in column_words()["doing"]) else -0.6
        if case.query.kind == "rank" and place_column(case.relation, case.rest) == column:
            fits += 0.5
        told = named >= _TOLD or level > 0 or done_or_planned(case.query, header) > 0
        told = told and case.query.kind == "number" and case.query.unit is None
        if fits >= COLUMN and (numeric or (told and column not in case.relation.wordy) or _all_typed(case, column)):
            scored.append((fits, -column))
    return -max(scored)[1] if scored else None


def mixes_units(case: Case, column: int) -> bool:
    """亿元, 万吨: cells of rows with different units cannot be ranked."""
    found = [next(iter(find_quantities(fold(case.said(n, column)))), None) for n in case.relation.body]
    return len({one.unit for one in found if one is not None and one.unit}) > 1


def years_apart(case: Case, row: int) -> tuple[str, str] | None:
    """2024年比2023年多多少: the difference of the two cells, and how it was found."""
    columns = {year: column for column, year in years_of(case.relation.headers).items()}
    first, second = ([int(year) for year in re.findall(r"((?:19|20)\d{2})年?", case.query.text)] + [0, 0])[:2]
    pair = now_and_before(case.relation.headers) if asks_former(case.query.text) and not (first and second) else None
    if pair is None and (first == second or first not in columns or second not in columns):
        return None
    pair = pair or (columns[first], columns[second])
    values = [next(iter(find_quantities(fold(case.said(row, column)))), None) for column in pair]
    if values[0] is None or values[1] is None or values[0].value == values[1].value:
        return None
    low, high = sorted((values[0], values[1]), key=lambda quantity: quantity.value)
    said, detail = difference_said(high, low)
    return f"{'多' if values[0] is high else '少'}{said}", detail


def _counted_so(case: Case, column: int) -> bool:
    """多少头 of a row that a column of units counts so (生猪出栏 | 万头 | 38.6); 多少分 of the only cell with 分."""
    unit = case.query.unit
    if unit is None or not case.rows:
        return False
    row = case.rows[0]
    said = case.said(row, column)
    if not said.endswith(unit):
        return False
    cells = case.relation.table.rows[row].cells
    plain_cell = cells[column].text.text.strip() if column < len(cells) else ""
    alike = [n for n in range(len(cells)) if case.said(row, n).endswith(unit)]
    return said != plain_cell or (unit != "个" and alike == [column])


def named_by(case: Case, column: int) -> float:
    """How much of the header stands in the question."""
    header = case.relation.headers[column]
    short = _AMOUNT_END.sub("", header)  # 社零多少 below 社零总额
    if short != header and short in case.rest:
        return _SHORTENED
    return common(header, case.rest) / len(header) if header else 0.0


def _all_typed(case: Case, column: int) -> bool:
    kind = case.query.kind
    if kind in ("text", "list", "lookup", "compare"):
        return True
    cells = [case.said(n, column) for n in case.rows]
    if kind == "rank":
        return "." not in "".join(cells) and not any(said.endswith(("%", "元")) for said in cells)
    if kind in ("count", "number"):
        return all(_counts_so(case.query, case.relation.headers[column], said) for said in cells if said)
    return all(is_typed(kind, said) for said in cells if said)


def _counts_so(query: Query, header: str, said: str) -> bool:
    """几个班: neither 900个 nor an amount of money or a share, unless these words name the column."""
    if not expected("count").search(said):
        return False
    units = [quantity.unit for quantity in find_quantities(fold(said)) if quantity.unit]
    if not units:
        return bool(re.fullmatch(r"[-\d.,—~～至]+", said))
    if query.kind == "number" and query.unit is None and (is_year(header) or is_time(header)):
        return True  # the rows are measures: 2024年 | 201.7亿元
    if query.unit in (None, "", "个", "项", "件") or query.unit in header:
        return not any(unit in ("元", "%") for unit in units)
    return query.unit in units or query.unit in said or (query.unit in _BODIES and any(one in _BODIES for one in units))


def is_typed(kind: str, said: str) -> bool:
    """Whether a cell can be an answer of this type."""
    if kind == "money":
        return bool(re.fullmatch(r"[-\d.,—~～至]+", said)) or "元" in said
    if kind == "stage" and said.endswith("%"):
        return True
    if kind in ("text", "stage", "yesno", "place", "organisation", "person", "office"):
        return len(_HAN.findall(said)) >= 2
    if kind in ("date", "duration"):
        return bool(_DATED.search(said))
    return bool(expected(kind).search(said))
