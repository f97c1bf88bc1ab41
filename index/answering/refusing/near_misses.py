"""Answers that stand next to what was asked and tell of something else: a part, an extreme, a deputy, a namesake."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.refusing.apart_told import TOLD_APART
from index.answering.refusing.clauses_told import IN_OTHER_CLAUSES, of_another_matter, of_the_other_part
from index.answering.refusing.measures_told import OF_OTHER_MEASURES
from index.answering.refusing.parted_told import PARTED, only_held_before
from index.answering.refusing.partly_told import PARTLY, of_some_rows, tells_of_the_other
from index.answering.refusing.place_told import tells_no_place
from index.answering.refusing.siblings_told import OF_SIBLINGS, only_tells_what_was_left
from index.answering.refusing.times_told import OF_OTHER_TIMES
from index.answering.refusing.told_at import AMOUNTS, MARKS, VALUE, ToldAt, quoted, told_at
from index.answering.refusing.whose_told import OF_OTHERS
from index.language.lexicon import load_groups, load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query

_HELD, _AWAY = 0.75, 0.5  # how well a word must and must not stand in a clause


def is_near_miss(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """True where the words around the answer say that it is told of something else than what is asked."""
    if draft.status != "answered":
        return False
    if _lacks_age(query, draft) or _mixes_things(draft):
        return True
    told = list(told_at(knowledge, draft))
    if _is_no_deputy(query, knowledge, draft):
        return True
    if _only_a_deputy(query, draft) and not any(_made_it(query, one) for one in told):
        return True
    if _of_another_stretch(query, draft) or _multiplies_one(query, knowledge, draft):
        return True
    if _not_per_time(query, knowledge, draft) or _still_in_office(query, knowledge, draft):
        return True
    if _divides_by_a_part(knowledge, draft):
        return True
    if any(_names_another(query, knowledge.page(proof.article)) for proof in draft.proofs):
        return True
    if query.kind != "yesno" and _has_another_figure(query, knowledge, draft):
        return True
    if tells_no_place(query, knowledge, draft) or only_tells_what_was_left(query, quoted(knowledge, draft)):
        return True
    if only_held_before(query, quoted(knowledge, draft)):
        return True
    if of_some_rows(query, knowledge, draft) or tells_of_the_other(query, draft):
        return True
    if of_another_matter(query, knowledge, draft) or of_the_other_part(query, knowledge, draft):
        return True
    return bool(told) and all(any(speaks(query, one) for speaks in _AGAINST) for one in told)


_ASKS_AGE = load_pattern("answering.near_misses.asks_age")
_AGE = load_pattern("answering.near_misses.age")


def _lacks_age(query: Query, draft: Draft) -> bool:
    """某某多大了: 91.8 is no age."""
    return bool(_ASKS_AGE.search(query.text)) and not _AGE.search(draft.answer)


_FORMER = load_pattern("answering.near_misses.former")
_ASKS_DEPUTY = load_pattern("answering.near_misses.asks_deputy")
_ASKS_CHIEF = load_pattern("answering.near_misses.asks_chief")


def _only_a_deputy(query: Query, draft: Draft) -> bool:
    """区长是谁: 副区长某某 is another."""
    asked = _ASKS_CHIEF.search(query.text)
    if asked is None or len(draft.answer) > 2 * VALUE or _FORMER.search(draft.answer):
        return False
    title = asked["title"]
    return f"副{title}" in draft.answer and title not in draft.answer.replace(f"副{title}", "")


def _is_no_deputy(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """人大副主任是谁: the one who was elected 主任 is another, where nothing quoted speaks of any 副主任."""
    asked = _ASKS_DEPUTY.search(query.text) if query.kind == "person" else None
    return asked is not None and not any(asked["title"] in one for one in (draft.answer, *quoted(knowledge, draft)))


def _made_it(query: Query, told: ToldAt) -> bool:
    """校长由附中副校长某某担任: what the deputy is elsewhere says who is asked for."""
    asked = _ASKS_CHIEF.search(query.text)
    if asked is None or not re.search(rf"(?<!副){asked['title']}(?:一职)?(?:由|是|为)$", told.text[: told.start]):
        return False
    body = compact(told.text[told.start : told.end])
    return not any(explained(t.text, body).score >= _HELD for t in query.terms if t.text not in asked["title"])


_STRETCH = load_pattern("answering.near_misses.stretch")
_QUARTER = load_pattern("answering.near_misses.quarter")


def _of_another_stretch(query: Query, draft: Draft) -> bool:
    """三季度开工的是哪几个: a list of what 一季度 has, or words that begin with 上半年, are of another."""
    if query.kind not in ("text", "list"):
        return False
    opening = MARKS.split(draft.answer)[0]
    return _differ(_STRETCH, query.text, opening) or _differ(_QUARTER, compact(query.text), compact(draft.answer))


def _differ(pattern: re.Pattern[str], asked: str, told: str) -> bool:
    """Both name something of the sort, and nothing that the other names."""
    wanted = set(pattern.findall(asked))
    said = set(pattern.findall(told)) if wanted else set()
    return bool(said) and not wanted & said


_MINUS = load_pattern("answering.near_misses.minus")


def _mixes_things(draft: Draft) -> bool:
    """15个项目－11家企业 leaves nothing that is counted."""
    parts = _MINUS.search(draft.detail or "")
    return parts is not None and parts["a"] != parts["b"]


_TIMES = load_pattern("answering.near_misses.times")
_HELP = load_pattern("answering.near_misses.help")


def _multiplies_one(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """装一部电梯总共要多少: 15万元×9部 is for nine of them, and what is paid towards each of them no cost."""
    product = _TIMES.search(draft.detail or "")
    if product is None:
        return False
    unit = re.escape(product["unit"])
    if re.search(rf"[一每单]{unit}", query.text) and not re.search(rf"(?:多少|几|\d){unit}", query.text):
        return True
    said = tuple(quoted(knowledge, draft))
    if product["rate"] and _takes_a_limit(query, product["rate"], said):
        return True
    return query.kind in ("money", "sum") and not _HELP.search(query.text) and any(_HELP.search(one) for one in said)


_ASKS_MOST = load_pattern("answering.near_misses.asks_most")
_AT_MOST = load_pattern("answering.near_misses.at_most")


def _takes_a_limit(query: Query, rate: str, said: Sequence[str]) -> bool:
    """163户一共发了多少: of 每户补助最高5000元 only that each can get no more comes."""
    spots = [text[: match.start()] for text in map(fold, said) for match in re.finditer(re.escape(rate), text)]
    return bool(spots) and not _ASKS_MOST.search(query.text) and all(map(_AT_MOST.search, spots))


_ADDED = load_pattern("answering.near_misses.added")
_DIVIDED = load_pattern("answering.near_misses.divided")


def _divides_by_a_part(knowledge: Knowledge, draft: Draft) -> bool:
    """126万元÷438名 of 筹集126万元，慰问困难职工438名、劳模32名: the money is for all of them.

    Nor is 84万元 shared by the 35户 that have only just come in.
    """
    quotient = _DIVIDED.search(draft.detail or "")
    if quotient is None:
        return False
    by, unit = re.escape(quotient["by"]), quotient["unit"]
    name, other = r"[^，。；、\d]{2,12}", rf"\d[\d.]*[万余多]?{unit}"
    row = re.compile(rf"(?<![\d.]){by}、{name}{other}|{other}、{name}{by}")
    added = re.compile(rf"{_ADDED.pattern}{by}")
    return any(row.search(said) or added.search(said) for said in map(fold, quoted(knowledge, draft)))


_PER_TIME = load_pattern("answering.near_misses.per_time")


def _not_per_time(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """每人每月多少钱, worked out of what was paid in a year: no month's."""
    asked = _PER_TIME.search(query.text) if draft.detail else None
    if asked is None or "÷" not in (draft.detail or ""):
        return False
    said = quoted(knowledge, draft)
    return not any(_PER_TIME.search(text) or asked["time"] in text for text in said)


