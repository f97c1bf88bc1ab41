"""Which list is it in? 三家子肉牛育肥园列在哪个清单: the name of the list that a sentence enumerates it under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.about import slots_fit
from index.answering.draft import Draft
from index.answering.explain import coverage, explained
from index.answering.knowledge import Knowledge
from index.answering.pool import Evidence
from index.language.scripts import compact
from index.records import ProjectRow
from index.understanding.query import Query
from index.understanding.terms import rarity

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


_ITEM = re.compile(
    r"^\s*(?:\d{1,2}\s*[、.．)）]|[①-⑳▲●•·★■◆]|[（(]?[一二三四五六七八九十]{1,2}[）)、])?\s*(?P<label>[^：:，,。；;\d]{2,12})[：:](?P<names>.{2,80})"
)
_ASKS_LABEL = re.compile(
    r"(?:哪(?:一)?(?:个)?|什么|啥)(?P<noun>[\u4e00-\u9fff]{1,4}?)(?:里|上)?(?:的)?(?:第一名?|冠军|状元|好人|奖|名单|人选)?[？?了]*$"
)
_SORTS = (
    "类", "种", "项", "类别", "类型", "方面", "奖", "奖项", "项目", "栏", "栏目", "岗位", "称号", "级别", "等次", "组",
    "组别",
)  # fmt: skip


def labelled(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """某某是哪个工种的第一: the label of the list item that holds the name (7.水产养殖工：某某); else None.

    What is asked for has to be a usual word for such labels, or stand in the sentence in front of the list.
    """
    asks = _ASKS_LABEL.search(query.text)
    if asks is None or re.search(r"多少|几|最|谁", query.text):
        return None
    names = [link.name for link in query.links if link.kind == "person"]
    names += [t.text for t in query.terms if t.end <= asks.start() and len(t.text) in (2, 3) and rarity(t.text) == 1.0]
    for evidence in sorted(pool, key=lambda e: e.rank):
        item = _ITEM.match(evidence.text)
        if item is None or evidence.sentence.role not in ("paragraph", "caption"):
            continue
        leads = evidence.page.compact[max(0, evidence.number - _FAR) : evidence.number]
        told = asks["noun"] in _SORTS or any(asks["noun"] in lead for lead in leads)
        if told and any(item["names"].find(name) in range(_NEAR) for name in names):
            return Draft("answered", "text", item["label"].strip(), (evidence.proof,), confidence=0.9)
    return None


_LEADS = re.compile(r"[：:]$|如下|名单|结果")
_WHO = re.compile(r"谁|哪(?:一)?位|哪个人|什么人|叫(?:什么|啥)|哪(?:一)?(?:家|个)")


def under_label(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """茶艺师第一名是谁: who stands in the list item of that label, where the list is announced as such; else None."""
    if query.kind not in ("person", "organisation", "compare", "list") or not _WHO.search(query.text):
        return None
    for evidence in sorted(pool, key=lambda e: e.rank):
        item = _ITEM.match(evidence.text)
        if item is None or evidence.sentence.role not in ("paragraph", "caption"):
            continue
        label = compact(item["label"])
        whole = label in compact(query.text)
        named = [t for t in query.terms if len(t.text) > 1 and (t.text == label or (whole and t.text in label))]
        rest = tuple(t for t in query.terms if t not in named and t.weight >= _STRONG)
        leads = evidence.page.compact[max(0, evidence.number - _FAR) : evidence.number]
        lead = next((one for one in reversed(leads) if _LEADS.search(one) and not _ITEM.match(one)), "")
        told, missing, _ = coverage(rest, ((lead, 1.0), (evidence.page.heading, 0.8)))
        if named and lead and not missing and told >= _SAME:
            said = item["names"].strip("。；; ")
            return Draft("answered", "person", said, (evidence.proof,), confidence=0.9)
    return None


_STRONG = 0.5
_FAR = 12  # sentences in front of an item in which its list may be announced
_NEAR = 12  # code points behind the label in which the name begins


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
