"""The asked part of a whole is counted in another sentence, and what is answered is told of the whole.

刑事案件审结了多少件 of 受理各类案件900件，审结800件。其中刑事案件60件: how many of those 60 are settled nobody prints.
"""

from __future__ import annotations

import re

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge
from index.language.scripts import compact
from index.understanding.query import Query

_KINDS = ("count", "number", "money", "percent")
_FIGURE = r"\d+(?:\.\d+)?[万亿]?(?![\d.]*[年月日时点:-])"  # no day behind a name
_LONG = 4  # letters of a word that says which part of a whole is meant
_STRONG, _NAMED = 1.0, 0.75


def of_whole_alone(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """True where the page has a figure right behind the asked part, and the quoted sentence does not name that part."""
    if query.kind not in _KINDS or draft.status != "answered" or draft.accounted or len(draft.facts) != 1:
        return False
    article, fact = draft.facts[0]
    page = knowledge.page(article)
    if page.sentence(fact.sentence).role != "paragraph":
        return False
    at = fact.sentence
    around = "".join((page.heading, *page.compact[max(0, at - 1) : at + 1]))
    words = (t.text for t in query.terms if t.weight >= _STRONG and len(t.text) >= _LONG)
    parts = [word for word in words if explained(word, around).score < _NAMED]
    return any(_counted(compact(word), text) for word in parts for text in page.compact)


def _counted(word: str, text: str) -> bool:
    return re.search(re.escape(word) + _FIGURE, text) is not None
