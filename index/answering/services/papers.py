"""What to bring: the clause that names papers (带身份证、户口簿到社区填表), whether or not 材料 is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence
from index.answering.services.topic import bare, foremost, sentences, told, topic
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query

_ASKS = load_pattern("answering.papers.asks")
_PAPER = load_pattern("answering.papers.paper")
_BRINGS = load_pattern("answering.papers.brings")
_OF_A_CASE = load_pattern("answering.papers.of_a_case")
_OF_HERE = load_pattern("answering.papers.of_here")
_OF_ELSEWHERE = load_pattern("answering.papers.of_elsewhere")
_LACKS = load_pattern("answering.papers.lacks")
_CASE = load_pattern("answering.papers.case")
_FREE = load_pattern("answering.papers.free")  # 凭身份证免费: nothing to bring for what is applied for
_FOR_FREE = 0.3
_LONGEST = 158
_LEAST = 0.55
_KINDS = ("list", "text", "lookup", "summary", "organisation")


def papers(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The clauses that name what has to be brought for what is asked about; None where none does.

    Args:
        pages: articles near the question, best first.
    """
    return foremost(_found(query, pages))


def _found(query: Query, pages: Sequence[Page]) -> Iterator[tuple[float, int, Draft]]:
    asked = [match.span() for match in _ASKS.finditer(query.text)]
    if not asked or query.kind not in _KINDS:
        return
    terms = topic(query, asked)
    for order, evidence in sentences(pages):
        for span, bring in _rows(evidence):
            said = evidence.text[slice(*span)]
            if _OF_HERE.search(query.text) and _OF_ELSEWHERE.search(said):
                continue  # 本县户口的要带什么: what is asked of 户籍不在本县的 is another matter
            share = told(query, terms, evidence, said, of_any_sort=True)
            if share is None or share < _LEAST:
                continue
            lacks = bool(_LACKS.search(query.text)) and bool(_LACKS.search(said))
            free = bool(_FREE.search(fold(said))) and not _FREE.search(query.text) and "免" not in query.text
            score = share + 0.1 * bring + 0.5 * lacks - _FOR_FREE * free
            yield score, order, Draft("answered", "list", bare(said), (evidence.proof,))


def _rows(evidence: Evidence) -> Iterator[tuple[Span, bool]]:
    """(span, whether it says to bring them) of each run of clauses that name papers.

    What is asked of some alone (租房的家庭另带居住证) is a run of its own, and the end of the one in front.
    """
    text = evidence.text
    clauses = clause_spans(text)
    naming = [_names(text[slice(*one)]) for one in clauses]
    for number, names in enumerate(naming):
        if not names or (number and naming[number - 1] and not _OF_A_CASE.search(text[slice(*clauses[number])])):
            continue
        first = end = number
        if number and _CASE.search(text[slice(*clauses[number - 1])]):
            first = number - 1  # 没有发票的，提供合格证
        while end + 1 < len(clauses) and naming[end + 1] and clauses[end + 1][1] - clauses[number][0] <= _LONGEST:
            end += 1
        span = clauses[first][0], clauses[end][1]
        yield span, bool(_BRINGS.search(fold(text[slice(*span)])))


def _names(clause: str) -> bool:
    """It says to bring a paper, or names several."""
    papers = _PAPER.findall(fold(clause))
    return len(papers) > 1 or (bool(papers) and bool(_BRINGS.search(fold(clause))))
