"""A question, the earlier ones and the names that bulletins know → what is asked. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, load_words, rounds
from index.language.numerals import Quantity, parse_number, units
from index.language.patterns import Patterns, Rewrites
from index.language.scripts import fold
from index.language.tokens import Token, default_tokenizer
from index.records import Fact, Span
from index.understanding.areas import is_called_after, named_areas
from index.understanding.gazetteer import Gazetteer
from index.understanding.kinds import answer_kind, asked_unit, asks_sum, how_far_spans
from index.understanding.periods import as_rounds
from index.understanding.printed import as_printed, next_round, with_earlier_round, without_that
from index.understanding.query import Link, Query, Term
from index.understanding.repair import Pair, apply_sounding, repair_words
from index.understanding.requests import bare
from index.understanding.slots import (
    ASKS_ITEM,
    LAST,
    LAST_ITEM,
    Slots,
    find_slots,
    numbered_names,
    own_stage_span,
    without_names,
)
from index.understanding.terms import content_terms, is_weak, wh_spans

_COMPARED = 0.3  # weight of 去年 in 比去年少了多少: bulletins print 同比 for it
_MOVES = frozenset("坐乘搭打买看去进走做")  # verbs of speech that name nothing that is asked for: 坐11路多少钱
_TELLING = 0.5  # weight of a word that says what the question is about
_FIGURE = 0.4  # weight of a figure in the question: it may be the thing that is wrong
_MARKUP = re.compile(
    r"<[^<>]{0,120}>|&(?:[a-z]+|#\d+);|https?://\S+|[\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
MOST = 400  # code points of a question that are read
_STAGE_WORD = load_pattern("understanding.understand.stage_word")
_EITHER = re.compile(rf"(?:{_STAGE_WORD.pattern})(?:一批|项目|类)?[的了]?还是(?:已经?)?(?:{_STAGE_WORD.pattern})")
_JOINTS = "和与跟同及"
_DAY = load_pattern("understanding.understand.day")
_BARE_DAY = load_pattern("understanding.understand.bare_day")
_MONTHS = load_pattern("understanding.understand.months")
_EACH_ONE = load_pattern("understanding.understand.each_one")
_QUARTER = load_pattern("understanding.understand.quarter")
_IN_SEASON = 0.5  # weight of a season that some text near prints
_SEASON = load_pattern("understanding.understand.season")
_ELSEWHERE = load_pattern("understanding.understand.elsewhere")
_SCOPE = load_pattern("understanding.understand.scope")
_ROUND_OF = load_pattern("understanding.understand.round_of")
_ABOVE = load_pattern("understanding.understand.above")  # 某省某市 in front of a district
_OF_CITY = load_pattern("understanding.understand.of_city")
_ASKING = load_pattern("understanding.understand.asking")
_THAT = load_pattern("understanding.understand.that")
_IS_THAT = load_pattern("understanding.understand.is_that")
_PLACE_BEHIND = load_pattern("understanding.understand.place_behind")
_NUMERAL = r"(十[一二]?|[一二三四五六七八九])"
_MONTH_SPAN = re.compile(rf"{_NUMERAL}月?[到至]{_NUMERAL}月份?")
_MONTH = load_pattern("understanding.understand.month")
_LINE = load_pattern("understanding.understand.line")
_IN_MONTH = load_pattern("understanding.understand.in_month")
_ORDINAL = r"\d{1,3}|[一二三四五六七八九十百]{1,4}"
_CODE = re.compile(
    r"(?<![a-z\d])(?:[a-z]{1,3}-?\d{1,4}(?:\.\d(?!\d))?(?!\d)(?:路|线)?|\d{1,4}(?:路|号线)(?!口|程))"  # K7, G318, 23路
    rf"|第(?:{_ORDINAL})(?:届|次(?!产业)|号|场(?!所|馆|地)|站|(?!期)(?:{rounds()}))"  # 第八届
    r"|首(?:批|轮|场|届|站)"
    r"|上上(?=个|一|届|轮|批|场|期|次|月|周|季)"
    r"|(?<![以之])[上下]一?(?:届|轮|批(?!准|发)|场(?!所|地))"  # 下一届
    rf"|[前头](?:{_ORDINAL})(?:轮|届)(?!次)"  # 前三轮
    r"|\d{1,2}号(?=议案|提案|文件|令)|(?:[一二三四五六七八九]|\d{1,2})标(?:段)?(?!准|志|杆|签|注|价|题|书)"
)
_HEADING = load_pattern("understanding.understand.heading")  # from where to where a car goes
_PHASE = load_pattern("understanding.understand.phase")
_BARE_NUMBER = load_pattern("understanding.understand.bare_number")
_SLOT_SPANS = load_pattern("understanding.understand.slot_spans")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the turn before settled: its query, and the entities of its answer.

    Attributes:
        article: the article of the last answer. spans: what of it was quoted. answer: its words. facts: its values.
        listed: the names that it listed, in order.
        spoken: who was told of last, in this turn or in one before it: 他 means them, whatever came between.
        answered: the last turn that was answered, where this one, which leaned on it, was not.
        before: the answered turn in front of this one.
    """

    query: Query
    people: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    period: int | str | None = None
    stage: str | None = None
    article: str | None = None
    spoken: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    answer: str = ""
    facts: tuple[Fact, ...] = ()
    listed: tuple[str, ...] = ()
    answered: Earlier | None = None
    before: Earlier | None = None


