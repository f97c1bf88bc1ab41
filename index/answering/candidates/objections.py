"""What speaks against a value that stands where the question is accounted for: whose it is, what it marks."""

from __future__ import annotations

import re
from itertools import pairwise

from index.answering.candidates.values import Candidate
from index.answering.evidence.carried import has_no_subject, held
from index.answering.evidence.explain import SYNONYM, explained
from index.answering.evidence.labels import item_of
from index.answering.evidence.peers import names_of_a_sort, runs
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.language.tokens import default_tokenizer
from index.understanding.query import Query
from index.understanding.terms import rarity

_ADDITIVE = ("money", "count", "measure")
_TOLD, _UNTOLD = 0.75, 0.5  # how well an item must and must not be accounted for
_ANAPHOR = load_pattern("answering.objections.anaphor")
_SPEAKER = load_pattern("answering.objections.speaker")
_JOINED = load_pattern("answering.objections.joined")
_SHORTEST = 2
_FULL = 5  # letters of a full name
_REFERS = load_pattern("answering.objections.refers")
_SUBJECT = load_pattern("answering.objections.subject")
_CLAUSE = re.compile(r"[，,：:]")
_GROUP = re.compile(r"[；;。]")
_MEASURE = load_pattern("answering.objections.measure")
_GREW = load_pattern("answering.objections.grew")
_NO_MEASURE = load_pattern("answering.objections.no_measure")
_FROM_TO = load_pattern("answering.objections.from_to")
_TURNS = load_pattern("answering.objections.turns")
_EACH_OF = load_pattern("answering.objections.each_of")
_OF_EACH = load_pattern("answering.objections.of_each")


def of_another_attribute(query: Query, candidate: Candidate) -> bool:
    """预计年产值9.2亿元、年纳税4800万元: 9.2亿元 is nothing about 税, which stands with a later value.

    What an earlier item says may hold for later ones (一等奖奖励5000元、二等奖3000元). A head of one letter is a verb.
    """
    fact, evidence = candidate.fact, candidate.evidence
    if len(query.head) < 2 or fact.kind not in _ADDITIVE or evidence.sentence.role == "table":
        return False
    later = [one for one in evidence.values if one.kind == fact.kind and one.start > fact.start]
    if not later:
        return False
    mine = item_of(evidence, fact)
    said = mine.own + mine.whole + evidence.clause((0, fact.start))
    if explained(query.head, said).score >= _UNTOLD:
        return False
    return any(explained(query.head, item_of(evidence, one).own).score >= _TOLD for one in later)


def of_another_measure(query: Query, candidate: Candidate) -> bool:
    """进出口9亿元，增长12%，其中出口8亿元，增长14%，进口1亿元，下降1%: each rate is of the measure in front of it."""
    fact, evidence = candidate.fact, candidate.evidence
    if fact.kind != "percent" or evidence.sentence.role == "table" or not _GREW.search(evidence.text[: fact.start]):
        return False
    mine = _measure(evidence.text, fact.start)
    strong = [term.text for term in query.terms if term.weight >= _UNTOLD]
    if not mine or mine in map(compact, strong):
        return False
    rest = [_measure(evidence.text, one.start) for one in evidence.values if one.kind == "percent" and one != fact]
    if any(compact(word) in rest for word in strong):
        return True
    if any(explained(word, mine).score >= _UNTOLD for word in strong):
        return False
    return any(explained(word, one).score >= SYNONYM for word in strong for one in rest)


def _measure(text: str, start: int) -> str:
    """出口 of 其中出口8.07亿元，增长14.5%: the words nearest in front of a rate that name what it is of, compact."""
    low = max((match.end() for match in _GROUP.finditer(text, 0, start)), default=0)
    for clause in reversed(_CLAUSE.split(text[low:start])):
        named = _MEASURE.match(_NO_MEASURE.sub("", clause))
        if named is not None:
            return compact(named["name"])
    return ""


