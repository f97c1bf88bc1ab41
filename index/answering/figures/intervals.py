"""How long from one printed moment to another: 20日22:00至21日6:00 is eight hours, 22:30延至23:20 fifty minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from index.answering.candidates.then_and_now import asks_then
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit, period_fits
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.scripts import fold
from index.understanding.query import Query

_ASKS_HOURS = load_pattern("answering.intervals.asks_hours")
_ASKS_DAYS = load_pattern("answering.intervals.asks_days")
_ASKS_SHIFT = load_pattern("answering.intervals.asks_shift")
_CLOCK = (
    r"(?:凌晨|清晨|早上?|上午|中午|下午|晚上?|当晚)?\s?(?P<{0}h>\d{{1,2}})"
    r"\s?(?:[:：∶]\s?(?P<{0}m>\d{{2}})|[时点](?:(?P<{0}n>\d{{1,2}})分|(?P<{0}half>半))?)"
)
_DAY = (
    r"(?:(?:\d{{4}}\s?年\s?)?(?P<{0}mo>\d{{1,2}})\s?月\s?(?P<{0}d>\d{{1,2}})\s?[日号]"
    r"\s?(?:[（(]\s?(?:星期|周).\s?[)）])?)"
)
_TO = r"\s?(?:起)?\s?(?:至|到|—|–|-|~|～|－)+\s?"
_SPAN = re.compile(
    f"{_DAY.format('a')}?\\s?{_CLOCK.format('a')}{_TO}(?P<next>次日|翌日|第二天)?"
    f"(?:{_DAY.format('b')}|(?P<bday>\\d{{1,2}})\\s?[日号])?\\s?{_CLOCK.format('b')}"
)
_DAYS = re.compile(f"{_DAY.format('a')}{_TO}(?:(?P<bmo>\\d{{1,2}})\\s?月\\s?)?(?P<bd>\\d{{1,2}})\\s?[日号](?!\\s?\\d)")
_SHIFT = re.compile(
    f"(?:由|从|原来的?|原)[^，。；\\d]{{0,6}}{_CLOCK.format('a')}[^，。；\\d]{{0,6}}(?:延|推|提|调|改)[^，。；\\d]{{0,6}}(?:至|到|为){_CLOCK.format('b')}"
)
_SIGNING = load_pattern("answering.intervals.signing")
_ASKS_SIGNING = load_pattern("answering.intervals.asks_signing")
_PRINTED = load_pattern("answering.intervals.printed")
_ENOUGH = 0.66  # weighted share of the content words that must be accounted for
_OWN = 0.4  # share that the sentence itself must account for
_LEAP = 2024  # a year with all its days: only the distance between two days counts
_AFTERNOON = load_pattern("answering.intervals.afternoon")


def answer_interval(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The time between two printed moments; None where the question asks for none or a length is printed."""
    shift = _ASKS_SHIFT.search(query.text)
    if not shift and not _ASKS_HOURS.search(query.text) and not _ASKS_DAYS.search(query.text):
        return None
    if not shift and asks_then(query):
        return None  # 以前要几天: the days printed are those of now
    terms = tuple(t for t in query.terms if not _ASKS_SHIFT.search(t.text) and t.text not in ("晚", "早", "停"))
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if evidence.sentence.role == "headline" or not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        regions = ((evidence.own, 1.0), (evidence.before, 0.75), (evidence.head, 0.7), (evidence.heading, 0.75))
        share, missing, _ = coverage(terms, regions)
        own, _, _ = coverage(terms, ((evidence.own, 1.0),))
        strong = any(term.weight >= 0.5 for term in terms)
        if share < _ENOUGH or (strong and own < _OWN) or any(term.critical for term in missing):
            continue
        if not shift and prints_length(evidence.text):
            return None
        for near, said, detail in _readings(query, evidence, shift):
            score = share + own + near - 0.002 * evidence.rank
            if best is None or score > best[0]:
                best = (score, Draft("answered", "number", said, (evidence.proof,), detail=detail))
    return best[1] if best else None


