"""Which streets, towns or villages somebody went to on a round: 先到甲街道某院，…。在乙镇某某家中，…."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.pool import Evidence, pages_of
from index.catalogue.offices import held_as_printed
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.understanding.query import Query

_ASKS = load_pattern("answering.areas_visited.asks")
_AT = load_pattern("answering.areas_visited.at")
_FEWEST = 2


def areas_visited(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The areas of the asked sort in the order of the article, as many as are asked for; None where it tells others."""
    asked = _ASKS.search(query.text)
    people = [link.name for link in query.links if link.kind == "person"]
    office = next(reversed([one[0] for one in office_pattern().finditer(query.text)]), None)
    if asked is None or not (people or office):
        return None
    at = re.compile(_AT.pattern + rf"(?P<x>[\u4e00-\u9fff]{{1,6}}?{asked['sort']})")
    count = int(parse_number(asked["n"])) if asked["n"] else None
    for page in pages_of(pool):
        holders = [one.name for one in page.says.people if office and held_as_printed(one.office or "", office)]
        if not (holders or people) or not all(name in page.whole for name in people):
            continue
        told = [
            (match["x"], one)
            for one in page.says.sentences
            if one.role == "paragraph"
            for match in at.finditer(one.text.text)
        ]
        names = tuple(dict.fromkeys(name for name, _ in told))
        if len(names) < _FEWEST or (count is not None and len(names) != count):
            continue
        spans = tuple(span for name in names for span in next(one for said, one in told if said == name).text.spans())
        proofs = (Proof(page.article.id, tuple(dict.fromkeys(spans))),)
        return Draft("answered", "list", "、".join(names), proofs, detail=f"共{len(names)}个", accounted=True)
    return None
