"""Questions for lists and their items: 哪些, 哪六项, 第三项."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import (
    denial_fits,
    links_fit,
    period_fits,
    scope_fits,
    segment_of,
    told_of_period,
    year_fits,
)
from index.answering.evidence.pool import Evidence
from index.answering.sentences.in_lists import is_of_the_asking
from index.answering.sentences.rows_of_bodies import asks_departments, of_sort
from index.extraction.words.people import office_pattern
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table, load_words
from index.language.numerals import find_quantities, parse_number
from index.language.scripts import compact, fold
from index.records import ListItem, OrderedList, Span
from index.understanding.kinds import asked_count
from index.understanding.query import Query, Term
from index.understanding.slots import LAST, LAST_ITEM

_SECTION = load_pattern("answering.listing.section")
_ASKS_POINT = load_pattern("answering.listing.asks_point")
_NUMBER = load_pattern("answering.listing.number")
_NUMBERED = 0.3  # what a numbered list earns where its second point is asked for (第二条讲的啥)
_SHORT = load_pattern("answering.listing.short")
_COUNT_WORD = load_pattern("answering.listing.count_word")
_AMOUNT = re.compile(r"(?![\u4e00-\u9fff]{2,}[（(])[^\d]{0,4}\d[\d.,]*[^\d]{0,6}")
_GOING = frozenset("跑去走逛看到转查")
_PLACES = load_pattern("answering.listing.places")
_TOP = load_pattern("answering.listing.top")
_END = {"前": 1, "后": -1, "末": -1, "倒数": -1}
_NOUN = load_pattern("answering.listing.noun")
_NAMED_LONG = ("项目", "工程", "企业", "公司", "单位", "小区", "路段", "学校", "医院")
_ASKED_SORT = load_pattern("answering.listing.asked_sort")
_CALLED = load_pattern("answering.listing.called")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_FIGURE = load_pattern("answering.listing.figure")
_ENOUGH = 0.62
_LONGEST = 380
_NAMES, _PLAIN = 1.0, 4  # weight of a word that names something; letters of one that is no long name
_BEHIND_WHICH = load_pattern("answering.listing.behind_which")
_OWN, _COUNTED_OWN = 0.4, 0.3  # share of the question that sentence and name say; of a list that counts itself so


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    evidence: Evidence
    held: OrderedList


def answer_list(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The list that accounts for the question, whole; or its item with the asked ordinal."""
    asked = (asked_count(LAST_ITEM.sub("", text)) for text in (query.text, *query.context))
    count = next((n for n in asked if n), None)
    found = sorted(_scored(query, pool, count), key=lambda one: -one.score)
    if not found:
        return None
    best = found[0]
    if query.ordinal and (query.kind != "list" or query.ordinal == LAST):
        return _item(query, best)
    return _whole(query, best, count)


_BY_WHAT = load_pattern("answering.listing.by_what")
_ASKED_OF = load_pattern("answering.listing.asked_of")
_ASKED_DEED = load_pattern("answering.listing.asked_deed")
_UNTOLD, _DEED_TOLD = 0.5, 0.75  # how well a deed stands that is told elsewhere in the sentence
_OF_DEED = load_pattern("answering.listing.of_deed")


_BOUND = load_pattern("answering.listing.bound")
_WHICH_OFFICE = load_pattern("answering.listing.which_office")


def _lacks_office(query: Query, evidence: Evidence) -> bool:
    """哪些副县长 is asked, where the sentence calls nobody so."""
    asked = _WHICH_OFFICE.search(query.text)
    office = asked["office"] if asked else ""
    return bool(office) and office not in evidence.own + evidence.before


def _says_deed(query: Query, evidence: Evidence) -> bool:
    """考什么内容 is asked: a sentence without 考 (笔试加5分) and without any 内容 or 科目 tells none."""
    asked = _OF_DEED.search(query.text)
    if asked is None or query.ordinal:
        return True  # 第三项讲的啥: the item itself
    around = evidence.own + evidence.before
    return asked["verb"] in around or any(word in around for word in ("内容", "科目", "课程", "项目"))