_ASKS_FORMER = load_pattern("answering.near_misses.asks_former")
_LEFT = load_pattern("answering.near_misses.left")


def _still_in_office(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """民政局原局长是谁: who holds the office now is another."""
    asked = query.text
    for name in sorted((link.typed for link in query.links if link.kind == "district"), key=len, reverse=True):
        asked = asked.replace(name, "")  # 中原区区长 asks for nobody who was it
    if query.kind not in ("person", "office") or not _ASKS_FORMER.search(asked):
        return False
    said = quoted(knowledge, draft)
    return not any(_LEFT.search(text) for text in (draft.answer, *said))


def _names_another(query: Query, page: Page) -> bool:
    """江朗北互通, where 江朗南互通 alone is printed: the names differ in the sign that tells them apart."""
    asked, text = compact(query.text), page.whole
    return any(
        _other_namesake(asked, at, sign, others, text) for at, sign, others in _signs(query.text)
    )


@lru_cache(maxsize=256)
def _signs(text: str) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """(place in the compact question, sign, the others of its group) of each sign that tells names apart."""
    asked = compact(text)
    return tuple(
        (match.start(), sign, tuple(one for one in group if one != sign))
        for group in load_groups("namesakes")
        for sign in group
        for match in re.finditer(sign, asked)
    )


def _other_namesake(asked: str, at: int, sign: str, others: tuple[str, ...], text: str) -> bool:
    """The question's sign stands where the page prints another: in the middle of a name, or 州 for 县 before a body.

    西段路灯 opens the question, and the page prints 东段路灯 alone.
    """
    before, after = asked[max(at - 2, 0) : at], asked[at + len(sign) : at + len(sign) + 2]
    named = before and any(f"{before[-1]}{sign}{area}" in text for area in "区县市")  # 梧州区, asked as 梧州
    if sign in _HIGHER and not named and _BODY.match(asked, at + len(sign)) and f"{sign}{after}" not in text:
        return any(f"{one}{after}" in text for one in others if one not in _HIGHER)
    if len(before) == 1 or len(after) < 2 or f"{sign}{after}" in text or (before and f"{before}{sign}" in text):
        return False
    if not before and sign in _LEVELS:
        return False  # 区医院 is short for 某某区人民医院
    return any(f"{before}{one}{after}" in text for one in others)


_LEVELS = ("省", "州", "市", "县", "区")
_HIGHER = ("省", "州", "市")
_BODY = load_pattern("answering.near_misses.body")
_SPEAKS = load_pattern("answering.near_misses.speaks")
_A_BODY = load_pattern("answering.near_misses.a_body")
_ASKS_SPEECH = load_pattern("answering.near_misses.asks_speech")
_OF_SELF = load_pattern("answering.near_misses.of_self")


def _of_a_speaker(query: Query, told: ToldAt) -> bool:
    """某某家里种了几亩: of 某某介绍，全县种植面积16.8万亩 it is nothing about 某某."""
    if _ASKS_SPEECH.search(query.text):
        return False
    for name in _people_asked(query):
        spots = [m.end() for m in re.finditer(re.escape(name), told.text)]
        if not spots or not all(_SPEAKS.match(told.text, end) for end in spots) or told.start < spots[0]:
            continue
        if not _OF_SELF.search(told.text, spots[0], told.start):
            return True
    return False


def _people_asked(query: Query) -> Iterator[str]:
    yield from (link.name for link in query.links if link.kind == "person")
    words = (t.text for t in query.terms if t.weight >= 1.0 and 2 <= len(t.text) <= 4)
    yield from (word for word in words if not _A_BODY.search(word))  # 法院通报 what the court itself did


_ASKS_MEAN = load_pattern("answering.near_misses.asks_mean")
_MEAN = load_pattern("answering.near_misses.mean")
_MOST = load_pattern("answering.near_misses.most")


def _is_an_extreme(query: Query, told: ToldAt) -> bool:
    """平均多少钱: 最高卖到38元 is no mean."""
    before = told.text[told.low : told.start]
    return bool(_ASKS_MEAN.search(query.text) and _MOST.search(before)) and not _MEAN.search(told.clause)


_ASKS_NEW = load_pattern("answering.near_misses.asks_new")
_NEW = load_pattern("answering.near_misses.new")


def _is_a_stock(query: Query, told: ToldAt) -> bool:
    """新增多少公里: 高速公路64公里 is what there is."""
    return bool(_ASKS_NEW.search(query.text)) and not _NEW.search(told.text)


_PART = load_pattern("answering.near_misses.part")
_ONE_PART = load_pattern("answering.near_misses.one_part")
_THE_PART = load_pattern("answering.near_misses.the_part")


def _of_the_whole_line(query: Query, told: ToldAt) -> bool:
    """江朗段多长: 全长97.6公里 is the whole; not so where the headline or the sentence is about the section."""
    asks = query.kind in AMOUNTS and _PART.search(query.text) is not None
    named = _PART.search(told.text[: told.low])
    about = (named and not _ONE_PART.search(told.text[: named.start()])) or _THE_PART.match(told.text)
    headed = any(_PART.search(one) for one in told.page.article.headlines)
    return asks and not about and not headed and not _PART.search(told.clause)


_SEVERAL = load_pattern("answering.near_misses.several")
_SHARED_OUT = load_pattern("answering.near_misses.shared_out")
_OF_TIME = "年月季天日期度"


def _of_several(query: Query, told: ToldAt) -> bool:
    """锦屏分馆接待了多少: 三家分馆共接待8.6万人次 is told of all three, 各接待 would be of each."""
    asked, clause = compact(query.text), told.clause
    for match in _SEVERAL.finditer(clause):
        if told.low + match.start() == told.start:
            continue  # 5个竣工: it is their number that is asked for
        for kind in (match["noun"][:size] for size in (3, 2)):
            at = asked.find(kind)
            if at >= 2 and not _SHARED_OUT.search(clause, match.end()) and any(
                t.weight >= 0.5 and len(t.text) > 1 and t.start < at <= t.end + 1 and t.text[-1] not in _OF_TIME
                and _is_one_of(t.text, clause[: match.start()], compact(clause))
                for t in query.terms
            ):
                return True
    return False


def _is_one_of(name: str, before: str, clause: str) -> bool:
    """东街、西门、柳湾三家分馆: one of those that are counted, or one that the clause does not name."""
    return explained(name, clause).score < _AWAY or ("、" in before and name in compact(before))


_DONE = load_pattern("answering.near_misses.done")
_ASKS_DONE = load_pattern("answering.near_misses.asks_done")


def _not_yet_done(query: Query, told: ToldAt) -> bool:
    """累计完成投资多少: 总投资28.5亿元 is what it is to cost; 去年同期为7.9亿元 goes on about what is done."""
    asks = query.kind == "money" and _ASKS_DONE.search(query.text) is not None and "同期" not in told.clause
    return asks and not _DONE.search(told.clause)


_ASKS_ALL = load_pattern("answering.near_misses.asks_all")
_EACH = load_pattern("answering.near_misses.each")
_DEALT_OUT = load_pattern("answering.near_misses.dealt_out")


def _of_each(query: Query, told: ToldAt) -> bool:
    """三期总共教多少人: 每期40人 is told of one."""
    if not _ASKS_ALL.search(query.text) or "每" in query.text:
        return False
    return bool(_EACH.search(told.text[told.low : told.start]) or _DEALT_OUT.search(told.text[told.low : told.start]))


_PAYS = load_pattern("answering.near_misses.pays")
_THEMSELVES = load_pattern("answering.near_misses.themselves")  # one word for another: who asks pays


def _paid_by_others(query: Query, told: ToldAt) -> bool:
    """业主要出多少钱: 由国债资金补助15万元 is what others give."""
    asked = _PAYS.search(query.text)
    if asked is None or asked["who"] in told.clause:
        return False
    return not (_THEMSELVES.fullmatch(asked["who"]) and _THEMSELVES.search(told.clause))


_FOCUS = load_pattern("answering.near_misses.focus")
_JOINED = load_pattern("answering.near_misses.joined")


def _of_the_group(query: Query, told: ToldAt) -> bool:
    """甲镇改造多少亩: 今年改造2700亩，重点放在甲镇和乙镇 is of both of them, and of others as well."""
    if query.kind not in AMOUNTS or _EACH.search(told.clause):
        return False
    for match in _FOCUS.finditer(told.text, told.high):
        places = [compact(one) for one in _JOINED.split(match["places"]) if one]
        asked = [one for one in places if any(t.weight >= 1.0 and t.text in one for t in query.terms)]
        if len(places) > 1 and len(asked) == 1 and explained(asked[0], compact(told.clause)).score < _AWAY:
            return True
    return False


_PART_OF_ROW = load_pattern("answering.near_misses.part_of_row")
_WHOLE = load_pattern("answering.near_misses.whole")


def _of_the_whole_row(query: Query, told: ToldAt) -> bool:
    """三期投了多少: of 一期5公里、二期6公里、三期7公里，总投资4.3亿元 the amount is that of all three."""
    asked = _PART_OF_ROW.search(query.text)
    if asked is None or not _WHOLE.search(told.text[told.low : told.start]):
        return False
    row = [m for m in _PART_OF_ROW.finditer(told.text, 0, told.low) if m["of"] == asked["of"] and m["figure"]]
    numbers = {m["n"] for m in row}
    return len(numbers) > 1 and asked["n"] in numbers and not _PART_OF_ROW.search(told.clause)


_NTH = load_pattern("answering.near_misses.nth")


def _of_another_nth(query: Query, told: ToldAt) -> bool:
    """第二针打了多少人: 第一剂次接种2.2万人 is of the first."""
    asked = _NTH.search(query.text)
    numbers = {m["n"] for m in _NTH.finditer(told.text)} if asked else set()
    return asked is not None and bool(numbers) and asked["n"] not in numbers


_FIGURE = load_pattern("answering.near_misses.figure")


def _has_another_figure(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """房地产投资增长18.6%，是哪些楼盘带动的 of 工业投资增长18.6%，房地产投资下降21.3%: the figure is another's."""
    for figure in _FIGURE.finditer(query.text):
        before = [t for t in query.terms if len(t.text) > 1 and t.weight >= 1.0 and 0 <= figure.start() - t.end <= 10]
        for proof in draft.proofs:
            for sentence in knowledge.page(proof.article).within(proof.spans):
                clauses = [compact(one) for one in MARKS.split(sentence.text.text)]
                holding = [one for one in clauses if figure["n"] in one]
                others = [one for one in clauses if figure["n"] not in one and _FIGURE_SAID.search(one)]
                away = [t.text for t in before if holding and all(explained(t.text, h).score < _AWAY for h in holding)]
                if any(explained(word, one).score >= 0.95 for word in away for one in others):
                    return True
    return False


_FIGURE_SAID = load_pattern("answering.near_misses.figure_said")
_ASKS_SAME_TIME = load_pattern("answering.near_misses.asks_same_time")
_OTHER_TIME = load_pattern("answering.near_misses.other_time")


_YEAR_TO_YEAR = load_pattern("answering.near_misses.year_to_year")  # 去年比前年: what is printed as 同比


def _of_another_past(query: Query, told: ToldAt) -> bool:
    """去年同期签约几个: of 去年第四季度签约的9个 nothing is told of that time; nor of 前年 where none is named."""
    if "前年" in query.text and "前年" not in told.text and not _YEAR_TO_YEAR.search(query.text):
        return True
    if not _ASKS_SAME_TIME.search(query.text):
        return False
    other = _OTHER_TIME.search(told.text[told.low : told.start])
    return other is not None and other["part"] not in query.text


_AGAINST = (
    _of_another_past,
    _of_a_speaker,
    _is_an_extreme,
    _is_a_stock,
    _of_the_whole_line,
    _of_several,
    _not_yet_done,
    _of_each,
    _paid_by_others,
    _of_the_group,
    _of_the_whole_row,
    _of_another_nth,
    *OF_OTHERS,
    *IN_OTHER_CLAUSES,
    *PARTLY,
    *OF_SIBLINGS,
    *TOLD_APART,
    *PARTED,
    *OF_OTHER_TIMES,
    *OF_OTHER_MEASURES,
)
