"""How often a bus comes: 每15分钟一班, 发车间隔由30分钟缩短为20分钟, of the line that is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query

_ASKS = load_pattern("answering.runs.asks")
_ASKS_BEFORE = load_pattern("answering.runs.asks_before")
_ASKING = load_pattern("answering.runs.asking")
_TIME = r"(?:\d+(?:\s?[—–~～至到-]+\s?\d+)?|半|一|两|[二三四五]?十五?)个?半?(?:分钟|小时|钟头)"
_EVERY = re.compile(
    rf"(?P<every>(?:每?隔?{_TIME}|每(?:个)?小时)(?:左右)?(?:发车?|开行|有)?(?:[一1](?:班|趟|列|辆)|/班|[一1]?个?班次|发车))"
    rf"|间隔(?:时间)?(?:约|为|是|缩短至|缩短为|[：:\s])*(?P<apart>{_TIME})"
)
_CHANGED = re.compile(
    rf"(?:由|从)(?:原来的?)?每?(?:隔)?(?P<before>{_TIME})[^，。；]{{0,12}}?(?:至|到|为|成)每?(?:隔)?(?P<now>{_TIME})"
)
_ENOUGH, _HALF = 0.66, 0.5


def how_often(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The printed interval of the asked line; None where no part of a sentence about it prints one."""
    if not _ASKS.search(query.text):
        return None
    terms = tuple(t for t in query.terms if t.weight >= _HALF and not _ASKING.fullmatch(t.text))
    best: tuple[float, Draft] | None = None
    for evidence in pool if terms or query.links else ():
        if evidence.sentence.role == "headline" or not links_fit(query, evidence):
            continue
        for part, span, said in _intervals(query, evidence.text):
            own, around = evidence.clause(span), evidence.clause(part)
            regions = ((around, 1.0), (evidence.own, 0.7), (evidence.before, 0.6), (evidence.heading, 0.8))
            share, missing, _ = coverage(terms, regions)
            near, far, _ = coverage(terms, ((around, 1.0), (evidence.heading, 0.8)))
            if share < _ENOUGH or near < _HALF or any(t.critical for t in (*missing, *far)):
                continue
            when = tuple(t for t in terms if not t.critical)
            apart = coverage(when, ((own, 1.0),))[0] if when and span != part else 0.1 * (span == part)
            score = share + near + apart - 0.002 * evidence.rank
            if best is None or score > best[0]:
                best = score, Draft("answered", "date", said, (evidence.proof,))
    return best[1] if best else None


def _intervals(query: Query, text: str) -> Iterator[tuple[Span, Span, str]]:
    """(part between full stops and semicolons, clause, the interval as it is now, or was where that is asked)."""
    folded = fold(text)
    low = 0
    for end in [match.end() for match in re.finditer(r"[；。;]|$", folded)]:
        changed, every = _CHANGED.search(folded, low, end), list(_EVERY.finditer(folded, low, end))
        if changed is not None:
            yield (low, end), (low, end), changed["before" if _ASKS_BEFORE.search(query.text) else "now"]
        elif len(every) == 1:
            yield (low, end), (low, end), every[0]["every"] or every[0]["apart"]
        else:
            yield from _several(folded, low, end, every)
        low = end


def _several(text: str, low: int, end: int, every: Sequence[re.Match[str]]) -> Iterator[tuple[Span, Span, str]]:
    """高峰15分钟一趟，平峰25分钟一趟: each in its own clause, and both for who asks for neither."""
    spans = []
    for match in every:
        first = max(text.rfind(mark, low, match.start()) for mark in "，,、") + 1
        spans.append((first or low, match.end()))
        yield (low, end), (first or low, match.end()), match["every"] or match["apart"]
    if spans:
        yield (low, end), (low, end), text[spans[0][0] : spans[-1][1]]
