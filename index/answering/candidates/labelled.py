"""What an amount is called, and of which of several alike it is told, against what is asked.

工资共计86万元 is no 工程款; 一级文物7件，首批展出1200件 tells nothing of 二级文物.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.answering.evidence.carried import names
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_groups, load_pattern
from index.language.marks import start_of
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query
from index.understanding.terms import rarity

_MEASURED = ("money", "count", "measure", "percent", "points", "number", "duration")
_STRONG = 1.0
_SAID, _UNSAID = 0.75, 0.5
_NAME = 3  # letters from which on a word that the dictionary has not is a name
_MARKS = re.compile(r"[，；。：,;:（）()]")
_NUMBERED = load_pattern("answering.labelled.numbered")
_AREA = load_pattern("answering.labelled.area")
_WIDE = load_pattern("answering.labelled.wide")
_OTHER = load_pattern("answering.labelled.other")
_COUNTED = load_pattern("answering.labelled.counted")
_GOES_ON = load_pattern("answering.labelled.goes_on")
_BODY = load_pattern("answering.labelled.body")
_ONE = load_pattern("answering.labelled.one")


def of_another_label(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True where the words around an amount call it something else, or tell it of another one than the asked one."""
    if fact.kind not in _MEASURED or evidence.sentence.role == "table":
        return False
    return (
        _called_otherwise(query, evidence, fact)
        or _of_another_number(query, evidence, fact)
        or _of_a_wider_area(query, evidence, fact)
        or _of_another_place(query, evidence, fact)
        or _told_before_it_is_named(query, evidence, fact)
        or _of_a_body(query, evidence, fact)
    )


@lru_cache(maxsize=1)
def _labels() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("|".join(map(re.escape, group))) for group in load_groups("money_labels"))


@lru_cache(maxsize=4096)
def _called(text: str) -> frozenset[int]:
    return frozenset(number for number, label in enumerate(_labels()) if label.search(text))


def _called_otherwise(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """拖欠工资共计86.4万元 is asked as 工程款."""
    asked = _called(query.text) if fact.kind == "money" else frozenset()
    told = _called(evidence.text[slice(*fact.clause)]) if asked else frozenset()
    return bool(told) and not asked & told


def _of_another_number(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """6号仓库 is asked, and the last one named up to the value is 7号仓库: the value's clause or what stands before."""
    for asked in _NUMBERED.finditer(query.text):
        shape = asked["of"]
        if any(m["of"] == shape and m["n"] != asked["n"] for m in _NUMBERED.finditer(query.text)):
            continue
        own = evidence.text[: fact.clause[1]]
        if any(m["n"] == asked["n"] and m["of"] == shape for m in _NUMBERED.finditer(own, fact.clause[0])):
            continue
        page, number = evidence.page, evidence.number
        told = "".join(page.compact[:number]) + compact(evidence.text[: fact.start])
        named = [m["n"] for m in _NUMBERED.finditer(told) if m["of"] == shape]
        named = named or [m["n"] for m in _NUMBERED.finditer(page.whole) if m["of"] == shape]
        if named and parse_number(named[-1]) != parse_number(asked["n"]):
            return True
    return False


def _names(query: Query) -> tuple[str, ...]:
    """Words of the question that are names: those that the dictionary has not."""
    return tuple(
        t.text for t in query.terms
        if t.weight >= _STRONG and len(t.text) >= _NAME and t.text.isalpha() and rarity(t.text) == 1.0
    )  # fmt: skip


def _bodies(query: Query, own: str) -> list[str]:
    """Firms and bodies of the question, where a clause of the sentence tells of others."""
    return [name for name in names(query) if _BODY.search(name) and name in own]


def _lead(evidence: Evidence, fact: Fact) -> str:
    """The part of the sentence up to the end of the value's clause, from the last semicolon on."""
    text = evidence.text
    return text[start_of(text, fact.start, "；;。") : fact.clause[1]]


def _of_a_wider_area(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """某区景区共接待118.6万人次 is nothing of 古渡镇, which only the headline or a later sentence names."""
    asked = [*_names(query), *([query.place] if query.place else [])]
    asked = [name for name in asked if not _AREA.search(name)]
    lead = compact(_lead(evidence, fact))
    return any(
        name in evidence.page.whole and explained(name, lead).score < _UNSAID and name not in evidence.before
        for name in asked
    ) and bool(_WIDE.search(lead)) and not _WIDE.search(compact(query.text))  # fmt: skip


def _of_another_place(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """古渡镇民宿均价380元 is nothing of 莲花岩: the value's own clause opens with another name."""
    clause = compact(evidence.text[slice(*fact.clause)])
    match = _OTHER.match(clause)
    if match is None or match["name"] in compact(query.text):
        return False
    own = evidence.own
    return any(name in evidence.page.whole and explained(name, own).score < _UNSAID for name in _names(query))


def _told_before_it_is_named(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """131对多出37对；离婚登记6对: what is asked comes only behind the value, and has a value of its own."""
    text = evidence.text
    mine = evidence.clause((0, fact.clause[1])) + evidence.before + evidence.heading
    later = text[fact.clause[1] :]
    if not later or _GOES_ON.match(later):
        return False
    counted = _COUNTED.search(query.text) if fact.kind == "count" else None
    for term in query.terms:
        if term.weight < _STRONG or len(term.text) < 2 or explained(term.text, mine).score >= _UNSAID:
            continue
        at = later.find(term.text)
        if at < 0:
            continue
        if counted is not None and counted["noun"].startswith(term.text):
            return True
        if any(
            one.kind == fact.kind and fact.clause[1] + at < one.start
            and not _MARKS.search(later[at : one.start - fact.clause[1]])
            for one in evidence.values
        ):  # fmt: skip
            return True
    return False


def _of_a_body(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """焦某被罚多少 of 对厂里罚款48万元，厂长焦某被拘留: somebody who is named only behind what a body was told of."""
    if fact.kind != "money":
        return False
    people = [link.name for link in query.links if link.kind == "person"]
    people += [match["name"] for match in _ONE.finditer(query.text)]
    own = compact(evidence.text)
    if _BODY.search(evidence.text[fact.clause[0] : fact.start]):
        people += _bodies(query, own)
    for name in people:
        at, value = own.find(name), own.find(compact(fact.value))
        if 0 <= value < at and _MARKS.search(own[value:at]) and not _GOES_ON.match(evidence.text[fact.clause[1] :]):
            return name not in evidence.before
    return False
