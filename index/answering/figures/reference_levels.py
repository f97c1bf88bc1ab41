"""The level that a printed value is set against: 峰值27.86米，超警戒水位0.86米 tells a 警戒水位 of 27米."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import sentence_fits
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query

_KINDS = ("money", "number", "count", "length", "percent")
_BY = r"[，,](?:其中)?(?:超过|超出?|高于|高出|低于|比|较)[\u4e00-\u9fff]{3,11}?\d[\d.]*[万亿]?[\u4e00-\u9fff%]{1,3}"
_LEVEL = re.compile(rf"(?P<level>\d[\d.]*[万亿]?[\u4e00-\u9fff%]{{1,3}}?)(?P<sets>(?:{_BY})+)")
_SET = load_pattern("answering.reference_levels.set")
_ASKS_APART = load_pattern("answering.reference_levels.asks_apart")
_ENOUGH = 0.6


def reference_level(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The level by the value and how far it was above or below; None where none is asked or printed so."""
    if query.kind not in _KINDS or _ASKS_APART.search(query.text):
        return None
    for evidence in pool:
        for found in _LEVEL.finditer(fold(evidence.text)) if sentence_fits(query, evidence) else ():
            match = next((m for m in _SET.finditer(found["sets"]) if compact(m["name"]) in compact(query.text)), None)
            regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.heading, 0.8))
            share, missing, _ = coverage(query.terms, regions)
            lies = (match["way"] or match["lies"] or "") if match else ""
            if match is None or not lies or share < _ENOUGH or any(t.critical for t in missing):
                continue
            level, by = read_amount(found["level"]), read_amount(match["by"])
            if level is None or by is None or (level.unit, level.scale) != (by.unit, by.scale):
                continue
            said, detail = _set_apart(level, by, above="低" not in lies)
            return Draft("answered", "number", said, (evidence.proof,), detail=detail, confidence=0.9)
    return None


def _set_apart(level: Amount, by: Amount, *, above: bool) -> tuple[str, str]:
    value = level.value - by.value if above else level.value + by.value
    said = f"{arithmetic.plain(value)}{level.scale}{level.unit}"
    return said, f"{level.text}{'－' if above else '＋'}{by.text}＝{said}（推算）"
