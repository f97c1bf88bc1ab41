"""Mistyped words of a question put right by what the nearest passages print: 学府名底 → 学府名邸.

The closed vocabulary of ``understanding.repair`` knows the words of every bulletin; this knows the words
of these bulletins. Only letters that segmentation leaves loose are touched, and one letter of five where the
four others are printed just so (云山智能装 for 云杉智能装).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.language.pinyin import syllables
from index.language.tokens import default_tokenizer
from index.understanding.repair import Pair, loose_letters, may_be_mistyped
from index.understanding.terms import is_weak

_MOST_LOOSE = 30  # loose letters of a question that is looked at; more are no typing errors
_MOST = 60  # code points of a question that is looked at
_HAN = re.compile(r"[\u4e00-\u9fff]+")
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
    doubtful = _doubtful(text, [a or b for a, b in zip(loose, within, strict=True)], printed)
    pairs: list[Pair] = []
    at = 0
    while doubtful and at < len(text) - 1:
        if not doubtful & set(range(at, at + _SIZES[0])):
            at += 1
            continue
        found = next((f for size in _SIZES if (f := _heard(text, at, size, loose, within, printed))), None)
        if found is None:
            at += 1
            continue
        low, high = _told(text[at : at + len(found)], found)
        pairs.append((text[at + low : at + high], found[low:high]))
        text = text[:at] + found + text[at + len(found) :]
        at += len(found)
    return text, tuple(pairs)


def _within_words(text: str, printed: str) -> list[bool]:
    """For each letter whether it is part of a content word of several letters that is printed nowhere near."""
    held = [False] * len(text)
    for word in default_tokenizer().words(text):
        if len(word.text) > 1 and word.text not in printed and not is_weak(word.text):
            held[word.start : word.end] = [True] * len(word.text)
    return held


def _doubtful(text: str, open_to: Sequence[bool], printed: str) -> set[int]:
    """Places of letters that are not printed between both their neighbours: only these may be mistyped."""
    found: set[int] = set()
    for at, may_be in enumerate(open_to):
        if may_be and "\u4e00" <= text[at] <= "\u9fff":
            before, behind = text[max(at - 1, 0) : at + 1], text[at : at + 2]
            if not (len(before) == 2 and before in printed) or not (len(behind) == 2 and behind in printed):
                found.add(at)
    return found


def _heard(
    text: str, at: int, size: int, loose: Sequence[bool], within: Sequence[bool], printed: str
) -> str | None:
    """The printed stretch that sounds like the ``size`` letters at ``at``, where these are not printed."""
    typed = text[at : at + size]
    places = _open_places(typed, loose[at : at + size], within[at : at + size]) if len(typed) == size else ()
    if not places or typed in printed:
        return None
    for place in places:
        sound = syllables(typed[place])
        for piece in _around(typed, place, printed):
            if syllables(piece[place]) == sound and (size > 2 or default_tokenizer().frequency(piece) > 0):
                return piece
    return None


def _open_places(typed: str, loose: Sequence[bool], within: Sequence[bool]) -> list[int]:
    """Where a letter of ``typed`` may be another one: it is loose and no word of its own, a pair loose as a whole.

    Of five letters the four others are printed just so: the word that the letter is in need not be loose.
    """
    sure = len(typed) == _SIZES[0]
    if not (all(loose) if len(typed) == 2 else sure or any(loose)) or not _HAN.fullmatch(typed):
        return []
    return [
        place
        for place, loosely in enumerate(loose)
        if (may_be_mistyped(typed, (place,)) if loosely else sure and within[place])
    ]


def _around(typed: str, place: int, printed: str) -> Iterator[str]:
    """Printed stretches that differ from ``typed`` in the letter at ``place`` alone, in order.

    Plain searches: a pattern with a class of all Han characters takes milliseconds to compile.
    """
    before, behind = typed[:place], typed[place + 1 :]
    if before not in printed or behind not in printed:
        return
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
