"""哪个站可与2号线换乘, 纳税居首的企业是哪家: what is told is given, and who or what it is told of is asked for.

The clause has to hold what is told, word for word or nearly; what stands in front of it there is the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import compact_word, coverage, explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query, Term

_FRONT = load_pattern("answering.subject_asked.front")
_BEHIND = load_pattern("answering.subject_asked.behind")
_LEAD = load_pattern("answering.subject_asked.lead")
_TAIL = load_pattern("answering.subject_asked.tail")
_OPENING = load_pattern("answering.subject_asked.opening")
_NO_NAME = load_pattern("answering.subject_asked.no_name")
_HELD = 0.9  # how well a word of what is told must stand in the clause
_ENOUGH = 0.8  # share of the question that the clause and what is around it account for
_STRONG = 0.5
_SHORTEST, _LONGEST = 2, 24  # code points of a name


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for.

    Attributes:
        told: words of what is told. least: how many of them the clause must hold. sort: of the one that it is told
        of (公司), or "".
    """

    told: tuple[Term, ...]
    least: int
    sort: str


def subject_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The one that the asked thing is told of; None where no clause tells just that."""
    asked = _asked(query)
    if asked is None:
        return None
    greatest = query.kind == "compare" and "最" in query.text  # 哪个投资最多: 甲项目投资2亿元 does not say so
    best: tuple[float, str, Evidence] | None = None
    for evidence in pool:
        if evidence.sentence.role != "paragraph" or not slots_fit(query, evidence):
            continue
        for span in clause_spans(evidence.text):
            if greatest and "最" not in evidence.text[slice(*span)]:
                continue
            share = _share(query, asked, evidence, span)
            if share < _ENOUGH or (best is not None and share <= best[0]):
                continue
            name = _name(asked, evidence, span)
            if name and _is_of_sort(asked.sort, name, evidence) and name not in query.text:
                best = share, name, evidence
    if best is None:
        return None
    return Draft("answered", "text", best[1], (best[2].proof,), confidence=round(best[0], 3))


def _asked(query: Query) -> _Asked | None:
    match = _BEHIND.search(query.text) or _FRONT.search(query.text)
    if match is None:
        return None
    low, high = match.span("deed")
    told = [t for t in query.terms if low <= t.start and t.end <= high and t.weight >= _STRONG]
    if match.re is _BEHIND:
        told = told[-2:]  # what stands further in front says where and of what
    least = 1 if match.re is _BEHIND else len(told)
    return _Asked(tuple(told), least, match["sort"] or match.groupdict().get("before") or "") if told else None


def _share(query: Query, asked: _Asked, evidence: Evidence, span: Span) -> float:
    """How far the clause and what is around it account for the question; 0 where it does not hold what is told."""
    clause = evidence.clause(span)
    if sum(explained(term.text, clause).score >= _HELD for term in asked.told) < asked.least:
        return 0.0
    segment = evidence.clause(segment_of(evidence.text, span[0]))
    rest = tuple(t for t in query.terms if t.text not in asked.sort)
    share, missing, _ = coverage(rest, ((clause, 1.0), (segment, 0.95), *evidence.regions))
    return 0.0 if any(term.critical for term in missing) else share


def _name(asked: _Asked, evidence: Evidence, span: Span) -> str:
    """What stands in front of what is told; where nothing does, what the part of the sentence opens with."""
    text = fold(evidence.text)
    starts = [at for term in asked.told for at in _starts(term, text[slice(*span)])]
    if not starts:
        return ""
    front = text[span[0] : span[0] + min(starts)]
    low, _ = segment_of(text, span[0])
    name = _trimmed(front)
    if not name and low < span[0]:
        opening = _OPENING.match(_LEAD.sub("", text[low : span[0]]))
        name = _trimmed(opening["name"]) if opening else ""
    at = text.find(name) if name else -1
    named = _SHORTEST <= len(name) <= _LONGEST and not _NO_NAME.search(name)
    return evidence.text[at : at + len(name)] if named and at >= 0 else ""


def _starts(term: Term, clause: str) -> Iterator[int]:
    """Where a word, or what is printed for it, stands in the clause."""
    for word in dict.fromkeys((term.text, compact_word(term.text), explained(term.text, clause).printed)):
        if word and (at := clause.find(word)) >= 0:
            yield at


def _trimmed(front: str) -> str:
    """桐湾广场站 of 其中桐湾广场站可与."""
    name = _LEAD.sub("", front.strip("，；。、：,;: 　"))
    while (match := _TAIL.search(name)) is not None:
        name = name[: match.start()].rstrip("，, ")
    return name


@lru_cache(maxsize=1)
def _sorts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sort, re.compile(ends)) for sort, ends in load_table("subject_sorts"))


def _is_of_sort(sort: str, name: str, evidence: Evidence) -> bool:
    """A village is no firm; a name whose ending tells no sort has to stand in a row of names of its article."""
    said = {own for own, ends in _sorts() if ends.search(name)}
    asked = {own for own, ends in _sorts() if ends.search(sort)}
    if said:
        return not asked or bool(asked & said)
    whole = evidence.page.whole
    return bool(asked) and (f"、{name}" in whole or f"{name}、" in whole)
