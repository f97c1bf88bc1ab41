"""Follow-ups: slots of the turn before fill what the new question leaves open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from index.language.lexicon import load_groups, load_pattern, load_table, load_words
from index.understanding.kinds import attribute_kind
from index.understanding.periods import has_name
from index.understanding.query import Link, Query, Term
from index.understanding.repair import AREAS
from index.understanding.terms import is_weak, rarity, synonyms
from index.understanding.understand import Earlier

_PRONOUN = load_pattern("understanding.followup.pronoun")
_MEASURED = ("money", "percent", "area", "length", "duration")
_BARE_MUCH = load_pattern("understanding.followup.bare_much")
_BARE_AMOUNT = load_pattern("understanding.followup.bare_amount")
_PERSON = load_pattern("understanding.followup.person")
_IT = load_pattern("understanding.followup.it")
_BATCH = load_pattern("understanding.followup.batch")
_WHOSE_PHONE = load_pattern("understanding.followup.whose_phone")
_LATEST = load_pattern("understanding.followup.latest")  # 最近一期: whatever round was spoken of before
_BARE = load_pattern("understanding.followup.bare")
_CODE = load_pattern("understanding.followup.code")
_DATED = load_pattern("understanding.followup.dated")
_PLACING = load_pattern("understanding.followup.placing")
_ASKS = load_pattern("understanding.followup.asks")

_WHEN = load_pattern("understanding.followup.when")  # an office has one telephone, 周末 as on the 16th


def leans(query: Query) -> bool:
    """True where the question can't be understood without the one before."""
    if _WHOSE_PHONE.search(query.text):
        return False  # 区长电话多少 says whose
    strong = [
        t
        for t in query.terms
        if not is_weak(t.text) and t.text not in query.stages and not is_attribute(t.text)
        and t.weight > _BARE_VERB and t.start not in _sorts(query.text)
    ]  # fmt: skip
    if _PRONOUN.search(query.text) or _BARE.search(query.text):
        return True
    return not query.links and len(strong) + len(query.stages) + len(query.periods) <= 1


_OF_WHAT = ("date", "stage", "yesno", "duration")  # 啥时候封顶: a deed, of what was spoken of
_LONGEST_NAME = 4
_ENDS_APART = ("街道", "社区", "小区", "学校")  # that are words of their own
_BODIES = ("小学", "初中", "中学", "高中", "幼儿园", "学校", "医院", "公司", "集团", "大桥", "水库", "产业园", "项目")
_SHORTEST = 3  # letters of a turn that comes again: 多少分
_AMOUNTS = ("money", "percent", "number", "area", "length")
_BARE_VERB = 0.3  # weight of verbs of speech that name nothing: 考, 交
_BARE_FIGURE = load_pattern("understanding.followup.bare_figure")  # 8岁, 100平: of the asker
_OF_EVENT = load_pattern("understanding.followup.of_event")
_EVENT = load_pattern("understanding.followup.event")
_SORT = load_pattern("understanding.followup.sort")


def _sorts(text: str) -> frozenset[int]:
    """Where 学校 of 在哪个学校考 stands: what sort of thing is asked for, nothing that the question is about."""
    return frozenset(match.end() for match in _SORT.finditer(text))


_ANOTHER = load_pattern("understanding.followup.another")


def short_for(question: str, before: Query) -> str:
    """那桥头街道呢 for 那桥头街道多少分 behind …槐里街道多少分: another of the sort, asked in just the same words."""
    other = _ANOTHER.match(question)
    if other is None or len(other["asks"]) < _SHORTEST or other["asks"] not in before.text:
        return question
    if other["name"] in before.text or not other["name"].endswith(_named_ends()):
        return question
    return f"那{other['name']}呢" if places_of(before) else question


def asks_itself(query: Query) -> bool:
    """True where it is said what is asked (几点, 多少钱): 那开工的呢 asks again what was asked before."""
    return _ASKS.search(query.text) is not None


def codes_of(query: Query) -> tuple[Term, ...]:
    """12路, 第二场, 冠军: what tells the one spoken of from its like."""
    return tuple(
        t for t in query.terms if (t.critical and _CODE.fullmatch(t.text)) or _PLACING.fullmatch(t.text)
    )


def names_day(query: Query) -> bool:
    """True where the question names a day or a time itself: 那10日晚上呢."""
    return any(term.text[0].isdigit() or _WHEN.fullmatch(term.text) for term in query.terms)


def criticals_of(query: Query) -> tuple[Term, ...]:
    """康养小镇 of 康养小镇什么时候建好: 谁投的 behind it asks of no other one beside it."""
    return tuple(t for t in query.terms if t.critical and len(t.text) > _SHORTEST and not is_weak(t.text))


