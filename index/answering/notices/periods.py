"""Whether it is still time: 3月20日还能提意见吗 of 3月10日至31日; 中午办事吗 of 上午8：30—11：30，下午2：00—5：00."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query, Term

_ASKS_DAY = load_pattern("answering.periods.asks_day")
_PERIOD = load_pattern("answering.periods.period")
_OPEN_FOR = load_pattern("answering.periods.open_for")
_SHUT = load_pattern("answering.periods.shut")
_ASKS_NOON = load_pattern("answering.periods.asks_noon")
_ASKS_REST = load_pattern("answering.periods.asks_rest")
_HOURS = load_pattern("answering.periods.hours")
_AFTERNOON = load_pattern("answering.periods.afternoon")
_ASKING = load_pattern("answering.periods.asking")
_ENOUGH, _NOON, _LEAST = 0.6, 12, 0.5
_FOLD = 12  # hours from which on the afternoon is counted anew


def still_time(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Whether the asked day lies in the printed period, with its words; None where no period is of what is asked."""
    asked = _ASKS_DAY.search(query.text)
    if asked is None or query.kind != "yesno":
        return None
    for evidence, _ in about_asked(query, without(query.terms, (asked.span("day"),)), pool):
        text = fold(evidence.text)
        if not _OPEN_FOR.search(text + evidence.heading) or _SHUT.search(text):
            continue
        found = list(_PERIOD.finditer(text))
        if len(found) != 1:
            continue
        match = found[0]
        first = (int(match["month"]), int(match["day"]))
        last = (int(match["until"] or match["month"]), int(match["last"]))
        month = int(asked["month"]) if asked["month"] else first[0] if first[0] == last[0] else 0
        if month and first <= last:
            yes = first <= (month, int(asked["date"])) <= last
            said = evidence.text[slice(*_clause(text, match.span()))].strip("，；。 ")
            return Draft("answered", "yesno", f"{'能' if yes else '不能'}，{said}", (evidence.proof,))
    return None


def at_noon(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Whether there is somebody at noon, by the printed hours; None where no hours are of what is asked."""
    asked = _ASKS_NOON.search(query.text)
    if asked is None or query.kind != "yesno":
        return None
    rests = bool(_ASKS_REST.search(query.text))
    for evidence, _ in about_asked(query, without(query.terms, (asked.span(),)), pool):
        text = fold(evidence.text)
        spans = [(_hour(match, "from"), _hour(match, "to"), match) for match in _HOURS.finditer(text)]
        open_at = [one for one in spans if one[0] < _NOON < one[1]]
        before, after = [s for s in spans if s[1] <= _NOON + 0.5], [s for s in spans if s[0] > _NOON]
        if not open_at and not (before and after):
            continue
        yes = bool(open_at) != rests
        low = (open_at or before)[0][2].start()
        said = evidence.text[low : (open_at or after)[-1][2].end()]
        return Draft("answered", "yesno", f"{'是' if yes else '否'}，{said}"[:150], (evidence.proof,))
    return None


def about_asked(query: Query, terms: tuple[Term, ...], pool: Sequence[Evidence]) -> Iterator[tuple[Evidence, float]]:
    """Sentences of an article that is about what is asked, those that say most of it first."""
    terms = tuple(t for t in terms if t.weight >= _LEAST and not _ASKING.fullmatch(t.text))
    found = []
    for evidence in pool if terms or query.links else ():
        if evidence.sentence.role == "headline" or not links_fit(query, evidence):
            continue
        regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.head, 0.8), (evidence.heading, 0.9))
        share, missing, _ = coverage(terms, regions)
        if share >= _ENOUGH and not any(t.critical for t in missing):
            found.append((share - 0.002 * evidence.rank, evidence))
    yield from ((evidence, share) for share, evidence in sorted(found, key=lambda one: -one[0]))


def _hour(match: re.Match[str], end: str) -> float:
    hour = int(match[f"{end}_h"]) + int(match[f"{end}_m"] or 0) / 60
    late = bool(_AFTERNOON.search(match["half"] or "")) and hour < _FOLD
    return hour + _FOLD if late else hour


def _clause(text: str, span: Span) -> Span:
    low = start_of(text, span[0], "，；。,;")
    return low, end_of(text, span[1], "，；。,;")
