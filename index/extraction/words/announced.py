"""Lists that a colon announces or a count closes: 示范园有4个：甲园，1360亩；乙园，…, 由甲和乙两家企业承担."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.extraction.words.sentences import piece_spans
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.records import Span

_COUNTED = load_pattern("extraction.announced.counted")
_NAMED = load_pattern("extraction.announced.named")
_HEAD = load_pattern("extraction.announced.head")
_PAIR = load_pattern("extraction.announced.pair")
_LEAD = load_pattern("extraction.announced.lead")
_ALIKE_PAIR = load_pattern("extraction.announced.alike_pair")
_PARTS = load_pattern("extraction.announced.parts")
_CLAUSES = load_pattern("extraction.announced.clauses")
_MARKS_OF_ITEMS = "①②③④⑤⑥⑦⑧⑨⑩（(123456789"
_SHORTEST_PART, _SHORTEST_CLAUSE = 4, 3  # code points of one of several things to be done
_SHORTEST, _LONGEST = 2, 30  # code points of a name
_FEWEST = 3  # names of a list that does not say how many it has


def headed(text: str) -> Iterator[tuple[tuple[Span, ...], int | None, str]]:
    """(names, their count, what they are called) of parts between semicolons behind a colon, each led by a name."""
    for pattern in (_COUNTED, _NAMED) if "；" in text or ";" in text else ():
        for match in pattern.finditer(text):
            pieces = list(_pieces(text, match.start("list"), match.end("list")))
            count = int(parse_number(match["n"])) if pattern is _COUNTED else None
            if len(pieces) != (count or max(len(pieces), _FEWEST)):
                continue
            heads = [span for piece in pieces if (span := _head(text, piece)) is not None]
            if len(heads) == len(pieces):
                yield tuple(heads), len(heads), match["name"].strip("“”")
                break


def _pieces(text: str, low: int, high: int) -> Iterator[Span]:
    for match in re.finditer("[^；;。]+", text[low:high]):
        yield low + match.start(), low + match.end()


def _head(text: str, piece: Span) -> Span | None:
    """甲园 of 甲园，1360亩，引入…; 乙项目 of 乙项目投资3亿元; None where a part opens with no name."""
    match = _HEAD.match(text, *piece)
    if match is None or not _SHORTEST <= len(match["head"]) <= _LONGEST or "、" in match["head"]:
        return None
    return match.span("head")


def behind_a_colon(text: str) -> Iterator[tuple[tuple[Span, ...], int, str]]:
    """The same of as many clauses or parts as are announced: 实施“六个一”行动：一张清单抓招商，一套专班抓项目，…."""
    for match in _PARTS.finditer(text):
        pieces = match["list"].split("；")
        numbered = any(piece[:1] in _MARKS_OF_ITEMS for piece in pieces)  # ①…；②…: read as a numbered list
        if _as_announced(match, pieces, _SHORTEST_PART) and not numbered:
            yield piece_spans(pieces, match.start("list")), len(pieces), _called(match)
    for match in _CLAUSES.finditer(text):
        pieces = match["list"].split("，")
        if _as_announced(match, pieces, _SHORTEST_CLAUSE) and "、" not in match["list"]:
            yield piece_spans(pieces, match.start("list")), len(pieces), _called(match)


def _as_announced(match: re.Match[str], pieces: Sequence[str], shortest: int) -> bool:
    return len(pieces) == int(parse_number(match["n"])) and min(map(len, pieces)) >= shortest


def _called(match: re.Match[str]) -> str:
    return match["name"].strip("“").replace("”", "")


def pairs(text: str) -> Iterator[tuple[tuple[Span, Span], str]]:
    """(the two names, what they are called) of 由甲和乙两家企业承担, “甲”和“乙”两个候选项目落选."""
    for match in _PAIR.finditer(text) if "两" in text else ():
        low, high = match.span("a")
        lead = _LEAD.match(text, low, high)
        first = (lead.end() if lead else low), high
        if first[1] - first[0] >= _SHORTEST:
            yield (first, match.span("b")), match["name"]


def alike_pairs(text: str) -> Iterator[tuple[Span, Span]]:
    """增设了烧伤科和康复医学科: two names that end in the same sign, behind what is done with both."""
    for match in _ALIKE_PAIR.finditer(text) if any(sign in text for sign in "和与及") else ():
        yield match.span("a"), match.span("b")
