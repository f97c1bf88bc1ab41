"""What is named apart from the question, put where it belongs: 风机，松岭的，吊了几台 → 松岭的风机，吊了几台.

Who speaks names first what is on their mind, and says behind it of whom or of which: as a clause of its own, in
front of the question (铁路专用线，松岭的那个，…) or behind it (完工了没有，就是松岭那个项目).
"""

from __future__ import annotations

from index.language.lexicon import load_pattern
from index.understanding.splitting import asks, clauses

_APART = load_pattern("understanding.topics.apart")
_WHOSE = load_pattern("understanding.topics.whose")
_BEHIND = load_pattern("understanding.topics.behind")
_TOLD = load_pattern("understanding.topics.told")
_LONGEST = 5  # clauses of a question that is still put in order


def in_order(text: str) -> str:
    """A folded question with what it is about in front, and whose that is in front of that."""
    if not _APART.search(text):
        return text
    said = [match[0] for match in clauses(text)]
    if not 1 < len(said) <= _LONGEST:
        return text
    asking = [number for number, clause in enumerate(said) if asks(clause)]
    ordered = _owned(_led(said, asking), asking)
    return text if ordered == said else "，".join(ordered)


def _led(clauses: list[str], asking: list[int]) -> list[str]:
    """What is named behind the one clause that asks leads it, where nothing is named in front of it."""
    if asking != [0]:
        return clauses
    for number, clause in enumerate(clauses[1:], 1):
        behind = _BEHIND.fullmatch(clause)
        if behind and not _TOLD.search(clause):
            return [behind["topic"] + clauses[0], *clauses[1:number], *clauses[number + 1 :]]
    return clauses


def _owned(clauses: list[str], asking: list[int]) -> list[str]:
    """A thing and behind it whose it is, both in front of what asks: the owner's thing."""
    first = asking[0] if asking else len(clauses)
    for number in range(min(first, len(clauses) - 1) - 1):
        thing, whose = clauses[number], _WHOSE.fullmatch(clauses[number + 1])
        if whose and not _TOLD.search(thing) and not _TOLD.search(whose["owner"]) and not thing.endswith("的"):
            return [*clauses[:number], f"{whose['owner']}的{thing}", *clauses[number + 2 :]]
    return clauses