def of_all_before_it(query: Query, candidate: Candidate) -> bool:
    """投产的是甲厂、乙厂、丙厂，预计年产值11.6亿元: no value of 乙厂 alone."""
    fact, text = candidate.fact, candidate.evidence.text
    if fact.kind not in _ADDITIVE or candidate.evidence.sentence.role == "table":
        return False
    low = max((match.end() for match in _GROUP.finditer(text, 0, fact.start)), default=0)
    lead = text[low : fact.start]
    if "、" not in lead or _OF_EACH.search(lead):
        return False
    asked = {compact(link.typed) for link in query.links} | {compact(term.text) for term in query.terms}
    asked |= {name for name, _ in names_of_a_sort(query)}
    named = [name for name in asked if len(name) > 2 and not _A_DAY.search(name) and name in compact(lead)]
    named = [name for name in named if not any(name != other and name in other for other in named)]
    if any(_counts_apart(lead, run) for run in runs(query)):
        return True
    return len(named) == 1 and not _named_again(lead, named[0]) and _is_an_item(lead, named[0])


def _named_again(lead: str, name: str) -> bool:
    """甲、乙等10户获表彰，甲家藏书4300册: the clause of the value names just the one."""
    last = _CLAUSE.split(lead)[-1]
    return name in compact(last) and "、" not in last


def of_a_namesake(query: Query, candidate: Candidate) -> bool:
    """宏达装备产值增长多少: 装备制造产值增长9.6% has but a piece of the name, which its article never prints."""
    own, whole = candidate.evidence.own, candidate.evidence.page.whole + candidate.evidence.heading
    return any(
        len(t.text) >= _WHOLE_NAME and t.weight >= 1.0 and rarity(t.text) == 1.0 and compact(t.text) not in whole
        and not default_tokenizer().frequency(t.text) and 0.0 < explained(t.text, own).score < _TOLD
        for t in query.terms
    )  # fmt: skip


_WHOLE_NAME = 4  # letters of a name that is told from a word with more in front
_PARTS_ROW = load_pattern("answering.objections.parts_row")


def of_the_whole_again(query: Query, candidate: Candidate) -> bool:
    """医院31家，其中公办19家、民办12家，床位4260张: behind all its parts the whole is told of again, and no part."""
    fact, text = candidate.fact, candidate.evidence.text
    if fact.kind not in (*_ADDITIVE, "percent") or candidate.evidence.sentence.role == "table":
        return False
    for row in _PARTS_ROW.finditer(text, 0, fact.start):
        behind = text[row.end() : fact.clause[1]]
        if _GROUP.search(text[row.end() : fact.start]) or _OF_EACH.search(behind):
            continue
        whole = candidate.evidence.clause((0, row.start()))
        named = [t.text for t in query.terms if t.weight >= 1.0 and len(t.text) > 1 and t.text in row["parts"]]
        if any(explained(one, compact(behind)).score < _UNTOLD and one not in whole for one in named):
            return True
    return False


def _counts_apart(lead: str, name: str) -> bool:
    """查处油烟投诉312件、扬尘问题486个，罚款共计…: a number of its own, beside others, in front of a total."""
    own = re.search(rf"{re.escape(name)}[^，、\d]{{0,6}}\d[\d.]*[^，、\d]{{1,3}}、", lead)
    return own is not None and bool(_IN_ALL.search(lead))


def _is_an_item(lead: str, name: str) -> bool:
    """The name is one of several that a clause in front of the value lists."""
    at = lead.find(name)
    if at < 0:
        return False
    before = _CLAUSE.split(lead[:at])[-1]
    after, *more = _CLAUSE.split(lead[at + len(name) :], maxsplit=1)
    if _EACH_ITS_OWN.search(before) and not after and not more:
        return False  # 甲苑66套、乙苑38套
    closed = bool(more) or ("：" in lead[:at] or ":" in lead[:at]) or bool(_SUMMED.search(after))
    joined = _JOINED.match(after.lstrip("”项目")) or _JOINED.search(before.rstrip("“")[-1:])
    return bool(joined) and closed and "、" in before + after


