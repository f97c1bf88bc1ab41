"""How much is fined, how somebody is punished: the part of a rule that prints it (对个人处200元以上3000元以下罚款)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft, outward_kind
from index.answering.evidence.knowledge import Page
from index.answering.services.topic import bare, foremost, sentences, told, topic
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query

_ASKS = load_pattern("answering.fines.asks")
_SAYS = load_pattern("answering.fines.says")
_PART = re.compile(r"[^。；;]+[。；;]?")
_LEAST = 0.55
_LONGEST = 150
_KINDS = ("money", "number", "text", "lookup", "summary")


def fine_for(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The printed punishment of what is asked about; None where none is printed, or only that of something else."""
    return foremost(_found(query, pages))


def _found(query: Query, pages: Sequence[Page]) -> Iterator[tuple[float, int, Draft]]:
    asked = [match.span() for match in _ASKS.finditer(query.text)]
    if not asked or query.kind not in _KINDS:
        return
    terms = topic(query, asked)
    for order, evidence in sentences(pages):
        for span in _rules(evidence.text):
            said = bare(evidence.text[slice(*span)])
            share = told(query, terms, evidence, said)
            if share is None or share < _LEAST or len(said) > _LONGEST:
                continue
            yield share, order, Draft("answered", outward_kind(query.kind), said, (evidence.proof,))


def _rules(text: str) -> Iterator[Span]:
    """The parts of a sentence, up to a semicolon, that print what is done to whoever breaks a rule."""
    for match in _PART.finditer(text):
        if _SAYS.search(fold(match[0])):
            yield match.span()
