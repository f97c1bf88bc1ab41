"""Is a value of the asked type: in the asked unit, as long a time, a day that the asked thing may have?"""

from __future__ import annotations

import re
from functools import lru_cache

from index.answering.candidates.fitness import MEASURED
from index.answering.evidence.explain import explained
from index.language.lexicon import load_groups, load_pattern, load_table
from index.language.marks import end_of, start_of
from index.language.numerals import units
from index.language.scripts import compact, fold
from index.records import Fact
from index.understanding.kinds import asks_goods
from index.understanding.query import Query
from index.understanding.terms import synonyms

_HEAD = 0.6  # how well a short name of a body must be matched

_BODY = load_pattern("answering.asked_type.body")
_SHORT_BODY = load_pattern("answering.asked_type.short_body")
_DATED = load_pattern("answering.asked_type.dated")
_AREA = ("亩", "平方米", "平米", "平方公里", "公顷", "平方千米", "平方")
_LENGTH = ("公里", "米", "千米", "里", "厘米")
_NO_GOODS = frozenset("家户人名位个项次所")
_WEIGHTS = ("斤", "公斤", "千克", "吨")
_YUAN = ("元", "块", "块钱", "钱")
_ASKS_GROUND = load_pattern("answering.asked_type.asks_ground")
_BUILT = load_pattern("answering.asked_type.built")  # floors, not ground
_ASKS_YEARS = load_pattern("answering.asked_type.asks_years")
_OF_DAYS = load_pattern("answering.asked_type.of_days")
_A_DAY = load_pattern("answering.asked_type.a_day")
_NEAR_DAY = load_pattern("answering.asked_type.near_day")
_TOLD, _ALIKE = 0.5, 0.75  # weight of a word that tells something, how well it must be printed
_DAY_ASKED = load_pattern("answering.asked_type.day_asked")


_ASKS_AGE = load_pattern("answering.asked_type.asks_age")
_NO_PLACE = load_pattern("answering.asked_type.no_place")
_MONEY_APART = load_pattern("answering.asked_type.money_apart")
_ROUND_THE_CLOCK = load_pattern("answering.asked_type.round_the_clock")


def of_asked_type(query: Query, fact: Fact, text: str) -> bool:
    """A value of one of the asked kinds is of the asked type."""
    named = (query.text, *(term.text for term in query.terms if query.inherited))
    if fact.kind in MEASURED and any(fold(fact.value) in one for one in named):
        return False  # 百岁以上老人有多少: 百岁 is what is asked about; 二期 of the question before, too
    if fact.kind in ("count", "measure") and _of_another_span(query, fact, text):
        return False
    if fact.unit == "期" and query.unit != "期":
        return False  # 一天供多少水: 二期 of 水厂二期 is a part of its name
    if fact.kind in MEASURED and not in_asked_measure(query.text, fact.value):
        return False
    unit = (fact.unit or "").lstrip("万亿")
    if fact.kind in ("count", "measure") and unit not in _OF_HEADS and _ASKS_STAFF.search(query.text):
        return False  # 研发人员多少个: 专利64件 counts none
    if query.unit == "吨" and unit in _WEIGHTS[:3] and _PER_MU.search(text[slice(*fact.clause)]):
        return "亩" in query.text or "单产" in query.text  # 能打多少吨: what a 亩 yields is no whole harvest
    if query.kind == "average" and query.unit:
        return fact.kind == "money" if query.unit in _YUAN else _same(query.unit, unit)
    if query.kind == "area":
        built = unit.startswith("平") and _BUILT.search(fact.attribute) and _ASKS_GROUND.search(query.text)
        return unit in _AREA and not built
    if query.kind == "length":
        return unit in _LENGTH and not _SPEED.search(text[fact.clause[0] : fact.start])
    if query.kind in ("count", "number") and query.unit and len(query.unit) > 1 and fact.kind == "count":
        return unit == query.unit or text[fact.end :].startswith(query.unit) or query.unit in fact.attribute
    if query.kind in ("count", "number") and query.unit and fact.kind in ("count", "measure", "money"):
        behind = text.startswith(query.unit, fact.end) or fact.value.endswith(query.unit)  # 一年级8个班
        before = re.search(rf"(?<![\d万亿]){re.escape(query.unit)}", text[fact.clause[0] : fact.start]) is not None
        labelled = unit == "个" and (behind or before)  # 班级数由24个增加到40个, not 企业52家、岗位2300个
        heads = query.unit == "人" and (_seats(fact, text) or _heads(query, fact, text))
        return labelled or heads or _same(query.unit, unit)
    if query.kind == "count" and fact.kind == "measure":
        return False
    if query.kind == "number" and query.unit is None and asks_goods(query.text):
        return fact.kind == "measure" or (fact.kind == "count" and unit not in _NO_GOODS)
    in_pieces = fact.value.endswith("块")  # 多少水表: 1.5万块
    if fact.kind == "money" and query.kind == "number" and not in_pieces and _COUNTS_NO_MONEY.search(
        query.text.rstrip("?？")
    ):
        return False
    if query.kind == "difference" and not query.unit and fact.kind in ("count", "measure"):
        return not _MONEY_APART.search(query.text)  # 总金额比上届多多少: of 增加4个项目、6亿元 not the first
    if fact.kind == "duration" and _ORDINAL.search(text, max(0, fact.start - 1), fact.end):
        return False  # 开课头一年
    if query.kind == "duration" and _ROUND_THE_CLOCK.match(text, fact.start):
        return False  # 24小时热线 lasts no time
    if query.kind == "number" and fact.kind == "age":
        return bool(_ASKS_AGE.search(query.text))  # 早交有多少优惠 is answered by no 65岁
    if query.kind == "number" and fact.kind in ("percent", "points"):
        return query.unit is None or query.unit in ("成", "点", "分", "个点", "百分点")
    if fact.kind == "place" and (_NO_PLACE.match(fact.value) or _is_former_name(fact, text)):
        return False  # 调整3路公交线路 is what is done
    if fact.kind in ("organisation", "place", "person") and _known(query, fact.value):
        return False
    if query.kind in ("duration", "number") and _ASKS_YEARS.search(query.text) and _OF_DAYS.search(fact.value):
        return False  # 老桥多少年了: 封闭105天 is no age
    if query.kind == "duration" and fact.kind == "date" and "天数" in query.text:
        return False
    if query.kind == "duration" and fact.kind == "date" and not _DATED.search(fact.value):
        return False  # 近日, 日前 last no time
    if query.kind == "phone":
        return (fact.kind == "email") == bool(re.search(r"邮箱|邮件|电邮", query.text))
    if fact.kind == "ordinal":
        asked = re.search(r"第几(?P<noun>[\u4e00-\u9fff]{1,4})", query.text)
        return bool(asked) and fact.value.lstrip("第0123456789一二三四五六七八九十")[:2] == asked["noun"][:2]  # type: ignore[index]
    if query.kind == "date":
        return _dates(query, fact, text)
    return True


