"""Linguistic knowledge as data: the files of data/lexicons, read once.

One entry a line; ``#`` starts a comment line. ``.txt`` holds words, ``.tsv`` rows of cells. ``patterns/`` has a
file for each room: what its modules recognise in text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, cast


def _lines(file: str) -> list[str]:
    text = (files("data") / "lexicons" / file).read_text(encoding="utf-8")
    return [line.strip("\n") for line in text.splitlines() if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=64)
def load_words(name: str) -> frozenset[str]:
    """The words of ``data/lexicons/<name>.txt``."""
    return frozenset(line.strip() for line in _lines(f"{name}.txt"))


@lru_cache(maxsize=64)
def load_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/lexicons/<name>.tsv``, cells split at tabs."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in _lines(f"{name}.tsv"))


@lru_cache(maxsize=64)
def load_groups(name: str) -> tuple[tuple[str, ...], ...]:
    """The groups of ``data/lexicons/<name>.tsv``: words of one meaning a line, split at white space."""
    return tuple(tuple(line.split()) for line in _lines(f"{name}.tsv"))


@cache
def _patterns(room: str) -> dict[str, str]:
    rows = (line.partition("\t") for line in _lines(f"patterns/{room}.tsv"))
    return {name: pattern.replace("<ROUND>", rounds()) for name, _, pattern in rows}


@cache
def rounds() -> str:
    """What rounds of a programme are counted in (批, 轮, 波次), as alternatives of a pattern, longest first."""
    return "|".join(sorted(load_words("round_words"), key=len, reverse=True)).replace("季", "季(?!度)")


_WAITING: list[_Pattern] = []


class _Pattern:
    """A pattern that is compiled when it is first used: hundreds of them wait for a question that needs them."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        _WAITING.append(self)

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


_METHODS = (
    "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "flags", "groups", "groupindex",
)  # fmt: skip


def load_pattern(name: str) -> re.Pattern[str]:
    """The pattern of ``data/lexicons/patterns/ROOM.tsv`` with this name; ``name``: room.module.pattern.

    Raises:
        KeyError: the file has no such name.
    """
    room, _, key = name.partition(".")
    return cast("re.Pattern[str]", _Pattern(_patterns(room)[key]))


def compile_patterns() -> None:
    """Compile now what would be compiled at its first use: for a process that answers for long."""
    while _WAITING:
        _WAITING.pop().search("")
