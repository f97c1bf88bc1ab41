"""What so much costs or brings by a printed rate: 60平 at 8元 the square metre, 25% of 3000块 up to a printed limit,
the price with somebody's discount. The arithmetic is shown, and the rate is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.candidates.asked_type import same_unit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import sentence_fits
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.numerals import find_quantities, parse_number
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query, Term

_KINDS = ("money", "number", "sum", "text", "count")
_ASKS_MONEY = load_pattern("answering.pricing.asks_money")
_BARE = load_pattern("answering.pricing.bare")
_NUMBER = r"\d+(?:\.\d+)?"
_PER = r"平方米|平米|立方米|公斤|千克|个?小时|公里|人次|课时|[\u4e00-\u9fff]{1,2}?"
_CALLED = {
    "平": "平方米", "口人": "人", "个人": "人", "个小时": "小时", "个钟头": "小时", "个钟": "小时", "钟头": "小时",
    "方": "立方米", "度电": "度",
}  # fmt: skip
_PERIODS = r"(?:[/／每·]?(?P<{0}>月|年|天|日|次|学期|季度))?"
_RATES = (
    re.compile(rf"每(?P<unit>{_PER})(?:每(?P<p>月|年|天|日|学期|季度))?[^\d，。；,;每]{{0,8}}?(?P<sum>{_NUMBER}万?元)"),
    re.compile(rf"(?P<sum>{_NUMBER}万?元)\s?[/／]\s?(?P<unit>{_PER})(?:[·/／.]?(?P<p>月|年|天|日|学期|季度))?(?=[^\u4e00-\u9fff]|$|起|的|收|计|左|以)"),
    re.compile(rf"按(?P<unit>人|户|亩|件|台|辆)[^\d，。；,;]{{0,8}}?(?P<sum>{_NUMBER}万?元)"),
)
_PER_PERIOD = load_pattern("answering.pricing.per_period")
_ASKED_PERIOD = load_pattern("answering.pricing.asked_period")
_MONTHS = {"月": 1, "季度": 3, "年": 12}
_PART = re.compile(r"(?P<rate>\d[\d.]*)%")
_OF_PRICE = load_pattern("answering.pricing.of_price")
_MOST = re.compile(
    rf"(?:每[件台人户辆套个]|单[件台]|每次)?[^\d，。；,;每]{{0,6}}?(?:最高|不超过|上限|封顶|最多)[^\d，。；,;]{{0,8}}(?P<sum>{_NUMBER}万?元)"
)
_AT_MOST = load_pattern("answering.pricing.at_most")
_INVESTED = load_pattern("answering.pricing.invested")  # what something cost to build is no price
_FOLD = load_pattern("answering.pricing.fold")
_LEFT_OUT = load_pattern("answering.pricing.left_out")
_CHEAPEST, _DEAREST = re.compile(r"最(?:便宜|低|次)"), re.compile(r"最(?:贵|高|好)")
_ENOUGH = 0.6
_NAMED = 0.9  # how well somebody must be named beside a discount
_TALK = load_pattern("answering.pricing.talk")
_PRICED = load_pattern("answering.pricing.priced")
_PRICE_NAME = load_pattern("answering.pricing.price_name")  # 停车费减半: of whom, it does not say
_STRONG = 0.5
_A_SUM = load_pattern("answering.pricing.a_sum")
_NAMED_SUM = 0.5
_ONE_BY_ONE = load_pattern("answering.pricing.one_by_one")
_NEAR = 3  # sentences from a rate to the limit of what it brings


@dataclass(frozen=True, slots=True)
class _Priced:
    score: float
    draft: Draft


def priced(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The sum by a printed rate for the quantity or price that the question tells; else None."""
    if query.kind not in _KINDS or not _ASKS_MONEY.search(query.text):
        return None
    found: list[_Priced] = []
    for evidence in pool:
        if evidence.sentence.role == "headline" or not sentence_fits(query, evidence):
            continue
        found += [*_rated(query, evidence), *_parted(query, evidence, pool), *_folded(query, evidence, pool)]
    best = max(found, key=lambda one: one.score, default=None)
    return best.draft if best else None


