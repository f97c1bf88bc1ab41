"""Values that follow from two printed ones: of the year before, of the whole, what is left, which share.

Each is shown with its arithmetic, and both operands are quoted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.candidates.quotients import (
    ASKS_ALL,
    ASKS_BEFORE,
    ASKS_EACH,
    ASKS_GOAL,
    ASKS_STEP,
    GOAL_PRINTED,
    before_change,
    each,
    for_all,
    goal,
    step,
)
from index.answering.evidence.areas_told import of_another_area
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import links_fit, period_fits, segment_of
from index.answering.evidence.labels import item_of, part_of_whole
from index.answering.evidence.last_year import tells_of_last_year
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import difference_said, share_said
from index.answering.figures.changes import ASKED_BASE, DOWN, UP, before_the_change, changes_of, drafted
from index.language.lexicon import load_pattern, load_words
from index.language.marks import end_of, start_of
from index.language.numerals import OF_PEOPLE, Quantity, find_quantities, parse_number
from index.language.scripts import compact, fold
from index.records import Fact
from index.understanding.query import Query, Term

_DELTA = r"\s?(?P<delta>\d[\d.]*\s?(?:[万亿]|个?(?=百分点))?(?:小时\d+分钟?|[^\d，。；、和,;]{0,4}))"
_COMPARED = re.compile(
    rf"(?:同比|(?:比|较)(?P<ref>[^，。；,;]{{2,16}}?))(?P<way>分别)?(?:(?P<up>{UP}|前移|上移)|(?P<down>{DOWN}|后移|下移))(?:(?<=[多少])[\u4e00-\u9fff]{{1,2}}(?=\d))?(?:了|出|约)?{_DELTA}"
)
_OVER = re.compile(
    rf"(?P<way>分别)?(?:(?P<up>高于|快于)|(?P<down>低于|慢于))(?P<ref>[^，。；,;\d]{{2,14}}?)(?:约)?{_DELTA}"
)
_ALSO = re.compile(  # 比上年提升1位，品牌价值增加3.2亿元: the second change is against the same base
    rf"(?:比|较)(?P<ref>[^，。；,;]{{2,16}}?)(?:{UP}|{DOWN})(?:了|出|约)?\d[^，。；,;]{{0,10}}[，,](?P<what>[^，。；,;\d]{{2,10}}?)(?P<way>分别)?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|出|约)?{_DELTA}"
)
_TIMES = load_pattern("answering.derived.times")
_BEFORE = load_pattern("answering.derived.before")
_A_YEAR_BEFORE = load_pattern("answering.derived.a_year_before")
_WITHIN = load_pattern("answering.derived.within")
_EARLIER = load_pattern("answering.derived.earlier")
_ASKED_YEAR = load_pattern("answering.derived.asked_year")
_ASKS_CHANGE = load_pattern("answering.derived.asks_change")
_ASKS_AGAINST = load_pattern("answering.derived.asks_against")
_LEFT = load_pattern("answering.derived.left")
_LEFT_PRINTED = load_pattern("answering.derived.left_printed")
_DONE = load_pattern("answering.derived.done")
_RATE_WORD = load_pattern("answering.derived.rate_word")
_ASKS_SHARE = load_pattern("answering.derived.asks_share")
_SHARE = load_pattern("answering.derived.share")
_SHARE_WORD = load_pattern("answering.derived.share_word")  # a类占比: the share of a类
_DERIVING = load_pattern("answering.derived.deriving")
_ENOUGH = 0.62
_OWN = 0.3
_WHOLLY = 0.95  # share of the words of a question that a sentence prints that answers it by itself
_SAID = 0.9  # how well a word must stand in what is compared with
_NEAR = 0.3  # share that stands with the level itself
_CAN = load_pattern("answering.derived.can")
_ASKS_PLACE = load_pattern("answering.derived.asks_place")
_ASKED_KINDS = (
    "money",
    "count",
    "number",
    "percent",
    "rank",
    "area",
    "length",
    "difference",
    "average",
    "duration",
)
_NEAR_ITEM = 0.5
_APART_RATE = 24  # code points between all there is and what is done of it
_APART = 60  # code points between what there is and what is done


@dataclass(frozen=True, slots=True)
class _Found:
    score: float
    draft: Draft


def answer_derived(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The value that follows from two values of one sentence; None where the question asks for none of these."""
    draft = _answer(query, pool)
    return draft if draft is not None and _for_each_asked(query, draft) else None