def _of_another_deed(query: Query, evidence: Evidence, held: OrderedList) -> bool:
    """增设了哪些科室: of 增设了烧伤科，引进核磁共振1台、加速器1台 the list is told of another deed."""
    if held.sentence == evidence.number and _with_another_verb(query, evidence, held):
        return True
    asked = _ASKED_DEED.search(query.text)
    if asked is None or held.sentence != evidence.number:
        return False
    deed = next((t.text for t in query.terms if t.end == asked.end("deed") and len(t.text) > 1), asked["deed"])
    clauses = [evidence.clause(span) for span in clause_spans(evidence.text)]
    quoted = re.search(rf"{re.escape(deed)}[^，。；“”]{{0,4}}“[^“”]{{2,20}}”", evidence.text)
    if quoted is not None and not any(item.text in quoted[0] for item in held.items):
        return True  # 常态化开展“万人助万企”，当好“店小二”“金管家”: the deed has an object of its own
    own = evidence.clause(_segment(held, evidence))
    return explained(deed, own).score < _UNTOLD and any(explained(deed, one).score >= _DEED_TOLD for one in clauses)


def _with_another_verb(query: Query, evidence: Evidence, held: OrderedList) -> bool:
    """上黑榜的是哪些: of 甲、乙上红榜，丙、丁上黑榜 the first is told of another thing than the other clause."""
    asked = _ASKED_OF.search(query.text)
    at = evidence.text.find(held.items[-1].text) if asked else -1
    if asked is None or at < 0:
        return False
    spans = list(clause_spans(evidence.text))
    first = evidence.text.find(held.items[0].text)
    own = "".join(evidence.clause(span) for span in spans if span[1] > first and span[0] <= at)
    clauses = (evidence.clause(span).rstrip("，；。、") for span in spans)
    return asked["deed"] not in own and any(one.endswith(asked["deed"]) for one in clauses)


def _of_another_bound(query: Query, evidence: Evidence) -> bool:
    """10亿以上的项目有哪些: a list whose sentence prints no such amount is of another class."""
    asked = [one for match in _BOUND.finditer(query.text) for one in find_quantities(match["bound"])]
    said = fold(evidence.text + evidence.before + evidence.heading) if asked else ""
    return any(all(one.value != told.value for told in find_quantities(said)) for one in asked)


