"""Which list is it in? 三家子肉牛育肥园列在哪个清单: the name of the list that a sentence enumerates it under."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.records import ProjectRow
from index.understanding.query import Query

_ASKS = load_pattern("answering.containers.asks")
_LABEL = load_pattern("answering.containers.label")
_LISTS = load_pattern("answering.containers.lists")
_OPENING = load_pattern("answering.containers.opening")
_THAT = load_pattern("answering.containers.that")
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
            label = _label_before(evidence, at) or _label_above(evidence, at) if at is not None else None
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
    typed = _THAT.sub("", query.text[:end]).strip("的请问，, ")
    return [*linked, *([typed] if 3 <= len(typed) <= 24 else [])]


def _spot(name: str, evidence: Evidence) -> int | None:
    """Where ``name`` stands in the sentence, as typed or nearly so."""
    at = evidence.text.find(name)
    if at < 0:
        found = explained(name, evidence.own)
        at = evidence.text.find(found.printed) if found.score >= _SAME and found.printed else -1
    return at if at >= 0 else None


def _label_above(evidence: Evidence, at: int) -> str | None:
    """“上榜”项目14个，…。主要有：…: the label that the paragraph opens with, before a list in a later sentence."""
    if not _LISTS.search(evidence.text[:at]):
        return None
    page, number = evidence.page, evidence.number
    while number and page.sentence(number - 1).paragraph == evidence.sentence.paragraph:
        number -= 1
    opening = _OPENING.match(page.sentence(number).text.text.strip()) if number < evidence.number else None
    return opening["label"] if opening else None


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
