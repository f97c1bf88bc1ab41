"""Figures that follow from two values of one sentence: what is left, the change from one level to another,
a rate times a number, a mean, the sum of a run such as 9金6银8铜."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount
from index.answering.candidates.asked_type import same_unit
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.pool import Evidence
from index.answering.figures.aims import of_another_step
from index.answering.figures.asked import OPERATORS, asked_unit, bare_text
from index.answering.figures.computed import computed_draft
from index.answering.figures.operands import Operand, fits_unit, operands, sentence_operands
from index.answering.figures.runs import OTHER_TIME, RUN, RUN_PART
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.numerals import units
from index.language.scripts import compact, fold
from index.records.answers import Kind
from index.understanding.query import Query, Term

_MORE_IN_ALL = load_pattern("answering.combining.more_in_all")
_ENOUGH = 0.66  # share of the words of the question that the sentence of the operands must account for
_ASKS_LEFT = load_pattern("answering.combining.asks_left")
_LEFT = load_pattern("answering.combining.left")
_DONE = load_pattern("answering.combining.done")
_FAR = 3  # sentences from a stated total to what is done of it
_MONEY = load_pattern("answering.combining.money")
_NOT_DONE = load_pattern("answering.combining.not_done")
_PLANNED = load_pattern("answering.combining.planned")  # 规划安装38组: nothing of it is done for that
_OUT_OF = load_pattern("answering.combining.out_of")  # 收了42.6万亩，占应收面积135.7万亩的31.4%
_OUT_OF_THESE = load_pattern("answering.combining.out_of_these")  # 已签约的73个项目中，开工38个
_THOSE_WHO = load_pattern("answering.combining.those_who")
_TO_COME = load_pattern("answering.combining.to_come")
_OUT_OF_USE = load_pattern("answering.combining.out_of_use")
_DOES = 0.75  # how well the deed must stand beside what is done
_DEED = 0.2  # what a value gains that tells the asked deed
_LEFT_WORDS = load_pattern("answering.combining.left_words")
_ASKS_CHANGE = load_pattern("answering.combining.asks_change")
_TO_LEVEL = load_pattern("answering.combining.to_level")
_FROM = load_pattern("answering.combining.from")
_THEN_TO = load_pattern("answering.combining.then_to")  # 去年一斤卖6元，今年涨到8元
_AFTER = load_pattern("answering.combining.after")
_NOW = load_pattern("answering.combining.now")
_FORMER = load_pattern("answering.combining.former")
_ASKS_TIME = load_pattern("answering.combining.asks_time")
_UPWARD = "扩增多升涨提延拓晚慢高"
_DOWNWARD = "省快缩压少减降便早低"
_ASKS_TOTAL = load_pattern("answering.combining.asks_total")
_RATE = load_pattern("answering.combining.rate")
_EACH_GETS = load_pattern("answering.combining.each_gets")
_PRINTED_TOTAL = load_pattern("answering.combining.printed_total")
_ASKS_HARVEST = load_pattern("answering.combining.asks_harvest")
_ACRE_RATE = load_pattern("answering.combining.acre_rate")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two operands with how far their sentence accounts for the question."""

    share: float
    first: Operand
    second: Operand


