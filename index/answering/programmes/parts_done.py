"""How far a part of a round has come: 签约一批都开工了吗, its 开工率, how many of it have begun.

Of 签约一批3个，已全部开工；开工一批7个，已全部开工 the clause of the asked part tells it, and no other.
"""

from __future__ import annotations

from dataclasses import replace

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.programmes.rounds import named_part, parts_meant, proofs_of
from index.language.lexicon import load_pattern
from index.language.marks import end_of
from index.records import Span
from index.records.answers import Kind
from index.understanding.query import Query, Term

_ASKS_ALL = load_pattern("answering.parts_done.asks_all")
_ASKS_MANY = load_pattern("answering.parts_done.asks_many")
_ASKS_RATE = load_pattern("answering.parts_done.asks_rate")
_PLANNED = load_pattern("answering.parts_done.planned")
_ALL = load_pattern("answering.parts_done.all")


def how_far_done(query: Query, knowledge: Knowledge) -> Draft | None:
    """What is printed of the progress of the part that the question opens with; None where it prints no 全部."""
    asked = next((m for one in (_ASKS_ALL, _ASKS_MANY, _ASKS_RATE) if (m := one.search(query.text))), None)
    if asked is None or query.projects:
        return None
    stages = tuple(stage for stage in query.stages if stage in query.text[: asked.start("deed")])
    if len(stages) != 1:
        return None
    meant = parts_meant(replace(query, stages=stages, terms=_without_deed(query, asked.span("deed"))), knowledge)
    if meant is None or len(meant.parts) != 1:
        return None
    part = meant.parts[0]
    batch, status = part.value, part.value.status or ""
    text = knowledge.page(part.article).article.text
    told = any(asked["deed"] in text[low : end_of(text, high - 1, "；;。")] for low, high in batch.evidence)
    if query.kind == "yesno" and not told and asked["deed"] not in (batch.stage or ""):
        what = f"{asked['deed']}情况"
        answer = texts.NO_ATTRIBUTE.format(subject=named_part(part, knowledge), what=what)
        return Draft("not_found", "yesno", answer, proofs_of((part,)), reason="attribute", held=True)
    if asked["deed"] not in status or not _ALL.search(status) or any(asked["deed"] in one.name for one in batch.rates):
        return None
    said, planned = status, bool(_PLANNED.search(status))
    name = named_part(part, knowledge)
    if query.kind == "yesno":
        said = f"不是，公报写的是“{status}”" if planned else f"是，{name}{status}"
    elif _ASKS_MANY.search(query.text) and batch.count and not planned:
        said = f"{batch.count}个，{status}"
    kind: Kind = "yesno" if query.kind == "yesno" else "text"
    return Draft(
        "answered", kind, said, proofs_of((part,)), detail=meant.assumed, period=batch.period, stage=batch.stage,
        held=True,
    )  # fmt: skip


def _without_deed(query: Query, span: Span) -> tuple[Term, ...]:
    """The terms that stand elsewhere than where it is asked what was done."""
    return tuple(term for term in query.terms if not (term.start < span[1] + 1 and span[0] < term.end))
