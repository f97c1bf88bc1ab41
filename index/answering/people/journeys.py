"""Where somebody went to do something: the places behind 赴 in the clause of the name: 县长甲某赴东港、西州招商3次."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence, pages_of
from index.catalogue.offices import DEPUTY
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.journeys.asks")
_WENT = load_pattern("answering.journeys.went")
_SAID = 0.75


def went_where(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The printed places; None where no clause that begins with the name tells of the asked deed."""
    names = [link.name for link in query.links if link.kind == "person"]
    asked = _ASKS.search(query.text)
    if asked is not None and not names:
        names = _holders(query.text[: asked.start()], pool)
    if asked is None or len(names) != 1:
        return None
    for evidence in pool if asked["deed"] else ():
        if not slots_fit(query, evidence, ("paragraph", "caption")):
            continue
        for clause in re.split("[，。；;]", fold(evidence.text)):
            at = clause.find(names[0])
            went = _WENT.search(clause, at + len(names[0])) if at >= 0 else None
            if went is not None and explained(asked["deed"], went["deed"]).score >= _SAID:
                return Draft("answered", "place", went["where"], (evidence.proof,), people=(names[0],))
    return None


def _holders(asked: str, pool: Sequence[Evidence]) -> list[str]:
    """甲某 of 宣传部部长甲某, where 宣传部长 is said to have gone; nobody where no office is named."""
    if office_pattern().search(asked) is None:
        return []
    people = {one.name: one.office for page in pages_of(pool) for one in page.says.people if one.office}
    parts = ((name, part) for name, office in people.items() for part in re.split("[、，]", office))
    own = compact(asked)
    return list(dict.fromkeys(name for name, part in parts if part[-1:] == own[-1:] and _said(own, compact(part))))


def _said(asked: str, office: str) -> bool:
    return explained(asked, office).score >= _SAID and asked.startswith(DEPUTY) == (DEPUTY in office)
