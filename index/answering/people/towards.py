"""Whom a deed was done to, for or on behalf of: 代表谁, 向谁拜年, 谁被约谈 of 县政府对甲厂负责人进行了约谈."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.records import Span
from index.records.answers import Kind
from index.understanding.query import Query

_ASKS_WHOM = load_pattern("answering.towards.asks_whom")
_ASKS_HELD = load_pattern("answering.towards.asks_held")
_FOR = load_pattern("answering.towards.on_behalf").pattern
_HELD = load_pattern("answering.towards.held").pattern
_NO_DEED = load_pattern("answering.towards.no_deed")
_TO = "给向对"
_BEHALF = "代表"
_LONGEST = 380
_TELLS, _ENOUGH = 0.5, 0.6


def towards(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The people or bodies behind the asked preposition, or on the asked side of the deed; None where none is told."""
    held = _ASKS_HELD.search(query.text)
    if held is not None:
        return _of_both(query, held, pool)
    asked = _ASKS_WHOM.search(query.text)
    if asked is None or _NO_DEED.search(asked["deed"]):
        return None
    deed = re.escape(asked["deed"].rstrip("的了呢啊"))
    behalf = asked["prep"] == _BEHALF
    if not behalf and not deed:
        return None
    says = _FOR if behalf else rf"{_alike(asked['prep'])}(?P<x>[^。；]+?){deed}"
    for evidence in _near(query, asked.span("ask") if behalf else asked.span(), pool):
        match = re.search(says, evidence.text)
        if match is not None and len(match["x"]) <= _LONGEST:
            kind: Kind = "list" if "、" in match["x"] else "person"
            return Draft("answered", kind, match["x"].strip("，、 "), (evidence.proof,), confidence=0.85)
    return None


def _alike(prep: str) -> str:
    """给谁拜年 is printed as 向…拜年."""
    return f"[{_TO}]" if prep in _TO else prep


def _of_both(query: Query, asked: re.Match[str], pool: Sequence[Evidence]) -> Draft | None:
    """Who did it, or to whom, of a deed that is printed as 甲对乙进行了约谈."""
    deed = next(words for name, words in asked.groupdict().items() if words)
    doer = asked["did"] is not None or asked["by"] is not None
    for evidence in _near(query, asked.span(), pool):
        match = re.search(_HELD.replace("DEED", re.escape(deed)), evidence.text)
        if match is not None:
            said = match["doer" if doer else "whom"].strip("，、 ")
            return Draft("answered", "organisation" if doer else "person", said, (evidence.proof,), confidence=0.85)
    return None


def _near(query: Query, asked: Span, pool: Sequence[Evidence]) -> list[Evidence]:
    """The sentences that account for what else the question tells, the most telling first."""
    terms = tuple(t for t in without(query.terms, (asked,)) if t.weight >= _TELLS)
    found: list[tuple[float, Evidence]] = []
    for evidence in pool:
        if evidence.sentence.role != "paragraph":
            continue
        share, missing, _ = coverage(terms, evidence.regions) if terms else (1.0, (), ())
        if share >= _ENOUGH and not any(term.critical for term in missing):
            found.append((share - 0.002 * evidence.rank, evidence))
    return [evidence for _, evidence in sorted(found, key=lambda one: -one[0])]
