"""Names that end with what they are (沙河镇, 县中医医院), and the endings of which there are several of one sort."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.language.lexicon import load_groups, load_pattern, load_words
from index.understanding.query import Query

_NAMELESS = load_pattern("answering.peers.nameless")
_ANY = load_pattern("answering.peers.any")
_LED_IN = load_pattern("answering.peers.led_in")
_SHORT = 4  # letters from which an ending is a whole name
_STRONG = 0.5


def names_of_a_sort(query: Query) -> Iterator[tuple[str, str]]:
    """(沙河镇, 镇): the names in the question that end with what they are, put together from their words."""
    before, end = "", -1
    for term in sorted(query.terms, key=lambda term: term.start):
        if term.weight < _STRONG:
            continue
        for kind in _peers():
            joined = before if end == term.start and term.text == kind else ""
            stem = joined + term.text.removesuffix(kind) if term.text.endswith(kind) else ""
            if stem and not _NAMELESS.search(stem):
                yield stem + kind, _peers()[kind]
                break
        before, end = term.text, term.end


@lru_cache(maxsize=1)
def _peers() -> dict[str, str]:
    """Each ending of a name, longest first, with the pattern of all endings of its sort."""
    groups = {one: "|".join(sorted(group, key=len, reverse=True)) for group in load_groups("peers") for one in group}
    return dict(sorted(groups.items(), key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=4096)
def opens_with_name(text: str) -> str | None:
    """县教育局 of 县教育局代表团获9金: the name of a place or a body that ``text`` begins with, or None."""
    match = _opening().match(text)
    return match["name"] if match is not None and not _ANY.search(match["name"]) else None


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """A short name that ends as places and bodies do, led in by nothing, and neither in brackets nor one of a row."""
    bodies = (one for one in load_words("organisation_suffixes") if len(one) < _SHORT)
    ends = "|".join(map(re.escape, (*_peers(), *bodies)))
    name = rf"(?P<name>[\u4e00-\u9fff]{{2,8}}?(?:{ends}))"
    return re.compile(rf"(?!{_LED_IN.pattern}){name}(?![）)]|[\u4e00-\u9fff]?、)")


def runs(query: Query) -> Iterator[str]:
    """餐饮油烟 of 餐饮, 油烟: words of the question that stand together."""
    run, end = "", -1
    for term in sorted((term for term in query.terms if term.weight >= _STRONG), key=lambda term: term.start):
        if term.start != end and run:
            yield run
        run = (run if term.start == end else "") + term.text
        end = term.end
    if run:
        yield run