def _scored(query: Query, pool: Sequence[Evidence], count: int | None) -> Iterator[_Scored]:
    visits = _PLACES.search(query.text) is not None
    for evidence in pool:
        if not _says_deed(query, evidence) or _lacks_office(query, evidence):
            continue
        for held in evidence.page.says.lists:
            if not _stands(held, evidence) or not _in_reach(evidence, held) or _of_a_person(query, held, evidence):
                continue
            top = _tops(query, evidence, held)
            alike = _alike(query, evidence, held)
            # a list that counts itself, a numbered one, a ranking of so many, 三个早: items that all have it
            told = held.count == count or len(held.evidence) > 1 or top or alike
            terms = tuple(
                t
                for t in query.terms
                if not _counts(t.text, held)
                and not (query.ordinal and is_of_the_asking(t.text, evidence))
                and not (told and _is_count(t.text, len(held.items) if top or alike else count))
                and not (visits and t.text in _GOING)
            )
            if not told and not _says_count(query, count, evidence, held):
                continue
            if (
                not links_fit(query, evidence)
                or not period_fits(query, evidence)
                or not year_fits(query, evidence)
                or not scope_fits(query, evidence)
            ):
                continue
            name = compact(held.name)
            regions = (
                (name, 1.0),
                (evidence.own, 0.95),
                (evidence.before, 0.85),
                (evidence.head, 0.7),
                (evidence.heading, 0.7),
            )
            share, missing, _ = coverage(terms, regions)
            own, _, _ = coverage(terms, ((evidence.own, 1.0), (name, 1.0), (evidence.before, 0.8)))
            least = _COUNTED_OWN if held.count == count == len(held.items) else _OWN
            if share < _ENOUGH or own < least or any(term.critical for term in missing):
                continue
            if count is not None and any(_tells_apart(query, term) for term in missing):
                continue
            bonus = 0.0
            if count is not None:
                if len(held.items) != count and held.count != count:
                    continue
                bonus += 0.4 if len(held.items) == count else 0.1
            low, high = _segment(held, evidence)
            if not denial_fits(query, evidence.clause((low, high))):
                continue
            if not told_of_period(query, evidence.text, max(evidence.text.find(held.items[0].text), low)):
                continue
            if _stated_otherwise(query, held) or _only_amounts(query, held) or _of_another_sort(query, held):
                continue
            if _of_another_deed(query, evidence, held) or _of_another_bound(query, evidence):
                continue
            bonus += (
                0.08 if len(held.evidence) > 1 and held.evidence != evidence.sentence.text.spans() else 0.0
            )
            if query.ordinal and len(held.items) < query.ordinal:
                continue
            near = _nearness(query, evidence, held) + _sort_fits(query, held) + (0.5 if top or alike else 0.0)
            near += _HELD_SORT if _holds_exact_sort(query, held) else 0.0
            near += _NUMBERED if _ASKS_POINT.search(query.text) and _is_numbered(held, evidence) else 0.0
            yield _Scored(
                share + bonus + near + 0.01 * min(len(held.items), 8) - 0.002 * evidence.rank, evidence, held
            )


_HELD_SORT = 0.4  # what a list earns some of whose items are of the asked sort


def _of_exact_sort(query: Query, held: OrderedList) -> tuple[ListItem, ...]:
    """发言的办事处有哪些: of 甲办事处、乙办事处、丙局 those that end so; none where all do."""
    found = tuple(item for item in held.items if _is_of_exact_sort(query, item.text))
    names = [item.text for item in held.items]
    if not found and asks_departments(query.text) and len(own := of_sort(query.text, names)) < len(names):
        found = tuple(item for item in held.items if item.text in own)
    return found if len(found) < len(held.items) and asked_count(query.text) in (None, len(found)) else ()


def _is_of_exact_sort(query: Query, name: str) -> bool:
    exact = query.kind == "list" and query.head in load_words("exact_sorts")
    return exact and name.endswith(query.head) and len(name) > len(query.head)


def _holds_exact_sort(query: Query, held: OrderedList) -> bool:
    return any(_is_of_exact_sort(query, item.text) for item in held.items)


def _is_numbered(held: OrderedList, evidence: Evidence) -> bool:
    """第一，要…；第二，要…: each item has its number in front of it."""
    around = (evidence.text[max(0, evidence.text.find(item.text) - 4) :][:4] for item in held.items)
    return held.sentence == evidence.number and all(_NUMBER.search(one) is not None for one in around)


def _tells_apart(query: Query, term: Term) -> bool:
    """供电 of 供电是哪两家: printed nowhere, it is of something else; 城市 of 哪三个城市 need not be printed."""
    strong = term.weight >= _NAMES and len(term.text) <= _PLAIN
    return strong and not _BEHIND_WHICH.search(query.text[: term.start])


def _stated_otherwise(query: Query, held: OrderedList) -> bool:
    """集中签约的32个项目是哪些: a list of another length is not the one."""
    stated = [value for value, unit in query.figures if unit in ("个", "家", "项", "所", "条", "名", "位")]
    return (
        bool(stated)
        and not any(value in (len(held.items), held.count) for value in stated)
        and "三个" not in query.text
    )


def _stands(held: OrderedList, evidence: Evidence) -> bool:
    """The list stands in this sentence, or is announced by it (全力做好六项工作。一是…)."""
    if held.sentence == evidence.number:
        return True
    return held.sentence == evidence.number + 1 and bool(held.name) and compact(held.name) in evidence.own


