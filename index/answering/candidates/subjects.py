"""Whose value it is: a clause that opens with a name of its own tells nothing of what another clause names."""

from __future__ import annotations

import re
from functools import lru_cache

from index.answering.evidence.explain import PART, explained
from index.answering.evidence.fits import contrasted, segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_groups, load_pattern, load_words
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query

_MEASURED = ("money", "count", "measure", "percent", "points", "date", "duration", "shape")
_MARKS = re.compile(r"[，,；;。：:（(]")
_NOUN = 2  # letters behind a sign that say what it tells apart
_WORKS = load_pattern("answering.subjects.works")
_SAID, _UNSAID = 0.75, 0.5  # how well a word must and must not stand in a clause
_OF_TIME = load_pattern("answering.subjects.of_time")
_NO_NAME = load_pattern("answering.subjects.no_name")  # how a clause begins that opens with no name


def of_another(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True where the words beside a value say that it is told of another one than the asked one."""
    if fact.kind not in _MEASURED or evidence.sentence.role == "table":
        return False
    text = evidence.text
    low = max((m.end() for m in _MARKS.finditer(text, 0, fact.start)), default=0)
    high = next((m.start() for m in _MARKS.finditer(text, fact.end)), len(text))
    return (
        _opens_with_another(query, text, fact.start)
        or _of_all(query, evidence, text[low : fact.start])
        or _of_a_namesake(query, text[: fact.start])
        or _of_the_other(query, text[low:high])
        or _lacks_half(query, evidence)
        or _lacks_sort(query, evidence)
    )


@lru_cache(maxsize=1)
def _facilities() -> re.Pattern[str]:
    words = {word for word in load_words("place_suffixes") if len(word) > 1}
    ends = "|".join(sorted(map(re.escape, words | load_words("facilities")), key=len, reverse=True))
    no_name = _NO_NAME.pattern
    stem = r"(?:(?![由的为从被将把])[\u4e00-\u9fff]){1,6}?"
    return re.compile(rf"^(?![该本这那全各其原]|{no_name})(?P<name>{stem}(?:{ends}))(?![里民])(?=[\u4e00-\u9fff])")


def _opens_with_another(query: Query, text: str, at: int) -> bool:
    """渔溪水文站警戒水位312.5米 is nothing about 禾丰堰闸, which another sentence or part names."""
    asked = _asked_facilities(query)
    if not asked:
        return False
    low, _ = segment_of(text, at)
    opening = [m for m in map(_facilities().match, _MARKS.split(text[low:at])) if m is not None]
    if not opening:
        return False
    name, said = compact(opening[-1]["name"]), compact(text[low:at])
    words = [t.text for t in query.terms if len(t.text) > 1]
    if name in compact(query.text) or any(explained(word, name).score >= _UNSAID for word in words):
        return False
    return any(explained(one, said).score < _UNSAID for one in asked)


def _asked_facilities(query: Query) -> list[str]:
    """What stands somewhere and is asked about: a word, or a word behind the district's name (禾丘古城).

    Of 凤鸣灌区改造 it is 凤鸣灌区.
    """
    behind = {link.end: link.typed for link in query.links if link.kind == "district"}
    named = [behind.get(t.start, "") + t.text for t in query.terms if t.weight >= 1.0]
    return [name for name in (_WORKS.sub("", one) for one in named) if is_facility(name)]


def opens_with_other_name(query: Query, said: str) -> bool:
    """北环路改造推迟至9月 is nothing about 白河大桥: a clause opens with a place that the question does not name."""
    words = [t.text for t in query.terms if len(t.text) > 1] + [link.name for link in query.links]
    names = [m["name"] for m in map(_facilities().match, _MARKS.split(said)) if m is not None]
    if not names or any(link.name in said or link.typed in said for link in query.links if link.kind != "district"):
        return False
    asked = compact(query.text)
    return not any(
        name in asked or any(max(explained(word, name).score, explained(name, word).score) >= _UNSAID for word in words)
        for name in map(compact, names)
    )


@lru_cache(maxsize=4096)
def is_facility(word: str) -> bool:
    """A name that ends with what stands somewhere: 渔溪水文站."""
    return len(word) > _NOUN and _facilities().match(word + "的") is not None


_ALL = load_pattern("answering.subjects.all")


def _of_all(query: Query, evidence: Evidence, label: str) -> bool:
    """微耕机补了多少台: 全县共补贴机具2874台 is told of all, and 微耕机 stands in another sentence."""
    if not _ALL.search(label) or _ALL.search(query.text) or query.scope or query.total:
        return False
    around = evidence.own + evidence.heading
    return any(
        t.weight >= 1.0 and len(t.text) > 1 and not t.text.isascii() and not _OF_TIME.search(t.text)
        and t.text != query.head and t.text in query.question and explained(t.text, around).score < _UNSAID
        and explained(t.text, evidence.before).score >= _SAID
        for t in query.terms
    )


def _of_a_namesake(query: Query, before: str) -> bool:
    """老院区占地多少: of 新院区占地96亩…（老院区220张) the last one named in front of the value is meant."""
    named = _namesakes(query.text)
    said = compact(before) if named else ""
    for sign, noun, group in named:
        spots = {one: said.rfind(one + noun) for one in group}
        last = max(spots, key=lambda one: spots[one])
        if spots[last] >= 0 and last != sign:
            return True
    return False


@lru_cache(maxsize=256)
def _namesakes(text: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(sign, what follows it, the signs it might be taken for) of each name that a question tells apart so."""
    asked = compact(text)
    return tuple(
        (sign, noun, tuple(group))
        for group in load_groups("namesakes")
        for sign in group
        for match in re.finditer(sign, asked)
        if len(noun := asked[match.end() : match.end() + 2]) == _NOUN and noun.isalpha()
        and not any(other + noun in asked for other in group if other != sign)
    )


def _of_the_other(query: Query, clause: str) -> bool:
    """男子纪录 is asked: 1小时22分33秒的女子赛会纪录 is the other one's."""
    said = compact(clause)
    return any(
        not _OF_TIME.search(asked.pattern) and any(word.search(said) for word in others) and not asked.search(said)
        for asked, others in contrasted(query.text)
    )


_COMPOUND = 4  # letters of a modifier with its head: 职业高中
_HEADED = load_pattern("answering.subjects.headed")


def _lacks_half(query: Query, evidence: Evidence) -> bool:
    """职业高中 is asked, and the article prints 高中 without any 职业."""
    headed = [t.text for t in query.terms if len(t.text) == _COMPOUND and _HEADED.search(t.text) and t.weight >= 1.0]
    return any(
        word in query.question and word[:2] not in evidence.own and _half_away(word, evidence.page.whole)
        for word in headed
    )


@lru_cache(maxsize=4096)
def _half_away(word: str, whole: str) -> bool:
    if explained(word, whole).score > PART:
        return False
    first, last = word[:2], word[2:]
    return last in whole and explained(first, whole).score < _UNSAID


_KINDS = load_pattern("answering.subjects.kinds")


def _lacks_sort(query: Query, evidence: Evidence) -> bool:
    """牛出栏多少头, where the article tells of 生猪 and of no 牛."""
    sorts = [t.text for t in query.terms if len(t.text) == 1 and _KINDS.match(t.text)]
    return any(explained(sort, evidence.page.whole).score < _SAID for sort in sorts)
