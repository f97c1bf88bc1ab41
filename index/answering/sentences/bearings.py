"""从哪里来, 到哪里去: the place behind a preposition that points the asked way, told with a verb of the asked sort.

A place of such a sentence needs no ending by which places are known (柳园口, 随泽): where it stands says enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_groups, load_pattern
from index.understanding.query import Query, Term

_TO = load_pattern("answering.bearings.to")
_FROM = load_pattern("answering.bearings.from")
_COMES_FROM = load_pattern("answering.bearings.comes_from")
_BROAD = load_pattern("answering.bearings.broad")
_NOWHERE = load_pattern("answering.bearings.nowhere")
_OUT_OF, _TOWARDS = load_pattern("answering.bearings.out_of"), load_pattern("answering.bearings.towards")
_AFTER = load_pattern("answering.bearings.after")  # what goes on behind a place
_END = r"(?=[，。；：、,;（）()”]|$)"
_PLACE = r"(?P<x>[^，。；：、,;（）()]{2,18}?)"
_ENOUGH = 0.66
_OWN = 0.15  # what the clause of the place itself adds
_CLEAR = 0.03  # how much better than another place the one that is told has to be accounted for
_MARKS = "，；。：,;:"
_ARRIVES = "往至入抵达于"  # 发往, 并入: no preposition stands behind such a verb


def by_bearing(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The place from where or to where it went; None where no sentence prints it, or two equally near do.

    Args:
        pool: sentences near the question, best passages first.
    """
    source, goal = _FROM.search(query.text), _TO.search(query.text)
    asked = source or goal
    if asked is None:
        return None
    told = _told_as(asked["verb"], asked["sort"] or "", source=source is not None)
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if t.weight >= 0.5)
    found: dict[str, tuple[float, Evidence]] = {}
    for evidence in pool if terms or query.links else ():
        matches = tuple(told.finditer(evidence.text))
        for match in matches if matches and slots_fit(query, evidence) else ():
            name = match["x"].strip("“” ")
            share = _share(terms, evidence, match.start())
            if share >= _ENOUGH and _is_place(name) and share > found.get(name, (0.0, evidence))[0]:
                found[name] = share, evidence
    if not found:
        return None
    (name, (share, evidence)), *others = sorted(found.items(), key=lambda one: -one[1][0])
    if others and share - others[0][1][0] < _CLEAR:
        return None
    if query.kind == "organisation":
        return Draft("answered", "organisation", name, (evidence.proof,), confidence=0.85)
    return Draft("answered", "place", name, (evidence.proof,), confidence=0.85)


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
    arrived = "|".join(sorted((one for one in group if one[-1] in _ARRIVES and len(one) > 1), key=len, reverse=True))
    went = rf"(?:{verbs}){_TOWARDS.pattern}" + (rf"|{arrived}" if arrived else "")
    return re.compile(rf"(?:{went})了?{place}(?:{_END}|{_AFTER.pattern})")


@lru_cache(maxsize=1)
def _verbs() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group) for group in load_groups("bearing_verbs"))