def _of_a_person(query: Query, held: OrderedList, evidence: Evidence) -> bool:
    """企业代表、某某公司董事长张三发言 is what one person is called; and a clause about another one than the asked."""
    items = [item.text for item in held.items]
    names = [p.name for p in evidence.page.says.people if p.sentence == evidence.number]
    if any(name in items[-1] for name in names) and all(_ends_in_office(text) for text in items[:-1]):
        return True
    asked = [link.name for link in query.links if link.kind == "person"]
    at = evidence.text.find(items[0])
    if not asked or at < 0:
        return False
    low, high = next((c for c in clause_spans(evidence.text) if c[0] <= at < c[1]), (0, len(evidence.text)))
    clause = evidence.text[low:high]
    return any(name in clause for name in names) and not any(name in clause for name in asked)


def _segment(held: OrderedList, evidence: Evidence) -> Span:
    """The part of the sentence that leads to the list, up to its end."""
    at = evidence.text.find(held.items[0].text)
    if at < 0:
        return 0, len(evidence.text)
    end = evidence.text.find(held.items[-1].text, at)
    return segment_of(evidence.text, at)[0], max(end, at) + len(held.items[-1].text)


def _ends_in_office(text: str) -> bool:
    return any(match.end() == len(text) for match in office_pattern().finditer(text))


def _counts(word: str, held: OrderedList) -> bool:
    """三率 is 开工率、投产率、达效率: as many items as it says, each with its last letters."""
    match = _SHORT.fullmatch(word)
    if match is None or int(parse_number(match["n"])) != len(held.items):
        return False
    return all(match["what"] in item.text for item in held.items)


def _is_count(word: str, count: int | None) -> bool:
    """四点, 三条: how many are asked for, which the length of the list answers."""
    match = _COUNT_WORD.fullmatch(word)
    return bool(match) and count is not None and int(parse_number(match["n"])) == count  # type: ignore[index]


def _says_count(query: Query, count: int | None, evidence: Evidence, held: OrderedList) -> bool:
    """三点要求 asked by name: the sentence, or the one before a list of three, has to speak of three of them."""
    words = [term.text for term in query.terms if _is_count(term.text, count)]
    said = evidence.own + (evidence.before if len(held.items) == count else "")
    return not words or any(re.search(word[:1] + "(?:大|个|项|条|点|件|方面)", said) for word in words)


def _in_reach(evidence: Evidence, held: OrderedList) -> bool:
    if evidence.about is None or not held.items:
        return True
    text = evidence.text
    at = text.find(held.items[0].text[:6])
    return at < 0 or evidence.about[0] <= at < evidence.about[1]


