"""The answer type of a question: which sort of expression would answer it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from index.language.lexicon import load_table, load_words
from index.language.numerals import find_quantities, parse_number, units
from index.language.patterns import Patterns
from index.understanding.terms import begins_word

_COUNTER = re.compile(r"(?:多少|(?<![这那])几)(?:[百千]?万|亿)?(?=(?P<after>[\u4e00-\u9fff]{1,7}))")
_QUOTES = str.maketrans("", "", "“”\"'‘’「」『』《》")
_LOOKUP = re.compile(
    r"(?:是|指|属于|对应)(?:的)?(?:哪一?[期轮次届]的?)?(?:什么|啥|哪|谁|何)(?:一)?(?:个|批|项|笔|家|年|期|次|方面|类|种|块)?(?:的)?(?:钱|投资|数|数字|数据|意思|金额|指标|增速|增幅|涨幅|降幅|占比|比重|比例|项目|情况|概念|东西|批|单位|地方|工程)?(?:的|了|啊|呀|呢|投资)*$"
    r"|^(?:哪|什么|啥|谁)(?:个|批|项|家|些|里|一个|一批|两|两批)?.{0,12}(?:是|为|有|达到?|达|投了|等于|涨了|增长|占)?$"
    r"|^(?:哪|什么|啥).{0,16}(?:都|均)?(?:是|为|达)(?:约)?\d[\d.]*[亿万]?元?$"
    r"|说的(?:是)?(?:什么|啥|哪)|什么(?:钱|数|意思)$|哪(?:批|个|项|家|一批|一个|一项)$"
)
_WHO = re.compile(r"[那这个的]{0,2}是谁$")
_HEADS = re.compile(
    r"(?:个)?(?:[省市县区](?:里|级)?|全国|新)?(?:人(?![次均民口行大])|娃|孩子|小孩|学生|老师|居民|群众|老人|村民|工人|员工|考生|选手"
    r"|干部|代表(?!队|团|处)|新生|劳模|劳动模范|好人|医生|大夫|护士|民警|法官|记者(?!站)|专家(?!组|团|库)|教师(?!办)|党员(?!之家)"
    r"|志愿者|运动员|职工(?!之家)|嫌疑人|患者|病人|工匠|徒弟|教授)"
)
_HELD = frozenset("班")  # 几个班: classes, not anything that is counted by 个
_LONGER = ("班次", "班子", "班级", "班车")
_RATE_NAME = re.compile(r"[\u4e00-\u9fff]{1,6}(?:率|满意度|覆盖面)(?:呢|是|有|达)?[?？]*$")
_MONEY = re.compile(
    r"多少(?:个)?[\u4e00-\u9fff]{0,3}(?:钱|亿|万元|元|资金|金额|投资|款)|几(?:个)?[亿]|几百?[千百]?万|[几多]少?块"
)
_GOODS = re.compile(r"(?:多少|(?<![这那])几)(?P<goods>[\u4e00-\u9fff]{2,4})(?:了|啊|呢|呀)?$")
_OF_MONEY = re.compile(
    r"(?:钱|资金|经费|专项债(?:券)?|国债|债券|(?:[贷存善赃欠罚借]|工程)款|养老金|津贴|低保金?(?=.{0,6}多少)|月薪|租金|押金)"
    r"(?![^，。？?]{0,6}率)"
)
_WHO_ALL = re.compile(r"(?:都|还)?有谁|都是谁|是谁和谁")
_SUM = re.compile(
    r"一共|总共|合计|加起来|加一块|加一起|合起来|总和|累加|共计|拢共|加总|一起(?:是|有)"
    r"|[两二三四](?:期|家|个)(?:全部?|都)[建投达弄干]"
)


_ASKED_COUNT = re.compile(
    r"哪(?P<n>[两俩二三仨四五六七八九十]{1,2}|\d{1,2})"
    r"|(?<!第)(?P<m>[两三四五六七八九十]{1,2}|\d{1,2})(?:大|个|项|条|种|类|率|点|件|方面)[\u4e00-\u9fff]{0,8}?(?:是|有|指|包括)?(?:哪(?![天年月日里儿])|什么(?!时候)|啥(?!时候))"
    r"|(?<!第)(?P<q>[两三四五六七八九十]{1,2})(?:大|个|项|条|点|方面)(?:的)?(?:要求|措施|问题|毛病|短板|意见|重点|任务|建议|不足|难题|举措|目标)[^\u4e00-\u9fff]*$"
    r"|哪.?(?P<k>[两三四五六七八九十])[\u4e00-\u9fff]{1,2}[^\u4e00-\u9fff]*$"
)


def asked_count(text: str) -> int | None:
    """六项工作是哪六项, 他提的三条要求 ask for so many items; None where no number is given."""
    match = _ASKED_COUNT.search(text)
    said = next((one for one in match.groups() if one), None) if match else None
    return int(parse_number(said.replace("俩", "两").replace("仨", "三"))) if said else None


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, ...], Patterns]:
    rows = load_table("answer_types")
    return tuple(row[0] for row in rows), Patterns(row[1] for row in rows)


def answer_kind(text: str) -> str:
    """The answer type of a folded question; ``text`` where nothing in it asks for a typed value."""
    kind = _kind(text)
    if kind == "number" and asked_unit(text) is None and _OF_MONEY.search(text):
        return "money"  # 被骗的钱还有多少没追回
    if kind == "money" and (_counts_things(text) or asks_goods(text)):
        kind = "number"  # 秋粮收了多少亩, 投入了多少台, 收了多少玉米
    listed = kind in ("person", "text", "office", "place") and asked_count(text) and "多少" not in text
    return "list" if listed else kind


def _counts_things(text: str) -> bool:
    """The only thing asked for is counted in a unit that is none of money."""
    unit = asked_unit(text)
    counted = unit is not None and units().get(unit) in ("count", "measure")
    return counted and (not _MONEY.search(text) or bool(re.search(rf"(?:多少|几)[百千]?[万亿]{unit}", text)))


def asks_goods(text: str) -> bool:
    """What is asked for how much there is of it is a thing and no money."""
    match = _GOODS.search(text.rstrip("?？。！!~～ "))
    return match is not None and match["goods"][-1] in load_words("goods")


def _kind(text: str) -> str:
    bare = text.translate(_QUOTES).strip().rstrip("?？。！!~～ ")
    if _WHO_ALL.search(bare):
        return "list"
    names, patterns = _patterns()
    kind = next((names[number] for number, _ in patterns.matches(bare)), None)
    if kind is None:
        return attribute_kind(bare) or "text"
    plain = kind == "number" and asked_unit(bare) is None
    return _refined((attribute_kind(bare) if plain else None) or kind, bare)


@lru_cache(maxsize=1)
def _attributes() -> dict[str, tuple[tuple[str, str], ...]]:
    """First letter → (attribute, its answer type)."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, words in load_table("attribute_kinds"):
        for word in words.split():
            found[word[0]].append((word, kind))
    return {sign: tuple(held) for sign, held in found.items()}


