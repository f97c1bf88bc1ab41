"""Rows that open with a day: 7月11日 7：00—17：00 甲镇乙路; 5月10日19：30 某操场 露天电影; 6月1日 值班领导 某某."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Page
from index.answering.sentences.collecting import are_places
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records.answers import Kind
from index.understanding.query import Query, Term

_ROW = load_pattern("answering.dated_rows.row")
_BLANK = re.compile(r"[\s\u3000|｜]+")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_ASKS_END = load_pattern("answering.dated_rows.asks_end")
_HOUR = load_pattern("answering.dated_rows.hour")
_FROM_TO = load_pattern("answering.dated_rows.from_to")
_ASKS_LAST_DAY = load_pattern("answering.dated_rows.asks_last_day")
_LAST_DAY = load_pattern("answering.dated_rows.last_day")
_ASKS_WHEN = load_pattern("answering.dated_rows.asks_when")
_ASKS_WHERE = load_pattern("answering.dated_rows.asks_where")
_ASKS_WHAT = load_pattern("answering.dated_rows.asks_what")
_ASKS_DUTY = load_pattern("answering.dated_rows.asks_duty")
_ASKS_HOUR = load_pattern("answering.dated_rows.asks_hour")
_BESIDE = load_pattern("answering.dated_rows.beside")
_ASKING = load_pattern("answering.dated_rows.asking")
_DAY = load_pattern("answering.dated_rows.day")
_NO_PLACE = load_pattern("answering.dated_rows.no_place")
_FEWEST = 2
_ABOVE = 3  # sentences over a list that say what it is of
_ENOUGH, _PART = 0.75, 0.6
_ASKS_DAY = load_pattern("answering.dated_rows.asks_day")
_ONE_DAY = load_pattern("answering.dated_rows.one_day")
_ANY_DAY = load_pattern("answering.dated_rows.any_day")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its sentence, the printed time, its end where hours end, and the cells behind the time."""

    page: Page
    number: int
    when: str
    until: str
    cells: tuple[str, ...]
    timed: bool

    @property
    def own(self) -> str:
        """The cells, compact."""
        return compact("".join(self.cells))


_Tells = Callable[[Query, _Row], str]


def by_dated_row(query: Query, pages: Sequence[Page]) -> Draft | None:
    """When, until when, where, what or who by the one row that the question names; None where no row does.

    Args:
        pages: articles near the question, best first.
    """
    asked = _asked(query)
    if asked is None:
        return None
    kind, tells = asked
    for page, rows, above in ((one, *listed) for one in pages for listed in _lists(one)):
        fitting = _fitting(query, rows, above)
        day = _day_above(page, rows[0].number) if tells is _when and _ASKS_DAY.search(query.text) else None
        said = {_on(day, tells(query, row)): row.number for row in fitting}
        if tells is _until and list(said) == [""]:
            return Draft("not_found", kind, texts.NO_ATTRIBUTE_PLAIN.format(what="结束时间"), reason="attribute")
        if not all(said) or (len(said) > 1 and kind != "list"):
            continue
        if said:
            numbers = [row.number for row in fitting] + ([day[1]] if day else [])
            proofs = tuple(Proof(page.article.id, page.sentence(number).text.spans()) for number in numbers)
            return Draft("answered", kind, "；".join(said), proofs)
    return None


def _day_above(page: Page, number: int) -> tuple[str, int] | None:
    """定于12月11日停电，具体如下: the one day that the sentences over a list of hours print, and where it stands."""
    days = [
        (match["day"], at)
        for at in range(max(0, number - _ABOVE), number)
        if page.sentence(at).role in ("paragraph", "caption")
        for match in _ONE_DAY.finditer(page.sentence(at).text.text)
    ]
    return days[0] if len(days) == 1 else None


def _on(day: tuple[str, int] | None, said: str) -> str:
    """The hours of a row with the day above it; nothing but the row where it prints one itself."""
    return said if day is None or not said or _ANY_DAY.search(said) else f"{day[0]} {said}"


def _asked(query: Query) -> tuple[Kind, _Tells] | None:
    """What of a row is asked for: its time, the end of it, its place, what is on, or who is on duty."""
    text = query.text
    if _BESIDE.search(text):
        return None  # where its tickets are handed out, how to get there
    if _ASKS_DUTY.search(text) and query.kind in ("person", "list", "office", "phone", "text"):
        return "list", _on_duty
    if _FROM_TO.search(text):
        return "date", _when
    if _ASKS_END.search(text) or _ASKS_LAST_DAY.search(text):
        return "date", _until
    if query.kind in ("date", "duration") and _ASKS_WHEN.search(text):
        return "date", _when
    if query.kind in ("place", "text", "list") and _ASKS_WHERE.search(text):
        return "place", _where
    if query.kind in ("list", "text") and _ASKS_WHAT.search(text):
        return "list", _what
    return None