def _sort_fits(query: Query, held: OrderedList) -> float:
    """哪几个社区: the list that calls itself 3个社区, or whose items end so; 哪几路: items that read so."""
    items = [item.text for item in held.items]
    if any(text.count("“") != text.count("”") for text in items):
        return -0.3
    shape = next((says for asks, says in _shapes() if asks.search(query.text)), None)
    if shape is not None:
        return 0.4 if all(shape.search(text) for text in items) else -0.4
    if _PLACES.search(query.text):
        ends = tuple(load_words("place_suffixes"))
        return 0.3 if sum(text.endswith(ends) for text in items) * 2 > len(items) else -0.5
    noun = _NOUN.search(query.text)
    if len(query.head) > 1 and len(items) > 1 and all(text.endswith(query.head) for text in items):
        return 0.4  # 哪几个提升: 设施提升、服务提升
    if noun is None:
        asked = _ASKED_SORT.search(query.text)
        rest = query.text[asked.end() : asked.end() + 2] if asked else ""
        return 0.3 if len(rest) == 2 and rest in held.name else 0.0  # 哪几张清单: 三张清单
    if noun["noun"] in _NAMED_LONG and sorted(map(len, items))[len(items) // 2] < 3:
        return -0.4  # 春、夏、秋、冬 are no projects
    named = noun["noun"] in held.name or sum(text.endswith(noun["noun"]) for text in items) * 2 > len(items)
    return 0.3 if named else 0.0


@lru_cache(maxsize=1)
def _sorts() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple((tuple(nouns.split()), tuple(ends.split())) for nouns, ends in load_table("item_sorts"))


_NO_NAME = load_pattern("answering.listing.no_name")
_ASKED_KIND = load_pattern("answering.listing.asked_kind")


def of_asked_kind(text: str, name: str) -> bool:
    """False where 哪个学校 is asked and ``name`` ends as no school does."""
    asked = _ASKED_KIND.search(text)
    ends = next((ends for nouns, ends in _sorts() if asked and asked["rest"].startswith(nouns)), ())
    return not ends or any(end in name for end in ends)


def _of_another_sort(query: Query, held: OrderedList) -> bool:
    """哪些小区 is asked, and most items are schools or amounts."""
    if _NOUN.search(query.text) and any(_NO_NAME.match(item.text) for item in held.items):
        return True  # 第一次提醒、第二次约谈 are no 单位
    asked = _ASKED_SORT.search(query.text)
    rest = query.text[asked.end() :] if asked else ""
    own = next((ends for nouns, ends in _sorts() if rest.startswith(nouns)), None)
    if own is None:
        return False
    called = _CALLED.match(held.name)
    theirs = next((ends for nouns, ends in _sorts() if called and called["rest"].startswith(nouns)), own)
    if called and any(called["rest"].startswith(nouns) for nouns, ends in _sorts() if ends is own):
        return False  # the sentence calls them so: 汽配厂宿舍、盐仓巷两个小区
    if theirs is not own:
        return True  # 哪三个社区: not 上湾、下湾、渡头三个乡镇
    items = [_BRACKETS.sub("", item.text).strip() for item in held.items]
    others = tuple(end for _, ends in _sorts() if ends is not own for end in ends)
    strange = sum(not t.endswith(own) and (t.endswith(others) or _FIGURE.search(t) is not None) for t in items)
    return strange * 2 >= len(items)


def _alike(query: Query, evidence: Evidence, held: OrderedList) -> bool:
    """三个早是哪三个, 三个等粮: as many items as it says, each with the word that it counts, the longest printed."""
    for match in _SHORT.finditer(query.text):
        words = [match[0][:size] for size in (5, 4, 3) if "哪" not in match[0][:size]]
        printed = next((number for number, word in enumerate(words) if word in evidence.own), len(words))
        if any(_counts(word, held) for word in words[: printed + 1]):
            return True
    return False


def _only_amounts(query: Query, held: OrderedList) -> bool:
    """12.4亿元、8.1亿元 is no list that answers, unless such expressions are asked for (哪几路)."""
    shaped = any(asks.search(query.text) for asks, _ in _shapes())
    return not shaped and all(_AMOUNT.fullmatch(item.text) for item in held.items)


def _tops(query: Query, evidence: Evidence, held: OrderedList) -> bool:
    """前三名是谁: the sentence prints 前三位 (or 前三名) right in front of a list of three."""
    asked = _TOP.search(query.text)
    if asked is None or not held.items or len(held.items) != int(parse_number(asked["n"])):
        return False
    at = evidence.text.find(held.items[0].text)
    near = list(_TOP.finditer(evidence.text[max(0, at - 20) : max(at, 0)]))
    return (
        bool(near)
        and _END[near[-1]["side"]] == _END[asked["side"]]
        and (int(parse_number(near[-1]["n"])) == len(held.items))
    )


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asks), re.compile(says)) for asks, says in load_table("value_patterns"))