def of_a_whole_list(query: Query, candidate: Candidate) -> bool:
    """专项债券8.2亿元，重点投向甲学校、乙水厂等7个项目: 8.2亿元 is nothing that 甲学校 got."""
    fact, text = candidate.fact, candidate.evidence.text
    if fact.kind != "money" or _EACH_OF.search(text):
        return False
    names = [t.text for t in query.terms if t.critical and len(t.text) > 2]
    names += [link.name for link in query.links if link.kind == "project"]
    for name in names:
        at = text.find(name)
        listed = at >= 0 and "、" in (text[at - 1 : at], text[at + len(name) : at + len(name) + 1])
        if listed and not (fact.clause[0] <= at < fact.clause[1]) and fact.end <= at:
            return True
    return False


_IN_ALL = load_pattern("answering.objections.in_all")
_SUMMED = load_pattern("answering.objections.summed")
_A_DAY = load_pattern("answering.objections.a_day")
_EACH_ITS_OWN = load_pattern("answering.objections.each_its_own")
_ASKS_END = load_pattern("answering.objections.asks_end")
_BEGINS = load_pattern("answering.objections.begins")
_ON = load_pattern("answering.objections.on")


def is_a_beginning(query: Query, candidate: Candidate) -> bool:
    """到哪天结束: 自6月14日首班车起 is when something else begins."""
    if not _ASKS_END.search(query.text.rstrip("?？的了呢啊")):
        return False
    fact, text = candidate.fact, candidate.evidence.text
    spans = _FROM_TO.search(fact.value) or _FROM_TO.match(text, fact.end)
    return not spans and bool(_BEGINS.search(text[: fact.start]) and _ON.match(text, fact.end))


def of_another_subject(query: Query, candidate: Candidate) -> bool:
    """云台竹材项目…年产值9.2亿元 behind a sentence about 恒达阀门: another one's, which its own sentence names."""
    evidence = candidate.evidence
    subject = _SUBJECT.match(evidence.text)
    if candidate.fact.kind not in _ADDITIVE or subject is None or subject.end() > candidate.fact.start:
        return False
    name = compact(subject["name"])
    asked = [term.text for term in query.terms if term.weight >= 1.0 and len(term.text) > _SHORTEST]
    away = [word for word in asked if explained(word, evidence.own).score < _UNTOLD]
    return bool(away) and not any(explained(term.text, name).score >= _UNTOLD for term in query.terms)


def of_the_sentence_before(query: Query, candidate: Candidate) -> bool:
    """A full name that only an earlier sentence has: this one is about it only where it refers back.

    What the paragraph opens with, its later sentences are about; a name within its first sentence is another matter.
    """
    evidence = candidate.evidence
    if candidate.fact.kind not in _ADDITIVE or not evidence.before or _REFERS.match(evidence.text):
        return False
    opening = _CLAUSE.split(evidence.head)[0]
    run, end, headed = 0, -1, True
    held_on = _goes_on(query, candidate)
    if _opens_with_end(query, evidence.own) or _goes_on_about_all(query, evidence):
        return False
    for term in query.terms:
        if compact(term.text) in held_on:
            continue  # the text goes on to be about it
        away = term.weight >= 1.0 and explained(term.text, evidence.own).score < _UNTOLD
        within = explained(term.text, opening).score < _UNTOLD and explained(term.text, evidence.head).score >= _TOLD
        if not away or not (within or explained(term.text, evidence.before).score >= _TOLD):
            run, headed = 0, True
            continue
        joined = term.start == end
        in_head = explained(term.text, evidence.heading).score >= _UNTOLD
        run, headed = (run if joined else 0) + len(term.text), in_head and (headed or not joined)
        if run >= _FULL and not headed:
            return True
        end = term.end
    return False


def _goes_on_about_all(query: Query, evidence: Evidence) -> bool:
    """某某机器人重48公斤，…。目前已售出60台: it has no subject of its own, the sentence before opens with the asked."""
    opening = compact(_CLAUSE.split(evidence.printed_before)[0])
    asked = [t.text for t in query.terms if t.weight >= 1.0 and explained(t.text, evidence.own).score < _UNTOLD]
    return has_no_subject(evidence.text) and all(explained(one, opening).score >= _TOLD for one in asked)


