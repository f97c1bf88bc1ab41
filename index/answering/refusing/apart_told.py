"""Told apart by one word: the other sex, the old one for the new one, who gives, what is there for what comes in."""

from __future__ import annotations

import re

from index.answering.candidates.whose import asked_names
from index.answering.evidence.explain import explained
from index.answering.evidence.last_year import tells_of_last_year
from index.answering.refusing.told_at import AMOUNTS, MARKS, STRONG, UNSAID, ToldAt
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact
from index.understanding.query import Query

_SEX = load_pattern("answering.apart_told.sex")


def _of_both_sexes(query: Query, told: ToldAt) -> bool:
    """女教师有多少: 教师214人 are all of them."""
    asked = _SEX.search(query.text) if query.kind in AMOUNTS else None
    return asked is not None and asked[0] not in told.before + told.page.heading + told.text


_OLD_OR_NEW = load_pattern("answering.apart_told.old_or_new")


_SIGNS = "新老旧原"


def _of_the_new_or_the_old(query: Query, told: ToldAt) -> bool:
    """旧楼面积多少, where the article tells of 新楼 and of no old one."""
    asked = _OLD_OR_NEW.search(query.text)
    if asked is None:
        return False
    text = told.page.heading + told.before + compact(told.text[: told.start])
    last = max((text.rfind(one + asked["noun"]), one) for one in _SIGNS)
    if last[0] >= 0 and (last[1] == "新") != (asked["sign"] == "新"):
        return True  # both are told of, and this one last
    text = told.page.heading + told.page.whole
    printed = {text[at - 1] for at in (m.start() for m in re.finditer(asked["noun"], text)) if text[at - 1] in _SIGNS}
    return bool(printed) and all((one == "新") != (asked["sign"] == "新") for one in printed)


_GIVER = load_pattern("answering.apart_told.giver")
_SAME_GIVER = {"国": "中央", "中": "中央", "自": "省", "州": "市", "乡": "镇"}


def _given_by_another(query: Query, told: ToldAt) -> bool:
    """县里补助多少: 自治区补助3000万元 comes from another purse."""
    asked = {_level(match["who"]) for match in _GIVER.finditer(query.text)}
    said = {_level(match["who"]) for match in _GIVER.finditer(told.clause)} if asked else set()
    return bool(said) and not asked & said


def _level(who: str) -> str:
    return _SAME_GIVER.get(who[0], who[0])


_COMES_IN = load_pattern("answering.apart_told.comes_in")
_THERE = load_pattern("answering.apart_told.there")


def _is_there(query: Query, told: ToldAt) -> bool:
    """今年招生多少: 现有在校生3820人 are those that are there."""
    asked = _COMES_IN.search(query.text) if query.kind in AMOUNTS else None
    if asked is None or not _THERE.search(told.text[told.low : told.start]):
        return False
    return asked[0][0] not in told.clause


_STEP = load_pattern("answering.apart_told.step")


def _is_a_step_towards(query: Query, told: ToldAt) -> bool:
    """什么时候上市: 3月报送上市辅导备案材料, 11月20日召开价格调整听证会 are steps towards it."""
    if query.kind not in ("date", "place"):
        return False
    last = max((t for t in query.terms if t.weight >= STRONG and len(t.text) > 1), key=lambda t: t.end, default=None)
    if last is None or _STEP.match(query.text, last.end) or query.text[last.end :].strip("的呢啊了吗？?"):
        return False
    spots = list(re.finditer(re.escape(last.text), told.clause))
    return bool(spots) and all(_STEP.match(told.clause, spot.end()) for spot in spots)


_MOST_OF_ALL = load_pattern("answering.apart_told.most_of_all")
_OTHER_MEASURE = load_pattern("answering.apart_told.other_measure")
_THE_ONE = load_pattern("answering.apart_told.the_one")
_POLES = {"多": "少低小短", "高": "少低小短", "大": "少低小短", "长": "少低小短"}
_POLES |= {"少": "多高大长", "低": "多高大长", "小": "多高大长", "短": "多高大长"}


def _of_another_extreme(query: Query, told: ToldAt) -> bool:
    """最少的一人领了多少: of 平均每人2.4万元，最多的一人5.8万元 neither is the least, nor the second what all have."""
    if query.kind in AMOUNTS and "最" not in query.text and _THE_ONE.search(told.text, told.low, told.start):
        return True
    asked = _MOST_OF_ALL.search(query.text) if query.kind in AMOUNTS else None
    if asked is None or asked[0] in told.clause:
        return False
    poles = "|".join(f"最{one}" for one in _POLES[asked["way"]])
    return bool(_OTHER_MEASURE.search(told.clause) or re.search(poles, told.clause))


