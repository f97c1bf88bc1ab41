"""The value that a printed change started from: which level each change belongs to, and the level before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.labels import is_an_excess
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import difference_said, number_text, sum_said
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities, parse_number
from index.language.scripts import compact, fold
from index.records import Fact
from index.understanding.query import Query

UP = r"净增|增收|增产|增支|多收|多增|上调|调增|调高|增加|增长|提高|提升|上升|上涨|加快|回升|扩大|延长|增|多|高|快|涨"
DOWN = (
    r"减少|减收|减产|短收|少收|下调|调减|调低|压减|压缩|缩减|下降|降低|回落|下跌|下滑|放缓|减慢|收窄|节省|节约|缩短"
    r"|减|少|低|慢|跌|省"
)
_CHANGED = re.compile(rf"(?:{UP}|{DOWN}|同比)$")
_BASE = load_pattern("answering.changes.base")  # 占年度计划180亿元的53.8%: what a share is of
ASKED_BASE = load_pattern("answering.changes.asked_base")
_KINDS = ("money", "count", "measure", "percent", "rank", "duration")


def changes_of(query: Query, evidence: Evidence, match: re.Match[str]) -> Iterator[tuple[Fact, Quantity]]:
    """The level that each change belongs to: the last value of its unit before it; in order behind 分别.

    高于全国、全省1.3个、0.8个百分点 changes one level against two bases.
    """
    text = fold(evidence.text)
    deltas = _deltas(text, match)
    for delta in _further(text, match) if len(deltas) == 1 else ():
        levels = _levels(text, evidence, match, delta)
        if levels:
            yield levels[-1], delta
    levels = _levels(text, evidence, match, deltas[0]) if deltas else []
    bases = re.split(r"[、和与及]", match["ref"] or "")
    asked = ASKED_BASE.search(query.text)
    if len(bases) > 1:
        at = next((n for n, base in enumerate(bases) if asked and asked[0] in base), None)
        if at is not None and levels and len(deltas) == len(bases):
            yield levels[-1], deltas[at]
    elif len({delta.unit for delta in deltas}) == len(deltas) > 1:
        own = ((delta, _levels(text, evidence, match, delta)) for delta in deltas)  # 9起、死亡6人，分别减少3起、3人
        yield from ((found[-1], delta) for delta, found in own if found)
    elif levels and len(levels) >= len(deltas):
        yield from zip(levels[-len(deltas) :], deltas, strict=True)


def _further(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """同比增加4个、25.4亿元: the second change, of another unit, behind the verb of the first."""
    if "、" in (match["ref"] or "") or match["way"]:
        return
    tail = re.split(r"[，。；,;]", text[match.start("delta") : match.start("delta") + 40], maxsplit=1)[0]
    found = [q for q in find_quantities(tail) if q.kind != "ordinal"]
    for before, after in pairwise(found):
        if tail[before.end : after.start] != "、" or after.unit == before.unit:
            return
        yield after


def _levels(text: str, evidence: Evidence, match: re.Match[str], delta: Quantity) -> list[Fact]:
    """The values of the unit of a change that stand before it, none of them a change or a base of shares itself."""
    return [
        fact
        for fact in sorted(evidence.facts, key=lambda f: f.start)
        if fact.kind in _KINDS and fact.end <= match.start() and _same(fact, delta)
        and not ((fact.kind != "percent" and _BASE.search(text[: fact.start])) or is_an_excess(text, fact.start))
        and not (fact.kind != "percent" and _CHANGED.search(text[max(0, fact.start - 4) : fact.start]))
    ]  # fmt: skip


def _deltas(text: str, match: re.Match[str]) -> list[Quantity]:
    tail = text[match.start("delta") : match.start("delta") + 40]
    stop = re.search(r"[，。；,;]", tail)
    tail = tail[: stop.start()] if stop else tail
    found = [q for q in find_quantities(tail) if q.kind != "ordinal"]
    several = match["way"] or "、" in (match["ref"] or "")
    found = found if several else found[:1]
    if found and found[-1].kind == "points":
        return [q for q in found if q.kind == "points" or q.unit in ("个", "")]
    return found


def _same(fact: Fact, delta: Quantity) -> bool:
    if fact.kind == "duration":
        return delta.kind == "duration"
    if fact.kind == "percent":
        return delta.kind == "points" or delta.unit == "个"
    if fact.kind == "rank":
        return delta.unit in ("位", "名")
    quantity = next(iter(find_quantities(fold(fact.value))), None)
    return quantity is not None and quantity.unit == delta.unit and delta.kind not in ("percent", "points")


def before_the_change(evidence: Evidence, match: re.Match[str], level: Fact, delta: Quantity) -> Draft | None:
    """The value that the change started from."""
    rises = bool(match["up"])
    if level.kind == "rank":
        place = re.search(r"第(\d+)", compact(level.value)) or re.search(r"(\d+)", compact(level.value + "名"))
        number = int(place[1]) if place else _chinese(level.value)
        if number is None:
            return None
        forward = (match["up"] or "") in ("前移", "上移", "上升", "提升", "提高")
        place_then = number + int(delta.value) if forward else number - int(delta.value)
        sign = "＋" if forward else "－"
        said, detail = f"第{place_then}位", f"{number}{sign}{int(delta.value)}＝{place_then}（推算）"
        return drafted("rank", said, evidence, detail)
    if level.kind == "duration" and delta.unit not in _WHOLE_DAYS:
        return _lasted(evidence, match, level)
    quantity = next(iter(find_quantities(fold(level.value))), None)
    if quantity is None:
        return None
    if quantity.unit == "%":
        value = round(quantity.value - delta.number if rises else quantity.value + delta.number, 4)
        sign = "－" if rises else "＋"
        said = f"{number_text(value)}%"
        return drafted("percent", said, evidence, f"{quantity.text}{sign}{delta.text}＝{said}（推算）")
    said, detail = difference_said(quantity, delta) if rises else sum_said([("", quantity), ("", delta)])
    return drafted("count" if quantity.kind == "count" else "number", said, evidence, detail)


_WHOLE_DAYS = ("天", "日")  # 优良天数68天，同比增加5天


def _lasted(evidence: Evidence, match: re.Match[str], level: Fact) -> Draft | None:
    """48分钟，比普速列车节省1小时52分钟: that one takes 2小时40分钟."""
    now, delta = arithmetic.read_time(level.value), arithmetic.read_time(match["delta"])
    if now is None or delta is None:
        return None
    said = arithmetic.clock_text(now - delta if match["up"] else now + delta)
    sign = "－" if match["up"] else "＋"
    detail = f"{level.value}{sign}{match['delta'].strip()}＝{said}（推算）"
    return drafted("number", said, evidence, detail) if now > delta or not match["up"] else None


def _chinese(value: str) -> int | None:

    match = re.search(r"第([一二三四五六七八九十]{1,3})", value)
    return int(parse_number(match[1])) if match else None


def drafted(kind: str, said: str, evidence: Evidence, detail: str) -> Draft:
    """An answer worked out from one sentence, which proves it."""
    return Draft("answered", kind, said, (evidence.proof,), detail=detail)  # type: ignore[arg-type]
