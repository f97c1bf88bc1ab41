"""Mistyped words of a question put right by what the nearest passages print: 学府名底 → 学府名邸.

The closed vocabulary of ``understanding.repair`` knows the words of every bulletin; this knows the words
of these bulletins. Only letters that segmentation leaves loose are touched, and one letter of five where the
four others are printed just so (云山智能装 for 云杉智能装).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from index.language.lexicon import load_words
from index.language.pinyin import syllables
from index.language.tokens import default_tokenizer
from index.understanding.repair import AREAS, Pair, loose_letters, may_be_mistyped
from index.understanding.terms import is_weak

_MOST_LOOSE = 30  # loose letters of a question that is looked at; more are no typing errors
_MOST = 60  # code points of a question that is looked at
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_WAYS = frozenset("增减涨跌升降")  # 所得税降了多少 is no 所得税减收
_WHO = ("谁", "哪")  # a verb in front of them (找谁) is no part of a name
_SIZES = (5, 4, 3, 2)  # code points of a stretch that is looked up, longest first


def mend(text: str, printed: str) -> tuple[str, tuple[Pair, ...]]:
    """``text`` with homophones put right, same length, and the (typed, printed) pairs.

    Args:
        text: a folded question.
        printed: texts near the question, in compact form, one a line.
    """
    loose = loose_letters(text)
    if sum(loose) > _MOST_LOOSE or len(text) > _MOST:
        return text, ()
    within = _within_words(text, printed)
    beside = _beside(text, printed)
    doubtful = _doubtful(text, beside, [a or b for a, b in zip(loose, within, strict=True)])
    if not doubtful:
        return text, ()
    asked = _Asked.of(text, loose, within, beside)
    pairs: list[Pair] = []
    at = 0
    while at < len(text) - 1:
        if doubtful.isdisjoint(range(at, at + _SIZES[0])):
            at += 1
            continue
        found = _heard_from(asked, at, printed)
        if found is None:
            at += 1
            continue
        low, high = _told(text[at : at + len(found)], found)
        changed = [at + n for n, (typed, meant) in enumerate(zip(text[at:], found, strict=False)) if typed != meant]
        if any(text[n] in _WAYS or text[n + 1 : n + 2] in _WHO for n in changed):
            at += 1
            continue
        pairs.append((text[at + low : at + high], found[low:high]))
        text = text[:at] + found + text[at + len(found) :]
        asked = _Asked.of(text, loose, within, _beside(text, printed))
        at += len(found)
    return text, tuple(pairs)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as it is looked through.

    Attributes:
        loose: letters that segmentation leaves loose. open: those of them that are no words of their own.
        sure: letters that may be other ones, too, where four letters beside them are printed just so.
        beside: whether each letter is printed with the one behind it. apart: how many letters up to each are not.
    """

    text: str
    loose: Sequence[bool]
    open: Sequence[bool]
    sure: Sequence[bool]
    beside: Sequence[bool]
    apart: Sequence[int]

    @classmethod
    def of(cls, text: str, loose: Sequence[bool], within: Sequence[bool], beside: Sequence[bool]) -> _Asked:
        """The question ``text``; ``within``: letters of words that are printed nowhere near."""
        may_be = [free and may_be_mistyped(sign, (0,)) for free, sign in zip(loose, text, strict=True)]
        sure = [one if free else held for one, free, held in zip(may_be, loose, within, strict=True)]
        return cls(text, loose, may_be, sure, beside, [0, *accumulate(not one for one in beside)])

    def stretches(self, start: int) -> Iterator[tuple[int, list[int]]]:
        """(end, letters that may be other ones) of the stretches from ``start`` on, the longest first.

        One letter of them may be another one, which makes two pairs at most that are not printed, both with it.
        """
        for size in _SIZES:
            end = start + size
            if end > len(self.text) or (apart := self.apart[end - 1] - self.apart[start]) > 2:
                continue
            may_be = self.sure if size == _SIZES[0] else self.open if size > 2 else self.loose
            if apart:
                first = self.beside.index(False, start)
                if apart == 2 and self.beside[first + 1]:
                    continue
                near: Sequence[int] = (first + 1,) if apart == 2 else (first, first + 1)
            else:
                near = range(start, end)
            if size == 2 and False in may_be[start:end]:
                continue
            places = [place for place in near if may_be[place] and not self._ends_word(place, start, end)]
            if places:
                yield end, places


    def _ends_word(self, place: int, start: int, end: int) -> bool:
        """The letter at an end is printed with its neighbour outside: 南湖|失能 is no 南湖湿."""
        at = place if place == end - 1 else place - 1 if place == start else -1
        return 0 <= at < len(self.beside) and self.beside[at]