def understand(
    question: str,
    gazetteer: Gazetteer,
    *,
    year: int | None = None,
    printed: str = "",
    typed: str | None = None,
    mended: Sequence[Pair] = (),
    preferred: str | None = None,
) -> Query:
    """The query of one question standing for itself (see ``lean_on`` for follow-ups).

    Args:
        question: as typed, or with some words mended.
        gazetteer: names to link.
        year: the year that 去年 counts from, or None.
        printed: texts near the question, compact: they tell where unknown names begin and end.
        typed: the whole question as typed, where it is another one. mended: what was put right in it.
        preferred: the district that is meant where the question names none.
    """
    text = bare(fold(_MARKUP.sub(" ", question).strip())[:MOST])
    text = _rewritten(with_earlier_round(next_round(text, printed)))
    text, words = repair_words(_which(as_printed(text, printed)), printed)
    text = as_rounds(text, printed, gazetteer.periods)
    links, text, names, category = _linked(gazetteer.as_category(without_that(text, gazetteer)), gazetteer, printed)
    links = tuple(_below(link, text, printed) for link in links)
    people = [(link.start, link.end) for link in links if link.kind == "person"]  # 苗老四种了几亩: no 四种
    slots = find_slots(_masked(text, people), this_year=year, stages=gazetteer.stages, periods=gazetteer.periods)
    areas = named_areas(text, links)
    if numbered := numbered_names(text, slots.quantities, printed):
        slots = without_names(slots, numbered)
    terms = _terms(text, links, slots, areas, printed, numbered)
    kind, slots, terms = _asked_stage(text, links, slots, terms)
    if slots.ordinal == LAST and (said := LAST_ITEM.search(text)) is not None:
        kind = "text" if kind == "compare" else kind
        terms = tuple(term for term in terms if not said.start() <= term.start < said.end())
    elif slots.ordinal is not None and kind in ("list", "compare") and ASKS_ITEM.search(text) is not None:
        kind = "text"
    scope = _scope_of(text, links) if kind != "rank" else None
    return Query(
        question=question if typed is None else typed,
        text=text,
        kind=kind,
        unit=asked_unit(text),
        terms=terms,
        links=links,
        head=_head(text, terms),
        period=slots.periods[0] if slots.periods else None,
        periods=slots.periods,
        stages=slots.stages,
        programme=slots.programme,
        category=category,
        year=slots.year,
        district=next((link.name for link in links if link.kind == "district"), None),
        place=text[areas[0][0] : areas[0][1]] if areas else None,
        scope=scope,
        month=slots.month,
        day=slots.day,
        ordinal=slots.ordinal,
        figures=slots.figures,
        repaired=(*mended, *words, *names),
        preferred=preferred,
        all_stages=slots.all_stages,
        total=asks_sum(text),
    )


