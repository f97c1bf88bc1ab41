"""93.6分是哪个镇的: whose a figure is, by the name in its own item; 哪天人最多 of 单日最高5200人次，出现在5月3日."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.labels import item_start
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.understanding.query import Query

_WHOSE = load_pattern("answering.figure_of.whose")
_ASKS_PEAK = load_pattern("answering.figure_of.asks_peak")
_PEAK = load_pattern("answering.figure_of.peak")
_NAME = r"(?P<name>[\u4e00-\u9fff]{1,7}?(?:%s))"
_CLEAR = re.compile(r"[^，。；、,;\d]{0,6}$")  # between the name and its figure
_SAID = 0.75


def whose_figure(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The name that the item of the asked figure opens with; None where several have it or no name of the sort does."""
    asked = _WHOSE.search(query.text)
    if asked is None or len(query.figures) != 1:
        return None
    sorts = "镇|乡|街道" if asked["sort"] in ("镇街", "乡镇", "镇", "乡") else re.escape(asked["sort"])
    words = tuple(t for t in query.terms if not t.text[0].isdigit() and t.text not in asked[0])
    named = re.compile(_NAME % sorts)
    found: dict[str, Evidence] = {}
    for evidence in pool:
        text = fold(evidence.text)
        if coverage(words, ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.heading, 0.8)))[0] < _SAID:
            continue
        for quantity in find_quantities(text):
            if (quantity.value, quantity.unit) not in query.figures:
                continue
            item = text[item_start(text, quantity.start) : quantity.start]
            opening = named.match(item)
            if opening is not None and _CLEAR.match(item, opening.end()):
                found.setdefault(opening["name"], evidence)
    drafts = [Draft("answered", "place", name, (one.proof,), confidence=0.9) for name, one in found.items()]
    return drafts[0] if len(drafts) == 1 else None


def day_of_peak(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """哪天人最多: the day behind 单日最高…，出现在…, with the number; of the one that the sentence tells of."""
    if not _ASKS_PEAK.search(query.text):
        return None
    words = [t.text for t in query.terms if t.weight >= 0.5] + [one.typed for one in query.links]
    for evidence in pool if words else ():
        match = _PEAK.search(evidence.text)
        own = compact(evidence.text[: match.start()]) if match else ""
        own += evidence.before + evidence.heading if match is not None and not own.strip("其中，,") else ""
        if match is not None and all(explained(compact(word), own).score >= _SAID for word in words):
            day, value = match["day"] or match["day2"], match["value"] or match["value2"]
            return Draft("answered", "date", f"{day}，{value}", (evidence.proof,), confidence=0.9)
    return None
