"""What parking for so long costs, by the printed rule: free hours, the price of an hour, the most a day costs."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.answering.evidence import texts
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import fold
from index.understanding.query import Query

_NUMBER = r"(?:\d+(?:\.\d+)?|[一两二三四五六七八九十]{1,2})"
_PRICE = r"(?:收费|收取|加收|计收|收|按|为)?\s?(?:\d+(?:\.\d+)?)元"
_PARKING = load_pattern("answering.tariffs.parking")
_PARKED = load_pattern("answering.tariffs.parked")
_COST = load_pattern("answering.tariffs.cost")
_LASTS = re.compile(rf"(?P<n>{_NUMBER}|半)(?:个)?(?P<half>半)?(?P<unit>小时|钟头|分钟)")
_TAKES = r"(?:加收|收费|收取|计收|收|按)?\s?"
_YUANS = r"\d+(?:\.\d+)?"
_FREE = re.compile(
    rf"(?:前|首)?(?P<n>{_NUMBER}|半)?(?:个)?(?P<unit>小时|分钟)(?:\(含\)|以内|之内|内)?免费"
    rf"|免费停(?:车|放)?(?P<m>{_NUMBER})(?:个)?小时"
)
_FIRST = re.compile(rf"(?:首|前|第)(?P<n>{_NUMBER})?(?:个)?小时(?:内|以内)?{_PRICE}")
_THEN = re.compile(
    r"(?:超过|超出|之后|以后|此后|其后|后续)[^，。；;]{0,10}?"
    rf"每(?:增加)?(?P<n>\d+|半|一)?(?:个)?小时{_TAKES}(?P<yuan>{_YUANS})元"
)
_FLAT = re.compile(rf"每(?:个)?小时{_TAKES}(?P<yuan>{_YUANS})元|(?P<other>{_YUANS})元[/／](?:个)?小时")
_CAP = re.compile(
    rf"(?:每日|每天|单日|当日|24小时|一天|全天)(?:内)?(?:最高|封顶|最多|上限)[^\d，。；]{{0,6}}(?P<yuan>{_YUANS})元"
    rf"|(?:最高|封顶)[^\d，。；]{{0,4}}(?P<top>{_YUANS})元"
)
_MOST = load_pattern("answering.tariffs.most")
_YUAN = load_pattern("answering.tariffs.yuan")
_ENOUGH = 0.6
_TALK = load_pattern("answering.tariffs.talk")


@dataclass(frozen=True, slots=True)
class _Rule:
    """Hours that cost ``first`` in all, then ``rate`` for each hour begun, at most ``cap`` a day."""

    hours: float
    first: float
    rate: float | None
    cap: float | None

    def cost(self, hours: float) -> tuple[float, str] | None:
        """(yuan, the arithmetic) for so long; None where the rule does not tell."""
        if hours <= self.hours:
            return self.first, ""
        if self.rate is None or hours > 24:
            return None
        more = math.ceil(hours - self.hours - 1e-9)
        total = self.first + more * self.rate
        shown = f"{_said(self.first)}元＋{more}小时×{_said(self.rate)}元＝{_said(total)}元" if self.first else ""
        shown = shown or f"{more}小时×{_said(self.rate)}元＝{_said(total)}元"
        if self.cap is not None and total > self.cap:
            return self.cap, f"{shown}，超过每日最高{_said(self.cap)}元"
        return total, shown


def parking_cost(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What so many hours of parking cost, the arithmetic in the detail; a refusal where only another's is printed.

    Args:
        pool: sentences near the question.
    """
    if not _PARKING.search(query.text) or not _COST.search(query.text) or query.kind in ("yesno", "place", "count"):
        return None
    lasts = _LASTS.search(query.text)
    spans = (lasts.span(),) if lasts else ()
    terms = tuple(t for t in without(query.terms, spans) if t.weight >= 0.5 and not _TALK.fullmatch(t.text))
    printed = False
    for evidence in pool:
        rule = _rule(fold(evidence.text)) if _PARKED.search(evidence.text) else None
        if rule is None or evidence.sentence.role == "headline" or not links_fit(query, evidence):
            continue
        printed = True
        around = evidence.page.whole
        regions = ((evidence.own, 1.0), (evidence.before, 1.0), (evidence.heading, 1.0), (around, 0.8))
        share, missing, _ = coverage(terms, regions)
        if share < _ENOUGH or any(t.critical for t in missing):
            continue
        return _draft(query, rule, lasts, evidence)
    if printed and terms:
        return Draft("not_found", "money", texts.NO_ATTRIBUTE_PLAIN.format(what="停车收费"), reason="attribute")
    return None


def _draft(query: Query, rule: _Rule, lasts: re.Match[str] | None, evidence: Evidence) -> Draft | None:
    if lasts is None:
        if _MOST.search(query.text):
            if rule.cap is None:
                return None
            return Draft("answered", "money", f"{_said(rule.cap)}元", (evidence.proof,))
        said = evidence.text.strip("，；。：、,;: ")
        return Draft("answered", "money", said[:150], (evidence.proof,))
    cost = rule.cost(_hours(lasts))
    if cost is None:
        return None
    yuan, shown = cost
    detail = f"{evidence.text.strip('。')}；{shown}（推算）。" if shown else f"{evidence.text.strip('。')}。"
    said = f"{_said(yuan)}元" if yuan else "免费"
    return Draft("answered", "money", said, (evidence.proof,), detail=detail)


def _hours(match: re.Match[str]) -> float:
    number = 0.5 if match["n"] == "半" else float(parse_number(match["n"]))
    number += 0.5 if match["half"] else 0.0
    return number / 60 if match["unit"] == "分钟" else number


def _rule(text: str) -> _Rule | None:
    """The rule that a sentence prints; None where it prints no price of time."""
    free, first, then, flat, cap = (one.search(text) for one in (_FREE, _FIRST, _THEN, _FLAT, _CAP))
    if not (free or first or then or flat):
        return None
    most = float(cap["yuan"] or cap["top"]) if cap else None
    rate = _rate(then, flat)
    if first is not None:
        hours = float(parse_number(first["n"])) if first["n"] else 1.0
        price = _YUAN.search(first[0])
        return _Rule(hours, float(price[0]) if price else 0.0, rate if then else None, most)
    if free is not None:
        said = free["n"] or free["m"]
        hours = 0.5 if said == "半" else float(parse_number(said)) if said else 1.0
        hours = hours / 60 if free["unit"] == "分钟" else hours
        return _Rule(hours, 0.0, rate, most)
    return _Rule(0.0, 0.0, rate, most)


def _rate(then: re.Match[str] | None, flat: re.Match[str] | None) -> float | None:
    if then is not None:
        step = {"半": 0.5, "一": 1.0, None: 1.0}.get(then["n"]) or float(then["n"])
        return float(then["yuan"]) / step if step == 1.0 else None
    return float(flat["yuan"] or flat["other"]) if flat is not None else None


def _said(yuan: float) -> str:
    return texts.number_text(yuan)
