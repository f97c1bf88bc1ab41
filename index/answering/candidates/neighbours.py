"""Values of a neighbour of what is asked: the next item of a list, all phases of one, a town of the district, those of
many that were dealt with, the ground of what is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.peers import runs
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query
from index.understanding.terms import synonyms

_MEASURED = ("money", "count", "measure", "percent", "points")
_LIST = load_pattern("answering.neighbours.list")
_LEADS = load_pattern("answering.neighbours.leads")
_FIGURE = load_pattern("answering.neighbours.figure")
_GROUP = re.compile("[；;。]")
_SHORTEST = 2
_PHASE = load_pattern("answering.neighbours.phase")
_ALL_PHASES = load_pattern("answering.neighbours.all_phases")
_TOWN = load_pattern("answering.neighbours.town")
_STOCK = load_pattern("answering.neighbours.stock")
_DEALT_WITH = load_pattern("answering.neighbours.dealt_with")
_FLOOR_ASKED = load_pattern("answering.neighbours.floor_asked")
_GROUND = load_pattern("answering.neighbours.ground")
_SOWN_ASKED = load_pattern("answering.neighbours.sown_asked")
_FLOOR = load_pattern("answering.neighbours.floor")
_ASKS_WHOLE = load_pattern("answering.neighbours.asks_whole")
_PASSES = load_pattern("answering.neighbours.passes")


@dataclass(frozen=True, slots=True)
class _List:
    """The names of an enumeration, compact, and where it ends in its sentence."""

    names: tuple[str, ...]
    end: int


def of_a_neighbour(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True where the value is told of what stands beside the asked one."""
    if fact.kind not in _MEASURED or evidence.sentence.role == "table":
        return fact.kind == "measure" and _of_floors(query, evidence, fact)
    return (
        _of_a_listed_one(query, evidence, fact)
        or _of_all_phases(query, evidence)
        or _of_a_town(query, evidence, fact)
        or _of_those_dealt_with(query, evidence, fact)
        or _of_floors(query, evidence, fact)
        or _of_a_stretch(query, evidence, fact)
    )


def _of_a_listed_one(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """甲厂、乙厂、丙厂投资建设，其中甲厂投资最多，为7.5亿元: nothing of 乙厂, which the sentence only lists."""
    asked = {compact(name) for name in (*runs(query), *(term.text for term in query.terms if term.weight >= 1.0))}
    whole = compact(query.text)
    for row in _lists(evidence.text):
        if row.end > fact.start or _GROUP.search(evidence.text, row.end, fact.start):
            continue
        mine = {name for name in row.names if name in asked}
        said = compact(evidence.text[row.end : fact.start])
        others = [name for name in row.names if name in said and name not in whole]
        if len(mine) == 1 and others and not any(name in said for name in mine):
            return True
    return False


@lru_cache(maxsize=2048)
def _lists(text: str) -> tuple[_List, ...]:
    """玉米0.9万亩、大豆0.6万亩; 甲厂、乙厂、丙厂3家: rows of names, with what each has left out."""
    return tuple(_List(tuple(_names(match[0])), match.end()) for match in _LIST.finditer(text) if "、" in match[0])


def _names(row: str) -> Iterator[str]:
    for piece in row.split("、"):
        name = compact(_LEADS.sub("", _FIGURE.sub("", piece)))
        if len(name) >= _SHORTEST:
            yield name


def _of_all_phases(query: Query, evidence: Evidence) -> bool:
    """一期带动多少就业: of 一期投资…；二期…。全部达产后带动650人 the number is that of both."""
    asked = {match[0] for match in _PHASE.finditer(query.text)}
    if len(asked) != 1 or asked & {match[0] for match in _PHASE.finditer(evidence.text)}:
        return False
    before = {match[0] for match in _PHASE.finditer(evidence.before)}
    return len(before) > 1 or bool(_ALL_PHASES.search(evidence.text))


def _of_a_town(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """某区有多少个工业园: 柳塘镇现有工业园58个 is of one of its towns."""
    named = any(link.kind == "district" and link.end > link.start for link in query.links)
    if not named or query.place is not None:
        return False
    low = start_of(evidence.text, fact.start, "；;。")
    town = _TOWN.match(evidence.text, low)
    return town is not None and town.end() <= fact.start and compact(town["name"]) not in compact(query.text)


def _of_those_dealt_with(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """村里一共有几户人家: of 走进沟口的3户, 劝离摊位36个, 首批办结260户 none is the number that there are."""
    asked = _STOCK.search(query.text)
    strong = [term for term in query.terms if term.weight >= 1.0]
    if fact.kind != "count" or asked is None or not (query.total or len(strong) == 1):
        return False
    low = start_of(evidence.text, fact.start, "，,；;。：:")
    told = _DEALT_WITH.search(evidence.text, low, fact.start)
    group = told is not None and not told["deed"] and not query.total
    if group and any(term.text in evidence.text[low : fact.start] for term in strong):
        return False  # 处于“起航”节点的14个: just those are asked for
    if told is not None and told["deed"] and not query.total:
        return False  # 抓了多少个: those dealt with are asked for
    deeds = (told["deed"], *synonyms().get(told["deed"], ())) if told and told["deed"] else ()
    return told is not None and not any(deed in query.text for deed in deeds)


def _of_floors(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """建筑面积多少: 用地112亩 is the ground; 种了多少亩: 厂房3.2万平方米 is sown with nothing."""
    if fact.kind != "measure":
        return False
    low = start_of(evidence.text, fact.start, "，,；;。：:、|｜\t 　\n")
    said = evidence.text[low : fact.start]
    if _FLOOR_ASKED.search(query.text):
        return bool(_GROUND.search(said)) and not _FLOOR.search(said)
    return bool(_SOWN_ASKED.search(query.text)) and bool(_FLOOR.search(said))


def _of_a_stretch(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """某河全长多少: 流经某镇9.8公里 is a part of it."""
    if fact.kind != "measure" or not _ASKS_WHOLE.search(query.text):
        return False
    low = start_of(evidence.text, fact.start, "，,；;。：:")
    return bool(_PASSES.search(evidence.text, low, fact.start))