def dates_of(query: Query) -> tuple[Term, ...]:
    """7月23日 of 7月23日的招聘会: what is asked next is asked of that one."""
    return tuple(t for t in query.terms if t.critical and _DATED.fullmatch(t.text))


def events_of(query: Query) -> tuple[Term, ...]:
    """团拜会 of 团拜会谁致辞: 在哪开的 behind it asks of no other meeting."""
    return tuple(t for t in query.terms if t.weight >= 1.0 and _EVENT.search(t.text))


def points_back(query: Query) -> bool:
    """True where a pronoun stands for what was spoken of: 它, 他, 这个项目."""
    return _PRONOUN.search(query.text) is not None


def names_subject(query: Query) -> bool:
    """False where 投资多少, 谁投的 only say what is wanted of what was spoken of."""
    return bool(_subjects(query))


def names_measure(query: Query) -> bool:
    """财政收入呢: a figure with a name of its own; 投资呢 is one of what was spoken of."""
    named = [t.text for t in query.terms if t.weight >= 1.0]
    return len(named) == 1 and query.kind in _AMOUNTS and not is_attribute(named[0]) and len(named[0]) > _SHORTEST


def asks_of_event(query: Query) -> bool:
    """活动在哪办的: of what the article tells of, whatever round was spoken of last."""
    return _OF_EVENT.match(query.text) is not None


def means_person(query: Query) -> bool:
    """他种了多少地: the pronoun stands for somebody."""
    return _PERSON.search(query.text) is not None


def stands_alone(query: Query) -> bool:
    """True where the question names by itself what it is about: a list with its round, or a thing of its own."""
    if query.periods and query.programme:
        return True
    leaning = _PRONOUN.search(query.text) or _BARE.search(query.text)
    return not leaning and query.kind not in _OF_WHAT and bool(_subjects(query))


def _names_event(query: Query, before: Query) -> bool:
    """谁参加了团拜会 behind 第八期签约几个: a meeting that was not spoken of is of no round of a programme."""
    return any(_EVENT.search(word) and word not in before.text for word in _subjects(query))


def may_lean(query: Query) -> bool:
    """True where the question names no entity of its own."""
    return not query.links and not query.periods and not query.place


def lean_on(query: Query, earlier: Earlier) -> Query:
    """``query`` with its open slots filled from the turn before: slots, not text."""
    before = earlier.query
    query = _without_anaphor(query, before)
    inherited: list[str] = []
    changes: dict[str, object] = {}
    stages = query.stages
    links = _links(query, earlier)
    told = earlier.period
    settled = (told,) if isinstance(told, int) or (told is not None and has_name(told)) else ()
    rounds = (before.periods or settled) and not (_names_event(query, before) or _LATEST.search(query.question))
    if not query.periods and rounds and not query.links and not links:
        changes["periods"] = before.periods or settled
        changes["period"] = changes["periods"][0] if changes["periods"] else None  # type: ignore[index]
        inherited.append("period")
    if query.periods and before.periods and query.kind == "difference" and _AGAINST.match(query.text):
        changes["periods"] = (*before.periods, *query.periods)  # 比第七期多多少, behind 第六期
        changes["period"] = before.periods[0]
        inherited.append("period")
    if _BATCH.search(query.text) and earlier.stage and not stages:
        changes["stages"] = (earlier.stage,)
        inherited.append("stage")
    elif not stages and before.stages and not query.links and (before.kind == "list" or not _asks_whole(query)):
        changes["stages"] = before.stages
        inherited.append("stage")
    if not query.programme and before.programme and not query.links:
        changes["programme"] = before.programme
    if links:
        changes["links"] = (*query.links, *links)
        inherited.append("entity")
    placed = _PLACING.search(query.text)
    much = before.kind in _MEASURED and _names_alone(query)  # 那开工多少 behind a sum
    if (much or not _ASKS.search(query.text)) and (placed or not query.ordinal):
        named = attribute_kind(query.text)
        changes["kind"] = named or before.kind
        changes["unit"] = None if named else before.unit
        inherited.append("kind")
        replaced = bool(query.stages or query.links or query.periods) and not [
            t for t in query.terms if not is_weak(t.text) and t.text not in query.stages
        ]
        if replaced:
            changes["terms"] = tuple(t for t in before.terms if not (query.stages and _of_stage(before, t)))
            changes["head"] = before.head if changes["terms"] == before.terms else query.head
        elif kept := _kept(query, before, placed=bool(placed)):
            changes["terms"] = (*kept, *query.terms)
            inherited.append("terms")
        elif named == "phone" and not (_subjects(query) or query.links or links):
            about = (t for t in before.terms if t.weight >= 1.0 and not is_weak(t.text) and not is_attribute(t.text))
            changes["terms"] = (*about, *query.terms)  # 电话呢: of what was asked about before
            inherited.append("terms")
        elif (swapped := _swapped(query, before)) is not None:
            changes["terms"], changes["head"] = swapped
            changes["place"] = None if before.place and query.place is None else query.place
    elif not _subjects(query) and not (query.stages or query.links or query.periods or links):
        kept = tuple(
            t for t in before.terms if t.text != before.head or not is_attribute(t.text) or not query.terms
        )
        changes["terms"] = (*kept, *query.terms)
        inherited.append("terms")
    codes = codes_of(before) + (() if names_day(query) else dates_of(before))
    if codes and "terms" not in inherited and not codes_of(query) and not links:
        changes["terms"] = (*codes, *query.terms)
        inherited.append("terms")
    if query.kind == "number" and before.kind == "money" and links and _BARE_AMOUNT.search(query.text):
        changes["kind"] = "money"  # 她领回多少钱: 还有多少没拿到 goes on with the money
    if not inherited and not (links or query.links) and (meant := _meant_by_it(query, before)):
        changes["terms"] = (*meant, *query.terms)
        inherited.append("terms")
    if query.year is None and before.year is not None and not query.links:
        changes["year"] = before.year
    if query.district is None and before.district is not None and not links:
        changes["district"] = before.district
    if "terms" in changes:
        carried = _carried(changes["terms"], query, before)  # type: ignore[arg-type]
        asks_phone = changes.get("kind", query.kind) == "phone"
        changes["terms"] = _whose(carried, query, before) if asks_phone else carried
    return replace(query, inherited=tuple(inherited), context=(before.text,), **changes)  # type: ignore[arg-type]


