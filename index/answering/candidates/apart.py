"""Values of a neighbour: of another phase, group, campaign, event or way of paying than the asked one.

What is told beside the asked one shares nearly all words with it; it is told apart by the word that names it: the
phase (前两期, where 三期 is asked), the group (37个, where the other 9个 follow), the name of its sort.
"""

from __future__ import annotations

import re

from index.answering.candidates.whose import asked_names
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.peers import runs
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities, parse_number
from index.language.scripts import compact, fold
from index.records import Fact
from index.understanding.query import Query

_TOLD = 0.75
_NAME = 4  # letters by which an item of a row is known again
_SORT = 2  # letters with which names of one sort end
_PHASE = load_pattern("answering.apart.phase")
_FIRST_PHASES = load_pattern("answering.apart.first_phases")
_QUOTED = load_pattern("answering.apart.quoted")
_THAT_EVENT = load_pattern("answering.apart.that_event")
_HELD_AT = load_pattern("answering.apart.held_at")
_OTHERS = load_pattern("answering.apart.others")
_ASKS_COST = load_pattern("answering.apart.asks_cost")
_PRICE = load_pattern("answering.apart.price")
_ROW = re.compile(r"[^，。；：、,;:\d]+(?:、[^，。；：、,;:\d]+)+")
_WHOLE_VILLAGE = load_pattern("answering.apart.whole_village")
_VILLAGE = load_pattern("answering.apart.village")


def of_a_neighbour(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True where the sentence tells the value of a neighbour of the asked one."""
    if evidence.sentence.role == "table":
        return False
    return (
        _of_another_phase(query, evidence, fact)
        or _of_a_group_before(query, evidence, fact)
        or _of_a_namesake(query, evidence, fact)
        or _of_another_event(query, evidence)
        or _price_for_cost(query, evidence, fact)
        or _of_the_village(query, evidence, fact)
        or _of_one_of_a_row(query, evidence, fact)
    )


def _of_another_phase(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """三期能带动多少亩: what 前两期 brought before the value is nothing of the third."""
    asked = {int(parse_number(m["n"])) for m in _PHASE.finditer(fold(query.text))}
    before = fold(evidence.text[: fact.end])
    told = {int(parse_number(m["n"])) for m in _PHASE.finditer(before)}
    told |= {n for m in _FIRST_PHASES.finditer(before) for n in range(1, int(parse_number(m["n"])) + 1)}
    return bool(asked and told) and not asked & told and not _PHASE.search(fold(evidence.text[fact.end :]))


def _of_a_group_before(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """今年改造的9个涉及多少户: of 累计改造37个，惠及5420户；今年计划改造9个 the 5420户 are those of the 37."""
    text = fold(evidence.text)
    low, high = segment_of(text, fact.start)
    printed = [q for q in find_quantities(text) if q.kind == "count"]
    for one in (q for q in find_quantities(query.text) if q.kind == "count" and q.value > 1):
        places = [q for q in printed if q.value == one.value and q.unit == one.unit]
        if not places or any(q.start <= fact.end for q in places):
            continue
        behind = places[0]
        other = any(q.unit == one.unit and low <= q.start < q.end <= fact.start for q in printed)
        if (behind.start >= high and other) or _OTHERS.search(text, fact.end, behind.start):
            return True
    return False


def _of_a_namesake(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """招商攻坚办了多少件: 第三战役为“要素攻坚”，审批23件 is told of another of the sort that the article names."""
    said = fold(evidence.text)
    asked = compact(query.text)
    for name in runs(query):
        stem = next((name[:at] for at in range(len(name), _SORT, -1) if name[:at] in evidence.page.whole), "")
        if not stem or explained(stem, evidence.own).score >= _TOLD:
            continue
        for other in _QUOTED.finditer(said, 0, fact.start):
            if other["name"][-_SORT:] == stem[-_SORT:] and compact(other["name"]) not in asked:
                return True
    return False


def _of_another_event(query: Query, evidence: Evidence) -> bool:
    """大学城那场来了多少家: what is told of the one that was held elsewhere."""
    asked = _THAT_EVENT.search(query.text)
    held = _HELD_AT.search(evidence.text)
    if asked is None or held is None:
        return False
    around = "|".join((evidence.own, evidence.before))
    named = [t.text for t in query.terms if t.end <= asked.start("event") and t.weight >= 1.0]
    return bool(named) and all(explained(name, around).score < _TOLD for name in named)


def _price_for_cost(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """花了多少钱建的: 门票每人40元 is what visitors pay."""
    if fact.kind != "money" or not _ASKS_COST.search(query.text):
        return False
    return bool(_PRICE.search(evidence.text, fact.clause[0], fact.start))


def _of_the_village(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """民宿“听潮”赚多少: 全村……收入突破360万元 is told of all of the village."""
    low, _ = segment_of(evidence.text, fact.start)
    if not _WHOLE_VILLAGE.search(evidence.text, low, fact.start) or _VILLAGE.search(query.text):
        return False
    names = [m["name"] for m in _QUOTED.finditer(fold(query.text))]
    return any(explained(compact(name), evidence.own).score < _TOLD for name in names)


def _of_one_of_a_row(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """漏水占多少: 集中在不热、漏水、室温不达标三类，其中不热占46% takes up another of the row before the value."""
    text = fold(evidence.text)
    low, _ = segment_of(text, fact.start)
    for row in _ROW.finditer(text, low, fact.start):
        items = [item.strip() for item in row[0].split("、")]
        behind = text[row.end() : fact.start]
        names = [n for n in asked_names(query) if n in items[0][-_NAME:] or any(i.startswith(n) for i in items[1:])]
        if not names or any(name in behind for name in names):
            continue
        others = [item for item in items if not any(name in item for name in names)]
        if any(_taken_up(item, behind, query.text) for item in others):
            return True
    return False


def _taken_up(item: str, text: str, asked: str) -> bool:
    """The first or the last letters of an item, which the question has not, stand in ``text`` again."""
    bare = item.rsplit("的", 1)[-1]  # 做豆包用的黄米
    ends = (item[:_NAME], item[-_NAME:]) if len(item) >= _NAME else ()
    ends = (*ends, bare) if bare != item and len(bare) >= _SORT else ends
    return any(end in text and end not in asked for end in ends)
