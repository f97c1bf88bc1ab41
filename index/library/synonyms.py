"""Words that staff declared to mean another word, read before a question is understood."""

from __future__ import annotations

from collections.abc import Iterable

from index.language.scripts import fold


def spelt_out(question: str, pairs: Iterable[tuple[str, str]]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The question with each alias replaced by the word it stands for, and the pairs that were used.

    Longer aliases win; a question that has the full word already keeps its own words.
    """
    used: list[tuple[str, str]] = []
    text = question
    for alias, name in sorted(pairs, key=lambda pair: -len(pair[0])):
        folded, wanted = fold(text), fold(alias)
        at = folded.find(wanted) if wanted and len(folded) == len(text) else -1
        if at >= 0 and fold(name) not in folded:
            text = text[:at] + name + text[at + len(wanted) :]
            used.append((alias, name))
    return text, tuple(used)
