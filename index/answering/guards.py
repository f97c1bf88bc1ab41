"""A last look at an answer: does its proof speak of the place, the scope and the ordinal that were asked for?"""

from __future__ import annotations

import re

from index.answering.draft import Draft
from index.answering.explain import explained
from index.answering.knowledge import Knowledge, Page
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Query

_ENOUGH = 0.75  # a homophone or a shortened name of the place will do
_NTH = re.compile(r"第.{1,4}[批轮场届站次季]|首[批轮场届站]")  # 第五场 is not 第四场


def in_place(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 全市, another district or another 第N批 is asked for and no proof speaks of it."""
    if _of_another_line(query, knowledge, draft):
        return False
    if query.scope is None and query.place is None and not _ordinals(query):
        return True
    return any(_speaks(query, knowledge.page(proof.article), proof.spans) for proof in draft.proofs)


_DIRECTION = re.compile(
    r"(?P<up>[上大猛]?涨|增(?!值|城|设)[长加收多]?|[上攀]升|提高|变多|多了)|(?P<down>[下大猛]?跌|[下]?降(?!水|雨|雪|温)|减少|下滑|变少|少了|缩水)"
)
_CLAUSES = re.compile(r"[，。；,;：:]")
_SAID = 0.9  # how well a word must stand in a clause that tells its direction


def premise_fits(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 为什么涨 is asked of something that the proof says fell (or the other way round)."""
    asked = _DIRECTION.search(query.text)
    if asked is None or not draft.settled:
        return True
    names = [t.text for t in query.terms if len(t.text) > 1 and not _DIRECTION.search(t.text)]
    for proof in draft.proofs:
        for clause in _CLAUSES.split(_around(knowledge.page(proof.article), proof.spans)):
            said = {match.lastgroup for match in _DIRECTION.finditer(clause)}
            if said and any(explained(name, clause).score >= _SAID for name in names):
                return asked.lastgroup in said
    return True


_LINE = re.compile(r"(?<![a-z\d])[a-z]?\d{1,4}路(?!口|段|程)")


def _of_another_line(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """6路 is asked, and what is quoted speaks of 3路 alone."""
    asked = {term.text for term in query.terms if term.critical and _LINE.fullmatch(term.text)}
    if not asked or not draft.settled:
        return False
    quoted = ""
    for proof in draft.proofs:
        text = knowledge.page(proof.article).article.text
        quoted += "".join(fold(text[low:high]) for low, high in proof.spans)
    named = set(_LINE.findall("".join(quoted.split())))
    return bool(named) and not named & asked


def _ordinals(query: Query) -> list[str]:
    return [term.text for term in query.terms if term.critical and _NTH.fullmatch(term.text)]


def _speaks(query: Query, page: Page, spans: tuple[Span, ...]) -> bool:
    around = _around(page, spans)
    if any(explained(word, around + page.heading).score < _ENOUGH for word in _ordinals(query)):
        return False
    if query.place is not None and explained(query.place, around + page.heading).score < _ENOUGH:
        return False
    if query.scope is None:
        return True
    district = page.article.district or ""
    return query.scope in around or (query.scope.startswith("全") and query.scope[-1:] == district[-1:])


def _around(page: Page, spans: tuple[Span, ...]) -> str:
    """The sentences that hold the proof, with the one before each."""
    low = min((a for a, _ in spans), default=0)
    high = max((b for _, b in spans), default=0)
    held = [n for n, s in enumerate(page.says.sentences) if s.text.start < high and low < s.text.end]
    first = max(min(held, default=0) - 1, 0)
    return "".join(page.compact[first : max(held, default=-1) + 1])
