"""停车位呢 behind 新增多少学位: the value that is printed with another name, of what was asked before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.answering.evidence.draft import Draft, Proof, outward_kind
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence, of_page
from index.answering.evidence.saying import quote_spans, value_text
from index.answering.threads.around import Told
from index.answering.threads.other_time import FROM, TO
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Fact, Span
from index.understanding.followup import is_attribute
from index.understanding.kinds import attribute_kind
from index.understanding.query import Query

_NAMED = load_pattern("answering.another.named")
_TIME = load_pattern("answering.another.time")
_LEADS = load_pattern("answering.another.leads")
_FOR = load_pattern("answering.another.for")
_MEASURE = load_pattern("answering.another.measure")
_DENIED = load_pattern("answering.another.denied")
_LINE = load_pattern("answering.another.line")
_LONGEST_LINE = 120
_SURE = 0.95
_GOES_ON = 2  # sentences behind the answer before that are still about the same
_BEFORE, _ELSEWHERE = 200, 1000
_AMOUNTS = ("money", "count", "measure", "percent", "duration", "points")
_KINDS = (*_AMOUNTS, "date", "phone", "rank")


@dataclass(frozen=True, slots=True)
class _Found:
    """A value with a name: how sure it is that it is its own, and how far from the answer before."""

    sure: int
    far: int
    evidence: Evidence
    fact: Fact


def named_alone(query: Query) -> str | None:
    """停车位 of 那停车位呢; None where more is said than a name."""
    match = _NAMED.match(query.text)
    if match is None or _TIME.fullmatch(match["name"]):
        return None
    return compact(match["name"])


def of_another(query: Query, told: Told) -> Draft | None:
    """The value printed with the name, of the kind told before or as its label; None where two are as good."""
    name = named_alone(query)
    if name is None:
        return None
    found = sorted(_values(name, told), key=lambda one: (-one.sure, one.far))
    if told.fact.kind not in _KINDS:  # 限高呢 behind who built it: right behind its name, in the same paragraph
        near = told.fact.kind in ("organisation", "place")
        found = [one for one in found if near and one.far < 2 * _ELSEWHERE]
    if not found:
        return None
    best = _now(found[0])
    rivals = [o for o in found if o.sure == best.sure and o.fact.value != best.fact.value]
    if any(one.far == best.far for one in rivals):
        return None
    asked = replace(query, kind=_kind_of(best.fact))
    article = best.evidence.page.article.id
    return Draft(
        "answered", outward_kind(asked.kind), value_text(asked, best.evidence, best.fact),
        (Proof(article, quote_spans(best.evidence, best.fact)),), facts=((article, best.fact),),
    )  # fmt: skip


def _now(found: _Found) -> _Found:
    """6:10 of 首班由6:30提前至6:10: what it has become, where it is told what it was."""
    text = found.evidence.text
    for later in found.evidence.values:
        moved = later.start >= found.fact.end and later.kind == found.fact.kind and later.unit == found.fact.unit
        if moved and TO.fullmatch(text[found.fact.end : later.start]) and FROM.search(text[: found.fact.start]):
            return replace(found, fact=later)
    return found


def of_line(query: Query, told: Evidence | None) -> Draft | None:
    """只准公交车通行 for 渔港路呢: the line that opens with the name, where the answer before stands in such a line."""
    name = named_alone(query)
    if name is None or told is None or _LINE.match(told.text) is None:
        return None
    found = []
    for one in of_page(told.page):
        line = _LINE.match(one.text)
        if line is not None and compact(line["name"]) == name and one.number != told.number:
            found.append((one.text[line.end() :].strip("；;。 "), one))
    said, one = found[0] if len(found) == 1 else ("", told)
    return Draft("answered", "text", said, (one.proof,)) if 0 < len(said) <= _LONGEST_LINE else None


def not_so(query: Query, told: Evidence | None) -> Draft | None:
    """大班不招 for 大班呢: what is printed of it in place of a value, in the paragraph of the answer before."""
    name = named_alone(query)
    if name is None or told is None or _is_measure(name):
        return None
    found: dict[str, Evidence] = {}
    for one in of_page(told.page):
        if one.sentence.paragraph != told.sentence.paragraph:
            continue
        for start, end in _places(name, one.text):
            low, high = segment_of(one.text, start, "，；;。")
            if _DENIED.match(one.text, end, high):
                found.setdefault(one.text[low:high].strip(), one)
    if len(found) != 1:
        return None
    said, one = next(iter(found.items()))
    return Draft("answered", "text", said, (one.proof,))


def _kind_of(fact: Fact) -> str:
    return {"measure": "number", "points": "percent"}.get(fact.kind, fact.kind)


def _values(name: str, told: Told) -> Iterator[_Found]:
    measure = _is_measure(name)
    for one in of_page(told.evidence.page):
        if one.sentence.role not in ("paragraph", "table"):
            continue
        beside = one.sentence.paragraph == told.evidence.sentence.paragraph
        if measure and not (beside and 0 <= one.number - told.evidence.number <= _GOES_ON):
            continue  # 总投资 of another one is told elsewhere
        for start, end in _places(name, one.text):
            for fact in one.values:
                sure = _sure(one, (start, end), fact, told.fact, measure) if fact.kind in _KINDS else 0
                if sure and fact != told.fact:
                    yield _Found(sure, _far(one, fact, told, beside), one, fact)


def _far(one: Evidence, fact: Fact, told: Told, beside: bool) -> int:
    """How far a value stands from the one told, those behind it being the nearer ones."""
    if one.number == told.evidence.number:
        return abs(fact.start - told.fact.end) + (_BEFORE if fact.start < told.fact.start else 0)
    return (1 if beside else 2) * _ELSEWHERE + abs(one.number - told.evidence.number)


def _is_measure(name: str) -> bool:
    """总投资, 票价, 人均分红: what everything has, and no thing of its own."""
    return attribute_kind(name) is not None or is_attribute(name) or _MEASURE.search(name) is not None


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    printed = explained(name, compact(text))
    said = printed.printed if printed.score >= _SURE else ""
    if not said:
        return
    pattern = r"\s*".join(map(re.escape, said))
    for match in re.finditer(pattern, text):
        yield match.span()


def _sure(one: Evidence, name: Span, fact: Fact, before: Fact, measure: bool) -> int:
    """4 for a value of the same kind and unit right behind the name … 1 for one of another unit."""
    text, (start, end) = one.text, name
    same = fact.kind == before.kind and (fact.kind in ("date", "money") or fact.unit == before.unit)
    if fact.start >= end:
        if _LEADS.fullmatch(text[end : fact.start]):
            known = before.kind in _KINDS
            return 4 if same or measure else 1 if not known or _goes_with(fact, before) else 0
        low, high = segment_of(text, start)
        peers = [f for f in one.values if f.kind == before.kind and f.unit == fact.unit and end <= f.start < high]
        alone = same and len(peers) == 1 and low <= fact.start < high and not measure
        return 2 if alone and _labelled_alike(fact, before) else 0
    if same and _FOR.fullmatch(text[fact.end : start]):
        return 3
    return 0


def _goes_with(fact: Fact, before: Fact) -> bool:
    """铺设管网335公里 beside 建成水厂4座: how much there is of each."""
    return fact.kind == before.kind or {fact.kind, before.kind} <= {"count", "measure"}


def _labelled_alike(fact: Fact, before: Fact) -> bool:
    """意向投资额39亿元 behind 总投资94.7亿元; what is counted in one unit needs no label."""
    return fact.kind in ("count", "measure", "date") or before.attribute[-2:] in fact.attribute