def _asked_stage(
    text: str, links: Sequence[Link], slots: Slots, terms: tuple[Term, ...]
) -> tuple[str, Slots, tuple[Term, ...]]:
    """The answer type; 签约还是投产 asks which stage, and those named are neither slots nor words of what is told."""
    if _EITHER.search(text):
        left = tuple(term for term in terms if not _STAGE_WORD.fullmatch(term.text))
    elif len(slots.stages) > 1 and "还是" in text and any(link.kind == "project" for link in links):
        cores = {stage.removesuffix("类") for stage in slots.stages}  # 是续建还是新开, which the page has names for
        left = tuple(term for term in terms if term.text not in cores)
    else:
        return answer_kind(text), slots, terms
    return "stage", replace(slots, stages=()), left


def _terms(
    text: str, links: Sequence[Link], slots: Slots, areas: Sequence[Span], printed: str, numbered: Sequence[Term] = ()
) -> tuple[Term, ...]:
    """What an answer must account for: content words, figures, times and codes outside the linked names."""
    named = [*(match.span() for match in _SLOT_SPANS.finditer(text)), *slots.period_spans]
    times = _time_terms(text)
    codes = tuple(
        code
        for code in (*_code_terms(text, bool(slots.periods)), *_rounds(text, printed))
        if not any(code.start < high and low < code.end for low, high in slots.period_spans)
        and not any(link.kind == "project" and code.text in link.name for link in links)
    )
    taken = [*((link.start, _end_of_name(link, text)) for link in links), *named]
    taken += [(q.start, q.end) for q in slots.quantities]
    taken += how_far_spans(text)
    stages = tuple(_stage_terms(text, slots.stages))
    taken += [(term.start, term.end) for term in (*times, *codes, *stages, *numbered)]
    figures = tuple(
        Term(text[q.start : q.end], q.start, q.end, _FIGURE)
        for q in slots.quantities
        if _names(q) and not any(low <= q.start < high for low, high in named)
    )
    people = {link.start for link in links if link.kind == "person"}
    called = {link.end for link in links if link.kind == "person"}
    words = (
        term
        for term in _dated_by_season(content_terms(text, taken, printed), printed)
        if not (term.end in people and term.text in load_words("identities"))  # 种粮大户某某: the name is enough
        and not (term.start in called and term.text in load_words("address_words"))  # 某某老爷子
    )
    bare_ones = {(q.start, q.end) for q in slots.quantities if q.kind == "bare"}
    called_so = _bare_numbers(text, [span for span in taken if span not in bare_ones])
    found = (*words, *figures, *times, *codes, *stages, *numbered, *called_so)
    if len(slots.period_spans) == 1 and not any(term.weight >= _TELLING for term in found):
        found += tuple(Term(text[low:high], low, high, 1.0, critical=True) for low, high in slots.period_spans)
    return tuple(_weighed(term, text, areas) for term in sorted(found, key=lambda term: term.start))


def _bare_numbers(text: str, taken: Sequence[Span]) -> Iterator[Term]:
    """201 of 201最晚一班几点: what is called by its number alone is no other of its kind."""
    for match in _BARE_NUMBER.finditer(text):
        if match.end() < len(text) and text[match.end()] in units():
            continue
        if not any(match.start() < high and low < match.end() for low, high in taken):
            yield Term(match[0], match.start(), match.end(), 1.0, critical=True)


def _dated_by_season(words: Iterable[Term], printed: str) -> Iterator[Term]:
    """春季 of 春季招聘会, where no text near prints it: the day that is printed says so (see ``fits``)."""
    for term in words:
        season = _SEASON.fullmatch(term.text) is not None
        unsaid = season and term.text not in printed
        weight = _COMPARED if unsaid else _IN_SEASON if season else term.weight
        yield replace(term, weight=weight, critical=term.critical and not unsaid)


@lru_cache(maxsize=1)
def _called() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, load_words("project_words")), key=len, reverse=True))
    return re.compile(rf"的?[那这]?[个条座片家]?(?P<word>{words})")