@lru_cache(maxsize=1)
def _asked_measures() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asked), re.compile(said)) for asked, said in load_table("asked_measures"))


def in_asked_measure(text: str, value: str) -> bool:
    """不良率降到多少 answered by 180人, or 亩产 by 60元: False for none of the units in which that is measured."""
    measured = next((said for asked, said in _asked_measures() if asked.search(text)), None)
    bare = not _UNIT.search(value)  # a cell of a table leaves its unit to the column
    return measured is None or bare or measured.search(value) is not None


def _is_former_name(fact: Fact, text: str) -> bool:
    """甲小学（原乙小学东校区）: what it was called is no place where it is."""
    before = text[max(0, fact.start - 3) : fact.start]
    return bool(_FORMER_NAME.search(before)) and (fact.value.startswith("原") or not before.endswith(("（", "(")))


_FORMER_NAME = load_pattern("answering.asked_type.former_name")
_UNIT = re.compile(r"[^\d.,，\s－-]")
_BARE_YEAR = load_pattern("answering.asked_type.bare_year")
_FINER = load_pattern("answering.asked_type.finer")
_LEARNT_THEN = load_pattern("answering.asked_type.learnt_then")
_ASKS_LEARNT = load_pattern("answering.asked_type.asks_learnt")
_ASKS_BOUND = load_pattern("answering.asked_type.asks_bound")
_BY_THEN = load_pattern("answering.asked_type.by_then")
_ASKS_BY_THEN = load_pattern("answering.asked_type.asks_by_then")
_NEXT_TO = 3  # letters between a year and the deed that it dates: 2018年正式启用


_EACH_SPAN = load_pattern("answering.asked_type.each_span")
_DAYS = {"天", "日"}
_YEARLY = load_pattern("answering.asked_type.yearly")
_LONG_SPAN = load_pattern("answering.asked_type.long_span")


def _of_another_span(query: Query, fact: Fact, text: str) -> bool:
    """一年能产多少台: 每90秒下线一台 tells how quickly, not how many a year."""
    asked = _LONG_SPAN.search(query.text)
    if asked is None:
        return False
    clause = text[slice(*fact.clause)]
    if "年" not in asked[0] and _YEARLY.search(clause):
        return True  # 一个月能造多少台: 年产能36万台
    each = _EACH_SPAN.search(clause)
    return each is not None and each["unit"] not in asked[0] and not ({each["unit"], asked[0][-1]} <= _DAYS)


