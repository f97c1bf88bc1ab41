"""Places as sentences use them: where something happens, where somebody goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.language.lexicon import load_pattern, load_words

_BEFORE = (
    r"(?:家住|住在|现住|(?<=[，。；（])住|在|于|位于|来到|走进|前往|深入|赴|到|抵达|走访了?|设在|坐落于|落户|地点[：:为]?|地址[：:为]?"
    r"|迁至|搬迁至|搬至|选址|会场设在|起于|至|从(?=[^，。；]{2,14}(?:发车|出发|上车|启程|始发)))"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a sentence: offsets and the word in front of it (在, 来到 …)."""

    start: int
    end: int
    text: str
    cue: str


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    suffixes = "|".join(sorted(map(re.escape, load_words("place_suffixes")), key=len, reverse=True))
    return re.compile(
        rf"(?P<cue>{_BEFORE})(?P<name>(?!\d{{1,2}}月|\d{{1,2}}日|今年|明年|\d{{4}}年)(?:“[^“”]{{1,12}}”)?[^，。；：、！？,;:!?（）()“”\s]{{0,24}}?(?:{suffixes})(?:[\u4e00-\u9fff\d]{{0,12}}?(?:{suffixes}))*(?:[A-Za-z]?\d{{1,5}}(?:号(?:院|楼|窗口|厅)?|室|房间?|会议室|窗口)|[A-Z]区)?)"
    )


_ADDRESS = load_pattern("extraction.places.address")
_SITE = load_pattern("extraction.places.site")  # 校址：文昌路22号
@lru_cache(maxsize=1)
def _bracketed() -> re.Pattern[str]:
    """开幕式（老码头广场）: the place behind an event, alone in its brackets or first there."""
    suffixes = "|".join(sorted(map(re.escape, load_words("place_suffixes")), key=len, reverse=True))
    return re.compile(
        rf"(?<=[\u4e00-\u9fff”》])[（(](?P<name>[\u4e00-\u9fff“”]{{1,14}}(?:{suffixes})(?:[一二三四五六七八九十\d]{{1,2}}[楼层])?)(?=[，,）)])"
    )


_VERB = load_pattern("extraction.places.verb")
_NUMBERED, _OFFICE = load_pattern("extraction.places.numbered"), load_pattern("extraction.places.office")
_AMOUNT = load_pattern("extraction.places.amount")  # 增加到14台


def find_places(text: str) -> tuple[Place, ...]:
    """Places of ``text`` behind a word of place, and addresses in brackets, in order, without overlaps."""
    return tuple(sorted(_places(text), key=lambda place: place.start))


def _places(text: str) -> Iterator[Place]:
    for pattern in (_ADDRESS, _SITE, _bracketed()):
        yield from (Place(*match.span("name"), match["name"], "（") for match in pattern.finditer(text))
    end = -1
    for match in _pattern().finditer(text):
        if match.start() < end:
            continue
        name = match["name"]
        verb = _VERB.search(name)
        if verb and verb.start() > 1:
            name = name[: verb.start()]
        if len(name) < 2 or _AMOUNT.fullmatch(name):
            continue
        start = match.start("name")
        end = start + len(name)
        if _NUMBERED.search(name) and (office := _OFFICE.match(text, end)):
            end, name = office.end(), name + office[0]
        yield Place(start, end, name, match["cue"])
