"""Where and when what an article tells happens: its first sentence says so once, for all the sentences behind it.

The first sentence names the village, the street or the month (3月14日，…油菜花节在花溪乡开幕); what follows tells of
the same without naming it again, as long as it names no other one of the sort itself.
"""

from __future__ import annotations

from functools import lru_cache

from index.answering.evidence.knowledge import Page
from index.answering.evidence.loosely import lead
from index.language.lexicon import load_pattern

_PLACE = load_pattern("answering.scenes.place")
_IN_A_ROW = load_pattern("answering.scenes.in_a_row")
_MONTH = load_pattern("answering.scenes.month")
_ANY_MONTH = load_pattern("answering.scenes.any_month")


def scene(page: Page, own: str, heading: str) -> str:
    """The places and the month of the page's first sentence that hold for a sentence ``own`` of it, compact."""
    around = own + heading
    others = {match["sort"] for match in _PLACE.finditer(around)}
    found = [name for sort, name in _told(lead(page)) if sort not in others]
    month = _MONTH.search(lead(page))
    if month is not None and not _ANY_MONTH.search(around):
        found.append(month[0])
    return "|".join(found)


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[tuple[str, str], ...]:
    """(ending, name) of each place that is the only one of its sort in the sentence; one of a row is no scene."""
    found = [
        (match["sort"], match[0])
        for match in _PLACE.finditer(text)
        if not _IN_A_ROW.match(text, match.end()) and text[match.start() - 1 : match.start()] not in ("、", "和", "与")
    ]
    sorts = [sort for sort, _ in found]
    return tuple((sort, name) for sort, name in found if sorts.count(sort) == 1)