def _dates(query: Query, fact: Fact, text: str) -> bool:
    """A day or a year that the asked thing may have: no day up to which is counted, no year of something else."""
    if fact.value in query.text:
        return False
    if _DAY_ASKED.search(query.text) and not (_A_DAY.search(fact.value) or _about_a_day(query, fact, text)):
        return False
    if _BY_THEN.search(text[: fact.start] + "|" + text[fact.end :]) and not _ASKS_BY_THEN.search(query.text):
        return False
    if _LEARNT_THEN.match(text, fact.end) and not _ASKS_LEARNT.search(query.text):
        return False  # 记者6月11日从区发改委获悉: the day on which the paper heard of it
    if not _DATED.search(fact.value) and _ASKS_BOUND.search(query.text):
        return False  # 什么时候开始: 日前 is no day from which something holds
    if not _BARE_YEAR.fullmatch(fact.value) or "年" in query.text:
        return True
    if _FINER.search(query.text):
        return False  # 哪个月: no year
    near = (text[max(0, fact.start - 6) : fact.start].rstrip("于自在是"), text[fact.end : fact.end + 4 + _NEXT_TO])
    deeds = (query.head, *synonyms().get(query.head, ())) if query.head else ()
    return fact.value[0].isdigit() and any(
        len(one) > 1 and (near[0].endswith(one) or 0 <= near[1].find(one) <= _NEXT_TO) for one in deeds
    )


def _about_a_day(query: Query, fact: Fact, text: str) -> bool:
    """哪天入住: of 6月底入住 the end of a month, where just its clause tells of what is asked."""
    if not _NEAR_DAY.search(fact.value) or text[: fact.start].endswith(("截至", "截止", "截止到")):
        return False
    low = start_of(text, fact.start, "，；。,;")
    high = end_of(text, fact.end, "，；。,;")
    own = compact(text[low:high])
    return any(t.weight >= _TOLD and explained(t.text, own).score >= _ALIKE for t in query.terms)


def _same(asked: str, unit: str) -> bool:
    """A weight answers whatever unit of weight is asked for: 亩产多少斤 is told as 500公斤."""
    return same_unit(asked, unit) or (asked in _WEIGHTS and unit in _WEIGHTS)


_PER_MU = load_pattern("answering.asked_type.per_mu")
_SPEED = load_pattern("answering.asked_type.speed")  # 设计时速80公里 is no length
_COUNTS_NO_MONEY = load_pattern("answering.asked_type.counts_no_money")
_SEATS = load_pattern("answering.asked_type.seats")


def _heads(query: Query, fact: Fact, text: str) -> bool:
    """收了几个徒弟: 带着5个徒弟 counts the asked ones, though not as 人."""
    noun = text[fact.end : fact.end + 2]
    return (fact.unit or "") == "个" and len(noun) > 1 and noun in query.text


_ASKS_STAFF = load_pattern("answering.asked_type.asks_staff")
_OF_HEADS = ("", "人", "名", "位", "个", "员")
_ORDINAL = load_pattern("answering.asked_type.ordinal")


def _seats(fact: Fact, text: str) -> bool:
    """能上多少学生: 3360个学位; 能招多少人: 就业岗位1600个."""
    if (fact.unit or "").lstrip("万亿") in ("家", "户"):
        return False  # 108家企业提供岗位: firms
    near = fact.value + fact.attribute + text[fact.end : fact.end + 2]
    return "学位" in near or "岗位" in near or bool(_SEATS.search(text[max(fact.start - 10, 0) : fact.end + 3]))


def _known(query: Query, value: str) -> bool:
    """The question says the name itself, in whole or shortened."""
    asked = compact(query.text)
    bare = _BODY.sub("", compact(value)) or value
    if any(_SHORT_BODY.search(t.text) and explained(t.text, compact(value)).score >= _HEAD for t in query.terms):
        return True  # 县法院 is 某县人民法院
    return bare in asked or sum(sign in asked for sign in compact(value)) >= 0.75 * len(value)


def same_unit(asked: str, unit: str) -> bool:
    """True where a value counted in ``unit`` answers a question for so many ``asked``."""
    if asked == unit or (asked in ("个",) and units().get(unit) == "count" and unit not in ("人次",)):
        return True
    return unit in _counted_as().get(asked, ())


@lru_cache(maxsize=1)
def _counted_as() -> dict[str, frozenset[str]]:
    """Counter → those that count the same things."""
    found: dict[str, set[str]] = {}
    for group in load_groups("counters_alike"):
        for one in group:
            found.setdefault(one, set()).update(group)
    return {one: frozenset(others) for one, others in found.items()}