def _end_of_name(link: Link, text: str) -> int:
    """Where a project's name ends as it is said: 锐芯那个园子, 瑞腾热管理项目, 安佑医疗耗材线."""
    if link.kind != "project" or len(link.typed) >= len(link.name):
        return link.end
    at, end = link.name.find(link.typed) + len(link.typed), link.end
    if at >= len(link.typed):
        while end < len(text) and (following := link.name.find(text[end], at)) >= 0:
            at, end = following + 1, end + 1
    end = end if at == len(link.name) or link.name[at:] in ("项目", "工程") else link.end
    said = _called().match(text, end)
    return said.end() if said and (said["word"] in ("项目", "工程") or said["word"][0] in link.name) else end


def _weighed(term: Term, text: str, areas: Sequence[Span]) -> Term:
    """The term; an area or a part of the year is critical, 去年 behind 比 means little."""
    if term.text in ("去年", "上年", "上一年") and re.search(r"(?<!占)比$", text[: term.start]):
        return replace(term, weight=_COMPARED, critical=False)
    critical = (
        any(term.start < b and a < term.end for a, b in areas)
        or _QUARTER.search(term.text)
        or _ELSEWHERE.fullmatch(term.text)
    )
    return replace(term, critical=True) if critical and not term.critical else term


def _stage_terms(text: str, stages: Sequence[str]) -> Iterator[Term]:
    """Stages with names of their own: a dictionary would cut 快建 of 快建一批 into two words."""
    for stage in stages:
        span = own_stage_span(text, stage)
        if span is not None:
            yield Term(stage.removesuffix("类"), *span, 1.0, critical=True)


def _time_terms(text: str) -> tuple[Term, ...]:
    """A day, a span of months, or else a single month, as bulletins print them."""
    day, months = _DAY.search(text), _MONTHS.search(text)
    found = [_day_term(day)] if day else []
    bare = None if day else _BARE_DAY.search(text)
    if bare and 0 < int(bare[1]) <= 31:
        found.append(Term(f"{int(bare[1])}日", *bare.span(), 1.0))
    if months:
        found.append(Term(f"{months[1]}至{months[2]}月", *months.span(), 1.0, critical=True))
    month = None if day or months else _IN_MONTH.search(text)
    if month:
        found.append(Term(f"{int(month[1])}月", *month.span(), 1.0, critical=True))
    return tuple(found)


def _code_terms(text: str, periods: bool) -> tuple[Term, ...]:
    """Codes and ordinals that tell one thing from its like: K7路, 第八届, 二期."""
    found = [*_CODE.finditer(text), *([] if periods else _PHASE.finditer(text))]
    codes = [Term(match[0], match.start(), match.end(), 1.0, critical=True) for match in found]
    codes += [Term(f"{m[1]}向{m[2]}", m.start(), m.end(), 1.0, critical=True) for m in _HEADING.finditer(text)]
    return tuple(codes)


_NTH = re.compile(rf"第(?:{_ORDINAL})(?P<of>(?![期批轮届次名位季号个类条项步年月天场站家代等])[\u4e00-\u9fff]{{2}})")


def _rounds(text: str, printed: str) -> Iterator[Term]:
    """第五航次, where the bulletins number 航次, too: another one than the fourth."""
    for match in _NTH.finditer(text):
        others = {m[0] for m in re.finditer(rf"第(?:{_ORDINAL}){match['of']}", printed)}
        if others and not _CODE.search(match[0]):
            yield Term(match[0], match.start(), match.end(), 1.0, critical=True)


@lru_cache(maxsize=1)
def _rewrites() -> Rewrites:
    return Rewrites(load_table("rewrites"))


def _rewritten(text: str) -> str:
    """Spoken forms as bulletins print them: 头两个月 → 1至2月, 六月底 → 6月底."""
    if "月" in text:
        text = _MONTH_SPAN.sub(lambda m: f"{int(parse_number(m[1]))}至{int(parse_number(m[2]))}月", text)
        text = _MONTH.sub(lambda match: f"{int(parse_number(match[0][:-1]))}月", text)
    if "号" in text:
        text = _LINE.sub(lambda match: str(int(parse_number(match[0]))), text)
    return _rewrites().of(text)


def _which(text: str) -> str:
    """那些材料 typed for 哪些材料: where nothing else in the question asks."""
    if _IS_THAT.search(text):
        return _IS_THAT.sub("哪", text)
    return text if _ASKING.search(text) else _THAT.sub("哪", text)


