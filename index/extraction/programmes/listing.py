"""Printed lists of projects behind or in front of a stated count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.extraction.programmes.batches import Statement
from index.extraction.programmes.cues import NUMBER, find_stage
from index.extraction.words.names import (
    cut,
    has_strong_suffix,
    has_suffix,
    is_generic,
    is_name,
    is_numbered,
    split_names,
)
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.records import Span

_LEAD = load_pattern("extraction.listing.lead")
_PART = load_pattern("extraction.listing.part")
_MEMBERS = load_pattern("extraction.listing.members")
_AT_HEAD = load_pattern("extraction.listing.at_head")
_DIRECT = load_pattern("extraction.listing.direct")
_PART_OF = re.compile(
    rf"[^。；\d]{{0,6}}?(?:其中)?有(?P<n>{NUMBER})个[^。；]{{0,20}}?[，,]?(?:分别是|分别为|分别|包括|为"
    rf"|是)(?!由)[：:]?"
)
_STAGED = load_pattern("extraction.listing.staged")
_TOLD = load_pattern("extraction.listing.told")
_COUNTED = re.compile(rf"(?P<n>{NUMBER})个")
_STOP = re.compile(r"[。！？]")
IN_BRACKETS = load_pattern("extraction.listing.in_brackets")
_DESCRIBED = load_pattern("extraction.listing.described")
_STATED = load_pattern("extraction.listing.stated")
_TAIL = re.compile(r"[，,].*$")
_SAID = load_pattern("extraction.listing.said")
_SEATS = load_pattern("extraction.listing.seats")
_LONG_NAME = 5  # code points: fields of work (新能源, 新材料) have shorter names
_MIN_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class NameList:
    """Names in a sentence: spans of the names, what brackets say behind each, whole span, open with 等."""

    names: tuple[Span, ...]
    said: tuple[str, ...]
    start: int
    end: int
    open: bool


def names_behind(text: str, start: int, end: int, count: int | None) -> NameList | None:
    """The list of names that a lead-in (分别是, 包括, ：) opens between ``start`` and ``end``."""
    if part := _PART_OF.match(text[start:end]):
        size = _size(part["n"])
        found = _names(text, start + part.end(), end, size)
        return replace(found, open=found.open or size != count) if found else None
    if match := _AT_HEAD.match(text[start:end]) or _DIRECT.match(text[start:end]):
        called = text[:start].endswith("项目") and "、" in text[start:end]
        found = _names(text, start + match.end(), end, count, told=called)
        if found is not None:
            return found
    for match in _LEAD.finditer(text, max(0, start - 1), end):
        if match.end() < start:
            continue
        part = _PART.search(text, start, match.start())
        size = _size(part["n"]) if part else count
        found = _names(text, match.end(), end, size, told=bool(_MEMBERS.search(match[0])))
        if found is not None:
            return replace(found, open=found.open or size != count)  # 其中10亿元以上的2个，分别是…
    return None


def _size(text: str) -> int | None:
    try:
        return int(parse_number(text))
    except ValueError:
        return None


def names_at_head(text: str, count: int | None) -> NameList | None:
    """The list of a sentence that begins with 分别是 or 包括."""
    match = _AT_HEAD.match(text)
    return _names(text, match.end(), len(text), count) if match else None


def names_of_line(text: str, count: int | None) -> NameList | None:
    """The list that a line is, where the line before it announced one (分别是：)."""
    found = _names(text, 0, len(text), count, told=True)
    return found if found is not None and (count is None or len(found.names) <= count) else None


def staged_lists(text: str, counts: Mapping[str, int]) -> Iterator[tuple[str, NameList]]:
    """(stage, names) for every 开工一批：… or 签约项目为：….

    counts: how many projects an earlier sentence states of a stage; a last name with 及 is two where that fits.
    """
    for match in _STAGED.finditer(text):
        stage = find_stage(match["stage"])
        if stage is None:
            continue
        stop = re.search(r"[。；;]", text[match.end() :])
        limit = match.end() + stop.start() if stop else len(text)
        found = _names(text, match.end(), limit, None, told=match["told"] is None)
        count = None if match["told"] else counts.get(stage)  # those that it mainly has are some of them
        if count is not None and (found is None or len(found.names) < count):
            opened = _names(text, match.end(), limit, count, told=True)
            found = opened if opened is not None and len(opened.names) == count else found
        if found is not None and count is not None and len(found.names) == count + 1:
            found = _last_joined(found)
        if found is not None:
            yield stage, found


def _last_joined(found: NameList) -> NameList:
    """The last two names as the one that they are where fewer are counted: 西校区及水厂扩建工程."""
    *names, before, last = found.names
    return replace(found, names=(*names, (before[0], last[1])), said=(*found.said[:-2], found.said[-1]))


def told_list(text: str) -> tuple[str, NameList] | None:
    """(what is said of them, names) of 进展较慢的项目有：甲、乙，均未开工: a list that is no stated group."""
    match = _TOLD.search(text)
    if match is None:
        return None
    stop = re.search(r"[。；;]", text[match.end() :])
    limit = match.end() + stop.start() if stop else len(text)
    pieces = cut(text[match.end() : limit], "，,")
    if not pieces or "、" not in text[match.end() : match.end() + pieces[0][1]]:
        return None
    end = match.end() + pieces[0][1]
    counted = _COUNTED.search(match[0])
    found = _cut(text, match.end(), end, _size(counted["n"]) if counted else None, True, named=True)
    return (text[end:limit].strip("，, "), found) if found is not None else None


def names_before(text: str, statement: Statement) -> NameList | None:
    """A、B、C等6个项目: the names in front of the count."""
    if not statement.listed:
        return None
    end = statement.at
    end -= len(re.search(r"等$", text[:end].rstrip())[0]) if text[:end].rstrip().endswith("等") else 0  # type: ignore[index]
    begin = max(text.rfind(sign, 0, end) for sign in "。；：，") + 1
    verb = _SAID.match(text[begin:end])
    begin += verb.end() if verb else 0
    found = _names(text, begin, end, None, told=True)
    if found is None or (statement.count is not None and len(found.names) > statement.count):
        return None
    return NameList(found.names, found.said, found.start, found.end, statement.count != len(found.names))


def _names(text: str, start: int, limit: int, count: int | None, *, told: bool = False) -> NameList | None:
    stop = _STOP.search(text, start, limit)
    end = stop.start() if stop else limit
    pieces = cut(text[start:end], "，,")
    if count == 1 and pieces:
        return _cut(text, start, start + pieces[0][1], count, told)
    if len(pieces) > 1 and "、" in text[start + pieces[0][0] : start + pieces[0][1]]:
        found = _cut(text, start, start + pieces[0][1], count, told)
        if found is not None:
            return found
    return _cut(text, start, end, count, told)


def _cut(
    text: str, start: int, end: int, count: int | None, told: bool, *, named: bool = False
) -> NameList | None:
    """``named``: the words in front call them projects, so that one good ending speaks for all of them."""
    piece = text[start:end].rstrip("; ；")
    while piece.endswith(("）", ")")) and piece.count("（") + piece.count("(") < piece.count(
        "）"
    ) + piece.count(")"):
        piece = piece[:-1]
    spans, is_open = split_names(piece, count)
    names: list[Span] = []
    said: list[str] = []
    for low, high in spans:
        bracket = IN_BRACKETS.search(piece[low:high])
        lead = _DESCRIBED.match(piece[low:high])
        tail = _TAIL.search(piece[low:high]) if lead and "；" in piece else None
        ends = [low + mark.start() for mark in (bracket, tail) if mark]
        names.append((start + low + (lead.end() if lead else 0), start + min([high, *ends])))
        by = "由" if lead and not _STATED.match(lead[0]) else ""
        said.append(by + "，".join(m[0] for m in (lead, tail) if m) + (bracket["said"] if bracket else ""))
    good = [span for span in names if is_name(text[span[0] : span[1]], listed=True)]
    sure = named and len(good) == len(names) and min(b - a for a, b in names) >= _LONG_NAME
    sure = sure and any(has_suffix(text[a:b]) for a, b in names)
    if not sure and not _plausible(text, good, len(names), count, told):
        return None
    kept = [(span, words) for span, words in zip(names, said, strict=True) if span in good]
    return NameList(tuple(s for s, _ in kept), tuple(w for _, w in kept), start, start + len(piece), is_open)


def _plausible(text: str, good: list[Span], size: int, count: int | None, told: bool) -> bool:
    """Names, not fields of work (新能源、装备制造): most end as projects do, or the count fits exactly."""
    if not good or len(good) < _MIN_SHARE * size:
        return False
    words = [text[a:b] for a, b in good]
    strong = sum(map(has_strong_suffix, words))
    ending = sum(map(has_suffix, words))
    if any(is_generic(word) for word in words):
        return False
    if count is not None and len(words) == count and (ending >= len(words) / 2 or (told and count > 1)):
        return True
    return (
        (strong >= 1 or told)
        and ending >= _MIN_SHARE * len(words)
        and (len(words) > 1 or count in (None, 1) or strong == 1)
    )


def are_projects(names: Sequence[str], known: frozenset[str], *, called: bool) -> bool:
    """True for names listed before, or where most end as projects do; towns and classes are none."""
    if any(not is_name(name, listed=True) or _SEATS.search(name) for name in names):
        return False
    return all(name in known for name in names) or sum(map(has_suffix, names)) >= (1 if called else len(names) / 2)


def is_described_item(text: str) -> bool:
    """1.物流港（投资方：甲集团；投资额15亿元）: the keys stand in the bracket of a name."""
    return is_numbered(text) and bool(IN_BRACKETS.search(text.rstrip("。；;，, ")))
