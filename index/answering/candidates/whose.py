"""Whose a value is: that of several named together, of another item, of the whole district, of another group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.answering.candidates.subjects import is_facility
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.peers import names_of_a_sort, opens_with_name
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern, load_table
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.records import Fact
from index.understanding.query import Query, Term

_ADDITIVE = ("money", "count", "measure")
_LEVELS = (*_ADDITIVE, "percent", "points")
_STRONG = 1.0
_SAID, _UNSAID = 0.75, 0.5
_ROW_ENDS, _CLAUSES = "，,；;。：:", "，,；;。：:（("
_NOUN, _LONGEST = 2, 10  # letters of what a name ends with, and of what stands before it
_VERB = 3  # code points in front of a share that name nothing
_OPENING = 4  # code points of a part in which its name begins: 其中享受补贴的城镇居民
_CLASS_WITHIN = 14  # code points behind 等 in which the class of what is listed is named
_MOST_JOINED = 4  # words of a question that one name is put together from
_JOINT = load_pattern("answering.whose.joint")
_AND_OTHERS = load_pattern("answering.whose.and_others")
_EACH = load_pattern("answering.whose.each")
_ACT_TOGETHER = load_pattern("answering.whose.act_together")
_NO_NAME = load_pattern("answering.whose.no_name")
_PART = load_pattern("answering.whose.part")
_WIDE = load_pattern("answering.whose.wide")
_ASKS_PER = load_pattern("answering.whose.asks_per")
_ASKS_ALL_DAYS, _ONE_DAY = load_pattern("answering.whose.asks_all_days"), load_pattern("answering.whose.one_day")
_HOW_MUCH = load_pattern("answering.whose.how_much")
_WITHIN, _ALONE = load_pattern("answering.whose.within"), load_pattern("answering.whose.alone")
_FORMER_OR_LATTER = load_pattern("answering.whose.former_or_latter")
_NEGATED = load_pattern("answering.whose.negated")
_OWN_FIGURE = load_pattern("answering.whose.own_figure")
_COUNTED = load_pattern("answering.whose.counted")
_PHASE = load_pattern("answering.whose.phase")
_OPENS = load_pattern("answering.whose.opens")
_SHARE = load_pattern("answering.whose.share")
_NUMBERED = re.compile(r"[A-Za-z]?\d+(?P<what>[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a sentence prints an asked name; ``shared``: with others of a row, and without a figure of its own."""

    name: str
    start: int
    end: int
    shared: bool


