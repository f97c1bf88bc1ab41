"""Who bears how much of a sum: 总额900万元，其中省补600万元，其余由村里自筹 leaves 300万元 for the village;
1000万元，省级承担60%，县级承担40% makes 400万元 for the county."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.candidates.whose import of_others
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit, period_fits, year_fits
from index.answering.evidence.labels import item_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import fold
from index.understanding.query import Query

_KINDS = ("money", "number", "text", "sum")
_REST = load_pattern("answering.bearers.rest")
_BEARS = load_pattern("answering.bearers.bears")
_ENOUGH = 0.6
_VERBS = r"(?:掏|出|拿|花|付|交|给|补|投|凑|筹|捐|赞助|配套|承担|负担|分担|自筹|自掏|解决)"
_PAYS = rf"(?=(?:自己|自个儿?|个人|[要得该应需还又再另共只都一总各]|应该|需要|财政)*{_VERBS})"
_PAYING = re.compile(
    rf"(?:要|得|该|应|自己?|里|另|还|再)?{_VERBS}(?:腰包|了|出来|钱)?|钱|资金|经费|[县区市省镇村]里|自己"
)


def borne(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What the asked one pays of a sum, where it is only told as what is left or as a share; else None."""
    if query.kind not in _KINDS or "%" in query.text or "百分" in query.text:
        return None
    payers = tuple(_payers(query))
    if not payers:
        return None
    spans = tuple((low, high) for low, high, _ in payers)
    terms = tuple(t for t in without(query.terms, spans) if not _PAYING.fullmatch(t.text))
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if not (links_fit(query, evidence) and period_fits(query, evidence) and year_fits(query, evidence)):
            continue
        regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.head, 0.8), (evidence.heading, 0.9))
        share, missing, _ = coverage(terms, regions)
        if share < _ENOUGH or any(term.critical for term in missing):
            continue
        money = [fact for fact in evidence.facts if fact.kind == "money"]
        if money and all(of_others(query, evidence, fact) for fact in money):
            continue  # 甲公司、乙公司被通报，其中甲公司退还58万元: nothing of 乙公司
        for said, detail in _parts(evidence, [names for _, _, names in payers]):
            score = share - 0.002 * evidence.rank
            if best is None or score > best[0]:
                best = score, Draft("answered", "money", said, (evidence.proof,), detail=detail, confidence=0.9)
    return best[1] if best else None


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """(how a payer is asked for, how the same one is printed)."""
    rows = load_table("payers")
    return tuple((re.compile(asked.replace("§", _PAYS)), re.compile(printed)) for asked, printed in rows)


def _payers(query: Query) -> Iterator[tuple[int, int, re.Pattern[str]]]:
    """(where the question names one who pays, how that one is printed)."""
    for asked, printed in _groups():
        for match in asked.finditer(query.text):
            yield match.start(), match.end(), printed


def _parts(evidence: Evidence, names: Sequence[re.Pattern[str]]) -> Iterator[tuple[str, str | None]]:
    """(amount, arithmetic or None where it is printed) of every part of the sentence that one of ``names`` bears."""
    text = fold(evidence.text)
    sums = _sums(evidence)
    cue = text.find("其中")
    for fact in evidence.facts:
        own = item_of(evidence, fact).own if fact.kind == "money" and 0 <= cue < fact.start else ""
        if own and any(name.search(own) for name in names):
            yield fact.value, None
            return
    for match in _BEARS.finditer(text):
        before = [amount for at, amount in sums if at < match.start()]
        if before and any(name.search(match["x"]) for name in names):
            yield arithmetic.portion(before[0], Decimal(match["rate"]))
            return
    rest = _REST.search(text)
    if rest is None or not any(name.search(rest["x"]) for name in names):
        return
    amounts = [amount for at, amount in sums if at < rest.start()]
    whole, parts = amounts[:1], amounts[1:]
    rates = [Decimal(m["rate"]) for m in _BEARS.finditer(text) if m.end() <= rest.start()]
    if whole and rates and not parts and sum(rates, Decimal(0)) < 100:
        yield arithmetic.portion(whole[0], Decimal(100) - sum(rates, Decimal(0)))
    elif whole and parts and all(arithmetic.alike(whole[0], part) for part in parts):
        left = whole[0].value - sum((part.value for part in parts), Decimal(0))
        if left > 0:
            yield arithmetic.rest(whole[0], parts)


def _sums(evidence: Evidence) -> list[tuple[int, Amount]]:
    """The amounts of money of a sentence with their offsets, in order, from the last whole before 其中 on."""
    cue = evidence.text.find("其中")
    found = [
        (fact.start, amount)
        for fact in sorted(evidence.facts, key=lambda f: f.start)
        if fact.kind == "money" and (amount := read_amount(fact.value)) is not None
    ]
    wholes = [one for one in found if 0 <= one[0] < cue]
    return found[len(wholes) - 1 :] if wholes else found