def of_what_comes_next(query: Query, candidate: Candidate) -> bool:
    """27路票价: 另悉，新开专线3条，票价1元 turns to something else than the 27路 of the sentences before it."""
    if not _TURNS.match(candidate.evidence.text):
        return False
    named = (term.text for term in query.terms if term.critical)
    return any(explained(name, candidate.evidence.own).score < _UNTOLD for name in named)


def _opens_with_end(query: Query, own: str) -> bool:
    """某某村食用菌产业园 … 产业园由镇政府建设: the sentence begins with what the asked name ends with."""
    terms = sorted(query.terms, key=lambda term: term.start)
    return any(
        before.end == after.start and len(after.text) > 1 and own.startswith(compact(after.text))
        for before, after in pairwise(terms)
        if before.weight >= 1.0 and after.weight >= 1.0
    )


def _goes_on(query: Query, candidate: Candidate) -> str:
    """The names of the question that the sentence is still about; "" where a body of its own comes first.

    Who only speaks (某某局长表示) is no subject of what is told.
    """
    evidence, fact = candidate.evidence, candidate.fact
    asked = compact(query.text)
    told = evidence.text[: fact.start]
    bodies = [one for one in evidence.facts if one.kind == "organisation" and one.end <= fact.start]
    others = any(compact(one.value) not in asked and not _SPEAKER.match(told, one.end) for one in bodies)
    return "" if others and not _ANAPHOR.search(told) else "，".join(held(query, evidence))


_HOW_BIG = load_pattern("answering.objections.how_big")


def of_another_size(query: Query, candidate: Candidate) -> bool:
    """光伏电站库容多大: of 水库库容3200万立方米，光伏电站装机15万千瓦 neither, one of another thing, one no 库容."""
    fact, evidence = candidate.fact, candidate.evidence
    asked = _HOW_BIG.search(query.text) if query.kind == "number" and fact.kind != "age" else None
    if asked is None or evidence.sentence.role == "table":
        return False
    if explained(asked["what"], evidence.clause(fact.clause)).score < _TOLD:
        return True
    subjects = [t.text for t in query.terms if t.weight >= 1.0 and len(t.text) > 1 and t.text != asked["what"]]
    around = evidence.clause((0, fact.clause[1])) + evidence.before + evidence.heading
    return bool(subjects) and not any(explained(one, around).score >= _UNTOLD for one in subjects)


_LEVEL = load_pattern("answering.objections.level")
_ROMAN = str.maketrans("ⅠⅡⅢⅣⅤ", "一二三四五")


def of_another_level(query: Query, candidate: Candidate) -> bool:
    """四级响应 is asked: the hour in 3时提升为Ⅲ级 is that of another level."""
    asked = {said.translate(_ROMAN) for said in _LEVEL.findall(query.text)}
    if not asked:
        return False
    clause = candidate.evidence.text[slice(*candidate.fact.clause)]
    told = {said.translate(_ROMAN) for said in _LEVEL.findall(clause)}
    return bool(told) and not asked & told


def is_share_of_asked(query: Query, candidate: Candidate) -> bool:
    """前十名企业合计纳税3亿元，占园区税收总额的61%: 3亿元 is a part of the 税收总额 that is asked for."""
    fact, evidence = candidate.fact, candidate.evidence
    behind = _SHARE_OF.match(evidence.text, fact.end) if fact.kind in _ADDITIVE else None
    if behind is None:
        return False
    whole, mine = compact(behind["whole"]), evidence.clause((fact.clause[0], fact.start))
    asked = [term.text for term in query.terms if len(term.text) >= _SHORTEST and term.text in _TOTALS]
    return any(word in whole and word not in mine for word in asked)


_SHARE_OF = load_pattern("answering.objections.share_of")
_TOTALS = ("总额", "总量", "总数", "总产值", "总投资", "总收入", "全部")


OBJECTIONS = (
    of_another_level,
    of_another_size,
    of_a_whole_list,
    of_all_before_it,
    of_another_attribute,
    of_another_measure,
    is_share_of_asked,
    of_another_subject,
    of_the_sentence_before,
    of_what_comes_next,
    of_the_whole_again,
    of_a_namesake,
)
"""All of them, each asked of a value that fits otherwise."""