def _lists(page: Page) -> Iterator[tuple[list[_Row], str]]:
    """The rows that stand below each other, at least two, with what is printed above them since the last ones."""
    rows: list[_Row] = []
    low = 0
    for row in (*_rows(page), None):
        if rows and (row is None or row.number > rows[-1].number + 1):
            if len(rows) >= _FEWEST:
                yield rows, page.heading + "".join(page.compact[max(low, rows[0].number - _ABOVE) : rows[0].number])
            low, rows = rows[-1].number + 1, []
        if row is not None:
            rows.append(row)


def _rows(page: Page) -> Iterator[_Row]:
    """The sentences of an article that are rows."""
    for sentence in page.says.sentences:
        text = sentence.text.text
        match = _ROW.match(fold(text)) if sentence.role in ("paragraph", "caption") else None
        if match is None or len(fold(text)) != len(text) or text.endswith("。"):
            continue
        when = text[match.start("when") : match.end("when")].strip(" \u3000：:，,")
        until = text[slice(*match.span("until"))] if match["until"] else ""
        cells = tuple(cell for cell in _BLANK.split(text[match.end() :].strip(" \u3000：:，,。")) if cell)
        if cells:
            yield _Row(page, sentence.number, when, until, cells, bool(match["clock"]))


def _fitting(query: Query, rows: Sequence[_Row], above: str) -> list[_Row]:
    """The rows that account for what is asked better than the others do; none where a word stands nowhere."""
    terms = [t for t in query.terms if t.weight >= 0.5 and not _ASKING.fullmatch(t.text)]
    days = [t for t in terms if _DAY.fullmatch(t.text)]
    words = [t for t in terms if t not in days]
    held = [row for row in rows if all(_on_day(day, row) for day in days)]
    scored = [(sum(_share(t, row.own) for t in words), row) for row in held]
    best = max((score for score, _ in scored), default=0.0)
    if not held or (best < _PART and not (days and _told_above(words, above))):
        return []
    chosen = [row for score, row in scored if score == best]
    told = [t for t in words if max(_share(t, row.own) for row in chosen) or explained(t.text, above).score >= _ENOUGH]
    missing = [t for t in words if t not in told]
    return [] if any(t.critical or t.weight >= 1.0 for t in missing) else chosen


def _told_above(words: Sequence[Term], above: str) -> bool:
    return all(explained(t.text, above).score >= _ENOUGH for t in words)


def _share(term: Term, own: str) -> float:
    score = explained(term.text, own).score
    return term.weight if score >= (_PART if term.critical else _ENOUGH) else 0.0


def _on_day(day: Term, row: _Row) -> bool:
    return explained(day.text, compact(_BRACKETS.sub("", row.when))).score >= _ENOUGH or _bare(day.text, row.when)


def _bare(day: str, when: str) -> bool:
    """31日 is one of any month that is printed."""
    return day[0].isdigit() and "月" not in day and bool(re.search(rf"(?<!\d){day[:-1]}\s?[日号]", when))


def _when(query: Query, row: _Row) -> str:
    """Day and hours; the hour may be the last cell: 10月26日《某某》 某晒坝 晚7点半."""
    hours = [] if row.timed else [cell for cell in row.cells if _HOUR.fullmatch(cell)]
    if not row.timed and not hours and _ASKS_HOUR.search(query.text):
        return ""
    return " ".join((row.when, *hours[:1]))


def _until(query: Query, row: _Row) -> str:
    """The end of the printed hours; 展到几号 asks for a last day, which the row may tell behind its time."""
    if not _ASKS_LAST_DAY.search(query.text):
        return row.until
    last = _LAST_DAY.search(" ".join((row.when, *row.cells)))
    return last["day"] if last else ""


def _where(query: Query, row: _Row) -> str:
    """The cell that is a place and holds nothing of what is asked; all of them where they are nothing but places."""
    if all(_is_place(cell) for cell in row.cells):
        return " ".join(row.cells)
    words = [t for t in query.terms if t.weight >= 0.5 and not _DAY.fullmatch(t.text)]
    rest = [cell for cell in row.cells if not any(_share(t, compact(cell)) for t in words)]
    places = [cell for cell in rest if _is_place(cell)]
    if len(row.cells) < 2:
        return ""
    others = [cell for cell in rest if not (_NO_PLACE.search(cell) or _HOUR.fullmatch(cell))]
    return places[0] if places else others[0] if len(others) == 1 else ""


def _is_place(cell: str) -> bool:
    return are_places(_BRACKETS.sub("", cell)) and not _NO_PLACE.search(cell)


def _what(query: Query, row: _Row) -> str:
    return " ".join(row.cells)


def _on_duty(query: Query, row: _Row) -> str:
    """The names behind the asked label: 带班领导 for 谁带班, 值班人员 for 谁值班."""
    asked = _ASKS_DUTY.search(query.text)
    duty = (asked["duty"] or asked["behind"]) if asked else ""
    pairs = re.findall(r"(\S*?[班守勤岗]\S{0,4}?)[\s：:]+([\u4e00-\u9fff、·]+)", " ".join(row.cells))
    return next((names for label, names in pairs if duty and duty in label), "")
