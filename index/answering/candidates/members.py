"""Values of a row in which each thing has its own (一年级8个班、七年级4个班): one of them answers only who names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.language.tokens import default_tokenizer
from index.records import Fact, Span
from index.understanding.query import Query

_AMOUNTS = ("count", "measure")
_MARKS = "，；。,;：:"
_ROW = re.compile(r"[^、]+")
_BEFORE_NUMBER = load_pattern("answering.members.before_number")
_SAME_THING = load_pattern("answering.members.same_thing")
_ANY = load_pattern("answering.members.any")
_NAMES = 0.5  # weight from which a word of the question names something
_TOLD = 0.5  # how well such a word must stand in an item


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a row: where it stands, what stands in front of its number, and in which unit it counts."""

    span: Span
    name: str
    unit: str


def of_another_member(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """小学招几个班: of 招收一年级8个班、七年级4个班 neither is named by the question, nor is one the whole."""
    if fact.kind not in _AMOUNTS or _ANY.search(query.text):
        return False
    row = _row(evidence.text, fact)
    at = next((n for n, item in enumerate(row) if item.span[0] <= fact.start < item.span[1]), None)
    if at is None:
        return False
    return not _is_named(query, row[at].name if at else _own_name(row[0].name))


def _own_name(name: str) -> str:
    """招收一年级 of 首届计划招收一年级: what leads to a row says nothing of its first item alone, nor does 检出."""
    first, *rest = [token.text for token in default_tokenizer().words(name)[-2:]]
    return "".join(rest) if rest and len(rest[0]) > 1 and first.endswith("出") else first + "".join(rest)


def _row(text: str, fact: Fact) -> list[_Item]:
    """The items of one unit, parted by 、, between two marks around the value; [] where there are fewer than two."""
    low, high = segment_of(text, fact.start, _MARKS)[0], segment_of(text, fact.end, _MARKS)[1]
    items = [_item(text, (low + m.start(), low + m.end())) for m in _ROW.finditer(text[low:high])]
    found = [one for one in items if one is not None]
    same = len(found) == len(items) > 1 and len({one.unit for one in found}) == 1
    return found if same and len({one.name for one in found}) == len(found) else []


def _item(text: str, span: Span) -> _Item | None:
    """The item, if a name and then just one number stand in it."""
    said = fold(text[slice(*span)])
    numbers = find_quantities(said)
    name = _BEFORE_NUMBER.sub("", said[: numbers[0].start]) if numbers else ""
    if len(numbers) != 1 or len(name) < 2 or not numbers[0].unit or _SAME_THING.match(name):
        return None
    return _Item(span, compact(name), numbers[0].unit)


def _is_named(query: Query, name: str) -> bool:
    words = [t.text for t in query.terms if t.weight >= _NAMES and len(t.text) > 1]
    if any(other not in query.text for other, head in _of_other_heads(query, name)):
        return False
    if any(explained(word, name).score >= _TOLD for word in words):
        return True
    return name in compact(query.question) or not words


def _of_other_heads(query: Query, name: str) -> Iterator[tuple[str, str]]:
    """(血糖, 异常) of an item 血糖异常, where 心电图异常 is asked: what tells the item from others of its head."""
    for first, head in pairwise(sorted(query.terms, key=lambda term: term.start)):
        joined = first.end == head.start and first.weight >= _NAMES and len(first.text) > 1
        if joined and len(head.text) > 1 and name.endswith(head.text) and first.text not in name:
            other = name.removesuffix(head.text)
            if len(other) > 1 and explained(first.text, other).score < _TOLD:
                yield other, head.text