def _beside(text: str, printed: str) -> list[bool]:
    """For each letter whether it is printed with the one behind it."""
    return [text[at : at + 2] in printed for at in range(len(text) - 1)]


def _within_words(text: str, printed: str) -> list[bool]:
    """For each letter whether it is part of a content word of several letters that is printed nowhere near."""
    held = [False] * len(text)
    for word in default_tokenizer().words(text):
        if len(word.text) > 1 and word.text not in printed and not is_weak(word.text):
            held[word.start : word.end] = [True] * len(word.text)
    return held


def _doubtful(text: str, beside: Sequence[bool], open_to: Sequence[bool]) -> set[int]:
    """Places of letters that are not printed between both their neighbours: only these may be mistyped."""
    around = [False, *beside, False]
    return {
        at
        for at, may_be in enumerate(open_to)
        if may_be and not (around[at] and around[at + 1]) and "\u4e00" <= text[at] <= "\u9fff"
    }


def _heard_from(asked: _Asked, start: int, printed: str) -> str | None:
    """The longest printed stretch that sounds like the letters from ``start`` on, where these are not printed."""
    for end, places in asked.stretches(start):
        if _HAN.fullmatch(asked.text, start, end) and (found := _heard(asked, start, end, places, printed)):
            return found
    return None


def _heard(asked: _Asked, start: int, end: int, places: Sequence[int], printed: str) -> str | None:
    """A printed stretch with another letter of the same sound at one of ``places``."""
    typed, size = asked.text[start:end], end - start
    if asked.apart[end - 1] == asked.apart[start] and typed in printed:
        return None
    for place in places:
        if size == 2 and not may_be_mistyped(typed, (place - start,)):
            continue
        sound = syllables(asked.text[place])
        for piece in _around(typed, place - start, printed):
            if piece[place - start] in load_words("function_words"):
                continue  # 手机补 is not the printed 手机不在
            if asked.text[place] in AREAS and piece[place - start] in AREAS:
                continue  # 乡 and 县 sound alike and are two things
            if _is_half_word(piece, place - start, printed):
                continue  # 甲某先 is not the printed 甲某详|细
            if syllables(piece[place - start]) == sound and (size > 2 or default_tokenizer().frequency(piece) > 0):
                return piece
    return None


def _is_half_word(piece: str, place: int, printed: str) -> bool:
    """The letter at an end of ``piece`` is wherever it is printed half of a word that goes on outside."""
    if place not in (0, len(piece) - 1):
        return False
    at = printed.find(piece)
    while at >= 0:
        end = at + len(piece)
        word = printed[at - 1 : at + 1] if place == 0 else printed[end - 1 : end + 1]
        if len(word) < 2 or default_tokenizer().frequency(word) == 0:
            return False
        at = printed.find(piece, at + 1)
    return True


def _around(typed: str, place: int, printed: str) -> Iterator[str]:
    """Printed stretches that differ from ``typed`` in the letter at ``place`` alone, in order.

    Plain searches: a pattern with a class of all Han characters takes milliseconds to compile.
    """
    before, behind = typed[:place], typed[place + 1 :]
    known = max(before, behind, key=len)
    offset = 0 if known is before else place + 1
    at = printed.find(known)
    while at >= 0:
        start = at - offset
        other = start + place
        if (
            start >= 0
            and printed.startswith(behind, other + 1)
            and printed.startswith(before, start)
            and "\u4e00" <= printed[other : other + 1] <= "\u9fff"
        ):
            yield printed[start : start + len(typed)]
        at = printed.find(known, at + 1)


def _told(typed: str, printed: str) -> tuple[int, int]:
    """Offsets of the word that was mended, as a person is told: the shortest word, else the letters around."""
    differing = [i for i, (a, b) in enumerate(zip(typed, printed, strict=True)) if a != b]
    first, last = differing[0], differing[-1] + 1
    words = default_tokenizer().words(printed)
    low = min(word.start for word in words if word.end > first)
    high = max(word.end for word in words if word.start < last)
    return (low, high) if high - low > 1 else (max(0, first - 1), min(len(typed), last + 1))
