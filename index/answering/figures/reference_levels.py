"""The level that a printed value is set against: 峰值27.86米，超警戒水位0.86米 tells a 警戒水位 of 27米, and so does
涨至26.5米，距警戒水位仅0.5米; 完成投资31亿元，超目标1亿元 tells a goal of 30亿元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import sentence_fits
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.scripts import compact, fold
from index.understanding.query import Query

_KINDS = ("money", "number", "count", "length", "percent")
_AGAINST = r"(?:超过|超出?|高于|高出|低于|比|较|距离?|离)"
_BY = rf"[，,](?:其中)?{_AGAINST}[\u4e00-\u9fff]{{2,13}}?\d[\d.]*[万亿]?[\u4e00-\u9fff%]{{1,3}}"
_LEVEL = re.compile(rf"(?P<level>\d[\d.]*[万亿]?[\u4e00-\u9fff%]{{1,3}}?)(?P<sets>(?:{_BY})+)")
_BESIDE = load_pattern("answering.reference_levels.beside")  # 原定目标: the goal itself
_SET = load_pattern("answering.reference_levels.set")
_ASKS_APART = load_pattern("answering.reference_levels.asks_apart")
_ENOUGH = 0.6


def reference_level(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The level by the value and how far it was above or below; None where none is asked or printed so."""
    if query.kind not in _KINDS or _ASKS_APART.search(query.text):
        return None
    terms = tuple(t for t in query.terms if not _BESIDE.fullmatch(t.text))
    for evidence in pool:
        for found in _LEVEL.finditer(fold(evidence.text)) if sentence_fits(query, evidence) else ():
            match = next((m for m in _SET.finditer(found["sets"]) if compact(m["name"]) in compact(query.text)), None)
            regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.heading, 0.8))
            share, missing, _ = coverage(terms, regions)
            short = match is not None and match["short"] is not None  # 距警戒水位0.5米: still below it
            lies = (match["way"] or ("低" if short else match["lies"]) or "") if match else ""
            if match is not None and _of_another_part(query, evidence, found):
                continue
            if match is None or not lies or share < _ENOUGH or any(t.critical for t in missing):
                continue
            level, by = read_amount(found["level"]), read_amount(match["by"])
            if level is None or by is None or (level.unit, level.scale) != (by.unit, by.scale):
                continue
            said, detail = _set_apart(level, by, above="低" not in lies)
            return Draft("answered", "number", said, (evidence.proof,), detail=detail, confidence=0.9)
    return None


def _of_another_part(query: Query, evidence: Evidence, found: re.Match[str]) -> bool:
    """第二轮 is asked, which the sentence tells of behind a semicolon: 第一轮…超目标1亿元；第二轮…."""
    low = start_of(evidence.text, found.start(), "；;")
    high = end_of(evidence.text, found.end(), "；;")
    part = evidence.clause((low, high))
    words = (t.text for t in query.terms if t.critical)
    return any(explained(word, part).score < _ENOUGH <= explained(word, evidence.own).score for word in words)


def _set_apart(level: Amount, by: Amount, *, above: bool) -> tuple[str, str]:
    if level.unit == "元":
        return arithmetic.difference(level, by) if above else arithmetic.total([level, by])
    value = level.value - by.value if above else level.value + by.value
    said = f"{arithmetic.plain(value)}{level.scale}{level.unit}"
    return said, f"{level.text}{'－' if above else '＋'}{by.text}＝{said}（推算）"
