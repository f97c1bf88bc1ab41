"""Lists of labelled items (茶艺师：第一名 某某（某公司）): whose label it is, who stands there, what brackets add."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import ITEM, Page
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_table
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.understanding.query import Query
from index.understanding.terms import rarity

_SAME = 0.75
_STRONG = 0.5
_FAR = 12  # sentences in front of an item in which its list may be announced
_NEAR = 12  # code points behind the label in which the name begins
_ASKS_LABEL = load_pattern("answering.items.asks_label")
_SORTS = (
    "类", "种", "项", "类别", "类型", "方面", "奖", "奖项", "项目", "栏", "栏目", "岗位", "称号", "级别", "等次", "组",
    "组别",
)  # fmt: skip
_RANKED = load_pattern("answering.items.ranked")
_FEWEST = 3  # items of a list that nothing else announces
_WITH_ASIDE = re.compile(r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{2,4})[（(](?P<aside>[^（）()]{2,24})[）)]")
_ASKS_WHERE = load_pattern("answering.items.asks_where")
_ASKS_LABELS = load_pattern("answering.items.asks_labels")


@lru_cache(maxsize=1)
def _fields() -> frozenset[str]:
    """What a project's card calls its lines (投资方, 看点): these are no labels of a list."""
    return frozenset(word for row in load_table("project_columns") for word in row[1].split())


def labelled(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """某某是哪个工种的第一: the label of the list item that holds the name (7.水产养殖工：某某); else None.

    What is asked for has to be a usual word for such labels, or stand in the sentence in front of the list.
    """
    asks = _ASKS_LABEL.search(query.text)
    if asks is None or re.search(r"多少|几|最|谁", query.text):
        return None
    names = [link.name for link in query.links if link.kind == "person"]
    names += [t.text for t in query.terms if t.end <= asks.start() and len(t.text) in (2, 3) and rarity(t.text) == 1.0]
    if not names:
        return None
    for evidence in sorted(pool, key=lambda e: e.rank):
        item = evidence.page.items.get(evidence.number)
        if item is None or evidence.sentence.role not in ("paragraph", "caption") or item["label"].strip() in _fields():
            continue
        leads = evidence.page.compact[max(0, evidence.number - _FAR) : evidence.number]
        told = asks["noun"] in _SORTS or any(asks["noun"] in lead for lead in leads)
        if told and any(item["names"].find(name) in range(_NEAR) for name in names):
            return Draft("answered", "text", item["label"].strip(), (evidence.proof,), confidence=0.9)
    return None


_LEADS = load_pattern("answering.items.leads")
_WHO = load_pattern("answering.items.who")


def under_label(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """茶艺师第一名是谁: who stands in the list item of that label, where the list is announced as such; else None."""
    asks = _WHO.search(query.text) or "kind" in query.inherited
    if query.kind not in ("person", "organisation", "compare", "list") or not asks:
        return None
    asked = compact(query.text)
    for evidence in sorted(pool, key=lambda e: e.rank):
        item = evidence.page.items.get(evidence.number)
        if item is None or evidence.sentence.role not in ("paragraph", "caption"):
            continue
        label = compact(item["label"])
        whole = label in asked
        named = [t for t in query.terms if len(t.text) > 1 and (t.text == label or (whole and t.text in label))]
        if not named or not (lead := _lead(evidence)):
            continue
        others = _labels_beside(evidence) if query.inherited else ()
        rest = tuple(
            t
            for t in query.terms
            if t not in named and t.weight >= _STRONG and not (t.text in others and t.text not in query.text)
        )
        regions = ((lead, 1.0), (compact(item["names"]), 1.0), (evidence.page.heading, 0.8))
        told, missing, _ = coverage(rest, regions)
        if not missing and told >= _SAME:
            said = item["names"].strip("。；; ")
            said = _RANKED.sub("", said) if _RANKED.search(query.text) else said
            return Draft("answered", "person", said, (evidence.proof,), confidence=0.9)
    return None


def _lead(evidence: Evidence) -> str:
    """What announces the list that an item is of; of a list of several, the sentence above the first one; else ""."""
    leads = evidence.page.compact[max(0, evidence.number - _FAR) : evidence.number]
    announced = next((one for one in reversed(leads) if _LEADS.search(one) and not ITEM.match(one)), "")
    if announced:
        return announced
    run = _run(evidence.page, evidence.number)
    first = run[0] if len(run) >= _FEWEST else 0
    return evidence.page.compact[first - 1] if first else ""


def _run(page: Page, number: int) -> list[int]:
    """The numbers of the items in a row of which one is."""
    says = page.says.sentences
    found = [number]
    for step in (-1, 1):
        at = number + step
        while at in page.items and says[at].role == "paragraph":
            found.append(at)
            at += step
    return sorted(found)


def of_item(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """某某是哪个单位的: what the brackets behind a name of an item say; which labels a list has; else None.

    A name that stands below another label than the question says puts that right.
    """
    if (labels := _labels(query, pool)) is not None:
        return labels
    if query.kind in ("yesno", "count", "money", "number", "date") or not _ASKS_WHERE.search(query.text):
        return None
    for evidence in pool:
        item = evidence.page.items.get(evidence.number)
        if item is None or evidence.sentence.role != "paragraph":
            continue
        held = next((m for m in _WITH_ASIDE.finditer(item["names"]) if m["name"] in query.text), None)
        if held is None:
            continue
        if _of_another_label(query, evidence, compact(item["label"])):
            said = texts.SAYS.format(said=evidence.text.strip("。；; "))
            return Draft("corrected", "text", said, (evidence.proof,), confidence=0.9)
        return Draft("answered", "organisation", held["aside"], (evidence.proof,), people=(held["name"],))
    return None


def _of_another_label(query: Query, evidence: Evidence, label: str) -> bool:
    """The question names the label of another item of the list, and not that of this one."""
    asked = compact(query.text)
    return label not in asked and any(one in asked for one in _labels_beside(evidence))


def _labels_beside(evidence: Evidence) -> tuple[str, ...]:
    """The labels of the list that an item is of, compact."""
    items = evidence.page.items
    return tuple(compact(items[n]["label"]) for n in _run(evidence.page, evidence.number) if n in items)


def _labels(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """比了哪几个工种 of 共设7个工种 above seven items: their labels, where there are as many as announced."""
    asked = _ASKS_LABELS.search(query.text) if query.kind == "list" else None
    if asked is None:
        return None
    announced = re.compile(rf"(?P<n>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})[个项类种大]{asked['noun']}")
    for page in {e.page.article.id: e.page for e in pool if len(e.page.items) >= _FEWEST}.values():
        for number, text in enumerate(page.compact):
            below = next((n for n in range(number + 1, number + 4) if _is_item(page, n)), None)
            told = announced.search(text) if below is not None else None
            if below is None or told is None:
                continue
            run = _run(page, below)
            if len(run) != parse_number(told["n"]) or len(run) < _FEWEST:
                continue
            labels = [page.items[n]["label"].strip() for n in run]
            spans = tuple(span for n in run for span in page.sentence(n).text.spans())
            return Draft("answered", "list", "、".join(labels), (Proof(page.article.id, spans),), confidence=0.9)
    return None


def _is_item(page: Page, number: int) -> bool:
    return number in page.items and page.sentence(number).role == "paragraph"


