"""白鹭在哪拍到的: the place that is printed between 在 and just the asked verb, whatever its name ends in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_ASKS = load_pattern("answering.whereabouts.asks")
_SORT = load_pattern("answering.whereabouts.sort")
_BROAD = load_pattern("answering.whereabouts.broad")
_ADVERB = load_pattern("answering.whereabouts.adverb")
_NOWHERE = load_pattern("answering.whereabouts.nowhere")
_ONLINE = load_pattern("answering.whereabouts.online")
_PLAYS = load_pattern("answering.whereabouts.plays")
_ASKS_GOING = load_pattern("answering.whereabouts.asks_going")
_GOES = load_pattern("answering.whereabouts.goes")
_ENOUGH = 0.66


def by_verb(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The place where it was done, or the one of the asked sort (在哪个教学点); None where no sentence prints it."""
    if query.kind != "place":
        return None
    asked, sort = _ASKS.search(query.text), _SORT.search(query.text)
    if _PLAYS.search(query.text):
        asked = sort = None  # 在哪个城市打: where they go for it
    if sort is not None and not _BROAD.fullmatch(sort["sort"]):
        says = re.compile(rf"在(?P<x>[^，。；：、,;在]{{1,12}}?{re.escape(sort['sort'])})")
        span = sort.span()
    elif asked is not None:
        says = re.compile(rf"在(?P<x>[^，。；：,;在]{{2,16}}?)(?:{_ADVERB.pattern})?{re.escape(asked['verb'])}")
        span = asked.span()
    elif (going := _ASKS_GOING.search(query.text)) is not None:
        says, span = _GOES, going.span()
    else:
        return None
    terms = tuple(t for t in without(query.terms, (span,)) if t.weight >= 0.5)
    best: tuple[float, str, Evidence] | None = None
    for evidence in pool if terms or query.links else ():
        if not slots_fit(query, evidence):
            continue
        for match in says.finditer(evidence.text):
            segment = evidence.clause(segment_of(evidence.text, match.start()))
            share, missing, _ = coverage(terms, ((segment, 1.0), (evidence.before, 0.7), (evidence.heading, 0.7)))
            if (terms and share < _ENOUGH) or any(t.critical for t in missing) or _NOWHERE.search(match["x"]):
                continue
            if _ONLINE.match(evidence.text, match.end()):
                continue  # 在区人事考试网进行 is no place where they sit for it
            if best is None or share > best[0]:
                best = share, match["x"].strip("“” "), evidence
    if best is None:
        return None
    return Draft("answered", "place", best[1], (best[2].proof,), confidence=0.85)