def answer_combined(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The derived answer, or None where the question asks for none or an operand is not sure."""
    if query.kind == "yesno":
        return None  # 没领的补不补 asks for no rest
    text = bare_text(query.text)
    for asks, answer in (
        (_ASKS_LEFT, _remainder),
        (_ASKS_TOTAL, _run),
        (_ASKS_TOTAL, _product),
        (_ASKS_HARVEST, _harvest),
        (_ASKS_CHANGE, _change),
    ):
        match = asks.search(text)
        draft = answer(query, match, pool) if match else None
        if draft is not None:
            return draft
    return None


def asks_remainder(text: str) -> bool:
    """True where what is left of something is asked for."""
    return bool(_ASKS_LEFT.search(bare_text(text)))


def content_of(query: Query, pattern: re.Pattern[str] | None = None) -> tuple[Term, ...]:
    """The words that say what is counted, without those that only ask to compute and those ``pattern`` matches."""
    meant = (Term(link.name, -1, -1) for link in query.links if link.kind == "person" and not link.end)  # 她
    return tuple(
        t
        for t in (*meant, *query.terms)
        if not OPERATORS.fullmatch(t.text) and not (pattern is not None and pattern.fullmatch(t.text))
    )


def said_of(terms: Sequence[Term], *found: Operand) -> float:
    """How far the words around the operands account for the question."""
    regions = [region for one in found for region in one.regions()]
    share, missing, _ = coverage(tuple(terms), tuple(regions))
    return 0.0 if any(term.critical for term in missing) else share


def _remainder(query: Query, match: re.Match[str], pool: Sequence[Evidence]) -> Draft | None:
    """The whole less what is done; the printed remainder where there is one."""
    if query.kind == "percent":
        return None  # 还剩百分之几 is none of so many 亩
    terms = content_of(query, _LEFT_WORDS)
    typed = asked_unit(bare_text(query.text)[match.start() :])
    unit = query.unit if query.unit not in (None, "个") else typed  # 几个代表: heads
    unit = unit or ("元" if _MONEY.search(query.text) else None)
    others = ("%", "％", *(("人次",) if unit in ("人", "名") else ()))
    values = [one for one in operands(query, pool) if fits_unit(unit, one) and one.amount.unit not in others]
    near = [(share, one) for one in values if (share := one.share(terms)) >= 0.5]
    deed = _deed(query.text)
    printed = [
        (s, one)
        for s, one in near
        if _LEFT.search(one.before) and s >= _ENOUGH and one.row < 0 and _leaves_asked(deed, one, bare=not terms)
    ]
    if printed:
        best = max(printed, key=lambda pair: pair[0])[1]
        return computed_draft(_kind_of(best), best.amount.text, (best,), None)
    pairs: list[Pair] = []
    for _, done in near:
        if _OUT_OF_USE.search(done.before) or _TO_COME.search(done.before):
            continue  # 力争签约90个 is not done yet; 停电1500户 is nothing that has come back
        said = deed is not None and _does(deed, done)
        if not said and not _DONE.search(done.before) and not _DONE.search(done.attribute):
            continue
        for whole in values:
            if not _told_of(whole, terms, done) or not _precedes(query, whole, done, deed):
                continue
            if of_another_step(whole, done) or _is_done(query, whole, done):
                continue
            if arithmetic.alike(whole.amount, done.amount) and whole.amount.value > done.amount.value:
                share = said_of(terms, whole, done) - 0.01 * gap_between(whole, done) + _DEED * said
                share -= _OF_PART * _is_of_a_part(terms, whole)
                pairs.append(Pair(share, whole, done))
    return _subtracted(pairs)


_OF_PART = 0.3  # what a part behind 其中 loses where all of them are asked for
_PART = load_pattern("answering.combining.part")


def _is_of_a_part(terms: Sequence[Term], whole: Operand) -> bool:
    """还有几个没开工: of 200个已开工152个，其中新建108个开工67个 all are meant, where 新建 is not named."""
    cue = next(reversed(list(_PART.finditer(whole.text, 0, whole.start))), None)
    own = compact(whole.text[cue.end() : whole.start]) if cue else ""
    return cue is not None and not any(t.weight >= 1.0 and explained(t.text, own).score >= 0.75 for t in terms)


def _deed(text: str) -> str | None:
    """还有几栋没封顶: what is not done yet (封顶), or None where the question names nothing."""
    match = _NOT_DONE.search(bare_text(text))
    return match["deed"] if match else None


def _leaves_asked(deed: str | None, one: Operand, *, bare: bool) -> bool:
    """多少个没投产: 未开工的7个 are of another step; where the question names nothing, the deed has to be told."""
    if deed is None:
        return True
    steps = set(_STEPS.findall(one.before + "|" + one.text[one.end : one.end + _BEHIND]))
    asked = set(_STEPS.findall(deed))
    return (not bare or _does(deed, one)) and not (asked and steps and not asked & steps)


_STEPS = load_pattern("answering.combining.steps")
_BEHIND = 8  # code points behind a number in which it says what was done of it


def _does(deed: str, one: Operand) -> bool:
    """The asked thing is what was done of the value: 审结7106件, 有11栋封顶."""
    behind = re.match(r"[^，。；：、,;:（(]{0,8}", one.text[one.end :])
    around = compact(one.before + "|" + (behind[0] if behind else ""))
    said = max(explained(form, around).score for form in {deed, deed[:2], deed[:1]}) >= _DOES
    return said and not _are_due(deed, one)


def _are_due(deed: str, one: Operand) -> bool:
    """缴费人员13.9万人 are those who have to pay, 已有9.4万人缴费 those who have."""
    due = _THOSE_WHO.search(one.before)
    return due is not None and not _DONE.search(one.before) and deed[:1] in due["deed"]


def _is_done(query: Query, whole: Operand, done: Operand) -> bool:
    """The value tells what was done, too, and the question does not begin with it (追回的钱还有多少没返还)."""
    if _PLANNED.search(whole.before) or _OUT_OF_THESE.match(whole.text[whole.end :]):
        return False
    deed = _deed(query.text)
    if deed is not None and _are_due(deed, whole):
        return False
    if deed is not None and deed[:1] in compact(whole.before):
        return True  # 水稻收获23.8万亩 is no whole of which 玉米收获7.5万亩 would be a part
    match = _DONE.search(whole.before)
    if match is None:
        return False
    return explained(match[0], compact(query.text)).score < _DOES or match[0] in done.before


def takes_done_for_left(query: Query, draft: Draft, text: str) -> bool:
    """True where what is left is asked for, and the draft gives the printed value of what is done.

    Args:
        text: the healed sentence of the draft's value, or "".
    """
    if not draft.settled or len(draft.facts) != 1 or not asks_remainder(query.text):
        return False
    fact, deed = draft.facts[0][1], _deed(query.text)
    if deed is None or fact.kind not in ("count", "money", "measure"):
        return False
    low = start_of(text, fact.start, "，；。：、,;:（(")
    behind = re.match(r"[^，。；：、,;:（(]{0,8}", text[fact.end :])
    around = compact(text[low : fact.start] + "|" + (behind[0] if behind else ""))
    denied = re.search(r"未|没|尚|剩|余|待|缺|不|前|将|要|拟|计划|力争|确保", around)
    return not denied and max(explained(form, around).score for form in {deed, deed[:2], deed[:1]}) >= _DOES


def _told_of(whole: Operand, terms: Sequence[Term], done: Operand) -> bool:
    """The whole is about what is asked for, or a stated total of the paragraph that tells what is done of it."""
    return whole.share(terms) >= 0.5 or (whole.page is done.page and bool(_PRINTED_TOTAL.search(whole.before)))


def _kind_of(one: Operand) -> Kind:
    return "money" if one.amount.unit in ("元", "美元") else "count"


def _precedes(query: Query, whole: Operand, done: Operand, deed: str | None) -> bool:
    if whole.page is not done.page or whole.row >= 0 or done.row >= 0:
        return False
    if whole.number == done.number:
        return whole.end <= done.start or bool(_OUT_OF.search(whole.before))
    if whole.number + 1 == done.number:
        return True
    told = deed is not None and (_are_due(deed, whole) or _is_named_step(query, whole, deed))
    in_all = told or bool(_PRINTED_TOTAL.search(whole.before))  # 骗取共计284万元。…。已追回261万元
    return in_all and whole.number < done.number <= whole.number + _FAR


def _is_named_step(query: Query, whole: Operand, deed: str) -> bool:
    """签约的项目还有几个没开工: the number of those that have been signed is what those are of that were begun."""
    step = _STEPS.search(whole.before)
    return step is not None and step[0] in query.text and step[0] not in deed


def gap_between(first: Operand, second: Operand) -> int:
    """Values that stand between two, counted by marks; a sentence or a semicolon counts for five."""
    if first.number != second.number:
        return 5
    between = first.text[first.end : second.start]
    return len(re.findall(r"[,，；;、]", between)) + 4 * len(re.findall("[；;]", between))


def _subtracted(pairs: Sequence[Pair]) -> Draft | None:
    fitting = sorted((pair for pair in pairs if pair.share >= _ENOUGH - 0.05), key=lambda pair: -pair.share)
    if not fitting:
        return None
    best = fitting[0]
    rivals = [p for p in fitting[1:] if best.share - p.share < 0.005]
    if any(
        p.first.amount.value - p.second.amount.value != best.first.amount.value - best.second.amount.value
        for p in rivals
    ):
        return None
    said, detail = arithmetic.difference(best.first.amount, best.second.amount)
    return computed_draft("compare", said, (best.first, best.second), detail)


def _change(query: Query, match: re.Match[str], pool: Sequence[Evidence]) -> Draft | None:
    """由62分钟缩短到44分钟: the difference of the two levels."""
    text = bare_text(query.text)
    unit = asked_unit(text[match.start() :])
    verb = match["verb"]
    content = content_of(query, _AFTER)
    terms = tuple(t for t in content if not verb.startswith(t.text[:1]) or len(t.text.rstrip("了")) > 2)
    found: list[Pair] = []
    for evidence in pool:
        for first, second in _levels(evidence):
            if not (fits_unit(unit, second) or (unit is not None and unit in second.label + second.clause)):
                continue
            if _ASKS_TIME.search(text) and units().get(second.amount.unit) != "duration":
                continue  # 省了多少时间: no number of people
            rises = second.amount.value > first.amount.value
            if match["verb"][0] in (_DOWNWARD if rises else _UPWARD):
                continue
            found.append(Pair(said_of(terms, first, second), first, second))
    best = max(found, key=lambda pair: pair.share, default=None)
    if best is None or best.share < _ENOUGH:
        return None
    same = [p for p in found if best.share - p.share < 0.01 and p.second.amount != best.second.amount]
    if same:
        return None
    if query.kind == "percent" and best.second.amount.unit not in ("%", "个百分点"):
        return None  # 工业投资增长多少: how many machines more are made is no rate
    high, low = sorted((best.first.amount, best.second.amount), key=lambda a: -a.value)
    said, detail = arithmetic.difference(high, low)
    levels = best.first.text[best.first.start : best.second.end]
    if re.search("[，,；;]", levels):
        levels = f"{best.first.amount.text}到{best.second.amount.text}"
    return computed_draft(
        "compare", f"{match['verb']}{said}（由{levels}）", (best.first, best.second), detail
    )


def _levels(evidence: Evidence) -> Iterator[tuple[Operand, Operand]]:
    """Pairs of levels that the sentence tells a change between."""
    if evidence.sentence.role not in ("paragraph", "table", "caption"):
        return
    values = list(sentence_operands(evidence))
    for first, second in pairwise(values):
        if not arithmetic.alike(first.amount, second.amount):
            second = replace(second, amount=_with_unit(second.amount, first.amount))
            first = replace(first, amount=_with_unit(first.amount, second.amount))
            if not arithmetic.alike(first.amount, second.amount):
                continue
        between = evidence.text[first.end : second.start]
        from_it = _TO_LEVEL.match(between) and _FROM.search(evidence.text[: first.start])
        if from_it or _THEN_TO.match(between):
            yield first, second
    yield from _then_and_now(evidence.text, values)


def _then_and_now(text: str, values: Sequence[Operand]) -> Iterator[tuple[Operand, Operand]]:
    """以前当保安，一个月2800元，现在开挖机，一个月能拿6000元: one value of each time, told by the clause before it."""
    begins = (match.start() for match in _NOW.finditer(text))
    now = next((at for at in begins if text[at - 1 : at] in "，,；;"), 0)
    if not now or _FORMER.search(text, 0, now) is None:
        return
    for first in (one for one in values if one.end <= now):
        alike = [one for one in values if one.start > now and arithmetic.alike(first.amount, one.amount)]
        if len(alike) == 1:
            yield first, alike[0]


def _with_unit(bare: Amount, other: Amount) -> Amount:
    """A number without a unit takes the other's (1.2万人 to 8000)."""
    return replace(bare, unit=other.unit) if not bare.unit else bare


def _product(query: Query, match: re.Match[str], pool: Sequence[Evidence]) -> Draft | None:
    """每户补助120元 for 3400户: rate times number, where no total is printed."""
    if query.kind not in ("money", "number", "sum", "text", "count"):
        return None
    unit = asked_unit(bare_text(query.text)[match.start() :])
    if unit not in (None, "元", "亿", "万") or (query.kind == "count" and unit is None):
        return None
    terms = content_of(query, _ASKS_TOTAL)
    values = [one for one in operands(query, pool) if one.row < 0 and one.share(terms) >= 0.5]
    found: list[Pair] = []
    for rate in values:
        per = _RATE.search(rate.before)
        unit = "人" if _EACH_GETS.search(rate.before) else per["unit"] if per else None
        if rate.amount.unit != "元" or not unit:
            continue
        same = [o for o in values if _one_group(o, rate)]
        if any(o.amount.unit == "元" and _PRINTED_TOTAL.search(o.before) for o in same):
            return None
        counts = [
            o
            for o in same
            if o.place != rate.place and is_counted_by(unit, o) and not _RATE.search(o.before)
        ]
        if len({o.amount.value for o in counts}) == 1:
            found.append(Pair(said_of(terms, rate, counts[0]), rate, counts[0]))
    best = max(found, key=lambda pair: pair.share, default=None)
    if (
        best is None
        or best.share < _ENOUGH
        or any(p.first.place != best.first.place for p in found if best.share - p.share < 0.02)
    ):
        return None
    said, detail = arithmetic.product(best.first.amount, best.second.amount)
    return computed_draft("sum", said, (best.first, best.second), detail)


def _harvest(query: Query, match: re.Match[str], pool: Sequence[Evidence]) -> Draft | None:
    """他那12亩能收多少斤: the yield of an acre times the acres that the question or the sentence tells."""
    acres = [value for value, unit in query.figures if unit == "亩" and value != 1]
    terms = tuple(t for t in content_of(query) if not re.fullmatch(r"\d[\d.]*亩|[收产打]|大概|大约", t.text))
    values = [one for one in operands(query, pool) if one.row < 0 and one.share(terms) >= 0.5]
    best: Pair | None = None
    for rate in values:
        if rate.amount.unit not in ("斤", "公斤", "千克", "吨") or not _ACRE_RATE.search(rate.before):
            continue
        fields = [
            one for one in values
            if one.amount.unit == "亩" and one.page is rate.page and abs(one.number - rate.number) <= 1
            and not one.change and (not acres or float(one.amount.value) in acres)
        ]  # fmt: skip
        near = [one for one in fields if one.number == rate.number] or fields
        if len({one.amount.value for one in near}) != 1:
            continue
        pair = Pair(said_of(terms, rate, near[0]), rate, near[0])
        if pair.share >= _ENOUGH and (best is None or pair.share > best.share):
            best = pair
    if best is None or asked_unit(bare_text(query.text)) not in (best.first.amount.unit, None):
        return None
    said, detail = arithmetic.product(best.first.amount, best.second.amount)
    return computed_draft("sum", said, (best.first, best.second), detail)


def _one_group(first: Operand, second: Operand) -> bool:
    """Both stand in one sentence, between the same semicolons."""
    if first.page is not second.page or first.number != second.number:
        return False
    low, high = sorted((first, second), key=lambda one: one.start)
    return not re.search("[；;。]", low.text[low.end : high.start])


def is_counted_by(unit: str, one: Operand) -> bool:
    """True where a value is counted in the asked unit: 12个班 for 几个班, 台 for 套."""
    if one.amount.unit == "个" and one.text[one.end :].startswith(unit):
        return True  # 12个班
    return bool(one.amount.unit) and (
        unit.startswith(one.amount.unit)
        or (one.amount.unit != "个" and same_unit(unit[:1], one.amount.unit))
    )


def _run_before(count: Decimal, unit: str, evidence: Evidence, run: str) -> Draft | None:
    """上届一共几块奖牌 of 9金6银8铜，奖牌总数比上届多5枚: what the printed change leads back to, else nothing."""
    change = _MORE_IN_ALL.search(fold(evidence.text), fold(evidence.text).find(fold(run)))
    if change is None:
        return None
    by, more = Decimal(change["n"]), change["more"] is not None
    said = f"{arithmetic.plain(count - by if more else count + by)}{unit}"
    detail = f"{arithmetic.plain(count)}{unit}{'－' if more else '＋'}{change['n']}{unit}＝{said}（推算）"
    return Draft("answered", "sum", said, (evidence.proof,), detail=detail, confidence=0.9)


def _run(query: Query, match: re.Match[str], pool: Sequence[Evidence]) -> Draft | None:
    """9金6银8铜: how many in all."""
    unit = re.search(r"(?:多少|几)(?P<unit>[块枚个项件])", query.text)
    if unit is None:
        return None
    terms = tuple(t for t in content_of(query, _ASKS_TOTAL) if not re.fullmatch(r".?奖牌|奖|牌", t.text))
    best: tuple[float, Evidence, str] | None = None
    for evidence in pool:
        regions = (
            (evidence.own, 1.0),
            (evidence.before, 0.75),
            (evidence.head, 0.7),
            (evidence.heading, 0.75),
        )
        share, missing, _ = coverage(terms, regions)
        for found in RUN.finditer(fold(evidence.text)):
            nouns = [noun for _, noun in RUN_PART.findall(found[0])]
            sure = len(set(nouns)) == len(nouns) and share >= _ENOUGH and not any(t.critical for t in missing)
            if sure and (best is None or share > best[0] + 0.01):
                best = (share, evidence, evidence.text[found.start() : found.end()])
    if best is None:
        return None
    parts = RUN_PART.findall(fold(best[2]))
    count = sum((Decimal(number) for number, _ in parts), Decimal(0))
    if (other := OTHER_TIME.search(query.text)) and other[0] not in best[1].text.partition(best[2])[0]:
        return _run_before(count, unit["unit"], best[1], best[2])
    said = f"{arithmetic.plain(count)}{unit['unit']}"
    detail = f"{'＋'.join(number for number, _ in parts)}＝{said}（推算）"
    proof = Proof(best[1].page.article.id, best[1].sentence.text.spans())
    return Draft(
        "answered",
        "sum",
        f"{said}（{''.join(n + w for n, w in parts)}）",
        (proof,),
        detail=detail,
        confidence=0.9,
    )
