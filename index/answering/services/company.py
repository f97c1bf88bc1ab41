"""Whether the child, or whoever it is about, has to come along: 学生本人不用到场; 家长须陪同."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Page
from index.answering.services.topic import bare, foremost, sentences, told, topic
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.company.asks")
_COMES = load_pattern("answering.company.comes")
_CHILD = load_pattern("answering.company.child")
_LEAST = 0.5


def has_to_come(query: Query, pages: Sequence[Page]) -> Draft | None:
    """要 or 不用 with the printed clause; None where nothing is printed of who comes along."""
    return foremost(_found(query, pages))


def _found(query: Query, pages: Sequence[Page]) -> Iterator[tuple[float, int, Draft]]:
    asked = _ASKS.search(query.text)
    if asked is None:
        return
    child = bool(_CHILD.search(asked[0]))
    terms = topic(query, (asked.span(),))
    for order, evidence in sentences(pages):
        for span in clause_spans(evidence.text):
            said = evidence.text[slice(*span)]
            match = _COMES.search(fold(said))
            if match is None or child != bool(_CHILD.search(match["who"])):
                continue
            share = told(query, terms, evidence, said)
            if share is None or (terms and share < _LEAST):
                continue
            word = "不用" if match["no"] else "要"
            yield share, order, Draft("answered", "yesno", f"{word}，{bare(said)}", (evidence.proof,))
