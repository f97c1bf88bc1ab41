"""第二个投多少 behind a list: the one that stands there, by its name."""

from __future__ import annotations

import re

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.understanding.understand import Earlier

_NTH_ALONE = load_pattern("answering.listed.nth_alone")
_NTH = load_pattern("answering.listed.nth")
_FEWEST = 2


def names_listed(draft: Draft) -> tuple[str, ...]:
    """The names of a list, in order; () where the answer is none."""
    names = tuple(name.strip() for name in draft.answer.split("、"))
    return names if draft.settled and draft.kind == "list" and len(names) >= _FEWEST else ()


def by_name(question: str, earlier: Earlier) -> str | None:
    """八通中心投多少 for 第二个投多少; the question itself where it counts nothing, None for 第三个 of two."""
    nth = _NTH.match(question) if earlier.listed else None
    if nth is None:
        return question
    at = int(parse_number(nth["nth"]))
    return f"{earlier.listed[at - 1]}{nth['asks']}" if 0 < at <= len(earlier.listed) else None


def item_alone(question: str, earlier: Earlier, knowledge: Knowledge) -> Draft | None:
    """第二个是什么 behind a list: its second name, which the next question is about; None where more is asked."""
    nth = _NTH_ALONE.fullmatch(question) if earlier.listed and earlier.article is not None else None
    at = int(parse_number(nth["nth"])) if nth is not None else 0
    if not 0 < at <= len(earlier.listed) or earlier.article is None:
        return None
    name = re.sub(r"^\d{1,2}[.、]\s*", "", earlier.listed[at - 1])
    projects = tuple(link.key for link in knowledge.gazetteer.exact(name) if link.kind == "project")[:1]
    people = (name,) if name in knowledge.people else ()
    proof = Proof(earlier.article, earlier.spans)
    return Draft("answered", "text", name, (proof,), projects=projects, people=people, period=earlier.period, held=True)


def only_so_many(earlier: Earlier) -> str:
    """That the list before is shorter."""
    return texts.ONLY_SO_MANY.format(number=len(earlier.listed))
