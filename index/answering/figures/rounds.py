"""The figure of an earlier round, of which only the change since then is printed: 完成投资38亿元。…与第二轮相比，
项目数增加5个，完成投资增加9亿元 tells that the second round had 29亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import links_fit
from index.answering.evidence.labels import item_of
from index.answering.evidence.pool import Evidence
from index.answering.figures.derived import named_reference
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.records.answers import Kind
from index.understanding.query import Query

_KINDS = ("money", "count", "number", "sum", "area", "length")
_AGAINST = load_pattern("answering.rounds.against")
_MOVED = load_pattern("answering.rounds.moved")
_PART = load_pattern("answering.rounds.part")  # 集中签约项目8个，协议投资46.5亿元: of that part alone
_ASKS_AGAINST = load_pattern("answering.rounds.asks_against")
_SAID = 0.75  # how well the measure must stand with the figure
_ENOUGH = 0.6
_FAR = 8  # sentences from the figure to the change


def earlier_round(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The figure less the change since the asked round; None where no change against it is printed."""
    if query.kind not in _KINDS or _ASKS_AGAINST.search(query.text):
        return None
    for evidence in pool:
        match = _AGAINST.match(fold(evidence.text).strip())
        if match is None or not links_fit(query, evidence) or not named_reference(query, match["ref"], evidence):
            continue
        terms = tuple(t for t in query.terms if explained(t.text, compact(match["ref"])).score < _SAID)
        for moved in _MOVED.finditer(match["body"]):
            measure = compact(moved["attribute"])
            delta = read_amount(moved["delta"])
            if delta is None or not _suits(query, delta, moved["delta"]):
                continue
            share, _, _ = coverage(terms, ((measure, 1.0), (evidence.heading, 0.5)))
            level = _level(measure, delta, evidence, pool) if share >= _ENOUGH else None
            if level is not None:
                return _draft(level, delta, evidence, rises=bool(moved["up"]))
    return None


def _suits(query: Query, delta: Amount, said: str) -> bool:
    if query.kind == "money":
        return delta.unit == "元"
    unit = next(iter(find_quantities(fold(said))), None)
    return delta.unit != "元" and (query.unit is None or (unit is not None and query.unit in (unit.unit, "个")))


def _level(measure: str, delta: Amount, evidence: Evidence, pool: Sequence[Evidence]) -> tuple[Evidence, Amount] | None:
    """The figure of that measure now: the one that a headline has too, else the only one, or the first of its name.

    Of several things that are 签约, 开工 and 竣工, each with its own, none is the whole.
    """
    found = list(_levels(measure, delta, evidence, pool))
    headed = [one for one in found if compact(one[1].text) in compact(one[0].heading)]
    parts = {match[0] for one, _ in found for match in _PART.finditer(one.text)}
    return next(iter(headed or (found if len(parts) < 2 else ())), None)


def _levels(
    measure: str, delta: Amount, evidence: Evidence, pool: Sequence[Evidence]
) -> Iterator[tuple[Evidence, Amount]]:
    near = [e for e in pool if e.page is evidence.page and _is_near(evidence.number - e.number, e)]
    for one in sorted(near, key=lambda e: e.number):
        for fact in sorted(one.facts, key=lambda f: f.start):
            amount = read_amount(fact.value) if fact.kind in ("money", "count", "measure") else None
            if amount is None or not arithmetic.alike(amount, delta) or amount.value <= delta.value:
                continue
            said = item_of(one, fact).own + compact(one.text[fact.end : fact.end + 4])
            if explained(measure.removesuffix("数"), said).score >= _SAID:
                yield one, amount


def _is_near(far: int, one: Evidence) -> bool:
    return 0 < far <= _FAR or (far > 0 and one.sentence.role == "headline")


def _draft(level: tuple[Evidence, Amount], delta: Amount, evidence: Evidence, *, rises: bool) -> Draft:
    now, amount = level
    said, detail = arithmetic.difference(amount, delta) if rises else arithmetic.total([amount, delta])
    kind: Kind = "money" if amount.unit == "元" else "count"
    return Draft("answered", kind, said, (now.proof, evidence.proof), detail=detail, confidence=0.9)
