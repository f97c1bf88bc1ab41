"""Toneless pinyin with the confusions of a pinyin keyboard folded away.

zh/z, ch/c, sh/s and ang/an, eng/en, ing/in sound alike to many writers; two texts with the same
syllables here are homophones or near-homophones.
"""

from __future__ import annotations

import os
from functools import lru_cache


@lru_cache(maxsize=1)
def _readings() -> dict[int, str]:
    # the phrase dictionary takes 45 MB and is not needed for single characters; pypinyin reads this
    # variable when it is imported
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.constants import PINYIN_DICT

    readings: dict[int, str] = PINYIN_DICT
    return readings


@lru_cache(maxsize=8192)
def _sounds_of(sign: str) -> tuple[str, ...]:
    raw = _readings().get(ord(sign)) if len(sign) == 1 else None
    if not raw:
        return (sign,)
    return tuple(dict.fromkeys(fold_syllable(_toneless(one)) for one in raw.split(",")))


@lru_cache(maxsize=8192)
def _first_sound(sign: str) -> str:
    return _sounds_of(sign)[0]


@lru_cache(maxsize=8192)
def _all_sounds(sign: str) -> frozenset[str]:
    return frozenset(_sounds_of(sign))


def _toneless(syllable: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("ɡ", "g")


def fold_syllable(syllable: str) -> str:
    """zhang → zan, sheng → sen, xing → xin; other letters stay."""
    for long, short in (("zh", "z"), ("ch", "c"), ("sh", "s")):
        if syllable.startswith(long):
            syllable = short + syllable[2:]
    return syllable[:-1] if syllable.endswith(("ang", "eng", "ing")) else syllable


def syllables(text: str) -> tuple[str, ...]:
    """One folded syllable a character: the first reading; what is no Chinese character stays itself."""
    return tuple(map(_first_sound, text))


def sounds_alike(left: str, right: str) -> bool:
    """True where two characters share a folded reading."""
    return left == right or not _all_sounds(left).isdisjoint(_all_sounds(right))
