"""去医院坐几路车: the lines that a sentence names for getting there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.lines.asks")
_ONE = r"(?:[A-Za-z]{0,2}\d{1,4}(?:路|号线|线)?|(?![一两二三四五六七八几多]条)[\u4e00-\u9fff]{2,6}(?:专线|快线|旅游线))"
_ROW = rf"{_ONE}(?:、{_ONE})*(?:(?:和|或者?|及|与){_ONE})?(?<=[路线])"
_LINES = re.compile(
    rf"(?:乘坐?|搭乘|坐|换乘|转乘)(?:公交车?)?(?P<ride>{_ROW})"
    rf"|(?:开通|新开|增开|开行|设有|途经的?有?)了?(?:公交)?(?P<runs>{_ROW})"
    rf"|(?P<reach>{_ROW})(?:公交车?|专线|公交专线)?(?:均|都)?(?:可|能)?(?:以)?(?:直达|到达|经停|通达|途经|延伸至|延伸到|延长至|延长到|开往|开到)"
)
_NAMED = re.compile(
    rf"(?:^|[；;。：:])\s*(?:[①-⑩\d][.、)]?\s?)?(?P<line>{_ROW})(?=[，、：:\s\u3000（(])(?P<rest>[^；;。]*)"
)
_ASKING = load_pattern("answering.lines.asking")
_ENOUGH = 0.75


def asks_lines(text: str) -> bool:
    """坐几路车 is asked."""
    return bool(_ASKS.search(text))


def names_line(text: str) -> bool:
    """An answer that has a line in it."""
    return bool(re.search(r"\d路|号线|专线|快线|公交|班车", text))


def lines_to(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The lines to the asked place; None where no sentence with them names it."""
    if not _ASKS.search(query.text):
        return None
    terms = tuple(
        t for t in query.terms if t.weight >= 0.5 and not (_ASKS.search(t.text) or _ASKING.fullmatch(t.text))
    )
    best: tuple[float, Draft] | None = None
    for evidence in pool if terms else ():
        matches = list(_LINES.finditer(evidence.text))
        if not matches or not links_fit(query, evidence):
            continue
        share, missing, _ = coverage(terms, ((evidence.own, 1.0), (evidence.heading, 0.8)))
        own, _, _ = coverage(terms, ((evidence.own, 1.0),))
        if share < _ENOUGH or own < 0.5 or any(term.critical for term in missing):
            continue
        said = "、".join(dict.fromkeys(m["ride"] or m["runs"] or m["reach"] for m in matches))
        if best is None or share + own > best[0]:
            best = share + own, Draft("answered", "text", said, (evidence.proof,), confidence=0.9)
    return best[1] if best else _named_line(query, terms, pool)


def _named_line(query: Query, terms: tuple[Term, ...], pool: Sequence[Evidence]) -> Draft | None:
    """2号线，总站至老街，票价3元: the line at the head of the part that names all the asked places, with the part."""
    if not terms:
        return None
    for evidence in pool:
        if not links_fit(query, evidence):
            continue
        for match in _NAMED.finditer(evidence.text):
            _, missing, _ = coverage(terms, ((evidence.clause(match.span("rest")), 1.0),))
            if not missing:
                said = evidence.text[match.start("line") : match.end()].strip("，；。 ")
                return Draft("answered", "text", " ".join(said.split()), (evidence.proof,), confidence=0.9)
    return None
