"""Headers of tables that were flattened to text: a run of words that name columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.ingest.shapes.cellkinds import FIGURE, SERIAL_NAME, is_known, kinds, names_column, opens_bracket
from index.ingest.shapes.line import Line
from index.ingest.tabular.tornheads import torn_headers
from index.language.lexicon import load_pattern

_WIDE = re.compile(r"[^\s\u3000]+(?: [^\s\u3000]+)*")
_ANY = re.compile(r"\S+")
BETWEEN_TABS = re.compile(r"[^\t]*")
WHOLE_LINE = re.compile(r"\S.*\S|\S")
MOST_COLUMNS = 14
_HEADER_LINES, _FEW_LINES = 12, 3
_ALIKE = 3  # rows that tell a header of unknown names
_NAME_PIECES = 3  # lines that the name of a row is broken over
_BODY = 12  # lines of rows that tell how a torn header is to be put together
_LONGEST_HEAD = 14  # code points of such a name
_REMNANT = 3  # code points that are left of a name behind a break
_OPENED = re.compile(r"(?P<name>[\u4e00-\u9fff]{1,6})[（(][^（）()]*")
_QUALIFIES = load_pattern("ingest.flatheads.qualifies")
_GOES_ON = load_pattern("ingest.flatheads.goes_on")
_NAMED = 0.6  # share of a header's words that must be names of columns
LONGEST_LINE = 160  # code points
STOPS = ("lead", "furniture", "tablecaption")
_LONGEST_UNKNOWN = 8  # code points of a name that is not known, in a column of names


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of a line that may be a cell or a piece of one; first: of its line."""

    start: int
    end: int
    text: str
    first: bool


def words_of(line: Line, pattern: re.Pattern[str]) -> list[Word]:
    """What stands between blanks on a line, as ``pattern`` divides it; between tabs there may be nothing."""
    if pattern is BETWEEN_TABS:
        return list(_between_tabs(line))
    return [
        Word(line.start + match.start(), line.start + match.end(), match[0], not number)
        for number, match in enumerate(pattern.finditer(line.text))
    ]


def _between_tabs(line: Line) -> Iterator[Word]:
    low = line.start
    for number, cell in enumerate(line.text.split("\t")):
        start = low + len(cell) - len(cell.lstrip())
        bare = cell.strip()
        yield Word(start, start + len(bare), bare, not number)
        low += len(cell) + 1


def headers(lines: Sequence[Line], at: int) -> Iterator[tuple[tuple[str, ...], int, re.Pattern[str]]]:
    """Every way to read a header at a line: (names, lines, what divides cells)."""
    if "\t" in lines[at].text and lines[at].kind not in STOPS:
        divided = tuple(word.text for word in words_of(lines[at], BETWEEN_TABS))
        if all(divided) and _is_header(divided):
            yield divided, 1, BETWEEN_TABS
        return
    told = announced(lines[at - 1].text) if at and not lines[at - 1].table else ()
    if told and _heads_figures(("名称", *told[1:]), [one.text.split() for one in _dense(lines, at, _ALIKE)]):
        yield told, 0, _ANY
    if not _may_head(lines[at]) or (at and lines[at - 1].text == lines[at].text):
        return
    if _UNIT_ENDS.search(lines[at].text) and at + 1 < len(lines) and not lines[at + 1].gap:
        below = tuple(word.text for word in words_of(lines[at + 1], _ANY))
        if len(below) > _CAPTION_WORDS and _is_header(below):
            return  # 链 接 部分观摩项目（投资单位：万元） stands above the names of the columns
    near = _dense(lines, at, _HEADER_LINES + _BODY)
    body = [one.text.split() for one in near]
    torn = [(names, n, _ANY) for names, n, figures in torn_headers(body) if _broken_figures(body[n:], figures)]
    seen = set(torn)
    yield from torn
    for pattern in (_WIDE, _ANY):
        rows = [[word.text for word in words_of(line, pattern)] for line in near[:_HEADER_LINES]]
        for names, height in _read(rows[0], rows, 1):
            upright = height > _FEW_LINES and all(len(row) == 1 for row in rows[:height])
            if torn and any(len(name) == 1 for name in names):
                continue  # 街 and 道 are no columns of their own
            known = _is_header(names) or (height == 1 and _heads_figures(names, rows[1:]))
            if (names, height, pattern) not in seen and not upright and known:
                seen.add((names, height, pattern))
                yield names, height, pattern
    inside = at > 0 and not lines[at].gap and names_column(lines[at - 1].text)
    if _ANY.fullmatch(lines[at].text) and names_column(lines[at].text) and not inside:
        yield from _upright_headers(lines, at)


_UNIT_ENDS = load_pattern("ingest.flatheads.unit_ends")
_CAPTION_WORDS = 2  # words of a line that may still be a part of what stands above it
_ANNOUNCES = load_pattern("ingest.flatheads.announces")


def announced(text: str) -> tuple[str, ...]:
    """The columns of rows that have no header: 中心, 得分, 签约率 of 各中心得分及签约率如下：."""
    for match in _ANNOUNCES.finditer(text):
        what, rest = match["what"], match["names"]
        whole = what + rest
        for cut in range(1, len(whole)):
            names = re.split("[、及和与]", whole[cut:])
            if all(map(names_column, names)) and is_known(names[0]):
                return whole[:cut].removesuffix("的"), *names
    return ()


