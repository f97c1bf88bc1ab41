"""Places that running text gives to names: 长桥镇以96.5分居首，智谷街道、北门街道分列第二、第三位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.records import Span

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_HOLDS = r"(?:位居|排名|名列|位列|稳居|高居|居于|居|列|排在|排)"
_WINS = r"(?:获得?|夺得?|取得|拿下|摘得|荣获)"
_AMONG = r"(?:全[国省市区县镇乡]|各[^，。；]{1,6}?|[\u4e00-\u9fff]{2,6}?组)?"
_NAME = r"[\u4e00-\u9fffA-Za-z0-9“”·]{2,14}?"
_WITH = r"(?:[以凭][^，。；：、]{1,20}?|[（(][^，。；（）()]{1,12}[）)]|得?\d[\d.]*[分枚块票][，,]?)?"
_START = r"(?:^|(?<=[，。；：、,;:]))(?:其中|当中|此外|而)?[，,]?"
_ALONE = re.compile(
    rf"{_START}(?P<name>{_NAME}){_WITH}(?:{_HOLDS}|{_WINS}){_AMONG}"
    rf"(?:(?P<back>倒数)?第(?P<n>{_NUMBER})(?!产业|季度|批|期|次)(?:位|名)?|(?P<first>首位|榜首|首(?![批次家个]))|(?P<last>末位|最后一[名位]))"
)
_CROWNS = {"冠": 1, "亚": 2, "季": 3}
_CROWNED = re.compile(
    rf"{_START}(?P<name>{_NAME}){_WITH}{_WINS}(?:了)?(?:[^，。；、]{{0,10}}?)(?P<crown>[冠亚季])军(?!赛|奖)"
)
_SO_PLACED = load_pattern("answering.placings.so_placed")
_BEATS = load_pattern("answering.placings.beats")
_LED = load_pattern("answering.placings.led")
_ONE = r"[\u4e00-\u9fffA-Za-z0-9“”·]{2,14}"
_POINTS = r"(?:得?\d[\d.]*分)"  # 北桥镇93.2分、南门乡92.8分分列第二、第三名: no part of the names
_SHARED = re.compile(
    rf"{_START}(?P<names>{_ONE}?{_POINTS}?(?:[、和与及]{_ONE}?{_POINTS}?)+)"
    rf"(?:分别)?(?:分列|分居|分获|{_HOLDS}|获|获得){_AMONG}(?P<places>第{_NUMBER}(?:位|名)?(?:[、和至到](?:第)?{_NUMBER}(?:位|名)?)+)"
)
_NAMES = load_pattern("answering.placings.names")
_PLACES = re.compile(_NUMBER)
_NO_NAME = load_pattern("answering.placings.no_name")


@dataclass(frozen=True, slots=True)
class Placing:
    """A name at a place; ``place`` counts from the end where ``last``; ``span``: of the name, in the text."""

    name: str
    place: int
    last: bool
    span: Span


def placings(text: str) -> Iterator[Placing]:
    """The places that one sentence gives to names, those that share a verb included."""
    shared = list(_SHARED.finditer(text))
    for match in shared:
        places = [int(parse_number(one)) for one in _PLACES.findall(match["places"])]
        parts = _parts(match["names"], match.start("names"))
        if len(parts) == len(places):
            for (low, high), place in zip(parts, places, strict=True):
                yield Placing(text[low:high], place, False, (low, high))
    for match in _SO_PLACED.finditer(text):
        if not _NO_NAME.search(match["name"]):
            yield Placing(match["name"], 1, bool(match["last"]), match.span("name"))
    for match in _BEATS.finditer(text):
        yield Placing(match["name"], 1, False, match.span("name"))
        yield Placing(match["loser"], 2, False, match.span("loser"))
    for match in _LED.finditer(text):
        if not _NO_NAME.search(match["name"]):
            yield Placing(match["name"], int(parse_number(match["n"])), False, match.span("name"))
    for match in _CROWNED.finditer(text):
        if not _NO_NAME.search(match["name"]):
            yield Placing(match["name"], _CROWNS[match["crown"]], False, match.span("name"))
    for match in _ALONE.finditer(text):
        name = match["name"]
        if _NO_NAME.search(name) or any(one.start() < match.start("name") < one.end() for one in shared):
            continue
        place = int(parse_number(match["n"])) if match["n"] else 1
        yield Placing(name, place, bool(match["back"] or match["last"]), match.span("name"))


def _parts(names: str, start: int) -> list[Span]:
    found, at = [], 0
    for mark in (*_NAMES.finditer(names), None):
        end = mark.start() if mark else len(names)
        bare = re.sub(rf"{_POINTS}$", "", names[at:end])
        found.append((start + at, start + at + len(bare)))
        at = mark.end() if mark else end
    return found