def _readings(
    query: Query, evidence: Evidence, shift: re.Match[str] | None
) -> Iterator[tuple[float, str, str]]:
    """(how near the words stand, what is said, the arithmetic) for every pair of moments that fits."""
    text = fold(evidence.text)
    if shift:
        for match in _SHIFT.finditer(text):
            minutes = abs(_minutes(match, "b") - _minutes(match, "a"))
            later = _minutes(match, "b") > _minutes(match, "a")
            if minutes and later == (shift["verb"] in ("晚", "推迟", "延长", "延后", "延迟", "多开")):
                said = _length(minutes)
                told = f"{shift['verb']}{said}（{match[0]}）"
                yield _near(query, evidence, match), told, f"{match[0]}，相差{said}（推算）"
        return
    for match in _SPAN.finditer(text) if _ASKS_HOURS.search(query.text) else ():
        length = _between(match)
        if length is not None:
            said, span = _length(length), match[0].strip()
            yield _near(query, evidence, match), f"{said}（{span}）", f"{span}，共{said}（推算）"
    if not _ASKS_DAYS.search(query.text):
        return
    for match in _DAYS.finditer(text):
        if not _only_signing(query, text, match) and (days := _days(match)) is not None:
            yield _near(query, evidence, match), *days


def prints_length(text: str) -> bool:
    """共3天, 历时2小时: there is nothing to work out."""
    return _PRINTED.search(text) is not None


def length_of(stretch: str) -> tuple[str, str] | None:
    """(how long a printed stretch of time lasts, the arithmetic): 10小时, 3天; None where it has no two ends."""
    text = fold(stretch)
    if (match := _SPAN.search(text)) is not None:
        length, said = _between(match), match[0].strip()
        return (f"{_length(length)}（{said}）", f"{said}，共{_length(length)}（推算）") if length else None
    return _days(days) if (days := _DAYS.search(text)) is not None else None


def _days(match: re.Match[str]) -> tuple[str, str] | None:
    """(so many days, the arithmetic), the first and the last counted."""
    month, last = int(match["amo"]), int(match["bmo"] or match["amo"])
    first, end = _date(month, int(match["ad"])), _date(last, int(match["bd"]), later=last < month)
    if first is None or end is None or end <= first:
        return None
    days = (end - first).days + 1
    return f"{days}天（{match[0]}）", f"{match[0]}，首尾两天都算在内，共{days}天（推算）"


def _only_signing(query: Query, text: str, match: re.Match[str]) -> bool:
    """培训几天 of 3月1日至10日报名: so long one may sign up, however long it is."""
    stop = re.search("[，。；,;]", text[match.end() :])
    clause = text[match.end() : match.end() + stop.start()] if stop else text[match.end() :]
    return bool(_SIGNING.search(clause)) and not _ASKS_SIGNING.search(query.text)


def _near(query: Query, evidence: Evidence, match: re.Match[str]) -> float:
    """Half of the share that the words since the last stop account for."""
    low = start_of(evidence.text, match.start(), "；;。")
    clause = evidence.clause((low, end_of(evidence.text, match.end(), "；;。，")))
    return 0.5 * coverage(query.terms, ((clause, 1.0),))[0]


def _minutes(match: re.Match[str], side: str) -> int:
    """Minutes since midnight; words like 下午 before a small hour put it in the second half of the day."""
    held = match.groupdict()
    minutes = int(held[f"{side}m"] or held[f"{side}n"] or (30 if held[f"{side}half"] else 0))
    hour = int(held[f"{side}h"])
    said = match.string[max(match.start(f"{side}h") - 3, 0) : match.start(f"{side}h")]
    return (hour + 12 if hour < 12 and _AFTERNOON.search(said) else hour) * 60 + minutes


def _between(match: re.Match[str]) -> int | None:
    """Minutes between two moments; None where the second is not later, or the days are no days."""
    first, second = _minutes(match, "a"), _minutes(match, "b")
    last = match["bd"] or match["bday"]
    if last and match["amo"]:
        month = int(match["bmo"] or match["amo"])
        start = _date(int(match["amo"]), int(match["ad"]))
        end = _date(month, int(last), later=month < int(match["amo"]))
        if start is None or end is None:
            return None
        began = datetime(start.year, start.month, start.day) + timedelta(minutes=first)
        over = datetime(end.year, end.month, end.day) + timedelta(minutes=second)
        length = int((over - began).total_seconds() // 60)
    else:
        length = second - first + (24 * 60 if match["next"] else 0)
    return length if length > 0 else None


def _date(month: int, day: int, *, later: bool = False) -> date | None:
    try:
        return date(_LEAP + later, month, day)
    except ValueError:
        return None


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return (f"{hours}小时" if hours else "") + (f"{rest}分钟" if rest else "")