def _names_alone(query: Query) -> bool:
    """那开工多少: another part or project is named, and of what so much is asked is not said."""
    named = query.stages or query.periods or query.links
    telling = [t for t in query.terms if not is_weak(t.text) and t.text not in query.stages]
    return bool(named) and not telling and _BARE_MUCH.fullmatch(query.text) is not None


def _meant_by_it(query: Query, before: Query) -> tuple[Term, ...]:
    """石门厂 of 石门厂产值多少 in front of 那它前三季度增速多少: what 它 stands for has to be told of, too."""
    if not _IT.search(query.text):
        return ()
    said = {t.text for t in query.terms}
    return tuple(
        t for t in before.terms
        if t.weight >= 1.0 and t.text not in said and not (is_weak(t.text) or is_attribute(t.text))
        and not _is_head(before, t)
    )  # fmt: skip


def _carried(terms: tuple[Term, ...], query: Query, before: Query) -> tuple[Term, ...]:
    """Words of the earlier question stand in front of this one: at no place of its text, but beside each other."""
    far = len(before.text) + 1
    faded = [t for t in terms if _BARE_FIGURE.fullmatch(t.text) or (t.start < 0 and t.weight < 1.0)]
    terms = tuple(t for t in terms if t in query.terms or t not in faded)
    return tuple(t if t in query.terms else replace(t, start=t.start - far, end=t.end - far) for t in terms)


def _whose(terms: tuple[Term, ...], query: Query, before: Query) -> tuple[Term, ...]:
    """电话呢 behind 周末图书馆开门吗: that of the 图书馆, whatever was asked of it and for when."""
    carried = [t for t in terms if t not in query.terms and not _WHEN.fullmatch(t.text)]
    whose = [t for t in carried if t.text != before.head] or carried
    return (*whose, *(t for t in terms if t in query.terms))


def _of_stage(before: Query, term: Term) -> bool:
    """签约专项 and 签 of 签约专项签了几个: words of the stage in whose place another is asked for (储备的呢)."""
    return any(
        stage.removesuffix("类") in term.text or term.text in synonyms().get(stage, ()) for stage in before.stages
    )


