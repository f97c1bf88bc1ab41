"""Mistyped words of a question put right by what the nearest passages print: 学府名底 → 学府名邸.

The closed vocabulary of ``understanding.repair`` knows the words of every bulletin; this knows the words
of these bulletins. Only letters that segmentation leaves loose are touched, and one letter of five where the
four others are printed just so (云山智能装 for 云杉智能装).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from index.language.pinyin import syllables
from index.language.tokens import default_tokenizer
from index.understanding.repair import Pair, loose_letters, may_be_mistyped
from index.understanding.terms import is_weak

_MOST_LOOSE = 30  # loose letters of a question that is looked at; more are no typing errors
_MOST = 60  # code points of a question that is looked at
_SIZES = (5, 4, 3, 2)  # code points of a stretch that is looked up, longest first


def mend(text: str, printed: Iterable[str]) -> tuple[str, tuple[Pair, ...]]:
    """``text`` with homophones put right, same length, and the (typed, printed) pairs.

    Args:
        text: a folded question.
        printed: texts near the question, in compact form.
    """
    loose = loose_letters(text)
    if sum(loose) > _MOST_LOOSE or len(text) > _MOST:
        return text, ()
    everything = "\n".join(printed)
    within = _within_words(text, everything)
    doubtful = _doubtful(text, [a or b for a, b in zip(loose, within, strict=True)], everything)
    pairs: list[Pair] = []
    at = 0
    while doubtful and at < len(text) - 1:
        if not doubtful & set(range(at, at + _SIZES[0])):
            at += 1
            continue
        found = next((f for size in _SIZES if (f := _heard(text, at, size, loose, within, everything))), None)
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
    if len(typed) < size or not all("\u4e00" <= sign <= "\u9fff" for sign in typed):
        return None
    sure = size == _SIZES[0]  # four letters beside it are printed just so: no word need be loose
    if not (sure or any(loose[at : at + size])) or typed in printed:
        return None
    for place, loosely in enumerate(loose[at : at + size]):
        if not loosely and not (sure and within[at + place]):
            continue
        for piece in _around(typed, place, printed):
            if _is_meant(typed, piece, place, loose[at : at + size]):
                return piece
    return None


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
        piece = printed[start : start + len(typed)] if start >= 0 else ""
        same = piece[:place] == before and piece[place + 1 :] == behind
        if len(piece) == len(typed) and same and "\u4e00" <= piece[place] <= "\u9fff":
            yield piece
        at = printed.find(known, at + 1)


def _is_meant(typed: str, piece: str, place: int, loose: Sequence[bool]) -> bool:
    """The letter at ``place`` sounds like the printed one and is no word of its own; a pair forms a word."""
    if len(typed) == _SIZES[0] and not loose[place]:
        return syllables(typed[place]) == syllables(piece[place])
    if not may_be_mistyped(typed, (place,)) or syllables(typed[place]) != syllables(piece[place]):
        return False
    return len(typed) > 2 or (all(loose) and default_tokenizer().frequency(piece) > 0)


def _told(typed: str, printed: str) -> tuple[int, int]:
    """Offsets of the word that was mended, as a person is told: the shortest word, else the letters around."""
    differing = [i for i, (a, b) in enumerate(zip(typed, printed, strict=True)) if a != b]
    first, last = differing[0], differing[-1] + 1
    words = default_tokenizer().words(printed)
    low = min(word.start for word in words if word.end > first)
    high = max(word.end for word in words if word.start < last)
    return (low, high) if high - low > 1 else (max(0, first - 1), min(len(typed), last + 1))