def _for_each_asked(query: Query, draft: Draft) -> bool:
    """每户送多少 is no sum shared by 418名: what it is shared by is counted in what is asked for."""
    asked, shared = _EACH_UNIT.search(query.text), _SHARED_BY.search(draft.detail or "")
    if asked is None or shared is None:
        return True
    return shared["unit"] in (OF_PEOPLE if asked["unit"] in OF_PEOPLE else (asked["unit"],))


_EACH_UNIT, _SHARED_BY = load_pattern("answering.derived.each_unit"), load_pattern("answering.derived.shared_by")


def _answer(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    if query.kind not in _ASKED_KINDS and not _CAN.search(query.text):
        return None
    query = _with_time(query)
    if _LEFT.search(query.text):
        return _best(query, pool, _rest)
    asks_rate = _RATE_ASKED.search(query.text) and query.kind in ("percent", "number", "difference")
    if asks_rate and (rated := _best(query, pool, _rate_of)) is not None:
        return rated
    if _SHARE.search(query.text) and query.kind not in ("area", "length", "money"):
        if _BEFORE.search(query.text) and (earlier := _best(query, pool, _reference)) is not None:
            return earlier  # 去年占比多少: that of the year before, not one that follows from this year's parts
        parted = _best(query, pool, _part)
        if parted is not None or not _refers(query):
            return parted
    for asks, read in _READINGS:
        if query.kind == "percent" and (read is goal or (read is step and "点" not in query.text)):
            continue
        if read is goal and _goal_printed(query, pool):
            continue
        if asks.search(query.text) and (draft := _best(query, pool, _by(read))) is not None:
            return draft
    of_a_rate = query.kind == "percent" and not _ASKS_AGAINST.search(query.text)  # 一季度增长多少
    if (of_a_rate or not _ASKS_CHANGE.search(query.text)) and not _printed(query, pool):
        return _best(query, pool, _reference)
    return None


_Reading = Callable[[Query, tuple[Term, ...], Evidence], Iterator[tuple[float, Draft]]]
_Computed = Callable[[Query, Evidence], Iterator[tuple[str, str, int]]]
_READINGS: tuple[tuple[re.Pattern[str], _Computed], ...] = (
    (ASKS_BEFORE, before_change),
    (ASKS_STEP, step),
    (ASKS_EACH, each),
    (ASKS_GOAL, goal),
    (ASKS_ALL, for_all),
)


def _with_time(query: Query) -> Query:
    """去年发生事故几起，死几人: the time that the first question names holds for the second."""
    times = [t.text for t in query.terms if _BEFORE.fullmatch(t.text) and t.text not in query.text]
    return replace(query, text=f"{query.text},{times[0]}") if times else query


def _refers(query: Query) -> bool:
    return any(asks.search(query.text) for asks in (_BEFORE, _EARLIER, _ASKED_YEAR, ASKED_BASE))


def _best(query: Query, pool: Sequence[Evidence], read: _Reading) -> Draft | None:
    terms = tuple(
        t
        for t in (replace(one, text=_SHARE_WORD.sub("", one.text) or one.text) for one in query.terms)
        if not (_DERIVING.search(t.text) or _RATE_WORD.fullmatch(t.text))
        and not (_EARLIER.fullmatch(t.text) or ASKED_BASE.search(t.text))
    )
    found: list[_Found] = []
    for evidence in pool:
        if not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        regions = (
            (evidence.own, 1.0),
            (evidence.before, 0.75),
            (evidence.head, 0.7),
            (evidence.heading, 0.75),
        )
        share, missing, _ = coverage(terms, regions)
        own, _, _ = coverage(terms, ((evidence.own, 1.0),))
        if share < _ENOUGH or own < _OWN or any(t.critical or _is_named(query, t) for t in missing):
            continue
        if any(_is_named(query, t) and _only_a_part(t, evidence) for t in terms):
            continue  # 总额1500万元，较第一批增加500万元，其中餐饮券600万元: the change is that of the whole
        for near, draft in read(query, terms, evidence):
            found.append(_Found(share + near - 0.002 * evidence.rank, draft))
    return max(found, key=lambda one: one.score).draft if found else None


def _is_named(query: Query, term: Term) -> bool:
    """餐饮券 of 第一批消费券里餐饮券发了多少: the very thing that is asked for, and no word of time or deed."""
    return term.text == query.head and len(term.text) > _SHORT_WORD


def _only_a_part(term: Term, evidence: Evidence) -> bool:
    """The word stands in the sentence behind 其中 alone."""
    cue = _PART.search(evidence.text)
    if cue is None:
        return False
    whole, part = evidence.clause((0, cue.start())), evidence.clause((cue.end(), len(evidence.text)))
    return explained(term.text, part).score >= _HELD > explained(term.text, whole).score


_PART = load_pattern("answering.derived.part")
_HELD = 0.75  # how well a word must stand in words that speak of it
_SHORT_WORD = 2  # letters


def _by(read: _Computed) -> _Reading:
    """A reading of computed values, the item that the operands stand in being what the question is about."""

    def drafts(query: Query, terms: tuple[Term, ...], evidence: Evidence) -> Iterator[tuple[float, Draft]]:
        text = evidence.text
        for said, detail, at in read(query, evidence):
            if query.unit and query.unit not in ("个", "点") and query.unit not in said:
                continue
            low = start_of(text, at, "；;。，,")
            item = evidence.clause((low, end_of(text, at, "；;。")))
            near, _, _ = coverage(terms, ((item, 1.0), (evidence.own, 0.6 if read in (step, goal) else 0.3)))
            if near >= _NEAR_ITEM:
                yield 0.3 * near, drafted("number", said, evidence, detail)

    return drafts


def _goal_printed(query: Query, pool: Sequence[Evidence]) -> bool:
    """A sentence about it prints a goal itself (会战期间计划完成投资21.6亿元): none is worked out of another's."""
    return any(
        GOAL_PRINTED.search(fold(one.text)) and coverage(query.terms, ((one.own, 1.0),))[0] >= _ENOUGH for one in pool
    )


def _printed(query: Query, pool: Sequence[Evidence]) -> bool:
    """A sentence prints the value of the asked time itself (二季度开工率为92%), in all words of the question."""
    times = [compact(match[0]) for asks in (_BEFORE, _ASKED_YEAR) for match in asks.finditer(query.text)]
    times = times or [compact(match[0]) for match in _EARLIER.finditer(query.text)]  # 去年计划招多少
    whole = "" if _WITHIN.search(query.text) else f"(?!{_WITHIN.pattern})"  # 去年四季度 is not 去年同期
    times = [f"{re.escape(time)}{whole}" for time in times]
    for evidence in pool if times else ():
        if coverage(query.terms, ((evidence.own, 1.0),))[0] < _WHOLLY or not links_fit(query, evidence):
            continue
        for fact in (one for one in evidence.facts if _suits(query, one)):
            before = evidence.clause((segment_of(evidence.text, fact.start)[0], fact.start))
            said = any(re.search(rf"(?:^|[，,；;])[^，,；;比较与于]*{time}", before) for time in times)
            if said and not of_another_area(query, before):
                return True
    return False


def _reference(query: Query, terms: tuple[Term, ...], evidence: Evidence) -> Iterator[tuple[float, Draft]]:
    """428家，比上年净增31家: the year before had 397; 6.3%，高于全市0.8个百分点: the city has 5.5%."""
    text = fold(evidence.text)
    rates = [t.text for t in query.terms if _RATE_WORD.fullmatch(t.text)] if query.kind == "percent" else []
    yield from _multiple(query, terms, evidence)
    for match in (*_COMPARED.finditer(text), *_OVER.finditer(text), *_ALSO.finditer(text)):
        if not _is_reference(query, match, evidence):
            continue
        for level, delta in changes_of(query, evidence, match):
            rated = level.kind != "percent" or query.kind == "percent" or _ASKS_SHARE.search(query.text)
            if not (rated and _suits(query, level)):
                continue  # 全市gdp多少: 增长6.3%，高于全市0.8个百分点 tells a rate alone
            item = evidence.own if level.kind == "rank" else item_of(evidence, level).own
            low = start_of(evidence.text, level.start, "；;。")
            part = evidence.clause((low, level.start))
            head = query.head if query.head in measure_words() else None
            if head and explained(head, evidence.clause((low, match.end()))).score < _NEAR_ITEM:
                continue  # 粮食产量 is asked: 播种面积61.2万亩，比上年增加0.4万亩 is no level of it
            if any(explained(rate, part).score < _SAID for rate in rates):
                continue  # 开工率 is asked, and it is a share that has risen
            near, _, _ = coverage(terms, ((item, 1.0), (compact(match[0]), 1.0), (part, 0.6)))
            draft = before_the_change(evidence, match, level, delta) if near >= _NEAR else None
            if draft is not None:
                yield 0.3 * near, draft


@lru_cache(maxsize=1)
def measure_words() -> frozenset[str]:
    """产量, 面积, 余额: what is measured, of whatever it is."""
    return frozenset(word for line in load_words("measures") for word in line.split())


def _multiple(query: Query, terms: tuple[Term, ...], evidence: Evidence) -> Iterator[tuple[float, Draft]]:
    """每小时1.8万立方米，是老泵站的3倍: the old one has a third of it."""
    text = fold(evidence.text)
    for match in _TIMES.finditer(text) if "倍" not in query.text else ():
        if not _is_reference(query, match, evidence):
            continue
        levels = [
            fact
            for fact in sorted(evidence.facts, key=lambda f: f.start)
            if fact.kind in ("money", "count", "measure") and fact.end <= match.start() and _suits(query, fact)
        ]
        level = levels[-1] if levels else None
        amount = read_amount(level.value) if level else None
        times = Decimal(str(parse_number(match["n"])))
        if level is None or amount is None or not times:
            continue
        own = (item_of(evidence, level).own, 1.0), (compact(match[0]), 1.0)
        if (near := coverage(terms, own)[0]) >= _NEAR:
            said, detail = arithmetic.quotient(amount, Amount(times, "", "", match["n"]))
            yield 0.3 * near, drafted("number", said, evidence, detail)


def named_reference(query: Query, ref: str, evidence: Evidence) -> bool:
    """What the text compares with is what the question names (现在坐普速列车, 老泵站), and nothing else there is."""
    name = compact(ref)
    if name in compact(query.text):
        return True
    rest = evidence.own.replace(name, "")
    strong = [term for term in query.terms if term.weight >= 1.0 and len(term.text) > 1]
    named = [t for t in strong if explained(t.text, name).score >= _SAID > explained(t.text, rest).score]
    others = [t for t in strong if t not in named and explained(t.text, rest).score >= _SAID]
    alone = any(term.critical for term in named) or any(link.kind == "project" for link in query.links)
    return bool(named) and (bool(others) or alone)


def _is_reference(query: Query, match: re.Match[str], evidence: Evidence) -> bool:
    """The comparison is with what the question asks for."""
    said = match["ref"] or "去年同期"
    what = match.groupdict().get("what")
    if what and explained(compact(what), compact(query.text)).score < _SAID:
        return False  # 其中…增加2个: a change of something else
    asks_year = "去年" in query.text or "前年" in query.text
    if asks_year and "去年" not in said and _of_last_year(evidence, match.start()):
        return "前年" in query.text and bool(_A_YEAR_BEFORE.search(said))  # of 2024, printed in 2025
    if match["ref"] and named_reference(query, match["ref"], evidence):
        return True
    behind = tells_of_last_year(evidence.page.article)
    if "前年" in query.text and "前年" not in said:
        return behind and _A_YEAR_BEFORE.search(said) is not None
    if behind and "去年" in query.text:
        return False  # of 2023年统计公报, published in 2024, 比上年 leads to 2022
    if "去年" in query.text and "去年" not in said and "去年" in evidence.text[: match.start()]:
        return False  # 去年破案率71.4%，比上年提高5.3个百分点: the level is that of 去年 itself
    year = _ASKED_YEAR.search(query.text)
    if year and (year[1] in said or int(year[1]) == _year_meant(said, match.start(), evidence)):
        return True
    base = ASKED_BASE.search(query.text)
    if base and base[0] in said:
        return True
    if any(time[0] in query.text for time in _EARLIER.finditer(said)):
        return True
    return bool(_BEFORE.search(query.text) and _BEFORE.search(said))


def _of_last_year(evidence: Evidence, at: int) -> bool:
    """The sentence tells in front of a comparison of the very year that 去年 is for its bulletin."""
    article = evidence.page.article
    dated = (article.date or article.issue_date or "")[:4]
    told = re.findall(r"(20\d\d)年", evidence.text[:at])
    return dated.isdigit() and bool(told) and int(told[-1]) == int(dated) - 1


def _year_meant(said: str, at: int, evidence: Evidence) -> int | None:
    """The year that 今年, 去年 or 上年 means: the last one is that before the year that is told of."""
    article = evidence.page.article
    dated = (article.date or article.issue_date or "")[:4]
    if not dated.isdigit():
        return None
    if "今年" in said or "去年" in said:
        return int(dated) - ("去年" in said)
    earlier = evidence.page.compact[: evidence.number]
    told = (re.findall(r"(20\d\d)年", words) for words in (evidence.text[:at], *reversed(earlier), evidence.heading))
    of = next((years[-1] for years in told if years), dated)
    return int(of) - 1 if _A_YEAR_BEFORE.search(said) else None


def _suits(query: Query, level: Fact) -> bool:
    """The level is of the sort that is asked for."""
    if query.kind in ("money", "percent", "rank"):
        return level.kind == query.kind
    if level.kind == "rank" and not _ASKS_PLACE.search(query.text):
        return False
    if query.kind == "count" and level.kind not in ("count", "measure"):
        return False
    if query.unit and query.unit not in ("个", "点"):
        return (level.unit or "").lstrip("万亿").startswith(query.unit) or level.kind == "duration"
    return True


def _counted(evidence: Evidence) -> list[tuple[Fact, Quantity]]:
    """The amounts and numbers of a sentence with their quantities, in order."""
    return [
        (fact, quantity)
        for fact in evidence.values
        if fact.kind in ("money", "count", "measure")
        and (quantity := next(iter(find_quantities(fold(fact.value))), None)) is not None
    ]


def _rest(query: Query, terms: tuple[Term, ...], evidence: Evidence) -> Iterator[tuple[float, Draft]]:
    """发现隐患3115处，已整改2893处: 222 are left. Nothing where the text prints what is left."""
    if _LEFT_PRINTED.search(evidence.text):
        return
    for (first, whole), (second, done) in pairwise(_counted(evidence)):
        between = evidence.text[first.end : second.start]
        if whole.unit != done.unit or whole.value <= done.value or not _DONE.search(between):
            continue
        if (query.unit and query.unit not in (whole.unit, "个")) or len(between) > 24:
            continue
        near, _, _ = coverage(terms, ((item_of(evidence, first).own + item_of(evidence, second).own, 1.0),))
        said, detail = difference_said(whole, done)
        yield 0.3 * near, drafted("number", said, evidence, detail)


_RATE_ASKED = load_pattern("answering.derived.rate_asked")
_PLANNED = load_pattern("answering.derived.planned")
_MOVED = load_pattern("answering.derived.moved")


def _rate_of(query: Query, terms: tuple[Term, ...], evidence: Evidence) -> Iterator[tuple[float, Draft]]:
    """办结率 of 收到问题903个，处理完成876个: 97%. Nothing where the sentence prints a rate."""
    match = _RATE_ASKED.search(query.text)
    if match is None or any(fact.kind == "percent" for fact in evidence.values):
        return
    if any(t.critical and explained(t.text, evidence.own).score < _SAID for t in query.terms):
        return  # 四季度 is asked, and the sentence tells of no quarter
    deed = match["deed"]
    for (first, whole), (second, done) in pairwise(_counted(evidence)):
        between = evidence.text[first.end : second.start]
        if whole.unit != done.unit or not 0 < done.value <= whole.value or len(between) > _APART_RATE:
            continue
        if _PLANNED.search(between) or _MOVED.search(between):
            continue  # 新开工14个，比去年同期多3个
        if explained(deed, item_of(evidence, second).own).score < _SAID:
            continue
        said, detail = share_said(done, whole)
        yield 0.3, drafted("percent", said, evidence, detail)


def _part(query: Query, terms: tuple[Term, ...], evidence: Evidence) -> Iterator[tuple[float, Draft]]:
    """全社会用电量46.13亿千瓦时，其中工业用电32.58亿千瓦时: the share is 70.6 %."""
    named = query.text.split("占")[0]
    asked = tuple(t for t in terms if t.start < len(named)) or terms
    if not asked:
        return  # 占比是多少 alone says nothing of what
    for fact in evidence.facts:
        whole = part_of_whole(evidence, fact) or _whole_before(query, evidence, fact)
        a = next(iter(find_quantities(fold(fact.value))), None)
        b = next(iter(find_quantities(fold(whole.value))), None) if whole else None
        if whole is None or a is None or b is None or a.unit != b.unit or not 0 < a.value < b.value:
            continue
        if re.match(r"[，,]?占", evidence.text[fact.end :]):
            continue
        near, missing, _ = coverage(asked, ((item_of(evidence, fact).own, 1.0),))
        if near >= _ENOUGH and not any(term.weight >= 1.0 for term in missing):
            said, detail = share_said(a, b)
            yield 0.3 * near, drafted("percent", said, evidence, detail)


_OF_BEFORE = load_pattern("answering.derived.of_before")


def _whole_before(query: Query, evidence: Evidence, fact: Fact) -> Fact | None:
    """项目27个，总投资74.9亿元。其中，产业项目总投资48.6亿元: the value of the same name in the sentence before."""
    whose = compact(query.text.split("占")[-1])
    if not _OF_BEFORE.match(evidence.text) or not evidence.before or compact(fact.attribute) not in whose:
        return None
    told = evidence.page.facts.get(evidence.number - 1, ())
    same = [one for one in told if one.kind == fact.kind and one.attribute == fact.attribute and one.unit == fact.unit]
    return same[0] if len(same) == 1 else None


