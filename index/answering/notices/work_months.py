"""When a work begins or is done, by the months that its row prints: 南街菜场改造 摊位60个 320 2024.3—2024.12."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Page
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query

_MONTHS = load_pattern("answering.work_months.months")
_ASKS_DONE = load_pattern("answering.work_months.asks_done")
_ASKS_BEGIN = load_pattern("answering.work_months.asks_begin")
_ASKING = load_pattern("answering.work_months.asking")
_ENOUGH, _PART = 0.75, 0.6


def by_months(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The last month for when it is done, the first for when it begins; None where no single row is the asked one.

    Args:
        pages: articles near the question, best first.
    """
    done, begin = _ASKS_DONE.search(query.text), _ASKS_BEGIN.search(query.text)
    if query.kind != "date" or not (done or begin):
        return None
    for page in pages:
        rows = [(number, match) for number, match in _rows(page) if _is_asked(query, page.compact[number])]
        if len(rows) == 1:
            number, match = rows[0]
            year, month = match["year"], match["month"]
            if not begin:
                year, month = match["last"] or year, match["until"]
            proof = Proof(page.article.id, page.sentence(number).text.spans())
            return Draft("answered", "date", f"{year}年{int(month)}月", (proof,), projects=query.projects)
    return None


def _rows(page: Page) -> Iterator[tuple[int, re.Match[str]]]:
    """Sentences that are rows with one stretch of months."""
    for sentence in page.says.sentences:
        text = sentence.text.text
        found = list(_MONTHS.finditer(fold(text)))
        if len(found) == 1 and sentence.role in ("paragraph", "table", "caption") and not text.endswith("。"):
            yield sentence.number, found[0]


def _is_asked(query: Query, row: str) -> bool:
    """The row has the linked name, and each word that names what is asked for."""
    if any(compact(link.name) not in row for link in query.links if link.kind == "project"):
        return False
    terms = [t for t in query.terms if t.weight >= 0.5 and not _ASKING.fullmatch(t.text)]
    told = [t for t in terms if explained(t.text, row).score >= (_PART if t.critical else _ENOUGH)]
    named = bool(query.links) or sum(t.weight for t in told) >= 1.0
    return named and len(told) == len(terms)