_REST = load_pattern("answering.apart_told.rest")


def _bears_the_rest(query: Query, told: ToldAt) -> bool:
    """乙公司垫付了多少: of 以41.2万元成交，其余款项由乙公司垫付 the rest, which no figure tells."""
    if query.kind not in AMOUNTS:
        return False
    later = [one for one in MARKS.split(told.text[told.high :]) if _REST.match(one)]
    before = compact(told.text[: told.high])
    return any(
        len(name) > 2 and name in compact(one) and name not in before for one in later for name in asked_names(query)
    )


_COUNTED_AS = load_pattern("answering.apart_told.counted_as")
_ASKS_HOW_MANY = load_pattern("answering.apart_told.asks_how_many")


def _counts_others(query: Query, told: ToldAt) -> bool:
    """多少名法官: 判处罪犯349人 counts others, in a sentence that names no judge."""
    asked = _ASKS_HOW_MANY.search(query.text) if query.kind == "count" else None
    own = _COUNTED_AS.search(told.text[told.low : told.start]) if asked else None
    if asked is None or own is None or own["noun"] in query.text:
        return False
    return explained(asked["noun"], compact(told.up_to)).score < UNSAID and all(
        explained(t.text, own["noun"]).score < UNSAID for t in query.terms
    )


_ROW = load_pattern("answering.apart_told.row")
_GOES_ON = load_pattern("answering.apart_told.goes_on")
_EACH = load_pattern("answering.apart_told.each")


def _of_all_of_a_counted_row(query: Query, told: ToldAt) -> bool:
    """醉驾拘留了几人: of 酒驾71起、醉驾18起、超速1390起，拘留9人 the last number is that of all of them."""
    if query.kind not in AMOUNTS or _GOES_ON.match(told.clause) or _EACH.search(told.clause):
        return False
    unit = told.text[told.start : told.end].lstrip("0123456789.万亿")
    for row in _ROW.finditer(told.text, 0, told.low):
        items = [compact(one) for one in row[0].split("、")]
        again = compact(told.text[row.end() : told.high])
        named = {n for n, one in enumerate(items) for name in asked_names(query) if name in one and name not in again}
        named = {n for n in named if unit and not items[n].endswith(unit)}  # 蜂农19户、蜂箱320箱，如今146户
        if len(named) == 1 and max(named) < len(items) - 1:
            return True
    return False


def _of_a_group_beside(query: Query, told: ToldAt) -> bool:
    """一线职工每人多少: of 慰问劳模32名、一线职工1200名 the clause 劳模每人1500元 names the other group."""
    clause = compact(told.clause)
    names = [name for name in asked_names(query) if name not in clause]
    for row in _ROW_OF_COUNTS.finditer(told.page.whole) if query.kind in AMOUNTS else ():
        items = [_FIGURE.split(one)[0] for one in row[0].split("、")]
        mine = {n for n, one in enumerate(items) for name in names if one.endswith(name)}
        opens = {n for n, one in enumerate(items) if len(one) > 1 and clause.startswith((one, one[-_GROUP:]))}
        if mine and opens and not mine & opens and not any(items[n][-2:] in query.text for n in opens):
            return True
    return False


_ROW_OF_COUNTS = load_pattern("answering.apart_told.row_of_counts")
_FIGURE = re.compile(r"\d")
_GROUP = 4  # letters of the name of a group, behind what leads to the row
_ASKS_THEN = load_pattern("answering.apart_told.asks_then")
_SAYS_THEN = load_pattern("answering.apart_told.says_then")
_AGAINST_THEN = load_pattern("answering.apart_told.against_then")


def _is_compared_with_then(query: Query, told: ToldAt) -> bool:
    """去年同期多少起: 发生21起，同比下降27.6% tells how many there were now."""
    if query.kind not in AMOUNTS or not _ASKS_THEN.search(query.text) or _SAYS_THEN.search(told.text[: told.high]):
        return False
    dated = told.page.article.date or told.page.article.issue_date or ""
    if dated[:4].isdigit() and f"{int(dated[:4]) - 1}年" in told.text[: told.high]:
        return False  # 2023年，全县生产总值186.4亿元，同比增长6.8%: of last year, as it was asked
    if tells_of_last_year(told.page.article):
        return False
    return bool(_AGAINST_THEN.match(told.text, told.high))


_OCCASION = load_pattern("answering.apart_told.occasion")
_WHOLE_YEAR = load_pattern("answering.apart_told.whole_year")


