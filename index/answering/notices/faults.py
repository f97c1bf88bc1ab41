"""某校食堂出了什么问题: the clause of the asked one that says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import sentence_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.understanding.query import Query

_ASKS = re.compile(
    r"(?:出|有|存在|查出|发现|犯)(?:了|过)?(?:什么|啥|哪些)(?:样的)?(?:问题|毛病|隐患|差错|岔子)"
    r"|(?:哪里|哪儿|哪方面|什么)(?:地方)?(?:不合格|不达标|不合规|出了?问题)"
)
_WRONG = re.compile(
    r"不(?!仅|但|同|少|断|久)|未(?!来)|缺|超(?!市)|过期|违|破损|堵塞|混放|无证|积水|老化|裂|漏|脏|占用|失灵|脱落|滞后"
)
_NAMED = 0.75
_SHORTEST = 6


def fault_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The clause that names the asked one and a fault; None where it is named without one."""
    match = _ASKS.search(query.text)
    if match is None:
        return None
    terms = [t for t in query.terms if t.weight >= 1.0 and not (match.start() <= t.start < match.end())]
    for evidence in pool if terms else ():
        if evidence.sentence.role != "paragraph" or not sentence_fits(query, evidence):
            continue
        around = evidence.own + evidence.before + evidence.heading
        for span in clause_spans(evidence.text):
            said = evidence.text[slice(*span)].strip("，。；：、 ")
            own = evidence.clause(span)
            here = [t for t in terms if explained(t.text, own).score >= _NAMED]
            if len(said) < _SHORTEST or not _WRONG.search(said) or not here or here[0] is not terms[0]:
                continue
            if len(here) * 2 > len(terms) and all(explained(t.text, around).score >= _NAMED for t in terms):
                return Draft("answered", "text", said, (evidence.proof,), confidence=0.9)
    return None
