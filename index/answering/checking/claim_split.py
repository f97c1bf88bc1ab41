"""A sentence or a paragraph as claims, each with what it leaves to be understood from the ones before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.answering.checking.claim_values import values_in
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table, load_words
from index.language.scripts import fold
from index.language.tokens import default_tokenizer
from index.understanding.terms import content_terms, is_weak

_SENTENCE = re.compile(r"[。！？!?\n]+")
_PART_ENDS = re.compile(r"[；;]\s*$")
_ENDS = "，,、。；;：: "
_SPANS = ("years", "months", "季", "季度")  # in 前七个月 they only say when
_FULL = 2  # telling words that make a clause without a value a claim of its own
_INTRODUCES = load_pattern("answering.claim_split.introduces")
_PART_OF = load_pattern("answering.claim_split.part_of")
_BACK = load_pattern("answering.claim_split.back")
_COMPARES = load_pattern("answering.claim_split.compares")


@dataclass(frozen=True, slots=True)
class Piece:
    """One claim.

    Attributes:
        text: as typed. subject: what the clauses in front are about. leans: the claim names nothing itself that
            it could be about (总投资9.8亿元), so that the subject is a part of it.
    """

    text: str
    subject: str = ""
    leans: bool = False

    @property
    def whole(self) -> str:
        """The claim as a sentence of its own."""
        return f"{self.subject}，{self.text}" if self.subject else self.text


def claims_of(text: str) -> tuple[Piece, ...]:
    """The claims of ``text``: its clauses, those that tell nothing joined to the next or the last one."""
    found: list[Piece] = []
    subject = ""
    for sentence in _SENTENCE.split(text):
        pieces = list(_claims(sentence.strip(), subject))
        found += pieces
        subject = next((piece.subject or _about(piece.text) for piece in pieces), subject)
    return tuple(found)


def _about(text: str) -> str:
    """The words that a clause is about; for 其中新建项目15个 the part, where it is named."""
    text = _PART_OF.sub("", text)
    if not _telling(fold(text)[: _front(fold(text))]):
        return ""
    return text[: _front(fold(text))].strip(_ENDS)


def _claims(sentence: str, before: str) -> Iterator[Piece]:
    """The claims of one sentence; ``before``: what the one in front is about."""
    subject = before if _BACK.match(sentence) else ""
    held = ""
    found: list[Piece] = []
    for low, high in clause_spans(sentence):
        held += sentence[low:high]
        text = held.strip(_ENDS)
        ends = bool(_PART_ENDS.search(held)) and bool(_telling(fold(text)))
        if not text or not (ends or _tells(fold(text))):
            continue
        leans = bool(subject) and (_leans(fold(text)) or (not found and bool(_BACK.match(text))))
        found.append(Piece(text, subject, leans))
        subject = (_about(text) if not leans or _PART_OF.match(text) else "") or subject
        held = ""
    rest = held.strip(_ENDS)
    if rest and found:
        last = found.pop()
        found.append(Piece(f"{last.text}，{rest}", last.subject, last.leans))
    elif rest:
        found.append(Piece(rest))
    yield from found


def _tells(folded: str) -> bool:
    """A clause with a figure, or with as many words as a statement needs; 截至9月18日 and 局长某某说 are none."""
    values = [value for value in values_in(folded) if value.is_figure or value.sort in ("place", "award")]
    if any(value.sort not in _SPANS for value in values):
        return True
    return len(_telling(folded)) >= (1 if values else _FULL) and not _INTRODUCES.search(folded)


def _telling(folded: str) -> list[str]:
    """The words that say what something is about: no attributes, no values, nothing general."""
    taken = [(value.start, value.end) for value in values_in(folded, 2000)]
    return [
        term.text
        for term in content_terms(folded, taken)
        if len(term.text) > 1 and not is_weak(term.text) and term.text not in _attributes()
    ]


def _leans(folded: str) -> bool:
    """总投资9.8亿元 and 比去年减少140名 leave it to the clause before what they are about."""
    return bool(_COMPARES.match(folded)) or not _telling(folded[: _front(folded)])


@lru_cache(maxsize=1)
def _attributes() -> frozenset[str]:
    names = {word for row in load_table("attribute_names") for cell in row for word in cell.split()}
    ways = {word for _, words in load_table("directions") for word in words.split()}
    measures = {word for line in load_words("measures") for word in line.split()}
    return frozenset(names | ways | measures)


def _front(folded: str) -> int:
    """Where the words end that a clause is about: in front of its first value and the attribute of it."""
    ends = (v.start for v in values_in(folded) if not v.names and _telling(folded[: v.start]))
    end = next(ends, next((v.start for v in values_in(folded) if v.is_figure), len(folded)))
    tokens = list(default_tokenizer().words(folded[:end]))
    while len(tokens) > 1 and (tokens[-1].text in _attributes() or is_weak(tokens[-1].text)):
        end = tokens.pop().start
    return end
