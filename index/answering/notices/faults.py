"""某校食堂出了什么问题: the clause that says what is wrong with the asked one, or what was found in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of, sentence_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.records import Span
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.faults.asks")
_WRONG = load_pattern("answering.faults.wrong")
_FOUND = load_pattern("answering.faults.found")
_SCENE = load_pattern("answering.faults.scene")
_DISCOVERED = load_pattern("answering.faults.discovered")
_DONE_ABOUT = load_pattern("answering.faults.done_about")
_SORT = load_pattern("answering.faults.sort")
_SEES = load_pattern("answering.faults.sees")
_NAMED = 0.75
_TELLS = 0.4
_SHORTEST = 6
_BARE = 12  # code points of a clause that only says where: 在甲校食堂
_EDGES = "，。；：、 "


def fault_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The clause that tells a fault of the asked one; None where it is named without one."""
    match = _ASKS.search(query.text)
    if match is None:
        return None
    terms = [t for t in query.terms if t.weight >= _TELLS and not (match.start() <= t.start < match.end())]
    told = [e for e in pool if e.sentence.role == "paragraph" and sentence_fits(query, e)]
    seen = [(said, evidence) for evidence in told for said in _seen(evidence)]
    if not terms:  # 发现了什么问题 where only one article tells of any
        one = len({evidence.page.article.id for _, evidence in seen}) == 1 and _SEES.search(query.text)
        return Draft("answered", "text", seen[0][0], (seen[0][1].proof,), confidence=0.8) if one else None
    for said, evidence in seen:
        if _is_of(terms, evidence, (0, evidence.text.find(said) + len(said))):
            return Draft("answered", "text", said, (evidence.proof,), confidence=0.9)
    for evidence in told:
        for said, scene in _faults(evidence):
            if _is_of(terms, evidence, scene):
                return Draft("answered", "text", said, (evidence.proof,), confidence=0.9)
    return None


def tells_of_none(query: Query, said: str) -> bool:
    """有什么问题 is asked, and the words that are to answer tell of nothing that is wrong: 区领导甲某、乙某参加."""
    return _ASKS.search(query.text) is not None and not (_WRONG.search(said) or _SORT.search(said))


def _seen(evidence: Evidence) -> Iterator[str]:
    """围挡占道，出行不便 of 某某发现，围挡占道，出行不便，要求两天内整改: the clauses up to what is done about it."""
    match = _DISCOVERED.search(evidence.text)
    if match is None:
        return
    said: list[str] = []
    for piece in re.split("(?<=[，；。])", evidence.text[match.end() :]):
        if said and _DONE_ABOUT.match(piece):
            break
        said.append(piece)
    whole = "".join(said).strip(_EDGES)
    if len(whole) >= _SHORTEST and (match["surely"] or _WRONG.search(whole)):
        yield whole


def _faults(evidence: Evidence) -> list[tuple[str, Span]]:
    """What is said to be wrong, with the clauses from the one that says where up to it."""
    found: list[tuple[str, Span]] = []
    start = scene = 0
    for low, high in clause_spans(evidence.text):
        said = evidence.text[low:high].strip(_EDGES)
        first, _ = segment_of(evidence.text, low)
        start = low if _SCENE.match(said) or first == low else start
        named = _FOUND.search(said)
        if named is not None:
            found.append((next(one for one in named.groups() if one), (start, high)))
        elif len(said) >= _SHORTEST and _WRONG.search(said):
            found.append((said, (min(scene, low), high)))
        scene = low if _SCENE.match(said) and len(said) <= _BARE else high
    return found


def _is_of(terms: Sequence[Term], evidence: Evidence, scene: Span) -> bool:
    """The first word of the question and most of the others stand in the clauses, and all of them around."""
    own, around = evidence.clause(scene), evidence.own + evidence.before + evidence.heading
    here = [t for t in terms if explained(t.text, own).score >= _NAMED]
    known = all(explained(t.text, around).score >= _NAMED for t in terms)
    return bool(here) and here[0] is terms[0] and len(here) * 2 > len(terms) and known