def _swapped(query: Query, before: Query) -> tuple[tuple[Term, ...], str] | None:
    """二中呢 behind 一中录取线多少: a name of its sort stands for the earlier one; 那投资呢: another figure of it."""
    strong = [t for t in query.terms if t.weight >= 0.5]
    if (ended := _other_end(strong, before)) is not None:
        return ended
    if (named := _other_name(query, before)) is not None:
        return named
    if not strong or query.links or query.stages or query.periods:
        return None
    joined = all(a.end == b.start for a, b in pairwise(strong)) and not any(t.critical for t in strong)
    if joined and (is_attribute(strong[-1].text) or attribute_kind(strong[-1].text)):
        kept = [t for t in before.terms if t.critical]
        kept = kept or [t for t in before.terms if t.text != before.head and not is_attribute(t.text)]
        return ((*kept, *query.terms), query.head) if kept else None
    terms, head = list(before.terms), before.head
    for new in strong:
        at = next((n for n, old in enumerate(terms) if _alike(old.text, new.text)), None)
        if at is None:
            return None
        head = new.text if head == terms[at].text else head
        terms[at] = new
    return tuple(terms), head


def _other_end(strong: Sequence[Term], before: Query) -> tuple[tuple[Term, ...], str] | None:
    """财政支出 for 支出呢 behind 财政收入多少: the other half of a pair, in the word that ended with the first one."""
    if len(strong) != 1:
        return None
    for number, old in enumerate(before.terms):
        for group in load_groups("swaps"):
            end = next((word for word in group if old.text.endswith(word) and old.text != word), None)
            if end is None or strong[0].text not in group or end == strong[0].text:
                continue
            whole = replace(old, text=old.text.removesuffix(end) + strong[0].text)
            head = whole.text if before.head == old.text else before.head
            return (*before.terms[:number], whole, *before.terms[number + 1 :]), head
    return None


@lru_cache(maxsize=1)
def _named_ends() -> tuple[str, ...]:
    """How names of places and bodies end."""
    return (*AREAS, "街道", "社区", "厂", "小学", "中学", "学校", "医院", *load_words("organisation_suffixes"))


_NAME_ALONE = load_pattern("understanding.followup.name_alone")


def _other_name(query: Query, before: Query) -> tuple[tuple[Term, ...], str] | None:
    """那磐溪钢厂呢 behind 梨花镇得了几块铜牌: a name alone stands for the only place that was asked about."""
    alone = _NAME_ALONE.match(query.text)
    if alone is None or query.stages or query.periods or any(link.kind != "district" for link in query.links):
        return None
    if not alone["name"].endswith(_named_ends()):
        return None
    places = places_of(before)
    if not places:
        return None
    at = places[0].start  # it stands where the other one stood
    name = Term(alone["name"], at, at + len(alone["name"]), 1.0, critical=True)
    return (name, *(t for t in before.terms if t not in places)), before.head


def places_of(before: Query) -> list[Term]:
    """The words that name the only place or body that was asked about: 槐里街道, 白杨 and 街道."""
    at = before.text.find(before.place) if before.place else -1
    if places := [t for t in before.terms if at >= 0 and at <= t.start and t.end <= at + len(before.place or "")]:
        return places
    for first, then in pairwise(sorted(before.terms, key=lambda term: term.start)):
        if len(first.text) > 2 and first.text.endswith(_named_ends()):
            return [first]
        if then.text in _ENDS_APART and first.end == then.start:
            return [first, then]
    last = max(before.terms, key=lambda term: term.start, default=None)
    return [last] if last is not None and len(last.text) > 2 and last.text.endswith(_named_ends()) else []


def _alike(old: str, new: str) -> bool:
    """Two names of one sort: 一中 and 二中, 东河镇 and 石门镇."""
    same = old[-1] == new[-1] or (old[-1] in AREAS and new[-1] in AREAS) or _set_against(old, new)
    return old != new and len(old) > 1 and len(new) > 1 and same


@lru_cache(maxsize=1)
def _contrasts() -> tuple[tuple[re.Pattern[str], ...], ...]:
    groups = (*load_groups("contrasts"), *load_groups("swaps"))
    return tuple(tuple(re.compile(one) for one in group) for group in groups)


def _set_against(old: str, new: str) -> bool:
    """初中 behind 小学: the other of two that are told apart."""
    for group in _contrasts():
        first, second = ({n for n, one in enumerate(group) if one.search(word)} for word in (old, new))
        if first and second and not first & second:
            return True
    return False


@lru_cache(maxsize=1)
def _anaphors() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((noun, re.compile(rf"(?:{endings})$")) for noun, endings in load_table("anaphors"))


def _without_anaphor(query: Query, before: Query) -> Query:
    """那学校 behind 河滨小学: the noun says nothing else than what was named."""
    for noun, endings in _anaphors():
        if not re.match(rf"(?:那|这|该|那个|这个|那家|这家|那所|这所)(?:个|家|所|条|座)?{noun}", query.text):
            continue
        if any(endings.search(t.text) for t in before.terms) or any(endings.search(one.name) for one in before.links):
            return replace(query, terms=tuple(t for t in query.terms if t.text != noun))
    return query


