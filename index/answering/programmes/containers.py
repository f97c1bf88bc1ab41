"""Which list is it in? 三家子肉牛育肥园列在哪个清单: the name of the list that a sentence enumerates it under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import ProjectRow
from index.understanding.query import Query

_ASKS = load_pattern("answering.containers.asks")
_LABEL = load_pattern("answering.containers.label")
_LISTS = load_pattern("answering.containers.lists")
_OPENING = load_pattern("answering.containers.opening")
_THAT = load_pattern("answering.containers.that")
_NUMERAL = load_pattern("answering.containers.numeral")
_SAME = 0.75
_ITEMS = re.compile(r"[^、，。；：:]+")
_LONG, _NEARLY = 5, 0.8  # signs of a name, and the share of them that an item must have
_PAGES = 3  # articles whose tables are looked at
_DIGITS = "0123456789"


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
                if query.kind == "stage" and any(r.stage and r.stage in label for r in _rows(query, knowledge)):
                    return None
                return Draft("answered", "stage", label, (evidence.proof,), projects=query.projects, confidence=0.9)
    return _cell_of_sort(query, names, asks["sort"], pool) if asks else None


def _cell_of_sort(query: Query, names: Sequence[str], sort: str, pool: Sequence[Evidence]) -> Draft | None:
    """起势 of a column 档次: what the only row with the name has in the column of that sort."""
    for page in list({one.page.article.id: one.page for one in sorted(pool, key=lambda e: e.rank)}.values())[:_PAGES]:
        for relation in page.relations:
            columns = [n for n, header in enumerate(relation.headers) if sort in header and n in relation.wordy]
            if len(columns) != 1 or columns[0] == relation.names:
                continue
            for name in map(compact, names):
                rows = [n for n in relation.body if any(name in cell for cell in relation.values[n])]
                cell = relation.values[rows[0]][columns[0]].rstrip(_DIGITS) if len(rows) == 1 else ""
                if cell:
                    proof = Proof(page.article.id, (relation.table.rows[rows[0]].span,))
                    return Draft("answered", "stage", cell, (proof,), projects=query.projects, confidence=0.9)
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
    return at if at >= 0 else _item(name, evidence.text)


def _item(name: str, text: str) -> int | None:
    """Where the only item of an enumeration stands that has nearly all signs of the name in order; None for none."""
    if len(name) < _LONG or "、" not in text:
        return None
    items = [match for match in _ITEMS.finditer(text) if _alike(name, match[0]) >= _NEARLY]
    return items[0].start() if len(items) == 1 else None


def _alike(name: str, item: str) -> float:
    """The share of the signs of ``name`` that ``item`` has in the same order; 0 without its beginning or a numeral."""
    if name[:2] not in item or not set(_NUMERAL.findall(name)) <= set(_NUMERAL.findall(item)):
        return 0.0
    at, held = 0, 0
    for sign in name:
        found = item.find(sign, at)
        if found >= 0:
            at, held = found + 1, held + 1
    return held / len(name)


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
