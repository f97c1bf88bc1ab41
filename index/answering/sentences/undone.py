"""哪个项目还没开工: of 仅某某电站因手续未办结没有开工 what has not been begun or finished, by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import slots_agree
from index.answering.evidence.pool import Evidence
from index.answering.sentences.reasons import asks_reason
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.records.answers import Kind
from index.understanding.query import Query

_ASKS = load_pattern("answering.undone.asks")
_UNDONE = load_pattern("answering.undone.undone")
_LISTED = load_pattern("answering.undone.listed")
_NO_NAME = load_pattern("answering.undone.no_name")  # 3个项目未开工 names none of them
_KINDS = ("text", "list", "compare", "lookup", "organisation", "place")
_SAME = 0.75
_SAID = 0.5  # share of the other words of the question that the sentence and what is around it account for


def undone(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Those of which a sentence says that they have not come to the asked stage; None where none is named."""
    asked = _ASKS.search(query.text)
    named = any(link.kind == "project" for link in query.links)
    if asked is None or named or query.kind not in _KINDS or asks_reason(query.text):
        return None
    deed = asked["deed"] or asked["other"]
    words = tuple(t for t in query.terms if t.weight >= 1.0 and deed not in t.text and t.text not in deed)
    for evidence in pool:
        if evidence.sentence.role not in ("paragraph", "caption") or not slots_agree(query, evidence):
            continue
        if words and coverage(words, evidence.regions)[0] < _SAID:
            continue
        if names := list(_named(evidence, deed)):
            kind: Kind = "list" if len(names) > 1 else "text"
            return Draft("answered", kind, "、".join(names), (evidence.proof,), confidence=0.9)
    return None


def _named(evidence: Evidence, deed: str) -> Iterator[str]:
    """The names in front of 没有开工, without the reason that stands between; those behind 未开工的有3个，分别是."""
    for match in _LISTED.finditer(evidence.text):
        if explained(deed, match["deed"]).score >= _SAME:
            yield from re.split("、|以及|[和及]", match["names"])
            return
    for match in _UNDONE.finditer(fold(evidence.text)):
        name = evidence.text[match.start("name") : match.end("name")].strip("“”\"")
        same = explained(deed, match["deed"]).score >= _SAME
        if same and not _NO_NAME.search(name) and not re.search(r"\d", name):
            yield name