def of_others(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True where the words around a value say that it is not, or not alone, that of the asked one."""
    if evidence.sentence.role == "table":
        return False
    if _of_another_person(query, evidence, fact):
        return True
    if fact.kind not in _LEVELS:
        of_two = fact.kind in ("date", "duration") and _of_the_other_of_two(query, evidence, fact)
        return of_two or _of_another_segment(query, evidence, fact) or _of_another_clause(query, evidence, fact)
    return (
        _of_all_of_a_row(query, evidence, fact)
        or _of_the_other_of_two(query, evidence, fact)
        or _of_an_item_before(query, evidence, fact)
        or _of_another_segment(query, evidence, fact)
        or _of_another_clause(query, evidence, fact)
        or _of_the_whole(query, evidence, fact)
        or _of_the_district(query, evidence, fact)
        or _of_another_group(query, evidence, fact)
        or _of_the_opposite(query, evidence, fact)
        or _of_all_units(query, evidence, fact)
        or _of_one_day(query, evidence, fact)
        or _of_another_share(query, evidence, fact)
    )


def _of_another_person(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """某校学生甲获第一；某院学生乙获第二: the first part, which names 甲, tells nothing of 乙."""
    asked = [link.name for link in query.links if link.kind == "person" and link.name in evidence.text]
    own = evidence.text[slice(*segment_of(evidence.text, fact.start))]
    if not asked or any(name in own for name in asked):
        return False
    return any(one.sentence == evidence.number and one.name in own for one in evidence.page.says.people)


def _of_all_of_a_row(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """甲村、乙村43户, 三唑酮等药剂9.6吨: a value of all of a row, of which the question names one."""
    if fact.kind not in _ADDITIVE or _EACH.search(evidence.text, segment_of(evidence.text, fact.start)[0], fact.end):
        return False
    spots = _spots(query, fold(evidence.text))
    names = {spot.name for spot in spots if spot.shared}
    return any(all(spot.shared for spot in spots if name in spot.name) for name in names)


def _spots(query: Query, text: str) -> tuple[_Spot, ...]:
    names = asked_names(query)
    return _printed(names, compact(query.text), text) if names else ()


def asked_names(query: Query) -> tuple[str, ...]:
    """What the question may name: its words of weight, and those put together that stand together."""
    return _names(query.terms, query.head)


@lru_cache(maxsize=256)
def _names(terms: tuple[Term, ...], head: str) -> tuple[str, ...]:
    """The names, read once a question."""
    strong = sorted((t for t in terms if t.weight >= _UNSAID), key=lambda t: t.start)
    found = []
    for first in range(len(strong)):
        run, end = "", strong[first].start
        for term in strong[first : first + _MOST_JOINED]:
            if term.start != end:
                break
            run, end = run + term.text, term.end
            if len(run) > 1 and not _NO_NAME.search(run) and not office_pattern().fullmatch(run):
                found.append(run)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def _printed(names: tuple[str, ...], asked: str, text: str) -> tuple[_Spot, ...]:
    """Each place where a name stands that no longer one covers."""
    spans = [(m.start(), m.end()) for name in names for m in re.finditer(re.escape(name), text)]
    widest = [(a, b) for a, b in spans if not any(c <= a and b <= d and (c, d) != (a, b) for c, d in spans)]
    return tuple(_Spot(text[a:b], a, b, _is_shared(text, a, b, asked)) for a, b in sorted(set(widest)))


def _is_shared(text: str, start: int, end: int, asked: str) -> bool:
    """The name is one of a row whose others the question does not name, and has no figure of its own."""
    low, high = segment_of(text, start, _ROW_ENDS)[0], segment_of(text, end, _ROW_ENDS)[1]
    name, left, right = text[start:end], text[low:start].rstrip("“"), text[end:high].lstrip("”")
    if _ACT_TOGETHER.search(right) or _COUNTED.search(left):
        return False
    if _AND_OTHERS.match(right):
        return name not in right[: _CLASS_WITHIN]  # 铁西小区等9个小区: 小区 is what they are
    if _PHASE.search(left) and _PHASE.search(name):
        return True  # 一期二期产值76亿元
    rest = asked.replace(compact(name), "")
    before = next((m for m in _JOINT.finditer(left) if m.end() == len(left)), None)
    if before is not None:
        other = _JOINT.split(left[: before.start()])[-1]
        one_of_a_row = len(other) >= _NOUN or _PHASE.search(name)
        if one_of_a_row and not _OWN_FIGURE.search(other) and compact(other[-_NOUN:]) not in rest:
            return True
    behind = _JOINT.match(right)
    other = _JOINT.split(right[behind.end() :])[0] if behind is not None else ""
    return len(other) >= _NOUN and compact(other[:_NOUN]) not in rest


def _of_an_item_before(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """东苑84套、滨苑56套: 84套 is nothing of 滨苑, which a later item of the row begins with."""
    text = fold(evidence.text)
    _, high = segment_of(text, fact.end, _CLAUSES)
    mark = text.find("、", fact.end, high)
    if mark < 0:
        return False
    own = text[: mark]
    later = [spot for spot in _spots(query, text) if spot.start > mark]
    return any(
        spot.start <= high and text[spot.start - 1] == "、" and explained(spot.name, compact(own)).score < _UNSAID
        for spot in later
    )


def _of_another_segment(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """鞋服产业链428亿元；海洋产业链21亿元，增速36.7%: what one of two tells is nothing of the other.

    A later part that opens with the asked name is about it alone; an earlier one is where this part opens with
    another name that ends alike.
    """
    text = fold(evidence.text)
    low, high = segment_of(text, fact.start)
    if (low, high) == (0, len(text)):
        return False
    opening = _OPENS.sub("", text[low:high])
    spots = _spots(query, text)
    if any(_numbered_otherwise(spot.name, opening) for spot in spots):
        return True
    if _EACH.search(text, low, fact.start):
        return False
    inside = {spot.name for spot in spots if low <= spot.start < high}
    if any(opening.startswith(name) for name in inside):
        return False
    for spot in spots:
        own, _ = segment_of(text, spot.start)
        if any(spot.name in name for name in inside) or not _OPENS.sub("", text[own : spot.end]).startswith(spot.name):
            continue
        if own > low or (spot.name not in opening and _ends_alike(spot.name, opening)):
            return True
    return False


def _ends_alike(name: str, opening: str) -> bool:
    """海洋产业链仅21亿元 opens with a name that ends as 鞋服产业链 does."""
    at = opening.find(name[-_NOUN:], 1)
    return len(name) > _NOUN and 0 < at <= _LONGEST and opening[:at].isalpha()


def _of_another_clause(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """甲街道居第一，乙镇居第二，县教育局获9金: 居第二 is told of who opens its clause, the asked opens another one."""
    text = fold(evidence.text)
    low, _ = segment_of(text, fact.start, _CLAUSES)
    opening = opens_with_name(text[low : fact.start])
    if opening is None or any(explained(name, compact(opening)).score >= _UNSAID for name in asked_names(query)):
        return False
    for spot in _spots(query, text):
        own, end = segment_of(text, spot.start, _CLAUSES)
        named = opens_with_name(text[own:end]) if own != low and spot.start - own <= 1 else None
        if named is not None and spot.name in named:
            return True
    return False


def _numbered_otherwise(name: str, opening: str) -> bool:
    """15路由汽车南站 opens with another number than 12路."""
    asked, told = _NUMBERED.fullmatch(name), _NUMBERED.match(opening)
    return asked is not None and told is not None and told["what"] == asked["what"] and told[0] != asked[0]


def _of_the_whole(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """居民收入17862元，增长13.9%，其中城镇居民20415元: 13.9% is told of all, 城镇居民 only behind 其中."""
    text = fold(evidence.text)
    _, stop = segment_of(text, fact.end)
    cue = _PART.search(text, fact.end, stop)
    if cue is None:
        return False
    whole, part = evidence.clause((0, cue.start())), text[cue.end() : stop]
    return any(
        cue.end() <= spot.start <= cue.end() + _OPENING
        and explained(spot.name, whole).score < _SAID and spot.end <= stop
        for spot in _spots(query, text)
        if spot.name in part
    )


def _of_the_district(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """全区小麦种植面积54.6万亩 is nothing of 屯子镇, of which the headline speaks; nor is what the town before had."""
    text = fold(evidence.text)
    low, high = segment_of(text, fact.start)
    said, segment = text[low : fact.start], evidence.clause((low, high))
    names = [name for name in _entities(query) if explained(compact(name), segment).score < _SAID]
    district = evidence.page.article.district or ""
    wide = _WIDE.search(said) or (district and _is_subject(district, said))
    if names and wide and not _WIDE.search(query.text):
        return True
    return any(
        name in text[fact.end :] and name not in said and _names_one(said, kinds)
        for name, kinds in names_of_a_sort(query)
        if len(name) > _NOUN
    )


def _is_subject(district: str, said: str) -> bool:
    """The district's name opens a clause."""
    at = said.rfind(district)
    return at == 0 or (at > 0 and said[at - 1] in _CLAUSES)


def _names_one(said: str, kinds: str) -> bool:
    return re.search(rf"[\u4e00-\u9fff]{{2,4}}?(?:{kinds})(?![\u4e00-\u9fff]{{2}})", said) is not None


def _entities(query: Query) -> Iterator[str]:
    """What the question names that is smaller than the district: a place, a site, a project."""
    district = query.district or ""
    yield from (link.typed for link in query.links if link.kind in ("project", "place", "organisation"))
    yield from (name for name, _ in names_of_a_sort(query) if name != district and len(name) > _NOUN)
    for term in query.terms:
        named = term.critical and len(term.text) > _NOUN and not _NO_NAME.search(term.text)
        if named or (term.weight >= _STRONG and is_facility(term.text)):
            yield term.text


def _of_another_group(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """春季那36个项目投资多少 is nothing that 此次开工项目31个 tells: the same things, and another number of them."""
    asked = [q for q in find_quantities(query.text) if q.kind == "count" and q.value > 1]
    around = fold(evidence.printed_before + evidence.text)
    told = [q for q in find_quantities(around) if q.kind == "count"] if asked else []
    for one in asked:
        if any(q.value == one.value and q.unit == one.unit for q in told):
            continue
        noun = query.text[one.end : one.end + _NOUN_WITHIN]
        mine = fold(evidence.text[: fact.start])
        same = [q for q in find_quantities(mine) if q.kind == "count" and q.unit == one.unit]
        if any(_counts(mine, q.start, q.end, noun) for q in same):
            return True
    return False


_NOUN_WITHIN = 8


def _counts(text: str, start: int, end: int, noun: str) -> bool:
    """What stands behind the number, or in front of it, is named in the words of the question behind its number."""
    behind, before = text[end : end + 2], text[max(start - 2, 0) : start]
    return any(len(one) == 2 and one.isalpha() and one in noun for one in (behind, before))


def _of_the_opposite(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """非户籍老人 is asked: what 户籍老人 pay is another thing."""
    own = compact(evidence.text)
    return any(
        match["what"] in own and match[0] not in own for match in _NEGATED.finditer(compact(query.text))
    )


@lru_cache(maxsize=1)
def _same_units() -> dict[str, str]:
    return {row[0]: row[1] for row in load_table("same_units")}


def _of_all_units(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """一亩补助多少: of 2000万元用于防霜设施补贴 what all of them get."""
    asked = _ASKS_PER.search(query.text) if fact.kind == "money" else None
    if asked is None:
        return False
    text = fold(evidence.text)
    said = text[segment_of(text, fact.start)[0] : fact.clause[1]]
    unit = "[人名位]" if asked["unit"] in "人名位" else _same_units().get(asked["unit"], asked["unit"])
    priced = rf"[每一/]\s?{unit}|{unit}均|均价|票价|门票|单价|售价|各[奖发得补给]|按[^，。；]{{0,6}}标准"
    return re.search(priced, said) is None


def _of_one_day(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """10天一共来了多少人: 首日接待8300人次 is one of them."""
    if not (query.total or _ASKS_ALL_DAYS.search(query.text)) or _ONE_DAY.search(query.text):
        return False
    return bool(_ONE_DAY.search(evidence.text, fact.clause[0], fact.end))


def _of_another_share(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """游客里广东人占多少: of 其中南方游客占57%，广东居客源地首位 the share that no word behind 里 is told of."""
    if query.kind == "percent" and not _SHARE.search(query.text):
        return False  # 空气里PM2.5降了多少: no share of a whole
    cue = _WITHIN.search(query.text) or _ALONE.search(query.text)
    if cue is None or not _HOW_MUCH.search(query.text, cue.end()):
        return False  # 从几个候选项目里选的
    behind = [t for t in query.terms if t.start >= cue.end() and t.weight >= _STRONG and len(t.text) > 1]
    parts = [t.text for t in behind if t.start == cue.end() or t.text != query.head]
    low, high = fact.clause
    if fact.start - low <= _VERB:  # 大学生45人，占84.9%
        low, _ = segment_of(evidence.text, max(low - 1, 0), _CLAUSES)
    return bool(parts) and explained(parts[0], evidence.clause((low, high))).score < _SAID


def _of_the_other_of_two(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """甲工程和乙中心，前者2024年底投用: 乙中心 is the latter of the two."""
    text = fold(evidence.text)
    said = list(_FORMER_OR_LATTER.finditer(text, 0, fact.start))
    if not said:
        return False
    low = said[0].start()
    for spot in _spots(query, text):
        before = next((m for m in _JOINT.finditer(text, 0, spot.start) if m.end() == spot.start), None)
        behind = _JOINT.match(text, spot.end)
        if spot.end <= low and (before is None) != (behind is None):
            return (said[-1][0] == "前者") == (before is not None)
    return False