def attribute_kind(text: str) -> str | None:
    """The answer type that a named attribute has (电话呢 → phone), the last one named deciding."""
    attributes = _attributes()
    found = [
        (text.rfind(word), kind)
        for sign in set(text)
        if sign in attributes
        for word, kind in attributes[sign]
        if word in text
    ]
    if found:
        return max(found)[1]
    return "percent" if _RATE_NAME.search(text) else None


def _refined(kind: str, bare: str) -> str:
    if kind in (
        "list",
        "stage",
        "text",
        "compare",
        "organisation",
        "number",
        "person",
        "money",
        "percent",
        "place",
    ) and is_lookup(bare):
        return "lookup"
    return kind


def is_lookup(bare: str) -> bool:
    """62.4亿是什么钱: a figure is given and its meaning is asked for."""
    figures = [
        q
        for q in find_quantities(bare)
        if q.kind in ("money", "percent", "measure", "points") or (q.kind == "bare" and q.scale)
    ]
    if _WHO.search(bare) and not any(_WHO.match(bare, q.end) for q in figures):
        return False  # 男子百米冠军是谁: the one at 百米, not what it is
    return bool(figures) and bool(_LOOKUP.search(bare)) and not re.search(r"多少|几(?!期)|原因|理由|缘故", bare)


def asks_sum(text: str) -> bool:
    """True where the question adds up: 一共, 加起来 …"""
    return bool(_SUM.search(text))


def asked_unit(text: str) -> str | None:
    """The counter or measure behind 多少 or 几 (所, 亩, 个), or None."""
    for match in _COUNTER.finditer(text):
        after = match["after"]
        if _HEADS.match(after):
            return "人"
        if after[0] == "个" and after[1:2] in _HELD and after[1:3] not in _LONGER:
            return after[1:2]
        for size in (3, 2, 1):
            if len(after) >= size and after[:size] in units() and not (size == 1 and begins_word(after)):
                return after[:size]
    return None
