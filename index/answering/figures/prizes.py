"""What prizes come to: 甲、乙两家获一等奖，各奖励30万元；丙等7个获二等奖，各奖励10万元 makes 130万元 in all.

How many got a prize is printed (等7个单位), or they are listed before it, or under its name in another sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit, period_fits, year_fits
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.numerals import parse_number
from index.language.scripts import compact, fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.prizes.asks")
_GRADES = load_pattern("answering.prizes.grades")
_GIVEN = load_pattern("answering.prizes.given")
_EACH = load_pattern("answering.prizes.each")
_COUNT = load_pattern("answering.prizes.count")
_LISTED = load_pattern("answering.prizes.listed")
_JOINED = load_pattern("answering.prizes.joined")
_IN_ALL = load_pattern("answering.prizes.in_all")
_ENOUGH = 0.5  # share of the other words of the question that the sentence and what is around it account for
_HEADS = ("人", "名", "家", "位", "户", "个")
_KINDS = ("money", "sum", "number", "text")


@dataclass(frozen=True, slots=True)
class _Prize:
    """A prize, what each one who got it is given, how many they are, and the sentence that tells the number."""

    name: str
    each: Amount
    number: int
    told: int


def prizes_together(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The sum of what all who got the asked prizes are given; None where a number or an amount is not told."""
    if query.kind not in _KINDS or not _ASKS.search(query.text):
        return None
    asked = {match[0] for match in _GRADES.finditer(query.text)}
    for evidence in pool:
        if not (_EACH.search(evidence.text) and links_fit(query, evidence) and year_fits(query, evidence)):
            continue
        prizes = list(_prizes(query, evidence)) if period_fits(query, evidence) else []
        named = {one.name for one in prizes}
        if not prizes or not asked <= named or all(one.number == 1 for one in prizes) or len(named) < len(prizes):
            continue
        if not _all_counted(query, prizes):
            continue
        share, missing, _ = coverage(query.terms, evidence.regions)
        if share >= _ENOUGH and not any(term.critical for term in missing):
            return _sum(evidence, prizes)
    return None


def _all_counted(query: Query, prizes: Sequence[_Prize]) -> bool:
    """12名人才一共拿了多少: of prizes that two of them got, the other ten are left out."""
    stated = [value for value, unit in query.figures if unit in _HEADS]
    return not stated or sum(one.number for one in prizes) in stated


def _prizes(query: Query, evidence: Evidence) -> Iterator[_Prize]:
    """The asked prizes of a sentence that tells what each one gets and no sum of it."""
    text = fold(evidence.text)
    if _IN_ALL.search(text):
        return
    for match in _GIVEN.finditer(text):
        name, amount = compact(match["prize"]), read_amount(match["sum"])
        if amount is None or amount.unit != "元" or name not in compact(query.text):
            continue
        who = text[start_of(text, match.start(), "；;。") : match.start()]
        counted = _number(evidence, name, who, each=match["each"] is not None)
        if counted is not None:
            yield _Prize(name, amount, *counted)


def _number(evidence: Evidence, name: str, who: str, *, each: bool) -> tuple[int, int] | None:
    """(how many got the prize, the sentence that tells it)."""
    who = who[max(who.rfind(mark) for mark in "，,：:") + 1 :]
    counted = _COUNT.search(who)
    if counted is not None:
        return int(parse_number(counted["n"])), evidence.number
    listed = len(_JOINED.split(who)) if who.strip("获得") else 0
    if listed > 1 or (listed == 1 and not each):
        return listed, evidence.number
    for number, words in enumerate(evidence.page.compact):
        for match in _LISTED.finditer(words):
            if match["prize"] == name:
                return len(_JOINED.split(match["who"])), number
    return None


def _sum(evidence: Evidence, prizes: Sequence[_Prize]) -> Draft:
    values = [one.each.value * one.number for one in prizes]
    first = prizes[0].each
    whole = Amount(sum(values), first.scale, first.unit, "")  # type: ignore[arg-type]
    said, _ = arithmetic.total((whole,))
    parts = "＋".join(f"{one.each.text}×{one.number}" if one.number > 1 else one.each.text for one in prizes)
    page = evidence.page
    sentences = dict.fromkeys((evidence.number, *(one.told for one in prizes)))
    proofs = tuple(Proof(page.article.id, page.sentence(number).text.spans()) for number in sentences)
    return Draft("answered", "money", said, proofs, detail=f"{parts}＝{said}（推算）", confidence=0.9)
