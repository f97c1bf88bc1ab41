"""Many patterns and one short text: which of them can match at all, by the letters that each of them needs.

A question is looked at for hundreds of turns of phrase, of which it has a few; most patterns are ruled out
because none of the letters stands in it of which they need one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

_USUAL = frozenset("多少几什么哪个的有是了第一期项目")  # letters of many questions rule out little
_ITEM = re.compile(
    r"(?P<back>\(\?P=\w+\))|(?P<open>\((?:\?(?P<look>[=!]|<[=!])|\?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<set>\[(?:\\.|[^\]\\])+\])|\\(?P<escape>.)|(?P<sign>.)",
    re.DOTALL,
)
_STRANGE = re.compile(r"\(\?(?![:=!]|<[=!]|P[<=])")  # flags, comments, conditions
_TIMES = re.compile(r"(?P<none>[?*]|\{0?,\d*\}|\{0\})\??|(?:\+|\{\d+(?:,\d*)?\})\??")
_Needs = frozenset[str] | None
"""Letters of which a text must have one; None where nothing is known."""


def needs(pattern: str) -> _Needs:
    """Letters of which every text that ``pattern`` matches has one; None where there are no such letters."""
    if _STRANGE.search(pattern):
        return None
    found, at = _either(pattern, 0)
    return found if at == len(pattern) else None


def _either(pattern: str, at: int) -> tuple[_Needs, int]:
    """What one of the alternatives from ``at`` on needs, and where they end: at a bracket or the end."""
    every: set[str] | None = set()
    best: _Needs = None
    while True:
        item = _ITEM.match(pattern, at)
        if item is None or item["close"] or item["bar"]:
            every = None if best is None or every is None else every | best
            best = None
            if item is None or item["close"]:
                return (None if every is None else frozenset(every)), at
            at = item.end()
            continue
        one, at = _one(pattern, item)
        if (times := _TIMES.match(pattern, at)) is not None:
            at = times.end()
            one = None if times["none"] else one
        if one is not None and (best is None or _worth(one) < _worth(best)):
            best = one


def _one(pattern: str, item: re.Match[str]) -> tuple[_Needs, int]:
    """What a group, a set or a letter needs, and where it ends."""
    if item["open"]:
        inner, at = _either(pattern, item.end())
        return (None if item["look"] else inner), at + 1
    if item["back"]:
        return None, item.end()
    if item["set"]:
        signs = item["set"][1:-1]
        plain = not (set(signs) & set("\\-^"))
        return (frozenset(signs) if plain else None), item.end()
    sign = item["sign"]
    return (frozenset(sign) if sign and sign not in ".^$" else None), item.end()


def _worth(signs: frozenset[str]) -> tuple[int, int]:
    return len(signs & _USUAL), len(signs)


class Patterns:
    """Patterns in order.

    Args:
        patterns: regular expressions, searched for without flags.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self.compiled = tuple(re.compile(one) for one in patterns)
        # Sets of numbers as the bits of integers: a question is asked for them many times.
        self._always, self._with = 0, defaultdict[str, int](int)
        for number, one in enumerate(self.compiled):
            needed = needs(one.pattern)
            for sign in needed or ():
                self._with[sign] |= 1 << number
            if needed is None:
                self._always |= 1 << number

    def possible(self, text: str, start: int = 0) -> list[int]:
        """Numbers of the patterns, from ``start`` on, that may match somewhere in ``text``, ascending."""
        bits = self._always
        for held in filter(None, map(self._with.get, text)):
            bits |= held
        bits >>= start
        found: list[int] = []
        while bits:
            lowest = bits & -bits
            found.append(start + lowest.bit_length() - 1)
            bits ^= lowest
        return found

    def matches(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """(number, first match) of each pattern that ``text`` holds, in order."""
        for number in self.possible(text):
            if (match := self.compiled[number].search(text)) is not None:
                yield number, match


Accepting = Callable[[int, str, str], str]
"""(number of a rule, text, what the rule makes of it) → the text that is kept of the two, or what is mended of it."""


class Rewrites:
    """Rules that put one form of words for another, each looked for once, in order.

    Args:
        rows: a regular expression and its replacement; none, or "", leaves out what matches.
    """

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self._patterns = Patterns(row[0] for row in rows)
        self._forms = tuple(row[1] if len(row) > 1 else "" for row in rows)

    def of(self, text: str, accepted: Accepting | None = None) -> str:
        """``text`` rewritten; ``accepted`` has the last word on each change."""
        waiting = self._patterns.possible(text)
        while waiting:
            number = waiting.pop(0)
            if (pattern := self._patterns.compiled[number]).search(text) is None:
                continue  # most have nothing to put, and no form has to be made ready for them
            written = pattern.sub(self._forms[number], text)
            if written != text and accepted is not None:
                written = accepted(number, text, written)
            if written != text:
                text, waiting = written, self._patterns.possible(written, number + 1)
        return text
