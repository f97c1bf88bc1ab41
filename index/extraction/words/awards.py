"""Who won what: 甲队夺得女子组冠军, 三等奖由乙获得, 一等奖：丙."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.extraction.words.sentences import clause_spans, piece_spans
from index.language.lexicon import load_pattern, load_table
from index.language.marks import start_of
from index.records import Span

WINNER = "获奖者"  # the attribute of such facts
_WINS = (
    r"(?:荣获|获得|夺得|摘得|摘取|捧得|捧回|捧起|捧走|领走|斩获|勇夺|拿下|拿到|取得|赢得|收获|包揽|当选|获评|喜获"
    r"|获|夺|摘)"
)
_BEST = load_pattern("extraction.awards.best")
_OWN_NAME = load_pattern("extraction.awards.own_name")
_DISTANCE = load_pattern("extraction.awards.distance")  # 500米决赛冠军
_REFERS_BACK = load_pattern("extraction.awards.refers_back")
_CROWNED = load_pattern("extraction.awards.crowned")
_BY = r"(?:分别)?(?:由|被|归属?于?|花落)"
_TAKES = r"(?:获得|夺得|摘得|摘取|捧得|斩获|包揽|收入囊中|所有|拿下|获|夺)"
_IS = r"(?:\d+名)?(?:得主|获得者)?(?:[：:]|为|是|(?:授予|颁给)(?=[^，。；、]{2,24}[，。；]))"  # to one
_LEADING = load_pattern("extraction.awards.leading")
_HEAD_ENDS = load_pattern("extraction.awards.head_ends")
_GROUP_ENDS = ("组", "单打", "双打", "团体", "项目", "赛区")
_GROUP = re.compile("|".join((*_GROUP_ENDS, "[男女]子", "[男女]单", "[男女]双")))
_GROUP_BEFORE = re.compile(rf"(?P<group>[\u4e00-\u9fff]{{1,8}}?(?:{'|'.join(_GROUP_ENDS)}))(?:决赛)?[，：:中里上]")
_NO_WINNER = load_pattern("extraction.awards.no_winner")


@dataclass(frozen=True, slots=True)
class Award:
    """Who won what: offsets of the winners' words; the award as printed, with its group (女子组冠军)."""

    winner: Span
    award: str


@lru_cache(maxsize=1)
def tiers() -> dict[str, int]:
    """Award word → its tier; words of one tier may stand for one another."""
    return {word: int(row[0]) for row in load_table("awards") for word in row[1].split()}


