"""A sentence that stands in the bulletins word for word needs no reading: it is as printed."""

from __future__ import annotations

import re

from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence, gather
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.understanding.understand import understand

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_BLANKS = re.compile(r"\s+")
_MARKS = "，。；：！？,;:!? "
_SHORTEST = 10  # letters of a sentence that cannot be a part of another one by chance
_RUMOUR = load_pattern("answering.verbatim.rumour")


def printed_so(text: str, knowledge: Knowledge) -> tuple[tuple[str, Evidence], ...]:
    """Each sentence of ``text`` that a bulletin prints from one mark to another, with where it does.

    What is only a part of a clause may be denied in front of it (不是第一), and a rumour is printed to deny it.
    """
    found = []
    for typed in _SENTENCE.findall(text):
        said = _plain(typed).strip(_MARKS)
        if len(said) < _SHORTEST:
            continue
        pool = gather(understand(typed, knowledge.gazetteer), knowledge)
        evidence = next((one for one in pool if _stands_in(said, one)), None)
        if evidence is not None:
            found.append((typed, evidence))
    return tuple(found)


def _plain(text: str) -> str:
    return _BLANKS.sub("", fold(text))


def _stands_in(said: str, evidence: Evidence) -> bool:
    body = _plain(evidence.text)
    at = body.find(said)
    if at < 0 or evidence.sentence.role != "paragraph" or _RUMOUR.search(body):
        return False
    before, behind = body[at - 1 : at], body[at + len(said) : at + len(said) + 1]
    return all(not mark or mark in _MARKS for mark in (before, behind))
