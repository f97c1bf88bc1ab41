"""Traditional in, traditional out; people keep the characters of their surnames."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_HALVES = re.compile(r"[\ud800-\udfff]")
_TAGS = re.compile(r"(<[^>]+>)")
_PLACES = 0xE000  # private characters that stand for names while the rest is converted
_MOST = 4000  # names at once


@cache
def _converter(name: str) -> Any:
    from opencc import OpenCC

    return OpenCC(name)


def script_of(text: str) -> bool | None:
    """True if ``text`` has more traditional than simplified characters, False if less, None if neither.

    Characters that belong to both scripts (后, 里, 台) say nothing.
    """
    simple, other = _own_characters()
    own_simplified = sum(sign in simple for sign in text)
    own_traditional = sum(sign in other for sign in text)
    return None if own_traditional == own_simplified else own_traditional > own_simplified


@cache
def _own_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that only simplified texts have, and those that only traditional ones have.

    What the converters change may still be at home in the other script: Big5 and GB 2312 are the characters in common
    use in either.
    """
    signs = [chr(code) for code in range(0x3400, 0xA000)]
    found = []
    for name, coding in (("s2t", "big5"), ("t2s", "gb2312")):
        converted = _converter(name).convert("\n".join(signs)).split("\n")  # one by one: no word decides
        changed = {sign for sign, other in zip(signs, converted, strict=True) if sign != other}
        found.append(frozenset(sign for sign in changed if not sign.encode(coding, "ignore")))
    return found[0], found[1]


def is_traditional(text: str, *, default: bool = False) -> bool:
    """Whether ``text`` has more traditional than simplified characters; ``default`` where none has more."""
    found = script_of(text)
    return default if found is None else found


def traditional(text: str, names: tuple[str, ...] = ()) -> str:
    """Plain text in traditional characters, in the forms that most readers of them use.

    Args:
        names: of people whose surname the converter would take for another word (see ``special``).
    """
    if not names:
        return _in_traditional(text)
    held: list[str] = []

    def hidden(found: re.Match[str]) -> str:
        held.append(found[0])
        return chr(_PLACES + len(held) - 1)

    converted = _in_traditional(_any_of(names).sub(hidden, text))
    for number, name in enumerate(held):
        converted = converted.replace(chr(_PLACES + number), _surnames()[name[0]] + _in_traditional(name[1:]))
    return converted


def _in_traditional(text: str) -> str:
    converted = _converted("s2tw", text)
    for left, meant in _pairs("phrases_traditional"):
        converted = converted.replace(left, meant)
    return converted


def traditional_html(html: str, names: tuple[str, ...] = ()) -> str:
    """HTML in traditional characters; tags stay as they are."""
    return "".join(
        piece if number % 2 else traditional(piece, names) for number, piece in enumerate(_TAGS.split(html))
    )


def special(names: Iterable[str]) -> tuple[str, ...]:
    """Those of people's names whose surname needs care, longest first."""
    found = {name for name in names if len(name) > 1 and name[0] in _surnames()}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))[:_MOST]


@lru_cache(maxsize=4)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, names)))


@cache
def _surnames() -> dict[str, str]:
    return dict(_pairs("surnames_traditional"))


@cache
def _pairs(name: str) -> tuple[tuple[str, str], ...]:
    lines = (files("data") / "lexicons" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return tuple((plain, other) for plain, _, other in pairs)


def well_formed(text: str) -> str:
    """``text`` without halves of characters, which no database and no Telegram takes; the same length."""
    return _HALVES.sub("\ufffd", text)


def _converted(name: str, text: str) -> str:
    return str(_converter(name).convert(well_formed(text)))


def simplified(text: str) -> str:
    """Plain text in simplified characters."""
    return _converted("t2s", text)