def _kept(query: Query, before: Query, *, placed: bool) -> tuple[Term, ...]:
    """What 第三名呢 and 那保证水位呢 keep of the words before: all but the other placing; names not replaced."""
    if placed:
        others = tuple(t for t in before.terms if not _PLACING.fullmatch(t.text))
        return others if len(others) < len(before.terms) else ()
    shared = {t.text for t in query.terms if len(t.text) > 1} & {t.text for t in before.terms}
    ends = {t.text[-1] for t in query.terms}
    names = tuple(
        t for t in before.terms
        if len(t.text) > 2 and rarity(t.text) == 1.0 and not t.text[0].isdigit() and t.text[-1] not in ends
    )  # fmt: skip
    return names if shared and not query.links else ()


@lru_cache(maxsize=1)
def _happenings() -> frozenset[str]:
    return frozenset(word for line in load_words("event_verbs") for word in line.split())


def _subjects(query: Query) -> list[str]:
    """Words that say what the question is about; 涨, 占地, 承建, 啥时候封顶 only say what is wanted of it."""
    return [
        t.text
        for t in query.terms
        if t.weight >= 1.0 and not is_weak(t.text) and not is_attribute(t.text) and t.start not in _sorts(query.text)
        and not _is_head(query, t) and not (query.kind == "date" and t.text in _happenings())
    ]


def _is_head(query: Query, term: Term) -> bool:
    """一个月开多少工资: the amount that is asked for, of something that is not named."""
    if not query.head or query.kind not in _AMOUNTS or _PLACING.search(term.text):
        return False
    return term.text.endswith(query.head)


@lru_cache(maxsize=4096)
def is_attribute(word: str) -> bool:
    """占地, 涨, 承建: what is wanted of something that is named beside it."""
    named = any(word in words.split() for _, words in load_table("attribute_kinds"))
    changes = ("增长", "下降", *synonyms().get("增长", ()), *synonyms().get("下降", ()))
    return named or word in changes or word in load_words("role_verbs") or word in load_words("acts")


def _persons(query: Query) -> tuple[str, ...]:
    """Words that look like a person's name: 贺明轩 of 贺明轩今年多大."""
    surnames = tuple(name for line in load_words("surnames") for name in line.split())
    return tuple(
        t.text
        for t in query.terms
        if 2 <= len(t.text) <= _LONGEST_NAME and t.weight >= 1.0 and rarity(t.text) == 1.0
        and t.text.startswith(surnames)
    )  # fmt: skip


def _asks_whole(query: Query) -> bool:
    these = _THESE.search(query.text)  # 它们总共: all of those that were just asked about
    return query.all_stages or (these is None and bool(re.search(r"一共|总共|合计|全部|整个", query.text)))


_AGAINST = load_pattern("understanding.followup.against")
_THESE = load_pattern("understanding.followup.these")


def _names_body(query: Query, link: Link) -> bool:
    """第五初中什么时候招生 behind what was asked of 第四小学: another of the sort has a name of its own."""
    named = (t.text for t in query.terms if t.critical and t.start >= 0 and len(t.text) > _SHORTEST)
    return link.kind == "project" and any(name.endswith(_BODIES) and name not in link.name for name in named)


def _names_part(query: Query) -> bool:
    """那开工的呢 behind what was asked of one project: all that have begun, and no more of that one."""
    return any(re.search(rf"{stage.removesuffix('类')}(?:的|一批|项目|类)", query.text) for stage in query.stages)


def _links(query: Query, earlier: Earlier) -> tuple[Link, ...]:
    if query.links and not _PRONOUN.search(query.text):
        return ()
    if _PERSON.search(query.text) or (query.kind == "office" and earlier.people and not query.links):
        names = earlier.people or tuple(one.name for one in earlier.query.links if one.kind == "person")
        names = names or _persons(earlier.query) or earlier.spoken
        return tuple(Link("person", name, name, name, 0, 0) for name in names[:1])
    if query.links or _BATCH.search(query.text) or _names_part(query):
        return ()
    own = tuple(link for link in earlier.query.links if link.kind in ("project", "person"))
    if query.kind == "person" and any(link.kind == "person" for link in own):
        return ()  # 新来的副县长叫啥 asks for somebody else
    if own and not _names_body(query, own[0]):
        return tuple(replace(link, start=0, end=0) for link in own[:1])
    if own:
        return ()
    if len(earlier.projects) == 1:  # 某公司投的是啥项目: the project that was named is meant by 它
        key = earlier.projects[0]
        name = key.partition("/")[2]
        return (Link("project", key, name, name, 0, 0),)
    return ()