def _of_the_whole_year(query: Query, told: ToldAt) -> bool:
    """两节期间慰问了多少: 去年全年帮扶612人次 is told of the year."""
    if query.kind not in AMOUNTS or not _OCCASION.search(query.text) or _WHOLE_YEAR.search(query.text):
        return False
    return bool(_WHOLE_YEAR.search(told.up_to)) and not _OCCASION.search(told.up_to)


_ASKS_DEPUTY = load_pattern("answering.apart_told.asks_deputy")


def _is_the_chief(query: Query, told: ToldAt) -> bool:
    """副主席是谁: 主席某某 is another."""
    asked = _ASKS_DEPUTY.search(query.text)
    said = told.text[told.low : told.end]
    return asked is not None and asked["title"] in said and f"副{asked['title']}" not in said


_PERIODIC = load_pattern("answering.apart_told.periodic")
_ASKS_PERIODIC = load_pattern("answering.apart_told.asks_periodic")
_ASKS_STOCK = load_pattern("answering.apart_told.asks_stock")


def _is_per_period(query: Query, told: ToldAt) -> bool:
    """有多少册图书, 计划投放多少册: 每月更换120册 is what is done in a month."""
    if query.kind not in AMOUNTS or _ASKS_PERIODIC.search(query.text):
        return False
    asks_all = query.total or _ASKS_STOCK.search(query.text)
    return bool(asks_all) and bool(_PERIODIC.search(told.text, told.low, told.start))


_ASKS_NEW = load_pattern("answering.apart_told.asks_new")


def _is_all_so_far(query: Query, told: ToldAt) -> bool:
    """去年新建多少处: 截至12月底建成26处 are those that there are."""
    if query.kind not in AMOUNTS or not _ASKS_NEW.search(query.text):
        return False
    return "截至" in told.up_to and "新" not in told.clause


_HE_OR_SHE = load_pattern("answering.apart_told.he_or_she")
_BODY = load_pattern("answering.apart_told.body")


def _of_somebody(query: Query, told: ToldAt) -> bool:
    """某小学有多少学生: 她资助过学生11名 tells what she has done."""
    if query.kind not in AMOUNTS or not _HE_OR_SHE.match(told.text) or any(one.kind == "person" for one in query.links):
        return False
    return any(_BODY.search(t.text) and t.text not in told.text for t in query.terms if t.weight >= STRONG)


_COUNTER = load_pattern("answering.apart_told.counter")


def _in_another_counter(query: Query, told: ToldAt) -> bool:
    """整改了几家: of 检查单位207家，发现隐患394处，整改368处 what is counted by 处 is no 家."""
    asked = _COUNTER.search(query.text) if query.kind == "count" else None
    own = told.text[told.start : told.end].lstrip("0123456789.万亿余多")
    if asked is None or not own or own == asked["unit"] or own not in _COUNTERS:
        return False
    return re.search(rf"\d[万亿余多]{{0,2}}{asked['unit']}", told.text) is not None


_COUNTERS = frozenset("家户所名辆台座条处起件份棵头只")
_COUNTED_THING = load_pattern("answering.apart_told.counted_thing")


def _counts_another_thing(query: Query, told: ToldAt) -> bool:
    """发送旅客多少: 投入客车142辆 counts coaches, in a clause that names no passenger."""
    own = _COUNTED_THING.search(told.text[told.low : told.end]) if query.kind in ("number", "count") else None
    asked = _HOW_MUCH.search(query.text)
    if own is None or asked is None or query.unit is not None:
        return False
    before = (t for t in query.terms if t.end <= asked.start() and t.weight >= STRONG)
    nearest = max(before, key=lambda t: t.end, default=None)
    if nearest is None or nearest.end != asked.start() or explained(nearest.text, compact(told.clause)).score >= UNSAID:
        return False
    verb = own["noun"] in load_words("acts") or own["noun"][0] in load_words("doing_verbs")
    return not verb and all(explained(t.text, own["noun"]).score < UNSAID for t in query.terms)


_HOW_MUCH = load_pattern("answering.apart_told.how_much")


TOLD_APART = (
    _of_the_whole_year,
    _is_the_chief,
    _of_a_group_beside,
    _is_per_period,
    _is_all_so_far,
    _of_somebody,
    _in_another_counter,
    _counts_another_thing,
    _of_both_sexes,
    _of_the_new_or_the_old,
    _given_by_another,
    _is_there,
    _is_a_step_towards,
    _of_another_extreme,
    _bears_the_rest,
    _counts_others,
    _of_all_of_a_counted_row,
    _is_compared_with_then,
)
