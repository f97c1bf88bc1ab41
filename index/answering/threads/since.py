"""比去年贵几块 behind 一斤卖多少: how far the value told before is from the one of an earlier time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import of_page
from index.answering.threads.around import Told
from index.language.lexicon import load_pattern
from index.records import Fact
from index.understanding.query import Query

_ASKS = load_pattern("answering.since.asks")
_PRINTED = load_pattern("answering.since.printed")
_EACH = load_pattern("answering.since.each")
_LEVEL = load_pattern("answering.since.level")
_RISEN = load_pattern("answering.since.risen")
_DOWN = load_pattern("answering.since.down")
_AMOUNT = load_pattern("answering.since.amount")
_LAST = load_pattern("answering.since.last")
_MOVES = {"贵": ("贵", "便宜"), "便宜": ("贵", "便宜"), "高": ("高", "低"), "低": ("高", "低")}
_LABEL = 4  # letters that two values of one thing have in front of them
_RATES = ("percent", "points")


def since_then(query: Query, told: Told) -> Draft | None:
    """The printed change of the value told before, or its difference from the printed level of before."""
    asks = _ASKS.match(query.text)
    if asks is None or told.fact.kind in ("date", "text"):
        return None
    return _printed(asks, told) or _computed(asks, told)


def _printed(asks: re.Match[str], told: Told) -> Draft | None:
    """56个，比去年同期多8个: what stands behind the value, in what is told of it."""
    text, fact = told.sentence, told.fact
    _, end = segment_of(text, fact.end)
    if (each := _EACH.search(text, fact.end, end)) is not None and _only_levels(told, each.start()):
        return _of_each(asks, told, each)
    match = _PRINTED.match(text, fact.end, end)
    if match is None or not _same_base(asks["base"], match["base"]):
        return None
    change = next((one for one in told.evidence.values if one.start == match.start("value")), None)
    if change is None or (change.kind in _RATES and (_AMOUNT.search(asks["ask"]) and not asks["rate"])):
        return None
    if change.kind not in _RATES and asks["rate"]:
        return None
    if asks["way"] in ("降", "少", "减", "便宜", "低") and not _DOWN.search(match["way"]):
        return None
    said = f"{match['way'].removesuffix('了')}{change.value}"
    article = told.evidence.page.article.id
    return Draft("answered", "compare", said, (told.evidence.proof,), facts=((article, change),))


def _only_levels(told: Told, until: int) -> bool:
    """、乙6410元 between the value told and 分别增长: nothing but the levels of the others."""
    between = told.sentence[told.fact.end : until]
    for one in told.evidence.values:
        if told.fact.end <= one.start < until and one.kind == told.fact.kind:
            between = between.replace(one.value, "", 1)
    return not between.strip("、和及与，, ")


def _of_each(asks: re.Match[str], told: Told, each: re.Match[str]) -> Draft | None:
    """甲13820元，乙6410元，分别增长5.0%和7.1%: of several changes the one in the place of the value told."""
    low, _ = segment_of(told.sentence, told.fact.start)
    _, high = segment_of(told.sentence, each.end())
    values = told.evidence.values
    levels = [v for v in values if low <= v.start < each.start() and v.kind == told.fact.kind]
    changes = [v for v in values if each.end() <= v.start < high and v.kind in (*_RATES, told.fact.kind)]
    if len(levels) != len(changes) or told.fact not in levels or not _same_base(asks["base"], None):
        return None
    change = changes[levels.index(told.fact)]
    article = told.evidence.page.article.id
    said = f"{each['way']}{change.value}"
    return Draft("answered", "compare", said, (told.evidence.proof,), facts=((article, change),))


def _computed(asks: re.Match[str], told: Told) -> Draft | None:
    """每斤48元，去年只有42元: 贵6元."""
    now = arithmetic.read_amount(told.fact.value)
    if now is None or told.fact.kind in _RATES or asks["rate"]:
        return None
    for other, proof in _levels(asks, told):
        before = arithmetic.read_amount(other.value)
        if before is None or not arithmetic.alike(now, before):
            continue
        proofs = tuple(dict.fromkeys((told.evidence.proof, *proof)))
        if now.value == before.value:
            return Draft("answered", "compare", f"一样，都是{told.fact.value}", proofs)
        high, low = (now, before) if now.value > before.value else (before, now)
        said, detail = arithmetic.difference(high, low)
        more, less = _MOVES.get(asks["way"], ("多", "少"))
        word = more if high is now else less
        return Draft("answered", "compare", f"{word}{said}（{other.value}）" if asks["whether"] else f"{word}{said}",
                     proofs, detail=detail)  # fmt: skip
    return None


def _levels(asks: re.Match[str], told: Told) -> Iterator[tuple[Fact, tuple[Proof, ...]]]:
    """The values of before: behind the one told, in front of it (由42元涨到48元), or in a sentence of last year."""
    text, fact = told.sentence, told.fact
    for one in told.evidence.values:
        if one.unit != fact.unit or one is fact:
            continue
        between = text[fact.end : one.start] if one.start >= fact.end else text[one.end : fact.start]
        behind = one.start >= fact.end and _LEVEL.fullmatch(between)
        if behind and _same_base(asks["base"], behind["base"]):
            yield one, ()
        if one.end <= fact.start and _RISEN.fullmatch(between):
            yield one, ()
    label = fact.attribute
    for other in of_page(told.evidence.page):
        last = _LAST.search(other.text)
        if other.number == told.evidence.number or last is None or not _same_base(asks["base"], last[0]):
            continue
        for one in other.values:
            same = one.unit == fact.unit and len(label) >= _LABEL and one.attribute[-_LABEL:] == label[-_LABEL:]
            if same and one.start >= last.start():
                yield one, (other.proof,)


def _same_base(asked: str | None, printed: str | None) -> bool:
    if not asked or not printed:
        return True
    return _base(asked) == _base(printed)


def _base(said: str) -> str:
    """The time that words of it stand for: 上年同期 is 去年."""
    return next((name for name, words in _BASES if re.search(words, said)), said)


_BASES = (("去年", "去年|上年|上一年|同比"), ("前年", "前年"), ("上月", "上个?月|环比"), ("上届", "上一?届"))
