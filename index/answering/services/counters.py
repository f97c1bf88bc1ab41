"""Where to hand in, register or apply, and at which window: the place that is printed in front of just that deed.

材料交到哪 is told by 申请人到居住地社区提交材料, 去哪给狗上牌 by 办证点：甲动物医院、乙诊所.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Page
from index.answering.evidence.loosely import share as share_of
from index.answering.services.topic import bare, foremost, sentences, told, topic
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query

_ASKS = load_pattern("answering.counters.asks")
_WINDOW = load_pattern("answering.counters.window")
_SITE = load_pattern("answering.counters.site")
_TO = load_pattern("answering.counters.to")
_HANDED_TO = load_pattern("answering.counters.handed_to")
_PLATFORM = load_pattern("answering.counters.platform")
_ONLINE = load_pattern("answering.counters.online")
_AT = load_pattern("answering.counters.at")
_NO_PLACE = load_pattern("answering.counters.no_place")
_LEAST = 0.5
_SURE = 0.3  # what the deed counts where it is the asked one
_NAMED = 0.4  # what words of the question count that its own clause has: 新港街道设在甲路
_LONGEST = 150


def counter(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The place where what is asked about is done; None where no sentence prints it of that deed."""
    return foremost(_found(query, pages))


def _found(query: Query, pages: Sequence[Page]) -> Iterator[tuple[float, int, Draft]]:
    asked = [match.span() for match in _ASKS.finditer(query.text)]
    if not asked:
        return
    wanted = deeds(query.text)
    window = bool(_WINDOW.search(query.text))
    terms = topic(query, asked)
    named = [term for term in terms if term.weight >= 1.0]
    for order, evidence in sentences(pages):
        for span, deed in _places(evidence.text):
            said = bare(evidence.text[slice(*span)])
            if not 2 <= len(said) <= _LONGEST or _NO_PLACE.search(said):
                continue
            if window and "窗" not in _clause(evidence.text, span):
                continue
            did = deeds(deed)
            if wanted and did and not wanted & did:
                continue
            share = told(query, terms, evidence, said + deed)
            if share is None or (terms and share < _LEAST):
                continue
            score = share + _SURE * bool(wanted & did) - 0.001 * evidence.number
            score += _NAMED * (share_of(named, _clause(evidence.text, span)) if named else 0.0)
            yield score, order, Draft("answered", "place", said, (evidence.proof,))


def platform(query: Query, pages: Sequence[Page]) -> Draft | None:
    """Where it is done online: the account, the site or the programme that a sentence about it names."""
    return foremost(_online(query, pages))


def _online(query: Query, pages: Sequence[Page]) -> Iterator[tuple[float, int, Draft]]:
    asked = [match.span() for match in _PLATFORM.finditer(query.text)]
    if not asked:
        return
    terms = topic(query, asked)
    for order, evidence in sentences(pages):
        match = _ONLINE.search(fold(evidence.text))
        said = evidence.text[slice(*match.span("x"))] if match is not None else ""
        share = told(query, terms, evidence, said) if said else None
        if share is not None and share >= _LEAST:
            yield share, order, Draft("answered", "text", said, (evidence.proof,))


def _clause(text: str, span: Span) -> str:
    """The clauses that the place stands in, compact."""
    around = [one for one in clause_spans(text) if one[0] < span[1] and span[0] < one[1]]
    return compact(text[around[0][0] : around[-1][1]])


def _places(text: str) -> Iterator[tuple[Span, str]]:
    """(span of the place, the words that say what is done there)."""
    folded = fold(text)
    if len(folded) != len(text):
        return
    for pattern in (_SITE, _TO, _AT, _HANDED_TO):
        for match in pattern.finditer(folded):
            yield match.span("x"), match["deed"] or ""


def deeds(text: str) -> frozenset[str]:
    """What is done: 办, of 办证, 登记, 上牌 alike; 交, of 提交, 递交."""
    words = compact(text)
    return frozenset(name for name, says in load_table("counter_deeds") if re.search(says, words))