def _share(query: Query, spans: tuple[Span, ...], evidence: Evidence, own: str) -> float:
    """How far sentence and surroundings account for the question outside ``spans``; 0 for too little.

    Args:
        own: the part of the sentence that tells the rate.
    """
    terms = tuple(
        t for t in _telling_terms(query, spans) if not _TALK.fullmatch(t.text) and not find_quantities(t.text)
    )
    if _A_SUM.search(query.head) and explained(query.head, own).score < _NAMED_SUM:
        return 0.0  # 底价: 每间收取保证金5000元
    page = evidence.page.whole  # which things a rule is for may be told elsewhere on the page
    regions = (
        (own, 1.0), (evidence.own, 0.9), (evidence.before, 0.85), (evidence.head, 0.8), (evidence.heading, 0.9),
        (page, 0.7),
    )  # fmt: skip
    share, missing, _ = coverage(terms, regions)
    return 0.0 if share < _ENOUGH or any(t.critical for t in missing) else share


def _telling_terms(query: Query, spans: tuple[Span, ...]) -> tuple[Term, ...]:
    """The words outside the told quantities: 用3 of 用3小时 is cut back to 用."""
    found: list[Term] = []
    for term in without(query.terms, spans):
        inside = next((span for span in spans if span[0] < term.end and term.start < span[1]), None)
        if inside is None:
            found.append(term)
        elif term.start < inside[0]:
            found.append(replace(term, text=query.text[term.start : inside[0]], end=inside[0], weight=_LIGHT))
    return tuple(found)


_LIGHT = 0.3  # what the verb in front of a told quantity weighs


def _draft(said: str, detail: str, proofs: tuple[Proof, ...]) -> Draft:
    return Draft("answered", "money", said, proofs, detail=detail, confidence=0.9)


def _quantities(text: str) -> Iterator[tuple[Span, Amount]]:
    """What the question tells of how much or how many: 50平, 3斤, 两个人."""
    taken: list[Span] = []
    for match in _BARE.finditer(text):
        unit = _CALLED.get(match["unit"], match["unit"])
        yield match.span(), Amount(Decimal(str(parse_number(match["n"]))), "", unit, f"{match['n']}{unit}")
        taken.append(match.span())
    for q in find_quantities(text):
        if q.kind in ("count", "measure") and not any(q.start < b and a < q.end for a, b in taken):
            yield (q.start, q.end), arithmetic.exact(q)


def _rated(query: Query, evidence: Evidence) -> Iterator[_Priced]:
    """每平方米每月7.5元 for 50平: rate times quantity, for the asked period."""
    text = fold(evidence.text)
    asked = [(span, amount) for span, amount in _quantities(query.text) if amount.value != 1]
    about = [t for t in _telling_terms(query, tuple(span for span, _ in asked)) if t.weight >= _STRONG]
    if _ONE_BY_ONE.search(query.text) or not (about or query.links):
        return  # 前三名各奖多少; or nothing says what it is the price of
    for pattern in _RATES if asked else ():
        for match in pattern.finditer(text):
            rate = read_amount(match["sum"])
            fitting = [(s, a) for s, a in asked if _same(match["unit"], a.unit)]
            if rate is None or len(fitting) != 1:
                continue
            span, count = fitting[0]
            if not _within_step(text, match, count):
                continue
            months = _months(query.text, match, text)
            share = _share(query, (span,), evidence, evidence.clause(_segment(text, match.span())))
            if months is None or not share:
                continue
            said, detail = arithmetic.product(rate, count)
            if months != 1:
                told = Amount(count.value * months, "", count.unit, f"{count.text}×{months}")
                said, detail = arithmetic.product(rate, told)
            yield _Priced(share - 0.002 * evidence.rank, _draft(said, detail, (evidence.proof,)))


def _within_step(text: str, rate: re.Match[str], count: Amount) -> bool:
    """第一档300立方米以内每立方米2.6元, 第二档…: the price of the first step is that of no more than its limit."""
    if count.unit == "小时" and _FIRST_HOURS.search(text):
        return False  # 首小时3元，之后每小时1元
    steps = len(_STEP.findall(text))
    if steps < _SEVERAL:
        return True
    limit = _STEP_LIMIT.search(text[start_of(text, rate.start(), "；;。：:") : rate.start()])
    return limit is not None and count.value <= Decimal(limit["n"])


