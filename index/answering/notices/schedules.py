"""Is it open on that day of the week: the asked day against the printed ones (每周二、周四; 工作日; 周一闭馆)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.answering.evidence import texts
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import contrast_fits, links_fit
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query, Term

_DAYS = "一二三四五六日"
_ASKED = load_pattern("answering.schedules.asked")
_SET = load_pattern("answering.schedules.set")
_PIECE = load_pattern("answering.schedules.piece")
_CLOSED = load_pattern("answering.schedules.closed")
_CLOSED_AHEAD = load_pattern("answering.schedules.closed_ahead")  # 暂不在周末办理
_BUT_HOLIDAYS = load_pattern("answering.schedules.but_holidays")
_CAN = load_pattern("answering.schedules.can")
_OPENS = load_pattern("answering.schedules.opens")
_OPENING = load_pattern("answering.schedules.opening")
_ENOUGH = 0.6
_LONGEST = 110
_WEEKEND = frozenset({5, 6})


def open_on(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """是 or 否 with the printed days; None where no sentence about the same thing prints days of the week."""
    asked = _ASKED.search(query.text)
    if asked is None or query.kind not in ("yesno", "text") or not _CAN.search(query.text):
        return None
    wanted = {5, 6} if asked["both"] else {_number(asked["day"])}
    terms = without(query.terms, (asked.span(),))
    shut_terms = tuple(t for t in terms if not _OPENS.fullmatch(t.text))  # 温室周一开门吗: of 周一温室不开
    best: tuple[float, Draft] | None = None
    other = False  # only the other day of the weekend is printed
    for evidence in pool:
        if evidence.sentence.role == "headline" or not (links_fit(query, evidence) and contrast_fits(query, evidence)):
            continue
        regions = (
            (evidence.own, 1.0), (evidence.before, 0.8), (evidence.head, 0.7), (evidence.heading, 0.8),
            (evidence.page.whole, 0.6),
        )  # fmt: skip
        share, missing, _ = coverage(terms, regions)
        only_shut = share < _ENOUGH and bool(shut_terms)
        if only_shut:
            share, missing, _ = coverage(shut_terms, regions[:1])
        if share < _ENOUGH or any(term.critical for term in missing):
            continue
        for span, days, closed in _printed(evidence.text):
            held = bool(wanted & days)
            if only_shut and not (held and closed):
                continue
            if not held and not closed and days <= _WEEKEND:
                other = True  # that Saturdays are open, too, says nothing of Sundays
                continue
            yes = held != closed
            near = 0.3 * coverage(terms, ((evidence.clause(_clause(evidence.text, span)), 1.0),))[0]
            shut = 0.5 * (held and closed)  # 每天开放，周一闭馆: what is said of the day itself
            score = 1.5 * share + near + 0.2 * held + shut + 0.03 * len(days) - 0.002 * evidence.rank
            if best is None or score > best[0]:
                said = evidence.text[slice(*_wide(evidence, _clause(evidence.text, span), terms))].strip("，；。：、 ")
                opening = _OPENING.search(query.text)
                word = ("开" if yes else "不开") if opening else "是" if yes else "否"
                best = (score, Draft("answered", "yesno", f"{word}，{said}"[:158], (evidence.proof,)))
    if best is None and other:
        answer = texts.NO_ATTRIBUTE_PLAIN.format(what="这一天是否开放")
        return Draft("not_found", "yesno", answer, reason="attribute")
    return best[1] if best else None


def asked_days(text: str) -> tuple[str, frozenset[int]] | None:
    """(周三, its number from 0) of a question about one day of the week or the weekend."""
    match = _ASKED.search(text)
    if match is None:
        return None
    return match[0], _WEEKEND if match["both"] else frozenset({_number(match["day"])})


def days_in(text: str) -> Iterator[tuple[Span, frozenset[int], bool]]:
    """The sets of days that a text prints: their clause, the days, whether nothing is open on them.

    A single day is a set only where it is that of each week (每周三) or a day of closing.
    """
    for span, days, closed in _printed(text):
        if len(days) > 1 or closed or text[span[0]] == "每":
            yield _clause(text, span), days, closed


def any_day(query: Query) -> Query | None:
    """The question without the day of the week that it names; None where it names none."""
    asked = _ASKED.search(query.text)
    if asked is None or query.kind not in ("date", "duration"):
        return None
    return replace(query, terms=without(query.terms, (asked.span(),)))


def told_of_day(asked: str, printed: str) -> bool:
    """周三 is asked, and the words name days among which it is: 周二至周日9:00至21:00."""
    day = asked_days(asked)
    return day is not None and any(day[1] <= days and not closed for _, days, closed in days_in(printed))


def _wide(evidence: Evidence, clause: Span, terms: tuple[Term, ...]) -> Span:
    """The clause; up to the end of a short sentence where that tells more of what is asked (which desks are open)."""
    own = coverage(terms, ((evidence.clause(clause), 1.0),))[0]
    rest = coverage(terms, ((evidence.clause((clause[0], len(evidence.text))), 1.0),))[0]
    wide = rest > own and len(evidence.text) - clause[0] <= _LONGEST
    return (clause[0], len(evidence.text)) if wide else clause


def _printed(text: str) -> Iterator[tuple[Span, frozenset[int], bool]]:
    """(span, days of the week from 0, whether they are the days on which nothing is open)."""
    folded = fold(text)
    for match in _SET.finditer(folded):
        days = _days(match)
        tail = re.split(r"[，。；,;]", _BUT_HOLIDAYS.sub("", folded[match.end() : match.end() + 40])[:24])[0]
        shut = _CLOSED.search(tail) or _CLOSED_AHEAD.search(folded[: match.start()])
        yield match.span(), frozenset(days), bool(shut)


def _days(match: re.Match[str]) -> set[int]:
    if match["work"]:
        return set(range(5))
    if match["weekend"]:
        return {5, 6}
    if match["every"]:
        return set(range(7))
    days: set[int] = set()
    last, through = -1, False
    for piece in _PIECE.finditer(match["days"]):
        if piece["to"]:
            through = True
            continue
        day = _number(piece["day"])
        days |= set(range(last, day + 1)) if through and 0 <= last <= day else {day}
        last, through = day, False
    return days


def _number(day: str) -> int:
    return _DAYS.index("日" if day == "天" else day)


def _clause(text: str, span: Span) -> Span:
    """The stretch between marks that holds the days, up to the next full stop or semicolon."""
    low = start_of(text, span[0], "，；。：,;")
    return low, end_of(text, span[1], "，；。")
