"""从哪里来, 到哪里去: the place behind a preposition that points the asked way, told with a verb of the asked sort.

A place of such a sentence needs no ending by which places are known (柳园口, 随泽): where it stands says enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, outward_kind
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_groups, load_pattern
from index.language.scripts import compact
from index.understanding.query import Query, Term

_TO = load_pattern("answering.bearings.to")
_FROM = load_pattern("answering.bearings.from")
_TO_MANY = load_pattern("answering.bearings.to_many")
_ITSELF = load_pattern("answering.bearings.itself")
_ROW = load_pattern("answering.bearings.row")
_FIGURE = re.compile(r"\d")
_COMES_FROM = load_pattern("answering.bearings.comes_from")
_BROAD = load_pattern("answering.bearings.broad")
_NOWHERE = load_pattern("answering.bearings.nowhere")
_OUT_OF, _TOWARDS = load_pattern("answering.bearings.out_of"), load_pattern("answering.bearings.towards")
_AFTER = load_pattern("answering.bearings.after")  # what goes on behind a place
_END = r"(?=[，。；：、,;（）()”]|$)"
_PLACE = r"(?P<x>[^，。；：、,;（）()]{2,18}?)"
_KINDS = ("organisation", "list")
_ENOUGH = 0.66
_HALF = 0.5
_NAME = 2  # letters from which on what stands in front of a verb names something
_ADVERBS = load_pattern("answering.bearings.adverbs")
_ITS_GOODS = load_pattern("answering.bearings.its_goods")
_OWN = 0.15  # what the clause of the place itself adds
_CLEAR = 0.03  # how much better than another place the one that is told has to be accounted for
_SAID_ITSELF = load_pattern("answering.bearings.said_itself")
_DIRECT = load_pattern("answering.bearings.direct")
_MARKS = "，；。：,;:"
_ARRIVES = "往至入抵达于"  # 发往, 并入: no preposition stands behind such a verb


@dataclass(frozen=True, slots=True)
class _Spot:
    """A printed place: its words, where they stand, and how much of the question is told up to it."""

    name: str
    start: int
    end: int
    share: float
    evidence: Evidence


def by_bearing(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The place from where or to where it went; None where no sentence prints it, or two equally near do.

    Args:
        pool: sentences near the question, best passages first.
    """
    source = _FROM.search(query.text) or _ITSELF.search(query.text)
    many = _TO_MANY.search(query.text) if source is None else None
    asked = source or many or _TO.search(query.text)
    if asked is None or (many is not None and _SAID_ITSELF.search(query.text)):
        return None  # 除了泰国还出口到哪几个国家
    sort = asked.groupdict().get("sort") or ""
    told = _told_as(asked["verb"], sort, source=source is not None)
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if t.weight >= 0.5)
    found: dict[str, _Spot] = {}
    for evidence in pool if terms or query.links else ():
        matches = tuple(told.finditer(evidence.text))
        for match in matches if matches and slots_fit(query, evidence) else ():
            spot = _spot(terms, evidence, match)
            sort_told = many is not None and many["of"] and many["of"] in spot.name  # 等6个国家
            if spot.share and (sort_told or (many is not None and asked["verb"] in match[0])):
                spot = replace(spot, share=spot.share + _OWN)
            if spot.share >= _ENOUGH and _is_place(spot.name) and spot.share > _share_of(found.get(spot.name)):
                found[spot.name] = spot
    return _told(query, sorted(found.values(), key=lambda one: -one.share), many=many is not None)


def _told(query: Query, found: Sequence[_Spot], *, many: bool) -> Draft | None:
    """The best place; where many are asked for, all those that one sentence tells as well."""
    if not found:
        return None
    best, *others = found
    near = [one for one in others if best.share - one.share < _CLEAR]
    if near and not (many and all(one.evidence is best.evidence for one in near)):
        return None
    low, high = min(one.start for one in (best, *near)), max(one.end for one in (best, *near))
    name = best.evidence.text[low:high].strip("“” ") if near else best.name
    kind = outward_kind(query.kind) if query.kind in _KINDS else "place"
    return Draft("answered", kind, name, (best.evidence.proof,), confidence=0.85)