def _nearness(query: Query, evidence: Evidence, held: OrderedList) -> float:
    """The words of the question stand close to the list, and not inside it."""
    items = compact("".join(item.text for item in held.items))
    if (led := _led_by(query, held)) is not None:
        return 0.12 + (_LED if led else 0.0)
    inside = sum(term.weight for term in query.terms if term.text in items)
    total = sum(term.weight for term in query.terms) or 1.0
    first = evidence.own.find(compact(held.items[0].text)) if held.items else -1
    spots = [evidence.own.find(term.text) for term in query.terms if term.text in evidence.own]
    last = evidence.own.find(compact(held.items[-1].text)) + len(held.items[-1].text) if held.items else -1
    gap = min((min(abs(first - spot), abs(last - spot)) for spot in spots), default=60) if first >= 0 else 20
    return 0.12 - 0.002 * min(gap, 60) - 0.25 * inside / total


_LED = 0.2  # what a list earns that begins with the asked sort or deed itself
_LEAD = load_pattern("answering.listing.lead")


def _led_by(query: Query, held: OrderedList) -> bool | None:
    """副区长甲、乙、丙 for 哪些副区长: the first item alone leads off with the asked word; None where it does not."""
    asked = _LEAD.sub("", query.head)
    first = _LEAD.sub("", held.items[0].text)
    if len(asked) < 2 or not first.startswith(asked) or len(first) == len(asked):
        return None
    return not any(asked in item.text for item in held.items[1:])


def _whole(query: Query, best: _Scored, count: int | None) -> Draft | None:
    held, evidence = best.held, best.evidence
    if own := _of_exact_sort(query, held):
        whole = not held.open or held.count == len(held.items)
        held = replace(held, items=own, count=len(own) if whole else None, open=not whole)
    stated = held.count
    if stated and len(held.items) < stated and held.open:
        return None
    items = [item.text for item in held.items]
    if any(_SECTION.search(item) for item in items):
        return None  # 一、在建项目…；二、新开工项目：1.…: parts of a text, each with a list of its own
    text = (
        "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
        if max(map(len, items)) > 24
        else "、".join(items)
    )
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1].rstrip("、；，") + "…"
    if held.open and not (stated and stated == len(items)):
        text += "等"
    elif stated == len(items):
        text += _sort_told(query, held, items)
    detail = f"共{len(items)}项" if stated == len(items) or not held.open else None
    return Draft(
        "answered", "list", text, (Proof(evidence.page.article.id, _list_spans(held, evidence)),), detail=detail,
        confidence=min(best.score, 1.0), projects=query.projects,
    )  # fmt: skip


def _sort_told(query: Query, held: OrderedList, items: Sequence[str]) -> str:
    """三个乡镇 of 下洋、罗坊、溪口三个乡镇: names that do not end as the asked sort does are told with it."""
    asked = _ASKED_SORT.search(query.text)
    rest = query.text[asked.end() :] if asked else ""
    noun = next((n for nouns, _ in _sorts() for n in sorted(nouns, key=len, reverse=True) if rest.startswith(n)), "")
    named = re.match(rf"[^，。；、]{{1,3}}?{re.escape(noun)}", held.name) if noun else None
    return named[0] if named and not all(item.endswith(noun[-1]) for item in items) else ""


def _list_spans(held: OrderedList, evidence: Evidence):  # type: ignore[no-untyped-def]
    """Numbered lists are quoted item by item; enumerations by their sentence."""
    numbered = (
        len({span for item in held.items for span in item.spans})
        and held.evidence != evidence.sentence.text.spans()
    )
    return held.evidence if numbered else evidence.sentence.text.spans()


def _item(query: Query, best: _Scored) -> Draft | None:
    items = best.held.items
    item = items[-1] if query.ordinal == LAST else next((one for one in items if one.ordinal == query.ordinal), None)
    if item is None:
        return None
    asked = _BY_WHAT.search(query.text)
    told = re.match(rf"以([^，。；]+?)为{asked['role']}", item.text) if asked else None  # 以什么为抓手: just what
    return Draft(
        "answered",
        "text",
        told[1] if told else item.text,
        (Proof(best.evidence.page.article.id, item.spans),),
        confidence=min(best.score, 1.0),
    )
