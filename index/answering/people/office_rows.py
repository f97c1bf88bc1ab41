"""Which of several hold an office that a row of names has in common: 副主任甲某、乙某、丙某和委员共20人出席."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.catalogue.offices import DEPUTY
from index.extraction.words.people import is_full_name, office_pattern
from index.language.lexicon import load_pattern, load_words
from index.understanding.query import Query

_ASKS = load_pattern("answering.office_rows.asks")
_ROW = load_pattern("answering.office_rows.row")
_JOINS = load_pattern("answering.office_rows.joins")
_ENOUGH = 0.6  # share of the words of the question that the sentence must account for
_FEWEST = 2


def of_office_row(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The names behind the asked office, to the last of the row; None where no sentence prints such a row."""
    asked = list(office_pattern().finditer(query.text)) if _ASKS.search(query.text) else []
    if not asked or query.kind not in ("list", "person", "count"):
        return None
    at = asked[-1].start()
    title = query.text[at - 1 : asked[-1].end()] if query.text[at - 1 : at] == DEPUTY else asked[-1][0]
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        share, missing, _ = coverage(query.terms, evidence.regions)
        if share < _ENOUGH or any(t.critical for t in missing) or not slots_fit(query, evidence, ("paragraph",)):
            continue
        for match in re.finditer(rf"(?<!{DEPUTY}){re.escape(title)}(?P<row>{_ROW.pattern})", evidence.text):
            names = _names(evidence.text[match.start("row") :], match["row"])
            if len(names) >= _FEWEST and (best is None or share > best[0]):
                best = share, Draft("answered", "list", "、".join(names), (evidence.proof,), people=names)
    return best[1] if best else None


def _names(text: str, row: str) -> tuple[str, ...]:
    """The names of a row up to its last one, behind which the text goes on: 甲某、乙某、丙某出席 ends with 丙某."""
    pieces = _JOINS.split(row)
    names = tuple(takewhile(is_full_name, pieces))
    if len(names) == len(pieces):
        return names
    at = sum(len(one) + 1 for one in names)
    sizes = [size for size in (3, 2) if is_full_name(text[at : at + size])]
    acting = [size for size in sizes if text[at + size :].startswith(tuple(load_words("acts")))]
    size = next(iter(acting or sizes), 0)
    return (*names, text[at : at + size]) if size else names
