"""Told of another one than the asked: of another of a row, of all of them together, of anybody, of an example."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from index.answering.candidates.whose import asked_names
from index.answering.evidence.circumstances import age_bounds
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import contrasted, segment_of
from index.answering.evidence.peers import opens_with_name
from index.answering.refusing.told_at import AMOUNTS, STRONG, UNSAID, ToldAt
from index.extraction.words.people import is_full_name
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query, Term
from index.understanding.terms import rarity

_SHORTEST = 3  # letters of a name of a row by which it is known again


def _of_another_of_a_row(query: Query, told: ToldAt) -> bool:
    """甲机械贷到多少: 先后到甲机械、乙食品走访 names both, and 乙食品…缺口800万元 is told of the other.

    Nor is 甲防霜网和乙防雹网补贴，每亩防雹网800元, or what 其中 takes one of them up for, told of both.
    """
    asked, clause = compact(query.question), compact(told.clause)
    part = told.up_to.rfind("其中")
    said = compact(told.up_to[max(part, 0) :])
    whole = said if part > 0 else compact(told.text)
    for name in asked_names(query):
        if len(name) < _SHORTEST or explained(name, clause).score >= UNSAID:
            continue
        away = explained(name, whole).score < UNSAID
        around = said if away else clause
        if any(_stands(other, around) and not _stands(other, asked) for other in _beside(name, told.page.whole)):
            return True
    return False


_LEFT, _RIGHT = load_pattern("answering.whose_told.left"), load_pattern("answering.whose_told.right")
_LEADS = load_pattern("answering.whose_told.leads")


@lru_cache(maxsize=4096)
def _beside(name: str, whole: str) -> tuple[str, ...]:
    """The names that stand beside ``name`` in a row anywhere on the page."""
    found: list[str] = []
    for match in re.finditer(re.escape(name), whole):
        left = _LEFT.search(whole, max(match.start() - 24, 0), match.start())
        right = _RIGHT.match(whole, match.end())
        found += [_LEADS.sub("", one["name"]) for one in (left, right) if one is not None]
    return tuple(dict.fromkeys(one for one in found if len(one) >= _SHORTEST))


def _stands(name: str, text: str) -> bool:
    """The name, or its end of four letters: what leads to it in the row is no part of it."""
    return name in text or (len(name) > _SHORTEST + 1 and name[-_SHORTEST - 1 :] in text)


def _of_the_other(query: Query, told: ToldAt) -> bool:
    """女子半程冠军是谁: 获得男子全程冠军 is told of the other one, and of another run."""
    if query.kind in ("yesno", "compare", "difference"):
        return False
    clause = told.clause
    return any(
        any(word.search(clause) for word in others) and not asked.search(clause)
        for asked, others in contrasted(query.text)
    )


_ROW_OF = load_pattern("answering.whose_told.row_of")
_EACH = load_pattern("answering.whose_told.each")


def _of_all_listed(query: Query, told: ToldAt) -> bool:
    """丙街道那所有多少学位: 4所，分别位于甲镇、乙街道和丙街道，……新增学位1320个 is of all of them."""
    if query.kind not in AMOUNTS or _EACH.search(told.clause):
        return False
    asked, clause = compact(query.text), compact(told.clause)
    for row in _ROW_OF.finditer(told.text, 0, told.low):
        items = [compact(one) for one in re.split("[、和与及]", row["row"])]
        named = [one for one in items if any(_is_named(name, one) for name in asked_names(query))]
        others = [one for one in items if one not in named]
        again = compact(told.text[row.end() : told.end])
        if any(name in again for name in asked_names(query) if len(name) > 1 and any(name in one for one in named)):
            continue
        if len(named) == 1 and others and not any(one[-_SHORTEST:] in asked for one in others):
            name = next(name for name in asked_names(query) if _is_named(name, named[0]))
            if explained(name, clause).score < UNSAID:
                return True
    return False


def _is_named(name: str, item: str) -> bool:
    """The name ends the item of a row and is most of it: what stands before it may lead to the row."""
    return item.endswith(name) and len(name) >= _SHORTEST


_ALL_OF_THEM = load_pattern("answering.whose_told.all_of_them")


def _of_all_of_a_kind(query: Query, told: ToldAt) -> bool:
    """丁坑线坐了多少人: 三条专线共运送2870人次 is told of all three."""
    asked, clause = compact(query.question), compact(told.clause)
    for match in _ALL_OF_THEM.finditer(clause):
        one = re.compile(rf"[\u4e00-\u9fff]{{2}}{match['noun'][-1]}(?!上|下|里|中)")
        if any(name[0] not in clause and match["noun"] not in name[0] for name in one.finditer(asked)):
            return True
    return False


_GROUP = load_pattern("answering.whose_told.group")


def _of_people_in_general(query: Query, told: ToldAt) -> bool:
    """老人坐一趟多少钱: a fare that is printed for everybody is not known to be theirs."""
    if query.kind != "money" or age_bounds(fold(told.clause)) is not None:
        return False  # 90至99周岁每人每月150元 says whose it is
    around = compact(told.text) + told.page.heading + told.before
    return any(explained(m[0], around).score < UNSAID for m in _GROUP.finditer(query.text))


_RULE = load_pattern("answering.whose_told.rule")


def _is_a_rule(query: Query, told: ToldAt) -> bool:
    """某某领到多少: 按照规定……可申领1万元 is what anybody may have."""
    names = [link.name for link in query.links if link.kind == "person"]
    names += [t.text for t in query.terms if _may_be_a_person(t) and t.text in told.page.whole]
    return bool(names and _RULE.search(told.text)) and not any(name in told.text for name in names)


def _may_be_a_person(term: Term) -> bool:
    """A surname with one or two letters that make no word with it."""
    return term.weight >= STRONG and is_full_name(term.text) and rarity(term.text) == 1.0


_JOINTLY = load_pattern("answering.whose_told.jointly")
_GIVES = load_pattern("answering.whose_told.gives")


def _given_jointly(query: Query, told: ToldAt) -> bool:
    """乙公司出资多少: 由甲集团与乙公司共同出资建设，总投资31亿元 is what both of them give."""
    return query.kind in ("money", "number") and bool(_GIVES.search(query.text)) and bool(
        _JOINTLY.search(told.text, 0, told.start)
    ) and not _JOINTLY.search(query.text)


_FEE = load_pattern("answering.whose_told.fee")


def _is_another_fee(query: Query, told: ToldAt) -> bool:
    """停车一个月多少钱: 物业费为每月0.45元 is paid for something else."""
    fee = next(iter(_FEE.finditer(told.text, told.low, told.start)), None)
    if fee is None or query.kind != "money" or explained(fee["fee"], compact(query.text)).score >= UNSAID:
        return False
    return _lacks_a_word([t for t in query.terms if not t.critical], told)


def _lacks_a_word(terms: Iterable[Term], told: ToldAt) -> bool:
    """A word of weight does not stand in the sentence, nor in the label of its paragraph."""
    said = told.page.own[told.sentence.number]
    return any(t.weight >= STRONG and len(t.text) > 1 and explained(t.text, said).score < UNSAID for t in terms)


_EXAMPLE = load_pattern("answering.whose_told.example")


def _of_an_example(query: Query, told: ToldAt) -> bool:
    """开便利店要几份材料: 以餐饮业为例，由23份减为9份 is told of another trade."""
    example = _EXAMPLE.search(told.text, 0, told.start)
    if example is None or explained(example["what"], compact(query.text)).score >= UNSAID:
        return False
    return _lacks_a_word(query.terms, told)


_BEST_OF_ALL = load_pattern("answering.whose_told.best_of_all")
_ASKS_ALL = load_pattern("answering.whose_told.asks_all")


def _of_the_foremost(query: Query, told: ToldAt) -> bool:
    """那6个项目一共投资多少: 投资额最高的是某基地，由某公司投资38亿元 is one of them."""
    asks = query.kind in (*AMOUNTS, "sum") and bool(_ASKS_ALL.search(query.text)) and "最" not in query.text
    return asks and bool(_BEST_OF_ALL.search(told.text, 0, told.start)) and not any(
        link.kind == "project" for link in query.links
    )


_FIELD = load_pattern("answering.whose_told.field")


def _of_another_field(query: Query, told: ToldAt) -> bool:
    """教育方面的建议有几件: 共收到代表建议142件 is of all fields."""
    said = compact(told.text) + told.before
    return query.kind in AMOUNTS and any(
        explained(match["what"][-2:], said).score < UNSAID for match in _FIELD.finditer(query.text)
    )


_ONE_AND_ONE = load_pattern("answering.whose_told.one_and_one")
_TOGETHER = load_pattern("answering.whose_told.together")


def _of_one_and_the_other(query: Query, told: ToldAt) -> bool:
    """甲镇的车间招多少人: 一个在甲镇，一个在乙乡，共可吸纳260名 is of both."""
    pair = _ONE_AND_ONE.search(told.text, 0, told.low)
    if query.kind not in AMOUNTS or pair is None or not _TOGETHER.search(told.clause.strip()):
        return False
    if _ASKS_ALL.search(query.text):
        return False
    halves = [half for half in re.split("[，；]", compact(pair[0])) if half]
    words = [t.text for t in query.terms if t.weight >= STRONG]
    return any(sum(word in half for half in halves) == 1 for word in (*words, *asked_names(query)))


def _of_the_whole_before_its_parts(query: Query, told: ToldAt) -> bool:
    """3个农业项目一共投资多少: 21个项目，总投资74.3亿元，其中服务业项目6个，农业项目3个 tells what all of them cost."""
    at = told.text.find("其中", told.high)
    if query.kind not in (*AMOUNTS, "sum") or at < 0:
        return False
    items = re.split("[，、；。]", told.text[at + 2 :])
    clause = compact(told.clause)
    return any(
        len(name) >= _SHORTEST and compact(item).startswith(name) and re.search(r"\d", item)
        and explained(name, clause).score < UNSAID
        for item in items
        for name in asked_names(query)
    )


_ROLE = load_pattern("answering.whose_told.role")


def _of_another_role(query: Query, told: ToldAt) -> bool:
    """小区的物业是哪家公司: 由甲公司承建 tells who built it."""
    asked = _ROLE.search(query.text)
    return asked is not None and explained(asked["role"], compact(told.text)).score < UNSAID


_ASKED_SORT = load_pattern("answering.whose_told.asked_sort")
_WIDER_SORT = load_pattern("answering.whose_told.wider_sort")


def _of_a_wider_sort(query: Query, told: ToldAt) -> bool:
    """初中多少家: 32所义务教育学校 counts the primary schools as well."""
    asked = _ASKED_SORT.search(query.text) if query.kind in AMOUNTS else None
    behind = _WIDER_SORT.match(told.text, told.end) if asked else None
    return asked is not None and behind is not None and asked["sort"] not in behind[0]


_ASKS_DEAD = load_pattern("answering.whose_told.asks_dead")
_DEAD = load_pattern("answering.whose_told.dead")


def _of_the_living(query: Query, told: ToldAt) -> bool:
    """死了几个人: 转移群众3120人 counts nobody who died."""
    return bool(_ASKS_DEAD.search(query.text)) and not _DEAD.search(told.clause)


_PLACE = load_pattern("answering.whose_told.place")
_GOES_ON = load_pattern("answering.whose_told.goes_on")


def _of_several_places(query: Query, told: ToldAt) -> bool:
    """甲乡恢复了多少户: of 甲乡停电2800户、乙镇停电1500户，已恢复3900户 the last is of both, and so is what follows."""
    if query.kind not in AMOUNTS:
        return False
    around = told.before + compact(told.text[: told.low])
    places = set(_PLACE.findall(around))
    asked = [name for name in places if name in compact(query.text)]
    if _GOES_ON.match(told.clause) and asked and _PLACE.findall(around)[-1] == asked[0]:
        return False  # 乙镇9.8万人次，增长12%
    return len(asked) == 1 and len(places) > 1 and asked[0] not in told.clause


_ONLY_PART = load_pattern("answering.whose_told.only_part")


def _is_only_a_part(query: Query, told: ToldAt) -> bool:
    """一共多少: 其中城南小学1080个 is a part."""
    return query.total and bool(_ONLY_PART.match(told.clause)) and "其中" not in query.text


def _of_another_named_part(query: Query, told: ToldAt) -> bool:
    """甲项目15亿元；乙项目投资2.6亿元，落户北岗镇: the part with the answer opens with the name of another.

    The asked name stands in another part of the sentence, and nothing of it in this one.
    """
    low, high = segment_of(told.text, told.start)
    own = compact(told.text[low:high])
    asked = compact(query.text)
    if (low, high) == (0, len(told.text)) or own[:2] in asked or not _opens_with_entity(told, own, asked):
        return False
    names = asked_names(query)
    rest = compact(told.text[:low]) + "|" + compact(told.text[high:])
    away = [n for n in names if n in rest and explained(n, own).score <= UNSAID]
    return bool(away) and not any(n in own for n in names)


def _opens_with_entity(told: ToldAt, own: str, asked: str) -> bool:
    """The part begins with a project or a body that the page tells of and the question does not name."""
    names = [compact(row.name) for row in told.page.says.projects]
    named = any(len(n) >= _NAME and own.startswith(n[:_NAME]) and n[:_NAME] not in asked for n in names)
    opening = _ENTITY.match(own)
    body = opens_with_name(own) or (opening["name"] if opening is not None else None)
    return named or (body is not None and body not in asked and body[:2] not in asked)


_ENTITY = load_pattern("answering.whose_told.entity")
_NAME = 4  # letters by which a project is known again


_SO_MANY, _ALL_ASKED = load_pattern("answering.whose_told.so_many"), load_pattern("answering.whose_told.all_asked")


def _of_so_many(query: Query, told: ToldAt) -> bool:
    """翠屏苑有多少户: 3个小区2974户 is told of the three, of which another sentence names it as one."""
    if query.kind not in AMOUNTS or _ALL_ASKED.search(query.text):
        return False
    counted = _SO_MANY.search(told.text[told.low : told.start])
    if counted is None or counted["noun"] in query.text:
        return False
    names = [name for name in asked_names(query) if name not in told.text]
    return any(_beside(name, told.page.whole) for name in names)


_VENUE, _OF_AN_EVENT = load_pattern("answering.whose_told.venue"), load_pattern("answering.whose_told.of_an_event")
_LOOSELY = 0.6  # how well a short name must stand in the whole one


def _of_what_was_held_there(query: Query, told: ToldAt) -> bool:
    """文创园投资多少: 签约仪式在文创产业园举行，总投资180亿元 tells what was signed there, and nothing of the place."""
    if query.kind not in AMOUNTS or _OF_AN_EVENT.search(query.text):
        return False
    venue = _VENUE.search(told.text, 0, told.start)
    if venue is None:
        return False
    place, rest = compact(venue["at"]), compact(told.text.replace(venue["at"], ""))
    names = [name for name in asked_names(query) if explained(name, place).score >= _LOOSELY]
    return bool(names) and all(explained(name, rest).score < _LOOSELY for name in names)


OF_OTHERS = (
    _of_what_was_held_there,
    _of_so_many,
    _of_another_named_part,
    _of_a_wider_sort,
    _of_the_living,
    _of_several_places,
    _is_only_a_part,
    _of_another_of_a_row,
    _of_the_other,
    _of_all_listed,
    _of_all_of_a_kind,
    _of_people_in_general,
    _is_a_rule,
    _given_jointly,
    _is_another_fee,
    _of_an_example,
    _of_the_foremost,
    _of_another_field,
    _of_one_and_the_other,
    _of_the_whole_before_its_parts,
    _of_another_role,
)
