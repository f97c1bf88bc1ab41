"""The answer type of a question: which sort of expression would answer it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, load_words
from index.language.numerals import Quantity, find_quantities, parse_number, units
from index.language.patterns import Patterns
from index.records import Span
from index.understanding.terms import begins_word

_COUNTER = load_pattern("understanding.kinds.counter")
_QUOTES = str.maketrans("", "", "“”\"'‘’「」『』《》")
_LOOKUP = load_pattern("understanding.kinds.lookup")
_OF_COUNT = load_pattern("understanding.kinds.of_count")  # 12万份指的是什么, 3000个的是哪个项目: no 7所是哪7所
_ALONE = load_pattern("understanding.kinds.figure_alone")
_NO_FIGURE = ("ordinal", "date", "time")  # 第46个, 4月16日: of these something else is asked
_FEW = 20  # 四件是什么: which four they are
_WHO = load_pattern("understanding.kinds.who")
_HEADS = load_pattern("understanding.kinds.heads")
_HELD = frozenset("班")  # 几个班: classes, not anything that is counted by 个
_LONGER = ("班次", "班子", "班级", "班车")
_RATE_NAME = load_pattern("understanding.kinds.rate_name")
_MONEY = load_pattern("understanding.kinds.money")
_GOODS = load_pattern("understanding.kinds.goods")
_OF_MONEY = load_pattern("understanding.kinds.of_money")
_WHO_ALL = load_pattern("understanding.kinds.who_all")
_SUM = load_pattern("understanding.kinds.sum")
_HOW_FAR = load_pattern("understanding.kinds.how_far")


_ASKED_COUNT = load_pattern("understanding.kinds.asked_count")


def asked_count(text: str) -> int | None:
    """六项工作是哪六项, 他提的三条要求 ask for so many items; None where no number is given."""
    match = _ASKED_COUNT.search(text)
    said = next((one for one in match.groups() if one), None) if match else None
    return int(parse_number(said)) if said else None


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, ...], Patterns]:
    rows = load_table("answer_types")
    return tuple(row[0] for row in rows), Patterns(row[1] for row in rows)


def answer_kind(text: str) -> str:
    """The answer type of a folded question; ``text`` where nothing in it asks for a typed value."""
    kind = _kind(text)
    if kind == "number" and asked_unit(text) is None and _OF_MONEY.search(text):
        return "money"  # 被骗的钱还有多少没追回
    if kind == "money" and "多少钱" not in text and (_counts_things(text) or asks_goods(text)):
        kind = "number"  # 秋粮收了多少亩, 投入了多少台, 收了多少玉米
    if kind == "count" and asked_unit(text) is None and asks_goods(text):
        kind = "number"  # 备了多少种子
    if kind in ("text", "place") and asks_how_far(text):
        return "stage"  # 主塔建到哪了
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
        return _refined(attribute_kind(bare) or "text", bare)
    named = attribute_kind(bare) if kind == "number" and asked_unit(bare) is None else None
    if named == "person":
        named = "count" if _COUNTER.search(bare) else None  # 表彰了多少优秀班主任
    return _refined(named or kind, bare)


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


def figure_alone(text: str) -> Quantity | None:
    """The figure in 46是什么数, 68天是什么: it is all that the question has, whatever it counts."""
    asked = _ALONE.fullmatch(text)
    if asked is None:
        return None
    fitting = (q for q in find_quantities(text) if (q.start, q.end) == asked.span("figure"))
    return next((q for q in fitting if q.kind not in _NO_FIGURE), None)


def is_lookup(bare: str) -> bool:
    """62.4亿是什么钱: a figure is given and its meaning is asked for."""
    if figure_alone(bare) is not None:
        return True
    figures = [
        q
        for q in find_quantities(bare)
        if q.kind in ("money", "percent", "measure", "points")
        or (q.kind == "bare" and q.scale)
        or (q.kind == "count" and q.value > _FEW and _OF_COUNT.match(bare, q.end))
    ]
    if _WHO.search(bare) and not any(_WHO.match(bare, q.end) for q in figures):
        return False  # 男子百米冠军是谁: the one at 百米, not what it is
    return bool(figures) and bool(_LOOKUP.search(bare)) and not re.search(r"多少|几(?!期)|原因|理由|缘故", bare)


def how_far_spans(text: str) -> tuple[Span, ...]:
    """The words that ask how far something has come (修到什么程度, 做到哪了): they need not be printed."""
    return tuple(match.span() for match in _HOW_FAR.finditer(text))


def asks_how_far(text: str) -> bool:
    """True where how far something has come is asked for."""
    return bool(_HOW_FAR.search(text))


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
