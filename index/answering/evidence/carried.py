"""What a text goes on to be about: names that it has given, and no other of their sort since.

柳河区热力公司…。收费标准为：居民每平方米22元: the sentence with 22元 leaves out of which district it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import is_full_name
from index.language.lexicon import load_groups, load_pattern, load_words
from index.language.scripts import compact
from index.understanding.query import Query
from index.understanding.terms import rarity

_STRONG = 1.0
_MOST_JOINED = 4  # words of a question that one name is put together from
_SHORTEST = 2
_INTRODUCED = ("企业", "公司")
_FIRM = "公司"  # the sort of a firm whose name does not end with one
_TELLING = 3  # letters of a firm's name that tell it from others
_SIGNS = 6  # letters in front of what a rival ends with
_AREA = load_pattern("answering.carried.area")
_NO_RIVAL = load_pattern("answering.carried.no_rival")
_REFERS = load_pattern("answering.carried.refers")
_NO_NAME, _BESIDE = load_pattern("answering.carried.no_name"), load_pattern("answering.carried.beside")
_SMALL, _WIDER = load_pattern("answering.carried.small"), load_pattern("answering.carried.wider")
_GOES_ON = load_pattern("answering.carried.goes_on").pattern  # 村里, 村集体: no name ends there
_EXAMPLE = load_pattern("answering.carried.example")
_BACK = load_pattern("answering.carried.back")
_SPEAKS = load_pattern("answering.carried.speaks").pattern
_CLAUSE_ENDS = "，,；;。：:、"
_HE = load_pattern("answering.carried.he")
_BARE_SORT = load_pattern("answering.carried.bare_sort")  # 现桥长96米
_KIND = load_pattern("answering.carried.kind")
_NO_SUBJECT = load_pattern("answering.carried.no_subject")
_WHOLE_AREA = load_pattern("answering.carried.whole_area")
_NAMED_AREA = load_pattern("answering.carried.named_area")
_FIRST = 2  # sentences, the headline among them, in which a name need not open its clause
_SENTENCE_END = "。"


def held(query: Query, evidence: Evidence) -> tuple[str, ...]:
    """The names of the question that hold for this sentence, which does not print them nor opens with another."""
    asked = (*names(query), *_firms(query, evidence.page))
    whole = evidence.page.whole + evidence.heading if asked else ""
    found = tuple(name for name in asked if name in whole and name not in evidence.own)
    if found and _opens_with_another(query, evidence.own):
        found = ()
    return (
        *(name for name in found if holds(name, evidence.page, evidence.number)),
        *(name for name in _persons(query, evidence.page) if _goes_on_with(name, evidence)),
    )


def _persons(query: Query, page: Page) -> tuple[str, ...]:
    """Names of persons in the question that the article prints."""
    named = [compact(link.name) for link in query.links if link.kind == "person" and link.end > link.start]
    words = (compact(t.text) for t in query.terms if t.weight >= _STRONG and is_full_name(t.text))
    named += [word for word in words if rarity(word) == 1.0]
    return tuple(name for name in dict.fromkeys(named) if name in page.whole)


def _goes_on_with(name: str, evidence: Evidence) -> bool:
    """目前他带着5个徒弟: the sentence says 他, and whom the article has named last is the asked one."""
    if name in evidence.own or not _HE.search(evidence.text):
        return False
    told = "".join(evidence.page.compact[: evidence.number])
    others = {one.name for one in evidence.page.says.people} - {name}
    last = told.rfind(name)
    return last >= 0 and all(told.rfind(compact(other)) < last for other in others if other not in name)


def has_no_subject(text: str) -> bool:
    """目前已售出60台，每台售价5万元: the sentence goes on about what the one before it tells of."""
    return _NO_SUBJECT.match(text) is not None


def _firms(query: Query, page: Page) -> tuple[str, ...]:
    """恒川光联 of 恒川光联科技有限公司: the whole printed name of which the question has the telling part."""
    words = [run for run in _runs(query) if len(run) >= _TELLING and rarity(run) == 1.0 and not ending(run)]
    found = (_firm(word).search(page.whole) for word in words)
    return tuple(match[0] for match in found if match is not None)


@lru_cache(maxsize=256)
def _firm(word: str) -> re.Pattern[str]:
    name = re.escape(word)
    return re.compile(rf"{name}[\u4e00-\u9fff]{{0,8}}?(?:公司|集团|厂|合作社)|(?<=企业){name}|(?<=公司){name}")


def _opens_with_another(query: Query, own: str) -> bool:
    """上岭水闸的闸门须…: a clause begins with a name that the question has not, unless what it says refers back."""
    if _EXAMPLE.search(own):
        return True  # 以餐饮业为例，材料由23份减为9份
    if _BACK.search(own):
        return False
    asked = compact(query.text)
    return any(
        match["name"] not in asked and not _NO_RIVAL.search(match["stem"]) and not _NO_NAME.search(match["name"])
        for match in _openings().finditer(own)
    )


@lru_cache(maxsize=1)
def _openings() -> re.Pattern[str]:
    """A name at the beginning of a clause, of one that does more than speak."""
    ends = "|".join(map(re.escape, _endings()))
    return re.compile(
        rf"(?:^|[，；：,;:。“])(?:其中，?)?(?P<name>(?P<stem>[\u4e00-\u9fff]{{2,{_SIGNS}}}?)(?:{ends}))(?!{_GOES_ON})"
        rf"(?![\u4e00-\u9fff]{{0,14}}?(?:{_SPEAKS}))"
    )


def refers(name: str, own: str) -> bool:
    """全村, 该校: the sentence says by its sort which one it is about."""
    return any(name.endswith(match["sort"]) for one in (_REFERS, _BARE_SORT) for match in one.finditer(own))


@lru_cache(maxsize=256)
def names(query: Query) -> tuple[str, ...]:
    """What the question names by a name that ends with its sort, put together from words that stand together."""
    found = [compact(link.typed) for link in query.links if link.kind in ("district", "organisation")]
    if query.place is not None:
        found.append(compact(query.place))
    found += [_BESIDE.sub("", run) for run in _runs(query)]
    return tuple(dict.fromkeys(name for name in found if _is_name(name)))


def _runs(query: Query) -> Iterator[str]:
    """Strong words of the question, each by itself and with those that stand right behind it."""
    strong = sorted((t for t in query.terms if t.weight >= _STRONG), key=lambda t: t.start)
    for first in range(len(strong)):
        run, end = "", strong[first].start
        for term in strong[first : first + _MOST_JOINED]:
            if term.start != end:
                break
            run, end = run + term.text, term.end
            yield compact(run)


def _is_name(name: str) -> bool:
    """It ends as names do, and is no word of the dictionary (民营企业) and no number of them (3家小学)."""
    area = bool(_AREA.search(name)) and len(name) > _SHORTEST
    return bool(ending(name)) and not _NO_NAME.search(name) and (area or rarity(name) == 1.0)


@lru_cache(maxsize=8192)
def ending(name: str) -> str:
    """The sort that a name ends with (育才路小学: 小学), or ""."""
    return next((one for one in _endings() if name.endswith(one) and len(name) > max(len(one), _SHORTEST)), "")


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    words = {*load_words("place_suffixes"), *load_words("facilities"), *load_words("organisation_suffixes")}
    words |= {one for group in load_groups("peers") for one in group} | {"区", "县", "市", "旗"}
    return tuple(sorted(words, key=len, reverse=True))


@lru_cache(maxsize=512)
def _rivals(sort: str) -> re.Pattern[str]:
    """Names that end with the sort, or with one that stands for the same."""
    group = next((group for group in load_groups("peers") if sort in group), (sort,))
    ends = "|".join(sorted(map(re.escape, group), key=len, reverse=True))
    return re.compile(rf"(?P<stem>[\u4e00-\u9fffA-Za-z\d]{{1,{_SIGNS}}}?)(?P<sort>{ends})(?!{_GOES_ON})")


def holds(name: str, page: Page, number: int) -> bool:
    """The last name of its sort that the article prints up to the sentence with this number is this one."""
    told = _SENTENCE_END.join(page.compact[: number + 1])
    at = told.rfind(name)
    if at < 0 and name not in page.heading:
        return False
    if at >= 0 and _by_the_way(name, told, at, page):
        return False
    since = told[at + len(name) :] if at >= 0 else told
    if _AREA.search(name) and at >= 0:
        return not _goes_on_to_another_area(name, since)
    return not (_SMALL.search(name) and _WIDER.search(since)) and not any(_others(name, since))


def _goes_on_to_another_area(name: str, since: str) -> bool:
    """临砂市鸣泉区: what follows is of the district; 仅次于临浦区。磐州区…: of the one that is named last."""
    own = name[-1]
    if any(match["level"] != own for match in _WHOLE_AREA.finditer(since)):
        return True
    return any(name not in match["name"] and match["name"] not in name for match in _NAMED_AREA.finditer(since))


def _by_the_way(name: str, told: str, at: int, page: Page) -> bool:
    """最长的白鹭河大桥长860米: behind the opening, and neither at the beginning of a clause nor a place."""
    if at < sum(map(len, page.compact[: _opening(page)])) or name in page.heading:
        return False
    if not ending(name) and told[at - 2 : at] in _INTRODUCED:
        return False  # 园区企业甲某精工用五年…
    return not (_AREA.search(name) or _SMALL.search(name)) and told[at - 1] not in _CLAUSE_ENDS


def _opening(page: Page) -> int:
    """How many sentences there are up to the first one of the text: headlines, labels and that one."""
    text = (number for number, one in enumerate(page.says.sentences, 1) if one.role == "paragraph")
    return max(_FIRST, next(text, _FIRST))


def _others(name: str, text: str) -> Iterator[str]:
    """Other names of its sort; 该小学, 学校 and 区图书馆 of a longer name are none."""
    for match in _rivals(ending(name) or _FIRM).finditer(text):
        stem = match["stem"]
        if _KIND.search(stem) and not _SMALL.search(name):
            continue  # 甲桥是区里最老的风雨桥: what sort of one it is
        if len(stem) > 1 and not _NO_RIVAL.search(stem) and stem[-_SHORTEST:] not in name:
            yield match[0]
