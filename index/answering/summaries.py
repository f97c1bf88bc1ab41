"""Summaries: the lead facts of an article in order, each in the bulletin's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.draft import Draft, Proof
from index.answering.knowledge import Page
from index.answering.persons import best_page
from index.extraction.sentences import clause_spans
from index.language.numerals import find_quantities
from index.records import Sentence
from index.understanding.query import Query

_LONGEST = 290
_ASKS = re.compile(
    r"咋回事|怎么回事|回事|简单|讲讲|说说|聊聊|概括|总结|归纳|介绍|简述|主要|内容|大意|摘要|新闻|报道|文章|稿子|篇|说了|讲了|说的|讲的"
)


def summarise(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The summary of the article that the question names."""
    terms = tuple(term for term in query.terms if not _ASKS.search(term.text))
    page = best_page(query, terms, pages) if terms or query.links else (pages[0] if pages else None)
    return of_page(page) if page is not None else None


def of_page(page: Page) -> Draft:
    """The lead, then clauses with figures, offices and counted lists, in order, up to 290 characters."""
    body = [s for s in page.says.sentences if s.role == "paragraph"]
    said: list[str] = []
    proofs: list[Proof] = []
    length = 0
    for sentence, low, high in _points(body):
        text = sentence.text.text[low:high].strip("，；。：、 ")
        if not text or text in said or length + len(text) + 1 > _LONGEST:
            continue
        said.append(text)
        length += len(text) + 1
        proofs.append(Proof(page.article.id, sentence.text.spans()))
    return Draft("answered", "summary", "；".join(said) + "。", tuple(dict.fromkeys(proofs)))


def _points(body: Sequence[Sentence]) -> list[tuple[Sentence, int, int]]:
    """(sentence, start, end) of what is worth saying: the lead whole, later only clauses that hold a fact."""
    points: list[tuple[int, int, Sentence, int, int]] = []
    for order, sentence in enumerate(body):
        text = sentence.text.text
        for low, high in clause_spans(text):
            weight = _weight(text[low:high], order)
            if weight:
                points.append((-weight, order, sentence, low, high))
    chosen: list[tuple[int, int, Sentence, int, int]] = []
    length = 0
    for point in sorted(points, key=lambda p: (p[0], p[1], p[3])):
        size = point[4] - point[3]
        if length + size > _LONGEST:
            continue
        chosen.append(point)
        length += size
    return [(s, low, high) for _, _, s, low, high in sorted(chosen, key=lambda p: (p[1], p[3]))]


def _weight(clause: str, order: int) -> int:
    """Lead clauses first, then those with a figure, a person who presides, or a counted list."""
    score = 6 if order == 0 else 0
    quantities = [q for q in find_quantities(clause) if q.kind in ("money", "percent", "points", "measure")]
    score += 4 * bool(quantities)
    score += 4 * bool(re.search(r"主持|宣布|致辞|讲话", clause))
    score += 3 * bool(
        re.search(
            r"[两三四五六七八九十\d]+(?:项|大|个方面|条|个|件)(?:工作|任务|措施|重点|工程|行动|批|大事|实事)?",
            clause,
        )
    )
    score += 1 * bool(any(q.kind == "count" for q in find_quantities(clause)))
    return score