_SEVERAL = 2
_STEP = load_pattern("answering.pricing.step")
_FIRST_HOURS = load_pattern("answering.pricing.first_hours")
_STEP_LIMIT = load_pattern("answering.pricing.step_limit")


def _same(unit: str, asked: str) -> bool:
    same = {"平米": "平方米", "平方": "平方米", "位": "人", "名": "人", "块": "元", "个小时": "小时", "千瓦时": "度"}
    unit, asked = same.get(unit, unit), same.get(asked, asked)
    return unit == asked or (asked == "个" and unit == "人") or (asked != "个" and same_unit(asked, unit))


def _months(text: str, rate: re.Match[str], sentence: str) -> int | None:
    """How often the rate falls due in the asked period; None where the one is no part of the other."""
    before = _PER_PERIOD.search(sentence[max(0, rate.start() - 4) : rate.end()])
    printed = rate["p"] if "p" in rate.re.groupindex and rate["p"] else before["p"] if before else None
    match = _ASKED_PERIOD.search(text)
    if match is None or printed is None:
        return 1
    asked = match["p"] or ("年" if match["year"] or match["half"] else "月")
    if asked == printed:
        return None if match["half"] else 1
    if asked not in _MONTHS or printed not in _MONTHS or _MONTHS[asked] < _MONTHS[printed]:
        return None
    times = _MONTHS[asked] // _MONTHS[printed]
    return times // 2 if match["half"] else times


def _segment(text: str, span: Span) -> Span:
    """The part between two marks that holds ``span``."""
    low = start_of(text, span[0], "，。；,;：:")
    return low, end_of(text, span[1], "，。；,;")


def _parted(query: Query, evidence: Evidence, pool: Sequence[Evidence]) -> Iterator[_Priced]:
    """按成交价的20%补贴，每台最高1500元 for 6000块: so much percent of the told price, at most the limit."""
    told = [q for q in find_quantities(query.text) if q.kind == "money"]
    if len(told) != 1:
        return
    price, span = arithmetic.exact(told[0]), (told[0].start, told[0].end)
    text = fold(evidence.text)
    if _LEFT_OUT.search(text) and any(m["x"] in query.text for m in _LEFT_OUT.finditer(text)):
        return
    parts = [(match, _segment(text, match.span())) for match in _PART.finditer(text)]
    rates = [
        (coverage(_telling(query, span), ((evidence.clause(part), 1.0),))[0], match, evidence.clause(part))
        for match, part in parts
        if _OF_PRICE.search(text[slice(*part)])
    ]
    for near, match, own in rates:
        share = _share(query, (span,), evidence, own)
        if not share or any(other >= near for other, one, _ in rates if one is not match):
            continue
        rate = Decimal(match["rate"])
        said, detail = arithmetic.portion(_yuan(price), rate)
        proofs = [evidence.proof]
        limit = _limit(evidence, pool)
        if limit is not None and price.value * rate / 100 > limit[1].value:
            said, detail = limit[1].text, f"{detail.removesuffix('（推算）')}，超过{limit[2]}（推算）"
            proofs.append(limit[0].proof)
        draft = _draft(said, detail, tuple(dict.fromkeys(proofs)))
        yield _Priced(share + 0.3 * near - 0.002 * evidence.rank, draft)


def _telling(query: Query, span: Span) -> tuple[Term, ...]:
    return tuple(t for t in without(query.terms, (span,)) if not _TALK.fullmatch(t.text) and t.text not in "补补贴")


def _yuan(price: Amount) -> Amount:
    return Amount(price.value, price.scale, "元", re.sub(r"块钱?$", "元", price.text))


def _limit(evidence: Evidence, pool: Sequence[Evidence]) -> tuple[Evidence, Amount, str] | None:
    """(where, how much, the words) of the most that is paid, printed in the sentence or soon behind it."""
    near = [
        one
        for one in pool
        if one.page is evidence.page and 0 <= one.number - evidence.number <= _NEAR
    ]
    for one in sorted(near, key=lambda e: e.number):
        match = _MOST.search(fold(one.text))
        amount = read_amount(match["sum"]) if match else None
        if match is not None and amount is not None:
            return one, amount, match[0].strip("，,、")
    return None


