"""What tells the values of one sentence apart: the item each stands in, and the whole that it is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.groups import group_at
from index.extraction.words.respective import aligned
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.language.tokens import default_tokenizer
from index.records import Fact, Span
from index.understanding.query import Term
from index.understanding.terms import rarity

_MOVED = load_pattern("answering.labels.moved")
_ITEM_MARKS = "，,；;、。：:|\t\n"
_GROUP_MARKS = "；;。"
_OF_WHOLE = 0.9  # what a word counts that stands with the whole only (泊位426个，其中幸福大街188个)
_NAMED = 1.5  # what a part earns that the question names (东湖街道402个), beside the words of the whole
_LONGER = 4  # letters by which a first name is longer that leads in to all
_GOES_ON = load_pattern("answering.labels.goes_on")
_ROW_OF = load_pattern("answering.labels.row_of")
_CHANGES = load_pattern("answering.labels.changes")
_PARTS = load_pattern("answering.labels.parts")
_MARK_WITHIN = 16  # code points in front of a value in which the mark is named that it goes beyond
_EXCESS = load_pattern("answering.labels.excess")


@dataclass(frozen=True, slots=True)
class Item:
    """Compact words that a value stands with: its own, and those of the whole it is a part of ("" if none)."""

    own: str
    whole: str = ""


@lru_cache(maxsize=4096)
def _names(text: str, before: str) -> dict[Span, str]:
    return {span: share.name for span, share in aligned(text, before).items()} if _ROW_OF.search(text) else {}


def names_given(evidence: Evidence) -> dict[Span, str]:
    """The names that 分别 hands out to the values of a sentence, by offsets of the value."""
    return _names(evidence.text, evidence.printed_before)


def item_of(evidence: Evidence, fact: Fact) -> Item:
    """The item of an enumeration that a value stands in.

    达到623.4亿元, 同比增长6.5%: an item that opens with a verb of its own goes on with the one before.
    """
    text = evidence.text
    given = names_given(evidence)
    name = given.get((fact.start, fact.end))
    if name:
        low = max(text.rfind(word, 0, fact.start) for word in ("分别", "依次"))
        names = [given[span] for span in sorted(given)]
        head = _shared_head(names)
        last = max((text.rfind(one, 0, low) + len(one) for one in names if one in text[:low]), default=0)
        own = name.removeprefix(head) if name == names[0] else name
        whole = evidence.clause((max(_start(text, low, _ITEM_MARKS), last), low))
        return Item(compact(own), compact(head) + whole)
    marks = "；;" if fact.kind in ("date", "duration") and re.search("[；;]", text[:-1]) else _ITEM_MARKS
    low = item_low(text, fact.start, marks)
    ends = [at for mark in marks if (at := text.find(mark, fact.end)) >= 0]
    group = group_at(text, fact.start)
    head = compact(group.name) if group is not None and group.start < low else ""
    return Item(head + evidence.clause((low, min(ends, default=len(text)))), _whole(evidence, fact))


def item_low(text: str, at: int, marks: str = _ITEM_MARKS) -> int:
    """Where the item that ``at`` stands in begins, with the ones before that it goes on with."""
    low = _start(text, at, marks)
    while low > 1 and (_GOES_ON.match(text[low:]) or at - low < 2):
        low = _start(text, low - 1, marks)
    return low


def _shared_head(names: Sequence[str]) -> str:
    """道路交通事故 of 道路交通事故起数、死亡人数、受伤人数: what stands in front of the first for all of them."""
    first, *others = names
    if not others or len(first) < max(map(len, others)) + _LONGER:
        return ""
    last = default_tokenizer().words(first)[-1].text
    return first.removesuffix(last) if len(last) > 1 else ""


def item_start(text: str, at: int) -> int:
    """Where the item of an enumeration that ``at`` stands in begins."""
    return _start(text, at, _ITEM_MARKS)


def goes_on(words: str) -> bool:
    """True for an item that opens with a verb of its own and so goes on with the one before."""
    return bool(_GOES_ON.match(words))


def _start(text: str, at: int, marks: str) -> int:
    at = at if at >= 0 else max(0, at + len(text))
    while at > 0 and text[at - 1] not in marks:
        at -= 1
    return at


def _whole(evidence: Evidence, fact: Fact) -> str:
    """The words before 其中 or 分别为 in the group of the value; "" for a value that is no part."""
    text = evidence.text
    group = _start(text, fact.start, _GROUP_MARKS)
    cues = list(_PARTS.finditer(text, group, fact.start))
    if not cues:
        return ""
    cue = cues[-1].start()
    if cue - group < 2 and group > 1:
        group = _start(text, group - 1, _GROUP_MARKS)
    low = _start(text, max(cue - 1, 0), _ITEM_MARKS)
    while low > group and (_GOES_ON.match(text[low:]) or cue - low < 3):
        low = max(group, _start(text, low - 1, _ITEM_MARKS))
    return evidence.clause((low, cue))


def labels(terms: Iterable[Term], evidence: Evidence, facts: Sequence[Fact]) -> dict[int, float]:
    """How well the words beside each value tell it from the other values of its sentence, 0 to 1.

    A part of a whole that a word of the question names and no other part gets more than 1.

    首班6:10，末班18:40: the words of the question that stand with some values but not with all decide,
    rare words more than common ones.
    """
    scores = _labels(terms, evidence, facts)
    if evidence.part is None or any(scores.values()):
        return scores
    low, high = evidence.part  # the words of the question have told it from the other parts already
    return {start: 1.0 if low <= start < high else 0.0 for start in scores}


def _labels(terms: Iterable[Term], evidence: Evidence, facts: Sequence[Fact]) -> dict[int, float]:
    if len(facts) < 2:
        return {fact.start: 0.0 for fact in facts}
    items = {fact.start: item_of(evidence, fact) for fact in facts}
    scores = dict.fromkeys(items, 0.0)
    if len(set(items.values())) < 2:
        return scores
    total = 0.0
    named: set[int] = set()
    for term in terms:
        found = {start: _held(term.text, item) for start, item in items.items()}
        high, low = max(found.values()), min(found.values())
        if high < 0.5 or high - low < 0.3 or _CHANGES.search(term.text):
            continue
        weight = term.weight * rarity(term.text)
        total += weight
        for start, score in found.items():
            scores[start] += weight * (score if score >= 0.5 else 0.0)
        alone = _alone(term.text, items, found) if term.weight >= 0.5 else None
        if alone is not None:
            named.add(alone)
    return {
        start: (score / total if total else 0.0) + (_NAMED if start in named else 0.0)
        for start, score in scores.items()
    }


def _alone(word: str, items: Mapping[int, Item], found: Mapping[int, float]) -> int | None:
    """The one part that a word stands with; None where it stands with several values or with a whole."""
    held = [start for start, score in found.items() if score >= 0.5]
    if len(held) != 1 or not items[held[0]].whole:
        return None
    return held[0] if explained(word, items[held[0]].own).score >= 0.75 else None


def _held(word: str, item: Item) -> float:
    match = explained(word, item.whole)
    whole = _OF_WHOLE * match.score if len(match.printed) > 1 or len(word) < 2 else 0.0  # 村级 is not told by 农村
    return max(explained(word, item.own).score, whole)


def part_of_whole(evidence: Evidence, part: Fact) -> Fact | None:
    """The value that a value behind 其中 is a part of: the last of its kind before 其中 in the group, or None."""
    text = evidence.text
    group = _start(text, part.start, _GROUP_MARKS)
    cue = text.rfind("其中", group, part.start)
    if cue < 0:
        return None
    if cue - group < 2 and group > 1:
        group = _start(text, group - 1, _GROUP_MARKS)
    held = [
        f
        for f in evidence.facts
        if f.kind == part.kind and group <= f.start and f.end <= cue and not _MOVED.search(text[: f.start])
    ]
    return max(held, key=lambda f: f.start, default=None)


def is_an_excess(text: str, start: int) -> bool:
    """超警戒水位0.86米: the value that begins there says how far beyond a mark something is, not where it is."""
    return _EXCESS.search(text, max(0, start - _MARK_WITHIN), start) is not None