def _linked(
    text: str, gazetteer: Gazetteer, printed: str
) -> tuple[tuple[Link, ...], str, tuple[tuple[str, str], ...], str | None]:
    """The names that a question links, it with what was put right in it, and the part by kind where no project is."""
    exact = tuple(
        link for link in gazetteer.exact(text)
        if not (_goes_on(link, text) or _is_round(link) or is_called_after(link, text, printed))
    )  # fmt: skip
    blocked = [(link.start, link.end) for link in exact if link.kind not in ("district", "place")]
    blocked += [(link.start, link.end) for link in exact if link.kind == "place" and link.end - link.start > 3]
    heard = gazetteer.sounding(text)
    words = default_tokenizer().words(text) if heard else []
    sounding = tuple(
        link for link in heard
        if not any(link.start < high and low < link.end for low, high in blocked)
        and not (link.kind == "person" and any(one.kind == "person" for one in exact))
        and not (_ordinary(link) or _joins(link))
        and not _goes_on(link, text)
        and not _cuts_word(link, words)
        and not any(one.key == link.key and link.start <= one.start and one.end <= link.end for one in exact)
    )  # fmt: skip
    text, names = apply_sounding(text, sounding)
    links = [link for link in (*exact, *sounding) if link.kind != "place"]  # a place is what a question says of others
    category = gazetteer.category(text)
    if not any(link.kind == "project" and link.end - link.start > 3 for link in links):
        taken = [(link.start, link.end) for link in links if link.kind == "district"]
        taken += [match.span() for match in _SLOT_SPANS.finditer(text)]  # a year alone is no project's name
        taken += [category[0]] if category else []
        for link in gazetteer.gapped(_masked(text, taken)):
            if _is_round(link):
                continue
            kept = [
                held
                for held in links
                if held.kind != "project" or not (held.start < link.end and link.start < held.end)
            ]
            links = [*kept, link]
    linked = tuple(sorted(_without_twins(links), key=lambda link: link.start - link.end))
    part = category[1] if category and not any(link.kind == "project" for link in linked) else None
    return linked, text, names, part


def _below(link: Link, text: str, printed: str) -> Link:
    """某市某区: the city that the bulletin prints, in front of its district, says nothing more."""
    above = _ABOVE.search(text[: link.start]) if link.kind == "district" else None
    known = above is not None and all(name is None or name[:-1] in printed for name in above.groups())
    return replace(link, start=above.start()) if above is not None and known else link


_ROUND = re.compile(rf"第(?:{_ORDINAL})(?:{rounds()})(?:的?(?:项目|工程))?$")


def _is_round(link: Link) -> bool:
    """某某行动第四轮项目 is all that a round holds, not one project."""
    return link.kind == "project" and _ROUND.search(link.name) is not None


def _day_term(match: re.Match[str]) -> Term:
    """1月28号, 一月二十八日: the day as bulletins print it."""
    month, day = int(parse_number(match[1])), int(parse_number(match[2]))
    return Term(f"{month}月{day}日", match.start(), match.end(), 1.0, critical=True)


def _masked(text: str, spans: Sequence[Span]) -> str:
    """``text`` with the letters of the spans blanked out, same length."""
    for low, high in spans:
        text = text[:low] + "\0" * (high - low) + text[high:]
    return text


def _goes_on(link: Link, text: str) -> bool:
    """A project's short name that goes on as a place does: 敖包图镇 is not 敖包图储能电站."""
    short = link.kind == "project" and len(link.typed) < len(link.name)
    return (
        short
        and bool(_PLACE_BEHIND.match(text[link.end :]))
        and not link.name.startswith(text[link.start : link.end + 1])
    )


def _cuts_word(link: Link, words: Sequence[Token]) -> bool:
    """A short name heard in the middle of a word (安全生产) is none."""
    return len(link.typed) <= 3 and any(
        len(word.text) > 2 and (word.start < link.start < word.end or word.start < link.end < word.end)
        for word in words
    )