def _share_of(spot: _Spot | None) -> float:
    return spot.share if spot is not None else 0.0


def _spot(terms: tuple[Term, ...], evidence: Evidence, match: re.Match[str]) -> _Spot:
    """The place of a match with those in one row with it: 广州、深圳、长沙等地, 德国、日本等18个国家."""
    text, low, high = evidence.text, match.start("x"), match.end("x")
    row = _ROW.match(text, high)
    whole = text[low : row.end()] if row else ""
    if row and ("等" in whole or not _FIGURE.search(whole)):
        high = row.end()
    share = 0.0 if _of_another(terms, evidence, match.start()) else _share(terms, evidence, match.start())
    return _Spot(text[low:high].strip("“” "), low, high, share, evidence)


def _of_another(terms: tuple[Term, ...], evidence: Evidence, at: int) -> bool:
    """竹筷卖到日本 is nothing of the waterworks that the paragraph began with; 果子, 产品 are of what was named."""
    start, _ = segment_of(evidence.text, at)
    low, _ = segment_of(evidence.text, at, _MARKS)
    subject = _ADVERBS.sub("", evidence.text[low:at])
    if not subject and low > start:
        subject = _ADVERBS.sub("", evidence.text[start : segment_of(evidence.text, start, _MARKS)[1]])
    so_far, subject = evidence.clause((start, at)), compact(_ITS_GOODS.sub("", subject))
    if len(subject) < _NAME or not terms:
        return False
    return not any(explained(t.text, so_far).score >= _HALF or t.text[-_NAME:] in subject for t in terms)


def _share(terms: tuple[Term, ...], evidence: Evidence, at: int) -> float:
    """How much of the question is told up to the place: what a sentence begins with holds for its later clauses.

    Of two clauses that account for as much, the one that says it by itself comes first.
    """
    low, high = segment_of(evidence.text, at, _MARKS)
    start, end = segment_of(evidence.text, at)
    own, so_far, later = (evidence.clause(span) for span in ((low, high), (start, high), (high, end)))
    opening = "" if evidence.own in evidence.head else evidence.head
    around = ((evidence.before, 0.8), (opening, 0.8), (evidence.heading, 0.8))
    share, missing, _ = coverage(terms, ((so_far, 1.0), (later, 0.3), *around))
    if any(term.critical or term.weight >= 1.0 for term in missing):
        return 0.0
    return share + _OWN * coverage(terms, ((own, 1.0),))[0]


def _is_place(name: str) -> bool:
    return len(name) > 1 and not _NOWHERE.search(name)


@lru_cache(maxsize=256)
def _told_as(verb: str, sort: str, *, source: bool) -> re.Pattern[str]:
    group = next((group for group in _verbs() if verb in group or verb[:1] in group), (verb,))
    verbs = "|".join(sorted(map(re.escape, {*group, verb}), key=len, reverse=True))
    named = bool(sort) and not _BROAD.fullmatch(sort)
    place = rf"(?P<x>[^，。；：、,;（）()]{{1,14}}?{re.escape(sort[-1:])})" if named else _PLACE
    if source:
        left = rf"{_OUT_OF.pattern}(?=.{{2,20}}?(?:{verbs}))|{_COMES_FROM.pattern}"
        return re.compile(rf"(?:{left}){place}(?:{verbs}|{_END})")
    direct = "|".join(one for one in group if _DIRECT.fullmatch(one))
    arrived = "|".join(sorted((one for one in group if one[-1] in _ARRIVES and len(one) > 1), key=len, reverse=True))
    went = rf"(?:{verbs}){_TOWARDS.pattern}" + "".join(f"|{one}" for one in (arrived, direct) if one)
    return re.compile(rf"(?:{went})了?{place}(?:{_END}|{_AFTER.pattern})")


@lru_cache(maxsize=1)
def _verbs() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group) for group in load_groups("bearing_verbs"))
