"""Is it one of them: 生态环保是六项工作之一吗, 六项工作有第七项吗, 甲街道在后三位吗, held against the printed list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import slots_agree
from index.answering.evidence.pool import Evidence
from index.catalogue.offices import held_as_printed
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.records import OrderedList
from index.understanding.query import Query

_ONE_OF = load_pattern("answering.in_lists.one_of")
_HAS_NTH = load_pattern("answering.in_lists.has_nth")
_BEYOND = load_pattern("answering.in_lists.beyond")
_AT_END = load_pattern("answering.in_lists.at_end")
_TOP = load_pattern("answering.in_lists.top")
_COUNTED = load_pattern("answering.in_lists.counted")
_CALLED_SO = load_pattern("answering.in_lists.called_so")
_SAID = 0.75
_NEAR = 12  # code points between 后三位 and the first name behind it
_LONGEST = 110  # code points of a list that is told whole
_SIDES = {"前": "前", "后": "后", "末": "后", "倒数": "后"}


def asks_member(text: str) -> bool:
    """甲事是六项工作之一吗: the number counts a list and is no figure that the question gives."""
    asked = _ONE_OF.search(text)
    named = asked is not None and _COUNTED.search(asked["list"] or asked["group"]) is not None
    return named or any(one.search(text) is not None for one in (_HAS_NTH, _AT_END))


def among(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Yes or no by the list that the question names; None where it names none, or none that is printed whole."""
    if query.kind != "yesno":
        return None
    return _has_nth(query, pool) or _is_at_end(query, pool) or _is_one_of(query, pool)


def _is_one_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """是，第五项 for 生态环保是六项工作之一吗; 不是 with the items where none of them is it."""
    asked = _ONE_OF.search(query.text)
    if asked is None:
        return None
    name, item = asked["list"] or asked["group"], compact(asked["item"] or asked["member"])
    yes, no = ("有", "没有") if asked["group"] else ("是", "不是")
    for evidence, held in _named(query, name, pool):
        found = [one for one in held.items if explained(item, compact(one.text)).score >= _SAID]
        proof = _proof(evidence, held)
        if len(found) == 1 and (number := found[0].ordinal) is not None:
            said = f"{yes}，第{texts.chinese(number)}{_unit(held)}：{found[0].text}"
            return Draft("answered", "yesno", said, (proof,), accounted=True)
        if not found and not held.open and not _says_elsewhere(item, evidence):
            return Draft("corrected", "yesno", f"{no}，{_told(name, held)}", (proof,), accounted=True)
    return None


def _has_nth(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """没有 for 六项工作有第七项吗, and the item itself where there is one."""
    asked = _HAS_NTH.search(query.text)
    if asked is None:
        return None
    wanted = int(parse_number(asked["n"]))
    for evidence, held in _named(query, asked["list"], pool):
        proof = _proof(evidence, held)
        if wanted > len(held.items):
            return Draft("corrected", "yesno", _ends_before(asked["list"], held), (proof,), accounted=True)
        return Draft("answered", "yesno", f"有，{held.items[wanted - 1].text}", (proof,), accounted=True)
    return None


def beyond(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """没有 for 三个攻坚月第四个是什么: the list that is called so is whole and ends before it."""
    asked = _BEYOND.search(query.text)
    named = list(_named(query, asked["list"], pool)) if asked else []
    wanted = int(parse_number(asked["n"])) if asked else 0
    if asked is None or not named or any(wanted <= len(held.items) for _, held in named):
        return None
    evidence, held = named[0]
    said = _ends_before(asked["list"], held)
    return Draft("corrected", "text", said, (_proof(evidence, held),), accounted=True)


def _ends_before(name: str, held: OrderedList) -> str:
    """没有，四大工程共4个: as many as it has."""
    return f"没有，{_called(name, held)}共{len(held.items)}{_unit(held)}"


def _is_at_end(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """不是 for 北街道是后三位吗, where 后三位依次是 others and the asked one is in no such row."""
    asked = _AT_END.search(query.text)
    if asked is None:
        return None
    name = compact(asked["name"])
    for evidence in pool:
        if name not in evidence.own or not slots_agree(query, evidence):
            continue
        for held in evidence.page.says.lists:
            at = evidence.text.find(held.items[0].text) if held.sentence == evidence.number else -1
            near = list(_TOP.finditer(evidence.text[max(0, at - _NEAR) : max(at, 0)]))
            if not near or _SIDES[near[-1]["side"]] != _SIDES[asked["side"]]:
                continue
            if parse_number(near[-1]["n"]) != parse_number(asked["n"]) or len(held.items) != parse_number(asked["n"]):
                continue
            names = "、".join(one.text for one in held.items)
            yes = any(compact(one.text) == name for one in held.items)
            said = f"{'是' if yes else '不是'}，{near[-1][0]}是{names}"
            return Draft("answered" if yes else "corrected", "yesno", said, (evidence.proof,), accounted=True)
    return None


def _named(query: Query, name: str, pool: Sequence[Evidence]) -> Iterator[tuple[Evidence, OrderedList]]:
    """The whole lists that are called so: 六项工作, 四大工程, “三个百日”行动; numbered ones first."""
    counted = _COUNTED.search(name)
    if counted is None:
        return
    count, words = int(parse_number(counted["n"])), compact(name[counted.start() :])
    found: list[tuple[bool, Evidence, OrderedList]] = []
    for evidence in pool:
        for held in evidence.page.says.lists if slots_agree(query, evidence) else ():
            near = held.sentence == evidence.number
            said = compact(held.name) or (evidence.own if near else "")
            if near and len(held.items) == count and words in (said if held.count == count else evidence.own):
                own = len(held.evidence) > 1 and held.evidence != evidence.sentence.text.spans()
                found.append((not own, evidence, held))
    for _, evidence, held in sorted(found, key=lambda one: one[0]):
        yield evidence, held


def _says_elsewhere(item: str, evidence: Evidence) -> bool:
    """The list does not tell of it, but its sentence does: which of both is meant stays open."""
    return item in evidence.own


def is_of_the_asking(word: str, evidence: Evidence, ahead: str = "") -> bool:
    """区长提的第六项任务: what 一是…六是… calls itself need not be 任务, and the 区长 stands there by name."""
    if _CALLED_SO.fullmatch(word):
        return True
    around = ahead + evidence.text + evidence.before
    holders = (p.name for p in evidence.page.says.people if held_as_printed(p.office or "", word))
    return office_pattern().fullmatch(word) is not None and any(name in around for name in holders)


def _unit(held: OrderedList) -> str:
    """项 of 六项工作, 件 of 五件大事; 个 where the name tells none."""
    return next((one for one in "项件条点" if one in held.name[1:3]), "个")


def _called(name: str, held: OrderedList) -> str:
    """What the list is called: as it was asked for where that goes on behind what was read (四心 of 四心工程)."""
    counted = _COUNTED.search(name)
    typed = name[counted.start() :].rstrip("的里中") if counted else name
    return typed if typed.startswith(held.name) else held.name


def _told(name: str, held: OrderedList) -> str:
    """What the list is called and its items, shortened where they are sentences."""
    items = "、".join(re.split("[，；。]", one.text)[0] for one in held.items)
    return f"{_called(name, held)}是{items}"[:_LONGEST]


def _proof(evidence: Evidence, held: OrderedList) -> Proof:
    """A numbered list is quoted item by item, an enumeration by its sentence."""
    numbered = held.evidence != evidence.sentence.text.spans()
    return Proof(evidence.page.article.id, held.evidence if numbered else evidence.sentence.text.spans())
