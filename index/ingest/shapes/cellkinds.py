"""What a cell may be, and whether a word is the name of a column: by looks alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, load_words

FIGURE, DATE, WORDS, SERIAL = "figure", "date", "words", "serial"

_UNIT = r"[\u4e00-\u9fffA-Za-z/㎡²³℃%‰％]{0,6}"
_FIGURE = re.compile(
    rf"^[约近超逾]?[-−+±—]?\d[\d,，]*(?:\.\d+)?(?:{_UNIT}[-—–~～]\d[\d,]*(?:\.\d+)?)?{_UNIT}多?(?:[（(][-+\d.,—%]+[）)])?$"
)
_DATE = load_pattern("ingest.cellkinds.date")
_YEAR = re.compile(r"^(?:19|20)\d{2}(?:\.\d{1,2})?$")
_MOVED = load_pattern("ingest.cellkinds.moved")
_OPEN = load_pattern("ingest.cellkinds.open")
_NUMBERED = load_pattern("ingest.cellkinds.numbered")
_SERIAL = re.compile(r"^\d{1,4}[.、．]?$")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_PERIOD = load_pattern("ingest.cellkinds.period")
_OF_A_PERIOD = load_pattern("ingest.cellkinds.of_a_period")
_MEASURED = load_pattern("ingest.cellkinds.measured")  # 受益居民（万人）
_COMPARED = load_pattern("ingest.cellkinds.compared")
_ENDS_LIKE_PROSE = re.compile(r"[。；！？，：]")
SERIAL_NAME = load_pattern("ingest.cellkinds.serial_name")
_FIGURES = load_pattern("ingest.cellkinds.figures")
_DATES = load_pattern("ingest.cellkinds.dates")
_OF_HOURS, _OF_DAYS = re.compile(r"\d[:：]\d|\d[时点]"), re.compile(r"[年月日周号]|星期")
_CONTENT = load_pattern("ingest.cellkinds.content")
_PLACE = load_pattern("ingest.cellkinds.place")
_ORGANISATION = load_pattern("ingest.cellkinds.organisation")
_PROJECT = load_pattern("ingest.cellkinds.project")
_PROJECT_ENDS = load_pattern("ingest.cellkinds.project_ends")
_LONGEST_NAME = 18  # code points of the name of a column


@lru_cache(maxsize=8192)
def kinds(cell: str) -> frozenset[str]:
    """What a cell may be; a stroke, 持平 and the like may stand for anything."""
    cell = "".join(cell.split())
    if not cell or _OPEN.match(cell):
        return frozenset((FIGURE, DATE, WORDS))
    if _YEAR.match(cell):
        return frozenset((FIGURE, DATE))
    if _DATE.match(cell):
        return frozenset((DATE,))
    if _MOVED.match(cell):
        return frozenset((FIGURE, WORDS))
    if _FIGURE.match(cell):
        return frozenset((FIGURE, WORDS) if _NUMBERED.match(cell) else (FIGURE,))
    return frozenset((WORDS,))


def is_serial(cell: str) -> bool:
    """True for 1, 2. and 3、, the numbers of rows."""
    return bool(_SERIAL.match(cell))


def expected_kind(name: str) -> str | None:
    """What the cells below the name of a column are, where the name tells it."""
    if SERIAL_NAME.match(name):
        return SERIAL
    if _DATES.search(name):
        return DATE
    return FIGURE if _FIGURES.search(name) else None


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], re.Pattern[str]]:
    rows = load_table("column_names")
    projects = {word for row in load_table("project_columns") for word in row[1].split()}
    ends = sorted((row[0] for row in rows if row[1] == "end"), key=len, reverse=True)
    return frozenset(row[0] for row in rows) | projects, re.compile(f"(?:{'|'.join(map(re.escape, ends))})$")


@lru_cache(maxsize=4096)
def names_column(word: str) -> bool:
    """True for what stands at the head of a column: 项目名称, 总投资（亿元）, 1-6月, 较上周."""
    if not word or len(word) > _LONGEST_NAME or _ENDS_LIKE_PROSE.search(word):
        return False
    bare = (_BRACKETS.sub("", word) or word).rstrip("%％") or word
    whole, ends = _names()
    if word in whole or bare in whole or _PERIOD.match(bare) or _COMPARED.match(bare) or _MEASURED.match(word):
        return True
    bare = _OF_A_PERIOD.sub("", bare)  # 1—5月完成投资
    return not re.search(r"\d\D*\d|^\d", bare) and bool(ends.search(bare))


def is_known(word: str) -> bool:
    """True for a name of a column that the lexicons have as a whole: 年度计划投资."""
    return word in _names()[0]


def opens_bracket(word: str) -> bool:
    """True for （亿元） alone, which belongs to the name above or before it."""
    return bool(re.match(r"^[（(][^（）()]{1,10}[）)]$", word))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: the kind of its cells, None where nothing tells, and how its words look or should not."""

    kind: str | None
    like: re.Pattern[str] | None = None
    unlike: re.Pattern[str] | None = None


@lru_cache(maxsize=512)
def column(name: str, kind: str | None) -> Column:
    """The column below a name: 建设单位 holds organisations, 建设地点 places, 建设内容 measures."""
    if kind == DATE:
        return Column(kind, like=_OF_HOURS if re.search(r"时间|时段", name) else _OF_DAYS)
    if kind != WORDS:
        return Column(kind)
    organisations, places = _endings()
    if _PROJECT.search(name):
        return Column(kind, like=_PROJECT_ENDS, unlike=re.compile(r"\d{3}"))
    if _CONTENT.search(name):
        return Column(kind, like=re.compile(r"\d|[、；]"), unlike=organisations)
    if _PLACE.search(name):
        return Column(kind, like=places, unlike=re.compile(r"\d"))
    if _ORGANISATION.search(name):
        return Column(kind, like=organisations, unlike=re.compile(r"\d"))
    return Column(kind, unlike=re.compile(r"\d{3}"))


@lru_cache(maxsize=1)
def _endings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How names of organisations and of places end, a note in brackets allowed."""
    found = []
    for name, more in (("organisation_suffixes", ("组", "院", "中心", "处")), ("place_suffixes", ("片区", "区", "县"))):
        words = sorted({*load_words(name), *more}, key=len, reverse=True)
        found.append(re.compile(f"(?:{'|'.join(map(re.escape, words))})(?:等|[（(][^（）()]*[）)])?$"))
    return found[0], found[1]
