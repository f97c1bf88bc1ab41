"""三次产业结构为4.2∶41.5∶54.3: the share of the sector that is asked for (农业, 二产, 服务业)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.fits import links_fit, period_fits, scope_fits, year_fits
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.sectors.asks")
_SECTORS = (
    re.compile(r"第一产业|一产|农业"),
    re.compile(r"第二产业|二产"),
    re.compile(r"第三产业|三产|服务业"),
)
_OTHER = load_pattern("answering.sectors.other")  # a share of something else
_STRUCTURE = load_pattern("answering.sectors.structure")


def sector_share(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The share of one sector out of the printed structure of all three; None where none is asked for."""
    asked = [number for number, sector in enumerate(_SECTORS) if sector.search(query.text)]
    if len(asked) != 1 or not _ASKS.search(query.text) or _OTHER.search(query.text):
        return None
    for evidence in pool:
        match = _STRUCTURE.search(fold(evidence.text))
        if match is None or not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        if not (year_fits(query, evidence) and scope_fits(query, evidence)):
            continue
        share = match["def"[asked[0]]] if match["on"] else match["abc"[asked[0]]]
        detail = f"“{match[0]}”中的第{asked[0] + 1}个数"
        return Draft("answered", "percent", f"{share}%", (evidence.proof,), detail=detail)
    return None