def _may_head(line: Line) -> bool:
    if line.kind in STOPS or len(line.text) > LONGEST_LINE or "\t" in line.text or "|" in line.text:
        return False
    words = line.text.split()
    return bool(words) and (len(words[0]) <= 2 or any(map(names_column, words)) or _opens_name(words[0]))


def _opens_name(word: str) -> bool:
    """镇（街道、 with its bracket closed on the line below."""
    opened = _OPENED.fullmatch(word)
    return opened is not None and names_column(opened["name"])


def _dense(lines: Sequence[Line], at: int, most: int) -> list[Line]:
    """A line and those right below it."""
    found = [lines[at]]
    for line in lines[at + 1 : at + most]:
        if line.gap or line.kind in STOPS or len(line.text) > LONGEST_LINE:
            break
        found.append(line)
    return found


def _read(names: list[str], rows: Sequence[Sequence[str]], height: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """The ways to read the first ``height`` lines, which give ``names``, and lines below them as a header.

    A break may fall between two names or inside one, which then is a name as a whole: 1—5月完⏎成投资.
    """
    if len(names) > MOST_COLUMNS:
        return
    if height == 1 or names_column(names[-1]):
        yield tuple(names), height
    if height == len(rows):
        return
    row = rows[height]
    serial = len(names[-1]) == len(row[0]) == 1 and SERIAL_NAME.match(names[-1] + row[0])  # 序⏎号
    if not serial and _goes_on(names, row) and (height == 1 or names_column(names[-1])):
        yield from _read([*names, *row], rows, height + 1)
    if _may_join(names[-1], row[0], again=row[0] in names) and all(map(names_column, row[1:-1])):
        joined = names[-1] + row[0]
        if len(row) == 1 or names_column(joined):
            yield from _read([*names[:-1], joined, *row[1:]], rows, height + 1)


def _goes_on(names: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a line may be more names: each of them known, or a header for itself below 序号 or 类别 alone."""
    if opens_bracket(row[0]):
        return False  # （亿元）: of the name above
    return all(map(names_column, row[:-1])) or (
        len(names) == 1 and names_column(names[0]) and _is_header(tuple(row))
    )


def _may_join(name: str, rest: str, *, again: bool) -> bool:
    """Whether a break may fall between the two inside the name of a column.

    Args:
        again: a column is named ``rest`` already: 规上工业总产值 增速 固定资产投资⏎增速.
    """
    own = names_column(rest) or len(rest) > _REMNANT
    letters = len(name) == len(rest) == 1  # 序⏎号
    whole = again or letters or bool(_GOES_ON.match(rest)) or is_known(name + rest)  # 年度计划⏎投资
    apart = own and not whole and not opens_bracket(rest) and not _QUALIFIES.match(name)
    return not (names_column(name) and apart)


def _heads_figures(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """名次 男子半程 女子半程 above rows of a name and as many figures as are left: whatever the names."""
    if not 3 <= len(names) <= MOST_COLUMNS or len(rows) < _ALIKE or not names_column(names[0]):
        return False
    if len(set(names)) < len(names) or any(re.search(r"\d", name) or len(name) > _LONGEST_HEAD for name in names):
        return False
    below = rows[:_ALIKE]
    whole = all(len(row) == len(names) and all(FIGURE in kinds(cell) for cell in row[1:]) for row in below)
    return whole or _broken_figures(rows, len(names) - 1)


def _broken_figures(rows: Sequence[Sequence[str]], figures: int) -> bool:
    """Names, each before just so many figures, whatever lines they are broken over."""
    run: list[int] = []  # figures behind each name
    pieces = 0  # of the name, before its figures
    for cell in (cell for row in rows for cell in row):
        if FIGURE in kinds(cell):
            if not run:
                return False
            run[-1] += 1
            pieces = 0
            continue
        pieces += 1
        if pieces > _NAME_PIECES:
            return False
        if pieces == 1:
            run.append(0)
    kept = len(run) - (run[-1:] != [figures])
    return kept >= _ALIKE and figures > 1 and all(count == figures for count in run[:kept])


def _is_header(names: Sequence[str]) -> bool:
    if not 2 <= len(names) <= MOST_COLUMNS or len(set(names)) < 2 or any(map(opens_bracket, names)):
        return False
    if any(len(name) > 18 for name in names):
        return False
    named = sum(map(names_column, names))
    return named >= 2 and named >= (_NAMED if len(names) > 2 else 1) * len(names)


def _upright_headers(lines: Sequence[Line], at: int) -> Iterator[tuple[tuple[str, ...], int, re.Pattern[str]]]:
    """Headers with one name a line: as many lines as name columns, or one less where a first cell looks so, too."""
    run: list[str] = []
    torn = 0
    for line in lines[at : at + MOST_COLUMNS + 2]:
        if line.kind in STOPS or (run and line.gap > lines[at + 1].gap) or " " in line.text:
            break
        if len(run) == 1 and len(line.text) == 1 and SERIAL_NAME.match(run[0] + line.text):  # 序⏎号
            run, torn = [run[0] + line.text], 1
            continue
        unknown = len(run) >= 2 and len(line.text) <= _LONGEST_UNKNOWN and not re.search(r"\d", line.text)
        if not names_column(line.text) and not unknown:
            break
        run.append(line.text)
    for size in range(len(run), 1, -1):
        if _is_header(run[:size]) and names_column(run[size - 1]):
            yield tuple(run[:size]), size + torn, WHOLE_LINE
