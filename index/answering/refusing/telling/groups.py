"""Is what is told of the asked round, the asked group, the asked one of its sort?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index.answering.evidence.explain import explained
from index.answering.refusing.premises import given_counts, prints
from index.answering.refusing.telling.spots import Spot
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.understanding.query import Query

_NTH = load_pattern("answering.groups.nth")
_IN_TURN = load_pattern("answering.groups.in_turn")
_NO_SORT = load_pattern("answering.groups.no_sort")
_NO_NAME = load_pattern("answering.groups.no_name")
_N = r"(?:\d+(?:\.\d+)?|[两二三四五六七八九十百]{1,4})"
_NAMED = 0.5
_LONGEST = 10  # letters of a name before the word for what it is
_SENTENCE = 24  # letters from which an answer is a sentence
_ENDS = "，,；;。：:、"


def of_another_nth(query: Query, spot: Spot) -> bool:
    """首茬 is asked, and the last one named before the answer is 第二茬."""
    asked = {(_number(match), match["of"]) for match in _NTH.finditer(query.text)}
    if len(asked) != 1 or _IN_TURN.search(spot.text):
        return False
    (wanted,) = asked
    clause = spot.text[spot.low : spot.high]
    if any((_number(match), match["of"]) == wanted for match in _NTH.finditer(clause)):
        return False
    named = [_number(match) for match in _NTH.finditer(spot.text, 0, spot.start) if match["of"] == wanted[1]]
    return bool(named) and named[-1] != wanted[0]


def _number(match: re.Match[str]) -> float:
    return parse_number(match["n"]) if match["n"] else 1.0


def of_another_group(query: Query, spot: Spot) -> bool:
    """春季那36个开工项目 is asked of a page that tells of them, and 开工项目31个 stands with the answer."""
    before = compact(spot.text[: spot.start])
    for given in given_counts(query.text):
        own = rf"(?<!\d)(?:{given.value:g}|{re.escape(given.said[:-1])}){given.unit}"
        counted = [
            match
            for side in (rf"(?<![第\d.])(?P<n>{_N}{given.unit})[\u4e00-\u9fff]{{0,4}}?{given.noun}",
                         rf"{given.noun}[\u4e00-\u9fff]{{0,3}}?(?P<n>{_N}{given.unit})")
            for match in re.finditer(side, before)
        ]
        last = max(counted, key=lambda match: match.start("n"), default=None)
        if last is None or re.fullmatch(own, last["n"]) or not prints(given, spot.page):
            continue
        told = before if re.search(own, before) else ""
        if (told and "其中" not in told) or not re.search(own, compact(spot.around)):
            return True
    return False


def of_another_of_its_sort(query: Query, spot: Spot) -> bool:
    """生物产业链 is asked, which the page names elsewhere; the last 产业链 before the answer is 光电产业链."""
    worded = spot.end - spot.start >= _SENTENCE
    before = compact(spot.text[: spot.end if worded else spot.start])
    whole = compact(spot.around) + compact(spot.sentence.text.text) + spot.page.heading
    for name, sort in _names(query):
        if _NO_SORT.search(sort) or compact(name + sort) not in spot.page.whole:
            continue
        if explained(name, whole).score >= _NAMED:
            continue
        at = before.rfind(sort)
        named = before[max(at - _LONGEST, 0) : max(at, 0)]
        other = re.split(f"[{_ENDS}]", named)[-1]
        if at >= 0 and len(other) > 1 and not _NO_NAME.search(other):
            return True
    return False


def _names(query: Query) -> Iterator[tuple[str, str]]:
    """(生物, 产业链): words of the question that stand together, the first telling which one; the parts of one word."""
    for term in query.terms:
        for size in (3, 2):
            if term.weight >= 1.0 and len(term.text) >= size + 2:
                yield term.text[:-size], term.text[-size:]
    for first, head in pairwise(sorted(query.terms, key=lambda term: term.start)):
        together = first.end == head.start and first.weight >= 1.0 and head.weight >= 1.0
        if together and len(first.text) > 1 and len(head.text) > 1:
            yield first.text, head.text
