"""What is answered stands in a part of its sentence that is told of another one than the asked of several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.about import opening_name
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.owners import Part, asked_part, parts_of
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query

_PIECES = re.compile(r"[，,、；;：:。\n（）()]+")
_OF_ONE = ("organisation", "person", "money")  # what a project has one of
_WORDS = 3  # letters from which on a piece of an answer is looked up by itself


def told_of_one_beside(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """乙食堂送餐吗 of 甲食堂…；乙食堂…；丙食堂…，可送餐上门: of 乙食堂 nothing of the kind is told."""
    if draft.status != "answered" or draft.detail:
        return False
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        for sentence in page.within(proof.spans):
            text = fold(sentence.text.text)
            parts = parts_of(text) if sentence.role != "table" else ()
            asked = asked_part(query, text, parts) if parts else None
            values = [f for article, f in draft.facts if (article, f.sentence) == (proof.article, sentence.number)]
            spans = [(f.start, f.end) for f in values] or list(_spans(fold(draft.answer), text))
            if asked is not None and any(_beside(text, span, asked, parts) for span in spans):
                return True
    return False


def told_of_other_project(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """某公路港是谁投的, a name that is printed: of 甲基地由某公司投资 nothing is told of it."""
    if draft.status != "answered" or draft.detail or any(link.kind == "project" for link in query.links):
        return False
    asked = opening_name(query) if query.kind in _OF_ONE else ""
    if not asked:
        return False
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        quoted = "".join(compact(one.text.text) for one in page.within(proof.spans))
        others = [compact(row.name) for row in page.says.projects]
        named = any(one in quoted and one not in query.text for one in others)
        if named and asked not in quoted and any(asked in one for one in page.compact):
            return True
    return False


def _spans(answer: str, text: str) -> Iterator[Span]:
    """Where the sentence prints the answer, or pieces of it: each at its first place."""
    pieces = (answer, *(one for one in _PIECES.split(answer) if len(one) >= _WORDS))
    yield from ((at, at + len(one)) for one in pieces if (at := text.find(one)) >= 0)


def _beside(text: str, span: Span, asked: Part, parts: Sequence[Part]) -> bool:
    """The stretch stands in another part, and nothing like it in the asked one."""
    said = text[slice(*span)]
    if said in text[asked.start : asked.end]:
        return False
    others = [one for one in parts if one is not asked]
    places = [match.start() for match in re.finditer(re.escape(said), text)]
    return all(any(one.start <= at < one.end for one in others) for at in places)
