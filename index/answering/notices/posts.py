"""What a post asks for, printed in brackets behind the number of places: 护士8名（大专以上，35周岁以下）."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS = load_pattern("answering.posts.asks")
_TALK = load_pattern("answering.posts.talk")
_POST = load_pattern("answering.posts.post")
_DEMANDS = load_pattern("answering.posts.demands")
_NAMED = 0.9


def asked_of_post(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The bracket behind the one post that has all words of the question; None for none or several."""
    asked = [match.span() for match in _ASKS.finditer(query.text)]
    if not asked:
        return None
    terms = [t for t in without(query.terms, tuple(asked)) if t.weight >= 1.0 and not _TALK.fullmatch(t.text)]
    found: dict[str, Draft] = {}
    for evidence in pool if terms else ():
        for match in _POST.finditer(evidence.text):
            post = compact(match["post"])
            if _DEMANDS.search(match["said"]) and all(explained(t.text, post).score >= _NAMED for t in terms):
                found.setdefault(match["said"], Draft("answered", "list", match["said"], (evidence.proof,)))
    return next(iter(found.values())) if len(found) == 1 else None
