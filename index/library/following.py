"""Questions that somebody may want to ask next: about what the cited article also states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from index.answering.evidence.texts import period_name
from index.language.scripts import compact, fold
from index.records import Answer, Batch, Extraction, ProjectRow

MOST = 3


class Offer(NamedTuple):
    """A question with the answer that it has."""

    question: str
    answer: str


def candidates(says: Extraction, district: str | None) -> Iterator[str]:
    """Questions that an article's batches and projects should answer, one kind after the other."""
    batches = [
        one for one in says.batches if one.category is None and one.programme and one.period is not None
    ]
    for one in batches:
        if one.total is not None:
            yield f"{_batch(one, district)}总投资多少？"
    for one in batches:
        if one.names:
            yield f"{_batch(one, district)}有哪些项目？"
    for row in says.projects:
        yield from _of_project(row)
    for one in batches:
        if one.count is not None:
            yield f"{_batch(one, district)}有多少个项目？"


def _batch(one: Batch, district: str | None) -> str:
    stage = (
        one.stage
        if one.stage not in (None, "合计", "累计") and one.stage not in (one.programme or "")
        else ""
    )
    return f"{one.district or district or ''}{period_name(one.period)}{one.programme}{stage}"


def _of_project(row: ProjectRow) -> Iterator[str]:
    if any(one.kind == "总投资" for one in row.investments):
        yield f"{row.name}总投资多少？"
    if row.owner:
        yield f"{row.name}的建设单位是谁？"


def next_questions(answer: Answer, offers: Iterable[Offer]) -> tuple[str, ...]:
    """Up to three of ``offers``: the nearest to what was asked first, none that says the same again."""
    asked = _bare(answer.question)
    pairs = {asked[at : at + 2] for at in range(len(asked) - 1)}
    fresh = [one for one in offers if one.answer != answer.answer and _bare(one.question) != asked]
    ranked = sorted(fresh, key=lambda one: -sum(pair in _bare(one.question) for pair in pairs))
    return tuple(dict.fromkeys(one.question for one in ranked))[:MOST]


@lru_cache(maxsize=4096)
def _bare(question: str) -> str:
    return "".join(sign for sign in compact(fold(question)) if sign.isalnum())
