"""Told apart by one word: the other sex, the old one for the new one, who gives, what is there for what comes in."""

from __future__ import annotations

import re

from index.answering.candidates.whose import asked_names
from index.answering.evidence.explain import explained
from index.answering.refusing.told_at import AMOUNTS, MARKS, STRONG, UNSAID, ToldAt
from index.language.lexicon import load_pattern
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


_ASKS_THEN = load_pattern("answering.apart_told.asks_then")
_SAYS_THEN = load_pattern("answering.apart_told.says_then")
_AGAINST_THEN = load_pattern("answering.apart_told.against_then")


def _is_compared_with_then(query: Query, told: ToldAt) -> bool:
    """去年同期多少起: 发生21起，同比下降27.6% tells how many there were now."""
    if query.kind not in AMOUNTS or not _ASKS_THEN.search(query.text) or _SAYS_THEN.search(told.text[: told.high]):
        return False
    return bool(_AGAINST_THEN.match(told.text, told.high))


TOLD_APART = (
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