def _folded(query: Query, evidence: Evidence, pool: Sequence[Evidence]) -> Iterator[_Priced]:
    """学生八折 of 票价120元、60元: the price that is asked for with the discount of those whom the question names."""
    text = fold(evidence.text)
    for match in _FOLD.finditer(text):
        low, high = _segment(text, match.span())
        own = evidence.clause((low, high))
        who = [
            t for t in query.terms
            if len(t.text) > 1 and not _PRICE_NAME.search(t.text) and explained(t.text, own).score >= _NAMED
        ]
        price = _price(query, evidence, pool)
        if not who or price is None:
            continue
        share = _share(query, tuple((t.start, t.end) for t in who), evidence, own)
        if not share:
            continue
        rate = _rate(match)
        said, _ = arithmetic.portion(price[1], rate)
        detail = f"{price[1].text}×{arithmetic.plain(rate / 100)}＝{said}（推算）"
        proofs = tuple(dict.fromkeys((price[0].proof, evidence.proof)))
        yield _Priced(share - 0.002 * evidence.rank, _draft(said, detail, proofs))


def _rate(match: re.Match[str]) -> Decimal:
    """八折: 80; 八五折, 8.5折: 85; 半价: 50."""
    if match["half"]:
        return Decimal(50)
    ones = (match["ones"] or "0").lstrip(".")
    return Decimal(int(parse_number(match["tens"])) * 10 + int(parse_number(ones) if ones != "0" else 0))


def _price(query: Query, evidence: Evidence, pool: Sequence[Evidence]) -> tuple[Evidence, Amount] | None:
    """The full price that the discount is of: the only one printed near, else that which the question tells."""
    near = [e for e in pool if e.page is evidence.page and abs(e.number - evidence.number) <= 1]
    found = {
        amount.value: (one, amount)
        for one in near
        for fact in one.facts
        if fact.kind == "money" and not _INVESTED.search(one.text[fact.clause[0] : fact.end])
        and (amount := read_amount(fact.value)) is not None
    }
    told = [q.value for q in find_quantities(query.text) if q.kind == "money"]
    if told:
        return found.get(Decimal(str(told[0])))
    if _CHEAPEST.search(query.text) or _DEAREST.search(query.text):
        choose = min if _CHEAPEST.search(query.text) else max
        return found[choose(found)] if found else None
    return next(iter(found.values())) if len(found) == 1 else _named_price(query, found)


def _named_price(query: Query, found: dict[Decimal, tuple[Evidence, Amount]]) -> tuple[Evidence, Amount] | None:
    """四人船每小时40元、六人船每小时80元: of several prices the one whose own part names most of what is asked for."""
    terms = [t for t in query.terms if len(t.text) > 1 and not _TALK.fullmatch(t.text)]
    scored = []
    for one, amount in found.values():
        at = one.text.find(amount.text)
        low = start_of(one.text, at, "，、；。：")
        own = one.clause((low, at + len(amount.text)))
        if _PRICED.search(own):
            scored.append((sum(explained(t.text, own).score >= _NAMED for t in terms), amount.value))
    best = max(scored, default=(0, Decimal(0)))
    return found[best[1]] if best[0] and [score for score, _ in scored].count(best[0]) == 1 else None


def only_rate(query: Query, draft: Draft, text: str) -> bool:
    """True where 60平 costs are asked and what is drafted is the price of one square metre, or the most there is.

    Args:
        text: the healed sentence of the draft's fact, or "".
    """
    if draft.kind != "money" or len(draft.facts) != 1 or "每" in query.text or draft.detail:
        return False
    fact = draft.facts[0][1]
    if _AT_MOST.search(text[max(fact.clause[0], fact.start - 10) : fact.start]):
        told = any(q.kind == "money" for q in find_quantities(query.text))
        return told and not _AT_MOST.search(query.text)
    around = fold(text[max(fact.clause[0], fact.start - 14) : fact.end + 6])
    units = {match["unit"] for pattern in _RATES for match in pattern.finditer(around)}
    asked = [amount for _, amount in _quantities(query.text) if amount.value > 1]
    return any(_same(unit, amount.unit) for unit in units for amount in asked)
