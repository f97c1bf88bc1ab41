"""What is required for somebody or of somebody: 对困难职工要怎么做 of 区长要求，社区要了解困难职工的生活，加强帮扶."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import slots_agree
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS = load_pattern("answering.required.asks")
_SAYS = load_pattern("answering.required.says")
_AND = load_pattern("answering.required.joint")
_SAID = 0.75
_LONGEST = 290


def required(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The words behind the verb of speech, of every sentence that tells what is to be done for just those."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    whom = [compact(one) for one in _AND.split(next(words for words in asked.groupdict().values() if words)) if one]
    told: list[tuple[int, Evidence, str]] = []
    for evidence in pool:
        says = _SAYS.search(evidence.text) if evidence.sentence.role == "paragraph" else None
        if says is None or not slots_agree(query, evidence):
            continue
        said = evidence.text[says.end() :].strip("，。；：、 ")
        if all(explained(one, compact(said)).score >= _SAID for one in whom):
            told.append((evidence.number, evidence, said))
    own = [one for one in told if one[1].page is told[0][1].page]
    said = "；".join(dict.fromkeys(one for _, _, one in sorted(own, key=lambda item: item[0])))
    if not said:
        return None
    if len(said) > _LONGEST:
        own, said = own[:1], own[0][2][:_LONGEST]
    proofs = tuple(dict.fromkeys(one.proof for _, one, _ in own))
    return Draft("answered", "summary", said, proofs, accounted=True)
