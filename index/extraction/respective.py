"""A、B、C分别为1、2、3: which value belongs to which name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.extraction.lists import enumerations
from index.language.numerals import Quantity, find_quantities
from index.records import Span

_RESPECTIVELY = re.compile(r"分别")
_BETWEEN = re.compile(r"^(?:[、和与，及]|以及)$")
_NUMBERED = re.compile(r"^第?([一二三四五六七八九十]|\d{1,2})(?P<tail>[\u4e00-\u9fff]*)$")
_HEAD = re.compile(r"[^\d]+(?=\d)")
_REACH = 40  # code points between 分别 and the first value


def aligned(text: str) -> dict[Span, str]:
    """Offsets of the values that 分别 hands out, with the name each belongs to."""
    found: dict[Span, str] = {}
    names: list[str] = []
    for match in _RESPECTIVELY.finditer(text):
        values = _run(text, match.end())
        if len(values) < 2:
            continue
        between = text[match.end() : values[0].start]
        inside = [one for one in enumerations(between) if len(one.items) == len(values)]
        own = [one for one in enumerations(text[: match.start()]) if len(one.items) == len(values)]
        if inside:
            names = [between[a:b] for a, b in inside[-1].items]
        elif own:
            names = _expanded([text[a:b] for a, b in own[-1].items])
        elif heads := _clause_heads(text[: match.start()], len(values)):
            names = heads
        elif len(names) != len(values):
            pair = _pair(text[: match.start()]) if len(values) == 2 else []
            names = pair or names
        if len(names) == len(values):
            found.update({(q.start, q.end): name for q, name in zip(values, names, strict=True)})
    return found


def _clause_heads(before: str, count: int) -> list[str]:
    """出口98.7亿元，进口55.6亿元，分别…: the words in front of as many values in the clauses before."""
    pieces = [piece for piece in re.split(r"[，,；;。]", before) if piece.strip()][-count:]
    matches = [_HEAD.match(piece) for piece in pieces]
    heads = [
        re.sub(r"^(?:其中|今年|全年|全区|全市|全县)+", "", match[0]) if match else "" for match in matches
    ]
    return (
        heads
        if len(heads) == count and all(1 < len(head) <= 16 for head in heads) and len(set(heads)) == count
        else []
    )


def _run(text: str, start: int) -> list[Quantity]:
    """The values behind 分别 that are joined by 、 or 和."""
    run: list[Quantity] = []
    for quantity in find_quantities(text[start : start + 160]):
        if quantity.kind in ("ordinal",):
            continue
        if not run:
            if quantity.start > _REACH:
                return []
            run.append(quantity)
        elif _BETWEEN.match(text[start + run[-1].end : start + quantity.start]):
            run.append(quantity)
        else:
            break
    return [_moved(q, start) for q in run]


def _moved(quantity: Quantity, by: int) -> Quantity:
    from dataclasses import replace

    return replace(quantity, start=quantity.start + by, end=quantity.end + by)


def _expanded(names: Sequence[str]) -> list[str]:
    """第一、二、三产业 → 第一产业, 第二产业, 第三产业."""
    last = _NUMBERED.match(names[-1])
    if last is None or not last["tail"] or not names[0].startswith("第"):
        return list(names)
    tail = last["tail"][:2]
    heads = [_NUMBERED.match(name) for name in names]
    return [f"第{head[1]}{tail}" if head else name for head, name in zip(heads, names, strict=True)]


def _pair(before: str) -> list[str]:
    """城镇和农村居民收入: two names joined by a word."""
    match = re.search(r"(?P<a>[\u4e00-\u9fff]{2,8})[和与](?P<b>[\u4e00-\u9fff]{2,12})$", before)
    return [match["a"], match["b"]] if match else []
