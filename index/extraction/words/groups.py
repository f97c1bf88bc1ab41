"""Parallel groups of a sentence: 第一批…；第二批…, 一等奖…；二等奖…: each holds until the next one begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_NUMERAL = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_HEAD = re.compile(
    r"(?:^|(?<=[，,；;。：:、（(\s]))(?:其中|另|分别)?[，,]?(?:设有?|评出|评选出|产生|颁出)?[“\"]?"
    rf"(?P<name>第{_NUMERAL}(?:批次?(?!准)|轮|场(?!所|馆|地)|阶段|组|档|梯队)|首[批轮场]"
    r"|[特一二三四五]等奖|[金银铜]奖|(?:优秀|优胜|入围|纪念|鼓励|组织|人气|提名)奖|[甲乙丙]组)[”\"]?"
    r"(?![、和与及至到—-])"
)
_SEMICOLON = re.compile(r"[；;]")


@dataclass(frozen=True, slots=True)
class Group:
    """A group by name; offsets of its words into the sentence, end exclusive."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def groups_of(text: str) -> tuple[Group, ...]:
    """The groups of a sentence in order; one ends where the next begins, or at a semicolon behind it."""
    heads = [(match["name"], match.start("name")) for match in _HEAD.finditer(text)]
    found: list[Group] = []
    ends = [*(at for _, at in heads), len(text)][1:]
    for (name, start), following in zip(heads, ends, strict=True):
        mark = _SEMICOLON.search(text, start, following)
        found.append(Group(name, start, mark.start() if mark else following))
    return tuple(found)


def group_at(text: str, at: int) -> Group | None:
    """The group that the character at ``at`` stands in, or None."""
    return next((group for group in groups_of(text) if group.start <= at < group.end), None)
