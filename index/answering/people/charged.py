"""Who has to do it: 目录谁来出, 让谁清理, by the body in front of its task: 区数据局会同各部门，5月8日前拿出目录."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence.about import slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS = load_pattern("answering.charged.asks")
_BODY = load_pattern("answering.charged.body")
_TASK = load_pattern("answering.charged.task")
_NAMED = 0.75
_TELLS = 0.5


@dataclass(frozen=True, slots=True)
class _Charge:
    """Who is charged, and the words that say with what, as printed."""

    who: str
    task: str


def charged(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The body in front of the asked task; None where no task with a term or a charge tells all of the question."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    terms = [t for t in without(query.terms, (asked.span(),)) if t.weight >= _TELLS]
    best: tuple[float, Draft] | None = None
    for evidence in pool if terms or query.context else ():
        if not slots_fit(query, evidence):
            continue
        for one in _charges(evidence.text):
            task = compact(one.task)
            here = [explained(t.text, task).score >= _NAMED for t in terms]
            around = evidence.before + evidence.head + evidence.heading + evidence.own
            known = all(told or explained(t.text, around).score >= _NAMED for t, told in zip(terms, here, strict=True))
            score = sum(here) / max(len(here), 1) + 0.1 - 0.002 * evidence.rank
            if known and sum(here) * 2 >= len(here) and (best is None or score > best[0]):
                best = score, Draft("answered", "organisation", one.who, (evidence.proof,), confidence=0.9)
    return best[1] if best else None


def _charges(text: str) -> Iterator[_Charge]:
    """Each body that opens a clause, with its task up to the next one; the first with what leads it in."""
    for part in re.split("[；。]", text):
        heads = list(_BODY.finditer(part))
        for at, head in enumerate(heads):
            end = heads[at + 1].start() if at + 1 < len(heads) else len(part)
            task = part[head.end("who") : end]
            if _TASK.search(task) or head["charge"]:
                yield _Charge(head["who"], (part[: head.start()] if not at else "") + task)
