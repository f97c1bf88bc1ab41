"""Things of one name that only a number tells apart: 六行 and 三行 machines, the first and the second payment."""

from __future__ import annotations

import re

from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.numerals import parse_number, units
from index.language.scripts import fold
from index.records import Fact
from index.understanding.query import Query

_NUMBERED = load_pattern("answering.variants.numbered")
_LETTERED = load_pattern("answering.variants.lettered")
_JOINS = load_pattern("answering.variants.joins")
_SPREAD = load_pattern("answering.variants.spread")
_ENDS = "；;。"
_Variant = tuple[str, str, float]  # 第 or nothing, what is numbered, its number


def of_another_variant(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """三行的最高补26万元，六行的最高补60万元: 26万元 is nothing about 六行.

    Where the sentence prints the asked one and another one, the last of them in front of a value is the value's own.
    """
    text = evidence.text
    if _of_another_letter(query, text, fact):
        return True
    asked = {key for match in _NUMBERED.finditer(query.text) if (key := _variant(match)) is not None}
    if not asked or _SPREAD.search(text):
        return False
    low = start_of(text, fact.start, _ENDS)
    ends = [at for mark in _ENDS if (at := text.find(mark, fact.end)) >= 0]
    printed = [
        (match, key)
        for match in _NUMBERED.finditer(text, low, min(ends, default=len(text)))
        if not fact.start <= match.start() < fact.end and (key := _variant(match)) is not None
    ]
    for one in asked:
        alike = [(match, key) for match, key in printed if key[:2] == one[:2]]
        named = {key for _, key in alike}
        if one not in named or len(named) < 2:
            continue
        before = [(match, key) for match, key in alike if match.end() <= fact.start]
        if before and one not in _last_named(text, before):
            return True
    return False


def _of_another_letter(query: Query, text: str, fact: Fact) -> bool:
    """B类有多少件: of （A类）52件；（B类）31件 the first is told of the other letter alone."""
    asked = {(match["n"], match["of"]) for match in _LETTERED.finditer(query.text)}
    if not asked:
        return False
    low = start_of(text, fact.start, _ENDS)
    named = {(match["n"], match["of"]) for match in _LETTERED.finditer(fold(text[low : fact.start]))}
    alike = {one for one in named if any(one[1] == of for _, of in asked)}
    return bool(alike) and not alike & asked


def _last_named(text: str, before: list[tuple[re.Match[str], _Variant]]) -> set[_Variant]:
    """The last one named, with those that are joined to it: 一期、二期."""
    held = {before[-1][1]}
    for (match, key), (after, _) in zip(before[-2::-1], before[:0:-1], strict=False):
        if not _JOINS.fullmatch(text, match.end(), after.start()):
            break
        held.add(key)
    return held


def _variant(match: re.Match[str]) -> _Variant | None:
    """第二批 as (第, 批, 2); None for an amount, which tells nothing apart."""
    of = match["of"]
    if not match["nth"] and units().get(of) in ("money", "percent", "points"):
        return None
    said = "一" if match["n"] in "首头" else match["n"]
    return ("第" if match["nth"] or match["n"] in "首头" else "", of, parse_number(said))
