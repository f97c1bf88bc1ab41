"""Which list is it in? 三家子肉牛育肥园列在哪个清单: the name of the list that a sentence enumerates it under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.records import ProjectRow
from index.understanding.query import Query

_ASKS = re.compile(
    r"(?:在|属于?|是|列(?:在|入|进)?|放在|归|划(?:在|到|入)|算)?(?:第几|哪(?:一)?(?:个)?)(?:批|季|轮|类|场|期|清单|名单|板块|组|档|榜|阶段)(?!.{0,6}(?:最|多|少|项目))"
)
_LABEL = re.compile(
    r"[“\"](?P<quoted>[^”\"]{2,14})[”\"]|(?P<nth>(?:第[一二三四五六七八九十\d]{1,3}|首)(?:批|季|轮|场|期|类|组))"
)
_LISTS = re.compile(r"包括|分别(?:是|为)|有[:：]?|为[:：]|[:：]|代表项目|其中|如")
_SAME = 0.75


def container_of(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The printed name of the list or batch that a sentence enumerates the asked thing under.

    None where no sentence does, and where a project's row tells the same with its period.
    """
    asks = _ASKS.search(query.text)
    names = _names(query, asks.start()) if asks else []
    if not names:
        return None
    for evidence in sorted(pool, key=lambda e: e.rank):
        if not slots_fit(query, evidence, ("paragraph", "caption")):
            continue
        for name in names:
            at = _spot(name, evidence)
            label = _label_before(evidence, at) if at is not None else None
            if label is not None:
                if any(row.stage and row.stage in label for row in _rows(query, knowledge)):
                    return None
                return Draft("answered", "stage", label, (evidence.proof,), projects=query.projects, confidence=0.9)
    return None


def _rows(query: Query, knowledge: Knowledge) -> list[ProjectRow]:
    return [found.value for key in query.projects for found in knowledge.rows.get(key, ())]


def _names(query: Query, end: int) -> list[str]:
    """What the question asks about: linked names as printed, and its words before the question word at ``end``."""
    linked = [link.name for link in query.links if link.kind == "project"]
    typed = query.text[:end].strip("的那个请问，, ")
    return [*linked, *([typed] if 3 <= len(typed) <= 24 else [])]


def _spot(name: str, evidence: Evidence) -> int | None:
    """Where ``name`` stands in the sentence, as typed or nearly so."""
    at = evidence.text.find(name)
    if at < 0:
        found = explained(name, evidence.own)
        at = evidence.text.find(found.printed) if found.score >= _SAME and found.printed else -1
    return at if at >= 0 else None


def _label_before(evidence: Evidence, at: int) -> str | None:
    """The label whose enumeration the spot stands in: the last one before it, with a word that opens a list between."""
    text = evidence.text
    labels = list(_LABEL.finditer(text[:at]))
    if labels:
        last = labels[-1]
        return (last["quoted"] or last["nth"]) if _LISTS.search(text[last.end() : at]) else None
    if not _LISTS.search(text[:at]):
        return None
    labels = list(_LABEL.finditer(evidence.printed_before))
    return (labels[-1]["quoted"] or labels[-1]["nth"]) if len(labels) == 1 else None
