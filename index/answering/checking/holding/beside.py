"""What a claim says beside its point: how many there are of what it is about, and when it was.

58个 of 58个重点项目开复工率91.4% and 3月9日 of 3月9日走访的三家企业 are not what is claimed, but they have to be so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.checking.ground import Ground
from index.answering.checking.holding.binding import Bound
from index.answering.checking.reading.pieces import Piece, among
from index.answering.checking.reading.said_values import Value, comparable, same, values_in, year_of
from index.answering.checking.reading.wordings import segment_of
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.terms import content_terms

_WHOLE = load_pattern("answering.beside.whole")
_GREAT = load_pattern("answering.beside.great")
_BARE = re.compile(r"\d+(?:\.\d+)?")
_PAUSE = re.compile(r"[，,、；;：:]")
_REACH = 12  # letters behind a number in which the name of what is counted stands
_SPANS = ("years", "months", "days")  # 两年 of 两年平均增长6.1%
_FROM_START = load_pattern("answering.beside.from_start")
_SEEN = 0.75
_SCORE = 0.8


def is_beside(value: Value, values: Sequence[Value], piece: Piece) -> bool:
    """The value only says of what or when the rest is said."""
    text = fold(piece.text)
    behind = [v for v in values if v.start >= value.end]
    if value.sort == "date":
        return any(v.is_figure or v.sort in ("place", "award") for v in behind) and behind[0].sort != "clock"
    behind = [v for v in behind if v.is_figure]
    if value.is_figure and not behind and _WHOLE.search(text[value.end :]):
        return True  # 42个重大项目已全部开工
    if not value.is_figure:
        return False
    in_frame = value.end <= among(text)
    return in_frame or any(not _PAUSE.search(text, value.end, v.start) for v in behind)


def counted(value: Value, piece: Piece, ground: Ground, proved: Sequence[Bound]) -> Bound | None:
    """A sentence that tells the same beside the point; or that the proof of the point has another number of it.

    Args:
        proved: what was found of the claim's point.
    """
    if value.sort == "date":
        if any(one.verdict and _dated_otherwise(value, one.evidence) for one in proved):
            return None
        return next((Bound(True, _SCORE, e) for e in ground.pool if _dated(value, e)), None)
    text = fold(piece.text)
    beside = next((one for one in proved if one.verdict and _dated(value, one.evidence)), None)
    if beside is not None:
        return Bound(True, _SCORE, beside.evidence)
    if value.sort in _SPANS:
        said = bool(_FROM_START.search(text[: value.start])) or any(_dated(value, one.evidence) for one in proved)
        return Bound(True, _SCORE, proved[0].evidence) if proved and said else None
    noun = _noun(text, value)
    if not noun or isinstance(value.number, tuple):
        return None
    for one in proved:
        other = _other(value, noun, one) if one.verdict else None
        if other is not None:
            return Bound(False, _SCORE, one.evidence, other)
    found = (e for e in ground.pool if _counts_so(value.number, noun, e))
    return next((Bound(True, _SCORE, evidence) for evidence in found), None)


def _dated(value: Value, evidence: Evidence) -> bool:
    year = year_of(evidence.page.article)
    return any(same(value, one, year) for one in values_in(fold(evidence.text), year))


def _dated_otherwise(value: Value, evidence: Evidence) -> bool:
    """The sentence tells of other months or days only."""
    year = year_of(evidence.page.article)
    dates = [v for v in values_in(fold(evidence.text), year) if v.sort == "date" and isinstance(v.number, tuple)]
    dates = [v for v in dates if isinstance(v.number, tuple) and v.number[1]]
    return bool(dates) and not any(same(value, v, year) for v in dates)


def _noun(text: str, value: Value) -> str:
    """The word that is counted."""
    behind = text[value.end : value.end + _REACH]
    stop = next((v.start for v in values_in(behind)), len(behind))
    terms = content_terms(behind[:stop])
    return terms[0].text if terms else ""


def _counts_so(number: float, noun: str, evidence: Evidence) -> bool:
    text = fold(evidence.text)
    year = year_of(evidence.page.article)
    ends = [v.end for v in values_in(text, year) if v.is_figure and v.number == number]
    ends += [match.end() for match in _GREAT.finditer(text) if _great(match["n"]) == number]
    return any(explained(noun, compact(text[max(0, end - 2 * _REACH) : end + _REACH])).score >= _SEEN for end in ends)


def _great(sign: str) -> float:
    found = "零一二三四五六七八九十".find(sign)
    return float(found if found >= 0 else 2)


def _other(value: Value, noun: str, proof: Bound) -> Value | None:
    """Another number of the same thing, directly in front of it, where the point is proved; none where both stand."""
    text = fold(proof.evidence.text)
    if proof.said is None:
        return None
    low, high = segment_of(text, (proof.said.start, proof.said.end))
    year = year_of(proof.evidence.page.article)
    alike = [v for v in values_in(text, year) if low <= v.start < high and v.is_figure and comparable(value, v)]
    if any(same(value, v, year) for v in values_in(text, year)):
        return None
    return next((v for v in alike if v is not proof.said and text.startswith(noun, v.end)), None)


def tells_all(piece: Piece, proved: Sequence[Bound]) -> bool:
    """Numbers without a unit, of which nothing is known, stand where the claim is proved."""
    text = fold(piece.text)
    known = [(v.start, v.end) for v in values_in(text, 2000)]
    bare = [m for m in _BARE.finditer(text) if not any(low <= m.start() < high for low, high in known)]
    return all(any(m[0] in fold(one.evidence.text) for one in proved) for m in bare)