def _joins(link: Link) -> bool:
    """和区长 of 书记和区长是谁 is no 贺区长: a joint in front of an office."""
    return link.kind == "person" and link.typed[0] in _JOINTS and link.typed[1:] in load_words("offices")


def _without_twins(links: Sequence[Link]) -> list[Link]:
    """A project named in full and once more by a word of its name: 奶酪加工小镇年产多少奶酪 asks of 奶酪."""
    return [
        link for link in links
        if link.kind != "project"
        or not any(one.key == link.key and len(one.typed) > len(link.typed) + 1 for one in links)
    ]  # fmt: skip


def _ordinary(link: Link) -> bool:
    """A short name that only sounds like an everyday word is not meant: 事业 is no 世业."""
    if len(link.typed) > 3:
        return False
    tokens = default_tokenizer().words(link.typed)
    return len(tokens) == 1 and default_tokenizer().frequency(link.typed) > 50


def _scope_of(text: str, links: Sequence[Link]) -> str | None:
    """全市, 全省; 某省 of 某省第七期, where that is no district that the bulletins are of."""
    named = _ROUND_OF.search(text)
    if named is not None and not any(link.start < named.end("region") <= link.end for link in links):
        return named["region"]
    found = _SCOPE.search(text) or _OF_CITY.search(text)
    return _wide(found[0]) if found else None


def _wide(said: str) -> str:
    """市里 as 全市; 全地区 as it is; 全省 of 省级."""
    if said.startswith("整个"):
        return f"全{said[-1]}"
    return f"全{said[0]}" if said[1:] == "里" else said if said.startswith("全") else said[:2]


def _head(text: str, terms: Sequence[Term]) -> str:
    """The content word next to the question word: what is asked for."""
    spans = wh_spans(text)
    strong = [
        term
        for term in terms
        if not is_weak(term.text)
        and not term.text.isdigit()
        and (term.text not in _MOVES or len(terms) == 1)
        and (not _QUARTER.search(term.text) or len(terms) == 1)
        and (not _EACH_ONE.fullmatch(term.text) or len(terms) == 1)  # 一张多少钱
    ]
    if not spans or not strong:
        return strong[-1].text if strong else ""
    at = spans[-1]
    before = [term for term in strong if term.end <= at[0]]
    after = [term for term in strong if term.start >= at[1]]
    if after and after[0].start - at[1] <= 4:
        return after[0].text
    return before[-1].text if before else (after[0].text if after else "")


def _names(quantity: Quantity) -> bool:
    """180亿那次, 四项工作: a figure that helps to say what is meant; 几 and 三个一批 are none."""
    return quantity.kind in ("money", "percent", "count", "measure") or (
        quantity.kind == "bare" and bool(quantity.scale)
    )


@lru_cache(maxsize=1)
def _gates() -> tuple[tuple[str, ...], Patterns]:
    rows = load_table("gates")
    return tuple(row[0] for row in rows), Patterns(row[1] for row in rows)


def gate(query: Query) -> str | None:
    """opinion or off_topic where the question asks for what no bulletin can prove, else None."""
    reasons, patterns = _gates()
    if _THEIR_VIEW.search(query.text) and any(link.kind == "person" for link in query.links):
        return None  # what somebody in print thinks is told there
    return next((reasons[number] for number, _ in patterns.matches(query.text)), None)


_THEIR_VIEW = load_pattern("understanding.understand.their_view")
_CALLED = load_pattern("understanding.understand.called")


@lru_cache(maxsize=1)
def _private_words() -> tuple[str, ...]:
    return tuple(word for row in load_table("private") for word in row[0].split())


_BEGINNING = load_pattern("understanding.understand.beginning")
_OF_KIN = load_pattern("understanding.understand.of_kin")  # what somebody's parents do, where they live


def asks_beginning(text: str) -> bool:
    """True where the age is asked at which somebody began: articles about a craft tell it themselves."""
    return _BEGINNING.search(text) is not None


def asks_private(query: Query) -> bool:
    """True where the question is about a person and asks for something private."""
    if asks_beginning(query.text):
        return False
    about = any(link.kind == "person" for link in query.links) or bool(_CALLED.search(query.text))
    return about and (bool(_OF_KIN.search(query.text)) or any(word in query.text for word in _private_words()))
