"""Rows of kinds that each have a number and an amount: 新能源8个、52亿元，装备6个、41.5亿元; and what they come to."""

from __future__ import annotations

import re

from index.extraction.programmes.cues import NUMBER
from index.language.lexicon import load_pattern

_UNIT = r"(?:个|项|宗)"
_PRICED = re.compile(
    rf"(?P<label>[^，。；：、（）()\d]{{2,12}}?)(?<!的)(?P<n>{NUMBER})\s?{_UNIT}[、，]?(?:约|共|计)?\s?\d[\d.]*[万亿]元"
    rf"(?![到至以—-])"
)
_NO_KIND = load_pattern("extraction.priced_rows.no_kind")  # 增加9个、51亿元
SUMS = re.compile(
    rf"(?<=[，；])(?:[两三四五六七八九十](?:项|批|类|块|个一批))?(?:合计|总计|共计)(?P<n>{NUMBER})\s?{_UNIT}(?=[，；。])"
)
"""五项合计338个: what the counts of a row come to."""


def priced_counts(text: str) -> frozenset[int]:
    """Where the counts of a row stand that each have an amount; none for a single one."""
    row = [match.start("n") for match in _PRICED.finditer(text) if not _NO_KIND.search(match["label"])]
    return frozenset(row if len(row) > 1 else ())
