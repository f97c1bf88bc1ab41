"""An answer that is told of a neighbour of the asked one: of another of a row, an earlier round, another edition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from index.answering.candidates.whose import asked_names
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import contrasted
from index.answering.refusing.told_at import ToldAt
from index.extraction.words.people import surnames
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities, parse_number
from index.language.scripts import compact, fold
from index.understanding.query import Query, Term
from index.understanding.terms import rarity

_SHORTEST = 3  # letters of a name of a row by which it is known again
_STRONG = 1.0
_SAID, _UNSAID = 0.75, 0.5  # how well a word must and must not stand in the words around the answer
_LEFT, _RIGHT = load_pattern("answering.neighbours_told.left"), load_pattern("answering.neighbours_told.right")
_LEADS = load_pattern("answering.neighbours_told.leads")


def _of_another_of_a_row(query: Query, told: ToldAt) -> bool:
    """甲机械贷到多少: 先后到甲机械、乙食品走访 names both, and 乙食品…缺口800万元 is told of the other.

    Nor is 甲防霜网和乙防雹网补贴，每亩防雹网800元, or what 其中 takes one of them up for, told of both.
    """
    asked, clause = compact(query.question), compact(told.clause)
    part = told.up_to.rfind("其中")
    said = compact(told.up_to[max(part, 0) :])
    whole = said if part > 0 else compact(told.text)
    for name in asked_names(query):
        if len(name) < _SHORTEST or explained(name, clause).score >= _UNSAID:
            continue
        away = explained(name, whole).score < _UNSAID
        around = said if away else clause
        if any(_stands(other, around) and not _stands(other, asked) for other in _beside(name, told.page.whole)):
            return True
    return False


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


_ROUND = load_pattern("answering.neighbours_told.round")
_FIRST_ROUNDS = load_pattern("answering.neighbours_told.first_rounds")


def _of_earlier_rounds(query: Query, told: ToldAt) -> bool:
    """第六批的开工率: 前五批签约项目共73个，开工率92.4% is told of those before it."""
    asked = {(m["of"], parse_number(m["n"])) for m in _ROUND.finditer(fold(query.text))}
    if not asked:
        return False
    first = [(m["of"], parse_number(m["n"])) for m in _FIRST_ROUNDS.finditer(fold(told.up_to))]
    named = {(m["of"], parse_number(m["n"])) for m in _ROUND.finditer(fold(told.up_to))}
    return not named & asked and any(of == one and n > upto for of, upto in first for one, n in asked)


_SO_MANY_ROUNDS = load_pattern("answering.neighbours_told.so_many_rounds")


def _of_fewer_rounds(query: Query, told: ToldAt) -> bool:
    """三轮一共多少: 前两轮共签约项目16个 is the sum of two of them."""
    asked = _SO_MANY_ROUNDS.search(fold(query.text))
    if asked is None:
        return False
    first = [(m["of"], parse_number(m["n"])) for m in _FIRST_ROUNDS.finditer(fold(told.up_to))]
    return any(of == asked["of"] and n != parse_number(asked["n"]) for of, n in first)


_BOUND = load_pattern("answering.neighbours_told.bound")


def _is_a_bound(query: Query, told: ToldAt) -> bool:
    """现在水位多少: 汛限水位142.5米 is a mark that it is held against."""
    cue = _BOUND.search(told.text, told.low, told.start)
    return cue is not None and cue["measure"] in query.text and cue["bound"] not in query.text


_EDITION = load_pattern("answering.neighbours_told.edition")


def _of_another_edition(query: Query, told: ToldAt) -> bool:
    """2024年度医保交多少: of 2025年度集中缴费期……每人400元 the year that it is paid for is another."""
    asked = set(_EDITION.findall(fold(query.text)))
    said = set(_EDITION.findall(fold(told.text[: told.start]))) if asked else set()
    return bool(said) and not asked & said


_SIZED = load_pattern("answering.neighbours_told.sized")


def _of_another_size(query: Query, told: ToldAt) -> bool:
    """85平方米的房子有多少套: what is told without that size is told of all of them."""
    if query.kind not in ("count", "money", "number", "percent", "area", "length"):
        return False
    sizes = [m["size"] for m in _SIZED.finditer(fold(query.text))]
    said = fold(told.text) if sizes else ""
    printed = {q.value for q in find_quantities(said)}
    return any(q.value not in printed for size in sizes for q in find_quantities(size))


def _of_the_other(query: Query, told: ToldAt) -> bool:
    """女子半程冠军是谁: 获得男子全程冠军 is told of the other one, and of another run."""
    if query.kind in ("yesno", "compare", "difference"):
        return False
    clause = told.clause
    return any(
        any(word.search(clause) for word in others) and not asked.search(clause)
        for asked, others in contrasted(query.text)
    )


_ROW_OF = load_pattern("answering.neighbours_told.row_of")
_EACH = load_pattern("answering.neighbours_told.each")
AMOUNTS = ("money", "count", "number", "percent", "area", "length")


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
            if explained(name, clause).score < _UNSAID:
                return True
    return False


def _is_named(name: str, item: str) -> bool:
    """The name ends the item of a row and is most of it: what stands before it may lead to the row."""
    return item.endswith(name) and len(name) >= _SHORTEST


_ALL_OF_THEM = load_pattern("answering.neighbours_told.all_of_them")


def _of_all_of_a_kind(query: Query, told: ToldAt) -> bool:
    """丁坑线坐了多少人: 三条专线共运送2870人次 is told of all three."""
    asked, clause = compact(query.question), compact(told.clause)
    for match in _ALL_OF_THEM.finditer(clause):
        one = re.compile(rf"[\u4e00-\u9fff]{{2}}{match['noun'][-1]}(?!上|下|里|中)")
        if any(name[0] not in clause and match["noun"] not in name[0] for name in one.finditer(asked)):
            return True
    return False


_GROUP = load_pattern("answering.neighbours_told.group")


def _before(told: ToldAt) -> str:
    """The sentences of the paragraph in front of the one with the answer."""
    return "".join(
        told.page.compact[one.number]
        for one in told.page.says.sentences[: told.sentence.number]
        if one.paragraph == told.sentence.paragraph
    )


def _of_people_in_general(query: Query, told: ToldAt) -> bool:
    """老人坐一趟多少钱: a fare that is printed for everybody is not known to be theirs."""
    if query.kind != "money":
        return False
    around = compact(told.text) + told.page.heading + _before(told)
    return any(explained(m[0], around).score < _UNSAID for m in _GROUP.finditer(query.text))


_RULE = load_pattern("answering.neighbours_told.rule")


def _is_a_rule(query: Query, told: ToldAt) -> bool:
    """某某领到多少: 按照规定……可申领1万元 is what anybody may have."""
    names = [link.name for link in query.links if link.kind == "person"]
    names += [t.text for t in query.terms if _may_be_a_person(t) and t.text in told.page.whole]
    return bool(names and _RULE.search(told.text)) and not any(name in told.text for name in names)


def _may_be_a_person(term: Term) -> bool:
    """A surname with one or two letters that make no word with it."""
    named = term.weight >= _STRONG and 1 < len(term.text) <= _SHORTEST
    return named and term.text[0] in surnames() and rarity(term.text) == 1.0


_CHANGED = load_pattern("answering.neighbours_told.changed")
_FORMER = load_pattern("answering.neighbours_told.former")


def _is_after_the_change(query: Query, told: ToldAt) -> bool:
    """延伸前多长: of 延伸至南门，……全长达到17.3公里 the length is that of afterwards."""
    asked = _CHANGED.search(query.text)
    if asked is None or query.kind not in AMOUNTS:
        return False
    return asked["deed"] in told.text[: told.start] and not _FORMER.search(told.clause)


_JOINTLY = load_pattern("answering.neighbours_told.jointly")
_GIVES = load_pattern("answering.neighbours_told.gives")


def _given_jointly(query: Query, told: ToldAt) -> bool:
    """乙公司出资多少: 由甲集团与乙公司共同出资建设，总投资31亿元 is what both of them give."""
    return query.kind in ("money", "number") and bool(_GIVES.search(query.text)) and bool(
        _JOINTLY.search(told.text, 0, told.start)
    ) and not _JOINTLY.search(query.text)


_PLANS = load_pattern("answering.neighbours_told.plans")
_ALREADY = load_pattern("answering.neighbours_told.already")


def _is_done_so_far(query: Query, told: ToldAt) -> bool:
    """总共计划种多少: 目前已播种31万亩 is what has been done of it."""
    if query.kind not in AMOUNTS or not _PLANS.search(query.text) or _ALREADY.search(query.text):
        return False
    return bool(_ALREADY.search(told.clause)) and not _PLANS.search(told.clause)


_DEADLINE = load_pattern("answering.neighbours_told.deadline")
_ASKS_DEADLINE = load_pattern("answering.neighbours_told.asks_deadline")


def _is_a_deadline(query: Query, told: ToldAt) -> bool:
    """哪天发到手: 4月30日截止 is the last day of applying."""
    asks = query.kind == "date" and not _ASKS_DEADLINE.search(query.text)
    return asks and bool(_DEADLINE.match(told.text, told.end))


_FEE = load_pattern("answering.neighbours_told.fee")


def _is_another_fee(query: Query, told: ToldAt) -> bool:
    """停车一个月多少钱: 物业费为每月0.45元 is paid for something else."""
    fee = next(iter(_FEE.finditer(told.text, told.low, told.start)), None)
    if fee is None or query.kind != "money" or explained(fee["fee"], compact(query.text)).score >= _UNSAID:
        return False
    return _lacks_a_word([t for t in query.terms if not t.critical], told)


_EXAMPLE = load_pattern("answering.neighbours_told.example")


def _of_an_example(query: Query, told: ToldAt) -> bool:
    """开便利店要几份材料: 以餐饮业为例，由23份减为9份 is told of another trade."""
    example = _EXAMPLE.search(told.text, 0, told.start)
    if example is None or explained(example["what"], compact(query.text)).score >= _UNSAID:
        return False
    return _lacks_a_word(query.terms, told)


def _lacks_a_word(terms: Iterable[Term], told: ToldAt) -> bool:
    """A word of weight does not stand in the sentence."""
    said = compact(told.text)
    return any(t.weight >= _STRONG and len(t.text) > 1 and explained(t.text, said).score < _UNSAID for t in terms)


_BEST_OF_ALL = load_pattern("answering.neighbours_told.best_of_all")
_ASKS_ALL = load_pattern("answering.neighbours_told.asks_all")


def _of_the_foremost(query: Query, told: ToldAt) -> bool:
    """那6个项目一共投资多少: 投资额最高的是某基地，由某公司投资38亿元 is one of them."""
    asks = query.kind in (*AMOUNTS, "sum") and bool(_ASKS_ALL.search(query.text)) and "最" not in query.text
    return asks and bool(_BEST_OF_ALL.search(told.text, 0, told.start)) and not any(
        link.kind == "project" for link in query.links
    )


_YEAR_PLAN = load_pattern("answering.neighbours_told.year_plan")
_OF_THE_YEAR = load_pattern("answering.neighbours_told.of_the_year")


def _is_the_whole_cost(query: Query, told: ToldAt) -> bool:
    """当年计划投资多少: 总投资158.4亿元 is what all years cost."""
    asks = query.kind == "money" and bool(_YEAR_PLAN.search(query.text))
    return asks and "总投资" in told.clause and not _OF_THE_YEAR.search(told.clause)


_TENTHS = load_pattern("answering.neighbours_told.tenths")
_DEED = load_pattern("answering.neighbours_told.deed")


def _deed_is_told_apart(query: Query, told: ToldAt) -> bool:
    """卖出了多少吨: of 备种5200吨，其中大豆种900吨，目前已售出六成 the 900吨 are what there was."""
    deed = _DEED.search(query.text) if query.kind in AMOUNTS else None
    if deed is None or explained(deed[0], compact(told.up_to)).score >= _UNSAID:
        return False
    later = re.split("[，,；;。]", told.text[told.high :])
    return any(explained(deed[0], compact(one)).score >= _SAID and _TENTHS.search(one) for one in later)


_ASKS_COST = load_pattern("answering.neighbours_told.asks_cost")
_PER_UNIT = load_pattern("answering.neighbours_told.per_unit")


def _is_per_unit(query: Query, told: ToldAt) -> bool:
    """老街改造花了多少钱: 每部由财政补贴15万元 is paid for one lift of it."""
    asks = query.kind == "money" and bool(_ASKS_COST.search(query.text)) and not re.search("[每一单]", query.text)
    return asks and bool(_PER_UNIT.search(told.clause))


_PHASE = load_pattern("answering.neighbours_told.phase")
_PHASE_COSTS = load_pattern("answering.neighbours_told.phase_costs")


def _of_all_phases(query: Query, told: ToldAt) -> bool:
    """一期投资多少: of 分三期建设，总投资48亿元，其中一期投资13.5亿元 the 48亿元 are what all of them cost."""
    asked = _PHASE.search(query.text) if query.kind == "money" else None
    if asked is None or asked[0] in told.clause:
        return False
    later = (match.end() for match in re.finditer(re.escape(asked[0]), told.text[told.high :]))
    return any(_PHASE_COSTS.match(told.text, told.high + end) for end in later)


_EACH_TIME = load_pattern("answering.neighbours_told.each_time")
_PER_TIME = load_pattern("answering.neighbours_told.per_time")


def _of_all_times(query: Query, told: ToldAt) -> bool:
    """一次能借几本: 有图书6400册 is what there is."""
    asks = query.kind in AMOUNTS and bool(_EACH_TIME.search(query.text))
    return asks and not _PER_TIME.search(told.clause)


_INTERVAL = load_pattern("answering.neighbours_told.interval")
_ASKS_INTERVAL = load_pattern("answering.neighbours_told.asks_interval")
_ASKS_HOW_LONG = load_pattern("answering.neighbours_told.asks_how_long")


def _is_an_interval(query: Query, told: ToldAt) -> bool:
    """坐到那里要多久: 每12分钟一班 is how often it runs."""
    asks = bool(_ASKS_HOW_LONG.search(query.text)) and not _ASKS_INTERVAL.search(query.text)
    return asks and bool(_INTERVAL.search(told.clause))


_FIELD = load_pattern("answering.neighbours_told.field")


def _of_another_field(query: Query, told: ToldAt) -> bool:
    """教育方面的建议有几件: 共收到代表建议142件 is of all fields."""
    said = compact(told.text) + _before(told)
    return query.kind in AMOUNTS and any(
        explained(match["what"][-2:], said).score < _UNSAID for match in _FIELD.finditer(query.text)
    )


_DUE = load_pattern("answering.neighbours_told.due")


def _is_not_due(query: Query, told: ToldAt) -> bool:
    """应收面积多少: 收获7.5万亩 is what has been done of it."""
    due = _DUE.search(query.text) if query.kind in (*AMOUNTS, "percent") else None
    return due is not None and due[0] not in told.text


_OTHER_INVESTMENT = load_pattern("answering.neighbours_told.other_investment")


def _of_other_investment(query: Query, told: ToldAt) -> bool:
    """固定资产投资多少: 完成重点项目投资52.8亿元 is one sort of it."""
    other = _OTHER_INVESTMENT.search(told.clause) if "固定资产投资" in query.text else None
    return other is not None and other[0] not in query.text and "固定资产" not in told.clause


_ONE_AND_ONE = load_pattern("answering.neighbours_told.one_and_one")
_TOGETHER = load_pattern("answering.neighbours_told.together")


def _of_one_and_the_other(query: Query, told: ToldAt) -> bool:
    """甲镇的车间招多少人: 一个在甲镇，一个在乙乡，共可吸纳260名 is of both."""
    pair = _ONE_AND_ONE.search(told.text, 0, told.low)
    if query.kind not in AMOUNTS or pair is None or not _TOGETHER.search(told.clause.strip()):
        return False
    if _ASKS_ALL.search(query.text):
        return False
    halves = [half for half in re.split("[，；]", compact(pair[0])) if half]
    words = [t.text for t in query.terms if t.weight >= _STRONG]
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
        and explained(name, clause).score < _UNSAID
        for item in items
        for name in asked_names(query)
    )


_ROLE = load_pattern("answering.neighbours_told.role")


def _of_another_role(query: Query, told: ToldAt) -> bool:
    """小区的物业是哪家公司: 由甲公司承建 tells who built it."""
    asked = _ROLE.search(query.text)
    return asked is not None and explained(asked["role"], compact(told.text)).score < _UNSAID


OF_NEIGHBOURS = (
    _of_another_of_a_row,
    _of_earlier_rounds,
    _of_fewer_rounds,
    _is_a_bound,
    _of_another_edition,
    _of_another_size,
    _of_the_other,
    _of_all_listed,
    _of_all_of_a_kind,
    _of_people_in_general,
    _is_a_rule,
    _is_after_the_change,
    _given_jointly,
    _is_done_so_far,
    _is_a_deadline,
    _is_another_fee,
    _of_an_example,
    _of_the_foremost,
    _is_the_whole_cost,
    _deed_is_told_apart,
    _of_all_phases,
    _is_per_unit,
    _of_all_times,
    _is_an_interval,
    _of_another_field,
    _is_not_due,
    _of_other_investment,
    _of_one_and_the_other,
    _of_the_whole_before_its_parts,
    _of_another_role,
)