@lru_cache(maxsize=1)
def award_pattern() -> re.Pattern[str]:
    """Matches an award word, longer ones first."""
    words = sorted(tiers(), key=len, reverse=True)
    return re.compile(rf"(?<!倒数)(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], ...]:
    named = rf"(?:{award_pattern().pattern}|{_BEST.pattern}|{_OWN_NAME.pattern})"
    event = rf"(?:[^，。；、,;：:\d]|{_DISTANCE.pattern}){{0,16}}?"
    award = rf"(?P<award>{event}{named}[”]?(?:称号)?)"
    opens = r"(?:^|(?<=[，。；、,;\s]))(?:其中，?)?"
    return (
        re.compile(rf"{_WINS}了?{award}", re.IGNORECASE),
        re.compile(rf"{opens}{award}{_BY}(?P<who>[^，。；,;]{{2,60}}?){_TAKES}", re.IGNORECASE),
        re.compile(rf"{opens}{award}{_IS}(?P<who>[^，。；;]{{2,80}})", re.IGNORECASE),
        re.compile(rf"(?:为|向|给|授予)(?P<who>[^，。；;]{{2,60}}?)(?:颁发|颁授|授予|发放)了?{award}", re.IGNORECASE),
        re.compile(rf"{opens}(?P<award>{award_pattern().pattern})(?P<who>[\u4e00-\u9fff]{{2,4}}?)(?=\d|以\d|[（(])"),
        re.compile(rf"{opens}{award}(?P<who>[\u4e00-\u9fff]{{2,4}}(?:、[\u4e00-\u9fff]{{2,4}})*)(?=《)"),
    )


def awards(text: str) -> Iterator[Award]:
    """The awards of a sentence with their winners, in the order of the patterns."""
    active, *others = _forms()
    shared = list(_shared_out(text))
    yield from shared
    for match in (*active.finditer(text), *_CROWNED.finditer(text)):
        winner = _before(text, match.start())
        if winner is not None and not any(winner[0] <= one.winner[0] < winner[1] for one in shared):
            yield Award(winner, _with_group(text, match))
    yield from _in_order(text)
    for pattern in others:
        for match in pattern.finditer(text):
            low, high = match.span("who")
            if not _NO_WINNER.search(text[low:high]):
                yield Award((low, high), _with_group(text, match))


_IN_ORDER = load_pattern("extraction.awards.in_order")
_FROM = load_pattern("extraction.awards.from")


def _in_order(text: str) -> Iterator[Award]:
    """男子组前三名分别是：甲，成绩…；乙，成绩…；丙，成绩…: the first to the third."""
    for match in _IN_ORDER.finditer(text):
        wanted = "二三四五六八".index(match["n"].replace("两", "二"))
        low, high = match.span("list")
        for mark in "；、":
            pieces = text[low:high].split(mark)
            if len(pieces) == (2, 3, 4, 5, 6, 8)[wanted]:
                break
        else:
            continue
        for place, (piece, (at, _)) in enumerate(zip(pieces, piece_spans(pieces, low), strict=True)):
            lead = _FROM.match(piece)
            start = at + (lead.end() if lead else 0)
            end = at + min((i for i, sign in enumerate(piece) if sign in "，,（("), default=len(piece))
            if end > start and place < len(_PLACES) and not _NO_WINNER.search(text[start:end]):
                yield Award((start, end), f"{match['group']}{_PLACES[place]}")


_SHARED_OUT = load_pattern("extraction.awards.shared_out")
_NAMED_GROUP = load_pattern("extraction.awards.named_group")


def _shared_out(text: str) -> Iterator[Award]:
    """甲、乙分获亚军和季军: as many winners as awards, in order."""
    for match in _SHARED_OUT.finditer(text):
        what = [m.group() for m in award_pattern().finditer(match["what"])]
        names = re.split("[、和与]", match["who"])
        if len(what) != len(names) or len(what) < 2:
            continue
        groups = list(_NAMED_GROUP.finditer(text, 0, match.start()))
        group = groups[-1].group() if groups else ""
        for span, award in zip(piece_spans(names, match.start("who")), what, strict=True):
            yield Award(span, f"{group}{award}")


_PLACES = ("第一名", "第二名", "第三名", "第四名")


def _with_group(text: str, match: re.Match[str]) -> str:
    """女子组冠军 where the group is only named in front: 女子组，甲夺得冠军."""
    award = match["award"].strip("“”")
    if _GROUP.search(award):
        return award
    groups = list(_GROUP_BEFORE.finditer(text, 0, match.start()))
    return (groups[-1]["group"] if groups else "") + award


def _before(text: str, at: int) -> Span | None:
    """The subject of the clause in front of ``at``, else of the clause before it in the same part of the sentence."""
    part = start_of(text, at, "；;。")
    clauses = [(max(a, part), min(b, at)) for a, b in clause_spans(text) if b > part and a < at]
    for low, high in reversed(clauses[-3:]):
        piece = text[low:high]
        if _REFERS_BACK.match(piece):
            return None  # 200米冠军由甲队夺得，这是该队首次获得冠军: told before
        lead = _LEADING.match(piece)
        low += lead.end() if lead else 0
        cut = _HEAD_ENDS.search(text, low, high)
        end = cut.start() if cut else high
        words = text[low:end].strip("，。；：,;: ")
        if 2 <= len(words) <= 60 and not _NO_WINNER.search(words) and not words.endswith(_GROUP_ENDS):
            start = text.index(words, low)
            return start, start + len(words)
    return None
