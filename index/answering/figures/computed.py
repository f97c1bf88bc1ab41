"""How a computed figure is said: the figure, the arithmetic, and the proofs of each operand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft, Proof
from index.answering.figures.asked import Asked
from index.answering.figures.operands import CHANGE, Operand
from index.language.lexicon import load_pattern
from index.records.answers import Kind


def proofs_of(found: Sequence[Operand]) -> tuple[Proof, ...]:
    """What proves the operands, each sentence or row once."""
    return tuple(dict.fromkeys(one.proof for one in found))


def subtracted(found: tuple[Operand, ...]) -> Draft:
    """甲比乙多多少: by how much the first is more or less than the second."""
    first, second = found
    high, low = sorted(found, key=lambda one: -one.amount.value)
    if first.amount.value == second.amount.value:
        return computed_draft("compare", f"一样，都是{first.amount.text}", found, None)
    said, detail = arithmetic.difference(high.amount, low.amount)
    word = "多" if first.amount.value > second.amount.value else "少"
    return computed_draft("compare", f"{word}{said}", found, detail)


_LONGEST_NAME = 12  # code points of a side's name as it is printed
FASTER = load_pattern("answering.computed.faster")
_LESS = load_pattern("answering.computed.less")


def versus(wanted: Asked, found: tuple[Operand, ...]) -> Draft | None:
    """直播和现场哪个卖得多: the side with the greater (or smaller) figure, both told."""
    first, second = found
    moves = FASTER.search(wanted.text)
    if moves is not None and all(one.change for one in found):
        return _faster(wanted, found, bool(moves["down"]))
    if first.amount.value == second.amount.value:
        return computed_draft("compare", f"一样，都是{first.amount.text}", found, None)
    less = bool(_LESS.search(wanted.text))
    at = 0 if (first.amount.value < second.amount.value) == less else 1
    said = [f"{name}（{one.amount.text}）" for name, one in zip(_side_names(wanted, found), found, strict=True)]
    return computed_draft("compare", said[at], found, f"{said[0]}，{said[1]}。")


def _faster(wanted: Asked, found: tuple[Operand, ...], down: bool) -> Draft | None:
    """甲和乙哪个增得快: one that grew before one that fell; 哪个降得多 is said of none where both have grown."""
    ways = [CHANGE.search(one.before) for one in found]
    falls = [bool(way and way["down"]) for way in ways]
    if falls.count(down) == 0:
        return None
    signed = [one.amount.value * (1 if fell == down else -1) for one, fell in zip(found, falls, strict=True)]
    words = [way[0] if way else "" for way in ways]
    named = zip(_side_names(wanted, found), found, words, strict=True)
    said = [f"{name}（{word}{one.amount.text}）" for name, one, word in named]
    if signed[0] == signed[1]:
        return computed_draft("compare", f"一样，都{words[0]}{found[0].amount.text}", found, None)
    at = 0 if (signed[0] < signed[1]) == bool(_LESS.search(wanted.text)) else 1
    return computed_draft("compare", said[at], found, f"{said[0]}，{said[1]}。")


def whether(wanted: Asked, found: tuple[Operand, ...]) -> Draft:
    """死的人比生的多吗: yes or no with both figures."""
    first, second = found
    told = "，".join(f"{name}{one.amount.text}" for name, one in zip(_side_names(wanted, found), found, strict=True))
    if first.amount.value == second.amount.value:
        return computed_draft("yesno", f"不是，一样，{told}", found, None)
    so = (first.amount.value < second.amount.value) == bool(_LESS.search(wanted.text))
    return computed_draft("yesno", f"{'是' if so else '不是'}，{told}", found, None)


def _side_names(wanted: Asked, found: tuple[Operand, ...]) -> list[str]:
    """The names of the two sides, in their order."""
    typed = (wanted.text[low:high].strip("，, ") for low, high in wanted.sides)
    return [_side_name(name, one) for name, one in zip(typed, found, strict=True)]


def _side_name(name: str, one: Operand) -> str:
    """死的人 is told as it is printed: 死亡人口."""
    printed = re.split(r"[|\d]", one.label)[0]
    return printed if "的" in name and name not in one.own and 2 <= len(printed) <= _LONGEST_NAME else name


def left_over(found: tuple[Operand, ...]) -> Draft | None:
    """What of the first is left without the second; None where the second is the greater."""
    first, second = found
    if first.amount.value < second.amount.value:
        return None
    said, detail = arithmetic.difference(first.amount, second.amount)
    return computed_draft("compare", said, found, detail)


def added(found: tuple[Operand, ...]) -> Draft | None:
    """The sum of all; None of percentages, which do not add up."""
    if found[0].amount.unit in ("%", "％"):
        return None
    said, detail = arithmetic.total([one.amount for one in found])
    return computed_draft("sum", said, found, detail)


def shared(found: tuple[Operand, ...]) -> Draft:
    """The percentage that the first is of the second; one without a unit is in that of the other."""
    part, whole = (one.amount for one in found)
    if not part.unit and not part.scale:
        part = arithmetic.scaled_as(part, whole)
    elif not whole.unit and not whole.scale:
        whole = arithmetic.scaled_as(whole, part)
    said, detail = arithmetic.share(part, whole)
    return computed_draft("percent", said, found, detail)


def computed_draft(kind: Kind, said: str, found: Sequence[Operand], detail: str | None) -> Draft:
    """An answer computed from ``found``, each cited."""
    return Draft("answered", kind, said, proofs_of(found), detail=detail, confidence=0.9)
